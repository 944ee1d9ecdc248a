"""Tiles, seconds and speeds in the units everything is counted in."""

from hypothesis import given
from hypothesis import strategies as st

from game.core import units


@given(st.integers(-1000, 1000))
def test_the_middle_of_a_tile_lies_in_it(tile: int) -> None:
    assert units.tile_of(units.tile_centre(tile)) == tile
    assert units.tile_of(units.tiles(tile)) == tile
    assert units.tile_of(units.tiles(tile + 1) - 1) == tile


def test_a_second_at_some_pixels_a_second_covers_them() -> None:
    for px in (22, 32, 64, 112, 160):
        covered = units.per_second(px) * units.seconds(1)
        assert abs(covered - px * units.SUB) <= units.TICKS_PER_SECOND // 2

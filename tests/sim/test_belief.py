"""Where the fluttering one may be: pulses from other places narrow it, and never lose the truth."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.headings import TURN, heading_of
from game.core.units import tile_centre
from game.sim.belief import CELL_SUB, LEAST, likely_cells, narrow
from game.sim.tale.night import Felt, Sensing
from game.sim.world import World
from tests.sim.nights import night

SIDE = 160


def desert() -> World:
    return night("@" + "." * (SIDE - 1) + "\n" + "\n".join("." * SIDE for _ in range(SIDE - 1)))


DESERT = desert()


def fresh() -> World:
    """The same desert before the first pulse."""
    DESERT.sensing = Sensing()
    return DESERT


def felt_from(
    world: World, at: tuple[int, int], him: tuple[int, int], off: int = 0, error: int = 40
) -> None:
    """A pulse spread at a tile feels somebody at another with a bearing so far off."""
    sensing = world.sensing
    sensing.pulse_x, sensing.pulse_y = map(tile_centre, at)
    x, y = map(tile_centre, him)
    bearing = (heading_of(x - sensing.pulse_x, y - sensing.pulse_y) + off) % TURN
    narrow(world, Felt(-1, x, y, bearing, error, 500, "fluctuating", "", False, 0))


def belief_at(world: World, tile: tuple[int, int]) -> int:
    x, y = map(tile_centre, tile)
    return int(world.sensing.belief[y // CELL_SUB, x // CELL_SUB])


TILES = st.tuples(st.integers(0, SIDE - 1), st.integers(0, SIDE - 1))


@settings(max_examples=60)
@given(TILES, TILES, st.integers(-40, 40))
def test_one_pulse_never_rules_out_where_he_is(
    at: tuple[int, int], him: tuple[int, int], off: int
) -> None:
    if max(abs(at[0] - him[0]), abs(at[1] - him[1])) < 20:
        return  # inside the ring he is felt exactly
    world = fresh()
    felt_from(world, at, him, off)
    x, y = map(tile_centre, him)
    assert likely_cells(world.sensing.belief)[y // CELL_SUB, x // CELL_SUB]


def test_behind_her_back_it_is_not() -> None:
    world = fresh()
    felt_from(world, (80, 80), (20, 80))
    assert belief_at(world, (20, 80)) == 0
    assert belief_at(world, (150, 80)) < belief_at(world, (20, 80)) - 1000


def test_a_second_pulse_from_aside_leaves_less_in_question() -> None:
    world = fresh()
    felt_from(world, (120, 150), (40, 40))
    first = int(likely_cells(world.sensing.belief).sum())
    felt_from(world, (150, 20), (40, 40))
    second = int(likely_cells(world.sensing.belief).sum())
    assert second * 4 < first * 3
    assert belief_at(world, (40, 40)) > -200


def test_the_same_place_tells_nothing_twice() -> None:
    world = fresh()
    felt_from(world, (120, 120), (40, 40), off=30)
    before = world.sensing.belief.copy()
    felt_from(world, (121, 121), (40, 40), off=30)
    assert (world.sensing.belief == before).all()


def test_the_best_cell_is_always_nought_and_nothing_falls_without_end() -> None:
    world = fresh()
    for column in range(0, SIDE, 10):
        felt_from(world, (column, 159), (80, 10), off=column % 30 - 15)
    assert int(world.sensing.belief.max()) == 0
    assert int(world.sensing.belief.min()) >= LEAST


def test_inside_the_ring_one_cell_is_left() -> None:
    world = fresh()
    felt_from(world, (120, 120), (40, 40))
    sensing = world.sensing
    x, y = tile_centre(40), tile_centre(41)
    narrow(world, Felt(-1, x, y, 0, 0, 1000, "fluctuating", "", True, 0))
    cells = np.argwhere(likely_cells(sensing.belief)).tolist()
    assert cells == [[y // CELL_SUB, x // CELL_SUB]]


def test_before_the_first_pulse_nothing_is_likely() -> None:
    assert likely_cells(fresh().sensing.belief).size == 0

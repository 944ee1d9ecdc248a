"""Who looks where is known for the whole night, though only part of it was walked."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content import load_level
from game.content.paths import maps_folder
from game.lab.bench_maps import crowd
from game.lab.rounds import go_round, undisturbed
from game.lab.tile_sets import Mask, TileSets
from game.lab.watched import watches
from game.lab.watchers import EVERY_TICKS, Watchers
from game.sim.level import Level
from game.sim.minds.eyes import Eyes, eyes_of

MAPS = maps_folder()


def walked_eyes(level: Level, ticks: int) -> list[list[Eyes]]:
    """Everybody's eyes every six ticks, by walking all of them."""
    world, found = undisturbed(level), []
    for tick in range(ticks):
        if tick % EVERY_TICKS == 0:
            found.append([eyes_of(mind) for mind in world.minds if watches(world, mind)])
        go_round(world)
    return found


@pytest.mark.parametrize(
    ("name", "ticks"), [("test/crossing.tmx", 20_000), ("training/lamps.tmx", 20_000)]
)
def test_eyes_are_where_the_rounds_have_brought_them(name: str, ticks: int) -> None:
    level = load_level(MAPS / Path(name))
    watchers = Watchers(level)

    assert [watchers.eyes_at(t) for t in range(0, ticks, EVERY_TICKS)] == walked_eyes(level, ticks)


def test_a_round_is_walked_until_it_repeats_and_no_further() -> None:
    level = crowd(2, 64, 64)
    watchers = Watchers(level)
    late = 75_000

    eyes = [watchers.eyes_at(t) for t in range(0, late, EVERY_TICKS)]

    assert watchers.world.tick < late * 3 // 4
    assert eyes == walked_eyes(level, late)


def spread_slowly(tiles: Mask, free: Mask, *, aslant: bool) -> Mask:
    """The same as ``TileSets.spread``, tile by tile."""
    out = tiles & free
    height, width = tiles.shape
    for y, x in np.argwhere(tiles):
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                row, column = y + dy, x + dx
                if not (0 <= row < height and 0 <= column < width) or not free[row, column]:
                    continue
                if not (dx and dy) or (aslant and free[y, column] and free[row, x]):
                    out[row, column] = True
    return out


@given(st.integers(1, 9), st.integers(1, 9), st.integers(0, 2**32 - 1), st.booleans())
def test_a_set_spreads_to_the_open_tiles_beside_it_and_never_round_the_edge(
    width: int, height: int, seed: int, aslant: bool
) -> None:
    rng = np.random.default_rng(seed)
    free = rng.random((height, width)) < 0.7
    tiles = (rng.random((height, width)) < 0.3) & free
    sets = TileSets(width, height).opened(free)

    wide = sets.spread(sets.of(tiles), aslant=aslant)

    assert np.array_equal(sets.mask(wide), spread_slowly(tiles, free, aslant=aslant))
    assert wide.bit_count() == int(sets.mask(wide).sum())
    for y, x in np.ndindex(height, width):
        assert sets.has(wide, x, y) == sets.mask(wide)[y, x]

"""Lines of sight: whoever sees is seen, one rule for a ray and for a whole field of view."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from game.core.sight import CLEAR, LOW, RIDGE, SOLID, field_of_view, line, sees

SIDE = 13
GRIDS = arrays.arrays(
    np.uint8, (SIDE, SIDE), elements=st.sampled_from([CLEAR] * 5 + [LOW, RIDGE, SOLID])
)
SPOTS = st.tuples(st.integers(0, SIDE - 1), st.integers(0, SIDE - 1))


def ground(text: str) -> NDArray[np.uint8]:
    marks = {".": CLEAR, "=": LOW, "^": RIDGE, "#": SOLID}
    return np.array([[marks[mark] for mark in row] for row in text.split()], np.uint8)


@given(GRIDS, SPOTS, SPOTS)
def test_whoever_sees_is_seen(
    grid: NDArray[np.uint8], a: tuple[int, int], b: tuple[int, int]
) -> None:
    for low in (False, True):
        assert sees(grid, *a, *b, low) == sees(grid, *b, *a, low)


@given(GRIDS, SPOTS, st.integers(1, 9))
def test_a_field_of_view_is_what_single_rays_say(
    grid: NDArray[np.uint8], spot: tuple[int, int], radius: int
) -> None:
    x, y = spot
    view = field_of_view(grid, x, y, radius)
    for dy in range(-radius, radius + 1):
        for dx in range(-radius, radius + 1):
            on_map = 0 <= x + dx < SIDE and 0 <= y + dy < SIDE
            near = dx * dx + dy * dy <= radius * radius
            expected = on_map and near and sees(grid, x, y, x + dx, y + dy)
            assert view[radius + dy, radius + dx] == expected, (dx, dy)


@given(GRIDS, SPOTS, SPOTS)
def test_taking_something_away_hides_nothing(
    grid: NDArray[np.uint8], a: tuple[int, int], b: tuple[int, int]
) -> None:
    seen = sees(grid, *a, *b)
    emptier = grid.copy()
    emptier[SIDE // 2] = CLEAR
    assert sees(emptier, *a, *b) or not seen


@given(st.integers(-20, 20), st.integers(-20, 20))
def test_a_line_goes_on_by_one_tile_at_a_time(dx: int, dy: int) -> None:
    for tie in (0, 1):
        way = [(0, 0), *line(dx, dy, tie), (dx, dy)]
        for (ax, ay), (bx, by) in pairwise(way):
            assert max(abs(bx - ax), abs(by - ay)) == (1 if (dx, dy) != (0, 0) else 0)


def test_a_wall_hides_and_neighbours_always_see_each_other() -> None:
    grid = ground(".#. ... ...")
    assert not sees(grid, 0, 0, 2, 0)
    assert sees(grid, 0, 0, 1, 0)
    assert sees(grid, 0, 0, 1, 1)


def test_a_low_wall_hides_only_who_crouches() -> None:
    grid = ground("..=..")
    assert sees(grid, 0, 0, 4, 0)
    assert not sees(grid, 0, 0, 4, 0, low=True)


def test_one_looks_across_a_crest_only_from_beside_it() -> None:
    grid = ground("...^...")
    assert not sees(grid, 0, 0, 6, 0)
    assert sees(grid, 2, 0, 6, 0)
    assert sees(grid, 6, 0, 2, 0)


def test_a_line_through_a_corner_takes_the_open_side() -> None:
    assert line(4, 2, 0) != line(4, 2, 1)
    assert sees(ground("..... .#... ....."), 0, 0, 4, 2)
    assert sees(ground(".#... ..... ....."), 0, 0, 4, 2)
    assert not sees(ground(".#... .#... ....."), 0, 0, 4, 2)

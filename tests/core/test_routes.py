"""Ways over the map: the shortest there is, none where none is, no more work than allowed."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from game.core.flood import DIAGONAL, STRAIGHT
from game.core.routes import find_route, islands

SIDE = 10
GRIDS = arrays.arrays(np.bool_, (SIDE, SIDE), elements=st.sampled_from([True, True, False]))
SPOTS = st.tuples(st.integers(0, SIDE - 1), st.integers(0, SIDE - 1))
Tile = tuple[int, int]


def can_step(grid: NDArray[np.bool_], a: Tile, b: Tile) -> bool:
    (ax, ay), (bx, by) = a, b
    beside = max(abs(bx - ax), abs(by - ay)) == 1
    return bool(beside and grid[by, bx] and grid[ay, bx] and grid[by, ax])


def length(way: list[Tile]) -> int:
    return sum(
        DIAGONAL if ax != bx and ay != by else STRAIGHT for (ax, ay), (bx, by) in pairwise(way)
    )


def shortest(grid: NDArray[np.bool_], start: Tile) -> dict[Tile, int]:
    """Lengths of the shortest ways to everywhere, by trying until nothing changes."""
    costs = {start: 0}
    queue = [start]
    while queue:
        x, y = queue.pop(0)
        for there in ((x + a, y + b) for a in (-1, 0, 1) for b in (-1, 0, 1) if a or b):
            if not (0 <= there[0] < SIDE and 0 <= there[1] < SIDE):
                continue
            total = costs[(x, y)] + length([(x, y), there])
            if can_step(grid, (x, y), there) and total < costs.get(there, total + 1):
                costs[there] = total
                queue.append(there)
    return costs


@given(GRIDS, SPOTS, SPOTS)
def test_a_way_can_be_walked_and_none_is_shorter(
    grid: NDArray[np.bool_], start: Tile, goal: Tile
) -> None:
    grid[start[1], start[0]] = True
    costs = shortest(grid, start)
    way = [start, *find_route(grid, start, goal, SIDE * SIDE)]
    assert all(can_step(grid, a, b) for a, b in pairwise(way))
    if goal in costs:
        assert way[-1] == goal
        assert length(way) == costs[goal]
    else:
        assert way[-1] in costs


@given(GRIDS, SPOTS, SPOTS)
def test_islands_say_whether_there_is_a_way(
    grid: NDArray[np.bool_], start: Tile, goal: Tile
) -> None:
    grid[start[1], start[0]] = True
    numbers = islands(grid)
    assert ((numbers > 0) == grid).all()
    same = numbers[start[1], start[0]] == numbers[goal[1], goal[0]]
    assert same == (goal in shortest(grid, start))


def test_islands_are_numbered_in_reading_order() -> None:
    grid = np.array([[0, 1, 0], [1, 0, 0], [1, 0, 1]], np.bool_)
    assert islands(grid).tolist() == [[0, 1, 0], [2, 0, 0], [2, 0, 3]]


@given(GRIDS, SPOTS, SPOTS, st.integers(1, 30))
def test_a_search_cut_short_still_leads_nearer_or_nowhere(
    grid: NDArray[np.bool_], start: Tile, goal: Tile, most: int
) -> None:
    grid[start[1], start[0]] = True
    way = [start, *find_route(grid, start, goal, most)]
    assert all(can_step(grid, a, b) for a, b in pairwise(way))
    assert len(way) <= most

    def away(tile: Tile) -> int:
        dx, dy = abs(tile[0] - goal[0]), abs(tile[1] - goal[1])
        return STRAIGHT * max(dx, dy) + (DIAGONAL - STRAIGHT) * min(dx, dy)

    assert away(way[-1]) <= away(start)


def test_nobody_squeezes_between_two_corners() -> None:
    grid = np.array([[1, 0], [0, 1]], np.bool_)
    assert find_route(grid, (0, 0), (1, 1), 100) == []

"""Ways over a grid of tiles: A* with a cap on work, and the islands that no way joins."""

from heapq import heappop, heappush
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core.flood import DIAGONAL, STRAIGHT

Tile = tuple[int, int]

_SIDES: Final = ((1, 0), (0, 1), (-1, 0), (0, -1))
_CORNERS: Final = ((1, 1), (-1, 1), (-1, -1), (1, -1))


def find_route(open_tiles: NDArray[np.bool_], start: Tile, goal: Tile, most: int) -> list[Tile]:
    """Shortest way from start to goal as tiles, start left out; empty if there is none.

    Diagonal steps need both sides of the corner open. After ``most`` expanded tiles the way to the
    nearest tile found so far is given instead, so the work is bounded by count, never by time.
    """
    if start == goal:
        return []
    height, width = open_tiles.shape
    heap: list[tuple[int, int, int, Tile]] = [(_estimate(start, goal), 0, 0, start)]
    came: dict[Tile, Tile] = {}
    cost: dict[Tile, int] = {start: 0}
    done: dict[Tile, bool] = {}
    order = 0
    nearest, nearest_left = start, _estimate(start, goal)
    while heap and len(done) < most:
        _, _, _, here = heappop(heap)
        if here in done:
            continue
        done[here] = True
        if here == goal:
            return _walk_back(came, here)
        left = _estimate(here, goal)
        if left < nearest_left:
            nearest, nearest_left = here, left
        for there, step in _steps(open_tiles, here, width, height):
            total = cost[here] + step
            if there in done or total >= cost.get(there, total + 1):
                continue
            cost[there] = total
            came[there] = here
            order += 1
            estimate = _estimate(there, goal)
            heappush(heap, (total + estimate, estimate, order, there))
    return _walk_back(came, nearest)


def islands(open_tiles: NDArray[np.bool_]) -> NDArray[np.int32]:
    """Number of the connected patch that each open tile belongs to, from 1; 0 where shut.

    Tiles touch by their sides. Patches are numbered in reading order of their first tile. The work
    goes by runs of open tiles within a row, of which open country has few.
    """
    height, width = open_tiles.shape
    padded = np.zeros((height, width + 2), np.int8)
    padded[:, 1:-1] = open_tiles
    steps = np.diff(padded, axis=1)
    rows, starts = (side.tolist() for side in np.nonzero(steps == 1))
    ends = np.nonzero(steps == -1)[1].tolist()
    # per run an earlier one of its patch, or itself if it is the first of the patch
    first = list(range(len(rows)))
    above = 0
    for run, row in enumerate(rows):
        # runs in the row above that end before this one begins touch nothing from here on
        while rows[above] < row - 1 or (rows[above] == row - 1 and ends[above] <= starts[run]):
            above += 1
        touching = above
        while rows[touching] == row - 1 and starts[touching] < ends[run]:
            one, other = _first_of(first, run), _first_of(first, touching)
            first[max(one, other)] = min(one, other)
            touching += 1
    labels = np.zeros((height, width), np.int32)
    numbers: dict[int, int] = {}
    for run, (row, start, end) in enumerate(zip(rows, starts, ends, strict=True)):
        patch = _first_of(first, run)
        labels[row, start:end] = numbers.setdefault(patch, len(numbers) + 1)
    return labels


def _first_of(first: list[int], run: int) -> int:
    """The first run of the patch that a run belongs to; shortens the chain on the way."""
    while first[run] != run:
        first[run] = first[first[run]]
        run = first[run]
    return run


def _steps(
    open_tiles: NDArray[np.bool_], here: Tile, width: int, height: int
) -> list[tuple[Tile, int]]:
    x, y = here
    free = {}
    found = []
    for dx, dy in _SIDES:
        there = (x + dx, y + dy)
        free[(dx, dy)] = (
            0 <= there[0] < width and 0 <= there[1] < height and open_tiles.item(there[1], there[0])
        )
        if free[(dx, dy)]:
            found.append((there, STRAIGHT))
    for dx, dy in _CORNERS:
        if free[(dx, 0)] and free[(0, dy)] and open_tiles.item(y + dy, x + dx):
            found.append(((x + dx, y + dy), DIAGONAL))
    return found


def _estimate(here: Tile, goal: Tile) -> int:
    dx, dy = abs(here[0] - goal[0]), abs(here[1] - goal[1])
    return STRAIGHT * max(dx, dy) + (DIAGONAL - STRAIGHT) * min(dx, dy)


def _walk_back(came: dict[Tile, Tile], last: Tile) -> list[Tile]:
    way = []
    while last in came:
        way.append(last)
        last = came[last]
    way.reverse()
    return way

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

    Tiles touch by their sides. Patches are numbered in reading order of their first tile.
    """
    height, width = open_tiles.shape
    labels = np.zeros((height, width), np.int32)
    count = 0
    for row, column in np.argwhere(open_tiles).tolist():
        if labels[row, column]:
            continue
        count += 1
        labels[row, column] = count
        stack = [(row, column)]
        while stack:
            y, x = stack.pop()
            for dx, dy in _SIDES:
                to_y, to_x = y + dy, x + dx
                if (
                    0 <= to_y < height
                    and 0 <= to_x < width
                    and open_tiles.item(to_y, to_x)
                    and not labels.item(to_y, to_x)
                ):
                    labels[to_y, to_x] = count
                    stack.append((to_y, to_x))
    return labels


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

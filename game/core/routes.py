"""Ways over a grid of tiles: A* with a cap on work, and the islands that no way joins."""

from heapq import heappop, heappush

import numpy as np
from numpy.typing import NDArray

from game.core.flood import DIAGONAL, STRAIGHT, open_cost

Tile = tuple[int, int]


def find_route(open_tiles: NDArray[np.bool_], start: Tile, goal: Tile, most: int) -> list[Tile]:
    """Shortest way from start to goal as tiles, start left out; empty if there is none.

    Diagonal steps need both sides of the corner open. After ``most`` expanded tiles the way to the
    nearest tile found so far is given instead, so the work is bounded by count, never by time.
    """
    height, width = open_tiles.shape
    if start == goal or not (0 <= start[0] < width and 0 <= start[1] < height):
        return []
    # tiles are numbered row by row, and asked for in plain bytes: that is twice as quick
    is_open = open_tiles.tobytes()
    goal_x, goal_y = goal
    on_map = 0 <= goal_x < width and 0 <= goal_y < height
    last = goal_y * width + goal_x if on_map else -1
    here = start[1] * width + start[0]
    nearest, nearest_left = here, open_cost(start[0] - goal_x, start[1] - goal_y)
    heap = [(nearest_left, 0, 0, here)]
    came: dict[int, int] = {}
    cost = {here: 0}
    done: dict[int, bool] = {}
    order = 0
    while heap and len(done) < most:
        here = heappop(heap)[3]
        if here in done:
            continue
        done[here] = True
        if here == last:
            return _walk_back(came, here, width)
        y, x = divmod(here, width)
        left = open_cost(x - goal_x, y - goal_y)
        if left < nearest_left:
            nearest, nearest_left = here, left
        so_far = cost[here]
        for there, dx, dy, step in _steps(is_open, here, x, y, width, height):
            total = so_far + step
            if there in done or total >= cost.get(there, total + 1):
                continue
            cost[there] = total
            came[there] = here
            order += 1
            estimate = open_cost(x + dx - goal_x, y + dy - goal_y)
            heappush(heap, (total + estimate, estimate, order, there))
    return _walk_back(came, nearest, width)


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
    is_open: bytes, here: int, x: int, y: int, width: int, height: int
) -> list[tuple[int, int, int, int]]:
    """Tiles that can be stepped to: number, columns and rows away, cost."""
    found = []
    east = x + 1 < width and is_open[here + 1]
    if east:
        found.append((here + 1, 1, 0, STRAIGHT))
    south = y + 1 < height and is_open[here + width]
    if south:
        found.append((here + width, 0, 1, STRAIGHT))
    west = x > 0 and is_open[here - 1]
    if west:
        found.append((here - 1, -1, 0, STRAIGHT))
    north = y > 0 and is_open[here - width]
    if north:
        found.append((here - width, 0, -1, STRAIGHT))
    if east and south and is_open[here + width + 1]:
        found.append((here + width + 1, 1, 1, DIAGONAL))
    if west and south and is_open[here + width - 1]:
        found.append((here + width - 1, -1, 1, DIAGONAL))
    if west and north and is_open[here - width - 1]:
        found.append((here - width - 1, -1, -1, DIAGONAL))
    if east and north and is_open[here - width + 1]:
        found.append((here - width + 1, 1, -1, DIAGONAL))
    return found


def _walk_back(came: dict[int, int], last: int, width: int) -> list[Tile]:
    """The tiles on the way to the last one, by where each was come from; the start left out."""
    way = []
    while last in came:
        way.append((last % width, last // width))
        last = came[last]
    way.reverse()
    return way

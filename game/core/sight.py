"""Lines of sight between tiles: symmetric, whole numbers, no exceptions.

A line between two tiles passes exactly through corners now and then. Both ways round the corner
are tried and one clear way is enough; since the way back uses the other tie-break, A sees B exactly
when B sees A. Two kinds of tiles stop a line: solid ones always, ridges only where neither end
stands next to them (who leans over a dune's crest sees across it, and is seen).
"""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

CLEAR: Final = 0
LOW: Final = 1
"""Stops a line only when the far end keeps low."""
RIDGE: Final = 2
"""Stops a line unless it lies next to one of its ends."""
SOLID: Final = 3

Steps = tuple[tuple[int, int], ...]


@cache
def line(dx: int, dy: int, tie: int) -> Steps:
    """Offsets of the tiles strictly between (0, 0) and (dx, dy).

    ``tie`` 0 or 1 chooses the side on which a line that runs exactly through a corner passes it.
    """
    longest = max(abs(dx), abs(dy))
    steps = []
    for i in range(1, longest):
        steps.append((_nearest(dx * i, longest, tie), _nearest(dy * i, longest, tie)))
    return tuple(steps)


def sees(
    blocks: NDArray[np.uint8], ax: int, ay: int, bx: int, by: int, low: bool = False
) -> bool:
    """Whether a line runs clear between the tiles (ax, ay) and (bx, by).

    ``blocks`` holds CLEAR, LOW, RIDGE or SOLID per [row, column]; both ends must lie on it. ``low``
    says that the far end crouches: then low walls stop the line as well.
    """
    dx, dy = bx - ax, by - ay
    longest = max(abs(dx), abs(dy))
    if longest < 2:
        return True
    for tie in (0, 1):
        for i, (x, y) in enumerate(line(dx, dy, tie), start=1):
            block = blocks.item(ay + y, ax + x)
            if block == CLEAR:
                continue
            if block == SOLID or (block == RIDGE and 1 < i < longest - 1) or (block == LOW and low):
                break
        else:
            return True
    return False


def field_of_view(
    blocks: NDArray[np.uint8], x: int, y: int, radius: int
) -> NDArray[np.bool_]:
    """Tiles seen from (x, y), as a square array of side 2 * radius + 1 around it.

    Agrees with ``sees`` on every tile of the disc of that radius; tiles off the grid are unseen.
    """
    height, width = blocks.shape
    side = 2 * radius + 1
    window = np.full((side, side), SOLID, np.uint8)
    left, top = max(0, x - radius), max(0, y - radius)
    right, bottom = min(width, x + radius + 1), min(height, y + radius + 1)
    at_x, at_y = left - (x - radius), top - (y - radius)
    window[at_y : at_y + bottom - top, at_x : at_x + right - left] = blocks[top:bottom, left:right]
    window[radius, radius] = CLEAR  # where the watcher stands; short rays are padded with it
    inside = np.zeros((side, side), np.bool_)
    inside[at_y : at_y + bottom - top, at_x : at_x + right - left] = True
    flat = window.ravel()
    targets, cells, near_ends = _ray_table(radius)
    clear = np.zeros(len(targets), np.bool_)
    for tie in (0, 1):
        met = flat[cells[tie]]
        stopped = (met == SOLID) | ((met == RIDGE) & ~near_ends)
        clear |= ~stopped.any(axis=1)
    seen = np.zeros(side * side, np.bool_)
    seen[targets] = clear
    return seen.reshape(side, side) & inside


@cache
def _ray_table(
    radius: int,
) -> tuple[NDArray[np.int64], tuple[NDArray[np.int64], NDArray[np.int64]], NDArray[np.bool_]]:
    """Rays to every tile of a disc: target indices, cells on the way per tie-break, near-end mask.

    Rays shorter than the longest are padded with the centre, which never stops anything.
    """
    side = 2 * radius + 1
    centre = radius * side + radius
    offsets = [
        (dx, dy)
        for dy in range(-radius, radius + 1)
        for dx in range(-radius, radius + 1)
        if dx * dx + dy * dy <= radius * radius
    ]
    steps = max(1, radius - 1)
    targets = np.array([centre + dy * side + dx for dx, dy in offsets], np.int64)
    ties = (
        np.full((len(offsets), steps), centre, np.int64),
        np.full((len(offsets), steps), centre, np.int64),
    )
    near = np.ones((len(offsets), steps), np.bool_)
    for row, (dx, dy) in enumerate(offsets):
        longest = max(abs(dx), abs(dy))
        for tie in (0, 1):
            for i, (x, y) in enumerate(line(dx, dy, tie), start=1):
                ties[tie][row, i - 1] = centre + y * side + x
                near[row, i - 1] = not 1 < i < longest - 1
    return targets, ties, near


def _nearest(product: int, divisor: int, tie: int) -> int:
    """product / divisor to the nearest whole number; halves go up for tie 1, down for tie 0."""
    doubled = 2 * product + divisor - (1 - tie)
    return doubled // (2 * divisor)

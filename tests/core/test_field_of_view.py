"""The field of view beside a textbook's: what one sees of a free tile is what the other says.

The other is symmetric shadowcasting as Albert Ford describes it (2020): each quarter is scanned row
by row between two slopes, and a free tile is seen when its middle lies between them. It knows
nothing of lines, and ours nothing of slopes.
"""

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor

import numpy as np
import pytest
from numpy.typing import NDArray

from game.core.sight import CLEAR, SOLID, field_of_view

SIDE, RADIUS = 21, 10
MIDDLE = SIDE // 2
MAPS = 12
AGREE_PER_MILLE = 970

Tile = tuple[int, int]
Quarter = Callable[[int, int], Tile]
_HALF = Fraction(1, 2)
_QUARTERS: tuple[Quarter, ...] = (
    lambda depth, column: (column, -depth),
    lambda depth, column: (column, depth),
    lambda depth, column: (depth, column),
    lambda depth, column: (-depth, column),
)


def shadowcast(solid: NDArray[np.bool_], radius: int) -> set[Tile]:
    """Offsets seen from the middle of a map."""
    seen = {(0, 0)}

    def stands(tile: Tile) -> bool:
        x, y = MIDDLE + tile[0], MIDDLE + tile[1]
        return not (0 <= x < SIDE and 0 <= y < SIDE) or bool(solid[y, x])

    def scan(quarter: Quarter, depth: int, start: Fraction, end: Fraction) -> None:
        if depth > radius:
            return
        before: bool | None = None
        for column in range(floor(depth * start + _HALF), ceil(depth * end - _HALF) + 1):
            tile = quarter(depth, column)
            wall = stands(tile)
            if wall or depth * start <= column <= depth * end:
                seen.add(tile)
            edge = Fraction(2 * column - 1, 2 * depth)
            if before is True and not wall:
                start = edge
            if before is False and wall:
                scan(quarter, depth + 1, start, edge)
            before = wall
        if before is False:
            scan(quarter, depth + 1, start, end)

    for quarter in _QUARTERS:
        scan(quarter, 1, Fraction(-1), Fraction(1))
    return seen


def compared(walls_per_mille: int) -> tuple[int, int, int]:
    """Free tiles in reach over some random maps; how many both see alike; how many lie hidden."""
    dice = np.random.default_rng(walls_per_mille)
    free = alike = hidden = 0
    for _ in range(MAPS):
        blocks = np.where(dice.integers(0, 1000, (SIDE, SIDE)) < walls_per_mille, SOLID, CLEAR)
        blocks = blocks.astype(np.uint8)
        blocks[MIDDLE, MIDDLE] = CLEAR
        view = field_of_view(blocks, MIDDLE, MIDDLE, RADIUS)
        seen = shadowcast(blocks == SOLID, RADIUS)
        for dy in range(-RADIUS, RADIUS + 1):
            for dx in range(-RADIUS, RADIUS + 1):
                near = dx * dx + dy * dy <= RADIUS * RADIUS
                if near and blocks[MIDDLE + dy, MIDDLE + dx] == CLEAR:
                    free += 1
                    alike += bool(view[RADIUS + dy, RADIUS + dx]) == ((dx, dy) in seen)
                    hidden += (dx, dy) not in seen
    return free, alike, hidden


@pytest.mark.parametrize("walls_per_mille", [20, 100, 200, 350])
def test_it_agrees_with_symmetric_shadowcasting(walls_per_mille: int) -> None:
    free, alike, hidden = compared(walls_per_mille)
    assert 0 < hidden < free
    assert alike * 1000 >= AGREE_PER_MILLE * free, f"{alike} of {free} free tiles"


def test_whoever_is_in_view_has_the_viewer_in_view() -> None:
    dice = np.random.default_rng(7)
    for _ in range(MAPS):
        blocks = np.where(dice.random((SIDE, SIDE)) < 0.2, SOLID, CLEAR).astype(np.uint8)
        blocks[MIDDLE, MIDDLE] = CLEAR
        view = field_of_view(blocks, MIDDLE, MIDDLE, RADIUS)
        for y, x in np.argwhere(blocks == CLEAR).tolist():
            dx, dy = x - MIDDLE, y - MIDDLE
            if dx * dx + dy * dy <= RADIUS * RADIUS:
                back = field_of_view(blocks, x, y, RADIUS)
                assert view[RADIUS + dy, RADIUS + dx] == back[RADIUS - dy, RADIUS - dx], (x, y)

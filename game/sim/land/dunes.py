"""What wind, feet and eyes ask of the dunes: heights, shelter, slopes, crests that hide people.

Dunes are drawn as crest lines (``dune_lines``); ``dune_field`` raises the relief from them. Heights
are in units, 256 to a level, taken in cells of 8 px.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import isqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core.units import TILE_PX
from game.sim.land.dune_field import Heights, Relief, fill
from game.sim.land.dune_lines import (
    LEVEL_UNITS,
    LINE_SUB_PER_PX,
    STEP_PX,
    UNIT_BITS,
    Crest,
    Ridge,
    Wind,
    trace_all,
    unit_wind,
)
from game.sim.level import HEIGHT_CELL_PX

CELL_PX: Final = HEIGHT_CELL_PX
SHELTER_PX_PER_LEVEL: Final = 24
HIDING_AMP_UNITS: Final = LEVEL_UNITS * 3 // 2
"""A crest less high than this hides nobody."""
BURIED_SLACK_UNITS: Final = LEVEL_UNITS // 2
"""So far above it the ground may rise before a crest counts as buried."""


def heights(crests: Sequence[Crest], w_cells: int, h_cells: int, wind: Wind) -> Heights:
    """Height of every cell of a map at its centre: int16 (h_cells, w_cells), 256 = one level."""
    half = CELL_PX // 2
    return field(crests, half, half, w_cells, h_cells, CELL_PX, wind).height


def field(
    crests: Sequence[Crest],
    x0: int,
    y0: int,
    w: int,
    h: int,
    step: int,
    wind: Wind,
    *,
    art: bool = False,
) -> Relief:
    """The relief of w x h places, ``step`` px apart, the first at world px (x0, y0)."""
    relief = Relief.flat(x0, y0, w, h, step, art=art)
    for _ in fill(relief, trace_all(crests, wind), wind):
        pass
    return relief


def lee(heights: Heights, wind: Wind) -> Heights:
    """Shelter of every cell from this wind (not only the prevailing one), int16 like ``heights``.

    It says how many units a cell lies below the wind shadow of higher ground upwind, 0 = exposed.
    The shadow sinks one level in 24 px.
    """
    rows, columns = heights.shape
    shadow = np.zeros((rows, columns), np.int32)
    tall = heights.astype(np.int32)
    for dx, dy, drop in _upwind(wind, int(heights.max(initial=0))):
        if abs(dx) >= columns or abs(dy) >= rows:
            break
        here = shadow[max(0, -dy) : rows - max(0, dy), max(0, -dx) : columns - max(0, dx)]
        there = tall[max(0, dy) : rows + min(0, dy), max(0, dx) : columns + min(0, dx)]
        np.maximum(here, there - drop, out=here)
    below: Heights = np.maximum(shadow - tall, 0).astype(np.int16)
    return below


def climb_at(heights: Heights, x_px: int, y_px: int, dx: int, dy: int) -> int:
    """Slope at a place towards (dx, dy): units per px, positive uphill, 0 for no direction.

    A windward slope stays under about 21, a slip face reaches 78; 40 parts the two.
    """
    length: int = isqrt(dx * dx + dy * dy)
    if length == 0:
        return 0
    rows, columns = heights.shape
    x = min(max(x_px // CELL_PX, 0), columns - 1)
    y = min(max(y_px // CELL_PX, 0), rows - 1)
    west, east = max(x - 1, 0), min(x + 1, columns - 1)
    north, south = max(y - 1, 0), min(y + 1, rows - 1)
    across = heights.item(y, east) - heights.item(y, west)
    down = heights.item(south, x) - heights.item(north, x)
    rise: int = across * dx * max(south - north, 1) + down * dy * max(east - west, 1)
    run: int = max(east - west, 1) * max(south - north, 1) * CELL_PX * length
    steep = abs(rise) // run
    return steep if rise >= 0 else -steep


def steep_cells(heights: Heights, units_per_px: int) -> NDArray[np.bool_]:
    """Cells where ``climb_at`` may find more than this in some direction; elsewhere it never does.

    A fifth is left to spare, for ``climb_at`` rounds the length of its vector down: that holds for
    vectors of a cell and more.
    """
    edged = np.pad(heights.astype(np.int32), 1, mode="edge")
    across = edged[1:-1, 2:] - edged[1:-1, :-2]
    down = edged[2:, 1:-1] - edged[:-2, 1:-1]
    across[:, [0, -1]] *= 2  # at the edge of the map the rise is taken over one cell, not two
    down[[0, -1], :] *= 2
    limit = units_per_px * 2 * CELL_PX * 4 // 5
    steep: NDArray[np.bool_] = across * across + down * down > limit * limit
    return steep


def crest_cells(
    crests: Sequence[Crest],
    w_tiles: int,
    h_tiles: int,
    wind: Wind,
    heights: Heights | None = None,
) -> NDArray[np.bool_]:
    """Tiles that a crest line passes through, high enough to hide someone: bool (h_tiles, w_tiles).

    Ends below a level and a half hide nobody. The cells of one crest touch side by side, so no
    glance slips through a corner. With the ``heights`` of the map (8 px cells), a crest buried in
    the slope of a higher dune does not count either.
    """
    out = np.zeros((h_tiles, w_tiles), bool)
    for ridge in trace_all(crests, wind):
        before: tuple[int, int] | None = None
        for x_px, y_px, amp in _walk(ridge):
            tile = x_px // TILE_PX, y_px // TILE_PX
            inside = 0 <= tile[0] < w_tiles and 0 <= tile[1] < h_tiles
            if not inside or amp < HIDING_AMP_UNITS or _buried(heights, x_px, y_px, amp):
                before = None
                continue
            if before is not None and before[0] != tile[0] and before[1] != tile[1]:
                out[before[1], tile[0]] = True
            out[tile[1], tile[0]] = True
            before = tile
    return out


@lru_cache(maxsize=64)
def _upwind(wind: Wind, tallest: int) -> tuple[tuple[int, int, int], ...]:
    """(dx, dy, units the shadow has sunk) of the cells upwind, as far as a dune could reach."""
    nx, ny = unit_wind(wind)
    drop = LEVEL_UNITS * CELL_PX // SHELTER_PX_PER_LEVEL
    half = 1 << (UNIT_BITS - 1)
    return tuple(
        (-((n * nx + half) >> UNIT_BITS), -((n * ny + half) >> UNIT_BITS), n * drop)
        for n in range(1, tallest // drop + 1)
    )


def _walk(ridge: Ridge) -> Iterator[tuple[int, int, int]]:
    """(x px, y px, amp) every px along a ridge."""
    rows = list(zip(ridge.x.tolist(), ridge.y.tolist(), ridge.amp.tolist(), strict=True))
    for (ax, ay, a0), (bx, by, a1) in pairwise(rows):
        for k in range(STEP_PX):
            x, y = ax + (bx - ax) * k // STEP_PX, ay + (by - ay) * k // STEP_PX
            yield x // LINE_SUB_PER_PX, y // LINE_SUB_PER_PX, a0 + (a1 - a0) * k // STEP_PX


def _buried(heights: Heights | None, x_px: int, y_px: int, amp: int) -> bool:
    """Whether the ground of a map lies higher than a crest there; never where none is given."""
    if heights is None:
        return False
    y, x = y_px // CELL_PX, x_px // CELL_PX
    if not (0 <= y < heights.shape[0] and 0 <= x < heights.shape[1]):
        return False
    return int(heights[y, x]) > amp + BURIED_SLACK_UNITS

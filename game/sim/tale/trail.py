"""Whether her prints still lead from the edge of her round to him: what a tracker would follow."""

from typing import Final

import numpy as np

from game.core.units import TILE_SUB, tile_of
from game.sim import tuning
from game.sim.land.tracks import left_of
from game.sim.level import Area
from game.sim.world import World

SEGMENT_TILES: Final = 12
"""Her trail counts as unbroken if every stretch of so many tiles still shows a print of hers."""


def trail_unbroken(world: World) -> bool:
    """Whether her prints still lead from her round's western edge to the body."""
    patient = world.patient
    if patient is None:
        return False
    east = max((zone.x + zone.width for zone in world.level.zones_of(Area.WEST)), default=patient.x)
    shown = _columns_with_prints(world)
    first, last = tile_of(patient.x) // SEGMENT_TILES, tile_of(east) // SEGMENT_TILES
    return first < last and all(column in shown for column in range(first, last))


def _columns_with_prints(world: World) -> list[int]:
    """Stretches, counted from the west, in which a print of hers can still be followed."""
    marks = world.tracks
    rows = np.array([row for rows in marks.by_tile.values() for row in rows], np.int64)
    rows = rows[marks.maker[rows] == 0]
    clear = rows[left_of(world, rows) > tuning.FOLLOWED_PER_MILLE]
    shown = np.bincount(marks.x[clear] // (SEGMENT_TILES * TILE_SUB))
    columns: list[int] = np.flatnonzero(shown).tolist()
    return columns

"""Whether her prints still lead from the edge of her round to him: what a tracker would follow."""

from typing import Final

from game.core.units import tile_of
from game.sim import tuning
from game.sim.land.tracks import prints_on
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
    columns: list[int] = []
    width = world.level.width
    for tile in sorted(world.tracks.by_tile):
        column = tile % width // SEGMENT_TILES
        if column in columns:
            continue
        if any(
            seen.maker == 0 and seen.left_per_mille > tuning.FOLLOWED_PER_MILLE
            for seen in prints_on(world, tile % width, tile // width)
        ):
            columns.append(column)
    return columns

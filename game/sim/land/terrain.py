"""The ground as feet and eyes meet it: walkable tiles and what stops a line of sight.

Derived from the level and from what was broken tonight; never saved, always rebuilt.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core import sight
from game.core.units import TILE_PX, TILE_SUB, tile_of
from game.sim import tuning
from game.sim.land.dunes import steep_cells
from game.sim.level import HEIGHT_CELL_PX, Level, Spot, Surface, Wall

CELLS_A_TILE: Final = TILE_PX // HEIGHT_CELL_PX
"""Cells of relief along the side of a tile."""
_SURFACES: Final = tuple(Surface)


@dataclass(slots=True, eq=False)
class Terrain:
    """Grids per tile, indexed [row, column]."""

    blocks: NDArray[np.uint8]
    """What stops a line of sight: see ``core.sight``."""
    open: NDArray[np.bool_]
    """Tiles that can be walked on."""
    easy: NDArray[np.int16]
    """Pace per mille on tiles without a slip face that are open with all eight around them: nothing
    there is in anybody's way. 0 where walls or slopes have to be looked at."""

    def walkable(self, tile_x: int, tile_y: int) -> bool:
        """Whether a tile can be walked on; nothing off the map can."""
        height, width = self.open.shape
        return (
            0 <= tile_x < width
            and 0 <= tile_y < height
            and bool(self.open.item(tile_y, tile_x))
        )

    def easy_pace(self, x: int, y: int) -> int:
        """Pace per mille at a place in sub-units on easy ground; 0 on all other, and off the map.

        Almost every step of a night is taken on easy ground, so this is asked before all else.
        """
        if x < 0 or y < 0:
            return 0
        try:
            return self.easy.item(y // TILE_SUB, x // TILE_SUB)
        except IndexError:  # cheaper than asking for the shape each time: hardly anybody is off it
            return 0

    def sees(self, ax: int, ay: int, bx: int, by: int, low: bool = False) -> bool:
        """Whether a clear line runs between two places in sub-units; ``low``: b keeps low."""
        height, width = self.blocks.shape
        from_x, from_y, to_x, to_y = tile_of(ax), tile_of(ay), tile_of(bx), tile_of(by)
        if not (0 <= to_x < width and 0 <= to_y < height):
            return False
        return sight.sees(self.blocks, from_x, from_y, to_x, to_y, low)


def terrain_of(level: Level, broken: list[int]) -> Terrain:
    """The terrain of a level with these boulders (by id) in pieces."""
    solid = level.walls != Wall.NONE
    blocks = np.zeros(level.walls.shape, np.uint8)
    blocks[level.crest_tiles] = sight.RIDGE
    blocks[level.walls == Wall.LOW] = sight.LOW
    blocks[level.walls == Wall.HIGH] = sight.SOLID
    for place in level.places:
        tile_x, tile_y = tile_of(place.x), tile_of(place.y)
        if place.kind in (Spot.COVER, Spot.HIDING) and _on_map(level, tile_x, tile_y):
            blocks[tile_y, tile_x] = max(blocks[tile_y, tile_x], sight.LOW)
    for boulder in level.places_of(Spot.BOULDER):
        tile_x, tile_y = tile_of(boulder.x), tile_of(boulder.y)
        if boulder.id in broken or not _on_map(level, tile_x, tile_y):
            continue
        solid[tile_y, tile_x] = True
        blocks[tile_y, tile_x] = sight.SOLID
    walkable = ~solid
    easy = np.where(_with_neighbours(walkable), even_pace(level), 0).astype(np.int16)
    return Terrain(blocks, walkable, easy)


@lru_cache(maxsize=8)
def even_pace(level: Level) -> NDArray[np.int16]:
    """Pace per mille that the surface of each tile allows; 0 where a slip face may be climbed.

    Made once for each level.
    """
    paces = [tuning.SURFACE_PACE_PER_MILLE[surface] for surface in Surface]
    pace = np.array(paces, np.int16)[level.surface]
    steep = steep_cells(level.heights, tuning.STEEP_UNITS_PER_PX)
    rows, columns = (np.argwhere(steep) // CELLS_A_TILE).T
    pace[rows, columns] = 0
    return pace


def _with_neighbours(open_tiles: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tiles that are open and have all eight neighbours open; none at the edge of the map."""
    height, width = open_tiles.shape
    roomy = np.zeros((height, width), np.bool_)
    if height > 2 and width > 2:
        columns = open_tiles[:, :-2] & open_tiles[:, 1:-1] & open_tiles[:, 2:]
        roomy[1:-1, 1:-1] = columns[:-2] & columns[1:-1] & columns[2:]
    return roomy


def _on_map(level: Level, tile_x: int, tile_y: int) -> bool:
    return 0 <= tile_x < level.width and 0 <= tile_y < level.height


def surface_at(level: Level, x: int, y: int) -> Surface:
    """What lies underfoot at a place in sub-units; bare rock off the map."""
    tile_x, tile_y = x // TILE_SUB, y // TILE_SUB
    if not (0 <= tile_x < level.width and 0 <= tile_y < level.height):
        return Surface.ROCK
    return _SURFACES[level.surface.item(tile_y, tile_x)]


def height_cell(x: int, y: int) -> tuple[int, int]:
    """Cell of ``Level.heights`` that a place in sub-units falls in, as (column, row)."""
    cell_sub = TILE_SUB * HEIGHT_CELL_PX // TILE_PX
    return x // cell_sub, y // cell_sub

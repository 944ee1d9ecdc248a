"""How light it is: the moon and the shadows of walls and dunes, lamps, dust. One answer per tile.

Eyes and pictures ask the same functions, so a place that looks dark is dark.
"""

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core import headings
from game.core.units import PER_MILLE, tile_centre, tile_of
from game.sim import tuning
from game.sim.land.dunes import lee
from game.sim.land.terrain import CELLS_A_TILE
from game.sim.land.weather import WindKind, sheltered_cells
from game.sim.level import Level, Wall
from game.sim.world import World

MOON_WIND: Final = (5, 3)
"""Moonlight falls from the upper left all night: the vector that shadows lie along."""
_WALL_UNITS: Final = {Wall.LOW: 128, Wall.HIGH: 300}
"""Height of walls for shadows, in relief units."""
SHADED_UNITS: Final = 64
"""A cell this deep under a shadow's line is dark; so is a tile with three such cells."""


def light_at(world: World, x: int, y: int, wind: WindKind = WindKind.STILL) -> int:
    """Light on the tile of a place in sub-units, 0..1000; ``wind`` is what blows there."""
    tile_x, tile_y = tile_of(x), tile_of(y)
    light = moonlight(world, tile_x, tile_y)
    middle_x, middle_y = tile_centre(tile_x), tile_centre(tile_y)
    bright, rim = tuning.LAMP_LIGHT
    for lamp in world.level.lights:
        dx, dy = middle_x - lamp.x, middle_y - lamp.y
        reach = lamp.radius
        if abs(dx) > reach or abs(dy) > reach or lamp.id in world.doused:
            continue
        away = headings.distance(dx, dy)
        if away <= reach:
            light = max(light, bright - (bright - rim) * away // max(1, reach))
    if wind is WindKind.GUST:
        return light * tuning.GUST_LIGHT_PER_MILLE // PER_MILLE
    if wind is WindKind.STORM:
        return light * tuning.STORM_LIGHT_PER_MILLE // PER_MILLE
    return light


def moonlight(world: World, tile_x: int, tile_y: int) -> int:
    """Light of the moon alone on a tile, per mille."""
    level = world.level
    if not (0 <= tile_x < level.width and 0 <= tile_y < level.height):
        return tuning.MOON_LIGHT
    shade = moon_shadow(level, shadow_length(world.minutes))
    return tuning.MOON_SHADOW_LIGHT if shade.item(tile_y, tile_x) else tuning.MOON_LIGHT


def shadow_length(minutes: int) -> int:
    """Length of shadows at a minute of the night, per mille of the moon's middle height."""
    for until, length in tuning.MOON_LENGTH_PER_MILLE:
        if minutes < until:
            return length
    return tuning.MOON_LENGTH_PER_MILLE[-1][1]


def prepare(level: Level) -> None:
    """Make the shadows of all the moon's heights and the lee of the dunes before a night begins.

    They would be made when they are first asked for, and that tick would stall.
    """
    sheltered_cells(level)
    for _, length in tuning.MOON_LENGTH_PER_MILLE:
        moon_shadow(level, length)


@lru_cache(maxsize=12)
def moon_depth(level: Level, length_per_mille: int) -> NDArray[np.int16]:
    """How deep each cell of the relief lies under the shadows that the moon throws, in units.

    Shadow begins at ``SHADED_UNITS``; made once for each height of the moon.
    """
    tall = level.heights.astype(np.int32)
    for wall, units in _WALL_UNITS.items():
        stands = (level.walls == wall).repeat(CELLS_A_TILE, axis=0).repeat(CELLS_A_TILE, axis=1)
        tall = tall + np.where(stands[: tall.shape[0], : tall.shape[1]], units, 0)
    stretched = np.minimum(tall * length_per_mille // PER_MILLE, 2**15 - 1).astype(np.int16)
    return lee(stretched, MOON_WIND)


@lru_cache(maxsize=12)
def moon_shadow(level: Level, length_per_mille: int) -> NDArray[np.bool_]:
    """Tiles in the moon's shadow, bool [row, column]; made once for each height of the moon."""
    shaded = moon_depth(level, length_per_mille) >= SHADED_UNITS
    rows, columns = level.height, level.width
    side = CELLS_A_TILE
    cells = shaded[: rows * side, : columns * side].reshape(rows, side, columns, side)
    dark: NDArray[np.bool_] = (cells.sum(axis=(1, 3)) >= 3) & (level.walls == Wall.NONE)
    return dark

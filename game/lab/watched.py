"""What is seen, lit and heard where, as grids of a whole map: the sim's own answers, tile by tile.

Grids are [row, column] in tiles. Fields of view come from ``core.sight`` at once instead of ray by
ray, which is some thirty times quicker than ``perception.sight_cells`` and gives the same tiles.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core.flood import STRAIGHT
from game.core.sight import field_of_view
from game.core.units import PER_MILLE, tile_centre
from game.lab.rounds import go_round, undisturbed
from game.sim import tuning
from game.sim.beings import Mind, Pose
from game.sim.command import Gait
from game.sim.land.light import light_at, shadow_length
from game.sim.land.terrain import surface_at
from game.sim.level import Level
from game.sim.minds.eyes import (
    FURTHEST_TILES,
    Dust,
    Eyes,
    Shade,
    Stance,
    Zone,
    eyes_of,
    shade_of,
    zone_at,
)
from game.sim.minds.hearing import carried
from game.sim.minds.perception import heeds_her
from game.sim.world import World

Grid = NDArray[np.uint8]
Tile = tuple[int, int]
LOOK_TICKS: Final = 20
"""So often the rounds are looked at for heat: somebody walks two thirds of a tile meanwhile."""
_SIDE: Final = 2 * FURTHEST_TILES + 1


@dataclass(frozen=True, slots=True)
class Heat:
    """How often each tile was watched: looks in which anybody saw it, and saw it for certain."""

    looks: int
    seen: NDArray[np.int32]
    certain: NDArray[np.int32]


def heat(level: Level, ticks: int) -> Heat:
    """How often each tile is watched while everybody walks undisturbed rounds for so long."""
    world = undisturbed(level)
    shape = level.height, level.width
    seen, certain = np.zeros(shape, np.int32), np.zeros(shape, np.int32)
    shades, length = shade_grid(world), shadow_length(world.minutes)
    looks = 0
    for _ in range(max(1, ticks // LOOK_TICKS)):
        if shadow_length(world.minutes) != length:
            shades, length = shade_grid(world), shadow_length(world.minutes)
        zones = seen_by_all(world, shades)
        seen += zones >= Zone.GLIMPSE
        certain += zones == Zone.CERTAIN
        looks += 1
        go_round(world, LOOK_TICKS)
    return Heat(looks, seen, certain)


def seen_by_all(world: World, shades: Grid) -> Grid:
    """The best ``Zone`` that anybody has of each tile, of those to whom she is anything."""
    zones = np.zeros(shades.shape, np.uint8)
    for mind in world.minds:
        if watches(world, mind):
            (rows, columns), mine = seen_from(world, eyes_of(mind), shades)
            np.maximum(zones[rows, columns], mine, out=zones[rows, columns])
    return zones


def watches(world: World, mind: Mind) -> bool:
    """Whether somebody has eyes for her just now."""
    sees = tuning.KINDS[mind.kind].eyes and mind.awake and mind.pose is not Pose.BURIED
    return bool(sees) and heeds_her(world, mind)


def seen_from(world: World, eyes: Eyes, shades: Grid) -> tuple[tuple[slice, slice], Grid]:
    """``Zone`` of every tile round an eye in still air, and which rows and columns these are."""
    clear = field_of_view(world.terrain.blocks, eyes.tile_x, eyes.tile_y, FURTHEST_TILES)
    height, width = shades.shape
    left, top = eyes.tile_x - FURTHEST_TILES, eyes.tile_y - FURTHEST_TILES
    x0, y0 = max(0, left), max(0, top)
    x1, y1 = min(width, left + _SIDE), min(height, top + _SIDE)
    part = (slice(y0 - top, y1 - top), slice(x0 - left, x1 - left))
    of_shade = _zones(eyes.heading, eyes.half)[:, part[0], part[1]]
    here = slice(y0, y1), slice(x0, x1)
    zones = np.take_along_axis(of_shade, shades[here][None].astype(np.intp), axis=0)[0]
    zones[~clear[part]] = Zone.NONE
    return here, zones


def light_grid(world: World) -> NDArray[np.int32]:
    """Light on every tile, per mille, in still air."""
    level = world.level
    return np.array([
        [light_at(world, tile_centre(x), tile_centre(y)) for x in range(level.width)]
        for y in range(level.height)
    ], np.int32)


def shade_grid(world: World) -> Grid:
    """``Shade`` of every tile in still air."""
    light = light_grid(world)
    shades = np.full(light.shape, shade_of(tuning.DARK_BELOW), np.uint8)
    shades[light < tuning.DARK_BELOW] = Shade.DARK
    shades[light >= tuning.LIT_AT] = Shade.LIT
    return shades


def step_tiles(world: World, gait: Gait, at: Tile) -> int:
    """How many tiles of open ground a step of hers carries on the surface of a tile."""
    surface = surface_at(world.level, tile_centre(at[0]), tile_centre(at[1]))
    tenths = tuning.STEP_NOISE_TILES[gait] * tuning.SURFACE_NOISE_PER_MILLE[surface]
    return (tenths + PER_MILLE // 2) // PER_MILLE


def heard_grid(world: World, at: Tile, tiles: int) -> NDArray[np.bool_]:
    """Where a sound of so many tiles, made on a tile (column, row), is heard in still air."""
    grid = np.zeros((world.level.height, world.level.width), np.bool_)
    for x, y in carried(world, at, tiles * STRAIGHT):
        if 0 <= x < world.level.width and 0 <= y < world.level.height:
            grid[y, x] = True
    return grid


@lru_cache(maxsize=512)
def _zones(heading: int, half: int) -> Grid:
    """``Zone`` of each tile round an eye, [shade, row, column], if nothing stands between."""
    table = np.zeros((len(Shade), _SIDE, _SIDE), np.uint8)
    for shade in Shade:
        for y in range(_SIDE):
            for x in range(_SIDE):
                dx, dy = x - FURTHEST_TILES, y - FURTHEST_TILES
                table[shade, y, x] = zone_at(
                    dx, dy, heading, half, shade, Stance.UPRIGHT, Dust.CLEAR
                )
    return table

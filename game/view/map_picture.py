"""A map in miniature by moonlight: dunes, surfaces and walls at a few pixels a tile."""

from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import pygame
from numpy.typing import NDArray

from game.core.units import TILE_SUB
from game.sim.level import Level, Surface, Wall
from game.view.ground_palette import RAMP_LENGTHS, RAMP_STARTS, Ramp, table
from game.view.library import shown
from game.view.veils import thresholds

_CELLS_PER_TILE: Final = 2
_FLAT: Final = 2.75
"""Tone of level sand, in steps of its ramp: darker than underfoot, so that signs stand out."""
_PER_SLOPE: Final = 1.5
_MOST_SHADE: Final = 2.4
_SHADOW_STEPS: Final = 14
_SHADOW_DROP: Final = 0.16
"""Levels that a ray of the moon sinks on its way over one step down and right."""
_SHADOW: Final = 1.15
_RIDGE: Final = 1.3
_SURFACES: Final[dict[int, tuple[Ramp, float]]] = {
    Surface.SAND: (Ramp.SAND, _FLAT),
    Surface.SOFT: (Ramp.SAND, 2.35),
    Surface.QUICKSAND: (Ramp.WET, 3.2),
    Surface.HARDPAN: (Ramp.CLAY, 3.1),
    Surface.GRAVEL: (Ramp.STONE, 2.1),
    Surface.ROCK: (Ramp.STONE, 2.6),
    Surface.ROAD: (Ramp.CLAY, 4.1),
    Surface.SCRUB: (Ramp.LEAF, 1.3),
}
_WALLS: Final[dict[int, float]] = {Wall.LOW: 2.9, Wall.HIGH: 3.3}
_DITHER: Final = 0.4

Floats = NDArray[np.float64]


@dataclass(slots=True)
class Miniatures:
    """A level's pictures by scale, each made once."""

    level: Level
    _made: dict[int, pygame.Surface] = field(default_factory=dict)

    def at(self, scale: int) -> pygame.Surface:
        """The whole map with ``scale`` pixels a tile."""
        if scale not in self._made:
            self._made[scale] = miniature(self.level, scale)
        return self._made[scale]


def on_map(x: int, y: int, scale: int) -> tuple[int, int]:
    """Pixel of the miniature for a place in sub-units."""
    return x * scale // TILE_SUB, y * scale // TILE_SUB


def miniature(level: Level, scale: int) -> pygame.Surface:
    """Draw the level at ``scale`` pixels a tile, lit from the upper left."""
    heights = _heights(level, scale)
    shade = _relief(heights, scale)
    surface = np.repeat(np.repeat(level.surface, scale, 0), scale, 1)
    walls = np.repeat(np.repeat(level.walls, scale, 0), scale, 1)
    ramps = np.zeros(surface.shape, np.int64)
    tone: Floats = np.zeros(surface.shape)
    for kind, (ramp, flat) in _SURFACES.items():
        here = surface == kind
        ramps[here], tone[here] = ramp, flat
    tone += shade
    for wall, flat in _WALLS.items():
        here = walls == wall
        ramps[here], tone[here] = Ramp.STONE, flat
    built = walls == Wall.HIGH
    tone[built & ~_moved(built, 1, 0)] -= 1.6  # the foot of the south side
    tone[built & ~_moved(built, -1, 0)] += 0.9
    thrown = ~built & (_moved(built, 1, 1) | _moved(built, 0, 1))
    tone[thrown] -= 1.4
    height, width = tone.shape[0], tone.shape[1]
    order = thresholds(height, width)
    step = np.floor(tone + 0.5 + (order - 0.5) * _DITHER).astype(np.int64)
    step = np.clip(step, 0, np.array(RAMP_LENGTHS)[ramps] - 1)
    pixels = table()[np.array(RAMP_STARTS)[ramps] + step]
    image = pygame.image.frombytes(np.ascontiguousarray(pixels).tobytes(), (width, height), "RGB")
    return shown(image)


def _heights(level: Level, scale: int) -> Floats:
    """Height in levels of each pixel's middle, between those of the cells around it."""
    cells = level.heights.astype(np.float64) / 256

    def places(count: int) -> tuple[NDArray[np.int64], NDArray[np.int64], Floats]:
        at = (np.arange(count * scale) + 0.5) * _CELLS_PER_TILE / scale - 0.5
        low = np.clip(np.floor(at).astype(np.int64), 0, count * _CELLS_PER_TILE - 1)
        return low, np.minimum(low + 1, count * _CELLS_PER_TILE - 1), np.clip(at - low, 0, 1)

    top, bottom, down = places(level.height)
    left, right, across = places(level.width)
    upper = cells[top][:, left] * (1 - across) + cells[top][:, right] * across
    lower = cells[bottom][:, left] * (1 - across) + cells[bottom][:, right] * across
    result: Floats = upper * (1 - down[:, None]) + lower * down[:, None]
    return result


def _relief(heights: Floats, scale: int) -> Floats:
    """What slope, shadow and crest add to the tone of level ground."""
    rise = heights - _shifted(heights, 1, 1)
    # the moon stands upper left: ground that rises towards lower right faces it
    shade = np.clip(rise * _PER_SLOPE * (scale + 1) / 2, -_MOST_SHADE, _MOST_SHADE * 0.7)
    hidden = np.zeros(heights.shape, bool)
    for step in range(1, _SHADOW_STEPS * max(1, scale) // 2 + 1):
        hidden |= _shifted(heights, step, step) - step * _SHADOW_DROP * 2 / scale > heights + 0.35
    shade[hidden] -= _SHADOW
    crest = (rise >= 0) & (_shifted(heights, -1, -1) < heights - 0.22 / scale) & (heights > 0.8)
    shade[crest & ~hidden] += _RIDGE
    result: Floats = shade
    return result


def _shifted(field_: Floats, down: int, right: int) -> Floats:
    """The field moved down and right by so many pixels; what comes in repeats the rim."""
    height, width = field_.shape
    rows = np.clip(np.arange(height) - down, 0, height - 1)
    columns = np.clip(np.arange(width) - right, 0, width - 1)
    result: Floats = field_[rows][:, columns]
    return result


def _moved(mask: NDArray[Any], down: int, right: int) -> NDArray[np.bool_]:
    """A mask moved down and right; nothing comes in from outside."""
    result = np.zeros(mask.shape, bool)
    height, width = mask.shape[0], mask.shape[1]
    rows, columns = _overlap(height, down), _overlap(width, right)
    result[rows[0], columns[0]] = mask[rows[1], columns[1]]
    return result


def _overlap(size: int, by: int) -> tuple[slice, slice]:
    """Where something moved by so much comes to lie within ``size``, and where it comes from."""
    return slice(max(0, by), size + min(0, by)), slice(max(0, -by), size + min(0, -by))

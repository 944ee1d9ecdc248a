"""Pictures of flying sand that repeat in both directions, and the fog that closes in a storm."""

import math
from functools import lru_cache
from typing import Final

import numpy as np
import pygame
from numpy.typing import NDArray

from game.core import headings
from game.view.dither import B4
from game.view.palette import rgb

SIDE: Final = 256
LEVELS: Final = 5
"""How many strengths of each are kept: drawing them at a free strength costs three times."""
_FOG_WIDTH: Final = 960
_FOG_HEIGHT: Final = 560
_CLEAR_PX: Final = 64
_CLOSED_PX: Final = 208
_LAYERS: Final = (
    # waves along and across the wind, lowest tone shown, alpha of each of three steps, colour
    ((2, 22), 0.58, 19, "sand6"),
    ((2, 9), 0.30, 40, "sand4"),
    ((3, 19), 0.34, 70, "sand6"),
)


@lru_cache(maxsize=48)
def sheet(bent: int, layer: int, level: int) -> pygame.Surface:
    """A sheet of sand drawn out along the wind; ``bent`` is the wind's heading over 32.

    ``level`` 1..LEVELS is how thick it is. Blit it with BLEND_PREMULTIPLIED.
    """
    _, _, alpha_step, color = _LAYERS[layer]
    return _tinted(_sheet_steps(bent, layer), alpha_step * level / LEVELS, color)


@lru_cache(maxsize=LEVELS)
def fog(level: int) -> pygame.Surface:
    """Dust with a clear place in its middle, closing towards the rim in dithered steps.

    ``level`` 1..LEVELS is how thick it is. Blit it with BLEND_PREMULTIPLIED.
    """
    return _tinted(_fog_steps(), 38 * level / LEVELS, "sand4")


def _tinted(steps: NDArray[np.float32], alpha_step: float, color: str) -> pygame.Surface:
    """A colour, as opaque as its steps say."""
    picture = pygame.Surface(steps.shape, pygame.SRCALPHA)
    picture.fill(rgb(color))
    alpha = pygame.surfarray.pixels_alpha(picture)
    alpha[:] = np.clip(steps * alpha_step, 0, 255).astype(np.uint8)
    del alpha
    return picture.premul_alpha()


@lru_cache(maxsize=12)
def _sheet_steps(bent: int, layer: int) -> NDArray[np.float32]:
    (along, across), lowest, _, _ = _LAYERS[layer]
    tone = _stretched(bent * 32, along, across, 11 + layer)
    tone = np.clip((tone - lowest) / (1 - lowest), 0, 1) * 3
    x, y = np.mgrid[0:SIDE, 0:SIDE]
    steps: NDArray[np.float32] = np.floor(tone + (B4[x % 4, y % 4] + 0.5) / 16).astype(np.float32)
    return steps


@lru_cache(maxsize=1)
def _fog_steps() -> NDArray[np.float32]:
    x, y = np.mgrid[0:_FOG_WIDTH, 0:_FOG_HEIGHT]
    away = np.hypot(x - _FOG_WIDTH / 2, (y - _FOG_HEIGHT / 2) * 1.1)
    tone = np.clip((away - _CLEAR_PX) / (_CLOSED_PX - _CLEAR_PX), 0, 1)
    tone = tone * tone * (3 - 2 * tone) * 5
    steps: NDArray[np.float32] = np.floor(tone + (B4[x % 4, y % 4] + 0.5) / 16).astype(np.float32)
    return steps


def _stretched(heading: int, along: int, across: int, seed: int) -> NDArray[np.float64]:
    """Noise 0..1 that repeats after SIDE pixels, long along the heading and short across it.

    A sum of plane waves with whole numbers of periods, so that no seam shows; each wave is taken
    apart into its two directions, cos(a + b) = cos a cos b - sin a sin b.
    """
    rng = np.random.default_rng(seed)
    angle = heading * math.tau / headings.TURN
    step = np.arange(SIDE) * (math.tau / SIDE)
    total = np.zeros((SIDE, SIDE))
    for _ in range(42):
        u, v = rng.normal(0, along), rng.normal(0, across)
        wave_x = round(u * math.cos(angle) - v * math.sin(angle))
        wave_y = round(u * math.sin(angle) + v * math.cos(angle))
        size = 1 / (1 + math.hypot(wave_x, wave_y) * 0.12)
        a, b = step * wave_x + rng.uniform(0, math.tau), step * wave_y
        total += size * (np.outer(np.cos(a), np.cos(b)) - np.outer(np.sin(a), np.sin(b)))
    total -= total.min()
    result: NDArray[np.float64] = total / total.max()
    return result

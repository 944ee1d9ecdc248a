"""Thin light over wide pictures: the paling horizon before dawn, and shade behind words."""

from functools import lru_cache
from typing import Final

import numpy as np
import pygame
from numpy.typing import NDArray

from game.view.dither import B4
from game.view.palette import Rgb

GLOW_Y: Final = 84
"""Upper edge of the glow on the canvas."""

_GLOW_HEIGHT: Final = 112
_GLOW_PEAK: Final = 76
"""Row in which it is brightest: where the far land stands."""
_GLOW_FULL: Final[Rgb] = (92, 56, 40)
_LEVELS: Final = 10
_WIDTH: Final = 480


@lru_cache(maxsize=4)
def horizon_glow(step: int) -> pygame.Surface:
    """Light to be added over the sky, ``step`` 1..12 for how near the sun is."""
    row = np.arange(_GLOW_HEIGHT)
    up, down = row / _GLOW_PEAK, (_GLOW_HEIGHT - row) / (_GLOW_HEIGHT - _GLOW_PEAK)
    rise = np.minimum(up, down) ** 2 * min(step, 12) / 12
    tone = np.repeat((rise * _LEVELS)[:, None], _WIDTH, axis=1)
    tone = np.floor(tone + thresholds(_GLOW_HEIGHT, _WIDTH)) / _LEVELS
    light = tone[:, :, None] * np.array(_GLOW_FULL)
    pixels = np.ascontiguousarray(light.astype(np.uint8))
    return pygame.image.frombuffer(pixels.tobytes(), (_WIDTH, _GLOW_HEIGHT), "RGB")


@lru_cache(maxsize=8)
def shade(width: int, height: int, color: Rgb, alpha: int, fade_px: int) -> pygame.Surface:
    """A dark plate whose left and right ends thin out in dithered steps."""
    across = np.minimum(np.arange(width) + 1, width - np.arange(width)) / max(1, fade_px)
    steps = 5
    tone = np.clip(across, 0, 1)[None].repeat(height, axis=0) * steps
    tone = np.minimum(np.floor(tone + thresholds(height, width)), steps) / steps
    pixels = np.zeros((height, width, 4), np.uint8)
    pixels[..., :3] = color
    pixels[..., 3] = (tone * alpha).astype(np.uint8)
    return pygame.image.frombuffer(pixels.tobytes(), (width, height), "RGBA")


def thresholds(height: int, width: int) -> NDArray[np.float64]:
    """The dither's thresholds, 0..1, for every pixel of a picture of that size."""
    tiled = np.tile(B4, (height // 4 + 1, width // 4 + 1))[:height, :width]
    result: NDArray[np.float64] = (tiled + 0.5) / 16
    return result

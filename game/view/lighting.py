"""Light at run time: lamps that can be put out, the moon's shadows, the dark at the picture's rim.

Lamps and shadows are those that eyes ask (``sim.light``), so a place that looks dark is dark. The
ground is painted for moonlight; a lamp makes it brighter by as much again and warmer.
"""

import math
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

import numpy as np
import pygame
from numpy.typing import NDArray

from game.core.units import SUB, TILE_PX
from game.sim.level import Level, Light
from game.sim.light import moon_shadow, shadow_length
from game.sim.world import World
from game.view.camera import HEIGHT, WIDTH, View
from game.view.dither import B4

_WARM: Final = (255, 160, 66)
_BANDS: Final = 7
_ON_GROUND: Final = 1.0
_ON_PEOPLE: Final = 0.34
"""People get about a third of the light: more, and faces blow out."""
_SHADED: Final = (176, 178, 206)
_NIGHT: Final = (250, 248, 255)
_RIM: Final = (146, 142, 184)
_HAZE: Final = 0.16
"""How much of a lamp's own colour hangs in the air round it."""
_FLAME_PX: Final = 30


@dataclass(slots=True)
class Lighting:
    """Lights one map."""

    level: Level
    flicker: bool = True
    _shade: dict[int, pygame.Surface] = field(default_factory=dict)
    _glow: pygame.Surface | None = None
    _lit: pygame.Surface | None = None

    def darken(self, canvas: pygame.Surface, world: World, view: View) -> None:
        """Lay the moon's shadows over the ground."""
        shade = self._shades(shadow_length(world.minutes))
        left, top = view.x // TILE_PX - 1, view.y // TILE_PX - 1
        columns, rows = WIDTH // TILE_PX + 3, HEIGHT // TILE_PX + 4
        area = pygame.Rect(left + 2, top + 2, columns, rows).clip(shade.get_rect())
        if not area.width or not area.height:
            return
        part = shade.subsurface(area)
        whole = pygame.transform.smoothscale(part, (area.width * TILE_PX, area.height * TILE_PX))
        at = (area.x - 2) * TILE_PX - view.x, (area.y - 2) * TILE_PX - view.y
        canvas.blit(whole, at, special_flags=pygame.BLEND_RGB_MULT)

    def light_ground(self, canvas: pygame.Surface, world: World, view: View) -> None:
        """Let the lamps shine on ground and walls; keeps what shines for ``light_people``."""
        self._lit = self._lamps(world, view)
        if self._lit is not None:
            _shine(canvas, self._lit, _ON_GROUND)
            for lamp in self._burning(world, view):
                x, y = view.on_canvas(lamp.x // SUB, lamp.y // SUB)
                at = x - _FLAME_PX, y - _FLAME_PX
                canvas.blit(_flame(), at, special_flags=pygame.BLEND_RGB_ADD)

    def light_people(self, canvas: pygame.Surface) -> None:
        """Let a part of the lamps' light fall on everybody."""
        if self._lit is not None:
            _shine(canvas, self._lit, _ON_PEOPLE)

    def close(self, canvas: pygame.Surface) -> None:
        """Darken the rim of the picture, so that the eye stays where she is."""
        canvas.blit(_vignette(), (0, 0), special_flags=pygame.BLEND_RGB_MULT)

    def _shades(self, length: int) -> pygame.Surface:
        """One pixel a tile, two tiles of margin: what is left of the light there."""
        found = self._shade.get(length)
        if found is None:
            dark = moon_shadow(self.level, length)
            pixels = np.full((self.level.width + 4, self.level.height + 4, 3), 255, np.uint8)
            pixels[2:-2, 2:-2][dark.T] = _SHADED
            found = self._shade[length] = pygame.surfarray.make_surface(pixels)
        return found

    def _lamps(self, world: World, view: View) -> pygame.Surface | None:
        """All burning lamps in view as one map of light, or None in the dark."""
        burning = self._burning(world, view)
        if not burning:
            return None
        if self._glow is None:
            self._glow = pygame.Surface((WIDTH, HEIGHT)).convert(24)
        self._glow.fill(0)
        for lamp in burning:
            radius = lamp.radius // SUB
            disc = _disc(radius, self._breath(lamp, view.tick))
            x, y = view.on_canvas(lamp.x // SUB, lamp.y // SUB)
            self._glow.blit(disc, (x - radius, y - radius), special_flags=pygame.BLEND_RGB_MAX)
        return self._glow

    def _burning(self, world: World, view: View) -> list[Light]:
        return [
            lamp
            for lamp in self.level.lights
            if lamp.id not in world.doused
            and view.shows(lamp.x // SUB, lamp.y // SUB, lamp.radius // SUB)
        ]

    def _breath(self, lamp: Light, tick: int) -> int:
        """Which of a few strengths a flame has just now."""
        if not self.flicker:
            return 1
        wave = math.sin(tick * 0.11 + lamp.id) + math.sin(tick * 0.043 + lamp.id * 1.7)
        return 0 if wave < -0.9 else 2 if wave > 0.9 else 1


def glow_disc(radius: int, color: tuple[int, int, int], power: float, bands: int) -> NDArray[
    np.uint8
]:
    """A round light in dithered bands that ends at its radius, uint8 [x, y, 3]."""
    side = 2 * radius + 1
    x, y = np.mgrid[-radius : radius + 1, -radius : radius + 1]
    away = np.hypot(x, y) / max(1, radius)
    tone = np.clip(1 - away, 0, 1) ** power
    threshold = (np.tile(B4, (side // 4 + 1, side // 4 + 1))[:side, :side] + 0.5) / 16
    step = np.floor(tone * bands + threshold)
    step = np.where(away < 1, np.maximum(step, 1), 0) / bands
    return (np.clip(step, 0, 1)[:, :, None] * np.array(color)).astype(np.uint8)


def _shine(canvas: pygame.Surface, glow: pygame.Surface, share: float) -> None:
    """Brighten a canvas by its own colours times the light: texture stays, fog does not come."""
    lit = canvas.copy()
    lit.blit(glow, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
    if share < 1:
        level = round(255 * share)
        lit.fill((level, level, level), special_flags=pygame.BLEND_RGB_MULT)
    canvas.blit(lit, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    if share >= 1:
        haze = glow.copy()
        level = round(255 * _HAZE)
        haze.fill((level, level, level), special_flags=pygame.BLEND_RGB_MULT)
        canvas.blit(haze, (0, 0), special_flags=pygame.BLEND_RGB_ADD)


@lru_cache(maxsize=1)
def _flame() -> pygame.Surface:
    """The haze right round a flame."""
    return pygame.surfarray.make_surface((glow_disc(_FLAME_PX, _WARM, 1.4, 5) * _HAZE * 2.2).astype(np.uint8))


@lru_cache(maxsize=24)
def _disc(radius: int, breath: int) -> pygame.Surface:
    power = (1.35, 1.2, 1.1)[breath]
    return pygame.surfarray.make_surface(glow_disc(radius, _WARM, power, _BANDS))


@lru_cache(maxsize=1)
def _vignette() -> pygame.Surface:
    """What is left of the light over the picture: full in the middle, dithered down to the rim."""
    x, y = np.mgrid[0:WIDTH, 0:HEIGHT]
    away = np.hypot((x - WIDTH / 2) / (WIDTH * 0.52), (y - HEIGHT / 2) / (HEIGHT * 0.56))
    tone = np.clip((away - 0.62) / 0.53, 0, 1)
    tone = tone * tone * (3 - 2 * tone) * 6
    step = np.floor(tone + (B4[x % 4, y % 4] + 0.5) / 16) / 6
    night, rim = np.array(_NIGHT), np.array(_RIM)
    pixels = night + np.clip(step, 0, 1)[:, :, None] * (rim - night)
    return pygame.surfarray.make_surface(pixels.astype(np.uint8))

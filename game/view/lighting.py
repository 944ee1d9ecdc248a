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

from game.core.units import SUB
from game.sim import tuning
from game.sim.land.dunes import CELL_PX
from game.sim.land.light import SHADED_UNITS, moon_depth
from game.sim.level import Level, Light
from game.sim.world import World
from game.view.camera import HEIGHT, WIDTH, View
from game.view.dither import B4
from game.view.ground_noise import bilinear
from game.view.palette import rgb

_WARM: Final = (255, 160, 66)
_BANDS: Final = 7
_BRIGHTEST: Final = 0.84
"""Pale ground right under a lamp would be white with more."""
_LEAST: Final = 0.05
"""Share of a light that is left at its rim: scattered pixels, so that the rim is seen but soft."""
_ON_PEOPLE: Final = 0.34
"""People get about a third of the light: more, and faces blow out."""
_SHADED: Final = (176, 178, 206)
_SHADE_DEEPEST: Final = 2 * SHADED_UNITS
"""What lies deeper is no darker: so the edge of a shadow runs where rules say it does."""
_SHADE_DITHER: Final = 24
_SHADE_ROUNDS: Final = 3
"""How often the depths of neighbours are mixed: a long shadow's edge would be as jagged as the
cells of the crest that throws it."""
_SHADE_MARGIN: Final = 2
_STAINS_PX: Final = ((64, 0.5), (32, 0.3), (16, 0.2))
_STAINED: Final = ((196, 190, 214), (216, 211, 226), (236, 233, 240), (255, 255, 255))
"""What is left of the light on the darkest stain and beside the stains."""
_NIGHT: Final = ((252, 248, 255), (243, 247, 255))
_RIM: Final = ((146, 142, 184), (128, 140, 188))
"""What is left of the light in the middle and at the rim: in the evening, and before dawn."""
_COLD_STEPS: Final = 4
_COLD_FROM_MINUTES: Final = 22 * 60
_COLDEST_AFTER_MINUTES: Final = 6 * 60
_HAZE: Final = 0.12
"""How much of a lamp's own colour hangs in the air round it."""
_FLAME_PX: Final = 30
_MOTHS: Final = 4
_DAWN: Final = (38, 24, 30)
"""What the grey of dawn adds at sunrise."""


@dataclass(slots=True)
class Lighting:
    """Lights one map."""

    level: Level
    flicker: bool = True
    brightness_per_mille: int = 1000
    rim: bool = True
    """Whether the picture grows darker towards its rim."""
    _shade: dict[int, NDArray[np.float32]] = field(default_factory=dict)
    _glow: pygame.Surface | None = None
    _lit: pygame.Surface | None = None
    _area: pygame.Rect = field(default_factory=lambda: pygame.Rect(0, 0, 0, 0))

    def shade_chunk(self, ground: pygame.Surface, chunk: tuple[int, int], length: int) -> None:
        """Lay the moon's shadows of a height (``light.shadow_length``) on a square of ground."""
        side = ground.get_width()
        deep = self._depths(length)
        # cells as pixels that lie CELL_PX apart; between them the shadow's line runs on
        spot = np.arange(side) + (CELL_PX - 1) / 2
        whole = (spot // CELL_PX).astype(np.int64)
        within = (spot % CELL_PX / CELL_PX).astype(np.float32)
        first = [number * side // CELL_PX + _SHADE_MARGIN - 1 for number in chunk]
        reach = np.arange(side // CELL_PX + 2)
        columns, rows = (
            np.clip(reach + at, 0, size - 1) for at, size in zip(first, deep.shape, strict=True)
        )
        near = deep[np.ix_(columns, rows)]
        if not near.any():
            return
        depth = bilinear(near, whole, within, whole, within) + _dither(side)
        veil = pygame.surfarray.make_surface(_shade_steps()[depth.astype(np.uint8)])
        ground.blit(veil, (0, 0), special_flags=pygame.BLEND_RGB_MULT)

    def wear(self, stone: pygame.Surface) -> None:
        """Lay broad faint stains on a square of walls and roofs, whose tiles repeat."""
        stone.blit(_stains(stone.get_width()), (0, 0), special_flags=pygame.BLEND_RGB_MULT)

    def light_ground(self, canvas: pygame.Surface, world: World, view: View) -> None:
        """Let the lamps shine on ground and walls; keeps what shines for ``light_people``."""
        self._lit = self._lamps(world, view)
        if self._lit is not None:
            _shine(canvas, self._lit, self._area, haze=_HAZE)
            for lamp in self._burning(world, view):
                x, y = view.on_canvas(lamp.x // SUB, lamp.y // SUB)
                at = x - _FLAME_PX, y - _FLAME_PX
                canvas.blit(_flame(), at, special_flags=pygame.BLEND_RGB_ADD)

    def light_people(self, canvas: pygame.Surface, world: World, view: View) -> None:
        """Let a part of the lamps' light fall on everybody; moths dance round the flames."""
        if self._lit is None:
            return
        _shine(canvas, self._lit, self._area, share=_ON_PEOPLE)
        moment = view.tick // 4 if self.flicker else 0
        for lamp in self._burning(world, view):
            x, y = view.on_canvas(lamp.x // SUB, lamp.y // SUB)
            for moth in range(_MOTHS):
                turn = moment * (0.11 + 0.03 * moth) + moth * 1.7 + lamp.id
                away = 7 + 5 * math.sin(moment * 0.07 * (moth + 1) + moth)
                at = x + round(math.cos(turn) * away), y - 4 + round(math.sin(turn) * away * 0.8)
                if canvas.get_rect().collidepoint(at):
                    canvas.set_at(at, rgb("lamp4"))

    def warm(self) -> None:
        """Make the pictures of light now, so that no frame waits for them."""
        for step in range(_COLD_STEPS + 1):
            _vignette(step)
        _flame()
        for radius in sorted({lamp.radius // SUB for lamp in self.level.lights}):
            for breath in range(3):
                _disc(radius, breath)

    def close(self, canvas: pygame.Surface, minutes: int) -> None:
        """Darken the rim of the picture, so that the eye stays where she is.

        The night grows colder hour by hour, and grey before the sun comes.
        """
        if self.rim:
            veil = _vignette(_cold_step(minutes))
            canvas.blit(veil, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
        dawn = (minutes - tuning.DAWN_WARNING_MINUTES) / (
            tuning.DAWN_MINUTES - tuning.DAWN_WARNING_MINUTES
        )
        if dawn > 0:
            grey = [int(part * min(1.0, dawn)) for part in _DAWN]
            canvas.fill((grey[0], grey[1], grey[2]), special_flags=pygame.BLEND_RGB_ADD)
        more = min(1000, self.brightness_per_mille - 1000)
        if more > 0:
            light = canvas.copy()
            light.fill((255 * more // 1000,) * 3, special_flags=pygame.BLEND_RGB_MULT)
            canvas.blit(light, (0, 0), special_flags=pygame.BLEND_RGB_ADD)

    def _depths(self, length: int) -> NDArray[np.float32]:
        """How deep each cell lies in the moon's shadow, 0.._SHADE_DEEPEST, [x, y] with a margin."""
        found = self._shade.get(length)
        if found is None:
            deep = moon_depth(self.level, length).T.astype(np.float32)
            found = np.pad(np.minimum(deep, _SHADE_DEEPEST), _SHADE_MARGIN, "edge")
            for _ in range(_SHADE_ROUNDS):
                found[1:-1] = (found[:-2] + 2 * found[1:-1] + found[2:]) / 4
                found[:, 1:-1] = (found[:, :-2] + 2 * found[:, 1:-1] + found[:, 2:]) / 4
            self._shade[length] = found
        return found

    def _lamps(self, world: World, view: View) -> pygame.Surface | None:
        """All burning lamps in view as one map of light, or None in the dark."""
        burning = self._burning(world, view)
        if not burning:
            return None
        if self._glow is None:
            self._glow = pygame.Surface((WIDTH, HEIGHT)).convert(24)
        self._glow.fill(0)
        self._area = pygame.Rect(0, 0, 0, 0)
        for lamp in burning:
            radius = lamp.radius // SUB
            disc = _disc(radius, self._breath(lamp, view.tick))
            x, y = view.on_canvas(lamp.x // SUB, lamp.y // SUB)
            at = x - radius, y - radius
            lit = self._glow.blit(disc, at, special_flags=pygame.BLEND_RGB_MAX)
            self._area = self._area.union(lit) if self._area.width else lit
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
    tone = np.where(away < 1, _LEAST + (1 - _LEAST) * np.clip(1 - away, 0, 1) ** power, 0)
    threshold = (np.tile(B4, (side // 4 + 1, side // 4 + 1))[:side, :side] + 0.5) / 16
    step = np.floor(tone * bands + threshold) / bands
    pixels = np.asarray(np.clip(step, 0, 1)[:, :, None] * np.array(color), dtype=np.float64)
    return pixels.astype(np.uint8)


def _shine(
    canvas: pygame.Surface,
    glow: pygame.Surface,
    area: pygame.Rect,
    share: float = 1.0,
    haze: float = 0.0,
) -> None:
    """Brighten a canvas by its own colours times a share of the light, so that texture stays.

    ``haze`` is how much of the light itself hangs in the air.
    """
    lit = canvas.subsurface(area).copy()
    if haze:
        lit.fill((round(255 * haze),) * 3, special_flags=pygame.BLEND_RGB_ADD)
    if share < 1:
        lit.fill((round(255 * share),) * 3, special_flags=pygame.BLEND_RGB_MULT)
    lit.blit(glow, (0, 0), area, special_flags=pygame.BLEND_RGB_MULT)
    canvas.blit(lit, area, special_flags=pygame.BLEND_RGB_ADD)


@lru_cache(maxsize=4)
def _dither(side: int) -> NDArray[np.float32]:
    """What is added to the depth of a shadow before it is cut into steps, [x, y]."""
    order = np.tile(B4, (side // 4 + 1, side // 4 + 1))[:side, :side]
    return order.T.astype(np.float32) * np.float32(_SHADE_DITHER / 16)


@lru_cache(maxsize=1)
def _shade_steps() -> NDArray[np.uint8]:
    """What is left of the light by depth, (256, 3): the edge is rounded and three steps soft."""
    edge = SHADED_UNITS + _SHADE_DITHER / 2
    depth = np.clip((np.arange(256) - edge) / _SHADE_DITHER + 0.5, 0, 1)
    left = 255 + np.floor(depth * 3 + 0.5)[:, None] / 3 * (np.array(_SHADED) - 255)
    steps: NDArray[np.uint8] = left.astype(np.uint8)
    return steps


@lru_cache(maxsize=1)
def _stains(side: int) -> pygame.Surface:
    """What the stains leave of the light on a square; squares side by side show no seam."""
    tone = np.zeros((side, side), np.float32)
    for cell, weight in _STAINS_PX:
        count = side // cell
        lattice = np.random.default_rng(cell).random((count, count)).astype(np.float32)
        spot = np.arange(side) / cell
        whole = spot.astype(np.int64)
        part = (spot - whole).astype(np.float32)
        part *= part * (3 - 2 * part)
        around = np.pad(lattice, (0, 1), "wrap")
        tone += bilinear(around, whole, part, whole, part) * np.float32(weight)
    steps = len(_STAINED) - 1
    order = np.tile(B4, (side // 4, side // 4)).T / 16
    step = np.clip((tone - 0.30) / 0.34, 0, 1) * steps + order
    colors = np.array(_STAINED, np.uint8)
    return pygame.surfarray.make_surface(colors[np.clip(step, 0, steps).astype(np.uint8)])


@lru_cache(maxsize=1)
def _flame() -> pygame.Surface:
    """The haze right round a flame."""
    disc = glow_disc(_FLAME_PX, _WARM, 1.4, 5) * _HAZE
    return pygame.surfarray.make_surface(disc.astype(np.uint8))


@lru_cache(maxsize=2)
def window_glow(radius: int) -> pygame.Surface:
    """The faint gleam round a lit window; it lights nobody."""
    gleam = glow_disc(radius, _WARM, 1.2, 4) * 0.22
    return pygame.surfarray.make_surface(gleam.astype(np.uint8))


@lru_cache(maxsize=24)
def _disc(radius: int, breath: int) -> pygame.Surface:
    power = (1.35, 1.2, 1.1)[breath]
    disc = glow_disc(radius, _WARM, power, _BANDS) * _BRIGHTEST
    return pygame.surfarray.make_surface(disc.astype(np.uint8))


def _cold_step(minutes: int) -> int:
    """How cold the night has become, 0 in the evening to _COLD_STEPS before dawn."""
    passed = minutes - _COLD_FROM_MINUTES
    return max(0, min(_COLD_STEPS, passed * _COLD_STEPS // _COLDEST_AFTER_MINUTES))


@lru_cache(maxsize=_COLD_STEPS + 1)
def _vignette(cold: int) -> pygame.Surface:
    """What is left of the light over the picture: full in the middle, dithered down to the rim."""
    x, y = np.mgrid[0:WIDTH, 0:HEIGHT]
    away = np.hypot((x - WIDTH / 2) / (WIDTH * 0.52), (y - HEIGHT / 2) / (HEIGHT * 0.56))
    tone = np.clip((away - 0.62) / 0.53, 0, 1)
    tone = tone * tone * (3 - 2 * tone) * 6
    step = np.floor(tone + (B4[x % 4, y % 4] + 0.5) / 16) / 6
    share = cold / _COLD_STEPS
    night, rim = (
        np.array(evening) * (1 - share) + np.array(morning) * share
        for evening, morning in (_NIGHT, _RIM)
    )
    pixels = night + np.clip(step, 0, 1)[:, :, None] * (rim - night)
    return pygame.surfarray.make_surface(pixels.astype(np.uint8))

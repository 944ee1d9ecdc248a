"""Her chakra made visible: the ring that hugs the dunes, outlines of the sensed, motes beyond.

The growing ring shows how far the pulse would reach if it were let go now.
"""

import math
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

import numpy as np
import pygame
from numpy.typing import NDArray

from game.core import headings
from game.core.units import SUB, TICKS_PER_SECOND
from game.sim.chakra import pulse_radius
from game.sim.level import HEIGHT_CELL_PX, Level, Place, Spot
from game.sim.tale.night import Felt
from game.sim.world import World
from game.view.between import HER, Between
from game.view.camera import HEIGHT, WIDTH, View
from game.view.dither import B4
from game.view.drawlist import DrawList
from game.view.library import Library
from game.view.lighting import glow_disc
from game.view.palette import rgb
from game.view.people import People
from game.view.rim import at_rim
from game.view.shapes import Shapes

_STEPS: Final = 96
_LIFT: Final = 0.011
"""Pixels that the ring is lifted per relief unit: it rides over crests and dips into hollows."""
_SMOOTH_CELLS: Final = 4
_TRAIL_PX: Final = 58
_TRAIL_BANDS: Final = 8
_TRAIL_STEPS: Final = 4
_TRAIL_EVERY_TICKS: Final = 2
_TRAIL_ALPHA: Final = 128
_TRAIL_COLOR: Final = (34, 158, 172)
_AFTER_TICKS: Final = 40
_WAVE_TICKS: Final = 40
_WAVE_ALPHA: Final = 215
_MOTE_REACH_PX: Final = 104
_BLINK_TICKS: Final = 12
"""What is about to fade blinks, but no more than three times a second."""
_RIM_PX: Final = 18
_BODY_PX: Final = 12
"""So far above the feet is the middle of somebody."""
Kinds = dict[str, tuple[str, str]]
_MOTES: Final[Kinds] = {
    "calm": ("chak2", "chak3"), "moving": ("chak2", "chak4"),
    "fluctuating": ("heal1", "heal3"), "animal": ("lamp1", "lamp3"),
}


@dataclass(slots=True)
class ChakraFx:
    """Draws what she senses."""

    level: Level
    library: Library
    shapes: Shapes
    people: People
    between: Between
    _layer: pygame.Surface | None = None
    _tint: pygame.Surface | None = None
    _wave: pygame.Surface | None = None
    _trail_made: tuple[int, int, int, pygame.Rect] = (
        -1000, 0, 0, pygame.Rect(0, 0, 0, 0)
    )
    """Tick and corner of the view for which the trail was made, and where on it."""
    _relief: NDArray[np.float64] | None = None
    _signatures: dict[int, Place] = field(default_factory=dict)

    def __post_init__(self) -> None:
        kinds = (Spot.SIGNATURE, Spot.WOUNDED)
        self._signatures = {
            place.id: place for place in self.level.places if place.kind in kinds
        }

    def warm(self) -> None:
        """Smooth the relief now, so that the first pulse does not wait for it."""
        self._smooth()
        _thresholds()

    def draw_ring(self, canvas: pygame.Surface, world: World, view: View) -> None:
        """The ring on the ground, while it grows and for a moment after it was read."""
        sensing = world.sensing
        if sensing.growing_ticks:
            middle = self.between.place(HER, view.alpha)
            radius = pulse_radius(sensing.growing_ticks) / SUB
            swell = min(1.0, sensing.growing_ticks / 10)
            self._ring(canvas, view, middle, radius * (0.35 + 0.65 * swell), 1.0)
            self._inner_ring(canvas, view, middle, radius, world.tick % _WAVE_TICKS / _WAVE_TICKS)
            return
        age = world.tick - sensing.pulse_tick
        if sensing.pulse_tick >= 0 and age < _AFTER_TICKS:
            middle = sensing.pulse_x / SUB, sensing.pulse_y / SUB
            spread = 1 + 0.12 * age / _AFTER_TICKS
            fading = 1 - age / _AFTER_TICKS
            self._ring(canvas, view, middle, sensing.pulse_radius / SUB * spread, fading)

    def outline(self, scene: DrawList, world: World, view: View) -> None:
        """A line around everybody who is felt exactly."""
        if world.sakura.inside:
            self._outline_her_hiding(scene, world, view)
        for felt in world.sensing.felt:
            if not felt.exact or _is_out(felt, world.tick):
                continue
            mind = world.mind(felt.id) if felt.id > 0 else None
            if mind is None:
                continue
            x, y = self.between.place(mind.id, view.alpha)
            picture = self.people.mind_picture(world, mind)
            if picture is None:
                atlas = self.library.creatures
                name = "shadow/snake/across"
                line = self.shapes.outline(name, atlas.frame(name))
            else:
                line = self.shapes.outline(picture.name, picture.sprite)
            scene.stand(line, x, y, y + 0.5)

    def draw_motes(self, canvas: pygame.Surface, world: World, view: View) -> None:
        """What is felt beyond the ring: a mote at its bearing, with the arc of its error."""
        middle = self.between.place(HER, view.alpha)
        at = view.on_canvas(middle[0], middle[1] - 12)
        for felt in world.sensing.felt:
            if felt.exact:
                self._mote_of_place(canvas, felt, view)
                self._beyond_the_rim(canvas, world, felt, view)
            else:
                self._mote(canvas, felt, at, world.tick)

    def _mote(
        self, canvas: pygame.Surface, felt: Felt, her: tuple[int, int], tick: int
    ) -> None:
        angle = felt.bearing * math.tau / 1024
        reach = _MOTE_REACH_PX - 22 * felt.strength / 1000
        x = her[0] + round(math.cos(angle) * reach * 1.35)
        y = her[1] + round(math.sin(angle) * reach * 0.92)
        x, y = max(12, min(WIDTH - 12, x)), max(44, min(HEIGHT - 44, y))
        light = _colors_of(felt.kind)[1]
        half = felt.error * math.tau / 1024
        steps = max(3, int(half * 70))
        for i in range(-steps, steps + 1):
            a = angle + half * i / steps
            spot = (
                her[0] + round(math.cos(a) * (reach - 9) * 1.35),
                her[1] + round(math.sin(a) * (reach - 9) * 0.92),
            )
            if (i + tick // 6) % 2 and canvas.get_rect().collidepoint(spot):
                canvas.set_at(spot, rgb(light))
        beat = 3 if felt.kind == "fluctuating" and tick // 8 % 3 else 0
        size = 6 + felt.strength * 8 // 1000 + beat
        _glow(canvas, x, y, size, light)
        _sigil(canvas, (x, y), size, felt.kind)
        canvas.fill(rgb("chak4"), (x - 1, y - 1, 3, 3))

    def _mote_of_place(self, canvas: pygame.Surface, felt: Felt, view: View) -> None:
        place = self._signatures.get(-felt.id) if felt.id < 0 else None
        if place is None or not view.shows(felt.x / SUB, felt.y / SUB, 16):
            return
        x, y = view.on_canvas(felt.x / SUB, felt.y / SUB)
        _glow(canvas, x, y - 6, 14, _colors_of(felt.kind)[1])
        _sigil(canvas, (x, y - 6), 11, felt.kind)

    def _beyond_the_rim(
        self, canvas: pygame.Surface, world: World, felt: Felt, view: View
    ) -> None:
        """Somebody inside the ring but out of the picture: a wedge at the rim with their sign."""
        x, y = felt.x / SUB, felt.y / SUB
        if felt.id > 0:
            if world.mind(felt.id) is None:
                return
            x, y = self.between.place(felt.id, view.alpha)
        if view.shows(x, y - _BODY_PX, 0) or _is_out(felt, world.tick):
            return
        at_x, at_y, heading = at_rim(*view.on_canvas(x, y - _BODY_PX), _RIM_PX)
        light = _colors_of(felt.kind)[1]
        _glow(canvas, at_x, at_y, 12, light)
        _sigil(canvas, (at_x, at_y), 6, felt.kind)
        canvas.fill(rgb("chak4"), (at_x, at_y, 1, 1))
        tip, left, right = (
            (at_x + dx, at_y + dy)
            for dx, dy in (
                headings.vector(heading + turn, away)
                for turn, away in ((0, 14), (-90, 10), (90, 10))
            )
        )
        pygame.draw.polygon(canvas, rgb(light), (tip, left, right))
        pygame.draw.polygon(canvas, rgb("ink"), (tip, left, right), 1)

    def _outline_her_hiding(self, scene: DrawList, world: World, view: View) -> None:
        """Only the player sees where she keeps still."""
        x, y = self.between.place(HER, view.alpha)
        picture = self.people.her_picture(world)
        scene.stand(self.shapes.outline(picture.name, picture.sprite), x, y, y + 12)

    def _inner_ring(
        self,
        canvas: pygame.Surface,
        view: View,
        middle: tuple[float, float],
        radius: float,
        part: float,
    ) -> None:
        """A wave that runs out to the ring, fainter the further it has come (``part``, 0..1)."""
        if self._wave is None:
            self._wave = pygame.Surface((WIDTH, HEIGHT))
            self._wave.set_colorkey((0, 0, 0))
        (points,) = self._points(view, middle, [radius * part])
        self._wave.fill(0)
        drawn = pygame.draw.lines(self._wave, rgb("chak2"), True, points, 2)
        self._wave.set_alpha(round(_WAVE_ALPHA * (1 - part**3)))
        canvas.blit(self._wave, drawn, drawn)

    def _ring(
        self,
        canvas: pygame.Surface,
        view: View,
        middle: tuple[float, float],
        radius: float,
        strength: float,
    ) -> None:
        (points,) = self._points(view, middle, [radius])
        self._trail(canvas, view, middle, radius, strength)
        if strength > 0.3:
            pygame.draw.lines(canvas, rgb("chak2"), True, points, 2)
        if strength > 0.6:
            pygame.draw.lines(canvas, rgb("chak3"), True, points, 2)
        elif strength <= 0.3:
            pygame.draw.lines(canvas, rgb("chak1"), True, points, 1)

    def _trail(
        self,
        canvas: pygame.Surface,
        view: View,
        middle: tuple[float, float],
        radius: float,
        strength: float,
    ) -> None:
        """The glow inside the ring: bands from bright to nothing, broken up by dither."""
        if self._layer is None or self._tint is None:
            self._layer = pygame.Surface((WIDTH, HEIGHT), depth=8)
            self._tint = pygame.Surface((WIDTH, HEIGHT), pygame.SRCALPHA)
            self._tint.fill(_TRAIL_COLOR)
        layer, tint = self._layer, self._tint
        made, x, y, drawn = self._trail_made
        if 0 < view.tick - made < _TRAIL_EVERY_TICKS:
            canvas.blit(tint, (drawn.x + x - view.x, drawn.y + y - view.y), drawn)
            return
        layer.fill(0)
        shares = [band / _TRAIL_BANDS for band in range(_TRAIL_BANDS + 1)]
        shares = [share for share in shares if _TRAIL_PX * share < radius - 4]
        rings = self._points(view, middle, [radius - _TRAIL_PX * share for share in shares])
        areas = [
            pygame.draw.polygon(layer, _trail_level(strength, share), points)
            for share, points in zip(shares, rings, strict=True)
        ]
        if not areas or not areas[0].width:
            return
        drawn = areas[0]
        spot = np.s_[drawn.left : drawn.right, drawn.top : drawn.bottom]
        levels = pygame.surfarray.pixels2d(layer)
        alpha = pygame.surfarray.pixels_alpha(tint)
        # within a step the dither decides; outside the ring, at 0, nothing is ever lit
        alpha[spot] = _trail_alphas().take(levels[spot] + _thresholds()[spot])
        del levels, alpha
        canvas.blit(tint, drawn, drawn)
        self._trail_made = (view.tick, view.x, view.y, drawn)

    def _points(
        self, view: View, middle: tuple[float, float], radii: list[float]
    ) -> list[list[tuple[int, int]]]:
        """Rings as points on the canvas, lifted by the relief under each."""
        relief, (cos, sin) = self._smooth(), _circle()
        wide = np.array(radii)[:, None]
        x = middle[0] + cos * wide
        y = middle[1] + sin * wide
        lift = (_heights(relief, x, y) - _heights(relief, *_pair(middle))) * _LIFT
        xs = np.rint(x - view.x).astype(int).tolist()
        ys = np.rint(y - lift - view.y).astype(int).tolist()
        return [list(zip(*ring, strict=True)) for ring in zip(xs, ys, strict=True)]

    def _smooth(self) -> NDArray[np.float64]:
        """The relief with its edges taken off; a ring over the bare one would be jagged."""
        if self._relief is None:
            relief = self.level.heights.astype(np.float64)
            for axis in (0, 1, 0, 1):
                total = np.zeros_like(relief)
                for step in range(-_SMOOTH_CELLS, _SMOOTH_CELLS + 1):
                    total += np.roll(relief, step, axis)
                relief = total / (2 * _SMOOTH_CELLS + 1)
            self._relief = relief
        return self._relief


def _is_out(felt: Felt, tick: int) -> bool:
    """Whether what will soon be felt no longer is dark just now, blinking."""
    return felt.until - tick < TICKS_PER_SECOND and bool(tick // _BLINK_TICKS % 2)


def _colors_of(kind: str) -> tuple[str, str]:
    """A dark and a light colour for a kind of signature."""
    return _MOTES.get(kind, _MOTES["calm"])


def _sigil(canvas: pygame.Surface, at: tuple[int, int], size: int, kind: str) -> None:
    """Two rings round a signature; their shape tells the kind, for those who see no colours.

    Calm is round, moving has a square turned on its point, fluttering has rays, an animal a square.
    """
    dark, light = _colors_of(kind)
    x, y = at
    wide = size + 3
    pygame.draw.circle(canvas, rgb(light), at, max(2, size - 2), 1)
    match kind:
        case "moving":
            corners = ((x, y - wide - 2), (x + wide + 2, y), (x, y + wide + 2), (x - wide - 2, y))
            pygame.draw.polygon(canvas, rgb(dark), corners, 1)
        case "fluctuating":
            for ray in range(8):
                dx, dy = headings.vector(ray * headings.TURN // 8, wide + 2 * (ray % 2))
                start = (x + dx * (size - 1) // wide, y + dy * (size - 1) // wide)
                pygame.draw.line(canvas, rgb(dark), start, (x + dx, y + dy))
        case "animal":
            side = 2 * size + 3
            pygame.draw.rect(canvas, rgb(dark), (x - size - 1, y - size - 1, side, side), 1)
        case _:
            pygame.draw.circle(canvas, rgb(dark), at, wide, 1)


def _pair(middle: tuple[float, float]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    return np.array([middle[0]]), np.array([middle[1]])


def _heights(
    relief: NDArray[np.float64], x: NDArray[np.float64], y: NDArray[np.float64]
) -> NDArray[np.float64]:
    rows, columns = relief.shape
    column = np.clip((x / HEIGHT_CELL_PX).astype(int), 0, columns - 1)
    row = np.clip((y / HEIGHT_CELL_PX).astype(int), 0, rows - 1)
    found: NDArray[np.float64] = relief[row, column]
    return found


def _glow(canvas: pygame.Surface, x: int, y: int, radius: int, color: str) -> None:
    disc = _glow_disc(radius, color)
    canvas.blit(disc, (x - radius, y - radius), special_flags=pygame.BLEND_RGB_ADD)


@lru_cache(maxsize=64)
def _glow_disc(radius: int, color: str) -> pygame.Surface:
    return pygame.surfarray.make_surface(glow_disc(radius, rgb(color), 1.3, 4) // 2)


@lru_cache(maxsize=1)
def _circle() -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    angles = np.linspace(0, math.tau, _STEPS, endpoint=False)
    return np.cos(angles), np.sin(angles)


@lru_cache(maxsize=1)
def _thresholds() -> NDArray[np.uint8]:
    x, y = np.mgrid[0:WIDTH, 0:HEIGHT]
    thresholds: NDArray[np.uint8] = B4[x % 4, y % 4].astype(np.uint8)
    return thresholds


def _trail_level(strength: float, share: float) -> int:
    """Level of the trail a share of its width inside the ring, 16 and more; 0 at its end."""
    if share >= 1:
        return 0
    left = math.pow(1 - share, 1.8)
    return 16 + round(_TRAIL_STEPS * 16 * strength * left)


@lru_cache(maxsize=1)
def _trail_alphas() -> NDArray[np.uint8]:
    """Opacity for a level of the trail, 16 and more, with its dither added."""
    steps = np.maximum(0, np.arange(256) - 16) // 16
    return (steps * (_TRAIL_ALPHA // _TRAIL_STEPS)).astype(np.uint8)

"""Wind made visible: streaks and grains where a gust blows, its front seen coming, storms.

Where it blows is asked of the rules: a front crosses the picture as it crosses the map, and behind
a dune the air is calm. The randomness here is the picture's own.
"""

import math
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, cast

import numpy as np
import pygame
from numpy.typing import NDArray

from game.core import headings
from game.core.units import SUB
from game.sim import tuning
from game.sim.land.desert import Gust, Storm
from game.sim.land.dunes import lee
from game.sim.land.weather import GUST_SPREAD_HEADINGS, WindKind, along, upwind_edge, wind_at
from game.sim.level import HEIGHT_CELL_PX, Level
from game.sim.world import World
from game.view.camera import HEIGHT, WIDTH, View
from game.view.dither import B4
from game.view.drawlist import Blit
from game.view.palette import rgb
from game.view.sheets import LEVELS, fog, sheet

_GRAINS: Final = 640
_CALM_STREAKS, _GUST_STREAKS, _STORM_STREAKS = 7, 28, 84
_ROOM_PX: Final = 100
_GRAIN_COLORS: Final = ("sand6", "sand5", "sand7", "sand7")
_FRONT_PX: Final = 90
_EASE: Final = 0.06
_FAINT: Final = 0.03
_SETTLED: Final = 0.08


@dataclass(frozen=True, slots=True)
class Band:
    """Where something blows: so far along a heading on the map, in pixels, it begins and ends."""

    heading: int
    head: float
    tail: float
    storm: bool

    def holds(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Which places of the map lie in it."""
        angle = self.heading * math.tau / headings.TURN
        ahead = x * math.cos(angle) + y * math.sin(angle)
        return (ahead <= self.head) & (ahead > self.tail)


@dataclass(slots=True)
class Air:
    """Draws the air over one map; keeps its grains and how thick the dust has become."""

    level: Level
    grains: bool = True
    dust: float = 0.0
    """How thick the dust is around her, 0..1; follows what the rules say with some delay."""
    storm: float = 0.0
    _spots: NDArray[np.float64] = field(
        default_factory=lambda: np.random.default_rng(5).random((3, _GRAINS))
    )
    _calm: dict[int, NDArray[np.bool_]] = field(default_factory=dict)

    def warm(self) -> None:
        """Make the pictures of wind now, so that no frame waits for them when it comes."""
        heading = self.level.conditions.gust_heading
        levels = range(1, LEVELS + 1)
        for level in levels:
            fog(level)
            for layer in range(3 if self.level.conditions.storms else 1):
                sheet(heading // 32, layer, level)
        for off in (-GUST_SPREAD_HEADINGS, 0, GUST_SPREAD_HEADINGS):
            _front((heading + off) % headings.TURN // 32, False)
        if self.level.conditions.storms:
            _front(heading // 32, True)
        self._sheltered()

    def note(self, world: World) -> None:
        """Let the dust rise and settle by one tick."""
        kind = wind_at(world, world.sakura.x, world.sakura.y).kind
        goal = {WindKind.GUST: 1.0, WindKind.STORM: 1.0, WindKind.LEE: 0.25}.get(kind, 0.0)
        self.dust += (goal - self.dust) * _EASE
        self.storm += ((1.0 if kind is WindKind.STORM else 0.0) - self.storm) * _EASE / 2

    def draw_low(self, canvas: pygame.Surface, world: World, view: View) -> None:
        """Sheets of sand that run over the ground, under everybody; three of them in a storm."""
        heading = world.level.conditions.gust_heading
        if self.dust >= _SETTLED:
            _tile_over(canvas, view, heading, 0, view.tick * 5, self.dust)
        if self.storm > _FAINT:
            for layer, speed in ((1, 8), (2, 13)):
                _tile_over(canvas, view, heading, layer, view.tick * speed, self.storm)

    def draw_high(self, canvas: pygame.Surface, world: World, view: View) -> None:
        """Streaks, grains and storm, over everybody."""
        bands = bands_of(world, view)
        self._veils(canvas, world, view, bands)
        self._streaks(canvas, world, view, bands)
        if self.grains and bands:
            self._blow_grains(canvas, view, bands)

    def _veils(
        self, canvas: pygame.Surface, world: World, view: View, bands: list[Band]
    ) -> None:
        """The dust that blinds: thin in a gust, thick in a storm, clear around her."""
        thick = max(self.dust * 0.6, self.storm)
        if thick > _FAINT:
            veil = fog(math.ceil(thick * LEVELS))
            x, y = view.on_canvas(world.sakura.x / SUB, world.sakura.y / SUB)
            at = x - veil.get_width() // 2, y - 14 - veil.get_height() // 2
            canvas.blit(veil, at, special_flags=pygame.BLEND_PREMULTIPLIED)
        for band in bands:
            _draw_front(canvas, view, band)

    def _streaks(
        self, canvas: pygame.Surface, world: World, view: View, bands: list[Band]
    ) -> None:
        calm = world.level.conditions.gust_heading
        blits: list[Blit] = []
        blits += self._streaks_of(view, calm, _CALM_STREAKS, 1.1, None)
        for band in bands:
            count = _STORM_STREAKS if band.storm else _GUST_STREAKS
            blits += self._streaks_of(view, band.heading, count, 5.5, band)
        canvas.fblits(blits)

    def _streaks_of(
        self, view: View, heading: int, count: int, speed: float, band: Band | None
    ) -> list[Blit]:
        angle = heading * math.tau / headings.TURN
        wide, high = WIDTH + 2 * _ROOM_PX, HEIGHT + 2 * _ROOM_PX
        fast = speed * (0.7 + 0.6 * self._spots[2, :count])
        now = view.tick + view.alpha
        x = self._spots[0, :count] * wide + math.cos(angle) * fast * now - view.x
        y = self._spots[1, :count] * high + math.sin(angle) * fast * now - view.y
        x, y = x % wide - _ROOM_PX, y % high - _ROOM_PX
        shown = np.ones(count, bool)
        if band is not None:
            shown = band.holds(x + view.x, y + view.y) & ~self._in_lee(band, x, y, view)
        bent = heading // 32
        return [
            (_streak(bent, i % 10, band is not None), (int(x[i]), int(y[i])))
            for i in np.flatnonzero(shown).tolist()
        ]

    def _blow_grains(self, canvas: pygame.Surface, view: View, bands: list[Band]) -> None:
        """Single grains, written straight into the canvas."""
        band = bands[-1]
        angle = band.heading * math.tau / headings.TURN
        fast = 4 + 5 * self._spots[2]
        now = view.tick + view.alpha
        x = (self._spots[0] * WIDTH + math.cos(angle) * fast * now - view.x) % WIDTH
        gusty = np.sin(now * 0.2 + self._spots[0] * 40) * 2
        y = (self._spots[1] * HEIGHT + math.sin(angle) * fast * now - view.y + gusty) % HEIGHT
        shown = band.holds(x + view.x, y + view.y) & ~self._in_lee(band, x, y, view)
        column, row = x[shown].astype(int), y[shown].astype(int)
        if not column.size:
            return
        flat = np.frombuffer(cast(memoryview, canvas.get_buffer()), np.uint32)
        flat = flat.reshape(HEIGHT, canvas.get_pitch() // 4)
        colors = np.array([canvas.map_rgb(rgb(name)) for name in _GRAIN_COLORS], np.uint32)
        pick = np.arange(column.size) % len(_GRAIN_COLORS)
        flat[row, column] = colors[pick]
        for more, share in ((1, pick != 1), (2, pick == 2)):
            longer = share & (column + more < WIDTH)
            flat[row[longer], column[longer] + more] = colors[1]

    def _in_lee(
        self, band: Band, x: NDArray[np.float64], y: NDArray[np.float64], view: View
    ) -> NDArray[np.bool_]:
        """Which places on the canvas are sheltered; nothing is in a storm."""
        if band.storm:
            return np.zeros(x.shape, bool)
        calm = self._sheltered()
        rows, columns = calm.shape
        column = np.clip(((x + view.x) / HEIGHT_CELL_PX).astype(int), 0, columns - 1)
        row = np.clip(((y + view.y) / HEIGHT_CELL_PX).astype(int), 0, rows - 1)
        found: NDArray[np.bool_] = calm[row, column]
        return found

    def _sheltered(self) -> NDArray[np.bool_]:
        heading = self.level.conditions.gust_heading
        if heading not in self._calm:
            wind = headings.vector(heading, 256)
            self._calm[heading] = lee(self.level.heights, wind) >= tuning.SHELTER_UNITS
        return self._calm[heading]


def bands_of(world: World, view: View) -> list[Band]:
    """The gusts and storms that blow somewhere in the picture."""
    bands = []
    for gust in world.weather.gusts[-3:]:
        band = _gust_band(world, gust)
        if _touches(band, view):
            bands.append(band)
    for storm in world.weather.storms:
        if world.tick - storm.begins < tuning.STORM_TICKS:
            band = _storm_band(world, storm)
            if _touches(band, view):
                bands.append(band)
    return bands


def _gust_band(world: World, gust: Gust) -> Band:
    edge = upwind_edge(world.level, gust.heading)
    head = edge + (world.tick - gust.begins) * tuning.GUST_FRONT_SUB
    return Band(
        gust.heading, head / SUB, (head - gust.length_ticks * tuning.GUST_FRONT_SUB) / SUB, False
    )


def _storm_band(world: World, storm: Storm) -> Band:
    head = storm.front + (world.tick - storm.begins) * tuning.STORM_SPEED_SUB
    return Band(storm.heading, head / SUB, (head - tuning.STORM_WIDTH_SUB) / SUB, True)


def _touches(band: Band, view: View) -> bool:
    ahead = [
        along(band.heading, (view.x + x) * SUB, (view.y + y) * SUB) / SUB
        for x in (0, WIDTH)
        for y in (0, HEIGHT)
    ]
    return min(ahead) - _FRONT_PX <= band.head and max(ahead) >= band.tail


def _draw_front(canvas: pygame.Surface, view: View, band: Band) -> None:
    """The wall of dust at the head of what blows, where the picture shows it."""
    angle = band.heading * math.tau / headings.TURN
    dx, dy = math.cos(angle), math.sin(angle)
    middle = (view.x + WIDTH / 2) * dx + (view.y + HEIGHT / 2) * dy
    away = band.head - middle
    reach = (abs(dx) * WIDTH + abs(dy) * HEIGHT) / 2
    if not -reach - _FRONT_PX < away < reach + _FRONT_PX:
        return
    picture = _front(band.heading // 32, band.storm)
    x, y = WIDTH / 2 + dx * away, HEIGHT / 2 + dy * away
    at = x - picture.get_width() / 2, y - picture.get_height() / 2
    canvas.blit(picture, at, special_flags=pygame.BLEND_PREMULTIPLIED)


@lru_cache(maxsize=8)
def _front(bent: int, storm: bool) -> pygame.Surface:
    """A strip of dust across the wind, densest at its head, dithered away behind."""
    angle = bent * 32 * math.tau / headings.TURN
    side = 640
    x, y = np.mgrid[-side // 2 : side // 2, -side // 2 : side // 2].astype(np.float32)
    ahead = x * math.cos(angle) + y * math.sin(angle)
    aside = -x * math.sin(angle) + y * math.cos(angle)
    ragged = ahead + np.sin(aside * 0.035) * 9 + np.sin(aside * 0.11 + 2) * 4
    tone = np.clip(1 + ragged / _FRONT_PX, 0, 1) * (ragged <= 0)
    tone *= 0.75 + 0.25 * np.sin(aside * 0.05 + ahead * 0.02)
    threshold = (B4[(x.astype(int) % 4), (y.astype(int) % 4)] + 0.5) / 16
    step = np.floor(tone**1.6 * 4 + threshold)
    picture = pygame.Surface((side, side), pygame.SRCALPHA)
    picture.fill(rgb("sand5" if storm else "sand6"))
    alpha = pygame.surfarray.pixels_alpha(picture)
    alpha[:] = np.clip(step * (50 if storm else 44), 0, 255).astype(np.uint8)
    del alpha
    return picture.premul_alpha()


@lru_cache(maxsize=240)
def _streak(bent: int, variant: int, strong: bool) -> pygame.Surface:
    """One streak of sand: a thin bowed line that fades at both ends, some with a curl."""
    rng = np.random.default_rng(variant * 31 + 7)
    angle = bent * 32 * math.tau / headings.TURN
    length = int(rng.integers(30, 92))
    most = float(rng.uniform(0.3, 0.6) if strong else rng.uniform(0.16, 0.34))
    phase = float(rng.uniform(0, 6))
    side = length * 2 + 24
    picture = pygame.Surface((side, side), pygame.SRCALPHA)
    color, middle = rgb("sand8"), side // 2
    for k in range(length):
        alpha = int(255 * most * math.sin(math.pi * k / length) ** 0.8)
        bow = math.sin(k * 0.07 + phase) * 2.2
        x = middle + round((k - length / 2) * math.cos(angle) - bow * math.sin(angle))
        y = middle + round((k - length / 2) * math.sin(angle) + bow * math.cos(angle))
        if alpha > 30 or (x + y) % 2:
            picture.set_at((x, y), (*color, alpha))
    if variant % 3 == 0:
        bow = math.sin(length * 0.07 + phase) * 2.2
        end_x = middle + length / 2 * math.cos(angle) - bow * math.sin(angle)
        end_y = middle + length / 2 * math.sin(angle) + bow * math.cos(angle)
        for turn in np.linspace(0, 4.6, 16).tolist():
            at = round(end_x + math.sin(turn) * 4), round(end_y - 4 + math.cos(turn) * 4)
            picture.set_at(at, (*color, int(255 * most * 0.6)))
    return picture.subsurface(picture.get_bounding_rect()).copy()


def _tile_over(
    canvas: pygame.Surface, view: View, heading: int, layer: int, drift: float, strength: float
) -> None:
    """Lay a sheet of sand over the whole canvas, moved along a heading."""
    picture = sheet(heading // 32, layer, math.ceil(min(1.0, strength) * LEVELS))
    angle = heading * math.tau / headings.TURN
    width, height = picture.get_size()
    left = int(drift * math.cos(angle) - view.x) % width - width
    top = int(drift * math.sin(angle) - view.y) % height - height
    places = [
        (x, y)
        for x in range(left, WIDTH, width)
        for y in range(top, HEIGHT, height)
        if x + width > 0 and y + height > 0
    ]
    canvas.fblits([(picture, place) for place in places], pygame.BLEND_PREMULTIPLIED)

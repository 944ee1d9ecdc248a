"""The corners of the screen: her state, her duties, how well she is seen and heard, the compass.

Everything is read from the World; the middle of the picture stays free.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pygame

from game.core import headings
from game.core.units import TILE_SUB
from game.sim import tuning
from game.sim.beings import Alert, Item, Pose
from game.sim.belief import CELL_SUB, likely_cells
from game.sim.chakra import pulse_cost
from game.sim.command import Gait
from game.sim.events import Event, NoiseMade
from game.sim.land.light import light_at
from game.sim.land.weather import WindKind, wind_at
from game.sim.minds.eyes import FURTHEST_TILES, Dust, Zone, dust_between, shade_of, zone_at
from game.sim.minds.looking import figure_of_her
from game.sim.tale.night import Beat
from game.sim.world import World
from game.view import widgets
from game.view.camera import WIDTH
from game.view.duties import Duty, duties, goal_heading
from game.view.font import Font
from game.view.gauges import LAMP_ARC, Arc, compass, noise_graph
from game.view.library import Library
from game.view.palette import rgb

_BARS: Final = 25
_BAR_TICKS: Final = 6
_PIPS: Final = 6
_LOUD_TILES: Final = 6
_DUTIES_PX: Final = {False: 132, True: 172}
"""Width of the list of what to do, in small and in large letters."""
_MOST_DUTIES_PX: Final = 116
_LARGE_CAP_PX: Final = 9
_COMPASS: Final = (448, 238, 27)
_LOOK_EVERY_TICKS: Final = 10
_WIND_WORDS: Final = {
    WindKind.LEE: "hud_lee", WindKind.GUST: "hud_gust_in", WindKind.STORM: "hud_storm_in",
}
_INK: Final = rgb("ink")
Area = tuple[int, int, int, int]
Paint = Callable[[pygame.Surface], None]

_HER: Final[Area] = (4, 4, 122, 36)
_STEALTH: Final[Area] = (4, 230, 106, 36)
_ITEM: Final[Area] = (386, 248, 30, 18)


@dataclass(slots=True)
class Hud:
    """Draws the corners; keeps the sound of late and what is slow to work out."""

    library: Library
    large_text: bool = False
    high_contrast: bool = False
    """Nothing shines through the panels."""
    levels: deque[int] = field(default_factory=lambda: deque([0] * _BARS, maxlen=_BARS))
    _loudest: int = 0
    _belief: tuple[int, Arc | None] = (-1, None)
    _exposure: tuple[int, int] = (-1000, 0)
    _pictures: dict[Area, tuple[tuple[object, ...], pygame.Surface | None]] = field(
        default_factory=dict
    )

    @property
    def _font(self) -> Font:
        return self.library.large if self.large_text else self.library.small

    def _panel(self, corner: pygame.Surface, area: Area) -> None:
        alpha = 255 if self.high_contrast else widgets.PANEL_ALPHA
        widgets.panel(corner, *area, alpha=alpha)

    def choose(self, *, large_text: bool, high_contrast: bool) -> None:
        """Follow the player's choices from the next frame on."""
        if (large_text, high_contrast) != (self.large_text, self.high_contrast):
            self.large_text, self.high_contrast = large_text, high_contrast
            self._pictures.clear()

    def note(self, world: World, events: Sequence[Event]) -> None:
        """Take in the sounds she made."""
        for event in events:
            if isinstance(event, NoiseMade) and event.who == "sakura":
                self._loudest = max(self._loudest, event.tiles)
        if world.tick % _BAR_TICKS == 0:
            self.levels.append(self._loudest)
            self._loudest = 0

    def draw(self, canvas: pygame.Surface, world: World) -> None:
        """Draw all corners."""
        self._her(canvas, world)
        self._duties(canvas, world)
        self._stealth(canvas, world)
        self._signs(canvas, world)
        self._item(canvas, world)
        self._compass(canvas, world)

    def areas(self, world: World) -> list[pygame.Rect]:
        """Where the corners stand just now: nothing that is to be read goes there."""
        x, y, radius = _COMPASS
        wide = _DUTIES_PX[self.large_text]
        high = self._duties_px(self._duty_rows(duties(world, self.library.strings)))
        return [
            pygame.Rect(_HER),
            pygame.Rect(WIDTH - 4 - wide, 4, wide, high),
            pygame.Rect(_STEALTH),
            pygame.Rect(_ITEM),
            pygame.Rect(x - radius, y - radius, 2 * radius, 2 * radius),
        ]

    def _kept(
        self, canvas: pygame.Surface, area: Area, key: tuple[object, ...], paint: Paint
    ) -> None:
        """Draw a corner from its picture; paint that anew only when what it shows has changed."""
        before, picture = self._pictures.get(area, ((), None))
        if picture is None or before != key:
            picture = pygame.Surface(area[2:], pygame.SRCALPHA)
            paint(picture)
            self._pictures[area] = (key, picture)
        canvas.blit(picture, area[:2])

    def _her(self, canvas: pygame.Surface, world: World) -> None:
        growing = world.sensing.growing_ticks
        key = (world.sakura.chakra // 2000, growing, world.sakura.marks, _face(world))
        self._kept(canvas, _HER, key, lambda corner: self._paint_her(corner, world))

    def _paint_her(self, canvas: pygame.Surface, world: World) -> None:
        her, font, strings = world.sakura, self._font, self.library.strings
        self._panel(canvas, (0, 0, *_HER[2:]))
        face = self.library.ui.frame(_face(world)).surface
        widgets.portrait_frame(canvas, 4, 4, face)
        name = strings.text("speaker_sakura")
        y = 4 if font.cap < _LARGE_CAP_PX else 3
        font.draw(canvas, name, 37, y, rgb("sand8"), shadow=_INK)
        full = tuning.CHAKRA_FULL * tuning.CHAKRA_MILLI
        have = her.chakra * widgets.PER_MILLE // full
        growing = world.sensing.growing_ticks
        cost = pulse_cost(growing) * widgets.PER_MILLE // tuning.CHAKRA_FULL if growing else 0
        left = max(0, have - cost)
        font.draw(canvas, str(left // 10), 117, y, rgb("chak3"), shadow=_INK, align=1.0)
        widgets.bar(
            canvas, 37, 15, 80, 5, left, widgets.CHAKRA_RAMP,
            ghost_per_mille=have if cost else 0, segments=8,
        )
        width = min(18, 80 // max(1, world.rules.marks) - 4)
        ramp = widgets.BLOOD_RAMP if her.marks == 1 else widgets.STAMINA_RAMP
        widgets.pips(canvas, 38, 27, her.marks, world.rules.marks, width=width, ramp=ramp)

    def _duties(self, canvas: pygame.Surface, world: World) -> None:
        clock = f"{world.minutes // 60 % 24:02}:{world.minutes % 60:02}"
        todo = duties(world, self.library.strings)
        key = (clock, *todo)
        wide = _DUTIES_PX[self.large_text]
        area = (WIDTH - 4 - wide, 4, wide, _MOST_DUTIES_PX)
        self._kept(canvas, area, key, lambda corner: self._paint_duties(corner, todo, clock))

    def _paint_duties(self, canvas: pygame.Surface, todo: list[Duty], clock: str) -> None:
        font, wide, lines = self._font, canvas.get_width(), self._duty_rows(todo)
        self._panel(canvas, (0, 0, wide, self._duties_px(lines)))
        title = self.library.strings.text("hud_title")
        y = widgets.heading(canvas, font, 6, 4, wide - 12, title, clock) + 1
        for row, duty, first in lines:
            if first:
                y = widgets.objective(
                    canvas, font, 7, y, row, done=duty.done, current=duty.current
                )
            else:
                color = "steel2" if duty.done else "sand8" if duty.current else "moon1"
                font.draw(canvas, row, 16, y, rgb(color), shadow=_INK)
                y += font.cap + 2
            y += 1

    def _duty_rows(self, todo: list[Duty]) -> list[tuple[str, Duty, bool]]:
        """Rows of what to do, each with its duty and whether it is the first of it."""
        width = _DUTIES_PX[self.large_text] - 22
        return [
            (row, duty, i == 0)
            for duty in todo
            for i, row in enumerate(self._font.wrap(duty.text, width))
        ]

    def _duties_px(self, rows: list[tuple[str, Duty, bool]]) -> int:
        """Height of the list of what to do."""
        cap = self._font.cap
        return min(_MOST_DUTIES_PX, 13 + cap + (cap + 3) * len(rows))

    def _stealth(self, canvas: pygame.Surface, world: World) -> None:
        seen = any(mind.sees_target and not mind.target for mind in world.minds)
        hidden = world.sakura.hidden or bool(world.sakura.inside)
        eye = "icon/eye_seen" if seen else "icon/eye_shut" if hidden else "icon/eye"
        pips, heights = self._visible_pips(world), [min(10, level) for level in self.levels]

        def paint(corner: pygame.Surface) -> None:
            ui = self.library.ui
            self._panel(corner, (0, 0, *_STEALTH[2:]))
            corner.blit(ui.frame(eye).surface, (4, 4))
            widgets.pips(corner, 24, 8, pips, _PIPS)
            corner.blit(ui.frame("icon/speaker").surface, (5, 18))
            noise_graph(corner, 23, 26, heights, loud=_LOUD_TILES)

        self._kept(canvas, _STEALTH, (eye, pips, *heights), paint)

    def _signs(self, canvas: pygame.Surface, world: World) -> None:
        """Beside it: how she goes, what the air does here, and whether her sleeves tell a tale."""
        strings, font, y = self.library.strings, self._font, 234
        for text_id, icon in _signs_of(world):
            picture = self.library.ui.frame(icon).surface
            width, height = picture.get_size()
            canvas.blit(picture, (121 - width // 2, y + 3 - height // 2))
            if text_id:
                text = strings.text(text_id)
                font.draw(canvas, text, 130, y + 3 - font.cap // 2, rgb("moon2"), outline=_INK)
            y += 12

    def _visible_pips(self, world: World) -> int:
        """From how far she would be seen, as lights: all of them at ten tiles, none inside."""
        tick, pips = self._exposure
        if 0 <= world.tick - tick < _LOOK_EVERY_TICKS:
            return pips
        tiles = seen_from_tiles(world)
        pips = -(-tiles * _PIPS // FURTHEST_TILES)
        self._exposure = (world.tick, pips)
        return pips

    def _item(self, canvas: pygame.Surface, world: World) -> None:
        her, font = world.sakura, self._font
        count = {Item.PEBBLE: her.pebbles, Item.KUNAI: her.kunai, Item.WATER: her.water}[her.item]
        self._panel(canvas, _ITEM)
        icon = self.library.ui.frame(f"icon/{her.item}").surface
        canvas.blit(icon, (390 + (13 - icon.get_width()) // 2, 257 - icon.get_height() // 2))
        color = rgb("sand8" if count else "steel1")
        font.draw(canvas, str(count), 412, 257 - font.cap // 2, color, shadow=_INK, align=1.0)

    def _compass(self, canvas: pygame.Surface, world: World) -> None:
        x, y, radius = _COMPASS
        arcs = [
            Arc(felt.bearing, max(24, felt.error), 350 + felt.strength * 650 // 1000)
            for felt in world.sensing.felt
            if not felt.exact
        ]
        belief = self._belief_arc(world)
        if belief is not None:
            arcs.append(belief)
        north = self.library.strings.text("hud_north")
        facing = world.sakura.heading
        compass(canvas, self.library.small, x, y, radius, arcs[:8], facing, north=north)
        heading = goal_heading(world)
        if heading >= 0:
            _goal_mark(canvas, x, y, radius, heading)

    def _belief_arc(self, world: World) -> Arc | None:
        """The direction in which the fluttering one must be, until she has found him."""
        sensing, her = world.sensing, world.sakura
        if world.story.beat >= Beat.BODY:
            return None
        key = sensing.pulses * 100_003 + her.x // TILE_SUB * 307 + her.y // TILE_SUB
        if self._belief[0] != key:
            self._belief = (key, _arc_of_belief(world))
        return self._belief[1]


def seen_from_tiles(world: World) -> int:
    """From how many tiles away an eye that looks her way would see her, here and now."""
    figure = figure_of_her(world)
    if figure is None:
        return 0
    wind = wind_at(world, figure.x, figure.y).kind
    shade = shade_of(light_at(world, figure.x, figure.y, wind))
    dust: Dust = dust_between(wind, wind)
    for tiles in range(FURTHEST_TILES, 0, -1):
        zone = zone_at(tiles, 0, 0, tuning.CONE_HALF_HEADINGS, shade, figure.stance, dust)
        if zone is not Zone.NONE:
            return tiles
    return 0


def _signs_of(world: World) -> list[tuple[str, str]]:
    """Words and icons of what is out of the ordinary just now, at most three."""
    her, found = world.sakura, []
    if her.feigning:
        found.append(("hud_toggle_feign", "icon/hand"))
    elif her.gait is Gait.SNEAK:
        found.append(("hud_toggle_sneak", "icon/print"))
    elif her.gait is Gait.LIGHT:
        found.append(("hud_toggle_light", "icon/chakra"))
    wind = wind_at(world, her.x, her.y).kind
    if wind is not WindKind.STILL:
        found.append((_WIND_WORDS[wind], "icon/wind"))
    if her.sleeves_bloody:
        found.append(("hud_bloody", "icon/drop"))
    return found


def _face(world: World) -> str:
    her = world.sakura
    if her.pose is Pose.HURT or her.marks == 1:
        return "face/hurt"
    worried = any(mind.alert >= Alert.SEARCH and not mind.target for mind in world.minds)
    return "face/alert" if worried else "face/calm"


def _arc_of_belief(world: World) -> Arc | None:
    rows, columns = np.nonzero(likely_cells(world.sensing.belief))
    if not rows.size:
        return None
    her = world.sakura
    dx = columns.astype(np.float64) * CELL_SUB + CELL_SUB // 2 - her.x
    dy = rows.astype(np.float64) * CELL_SUB + CELL_SUB // 2 - her.y
    angles = np.arctan2(dy, dx)
    middle = float(np.arctan2(np.sin(angles).mean(), np.cos(angles).mean()))
    off = np.abs((angles - middle + np.pi) % (2 * np.pi) - np.pi)
    turn = headings.TURN / (2 * np.pi)
    width = min(200, max(20, int(np.percentile(off, 90) * turn)))
    return Arc(int(middle * turn) % headings.TURN, width, 1000, LAMP_ARC)


def _goal_mark(canvas: pygame.Surface, x: int, y: int, radius: int, heading: int) -> None:
    """A small wedge on the compass's rim towards her duty."""
    for away, half in ((radius + 1, 2), (radius - 1, 1), (radius - 3, 0)):
        dx, dy = headings.vector(heading, away)
        color = "ink" if half == 2 else "lamp3"
        pygame.draw.circle(canvas, rgb(color), (x + dx, y + dy), half)
    dx, dy = headings.vector(heading, radius)
    pygame.draw.circle(canvas, rgb("lamp2"), (x + dx, y + dy), 1)

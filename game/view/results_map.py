"""The map of the night: her trail drawn again as she walked it, and everyone else's beside it."""

from collections.abc import Sequence
from enum import Enum
from typing import Final, assert_never

import pygame

from game.sim.level import Kind, Spot
from game.sim.world import World
from game.view.between import HER
from game.view.map_marks import him_sign, marker_sign, place_sign
from game.view.map_picture import Miniatures, on_map
from game.view.palette import rgb
from game.view.results_list import Kit
from game.view.trails import Spot as Step
from game.view.trails import Trails
from game.view.widgets import INK, heading, rect

VIEW: Final = pygame.Rect(20, 26, 440, 200)
_ALL_TICKS: Final = 480
"""The whole night runs by in so many ticks."""


class _Sign(Enum):
    """The mark at a trail's end: shape and colour both tell who it is."""

    HER = "pink3"
    PATROL = "steel3"
    ROGUE = "lamp2"
    CUTTER = "red3"
    BEAST = "heal2"
    FOUND = "blood2"


_SIGN_OF: Final = {
    Kind.ROGUE: _Sign.ROGUE,
    Kind.AMBUSHER: _Sign.ROGUE,
    Kind.CUTTER: _Sign.CUTTER,
    Kind.SNAKE: _Sign.BEAST,
    Kind.LIZARD: _Sign.BEAST,
}
"""Everybody else is of Suna."""
_LEGEND: Final = (
    ("results_trail_yours", _Sign.HER),
    ("results_trail_patrols", _Sign.PATROL),
    ("results_trail_rogues", _Sign.ROGUE),
    ("results_trail_cutters", _Sign.CUTTER),
    ("results_trail_beasts", _Sign.BEAST),
    ("results_trail_found", _Sign.FOUND),
)
_DOT_EVERY: Final = 3
_JUMP_TILES: Final = 12
"""Steps further apart than this are not joined: she was carried, or the night was loaded."""


class MapPage:
    """The last night's trails over its map."""

    def __init__(self, kit: Kit, world: World, history: Trails) -> None:
        self.kit, self.history = kit, history
        level = world.level
        self._world = world
        fits = min(VIEW.width // max(1, level.width), VIEW.height // max(1, level.height))
        self.scale = max(1, min(4, fits))
        self._picture = Miniatures(level).at(self.scale).copy()
        dark = pygame.Surface(self._picture.get_size())
        dark.fill((196, 190, 214))
        self._picture.blit(dark, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
        ends = [trail[-1][0] for trail in (history.hers, *history.theirs.values()) if trail]
        self._first = history.hers[0][0] if history.hers else 0
        self._last = max(ends, default=world.tick)
        self._others, self._hers = self._picture, self._picture
        self._done: dict[int, int] = {}
        self._at: dict[int, tuple[int, int]] = {}
        self._drawn_to = 0
        self._clear()

    @property
    def length(self) -> int:
        """Ticks until the whole night is drawn."""
        return _ALL_TICKS

    def draw(self, canvas: pygame.Surface, tick: int) -> None:
        """Draw the night as far as it has run by so many ticks after the page was turned to."""
        kit, world = self.kit, self._world
        rect(canvas, 0, 0, *canvas.get_size(), "night1", 240)
        heading(canvas, kit.font, VIEW.x, 8, VIEW.width, kit.text("results_map"))
        area = self._others.get_rect(center=VIEW.center).clip(VIEW)
        left, top = self._others.get_rect(center=VIEW.center).topleft
        night = self._last - self._first
        now = self._first + night * min(tick, _ALL_TICKS) // _ALL_TICKS
        self._run_to(now)
        canvas.set_clip(area)
        canvas.blit(self._others, (left, top))
        canvas.blit(self._hers, (left, top))
        for who in (*self.history.theirs, HER):
            spot = self._at.get(who)
            if spot is not None:
                _draw_sign(canvas, left + spot[0], top + spot[1], self._sign(who))
        self._draw_signs(canvas, world, now, left, top)
        canvas.set_clip(None)
        pygame.draw.rect(canvas, rgb("night4"), area.inflate(2, 2), 1)
        rect(canvas, area.x, area.y - 1, area.width, 1, "moon0")
        self._draw_legend(canvas)

    def _sign(self, who: int) -> _Sign:
        if who == HER:
            return _Sign.HER
        return _SIGN_OF.get(self.history.kinds.get(who, Kind.PATROL), _Sign.PATROL)

    def _run_to(self, now: int) -> None:
        """Add to the trails every step up to a moment; what was drawn before stays."""
        if now < self._drawn_to:
            self._clear()
        self._drawn_to = now
        for who, steps in (*self.history.theirs.items(), (HER, self.history.hers)):
            self._draw_trail(who, steps, now)

    def _draw_trail(self, who: int, steps: Sequence[Step], now: int) -> None:
        """Hers as a line, the others' as dots, from where they were last drawn to."""
        half, ink, far = self.scale // 2, rgb(self._sign(who).value), _JUMP_TILES * self.scale
        number = self._done.get(who, 0)
        before = self._at.get(who)
        while number < len(steps) and steps[number][0] <= now:
            after = steps[number][1] * self.scale + half, steps[number][2] * self.scale + half
            if who != HER:
                if number % _DOT_EVERY == 0:
                    self._others.set_at(after, ink)
            elif (
                before is not None and abs(before[0] - after[0]) + abs(before[1] - after[1]) <= far
            ):
                low = (before[0], before[1] + 1), (after[0], after[1] + 1)
                pygame.draw.line(self._hers, INK, *low)
                pygame.draw.line(self._hers, ink, before, after)
            before = after
            number += 1
        self._done[who] = number
        if before is not None:
            self._at[who] = before

    def _clear(self) -> None:
        """Back to a map on which nobody has gone anywhere."""
        self._others = self._picture.copy()
        self._hers = pygame.Surface(self._picture.get_size(), pygame.SRCALPHA)
        self._done, self._at, self._drawn_to = {}, {}, 0

    def _draw_signs(
        self, canvas: pygame.Surface, world: World, now: int, left: int, top: int
    ) -> None:
        small = self.kit.library.small
        for marker in world.level.places_of(Spot.MARKER):
            x, y = on_map(marker.x, marker.y, self.scale)
            signed = marker.order in world.story.markers
            marker_sign(
                canvas, small, left + x, top + y, marker.order, signed=signed, next_one=False
            )
        patient = world.patient
        if patient is not None and 0 <= world.story.body_tick <= now:
            x, y = on_map(patient.x, patient.y, self.scale)
            him_sign(canvas, left + x, top + y)
        for tick, column, row in self.history.alarms:
            if tick <= now:
                x, y = left + column * self.scale, top + row * self.scale
                small.draw(canvas, "!", x, y - 10, rgb("red3"), outline=INK, align=0.5)
        for item in world.evidence:
            if item.tick <= now:
                x, y = on_map(item.x, item.y, self.scale)
                _draw_sign(canvas, left + x, top + y, _Sign.FOUND)

    def _draw_legend(self, canvas: pygame.Surface) -> None:
        font = self.kit.library.small
        entries = [(self.kit.text(name), sign) for name, sign in _LEGEND]
        x, y = VIEW.x, VIEW.bottom + 6
        for text, sign in entries:
            if x + 8 + font.width(text) > VIEW.right:
                x, y = VIEW.x, y + font.cap + 4
            if y + font.cap > 252:
                return
            _draw_sign(canvas, x + 2, y + 3, sign)
            x = font.draw(canvas, text, x + 9, y, rgb("moon1"), shadow=INK) + 12


def _draw_sign(canvas: pygame.Surface, x: int, y: int, sign: _Sign) -> None:
    """The mark of somebody, or of something found, with its middle at (x, y)."""
    color = sign.value
    match sign:
        case _Sign.HER:
            rect(canvas, x - 3, y - 3, 7, 7, "ink")
            rect(canvas, x - 2, y - 2, 5, 5, color)
        case _Sign.PATROL:
            rect(canvas, x - 2, y - 2, 5, 5, "ink")
            rect(canvas, x - 1, y - 1, 3, 3, color)
        case _Sign.ROGUE:
            place_sign(canvas, x, y, color)
        case _Sign.BEAST:
            rect(canvas, x - 2, y - 2, 5, 5, "ink")
            pygame.draw.rect(canvas, rgb(color), (x - 1, y - 1, 3, 3), 1)
        case _Sign.CUTTER | _Sign.FOUND:
            reach = 2 if sign is _Sign.CUTTER else 3
            for shift, ink in ((1, "ink"), (0, color)):
                for i in range(1 - reach, reach):
                    rect(canvas, x + i, y + i + shift, 1, 1, ink)
                    rect(canvas, x + i, y - i + shift, 1, 1, ink)
        case never:
            assert_never(never)

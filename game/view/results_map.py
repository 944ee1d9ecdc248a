"""The map of the night: her trail drawn again as she walked it, and everyone else's beside it."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import pygame

from game.sim.level import Kind, Spot
from game.sim.world import World
from game.view.map_marks import him_sign, marker_sign
from game.view.map_picture import Miniatures, on_map
from game.view.palette import rgb
from game.view.results_list import Kit
from game.view.trails import Spot as Step
from game.view.trails import Trails
from game.view.widgets import INK, heading, rect

VIEW: Final = pygame.Rect(20, 26, 440, 200)
_ALL_TICKS: Final = 480
"""The whole night runs by in so many ticks."""
_COLORS: Final = {
    Kind.PATROL: "steel3",
    Kind.GUARD: "steel3",
    Kind.CHILD: "steel2",
    Kind.ROGUE: "lamp2",
    Kind.AMBUSHER: "lamp2",
    Kind.CUTTER: "red3",
    Kind.SNAKE: "heal2",
    Kind.LIZARD: "heal2",
}
_GROUPS: Final = (
    ("results_trail_yours", "pink3"),
    ("results_trail_patrols", "steel3"),
    ("results_trail_rogues", "lamp2"),
    ("results_trail_cutters", "red3"),
    ("results_trail_beasts", "heal2"),
    ("results_trail_found", "blood2"),
)
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

    @property
    def length(self) -> int:
        """Ticks until the whole night is drawn."""
        return _ALL_TICKS

    def draw(self, canvas: pygame.Surface, tick: int) -> None:
        """Draw the night as far as it has run by so many ticks after the page was turned to."""
        kit, world = self.kit, self._world
        rect(canvas, 0, 0, *canvas.get_size(), "night1", 215)
        heading(canvas, kit.font, VIEW.x, 8, VIEW.width, kit.text("results_map"))
        picture = self._picture
        area = picture.get_rect(center=VIEW.center).clip(VIEW)
        left, top = picture.get_rect(center=VIEW.center).topleft
        canvas.set_clip(area)
        canvas.blit(picture, (left, top))
        night = self._last - self._first
        now = self._first + night * min(tick, _ALL_TICKS) // _ALL_TICKS
        for who, steps in self.history.theirs.items():
            color = _COLORS.get(self.history.kinds.get(who, Kind.PATROL), "steel3")
            self._draw_trail(canvas, steps, now, (left, top), color, every=3)
        self._draw_trail(canvas, self.history.hers, now, (left, top), "pink3", every=1)
        self._draw_signs(canvas, world, now, left, top)
        canvas.set_clip(None)
        pygame.draw.rect(canvas, rgb("night4"), area.inflate(2, 2), 1)
        rect(canvas, area.x, area.y - 1, area.width, 1, "moon0")
        self._draw_legend(canvas)

    def _draw_trail(
        self,
        canvas: pygame.Surface,
        steps: Sequence[Step],
        now: int,
        corner: tuple[int, int],
        color: str,
        every: int,
    ) -> None:
        """A line (every 1) or dots along the steps until now, and a spot at their end."""
        half, ink = self.scale // 2, rgb(color)
        spots = [
            (corner[0] + x * self.scale + half, corner[1] + y * self.scale + half)
            for tick, x, y in steps
            if tick <= now
        ]
        if not spots:
            return
        far = _JUMP_TILES * self.scale
        for number, (before, after) in enumerate(pairwise(spots)):
            near = abs(before[0] - after[0]) + abs(before[1] - after[1]) <= far
            if every == 1 and near:
                pygame.draw.line(canvas, INK, (before[0], before[1] + 1), (after[0], after[1] + 1))
                pygame.draw.line(canvas, ink, before, after)
            elif every > 1 and number % every == 0:
                canvas.set_at(after, ink)
        x, y = spots[-1]
        rect(canvas, x - 2, y - 2, 5, 5, "ink")
        rect(canvas, x - 1, y - 1, 3, 3, color)

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
                _cross(canvas, left + x, top + y)

    def _draw_legend(self, canvas: pygame.Surface) -> None:
        font = self.kit.library.small
        entries = [(self.kit.text(name), color) for name, color in _GROUPS]
        x, y = VIEW.x, VIEW.bottom + 6
        for text, color in entries:
            if x + 8 + font.width(text) > VIEW.right:
                x, y = VIEW.x, y + font.cap + 4
            if y + font.cap > 252:
                return
            rect(canvas, x, y + 1, 5, 5, "ink")
            rect(canvas, x + 1, y + 2, 3, 3, color)
            x = font.draw(canvas, text, x + 9, y, rgb("moon1"), shadow=INK) + 12


def _cross(canvas: pygame.Surface, x: int, y: int) -> None:
    """Where something was left to be found."""
    for i in range(-2, 3):
        for dy in (i, -i):
            rect(canvas, x + i, y + dy + 1, 1, 1, "ink")
    for i in range(-2, 3):
        canvas.set_at((x + i, y + i), rgb("blood2"))
        canvas.set_at((x + i, y - i), rgb("blood2"))

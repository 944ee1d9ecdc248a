"""The answers on offer in a talk: rows that wrap, scroll when they are many, and show the focus."""

from dataclasses import dataclass, field
from typing import Final

import pygame

from game.view.font import Font
from game.view.palette import rgb
from game.view.widgets import INK, panel, rect

GAP_PX: Final = 3
_LEFT_PX: Final = 14
_RIGHT_PX: Final = 16
_WIDTHS_PX: Final = (214, 262, 312, 360)
_TICK: Final = "✓"


@dataclass(frozen=True, slots=True)
class Row:
    """One answer as it stands on screen."""

    number: int
    lines: list[str]
    area: pygame.Rect


@dataclass(slots=True)
class Choices:
    """Answers by their words, which of them were given before, and the one in focus."""

    texts: list[str] = field(default_factory=list)
    taken: list[bool] = field(default_factory=list)
    selected: int = 0
    rows: list[Row] = field(default_factory=list)
    """Those that are on screen, as last placed."""
    _first: int = 0
    _placed: tuple[object, ...] = ()
    """What the rows were last laid out for."""

    def offer(self, texts: list[str], taken: list[bool]) -> None:
        """Put other answers up; the first has the focus."""
        self.texts, self.taken, self.selected, self._first = texts, taken, 0, 0
        self.rows, self._placed = [], ()

    def select(self, step: int) -> None:
        """Move the focus, round at the ends."""
        if self.texts:
            self.selected = (self.selected + step) % len(self.texts)

    def at(self, point: tuple[int, int]) -> int | None:
        """Number of the answer at a point of the canvas, as it was last drawn."""
        return next((row.number for row in self.rows if row.area.collidepoint(point)), None)

    def place(self, font: Font, room: pygame.Rect, comfort_px: int) -> None:
        """Lay the answers out on the floor of ``room``: as narrow as keeps within ``comfort_px``.

        If no width does, they stand narrow and tall between the faces; if even the widest are too
        many for the room, those around the focus are shown.
        """
        key = font.line, tuple(room), comfort_px, self.selected, tuple(self.texts)
        if key == self._placed:
            return
        self._placed = key
        widths = [*(w for w in _WIDTHS_PX if w < room.width), room.width]
        tries = [(width, *self._wrapped(font, width)) for width in widths]
        fits = [a_try for a_try in tries if a_try[3] <= comfort_px]
        tall = [a_try for a_try in tries if a_try[3] <= room.height]
        width, lines, heights, _ = (fits or tall or tries[-1:])[0]
        first, last = self._window(heights, room.height)
        total = sum(heights[first:last]) + GAP_PX * (last - first - 1)
        x, y = room.centerx - width // 2, room.bottom - total
        self.rows = []
        for number in range(first, last):
            area = pygame.Rect(x, y, width, heights[number])
            self.rows.append(Row(number, lines[number], area))
            y = area.bottom + GAP_PX

    def _wrapped(self, font: Font, width: int) -> tuple[list[list[str]], list[int], int]:
        """Rows of each answer at a width, the height of each, and the height of all."""
        lines = [font.wrap(text, width - _LEFT_PX - _RIGHT_PX) for text in self.texts]
        heights = [font.cap + 9 + (len(rows) - 1) * font.line for rows in lines]
        return lines, heights, sum(heights) + GAP_PX * (len(heights) - 1)

    def _window(self, heights: list[int], room: int) -> tuple[int, int]:
        """The answers to show: all, or as many from the first one on as keep the focus in view."""
        self._first = min(self._first, self.selected)
        while True:
            last, used = self._first, 0
            while last < len(heights) and used + heights[last] <= room:
                used += heights[last] + GAP_PX
                last += 1
            last = max(last, self._first + 1)
            if self.selected < last or self._first >= self.selected:
                return self._first, min(last, len(heights))
            self._first += 1


def draw_choices(target: pygame.Surface, font: Font, choices: Choices, *, opaque: bool) -> None:
    """Draw them where they were placed: the focus glows, what was said before is dim and ticked."""
    rows = choices.rows
    for row in rows:
        area, focused = row.area, row.number == choices.selected
        place = area.x, area.y, area.width, area.height
        if focused:
            panel(
                target,
                *place,
                alpha=255 if opaque else 242,
                base="night3",
                edge="lamp1",
                top="lamp2",
            )
            font.draw(target, ">", area.x + 5, area.y + 4, rgb("lamp3"))
        else:
            panel(target, *place, alpha=255 if opaque else 222, top="night4")
        taken = choices.taken[row.number]
        color = "sand8" if focused else "steel2" if taken else "moon1"
        for number, line in enumerate(row.lines):
            y = area.y + 4 + number * font.line
            font.draw(target, line, area.x + _LEFT_PX, y, rgb(color), shadow=INK)
        if taken:
            font.draw(target, _TICK, area.right - 5, area.y + 4, rgb("moon0"), align=1.0)
    if rows and rows[0].number > 0:
        _more(target, rows[0].area.centerx, rows[0].area.top - 5, -1)
    if rows and rows[-1].number < len(choices.texts) - 1:
        _more(target, rows[-1].area.centerx, rows[-1].area.bottom + 3, 1)


def _more(target: pygame.Surface, x: int, y: int, way: int) -> None:
    """A small wedge that says that there is more above (-1) or below (1)."""
    for i in range(4):
        half = i if way < 0 else 3 - i
        rect(target, x - half - 1, y + i - 1, 2 * half + 3, 1, "ink")
        rect(target, x - half, y + i - 1, 2 * half + 1, 1, "lamp2")

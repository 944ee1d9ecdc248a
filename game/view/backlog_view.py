"""What was said tonight, to be read again: speakers, their words, and the answers she gave."""

from dataclasses import dataclass
from typing import Final

import pygame

from game.sim.world import World
from game.view.library import Library
from game.view.options import StageOptions
from game.view.palette import rgb
from game.view.reading import Spoken, body_font, key_of, spoken_lines
from game.view.widgets import INK, heading, panel, prompt, rect

_BOX: Final = pygame.Rect(24, 12, 432, 246)
_NAME_X: Final = 38
_NAMES_PX: Final = 74
_BAR_X: Final = 444
_FOOT_PX: Final = 10
"""Between the letters of the keys and the edge of the box."""
_COLORS: Final = {
    "Sakura": "pink3",
    "Stranger": "red3",
    "Sasori": "red3",
    "Guard": "lamp3",
    "Child": "heal2",
}
_STEP_ROWS: Final = 3


@dataclass(frozen=True, slots=True)
class _Entry:
    speaker: str
    rows: list[str]
    chosen: bool


class BacklogView:
    """A list that scrolls; it opens at its end. Drawn over whatever stands on the canvas."""

    def __init__(self, library: Library, options: StageOptions | None = None) -> None:
        self.library = library
        self.options = options or StageOptions()
        self._entries: list[_Entry] = []
        self._top = 0
        self._key: tuple[int, bool] = (-1, False)

    def note(self, world: World) -> None:
        """Take in what has been said so far; call it when the view opens."""
        talk = world.talk
        said = talk.backlog if talk is not None else []
        key = len(said), self.options.large_text
        if talk is None or key == self._key:
            return
        self._key = key
        font, spoken = body_font(self.library, self.options), spoken_lines(world.level.script)
        self._entries = []
        for line in said:
            by = spoken.get(line, Spoken("", ""))
            mark = "> " if by.offered else ""
            text = mark + self.library.strings.text(line, **talk.variables)
            rows = font.wrap(text, self._words_width)
            self._entries.append(_Entry(by.speaker, rows, by.offered))
        self._top = self._last_top

    def scroll(self, step: int) -> None:
        """Move by so many steps of three rows; negative towards the beginning."""
        self._top = max(0, min(self._last_top, self._top + step * _STEP_ROWS))

    def page(self, step: int) -> None:
        """Move by so many screens."""
        self._top = max(0, min(self._last_top, self._top + step * (self._rows_shown - 1)))

    @property
    def at_end(self) -> bool:
        """Whether the newest words are in view."""
        return self._top >= self._last_top

    def draw(self, canvas: pygame.Surface) -> None:
        """Draw the list."""
        strings, font = self.library.strings, body_font(self.library, self.options)
        rect(canvas, 0, 0, *canvas.get_size(), "night1", 150)
        opaque = 255 if self.options.high_contrast else 244
        panel(canvas, *_BOX, alpha=opaque, corner=3)
        heading(canvas, font, _NAME_X, _BOX.y + 9, _BOX.width - 28, strings.text("hud_backlog"))
        if not self._entries:
            empty = strings.text("backlog_empty")
            font.draw(canvas, empty, 240, 128, rgb("moon1"), shadow=INK, align=0.5)
        canvas.set_clip((_BOX.x, self._list_y - 3, _BOX.width, self._rows_shown * font.line))
        y = self._list_y - self._top * font.line
        before = ""
        for entry in self._entries:
            if y > _BOX.bottom:
                break
            if y + len(entry.rows) * font.line >= self._list_y:
                self._draw_entry(canvas, entry, y, named=entry.speaker != before or entry.chosen)
            y += len(entry.rows) * font.line
            before = entry.speaker
        canvas.set_clip(None)
        self._draw_bar(canvas)
        self._draw_keys(canvas)

    def _draw_entry(self, canvas: pygame.Surface, entry: _Entry, y: int, *, named: bool) -> None:
        font = body_font(self.library, self.options)
        if named and entry.speaker:
            name = self.library.strings.text(f"speaker_{entry.speaker.lower()}")
            small = font if font.width(name) <= _NAMES_PX else self.library.small
            color = rgb(_COLORS.get(entry.speaker, "moon1"))
            for number, row in enumerate(small.wrap(name, _NAMES_PX)[: len(entry.rows)]):
                small.draw(canvas, row, _NAME_X, y + number * small.line, color, shadow=INK)
        told = "lamp3" if entry.chosen else "sand8" if entry.speaker else "moon1"
        for number, row in enumerate(entry.rows):
            place = self._words_x, y + number * font.line
            font.draw(canvas, row, *place, rgb(told), shadow=INK)

    def _draw_bar(self, canvas: pygame.Surface) -> None:
        """Where in the whole list these rows lie."""
        total = self._all_rows
        if total <= self._rows_shown:
            return
        top, height = self._list_y, self._rows_shown * self._line - 6
        rect(canvas, _BAR_X, top, 3, height, "night3")
        size = max(8, height * self._rows_shown // total)
        at = top + (height - size) * self._top // max(1, self._last_top)
        rect(canvas, _BAR_X, at, 3, size, "chak2")
        rect(canvas, _BAR_X, at, 3, 1, "chak3")

    def _draw_keys(self, canvas: pygame.Surface) -> None:
        strings, font = self.library.strings, body_font(self.library, self.options)
        x, y = _NAME_X, _BOX.bottom - _FOOT_PX - font.cap
        rect(canvas, _NAME_X, y - 5, _BOX.width - 28, 1, "night4")
        by_mouse = "talk_map" in self.options.keys
        scroll = [("talk_scroll", "backlog_scroll")]
        if not by_mouse:
            scroll = [("up", ""), ("down", "backlog_scroll")]
        for action, text in (*scroll, ("talk_map" if by_mouse else "map", "menu_back")):
            key = key_of(self.library, self.options, action)
            words = strings.text(text) if text else ""
            x = prompt(canvas, font, x, y, key, words, "moon1") - (0 if words else 11)

    @property
    def _line(self) -> int:
        return body_font(self.library, self.options).line

    @property
    def _list_y(self) -> int:
        return _BOX.y + 9 + body_font(self.library, self.options).cap + 13

    @property
    def _list_end(self) -> int:
        return _BOX.bottom - _FOOT_PX - body_font(self.library, self.options).cap - 7

    @property
    def _words_x(self) -> int:
        return _NAME_X + _NAMES_PX + 8

    @property
    def _words_width(self) -> int:
        return _BAR_X - 8 - self._words_x

    @property
    def _rows_shown(self) -> int:
        return (self._list_end - self._list_y) // self._line

    @property
    def _all_rows(self) -> int:
        return sum(len(entry.rows) for entry in self._entries)

    @property
    def _last_top(self) -> int:
        return max(0, self._all_rows - self._rows_shown)

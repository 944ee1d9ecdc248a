"""The box at the foot of a talk: the speaker's plate, the words, what the keys do."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pygame

from game.view.font import Font
from game.view.library import Library
from game.view.options import StageOptions
from game.view.palette import rgb
from game.view.reading import body_font, draw_rows, key_of
from game.view.widgets import INK, dialogue_box, panel, prompt, prompt_width, rect

TEXT_WIDTH: Final = 426
"""Pixels that a row of words may take."""

_X: Final = 10
_WIDTH: Final = 460
_FLOOR: Final = 262
_TEXT_X: Final = 27
_TEXT_Y: Final = 13
_ROWS: Final = 2
_MORE_PX: Final = 30
_ACCENTS: Final = {
    "Sakura": "pink2",
    "Stranger": "red3",
    "Sasori": "red3",
    "Guard": "lamp2",
    "Child": "heal2",
}

_Key = tuple[int, str, str, int, bool]


@dataclass(slots=True)
class Box:
    """Draws the box; its empty plate is kept until the speaker or the size changes."""

    library: Library
    options: StageOptions
    _key: _Key | None = None
    _plate: pygame.Surface | None = None

    def area(self, rows: Sequence[str]) -> pygame.Rect:
        """Where the box stands: two rows of words, or upward as many as the line needs."""
        font = body_font(self.library, self.options)
        height = _TEXT_Y + 5 + max(_ROWS, len(rows)) * font.line + font.cap + 13
        return pygame.Rect(_X, _FLOOR - height, _WIDTH, height)

    def draw(
        self,
        canvas: pygame.Surface,
        rows: list[str],
        speaker: str,
        shown: int | None,
        *,
        more: bool,
    ) -> None:
        """Draw plate and words; ``shown`` letters of them, or all. An empty speaker tells."""
        area, font = self.area(rows), body_font(self.library, self.options)
        name = self.library.strings.text(f"speaker_{speaker.lower()}") if speaker else ""
        key = area.height, speaker, name, font.line, self.options.high_contrast
        if self._plate is None or key != self._key:
            self._key, self._plate = key, self._empty(canvas, area, font, speaker, name)
        canvas.blit(self._plate, (0, 0))
        color = "sand8" if speaker or self.options.high_contrast else "moon2"
        draw_rows(canvas, font, rows, (_TEXT_X, area.y + _TEXT_Y), rgb(color), INK, shown)
        if more:
            x, y = area.right - 21, area.bottom - 15
            for i in range(4):
                rect(canvas, x + i, y + i, 9 - 2 * i, 1, "lamp2" if i else "lamp3")

    def _empty(
        self, canvas: pygame.Surface, area: pygame.Rect, font: Font, speaker: str, name: str
    ) -> pygame.Surface:
        plate = pygame.Surface(canvas.get_size(), pygame.SRCALPHA)
        if self.options.high_contrast:
            panel(plate, area.x, area.y, area.width, area.height, alpha=255, corner=3)
        dialogue_box(
            plate,
            font,
            (),
            name=name,
            accent=_ACCENTS.get(speaker, "moon0"),
            name_align=0.0 if speaker == "Sakura" else 1.0,
            more=False,
            x=area.x,
            y=area.y,
            width=area.width,
            height=area.height,
        )
        return plate

    def draw_foot(
        self,
        canvas: pygame.Surface,
        area: pygame.Rect,
        right: int,
        acts: Sequence[tuple[str, str]],
        marks: Sequence[str],
    ) -> None:
        """Keys with the ids of their words on the left, lit marks before ``right``.

        If the chosen letters are too large for all of it, the small ones are taken.
        """
        library, options, strings = self.library, self.options, self.library.strings
        keys = [key_of(library, options, action) for action, _ in acts]
        words = [strings.text(name) if name else "" for _, name in acts]
        pairs = list(zip(keys, words, strict=True))
        font = body_font(library, options)
        room = right - _TEXT_X + 5 - sum(font.width(strings.text(name)) + 16 for name in marks)
        if sum(prompt_width(font, *pair) for pair in pairs) > room:
            font = library.small
        x, y = _TEXT_X - 5, area.bottom - font.cap - 9
        for key, text in pairs:
            if x + prompt_width(font, key, text) - 10 > _TEXT_X - 5 + room:
                break
            x = prompt(canvas, font, x, y, key, text, "moon1") - (0 if text else 11)
        for name in marks:
            text = strings.text(name)
            font.draw(canvas, text, right, y + 1, rgb("lamp3"), shadow=INK, align=1.0)
            right -= font.width(text) + 9
            rect(canvas, right, y + font.cap // 2, 4, 3, "lamp2")
            right -= 8

    @staticmethod
    def inner_right(area: pygame.Rect) -> int:
        """Where the right end of the foot lies, before the sign for more."""
        return area.right - _MORE_PX

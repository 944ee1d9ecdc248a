"""Texts broken into rows once and kept, for words that are drawn in many frames."""

from dataclasses import dataclass, field
from typing import Final

import pygame

from game.view.font import BORDER_PX, Font
from game.view.palette import Rgb, rgb

_KEPT: Final = 200


@dataclass(slots=True)
class Wrapped:
    """Rows of texts in one font, no wider than so many pixels."""

    font: Font
    width: int
    _rows: dict[str, list[str]] = field(default_factory=dict)

    def rows(self, text: str) -> list[str]:
        """The rows of a text."""
        found = self._rows.get(text)
        if found is None:
            if len(self._rows) >= _KEPT:
                self._rows.clear()
            found = self._rows[text] = self.font.wrap(text, self.width)
        return found

    def draw_row(self, target: pygame.Surface, row: str, x: int, y: int, color: Rgb) -> int:
        """Draw an outlined row with its middle at x, its capitals' top at y; returns its width."""
        image = self.font.render(row, color, outline=rgb("ink"))
        width = image.get_width()
        target.blit(image, (x - width // 2, y - self.font.ascent - BORDER_PX))
        return width

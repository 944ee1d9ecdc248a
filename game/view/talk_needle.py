"""What he thinks of her: a compass needle between wary and open that moves softly, and a word."""

from dataclasses import dataclass
from typing import Final

import pygame

from game.view.gauges import trust_needle
from game.view.library import Library
from game.view.options import StageOptions
from game.view.palette import rgb
from game.view.reading import fitting_font
from game.view.widgets import INK

_WIDTH_PX: Final = 41
_WORD_TICKS: Final = 150
_WORD_PX: Final = 110
"""A word wider than this in large letters is written in small ones: the keys need the room."""
_BESIDE_WORD_PX: Final = 20
"""What stands left of the word keeps so far from the needle's end, besides its width."""
_SOFT: Final = 0.06
_PER_POINT: Final = 14
"""Needle steps (of 1000) for each point of trust above wariness."""


@dataclass(slots=True)
class Needle:
    """Follows trust and wariness (0..100 each) as the talk moves them."""

    shown: float = 0.0
    word: str = ""
    """Id of the word for the last change, or empty."""
    _trust: int = 0
    _wariness: int = 0
    _word_ticks: int = 0

    def rest(self, trust: int, wariness: int) -> None:
        """Stand at these values without a word."""
        self._trust, self._wariness = trust, wariness
        self.shown, self.word = float(_target(trust, wariness)), ""

    def follow(self, trust: int, wariness: int) -> None:
        """Let a tick pass: move towards the values, and say which of them changed."""
        more, warier = trust - self._trust, wariness - self._wariness
        if more or warier:
            self._trust, self._wariness = trust, wariness
            self._word_ticks = _WORD_TICKS
            if abs(warier) > abs(more):
                self.word = "talk_warier" if warier > 0 else "talk_easier"
            else:
                self.word = "talk_closer" if more > 0 else "talk_colder"
        elif self._word_ticks:
            self._word_ticks -= 1
            if not self._word_ticks:
                self.word = ""
        self.shown += (_target(trust, wariness) - self.shown) * _SOFT

    def draw(
        self, target: pygame.Surface, library: Library, options: StageOptions, right: int, y: int
    ) -> int:
        """Draw it with its right end at ``right``; returns where its left end lies."""
        x = right - _WIDTH_PX
        trust_needle(target, x, y, round(self.shown))
        if not self.word:
            return x - 12
        text = library.strings.text(self.word)
        font = fitting_font(library, options, text, _WORD_PX)
        color = "lamp3" if self.word in ("talk_warier", "talk_colder") else "chak3"
        font.draw(target, text, x - 6, y + 13 - font.cap, rgb(color), shadow=INK, align=1.0)
        return x - _BESIDE_WORD_PX - font.width(text)


def _target(trust: int, wariness: int) -> int:
    return max(-1000, min(1000, (trust - wariness) * _PER_POINT))

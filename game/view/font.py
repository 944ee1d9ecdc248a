"""Text on the canvas: the game's own proportional letters from a PNG sheet and its JSON table."""

import json
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pygame

from game.view.palette import Rgb

CACHE_LIMIT: Final = 512
"""Rendered texts kept; the least recently used one goes first."""

BORDER_PX: Final = 1
"""Every rendered text has this margin on all sides, room for its shadow or outline."""

_SHADOW: Final = ((0, 1),)
_OUTLINE: Final = tuple((x, y) for y in (-1, 0, 1) for x in (-1, 0, 1) if x or y)
_FORMAT_VERSION: Final = 1


class FontError(ValueError):
    """A font file that cannot be used; the message names the file."""


@dataclass(frozen=True, slots=True)
class _Glyph:
    image: pygame.Surface
    width: int
    top: int


_CacheKey = tuple[str, Rgb, Rgb | None, Rgb | None]


@dataclass(slots=True)
class Font:
    """One size of the game's letters. Text is one line; its height is always `line` pixels."""

    line: int
    cap: int
    ascent: int
    gap: int
    glyphs: dict[str, _Glyph]
    box: _Glyph
    cache: OrderedDict[_CacheKey, pygame.Surface] = field(default_factory=OrderedDict)

    @classmethod
    def load(cls, path: Path) -> "Font":
        """Read `path` (the JSON table) and the PNG beside it. Raises FontError."""
        try:
            table = json.loads(path.read_text(encoding="utf-8"))
            sheet = pygame.image.load(path.with_suffix(".png"))
            if table["version"] != _FORMAT_VERSION:
                raise FontError(f"{path}: version {table['version']}, expected {_FORMAT_VERSION}")

            def cut(place: list[int]) -> _Glyph:
                x, y, width, height, top = place
                # A mask copies only the ink, so one sheet serves every colour.
                mask = pygame.mask.from_surface(sheet.subsurface((x, y, width, height)))
                image = mask.to_surface(setcolor="white", unsetcolor=(0, 0, 0, 0))
                return _Glyph(image, width, top)

            glyphs = {letter: cut(place) for letter, place in table["glyphs"].items()}
            cap, line = int(table["cap"]), int(table["line"])
            ascent = -min(glyph.top for glyph in glyphs.values())
            return cls(line, cap, ascent, int(table["gap"]), glyphs, cut(table["missing"]))
        except (OSError, pygame.error, KeyError, TypeError, ValueError) as error:
            if isinstance(error, FontError):
                raise
            raise FontError(f"{path}: not a font table with a PNG beside it: {error}") from error

    def missing(self, text: str) -> set[str]:
        """The characters of the text that this font cannot draw (they appear as a box)."""
        return set(text) - self.glyphs.keys() - {"\n"}

    def width(self, text: str) -> int:
        """Pixels from the first letter's left edge to the last one's right edge."""
        if not text:
            return 0
        return sum(self._glyph(letter).width + self.gap for letter in text) - self.gap

    def size(self, text: str) -> tuple[int, int]:
        """Width and line height of one line of text, without the border of `render`."""
        return self.width(text), self.line

    def render(
        self, text: str, color: Rgb, shadow: Rgb | None = None, outline: Rgb | None = None
    ) -> pygame.Surface:
        """The line of text with an alpha channel, `BORDER_PX` larger on each side than `size`.

        The surface is shared with the cache: blit it, do not draw on it.
        """
        key = (text, color, shadow, outline)
        found = self.cache.get(key)
        if found is not None:
            self.cache.move_to_end(key)
            return found
        letters = self._letters(text)
        result = pygame.Surface(letters.get_size(), pygame.SRCALPHA)
        if outline is not None:
            _stamp(result, letters, outline, _OUTLINE)
        elif shadow is not None:
            _stamp(result, letters, shadow, _SHADOW)
        _stamp(result, letters, color, ((0, 0),))
        self.cache[key] = result
        if len(self.cache) > CACHE_LIMIT:
            self.cache.popitem(last=False)
        return result

    def draw(
        self,
        target: pygame.Surface,
        text: str,
        x: int,
        y: int,
        color: Rgb,
        shadow: Rgb | None = None,
        outline: Rgb | None = None,
        align: float = 0.0,
    ) -> int:
        """Draw one line with the top of its capitals at y; returns the x after its last letter.

        align 0 puts the text to the right of x, 0.5 centres it on x, 1 ends it at x.
        """
        left = x - int(self.width(text) * align)
        image = self.render(text, color, shadow, outline)
        target.blit(image, (left - BORDER_PX, y - self.ascent - BORDER_PX))
        return left + self.width(text)

    def wrap(self, text: str, width: int) -> list[str]:
        """Lines no wider than `width` pixels, broken at spaces; a longer word is cut.

        Line breaks in the text are kept. A single letter wider than `width` stands alone.
        """
        lines: list[str] = []
        for paragraph in text.split("\n"):
            line = ""
            for word in paragraph.split(" "):
                joined = f"{line} {word}" if line else word
                if self.width(joined) <= width:
                    line = joined
                    continue
                if line:
                    lines.append(line)
                *full, line = self._cut(word, width)
                lines.extend(full)
            lines.append(line)
        return lines

    def _cut(self, word: str, width: int) -> list[str]:
        pieces = [""]
        for letter in word:
            if pieces[-1] and self.width(pieces[-1] + letter) > width:
                pieces.append("")
            pieces[-1] += letter
        return pieces

    def _glyph(self, letter: str) -> _Glyph:
        return self.glyphs.get(letter, self.box)

    def _letters(self, text: str) -> pygame.Surface:
        size = self.width(text) + 2 * BORDER_PX, self.line + 2 * BORDER_PX
        surface = pygame.Surface(size, pygame.SRCALPHA)
        x = BORDER_PX
        for letter in text:
            glyph = self._glyph(letter)
            surface.blit(glyph.image, (x, BORDER_PX + self.ascent + glyph.top))
            x += glyph.width + self.gap
        return surface


def _stamp(
    target: pygame.Surface,
    letters: pygame.Surface,
    color: Rgb,
    offsets: tuple[tuple[int, int], ...],
) -> None:
    """Blit the white letters in a colour at each offset."""
    colored = letters.copy()
    colored.fill(color, special_flags=pygame.BLEND_RGB_MULT)
    for offset in offsets:
        target.blit(colored, offset)

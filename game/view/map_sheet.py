"""A sheet on which a map is explained: the map in moonlight, marks and words on it, a legend below.

For pictures that ``suna render`` writes, not for frames of the game.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final, assert_never

import numpy as np
import pygame
from numpy.typing import NDArray

from game.core import headings
from game.core.units import TILE_SUB
from game.sim.level import Level
from game.view.font import Font
from game.view.map_picture import miniature
from game.view.palette import Rgb, rgb

LARGE_MAP_TILES: Final = 160
"""Maps wider or taller than this are drawn at half the size."""
HUGE_MAP_TILES: Final = 480
"""And those at a quarter."""
SMALL_MAP_TILES: Final = 16
"""Maps no larger than this are drawn at twice the size."""
_LEAST_WIDTH_PX: Final = 400
_ZOOM_WIDTH_PX: Final = 1600
"""Wider pictures have larger letters in their legend: they are looked at from further away."""
_MARGIN_PX: Final = 8
_SWATCH_PX: Final = 14
_GAP_PX: Final = 6
_DIM: Final = (150, 150, 165)
_HATCH_PX: Final = 6
_HATCH_ALPHA: Final = 150
_INK: Final = rgb("ink")
_PAPER: Final = rgb("night1")

Tiles = NDArray[np.bool_]


class Sign(Enum):
    """What stands before an entry of the legend."""

    NONE = auto()
    FILL = auto()
    HATCH = auto()
    LINE = auto()
    DOT = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the legend."""

    text: str
    color: Rgb = (0, 0, 0)
    sign: Sign = Sign.NONE


@dataclass(slots=True)
class MapSheet:
    """A map being explained; ``scale`` is pixels a tile."""

    picture: pygame.Surface
    scale: int
    font: Font
    tile_sub: int = TILE_SUB
    """Sub-units a tile: other maps than ours may have larger tiles."""
    _taken: list[pygame.Rect] = field(default_factory=list)
    """Where figures and words stand."""
    _labels: list[tuple[str, int, int, Rgb]] = field(default_factory=list)
    """Words to be written last, over everything else."""

    @classmethod
    def of(cls, level: Level, font: Font) -> "MapSheet":
        """A level by moonlight, somewhat dark so that marks stand out."""
        scale = scale_for(level.width, level.height)
        small = miniature(level, scale // 4)
        size = level.width * scale, level.height * scale
        picture = pygame.transform.scale(small, size)
        picture.fill(_DIM, special_flags=pygame.BLEND_RGB_MULT)
        return cls(picture, scale, font)

    def at(self, x: int, y: int) -> tuple[int, int]:
        """Pixel of the picture for a place in sub-units."""
        return x * self.scale // self.tile_sub, y * self.scale // self.tile_sub

    def shade(self, colors: NDArray[np.uint8]) -> None:
        """Lay a colour over each tile: uint8 [row, column, RGBA]."""
        large = colors.repeat(self.scale, axis=0).repeat(self.scale, axis=1)
        size = large.shape[1], large.shape[0]
        veil = pygame.image.frombuffer(np.ascontiguousarray(large).tobytes(), size, "RGBA")
        self.picture.blit(veil, (0, 0))

    def fill(self, tiles: Tiles, color: Rgb, alpha: int) -> None:
        """Lay one colour over some tiles."""
        colors = np.zeros((*tiles.shape, 4), np.uint8)
        colors[tiles] = (*color, alpha)
        self.shade(colors)

    def hatch(self, tiles: Tiles, color: Rgb) -> None:
        """Draw slanting lines over some tiles, so that colour is not all that tells them."""
        large = tiles.repeat(self.scale, axis=0).repeat(self.scale, axis=1)
        slant = np.arange(large.shape[0])[:, None] + np.arange(large.shape[1])
        colors = np.zeros((*large.shape, 4), np.uint8)
        colors[large & (slant % _HATCH_PX == 0)] = (*color, _HATCH_ALPHA)
        size = large.shape[1], large.shape[0]
        self.picture.blit(pygame.image.frombuffer(colors.tobytes(), size, "RGBA"), (0, 0))

    def outline(self, tiles: Tiles, color: Rgb) -> None:
        """Draw the rim of an area of tiles."""
        padded = np.pad(tiles, 1)
        height, width = tiles.shape
        here = padded[1:-1, 1:-1]
        scale = self.scale
        for dy, dx in ((-1, 0), (1, 0), (0, -1), (0, 1)):
            beside = padded[1 + dy : 1 + dy + height, 1 + dx : 1 + dx + width]
            rows, columns = np.nonzero(here & ~beside)
            for y, x in zip(rows.tolist(), columns.tolist(), strict=True):
                left, top = x * scale, y * scale
                if dy:
                    edge = (left, top if dy < 0 else top + scale - 2, scale, 2)
                else:
                    edge = (left if dx < 0 else left + scale - 2, top, 2, scale)
                self.picture.fill(color, edge)

    def figure(self, x: int, y: int, color: Rgb, heading: int = -1) -> None:
        """Mark somebody at a place in sub-units, with the way they look."""
        at = self.at(x, y)
        radius = max(3, self.scale // 3)
        if heading >= 0:
            dx, dy = headings.vector(heading, 2 * radius)
            pygame.draw.line(self.picture, _INK, at, (at[0] + dx, at[1] + dy), 4)
            pygame.draw.line(self.picture, color, at, (at[0] + dx, at[1] + dy), 2)
        pygame.draw.circle(self.picture, _INK, at, radius + 1)
        pygame.draw.circle(self.picture, color, at, radius)
        self._taken.append(pygame.Rect(at[0] - radius, at[1] - radius, 2 * radius, 2 * radius))

    def line(self, points: Sequence[tuple[int, int]], color: Rgb, closed: bool = False) -> None:
        """Draw a line through places in sub-units."""
        spots = [self.at(x, y) for x, y in points]
        pygame.draw.lines(self.picture, _INK, closed, spots, 3)
        pygame.draw.lines(self.picture, color, closed, spots, 1)

    def label(self, text: str, x: int, y: int, color: Rgb) -> None:
        """Have something written near a pixel, where no other words stand if there is room."""
        self._labels.append((text, x, y, color))

    def _write(self, text: str, x: int, y: int, color: Rgb) -> None:
        width, height = self.font.width(text) + 2, self.font.cap + 4
        gap = max(4, self.scale // 3 + 2)
        spots = (
            (x + gap, y - height // 2), (x - width // 2, y - gap - height),
            (x - width // 2, y + gap), (x - gap - width, y - height // 2),
            (x + gap, y - gap - height), (x + gap, y + gap),
            (x - gap - width, y + gap), (x - gap - width, y - gap - height),
        )
        bounds = self.picture.get_rect()
        boxes = [pygame.Rect(*spot, width, height).clamp(bounds) for spot in spots]
        free = (box for box in boxes if box.collidelist(self._taken) < 0)
        box = next(free, boxes[0])
        self._taken.append(box)
        self.font.draw(self.picture, text, box.x + 1, box.y + 2, color, outline=_INK)

    def finished(self, title: str, entries: Sequence[Entry]) -> pygame.Surface:
        """The map with a legend below it."""
        for label in self._labels:
            self._write(*label)
        width = max(self.picture.get_width(), _LEAST_WIDTH_PX)
        zoom = 1 + width // _ZOOM_WIDTH_PX
        legend = _legend(title, entries, self.font, width // zoom)
        legend = pygame.transform.scale_by(legend, zoom)
        height = self.picture.get_height()
        sheet = pygame.Surface((width, height + legend.get_height()))
        sheet.fill(_PAPER)
        sheet.blit(self.picture, ((width - self.picture.get_width()) // 2, 0))
        sheet.blit(legend, (0, height))
        return sheet


def _legend(title: str, entries: Sequence[Entry], font: Font, width: int) -> pygame.Surface:
    """The title, and the entries below it in as many rows as they need."""
    line = max(font.line, _SWATCH_PX) + 4
    rows = _in_rows(entries, font, width - 2 * _MARGIN_PX)
    legend = pygame.Surface((width, 2 * _MARGIN_PX + line * (len(rows) + 1)))
    legend.fill(_PAPER)
    y = _MARGIN_PX
    font.draw(legend, title, _MARGIN_PX, y + 3, rgb("sand8"))
    for row in rows:
        y += line
        for x, text, entry in row:
            left = _MARGIN_PX + x
            if entry.sign is not Sign.NONE:
                _swatch(legend, left, y, entry)
                left += _SWATCH_PX + _GAP_PX
            font.draw(legend, text, left, y + 3, rgb("sand7"))
    return legend


def _in_rows(
    entries: Sequence[Entry], font: Font, room: int
) -> list[list[tuple[int, str, Entry]]]:
    """Entries side by side: where each begins, its words, and itself; long ones take more rows."""
    rows: list[list[tuple[int, str, Entry]]] = [[]]
    x = 0
    for entry in entries:
        needs = (0 if entry.sign is Sign.NONE else _SWATCH_PX + _GAP_PX) + font.width(entry.text)
        if x and x + needs > room:
            rows.append([])
            x = 0
        for number, text in enumerate(font.wrap(entry.text, room - _SWATCH_PX - _GAP_PX)):
            if number:
                rows.append([])
                x = 0
            rows[-1].append((x, text, Entry("") if number else entry))
        x += needs + 3 * _GAP_PX
    return [row for row in rows if row]


def scale_for(width: int, height: int) -> int:
    """Pixels a tile for a map of so many tiles."""
    most = max(width, height)
    if most > HUGE_MAP_TILES:
        return 4
    if most > LARGE_MAP_TILES:
        return 8
    return 32 if most <= SMALL_MAP_TILES else 16


def _swatch(sheet: pygame.Surface, x: int, y: int, entry: Entry) -> None:
    box = pygame.Rect(x, y - 1, _SWATCH_PX, _SWATCH_PX)
    match entry.sign:
        case Sign.LINE:
            pygame.draw.line(sheet, entry.color, box.midleft, box.midright, 2)
        case Sign.DOT:
            pygame.draw.circle(sheet, entry.color, box.center, 4)
        case Sign.HATCH:
            for i in range(0, 2 * _SWATCH_PX, _HATCH_PX):
                start = (box.x + max(0, i - _SWATCH_PX), box.y + min(i, _SWATCH_PX))
                end = (box.x + min(i, _SWATCH_PX), box.y + max(0, i - _SWATCH_PX))
                pygame.draw.line(sheet, entry.color, start, end)
            pygame.draw.rect(sheet, entry.color, box, 1)
        case Sign.FILL:
            sheet.fill(entry.color, box)
            pygame.draw.rect(sheet, rgb("steel1"), box, 1)
        case Sign.NONE:
            pass
        case _:
            assert_never(entry.sign)

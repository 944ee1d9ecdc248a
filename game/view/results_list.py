"""Lists of the results: rows of words with a sign and a figure, laid over columns and pages."""

from dataclasses import dataclass, field
from typing import Final

import pygame

from game.view.font import Font
from game.view.library import Library
from game.view.options import StageOptions
from game.view.palette import rgb
from game.view.reading import body_font
from game.view.widgets import INK, heading, panel, rect

PANEL: Final = pygame.Rect(20, 16, 440, 228)
AREA: Final = pygame.Rect(34, 46, 412, 190)
"""Where the rows of a page go, below its title."""
COUNT_TICKS: Final = 26
"""A figure counts up for so long."""

_SIGN_PX: Final = 18
_NOTE_LINE_PX: Final = 11
_GUTTER_PX: Final = 16
_ROW_GAP_PX: Final = 4
_GAUGE_PX: Final = 26


@dataclass(frozen=True, slots=True)
class Kit:
    """What every page needs to write words."""

    library: Library
    options: StageOptions

    @property
    def font(self) -> Font:
        """The letters of the size that the player chose."""
        return body_font(self.library, self.options)

    def text(self, text_id: str, **values: object) -> str:
        """The words of an id."""
        return self.library.strings.text(text_id, **values)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a list. A ``count`` counts up to itself; ``value`` is shown as it is."""

    text: str
    value: str = ""
    count: int | None = None
    note: str = ""
    """A quieter line below."""
    icon: str = ""
    """A frame of the atlas of signs."""
    color: str = "sand8"
    quiet: bool = False
    """Drawn dimly: what was not done."""


@dataclass(frozen=True, slots=True)
class Gauge:
    """A bar at the foot of a list that fills with the sum of its counts."""

    before: int
    """What earlier pages have counted."""
    full: int
    mark: int
    """The value that must not be reached."""
    label: str


@dataclass(frozen=True, slots=True)
class _Laid:
    entry: Entry
    rows: list[str]
    notes: list[str]
    height: int


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page of rows, one after another coming up."""

    kit: Kit
    title: str
    columns: list[list[_Laid]]
    note: str = ""
    gauge: Gauge | None = None
    pace: int = 10
    """Ticks from one row to the next."""

    @property
    def length(self) -> int:
        """Ticks until everything stands there."""
        return self.pace * sum(map(len, self.columns)) + COUNT_TICKS

    @property
    def _height(self) -> int:
        """Height of the plate: title, rows, gauge, margins."""
        rows = max(sum(laid.height for laid in column) for column in self.columns)
        gauge = _GAUGE_PX if self.gauge is not None else 0
        return min(PANEL.height, AREA.y - PANEL.y + rows + gauge + 8)

    def draw(self, canvas: pygame.Surface, tick: int) -> None:
        """Draw the page as it looks so many ticks after it was turned to."""
        kit, font = self.kit, self.kit.font
        plate(canvas, kit.options, self._height)
        heading(canvas, font, AREA.x, PANEL.y + 9, AREA.width, self.title, self.note)
        width = _column_width(len(self.columns))
        number, total = 0, 0
        for place, column in enumerate(self.columns):
            x, y = AREA.x + place * (width + _GUTTER_PX), AREA.y
            for laid in column:
                passed = tick - number * self.pace
                number += 1
                if passed >= 0:
                    total += self._draw_row(canvas, laid, x, y, width, passed)
                y += laid.height
        if self.gauge is not None:
            self._draw_gauge(canvas, self.gauge, self.gauge.before + total)

    def _draw_row(
        self, canvas: pygame.Surface, laid: _Laid, x: int, y: int, width: int, passed: int
    ) -> int:
        """One row with its sign and figure; returns how far its count has come."""
        entry, font = laid.entry, self.kit.font
        fresh = passed < 6 and not entry.quiet
        color = "moon2" if fresh else "steel2" if entry.quiet else entry.color
        left = x
        if entry.icon:
            sign = self.kit.library.ui.frame(entry.icon).surface
            sign.set_alpha(90 if entry.quiet else 255)
            aside = (_SIGN_PX - 4 - sign.get_width()) // 2
            canvas.blit(sign, (x + aside, y + (font.cap - sign.get_height()) // 2))
            sign.set_alpha(255)
            left += _SIGN_PX
        for row, words in enumerate(laid.rows):
            font.draw(canvas, words, left, y + row * font.line, rgb(color), shadow=INK)
        small = self.kit.library.small
        below = y + len(laid.rows) * font.line
        for row, words in enumerate(laid.notes):
            quiet = "steel2" if entry.quiet else "moon1"
            place = left, below + row * _NOTE_LINE_PX - 1
            small.draw(canvas, words, *place, rgb(quiet), shadow=INK)
        count = 0
        if entry.count is not None:
            count = entry.count * min(passed, COUNT_TICKS) // COUNT_TICKS
        figure = entry.value or (str(count) if entry.count is not None else "")
        if figure:
            end = font.width(" ".join((laid.rows or [""])[:1])) + left + 6
            for dot in range(end + (-end) % 4, x + width - font.width(figure) - 5, 4):
                rect(canvas, dot, y + font.cap - 1, 1, 1, "night4")
            font.draw(canvas, figure, x + width, y, rgb(color), shadow=INK, align=1.0)
        return count

    def _draw_gauge(self, canvas: pygame.Surface, gauge: Gauge, total: int) -> None:
        """The sum as a bar, with the mark at which they come."""
        font = self.kit.library.small
        x, y, width = AREA.x, PANEL.y + self._height - 16, AREA.width - 30
        over = total >= gauge.mark
        rect(canvas, x - 1, y - 1, width + 2, 7, "ink")
        rect(canvas, x, y, width, 5, "night2")
        filled = min(width, width * total // gauge.full)
        for i in range(filled):
            light, dark = ("blood2", "blood1") if over else ("lamp2", "lamp1")
            rect(canvas, x + i, y, 1, 5, light if (i + 1) % 4 else dark)
        mark = x + width * gauge.mark // gauge.full
        rect(canvas, mark, y - 4, 1, 12, "blood2")
        color = rgb("pink3" if over else "moon1")
        middle = min(mark, AREA.right - font.width(gauge.label) // 2)
        font.draw(canvas, gauge.label, middle, y - 14, color, shadow=INK, align=0.5)
        total_color = rgb("red3" if over else "sand8")
        font.draw(canvas, str(total), AREA.right, y - 1, total_color, shadow=INK, align=1.0)


def plate(canvas: pygame.Surface, options: StageOptions, height: int) -> None:
    """The dark plate of a page, no taller than its rows need."""
    alpha = 255 if options.high_contrast else 240
    panel(canvas, PANEL.x, PANEL.y, PANEL.width, height, alpha=alpha, corner=3)


@dataclass(slots=True)
class _Filling:
    """Columns of a page being filled."""

    columns: list[list[_Laid]] = field(default_factory=lambda: [[]])
    used: int = 0


def list_pages(
    kit: Kit,
    title: str,
    entries: list[Entry],
    *,
    columns: int = 1,
    note: str = "",
    gauge_label: str = "",
    gauge_mark: int = 0,
    pace: int = 10,
) -> list[ListPage]:
    """As many pages as the entries need, filled column by column. At least one page."""
    width = _column_width(columns)
    room = AREA.height - (_GAUGE_PX if gauge_label else 0)
    pages = [_Filling()]
    for entry in entries:
        laid = _lay(kit, entry, width)
        page = pages[-1]
        if page.used + laid.height - _ROW_GAP_PX > room and page.used:
            if len(page.columns) == columns:
                page = _Filling()
                pages.append(page)
            else:
                page.columns.append([])
            page.used = 0
        page.columns[-1].append(laid)
        page.used += laid.height
    result: list[ListPage] = []
    before = 0
    total = sum(entry.count or 0 for entry in entries)
    for page in pages:
        shared = _balanced([laid for column in page.columns for laid in column], columns, room)
        gauge = None
        if gauge_label:
            full = max(total, gauge_mark) * 115 // 100
            gauge = Gauge(before, full, gauge_mark, gauge_label)
        result.append(ListPage(kit, title, shared, note, gauge, pace))
        before += sum(laid.entry.count or 0 for column in page.columns for laid in column)
    return result


def _balanced(rows: list[_Laid], columns: int, room: int) -> list[list[_Laid]]:
    """The rows of one page over its columns, in order and about equally tall."""
    share = sum(laid.height for laid in rows) / columns
    result: list[list[_Laid]] = [[]]
    used = 0
    for number, laid in enumerate(rows):
        rest = sum(later.height for later in rows[number:])
        full = used + laid.height / 2 > share or used + laid.height - _ROW_GAP_PX > room
        if full and used and len(result) < columns and rest <= room * (columns - len(result)):
            result.append([])
            used = 0
        result[-1].append(laid)
        used += laid.height
    return result + [[] for _ in range(columns - len(result))]


def _column_width(columns: int) -> int:
    return (AREA.width - (columns - 1) * _GUTTER_PX) // columns


def _lay(kit: Kit, entry: Entry, width: int) -> _Laid:
    """Break a row's words so that they end before its figure."""
    font, small = kit.font, kit.library.small
    inner = width - (_SIGN_PX if entry.icon else 0)
    figure = entry.value or (str(entry.count) if entry.count is not None else "")
    room = inner - (font.width(figure) + 12 if figure else 0)
    rows = font.wrap(entry.text, max(60, room))
    notes = small.wrap(entry.note, inner) if entry.note else []
    height = len(rows) * font.line + len(notes) * _NOTE_LINE_PX + _ROW_GAP_PX
    return _Laid(entry, rows, notes, height)

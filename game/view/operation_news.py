"""The words between the panels of the operation: what he says, what went wrong, what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import pygame

from game.content.operations import operation_words
from game.content.strings import Strings
from game.sim.table.definition import OperationDef
from game.sim.table.operation import Operation, next_steps
from game.view.bedside import Bedside
from game.view.font import Font
from game.view.operation_words import TableKeys, why_next
from game.view.palette import rgb
from game.view.widgets import INK, panel

_TOP: Final = 4
_GAP: Final = 5
_INSET: Final = 6
_LEAST_WIDTH: Final = 120
_MOST_WIDTH: Final = 236
_LATE_TICKS: Final = 600
"""Whoever gets on for so long needs no hint."""


@dataclass(frozen=True, slots=True)
class TableHelp:
    """What help the words give: hints at all, and whether her hands go on by themselves."""

    hints: bool = True
    alone: bool = False
    alarm: str = ""
    """Who is near while her eyes are on him, in words."""
    keys: TableKeys = field(default_factory=TableKeys)


@dataclass(slots=True)
class Coach:
    """Knows for how long nothing has got on."""

    _mark: tuple[int, ...] = ()
    _since: int = 0

    def line(self, strings: Strings, op: Operation, aid: TableHelp) -> str:
        """What to say now of what comes next, or ""."""
        if aid.alone:
            return strings.text("operation_alone_on")
        mark = tuple(
            part
            for wound in op.wounds
            for part in (wound.stage, wound.found, wound.progress // 50, wound.sand > 0)
        )
        if mark != self._mark or op.tick < self._since:
            self._mark, self._since = mark, op.tick
        late = aid.hints and op.tick - self._since >= _LATE_TICKS
        steps = next_steps(op)
        if not steps or not (op.rules.hints or late):
            return ""
        return why_next(strings, op, steps[0], aid.keys)


def draw_news(
    canvas: pygame.Surface,
    font: Font,
    strings: Strings,
    definition: OperationDef,
    bedside: Bedside,
    coach: str,
    alarm: str,
    sides: tuple[int, int],
) -> int:
    """A column of plates between the panels' inner edges; returns the y below the last."""
    middle = (sides[0] + sides[1]) // 2
    room = max(_LEAST_WIDTH, min(_MOST_WIDTH, sides[1] - sides[0] - 2 * _GAP))
    y = _TOP
    if alarm:
        y = _plate(canvas, font, middle, y, room, alarm, "lamp4", "blood2")
    if bedside.remark is not None:
        hers = bedside.remark.hers
        name = strings.text("speaker_sakura") if hers else operation_words(strings, definition.name)
        y = _plate(canvas, font, middle, y, room, bedside.remark.text, "moon2", "moon0", name)
    if bedside.fault is not None:
        color, edge = ("heal3", "heal2") if bedside.fault.good else ("lamp3", "lamp2")
        y = _plate(canvas, font, middle, y, room, bedside.fault.text, color, edge)
    if coach:
        y = _plate(canvas, font, middle, y, room, coach, "heal3", "heal1")
    return y


def draw_summary(canvas: pygame.Surface, font: Font, lines: Sequence[str]) -> None:
    """How it was done, where the flow stood while it went on."""
    rows = [row for line in lines for row in font.wrap(line, _MOST_WIDTH)]
    if not rows:
        return
    width = max(map(font.width, rows)) + 4 * _INSET
    line = font.cap + 5
    height = len(rows) * line + 9
    left, top = (canvas.get_width() - width) // 2, canvas.get_height() - height - _TOP
    panel(canvas, left, top, width, height, alpha=235, edge="heal1", top="heal1")
    for number, row in enumerate(rows):
        color, y = rgb("heal3" if number == 0 else "sand8"), top + 6 + number * line
        font.draw(canvas, row, canvas.get_width() // 2, y, color, shadow=INK, align=0.5)


def _plate(
    canvas: pygame.Surface,
    font: Font,
    middle: int,
    y: int,
    room: int,
    text: str,
    color: str,
    edge: str,
    name: str = "",
) -> int:
    """One plate with wrapped words, a name above them if somebody speaks; returns the y below."""
    rows = font.wrap(text, room - 2 * _INSET)
    width = max(map(font.width, [*rows, name])) + 2 * _INSET
    line = font.cap + 4
    height = (len(rows) + bool(name)) * line + 7
    left = middle - width // 2
    panel(canvas, left, y, width, height, alpha=225, edge=edge, top=edge)
    at = y + 5
    if name:
        font.draw(canvas, name, left + _INSET, at, rgb("lamp3"), shadow=INK)
        at += line
    for row in rows:
        font.draw(canvas, row, left + _INSET, at, rgb(color), shadow=INK)
        at += line
    return y + height + _GAP

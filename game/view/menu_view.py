"""Draws menus and pages of text from plain values: one look for all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pygame

from game.view.font import Font
from game.view.palette import rgb
from game.view.widgets import INK, focus_mark, heading, panel, rect

_MARGIN: Final = 12
_GAP: Final = 5
_LEAST_WIDTH: Final = 170
_COLUMN_GAP: Final = 24
_VEIL: Final = 150


@dataclass(frozen=True, slots=True)
class RowPicture:
    """One row: what it is called, and what it is set to (empty for rows that only do something)."""

    label: str
    value: str = ""
    enabled: bool = True
    warning: bool = False
    """Something is wrong with it; told by a sign, not by colour alone."""


@dataclass(frozen=True, slots=True)
class MenuPicture:
    """A whole menu. ``about`` explains the row in focus, ``notice`` is news of what was done."""

    title: str
    rows: Sequence[RowPicture]
    focus: int
    about: str = ""
    notice: str = ""


def veil(canvas: pygame.Surface) -> None:
    """Dim what is beneath a menu."""
    rect(canvas, 0, 0, *canvas.get_size(), "night1", _VEIL)


def draw_menu(canvas: pygame.Surface, font: Font, menu: MenuPicture) -> list[pygame.Rect]:
    """Draw a menu in the middle; returns the area of each row, empty for rows out of sight."""
    width, height = canvas.get_size()
    row_height = font.cap + _GAP + 3
    has_values = any(row.value for row in menu.rows)
    inner = max(
        _LEAST_WIDTH,
        font.width(menu.title),
        max((_row_width(font, row) for row in menu.rows), default=0) + 2 * _MARGIN,
    )
    inner = min(inner, width - 4 * _MARGIN)
    foot = font.wrap(menu.about, inner) + font.wrap(menu.notice, inner)
    foot = [line for line in foot if line]
    fixed = 2 * _MARGIN + row_height + (len(foot) * font.line + 6 if foot else 0)
    room = max(1, (height - 16 - fixed) // row_height)
    shown = min(len(menu.rows), room)
    first = max(0, min(menu.focus - shown // 2, len(menu.rows) - shown))

    box = pygame.Rect(0, 0, inner + 2 * _MARGIN, fixed + shown * row_height)
    box.center = (width // 2, height // 2)
    panel(canvas, *box, alpha=240, corner=3)
    count = f"{menu.focus + 1}/{len(menu.rows)}" if shown < len(menu.rows) else ""
    left, right = box.x + _MARGIN, box.right - _MARGIN
    y = heading(canvas, font, left, box.y + _MARGIN, inner, menu.title, count) + 5
    areas = [pygame.Rect(0, 0, 0, 0) for _ in menu.rows]
    for number in range(first, first + shown):
        row, focused = menu.rows[number], number == menu.focus
        area = pygame.Rect(box.x + 3, y - _GAP // 2 - 1, box.width - 6, row_height)
        areas[number] = area
        if focused:
            rect(canvas, area.x, area.y, area.width, area.height, "night3")
            focus_mark(canvas, area.left + 4, y + font.cap // 2, pointing=1)
            focus_mark(canvas, area.right - 5, y + font.cap // 2, pointing=-1)
        color = "steel1" if not row.enabled else "lamp4" if focused else "moon1"
        label = f"! {row.label}" if row.warning else row.label
        if has_values:
            font.draw(canvas, label, left, y, rgb(color), shadow=INK)
            font.draw(canvas, row.value, right, y, rgb(color), shadow=INK, align=1.0)
        else:
            font.draw(canvas, label, box.centerx, y, rgb(color), shadow=INK, align=0.5)
        y += row_height
    y += 4
    for line in foot:
        font.draw(canvas, line, box.centerx, y, rgb("sand7"), shadow=INK, align=0.5)
        y += font.line
    return areas


Sign = str | pygame.Surface
"""What stands before words: a key's name or a picture, or an empty text for nothing."""


def draw_page(
    canvas: pygame.Surface, font: Font, title: str, lines: Sequence[tuple[Sign, str]], top: int
) -> int:
    """A page of text: pairs of a key or sign and words, from row ``top`` on.

    Returns how many rows fit, so that the caller knows how far it may scroll.
    """
    box = canvas.get_rect().inflate(-60, -24)
    inner = box.width - 2 * _MARGIN
    column = max((_sign_width(font, sign) for sign, _ in lines), default=0)
    indent = min(column, inner // 2) + 14 if column else 0
    rows = wrapped(font, lines, inner - indent)
    head = 2 * _MARGIN + font.cap + 11
    box = box.inflate(0, min(0, head + len(rows) * font.line - box.height))
    panel(canvas, *box, alpha=242, corner=3)
    left = box.x + _MARGIN
    text_x = left + indent
    y = heading(canvas, font, left, box.y + _MARGIN, inner, title) + 4
    fits = (box.bottom - _MARGIN - y) // font.line
    for sign, words in rows[top : top + fits]:
        if isinstance(sign, pygame.Surface):
            canvas.blit(sign, sign.get_rect(center=(left + column // 2, y + font.cap // 2)))
        elif sign:
            font.draw(canvas, sign, left, y, rgb("lamp3"), shadow=INK)
        font.draw(canvas, words, text_x, y, rgb("sand8"), shadow=INK)
        y += font.line
    if top + fits < len(rows):
        font.draw(canvas, "↓", box.right - 14, box.bottom - 14, rgb("lamp3"), shadow=INK)
    if top:
        font.draw(canvas, "↑", box.right - 14, box.y + 8, rgb("lamp3"), shadow=INK)
    return max(0, len(rows) - fits)


def wrapped(font: Font, lines: Sequence[tuple[Sign, str]], width: int) -> list[tuple[Sign, str]]:
    """The lines broken to a width; the sign stands at the first row of each."""
    rows: list[tuple[Sign, str]] = []
    for sign, words in lines:
        first, *more = font.wrap(words, width) or [""]
        rows.append((sign, first))
        rows += [("", row) for row in more]
    return rows


def _sign_width(font: Font, sign: Sign) -> int:
    return sign.get_width() if isinstance(sign, pygame.Surface) else font.width(sign)


def _row_width(font: Font, row: RowPicture) -> int:
    value = font.width(row.value) + _COLUMN_GAP if row.value else 0
    return font.width(row.label) + value + (10 if row.warning else 0)

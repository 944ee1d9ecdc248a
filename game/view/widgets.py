"""Pieces of the HUD and the menus: panels, bars, pips, key caps, rows, the dialogue box.

Each function draws on a 480x270 canvas from plain arguments and keeps nothing but cached surfaces.
A coordinate pair is the piece's top left corner; text sits with the top of its capitals at y.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import pygame

from game.view.font import Font
from game.view.palette import rgb

Ramp = tuple[str, str, str, str]
"""Colour names of a bar: dark, middle, light, spark."""

CHAKRA_RAMP: Final[Ramp] = ("chak1", "chak2", "chak3", "chak4")
STAMINA_RAMP: Final[Ramp] = ("tan1", "sand6", "sand8", "moon2")
BLOOD_RAMP: Final[Ramp] = ("blood0", "blood1", "blood2", "pink3")
HEAL_RAMP: Final[Ramp] = ("heal1", "heal2", "heal3", "heal3")
LAMP_RAMP: Final[Ramp] = ("lamp0", "lamp1", "lamp2", "lamp3")
IDLE_RAMP: Final[Ramp] = ("night3", "night4", "night4", "steel1")

INK: Final = rgb("ink")
PER_MILLE: Final = 1000
PANEL_ALPHA: Final = 205
_TEXT_MARGIN_PX: Final = 6


def rect(
    target: pygame.Surface, x: int, y: int, width: int, height: int, color: str, alpha: int = 255
) -> None:
    """A filled rectangle in a named colour, blended when alpha is below 255."""
    if width <= 0 or height <= 0:
        return
    if alpha == 255:
        target.fill(rgb(color), (x, y, width, height))
    else:
        target.blit(_veil(width, height, color, alpha), (x, y))


@lru_cache(maxsize=64)
def _veil(width: int, height: int, color: str, alpha: int) -> pygame.Surface:
    surface = pygame.Surface((width, height), pygame.SRCALPHA)
    surface.fill((*rgb(color), alpha))
    return surface


@lru_cache(maxsize=64)
def _panel(
    width: int, height: int, alpha: int, corner: int, base: str, edge: str, top: str
) -> pygame.Surface:
    surface = pygame.Surface((width, height), pygame.SRCALPHA)
    surface.fill((*rgb(base), alpha))
    surface.fill((*rgb("night2"), alpha), (1, 1, width - 2, 1))
    pygame.draw.rect(surface, rgb(edge), (0, 0, width, height), 1)
    surface.fill(rgb(top), (0, 0, width, 1))
    # The corners are cut on a slope: clear outside it, edge colour on it.
    for i in range(corner + 1):
        for y, color in ((i, top), (height - 1 - i, edge)):
            inset = corner - i
            surface.fill((0, 0, 0, 0), (0, y, inset, 1))
            surface.fill((0, 0, 0, 0), (width - inset, y, inset, 1))
            surface.set_at((inset, y), rgb(color))
            surface.set_at((width - 1 - inset, y), rgb(color))
    return surface


def panel(
    target: pygame.Surface,
    x: int,
    y: int,
    width: int,
    height: int,
    *,
    alpha: int = PANEL_ALPHA,
    corner: int = 2,
    base: str = "night1",
    edge: str = "night4",
    top: str = "moon0",
) -> None:
    """A dark plate with cut corners and a moonlit top edge.

    Its meaning is told by `accent`: pass the colour as both edge and top.
    """
    target.blit(_panel(width, height, alpha, corner, base, edge, top), (x, y))


def heading(
    target: pygame.Surface,
    font: Font,
    x: int,
    y: int,
    width: int,
    title: str,
    note: str = "",
    color: str = "lamp3",
) -> int:
    """A title with a note at the right end and a hairline below; returns the y under the line."""
    font.draw(target, title, x, y, rgb(color), shadow=INK)
    if note:
        font.draw(target, note, x + width, y, rgb("moon1"), shadow=INK, align=1.0)
    line_y = y + font.cap + 4
    rect(target, x, line_y, width, 1, "night4")
    return line_y + 3


def bar(
    target: pygame.Surface,
    x: int,
    y: int,
    width: int,
    height: int,
    per_mille: int,
    ramp: Ramp,
    *,
    ghost_per_mille: int = 0,
    segments: int = 0,
) -> None:
    """A gauge inside an ink frame one pixel outside the given box.

    The ghost is what has just been spent (it stands beyond the fill); segments are dividing lines.
    """
    dark, middle, light, spark = ramp
    rect(target, x - 1, y, width + 2, height, "ink")
    rect(target, x, y - 1, width, height + 2, "ink")
    rect(target, x, y, width, height, "night2")
    filled = width * max(0, min(per_mille, PER_MILLE)) // PER_MILLE
    ghost = width * max(0, min(ghost_per_mille, PER_MILLE)) // PER_MILLE
    rect(target, x, y, ghost, height, dark)
    rect(target, x, y, filled, height, middle)
    rect(target, x, y + height - 1, filled, 1, dark)
    rect(target, x, y, filled, 1, light)
    if filled > 1:
        rect(target, x + 1, y, max(1, min(filled - 2, width // 5)), 1, spark)
        rect(target, x + filled - 1, y, 1, height, spark)
    for i in range(1, segments):
        rect(target, x + i * width // segments, y, 1, height, "ink", 140)


def pips(
    target: pygame.Surface,
    x: int,
    y: int,
    lit: int,
    count: int,
    *,
    width: int = 9,
    ramp: Ramp = LAMP_RAMP,
) -> None:
    """A row of small lights of which the first `lit` burn; 13 px apart at the usual width."""
    for i in range(count):
        left = x + i * (width + 4)
        rect(target, left - 1, y - 1, width + 2, 4, "ink")
        rect(target, left, y, width, 2, ramp[2] if i < lit else "night3")
        if i < lit:
            rect(target, left, y, width, 1, ramp[3])


def key_cap(target: pygame.Surface, font: Font, x: int, y: int, label: str) -> int:
    """A keyboard key with its label; returns the x behind it. Arrows are the font's own signs."""
    width = max(font.width(label) + 6, font.cap + 2)
    height = font.cap + 4
    rect(target, x, y + 1, width, height - 2, "steel1")
    rect(target, x + 1, y, width - 2, height, "steel1")
    rect(target, x + 1, y + 1, width - 2, height - 3, "steel3")
    rect(target, x + 1, y + height - 3, width - 2, 1, "steel2")
    inset = (width - font.width(label)) // 2
    font.draw(target, label, x + inset, y + 1, rgb("night1"))
    return x + width


def prompt(
    target: pygame.Surface,
    font: Font,
    x: int,
    y: int,
    key: str | pygame.Surface,
    text: str,
    color: str = "sand8",
) -> int:
    """A key (label, or a pad button's picture) and what it does; returns the next prompt's x."""
    if isinstance(key, str):
        x = key_cap(target, font, x, y, key)
    else:
        target.blit(key, (x, y + (font.cap + 4 - key.get_height()) // 2))
        x += key.get_width()
    return font.draw(target, text, x + 3, y + 1, rgb(color), outline=INK) + 10


def prompt_width(font: Font, key: str | pygame.Surface, text: str) -> int:
    """How far `prompt` moves x, for centring a row of them."""
    cap = max(font.width(key) + 6, font.cap + 2) if isinstance(key, str) else key.get_width()
    return cap + 3 + font.width(text) + 10


def portrait_frame(target: pygame.Surface, x: int, y: int, face: pygame.Surface) -> None:
    """A picture in a thin frame, moonlit above and on the left; one pixel larger all round."""
    width, height = face.get_size()
    rect(target, x, y, width + 2, height + 2, "night4")
    rect(target, x, y, width + 2, 1, "moon0")
    rect(target, x, y, 1, height + 2, "moon0")
    rect(target, x + 1, y + 1, width, height, "night2")
    target.blit(face, (x + 1, y + 1))


def objective(
    target: pygame.Surface, font: Font, x: int, y: int, text: str, *, done: bool, current: bool
) -> int:
    """One line of the list of duties with its tick box; returns the next line's y."""
    middle = y + font.cap // 2
    rect(target, x, middle - 2, 5, 5, "moon0")
    rect(target, x + 1, middle - 1, 3, 3, "chak2" if done else "night1")
    color = "steel2" if done else "sand8" if current else "moon1"
    font.draw(target, text, x + 9, y, rgb(color), shadow=INK)
    return y + font.cap + 2


def menu_row(
    target: pygame.Surface,
    font: Font,
    center_x: int,
    y: int,
    text: str,
    *,
    focused: bool,
    enabled: bool = True,
) -> pygame.Rect:
    """A centred row of a menu; the focused one stands on a dark gleam between two cyan marks.

    Returns the area that a mouse may touch.
    """
    width = font.width(text)
    area = pygame.Rect(center_x - width // 2 - 16, y - 3, width + 32, font.cap + 6)
    if focused:
        gleam = _gleam(max(area.width, 118), area.height)
        target.blit(gleam, (center_x - gleam.get_width() // 2, area.y))
        focus_mark(target, area.left + 3, y + font.cap // 2, pointing=1)
        focus_mark(target, area.right - 4, y + font.cap // 2, pointing=-1)
    color = "steel1" if not enabled else "lamp4" if focused else "moon1"
    font.draw(target, text, center_x, y, rgb(color), outline=INK, align=0.5)
    return area


def focus_mark(target: pygame.Surface, x: int, y: int, pointing: int) -> None:
    """A small cyan wedge with its middle at (x, y); pointing is 1 for right, -1 for left."""
    for i in range(4):
        half = 3 - i
        column = x + (i - 1) * pointing
        rect(target, column, y - half - 1, 1, 2 * half + 3, "ink")
        rect(target, column, y - half, 1, 2 * half + 1, "chak3" if i < 2 else "chak2")


@lru_cache(maxsize=8)
def _gleam(width: int, height: int) -> pygame.Surface:
    """A dark band that thins out to both sides in dithered steps."""
    surface = pygame.Surface((width, height), pygame.SRCALPHA)
    threshold = ((0, 8, 2, 10), (12, 4, 14, 6), (3, 11, 1, 9), (15, 7, 13, 5))
    reach = width / 2
    for x in range(width):
        tone = (1 - abs(x - reach) / reach) * 4
        for y in range(height):
            step = min(4, int(tone + (threshold[y % 4][x % 4] + 0.5) / 16))
            surface.set_at((x, y), (*rgb("night1"), step * 54))
    return surface


def choice_row(
    target: pygame.Surface,
    font: Font,
    x: int,
    y: int,
    width: int,
    text: str,
    *,
    selected: bool,
) -> pygame.Rect:
    """One answer to choose; returns its area."""
    height = font.cap + 9
    if selected:
        panel(target, x, y, width, height, alpha=242, base="night3", edge="lamp1", top="lamp2")
        font.draw(target, ">", x + 5, y + 4, rgb("lamp3"))
    else:
        panel(target, x, y, width, height, alpha=210, top="night4")
    color = "sand8" if selected else "moon1"
    font.draw(target, text, x + 14, y + 4, rgb(color))
    return pygame.Rect(x, y, width, height)


def name_plate(
    target: pygame.Surface, font: Font, x: int, y: int, name: str, accent: str, align: float = 0.0
) -> None:
    """A speaker's name on its own small plate; align as in `Font.draw`."""
    width = font.width(name) + 16
    left = x - int(width * align)
    panel(target, left, y, width, font.cap + 9, alpha=250, corner=3, edge=accent, top=accent)
    font.draw(target, name, left + 8, y + 4, rgb("sand8"), shadow=INK)


def dialogue_box(
    target: pygame.Surface,
    font: Font,
    lines: Sequence[str],
    *,
    name: str,
    accent: str,
    name_align: float,
    more: bool,
    x: int = 10,
    y: int = 198,
    width: int = 460,
    height: int = 64,
) -> None:
    """The box at the foot of a talk: up to two lines, the speaker's plate, a sign for `more`.

    name_align 0 puts the plate left (Sakura), 1 right (the other one); an empty name has none.
    """
    panel(target, x, y, width, height, alpha=237, corner=3)
    for i in range(_TEXT_MARGIN_PX, width - _TEXT_MARGIN_PX):
        if i % 3:
            target.set_at((x + i, y + height - 5), rgb("night3"))
    for i in range(5):
        target.set_at((x + 6 + i // 2, y + 4 + i), rgb("moon0"))
        target.set_at((x + width - 7 - i // 2, y + 4 + i), rgb("moon0"))
    if name:
        plate_x = x + 10 if name_align < 0.5 else x + width - 10
        name_plate(target, font, plate_x, y - 9, name, accent, name_align)
    for i, line in enumerate(lines):
        font.draw(target, line, x + 17, y + 13 + i * font.line, rgb("sand8"), shadow=INK)
    if more:
        for i in range(4):
            color = "lamp2" if i else "lamp3"
            rect(target, x + width - 21 + i, y + height - 15 + i, 9 - 2 * i, 1, color)

"""Signs on the map of the night: markers, her place, bearings, the dithered belief."""

import math
from functools import lru_cache
from typing import Final

import numpy as np
import pygame
from numpy.typing import NDArray

from game.core.headings import TURN
from game.view.font import Font
from game.view.palette import rgb
from game.view.veils import thresholds
from game.view.widgets import INK, rect

_THIN: Final = 0.09
_DENSE: Final = 0.45
_BELIEF_FLOOR: Final = -1152
"""Log-likelihood (1/256 nat) that is drawn with the fewest dots."""


def her_sign(target: pygame.Surface, x: int, y: int, heading: int) -> None:
    """Her place, and a wedge towards where she looks."""
    angle = heading * 2 * math.pi / TURN
    right, down = math.cos(angle), math.sin(angle)
    tip = [
        (x + right * 7, y + down * 7),
        (x - right * 4 - down * 4, y - down * 4 + right * 4),
        (x - right * 2, y - down * 2),
        (x - right * 4 + down * 4, y - down * 4 - right * 4),
    ]
    outline = pygame.Surface((24, 24), pygame.SRCALPHA)
    moved = [(px - x + 12, py - y + 12) for px, py in tip]
    pygame.draw.polygon(outline, rgb("pink3"), moved)
    shape = pygame.mask.from_surface(outline)
    dark = shape.to_surface(setcolor=INK, unsetcolor=(0, 0, 0, 0))
    for dx, dy in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        target.blit(dark, (x - 12 + dx, y - 12 + dy))
    target.blit(outline, (x - 12, y - 12))


def marker_sign(
    target: pygame.Surface, font: Font, x: int, y: int, order: int, *, signed: bool, next_one: bool
) -> None:
    """A stone of her round: filled and ticked when its book is signed, ringed if it is the next."""
    if next_one:
        pygame.draw.circle(target, INK, (x, y), 8, 3)
        pygame.draw.circle(target, rgb("lamp2"), (x, y), 7, 1)
    for half, color in ((4, "ink"), (3, "chak2" if signed else "lamp3"), (2, "night1")):
        for i in range(-half, half + 1):
            wide = half - abs(i)
            rect(target, x - wide, y + i, 2 * wide + 1, 1, color)
    if signed:
        for dx, dy in ((-1, 0), (0, 1), (1, 0), (2, -1)):
            target.set_at((x + dx, y + dy), rgb("chak3"))
    else:
        target.set_at((x, y), rgb("lamp4"))
    ink = rgb("chak3" if signed else "lamp3")
    font.draw(target, str(order), x + 7, y - font.cap // 2, ink, outline=INK)


def place_sign(target: pygame.Surface, x: int, y: int, color: str = "steel3") -> None:
    """A small diamond for a place that she knows."""
    for i in range(-2, 3):
        wide = 2 - abs(i)
        rect(target, x - wide - 1, y + i, 2 * wide + 3, 1, "ink")
    for i in range(-1, 2):
        rect(target, x - (1 - abs(i)), y + i, 2 * (1 - abs(i)) + 1, 1, color)


def him_sign(target: pygame.Surface, x: int, y: int) -> None:
    """Where he lies: a small green cross."""
    rect(target, x - 3, y - 1, 7, 3, "ink")
    rect(target, x - 1, y - 3, 3, 7, "ink")
    rect(target, x - 2, y, 5, 1, "heal2")
    rect(target, x, y - 2, 1, 5, "heal2")


def bearing(
    target: pygame.Surface, x: int, y: int, heading: int, error: int, length: int, color: str
) -> None:
    """A dotted sector from where she felt something: two rims, and a line down its middle."""
    for off, step in ((0, 3), (-error, 5), (error, 5)):
        angle = (heading + off) * 2 * math.pi / TURN
        right, down = math.cos(angle), math.sin(angle)
        for i in range(6, length, step):
            spot = round(x + right * i), round(y + down * i)
            target.set_at(spot, rgb(color))


@lru_cache(maxsize=4)
def _cloud(shape: tuple[int, int], belief: bytes, per_cell: int) -> pygame.Surface:
    likely: NDArray[np.int32] = np.frombuffer(belief, np.int32).reshape(shape)
    weight = np.clip(1 - likely / _BELIEF_FLOOR, 0, 1)
    share = np.count_nonzero(weight) / max(1, weight.size)
    # a wide guess is a thin mist; what is narrowed down is dense
    dense = _THIN + (_DENSE - _THIN) * max(0.0, 1 - share * 12)
    wide = np.repeat(np.repeat(weight, per_cell, 0), per_cell, 1)
    height, width = wide.shape
    order = thresholds(height, width)
    pixels = np.zeros((height, width, 4), np.uint8)
    pixels[wide > 0] = (*rgb("chak0"), 84)
    pixels[wide * dense > order] = (*rgb("chak2"), 255)
    inside = np.pad(wide > 0, 1)
    middle = inside[1:-1, 1:-1]
    rim = middle & ~(inside[:-2, 1:-1] & inside[2:, 1:-1] & inside[1:-1, :-2] & inside[1:-1, 2:])
    dashes = (np.add.outer(np.arange(height), np.arange(width)) % 6) < 4
    pixels[rim & dashes] = (*rgb("chak3"), 255)
    return pygame.image.frombuffer(pixels.tobytes(), (width, height), "RGBA")


def belief_cloud(belief: NDArray[np.int32], per_cell: int) -> pygame.Surface:
    """Where the fluttering one may be, ``per_cell`` pixels a cell: the likelier, the denser."""
    rows, columns = belief.shape
    return _cloud((rows, columns), np.ascontiguousarray(belief, np.int32).tobytes(), per_cell)

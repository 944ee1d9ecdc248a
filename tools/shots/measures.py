"""What can be counted in a picture: palette, tones, warmth, flat places, words that run over."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from types import ModuleType
from typing import Any, Final

import numpy as np
import pygame
from numpy.typing import NDArray

from game.content.paths import assets_folder
from game.view import widgets
from game.view.font import Font
from game.view.ground_palette import table
from tools.art.palette import COLORS

_WARM_BY: Final = 10
"""A pixel is warm with so much more red than blue."""
_TONE_WIDTH: Final = 8
_TONE_SHARE: Final = 0.002
"""A tone counts from so large a share of the picture on."""
_FLAT_PX: Final = 64
_FLAT_STEP_PX: Final = 8

Rgb = NDArray[np.uint8]
"""[row, column, 3]."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Tones that count out of 32, per mille of warm pixels, and squares of 64 px in one colour."""

    tones: int
    warm_per_mille: int
    flat_squares: int

    def table(self) -> dict[str, int]:
        """For a file."""
        return asdict(self)


def pixels_of(picture: pygame.Surface) -> Rgb:
    """A picture as rows of colours."""
    return np.ascontiguousarray(pygame.surfarray.array3d(picture).transpose(1, 0, 2))


def measure(pixels: Rgb) -> Measures:
    """All measures of a picture."""
    return Measures(_tones(pixels), _warm(pixels), len(flat_squares(pixels)))


def flat_squares(pixels: Rgb) -> list[tuple[int, int]]:
    """Corners (x, y) of the squares, on a grid of 8 px, in which there is but one colour."""
    code = pixels.astype(np.int64) @ np.array([1 << 16, 1 << 8, 1])
    found = []
    for y in range(0, code.shape[0] - _FLAT_PX + 1, _FLAT_STEP_PX):
        for x in range(0, code.shape[1] - _FLAT_PX + 1, _FLAT_STEP_PX):
            square = code[y : y + _FLAT_PX, x : x + _FLAT_PX]
            if square[0, 0] == square[-1, -1] and (square == square[0, 0]).all():
                found.append((x, y))
    return found


def palette_share(pixels: Rgb) -> int:
    """Per mille of pixels whose colour is one of the palette, or one as sprites are tinted."""
    known = {color for tint in _tints() for color in _tinted(tint)}
    colors, counts = np.unique(pixels.reshape(-1, 3), axis=0, return_counts=True)
    inside = sum(
        count
        for color, count in zip(colors.tolist(), counts.tolist(), strict=True)
        if tuple(color) in known
    )
    share: int = round(1000 * inside / int(counts.sum()))
    return share


def _tints() -> list[list[int]]:
    """The tints that whole sheets of sprites are given when they are loaded, and none."""
    sheets = sorted((assets_folder() / "sprites").glob("*.json"))
    tints = [json.loads(sheet.read_text("utf-8")).get("tint") for sheet in sheets]
    return [[255, 255, 255], *(tint for tint in tints if tint)]


def _tinted(tint: list[int]) -> list[tuple[int, ...]]:
    """The palette and the ground's ramps under a tint, as the atlas tints a sheet."""
    row = np.array([*COLORS.values(), *table().tolist()], np.uint8)[:, None]
    sheet = pygame.surfarray.make_surface(row)
    sheet.fill(tint, special_flags=pygame.BLEND_RGB_MULT)
    return [tuple(color) for color in pygame.surfarray.array3d(sheet)[:, 0].tolist()]


def _tones(pixels: Rgb) -> int:
    light = pixels @ np.array([0.299, 0.587, 0.114])
    counts = np.bincount((light // _TONE_WIDTH).astype(np.int64).ravel(), minlength=32)
    return int((counts >= light.size * _TONE_SHARE).sum())


def _warm(pixels: Rgb) -> int:
    red, blue = pixels[..., 0].astype(np.int64), pixels[..., 2].astype(np.int64)
    return round(1000 * float((red > blue + _WARM_BY).mean()))


_panels: Final[dict[int, list[pygame.Rect]]] = {}
"""Panels of the frame that is being drawn, by the surface they were drawn on."""


def new_frame() -> None:
    """What was drawn so far is gone: words are held against the panels of the frame to come."""
    _panels.clear()


@contextmanager
def words_watched() -> Iterator[list[str]]:
    """While it lasts, gathers what runs over: words beyond their panel or beyond the picture."""
    over: list[str] = []
    panels = _panels
    plain_draw, plain_panel = Font.draw, widgets.panel
    users = [each for each in sys.modules.values() if vars(each).get("panel") is plain_panel]

    def panel(target: pygame.Surface, x: int, y: int, width: int, height: int, **kw: Any) -> None:
        panels.setdefault(id(target), []).append(pygame.Rect(x, y, width, height))
        plain_panel(target, x, y, width, height, **kw)

    def draw(
        font: Font, target: pygame.Surface, text: str, x: int, y: int, *more: Any, **kw: Any
    ) -> int:
        end = plain_draw(font, target, text, x, y, *more, **kw)
        width = font.width(text)
        area = pygame.Rect(end - width, y, width, font.cap)
        if text.strip() and not target.get_rect().contains(area):
            over.append(f"{text!r} leaves the picture at {tuple(area)}")
        holding = [each for each in panels.get(id(target), ()) if each.collidepoint(area.midleft)]
        if holding and not any(each.contains(area) for each in holding):
            over.append(f"{text!r} leaves its panel at {tuple(area)}")
        return end

    _put(users, panel)
    Font.draw = draw  # type: ignore[method-assign, assignment]
    try:
        yield over
    finally:
        _put(users, plain_panel)
        Font.draw = plain_draw  # type: ignore[method-assign]


def _put(users: list[ModuleType], panel: Any) -> None:
    for each in users:
        vars(each)["panel"] = panel

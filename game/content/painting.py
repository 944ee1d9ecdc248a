"""Lays pieces of pictures on a canvas: as they are, stretched, or turned, pixel by pixel.

Where pixels of piece and canvas do not meet squarely, the nearest is taken, by the same rule and
with the same 16 bits of fraction as the painter of Qt, which Tiled draws with.
"""

from math import ceil, cos, floor, radians, sin
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Paint: TypeAlias = NDArray[np.float32]
"""[row, column, 4], 0 to 1, colours multiplied by their alpha."""
_Index: TypeAlias = NDArray[np.int64]

_ONE: Final = 1 << 16
_FAR_PX: Final = 1 << 20


def lay(canvas: Paint, piece: Paint, left: int, top: int, *, opaque: bool = False) -> None:
    """Lay a piece over the canvas, cut at its edges; ``opaque``: nothing shines through it."""
    height, width = piece.shape[:2]
    x0, y0 = max(0, left), max(0, top)
    x1, y1 = min(canvas.shape[1], left + width), min(canvas.shape[0], top + height)
    if x0 < x1 and y0 < y1:
        above = piece[y0 - top : y1 - top, x0 - left : x1 - left]
        if opaque:
            canvas[y0:y1, x0:x1] = above
        else:
            _over(canvas[y0:y1, x0:x1], above)


def stretch(
    canvas: Paint, piece: Paint, box: tuple[float, float, float, float], *,
    mirrored: bool = False, upside_down: bool = False,
) -> None:
    """Lay a piece into a box of the canvas: left, top, width and height."""
    left, top, width, height = box
    if min(width, height) <= 0 or max(map(abs, box)) > _FAR_PX:
        return
    x0, columns = _nearest(left, width, piece.shape[1], canvas.shape[1], mirrored, True)
    y0, rows = _nearest(top, height, piece.shape[0], canvas.shape[0], upside_down, False)
    if columns.size and rows.size:
        _over(canvas[y0 : y0 + rows.size, x0 : x0 + columns.size], piece[np.ix_(rows, columns)])


def quarter_turned(
    canvas: Paint, piece: Paint, box: tuple[float, float, float, float], *,
    mirrored: bool = False, upside_down: bool = False,
) -> None:
    """Lay a piece that stands on its side already into a box of the canvas.

    As ``stretch``, but by the rule for pictures without any clear pixel, which are turned by
    quarters in another way: a pixel of the canvas shows the one that its middle falls on.
    """
    left, top, width, height = box
    if min(width, height) <= 0 or max(map(abs, box)) > _FAR_PX:
        return
    x0, columns = _middles(left, width, piece.shape[1], canvas.shape[1], mirrored)
    y0, rows = _middles(top, height, piece.shape[0], canvas.shape[0], upside_down)
    if columns.size and rows.size:
        _over(canvas[y0 : y0 + rows.size, x0 : x0 + columns.size], piece[np.ix_(rows, columns)])


def turn(
    canvas: Paint, piece: Paint, about: tuple[float, float], degrees: float,
    box: tuple[float, float, float, float],
) -> None:
    """Lay a piece into a box that is turned clockwise about a point; the box is relative to it."""
    left, top, width, height = box
    if min(width, height) <= 0 or max(map(abs, (*box, *about))) > _FAR_PX:
        return
    along, across = cos(radians(degrees)), sin(radians(degrees))
    corners = [(x * along - y * across + about[0], x * across + y * along + about[1])
               for x in (left, left + width) for y in (top, top + height)]
    x0, x1 = (max(0, min(canvas.shape[1], f(e(x for x, _ in corners))))
              for f, e in ((floor, min), (ceil, max)))
    y0, y1 = (max(0, min(canvas.shape[0], f(e(y for _, y in corners))))
              for f, e in ((floor, min), (ceil, max)))
    if x0 >= x1 or y0 >= y1:
        return
    dx = np.arange(x0, x1)[None, :] + 0.5 - about[0]
    dy = np.arange(y0, y1)[:, None] + 0.5 - about[1]
    u = (dx * along + dy * across - left) * (piece.shape[1] / width)
    v = (dy * along - dx * across - top) * (piece.shape[0] / height)
    columns, rows = np.floor(u).astype(np.int64), np.floor(v).astype(np.int64)
    inside = ((columns >= 0) & (columns < piece.shape[1])
              & (rows >= 0) & (rows < piece.shape[0]))
    np.clip(columns, 0, piece.shape[1] - 1, out=columns)
    np.clip(rows, 0, piece.shape[0] - 1, out=rows)
    _over(canvas[y0:y1, x0:x1], piece[rows, columns] * inside[..., None])


def _over(below: Paint, above: Paint) -> None:
    below *= 1 - above[..., 3:]
    below += above


def _nearest(
    start: float, length: float, pixels: int, most: int, backwards: bool, by_steps: bool
) -> tuple[int, _Index]:
    """The first place on the canvas, and for it and each further one the pixel that shows."""
    x0, x1 = max(0, floor(start + 0.5)), min(most, floor(start + length + 0.5))
    if x0 >= x1:
        return 0, np.zeros(0, np.int64)
    scale = pixels / length
    count = np.arange(x1 - x0, dtype=np.int64)
    middle = x0 + 0.5 - start
    if not backwards:
        places = ceil(middle * scale * _ONE) - 1 + floor(scale * _ONE) * count
    elif by_steps:
        places = pixels * _ONE + floor(-middle * scale * _ONE) - 1 - floor(scale * _ONE) * count
    else:
        exact = np.floor(-(middle + count) * scale * _ONE).astype(np.int64)
        places = pixels * _ONE + exact - 1
    places >>= 16
    return x0, np.clip(places, 0, pixels - 1)


def _middles(
    start: float, length: float, pixels: int, most: int, backwards: bool
) -> tuple[int, _Index]:
    """The first place on the canvas whose middle lies on the piece, and what each one shows."""
    x0, x1 = max(0, floor(start + 0.5)), min(most, floor(start + length + 0.5))
    middles = np.arange(x0, max(x0, x1)) + 0.5
    away = start + length - middles if backwards else middles - start
    shown = np.floor(away * (pixels / length)).astype(np.int64)
    inside = np.flatnonzero((shown >= 0) & (shown < pixels))
    return x0 + (int(inside[0]) if inside.size else 0), shown[inside]

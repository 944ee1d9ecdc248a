"""Draws the tile and picture layers of any Tiled map into an array, as Tiled itself would.

Pictures are opened by whoever calls: nothing here knows a picture library. Not for the frame of
a game; the view has its own ways.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from game.content.tmx.by_pytmx import Flip, TileFacts
from game.content.tmx.model import (
    GID_MASK,
    ImageLayer,
    ObjectLayer,
    Passed,
    TiledMap,
    TileLayer,
    Tileset,
)
from game.core.units import SUB

Rgba: TypeAlias = NDArray[np.uint8]
"""[row, column, 4], straight alpha."""
OpenPicture: TypeAlias = Callable[[Path], Rgba]

_Paint: TypeAlias = NDArray[np.float32]
"""[row, column, 4], 0 to 1, colours multiplied by their alpha."""
_BAND_PX: Final = 512


def draw_tiles(tiled: TiledMap, facts: dict[int, TileFacts], open_picture: OpenPicture) -> Rgba:
    """All visible tile and picture layers of a map, from the lowest up.

    Objects are left out, and so is the background colour, as by Tiled's own rasterizer.
    """
    pictures = _Pictures(open_picture)
    size = tiled.height * tiled.tile_height, tiled.width * tiled.tile_width
    drawn = np.zeros((*size, 4), np.uint8)
    for top in range(0, size[0], _BAND_PX):
        band = drawn[top : top + _BAND_PX]
        band[:] = _draw_band(tiled, facts, pictures, top, band.shape[:2])
    return drawn


def _draw_band(
    tiled: TiledMap, facts: dict[int, TileFacts], pictures: "_Pictures", top: int,
    size: tuple[int, ...],
) -> Rgba:
    """The rows of a map from ``top`` on; in one piece a large map would take a gigabyte."""
    canvas = np.zeros((*size, 4), np.float32)
    for layer in tiled.layers:
        if isinstance(layer, ObjectLayer) or not layer.passed.visible:
            continue
        if isinstance(layer, TileLayer):
            _draw_tile_layer(canvas, top, tiled, layer, facts, pictures)
        else:
            _draw_picture_layer(canvas, top, layer, pictures, tiled.height * tiled.tile_height)
    alpha = canvas[..., 3:]
    straight = np.divide(canvas[..., :3], alpha, out=np.zeros_like(canvas[..., :3]),
                         where=alpha > 0)
    drawn: Rgba = np.rint(np.concatenate([straight, alpha], axis=2) * 255).astype(np.uint8)
    return drawn


class _Pictures:
    """Opened pictures, each once."""

    def __init__(self, open_picture: OpenPicture) -> None:
        self._open = open_picture
        self._opened: dict[tuple[Path, str], _Paint] = {}

    def get(self, path: Path, transparent: str) -> _Paint:
        """A picture as paint; ``transparent`` is a colour that stands for nothing, or empty."""
        if (path, transparent) not in self._opened:
            raw = self._open(path)
            paint: _Paint = raw.astype(np.float32) / np.float32(255)
            if transparent:
                clear = (raw[..., :3] == np.rint(_color(transparent)[:3] * 255)).all(axis=2)
                paint[clear] = 0
            paint[..., :3] *= paint[..., 3:]
            self._opened[path, transparent] = paint
        return self._opened[path, transparent]


def _draw_tile_layer(
    canvas: _Paint, top: int, tiled: TiledMap, layer: TileLayer, facts: dict[int, TileFacts],
    pictures: _Pictures,
) -> None:
    dx, dy = _offset(layer.passed)
    ready: dict[int, tuple[_Paint, int, int]] = {}
    for gid in np.unique(layer.gids).tolist():
        fact, tileset = facts.get(gid), tiled.tileset_of(gid)
        if fact is None or fact.picture is None or tileset is None:
            continue
        paint = pictures.get(fact.picture, _transparent(tileset, gid))
        x, y, width, height = fact.area
        cut = _flipped(paint[y : y + height, x : x + width], fact.flip)
        ready[gid] = _tinted(cut, layer.passed), *tileset.offset
    if not ready:
        return
    reach = max(tile.shape[0] + abs(shift) for tile, _, shift in ready.values()) + abs(dy)
    first = max(0, (top - reach) // tiled.tile_height)
    last = (top + canvas.shape[0] + reach) // tiled.tile_height + 1
    rows, columns = np.nonzero(layer.gids[first:last])
    for row, column in zip((rows + first).tolist(), columns.tolist(), strict=True):
        found = ready.get(int(layer.gids[row, column]))
        if found is not None:
            tile, shift_x, shift_y = found
            left = column * tiled.tile_width + dx + shift_x
            bottom = (row + 1) * tiled.tile_height + dy + shift_y
            _lay(canvas, tile, left, bottom - tile.shape[0] - top)


def _draw_picture_layer(
    canvas: _Paint, top: int, layer: ImageLayer, pictures: _Pictures, map_height: int
) -> None:
    if layer.image is None:
        return
    paint = _tinted(pictures.get(layer.image.path, layer.image.transparent), layer.passed)
    dx, dy = _offset(layer.passed)
    height, width = paint.shape[:2]
    across = range(dx % width - width, canvas.shape[1], width) if layer.repeat[0] else (dx,)
    down = range(dy % height - height, map_height, height) if layer.repeat[1] else (dy,)
    for y in down:
        for x in across:
            _lay(canvas, paint, x, y - top)


def _lay(canvas: _Paint, paint: _Paint, left: int, top: int) -> None:
    """Lay paint over the canvas, cut at its edges."""
    height, width = paint.shape[:2]
    x0, y0 = max(0, left), max(0, top)
    x1, y1 = min(canvas.shape[1], left + width), min(canvas.shape[0], top + height)
    if x0 >= x1 or y0 >= y1:
        return
    above = paint[y0 - top : y1 - top, x0 - left : x1 - left]
    below = canvas[y0:y1, x0:x1]
    below *= 1 - above[..., 3:]
    below += above


def _flipped(paint: _Paint, flip: Flip) -> _Paint:
    if flip.diagonal:
        paint = paint.transpose(1, 0, 2)
    if flip.horizontal:
        paint = paint[:, ::-1]
    return paint[::-1] if flip.vertical else paint


def _tinted(paint: _Paint, passed: Passed) -> _Paint:
    opacity = min(1.0, max(0.0, float(passed.opacity)))
    for tint in passed.tints:
        color = _color(tint)
        alpha = paint[..., 3:]
        # Tiled multiplies over white where a pixel is half clear, and takes its shape afterwards
        mixed = color[:3] * (paint[..., :3] + 1 - alpha) * alpha
        paint = np.concatenate([mixed, alpha * color[3]], axis=2)
    return paint * np.float32(opacity)


def _offset(passed: Passed) -> tuple[int, int]:
    """Offsets in whole pixels, to the nearest."""
    return (passed.offset_x + SUB // 2) // SUB, (passed.offset_y + SUB // 2) // SUB


def _transparent(tileset: Tileset, gid: int) -> str:
    if tileset.image is not None:
        return tileset.image.transparent
    tile = tileset.tiles.get((gid & GID_MASK) - tileset.first_gid)
    return tile.image.transparent if tile is not None and tile.image is not None else ""


def _color(text: str) -> _Paint:
    """``#rrggbb`` or ``#aarrggbb`` as paint; anything else is no colour at all."""
    digits = text.removeprefix("#").lower()
    if len(digits) == 6:
        digits = "ff" + digits
    if len(digits) != 8 or digits.strip("0123456789abcdef"):
        return np.zeros(4, np.float32)
    alpha, red, green, blue = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4, 6))
    return np.array([red * alpha, green * alpha, blue * alpha, alpha], np.float32)

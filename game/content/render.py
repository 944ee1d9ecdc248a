"""Draws the layers of any Tiled map into an array, as Tiled's own rasterizer would.

Pictures are opened by whoever calls: nothing here knows a picture library. Not for the frame of
a game; the view has its own ways. Only shapes and text of objects are left out.
"""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from math import floor
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from game.content.errors import InputError
from game.content.painting import Paint, lay, quarter_turned, stretch, turn
from game.content.tmx.by_pytmx import Flip, TileFacts
from game.content.tmx.model import (
    ImageLayer,
    Layer,
    MapObject,
    ObjectLayer,
    Passed,
    Shape,
    TiledMap,
    TileLayer,
)
from game.core.units import SUB

Rgba: TypeAlias = NDArray[np.uint8]
"""[row, column, 4], straight alpha."""
OpenPicture: TypeAlias = Callable[[Path], Rgba]

_Ready: TypeAlias = tuple[Paint | None, int, int, Flip | None, bool]

MOST_PIXELS: Final = 1 << 26
_NONE: Final = Decimal(0)
_FULL: Final = Decimal(1)
_MIRRORED: Final = 0xC0000000
_BAND_PX: Final = 256
"""So many rows are painted at a time: paint takes four times the room of the picture."""


def draw_tiles(tiled: TiledMap, facts: dict[int, TileFacts], open_picture: OpenPicture) -> Rgba:
    """All visible layers of a map, from the lowest up: tiles, pictures and tile objects.

    ``facts`` are those of all gids in use. The background colour is left out, as by Tiled's own
    rasterizer. Raises InputError where the picture would be too large.
    """
    height, width = tiled.height * tiled.tile_height, tiled.width * tiled.tile_width
    if height * width > MOST_PIXELS:
        raise InputError(f"{tiled.shown}: a picture of {width}x{height} pixels is too large to "
                         "draw. Split the map.")
    drawn: Rgba = np.empty((height, width, 4), np.uint8)
    painter = _Painter(tiled, facts, _Pictures(open_picture))
    for top in range(0, height, _BAND_PX):
        band = drawn[top : top + _BAND_PX]
        paint: Paint = np.zeros(band.shape, np.float32)
        for layer in tiled.layers:
            if layer.passed.visible:
                painter.paint(layer, paint, top)
        alpha = paint[..., 3:]
        np.divide(paint[..., :3], alpha, out=paint[..., :3], where=alpha > 0)
        band[...] = np.rint(paint * 255)
    return drawn


class _Painter:
    """Paints layers into bands of the picture; ``top`` is where the band begins."""

    def __init__(
        self, tiled: TiledMap, facts: dict[int, TileFacts], pictures: "_Pictures"
    ) -> None:
        self._tiled = tiled
        self._facts = facts
        self._pictures = pictures
        self._cuts: dict[Passed, dict[int, Paint | None]] = {}
        areas = [fact.area for fact in facts.values()]
        shifts = [abs(each.offset[1]) for each in tiled.tilesets]
        self._tallest = max((max(area[2:]) for area in areas), default=0) + max(shifts, default=0)

    def paint(self, layer: Layer, band: Paint, top: int) -> None:
        match layer:
            case TileLayer():
                self._tiles(layer, band, top)
            case ImageLayer():
                self._picture(layer, band, top)
            case ObjectLayer():
                tiles = [each for each in layer.objects
                         if each.shape is Shape.TILE and each.visible]
                if layer.draw_order != "index":
                    tiles.sort(key=lambda each: each.y)
                for each in tiles:
                    self._object(each, layer.passed, band, top)

    def _tiles(self, layer: TileLayer, band: Paint, top: int) -> None:
        passed, side = layer.passed, (self._tiled.tile_width, self._tiled.tile_height)
        x, y = passed.offset_x / SUB, passed.offset_y / SUB
        square = not (passed.offset_x % SUB or passed.offset_y % SUB)
        first = int((top - y - self._tallest) // side[1]) - 1
        last = int((top + band.shape[0] - y + self._tallest) // side[1]) + 1
        first, last = max(0, first), max(0, last)
        rows, columns = np.nonzero(layer.gids[first:last])
        ready: dict[int, _Ready] = {}
        for row, column in zip((rows + first).tolist(), columns.tolist(), strict=True):
            gid = int(layer.gids[row, column])
            if gid not in ready:
                ready[gid] = self._ready(gid, passed, whole=square)
            cut, shift_x, shift_y, flip, opaque = ready[gid]
            if cut is None:
                continue
            left = column * side[0] + shift_x + x
            above = (row + 1) * side[1] + shift_y + y - cut.shape[0] - top
            if flip is None:
                lay(band, cut, floor(left + 0.5), floor(above + 0.5), opaque=opaque)
            else:
                _fit(band, cut, (left, above, cut.shape[1], cut.shape[0]), flip,
                     opaque=opaque and self._is_opaque(gid))

    def _ready(self, gid: int, passed: Passed, *, whole: bool) -> _Ready:
        """A tile to be laid, how far off its cell, how it is still to be mirrored, if opaque."""
        cut, tileset = self._cut(gid, passed), self._tiled.tileset_of(gid)
        if cut is None or tileset is None:
            return None, 0, 0, None, False
        flip, opaque = self._facts[gid].flip, bool((cut[..., 3] == 1).all())
        if whole or not (flip.horizontal or flip.vertical):
            return _mirrored(cut, flip), *tileset.offset, None, opaque
        return cut, *tileset.offset, flip, opaque

    def _object(self, each: MapObject, passed: Passed, band: Paint, top: int) -> None:
        if each.opacity != _FULL:
            passed = replace(passed, opacity=passed.opacity * each.opacity)
        cut, tileset = self._cut(each.gid, passed), self._tiled.tileset_of(each.gid)
        if cut is None or tileset is None:
            return
        flip, area = self._facts[each.gid].flip, self._facts[each.gid].area
        width, height = each.width / SUB, each.height / SUB
        left, above = each.anchor[0] / SUB, each.anchor[1] / SUB
        if flip.diagonal:  # its lower left corner stays where it is
            above += height - width
            width, height = height, width
        left += tileset.offset[0] * each.width / SUB / max(1, area[2])
        above += tileset.offset[1] * each.height / SUB / max(1, area[3])
        x, y = each.x / SUB, each.y / SUB - top
        reach = abs(left) + abs(above) + width + height
        if not -reach <= y <= band.shape[0] + reach:
            return
        box = left, above, width, height
        quarters, rest = divmod(each.degrees, 90)
        if rest:
            turn(band, _mirrored(cut, flip), (x, y), float(each.degrees), box)
            return
        for _ in range(int(quarters) % 4):
            cut = cut.transpose(1, 0, 2)
            flip = Flip(not flip.vertical, flip.horizontal, not flip.diagonal)
            box = -box[1] - box[3], box[0], box[3], box[2]
        opaque = bool((cut[..., 3] == 1).all()) and self._is_opaque(each.gid)
        _fit(band, cut, (x + box[0], y + box[1], *box[2:]), flip, opaque=opaque)

    def _is_opaque(self, gid: int) -> bool:
        """Whether nothing of the whole picture that a tile is a part of is clear."""
        fact, tileset = self._facts[gid], self._tiled.tileset_of(gid)
        if fact.picture is None or tileset is None:
            return False
        clear = tileset.image.transparent if tileset.image is not None else ""
        return not clear and self._pictures.is_opaque(fact.picture)

    def _picture(self, layer: ImageLayer, band: Paint, top: int) -> None:
        if layer.image is None:
            return
        raw = self._pictures.get(layer.image.path)
        height, width = raw.shape[:2]
        x = (layer.passed.offset_x + SUB // 2) // SUB
        y = (layer.passed.offset_y + SUB // 2) // SUB - top
        columns, across = _seen(x, width, band.shape[1], layer.repeat[0])
        rows, down = _seen(y, height, band.shape[0], layer.repeat[1])
        if columns.size and rows.size:
            piece = _tinted(_paint(raw[np.ix_(rows, columns)], layer.image.transparent),
                            layer.passed)
            lay(band, piece, across, down)

    def _cut(self, gid: int, passed: Passed) -> Paint | None:
        """What a tile shows, tinted and turned by its diagonal, but not mirrored yet."""
        known = self._cuts.setdefault(passed, {})
        bare = gid & ~_MIRRORED
        if bare not in known:
            known[bare] = self._cut_anew(gid, passed)
        return known[bare]

    def _cut_anew(self, gid: int, passed: Passed) -> Paint | None:
        fact, tileset = self._facts.get(gid), self._tiled.tileset_of(gid)
        if fact is None or fact.picture is None or tileset is None:
            return None
        # a colour that stands for nothing counts in atlases only, as in Tiled
        clear = tileset.image.transparent if tileset.image is not None else ""
        x, y, width, height = fact.area
        raw = self._pictures.get(fact.picture)[y : y + height, x : x + width]
        cut = _tinted(_paint(raw, clear), passed)
        return cut.transpose(1, 0, 2) if fact.flip.diagonal else cut


class _Pictures:
    """Opened pictures, each once."""

    def __init__(self, open_picture: OpenPicture) -> None:
        self._open = open_picture
        self._opened: dict[Path, Rgba] = {}
        self._opaque: dict[Path, bool] = {}

    def get(self, path: Path) -> Rgba:
        """A picture as it is."""
        if path not in self._opened:
            self._opened[path] = self._open(path)
        return self._opened[path]

    def is_opaque(self, path: Path) -> bool:
        """Whether no pixel of a picture is clear, not even by half."""
        if path not in self._opaque:
            self._opaque[path] = bool((self.get(path)[..., 3] == 255).all())
        return self._opaque[path]


def _seen(start: int, length: int, most: int, repeats: bool) -> tuple[NDArray[np.int64], int]:
    """Which rows or columns of a picture show on a canvas, and where the first of them lies."""
    if repeats:
        return (np.arange(most, dtype=np.int64) - start) % length, 0
    first, last = max(0, -start), min(length, most - start)
    return np.arange(first, max(first, last), dtype=np.int64), start + first


def _paint(raw: Rgba, transparent: str) -> Paint:
    """Pixels as paint; ``transparent`` is a colour that stands for nothing, or empty."""
    paint: Paint = raw.astype(np.float32) / np.float32(255)
    if transparent:
        clear = (raw[..., :3] == np.rint(_color(transparent)[:3] * 255)).all(axis=2)
        paint[clear] = 0
    paint[..., :3] *= paint[..., 3:]
    return paint


def _fit(
    band: Paint, cut: Paint, box: tuple[float, float, float, float], flip: Flip, *, opaque: bool
) -> None:
    """Lay what is turned at its diagonal already into a box."""
    whole = box[2:] == (cut.shape[1], cut.shape[0])
    quarter = opaque and whole and flip.diagonal and flip.horizontal != flip.vertical
    lay_into = quarter_turned if quarter else stretch
    lay_into(band, cut, box, mirrored=flip.horizontal, upside_down=flip.vertical)


def _mirrored(piece: Paint, flip: Flip) -> Paint:
    if flip.horizontal:
        piece = piece[:, ::-1]
    return piece[::-1] if flip.vertical else piece


def _tinted(piece: Paint, passed: Passed) -> Paint:
    opacity = float(min(_FULL, max(_NONE, passed.opacity)))
    if passed.tints:
        color = np.ones(4, np.float32)
        for tint in passed.tints:
            color *= _color(tint)
        color[:3] *= color[3]
        alpha = piece[..., 3:]
        # Tiled multiplies over white where a pixel is half clear, and takes its shape afterwards
        mixed = color[:3] * (piece[..., :3] + 1 - alpha) * alpha
        piece = np.concatenate([mixed, alpha * color[3]], axis=2)
    return piece * np.float32(opacity)


def _color(text: str) -> Paint:
    """``#rrggbb`` or ``#aarrggbb``: red, green, blue and alpha; anything else is none at all."""
    digits = text.removeprefix("#").lower()
    if len(digits) == 6:
        digits = "ff" + digits
    if len(digits) != 8 or digits.strip("0123456789abcdef"):
        return np.zeros(4, np.float32)
    alpha, red, green, blue = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4, 6))
    return np.array([red, green, blue, alpha], np.float32)

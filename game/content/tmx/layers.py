"""Layers in document order: groups flattened, infinite maps cropped, every tile known."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np

from game.content.tmx.data import DataError, decode
from game.content.tmx.findings import MOST_FINDINGS, At, quoted
from game.content.tmx.limits import MOST_CELLS, MOST_SIDE_TILES
from game.content.tmx.model import (
    GID_MASK,
    Gids,
    ImageLayer,
    Layer,
    MapObject,
    ObjectLayer,
    Passed,
    Properties,
    TileLayer,
    Tileset,
)
from game.content.tmx.numbers import (
    at_least_one,
    attribute,
    boolean,
    coordinate,
    count,
    decimal,
    integer,
    tile_place,
)
from game.content.tmx.objects import ObjectReader
from game.content.tmx.source import Source
from game.content.tmx.tilesets import read_image
from game.content.tmx.values import is_color, read_properties, with_defaults
from game.content.tmx.xml import LAYERS, Node
from game.core.units import SUB

_FULL: Final = Decimal(1)
_SMALL_GID: Final = 0xFFFF
_SAVE_AGAIN: Final = "Save the map again in Tiled."


@dataclass(slots=True)
class Chunk:
    """A rectangle of tiles of an infinite layer: where it lies, in tiles, and its gids."""

    x: int
    y: int
    gids: Gids


@dataclass(slots=True)
class _Found:
    """A layer that is no group, and what the groups around it pass on."""

    node: Node
    passed: Passed


class LayerReader:
    """Reads the layers of one map.

    ``side`` is its width and height in tiles, None if it is infinite, and ``tile`` those of a
    tile in pixels.
    """

    def __init__(
        self, base: Path, side: tuple[int, int] | None, tile: tuple[int, int],
        objects: ObjectReader, source: Source,
    ) -> None:
        self._base = base
        self._side = side
        self._tile = tile
        self._objects = objects
        self._source = source
        self._findings = source.findings
        self.layers: list[Layer] = []
        self.group_properties: list[tuple[At, Properties]] = []
        self._chunks: dict[int, list[Chunk]] = {}

    def read(self, root: Node) -> None:
        """Read all layers of the map element into ``layers``."""
        for found in self._flat(root, Passed()):
            self.layers.append(self._layer(found))

    def crop(self) -> tuple[int, int, int, int]:
        """Cut all layers of an infinite map to what is drawn: left, top, width and height."""
        edges = [edge for chunks in self._chunks.values() for edge in _edges(chunks)]
        if not edges:
            return 0, 0, 0, 0
        left, top = min(e[0] for e in edges), min(e[1] for e in edges)
        right, bottom = max(e[2] for e in edges), max(e[3] for e in edges)
        width, height = right - left, bottom - top
        if max(width, height) > MOST_SIDE_TILES:
            return left, top, width, height
        for place, layer in enumerate(self.layers):
            if isinstance(layer, TileLayer):
                gids = np.zeros((height, width), np.uint32)
                for chunk in self._chunks.get(place, []):
                    _paste(gids, chunk, left, top)
                self.layers[place] = replace(layer, gids=gids)
        return left, top, width, height

    def _flat(self, parent: Node, passed: Passed) -> Iterator[_Found]:
        for node in parent.children:
            if node.tag not in LAYERS:
                continue
            below = self._passed(node, passed)
            if node.tag == "group":
                self._read_group(node)
                yield from self._flat(node, below)
            else:
                yield _Found(node, below)

    def _read_group(self, node: Node) -> None:
        at = At(node.file, node.line, node.get("name"))
        attribute(node, "id", 1, at_least_one, self._findings, at)
        properties = read_properties(node, self._source, self._base, at)
        self.group_properties.append((at, properties))

    def _passed(self, node: Node, above: Passed) -> Passed:
        at = At(node.file, node.line, node.get("name"))
        findings = self._findings
        tint = node.get("tintcolor")
        if tint and not is_color(tint):
            findings.error("layer-tint", at, f"the tint {quoted(tint)} is not a colour",
                           "Set it again in Tiled.")
        mode = node.get("mode", "normal")
        if mode != "normal":
            findings.info("layer-mode", at, f"its blend mode {quoted(mode)} is drawn as normal",
                          "Set it to normal.")
        offset_x = attribute(node, "offsetx", 0, coordinate, findings, at)
        offset_y = attribute(node, "offsety", 0, coordinate, findings, at)
        if node.tag == "layer" and self._side is not None:
            # places in tiles, which other programs write and Tiled obeys
            offset_x += attribute(node, "x", 0, tile_place, findings, at) * self._tile[0] * SUB
            offset_y += attribute(node, "y", 0, tile_place, findings, at) * self._tile[1] * SUB
        elif node.tag == "imagelayer" and not {"offsetx", "offsety"} & node.attributes.keys():
            # places in pixels, as Tiled wrote them before 0.15
            offset_x += attribute(node, "x", 0, coordinate, findings, at)
            offset_y += attribute(node, "y", 0, coordinate, findings, at)
        return Passed(
            above.visible and attribute(node, "visible", True, boolean, findings, at),
            above.opacity * attribute(node, "opacity", _FULL, decimal, findings, at),
            above.offset_x + offset_x,
            above.offset_y + offset_y,
            above.parallax_x * attribute(node, "parallaxx", _FULL, decimal, findings, at),
            above.parallax_y * attribute(node, "parallaxy", _FULL, decimal, findings, at),
            (*above.tints, tint) if tint else above.tints,
        )

    def _layer(self, found: _Found) -> Layer:
        node, passed = found.node, found.passed
        name = node.get("name")
        at = At(node.file, node.line, name)
        number = attribute(node, "id", 0, at_least_one, self._findings, at)
        class_name = node.get("class")
        properties = with_defaults(
            read_properties(node, self._source, self._base, at), class_name, self._source
        )
        head = (number, name, class_name, at, passed, properties)
        match node.tag:
            case "layer":
                return TileLayer(*head, self._tiles(node, at))
            case "objectgroup":
                return ObjectLayer(
                    *head, tuple(self._read_objects(node, name, passed)),
                    node.get("draworder", "topdown"),
                )
            case _:
                picture = node.find("image")
                image = None
                if picture is not None and picture.attributes:
                    image = read_image(picture, self._base, self._source)
                return ImageLayer(
                    *head, image,
                    (attribute(node, "repeatx", False, boolean, self._findings, at),
                     attribute(node, "repeaty", False, boolean, self._findings, at)),
                )

    def _read_objects(self, layer: Node, name: str, passed: Passed) -> Iterator[MapObject]:
        left = layer.all("object")[::-1]
        layer.children = ()
        while left:  # each is let go as it is read: a large map would stand in memory twice
            read = self._objects.read(left.pop(), name)
            yield read.moved(passed.offset_x, passed.offset_y)

    def _tiles(self, node: Node, at: At) -> Gids:
        nothing = np.zeros(self._side[::-1] if self._side else (0, 0), np.uint32)
        data = node.find("data")
        if data is None:
            self._findings.error("layer-empty", at, "the layer has no data", _SAVE_AGAIN)
            return nothing
        if self._side is None:
            self._chunks[len(self.layers)] = self._read_chunks(data, at)
            return nothing
        said = (
            attribute(node, "width", self._side[0], count, self._findings, at),
            attribute(node, "height", self._side[1], count, self._findings, at),
        )
        if said != self._side:
            self._findings.error(
                "layer-size", at,
                f"it is {said[0]}x{said[1]} tiles, the map {self._side[0]}x{self._side[1]}",
                _SAVE_AGAIN,
            )
            return nothing
        gids = self._decoded(data, data, self._side, at)
        return nothing if gids is None else gids

    def _read_chunks(self, data: Node, at: At) -> list[Chunk]:
        chunks = []
        if data.text.strip() or data.cells is not None:
            self._findings.error("data-chunks", at, "its tiles are not in chunks, but the map is "
                                 "infinite", _SAVE_AGAIN)
        for node in data.all("chunk"):
            x, y, width, height = (
                attribute(node, name, 0, integer, self._findings, at)
                for name in ("x", "y", "width", "height")
            )
            if not (0 < width <= MOST_SIDE_TILES and 0 < height <= MOST_SIDE_TILES
                    and max(abs(x), abs(y)) <= MOST_CELLS):
                self._findings.error("chunk-size", replace(at, line=node.line),
                                     f"a chunk of {width}x{height} tiles is not sensible",
                                     _SAVE_AGAIN)
                continue
            gids = self._decoded(data, node, (width, height), replace(at, line=node.line))
            if gids is not None:
                chunks.append(Chunk(x, y, gids))
        return chunks

    def _decoded(self, data: Node, node: Node, side: tuple[int, int], at: At) -> Gids | None:
        width, height = side
        self._source.budget.cells += width * height
        if self._source.budget.cells > MOST_CELLS:
            self._findings.fatal("too-large", at, f"the layers have over {MOST_CELLS} cells",
                                 "Split the map.")
        try:
            return decode(node, data.get("encoding"), data.get("compression"), width, height)
        except DataError as error:
            self._findings.error(error.code, at, f"cannot read the tiles: {error.message}",
                                 _SAVE_AGAIN)
            return None


def check_gids(layers: list[Layer], tilesets: list[Tileset], source: Source) -> None:
    """Tell of tiles that are in no tileset, once for each layer and gid, at the first cell."""
    known = _known_gids(tilesets)
    for layer in layers:
        if not isinstance(layer, TileLayer):
            continue
        bare: Gids = layer.gids.ravel() & np.uint32(GID_MASK)
        for gid in _strangers(distinct_of(bare), known):
            row, column = divmod(int((bare == gid).argmax()), layer.gids.shape[1])
            source.findings.error(
                "gid-unknown", replace(layer.at, cell=(column, row)),
                f"tile {gid} is in no tileset", "Erase the tile, or add its tileset.",
            )


def distinct_of(gids: Gids) -> Gids:
    """All gids but 0, each once, in order. For small ones quicker than sorting all."""
    if not gids.size:
        return gids
    small = gids[gids <= _SMALL_GID]
    seen = np.zeros(_SMALL_GID + 1, np.bool_)
    seen[small] = True
    seen[0] = False
    found = np.flatnonzero(seen).astype(np.uint32)
    if small.size == gids.size:
        return found
    ordered = np.sort(gids[gids > _SMALL_GID])
    return np.concatenate([found, ordered[np.flatnonzero(np.diff(ordered, prepend=0))]])


def _strangers(distinct: Gids, known: list[range | frozenset[int]]) -> list[int]:
    """Those of some gids that are in no tileset, no more than anybody reads about."""
    rest = distinct
    for gids in known:
        if isinstance(gids, range):
            rest = rest[(rest < gids.start) | (rest >= gids.stop)]
    sets = [gids for gids in known if isinstance(gids, frozenset)]
    strange = (gid for gid in map(int, rest) if not any(gid in gids for gids in sets))
    return list(islice(strange, MOST_FINDINGS))


def _known_gids(tilesets: list[Tileset]) -> list[range | frozenset[int]]:
    return [
        range(each.first_gid, each.first_gid + each.size) if each.image is not None
        else frozenset(each.first_gid + number for number in each.tiles)
        for each in tilesets
    ]


def _edges(chunks: list[Chunk]) -> Iterator[tuple[int, int, int, int]]:
    """Left, top, right and bottom of what is drawn in each chunk that is not empty."""
    for chunk in chunks:
        rows = np.flatnonzero(chunk.gids.any(axis=1))
        columns = np.flatnonzero(chunk.gids.any(axis=0))
        if rows.size:
            yield (chunk.x + int(columns[0]), chunk.y + int(rows[0]),
                   chunk.x + int(columns[-1]) + 1, chunk.y + int(rows[-1]) + 1)


def _paste(gids: Gids, chunk: Chunk, left: int, top: int) -> None:
    height, width = chunk.gids.shape
    x, y = chunk.x - left, chunk.y - top
    x0, y0 = max(0, -x), max(0, -y)
    x1, y1 = min(width, gids.shape[1] - x), min(height, gids.shape[0] - y)
    if x0 < x1 and y0 < y1:
        gids[y + y0 : y + y1, x + x0 : x + x1] = chunk.gids[y0:y1, x0:x1]

"""Writes Tiled maps: tile layers from numpy arrays, objects with classes and properties.

Knows the file format and nothing of this game; ``game.content.drawing`` adds the game's classes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias
from xml.sax.saxutils import escape, quoteattr

import numpy as np
from numpy.typing import NDArray

from game.content.atomic import write_atomically

FORMAT_VERSION: Final = "1.10"

Number: TypeAlias = int | float


@dataclass(frozen=True, slots=True)
class Ref:
    """A property that points to an object by its id; 0 points nowhere."""

    id: int


@dataclass(frozen=True, slots=True)
class Word:
    """A string property whose values are listed by an enum of the project."""

    value: str
    enum: str


PropertyValue: TypeAlias = str | bool | int | float | Ref | Word
Properties: TypeAlias = Mapping[str, PropertyValue]


@dataclass(slots=True)
class WrittenObject:
    """One object. ``x, y`` in pixels; ``points`` are relative to it and make it a line.

    ``text`` makes it words on the map, wrapped within its size.
    """

    id: int
    name: str
    class_name: str
    x: Number
    y: Number
    width: Number = 0
    height: Number = 0
    rotation: Number = 0
    points: Sequence[tuple[Number, Number]] = ()
    closed: bool = False
    properties: Properties = field(default_factory=dict)
    text: str = ""


@dataclass(slots=True)
class WrittenTiles:
    """One tile layer: ``gids`` is [height, width], 0 for no tile."""

    id: int
    name: str
    gids: NDArray[np.uint32]


@dataclass(slots=True)
class WrittenObjects:
    """One object layer."""

    id: int
    name: str
    objects: list[WrittenObject] = field(default_factory=list)


@dataclass(slots=True)
class MapWriter:
    """A map being drawn. Sizes in tiles; layers keep the order in which they were added."""

    width: int
    height: int
    tile_px: int = 16
    class_name: str = ""
    properties: Properties = field(default_factory=dict)
    layers: list[WrittenTiles | WrittenObjects] = field(default_factory=list)
    tilesets: list[tuple[int, str]] = field(default_factory=list)
    _next_gid: int = 1
    _next_object: int = 1

    def add_tileset(self, source: str, tile_count: int) -> int:
        """Refer to a ``.tsx`` by its path from the map; the gid of its first tile."""
        first = self._next_gid
        self.tilesets.append((first, source))
        self._next_gid += tile_count
        return first

    def add_tiles(self, name: str, gids: NDArray[np.uint32]) -> None:
        """Add a tile layer; raises ValueError where its shape is not the map's."""
        if gids.shape != (self.height, self.width):
            raise ValueError(f"layer {name!r} is {gids.shape}, not {(self.height, self.width)}")
        self.layers.append(WrittenTiles(len(self.layers) + 1, name, gids.astype(np.uint32)))

    def add_objects(self, name: str) -> WrittenObjects:
        """Add an empty object layer."""
        layer = WrittenObjects(len(self.layers) + 1, name)
        self.layers.append(layer)
        return layer

    def new_id(self) -> int:
        """An object id that was not given yet."""
        self._next_object += 1
        return self._next_object - 1

    def text(self) -> str:
        """The whole file."""
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            _open("map", 0, [
                ("version", FORMAT_VERSION), ("tiledversion", "1.10.2"), ("class", self.class_name),
                ("orientation", "orthogonal"), ("renderorder", "right-down"),
                ("width", self.width), ("height", self.height),
                ("tilewidth", self.tile_px), ("tileheight", self.tile_px), ("infinite", "0"),
                ("nextlayerid", len(self.layers) + 1), ("nextobjectid", self._next_object),
            ]),
            *_properties(self.properties, 1),
        ]
        for first, source in self.tilesets:
            lines.append(_open("tileset", 1, [("firstgid", first), ("source", source)], end=True))
        for layer in self.layers:
            lines += _tiles(layer) if isinstance(layer, WrittenTiles) else _objects(layer)
        return "\n".join([*lines, "</map>", ""])

    def save(self, path: Path) -> None:
        """Write the file whole or not at all."""
        write_atomically(path, self.text())


def number(value: Number) -> str:
    """A number as Tiled writes it: no trailing zeros, no exponent."""
    if isinstance(value, int):
        return str(value)
    return f"{value:.6f}".rstrip("0").rstrip(".") or "0"


def _open(
    tag: str, depth: int, attributes: Sequence[tuple[str, str | Number]], end: bool = False
) -> str:
    written = "".join(
        f" {name}={quoteattr(value if isinstance(value, str) else number(value))}"
        for name, value in attributes
        if value != ""
    )
    return f"{' ' * depth}<{tag}{written}{'/' if end else ''}>"


def _tiles(layer: WrittenTiles) -> list[str]:
    height, width = layer.gids.shape
    rows = ",\n".join(",".join(map(str, row)) for row in layer.gids.tolist())
    return [
        _open("layer", 1, [
            ("id", layer.id), ("name", layer.name), ("width", width), ("height", height),
        ]),
        '  <data encoding="csv">',
        rows,
        "</data>",
        " </layer>",
    ]


def _objects(layer: WrittenObjects) -> list[str]:
    head: list[tuple[str, str | Number]] = [("id", layer.id), ("name", layer.name)]
    if not layer.objects:
        return [_open("objectgroup", 1, head, end=True)]
    lines = [_open("objectgroup", 1, head)]
    for each in layer.objects:
        lines += _object(each)
    return [*lines, " </objectgroup>"]


def _object(each: WrittenObject) -> list[str]:
    attributes: list[tuple[str, str | Number]] = [
        ("id", each.id), ("name", each.name), ("type", each.class_name),
        ("x", each.x), ("y", each.y),
    ]
    attributes += [
        (name, value)
        for name, value in (
            ("width", each.width), ("height", each.height), ("rotation", each.rotation),
        )
        if value
    ]
    lines = [_open("object", 2, attributes), *_properties(each.properties, 3)]
    if each.points:
        points = " ".join(f"{number(x)},{number(y)}" for x, y in each.points)
        shape = "polygon" if each.closed else "polyline"
        lines.append(_open(shape, 3, [("points", points)], end=True))
    elif each.text:
        look = 'fontfamily="Sans Serif" pixelsize="9" wrap="1" color="#f4e5bf"'
        lines.append(f"   <text {look}>{escape(each.text)}</text>")
    elif not each.width and not each.height:
        lines.append("   <point/>")
    elif len(lines) == 1:
        return [lines[0].removesuffix(">") + "/>"]
    return [*lines, "  </object>"]


def _properties(properties: Properties, depth: int) -> list[str]:
    if not properties:
        return []
    pad = " " * depth
    inside = [_property(name, properties[name], depth + 1) for name in sorted(properties)]
    return [f"{pad}<properties>", *inside, f"{pad}</properties>"]


def _property(name: str, value: PropertyValue, depth: int) -> str:
    kind, enum, written = _typed(value)
    head: list[tuple[str, str | Number]] = [
        ("name", name), ("type", kind), ("propertytype", enum),
    ]
    if "\n" in written:
        return f"{_open('property', depth, head)}{escape(written)}</property>"
    opened = _open("property", depth, head, end=True)
    return opened.removesuffix("/>") + f" value={quoteattr(written)}/>"


def _typed(value: PropertyValue) -> tuple[str, str, str]:
    """Type (empty for string), enum and text of a value."""
    match value:
        case bool():
            return "bool", "", "true" if value else "false"
        case int():
            return "int", "", str(value)
        case float():
            return "float", "", number(value)
        case Ref():
            return "object", "", str(value.id)
        case Word():
            return "", value.enum, value.value
        case str():
            return "", "", value

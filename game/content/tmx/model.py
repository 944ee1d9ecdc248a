"""A Tiled map after normalisation: plain values, integers only, document order kept.

Lengths are in sub-units (1/256 px), headings in 1/1024 turn. Nothing here knows pytmx or the game.
"""

from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from game.content.tmx.findings import At
from game.core.headings import ONE, cos, sin

Gids: TypeAlias = NDArray[np.uint32]

GID_MASK: Final = 0x0FFFFFFF
"""The bits of a gid that name a tile; the four above say how it is flipped and turned."""


@dataclass(frozen=True, slots=True)
class ObjectRef:
    """A property that points to an object; 0 points nowhere."""

    id: int


@dataclass(frozen=True, slots=True)
class ClassValue:
    """A property whose value is a class of the project: its members by name."""

    name: str
    members: "dict[str, Value]"


Value: TypeAlias = str | bool | int | Decimal | ObjectRef | ClassValue | tuple["Value", ...]


@dataclass(frozen=True, slots=True)
class Property:
    """One property. ``type`` is Tiled's word; ``own`` says that it was written at this element."""

    name: str
    type: str
    value: Value
    at: At
    own: bool = True


Properties: TypeAlias = dict[str, Property]


class Shape(StrEnum):
    """How an object is drawn."""

    POINT = "point"
    BOX = "box"
    ELLIPSE = "ellipse"
    CAPSULE = "capsule"
    POLYGON = "polygon"
    POLYLINE = "polyline"
    TEXT = "text"
    TILE = "tile"


@dataclass(frozen=True, slots=True)
class Image:
    """A picture file and its size in pixels."""

    path: Path
    width: int
    height: int
    transparent: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """One step of an animation: the tile's id within its tileset, and milliseconds."""

    tile: int
    duration_ms: int


@dataclass(frozen=True, slots=True)
class Tile:
    """What a tileset says of one tile. ``area`` is its part of the picture: x, y, width, height."""

    id: int
    class_name: str
    properties: Properties
    image: Image | None = None
    area: tuple[int, int, int, int] | None = None
    frames: tuple[Frame, ...] = ()


@dataclass(frozen=True, slots=True)
class Tileset:
    """A tileset as the map uses it. ``size`` is one more than its highest tile id."""

    first_gid: int
    name: str
    at: At
    path: Path | None
    tile_width: int
    tile_height: int
    size: int
    columns: int
    spacing: int
    margin: int
    offset: tuple[int, int]
    alignment: str
    image: Image | None
    tiles: dict[int, Tile]
    properties: Properties

    def holds(self, gid: int) -> bool:
        """Whether a gid without flag bits belongs to this tileset."""
        return 0 <= gid - self.first_gid < self.size

    def area_of(self, number: int) -> tuple[int, int, int, int]:
        """The part of the picture that a tile shows: x, y, width, height; zeros for no tile."""
        tile = self.tiles.get(number)
        if tile is not None and tile.area is not None:
            return tile.area
        if self.image is None or not self.columns:
            return (0, 0, 0, 0)
        row, column = divmod(number, self.columns)
        return (
            self.margin + column * (self.tile_width + self.spacing),
            self.margin + row * (self.tile_height + self.spacing),
            self.tile_width, self.tile_height,
        )


@dataclass(frozen=True, slots=True)
class MapObject:
    """An object. ``x, y`` and sizes in sub-units, rotation about (x, y)."""

    id: int
    name: str
    class_name: str
    shape: Shape
    x: int
    y: int
    width: int
    height: int
    heading: int
    """How far it is turned, 0..1023."""
    points: tuple[tuple[int, int], ...]
    """Relative to (x, y), before turning."""
    gid: int
    visible: bool
    properties: Properties
    at: At
    anchor: tuple[int, int] = (0, 0)
    """Upper left corner relative to (x, y): tile objects stand on theirs."""
    degrees: Decimal = Decimal(0)
    """How far it is turned, as it was written: pictures are turned by this, not by headings."""
    text: str = ""
    """What a text object says."""
    opacity: Decimal = Decimal(1)

    def moved(self, dx: int, dy: int) -> "MapObject":
        """The same object elsewhere."""
        return self if not dx and not dy else replace(self, x=self.x + dx, y=self.y + dy)

    def middle(self) -> tuple[int, int]:
        """Its middle on the map; of a line, the first point."""
        if self.points:
            return self.vertices()[0]
        ax, ay = self.anchor
        return self._turned(ax + self.width // 2, ay + self.height // 2)

    def vertices(self) -> tuple[tuple[int, int], ...]:
        """The points of a line or polygon on the map, turned."""
        return tuple(self._turned(x, y) for x, y in self.points)

    def bounds(self) -> tuple[int, int, int, int]:
        """Left, top, width and height of the upright box around it on the map."""
        ax, ay = self.anchor
        corners = self.vertices() or tuple(
            self._turned(x, y)
            for x in (ax, ax + self.width)
            for y in (ay, ay + self.height)
        )
        left, top = min(x for x, _ in corners), min(y for _, y in corners)
        right, bottom = max(x for x, _ in corners), max(y for _, y in corners)
        return left, top, right - left, bottom - top

    def _turned(self, x: int, y: int) -> tuple[int, int]:
        if not self.heading:
            return self.x + x, self.y + y
        across, along = sin(self.heading), cos(self.heading)
        half = ONE // 2
        return (
            self.x + (x * along - y * across + half) // ONE,
            self.y + (x * across + y * along + half) // ONE,
        )


@dataclass(frozen=True, slots=True)
class Passed:
    """What a layer has of its own and from the groups around it. Offsets in sub-units."""

    visible: bool = True
    opacity: Decimal = Decimal(1)
    offset_x: int = 0
    offset_y: int = 0
    parallax_x: Decimal = Decimal(1)
    parallax_y: Decimal = Decimal(1)
    tints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LayerHead:
    """What all layers have."""

    id: int
    name: str
    class_name: str
    at: At
    passed: Passed
    properties: Properties


@dataclass(frozen=True, slots=True)
class TileLayer(LayerHead):
    """Tiles: raw gids [row, column] with their flag bits, of the map's size."""

    gids: Gids


@dataclass(frozen=True, slots=True)
class ObjectLayer(LayerHead):
    """Objects in document order; the layer's offset is already in their places."""

    objects: tuple[MapObject, ...]
    draw_order: str = "topdown"


@dataclass(frozen=True, slots=True)
class ImageLayer(LayerHead):
    """A picture laid on the map, or a layer that has none."""

    image: Image | None
    repeat: tuple[bool, bool] = (False, False)


Layer: TypeAlias = TileLayer | ObjectLayer | ImageLayer


@dataclass(frozen=True, slots=True)
class TiledMap:
    """A whole map. ``width, height`` in tiles; ``files`` are all files that it was read from."""

    path: Path
    shown: str
    at: At
    width: int
    height: int
    tile_width: int
    tile_height: int
    class_name: str
    properties: Properties
    tilesets: tuple[Tileset, ...]
    layers: tuple[Layer, ...]
    background: str = ""
    files: tuple[Path, ...] = field(default=())

    def objects(self) -> list[MapObject]:
        """All objects of all layers, in document order."""
        return [
            each for layer in self.layers if isinstance(layer, ObjectLayer)
            for each in layer.objects
        ]

    def tileset_of(self, gid: int) -> Tileset | None:
        """The tileset of a raw gid, or None for no tile."""
        bare = gid & GID_MASK
        return next((each for each in self.tilesets if each.holds(bare)), None)

"""Draws maps of this game from programs: the writer of Tiled files, held to the schema.

``MapDrawing`` works in tiles, refuses unknown classes and members at once, and gives every member
the type that Tiled expects, so that a program cannot write what ``suna check`` would refuse.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from game.content import schema
from game.content.tmx.writer import MapWriter, Properties, PropertyValue, Ref, Word, WrittenObject
from game.core.units import TILE_PX

Point = tuple[float, float]


class MapDrawing:
    """A map of this game being drawn; all places and sizes are in tiles and may be fractions.

    Layers appear in the file in the order of MAPS: the tile layers, then the object layers.
    """

    def __init__(self, width: int, height: int, **night: PropertyValue) -> None:
        """``night`` are members of the class ``Night``, such as ``story=True``."""
        properties = _members(schema.BY_NAME["Night"], night)
        self._writer = MapWriter(width, height, TILE_PX, "Night", properties)
        self._tiles: dict[str, NDArray[np.uint32]] = {}
        self._objects: dict[str, list[WrittenObject]] = {each: [] for each in schema.OBJECT_LAYERS}
        self._ids: dict[str, int] = {}

    def tileset(self, source: str, tile_count: int) -> int:
        """Refer to a ``.tsx`` by its path from the map; the gid of its first tile."""
        return self._writer.add_tileset(source, tile_count)

    def tiles(self, layer: str, gids: NDArray[np.uint32]) -> None:
        """Set a tile layer (``ground``, ``walls`` or ``over``): gids [height, width], 0 empty."""
        if layer not in schema.TILE_LAYERS:
            raise ValueError(f"no tile layer is called {layer!r}")
        self._tiles[layer] = gids

    def point(
        self, class_name: str, name: str, at: Point, **members: PropertyValue
    ) -> int:
        """Add a point object; its id. An object member takes a ``Ref`` or another's id."""
        return self._add(class_name, name, at, (0, 0), (), members)

    def box(
        self, class_name: str, name: str, at: Point, size: Point, **members: PropertyValue
    ) -> int:
        """Add a box from its upper left corner; its id."""
        return self._add(class_name, name, at, size, (), members)

    def line(
        self, class_name: str, name: str, points: Sequence[Point], **members: PropertyValue
    ) -> int:
        """Add a polyline (``Route`` or ``Crest``) through points of the map; its id."""
        if len(points) < 2:
            raise ValueError(f"{class_name} {name!r} needs two points or more")
        return self._add(class_name, name, points[0], (0, 0), points, members)

    def remark(self, at: Point, size: Point, text: str) -> int:
        """Write words on the map for whoever draws on; the game does not read them. Its id."""
        (x, y), (width, height) = at, size
        drawn = WrittenObject(
            self._writer.new_id(), "", "", _px(x), _px(y), _px(width), _px(height), text=text
        )
        self._objects["places"].append(drawn)
        return drawn.id

    def id_of(self, name: str) -> int:
        """Id of an object drawn before, by its name."""
        return self._ids[name]

    def text(self) -> str:
        """The whole file."""
        writer = self._writer
        writer.layers = []
        for name in schema.TILE_LAYERS:
            empty = np.zeros((writer.height, writer.width), np.uint32)
            writer.add_tiles(name, self._tiles.get(name, empty))
        for name in schema.OBJECT_LAYERS:
            writer.add_objects(name).objects = self._objects[name]
        return writer.text()

    def save(self, path: Path) -> None:
        """Write the file whole or not at all."""
        self.text()
        self._writer.save(path)

    def _add(
        self, class_name: str, name: str, at: Point, size: Point, points: Sequence[Point],
        members: Properties,
    ) -> int:
        known = schema.OBJECT_CLASSES.get(class_name)
        if known is None:
            raise ValueError(f"no object class is called {class_name!r}")
        if (schema.Shape.LINE in known.shapes) != bool(points):
            raise ValueError(f"{class_name} is drawn as {' or '.join(known.shapes)}")
        if known.shapes == (schema.Shape.BOX,) and not all(size):
            raise ValueError(f"{class_name} {name!r} needs a size")
        (x, y), (width, height) = at, size
        drawn = WrittenObject(
            self._writer.new_id(), name, class_name, _px(x), _px(y), _px(width), _px(height),
            points=[(_px(px - x), _px(py - y)) for px, py in points],
            properties=_members(known, members),
        )
        self._objects[known.layer].append(drawn)
        self._ids[name] = drawn.id
        return drawn.id


def _px(tiles: float) -> int | float:
    px = tiles * TILE_PX
    return int(px) if px == int(px) else float(px)


def _members(known: schema.Class, given: Properties) -> Properties:
    """Members typed as the schema says, defaults left out; ValueError for unknown ones."""
    return {
        name: typed
        for name, value in given.items()
        if (typed := _typed(known, name, value)) != _default(known, name)
    }


def _default(known: schema.Class, name: str) -> PropertyValue:
    member = known.member(name)
    assert member is not None
    return _typed(known, name, member.default)


def _typed(known: schema.Class, name: str, value: PropertyValue) -> PropertyValue:
    member = known.member(name)
    if member is None:
        members = ", ".join(each.name for each in known.members)
        raise ValueError(f"{known.name} has no member {name!r}; it has: {members}")
    match member.type:
        case "object" if isinstance(value, int):
            return Ref(value)
        case "float" if isinstance(value, int):
            return float(value)
        case "string" if member.choice and isinstance(value, str):
            if value not in schema.values_of(member):
                raise ValueError(f"{known.name}.{name} cannot be {value!r}")
            return Word(value, member.choice)
        case _:
            return value

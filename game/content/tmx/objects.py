"""Objects: attributes, shape, template, tile and class brought together into one plain value."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Final

from game.content.tmx.files import shown_name
from game.content.tmx.findings import At, quoted
from game.content.tmx.limits import MOST_POINTS, MOST_POINTS_IN_ALL, MOST_TILESETS
from game.content.tmx.model import GID_MASK, MapObject, Properties, Shape, Tile, Tileset
from game.content.tmx.numbers import (
    at_least_one,
    attribute,
    boolean,
    coordinate,
    count,
    decimal,
    heading_of_degrees,
    size,
)
from game.content.tmx.source import Source
from game.content.tmx.tilesets import ALIGNMENTS, read_tileset, renumbered
from game.content.tmx.values import merged, own_part, read_properties, with_defaults
from game.content.tmx.xml import LAYERS, Node
from game.core.units import SUB

_SHAPES: Final = {
    "ellipse": Shape.ELLIPSE, "point": Shape.POINT, "capsule": Shape.CAPSULE,
    "polygon": Shape.POLYGON, "polyline": Shape.POLYLINE, "text": Shape.TEXT,
}
_INHERITED: Final = (
    "name", "type", "class", "width", "height", "rotation", "gid", "visible", "opacity",
)
_MEND_POINTS: Final = "Draw the line again."
_UPRIGHT: Final = Decimal(0)
_OPAQUE: Final = Decimal(1)


@dataclass(slots=True)
class _Template:
    """A template file as its instances need it."""

    node: Node
    path: Path
    tileset: Tileset | None
    properties: Properties


class ObjectReader:
    """Reads the objects of one map; keeps templates, and may add tilesets that only they use."""

    def __init__(
        self, root: Node, base: Path, tilesets: list[Tileset], source: Source
    ) -> None:
        self.tilesets = tilesets
        self._base = base
        self._source = source
        self._highest = max(_ids_in(root))
        self._templates: dict[Path, _Template | None] = {}

    def read(self, node: Node, layer: str) -> MapObject:
        """An ``object`` element of a layer."""
        source, findings = self._source, self._source.findings
        number = self._number(node, layer)
        at = At(node.file, node.line, layer, number, node.get("name"))
        own = read_properties(node, source, self._base, at)
        template = self._template(node, at)
        inherited: Properties = {}
        of_template = template is not None and "gid" not in node.attributes
        if template is not None:
            node = _laid_over(node, template.node)
            inherited = template.properties
            at = replace(at, name=node.get("name"))
        gid = attribute(node, "gid", 0, count, findings, at)
        if template is not None and of_template and gid:
            gid = self._own_gid(gid, template, at)
        tileset, tile = self._tile_of(gid, at)
        class_name = node.get("type") or node.get("class")
        if tile is not None:
            class_name = class_name or tile.class_name
            inherited = merged(inherited, own_part(tile.properties))
        across, down = _size_of(tileset, tile)
        width = attribute(node, "width", across, size, findings, at)
        height = attribute(node, "height", down, size, findings, at)
        shape, points = self._shape(node, gid, at)
        degrees = attribute(node, "rotation", _UPRIGHT, decimal, findings, at)
        writing = node.find("text") if shape is Shape.TEXT else None
        return MapObject(
            number, node.get("name"), class_name, shape,
            attribute(node, "x", 0, coordinate, findings, at),
            attribute(node, "y", 0, coordinate, findings, at),
            width, height, heading_of_degrees(degrees) if degrees else 0,
            points, gid, attribute(node, "visible", True, boolean, findings, at),
            with_defaults(merged(own, inherited), class_name, source), at,
            _anchor(tileset, shape, width, height), degrees,
            writing.text if writing is not None else "",
            attribute(node, "opacity", _OPAQUE, decimal, findings, at),
        )

    def _number(self, node: Node, layer: str) -> int:
        """Its id. Where there is none, as in maps of before 2015, the next after the greatest."""
        at = At(node.file, node.line, layer, 0, node.get("name"))
        if "id" in node.attributes:
            return attribute(node, "id", 0, at_least_one, self._source.findings, at)
        self._highest += 1
        self._source.findings.warning("object-unnumbered", replace(at, object=self._highest),
                                      "it has no id of its own", "Save the map again in Tiled.")
        return self._highest

    def _tile_of(self, gid: int, at: At) -> tuple[Tileset | None, Tile | None]:
        """The tileset of a tile object, and what that says of its tile."""
        if not gid:
            return None, None
        bare = gid & GID_MASK
        tileset = next((each for each in self.tilesets if each.holds(bare)), None)
        tile = tileset.tiles.get(bare - tileset.first_gid) if tileset is not None else None
        if tileset is None or (tileset.image is None and tile is None):
            self._source.findings.error("gid-unknown", at, f"its tile {bare} is in no tileset",
                                        "Choose another tile, or add the tileset.")
        return tileset, tile

    def _shape(
        self, node: Node, gid: int, at: At
    ) -> tuple[Shape, tuple[tuple[int, int], ...]]:
        found = [child for child in node.children if child.tag in _SHAPES]
        if len(found) > 1:
            self._source.findings.error("object-shape", at, "it has more than one shape",
                                        "Draw it again.")
        if gid:
            return Shape.TILE, ()
        if not found:
            return (Shape.BOX if _is_sized(node) else Shape.POINT), ()
        shape = _SHAPES[found[0].tag]
        if shape in (Shape.POLYGON, Shape.POLYLINE):
            return shape, self._points(found[0], at)
        return shape, ()

    def _points(self, node: Node, at: At) -> tuple[tuple[int, int], ...]:
        findings = self._source.findings
        pairs = node.get("points").split()
        if not 2 <= len(pairs) <= MOST_POINTS:
            findings.error("points-count", at,
                           f"it has {len(pairs)} points, which must be 2 to {MOST_POINTS}",
                           _MEND_POINTS)
            return ((0, 0), (0, 0))
        self._source.budget.points += len(pairs)
        if self._source.budget.points > MOST_POINTS_IN_ALL:
            findings.fatal("too-many-points", at,
                           f"all lines together have over {MOST_POINTS_IN_ALL} points",
                           "Draw them with fewer.")
        points = []
        for pair in pairs:
            x, comma, y = pair.partition(",")
            try:
                points.append((coordinate(x), coordinate(y)))
            except ValueError as error:
                what = quoted(pair) if comma else f"{quoted(pair)} without a comma"
                findings.error("points-bad", at, f"its point {what} {error}", _MEND_POINTS)
                return ((0, 0), (0, 0))
        return tuple(points)

    def _template(self, node: Node, at: At) -> _Template | None:
        text = node.get("template")
        if not text:
            return None
        path = self._source.files.follow(self._base, text, at)
        if path is None:
            return None
        if path not in self._templates:
            self._templates[path] = self._read_template(path, text, node.file, at)
        return self._templates[path]

    def _read_template(self, path: Path, text: str, file: str, at: At) -> _Template | None:
        source = self._source
        root = source.tree(path, at, text, shown_name(file, text))
        if root is None:
            return None
        inner = root.find("object")
        if root.tag != "template" or inner is None:
            source.findings.error("template-kind", root.at, "the file holds no template",
                                  "Save the object as a template again.")
            return None
        if inner.get("template"):
            source.findings.error("template-loop", inner.at, "a template stands on a template",
                                  "Detach it and save it again.")
            return None
        tileset_node = root.find("tileset")
        tileset = read_tileset(tileset_node, path, source) if tileset_node is not None else None
        inner_at = replace(inner.at, name=inner.get("name"))
        return _Template(inner, path, tileset,
                         read_properties(inner, source, path, inner_at))

    def _own_gid(self, gid: int, template: _Template, at: At) -> int:
        """The map's gid of a template's tile; a tileset that the map lacks is added to it."""
        tileset = template.tileset
        bare = gid & GID_MASK
        if tileset is None or not tileset.holds(bare):
            if template.tileset is None and template.node.find("tileset") is None:
                self._source.findings.error("gid-unknown", at,
                                            "the tileset of its template is missing",
                                            "Save the template again.")
            return 0
        mine = next(
            (each for each in self.tilesets if each.path is not None and each.path == tileset.path),
            None,
        )
        if mine is None:
            if len(self.tilesets) >= MOST_TILESETS:
                self._source.findings.fatal("too-many-tilesets", at,
                                            f"there are over {MOST_TILESETS} tilesets with those "
                                            "of its templates", "Merge some of them.")
            after = max((each.first_gid + each.size for each in self.tilesets), default=1)
            mine = renumbered(tileset, after, at)
            self.tilesets.append(mine)
        return (gid & ~GID_MASK) | (bare - tileset.first_gid + mine.first_gid)


def _laid_over(node: Node, template: Node) -> Node:
    """An instance with what it does not say itself taken from its template."""
    attributes: dict[str, str] = {
        name: template.attributes[name] for name in _INHERITED if name in template.attributes
    }
    if node.get("type") or node.get("class"):
        attributes.pop("type", None)
        attributes.pop("class", None)
    attributes.update(node.attributes)
    children = list(node.children)
    if not any(child.tag in _SHAPES for child in children):
        children += [child for child in template.children if child.tag in _SHAPES]
    return Node(node.tag, attributes, node.file, node.line, children)


def _is_sized(node: Node) -> bool:
    return any(node.get(side, "0").strip("0.") for side in ("width", "height"))


def _size_of(tileset: Tileset | None, tile: Tile | None) -> tuple[int, int]:
    """Width and height of a tile in sub-units; none where there is none."""
    if tileset is None:
        return 0, 0
    width, height = tileset.tile_width, tileset.tile_height
    if tile is not None and tile.area is not None:
        width, height = tile.area[2:]
    return width * SUB, height * SUB


def _anchor(tileset: Tileset | None, shape: Shape, width: int, height: int) -> tuple[int, int]:
    if shape is not Shape.TILE:
        return 0, 0
    across, down = ALIGNMENTS[tileset.alignment if tileset is not None else "unspecified"]
    return -width * across // 2, -height * down // 2


def _ids_in(node: Node) -> Iterator[int]:
    """The ids of all objects below a node, and 0."""
    yield 0
    for child in node.children:
        if child.tag == "object":
            text = child.get("id", "0")
            yield int(text) if text.isdecimal() and len(text) <= 10 else 0
        elif child.tag in LAYERS:
            yield from _ids_in(child)

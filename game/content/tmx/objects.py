"""Objects: attributes, shape, template, tile and class brought together into one plain value."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from game.content.tmx.files import shown_name
from game.content.tmx.findings import At, quoted
from game.content.tmx.limits import MOST_OBJECTS, MOST_POINTS
from game.content.tmx.model import GID_MASK, MapObject, Properties, Shape, Tileset
from game.content.tmx.numbers import (
    at_least_one,
    attribute,
    boolean,
    coordinate,
    heading,
    integer,
    required,
    size,
)
from game.content.tmx.source import Source
from game.content.tmx.tilesets import ALIGNMENTS, read_tileset, renumbered
from game.content.tmx.values import merged, read_properties, with_defaults
from game.content.tmx.xml import Node, read_xml
from game.core.units import SUB

_SHAPES: Final = {
    "ellipse": Shape.ELLIPSE, "point": Shape.POINT, "capsule": Shape.CAPSULE,
    "polygon": Shape.POLYGON, "polyline": Shape.POLYLINE, "text": Shape.TEXT,
}
_INHERITED: Final = ("name", "type", "class", "width", "height", "rotation", "gid", "visible")
_MEND_POINTS: Final = "Draw the line again."


@dataclass(slots=True)
class _Template:
    node: Node
    path: Path
    tileset: Tileset | None
    properties: Properties


class ObjectReader:
    """Reads the objects of one map; keeps templates, and may add tilesets that only they use."""

    def __init__(self, base: Path, tilesets: list[Tileset], source: Source) -> None:
        self.tilesets = tilesets
        self._base = base
        self._source = source
        self._templates: dict[Path, _Template | None] = {}

    def read(self, node: Node, layer: str) -> MapObject | None:
        """An ``object`` element of a layer; None where nothing sensible is left of it."""
        findings = self._source.findings
        self._source.budget.objects += 1
        if self._source.budget.objects > MOST_OBJECTS:
            findings.fatal("too-many-objects", node.at, f"there are over {MOST_OBJECTS} objects",
                           "Split the map.")
        at = At(node.file, node.line, layer, 0, node.get("name"))
        number = required(node, "id", 0, at_least_one, findings, at)
        at = replace(at, object=number)
        own = read_properties(node, self._source, self._base, at)
        template = self._template(node, at)
        inherited: Properties = {}
        if template is not None:
            node = _laid_over(node, template.node)
            inherited = template.properties
            at = replace(at, name=node.get("name"))
        gid = attribute(node, "gid", 0, integer, findings, at)
        if template is not None and template.node.get("gid"):
            gid = self._own_gid(gid, template, at)
        tile_class, tile_properties, tile_size, alignment = self._of_tile(gid, at)
        class_name = node.get("type") or node.get("class") or tile_class
        properties = with_defaults(
            merged(own, inherited, tile_properties), class_name, self._source, at
        )
        width = attribute(node, "width", tile_size[0], size, findings, at)
        height = attribute(node, "height", tile_size[1], size, findings, at)
        shape, points = self._shape(node, gid, width, height, at)
        anchor = (0, 0)
        if shape is Shape.TILE:
            across, down = ALIGNMENTS[alignment]
            anchor = -width * across // 2, -height * down // 2
        return MapObject(
            number, node.get("name"), class_name, shape,
            attribute(node, "x", 0, coordinate, findings, at),
            attribute(node, "y", 0, coordinate, findings, at),
            width, height,
            attribute(node, "rotation", 0, heading, findings, at),
            points, gid, attribute(node, "visible", True, boolean, findings, at),
            properties, at, anchor,
        )

    def _of_tile(
        self, gid: int, at: At
    ) -> tuple[str, Properties, tuple[int, int], str]:
        """Class, properties, size in sub-units and alignment of a tile object's tile."""
        nothing: Properties = {}
        if not gid:
            return "", nothing, (0, 0), "unspecified"
        bare = gid & GID_MASK
        tileset = next((each for each in self.tilesets if each.holds(bare)), None)
        if tileset is None or (tileset.image is None and bare - tileset.first_gid
                               not in tileset.tiles):
            self._source.findings.error("gid-unknown", at, f"its tile {bare} is in no tileset",
                                        "Choose another tile, or add the tileset.")
            return "", nothing, (0, 0), "unspecified"
        tile = tileset.tiles.get(bare - tileset.first_gid)
        width, height = tileset.tile_width, tileset.tile_height
        if tile is None:
            return "", nothing, (width * SUB, height * SUB), tileset.alignment
        if tile.area is not None:
            width, height = tile.area[2:]
        return (
            tile.class_name, tile.properties, (width * SUB, height * SUB), tileset.alignment,
        )

    def _shape(
        self, node: Node, gid: int, width: int, height: int, at: At
    ) -> tuple[Shape, tuple[tuple[int, int], ...]]:
        found = [child for child in node.children if child.tag in _SHAPES]
        if len(found) > 1:
            self._source.findings.error("object-shape", at, "it has more than one shape",
                                        "Draw it again.")
        if gid:
            return Shape.TILE, ()
        if not found:
            return (Shape.BOX if width or height else Shape.POINT), ()
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
        blob = source.files.read(path, at, text)
        shown = shown_name(file, text)
        root = read_xml(blob, shown, source.findings, source.budget) if blob is not None else None
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

"""Reads XML within bounds into plain nodes that know their line.

Stands on expat itself: no entity is ever expanded, no document type is obeyed, and depth, size
and number of elements are held while parsing, not after.
"""

from array import array
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

from game.content.tmx.findings import At, Findings, quoted
from game.content.tmx.limits import (
    MOST_ATTRIBUTES,
    MOST_CHUNKS,
    MOST_DEPTH,
    MOST_ELEMENTS,
    MOST_KEPT,
    MOST_LAYERS,
    MOST_OBJECTS,
    MOST_PROPERTIES,
    MOST_TAG_BYTES,
    MOST_TILE_NOTES,
    MOST_TILESETS,
    Budget,
)

LAYERS: Final = frozenset({"layer", "objectgroup", "imagelayer", "group"})
_PIECE_BYTES: Final = 65536
_MOST_COMMON: Final = 4096
_WITH_TEXT: Final = frozenset({"data", "chunk", "property", "text", "item"})
_ROOTS: Final = frozenset({"map", "tileset", "template"})
_KEPT: Final = _ROOTS | LAYERS | _WITH_TEXT | frozenset({
    "animation", "capsule", "ellipse", "frame", "image", "object", "point", "polygon", "polyline",
    "properties", "tile", "tileoffset",
})
"""Elements that mean something here. Of all others, such as terrains, nothing is kept."""
_COUNTED: Final = LAYERS | {"object", "tileset", "property", "chunk", "tile"}
"""Elements that have bounds of their own."""


@dataclass(slots=True)
class Node:
    """One element. ``cells`` holds the gids of XML tile data, which make no nodes of their
    own; -1 stands for what is no gid."""

    tag: str
    attributes: dict[str, str]
    file: str
    line: int
    children: "list[Node] | tuple[()]" = ()
    text: str = ""
    cells: "array[int] | None" = None

    @property
    def at(self) -> At:
        """The place of the element, for findings."""
        return At(self.file, self.line)

    def get(self, name: str, default: str = "") -> str:
        """An attribute, or the default where it is absent."""
        return self.attributes.get(name, default)

    def find(self, tag: str) -> "Node | None":
        """The first child of that tag, or None."""
        return next((child for child in self.children if child.tag == tag), None)

    def all(self, tag: str) -> list["Node"]:
        """All children of that tag, in document order."""
        return [child for child in self.children if child.tag == tag]


class _RefusedError(Exception):
    """Parsing must stop: ``code``, what is wrong, and the mend."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def read_xml(blob: bytes, file: str, findings: Findings, budget: Budget) -> Node | None:
    """The root element of a document, or None with an error among the findings."""
    tree = _Tree(file, budget)
    try:
        return tree.read(blob)
    except _RefusedError as refused:
        at = At(file, tree.line)
        findings.error(refused.code, at, refused.message, refused.hint)
    except expat.ExpatError as error:
        what = expat.errors.messages.get(error.code, "not well-formed")
        at = At(file, error.lineno)
        findings.error("xml", at, f"this is not sound XML ({what})", "Save it again in Tiled.")
    except (ValueError, LookupError) as error:
        at = At(file)
        findings.error("xml", at, f"this is not sound XML ({error})", "Save it as UTF-8.")
    return None


class _Tree:
    """The tree of one document while expat reads it."""

    def __init__(self, file: str, budget: Budget) -> None:
        self._file = file
        self._budget = budget
        self._open: list[Node] = []
        self._pieces: list[str] = []
        self._common: dict[str, str] = {}
        self._depth = 0
        self._skipped_from = 0
        """The depth of the element of which nothing is kept; 0 for none."""
        self._root: Node | None = None
        self._parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._entity
        parser.ExternalEntityRefHandler = self._entity

    @property
    def line(self) -> int:
        return max(1, self._parser.CurrentLineNumber)

    def read(self, blob: bytes) -> Node:
        for start in range(0, len(blob), _PIECE_BYTES):
            piece = blob[start : start + _PIECE_BYTES]
            self._parser.Parse(piece, False)
            # what the parser still holds back is a tag that has not ended
            if start + len(piece) - self._parser.CurrentByteIndex > MOST_TAG_BYTES:
                raise _RefusedError("too-long", f"a tag is longer than {MOST_TAG_BYTES} bytes",
                                    "Shorten the line or text that it holds.")
        self._parser.Parse(b"", True)
        if self._root is None:
            raise _RefusedError("xml", "the file is empty", "Save it again in Tiled.")
        return self._root

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise _RefusedError("too-deep", f"elements lie more than {MOST_DEPTH} deep",
                                "Flatten the groups.")
        self._count(attributes)
        if self._skipped_from:
            return
        parent = self._open[-1] if self._open else None
        above = parent.tag if parent is not None else ""
        if tag == "tile" and parent is not None and above in ("data", "chunk"):
            self._skipped_from = self._depth
            _add_cell(parent, attributes)
            return
        # what stands in a tile of a tileset are its collision shapes
        if (above and tag not in _KEPT) or (tag == "objectgroup" and above == "tile"):
            self._skipped_from = self._depth
            return
        self._budget.kept += 1
        _hold("elements", self._budget.kept, MOST_KEPT, "Split the map.")
        if tag in _COUNTED:
            self._count_kind(tag, parent)
        node = Node(tag, self._shared(attributes), self._file, self._parser.CurrentLineNumber)
        if parent is None:
            self._root = node
        elif parent.children:
            parent.children.append(node)
        else:
            parent.children = [node]
        self._open.append(node)
        self._pieces = []

    def _count(self, attributes: dict[str, str]) -> None:
        budget = self._budget
        budget.elements += 1
        if budget.elements > MOST_ELEMENTS:
            raise _RefusedError("too-many-elements",
                                f"there are more than {MOST_ELEMENTS} elements",
                                "Split the map, or let Tiled save its layers as CSV.")
        budget.attributes += len(attributes)
        if budget.attributes > MOST_ATTRIBUTES:
            raise _RefusedError("too-many-attributes",
                                f"there are more than {MOST_ATTRIBUTES} attributes",
                                "Split the map.")

    def _shared(self, attributes: dict[str, str]) -> dict[str, str]:
        """The same attributes; what was often said before is kept once."""
        common = self._common
        for name, value in attributes.items():
            if value in common:
                attributes[name] = common[value]
            elif len(common) < _MOST_COMMON:
                common[value] = value
        return attributes

    def _count_kind(self, tag: str, parent: Node | None) -> None:
        """Hold the counts that have bounds of their own, while the file is still being parsed."""
        budget = self._budget
        above = parent.tag if parent is not None else ""
        match tag:
            case "object" if above == "objectgroup":
                budget.objects += 1
                _hold("objects", budget.objects, MOST_OBJECTS, "Split the map.")
            case "layer" | "objectgroup" | "imagelayer":
                budget.layers += 1
                _hold("layers", budget.layers, MOST_LAYERS, "Merge some of them.")
            case "group":
                budget.groups += 1
                _hold("groups", budget.groups, MOST_LAYERS, "Merge some of them.")
            case "tileset" if above == "map":
                budget.tilesets += 1
                _hold("tilesets", budget.tilesets, MOST_TILESETS, "Merge some of them.")
            case "property" if parent is not None:
                _hold("properties", len(parent.children) + 1, MOST_PROPERTIES, "Remove some.")
            case "chunk":
                budget.chunks += 1
                _hold("chunks", budget.chunks, MOST_CHUNKS, "Save the map with larger chunks.")
            case "tile":
                budget.tile_notes += 1
                _hold("tile-notes", budget.tile_notes, MOST_TILE_NOTES, "Split the tileset.")

    def _end(self, _tag: str) -> None:
        depth = self._depth
        self._depth -= 1
        if self._skipped_from:
            if depth == self._skipped_from:
                self._skipped_from = 0
            return
        node = self._open.pop()
        if self._pieces:
            if node.tag in _WITH_TEXT:
                node.text = "".join(self._pieces)
            self._pieces = []

    def _characters(self, text: str) -> None:
        if self._open and self._open[-1].tag in _WITH_TEXT and not self._skipped_from:
            self._pieces.append(text)

    def _doctype(self, _name: str, _system: object, _public: object, internal: int) -> None:
        if internal:
            raise _RefusedError("dtd", "the file brings its own document type",
                                "Remove the <!DOCTYPE ...> lines: Tiled writes none.")

    def _entity(self, name: object, *_rest: object) -> int:
        raise _RefusedError("entity", f"the file uses an entity of its own, {quoted(str(name))}",
                            "Write the text itself: Tiled uses no entities.")


def _add_cell(parent: Node, attributes: dict[str, str]) -> None:
    if parent.cells is None:
        parent.cells = array("q")
    gid = attributes.get("gid", "0")
    sound = len(gid) <= 10 and gid.isascii() and gid.isdigit()
    parent.cells.append(int(gid) if sound else -1)


def _hold(what: str, found: int, most: int, hint: str) -> None:
    if found > most:
        words = what.replace("-", " ")
        raise _RefusedError(f"too-many-{what}", f"there are over {most} {words}", hint)

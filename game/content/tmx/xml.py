"""Reads XML within bounds into plain nodes that know their line.

Stands on expat itself: no entity is ever expanded, no document type is obeyed, and depth, size
and number of elements are held while parsing, not after.
"""

from array import array
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

from game.content.tmx.findings import At, Findings, quoted
from game.content.tmx.limits import MOST_DEPTH, MOST_ELEMENTS, MOST_TAG_BYTES, Budget

_PIECE_BYTES: Final = 65536
_WITH_TEXT: Final = frozenset({"data", "chunk", "property", "text", "item"})


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
    def __init__(self, file: str, budget: Budget) -> None:
        self._file = file
        self._budget = budget
        self._open: list[Node] = []
        self._pieces: list[str] = []
        self._skipping = 0
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
        parent = self._open[-1] if self._open else None
        if tag == "tile" and parent is not None and parent.tag in ("data", "chunk"):
            self._cell(parent, attributes)
            return
        if self._skipping:
            self._skipping += 1
            return
        if len(self._open) >= MOST_DEPTH:
            raise _RefusedError("too-deep", f"elements lie more than {MOST_DEPTH} deep",
                           "Flatten the groups.")
        self._count()
        node = Node(tag, attributes, self._file, self._parser.CurrentLineNumber)
        if parent is None:
            self._root = node
        elif parent.children:
            parent.children.append(node)
        else:
            parent.children = [node]
        self._open.append(node)
        self._pieces = []

    def _count(self) -> None:
        self._budget.elements += 1
        if self._budget.elements > MOST_ELEMENTS:
            raise _RefusedError("too-many-elements",
                                f"there are more than {MOST_ELEMENTS} elements",
                                "Split the map, or let Tiled save its layers as CSV.")

    def _cell(self, parent: Node, attributes: dict[str, str]) -> None:
        self._skipping += 1
        self._count()
        if parent.cells is None:
            parent.cells = array("q")
        gid = attributes.get("gid", "0")
        sound = len(gid) <= 10 and gid.isascii() and gid.isdigit()
        parent.cells.append(int(gid) if sound else -1)

    def _end(self, _tag: str) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        node = self._open.pop()
        if node.tag in _WITH_TEXT:
            node.text = "".join(self._pieces)
        self._pieces = []

    def _characters(self, text: str) -> None:
        if self._open and self._open[-1].tag in _WITH_TEXT and not self._skipping:
            self._pieces.append(text)

    def _doctype(self, _name: str, _system: object, _public: object, internal: int) -> None:
        if internal:
            raise _RefusedError("dtd", "the file brings its own document type",
                           "Remove the <!DOCTYPE ...> lines: Tiled writes none.")

    def _entity(self, name: object, *_rest: object) -> int:
        raise _RefusedError("entity", f"the file uses an entity of its own, {quoted(str(name))}",
                       "Write the text itself: Tiled uses no entities.")

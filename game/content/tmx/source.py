"""What reading one map needs throughout: its files, its bounds, its classes and its findings."""

from dataclasses import dataclass, field
from pathlib import Path

from game.content.tmx.classes import Classes
from game.content.tmx.files import Files
from game.content.tmx.findings import At, Findings
from game.content.tmx.limits import Budget
from game.content.tmx.xml import Node, read_xml


@dataclass(slots=True)
class Source:
    """Handed to every part of the reader; made once for each map."""

    files: Files
    findings: Findings
    budget: Budget
    classes: Classes
    picture_sizes: dict[Path, tuple[int, int] | None] = field(default_factory=dict)
    """Width and height of every picture looked at; None for a bad one, told already."""

    def tree(self, path: Path, at: At, named: str, shown: str) -> Node | None:
        """The elements of an XML file, or None with an error.

        ``at`` refers to it by the path ``named``; findings inside it say ``shown``.
        """
        blob = self.files.read(path, at, named)
        return None if blob is None else read_xml(blob, shown, self.findings, self.budget)

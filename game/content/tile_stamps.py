"""Where the pictures of several tiles stand in their tilesets, as ``stamps.json`` tells."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Stamps:
    """The stamps of one tileset; ids count from its first tile."""

    columns: int
    _stamps: dict[str, dict[str, int]]
    """First tile, width and height of each."""

    @classmethod
    def of(cls, tilesets: Path, name: str) -> "Stamps":
        """The stamps of a tileset of ours, from the folder that it lies in."""
        index = json.loads((tilesets / "stamps.json").read_text(encoding="utf-8"))
        return cls(index["columns"], index["tilesets"][name])

    def tile(self, stamp: str, column: int = 0, row: int = 0) -> int:
        """The id of one tile of a stamp."""
        return self._stamps[stamp]["first"] + row * self.columns + column

    def size(self, stamp: str) -> tuple[int, int]:
        """Columns and rows of a stamp."""
        return self._stamps[stamp]["width"], self._stamps[stamp]["height"]


def tile_count(tileset: Path) -> int:
    """How many tiles a ``.tsx`` of ours announces."""
    text = tileset.read_text(encoding="utf-8")
    return int(text.split('tilecount="', 1)[1].split('"', 1)[0])

"""Reads ``.world`` files: where several maps lie beside each other. Held to bounds as maps are."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.content.tmx.files import Files
from game.content.tmx.findings import At, Findings, quoted
from game.content.tmx.limits import (
    MOST_COORDINATE_PX,
    MOST_NAME_LETTERS,
    MOST_PROJECT_BYTES,
    MOST_WORLD_MAPS,
    Budget,
)

SUFFIX: Final = ".world"
_SAVE_AGAIN: Final = "Save the world again in Tiled."
_NUMBER: Final = re.compile(r"\((?:-\?|\[\+-\]\?)?(?:\\d|\[0-9\])[+*]\)")
_LITERAL: Final = re.compile(r"(?:[A-Za-z0-9_ .-]|\\[.()+-])*")
_PADDING: Final = "0*"
_MOST: Final = 2**31
_WHOLE: Final = re.compile(r"[+-]?[0-9]{1,7}")


@dataclass(frozen=True, slots=True)
class WorldMap:
    """One map of a world. ``x, y`` in pixels; ``size`` is what the world file says it is."""

    path: Path
    shown: str
    at: At
    x: int
    y: int
    size: tuple[int, int] | None = None

    def overlaps(self, other: "WorldMap") -> bool:
        """Whether two maps whose sizes are known lie over each other."""
        if self.size is None or other.size is None:
            return False
        return (
            self.x < other.x + other.size[0] and other.x < self.x + self.size[0]
            and self.y < other.y + other.size[1] and other.y < self.y + self.size[1]
        )


@dataclass(frozen=True, slots=True)
class World:
    """A whole world: its maps, each once, in the order of the file."""

    shown: str
    at: At
    maps: tuple[WorldMap, ...]


def read_world(path: Path, findings: Findings) -> World:
    """The maps that a world file names; none of them is opened.

    What is wrong goes to ``findings``. Raises MapError where nothing can be made of the file.
    """
    shown = path.as_posix()
    at = At(shown)
    files = Files(path, findings, Budget())
    blob = files.read(files.map_path, at, shown, MOST_PROJECT_BYTES)
    findings.raise_errors()
    assert blob is not None
    return _Reader(blob, shown, files, findings).read()


class _Reader:
    """Reads one world file; each map is taken once."""

    def __init__(self, blob: bytes, shown: str, files: Files, findings: Findings) -> None:
        self._blob = blob
        self._shown = shown
        self._files = files
        self._findings = findings
        self._at = At(shown)
        self._maps: dict[Path, WorldMap] = {}

    def read(self) -> World:
        try:
            data = json.loads(self._blob)
        except (ValueError, RecursionError) as error:
            line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
            self._findings.fatal("world", At(self._shown, line), "this is not sound JSON",
                                 _SAVE_AGAIN)
        if not isinstance(data, dict) or data.get("type", "world") != "world":
            self._findings.fatal("world", self._at, "this is not a Tiled world",
                                 "Choose a .world file.")
        for at, entry in self._entries(data, "maps", "fileName"):
            self._map(entry, at)
        for at, entry in self._entries(data, "patterns", "regexp"):
            self._pattern(entry, at)
        if not self._maps:
            self._findings.error("world-empty", self._at, "there are no maps in this world",
                                 "Add some with World > Add Map.")
        return World(self._shown, self._at, tuple(self._maps.values()))

    def _entries(
        self, data: dict[str, object], name: str, key: str
    ) -> Iterator[tuple[At, dict[str, object]]]:
        """The objects of a list, each with the line of its nth ``key``: JSON knows no lines."""
        listed = data.get(name, [])
        if not isinstance(listed, list):
            self._findings.error("world", self._at, f"its {name} are not a list", _SAVE_AGAIN)
            return
        said = re.finditer(rb'"%s"' % key.encode(), self._blob)
        for entry in listed:
            found = next(said, None)
            line = 1 if found is None else self._blob.count(b"\n", 0, found.start()) + 1
            at = At(self._shown, line)
            if isinstance(entry, dict) and isinstance(entry.get(key), str):
                yield at, entry
            else:
                self._findings.error("world", at, f"one of its {name} has no {key}", _SAVE_AGAIN)

    def _map(self, entry: dict[str, object], at: At) -> None:
        text = str(entry["fileName"])
        x, y, width, height = (
            self._number(entry, name, at) for name in ("x", "y", "width", "height")
        )
        path = self._files.follow(self._files.map_path, text, at)
        if path is None:
            return
        if path.suffix.lower() != ".tmx":
            self._findings.error("world-kind", at, f"{quoted(text)} is not a .tmx map",
                                 "Save it as .tmx and add that.")
            return
        self._add(path, text, at, x, y, (width, height) if width > 0 and height > 0 else None)

    def _pattern(self, entry: dict[str, object], at: At) -> None:
        """Take all maps beside the world whose names hold two numbers, as the pattern says."""
        text = str(entry["regexp"])
        names = [self._number(entry, name, at, default) for name, default in (
            ("multiplierX", 1), ("multiplierY", 1), ("offsetX", 0), ("offsetY", 0),
            ("mapWidth", 0), ("mapHeight", 0),
        )]
        # any other expression could keep us busy for ever
        bare = _NUMBER.sub("", text).replace(_PADDING, "", 2)
        if len(_NUMBER.findall(text)) != 2 or not _LITERAL.fullmatch(bare):
            self._findings.error(
                "world-pattern", at,
                f"the pattern {quoted(text)} is more than letters and two numbers",
                r"Write it like map_(\d+)_(\d+)\.tmx, or list the maps.",
            )
            return
        times_x, times_y, add_x, add_y, width, height = names
        size = (width or abs(times_x), height or abs(times_y))
        for name in self._files.beside(self._files.map_path):
            found = re.fullmatch(text, name) if len(name) <= MOST_NAME_LETTERS else None
            numbers = found.groups() if found and name.lower().endswith(".tmx") else ()
            if numbers and all(map(_WHOLE.fullmatch, numbers)):
                column, row = map(int, numbers)
                path = self._files.follow(self._files.map_path, name, at)
                if path is not None and path not in self._maps:
                    self._add(path, name, at, column * times_x + add_x, row * times_y + add_y, size)

    def _add(
        self, path: Path, text: str, at: At, x: int, y: int, size: tuple[int, int] | None
    ) -> None:
        if path in self._maps:
            self._findings.error("world-twice", at, f"{quoted(text)} is there twice",
                                 "Remove one of them.")
            return
        if len(self._maps) >= MOST_WORLD_MAPS:
            self._findings.fatal("world-too-many", at, f"there are over {MOST_WORLD_MAPS} maps",
                                 "Split the world.")
        if max(abs(x), abs(y)) > MOST_COORDINATE_PX:
            self._findings.error("world-far", at, f"{quoted(text)} lies at ({x}, {y}), far off "
                                 "any world", "Move it.")
            return
        shown = (Path(self._shown).parent / text).as_posix()
        self._maps[path] = WorldMap(path, shown, at, x, y, size)

    def _number(self, entry: dict[str, object], name: str, at: At, default: int = 0) -> int:
        value = entry.get(name, default)
        if isinstance(value, bool) or not isinstance(value, int) or abs(value) > _MOST:
            self._findings.error("bad-number", at, f"{name} is no whole number of pixels",
                                 _SAVE_AGAIN)
            return default
        return value

"""Notices when a map's files are saved and loads them aside while the game goes on.

A file is known by its time, size and inode: editors write over a file, put another in its place or
delete it first. What is read must have been still for a moment, so half a file is hardly ever read;
where it is, it does not load, and the next look finds the rest.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Final, TypeAlias

from game.content.errors import InputError
from game.content.levels import LoadedMap, load_map

LOOK_EVERY_TICKS: Final = 15
"""A quarter of a second."""
_SETTLE_TICKS: Final = 6
_RETRY_LOOKS: Final = 8
"""After so many looks a map that could not be read is tried again: what it lacked may have come."""

Outcome: TypeAlias = LoadedMap | InputError
_Stamp: TypeAlias = tuple[int, int, int]


class Loading:
    """A map being read on a thread of its own."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._outcome: Outcome | None = None
        self._crash: Exception | None = None
        self._thread = Thread(target=self._work, name="map", daemon=True)
        self._thread.start()

    def outcome(self, wait: bool = False) -> Outcome | None:
        """The map, or what is wrong with it; None while it is being read."""
        if wait:
            self._thread.join()
        if self._thread.is_alive():
            return None
        if self._crash is not None:
            raise self._crash
        return self._outcome

    def _work(self) -> None:
        try:
            self._outcome = load_map(self._path)
        except InputError as error:
            self._outcome = error
        except Exception as error:
            self._crash = error  # raised where somebody asks: a thread has nobody to tell


@dataclass(slots=True)
class MapWatch:
    """The files of one map. Call ``tick`` once a tick, or ``look`` to look at once."""

    path: Path
    files: Sequence[Path]
    trouble: str = ""
    """What is wrong with the map on disk, in one line; empty when it is the map in play."""
    loading: Loading | None = None
    _known: list[_Stamp] = field(default_factory=list)
    """The files as they were when they were last read."""
    _last: list[_Stamp] = field(default_factory=list)
    """The files as they were at the last look."""
    _wait: int = LOOK_EVERY_TICKS
    _looks_in_trouble: int = 0

    def __post_init__(self) -> None:
        self._known = self._last = self._stamps()

    def tick(self) -> Outcome | None:
        """What was saved and read since, once; None when there is nothing new."""
        self._wait -= 1
        if self._wait <= 0:
            self._wait = _SETTLE_TICKS if self.look() else LOOK_EVERY_TICKS
        return self.take()

    def look(self) -> bool:
        """Look at the disk; begin to read what has changed and is still. True if it moves yet."""
        stamps = self._stamps()
        moves, self._last = stamps != self._last, stamps
        if moves or self.loading is not None:
            return moves
        if self.trouble:
            self._looks_in_trouble += 1
        if stamps != self._known or self._looks_in_trouble >= _RETRY_LOOKS:
            self._known, self._looks_in_trouble = stamps, 0
            self.loading = Loading(self.path)
        return False

    def take(self, wait: bool = False) -> Outcome | None:
        """What has been read; with ``wait``, even if that takes a while."""
        outcome = self.loading.outcome(wait) if self.loading is not None else None
        if outcome is None:
            return None
        self.loading = None
        if isinstance(outcome, LoadedMap):
            self.trouble = ""
            self._now_of(outcome.scenery.files)
            return outcome
        line = str(outcome).splitlines()[0].replace(f"{self.path.parent}/", "")
        news, self.trouble = line != self.trouble, line
        return outcome if news else None

    def _now_of(self, files: Sequence[Path]) -> None:
        """Watch the files that the map is made of now; those known before keep their stamps."""
        if tuple(files) == tuple(self.files):
            return
        known = dict(zip(self.files, self._known, strict=True))
        last = dict(zip(self.files, self._last, strict=True))
        self.files = files
        now = dict(zip(files, self._stamps(), strict=True))
        self._known = [known.get(file, now[file]) for file in files]
        self._last = [last.get(file, now[file]) for file in files]

    def _stamps(self) -> list[_Stamp]:
        return [_stamp(file) for file in self.files]


def _stamp(file: Path) -> _Stamp:
    """Time, size and inode of a file; zeros while it is missing."""
    try:
        found = file.stat()
    except OSError:
        return (0, 0, 0)
    return (found.st_mtime_ns, found.st_size, found.st_ino)

"""Notices when Tiled has saved a map's files, by their times on disk."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

_LOOK_EVERY_TICKS: Final = 20
_SETTLE_TICKS: Final = 6


@dataclass(slots=True)
class MapWatch:
    """The files of one map. Ask ``changed`` once a tick."""

    files: Sequence[Path]
    _times: list[int] = field(default_factory=list)
    _ticks: int = 0
    _settle: int = 0

    def __post_init__(self) -> None:
        self._times = self._look()

    def changed(self) -> bool:
        """Whether a file was written; told once it has been still for a moment."""
        self._ticks += 1
        if self._ticks % _LOOK_EVERY_TICKS == 0:
            times = self._look()
            if times != self._times:
                self._times, self._settle = times, _SETTLE_TICKS
        if self._settle:
            self._settle -= 1
            return self._settle == 0
        return False

    def _look(self) -> list[int]:
        return [_time(file) for file in self.files]


def _time(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0

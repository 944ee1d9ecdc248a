"""Which lines of talk the player has read in any night: what skipping may run through.

They belong to the player and not to a night: loading an older save takes none of them back.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import msgspec

from game.app.files import write_atomically

FILE_NAME: Final = "read_lines.json"


@dataclass(slots=True)
class ReadLines:
    """The ids of lines and answers that stood whole before the player went on."""

    folder: Path
    _ids: set[str] = field(default_factory=set)
    _kept: int = 0
    """How many of them are on the disk."""

    @classmethod
    def load(cls, folder: Path) -> "ReadLines":
        """Those of a folder; none if the file is missing or spoilt, for then they are new again."""
        try:
            ids = set(msgspec.json.decode((folder / FILE_NAME).read_bytes(), type=list[str]))
        except (OSError, msgspec.MsgspecError):
            ids = set()
        return cls(folder, ids, len(ids))

    def __contains__(self, line: object) -> bool:
        return line in self._ids

    def add(self, line: str) -> None:
        """One more was read."""
        self._ids.add(line)

    def keep(self) -> None:
        """Write down what is new; a disk that takes nothing costs no night."""
        if len(self._ids) == self._kept:
            return
        try:
            write_atomically(self.folder / FILE_NAME, msgspec.json.encode(sorted(self._ids)))
        except OSError:
            return
        self._kept = len(self._ids)

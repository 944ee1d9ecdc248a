"""Which lines of talk the player has read in any night: what ``skip read`` may run through."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec

from game.app.files import write_atomically

FILE_NAME: Final = "read_lines.json"


def load_read(folder: Path) -> set[str]:
    """The ids of lines read; none if the file is missing or spoilt, for then they are new again."""
    try:
        return set(msgspec.json.decode((folder / FILE_NAME).read_bytes(), type=list[str]))
    except (OSError, msgspec.MsgspecError):
        return set()


def keep_read(folder: Path, lines: Iterable[str]) -> None:
    """Write them down; a disk that takes nothing costs no night."""
    try:
        write_atomically(folder / FILE_NAME, msgspec.json.encode(sorted(lines)))
    except OSError:
        return

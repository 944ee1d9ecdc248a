"""Writing the player's files so that a crash or a full disk never spoils what was there."""

import os
from pathlib import Path


def write_atomically(path: Path, data: bytes, keep_old: bool = False) -> None:
    """Replace a file by new bytes in one step; ``keep_old`` leaves the last one as ``.old``.

    Raises OSError; the file that was there is then still there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(path.suffix + ".new")
    try:
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if keep_old and path.exists():
            path.replace(old_of(path))
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


def old_of(path: Path) -> Path:
    """Where the last good one of a file is kept."""
    return path.with_suffix(path.suffix + ".old")

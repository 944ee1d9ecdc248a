"""Writing files so that nobody ever finds half of one."""

from pathlib import Path


def write_atomically(path: Path, content: str | bytes) -> None:
    """Put text (as UTF-8) or bytes into a file by renaming a finished neighbour over it.

    Raises OSError; what stood there before is then still there. The player's own files, which must
    outlast a crash of the machine as well, are written by ``game.app.files``.
    """
    fresh = path.with_name(path.name + ".new")
    try:
        fresh.write_bytes(content if isinstance(content, bytes) else content.encode())
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise

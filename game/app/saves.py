"""Saved nights: a header that a menu can show, the World's snapshot, and a checksum over both.

File layout: magic, version byte, 16 bytes of checksum, length of the header (4 bytes,
little-endian), header as JSON, snapshot. The last good one of each slot is kept beside it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from struct import Struct
from typing import Final

import msgspec

from game.app.files import old_of, write_atomically
from game.content.errors import InputError

MAGIC: Final = b"SUNASAVE"
FORMAT: Final = 1
SUFFIX: Final = ".night"
AUTO_SLOTS: Final = ("auto_1", "auto_2", "auto_3")
QUICK_SLOT: Final = "quick"
MANUAL_SLOTS: Final = ("night_1", "night_2", "night_3")
SLOTS: Final = (*AUTO_SLOTS, QUICK_SLOT, *MANUAL_SLOTS)
_LENGTH: Final = Struct("<I")
_CHECK_BYTES: Final = 16
_MOST_BYTES: Final = 64 * 1024 * 1024


class SaveError(InputError):
    """A save cannot be read; one line that names the file."""


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a save says of itself."""

    game: str
    map: str
    """The map's file: its name if it came with the game, else its whole path."""
    digest: str
    """The level's digest."""
    where: str
    """String id of what there was to do."""
    minutes: int
    """The night's clock, in minutes after midnight."""
    seed: int
    tick: int
    preset: str
    saved: float
    """When it was written, in seconds since 1970: only to tell which is the newest."""


@dataclass(frozen=True, slots=True)
class Save:
    """A save that has been read."""

    path: Path
    header: Header
    snapshot: bytes

    @property
    def slot(self) -> str:
        """Name of the slot it lies in."""
        return self.path.name.partition(".")[0]


def write_save(folder: Path, slot: str, header: Header, snapshot: bytes) -> Path:
    """Write a slot, keeping what was in it as ``.old``. Raises OSError."""
    if not re.fullmatch(r"[a-z0-9_]+", slot):
        raise ValueError(f"{slot!r} is no name of a slot")
    head = msgspec.json.encode(header)
    body = _LENGTH.pack(len(head)) + head + snapshot
    path = folder / f"{slot}{SUFFIX}"
    data = MAGIC + bytes([FORMAT]) + _digest(body) + body
    write_atomically(path, data, keep_old=True)
    return path


def read_save(path: Path) -> Save:
    """Read one file. Raises SaveError."""
    start = len(MAGIC) + 1 + _CHECK_BYTES
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise SaveError(f"{path}: too large for a saved night")
        data = path.read_bytes()
    except OSError as error:
        raise SaveError(f"{path}: cannot be read: {error.strerror}") from error
    if not data.startswith(MAGIC) or len(data) < start + _LENGTH.size:
        raise SaveError(f"{path}: this is not a saved night")
    if data[len(MAGIC)] != FORMAT:
        raise SaveError(f"{path}: format {data[len(MAGIC)]}, this game reads {FORMAT}")
    check, body = data[start - _CHECK_BYTES : start], data[start:]
    if _digest(body) != check:
        raise SaveError(f"{path}: the file is damaged")
    (length,) = _LENGTH.unpack(body[: _LENGTH.size])
    end = _LENGTH.size + length
    try:
        header = msgspec.json.decode(body[_LENGTH.size : end], type=Header)
    except msgspec.MsgspecError as error:
        raise SaveError(f"{path}: {error}") from error
    return Save(path, header, body[end:])


def read_slot(folder: Path, slot: str) -> tuple[Save | None, str]:
    """The save in a slot, or the older one beside it; and one line if the newer one is bad."""
    path = folder / f"{slot}{SUFFIX}"
    trouble = ""
    for file in (path, old_of(path)):
        if not file.exists():
            continue
        try:
            return read_save(file), trouble
        except SaveError as error:
            trouble = trouble or str(error)
    return None, trouble


def all_saves(folder: Path) -> Iterator[tuple[str, Save | None, str]]:
    """Every slot in order, with its save (if any can be read) and its trouble (if any)."""
    for slot in SLOTS:
        save, trouble = read_slot(folder, slot)
        yield slot, save, trouble


def by_age(folder: Path) -> list[Save]:
    """All saves that can be read, the newest first."""
    found = [save for _, save, _ in all_saves(folder) if save is not None]
    return sorted(found, key=lambda save: save.header.saved, reverse=True)


def next_auto_slot(folder: Path) -> str:
    """The automatic slot to write next: an empty one, else the oldest."""
    ages = []
    for slot in AUTO_SLOTS:
        save, _ = read_slot(folder, slot)
        ages.append((save.header.saved if save is not None else 0.0, slot))
    return min(ages)[1]


def _digest(body: bytes) -> bytes:
    return blake2b(MAGIC + bytes([FORMAT]) + body, digest_size=_CHECK_BYTES).digest()

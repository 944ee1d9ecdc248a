"""Saved nights: a header that a menu can show, the World's snapshot, the trails walked so far.

File layout: magic, version byte, 16 bytes of checksum over all that follows, then header as JSON,
snapshot and trails, each after its length (4 bytes, little-endian). The last good one of each
slot is kept beside it.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from struct import Struct
from struct import error as struct_error
from typing import Final

import msgspec

from game.app.files import old_of, write_atomically
from game.app.shifts import seed_of
from game.content.errors import InputError

MAGIC: Final = b"SUNASAVE"
FORMAT: Final = 1
SUFFIX: Final = ".night"
AUTO_SLOTS: Final = ("auto_1", "auto_2", "auto_3")
QUICK_SLOT: Final = "quick"
QUICK_PRACTICE_SLOT: Final = "quick_training"
"""What F5 keeps on a training ground or a night shift: it costs no night its own."""
MANUAL_SLOTS: Final = ("night_1", "night_2", "night_3")
TRAINING: Final = "training"
"""Folder of the training grounds: what is played there takes no night's automatic slot."""
SLOTS: Final = (*AUTO_SLOTS, QUICK_SLOT, QUICK_PRACTICE_SLOT, *MANUAL_SLOTS)
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

    @property
    def is_practice(self) -> bool:
        """Whether it is of a training ground or a night shift, and no night of the tale."""
        return is_practice(self.map)


@dataclass(frozen=True, slots=True)
class Save:
    """A save that has been read."""

    path: Path
    header: Header
    snapshot: bytes
    trails: bytes = b""
    """Where everybody went so far: kept for the map at the night's end, no part of the World."""

    @property
    def slot(self) -> str:
        """Name of the slot it lies in."""
        return self.path.name.partition(".")[0]


def is_practice(name: str) -> bool:
    """Whether a map, named as in a header, is a training ground or a night shift's."""
    return name.startswith(f"{TRAINING}/") or seed_of(Path(name)) is not None


def write_save(
    folder: Path, slot: str, header: Header, snapshot: bytes, trails: bytes = b""
) -> Path:
    """Write a slot, keeping what was in it as ``.old``. Raises OSError."""
    if not re.fullmatch(r"[a-z0-9_]+", slot):
        raise ValueError(f"{slot!r} is no name of a slot")
    parts = (msgspec.json.encode(header), snapshot, trails)
    body = b"".join(_LENGTH.pack(len(part)) + part for part in parts)
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
    try:
        head, snapshot, trails = _parts(body)
        header = msgspec.json.decode(head, type=Header)
    except (msgspec.MsgspecError, ValueError, struct_error) as error:
        raise SaveError(f"{path}: {error}") from error
    return Save(path, header, snapshot, trails)


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


def time_to_write(folder: Path, now: float) -> float:
    """What to write down as the time of a save: later than all others, whatever the clock says.

    A clock that was set back would otherwise leave an old night the newest.
    """
    latest = [math.nextafter(save.header.saved, math.inf) for save in by_age(folder)[:1]]
    return max([now, *latest])


def next_auto_slot(folder: Path) -> str:
    """The automatic slot to write next: an empty one, else the oldest."""
    ages = []
    for slot in AUTO_SLOTS:
        save, _ = read_slot(folder, slot)
        ages.append((save.header.saved if save is not None else 0.0, slot))
    return min(ages)[1]


def _parts(body: bytes) -> list[bytes]:
    """What stands after each length."""
    parts, at = [], 0
    while at < len(body):
        (length,) = _LENGTH.unpack_from(body, at)
        parts.append(body[at + _LENGTH.size : at + _LENGTH.size + length])
        at += _LENGTH.size + length
    return parts


def _digest(body: bytes) -> bytes:
    return blake2b(MAGIC + bytes([FORMAT]) + body, digest_size=_CHECK_BYTES).digest()

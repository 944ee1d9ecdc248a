"""A recorded night: what was asked for in each tick, and a hash of the world each second.

File layout: magic, version byte, checksum of all that follows, length of the header (4 bytes,
little-endian), header as JSON, then zlib of the commands (each packed command and how often it
repeats) and the hashes.
"""

import os
import zlib
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from struct import Struct, error
from typing import Final

import msgspec

from game import __version__
from game.content.atomic import write_atomically
from game.content.errors import InputError
from game.content.paths import maps_folder
from game.core.units import TICKS_PER_SECOND
from game.sim import Command, Level, Rules, World, step
from game.sim.command import PACKED_BYTES, CommandError, pack, unpack
from game.sim.world import SnapshotError

MAGIC: Final = b"SUNAREPLAY"
FORMAT: Final = 1
HASH_EVERY_TICKS: Final = 60
_LENGTH: Final = Struct("<I")
_COUNT: Final = Struct("<I")
_HASH_BYTES: Final = 16
_MOST_BYTES: Final = 64 * 1024 * 1024
_MOST_TICKS: Final = 12 * 60 * 60 * TICKS_PER_SECOND
"""Twelve hours; no night is longer."""


class RecordingError(InputError):
    """A recording cannot be read, or belongs to another map or version."""


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """What a recording says of itself."""

    game: str
    map: str
    """Path of the map: below the game's own maps if it lies there, else as it was given."""
    map_hash: str
    seed: int
    rules: Rules
    snapshot: bytes = b""
    """Where the recording begins, if that is not a fresh night."""


@dataclass(frozen=True, slots=True)
class Recording:
    """A night that can be played again to the bit."""

    header: Header
    commands: tuple[Command, ...]
    hashes: tuple[str, ...]
    """Digest of the world before tick 0, 60, 120 ... of the recording, and after its last tick."""

    def begin(self, level: Level) -> World:
        """The world in which the recording begins. Raises RecordingError on another map."""
        if level.digest != self.header.map_hash:
            raise RecordingError(
                f"recorded on {self.header.map}, which has changed since; play it on that version"
            )
        if not self.header.snapshot:
            return World.new(level, self.header.seed, self.header.rules)
        try:
            return World.restore(self.header.snapshot, level)
        except SnapshotError as reason:
            raise RecordingError(f"the recording cannot begin: {reason}") from reason

    def save(self, path: Path) -> None:
        """Write the recording, atomically. Raises OSError."""
        head = msgspec.json.encode(self.header)
        body = zlib.compress(_pack_runs(self.commands) + bytes.fromhex("".join(self.hashes)), 6)
        rest = _LENGTH.pack(len(head)) + head + body
        data = MAGIC + bytes([FORMAT]) + _checksum(rest) + rest
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, data)

    @classmethod
    def load(cls, path: Path) -> "Recording":
        """Read a recording. Raises RecordingError with file and mend."""
        try:
            data = path.read_bytes()
        except OSError as reason:
            raise RecordingError(f"{path}: cannot be read: {reason.strerror}") from reason
        check = len(MAGIC) + 1
        length_at = check + _HASH_BYTES
        start = length_at + _LENGTH.size
        if not data.startswith(MAGIC) or len(data) < start:
            raise RecordingError(f"{path}: this is not a recorded night")
        if data[len(MAGIC)] != FORMAT:
            raise RecordingError(f"{path}: format {data[len(MAGIC)]}, this game reads {FORMAT}")
        if _checksum(data[length_at:]) != data[check:length_at]:
            raise RecordingError(f"{path}: the recording is damaged; record the night again")
        (length,) = _LENGTH.unpack(data[length_at:start])
        try:
            header = msgspec.json.decode(data[start : start + length], type=Header)
            unpacker = zlib.decompressobj()
            body = unpacker.decompress(data[start + length :], _MOST_BYTES)
            if not unpacker.eof or unpacker.unused_data:
                raise ValueError("it does not end where it should")
            commands, hashes = _unpack_body(body)
        except (msgspec.MsgspecError, zlib.error, error, CommandError, ValueError) as reason:
            raise RecordingError(f"{path}: the recording is damaged: {reason}") from reason
        return cls(header, commands, hashes)


class Recorder:
    """Takes down a night while it is played."""

    __slots__ = ("commands", "hashes", "header")

    def __init__(self, world: World, map_path: Path) -> None:
        self.header = Header(
            game=__version__,
            map=_lasting_path(map_path),
            map_hash=world.level.digest,
            seed=world.seed,
            rules=world.rules,
            snapshot=b"" if _is_fresh(world) else world.snapshot(),
        )
        self.commands: list[Command] = []
        self.hashes: list[str] = []

    def note(self, world: World, command: Command) -> None:
        """Take down the command for the coming tick."""
        if len(self.commands) % HASH_EVERY_TICKS == 0:
            self.hashes.append(world.digest())
        self.commands.append(command)

    def cut(self, ticks: int) -> None:
        """Forget all after so many ticks: the night was taken up again from there."""
        del self.commands[ticks:]
        del self.hashes[_checkpoints(ticks) :]

    def finish(self, world: World) -> Recording:
        """The recording up to now."""
        return Recording(self.header, tuple(self.commands), (*self.hashes, world.digest()))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of playing a recording again; ``tick`` is the first checkpoint that differs."""

    same: bool
    ticks: int
    tick: int = -1
    expected: str = ""
    found: str = ""


def verify(recording: Recording, level: Level) -> Verdict:
    """Play a recording without a screen and hold every checkpoint against it."""
    world = recording.begin(level)
    for number, command in enumerate(recording.commands):
        if number % HASH_EVERY_TICKS == 0:
            expected, found = recording.hashes[number // HASH_EVERY_TICKS], world.digest()
            if expected != found:
                return Verdict(False, number, number, expected, found)
        step(world, command)
    found, ticks = world.digest(), len(recording.commands)
    return Verdict(found == recording.hashes[-1], ticks, ticks, recording.hashes[-1], found)


def find_map(header: Header, path: Path) -> Path:
    """The map that a recording at ``path`` was made on. Raises RecordingError if it is not there.

    It is looked for among the game's maps, then where it was when recorded, then beside the file.
    """
    folders = (maps_folder(), Path(), path.parent)
    named = [folder / header.map for folder in folders]
    found = next((place for place in named if place.is_file()), None)
    if found is None:
        raise RecordingError(f"{path}: its map {header.map} is not there; put it beside the file")
    return found


def _lasting_path(path: Path) -> str:
    """A map's path below the game's maps, or as it was given, without detours."""
    full = path.resolve()
    if full.is_relative_to(maps_folder().resolve()):
        return full.relative_to(maps_folder().resolve()).as_posix()
    return Path(os.path.normpath(path)).as_posix()


def _is_fresh(world: World) -> bool:
    """Whether a night is as ``World.new`` makes it, with nobody moved elsewhere."""
    return world.tick == 0 and (
        World.new(world.level, world.seed, world.rules).digest() == world.digest()
    )


def _checksum(data: bytes) -> bytes:
    return blake2b(data, digest_size=_HASH_BYTES).digest()


def _checkpoints(ticks: int) -> int:
    """Hashes taken before the ticks of a recording; one more is taken at its end."""
    return -(-ticks // HASH_EVERY_TICKS)


def _pack_runs(commands: tuple[Command, ...]) -> bytes:
    runs: list[tuple[bytes, int]] = []
    for command in commands:
        packed = pack(command)
        if runs and runs[-1][0] == packed:
            runs[-1] = (packed, runs[-1][1] + 1)
        else:
            runs.append((packed, 1))
    out = bytearray(_COUNT.pack(len(runs)))
    for packed, count in runs:
        out += packed + _COUNT.pack(count)
    return bytes(out)


def _unpack_runs(data: bytes) -> tuple[tuple[Command, ...], int]:
    (runs,) = _COUNT.unpack_from(data)
    at = _COUNT.size
    commands: list[Command] = []
    for _ in range(runs):
        command = unpack(data[at : at + PACKED_BYTES])
        (count,) = _COUNT.unpack_from(data, at + PACKED_BYTES)
        if len(commands) + count > _MOST_TICKS:
            raise ValueError("more than twelve hours")
        commands += [command] * count
        at += PACKED_BYTES + _COUNT.size
    return tuple(commands), at


def _unpack_body(body: bytes) -> tuple[tuple[Command, ...], tuple[str, ...]]:
    commands, at = _unpack_runs(body)
    expected = _checkpoints(len(commands)) + 1
    if len(body) - at != expected * _HASH_BYTES:
        raise ValueError(f"{len(body) - at} bytes of hashes where {expected} hashes belong")
    width = _HASH_BYTES
    return commands, tuple(body[i : i + width].hex() for i in range(at, len(body), width))

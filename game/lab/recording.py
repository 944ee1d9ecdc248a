"""A recorded night: what was asked for in each tick, and a hash of the world each second.

File layout: magic, version byte, length of the header (4 bytes, little-endian), header as JSON,
then zlib of the commands (each packed command and how often it repeats) and the hashes.
"""

import zlib
from dataclasses import dataclass, field
from pathlib import Path
from struct import Struct, error
from typing import Final

import msgspec

from game import __version__
from game.content.errors import InputError
from game.sim import Command, Event, Level, Rules, World, step
from game.sim.command import PACKED_BYTES, CommandError, pack, unpack

MAGIC: Final = b"SUNAREPLAY"
FORMAT: Final = 1
HASH_EVERY_TICKS: Final = 60
_LENGTH: Final = Struct("<I")
_COUNT: Final = Struct("<I")
_HASH_BYTES: Final = 16
_MOST_BYTES: Final = 64 * 1024 * 1024


class RecordingError(InputError):
    """A recording cannot be read, or belongs to another map or version."""


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """What a recording says of itself."""

    game: str
    map: str
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
        if self.header.snapshot:
            return World.restore(self.header.snapshot, level)
        return World.new(level, self.header.seed, self.header.rules)

    def save(self, path: Path) -> None:
        """Write the recording, atomically."""
        head = msgspec.json.encode(self.header)
        body = zlib.compress(_pack_runs(self.commands) + bytes.fromhex("".join(self.hashes)), 6)
        data = MAGIC + bytes([FORMAT]) + _LENGTH.pack(len(head)) + head + body
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(path.suffix + ".new")
        fresh.write_bytes(data)
        fresh.replace(path)

    @classmethod
    def load(cls, path: Path) -> "Recording":
        """Read a recording. Raises RecordingError with file and mend."""
        try:
            data = path.read_bytes()
        except OSError as reason:
            raise RecordingError(f"{path}: cannot be read: {reason.strerror}") from reason
        start = len(MAGIC) + 1 + _LENGTH.size
        if not data.startswith(MAGIC) or len(data) < start:
            raise RecordingError(f"{path}: this is not a recorded night")
        if data[len(MAGIC)] != FORMAT:
            raise RecordingError(f"{path}: format {data[len(MAGIC)]}, this game reads {FORMAT}")
        (length,) = _LENGTH.unpack(data[start - _LENGTH.size : start])
        try:
            header = msgspec.json.decode(data[start : start + length], type=Header)
            unpacker = zlib.decompressobj()
            body = unpacker.decompress(data[start + length :], _MOST_BYTES)
            commands, at = _unpack_runs(body)
            rest = body[at:].hex()
        except (msgspec.MsgspecError, zlib.error, error, CommandError, ValueError) as reason:
            raise RecordingError(f"{path}: the recording is damaged: {reason}") from reason
        width = _HASH_BYTES * 2
        hashes = tuple(rest[i : i + width] for i in range(0, len(rest), width))
        return cls(header, commands, hashes)


@dataclass(slots=True)
class Recorder:
    """Takes down a night while it is played."""

    header: Header
    commands: list[Command] = field(default_factory=list)
    hashes: list[str] = field(default_factory=list)

    def __init__(self, world: World, map_path: Path) -> None:
        fresh = world.tick == 0
        self.header = Header(
            game=__version__,
            map=map_path.as_posix(),
            map_hash=world.level.digest,
            seed=world.seed,
            rules=world.rules,
            snapshot=b"" if fresh else world.snapshot(),
        )
        self.commands = []
        self.hashes = []

    def note(self, world: World, command: Command) -> None:
        """Take down the command for the coming tick."""
        if len(self.commands) % HASH_EVERY_TICKS == 0:
            self.hashes.append(world.digest())
        self.commands.append(command)

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


def replayed(recording: Recording, level: Level) -> list[tuple[int, Event]]:
    """All events of a recording, each with its tick."""
    world = recording.begin(level)
    return [(world.tick, event) for command in recording.commands for event in step(world, command)]


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
        if len(commands) + count > 60 * 60 * 60 * 12:
            raise ValueError("more than twelve hours")
        commands += [command] * count
        at += PACKED_BYTES + _COUNT.size
    return tuple(commands), at

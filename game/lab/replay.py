"""Recorded nights without a screen: is it the same night here, and where do two of them part?"""

from dataclasses import dataclass
from pathlib import Path

from game import __version__
from game.content import load_level
from game.lab.difference import Difference, first_difference
from game.lab.recording import HASH_EVERY_TICKS, Recording, RecordingError, find_map, verify
from game.sim import Level, World, step


@dataclass(frozen=True, slots=True)
class Parting:
    """Where two nights part: after so many ticks of the recordings, and in what."""

    ticks: int
    part: Difference


def open_recording(path: Path) -> tuple[Recording, Level]:
    """A recording and the level that it was made on. Raises RecordingError with the mend."""
    recording = Recording.load(path)
    level = load_level(find_map(recording.header, path))
    if level.digest != recording.header.map_hash:
        raise RecordingError(
            f"{path}: recorded on {recording.header.map}, which has changed since; "
            "bring that version of the map back"
        )
    return recording, level


def run_verify(path: Path) -> int:
    """Play a recording without a screen and hold every checkpoint against it; 1 if one differs."""
    recording, level = open_recording(path)
    verdict = verify(recording, level)
    if verdict.same:
        print(f"{path}: the same night, {verdict.ticks} ticks, hash {verdict.found}")
        return 0
    print(
        f"{path}: another night from tick {max(0, verdict.tick - HASH_EVERY_TICKS)} to "
        f"{verdict.tick}: hash {verdict.found}, recorded {verdict.expected} "
        f"with version {recording.header.game}; this is version {__version__}"
    )
    return 1


def run_diff(path: Path, other: Path) -> int:
    """Say at which tick two recordings part and in what; 1 if they do."""
    here, level = open_recording(path)
    there, _ = open_recording(other)
    if here.header.map_hash != there.header.map_hash:
        print(f"{path} and {other} were recorded on different maps")
        return 1
    asked = first_other_command(here, there)
    if asked >= 0:
        print(f"tick {asked}: the commands differ")
    parting = find_parting(here, there, level)
    if parting is not None:
        print(f"tick {parting.ticks}: {parting.part}")
        return 1
    if asked >= 0:
        print("nothing comes of it")
        return 1
    checkpoint = first_other_hash(here, there)
    if checkpoint >= 0:
        print(f"tick {checkpoint}: recorded with different hashes, though they play alike here")
        return 1
    if len(here.commands) != len(there.commands):
        print(f"alike for {min(len(here.commands), len(there.commands))} ticks, then one ends")
        return 1
    print(f"the same night, {len(here.commands)} ticks")
    return 0


def first_other_command(here: Recording, there: Recording) -> int:
    """Number of the first tick in which another command was given, or -1."""
    pairs = zip(here.commands, there.commands, strict=False)
    return next((number for number, (a, b) in enumerate(pairs) if a != b), -1)


def first_other_hash(here: Recording, there: Recording) -> int:
    """Tick of the first checkpoint whose recorded hashes differ, or -1."""
    shared = min(len(here.commands), len(there.commands)) // HASH_EVERY_TICKS + 1
    pairs = zip(here.hashes[:shared], there.hashes[:shared], strict=False)
    number = next((number for number, (a, b) in enumerate(pairs) if a != b), -1)
    if number >= 0:
        return number * HASH_EVERY_TICKS
    alike = len(here.commands) != len(there.commands) or here.hashes[-1] == there.hashes[-1]
    return -1 if alike else len(here.commands)


def find_parting(here: Recording, there: Recording, level: Level) -> Parting | None:
    """Play two recordings side by side to the first tick after which their worlds differ.

    A second at a time: only where the commands or the worlds after it differ is it gone over tick
    by tick.
    """
    one, two = here.begin(level), there.begin(level)
    part = first_difference(one, two)
    if part is not None:
        return Parting(0, part)
    pairs = list(zip(here.commands, there.commands, strict=False))
    for start in range(0, len(pairs), HASH_EVERY_TICKS):
        stretch = pairs[start : start + HASH_EVERY_TICKS]
        saved = one.snapshot()
        for a, b in stretch:
            step(one, a)
            step(two, b)
        if all(a == b for a, b in stretch) and one.digest() == two.digest():
            continue
        one, two = World.restore(saved, level), World.restore(saved, level)
        for number, (a, b) in enumerate(stretch, start=start + 1):
            step(one, a)
            step(two, b)
            part = first_difference(one, two)
            if part is not None:
                return Parting(number, part)
    return None

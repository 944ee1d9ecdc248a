"""How fast the night goes by: ticks, senses, saving, growth and memory, each beside a yardstick.

A machine's speed is nobody's merit, so each figure is also given as a ratio to something measured
in the same run: a fixed piece of plain Python, the same work at a smaller size, or its limit.
Limits are those of the design's budgets; a slow or busy machine may be over them.
"""

import cProfile
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import CodeType
from typing import Any, Final

from game.content import load_level
from game.content.paths import maps_folder
from game.core.flood import cost_between
from game.core.routes import find_route
from game.core.sight import sees
from game.core.units import TICKS_PER_SECOND
from game.lab.bench_growth import measure_growth
from game.lab.bench_reader import measure_reader
from game.lab.bench_result import (
    PLAIN,
    Result,
    against,
    best,
    line,
    tick_times,
    write_json,
    yardstick,
)
from game.lab.bench_solver import measure_solver
from game.lab.level_file import read_level
from game.lab.recording import Recording
from game.lab.runner import begin
from game.sim import Level, World, step
from game.sim.beings import Pose
from game.sim.minds.looking import see
from game.sim.minds.perception import look

resource: Any = None
with suppress(ImportError):  # Windows keeps no such books
    import resource

NIGHT_TICKS: Final = 12_000
"""So much of the story's night is recorded and played again."""
PLAYS: Final = 5
MINDS: Final = 24
"""The number of minds that the budget of a tick speaks of."""
MEDIAN_US: Final = 100.0
P99_US: Final = 1000.0
RETRY_MS: Final = 300.0
MEMORY_MB: Final = 250.0
_MICRO: Final = 1_000_000
_MEGABYTE: Final = 1 << 20

Measure = Callable[[], list[Result]]


def run(json_path: Path | None = None, more: Sequence[Measure] = ()) -> int:
    """Measure and print everything, and what ``more`` measures; writes JSON as DESIGN says."""
    level = load_level(maps_folder() / "suna.tmx")
    recording = record_night(maps_folder() / "test" / "story.toml", NIGHT_TICKS)
    results: list[Result] = []
    measures: tuple[Measure, ...] = (
        lambda: measure_night(recording, level),
        lambda: measure_senses(recording, level),
        lambda: measure_saving(recording, level),
        measure_growth,
        measure_reader,
        measure_solver,
        *more,
    )
    for measure in measures:
        for result in measure():
            results.append(result)
            print(line(result), flush=True)
    if json_path is not None:
        write_json(results, json_path)
    return 0


def record_night(path: Path, ticks: int) -> Recording:
    """The first so many ticks of a level as its script plays it, whatever comes of it."""
    run = begin(read_level(path))
    for _ in range(ticks):
        run.tick()
    return run.recording()


def measure_night(recording: Recording, level: Level) -> list[Result]:
    """Ticks of a recorded night, played without a screen.

    It is played some times, and of each tick the quickest counts: the work is the same every time,
    so what is slower was another program. The same commands with nobody else on the map say how
    much of a tick is the minds', and so what it would be with ``MINDS`` of them.
    """
    yard = yardstick()
    whole = tick_times(recording.begin(level), recording.commands)
    memory_before = _most_memory()
    alone = tick_times(deserted(recording, level), recording.commands)
    for _ in range(PLAYS - 1):
        again = tick_times(recording.begin(level), recording.commands)
        whole = list(map(min, whole, again))
        again = tick_times(deserted(recording, level), recording.commands)
        alone = list(map(min, alone, again))
        yard = min(yard, yardstick())
    times = sorted(whole)
    total = sum(times)
    middle, late = _middle(times) * _MICRO, times[len(times) * 99 // 100] * _MICRO
    bare = _middle(sorted(alone)) * _MICRO
    present = minds_about(recording, level)
    each = (middle - bare) / max(1.0, present)
    plain = yard * _MICRO
    results = [
        against("minds_about", present, "minds", MINDS, "the minds of the budget"),
        against("tick_median", middle, "us", plain, PLAIN, MEDIAN_US),
        against("tick_median_24_minds", bare + MINDS * each, "us", plain, PLAIN, MEDIAN_US),
        against("tick_p99", late, "us", plain, PLAIN, P99_US),
        against("tick_deserted", bare, "us", middle, "the median with everybody"),
        against("ticks_per_second", len(times) / total, "1/s", TICKS_PER_SECOND, "play"),
    ]
    if memory_before:
        before = "the most after the first playing of the night"
        memory = _most_memory()
        results.append(against("memory", memory, "MB", memory_before, before, MEMORY_MB))
    return results


def deserted(recording: Recording, level: Level) -> World:
    """The night of a recording with nobody else on the map."""
    header = recording.header
    return World.new(replace(level, actors=()), header.seed, header.rules)


def minds_about(recording: Recording, level: Level) -> float:
    """How many minds are on the map in a tick of the night, in the mean; others come later."""
    world = recording.begin(level)
    count = ticks = 0
    for number, command in enumerate(recording.commands):
        if number % TICKS_PER_SECOND == 0:
            count += sum(mind.pose is not Pose.GONE for mind in world.minds)
            ticks += 1
        step(world, command)
    return count / max(1, ticks)


def measure_senses(recording: Recording, level: Level) -> list[Result]:
    """How often eyes, sound and route searches are at work: counted, so the same anywhere.

    A look is one mind's turn to look about; a perception is one look at one somebody in reach; a
    sight line is a line drawn over the tiles; a flood is a sound on its way to somebody's ears.
    """
    world = recording.begin(level)
    commands = recording.commands
    profile = cProfile.Profile()
    profile.enable()
    for command in commands:
        step(world, command)
    profile.disable()
    results = []
    functions = (
        ("looks", look),
        ("perceptions", see),
        ("sight_lines", sees),
        ("floods", cost_between),
        ("routes", find_route),
    )
    for name, function in functions:
        calls = _calls(profile, function.__code__)
        a_second = calls * TICKS_PER_SECOND / max(1, len(commands))
        minds = len(level.actors)
        results.append(against(f"{name}_per_second", a_second, "calls", minds, "actors"))
    return results


def measure_saving(recording: Recording, level: Level) -> list[Result]:
    """Hashing, saving and taking up again, at the end of a recorded night."""
    yard = yardstick() * 1000
    world = recording.begin(level)
    for command in recording.commands:
        step(world, command)
    blob = world.snapshot()
    header = recording.header
    figures = (
        ("digest", best(world.digest), 0.0),
        ("snapshot", best(world.snapshot), 0.0),
        ("restore", best(lambda: World.restore(blob, level)), RETRY_MS),
        ("retry", best(lambda: World.new(level, header.seed, header.rules)), RETRY_MS),
    )
    results = [
        against(name, value * 1000, "ms", yard, PLAIN, limit) for name, value, limit in figures
    ]
    fresh = len(World.new(level).snapshot())
    size = len(blob) / 1024
    results.append(against("snapshot_size", size, "KiB", fresh / 1024, "a fresh night's"))
    return results


def _middle(times: Sequence[float]) -> float:
    return times[len(times) // 2]


def _calls(profile: cProfile.Profile, code: CodeType) -> int:
    entries: list[Any] = profile.getstats()
    return sum(entry.callcount for entry in entries if entry.code is code)


def _most_memory() -> float:
    """The most memory that this process has held, in MB; 0 where nobody counts it."""
    if resource is None:
        return 0.0
    most = int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return most / _MEGABYTE if sys.platform == "darwin" else most / 1024

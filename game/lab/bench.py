"""How fast the night goes by: ticks, growth, saving and memory, each beside a yardstick.

A machine's speed is nobody's merit, so each figure is also given as a ratio to something measured
in the same run: a fixed piece of plain Python, or the same work at a smaller size.
"""

import cProfile
import json
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import Any, Final

import msgspec

from game.content import load_level
from game.content.paths import maps_folder
from game.core.flood import flood
from game.core.rng import Rng
from game.core.routes import find_route
from game.lab.bench_maps import crowd
from game.lab.level_file import read_level
from game.lab.recording import Recording
from game.lab.runner import begin
from game.sim import Command, Level, World, step
from game.sim.minds.looking import see

resource: Any = None
with suppress(ImportError):  # Windows keeps no such books
    import resource

JSON_VERSION: Final = 1
NIGHT_TICKS: Final = 12_000
"""So much of the story's night is recorded and played again."""
CROWD_TICKS: Final = 300
CROWD_RUNS: Final = 4
_MICRO: Final = 1_000_000
_BEST_OF: Final = 5
_MEGABYTE: Final = 1 << 20
_DRAWS: Final = 1000


@dataclass(frozen=True, slots=True)
class Result:
    """One figure: ``ratio`` is the value over the yardstick, which ``against`` names."""

    name: str
    value: float
    unit: str
    yardstick: float
    ratio: float
    against: str


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
        *more,
    )
    for measure in measures:
        for result in measure():
            results.append(result)
            print(_line(result), flush=True)
    if json_path is not None:
        write_json(results, json_path)
    return 0


def write_json(results: Sequence[Result], path: Path) -> None:
    """Write results for other programs; ``version`` is raised when a key changes its meaning."""
    table = {"version": JSON_VERSION, "results": [msgspec.to_builtins(each) for each in results]}
    path.write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")


def record_night(path: Path, ticks: int) -> Recording:
    """The first so many ticks of a level as its script plays it, whatever comes of it."""
    run = begin(read_level(path))
    for _ in range(ticks):
        run.tick()
    return run.recorder.finish(run.world)


def measure_night(recording: Recording, level: Level) -> list[Result]:
    """Ticks of a recorded night, played without a screen.

    It is played twice, and of each tick the quicker time counts: the work is the same both times,
    so what is slower was another program.
    """
    yard = yardstick()
    first = tick_times(recording.begin(level), recording.commands)
    memory_before = _most_memory()
    again = tick_times(recording.begin(level), recording.commands)
    yard = min(yard, yardstick())
    times = sorted(map(min, first, again))
    total, middle, late = sum(times), times[len(times) // 2], times[len(times) * 99 // 100]
    per_second = len(times) / total
    plain = f"{_DRAWS} draws of the generator in plain Python"
    results = [
        _against("tick_median", middle * _MICRO, "us", yard * _MICRO, plain),
        _against("tick_p99", late * _MICRO, "us", yard * _MICRO, plain),
        _against("ticks_per_second", per_second, "1/s", 60, "the speed at which it is played"),
    ]
    if memory_before:
        before = "the most after the first playing of the night"
        results.append(_against("memory", _most_memory(), "MB", memory_before, before))
    return results


def measure_senses(recording: Recording, level: Level) -> list[Result]:
    """How often eyes, sound and route searches are at work: counted, so the same anywhere."""
    world = recording.begin(level)
    commands = recording.commands
    profile = cProfile.Profile()
    profile.enable()
    for command in commands:
        step(world, command)
    profile.disable()
    results = []
    for name, function in (("perceptions", see), ("floods", flood), ("routes", find_route)):
        calls = _calls(profile, function.__code__)
        a_second = calls * 60 / max(1, len(commands))
        minds = len(level.actors)
        results.append(_against(f"{name}_per_second", a_second, "calls", minds, "minds"))
    return results


def measure_saving(recording: Recording, level: Level) -> list[Result]:
    """Hashing, saving and taking up again, at the end of a recorded night."""
    yard = yardstick()
    world = recording.begin(level)
    for command in recording.commands:
        step(world, command)
    blob = world.snapshot()
    plain = f"{_DRAWS} draws of the generator in plain Python"
    figures = (
        ("digest", best(world.digest)),
        ("snapshot", best(world.snapshot)),
        ("restore", best(lambda: World.restore(blob, level))),
        ("retry", best(lambda: World.new(level, recording.header.seed, recording.header.rules))),
    )
    results = [
        _against(name, value * 1000, "ms", yard * 1000, plain) for name, value in figures
    ]
    fresh = len(World.new(level).snapshot())
    results.append(
        _against("snapshot_size", len(blob) / 1024, "KiB", fresh / 1024, "a fresh night's")
    )
    return results


def measure_growth() -> list[Result]:
    """What one mind costs among many, and what a larger map costs with the same minds."""
    empty = crowd_tick(0, 64)
    few = (crowd_tick(10, 64) - empty) / 10
    results = [_against("tick_per_mind_10", few * _MICRO, "us", few * _MICRO, "10 minds")]
    for minds, side in ((100, 192), (1000, 608)):
        each = (crowd_tick(minds, side) - empty) / minds
        name = f"tick_per_mind_{minds}"
        results.append(_against(name, each * _MICRO, "us", few * _MICRO, "10 minds"))
    small, large = crowd_tick(24, 128), crowd_tick(24, 128, map_side=512)
    results.append(
        _against("tick_map_x4", large * _MICRO, "us", small * _MICRO, "the map of a quarter's side")
    )
    return results


def crowd_tick(minds: int, side: int, map_side: int = 0) -> float:
    """Processor seconds of a tick with so many minds on the march, spread over a square.

    The mean over a run; the best of some runs.
    """
    level = crowd(minds, side, map_side or side)
    runs: list[float] = []
    for _ in range(CROWD_RUNS):
        world = World.new(level, seed=1)
        began = time.process_time()
        for _ in range(CROWD_TICKS):
            step(world, Command())
        runs.append(time.process_time() - began)
    return min(runs) / CROWD_TICKS


def tick_times(world: World, commands: Sequence[Command]) -> list[float]:
    """Seconds that each tick takes."""
    clock = time.perf_counter
    times = []
    for command in commands:
        began = clock()
        step(world, command)
        times.append(clock() - began)
    return times


def yardstick() -> float:
    """Seconds that a fixed piece of plain Python takes: the best of some tries."""

    def draw() -> None:
        rng = Rng(1)
        for _ in range(_DRAWS):
            rng.next()

    return best(draw, 4 * _BEST_OF)


def best(work: Callable[[], object], tries: int = _BEST_OF) -> float:
    """Seconds of the quickest of some tries."""
    times = []
    for _ in range(tries):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def _against(name: str, value: float, unit: str, yard: float, against: str) -> Result:
    ratio = value / yard if yard else 0.0
    return Result(name, round(value, 4), unit, round(yard, 4), round(ratio, 4), against)


def _line(result: Result) -> str:
    return (
        f"{result.name:<24} {result.value:>12.3f} {result.unit:<5}"
        f" {result.ratio:>10.3f} x {result.against} ({result.yardstick:.3f} {result.unit})"
    )


def _calls(profile: cProfile.Profile, code: CodeType) -> int:
    entries: list[Any] = profile.getstats()
    return sum(entry.callcount for entry in entries if entry.code is code)


def _most_memory() -> float:
    """The most memory that this process has held, in MB; 0 where nobody counts it."""
    if resource is None:
        return 0.0
    most = int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return most / _MEGABYTE if sys.platform == "darwin" else most / 1024

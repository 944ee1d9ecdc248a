"""Runs test levels without a screen and says of each, in words, what fell short."""

import json
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final, TypeVar
from xml.etree import ElementTree

import msgspec

from game.content import load_level
from game.core.units import TILE_SUB
from game.lab.alarms import Alarms
from game.lab.hands import Player
from game.lab.level_file import LevelFileError, Pattern, TestLevel, read_level
from game.lab.recording import Recorder, Recording
from game.sim import Event, Level, World, step

T = TypeVar("T")
JSON_VERSION: Final = 1
_EVENTS_SHOWN: Final = 8
_UNTOLD: Final = ("NoiseMade",)
"""Events too frequent to be of use in a failure's last words."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one run of a level went; ``failures`` is empty if all that was expected came."""

    file: str
    name: str
    passed: bool
    ticks: int
    seconds: float
    hash: str
    failures: tuple[str, ...]


@dataclass(slots=True)
class Run:
    """A level being played: its world, its player, and what is still to come."""

    level: TestLevel
    world: World
    player: Player
    recorder: Recorder | None
    """Takes the night down, if anybody wants it: that costs a hash of the world each second."""
    waiting: list[tuple[Pattern, int]]
    """Expectations and how often each is still to happen."""
    last: list[tuple[int, Event]] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    kept: dict[str, tuple[bytes, int]] = field(default_factory=dict)
    """For each event that a step goes back to: the night behind it, and the ticks taken down."""
    first: int = field(init=False)
    """Tick in which the level began."""
    alarms: Alarms = field(init=False)
    _retried: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self.first = self.world.tick
        self.alarms = Alarms(self.world)
        self._retried = {step.retry for step in self.level.steps if step.retry is not None}

    def tick(self) -> list[Event]:
        """Play one tick and hold what happened against the level."""
        world = self.world
        command = self.player.next(world)
        if self.player.reloads:
            self.player.reloads = False
            self.world = world = World.restore(world.snapshot(), world.level)
        if self.player.retries:
            world = self._go_back()
        if self.recorder is not None:
            self.recorder.note(world, command)
        happened = step(world, command)
        self.player.saw(happened)
        self._keep(happened)
        for event in happened:
            if type(event).__name__ not in _UNTOLD:
                self.last.append((world.tick, event))
            self._hold_against(event)
        del self.last[:-_EVENTS_SHOWN]
        untold = self.alarms.untold(world, happened)
        if untold:
            self._fail(f"every change of alarm is told with its cause, but {untold}")
        for pattern, _ in self.waiting:
            if pattern.by and world.tick > pattern.by:
                self._fail(f"by tick {pattern.by} expected {pattern}; it has not happened")
                break
        return happened

    @property
    def over(self) -> bool:
        """Whether there is nothing left to find out."""
        if self.failures or self.world.story.ending:
            return True
        nothing_to_avoid = not self.level.nevers
        return not self.waiting and (nothing_to_avoid or self.world.tick >= self._last_tick())

    def recording(self) -> Recording:
        """The night up to now. Raises ValueError if nobody took it down."""
        if self.recorder is None:
            raise ValueError(f"{self.level.path}: the night was not taken down")
        return self.recorder.finish(self.world)

    def time_out(self) -> None:
        """What has not happened by the watchdog's tick or the night's end never will."""
        missing = [f"{pattern}{f' {left} times' * (left > 1)}" for pattern, left in self.waiting]
        step = self.player.step + 1
        self._fail(
            f"within {self.level.watchdog} ticks expected {'; '.join(missing)}; "
            f"she had come to [[do]] {step} of {len(self.level.steps)}"
        )

    def _keep(self, happened: list[Event]) -> None:
        """Keep the night where something happened that she will want to try again from."""
        names = {type(event).__name__ for event in happened}
        for name in sorted(names & self._retried):
            taken = len(self.recorder.commands) if self.recorder is not None else 0
            self.kept[name] = (self.world.snapshot(), taken)

    def _go_back(self) -> World:
        blob, taken = self.kept[self.player.retries]
        self.player.retries = ""
        self.world = World.restore(blob, self.world.level)
        self.alarms = Alarms(self.world)
        if self.recorder is not None:
            self.recorder.cut(taken)
        return self.world

    def _last_tick(self) -> int:
        """With things that must never happen, a level runs to the latest tick it names."""
        named = [pattern.by for pattern in (*self.level.nevers, *self.level.expects)]
        return max(named) or self.first + self.level.watchdog

    def _hold_against(self, event: Event) -> None:
        for pattern in self.level.nevers:
            if pattern.matches(event) and not (pattern.by and self.world.tick > pattern.by):
                self._fail(f"never expected {pattern}; it happened: {event}")
        for number, (pattern, left) in enumerate(self.waiting):
            if pattern.matches(event):
                if left > 1:
                    self.waiting[number] = (pattern, left - 1)
                else:
                    del self.waiting[number]
                return

    def _fail(self, what: str) -> None:
        her = self.world.sakura
        place = f"{her.x // TILE_SUB},{her.y // TILE_SUB}"
        words = [f"tick {self.world.tick}, she is at tile {place}: {what}"]
        words += [f"    tick {tick}: {event}" for tick, event in self.last]
        words.append(f"    see it: suna play {self.level.path}")
        self.failures.append("\n".join(words))


def begin(level: TestLevel, seed: int | None = None, *, recorded: bool = True) -> Run:
    """Set a level up, at its start or where another level reached an event."""
    chosen = level.seed if seed is None else seed
    map_level = _map(level.map_path)
    if level.start_level is not None:
        blob = _reached(level.start_level, level.start_event, chosen)
        world = World.restore(blob, map_level)
    else:
        world = World.new(map_level, chosen, level.rules)
    waiting = [(pattern, pattern.count) for pattern in level.expects]
    recorder = Recorder(world, level.map_path) if recorded else None
    return Run(level, world, Player(level), recorder, waiting)


def play(level: TestLevel, seed: int | None = None) -> tuple[Outcome, Recording]:
    """Run one level to its end and take it down. Raises LevelFileError as ``outcome_of`` does."""
    began = time.perf_counter()
    run = begin(level, seed)
    return _played(run, began), run.recording()


def outcome_of(level: TestLevel, seed: int | None = None) -> Outcome:
    """Run one level to its end. Raises LevelFileError if a step cannot be done at all."""
    began = time.perf_counter()
    return _played(begin(level, seed, recorded=False), began)


def _played(run: Run, began: float) -> Outcome:
    play_out(run)
    level, world = run.level, run.world
    return Outcome(
        file=str(level.path),
        name=level.name,
        passed=not run.failures,
        ticks=world.tick - run.first,
        seconds=round(time.perf_counter() - began, 3),
        hash=world.digest(),
        failures=tuple(run.failures),
    )


def play_out(run: Run) -> None:
    """Play a level that was begun to its end."""
    while not run.over and run.world.tick - run.first < run.level.watchdog:
        run.tick()
    if run.waiting and not run.failures:
        run.time_out()


def run_paths(
    paths: Sequence[Path],
    jobs: int = 1,
    json_path: Path | None = None,
    junit_path: Path | None = None,
    seeds: range | None = None,
) -> int:
    """Run all levels under the paths; print what fell short; 0 if nothing did, else 1."""
    levels = [read_level(path) for path in find_levels(paths)]
    if not levels:
        raise LevelFileError(f"no test levels in {', '.join(map(str, paths))}")
    work = [(level, seed) for level in levels for seed in (seeds or [None])]
    outcomes = _run_all(work, jobs)
    failed = [outcome for outcome in outcomes if not outcome.passed]
    for outcome in failed:
        print(f"{outcome.file}: FAILED")
        for failure in outcome.failures:
            print(f"  {failure}")
    print(f"{len(outcomes) - len(failed)} passed, {len(failed)} failed")
    if json_path is not None:
        table = {"version": JSON_VERSION, "levels": [msgspec.to_builtins(o) for o in outcomes]}
        json_path.write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")
    if junit_path is not None:
        _write_junit(outcomes, junit_path)
    return 1 if failed else 0


def find_levels(paths: Sequence[Path]) -> list[Path]:
    """TOML files with a map and steps, in the paths and below them, in order of name."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(file for file in path.rglob("*.toml") if _looks_like_level(file))
        elif path.exists():
            found.append(path)
        else:
            raise LevelFileError(f"{path}: there is no such file or folder")
    return found


def _looks_like_level(path: Path) -> bool:
    text = path.read_text(encoding="utf-8", errors="replace")
    return "[[do]]" in text and ("map =" in text or "from =" in text)


def _run_all(work: list[tuple[TestLevel, int | None]], jobs: int) -> list[Outcome]:
    if jobs <= 1 or len(work) == 1:
        return [_with_bar(number, len(work), _play, item) for number, item in enumerate(work, 1)]
    with ProcessPoolExecutor(jobs) as pool:
        results = pool.map(_play, work)
        return [
            _with_bar(number, len(work), lambda outcome: outcome, outcome)
            for number, outcome in enumerate(results, 1)
        ]


def _play(item: tuple[TestLevel, int | None]) -> Outcome:
    return outcome_of(*item)


def _with_bar(number: int, total: int, work: Callable[[T], Outcome], item: T) -> Outcome:
    outcome = work(item)
    if sys.stderr.isatty():
        filled = 30 * number // total
        end = "\n" if number == total else "\r"
        bar = f"[{'#' * filled}{'.' * (30 - filled)}] {number}/{total} {outcome.name:<32.32}"
        print(bar, end=end, file=sys.stderr, flush=True)
    return outcome


@lru_cache(maxsize=8)
def _map(path: Path) -> Level:
    return load_level(path)


@dataclass(slots=True)
class _Prefix:
    """Another level on its way, and the nights in which each event first happened there."""

    run: Run
    reached: dict[str, bytes] = field(default_factory=dict)

    def night_of(self, event: str) -> bytes | None:
        """The night right after an event, played on as far as needed; None if it never comes."""
        run = self.run
        while event not in self.reached and run.world.tick - run.first < run.level.watchdog:
            if run.failures or run.world.story.ending:
                return None
            names = [type(happened).__name__ for happened in run.tick()]
            fresh = [name for name in names if name not in self.reached]
            if fresh:
                blob = run.world.snapshot()
                self.reached.update(dict.fromkeys(fresh, blob))
        return self.reached.get(event)


@lru_cache(maxsize=4)
def _prefix(path: Path, seed: int) -> _Prefix:
    return _Prefix(begin(read_level(path), seed, recorded=False))


def _reached(path: Path, event: str, seed: int) -> bytes:
    """The night of another level right after an event first happened there; played only once."""
    blob = _prefix(path, seed).night_of(event)
    if blob is None:
        raise LevelFileError(f"{path}: does not come to {event} with seed {seed}")
    return blob


def _write_junit(outcomes: list[Outcome], path: Path) -> None:
    failed = sum(not outcome.passed for outcome in outcomes)
    suite = ElementTree.Element(
        "testsuite", name="levels", tests=str(len(outcomes)), failures=str(failed)
    )
    for outcome in outcomes:
        case = ElementTree.SubElement(
            suite, "testcase", classname=outcome.file, name=outcome.name, time=str(outcome.seconds)
        )
        if not outcome.passed:
            text = "\n".join(outcome.failures)
            ElementTree.SubElement(case, "failure", message=text.splitlines()[0]).text = text
    ElementTree.ElementTree(suite).write(path, encoding="unicode", xml_declaration=True)

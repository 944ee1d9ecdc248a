"""``suna solve``: can a map be done unseen? Yes with a way, no with a reason, or undecided.

The strict wave finds a way on which no meter could rise; it is then walked in the real night, and
where somebody notices her all the same, that place and time are shut and the wave begins anew. If
none is found, the generous wave tells whether there can be one at all.
"""

import json
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np

from game.content import load_level
from game.content.errors import InputError
from game.core.routes import islands
from game.core.units import TICKS_PER_SECOND, TILE_SUB, tile_of
from game.lab.level_file import Pattern, TestLevel
from game.lab.level_keys import Do, Wanted
from game.lab.runner import begin
from game.lab.solver_task import MINUTE_TICKS, Task, task_of
from game.lab.tile_sets import Mask, TileSet
from game.lab.watchers import Watchers
from game.lab.wavefront import GENEROUS, STRICT, Tile, Trap, Wave, open_tiles
from game.sim import Rules, events, tuning
from game.sim.level import GoalKind, Level, Route, Spot

JSON_VERSION: Final = 1
_TRIES: Final = 24
_SEED: Final = 7
_SLACK_TICKS: Final = 600
_LIGHT_TILES: Final = 7
"""So near to anybody's round or post she goes light-footed: no sound, and no print to be found."""
_NOTICED: Final[Mapping[type[events.Event], tuple[tuple[str, Wanted], ...]]] = {
    events.Glimpsed: (("cause", {"whom": "sakura"}),),
    events.Heard: (("cause", {"whom": "sakura"}),),
    events.TremorFelt: (("cause", {"whom": "sakura"}),),
    events.TrailFound: (("whose", "sakura"),),
    events.Rose: (),
    events.Challenged: (),
    events.Threatened: (("whom", "sakura"),),
    events.Hurt: (),
}
"""What must not happen on a way that nobody notices."""
_DISPUTED_SHOWN: Final = 64


class SolveError(InputError):
    """A map asks for nothing that could be solved; one line that says why."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a map can be done unseen; None where it is undecided."""

    solvable: bool | None
    why: str
    route: tuple[tuple[Tile, int], ...] = ()
    """Tiles and the tick in which she is there, one a step."""
    disputed: tuple[Tile, ...] = ()
    """Tiles on the generous way that only strict eyes shut."""
    level: TestLevel | None = None
    """The way as a test level."""
    seconds: float = 0
    ticks: int = 0


def run(path: Path, json_path: Path | None = None, level_path: Path | None = None) -> int:
    """Say whether a map can be done unseen; 0 yes, 1 no or undecided. Raises InputError."""
    verdict = solve(path)
    words = {True: "yes", False: "no", None: "undecided"}[verdict.solvable]
    print(f"{path}: {words}: {verdict.why} ({verdict.seconds:.1f} s)")
    if json_path is not None:
        json_path.write_text(json.dumps(as_json(verdict)) + "\n", encoding="utf-8")
    if level_path is not None and verdict.level is not None:
        level_path.write_text(as_toml(verdict.level, level_path), encoding="utf-8")
        print(f"{level_path}: the way as a test level")
    return 0 if verdict.solvable else 1


def as_json(verdict: Verdict) -> dict[str, object]:
    """What ``--json`` writes."""
    return {
        "version": JSON_VERSION,
        "solvable": verdict.solvable,
        "ticks": verdict.ticks,
        "route": [list(tile) for tile, _ in verdict.route],
        "seconds": round(verdict.seconds, 3),
        "why": verdict.why,
        "disputed": [list(tile) for tile in verdict.disputed],
    }


def solve(path: Path) -> Verdict:
    """Whether a map can be done unseen. Raises InputError for a map that cannot be read or asks
    for nothing."""
    began = time.perf_counter()
    verdict = decide(load_level(path), path)
    return replace(verdict, seconds=time.perf_counter() - began)


def decide(level: Level, path: Path) -> Verdict:
    """Whether a level, which came from ``path``, can be done unseen.

    Raises SolveError if it asks for nothing.
    """
    task = task_of(level)
    if not task.stages and not task.not_before:
        raise SolveError(
            f"{path}: it asks for nothing that can be walked to; add a Goal or an Exit"
        )
    watchers = Watchers(level)
    shut_in = _shut_in(watchers, task)
    if shut_in:
        return Verdict(False, shut_in)
    dawn = (tuning.DAWN_MINUTES - level.conditions.clock_minutes) * MINUTE_TICKS
    traps: list[Trap] = []
    noticed = ""
    for _ in range(_TRIES):
        wave, way = _strict_way(watchers, task, traps, dawn)
        if not way:
            break
        test = _as_level(path, level, task, way)
        trap, ticks = _walk(task, test)
        if trap is None and not ticks:
            why = "a way leads there unseen, but the night does not end: a goal wants more"
            return Verdict(None, why, tuple(way), level=test)
        if trap is None:
            seconds = -(-ticks // TICKS_PER_SECOND)
            why = f"she is done after {seconds} s, and nobody noticed anything"
            return Verdict(True, why, tuple(way), level=test, ticks=ticks)
        noticed = f"; the last way was noticed at tile {trap.tile[0]},{trap.tile[1]}"
        # she is seldom quite where the plan has her: both places were wrong at that time
        traps += trap, Trap(_planned(way, trap.tick), trap.tick)
    return _generous(task, wave, dawn, noticed)


def _shut_in(watchers: Watchers, task: Task) -> str:
    """Which stage walls alone keep her from, in words; empty for none."""
    free = open_tiles(watchers.world, GENEROUS)
    patches = islands(free)
    start = watchers.world.level.places_of(Spot.START)[0]
    home = patches[tile_of(start.y), tile_of(start.x)]
    for stage in task.stages:
        if not (stage.tiles & (patches == home) & free).any():
            return f"walls shut her off from {stage.name}"
    return ""


def _strict_way(
    watchers: Watchers, task: Task, traps: Sequence[Trap], dawn: int
) -> tuple[Wave, list[tuple[Tile, int]]]:
    """The quickest way that no meter could rise on, as tiles with their ticks; empty for none."""
    wave = Wave(watchers, [stage.tiles for stage in task.stages], STRICT, traps)
    history = [wave.reached]
    for reached in wave.go(dawn):
        history.append(reached)
        if wave.there and wave.tick >= task.not_before:
            return wave, _back(wave, history)
    return wave, []


def _back(wave: Wave, history: Sequence[Sequence[TileSet]]) -> list[tuple[Tile, int]]:
    """The way back from where the wave arrived, turned round."""
    step, stage = len(history) - 1, len(wave.stages)
    ends = np.argwhere(wave.tiles.mask(history[step][stage]))
    y, x = (int(each) for each in ends[0])
    way = [((x, y), step * wave.reading.step_ticks)]
    while step > 0:
        while stage and wave.stages[stage - 1][y, x] and wave.tiles.has(
            history[step][stage - 1], x, y
        ):
            stage -= 1
        for back in (1, 2):
            if step - back < 0:
                continue
            spot = wave.step_from(history[step - back][stage], x, y)
            if spot is not None:
                (x, y), step = spot, step - back
                break
        else:
            raise AssertionError("the wave has come from nowhere")
        way.append(((x, y), step * wave.reading.step_ticks))
    way.reverse()
    return way


def _planned(way: Sequence[tuple[Tile, int]], tick: int) -> Tile:
    """Where a way has her in a tick."""
    return next((tile for tile, at in reversed(way) if at <= tick), way[0][0])


def _as_level(path: Path, level: Level, task: Task, way: Sequence[tuple[Tile, int]]) -> TestLevel:
    """The way as a test level in which nobody may notice anything."""
    by_walking = all(goal.kind not in (GoalKind.HEAL, GoalKind.SENSE) for goal in level.goals)
    ends = by_walking and not level.conditions.story
    done = Pattern("Ended", ()) if ends or not task.stages else task.stages[-1].reached
    return TestLevel(
        path=path.with_suffix(".toml"),
        name=path.stem,
        story="A way on which nobody notices anything.",
        map_path=path,
        seed=_SEED,
        watchdog=max(way[-1][1], task.not_before) + _SLACK_TICKS,
        proves="",
        steps=tuple(_steps(way, _near_rounds(level))),
        expects=(done,),
        nevers=tuple(Pattern(kind.__name__, fields) for kind, fields in _NOTICED.items()),
        start_level=None,
        start_event="",
        rules=Rules(),
    )


def _steps(way: Sequence[tuple[Tile, int]], light: Mask) -> Iterator[Do]:
    """A way as straight stretches, each with its gait and the tick in which it begins."""
    begins, course, gait = 0, (0, 0), ""
    end: Tile = way[0][0]
    for (here, tick), (there, _) in pairwise(way):
        turn = there[0] - here[0], there[1] - here[1]
        wanted = "light" if light[there[1], there[0]] else "walk"
        if (turn, wanted) != (course, gait):
            if course != (0, 0):
                yield Do(at=begins, walk=list(end), gait=gait)
            begins, course, gait = tick, turn, wanted
        end = there
    if course != (0, 0):
        yield Do(at=begins, walk=list(end), gait=gait)


def _near_rounds(level: Level) -> Mask:
    """Tiles near anybody's round or post."""
    near = np.zeros((level.height, level.width), np.bool_)
    walked = {route.id: route for route in level.routes}
    for actor in level.actors:
        spots = [(actor.x, actor.y)]
        route = walked.get(actor.route)
        if route is not None:
            spots += _along(route)
        for x, y in spots:
            row, column = tile_of(y), tile_of(x)
            top, left = max(0, row - _LIGHT_TILES), max(0, column - _LIGHT_TILES)
            near[top : row + _LIGHT_TILES + 1, left : column + _LIGHT_TILES + 1] = True
    return near


def _along(route: Route) -> Iterator[tuple[int, int]]:
    """Points of a round, at most a tile apart."""
    points = [*route.points, route.points[0]] if route.loop else route.points
    for (ax, ay), (bx, by) in pairwise(points):
        count = max(1, max(abs(bx - ax), abs(by - ay)) // TILE_SUB)
        for step in range(count + 1):
            yield ax + (bx - ax) * step // count, ay + (by - ay) * step // count


def _walk(task: Task, test: TestLevel) -> tuple[Trap | None, int]:
    """Walk a way in the real night: where it was noticed, or None and the tick of its end.

    The tick is 0 if nobody noticed anything and yet it does not end.
    """
    run = begin(test, recorded=False)
    world = run.world
    while world.tick < test.watchdog:
        run.tick()
        walked = run.player.step >= len(test.steps) and world.tick >= task.not_before
        if run.failures:
            break
        if world.story.ending or (walked and not run.waiting):
            return None, world.tick
    if not run.failures:
        return None, 0
    return Trap((tile_of(world.sakura.x), tile_of(world.sakura.y)), world.tick), world.tick


def _generous(task: Task, strict: Wave, dawn: int, noticed: str) -> Verdict:
    """No if not even the generous wave arrives, else undecided."""
    wave = Wave(strict.watchers, [stage.tiles for stage in task.stages], GENEROUS)
    for _ in wave.go(dawn):
        if wave.there and wave.tick >= task.not_before:
            return _undecided(task, wave, strict, noticed)
    past = wave.furthest
    if past == len(task.stages):
        return Verdict(False, "wherever she waits, somebody comes to see her before it is over")
    why = (
        f"there is no way to {task.stages[past].name}: even at a run, by dawn she has been on no "
        f"more than {wave.ever[past].bit_count()} tiles while nobody saw them for certain"
    )
    return Verdict(False, why)


def _undecided(task: Task, wave: Wave, strict: Wave, noticed: str) -> Verdict:
    """Which tiles only strict eyes shut: reached by the generous wave, never by the strict one."""
    past = strict.furthest
    disputed = wave.ever[past] & ~strict.ever[past]
    shown = np.argwhere(wave.tiles.mask(disputed))[:_DISPUTED_SHOWN]
    tiles = tuple((int(x), int(y)) for y, x in shown)
    goal = task.stages[past].name if past < len(task.stages) else "the end"
    why = (
        f"no way to {goal} is sure, but one at a run might do; {disputed.bit_count()} tiles are in "
        f"dispute{noticed}"
    )
    return Verdict(None, why, disputed=tiles)


def as_toml(test: TestLevel, path: Path) -> str:
    """A way as the text of a test level that lies at ``path``."""
    lines = [
        f'map = "{os.path.relpath(test.map_path, path.parent)}"',
        f'story = "{test.story}"',
        f"seed = {test.seed}",
        f"watchdog = {test.watchdog}",
    ]
    for step in test.steps:
        lines += ["", "[[do]]", f"at = {step.at}", f"walk = {step.walk}", f'gait = "{step.gait}"']
    for key, patterns in (("expect", test.expects), ("never", test.nevers)):
        for pattern in patterns:
            lines += ["", f"[[{key}]]", f'event = "{pattern.event}"']
            for name, value in pattern.fields:
                lines.append(
                    f'{name}.whom = "sakura"' if name == "cause" else f'{name} = "{value}"'
                )
    return "\n".join(lines) + "\n"

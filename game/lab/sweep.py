"""Many nights of one level with other hands at the keys: how often, by whom and by which sense she
is noticed on the way to where the level's own steps lead.

The seed draws the wind from there on, and how long she lingers before she sets out, so that she
meets everybody elsewhere on their rounds.
"""

import json
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import msgspec

from game.content.errors import InputError
from game.core.rng import fork
from game.core.units import seconds, tile_centre, tile_of
from game.lab.bots import Bot, Cautious, Straight, there
from game.lab.cluster import executor
from game.lab.level_file import read_level
from game.lab.runner import begin
from game.sim import Command, Event, World, events, step
from game.sim.command import Gait
from game.sim.minds.factions import hunts_her
from game.sim.tale import talking

JSON_VERSION: Final = 1
RUNS_A_TASK: Final = 25
LINGERS_TICKS: Final = seconds(30)
WATCHDOG_TICKS: Final = seconds(240)
BOTS: Final = ("straight", "cautious", "left", "right")
_ALARMS: Final = ("search", "chase")


class SweepError(InputError):
    """A level cannot be swept; names file and mend."""


@dataclass(frozen=True, slots=True)
class Night:
    """One run: how far she came, and what gave her away first."""

    bot: str
    seed: int
    arrived: bool
    ticks: int
    """From the beginning of the level to her arrival, or to being noticed."""
    noticed_by: str
    """Name of the first who noticed her; empty if nobody did."""
    event: str
    sense: str
    tile: tuple[int, int]
    """Where she was at the end."""

    @property
    def unseen(self) -> bool:
        """Whether she came there and nobody took notice."""
        return self.arrived and not self.event


def run(
    path: Path,
    seeds: range,
    bots: Sequence[str],
    jobs: int = 1,
    json_path: Path | None = None,
    scheduler: str = "",
) -> int:
    """Sweep a level and print a table; writes JSON if asked. 0 when done.

    ``scheduler`` is the address of a dask scheduler whose workers play the nights; they read the
    level from the same path. Raises SweepError, ClusterError.
    """
    path = path.resolve()
    _goal(path)
    with executor(scheduler) if scheduler else nullcontext() as pool:
        nights = sweep(path, seeds, bots, jobs, pool)
    print(table(nights))
    if json_path is not None:
        rows = [msgspec.to_builtins(night) | {"unseen": night.unseen} for night in nights]
        out = {"version": JSON_VERSION, "level": str(path), "nights": rows}
        json_path.write_text(json.dumps(out, indent=2) + "\n", encoding="utf-8")
    return 0


def sweep(
    path: Path, seeds: range, bots: Sequence[str], jobs: int = 1, pool: Executor | None = None
) -> list[Night]:
    """All nights of a level, by bot and then by seed. ``pool`` may be any executor of futures."""
    work = [(bot, seed) for bot in bots for seed in seeds]
    tasks = [work[at : at + RUNS_A_TASK] for at in range(0, len(work), RUNS_A_TASK)]
    if pool is None and (jobs <= 1 or len(tasks) == 1):
        return [night for task in tasks for night in _play_all(path, task)]
    if pool is not None:
        return _gathered(pool, path, tasks)
    with ProcessPoolExecutor(jobs) as own:
        return _gathered(own, path, tasks)


def table(nights: Sequence[Night]) -> str:
    """What came of a sweep, a line for each bot."""
    lines = [f"{'bot':<10} {'nights':>6} {'unseen':>6} {'arrived':>7}  noticed by"]
    for bot in dict.fromkeys(night.bot for night in nights):
        own = [night for night in nights if night.bot == bot]
        causes = Counter(
            f"{night.sense or night.event} of {night.noticed_by}" for night in own if night.event
        )
        said = ", ".join(f"{cause} {count}" for cause, count in sorted(causes.items())) or "nobody"
        unseen = sum(night.unseen for night in own)
        arrived = sum(night.arrived for night in own)
        lines.append(f"{bot:<10} {len(own):>6} {unseen:>6} {arrived:>7}  {said}")
    return "\n".join(lines)


def play(path: Path, bot_name: str, seed: int, lingers: int | None = None) -> Night:
    """One night of a level with a bot at the keys, to its goal or until she is noticed."""
    goal = _goal(path)
    world = begin(read_level(path), recorded=False).world
    first = world.tick
    world.weather_rng = fork(seed, "weather")
    if lingers is None:
        lingers = fork(seed, "sets out").between(0, LINGERS_TICKS)
    bot = bot_of(bot_name, goal)
    while world.tick - first < WATCHDOG_TICKS and not there(world, goal):
        command = bot.next(world)
        if world.tick - first < lingers and not talking.is_on(world):
            command = Command(gait=Gait.SNEAK)
        for event in step(world, command):
            found = noticed(world, event)
            if found is not None:
                told = (type(event).__name__, *found)
                return _night(world, bot_name, seed, first, False, told)
    return _night(world, bot_name, seed, first, there(world, goal), ("", "", ""))


def noticed(world: World, event: Event) -> tuple[str, str] | None:
    """Who noticed her by which sense, if that is what an event tells; else None."""
    match event:
        case events.AlertChanged(who, _, after, "sakura", cause) if after in _ALARMS:
            return (who, cause.sense) if _is_foe(world, who) else None
        case events.Spotted(who, _, cause) | events.TremorFelt(who, _, cause):
            return (who, cause.sense) if cause.whom == "sakura" else None
        case events.Challenged(who):
            return who, "sight"
        case events.Threatened(who, "sakura"):
            return who, "sight"
        case events.Rose(who):
            return who, "tread"
        case events.TrailFound(who, "sakura") if _is_foe(world, who):
            return who, "trail"
        case _:
            return None


def bot_of(name: str, goal: tuple[int, int]) -> Bot:
    """A bot by its name. Raises SweepError for a name that nobody has."""
    match name:
        case "straight":
            return Straight(goal)
        case "cautious":
            return Cautious(goal)
        case "left":
            return Cautious(goal, side=-1)
        case "right":
            return Cautious(goal, side=1)
        case _:
            raise SweepError(f"there is no bot {name}; there are {', '.join(BOTS)}")


def _play_all(path: Path, work: Sequence[tuple[str, int]]) -> list[Night]:
    return [play(path, bot, seed) for bot, seed in work]


def _gathered(
    pool: Executor, path: Path, tasks: Sequence[Sequence[tuple[str, int]]]
) -> list[Night]:
    futures = [pool.submit(_play_all, path, task) for task in tasks]
    return [night for future in futures for night in future.result()]


@lru_cache(maxsize=8)
def _goal(path: Path) -> tuple[int, int]:
    """Where the last walk of a level leads."""
    level = read_level(path)
    wheres = [do.walk for do in level.steps if do.walk is not None]
    if not wheres:
        raise SweepError(f"{path}: she walks nowhere; add a [[do]] with walk")
    where = wheres[-1]
    if isinstance(where, list):
        return tile_centre(where[0]), tile_centre(where[1])
    world = begin(level, recorded=False).world
    place = world.level.place(where)
    if place is None:
        raise SweepError(f'{path}: the map has no place "{where}" to walk to')
    return place.x, place.y


def _is_foe(world: World, who: str) -> bool:
    return any(mind.name == who and hunts_her(world, mind) for mind in world.minds)


def _night(
    world: World, bot: str, seed: int, first: int, arrived: bool, found: tuple[str, str, str]
) -> Night:
    her = world.sakura
    event, who, sense = found
    tile = (tile_of(her.x), tile_of(her.y))
    return Night(bot, seed, arrived, world.tick - first, who, event, sense, tile)

"""What the bench says, a figure beside its yardstick and its limit; and the clock that it uses."""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from game.core.rng import Rng
from game.sim import Command, World, step

JSON_VERSION: Final = 1
PLAIN_DRAWS: Final = 1000
PLAIN: Final = f"{PLAIN_DRAWS} draws of the generator in plain Python"
_BEST_OF: Final = 5


@dataclass(frozen=True, slots=True)
class Result:
    """One figure. ``ratio`` is the value over the yardstick, which ``against`` names.

    ``limit`` is the most that the value should be, in its own unit; 0 where it has none.
    """

    name: str
    value: float
    unit: str
    yardstick: float
    ratio: float
    against: str
    limit: float = 0.0

    @property
    def within(self) -> bool:
        """Whether the figure keeps its limit, if it has one."""
        return not self.limit or self.value <= self.limit


def against(
    name: str, value: float, unit: str, yard: float, what: str, limit: float = 0.0
) -> Result:
    """A figure and its ratio to a yardstick."""
    ratio = value / yard if yard else 0.0
    return Result(
        name, round(value, 4), unit, round(yard, 4), round(ratio, 4), what, round(limit, 4)
    )


def line(result: Result) -> str:
    """One figure for people."""
    said = (
        f"{result.name:<24} {result.value:>12.3f} {result.unit:<5}"
        f" {result.ratio:>9.3f} x {result.against} ({result.yardstick:.3f} {result.unit})"
    )
    if result.limit:
        word = "within" if result.within else "OVER"
        said += f"; {word} the limit of {result.limit:.3f} {result.unit}"
    return said


def write_json(results: Sequence[Result], path: Path) -> None:
    """Write results for other programs; ``version`` is raised when a key changes its meaning."""
    rows = [msgspec.to_builtins(each) | {"within": each.within} for each in results]
    table = {"version": JSON_VERSION, "results": rows}
    path.write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")


def tick_times(
    world: World, commands: Sequence[Command], clock: Callable[[], float] = time.perf_counter
) -> list[float]:
    """Seconds that each tick takes by a clock."""
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
        for _ in range(PLAIN_DRAWS):
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

"""What one mind costs among few and among many, and what a larger map costs with the same minds.

All sizes are played in turn, round after round, and of each tick the quickest round counts: so a
figure and its yardstick come from the same stretch of time, and other programs are left out.
"""

import time
from dataclasses import dataclass
from typing import Final

from game.lab.bench_maps import crowd
from game.lab.bench_result import Result, against, tick_times
from game.sim import Command, World

ROUNDS: Final = 6
CROWD_TICKS: Final = 300
GROWTH: Final = 1.1
"""The cost of a mind may rise so much from ten to a thousand."""
MAP_GROWTH: Final = 1.2
"""The cost of a tick may rise so much on a map of four times the side."""
MANY: Final = 200
MANY_TICKS_PER_SECOND: Final = 1500
_MICRO: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Crowd:
    """So many minds, evenly spread over a square of ``side`` tiles on a map of ``map_side``."""

    minds: int
    side: int
    map_side: int


EMPTY: Final = Crowd(0, 64, 64)
TEN: Final = Crowd(10, 64, 64)
HUNDRED: Final = Crowd(100, 192, 192)
TWO_HUNDRED: Final = Crowd(MANY, 272, 272)
THOUSAND: Final = Crowd(1000, 608, 608)
SMALL_MAP: Final = Crowd(24, 128, 128)
LARGE_MAP: Final = Crowd(24, 128, 512)


def measure_growth() -> list[Result]:
    """The cost of a mind among 10, 100 and 1000, of 200 at once, and of a map's size."""
    crowds = (EMPTY, TEN, HUNDRED, TWO_HUNDRED, THOUSAND, SMALL_MAP, LARGE_MAP)
    ticks = crowd_ticks(crowds, ROUNDS, CROWD_TICKS)
    micro = {crowd: seconds * _MICRO for crowd, seconds in ticks.items()}
    each = {
        crowd: (micro[crowd] - micro[EMPTY]) / crowd.minds for crowd in (TEN, HUNDRED, THOUSAND)
    }
    few, most = each[TEN], GROWTH * each[TEN]
    small, limit = micro[SMALL_MAP], _MICRO / MANY_TICKS_PER_SECOND
    return [
        against("tick_per_mind_10", few, "us", micro[EMPTY], "a tick with nobody"),
        against("tick_per_mind_100", each[HUNDRED], "us", few, "among 10", most),
        against("tick_per_mind_1000", each[THOUSAND], "us", few, "among 10", most),
        against("tick_200_minds", micro[TWO_HUNDRED], "us", limit, "1,500 ticks a second", limit),
        against(
            "tick_map_x4", micro[LARGE_MAP], "us", small, "a quarter's side", MAP_GROWTH * small
        ),
    ]


def crowd_ticks(crowds: tuple[Crowd, ...], rounds: int, ticks: int) -> dict[Crowd, float]:
    """Processor seconds of a tick in each crowd: the mean over a run in which each tick is the
    quickest of some rounds."""
    levels = {each: crowd(each.minds, each.side, each.map_side) for each in crowds}
    quickest: dict[Crowd, list[float]] = {}
    commands = [Command()] * ticks
    for _ in range(rounds):
        for each, level in levels.items():
            times = tick_times(World.new(level, seed=1), commands, time.process_time)
            quickest[each] = list(map(min, times, quickest.get(each, times)))
    return {each: sum(times) / len(times) for each, times in quickest.items()}

"""How long it takes to say that a map cannot be done unseen, which means to wait until dawn."""

import time
from dataclasses import replace
from pathlib import Path
from typing import Final

from game.core.headings import SOUTH
from game.core.units import tile_centre
from game.lab.bench_maps import crowd
from game.lab.bench_result import PLAIN, Result, against, yardstick
from game.lab.solver import decide
from game.sim.level import Actor, Goal, GoalKind, Kind, Level, Place, Spot, Wall

SIDE_TILES: Final = 128
MINDS: Final = 12
LIMIT_S: Final = 2.0
_FIRST_ID: Final = 1000
_LEFT: Final = 30
_TOP: Final = 30
_CELL_TILES: Final = 6
_TRIES: Final = 2


def measure_solver() -> list[Result]:
    """Deciding on a map whose goal somebody never takes his eyes off."""
    level = guarded_map(MINDS, SIDE_TILES)
    times = []
    for _ in range(_TRIES):
        began = time.process_time()
        verdict = decide(level, Path("guarded.tmx"))
        times.append(time.process_time() - began)
        assert verdict.solvable is False, verdict.why
    return [against("solve_to_dawn", min(times), "s", yardstick(), PLAIN, LIMIT_S)]


def guarded_map(minds: int, side: int) -> Level:
    """A crowd on its rounds, and one in a walled cell who looks at its only door."""
    level = crowd(minds - 1, side, side)
    walls, middle = level.walls.copy(), _LEFT + _CELL_TILES // 2
    walls[_TOP : _TOP + _CELL_TILES + 1, _LEFT : _LEFT + _CELL_TILES + 1] = Wall.HIGH
    walls[_TOP + 1 : _TOP + _CELL_TILES, _LEFT + 1 : _LEFT + _CELL_TILES] = Wall.NONE
    walls[_TOP + _CELL_TILES, middle] = Wall.NONE
    x = tile_centre(middle)
    keeper = Actor(_FIRST_ID, "keeper", Kind.ROGUE, x, tile_centre(_TOP + 3), heading=SOUTH)
    goal = Place(_FIRST_ID + 1, "the_hoard", Spot.NOTE, x, tile_centre(_TOP + 1))
    return replace(
        level,
        walls=walls,
        actors=(*level.actors, keeper),
        places=(*level.places, goal),
        goals=(Goal(_FIRST_ID + 2, GoalKind.REACH, goal.name),),
    )

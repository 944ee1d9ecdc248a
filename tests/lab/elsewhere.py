"""Run by another Python: plays the small night of the sameness tests and prints what it was.

    python -m tests.lab.elsewhere night          hashes of a night drawn as text
    python -m tests.lab.elsewhere verify F       proves a recording, through the command line

Needs numpy alone for the first, what the game itself needs for the second. The last line is JSON.
"""

import json
import sys

import numpy as np
from numpy._core import _multiarray_umath as core  # type: ignore[attr-defined]

from game.sim.command import Button, Command, Gait
from game.sim.level import Kind
from game.sim.tick import step
from tests.sim.nights import SOUTH, WEST, Person, night

TICKS = 1500
EVERY = 60
TEXT = """
    ..~~~....^..............
    .1...R...^...#....2.....
    .........^...#...&......
    ..%......=...#.....S....
    ,,,......=.....*........
    .3..P......@.......4....
    ,,,..................L+.
    ......A...o.o.......oo..
    __________....C....Q....
"""


def command_at(tick: int) -> Command:
    """Somebody who tries everything in turn."""
    gait = (Gait.WALK, Gait.RUN, Gait.SNEAK, Gait.LIGHT)[tick // 90 % 4]
    keys = (Button(0), Button.STRIKE, Button.SENSE, Button.THROW, Button.ACT, Button.FEIGN)
    held = keys[tick // 50 % len(keys)] if tick % 50 < 20 + tick // 50 % 3 * 14 else Button(0)
    aim = tick * 7 % 1024 if tick // 200 % 2 else -1
    return Command(move=tick // 40 * 7 % 64, gait=gait, aim=aim, reach=tick % 150, buttons=held)


def hashes_of_the_night() -> list[str]:
    """Hash of each second of a busy, windy night."""
    world = night(
        TEXT,
        seed=11,
        R=Person(Kind.ROGUE, route="12", squad=1),
        Q=Person(Kind.ROGUE, facing=WEST, squad=1, sensor=True),
        P=Person(Kind.PATROL, route="34", loop=False),
        A=Person(Kind.AMBUSHER, facing=SOUTH),
        C=Person(Kind.CUTTER, delay_ticks=300),
        S=Person(Kind.SNAKE),
        L=Person(Kind.LIZARD, facing=WEST),
    )
    world.weather.next_gust_tick = 100
    found = []
    for tick in range(TICKS):
        step(world, command_at(tick))
        if tick % EVERY == EVERY - 1:
            found.append(world.digest())
    return found


def vector_units() -> list[str]:
    """Names of the processor's extras that numpy picks its loops by, and that are on."""
    return [name for name in core.__cpu_dispatch__ if core.__cpu_features__[name]]


def main() -> int:
    """Do what the command line says."""
    what, *files = sys.argv[1:]
    code = 0
    found: list[str] = []
    if what == "night":
        found = hashes_of_the_night()
    else:
        from game.cli import main as suna

        code = suna(["replay", files[0], "--verify"])
    table = {
        "python": sys.version.split()[0],
        "numpy": np.__version__,
        "vector_units": vector_units(),
        "hashes": found,
        "code": code,
    }
    print(json.dumps(table))
    return code


if __name__ == "__main__":
    sys.exit(main())

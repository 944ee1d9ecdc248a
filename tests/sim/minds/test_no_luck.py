"""There are no dice in what anybody notices: nothing there knows the seed, no seed changes it."""

import ast
from pathlib import Path

import pytest

from game.core.rng import Rng
from game.sim import events
from game.sim.beings import Mind
from game.sim.command import Command, Gait
from game.sim.events import Event
from game.sim.level import Kind
from game.sim.tick import step
from tests.sim.nights import SOUTH, WEST, Person, night

GAME = Path(events.__file__).parents[1]
SENSES = sorted(
    GAME / f"{name}.py"
    for name in (
        "core/flood", "core/routes", "core/sight", "sim/land/light", "sim/land/terrain",
        "sim/minds/awareness", "sim/minds/buckets", "sim/minds/discoveries", "sim/minds/eyes",
        "sim/minds/factions", "sim/minds/hearing", "sim/minds/looking", "sim/minds/perception",
    )
)  # fmt: skip
LUCK = ("rng", "random", "dice", "seed", "fork", "mixed", "shuffle")

BUSY = """
    ............................
    .1...R.......#....2.........
    .............#......*.......
    ..%......=...#.....S........
    .........=..................
    .3..P......@.......4...L.+..
    ..........................*.
    ......A.....................
    ..................Q.........
    ............................
"""


def luck_in(source: str) -> list[str]:
    """Names in a program that speak of luck: imported, read or called."""
    found = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
                names = [name]
            case ast.Import(names=aliases):
                names = [alias.name for alias in aliases]
            case ast.ImportFrom(module=module, names=aliases):
                names = [module or "", *(alias.name for alias in aliases)]
            case _:
                names = []
        for name in names:
            words = name.lower().replace(".", "_").split("_")
            found += [name for word in words if word in LUCK]
    return found


@pytest.mark.parametrize("path", SENSES, ids=lambda path: path.stem)
def test_nothing_that_notices_knows_of_luck(path: Path) -> None:
    assert luck_in(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "import random",
        "from game.core.rng import Rng",
        "from game.core import rng",
        "def see(world): return world.weather_rng.next()",
        "def see(world): return mixed(world.seed, 1) % 2",
    ],
)
def test_luck_would_be_found(source: str) -> None:
    assert luck_in(source)


def noticed(seed: int) -> tuple[list[Event], list[Mind]]:
    """What happens in a busy night with the same air, and how everybody stands at its end."""
    world = night(
        BUSY,
        seed=seed,
        R=Person(Kind.ROGUE, route="12", squad=1),
        Q=Person(Kind.ROGUE, facing=WEST, squad=1),
        P=Person(Kind.PATROL, route="34", loop=False),
        A=Person(Kind.AMBUSHER, facing=SOUTH),
        S=Person(Kind.SNAKE),
        L=Person(Kind.LIZARD, facing=WEST),
    )
    world.weather.next_gust_tick = 60
    world.weather_rng = Rng(5)
    told = []
    for tick in range(500):
        gait = (Gait.WALK, Gait.RUN, Gait.SNEAK)[tick // 90 % 3]
        told += step(world, Command(move=tick // 40 * 7 % 64, gait=gait))
    return told, world.minds


def test_the_same_deeds_in_the_same_wind_are_noticed_alike_whatever_the_seed() -> None:
    told, minds = noticed(1)
    senses = {event.cause.sense for event in told if isinstance(event, events.AlertChanged)}
    assert len(senses) >= 3, senses
    assert noticed(99) == (told, minds)

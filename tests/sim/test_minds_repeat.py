"""The same night twice: saved and taken up again, minds go on as if nothing had been."""

from game.core.units import tiles
from game.sim.beings import Pose
from game.sim.command import Button, Command, Gait
from game.sim.level import Kind
from game.sim.minds.buckets import Buckets
from game.sim.tick import step
from game.sim.world import World
from tests.sim.nights import SOUTH, WEST, Person, gust, night, who

BUSY = """
    ............................
    .1...R.......#....2.........
    .............#..............
    ..%......=...#.....S........
    .........=..................
    .3..P......@.......4...L.+..
    ..........................*.
    ......A.....................
    ..................Q.........
    ............................
"""


def busy_night() -> World:
    world = night(
        BUSY,
        R=Person(Kind.ROGUE, route="12", squad=1),
        Q=Person(Kind.ROGUE, facing=WEST, squad=1),
        P=Person(Kind.PATROL, route="34", loop=False),
        A=Person(Kind.AMBUSHER, facing=SOUTH),
        S=Person(Kind.SNAKE),
        L=Person(Kind.LIZARD, facing=WEST),
    )
    world.weather.next_gust_tick = 200
    return world


def command_at(tick: int) -> Command:
    gait = (Gait.WALK, Gait.RUN, Gait.SNEAK, Gait.LIGHT)[tick // 90 % 4]
    buttons = Button.STRIKE if tick % 70 == 0 else Button(0)
    return Command(move=tick // 40 * 7 % 64, gait=gait, buttons=buttons, choice=0)


def test_saving_and_restoring_every_half_second_changes_nothing() -> None:
    plain, saved = busy_night(), busy_night()
    happened = 0
    for tick in range(1800):
        happened += len(step(plain, command_at(tick)))
        step(saved, command_at(tick))
        if tick % 30 == 17:
            saved = World.restore(saved.snapshot(), saved.level)
            assert saved.digest() == plain.digest(), tick
    assert happened > 50


def test_buckets_hold_everybody_near_and_nobody_gone() -> None:
    world = busy_night()
    gone = who(world, "snake_s")
    gone.pose = Pose.GONE
    near = Buckets(world.minds)
    for mind in world.minds:
        around = near.around(mind.x, mind.y, tiles(11))
        expected = [
            other
            for other in world.minds
            if max(abs(other.x - mind.x), abs(other.y - mind.y)) <= tiles(11)
            and other is not gone
        ]
        assert all(other in around for other in expected)
        assert gone not in around


def test_a_gust_blinds_but_does_not_confuse_anybody() -> None:
    world = busy_night()
    gust(world, ticks=600)
    for tick in range(600):
        step(world, command_at(tick))
    for mind in world.minds:
        assert 0 <= mind.meter <= 1000
        assert world.terrain.walkable(mind.x // 4096, mind.y // 4096)

"""Ears: how far a sound goes over ground, round walls and in wind, and what snakes feel."""

from game.sim.beings import Alert
from game.sim.command import Command, Gait
from game.sim.events import Heard, NoiseMade
from game.sim.level import Kind, Surface
from game.sim.minds import hearing
from game.sim.moment import Moment, Noise
from game.sim.world import World
from tests.sim.nights import (
    EAST,
    WALK_SOUTH,
    WALK_WEST,
    WEST,
    Person,
    going,
    gust,
    night,
    of,
    pass_time,
    who,
)

LISTENER = Person(Kind.ROGUE, facing=WEST)


def carries(world: World, tiles: int) -> bool:
    """Whether a sound of this reach, made where she stands, gets to the rogue."""
    her = world.sakura
    noise = Noise("pebble", 0, her.x, her.y, tiles)
    return bool(hearing.reached(world, noise, [who(world, "rogue_r")]))


def test_running_behind_a_rogue_is_heard_and_sneaking_is_not() -> None:
    def heard(gait: Gait) -> list[Heard]:
        world = night(
            """
            ......@..
            .........
            R........
            .........
            .........
            """,
            R=LISTENER,
        )
        return of(pass_time(world, 60, going(WALK_SOUTH, gait)), Heard)

    assert heard(Gait.RUN)
    assert not heard(Gait.SNEAK)


def test_gravel_is_louder_than_sand_and_soft_sand_quieter() -> None:
    def reach(floor: Surface) -> int:
        world = night("@.....", floor=floor)
        world.level.surface[:] = floor
        events = pass_time(world, 60, Command(move=0, gait=Gait.RUN))
        return max(event.tiles for event in of(events, NoiseMade))

    assert reach(Surface.SOFT) < reach(Surface.SAND) < reach(Surface.ROCK) < reach(Surface.GRAVEL)


def test_a_wall_makes_a_sound_go_the_long_way_round() -> None:
    free = night("@....R", R=LISTENER)
    walled = night(
        """
        @..#..R
        ...#...
        ...#...
        .......
        """,
        R=LISTENER,
    )
    assert carries(free, 5)
    assert not carries(free, 4)
    assert not carries(walled, 6)
    assert carries(walled, 9)


def test_wind_drowns_what_would_be_heard() -> None:
    world = night("@....R", R=LISTENER)
    assert carries(world, 6)
    gust(world)
    assert not carries(world, 6)
    assert carries(world, 10)


def test_a_heard_step_is_a_cause_with_ground_and_distance() -> None:
    world = night("......@.R", floor=Surface.GRAVEL, R=Person(Kind.ROGUE, facing=EAST))
    world.level.surface[:] = Surface.GRAVEL
    events = pass_time(world, 120, going(WALK_WEST, Gait.RUN))
    cause = of(events, Heard)[0].cause
    assert (cause.sense, cause.what, cause.gait, cause.surface) == (
        "hearing", "step", "run", "gravel",
    )
    assert cause.tiles >= 2


def test_noise_alone_never_starts_a_chase() -> None:
    world = night("R....@", R=LISTENER)
    world.sakura.inside = 999
    rogue = who(world, "rogue_r")
    for _ in range(10):
        sound(world, "punch", 22)
    assert rogue.meter == 900
    assert rogue.alert is Alert.SEARCH


def test_a_pebble_makes_a_rogue_curious_but_never_search() -> None:
    world = night("R....@", R=LISTENER)
    world.sakura.inside = 999
    rogue = who(world, "rogue_r")
    sound(world, "pebble", 6)
    assert rogue.alert is Alert.CURIOUS
    for _ in range(5):
        sound(world, "pebble", 6)
    assert rogue.alert is Alert.CURIOUS


def test_the_guard_at_the_gate_minds_no_steps() -> None:
    world = night("G....@", G=Person(Kind.GUARD, facing=WEST))
    sound(world, "step", 8)
    assert who(world, "guard_g").meter == 0


def sound(world: World, what: str, tiles: int) -> None:
    """A sound where she is."""
    moment = Moment(Command())
    moment.noises.append(Noise(what, 0, world.sakura.x, world.sakura.y, tiles))
    hearing.listen(world, moment)

"""Beasts and ambushers: what wakes them, what calms them."""

from game.sim.beings import Alert, Pose
from game.sim.command import Button, Command, Gait
from game.sim.events import Attacked, Hurt, Rose, Struck, Threatened, TremorFelt
from game.sim.level import Kind, Surface
from tests.sim.nights import (
    SOUTH,
    WALK_EAST,
    WALK_NORTH,
    Person,
    going,
    night,
    of,
    pass_time,
    put,
    tile,
    who,
)

SNAKE = Person(Kind.SNAKE)
SNAKE_LAND = """
    ......................
    ......................
    @..........S..........
    ......................
"""


def test_a_snake_feels_running_and_bursts_out_at_her() -> None:
    world = night(SNAKE_LAND, S=SNAKE)
    events = pass_time(world, 600, going(WALK_EAST, Gait.RUN), until=Attacked)
    assert of(events, TremorFelt, who="snake_s")
    assert who(world, "snake_s").pose is Pose.CHARGE
    events = pass_time(world, 90, Command())
    assert of(events, Struck, who="snake_s", whom="sakura", how="bite")


def test_a_snake_does_not_notice_light_feet() -> None:
    world = night(SNAKE_LAND, S=SNAKE)
    events = pass_time(world, 240, going(WALK_EAST, Gait.LIGHT))
    assert not of(events, TremorFelt)
    assert who(world, "snake_s").alert is Alert.CALM


def test_a_snake_feels_nothing_through_rock() -> None:
    world = night(SNAKE_LAND.replace(".", "o"), floor=Surface.ROCK, S=SNAKE)
    assert not of(pass_time(world, 200, going(WALK_EAST, Gait.RUN)), TremorFelt)


def test_a_snake_is_spent_after_its_burst_and_then_goes_home() -> None:
    world = night(SNAKE_LAND, S=SNAKE)
    pass_time(world, 600, going(WALK_EAST, Gait.RUN), until=Attacked)
    snake = who(world, "snake_s")
    world.sakura.x, world.sakura.y = world.level.width * 4096 - 2048, 2048
    pass_time(world, 80)
    assert who(world, "snake_s").pose is Pose.SPENT
    put(world.sakura, 0, 0)
    pass_time(world, 6 * 60)
    assert who(world, "snake_s").pose is Pose.BURIED
    pass_time(world, 20 * 60)
    assert tile(snake) == (11, 2)
    assert snake.alert is Alert.CALM


def test_a_snake_travels_under_the_sand_to_where_steps_were() -> None:
    world = night(SNAKE_LAND, S=SNAKE)
    put(world.sakura, 4, 2)
    pass_time(world, 60, going(WALK_NORTH, Gait.RUN))
    snake = who(world, "snake_s")
    assert who(world, "snake_s").pose is Pose.BURIED
    assert tile(snake)[0] < 11


def test_a_snake_bites_a_rogue_that_walks_over_its_sand() -> None:
    world = night(
        """
        ....................
        1..R.....S.......2..
        ....................
        ...................@
        """,
        R=Person(Kind.ROGUE, route="21", pause_ticks=0),
        S=SNAKE,
    )
    world.sakura.inside = 999
    events = pass_time(world, 12 * 60, until=Struck)
    assert of(events, TremorFelt, who="snake_s")
    assert of(events, Struck, who="snake_s", whom="rogue_r")


NEST = """
    ...............
    ...............
    ....+L.....@...
    ...............
    ...............
"""


def test_a_mother_threatens_before_she_charges() -> None:
    world = night(NEST, L=Person(Kind.LIZARD))
    put(world.sakura, 10, 2)
    events = pass_time(world, 600, until=Threatened)
    assert of(events, Threatened, who="lizard_l", whom="sakura")
    events = pass_time(world, 60)
    assert not of(events, Attacked)
    events = pass_time(world, 120, until=Attacked)
    assert of(events, Attacked, who="lizard_l")


def test_backing_off_slowly_calms_her() -> None:
    world = night(NEST, L=Person(Kind.LIZARD))
    put(world.sakura, 10, 2)
    pass_time(world, 600, until=Threatened)
    events = pass_time(world, 200, WALK_EAST)
    assert not of(events, Attacked)
    assert who(world, "lizard_l").alert is Alert.CALM


def test_running_in_front_of_her_provokes_the_charge_and_it_goes_straight() -> None:
    world = night(NEST, L=Person(Kind.LIZARD))
    put(world.sakura, 10, 2)
    pass_time(world, 600, until=Threatened)
    events = pass_time(world, 10, going(WALK_NORTH, Gait.RUN), until=Attacked)
    assert of(events, Attacked)
    lizard = who(world, "lizard_l")
    line = lizard.way[0]
    events = pass_time(world, 30, going(WALK_NORTH, Gait.RUN))
    assert lizard.way[:1] in ([line], [])
    pass_time(world, 40)
    assert who(world, "lizard_l").pose is Pose.SPENT


AMBUSH = """
    ............
    ............
    @.....A.....
    ............
    ............
    ............
    ............
"""


def test_an_ambusher_stays_under_the_sand_while_she_passes_watchfully() -> None:
    world = night(AMBUSH, A=Person(Kind.AMBUSHER))
    put(world.sakura, 0, 5)
    assert not of(pass_time(world, 160, WALK_EAST), Rose)
    assert who(world, "ambusher_a").pose is Pose.BURIED


def test_a_careless_walk_draws_an_ambusher_out() -> None:
    world = night(AMBUSH, A=Person(Kind.AMBUSHER))
    put(world.sakura, 0, 5)
    events = pass_time(world, 400, going(WALK_EAST, Gait.WALK, Button.FEIGN), until=Rose)
    assert of(events, Rose, who="ambusher_a")
    pass_time(world, 30)
    assert who(world, "ambusher_a").alert is Alert.CHASE


def test_an_ambusher_rises_at_whoever_treads_on_it() -> None:
    world = night(AMBUSH, A=Person(Kind.AMBUSHER))
    events = pass_time(world, 200, WALK_EAST, until=Rose)
    assert of(events, Rose)


def test_the_call_of_one_ambusher_brings_the_other_out() -> None:
    world = night(AMBUSH.replace("A.....", "A...B."), A=Person(Kind.AMBUSHER, squad=1),
                  B=Person(Kind.AMBUSHER, squad=1))
    events = pass_time(world, 260, WALK_EAST)
    assert [event.who for event in of(events, Rose)] == ["ambusher_a", "ambusher_b"]


def test_the_counter_turns_an_ambush_around() -> None:
    world = night(AMBUSH, A=Person(Kind.AMBUSHER))
    pass_time(world, 200, WALK_EAST, until=Attacked)
    pass_time(world, 18)
    pass_time(world, 2, Command(buttons=Button.STRIKE))
    events = pass_time(world, 20)
    assert of(events, Struck, who="sakura", whom="ambusher_a", how="counter")
    assert not of(events, Hurt)
    assert who(world, "ambusher_a").pose is Pose.DOWN


def test_children_run_to_the_gate_from_rogues() -> None:
    world = night(
        """
        >..........C...R..
        .................@
        """,
        C=Person(Kind.CHILD, facing=SOUTH),
        R=Person(Kind.ROGUE, facing=SOUTH),
    )
    world.sakura.inside = 999
    pass_time(world, 4 * 60)
    assert tile(who(world, "child_c"))[0] < 6


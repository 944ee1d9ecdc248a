"""Trackers: which trails they take up, which way they go, and what shakes them off."""

from game.core.units import tile_of
from game.sim.command import Command, Gait
from game.sim.events import TrailFound, TrailLost
from game.sim.land import tracks
from game.sim.level import Kind
from game.sim.moment import Moment
from game.sim.world import World
from tests.sim.nights import (
    WALK_EAST,
    Person,
    going,
    gust,
    night,
    of,
    pass_time,
    put,
    tile,
    who,
)

CUTTER = Person(Kind.CUTTER, route="12", pause_ticks=0)

ACROSS = """
    ........................
    ..........@.............
    1......C.............2..
    ........................
    ........................
    ........................
    ........................
    ........................
    ........................
    ........................
    ........................
    ........................
"""


def trail_across(gait: Gait = Gait.WALK, text: str = ACROSS) -> World:
    """She has gone straight down across the cutter's way and is out of sight."""
    world = night(text, C=CUTTER)
    cutter = who(world, "cutter_c")
    put(cutter, 1, 2)
    cutter.pose = cutter.pose.GONE
    pass_time(world, 150, going(Command(move=16), gait))
    her = world.sakura
    world.sakura.inside = 999
    assert tile_of(her.y) > 4
    cutter.pose = cutter.pose.STAND
    return world


def test_a_cutter_that_crosses_her_trail_follows_it_the_way_she_went() -> None:
    world = trail_across()
    events = pass_time(world, 30 * 60, until=TrailLost)
    assert of(events, TrailFound, who="cutter_c", whose="sakura")
    assert tile(who(world, "cutter_c"))[1] >= tile(world.sakura)[1] - 1


def test_light_feet_leave_no_trail_to_follow() -> None:
    world = trail_across(Gait.LIGHT)
    pass_time(world, 4 * 60)
    assert not of(pass_time(world, 10 * 60), TrailFound)


def test_a_gust_takes_the_trail_away() -> None:
    world = trail_across()
    pass_time(world, 20 * 60, until=TrailFound)
    gust(world)
    # blowing since before the prints were made would take nothing: the front passes now
    world.weather.gusts[-1].begins = world.tick - 1
    events = pass_time(world, 10 * 60, until=TrailLost)
    assert [event.why for event in of(events, TrailLost)] == ["wind"]


def test_a_gust_before_the_tracker_came_leaves_nothing_to_take_up() -> None:
    world = trail_across()
    gust(world)
    world.weather.gusts[-1].begins = world.tick - 1
    assert not of(pass_time(world, 12 * 60), TrailFound)


def test_swept_prints_end_a_trail() -> None:
    world = trail_across()
    her = world.sakura
    tracks.sweep(world, Moment(Command()), her.x, her.y - 2 * 4096, 1)
    events = pass_time(world, 20 * 60, until=TrailLost)
    assert [event.why for event in of(events, TrailLost)] == ["swept"]


def test_a_trail_ends_on_rock() -> None:
    rock = ACROSS.splitlines()
    for row in range(6, len(rock) - 1):
        rock[row] = "    " + "o" * 24
    world = trail_across(text="\n".join(rock))
    events = pass_time(world, 20 * 60, until=TrailLost)
    assert [event.why for event in of(events, TrailLost)] == ["rock"]


def test_after_casting_about_in_vain_the_round_goes_on() -> None:
    world = trail_across()
    pass_time(world, 30 * 60, until=TrailLost)
    pass_time(world, 25 * 60)
    cutter = who(world, "cutter_c")
    assert cutter.trail_maker == -1
    assert tile(cutter)[1] == 2


def test_a_patrol_of_her_own_leaves_her_prints_alone() -> None:
    world = night(ACROSS.replace("C", "P"), P=Person(Kind.PATROL, route="12", pause_ticks=0))
    pass_time(world, 150, WALK_EAST)
    world.sakura.inside = 999
    assert not of(pass_time(world, 10 * 60), TrailFound)

"""The ladder: chases that begin, are lost, become a search and end; and what stays."""

import pytest

from game.core import headings
from game.core.units import TILE_SUB
from game.sim.beings import Alert, Pose
from game.sim.command import Command, Gait
from game.sim.events import (
    AlertChanged,
    Attacked,
    CameOut,
    Hurt,
    LostHer,
    SearchBegan,
    SearchEnded,
    Spotted,
)
from game.sim.level import Kind
from game.sim.world import Rules
from tests.sim.nights import (
    STAND,
    WALK_WEST,
    WEST,
    Person,
    night,
    of,
    pass_time,
    put,
    tile,
    who,
)

ROGUE = Person(Kind.ROGUE)


def test_a_chase_that_lost_her_becomes_a_search_that_ends_and_leaves_a_wary_mind() -> None:
    world = night(
        """
        ####################
        #.........#........#
        #.R....@..#........#
        #.........#........#
        ####################
        """,
        R=ROGUE,
    )
    rogue = who(world, "rogue_r")
    pass_time(world, 400, WALK_WEST, until=Spotted)
    assert who(world, "rogue_r").alert is Alert.CHASE
    assert world.ghosts == {-rogue.id: (rogue.knows_x, rogue.knows_y)}
    put(world.sakura, 16, 1)
    events = pass_time(world, 4 * 60, until=SearchBegan)
    assert of(events, LostHer)
    events = pass_time(world, 30 * 60, until=SearchEnded)
    assert of(events, SearchEnded, who="rogue_r")
    assert who(world, "rogue_r").alert is Alert.CALM
    assert rogue.wary
    assert not world.ghosts


def test_a_search_visits_hiding_places_and_pulls_her_out() -> None:
    world = night(
        """
        ....................
        .R.......@..........
        ..........#%........
        ..........##........
        """,
        R=ROGUE,
    )
    pass_time(world, 300, WALK_WEST, until=Spotted)
    hiding = world.level.place("hiding_1")
    assert hiding is not None
    world.sakura.x, world.sakura.y, world.sakura.inside = hiding.x, hiding.y, hiding.id
    events = pass_time(world, 30 * 60, until=CameOut)
    assert of(events, CameOut, where="hiding_1")
    assert who(world, "rogue_r").alert is Alert.CHASE
    assert world.sakura.inside == 0


def test_a_second_search_looks_where_the_first_did_not() -> None:
    world = night(
        """
        ......................
        .%..%..%..%..%..%..%..
        ..R...................
        ......................
        ...................@..
        """,
        R=ROGUE,
    )
    world.sakura.inside = 999
    rogue = who(world, "rogue_r")

    def looked_into() -> list[tuple[int, int]]:
        rogue.searched, before = rogue.searched, len(rogue.searched)
        rogue.knows_x, rogue.knows_y = rogue.home_x + 8 * TILE_SUB, rogue.home_y
        rogue.alert, rogue.planned, rogue.alert_ticks, rogue.meter = Alert.SEARCH, False, 0, 800
        pass_time(world, 40 * 60, until=SearchEnded)
        hidings = [(place.x, place.y) for place in world.level.places if place.name[0] == "h"]
        return [spot for spot in rogue.searched[before:] if spot in hidings]

    first, second = looked_into(), looked_into()
    assert first and second
    assert not set(first[:2]) & set(second[:2])


def test_a_wary_mind_notices_faster() -> None:
    def meter(wary: bool) -> int:
        world = night("R....@..", R=ROGUE)
        who(world, "rogue_r").wary = wary
        pass_time(world, 24)
        return who(world, "rogue_r").meter

    assert meter(True) > meter(False) > 0


def test_the_meter_falls_again_when_nothing_more_is_noticed() -> None:
    world = night("R......@..", R=ROGUE)
    rogue = who(world, "rogue_r")
    pass_time(world, 24)
    seen = rogue.meter
    assert 0 < seen < 350
    world.sakura.inside = 999
    pass_time(world, 50)
    assert rogue.meter == seen
    pass_time(world, 4 * 60)
    assert rogue.meter == 0


def test_gentle_rules_make_eyes_slower() -> None:
    def meter(fill: int) -> int:
        world = night("R....@..", rules=Rules(fill_per_mille=fill), R=ROGUE)
        pass_time(world, 24)
        return who(world, "rogue_r").meter

    assert meter(600) < meter(1000) < meter(1400)


def test_a_chaser_goes_round_a_wall_and_strikes() -> None:
    world = night(
        """
        ............
        ............
        .R....#.....
        ......#.....
        ......#.@...
        ......#.....
        """,
        R=ROGUE,
    )
    rogue = who(world, "rogue_r")
    rogue.alert, rogue.meter, rogue.wary = Alert.CHASE, 1000, True
    rogue.knows_x, rogue.knows_y = world.sakura.x, world.sakura.y
    events = pass_time(world, 8 * 60, until=Hurt)
    assert of(events, Attacked, who="rogue_r", whom="sakura")
    assert of(events, Hurt, who="rogue_r", marks_left=2)


def test_a_blow_can_be_stepped_away_from() -> None:
    world = night(
        """
        ................
        ..R@............
        ................
        """,
        R=ROGUE,
    )
    pass_time(world, 120, until=Attacked)
    assert who(world, "rogue_r").pose is Pose.WINDUP
    events = pass_time(world, 40, Command(move=0, gait=Gait.RUN))
    assert not of(events, Hurt)


def test_a_chaser_heads_for_where_she_is_going() -> None:
    world = night(
        "\n".join(["." * 24] * 4 + ["R" + "." * 23] + ["." * 24] * 4 + ["." * 6 + "@" + "." * 17]),
        R=ROGUE,
    )
    rogue = who(world, "rogue_r")
    rogue.alert, rogue.meter = Alert.CHASE, 1000
    rogue.knows_x, rogue.knows_y = world.sakura.x, world.sakura.y
    rogue.heading = headings.heading_of(world.sakura.x - rogue.x, world.sakura.y - rogue.y)
    pass_time(world, 40, Command(move=0, gait=Gait.WALK))
    assert rogue.sees_target
    assert rogue.way[-1][0] > world.sakura.x


def test_a_chaser_that_lost_sight_runs_on_the_way_she_went() -> None:
    world = night(
        """
        ..............................
        .....R............@...........
        ..............................
        """,
        R=ROGUE,
    )
    world.sakura.inside = 999
    rogue = who(world, "rogue_r")
    rogue.alert, rogue.meter, rogue.prey_course = Alert.CHASE, 1000, 0
    rogue.knows_x, rogue.knows_y = rogue.x + 3 * TILE_SUB, rogue.y
    furthest = 0
    for _ in range(170):
        pass_time(world, 1)
        furthest = max(furthest, tile(rogue)[0])
    assert furthest >= 12


def test_every_change_of_alarm_upwards_has_a_cause() -> None:
    world = night(
        """
        ...............
        .R........@....
        ...............
        """,
        R=ROGUE,
    )
    events = pass_time(world, 600, WALK_WEST)
    changes = of(events, AlertChanged)
    order = ["calm", "curious", "search", "chase"]
    assert changes
    for change in changes:
        if order.index(change.after) > order.index(change.before):
            assert change.cause is not None


def test_a_curious_rogue_goes_to_look_and_then_returns_to_the_round() -> None:
    world = night(
        """
        ......................
        .1....R.....2.........
        ......................
        .....................@
        """,
        R=Person(Kind.ROGUE, route="12", pause_ticks=30),
    )
    world.sakura.inside = 999
    rogue = who(world, "rogue_r")
    pass_time(world, 30)
    rogue.alert, rogue.meter, rogue.alert_ticks = Alert.CURIOUS, 400, 0
    rogue.knows_x, rogue.knows_y = rogue.x, rogue.y + 2 * TILE_SUB
    pass_time(world, 4 * 60)
    assert tile(rogue)[1] >= 2
    pass_time(world, 12 * 60)
    assert who(world, "rogue_r").alert is Alert.CALM
    assert tile(rogue)[1] == 1


def test_a_round_is_walked_with_pauses_point_by_point() -> None:
    world = night(
        """
        .1..R...2........
        .................
        .......@.........
        """,
        R=Person(Kind.ROGUE, facing=WEST, route="12", pause_ticks=60),
    )
    world.sakura.inside = 999
    rogue = who(world, "rogue_r")
    visited: list[tuple[int, int]] = []
    for _ in range(16 * 60):
        pass_time(world, 1, STAND)
        if tile(rogue) in ((1, 0), (8, 0)) and visited[-1:] != [tile(rogue)]:
            visited.append(tile(rogue))
    assert visited[:3] == [(1, 0), (8, 0), (1, 0)]


def test_where_there_is_no_cover_a_search_casts_about_on_open_ground() -> None:
    world = night(
        """
        ........................................
        ........................................
        ..R....@................................
        ........................................
        ........................................
        """,
        R=ROGUE,
    )
    pass_time(world, 400, WALK_WEST, until=Spotted)
    put(world.sakura, 38, 0)
    began = of(pass_time(world, 8 * 60, until=SearchBegan), SearchBegan)
    assert began and began[0].places >= 2
    assert not of(pass_time(world, 6 * 60), SearchEnded)
    assert of(pass_time(world, 30 * 60, until=SearchEnded), SearchEnded)


@pytest.mark.parametrize(("gate", "takes_notice"), [(">", False), (".", True)])
def test_an_enemy_before_the_village_gate_takes_no_notice_of_her(
    gate: str, takes_notice: bool
) -> None:
    world = night(f"{gate}......@......................R", R=Person(Kind.ROGUE))
    rogue = who(world, "rogue_r")
    put(rogue, 9, 0)
    rogue.heading = WEST
    pass_time(world, 20)
    assert (rogue.meter > 0) is takes_notice

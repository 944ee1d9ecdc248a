"""Eyes: what is seen and what is not, and that nothing about it is luck."""

import pytest

from game.core.units import tile_centre, tile_of
from game.sim.beings import Alert
from game.sim.command import Command, Gait
from game.sim.events import (
    AlertChanged,
    BodyFound,
    Glimpsed,
    PartnerMissed,
    PulseNoticed,
    Spotted,
)
from game.sim.level import Kind
from game.sim.minds.eyes import FURTHEST_TILES, Zone
from game.sim.minds.looking import figure_of_her, see
from game.sim.minds.perception import sight_cells
from game.sim.world import World
from tests.sim.nights import (
    EAST,
    WALK_SOUTH,
    WALK_WEST,
    WEST,
    Person,
    going,
    gust,
    knock_out,
    night,
    of,
    pass_time,
    put,
    who,
)

ROGUE = Person(Kind.ROGUE)
SNEAK = Command(gait=Gait.SNEAK)


def zone_of_her(world: World, name: str) -> Zone:
    figure = figure_of_her(world)
    assert figure is not None
    sighting = see(world, who(world, name), figure)
    return sighting.zone if sighting else Zone.NONE


def test_walking_in_the_open_in_front_of_a_rogue_is_seen() -> None:
    world = night(
        """
        ............
        .R......@...
        ............
        """,
        R=ROGUE,
    )
    events = pass_time(world, 240, WALK_WEST, until=Spotted)
    spotted = of(events, Spotted)
    assert [event.who for event in spotted] == ["rogue_r"]
    assert spotted[0].cause.sense == "sight"
    assert spotted[0].cause.gait == "walk"


def test_a_glimpse_alone_never_becomes_a_chase() -> None:
    world = night(
        """
        ............
        .R.....@....
        ............
        """,
        R=ROGUE,
    )
    rogue = who(world, "rogue_r")
    for _ in range(400):
        put(rogue, 1, 1)
        rogue.heading = EAST
        events = pass_time(world, 1)
        assert not of(events, Spotted)
    assert rogue.meter == 900
    assert rogue.alert is Alert.SEARCH


def test_nobody_sees_behind_their_back() -> None:
    world = night(
        """
        ............
        ....R...@...
        ............
        """,
        R=Person(Kind.ROGUE, facing=WEST),
    )
    assert not of(pass_time(world, 120), Glimpsed)


def test_she_can_sneak_past_behind_a_rogue() -> None:
    world = night(
        """
        ....@.......
        ............
        ............
        R...........
        ............
        ............
        """,
        R=Person(Kind.ROGUE, facing=WEST),
    )
    put(world.sakura, 3, 0)
    events = pass_time(world, 180, going(WALK_SOUTH, Gait.SNEAK))
    assert not of(events, AlertChanged)


@pytest.mark.parametrize("watcher_x, her_x", [(2, 9), (9, 2)])
def test_a_crest_breaks_the_line_of_sight_both_ways(watcher_x: int, her_x: int) -> None:
    world = night(
        """
        .....^......
        .....^......
        @....^.....R
        .....^......
        .....^......
        """,
        R=Person(Kind.ROGUE, facing=EAST if watcher_x < her_x else WEST),
    )
    put(who(world, "rogue_r"), watcher_x, 2)
    put(world.sakura, her_x, 2)
    assert zone_of_her(world, "rogue_r") is Zone.NONE


def test_whoever_stands_at_a_crest_is_seen_over_it() -> None:
    world = night(
        """
        .....^......
        R....^@.....
        .....^......
        """,
        R=ROGUE,
    )
    assert zone_of_her(world, "rogue_r") is not Zone.NONE


def test_a_low_wall_hides_only_who_keeps_low() -> None:
    world = night(
        """
        .....=......
        R....=@.....
        .....=......
        """,
        R=ROGUE,
    )
    assert zone_of_her(world, "rogue_r") is Zone.GLIMPSE
    pass_time(world, 3, SNEAK)
    assert zone_of_her(world, "rogue_r") is Zone.NONE


def test_sneaking_is_seen_less_far_than_walking() -> None:
    world = night("R......@....", R=ROGUE)
    assert zone_of_her(world, "rogue_r") is Zone.GLIMPSE
    pass_time(world, 1, SNEAK)
    assert zone_of_her(world, "rogue_r") is Zone.NONE


def test_a_lamp_shows_her_further_away_and_the_shadow_of_a_wall_less_far() -> None:
    dark = night("R........@...", R=ROGUE)
    lit = night("R........@*..", R=ROGUE)
    assert zone_of_her(dark, "rogue_r") is Zone.NONE
    assert zone_of_her(lit, "rogue_r") is Zone.GLIMPSE
    shaded = night(
        """
        ......##..
        R......@..
        ..........
        """,
        R=ROGUE,
    )
    assert zone_of_her(shaded, "rogue_r") is Zone.NONE


def test_dust_blinds_both_alike() -> None:
    world = night("R....@....", R=ROGUE)
    assert zone_of_her(world, "rogue_r") is Zone.GLIMPSE
    gust(world)
    assert zone_of_her(world, "rogue_r") is Zone.NONE


def test_the_drawn_cone_is_exactly_what_its_owner_sees() -> None:
    world = night(
        """
        ....................
        ......#.......*.....
        ....................
        .....R.....^........
        ........=...........
        ..........##........
        .@..................
        """,
        R=Person(Kind.ROGUE, facing=40),
    )
    rogue = who(world, "rogue_r")
    drawn = {(x, y): zone for x, y, zone in sight_cells(world, rogue)}
    assert drawn
    her = world.sakura
    for y in range(world.level.height):
        for x in range(world.level.width):
            her.x, her.y = tile_centre(x), tile_centre(y)
            assert zone_of_her(world, "rogue_r") == drawn.get((x, y), Zone.NONE), (x, y)


def test_no_mind_sees_further_than_the_screen_shows() -> None:
    for facing in range(0, 1024, 64):
        world = night(
            "\n".join(["." * 30] * 12 + ["." * 14 + "R*" + "." * 14] + ["." * 30] * 11 + ["@"]),
            R=Person(Kind.ROGUE, facing=facing),
            lamp_tiles=30,
        )
        rogue = who(world, "rogue_r")
        for x, y, _ in sight_cells(world, rogue):
            away = (x - tile_of(rogue.x)) ** 2 + (y - tile_of(rogue.y)) ** 2
            assert away <= FURTHEST_TILES**2


def test_seeing_is_the_same_every_time_and_for_every_seed() -> None:
    def seen(seed: int) -> list[object]:
        world = night(
            """
            ..............
            .R......@.....
            ..............
            """,
            seed=seed,
            R=ROGUE,
        )
        return list(pass_time(world, 400, WALK_WEST))

    assert seen(1) == seen(1) == seen(2) == seen(99)


def test_a_line_of_sight_from_a_to_b_is_one_from_b_to_a() -> None:
    world = night(
        """
        @...#.....^...
        ..=......^^...
        ....#.....^...
        ...##.........
        """
    )
    sees = world.terrain.sees
    spots = [
        (tile_centre(x), tile_centre(y))
        for y in range(world.level.height)
        for x in range(world.level.width)
    ]
    for a in spots:
        for b in spots:
            assert sees(*a, *b) == sees(*b, *a)


def test_a_body_in_plain_sight_is_found_and_starts_a_search() -> None:
    world = night(
        """
        @..........#..........
        ......B....#..........
        .............R........
        """,
        B=Person(Kind.ROGUE),
        R=Person(Kind.ROGUE, facing=WEST),
    )
    from_above = who(world, "rogue_b")
    world.sakura.inside = 999
    events = pass_time(world, 2)
    assert not of(events, BodyFound)
    knock_out(world, "rogue_b")
    put(who(world, "rogue_r"), 9, 1)
    events = pass_time(world, 60, until=BodyFound)
    assert [(e.who, e.whom) for e in of(events, BodyFound)] == [("rogue_r", "rogue_b")]
    assert who(world, "rogue_r").alert is Alert.SEARCH
    assert from_above.id in who(world, "rogue_r").met


def test_a_partner_who_is_gone_is_missed_after_a_while() -> None:
    world = night(
        """
        A...B.............
        ..................
        .................@
        """,
        A=Person(Kind.ROGUE, squad=3, facing=WEST),
        B=Person(Kind.ROGUE, squad=3, facing=WEST),
    )
    world.sakura.inside = 999
    pass_time(world, 30)
    knock_out(world, "rogue_b")
    assert not of(pass_time(world, 19 * 60), PartnerMissed)
    events = pass_time(world, 3 * 60, until=PartnerMissed)
    assert [event.whom for event in of(events, PartnerMissed)] == ["rogue_b"]
    assert who(world, "rogue_a").alert is Alert.SEARCH


def test_a_lamp_gone_dark_makes_a_rogue_look_after_it() -> None:
    world = night("R....*.....@", R=ROGUE)
    world.sakura.inside = 999
    pass_time(world, 10)
    assert who(world, "rogue_r").alert is Alert.CALM
    world.doused.append(world.level.lights[0].id)
    events = pass_time(world, 10)
    changes = of(events, AlertChanged, who="rogue_r")
    assert changes[0].cause is not None
    assert changes[0].cause.sense == "lamp"


def test_a_sensor_feels_a_strong_pulse_and_others_do_not() -> None:
    world = night(
        """
        R....#.....@
        S....#......
        """,
        R=ROGUE,
        S=Person(Kind.ROGUE, sensor=True),
    )
    sensing = world.sensing
    sensing.pulse_tick, sensing.pulse_radius = world.tick, 20 * 4096
    sensing.pulse_x, sensing.pulse_y = world.sakura.x, world.sakura.y
    events = pass_time(world, 6)
    assert [event.who for event in of(events, PulseNoticed)] == ["rogue_s"]
    assert who(world, "rogue_s").alert is Alert.SEARCH
    assert who(world, "rogue_r").alert is Alert.CALM


def test_rogues_and_suna_see_each_other_too() -> None:
    world = night(
        """
        P......R....
        ............
        #####.......
        @...#.......
        """,
        P=Person(Kind.PATROL),
        R=Person(Kind.ROGUE, facing=WEST),
    )
    pass_time(world, 400)
    assert who(world, "patrol_p").target == who(world, "rogue_r").id


def test_the_last_causes_are_kept_for_her_to_read() -> None:
    world = night("R.......@...", R=ROGUE)
    pass_time(world, 200, WALK_WEST)
    assert world.causes
    assert world.causes[0].who == "rogue_r"
    assert len(world.causes) <= 10

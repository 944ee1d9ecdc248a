"""News: shouts and how far they carry, runners and how they are stopped, who knows what."""

from game.core.units import TILE_SUB
from game.sim import harm
from game.sim.beings import Alert
from game.sim.command import Command
from game.sim.events import NewsBrought, Shouted
from game.sim.level import Kind
from game.sim.minds import telling
from game.sim.moment import Moment
from game.sim.world import World
from tests.sim.nights import (
    WALK_WEST,
    WEST,
    Person,
    gust,
    knock_out,
    night,
    of,
    pass_time,
    who,
)


def shout(world: World, name: str) -> tuple[str, ...]:
    """Who hears this one call out that Sakura is where she is."""
    moment = Moment(Command())
    mind = who(world, name)
    mind.target, mind.knows_x, mind.knows_y = 0, world.sakura.x, world.sakura.y
    telling.call(world, moment, mind)
    return of(moment.events, Shouted)[0].heard_by


def test_a_shout_carries_ten_tiles_and_no_further() -> None:
    world = night(
        "A.........B.C..........@",
        A=Person(Kind.ROGUE),
        B=Person(Kind.ROGUE),
        C=Person(Kind.ROGUE),
    )
    world.sakura.inside = 999
    assert shout(world, "rogue_a") == ("rogue_b",)
    assert who(world, "rogue_b").told
    assert who(world, "rogue_b").alert is Alert.SEARCH
    assert not who(world, "rogue_c").told
    assert who(world, "rogue_c").knows_x == -1


def test_wind_swallows_a_shout() -> None:
    world = night("A........B.....@", A=Person(Kind.ROGUE), B=Person(Kind.ROGUE))
    gust(world)
    assert shout(world, "rogue_a") == ()


def test_rogues_do_not_understand_what_suna_calls() -> None:
    world = night("P...R......@", P=Person(Kind.PATROL), R=Person(Kind.ROGUE))
    assert shout(world, "patrol_p") == ()
    assert not who(world, "rogue_r").told


def test_chasers_call_their_partners() -> None:
    world = night(
        """
        ..........
        .A.....@.B
        ..........
        """,
        A=Person(Kind.ROGUE, squad=1),
        B=Person(Kind.ROGUE, squad=1),
    )
    events = pass_time(world, 300, WALK_WEST, until=Shouted)
    assert of(events, Shouted)[0].heard_by == ("rogue_b",)


def run_for_help(*, told: bool = False) -> World:
    """A rogue that lost her, with a partner too far away to hear, who may know already."""
    world = night(
        """
        ..............................
        .A...........................B
        ..............................
        .....@........................
        """,
        A=Person(Kind.ROGUE, squad=1),
        B=Person(Kind.ROGUE, squad=1),
    )
    world.sakura.inside = 999
    rogue, partner = who(world, "rogue_a"), who(world, "rogue_b")
    partner.told = told
    rogue.partner_x, rogue.partner_y = partner.x, partner.y
    rogue.alert, rogue.meter, rogue.sense = Alert.CHASE, 1000, "sight"
    rogue.knows_x, rogue.knows_y = rogue.x + 2 * TILE_SUB, rogue.y
    pass_time(world, 200)
    return world


def test_one_who_lost_her_runs_to_tell_a_partner_far_away() -> None:
    world = run_for_help()
    assert who(world, "rogue_a").carries_news
    assert not who(world, "rogue_b").told
    events = pass_time(world, 12 * 60, until=NewsBrought)
    assert of(events, NewsBrought, who="rogue_a", to="rogue_b")
    assert who(world, "rogue_b").alert is Alert.SEARCH


def test_nobody_runs_to_tell_a_partner_what_he_knows_already() -> None:
    world = run_for_help(told=True)
    assert who(world, "rogue_a").alert is Alert.SEARCH
    assert not who(world, "rogue_a").carries_news


def test_a_runner_who_is_felled_brings_no_news() -> None:
    world = run_for_help()
    knock_out(world, "rogue_a")
    events = pass_time(world, 20 * 60)
    assert not of(events, NewsBrought)
    assert who(world, "rogue_b").alert is Alert.CALM
    assert not who(world, "rogue_b").told


def test_a_patrol_that_knows_what_she_is_makes_it_known_only_by_telling() -> None:
    world = night(
        "A.......B..............C......@",
        A=Person(Kind.PATROL),
        B=Person(Kind.PATROL),
        C=Person(Kind.PATROL),
    )
    world.sakura.inside = 999
    harm.turn_against_her(world, Moment(Command()), who(world, "patrol_a"), "blood")
    assert not who(world, "patrol_b").hostile
    shout(world, "patrol_a")
    assert who(world, "patrol_b").hostile
    assert not who(world, "patrol_c").hostile
    assert not world.unmasked


def test_a_patrol_without_partners_brings_it_to_the_gate_and_all_of_suna_knows() -> None:
    world = night(
        """
        ................
        .>..........P...
        ............@...
        """,
        P=Person(Kind.PATROL, facing=WEST),
    )
    world.sakura.inside = 999
    patrol = who(world, "patrol_p")
    patrol.hostile, patrol.alert, patrol.sense, patrol.meter = True, Alert.CHASE, "sight", 1000
    patrol.knows_x, patrol.knows_y = patrol.x, patrol.y
    events = pass_time(world, 15 * 60, until=NewsBrought)
    assert of(events, NewsBrought, to="gate")
    assert world.unmasked

"""Harm: who goes down, who wakes, and how she is driven off and never done for."""

from game.core.units import seconds
from game.sim import harm, tuning
from game.sim.beings import Alert, Mind, Pose
from game.sim.command import Button, Command, Gait
from game.sim.events import (
    AlertChanged,
    DrivenOff,
    Felled,
    Hurt,
    Killed,
    Struck,
    Unmasked,
    Woke,
)
from game.sim.level import Kind
from game.sim.moment import Moment
from game.sim.world import Rules
from tests.sim.nights import WEST, Person, knock_out, night, of, pass_time, put, tile, who

ROGUE = Person(Kind.ROGUE, facing=WEST)


def test_somebody_knocked_out_wakes_wary_and_looks_for_who_did_it() -> None:
    world = night("R..........#...@", R=ROGUE)
    world.sakura.inside = 999
    knock_out(world, "rogue_r")
    rogue = who(world, "rogue_r")
    assert rogue.pose is Pose.DOWN
    assert not of(pass_time(world, tuning.DOWN_TICKS - 2), Woke)
    events = pass_time(world, 4)
    assert of(events, Woke, who="rogue_r")
    assert rogue.alert is Alert.SEARCH
    assert rogue.wary


def test_a_friend_who_finds_somebody_lying_wakes_them_sooner() -> None:
    world = night("R..F.......#...@", R=ROGUE, F=ROGUE)
    world.sakura.inside = 999
    knock_out(world, "rogue_r")
    events = pass_time(world, seconds(10), until=Woke)
    assert of(events, Woke, who="rogue_r")


def test_a_blow_takes_a_mark_and_the_next_one_comes_only_after_a_moment_of_grace() -> None:
    world = night("R....@", R=ROGUE)
    moment, rogue = Moment(Command()), who(world, "rogue_r")
    harm.hurt_her(world, moment, rogue)
    harm.hurt_her(world, moment, rogue)
    assert [event.marks_left for event in of(moment.events, Hurt)] == [2]
    pass_time(world, tuning.GRACE_TICKS + 1)
    assert world.sakura.grace_ticks == 0


def test_at_the_last_mark_she_is_driven_off_to_the_last_marker_with_time_gone() -> None:
    world = night(
        """
        @...!......R
        ............
        """,
        R=ROGUE,
    )
    world.story.last_marker = 1
    rogue = who(world, "rogue_r")
    rogue.alert, rogue.target, rogue.meter = Alert.CHASE, 0, 1000
    put(world.sakura, 10, 0)
    moment, before = Moment(Command()), world.minutes
    for _ in range(3):
        world.sakura.grace_ticks = 0
        harm.hurt_her(world, moment, rogue)
    assert of(moment.events, DrivenOff, where="marker_1")
    assert tile(world.sakura) == (4, 0)
    assert world.sakura.marks == 3
    assert world.minutes == before + 30
    assert rogue.alert is Alert.CALM
    assert rogue.wary


def test_a_quiet_night_never_drives_her_off() -> None:
    world = night("R....@", rules=Rules(quiet_night=True), R=ROGUE)
    moment = Moment(Command())
    for _ in range(9):
        world.sakura.grace_ticks = 0
        harm.hurt_her(world, moment, who(world, "rogue_r"))
    assert not of(moment.events, DrivenOff)
    assert world.sakura.marks == 1


def test_a_counter_fells_the_attacker_and_costs_chakra() -> None:
    world = night("R....@", R=ROGUE)
    her, moment = world.sakura, Moment(Command())
    her.counter_ticks, before = 5, her.chakra
    assert harm.hurt_her(world, moment, who(world, "rogue_r"))
    assert of(moment.events, Felled, whom="rogue_r", how="counter")
    assert her.marks == 3
    assert before - her.chakra == tuning.COUNTER_COST * tuning.CHAKRA_MILLI


def test_without_chakra_a_counter_is_only_a_raised_arm() -> None:
    world = night("R....@", R=ROGUE)
    world.sakura.counter_ticks, world.sakura.chakra = 5, 0
    assert not harm.hurt_her(world, Moment(Command()), who(world, "rogue_r"))
    assert world.sakura.marks == 2


def test_a_killing_is_counted() -> None:
    world = night("R....@", R=ROGUE)
    knock_out(world, "rogue_r")
    moment = Moment(Command())
    harm.kill(world, moment, who(world, "rogue_r"))
    assert of(moment.events, Killed)[0].ledger == 373
    assert world.ledger == 373
    assert not of(pass_time(world, tuning.DOWN_TICKS + 10), Woke)


def test_one_of_her_own_felled_from_behind_does_not_know_who_it_was() -> None:
    world = night("P....@", P=Person(Kind.PATROL, facing=WEST))
    knock_out(world, "patrol_p")
    assert not who(world, "patrol_p").hostile


def test_her_own_who_see_her_fell_a_friend_turn_against_her() -> None:
    world = night(
        """
        .P.Q@...
        """,
        P=Person(Kind.PATROL),
        Q=Person(Kind.PATROL, facing=WEST),
    )
    pass_time(world, 4)
    moment = Moment(Command())
    harm.fell(world, moment, who(world, "patrol_q"), "takedown", 0)
    assert of(moment.events, Unmasked, who="patrol_p", why="seen_striking")


def test_a_thrown_kunai_cuts_and_the_second_one_fells() -> None:
    world = night("R.......#..@", R=ROGUE)
    world.sakura.inside = 999
    rogue, moment = who(world, "rogue_r"), Moment(Command())
    harm.wound(world, moment, rogue, world.sakura.x, world.sakura.y)
    assert rogue.alert is Alert.SEARCH
    assert of(moment.events, AlertChanged)[0].cause is not None
    harm.wound(world, moment, rogue, world.sakura.x, world.sakura.y)
    assert rogue.pose is Pose.DOWN


def test_suna_and_rogues_fell_each_other() -> None:
    world = night(
        """
        P.....R.....
        ............
        ######......
        .....#.....@
        """,
        P=Person(Kind.PATROL),
        R=ROGUE,
    )
    world.sakura.inside = 999
    events = pass_time(world, 15 * 60, until=Felled)
    assert of(events, Struck, how="blow")
    assert len(of(events, Felled)) == 1


def creep_up(gait: Gait) -> Mind:
    """She goes up to a rogue from behind and strikes as soon as it is in reach."""
    world = night(
        """
        ............
        .R.......@..
        ............
        """,
        R=ROGUE,
    )
    rogue = who(world, "rogue_r")
    for _ in range(600):
        near = abs(world.sakura.x - rogue.x) <= tuning.STRIKE_REACH_SUB
        pass_time(world, 1, Command(move=32, gait=gait))
        if near:
            pass_time(world, 2, Command(buttons=Button.STRIKE))
            pass_time(world, 2)
            break
    return rogue


def test_who_sneaks_up_from_behind_can_fell_a_rogue_with_one_tap() -> None:
    assert creep_up(Gait.SNEAK).pose is Pose.DOWN


def test_who_runs_up_is_heard_and_met_with_open_eyes() -> None:
    assert creep_up(Gait.RUN).pose is not Pose.DOWN

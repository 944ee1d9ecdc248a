"""The way home: what the gate can see, and which ending the night has earned."""

from dataclasses import replace

import pytest

from game.core.units import tile_centre, tiles
from game.sim import events, harm, tuning
from game.sim.beings import Mind
from game.sim.command import Button, Command
from game.sim.level import Area, Goal, GoalKind, Kind, Place, Spot, Zone
from game.sim.moment import Moment
from game.sim.table import helpless
from game.sim.tale import evidence
from game.sim.tale.homeward import ending_of, hear_report
from game.sim.tale.night import AfterName, Beat, Ending, Patient
from game.sim.tale.trail import SEGMENT_TILES, trail_unbroken
from game.sim.world import World
from tests.sim.nights import STAND, WALK_WEST, gust, night, of, pass_time, put

ACT = Command(buttons=Button.ACT)
WIDE = 100


def home(beat: Beat = Beat.HOME) -> World:
    """She stands at the register in the east; he lies in the west, the round ends between."""
    level = night("." * (WIDE - 1) + "@", story=True).level
    middle = tile_centre(0)
    places = (
        Place(900, "wounded", Spot.WOUNDED, tile_centre(14), middle),
        Place(901, "register", Spot.REGISTER, tile_centre(WIDE - 1), middle),
    )
    west = Zone(902, "west", Area.WEST, 0, 0, tiles(60), tiles(1))
    level = replace(level, places=(*level.places, *places), zones=(west,))
    world = World.new(level, seed=1)
    world.story.beat = beat
    world.story.signed_out_tick = 0
    world.clock += 3 * 60 * 60 * tuning.CLOCK_UNIT
    if beat is Beat.HOME:
        story = world.story
        story.felt_tick = story.body_tick = story.pulse_tick = 0
        him(world).healed = True
    return world


def him(world: World) -> Patient:
    assert world.patient is not None
    return world.patient


def report(world: World) -> list[events.Event]:
    return pass_time(world, 3, ACT) + pass_time(world, 3)


def test_home_with_him_healed_and_nothing_found_nobody_knows() -> None:
    happened = report(home())
    assert [event.ending for event in of(happened, events.Ended)] == [Ending.QUIET_GATE]
    assert of(happened, events.Reported)


def test_the_whole_round_and_never_west_is_a_night_like_any_other() -> None:
    world = home(Beat.PULSE)
    world.story.markers = [1, 2, 3, 4, 5]
    assert [event.ending for event in of(report(world), events.Ended)] == [Ending.SLEPT_WELL]


def test_with_half_a_round_she_is_sent_back() -> None:
    world = home(Beat.ROUND)
    world.story.markers = [1, 2]
    happened = report(world)
    assert [event.why for event in of(happened, events.Refused)] == ["round_unfinished"]
    assert not world.story.ending


def test_endings_follow_from_deeds() -> None:
    world = home()
    assert ending_of(world) is Ending.QUIET_GATE
    him(world).bound = True
    assert ending_of(world) is Ending.TAKEN_IN
    him(world).dead = True
    assert ending_of(world) is Ending.COLD_SAND
    world.story.after = AfterName.STRIKE
    assert ending_of(world) is Ending.THE_KUNAI


def test_who_turned_back_before_the_body_slept_well_whatever_became_of_him() -> None:
    world = home()
    world.story.body_tick = -1
    him(world).dead, him(world).healed = True, False
    assert ending_of(world) is Ending.SLEPT_WELL


def test_whom_she_left_bleeding_is_dead_by_morning() -> None:
    world = home()
    him(world).healed = False
    assert ending_of(world) is Ending.COLD_SAND


def test_whom_she_left_asleep_is_found_by_morning() -> None:
    world = home()
    world.story.beat = Beat.WAIT
    world.story.wait_until = world.tick + 10_000
    report(world)
    assert [item.what for item in world.evidence] == ["he_is_found"]


def test_enough_evidence_is_treason() -> None:
    world = home()
    moment = Moment(STAND)
    evidence.leave(world, moment, "seen_west", 0, 0, "patrol_1")
    assert ending_of(world) is Ending.QUIET_GATE
    evidence.leave(world, moment, "he_is_found", 0, 0, "patrol_1")
    assert evidence.total(world) >= tuning.ARREST_AT
    assert ending_of(world) is Ending.TREASON


def test_blood_on_her_sleeves_is_seen_at_the_gate() -> None:
    world = home()
    world.sakura.sleeves_bloody = True
    report(world)
    assert [item.what for item in world.evidence] == ["blood"]


def says(world: World, what: str) -> list[events.Event]:
    moment = Moment(STAND)
    hear_report(world, moment, f"report_{what}")
    return moment.events


def test_quiet_is_a_lie_once_somebody_saw_her_west_or_lies_about() -> None:
    for seen, weight in (("seen_west", 35), ("body_found", 20), ("prints", 30), ("blood", 15)):
        world = home()
        evidence.leave(world, Moment(STAND), seen, 0, 0, "patrol_1")
        says(world, "quiet")
        assert evidence.total(world) == weight


def test_a_beast_that_was_struck_explains_blood_and_one_that_was_not_does_not() -> None:
    world = home()
    evidence.leave(world, Moment(STAND), "blood", 0, 0, "gate")
    world.story.facts["beasts_struck"] = 1
    assert [event.what for event in of(says(world, "beasts"), events.EvidenceExplained)] == [
        "blood"
    ]
    assert evidence.total(world) == 0
    world = home()
    evidence.leave(world, Moment(STAND), "blood", 0, 0, "gate")
    says(world, "beasts")
    assert evidence.total(world) == 25


@pytest.mark.parametrize(("kind", "weight"), [(Kind.ROGUE, 25), (Kind.PATROL, 60)])
def test_rogues_explain_rogues_found_lying_but_not_friends(kind: Kind, weight: int) -> None:
    world = home()
    fallen = Mind(0, "fallen", kind, 0, 0, 0, 0, 0, 0)
    fallen.felled_by = 0  # by her
    world.minds.append(fallen)
    for what, by in (("blood", "gate"), ("body_found", "fallen"), ("seen_west", "patrol_1")):
        evidence.leave(world, Moment(STAND), what, 0, 0, by)
    says(world, "rogues")
    assert evidence.total(world) == weight


def test_the_boundary_of_treason_is_fifty() -> None:
    world = home()
    for what in ("prints", "blood"):
        evidence.leave(world, Moment(STAND), what, 0, 0, "gate")
    assert (evidence.total(world), ending_of(world)) == (45, Ending.QUIET_GATE)
    evidence.leave(world, Moment(STAND), "broken_rock", 0, 0, "rock")
    assert (evidence.total(world), ending_of(world)) == (50, Ending.TREASON)


@pytest.mark.parametrize(("minutes", "late"), [(0, False), (19, False), (22, True)])
def test_twenty_minutes_over_her_time_nobody_minds(minutes: int, late: bool) -> None:
    world = home()
    out = world.level.conditions.clock_minutes + tuning.PAR_MINUTES + minutes
    world.clock = out * 60 * tuning.CLOCK_UNIT
    report(world)
    assert [item.what for item in world.evidence] == ["par_missed"] * late


def test_dawn_ends_the_night_wherever_she_is() -> None:
    world = home()
    put(world.sakura, 50, 0)
    world.clock = tuning.DAWN_MINUTES * 60 * tuning.CLOCK_UNIT - 20
    assert of(pass_time(world, 10), events.Ended)


def walked_from_the_round() -> World:
    """Her prints lead from where the round ends to him."""
    world = home()
    put(world.sakura, 62, 0)
    pass_time(world, 760, WALK_WEST)
    assert world.sakura.x < tile_centre(16)
    return world


def test_her_trail_can_be_followed_from_the_round_to_him() -> None:
    assert trail_unbroken(walked_from_the_round())


def test_one_gap_as_long_as_a_stretch_breaks_the_trail() -> None:
    world = walked_from_the_round()
    stretch = 40 // SEGMENT_TILES
    for x in range(stretch * SEGMENT_TILES, (stretch + 1) * SEGMENT_TILES):
        world.tracks.by_tile.pop(x, None)
    assert not trail_unbroken(world)


def test_a_gust_over_her_trail_breaks_it() -> None:
    world = walked_from_the_round()
    gust(world)
    world.tick += 600
    assert not trail_unbroken(world)


def test_without_a_trail_there_is_none_to_follow() -> None:
    assert not trail_unbroken(home())


@pytest.mark.parametrize(
    ("kind", "target"),
    [(GoalKind.REACH, "flag"), (GoalKind.UNSEEN_UNTIL, ""), (GoalKind.SPARE, "")],
)
def test_a_map_without_the_tale_ends_when_its_goal_is_met(kind: GoalKind, target: str) -> None:
    level = night("." * 19 + "@").level
    flag = Place(900, "flag", Spot.NOTE, tile_centre(2), tile_centre(0))
    goal = Goal(901, kind, target, amount=1)
    world = World.new(replace(level, places=(*level.places, flag), goals=(goal,)))
    assert not of(pass_time(world, 150, WALK_WEST), events.Ended)
    happened = pass_time(world, 200, WALK_WEST)
    assert of(happened, events.GoalReached)
    assert of(happened, events.Ended)


def fetched(him_at: int, her_at: int) -> World:
    """Dawn finds him and her so far along the sand."""
    world = home()
    put(world.sakura, her_at, 0)
    world.sakura.sleeves_bloody = True
    him(world).x = tile_centre(him_at)
    world.clock = tuning.DAWN_MINUTES * 60 * tuning.CLOCK_UNIT - 20
    pass_time(world, 10)
    return world


def test_fetched_at_dawn_beside_him_he_is_found_too() -> None:
    world = fetched(20, 26)
    assert {item.what for item in world.evidence} >= {"blood", "he_is_found"}
    assert world.story.ending == Ending.TREASON


def test_fetched_at_dawn_far_from_him_only_she_is_looked_at() -> None:
    world = fetched(20, 40)
    assert "he_is_found" not in [item.what for item in world.evidence]


def test_beaten_while_she_leads_him_she_loses_him() -> None:
    world = home()
    him(world).bound = True
    world.sakura.marks = 1
    moment = Moment(STAND)
    harm.hurt_her(world, moment, Mind(1, "rogue", Kind.ROGUE, 0, 0, 0, 0, 0, 0))
    helpless.endure(world, moment)
    assert of(moment.events, events.HeLeft)
    assert not him(world).bound
    assert ending_of(world) is Ending.QUIET_GATE

"""Every fact that the talk may ask for can come true, and comes true by what was done."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.content.operations import story_operation
from game.core.units import tile_centre, tiles
from game.sim import events, harm, tuning
from game.sim.beings import Pose
from game.sim.command import Button, Command
from game.sim.level import Area, Kind, Place, Spot, Zone
from game.sim.moment import Moment
from game.sim.table.body import NOTICEABLE
from game.sim.table.events import Wiped
from game.sim.table.operation import begin
from game.sim.table.state import Fact
from game.sim.table.wounds import Grade
from game.sim.tale import facts
from game.sim.tale.night import Beat, Evidence, Patient
from game.sim.tale.report import weigh_words
from game.sim.tale.talk_script import FACTS
from game.sim.world import World
from tests.sim.nights import (
    EAST,
    STAND,
    WALK_WEST,
    Person,
    alarm,
    night,
    pass_time,
    put,
    who,
)

ACT = Command(buttons=Button.ACT)


def beside_him() -> World:
    """She stands by him in the west, two cutters and a lizard far off; nothing is done yet."""
    level = night(
        "...@........................c\n............................c\n............................l",
        story=True, c=Person(Kind.CUTTER), l=Person(Kind.LIZARD),
    ).level  # fmt: skip
    man = Place(900, "wounded", Spot.WOUNDED, tile_centre(4), tile_centre(0))
    west = Zone(902, "west", Area.WEST, 0, 0, tiles(10), tiles(3))
    level = replace(
        level, places=(*level.places, man), zones=(west,), operation=story_operation()
    )
    world = World.new(level, seed=1)
    story = world.story
    world.tick = story.body_tick = tuning.DUEL_END_TICKS + 121
    story.pulse_tick, story.beat = 0, Beat.BODY
    return world


def him(world: World) -> Patient:
    assert world.patient is not None
    return world.patient


def tap(world: World, button: Button) -> None:
    pass_time(world, 3, Command(buttons=button))
    pass_time(world, 2)


def kneel(world: World) -> None:
    tap(world, Button.ACT)


def look(world: World) -> None:
    kneel(world)
    pass_time(world, tuning.EASE_TURN_TICKS + 2, ACT)
    pass_time(world, 2)
    for _ in NOTICEABLE:
        tap(world, Button.ACT)
        pass_time(world, tuning.LOOK_AT_HIM_TICKS)


def operate(world: World) -> None:
    look(world)
    tap(world, Button.STRIKE)
    pass_time(world, 60, Command(buttons=Button.BRACE))
    tap(world, Button.LOOK)


def operated(world: World) -> None:
    assert world.level.operation is not None
    world.operation = begin(world.level.operation, 700, 900, 1)
    world.operation.grade = Grade.CLEAN
    world.operation.facts = [Fact.RUPTURED, Fact.FOULED]
    world.operation.tick = 7000


def sweep_then_kneel(world: World) -> None:
    pass_time(world, 20, Command(buttons=Button.SENSE))
    pass_time(world, 2)
    kneel(world)


def come_early(world: World) -> None:
    world.story.beat, world.story.body_tick = Beat.WEST, -1
    world.story.pulse_tick = world.tick - 60
    pass_time(world, 1)


def shelter_him(world: World) -> None:
    heights = world.level.heights.copy()
    heights[:, :8] = 4 * 256
    air = replace(world.level.conditions, gust_heading=EAST)
    world.level = replace(world.level, heights=heights, conditions=air)
    him(world).moved_sub = tiles(3)


def sit(world: World) -> None:
    world.sakura.chakra = 100 * tuning.CHAKRA_MILLI
    pass_time(world, tuning.SIT_DOWN_TICKS + 5)
    assert world.sakura.pose is Pose.SIT


def wait(world: World) -> None:
    world.story.beat = Beat.WAIT
    world.story.wait_from, world.story.wait_until = world.tick - 600, world.tick
    pass_time(world, 2)


def fell(world: World) -> None:
    harm.fell(world, Moment(STAND), who(world, "cutter_c"), "takedown", 0)


def kill(world: World) -> None:
    fell(world)
    harm.kill(world, Moment(STAND), who(world, "cutter_c"))


def meet_cutter(world: World) -> None:
    cutter = who(world, "cutter_c")
    put(cutter, 1, 0)
    cutter.heading = 0
    pass_time(world, 120)


def be_hit(world: World) -> None:
    moment = Moment(STAND)
    harm.hurt_her(world, moment, who(world, "cutter_c"))
    facts.remember(world, moment)


def punch_beast(world: World) -> None:
    moment = Moment(STAND)
    harm.fell(world, moment, who(world, "lizard_l"), "punch", 0)
    facts.remember(world, moment)


def leave(what: str) -> Callable[[World], None]:
    return lambda world: world.evidence.append(
        Evidence(what, 0, 0, 0, "", tuning.EVIDENCE_WEIGHT[what])
    )


def be_late(world: World) -> None:
    world.story.signed_out_tick = 0
    world.clock += (tuning.PAR_MINUTES + 30) * 60 * tuning.CLOCK_UNIT


def die(world: World) -> None:
    him(world).blood_milli = 1
    pass_time(world, 1)


def leave_him_to_die(world: World) -> None:
    kneel(world)
    world.sakura.x += tiles(10)
    die(world)


def go_free(world: World) -> None:
    him(world).gone = True


def be_bound(world: World) -> None:
    him(world).bound = True


def bloody(world: World) -> None:
    world.sakura.sleeves_bloody = True


def sign(world: World) -> None:
    world.story.markers.append(1)


def go_west(world: World) -> None:
    world.story.beat, world.story.felt_tick = Beat.PULSE, 1
    pass_time(world, 1)


def tells(*happened: events.Event) -> Callable[[World], None]:
    """What the night told of a deed that is shown elsewhere."""

    def remember(world: World) -> None:
        moment = Moment(STAND)
        moment.events += happened
        facts.remember(world, moment)

    return remember


def walk_straight_to_him(world: World) -> None:
    put(world.sakura, 26, 0)
    west = Zone(902, "west", Area.WEST, 0, 0, tiles(24), tiles(3))
    world.level = replace(world.level, zones=(west,))
    pass_time(world, 320, WALK_WEST)
    kneel(world)


def drop_him(world: World) -> None:
    kneel(world)
    pass_time(world, tuning.EASE_TURN_TICKS // 2, ACT)
    pass_time(world, 2)


def heal(world: World) -> None:
    him(world).healed = True


def say_at_the_gate(what: str, against: str) -> Callable[[World], None]:
    def report(world: World) -> None:
        leave(against)(world)
        world.story.facts["beasts_struck"] = 1
        world.story.report = what
        weigh_words(world, Moment(STAND))

    return report


def nothing(world: World) -> None:
    """What holds for whoever stands there."""


def counter_bait(world: World) -> None:
    who(world, "cutter_c").kind = Kind.AMBUSHER
    world.sakura.feigning = True
    tells(events.Rose("cutter_c"), events.Struck("sakura", "cutter_c", "counter"))(world)


DEEDS: dict[str, Callable[[World], None]] = {
    **{f"noticed_{what}": look for what in NOTICEABLE},
    "second_sweep": sweep_then_kneel, "came_early": come_early, "seconds_late": kneel,
    "moved_to_cover": shelter_him, "grade": operated, "ruptured": operated,
    "sand_in_wound": operated, "wiped_sweat": operate, "looked_up": operate,
    "chakra_left": kneel, "sat_for_chakra": sit, "waited_seconds": wait,
    "cutters_felled": fell, "cutters_killed": kill,
    "cutters_met": meet_cutter, "killed": kill, "knocked_out": fell, "ledger": nothing,
    "hurt": be_hit, "beasts_killed": punch_beast, "evidence": leave("blood"),
    "blood_seen": bloody, "seen_west": leave("seen_west"), "prints_home": leave("prints"),
    "minutes_over": be_late, "markers": sign, "pulse_heard": go_west, "went_west": go_west,
    "saw_him": nothing, "found_him": kneel, "he_died": die, "he_is_bound": be_bound,
    "he_is_found": leave("he_is_found"), "he_is_gone": go_free, "died_alone": leave_him_to_die,
    "finished_off": tells(events.PatientDied("blade")),
    "he_lives": heal,
    "company": tells(events.BodyStep("swept_company")), "rough_turn": drop_him,
    "ribs_left": operated, "table_seconds": operated, "rocks_broken": tells(events.Broken("rock")),
    "bait_countered": counter_bait, "drank": tells(events.Drank()),
    "mother_backed": tells(alarm("lizard_l", "curious", "calm")),
    "lied": tells(events.Answered("cutter_c", "lie", True)), "unmasked": leave("unmasked"),
    "prints_lead": walk_straight_to_him, "beasts_struck": punch_beast,
    "lie_caught": say_at_the_gate("quiet", "seen_west"),
    "explained": say_at_the_gate("beasts", "blood"),
}  # fmt: skip
ALWAYS = ("ledger", "saw_him")


def test_the_table_of_deeds_leaves_no_fact_out() -> None:
    assert sorted(DEEDS) == sorted(FACTS)


@pytest.mark.parametrize("fact", sorted(FACTS))
def test_a_fact_comes_true_by_a_deed_and_not_before(fact: str) -> None:
    world = beside_him()
    assert bool(facts.of_the_night(world).get(fact, 0)) == (fact in ALWAYS)
    DEEDS[fact](world)
    assert facts.of_the_night(world)[fact] > 0


def told(world: World, *happened: events.Event) -> dict[str, int]:
    moment = Moment(STAND)
    moment.events += happened
    facts.remember(world, moment)
    return facts.of_the_night(world)


def test_who_was_knocked_out_and_then_killed_is_not_left_alive() -> None:
    world = beside_him()
    kill(world)
    assert facts.of_the_night(world)["knocked_out"] == 0


def test_whoever_dies_beside_her_does_not_die_alone() -> None:
    world = beside_him()
    kneel(world)
    die(world)
    told_now = facts.of_the_night(world)
    assert (told_now["he_died"], told_now["died_alone"]) == (1, 0)


def test_a_cutter_whom_a_lizard_felled_is_not_her_doing() -> None:
    world = beside_him()
    lizard = who(world, "lizard_l")
    harm.fell(world, Moment(STAND), who(world, "cutter_c"), "charge", lizard.id)
    assert facts.of_the_night(world)["cutters_felled"] == 0


def test_an_ambush_counts_as_countered_only_if_she_drew_it_out() -> None:
    level = night("@.a", a=Person(Kind.AMBUSHER)).level
    blow = events.Struck("sakura", "ambusher_a", "counter")
    assert not told(World.new(level), blow).get("bait_countered")
    world = World.new(level)
    world.sakura.feigning = True
    told(world, events.Rose("ambusher_a"))
    assert told(world, blow)["bait_countered"] == 1


def test_a_mother_who_calms_down_without_charging_has_let_her_go() -> None:
    world = beside_him()
    after_charge = alarm("lizard_l", "chase", "calm")
    assert not told(world, after_charge).get("mother_backed")
    backed = alarm("lizard_l", "curious", "calm")
    assert told(world, backed)["mother_backed"] == 1


def test_the_wind_is_a_friend_when_it_takes_her_trail_from_under_a_tracker() -> None:
    world = beside_him()
    assert not told(world, events.TrailLost("cutter_c", "sakura", "rock")).get("trail_wiped")
    assert told(world, events.TrailLost("cutter_c", "sakura", "wind"))["trail_wiped"] == 1


def test_a_wiped_brow_is_counted_at_the_table_only() -> None:
    assert not told(beside_him(), Wiped()).get("wiped_sweat")

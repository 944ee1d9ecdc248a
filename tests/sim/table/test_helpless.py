"""The man who cannot help himself: who hears him, who finds him, and how he is led away."""

from dataclasses import replace

import pytest

from game.content.operations import story_operation
from game.core.headings import distance
from game.core.units import PER_MILLE, SUB, seconds, tile_centre
from game.sim import events, tuning
from game.sim.beings import Alert, Pose
from game.sim.command import Button, Command
from game.sim.level import Kind, Place, Spot
from game.sim.moment import Moment
from game.sim.table import helpless
from game.sim.table.operating import _begin_wait
from game.sim.table.wounds import Grade
from game.sim.tale.night import Beat, Patient
from game.sim.world import World
from tests.sim.nights import (
    EAST,
    STAND,
    WALK_EAST,
    WALK_WEST,
    WEST,
    Person,
    night,
    of,
    pass_time,
    put,
    who,
)

ACT = Command(buttons=Button.ACT)


def lying(text: str, at: tuple[int, int], beat: Beat = Beat.BODY, **people: Person) -> World:
    """He lies on a tile, the fight is over and she has come to him."""
    level = night(text, story=True, **people).level  # type: ignore[arg-type]
    man = Place(900, "wounded", Spot.WOUNDED, tile_centre(at[0]), tile_centre(at[1]))
    level = replace(level, places=(*level.places, man), operation=story_operation())
    world = World.new(level, seed=1)
    story = world.story
    world.tick = story.body_tick = tuning.DUEL_END_TICKS + 1
    story.pulse_tick, story.felt_tick, story.beat = 0, 0, beat
    return world


def him(world: World) -> Patient:
    assert world.patient is not None
    return world.patient


def rouse(world: World) -> list[events.Event]:
    return [*pass_time(world, 3, ACT), *pass_time(world, 2), *pass_time(world, 3, ACT),
            *pass_time(world, 2)]  # fmt: skip


CUTTER_NEAR = """
    ..........#.....
    ...@......#..c..
    ................
"""


def test_without_a_second_sweep_his_moan_carries_as_far_as_a_call() -> None:
    world = lying(CUTTER_NEAR, (4, 1), c=Person(Kind.CUTTER, facing=EAST))
    happened = rouse(world)
    (moan,) = of(happened, events.NoiseMade, what="moan")
    assert (moan.who, moan.tiles) == ("wounded", tuning.MOAN_TILES)
    assert of(happened, events.Heard, who="cutter_c")


def test_after_a_second_sweep_she_hushes_him() -> None:
    world = lying(CUTTER_NEAR, (4, 1), c=Person(Kind.CUTTER, facing=EAST))
    pass_time(world, 20, Command(buttons=Button.SENSE))
    swept = pass_time(world, 2)
    assert of(swept, events.BodyStep, what="swept_company")
    happened = rouse(world)
    (moan,) = of(happened, events.NoiseMade, what="moan")
    assert moan.tiles == tuning.MOAN_HUSHED_TILES
    assert not of(happened, events.Heard, who="cutter_c")


def test_let_go_half_turned_he_falls_back_and_bleeds_and_is_heard() -> None:
    world = lying("...@....", (4, 0))
    pass_time(world, 3, ACT)
    pass_time(world, 2)
    before = him(world).blood_milli
    held = tuning.EASE_TURN_TICKS // 2
    pass_time(world, held, ACT)
    happened = pass_time(world, 1)
    assert of(happened, events.BodyStep, what="dropped")
    assert of(happened, events.NoiseMade, what="moan", tiles=tuning.MOAN_TILES)
    bled = (held + 1) * tuning.BLEED_MILLI_PER_TICK
    assert before - him(world).blood_milli == tuning.ROUGH_TURN_BLOOD * PER_MILLE + bled
    assert world.story.facts["rough_turn"] == 1
    assert not him(world).supine
    assert not of(happened, events.BodyStep, what="roused")


def test_those_who_left_him_for_dead_walk_by_until_hands_were_laid_on_him() -> None:
    world = lying("@...............\n....c...........", (7, 1), c=Person(Kind.CUTTER, facing=EAST))
    world.sakura.inside = 1
    helpless.leave_for_dead(world)
    assert not of(pass_time(world, 60), events.BodyFound)
    helpless.disturb(world)
    assert of(pass_time(world, 60), events.BodyFound, who="cutter_c", whom="wounded")


@pytest.mark.parametrize("kind", [Kind.CUTTER, Kind.ROGUE])
def test_an_enemy_who_finds_him_alone_stabs_him_to_death(kind: Kind) -> None:
    world = lying("...m...........@", (5, 0), beat=Beat.WAIT, m=Person(kind, facing=EAST))
    put(world.sakura, 15, 0)
    world.sakura.inside = 1
    world.story.wait_until = world.tick + seconds(600)
    happened = pass_time(world, seconds(30), until=events.PatientDied)
    assert of(happened, events.Struck, whom="wounded")
    assert of(happened, events.PatientDied, where="blade")


def test_in_a_quiet_night_no_blade_kills_him() -> None:
    world = lying("...m...........@", (5, 0), m=Person(Kind.ROGUE, facing=EAST))
    world.rules = replace(world.rules, quiet_night=True)
    world.sakura.inside = 1
    assert of(pass_time(world, seconds(20)), events.Struck, whom="wounded")
    assert not him(world).dead


def test_a_friend_who_finds_him_does_him_no_harm_but_the_village_knows() -> None:
    world = lying("...m...........@", (5, 0), m=Person(Kind.PATROL, facing=EAST))
    world.sakura.inside = 1
    happened = pass_time(world, seconds(10))
    assert of(happened, events.EvidenceLeft, what="he_is_found")
    assert not of(happened, events.Struck)


def asleep(**people: Person) -> World:
    """He is healed and has slept enough; she is beside him."""
    world = lying("@...................m", (1, 0), beat=Beat.WAIT, **people)
    him(world).healed = True
    world.story.wait_from, world.story.wait_until = world.tick - 60, world.tick
    return world


def test_he_wakes_when_nobody_is_after_them() -> None:
    assert of(pass_time(asleep(m=Person(Kind.ROGUE, facing=EAST)), 5), events.HeWakes)


def test_he_does_not_stir_while_somebody_searches_near_him() -> None:
    world = asleep(m=Person(Kind.ROGUE, facing=EAST))
    mind = who(world, "rogue_m")
    mind.alert, mind.knows_x, mind.knows_y = Alert.SEARCH, mind.x, mind.y
    assert not of(pass_time(world, 5), events.HeWakes)


def test_he_does_not_wake_while_she_is_away() -> None:
    world = asleep(m=Person(Kind.ROGUE, facing=EAST))
    put(world.sakura, 9, 0)
    assert not of(pass_time(world, 5), events.HeWakes)


def test_the_worse_the_work_the_longer_he_sleeps() -> None:
    world = lying("@...", (1, 0))
    slept = []
    for grade in Grade:
        _begin_wait(world, Moment(STAND), grade)
        slept.append(world.story.wait_until - world.story.wait_from)
    assert slept == sorted(slept, reverse=True)
    assert slept[Grade.CLEAN] == tuning.WAIT_TICKS
    assert len({*slept}) == len(slept)


def led(text: str = "....@" + "." * 40, **people: Person) -> World:
    """He is bound and follows her home."""
    world = lying(text, (3, 0), beat=Beat.HOME, **people)
    him(world).healed = him(world).bound = True
    return world


def test_bound_he_walks_after_her_and_she_walks_at_his_pace() -> None:
    world = led()
    began = world.sakura.x
    pass_time(world, seconds(6), WALK_EAST)
    gone_px = (world.sakura.x - began) // SUB
    assert 220 <= gone_px <= 240
    assert distance(world.sakura.x - him(world).x, world.sakura.y - him(world).y) <= 3 * 16 * SUB


def test_bound_he_goes_round_the_corner_that_she_went_round() -> None:
    world = led("....@.\n####..\n......")
    for command in (WALK_EAST, Command(move=16), WALK_WEST):
        pass_time(world, 90, command)
        assert world.terrain.walkable(him(world).x // 4096, him(world).y // 4096)
    assert him(world).y // 4096 == 2


def test_one_of_her_own_who_sees_her_lead_him_is_her_enemy() -> None:
    world = led("..@........m", m=Person(Kind.PATROL, facing=WEST))
    happened = pass_time(world, seconds(4), WALK_EAST)
    assert of(happened, events.Unmasked, who="patrol_m", why="prisoner")


def test_the_fight_is_seen_by_who_comes_while_it_is_on() -> None:
    cutter = Person(Kind.CUTTER, delay_ticks=tuning.DUEL_END_TICKS, route="01")
    world = lying("....c.0.....1" + "." * 20 + "@", (2, 0), beat=Beat.WEST, c=cutter)
    world.story.body_tick, world.story.pulse_tick = -1, world.tick
    mind = who(world, "cutter_c")
    pass_time(world, 30)
    assert mind.pose is Pose.GONE
    put(world.sakura, 15, 0)
    happened = pass_time(world, 110)
    assert of(happened, events.Struck, who="cutter_c", whom="wounded")
    assert distance(mind.x - him(world).x, mind.y - him(world).y) <= tuning.ATTACK_REACH_SUB
    before = him(world).blood_milli
    reached = pass_time(world, 300, WALK_WEST, until=events.BodyReached)
    assert of(reached, events.BodyReached, when="fight")
    assert him(world).blood_milli - before == tuning.EARLY_BLOOD * PER_MILLE

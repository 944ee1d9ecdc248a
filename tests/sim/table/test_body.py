"""The man in the sand: what she can do for him before the operation, and what it costs him."""

from dataclasses import replace

from game.content.operations import story_operation
from game.core.units import PER_MILLE, seconds, tile_centre
from game.sim import events, tuning
from game.sim.acts import at_hand
from game.sim.beings import Pose
from game.sim.command import Button, Command
from game.sim.level import Place, Spot
from game.sim.table.body import NOTICEABLE
from game.sim.tale.night import Beat, Patient
from game.sim.verbs import Act
from game.sim.world import Rules, World
from tests.sim.nights import WALK_EAST, WALK_WEST, night, of, pass_time

ACT, STRIKE = Command(buttons=Button.ACT), Command(buttons=Button.STRIKE)


def beside_him(rules: Rules | None = None, late: int = 0) -> World:
    """She stands next to him, so many ticks after the fight has ended."""
    level = night("...@......\n..........", story=True).level
    man = Place(900, "wounded", Spot.WOUNDED, tile_centre(4), tile_centre(0))
    level = replace(level, places=(*level.places, man), operation=story_operation())
    world = World.new(level, seed=1, rules=rules)
    world.tick = tuning.DUEL_END_TICKS + late + 1
    world.story.pulse_tick, world.story.felt_tick = 0, 0
    world.story.beat, world.story.body_tick = Beat.BODY, world.tick
    return world


def him(world: World) -> Patient:
    assert world.patient is not None
    return world.patient


def tap(world: World, command: Command) -> list[events.Event]:
    return pass_time(world, 3, command) + pass_time(world, 2)


def turned_over() -> World:
    world = beside_him()
    tap(world, ACT)
    pass_time(world, tuning.EASE_TURN_TICKS + 2, ACT)
    pass_time(world, 2)
    return world


def test_a_tap_kneels_and_a_step_stands_her_up_again() -> None:
    world = beside_him()
    assert (at_hand(world).tap, at_hand(world).hold) == (Act.KNEEL, Act.DRAG_HIM)
    assert of(tap(world, ACT), events.BodyStep, what="knelt")
    assert world.sakura.pose is Pose.KNEEL
    pass_time(world, 3, WALK_WEST)
    assert world.sakura.pose is not Pose.KNEEL


def test_kneeling_a_tap_rouses_him_once() -> None:
    world = beside_him()
    tap(world, ACT)
    roused = of(tap(world, ACT) + tap(world, ACT), events.BodyStep, what="roused")
    assert len(roused) == 1


def test_he_is_turned_over_only_by_a_held_key() -> None:
    world = beside_him()
    tap(world, ACT)
    pass_time(world, tuning.EASE_TURN_TICKS - 5, ACT)
    pass_time(world, 2)
    assert not him(world).supine
    happened = pass_time(world, tuning.EASE_TURN_TICKS + 2, ACT)
    assert of(happened, events.BodyStep, what="turned")
    assert him(world).supine


def test_on_his_back_each_look_notices_one_thing_more() -> None:
    world = turned_over()
    seen = []
    for _ in range(len(NOTICEABLE) + 2):
        seen += [event.what for event in of(tap(world, ACT), events.Examined)]
        pass_time(world, tuning.LOOK_AT_HIM_TICKS)
    assert seen == list(NOTICEABLE)
    assert at_hand(world).tap is None


def test_nothing_is_cut_while_he_lies_on_his_face() -> None:
    world = beside_him()
    tap(world, ACT)
    assert not of(tap(world, STRIKE), events.OperationBegan)


def test_the_operation_begins_with_the_blood_and_the_chakra_there_is() -> None:
    world = turned_over()
    world.sakura.chakra = 640 * tuning.CHAKRA_MILLI
    blood = him(world).blood_milli
    assert of(tap(world, STRIKE), events.OperationBegan)
    assert world.operation is not None
    assert world.story.beat is Beat.OPERATION
    assert abs(world.operation.blood - blood // 1000) <= 1
    assert abs(world.operation.chakra - 640) <= 2


def test_the_assists_reach_the_table() -> None:
    world = turned_over()
    world.rules = Rules(tolerance_per_mille=1500, table_speed_per_mille=500, quiet_night=True)
    tap(world, STRIKE)
    assert world.operation is not None
    rules = world.operation.rules
    assert (rules.tolerance_per_mille, rules.speed_per_mille, rules.no_fail) == (1500, 500, True)


def test_held_standing_he_is_dragged_and_loses_blood_by_the_tile() -> None:
    world = beside_him()
    pass_time(world, tuning.HOLD_TICKS + 2, ACT)
    pass_time(world, 2)
    assert world.sakura.dragging == -1
    before = him(world).blood_milli
    dragged = pass_time(world, seconds(3), WALK_EAST)
    lost = before - him(world).blood_milli
    tiles = him(world).moved_sub // 4096
    assert tiles >= 2
    bled = tuning.BLEED_MILLI_PER_TICK * seconds(3)
    assert lost == bled + tiles * tuning.DRAG_BLOOD_PER_TILE * PER_MILLE
    assert not of(dragged, events.DragEnded)
    assert of(tap(world, ACT), events.BodyStep, what="moved")
    assert world.sakura.dragging == 0


def test_he_is_not_dragged_through_a_wall() -> None:
    level = night("...@...\n...#...", story=True).level
    man = Place(900, "wounded", Spot.WOUNDED, tile_centre(4), tile_centre(0))
    world = World.new(replace(level, places=(*level.places, man)))
    world.story.beat, world.sakura.dragging = Beat.BODY, -1
    for move in (0, 16, 32, 48) * 3:
        pass_time(world, 40, Command(move=move))
        assert world.terrain.walkable(him(world).x // 4096, him(world).y // 4096)


def test_he_bleeds_from_the_end_of_the_fight_until_her_hands_are_on_him() -> None:
    world = beside_him()
    world.tick = world.story.pulse_tick + tuning.DUEL_END_TICKS - 10
    pass_time(world, 9)
    assert him(world).blood_milli == tuning.BLOOD_AFTER_DUEL_MILLI
    pass_time(world, 61)
    assert him(world).blood_milli == (
        tuning.BLOOD_AFTER_DUEL_MILLI - 60 * tuning.BLEED_MILLI_PER_TICK
    )


def test_left_alone_he_bleeds_to_death_in_the_sand() -> None:
    world = beside_him()
    him(world).blood_milli = 3 * tuning.BLEED_MILLI_PER_TICK
    died = of(pass_time(world, 4), events.PatientDied)
    assert [death.where for death in died] == ["sand"]
    assert him(world).dead


def test_in_a_quiet_night_he_never_bleeds_to_death() -> None:
    world = beside_him(Rules(quiet_night=True))
    him(world).blood_milli = 3 * tuning.BLEED_MILLI_PER_TICK
    happened = pass_time(world, 5)
    assert not him(world).dead
    assert not of(happened, events.PatientDied)
    assert at_hand(world).tap is Act.KNEEL


def test_for_the_dead_her_hands_can_do_nothing() -> None:
    world = beside_him()
    him(world).dead = True
    assert at_hand(world).tap is None
    assert not of(tap(world, ACT), events.BodyStep)


def test_how_late_she_came_is_remembered_with_what_she_has_left() -> None:
    world = beside_him(late=seconds(90))
    world.sakura.chakra = 500 * tuning.CHAKRA_MILLI
    tap(world, ACT)
    facts = world.story.facts
    assert facts["seconds_late"] == 90
    assert facts["chakra_left"] == 500
    assert facts["second_sweep"] == 0


def test_a_pulse_before_she_kneels_is_the_second_sweep() -> None:
    world = beside_him()
    pass_time(world, 20, Command(buttons=Button.SENSE))
    pass_time(world, 2)
    tap(world, ACT)
    assert world.story.facts["second_sweep"] == 1

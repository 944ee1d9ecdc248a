"""A wounded man on a map without the tale: knelt to, looked at, healed or lost, and the goal."""

from dataclasses import replace

from game.content.operations import load_operation
from game.content.paths import assets_folder
from game.core.units import PER_MILLE, seconds, tile_centre
from game.lab.hands import as_command
from game.lab.table_hand import TableHand
from game.sim import events
from game.sim.acts import at_hand
from game.sim.beings import Pose
from game.sim.command import Button, Command
from game.sim.level import Goal, GoalKind, Place, Spot
from game.sim.table.events import OperationDone, PatientLost
from game.sim.table.state import TableChoice
from game.sim.tale.night import Beat
from game.sim.tick import step
from game.sim.verbs import Act
from game.sim.world import World
from tests.sim.nights import WALK_WEST, night, of, pass_time

GUARD = load_operation(assets_folder() / "operations" / "guard.toml")
ACT, STRIKE = Command(buttons=Button.ACT), Command(buttons=Button.STRIKE)


def beside_the_guard(goal: bool = True, supine: bool = True) -> World:
    level = night("...@......\n..........").level
    man = Place(900, "wounded", Spot.WOUNDED, tile_centre(4), tile_centre(0), text="guard")
    goals = (Goal(901, GoalKind.HEAL, "wounded"),) if goal else ()
    patient = replace(GUARD, supine=supine)
    level = replace(level, places=(*level.places, man), operation=patient, goals=goals)
    return World.new(level, seed=1)


def tap(world: World, command: Command) -> list[events.Event]:
    return pass_time(world, 3, command) + pass_time(world, 2)


def at_the_table() -> World:
    world = beside_the_guard()
    tap(world, ACT)
    assert of(tap(world, STRIKE), events.OperationBegan)
    return world


def heal(world: World, ticks: int = seconds(200)) -> list[events.Event]:
    hand, told = TableHand(0, 0), []
    for _ in range(ticks):
        if world.operation is None or not world.at_table:
            break
        told += step(world, as_command(hand.next(world.operation, GUARD)))
    return told


def test_he_lies_as_his_operation_says_and_has_the_blood_it_says() -> None:
    world = beside_the_guard()

    assert world.patient is not None
    assert world.patient.supine
    assert world.patient.blood_milli == GUARD.blood * PER_MILLE


def test_she_kneels_looks_at_what_is_to_be_seen_and_begins() -> None:
    world = beside_the_guard()
    assert at_hand(world).tap is Act.KNEEL
    assert of(tap(world, ACT), events.BodyStep, what="knelt")
    seen = []
    for _ in range(len(GUARD.notices) + 1):
        seen += [event.what for event in of(tap(world, ACT), events.Examined)]
        pass_time(world, seconds(3))

    told = tap(world, STRIKE)

    assert tuple(seen) == GUARD.notices
    assert of(told, events.OperationBegan)
    assert not of(told, events.BeatBegan)
    assert world.at_table


def test_who_lies_on_his_face_is_turned_over_first() -> None:
    world = beside_the_guard(supine=False)
    tap(world, ACT)

    assert at_hand(world).hold is Act.TURN
    assert not of(tap(world, STRIKE), events.OperationBegan)


def test_the_flow_that_is_let_go_as_she_gets_up_does_nothing_more() -> None:
    world = at_the_table()
    pass_time(world, 20, ACT)

    told = pass_time(world, 3, Command(buttons=Button.ACT | Button.CANCEL)) + pass_time(world, 3)

    assert not world.at_table
    assert not of(told, events.BodyStep)
    assert not of(told, events.TrailRead)


def test_healed_he_meets_the_goal_and_the_map_is_done() -> None:
    world = at_the_table()

    told = heal(world)

    assert of(told, OperationDone)
    assert of(told, events.OperationEnded, grade="perfect")
    assert of(told, events.GoalReached, what="wounded")
    assert of(told, events.Ended, ending="goals_met")
    assert world.story.beat is Beat.LANE


def test_lost_he_ends_a_map_that_asked_for_his_healing() -> None:
    world = at_the_table()
    assert world.operation is not None
    world.operation.blood_fine = 60_000

    told = pass_time(world, seconds(5))

    assert of(told, PatientLost)
    assert of(told, events.PatientDied, where="table")
    assert of(told, events.Ended, ending="patient_lost")


def test_she_gets_up_and_kneels_again_where_she_left_off() -> None:
    world = at_the_table()
    heal(world, seconds(6))
    assert world.operation is not None
    ticks = world.operation.tick
    tap(world, Command(buttons=Button.CANCEL))
    pass_time(world, 20, WALK_WEST)
    assert world.sakura.pose is not Pose.KNEEL

    pass_time(world, 20, Command(move=0))
    tap(world, ACT)
    tap(world, STRIKE)

    assert world.at_table
    assert world.operation.tick >= ticks


def test_a_pulse_feels_him_flutter_from_the_start() -> None:
    world = beside_the_guard(goal=False)
    pass_time(world, 80, Command(buttons=Button.SENSE))

    felt = of(pass_time(world, 3), events.SignatureFelt, who="wounded")

    assert [event.kind for event in felt] == ["fluctuating"]


def test_a_choice_at_the_table_lets_her_hands_go_on_by_themselves() -> None:
    world = at_the_table()

    told = pass_time(world, seconds(150), Command(choice=TableChoice.ALONE))

    assert of(told, events.OperationEnded, grade="clean")

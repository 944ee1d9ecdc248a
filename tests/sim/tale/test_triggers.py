"""A trigger of a map goes off once, when what it waits for has happened, and does one thing."""

from dataclasses import replace

from game.core.units import seconds, tiles
from game.sim import events
from game.sim.beings import Pose
from game.sim.command import Button, Command
from game.sim.level import Area, Goal, GoalKind, Kind, Zone
from game.sim.tale import triggers
from game.sim.tale.night import Patient
from game.sim.world import World
from tests.sim.nights import EAST, STAND, WALK_EAST, WEST, Person, night, pass_time

SENSE = Command(buttons=Button.SENSE)


def with_trigger(when: str, then: str = "talk", what: int = 0, amount: int = 0) -> World:
    """She stands west of a trigger on the eastern half; a rogue at its far end looks away."""
    level = night("@...........................r", r=Person(Kind.ROGUE, facing=EAST)).level
    zone = Zone(
        900, "trap", Area.TRIGGER, tiles(14), 0, tiles(15), tiles(1),
        text="Mind the step.", when=when, then=then, what=what, amount=amount,
    )  # fmt: skip
    goal = Goal(901, GoalKind.SPARE, amount=600)
    return World.new(replace(level, zones=(zone,), goals=(goal,)), seed=1)


def tells(world: World, ticks: int, kind: type[events.Event], command: Command = STAND) -> bool:
    return any(isinstance(event, kind) for event in pass_time(world, ticks, command))


def went_off(world: World, ticks: int, command: Command = STAND) -> bool:
    return tells(world, ticks, events.Triggered, command)


def test_it_goes_off_when_she_walks_in_and_never_again() -> None:
    world = with_trigger("enter")
    assert not went_off(world, 60)
    assert went_off(world, seconds(5), WALK_EAST)
    assert not went_off(world, seconds(2), WALK_EAST)


def test_it_goes_off_at_its_second() -> None:
    world = with_trigger("time", amount=90)
    assert not went_off(world, 89)
    assert went_off(world, 3)


def test_it_goes_off_when_her_pulse_reaches_it() -> None:
    far = with_trigger("sensed")
    assert not went_off(far, 2, SENSE)
    assert not went_off(far, 30)  # a tap reaches eight tiles, and it begins at the fourteenth
    near = with_trigger("sensed")
    near.sakura.x += tiles(8)
    pass_time(near, 2, SENSE)
    assert went_off(near, 30)


def test_it_goes_off_when_she_is_spotted_inside() -> None:
    world = with_trigger("seen")
    world.minds[0].heading = world.minds[0].home_heading = WEST
    assert went_off(world, seconds(8), WALK_EAST)


def test_it_goes_off_when_he_is_healed() -> None:
    world = with_trigger("healed")
    world.patient = Patient(0, 0)
    assert not went_off(world, 30)
    world.patient.healed = True
    assert went_off(world, 2)


def test_whom_a_trigger_calls_is_not_there_before() -> None:
    rogue = with_trigger("enter").minds[0].id
    world = with_trigger("time", "spawn", what=rogue, amount=60)
    assert world.minds[0].pose is Pose.GONE
    assert tells(world, 70, events.Appeared)
    assert world.minds[0].pose is not Pose.GONE


def test_a_goal_that_a_trigger_opens_is_not_known_before() -> None:
    world = with_trigger("time", "goal", what=901, amount=60)
    assert not list(triggers.open_goals(world))
    pass_time(world, 70, STAND)
    assert [goal.id for goal in triggers.open_goals(world)] == [901]


def test_a_gust_that_was_called_leaves_a_still_night_still() -> None:
    world = with_trigger("time", "gust", amount=30)
    assert tells(world, seconds(12), events.GustBegan)
    assert world.weather.next_gust_tick == -1

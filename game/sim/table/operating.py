"""Brings the night to the table: her keys, the wind, her chakra; and what comes of it back."""

from typing import Final

from game.core.units import PER_MILLE
from game.sim import chakra, events, tuning
from game.sim.beings import Pose
from game.sim.command import Button, Command, Gait
from game.sim.land.weather import WindKind, is_lee, wind_at
from game.sim.moment import Moment, use_up
from game.sim.table.events import OperationDone, PatientLost, StillBleeding, Wiped
from game.sim.table.operation import step
from game.sim.table.state import TableChoice, TableInput, TableNight
from game.sim.table.wounds import Grade
from game.sim.tale import facts
from game.sim.tale.night import Beat
from game.sim.world import World

_CHOICES: Final = tuple(TableChoice)


def operate(world: World, moment: Moment) -> None:
    """One tick at the table, if she is there."""
    operation, patient = world.operation, world.patient
    definition = world.level.operation
    if operation is None or patient is None or definition is None or not world.at_table:
        return
    if any(isinstance(event, events.DrivenOff) for event in moment.events):
        get_up(world, moment)
        return
    her = world.sakura
    her.pose, her.pose_ticks = Pose.KNEEL, 2
    use_up(her, Button.ACT)  # let go at the end, the flow is no tap for what lies at her feet
    happened = step(operation, definition, table_input(moment.command), night_at_table(world))
    chakra.spend(world, operation.chakra_spent * tuning.CHAKRA_MILLI)
    if operation.idle:
        chakra.rest(world, tuning.STANDING_GAIN_PER_SECOND)
    patient.blood_milli = operation.blood * 1000
    if moment.pressed & Button.LOOK:
        facts.count(world, "looked_up")
    for event in happened:
        moment.tell(event)
        match event:
            case Wiped():
                facts.count(world, "wiped_sweat")
            case OperationDone(grade, _):
                patient.healed = True
                patient.grade = grade.name.lower()
                her.sleeves_bloody = True
                moment.tell(events.OperationEnded(patient.grade))
                _begin_wait(world, moment, grade)
            case StillBleeding():
                get_up(world, moment)
            case PatientLost():
                patient.dead = True
                her.sleeves_bloody = True
                moment.tell(events.PatientDied("table"))
                _go_on(world, moment, Beat.HOME)
            case _:
                pass


def get_up(world: World, moment: Moment) -> None:
    """She leaves the table while he bleeds; what was done stays done, and she can kneel again."""
    world.sakura.pose, world.sakura.pose_ticks = Pose.STAND, 0
    _go_on(world, moment, Beat.BODY)


def table_input(command: Command) -> TableInput:
    """What a command means at the table."""
    return TableInput(
        move=command.move,
        slow=command.gait is Gait.SNEAK,
        point=command.point,
        flow=command.held(Button.ACT),
        scan=command.held(Button.SENSE),
        wipe=command.held(Button.BRACE),
        look_up=command.held(Button.LOOK),
        cut=command.held(Button.STRIKE),
        leave=command.held(Button.CANCEL),
        choice=TableChoice(command.choice) if command.choice in _CHOICES else None,
    )


def night_at_table(world: World) -> TableNight:
    """What wind, lee, reserve and tiredness are at the table just now."""
    patient = world.patient
    assert patient is not None
    wind = wind_at(world, patient.x, patient.y)
    return TableNight(
        gust_strength=wind.strength if wind.kind in (WindKind.GUST, WindKind.STORM) else 0,
        in_lee=wind.kind is not WindKind.STORM and is_lee(world.level, patient.x, patient.y),
        chakra=world.sakura.chakra // tuning.CHAKRA_MILLI,
        tremor=_tiredness(world),
    )


def _tiredness(world: World) -> int:
    """How unsteady her hands are: hurts taken and a drained reserve tell."""
    her = world.sakura
    hurts = world.rules.marks - her.marks
    drained = PER_MILLE - her.chakra // tuning.CHAKRA_MILLI
    return min(PER_MILLE, hurts * 150 + max(0, drained - 700))


def _go_on(world: World, moment: Moment, beat: Beat) -> None:
    """What comes after the table; where no tale is told, she is where she was before."""
    tale = world.level.conditions.story
    world.story.beat = beat if tale else Beat.LANE
    if tale:
        moment.tell(events.BeatBegan(beat.name.lower()))


def _begin_wait(world: World, moment: Moment, grade: Grade) -> None:
    """He sleeps, the longer the worse it was done; where no tale is told, he gets up and goes."""
    _go_on(world, moment, Beat.WAIT)
    if not world.level.conditions.story:
        return
    story, slower = world.story, tuning.WAIT_BY_GRADE_PER_MILLE[grade]
    story.wait_from = world.tick
    story.wait_until = world.tick + tuning.WAIT_TICKS * slower // PER_MILLE
    moment.tell(events.WaitBegan())



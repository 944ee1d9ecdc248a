"""Words of the operation: names of hurts, why a step comes next, and why something went wrong."""

from dataclasses import dataclass

from game.content.operations import operation_words
from game.content.strings import Strings
from game.core.units import TILE_SUB
from game.sim import tuning
from game.sim.beings import Alert
from game.sim.table import tuning as table_tuning
from game.sim.table.definition import OperationDef
from game.sim.table.events import (
    LiverRuptured,
    OperationEvent,
    OutOfChakra,
    PatientLost,
    SandInWound,
    StillBleeding,
    StrokeGraded,
    Sweat,
    Torn,
    VitalsWarning,
    WoundState,
)
from game.sim.table.operation import NextStep, Operation, Stage, Verb
from game.sim.table.state import Doing, Fact
from game.sim.table.strokes import flow_band
from game.sim.table.wounds import Flaw, Grade
from game.sim.world import World

_NEAR_TILES = 16


@dataclass(frozen=True, slots=True)
class TableKeys:
    """What the keys at the table are called in the middle of a sentence."""

    flow: str = "E"
    scan: str = "Q"
    wipe: str = "Space"
    look_up: str = "V"
    cut: str = "F"
    leave: str = "X"


def own_words(strings: Strings, text_id: str, definition: OperationDef | None) -> str:
    """The id of the words for a patient: his figure's own (``ID_FIGURE``), or those for all."""
    own = f"{text_id}_{definition.figure}" if definition is not None else text_id
    return own if strings.has(own) else text_id


def wound_name(strings: Strings, definition: OperationDef, wound_id: str) -> str:
    """What a hurt is called; ``skin`` is what is not hurt."""
    if wound_id == "skin":
        return strings.text("operation_wound_skin")
    return operation_words(strings, definition.wound(wound_id).label)


def step_text(strings: Strings, step: NextStep, definition: OperationDef) -> str:
    """What could be done next, in a few words."""
    text = strings.text(f"operation_do_{step.verb.value}")
    return f"{text}: {wound_name(strings, definition, step.wound)}" if step.wound else text


def why_next(strings: Strings, op: Operation, step: NextStep, keys: TableKeys) -> str:
    """Why a step comes next and how it is done; while she works, how the flow is kept."""
    if op.target and not op.dry and op.doing in (Doing.FLOW, Doing.REST):
        low, high = flow_band(op.rules.tolerance_per_mille)
        if op.flow < low:
            return strings.text("operation_why_low", key=keys.flow)
        if op.flow > high:
            return strings.text("operation_why_high", key=keys.flow)
    key = {
        Verb.CUT: keys.cut, Verb.SCAN: keys.scan, Verb.WIPE: keys.wipe, Verb.FINISH: keys.leave,
    }.get(step.verb, keys.flow)  # fmt: skip
    return strings.text(f"operation_why_{step.verb.value}", key=key)


def flaw_line(strings: Strings, event: StrokeGraded, definition: OperationDef) -> str:
    """What kept a stroke from a better grade, in a line; "" for a flawless one."""
    if event.flaw is Flaw.NONE:
        return ""
    return strings.text(
        f"operation_flaw_{event.flaw.value}",
        wound=wound_name(strings, definition, event.wound),
        grade=grade_text(strings, event.grade).lower(),
    )


def grade_text(strings: Strings, grade: Grade) -> str:
    """The word for a grade."""
    return strings.text(f"operation_grade_{int(grade)}")


def complication(
    strings: Strings, event: OperationEvent, op: Operation, definition: OperationDef
) -> str:
    """Why something went wrong, in a line; "" for what did not."""
    match event:
        case LiverRuptured(cause=cause):
            return _burst(strings, definition, cause)
        case Torn(wound=wound, cause=cause):
            return _torn(strings, definition, wound, cause)
        case SandInWound(wound=wound, cause=cause):
            if cause.startswith("a gust"):
                return strings.text("operation_cause_sand_gust")
            name = wound_name(strings, definition, wound)
            return strings.text("operation_cause_sand_cloth", wound=name)
        case WoundState(wound=wound, stage=Stage.BLEEDING, cause=cause) if "slipped" in cause:
            name = wound_name(strings, definition, wound)
            return strings.text("operation_cause_slipped", wound=name)
        case OutOfChakra():
            return strings.text("operation_cause_no_chakra")
        case Sweat():
            return strings.text("operation_cause_sweat")
        case VitalsWarning(blood=blood):
            low = blood > table_tuning.BLOOD_CRITICAL
            return strings.text(f"operation_cause_{'blood_low' if low else 'fading'}")
        case StillBleeding():
            return strings.text("operation_cause_still_bleeding")
        case PatientLost(cause=cause):
            return _lost(strings, op, definition, cause)
        case _:
            return ""


def table_alarm(world: World, strings: Strings, keys: TableKeys) -> str:
    """Words for somebody near who looks for her while her eyes are on him; "" for nobody."""
    her = world.sakura
    alert = Alert.CALM
    for mind in world.minds:
        near = abs(mind.x - her.x) + abs(mind.y - her.y) < _NEAR_TILES * TILE_SUB
        if near and mind.awake and mind.target == 0 and tuning.KINDS[mind.kind].human:
            alert = max(alert, mind.alert)
    match alert:
        case Alert.CALM:
            return ""
        case Alert.CHASE:
            return strings.text("operation_alarm_chase", key=keys.leave)
        case _:
            return strings.text("operation_alarm", key=keys.look_up)


def left_undone(strings: Strings, op: Operation, definition: OperationDef) -> list[str]:
    """Of a finished operation, what was missed or left, a line each."""
    if not (Fact.MISSED_RIB in op.facts or Fact.LEFT_RIB in op.facts):
        return []
    return [
        strings.text(
            f"operation_cause_{'left' if wound.found else 'missed'}_rib",
            wound=wound_name(strings, definition, wound.id),
        )
        for wound in op.wounds
        if not wound.done
    ]


def _burst(strings: Strings, definition: OperationDef, cause: str) -> str:
    first = cause.split()[0]
    if any(wound.id == first for wound in definition.wounds):
        name = wound_name(strings, definition, first)
        return strings.text("operation_cause_liver_rib", wound=name)
    which = "skin" if cause.startswith("the skin") else "alone"
    return strings.text(f"operation_cause_liver_{which}")


def _torn(strings: Strings, definition: OperationDef, wound: str, cause: str) -> str:
    if wound == "skin":
        return strings.text("operation_cause_torn_kunai")
    name, first = wound_name(strings, definition, wound), cause.split()[0]
    if any(each.id == first for each in definition.wounds):
        other = wound_name(strings, definition, first)
        return strings.text("operation_cause_torn_seam", wound=name, other=other)
    return strings.text("operation_cause_torn_flow", wound=name)


def _lost(strings: Strings, op: Operation, definition: OperationDef, cause: str) -> str:
    first, _, how = cause.partition(" ")
    if not any(wound.id == first for wound in definition.wounds):
        return strings.text("operation_cause_lost_kunai")
    stage = "ruptured" if how == "ruptured" else op.wound(first).stage.name.lower()
    return strings.text(
        "operation_cause_lost",
        wound=wound_name(strings, definition, first),
        stage=strings.text(f"operation_stage_{stage}"),
    )

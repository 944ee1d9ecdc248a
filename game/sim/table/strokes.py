"""A stroke: what the flow does to the wound under her hand, and what follows from it."""

from game.core.units import PER_MILLE
from game.sim.table import tuning
from game.sim.table.definition import OperationDef, WoundDef, WoundKind, nearest_mark
from game.sim.table.events import (
    LiverRuptured,
    OperationEvent,
    Rinsed,
    SandInWound,
    StrokeBegun,
    StrokeGraded,
    Torn,
    WoundState,
)
from game.sim.table.grades import flow_per_mille, graded, pace_milli, path_error_milli
from game.sim.table.state import FINE, Doing, Fact, Operation
from game.sim.table.wounds import (
    Grade,
    Stage,
    Touch,
    Wound,
    advance,
    choose_target,
    count_stroke,
    followed_touch,
    foul,
    knit,
    rupture,
    tear,
)


def stroke(op: Operation, definition: OperationDef) -> list[OperationEvent]:
    """What the flow does to the wound under the hand."""
    if op.flow < tuning.FLOW_WEAK or op.doing not in (Doing.FLOW, Doing.REST):
        op.target, op.tear_ticks = "", 0
        return []
    tolerance = op.rules.tolerance_per_mille
    hand = (op.touch_x, op.touch_y)
    target = choose_target(op.wounds, definition, op.target, hand, op.tick, tolerance)
    if target != op.target and op.doing is not Doing.FLOW:
        # a flow that only ebbs takes hold of nothing that the hand passes on its way
        target = ""
    events: list[OperationEvent] = []
    if target != op.target and target:
        events.append(StrokeBegun(target, "flow"))
    op.target = target
    if not target:
        return events
    wound, wound_def = op.wound(target), definition.wound(target)
    touch = followed_touch(wound, wound_def, hand[0], hand[1], op.tick)
    count_stroke(wound, wound_def, touch, _in_band(op))
    if op.flow > tuning.FLOW_TEARS:
        return events + _tear(op, wound)
    op.tear_ticks = 0
    if wound.kind is WoundKind.SLASH and not op.shirt_open:
        return events + _through_cloth(op, wound)
    fouled = wound.sand > 0
    knit(wound, wound_def, touch.mark, _work_per_mille(op, touch))
    if fouled and wound.sand == 0:
        events.append(Rinsed(wound.id))
    if advance(wound):
        events.append(WoundState(wound.id, wound.stage, "healed"))
        if wound.stage is Stage.ALIGNED:
            events += _strain_seams(op, definition, wound_def)
        if wound.done:
            events += _finished(op, wound)
    return events


def burst_liver(op: Operation, cause: str) -> list[OperationEvent]:
    """The liver ruptures, unless it is knitted or has done so before."""
    events: list[OperationEvent] = []
    for wound in op.wounds:
        if wound.kind is WoundKind.LIVER and not wound.done and not wound.ruptured:
            rupture(wound)
            op.pain = min(PER_MILLE, op.pain + tuning.RUPTURE_PAIN)
            op.note(Fact.RUPTURED)
            events += [LiverRuptured(cause), WoundState(wound.id, wound.stage, cause)]
    return events


def _finished(op: Operation, wound: Wound) -> list[OperationEvent]:
    wound.grade, flaw = graded(wound, op.rules.tolerance_per_mille)
    op.target = ""
    events: list[OperationEvent] = [
        StrokeGraded(
            wound.id,
            wound.grade,
            path_error_milli(wound),
            pace_milli(wound),
            flow_per_mille(wound),
            flaw,
            "the wound is done",
        )
    ]
    if wound.kind is WoundKind.RIB:
        events += burst_liver(op, f"{wound.id} was set before the liver")
    slashes = [other for other in op.wounds if other.kind is WoundKind.SLASH]
    if wound.kind is WoundKind.SLASH and all(other.done for other in slashes):
        events += burst_liver(op, "the skin was closed over it")
    return events


def _strain_seams(op: Operation, definition: OperationDef, rib: WoundDef) -> list[OperationEvent]:
    """A rib moved under skin that is closed already pulls at the fresh seam."""
    events: list[OperationEvent] = []
    for wound, wound_def in zip(op.wounds, definition.wounds, strict=True):
        if wound.kind is not WoundKind.SLASH or wound.grade is None:
            continue
        away = nearest_mark(wound_def, *rib.marks[0])[1]
        if away <= tuning.SEAM_REACH_SUB and wound.grade > Grade.RAGGED:
            wound.grade = Grade(wound.grade - 1)
            wound.tears += 1
            op.pain = min(PER_MILLE, op.pain + tuning.TEAR_PAIN)
            op.note(Fact.TORN)
            events.append(Torn(wound.id, f"{rib.id} moved under the fresh seam"))
    return events


def _tear(op: Operation, wound: Wound) -> list[OperationEvent]:
    op.tear_ticks += 1
    if op.tear_ticks < tuning.TEAR_TICKS:
        return []
    op.tear_ticks = 0
    stage = wound.stage
    tear(wound)
    op.blood_fine -= tuning.TEAR_BLOOD * FINE
    op.pain = min(PER_MILLE, op.pain + tuning.TEAR_PAIN)
    op.note(Fact.TORN)
    events: list[OperationEvent] = [Torn(wound.id, "the flow was too strong")]
    if wound.stage is not stage:
        events.append(WoundState(wound.id, wound.stage, "torn"))
    return events


def _through_cloth(op: Operation, wound: Wound) -> list[OperationEvent]:
    wound.cloth_ticks += 1
    if wound.cloth_ticks != tuning.CLOTH_FOULS_TICKS:
        return []
    foul(wound)
    op.note(Fact.FOULED)
    return [SandInWound(wound.id, "threads of the shirt")]


def _work_per_mille(op: Operation, touch: Touch) -> int:
    work = PER_MILLE
    if op.flow < tuning.FLOW_BAND_LOW:
        work = tuning.WEAK_WORK_PER_MILLE
    elif op.flow > tuning.FLOW_BAND_HIGH:
        work = tuning.HOT_WORK_PER_MILLE
    tolerance = op.rules.tolerance_per_mille
    if touch.distance_sub > tuning.KEEP_REACH_SUB * tolerance // PER_MILLE:
        return 0
    if touch.distance_sub > tuning.FULL_REACH_SUB * tolerance // PER_MILLE:
        work = work * tuning.FAR_WORK_PER_MILLE // PER_MILLE
    if not op.shirt_open:
        work = work * tuning.CLOTH_WORK_PER_MILLE // PER_MILLE
    return work


def _in_band(op: Operation) -> bool:
    low, high = flow_band(op.rules.tolerance_per_mille)
    return low <= op.flow <= high


def flow_band(tolerance_per_mille: int) -> tuple[int, int]:
    """Lowest and highest good flow, 0..1000, under an assist's tolerance."""
    middle = (tuning.FLOW_BAND_LOW + tuning.FLOW_BAND_HIGH) // 2
    half = (tuning.FLOW_BAND_HIGH - tuning.FLOW_BAND_LOW) // 2 * tolerance_per_mille // PER_MILLE
    return max(tuning.FLOW_WEAK, middle - half), min(tuning.FLOW_TEARS - 1, middle + half)

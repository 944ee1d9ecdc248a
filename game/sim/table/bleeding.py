"""What goes on without her at the table: he bleeds, hurts and weakens, wounds slip, sand and
sweat come."""

from game.core.rng import mixed
from game.core.units import PER_MILLE
from game.sim.table import tuning
from game.sim.table.definition import OperationDef, WoundKind
from game.sim.table.events import (
    OperationEvent,
    OutOfChakra,
    SandInWound,
    Sweat,
    VitalsWarning,
    Wiped,
    WoundState,
)
from game.sim.table.state import Doing, Fact, Operation, TableNight
from game.sim.table.strokes import burst_liver
from game.sim.table.wounds import Stage, Wound, bleeding_milli, foul, let_go, slipped

_LEAST_BLOOD_FINE = 1
"""What is left to who must not die."""


def body_ticks(op: Operation) -> int:
    """Ticks of his time that pass in this one: 1, or at times 0 when the game is slowed."""
    op.clock_milli += op.rules.speed_per_mille
    ticks, op.clock_milli = divmod(op.clock_milli, PER_MILLE)
    return ticks


def blow_sand(op: Operation, night: TableNight) -> list[OperationEvent]:
    """A gust dirties each open slash once, unless he lies in a lee or the shirt still covers it."""
    came = night.gust_strength >= tuning.GUST_DIRTIES and not op.gust_on
    op.gust_on = night.gust_strength >= tuning.GUST_DIRTIES
    if not came or night.in_lee or not op.shirt_open:
        return []
    events: list[OperationEvent] = []
    for wound in op.wounds:
        if wound.kind is WoundKind.SLASH and wound.open:
            foul(wound)
            op.pain = min(PER_MILLE, op.pain + tuning.SAND_PAIN)
            op.note(Fact.FOULED)
            events.append(SandInWound(wound.id, "a gust in the open"))
    return events


def sweat_and_wipe(op: Operation, ticks: int) -> list[OperationEvent]:
    """Sweat gathers, runs, blinds more and more, and is gone once it is wiped."""
    events: list[OperationEvent] = []
    op.sweat_in_ticks -= ticks
    if op.sweat == 0 and op.sweat_in_ticks <= 0:
        op.sweat = 1
        op.sweats += 1
        events.append(Sweat())
    elif op.sweat > 0:
        rise = PER_MILLE * ticks // tuning.SWEAT_RISES_TICKS
        op.sweat = min(PER_MILLE, op.sweat + rise)
    op.wipe_ticks = op.wipe_ticks + 1 if op.doing is Doing.WIPE else 0
    if op.wipe_ticks == tuning.WIPE_TICKS:
        if op.sweat > 0:
            op.sweat = 0
            op.sweat_in_ticks = sweat_wait(op.seed, op.sweats)
        events.append(Wiped())
    return events


def sweat_wait(seed: int, sweats: int) -> int:
    """Ticks until sweat runs again after ``sweats`` times."""
    spread = tuning.SWEAT_EVERY_HIGH_TICKS - tuning.SWEAT_EVERY_LOW_TICKS + 1
    return tuning.SWEAT_EVERY_LOW_TICKS + mixed(seed, sweats) % spread


def slip_and_burst(op: Operation, ticks: int) -> list[OperationEvent]:
    """What is only held slips when it is left alone; a liver that nobody touches bursts."""
    events: list[OperationEvent] = []
    for wound in op.wounds:
        wound.untouched_ticks += ticks
        if slipped(wound):
            let_go(wound)
            events.append(WoundState(wound.id, wound.stage, "left alone, it slipped"))
        if wound.kind is WoundKind.LIVER and wound.untouched_ticks > tuning.LIVER_UNTOUCHED_TICKS:
            events += burst_liver(op, "nobody touched it for too long")
    return events


def bleed(
    op: Operation, definition: OperationDef, ticks: int, *, spared: bool
) -> list[OperationEvent]:
    """Blood runs, faster in great pain; low marks are told once each. ``spared``: not to death."""
    loss = 0
    for wound, wound_def in zip(op.wounds, definition.wounds, strict=True):
        loss += bleeding_milli(wound, wound_def) * ticks
    loss += loss * max(0, op.pain - tuning.PAIN_BLEEDS_FROM) // PER_MILLE
    least = _LEAST_BLOOD_FINE if spared or op.rules.no_fail else 0
    op.blood_fine = max(least, op.blood_fine - loss)
    marks = (tuning.BLOOD_LOW, tuning.BLOOD_CRITICAL)
    if op.warned < len(marks) and op.blood <= marks[op.warned]:
        op.warned += 1
        return [VitalsWarning(op.blood, "blood is low" if op.warned == 1 else "he is fading")]
    return []


def feel_pain(op: Operation) -> None:
    """Pain ebbs to what his wounds give it; the pulse follows blood and pain."""
    if op.tick % tuning.PAIN_EBB_TICKS == 0:
        floor = tuning.PAIN_FLOOR + sum(_pain_of(wound) for wound in op.wounds)
        op.pain += (op.pain < floor) - (op.pain > floor)
    if op.tick % tuning.PULSE_STEP_TICKS == 0:
        goal = tuning.PULSE_RESTING_BPM + op.pain // 20 + (PER_MILLE - op.blood) // 14
        if op.blood < tuning.PULSE_FADING_BLOOD:
            goal = tuning.PULSE_FADING_BPM
        op.pulse_bpm += (op.pulse_bpm < goal) - (op.pulse_bpm > goal)


def worst_leak(op: Operation, definition: OperationDef) -> str:
    """Words for what he bleeds from most."""
    worst, most = "the kunai", 0
    for wound, wound_def in zip(op.wounds, definition.wounds, strict=True):
        loss = bleeding_milli(wound, wound_def)
        if loss > most:
            worst, most = f"{wound.id} {'ruptured' if wound.ruptured else 'bleeding'}", loss
    return worst


def run_dry(op: Operation, night: TableNight) -> list[OperationEvent]:
    """Take over what chakra she has; tell it once when there is none."""
    op.chakra = night.chakra
    was_dry, op.dry = op.dry, night.chakra <= 0
    if not op.dry or was_dry:
        return []
    op.note(Fact.OUT_OF_CHAKRA)
    return [OutOfChakra("the reserve is empty")]


def _pain_of(wound: Wound) -> int:
    match wound.stage:
        case Stage.BLEEDING | Stage.CLAMPED | Stage.HELD:
            slash = wound.kind is WoundKind.SLASH
            return tuning.PAIN_PER_OPEN_SLASH if slash else tuning.PAIN_PER_OPEN_LIVER
        case Stage.CRACKED | Stage.ALIGNED:
            return tuning.PAIN_PER_CRACKED_RIB
        case _:
            return 0

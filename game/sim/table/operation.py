"""The operation: her hands against his wounds, tick by tick, with no order prescribed and no dice.

``begin`` lays him on the table, ``step`` runs one tick and tells what happened; ``next_steps`` says
what could be done now. The World owns the Operation, hands it the night, and takes
``chakra_spent`` from her.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from game.core.units import SUB
from game.sim.table import tuning
from game.sim.table.bleeding import (
    bleed,
    blow_sand,
    body_ticks,
    feel_pain,
    run_dry,
    slip_and_burst,
    sweat_and_wipe,
    sweat_wait,
    worst_leak,
)
from game.sim.table.definition import OperationDef, OperationRules, WoundKind
from game.sim.table.events import Closed, OperationDone, OperationEvent, PatientLost, StillBleeding
from game.sim.table.grades import whole_grade
from game.sim.table.hands import cut, let_flow, move_hand, read_hands, scan, spend
from game.sim.table.routine import routine
from game.sim.table.state import (
    FINE,
    Doing,
    Fact,
    Operation,
    Outcome,
    TableChoice,
    TableInput,
    TableNight,
    helped,
)
from game.sim.table.strokes import stroke
from game.sim.table.wounds import Grade, Stage, fresh_wound

__all__ = [
    "Fact",
    "Grade",
    "NextStep",
    "Operation",
    "Outcome",
    "Stage",
    "TableInput",
    "TableNight",
    "Verb",
    "begin",
    "next_steps",
    "step",
]


def begin(
    definition: OperationDef,
    blood: int,
    chakra: int,
    seed: int,
    rules: OperationRules | None = None,
) -> Operation:
    """Lay him on the table with ``blood`` (1..1000) left in him and ``chakra`` in her.

    ``seed`` is a fork of the night's: sweat and tremor are functions of it.
    """
    hand_x, hand_y = definition.hand[0] * SUB, definition.hand[1] * SUB
    return Operation(
        seed=seed,
        rules=rules or OperationRules(),
        blood_fine=max(1, blood) * FINE,
        chakra=chakra,
        hand_x=hand_x,
        hand_y=hand_y,
        touch_x=hand_x,
        touch_y=hand_y,
        wounds=[fresh_wound(wound) for wound in definition.wounds],
        sweat_in_ticks=sweat_wait(seed, 0),
    )


def step(
    op: Operation, definition: OperationDef, asked: TableInput, night: TableNight
) -> list[OperationEvent]:
    """Run one tick and return what happened. Once it is over, nothing does."""
    op.chakra_spent = 0
    if op.over:
        return []
    events: list[OperationEvent] = []
    alone = asked.choice is TableChoice.ALONE
    if alone:
        asked = routine(op, definition)
    elif asked.choice is not None:
        op.rules = helped(op.rules, asked.choice)
    op.tick += 1
    ticks = body_ticks(op)
    events += run_dry(op, night)
    read_hands(op, asked)
    move_hand(op, asked, night)
    let_flow(op)
    events += cut(op, asked)
    events += scan(op, definition)
    events += stroke(op, definition)
    events += blow_sand(op, night)
    events += sweat_and_wipe(op, ticks)
    events += slip_and_burst(op, ticks)
    events += bleed(op, definition, ticks, spared=alone)
    feel_pain(op)
    spend(op, night)
    events += _close(op)
    events += _end(op, definition, asked)
    return events


class Verb(StrEnum):
    """What can be done next at the table."""

    CUT = "cut"
    WIPE = "wipe"
    REST = "rest"
    RINSE = "rinse"
    HOLD = "hold"
    KNIT = "knit"
    CLAMP = "clamp"
    STITCH = "stitch"
    SEAL = "seal"
    ALIGN = "align"
    SCAN = "scan"
    FINISH = "finish"


@dataclass(frozen=True, slots=True)
class NextStep:
    """Something that can be done now; ``wound`` is an id, or "" where none is meant."""

    verb: Verb
    wound: str = ""


def next_steps(op: Operation) -> list[NextStep]:
    """What can be done now, in the order that a careful medic would take; never the only way."""
    if op.over:
        return []
    steps: list[NextStep] = []
    if op.sweat > 0:
        steps.append(NextStep(Verb.WIPE))
    if op.dry:
        steps.append(NextStep(Verb.REST))
    if not op.shirt_open:
        steps.append(NextStep(Verb.CUT))
    liver_unknown = any(w.kind is WoundKind.LIVER and not w.found for w in op.wounds)
    ribs_unknown = any(w.kind is WoundKind.RIB and not w.found for w in op.wounds)
    if liver_unknown:
        steps.append(NextStep(Verb.SCAN))
    for kind in (WoundKind.LIVER, WoundKind.RIB, WoundKind.SLASH):
        if kind is WoundKind.RIB and ribs_unknown and not liver_unknown:
            steps.append(NextStep(Verb.SCAN))
        for wound in op.wounds:
            if wound.kind is kind and wound.found and not wound.done:
                verb = Verb.RINSE if wound.sand > 0 else _VERBS[kind, wound.stage]
                steps.append(NextStep(verb, wound.id))
    if not op.bleeds:
        steps.append(NextStep(Verb.FINISH))
    return steps


_VERBS = {
    (WoundKind.LIVER, Stage.BLEEDING): Verb.HOLD,
    (WoundKind.LIVER, Stage.HELD): Verb.KNIT,
    (WoundKind.RIB, Stage.CRACKED): Verb.ALIGN,
    (WoundKind.RIB, Stage.ALIGNED): Verb.ALIGN,
    (WoundKind.SLASH, Stage.BLEEDING): Verb.CLAMP,
    (WoundKind.SLASH, Stage.CLAMPED): Verb.STITCH,
    (WoundKind.SLASH, Stage.KNITTED): Verb.SEAL,
}


def _close(op: Operation) -> list[OperationEvent]:
    slashes = [wound for wound in op.wounds if wound.kind is WoundKind.SLASH]
    if op.closed or not all(wound.done for wound in slashes):
        return []
    op.closed = True
    return [Closed()]


def _end(op: Operation, definition: OperationDef, asked: TableInput) -> list[OperationEvent]:
    if op.blood_fine <= 0:
        op.blood_fine = 0
        op.outcome = Outcome.LOST
        return [PatientLost(worst_leak(op, definition))]
    if all(wound.done for wound in op.wounds):
        return [_done(op, "all is healed")]
    op.look_ticks = op.look_ticks + 1 if op.doing is Doing.LOOK else 0
    found_done = all(wound.done for wound in op.wounds if wound.found)
    if found_done and not op.bleeds and op.look_ticks >= tuning.LEAVE_TICKS:
        return [_done(op, "she lifted her head")]
    if asked.leave:
        return [StillBleeding("a wound is open")] if op.bleeds else [_done(op, "she stopped here")]
    return []


def _done(op: Operation, cause: str) -> OperationDone:
    for wound in op.wounds:
        if wound.kind is WoundKind.RIB and not wound.done:
            op.note(Fact.LEFT_RIB if wound.found else Fact.MISSED_RIB)
    op.outcome = Outcome.DONE
    op.grade = grade = min(whole_grade(op.wounds), *map(_at_best, op.facts), Grade.PERFECT)
    return OperationDone(grade, cause)


def _at_best(fact: Fact) -> Grade:
    """The best that the whole can be once this has happened."""
    match fact:
        case Fact.RUPTURED | Fact.LEFT_RIB | Fact.MISSED_RIB:
            return Grade.FAIR
        case Fact.NICKED:
            return Grade.CLEAN
        case Fact.TORN | Fact.FOULED | Fact.OUT_OF_CHAKRA:
            return Grade.PERFECT
        case _:
            assert_never(fact)

"""What is said at the table: remarks of a patient who is awake, and why something went wrong.

It hears each tick of an operation and keeps what has been said; nothing is written back.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from game.content.operations import operation_words
from game.content.strings import Strings
from game.sim.table.definition import OperationDef, Remark, When
from game.sim.table.events import (
    OperationEvent,
    SandInWound,
    ShirtOpened,
    StrokeGraded,
    Sweat,
    Torn,
    VitalsWarning,
    Wiped,
    WoundFound,
    WoundState,
)
from game.sim.table.operation import Grade, Operation, Stage
from game.sim.table.state import Doing
from game.sim.table.strokes import flow_band
from game.view.operation_words import complication, flaw_line

_TAKEN_HOLD: Final = (Stage.HELD, Stage.CLAMPED, Stage.ALIGNED)
_URGENT: Final = (When.TORN, When.STRONG, When.SWEAT)
_AFTER_TICKS: Final = {When.WEAK: 150, When.STEADY: 70, When.STRONG: 12, When.LOOK_UP: 25}
"""How long a state of things lasts before he remarks on it."""
_BEGINS_TICKS: Final = 40
_SHOWN_TICKS: Final = 150
_TICKS_A_LETTER: Final = 3
_FAULT_TICKS: Final = 420
_FIRST: Final = (When.BEGIN, When.SHIRT)
_FIRST_UNTIL_TICKS: Final = 360
"""What opens the talk is left unsaid once the work has begun."""
_WAITING: Final = 2
"""So many remarks wait for their turn; others are passed over."""


@dataclass(slots=True)
class Line:
    """Words on the screen until a tick of the operation."""

    text: str
    until: int
    hers: bool = False
    """Whether she says it."""
    good: bool = False
    """Whether it is about something done well, if not flawlessly."""


@dataclass(slots=True)
class Bedside:
    """Who listens at one operation."""

    strings: Strings
    definition: OperationDef
    remark: Line | None = None
    """What he says just now."""
    fault: Line | None = None
    """Why the last thing that went wrong did."""
    faults: list[str] = field(default_factory=list)
    """Everything that went wrong, oldest first, once each."""
    flaws: list[tuple[Grade, str]] = field(default_factory=list)
    """The strokes that were not flawless, oldest first: their grades, and what they lacked."""
    _said: list[Remark] = field(default_factory=list)
    _waiting: list[Remark] = field(default_factory=list)
    _state: When | None = None
    _state_ticks: int = 0

    def hear(
        self, events: Iterable[OperationEvent], op: Operation, *, alone: bool = False
    ) -> None:
        """Take in a tick: what happened in it and how things stand. ``alone``: her hands go on by
        themselves, so that nobody has to be told what a stroke lacked."""
        for event in events:
            if not (alone and isinstance(event, StrokeGraded)):
                self._blame(event, op)
            for when, wound in _occasions(event):
                self._want(when, wound)
        self._watch(op)
        if self.fault is not None and op.tick >= self.fault.until:
            self.fault = None
        self._speak(op.tick)

    def _blame(self, event: OperationEvent, op: Operation) -> None:
        """Say why something went wrong, or why a stroke was not flawless, and keep it."""
        if isinstance(event, StrokeGraded):
            text = flaw_line(self.strings, event, self.definition)
            if text:
                self.flaws.append((event.grade, text))
                good = event.grade >= Grade.CLEAN
                self.fault = Line(text, op.tick + _FAULT_TICKS, good=good)
            return
        text = complication(self.strings, event, op, self.definition)
        if text:
            self.fault = Line(text, op.tick + _FAULT_TICKS)
            # sweat and low blood are nothing that she did
            if text not in self.faults and not isinstance(event, VitalsWarning | Sweat):
                self.faults.append(text)

    def _watch(self, op: Operation) -> None:
        """States of things that last: the flow, her lifted head, the last hurt."""
        if op.tick == _BEGINS_TICKS:
            self._want(When.BEGIN)
        if op.tick == 2 * _BEGINS_TICKS and op.shirt_open:
            self._want(When.SHIRT)
        state = _state_of(op)
        self._state_ticks = self._state_ticks + 1 if state is self._state else 0
        self._state = state
        if state is not None and self._state_ticks == _AFTER_TICKS[state]:
            self._want(state)
        if len(op.wounds) > 1 and sum(not wound.done for wound in op.wounds) == 1:
            self._want(When.LAST)

    def _want(self, when: When, wound: str = "") -> None:
        """Let it be remarked on, if there are words for it that were not said yet."""
        fitting = [each for each in self.definition.remarks if each.when is when]
        kind = next((each.kind for each in self.definition.wounds if each.id == wound), "")
        about = [each for each in fitting if each.wound and each.wound in (wound, kind)]
        for each in about or [each for each in fitting if not each.wound]:
            if each in self._said or each in self._waiting:
                continue
            if when in _URGENT:
                self._waiting.insert(0, each)
                if self.remark is not None:
                    self.remark.until = 0
            elif len(self._waiting) < _WAITING:
                self._waiting.append(each)
            return

    def _speak(self, tick: int) -> None:
        if self.remark is not None and tick >= self.remark.until:
            self.remark = None
        if self.remark is None and self._waiting:
            said = self._waiting.pop(0)
            self._said.append(said)
            if said.when in _FIRST and tick > _FIRST_UNTIL_TICKS:
                return
            text = operation_words(self.strings, said.text)
            until = tick + max(_SHOWN_TICKS, _TICKS_A_LETTER * len(text))
            self.remark = Line(text, until, said.hers)


def _occasions(event: OperationEvent) -> Iterator[tuple[When, str]]:
    """What an event gives occasion to remark on, and the wound it is about."""
    match event:
        case ShirtOpened():
            yield When.SHIRT, ""
        case Torn(wound=wound):
            yield When.TORN, wound
        case WoundState(wound=wound, stage=stage) if stage in _TAKEN_HOLD:
            yield When.HELD, wound
        case WoundFound(wound=wound):
            yield When.FOUND, wound
        case StrokeGraded(wound=wound):
            yield When.GRADED, wound
        case Sweat():
            yield When.SWEAT, ""
        case Wiped():
            yield When.WIPED, ""
        case SandInWound(wound=wound):
            yield When.SAND, wound
        case VitalsWarning():
            yield When.BLOOD_LOW, ""
        case _:
            return


def _state_of(op: Operation) -> When | None:
    if op.doing is Doing.LOOK:
        return When.LOOK_UP
    if not op.target:
        return None
    low, high = flow_band(op.rules.tolerance_per_mille)
    if op.flow > high:
        return When.STRONG
    return When.STEADY if op.flow >= low else When.WEAK

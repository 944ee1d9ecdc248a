"""Words that rise from the wounds where something happened."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

import pygame

from game.content.strings import Strings
from game.core.units import SUB
from game.sim.table.definition import OperationDef, WoundKind
from game.sim.table.events import (
    LiverRuptured,
    OperationEvent,
    Rinsed,
    SandInWound,
    StrokeGraded,
    Torn,
    WoundFound,
)
from game.sim.table.operation import Grade, Operation
from game.view.font import Font
from game.view.operation_words import grade_text
from game.view.palette import rgb
from game.view.widgets import INK

_NOTE_TICKS: Final = 110
_TICKS_A_PIXEL: Final = 8
_GRADE_COLOR: Final = {
    Grade.RAGGED: "blood2",
    Grade.FAIR: "lamp2",
    Grade.CLEAN: "heal2",
    Grade.PERFECT: "heal3",
}


@dataclass(slots=True)
class _Note:
    text: str
    color: str
    x: int
    y: int
    born: int


@dataclass(slots=True)
class Notes:
    """The words that are rising just now."""

    strings: Strings
    _notes: list[_Note] = field(default_factory=list)

    def hear(
        self, events: Iterable[OperationEvent], op: Operation, definition: OperationDef
    ) -> None:
        """Let words rise for what happened in a tick; the same ones at a place only once."""
        for event in events:
            note = self._note(event, op, definition)
            if note is not None:
                same = (note.text, note.x, note.y)
                self._notes = [old for old in self._notes if (old.text, old.x, old.y) != same]
                self._notes.append(note)

    def draw(self, canvas: pygame.Surface, font: Font, tick: int) -> None:
        """Those that are left at a tick of the operation."""
        self._notes = [note for note in self._notes if 0 <= tick - note.born < _NOTE_TICKS]
        for note in self._notes:
            y = note.y - 10 - (tick - note.born) // _TICKS_A_PIXEL
            font.draw(canvas, note.text, note.x, y, rgb(note.color), outline=INK, align=0.5)

    def _note(self, event: OperationEvent, op: Operation, definition: OperationDef) -> _Note | None:
        match event:
            case StrokeGraded(wound=wound, grade=grade):
                text, color = grade_text(self.strings, grade), _GRADE_COLOR[grade]
            case Torn(wound=wound):
                text, color = self.strings.text("operation_note_torn"), "blood2"
            case LiverRuptured():
                wound = next(w.id for w in op.wounds if w.kind is WoundKind.LIVER)
                text, color = self.strings.text("operation_stage_ruptured"), "blood2"
            case SandInWound(wound=wound):
                text, color = self.strings.text("operation_stage_fouled"), "sand7"
            case Rinsed(wound=wound):
                text, color = self.strings.text("operation_note_rinsed"), "heal2"
            case WoundFound(wound=wound):
                text, color = self.strings.text("operation_note_found"), "lamp3"
            case _:
                return None
        x, y = op.touch_px
        if wound != "skin":
            marks = definition.wound(wound).marks
            x, y = (part // SUB for part in marks[len(marks) // 2])
        return _Note(text, color, x, y, op.tick)

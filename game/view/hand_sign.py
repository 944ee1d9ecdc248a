"""How true her hand is to the wound under it, while it works: an arrowhead and a word.

The arrowhead points from the hand to its place on the path, and is gone as long as the hand is
there. What is shown is what the stroke is graded by, over the last moments.
"""

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import pygame

from game.core.headings import distance
from game.core.units import PER_MILLE, SUB, seconds
from game.sim.table import tuning
from game.sim.table.definition import OperationDef, WoundDef, sway_sub
from game.sim.table.grades import by_error
from game.sim.table.state import Doing, Operation
from game.sim.table.wounds import Grade, Wound, is_knitted_at
from game.view.palette import Rgb, rgb
from game.view.widgets import INK

_MEAN_TICKS: Final = 40
"""The hand's distance from the path is smoothed over so long."""
_LASTS_TICKS: Final = 20
"""So long, and a state of things is worth a word."""
_THERE_PX: Final = 2
_FROM_HAND_PX: Final = 9
_ARROW_PX: Final = {"near": 4, "beside": 6, "astray": 8, "go_on": 6}
"""How long the arrowhead is."""
_TOO_FAR_PX: Final = tuning.PACE_HIGH_PX_PER_SECOND * tuning.PACE_SAMPLE_TICKS // seconds(1)


class Lie(StrEnum):
    """How the hand lies on the wound; the value ends the id of its word."""

    IDLE = ""
    NOTHING = "nothing"
    """It flows, and nothing hurt is under it."""
    ON = "on"
    NEAR = "near"
    BESIDE = "beside"
    ASTRAY = "astray"
    FAST = "fast"
    GO_ON = "go_on"
    """All is knitted here, and more is left."""


_BY_GRADE: Final = {
    Grade.PERFECT: Lie.ON,
    Grade.CLEAN: Lie.NEAR,
    Grade.FAIR: Lie.BESIDE,
    Grade.RAGGED: Lie.ASTRAY,
}
_COLOR: Final = {
    Lie.IDLE: "steel2",
    Lie.NOTHING: "steel2",
    Lie.ON: "heal2",
    Lie.NEAR: "heal3",
    Lie.BESIDE: "lamp2",
    Lie.ASTRAY: "blood2",
    Lie.FAST: "lamp2",
    Lie.GO_ON: "lamp3",
}


@dataclass(slots=True)
class HandSign:
    """Watches the hand tick by tick."""

    lie: Lie = Lie.IDLE
    place: tuple[int, int] | None = None
    """Where it should be, in pixels."""
    _target: str = ""
    _mean_sub: int = 0
    _done_ticks: int = 0
    _empty_ticks: int = 0

    @property
    def word(self) -> tuple[str, str]:
        """Id of the word for it, "" for none, and the colour that goes with it."""
        return f"operation_hand_{self.lie.value}" if self.lie else "", _COLOR[self.lie]

    def hear(self, op: Operation, definition: OperationDef) -> None:
        """Take in a tick."""
        if op.target or op.flow < tuning.FLOW_WEAK:
            self._empty_ticks = 0
        elif op.doing is Doing.FLOW:
            self._empty_ticks += 1
        if not op.target or op.wound(op.target).at < 0:
            self.place, self._target = None, ""
            self.lie = Lie.NOTHING if self._empty_ticks > _LASTS_TICKS else Lie.IDLE
            return
        wound, wound_def = op.wound(op.target), definition.wound(op.target)
        x, y = _place(wound_def, wound.at, op.tick)
        away = min(tuning.KEEP_REACH_SUB, distance(op.touch_x - x, op.touch_y - y))
        if self._target != op.target:
            self._target, self._mean_sub, self._done_ticks = op.target, away, 0
        self._mean_sub += (away - self._mean_sub) // _MEAN_TICKS
        done = is_knitted_at(wound, wound.at)
        more = any(work < tuning.SPOT_DONE for work in wound.spots)
        self._done_ticks = self._done_ticks + 1 if done and more else 0
        self.place = x // SUB, y // SUB
        self.lie = self._judge(op, wound)
        if self.lie is Lie.GO_ON:
            self.place = _next_place(wound, wound_def)

    def _judge(self, op: Operation, wound: Wound) -> Lie:
        by_path = by_error(self._mean_sub * PER_MILLE // op.rules.tolerance_per_mille)
        if by_path >= Grade.CLEAN:
            if self._done_ticks > _LASTS_TICKS:
                return Lie.GO_ON
            if wound.pace_ticks and abs(wound.at - wound.pace_from) > _TOO_FAR_PX:
                return Lie.FAST
        return _BY_GRADE[by_path]

    def draw(self, canvas: pygame.Surface, touch: tuple[int, int], op: Operation) -> None:
        """The arrowhead beside the hand, the larger the farther off it is."""
        length = _ARROW_PX.get(self.lie.value, 0)
        if self.place is None or not length or op.doing in (Doing.LOOK, Doing.WIPE):
            return
        off_x, off_y = self.place[0] - touch[0], self.place[1] - touch[1]
        if self.lie is not Lie.GO_ON and math.hypot(off_x, off_y) < _THERE_PX:
            return
        angle = math.atan2(off_y, off_x)
        for grown, color in ((1, INK), (0, rgb(_COLOR[self.lie]))):
            _arrowhead(canvas, touch, angle, length, grown, color)


def _arrowhead(
    canvas: pygame.Surface,
    middle: tuple[int, int],
    angle: float,
    length: int,
    grown: int,
    color: Rgb,
) -> None:
    """A triangle that points away from a middle, ``grown`` by so much to every side."""

    def corner(along: float, across: float) -> tuple[float, float]:
        return (
            middle[0] + along * math.cos(angle) - across * math.sin(angle),
            middle[1] + along * math.sin(angle) + across * math.cos(angle),
        )

    near, far, half = _FROM_HAND_PX - grown, _FROM_HAND_PX + length + 2 * grown, length + 2 * grown
    pygame.draw.polygon(
        canvas, color, [corner(far, 0), corner(near, half * 0.7), corner(near, -half * 0.7)]
    )


def _place(wound_def: WoundDef, mark: int, tick: int) -> tuple[int, int]:
    """Where a mark of the path is just now, in 1/256 px."""
    (x, y), (sway_x, sway_y) = wound_def.marks[mark], sway_sub(wound_def, tick)
    return x + sway_x, y + sway_y


def _next_place(wound: Wound, wound_def: WoundDef) -> tuple[int, int]:
    """The nearest part of the path that is not knitted yet, in pixels."""
    left = [spot for spot, work in enumerate(wound.spots) if work < tuning.SPOT_DONE]
    marks = [min(len(wound_def.marks) - 1, spot * tuning.SPOT_PX + tuning.SPOT_PX // 2)
             for spot in left]
    x, y = wound_def.marks[min(marks, key=lambda mark: abs(mark - wound.at))]
    return x // SUB, y // SUB

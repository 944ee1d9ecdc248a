"""A scripted hand for the operation: as steady, quick and careful as it is told to be.

It asks for what a person would ask for, through ``TableInput`` alone; what it knows beforehand is
where the wounds lie. A slow hand sees everything late, itself included, and does not reckon ahead:
it moves on until it sees that it has arrived, and so passes the place by what it moved meanwhile.
"""

from collections import deque
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

from game.core.headings import TURN, distance, heading_of, vector
from game.core.rng import Rng, fork
from game.core.units import SUB, per_second
from game.sim.command import MOVE_HEADINGS
from game.sim.table import tuning
from game.sim.table.definition import OperationDef
from game.sim.table.routine import aim as aim_at
from game.sim.table.routine import careful_order
from game.sim.table.state import Operation, TableInput
from game.sim.table.wounds import Wound

FLOW_GOAL: Final = (tuning.FLOW_BAND_LOW + tuning.FLOW_BAND_HIGH) // 2
"""The middle of the band in which a flow heals best, 0..1000."""
_SHAKE_TICKS: Final = 15
"""A hand drifts to another place this often."""
_WAVER_SUB: Final = SUB * 3 // 4
"""The steadiest hand drifts so far."""
_NEAR_SUB: Final = SUB * 3 // 4
"""So near to where it means to be, and it rests."""
_SLOW_WITHIN_SUB: Final = 4 * SUB
"""So near, and it goes slowly; a hand that sees late begins to sooner."""
_FAST_SUB: Final = per_second(tuning.HAND_PX_PER_SECOND)
_SLOW_SUB: Final = per_second(tuning.HAND_SLOW_PX_PER_SECOND)
_WIPE_AFTER_TICKS: Final = 20
"""How long it takes a person to notice sweat."""
_EIGHTH: Final = TURN // 8
_CHAKRA_REST: Final = 30
"""It rests until so much has come back."""


class Device(StrEnum):
    """What the hand is led with."""

    MOUSE = "mouse"
    KEYS = "keys"
    """Four of them, so eight ways to go."""


class _Seen(NamedTuple):
    """What there was to see in one tick; places in 1/256 px."""

    aim: tuple[int, int]
    hand: tuple[int, int]
    flow: int


@dataclass(slots=True)
class TableHand:
    """A hand with its habits; ask ``next`` once a tick."""

    tremor_px: int = 0
    """How far it drifts off at most, to either side."""
    lag_ticks: int = 0
    """How late it sees; a person who does not reckon ahead needs about 15."""
    device: Device = Device.MOUSE
    order: tuple[str, ...] = ()
    """Ids of the wounds to heal, in this order; () for liver, ribs, slashes. What is left out is
    neither sought nor healed."""
    flow_goal: int = FLOW_GOAL
    wipes: bool = True
    """Whether it wipes the sweat off."""
    cuts: bool = True
    """Whether it cuts the shirt open; what lies under cloth cannot be reached."""
    seed: int = 1
    _rng: Rng = field(init=False)
    _shake: tuple[int, int] = field(init=False, default=(0, 0))
    _seen: deque[_Seen] = field(init=False, default_factory=deque)
    """The last ticks: a slow hand acts on old ones."""
    _pointer: tuple[int, int] | None = field(init=False, default=None)
    """Where it has put the mouse, in 1/256 px."""
    _sweat_ticks: int = field(init=False, default=0)
    _resting: bool = field(init=False, default=False)
    _cut_down: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        self._rng = fork(self.seed, "table hand")

    def next(self, op: Operation, definition: OperationDef) -> TableInput:
        """What to ask for in the tick to come."""
        if self._has_to_wipe(op):
            return TableInput(wipe=True)
        if self.cuts and not op.shirt_open:
            self._cut_down = not self._cut_down
            return TableInput(cut=self._cut_down)
        wound = self._wound_to_do(op, definition)
        if wound is None:
            return TableInput(leave=not op.bleeds, look_up=True)
        wound_def = definition.wound(wound.id)
        seen = self._looks(op, aim_at(wound, wound_def, op.tick))
        if not wound.found:
            return self._towards(op, seen, scan=True)
        self._resting = op.chakra < _CHAKRA_REST if self._resting else op.dry
        aim_x, aim_y = seen.aim
        near = distance(aim_x - op.touch_x, aim_y - op.touch_y) < tuning.KEEP_REACH_SUB
        on_it = op.target == wound.id or (near and not op.target)
        flow = on_it and seen.flow < self.flow_goal and not self._resting
        return self._towards(op, seen, flow=flow)

    def _has_to_wipe(self, op: Operation) -> bool:
        self._sweat_ticks = self._sweat_ticks + 1 if op.sweat > 0 else 0
        return self.wipes and self._sweat_ticks > _WIPE_AFTER_TICKS + self.lag_ticks

    def _wound_to_do(self, op: Operation, definition: OperationDef) -> Wound | None:
        """The first of its order that is not done; what is hidden is felt for first."""
        order = self.order or careful_order(definition)
        wounds = (op.wound(wound_id) for wound_id in order)
        return next((wound for wound in wounds if not wound.done), None)

    def _looks(self, op: Operation, aim: tuple[int, int]) -> _Seen:
        """What it sees now, which is how things stood ``lag_ticks`` ago."""
        self._seen.append(_Seen(aim, (op.hand_x, op.hand_y), op.flow))
        while len(self._seen) > self.lag_ticks + 1:
            self._seen.popleft()
        return self._seen[0]

    def _towards(
        self, op: Operation, seen: _Seen, *, flow: bool = False, scan: bool = False
    ) -> TableInput:
        """Off to where the wound is seen to be from where the hand is seen to be."""
        if op.tick % _SHAKE_TICKS == 0:
            reach = max(self.tremor_px * SUB, _WAVER_SUB)
            self._shake = (self._rng.between(-reach, reach), self._rng.between(-reach, reach))
        off_x = seen.aim[0] + self._shake[0] - seen.hand[0]
        off_y = seen.aim[1] + self._shake[1] - seen.hand[1]
        away = distance(off_x, off_y)
        slow = away < _SLOW_WITHIN_SUB + self.lag_ticks * _FAST_SUB
        if self.device is Device.MOUSE:
            pace = min(away, _SLOW_SUB if slow else _FAST_SUB) if away >= _NEAR_SUB else 0
            return TableInput(
                point=self._point(op, heading_of(off_x, off_y), pace), flow=flow, scan=scan
            )
        move = -1 if away < _NEAR_SUB else _eighth(heading_of(off_x, off_y))
        return TableInput(move=move, slow=slow, flow=flow, scan=scan)

    def _point(self, op: Operation, heading: int, pace_sub: int) -> tuple[int, int]:
        """Push the mouse on by so much; whole pixels."""
        x, y = self._pointer or (op.hand_x, op.hand_y)
        step_x, step_y = vector(heading, pace_sub)
        self._pointer = x + step_x, y + step_y
        return (self._pointer[0] + SUB // 2) // SUB, (self._pointer[1] + SUB // 2) // SUB


def _eighth(heading: int) -> int:
    """The heading of a Command, 0..63, that four keys can give."""
    return (heading + _EIGHTH // 2) // _EIGHTH * (MOVE_HEADINGS // 8) % MOVE_HEADINGS

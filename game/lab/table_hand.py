"""A scripted hand for the operation: as steady, quick and careful as it is told to be.

It asks for what a person would ask for, through ``TableInput`` alone; what it knows beforehand is
where the wounds lie.
"""

from collections import deque
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from game.core.headings import distance, heading_of
from game.core.rng import Rng, fork
from game.core.units import SUB
from game.sim.table import tuning
from game.sim.table.definition import OperationDef
from game.sim.table.operation import Operation, TableInput
from game.sim.table.routine import aim as aim_at
from game.sim.table.routine import careful_order
from game.sim.table.wounds import Wound

_FLOW_GOAL: Final = (tuning.FLOW_BAND_LOW + tuning.FLOW_BAND_HIGH) // 2
_SHAKE_TICKS: Final = 15
"""An unsteady hand drifts to another place this often."""
_NEAR_SUB: Final = SUB * 3 // 4
_SLOW_SUB: Final = 4 * SUB
_WIPE_AFTER_TICKS: Final = 20
"""How long it takes a person to notice sweat."""
_CHAKRA_REST: Final = 30
"""It rests until so much has come back."""


class Device(StrEnum):
    """What the hand is led with."""

    MOUSE = "mouse"
    KEYS = "keys"


@dataclass(slots=True)
class TableHand:
    """A hand with its habits; ask ``next`` once a tick."""

    tremor_px: int = 0
    lag_ticks: int = 0
    device: Device = Device.MOUSE
    order: tuple[str, ...] = ()
    """Ids of the wounds to heal, in this order; () for liver, ribs, slashes. What is left out is
    neither sought nor healed."""
    flow_goal: int = _FLOW_GOAL
    wipes: bool = True
    cuts: bool = True
    seed: int = 1
    _rng: Rng = field(init=False)
    _shake: tuple[int, int] = field(init=False, default=(0, 0))
    _seen: deque[tuple[int, int, int]] = field(init=False, default_factory=deque)
    """Aim and flow of the last ticks: a slow hand acts on old ones."""
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
        aim, flow = self._remembered(aim_at(wound, wound_def, op.tick), op.flow)
        if not wound.found:
            return self._towards(op, aim, scan=True)
        self._resting = op.chakra < _CHAKRA_REST if self._resting else op.dry
        near = distance(aim[0] - op.touch_x, aim[1] - op.touch_y) < tuning.KEEP_REACH_SUB
        on_it = op.target == wound.id or (near and not op.target)
        return self._towards(op, aim, flow=on_it and flow < self.flow_goal and not self._resting)

    def _has_to_wipe(self, op: Operation) -> bool:
        self._sweat_ticks = self._sweat_ticks + 1 if op.sweat > 0 else 0
        return self.wipes and self._sweat_ticks > _WIPE_AFTER_TICKS + self.lag_ticks

    def _wound_to_do(self, op: Operation, definition: OperationDef) -> Wound | None:
        """The first of its order that is not done; what is hidden is felt for first."""
        order = self.order or careful_order(definition)
        wounds = (op.wound(wound_id) for wound_id in order)
        return next((wound for wound in wounds if not wound.done), None)

    def _remembered(self, aim: tuple[int, int], flow: int) -> tuple[tuple[int, int], int]:
        self._seen.append((aim[0], aim[1], flow))
        while len(self._seen) > self.lag_ticks + 1:
            self._seen.popleft()
        old_x, old_y, old_flow = self._seen[0]
        return (old_x, old_y), old_flow

    def _towards(
        self, op: Operation, aim: tuple[int, int], *, flow: bool = False, scan: bool = False
    ) -> TableInput:
        if op.tick % _SHAKE_TICKS == 0:
            reach = self.tremor_px * SUB
            self._shake = (self._rng.between(-reach, reach), self._rng.between(-reach, reach))
        goal_x, goal_y = aim[0] + self._shake[0], aim[1] + self._shake[1]
        if self.device is Device.MOUSE:
            point = ((goal_x + SUB // 2) // SUB, (goal_y + SUB // 2) // SUB)
            return TableInput(point=point, flow=flow, scan=scan)
        away_x, away_y = goal_x - op.hand_x, goal_y - op.hand_y
        away = distance(away_x, away_y)
        move = -1 if away < _NEAR_SUB else (heading_of(away_x, away_y) + 8) // 16 % 64
        return TableInput(move=move, slow=away < _SLOW_SUB, flow=flow, scan=scan)

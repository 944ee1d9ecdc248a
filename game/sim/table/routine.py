"""Her hands by themselves: what she does for him while the player only looks on.

A steady routine and no more: a little beside each path, slowly, with a look round now and then. It
asks through ``TableInput`` like any hand, knows only what is felt and seen at the table, and is a
function of the operation alone, so that nothing of it has to be kept.
"""

from game.core.headings import HALF_TURN, QUARTER_TURN, SOUTH, TURN, distance, heading_of, vector
from game.core.units import SUB
from game.sim.table import tuning
from game.sim.table.definition import OperationDef, WoundDef, WoundKind, sway_sub
from game.sim.table.state import Operation, TableInput
from game.sim.table.wounds import Stage, Wound

_FLOW_GOAL = (tuning.FLOW_BAND_LOW + tuning.FLOW_BAND_HIGH) // 2
_AHEAD_MARKS = tuning.SPOT_PX


def routine(op: Operation, definition: OperationDef) -> TableInput:
    """What she does in the tick to come."""
    if op.sweat > tuning.ROUTINE_WIPES_AT or op.wipe_ticks:
        return TableInput(wipe=op.sweat > 0)
    if not op.shirt_open:
        return TableInput(cut=not op.cut_held)
    if op.tick % tuning.ROUTINE_BREATH_TICKS < tuning.ROUTINE_LOOKS_TICKS:
        return TableInput(look_up=True)
    wound = next((each for each in in_careful_order(op, definition) if not each.done), None)
    if wound is None:
        return TableInput(leave=True)
    wound_def = definition.wound(wound.id)
    x, y = _beside(aim(wound, wound_def, op.tick), wound, wound_def, op.tick)
    point = ((x + SUB // 2) // SUB, (y + SUB // 2) // SUB)
    if not wound.found:
        return TableInput(point=point, slow=True, scan=True)
    resting = op.dry or (op.flow == 0 and op.chakra < tuning.ROUTINE_RESTS_UNDER)
    near = distance(x - op.touch_x, y - op.touch_y) < tuning.KEEP_REACH_SUB
    on_it = op.target == wound.id or (near and not op.target)
    flow = on_it and not resting and op.flow < _FLOW_GOAL
    return TableInput(point=point, slow=True, flow=flow)


def in_careful_order(op: Operation, definition: OperationDef) -> list[Wound]:
    """Her wounds in the order that hurts least: liver, then ribs, then slashes."""
    return [op.wound(wound_id) for wound_id in careful_order(definition)]


def careful_order(definition: OperationDef) -> tuple[str, ...]:
    """Ids of the wounds: liver, then ribs, then slashes."""
    return tuple(
        wound.id
        for kind in (WoundKind.LIVER, WoundKind.RIB, WoundKind.SLASH)
        for wound in definition.wounds
        if wound.kind is kind
    )


def aim(wound: Wound, definition: WoundDef, tick: int) -> tuple[int, int]:
    """Where a hand that knows its work would be: a little ahead of the first unfinished spot."""
    x, y = definition.marks[_mark(wound, definition)]
    sway_x, sway_y = sway_sub(definition, tick)
    return x + sway_x, y + sway_y


def _mark(wound: Wound, definition: WoundDef) -> int:
    last = len(definition.marks) - 1
    if not wound.found:
        return len(definition.marks) // 2
    if wound.stage is Stage.KNITTED:
        return last
    for spot, work in enumerate(wound.spots):
        if work < tuning.SPOT_DONE:
            return min(last, spot * tuning.SPOT_PX + _AHEAD_MARKS)
    return last


def _beside(
    place: tuple[int, int], wound: Wound, definition: WoundDef, tick: int
) -> tuple[int, int]:
    """So far off the path, now on this side and now on that, that it is clean and not flawless."""
    across = SOUTH
    if wound.found and len(definition.marks) > 1:
        mark = max(1, _mark(wound, definition))
        (from_x, from_y), (to_x, to_y) = definition.marks[mark - 1], definition.marks[mark]
        across = (heading_of(to_x - from_x, to_y - from_y) + QUARTER_TURN) % TURN
    if tick // tuning.BREATH_TICKS % 2:
        across = (across + HALF_TURN) % TURN
    off_x, off_y = vector(across, tuning.ROUTINE_BESIDE_SUB)
    return place[0] + off_x, place[1] + off_y

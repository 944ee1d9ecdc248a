"""Her hands at the table: where they are, how strong the flow is, what they feel and cut."""

from typing import Final

from game.core.headings import distance, heading_of, vector
from game.core.rng import mixed
from game.core.units import PER_MILLE, SUB, per_second
from game.sim.command import HEADINGS_PER_MOVE
from game.sim.table import tuning
from game.sim.table.definition import TABLE_HEIGHT_PX, TABLE_WIDTH_PX, OperationDef, WoundKind
from game.sim.table.events import OperationEvent, ShirtOpened, Torn, WoundFound
from game.sim.table.state import FINE, Depth, Doing, Fact, Operation, TableInput, TableNight
from game.sim.table.wounds import Wound, touch_on

_FAST_SUB: Final = per_second(tuning.HAND_PX_PER_SECOND)
_HEALING_SUB: Final = per_second(tuning.HAND_HEALING_PX_PER_SECOND)
_SLOW_SUB: Final = per_second(tuning.HAND_SLOW_PX_PER_SECOND)


def read_hands(op: Operation, asked: TableInput) -> None:
    """Decide what the hands do, the most careful first: nobody heals with the head lifted."""
    if asked.look_up:
        op.doing = Doing.LOOK
    elif asked.wipe:
        op.doing = Doing.WIPE
    elif asked.scan:
        op.doing = Doing.SCAN
    elif asked.flow:
        op.doing = Doing.FLOW
    else:
        op.doing = Doing.REST


def move_hand(op: Operation, asked: TableInput, night: TableNight) -> None:
    """Towards the mouse or along the heading; then the tremor has its way with it.

    A hand that is led by keys or a stick goes slowly of itself while her chakra is in a wound: the
    briefest tap of a key would carry it off otherwise.
    """
    if op.doing not in (Doing.LOOK, Doing.WIPE):
        led = asked.point is None and op.target != ""
        most = _SLOW_SUB if asked.slow else _HEALING_SUB if led else _FAST_SUB
        step_x = step_y = 0
        if asked.point is not None:
            step_x, step_y = _to_point(op, asked.point, most)
        elif asked.move >= 0:
            step_x, step_y = _along(asked.move, most)
        op.hand_x = max(0, min((TABLE_WIDTH_PX - 1) * SUB, op.hand_x + step_x))
        op.hand_y = max(0, min((TABLE_HEIGHT_PX - 1) * SUB, op.hand_y + step_y))
    reach = (
        tuning.SWEAT_TREMOR_SUB * op.sweat
        + tuning.TIRED_TREMOR_SUB * night.tremor
        + (0 if night.in_lee else tuning.GUST_TREMOR_SUB * night.gust_strength)
    ) // PER_MILLE
    op.touch_x, op.touch_y = op.hand_x, op.hand_y
    if reach > 0:
        op.touch_x += reach * _tremor(op, 0) // PER_MILLE
        op.touch_y += reach * _tremor(op, 1) // PER_MILLE


def _to_point(op: Operation, point: tuple[int, int], most: int) -> tuple[int, int]:
    """The step towards where a mouse points."""
    step_x, step_y = point[0] * SUB - op.hand_x, point[1] * SUB - op.hand_y
    if distance(step_x, step_y) > most:
        return vector(heading_of(step_x, step_y), most)
    return step_x, step_y


def _along(move: int, most: int) -> tuple[int, int]:
    """The step along a heading of keys or stick."""
    return vector(move * HEADINGS_PER_MOVE, most)


def let_flow(op: Operation) -> None:
    """The flow rises while it is held, falls when it is not, and fails without chakra."""
    speed = op.rules.speed_per_mille
    if op.dry:
        op.flow -= tuning.FLOW_FAIL_PER_TICK
    elif op.doing is Doing.FLOW:
        op.flow += max(1, tuning.FLOW_RISE_PER_TICK * speed // PER_MILLE)
    else:
        op.flow -= max(1, tuning.FLOW_FALL_PER_TICK * speed // PER_MILLE)
    op.flow = max(0, min(PER_MILLE, op.flow))


def cut(op: Operation, asked: TableInput) -> list[OperationEvent]:
    """One flick of the kunai opens the shirt; another goes into him."""
    pressed = asked.cut and not op.cut_held
    op.cut_held = asked.cut
    if not pressed or op.doing in (Doing.LOOK, Doing.WIPE):
        return []
    if not op.shirt_open:
        op.shirt_open = True
        return [ShirtOpened()]
    op.blood_fine -= tuning.NICK_BLOOD * FINE
    op.pain = min(PER_MILLE, op.pain + tuning.NICK_PAIN)
    op.note(Fact.NICKED)
    return [Torn("skin", "the kunai, where nothing was left to cut")]


def scan(op: Operation, definition: OperationDef) -> list[OperationEvent]:
    """Listen with the palm: the nearest hidden hurt gives tone, light and depth, and is found."""
    op.tone, op.light, op.depth = 0, 0, Depth.NOTHING
    if op.doing is not Doing.SCAN or op.dry:
        return []
    nearest: Wound | None = None
    nearest_sub = tuning.TONE_RANGE_SUB
    for wound, wound_def in zip(op.wounds, definition.wounds, strict=True):
        if wound.found:
            continue
        away = touch_on(wound_def, op.touch_x, op.touch_y, op.tick).distance_sub
        if away > tuning.LIGHT_RANGE_SUB:
            wound.feel_ticks = 0
        if away < nearest_sub:
            nearest, nearest_sub = wound, away
    if nearest is None:
        return []
    op.tone = PER_MILLE - PER_MILLE * nearest_sub // tuning.TONE_RANGE_SUB
    op.light = max(0, PER_MILLE - PER_MILLE * nearest_sub // tuning.LIGHT_RANGE_SUB)
    op.depth = Depth.HARD if nearest.kind is WoundKind.RIB else Depth.SOFT
    if nearest_sub > tuning.FIND_REACH_SUB * op.rules.tolerance_per_mille // PER_MILLE:
        return []
    nearest.feel_ticks += 1
    if nearest.feel_ticks < tuning.FIND_TICKS:
        return []
    nearest.found = True
    return [WoundFound(nearest.id, "felt under the palm")]


def spend(op: Operation, night: TableNight) -> None:
    """Count what flow and scan cost, and hand over the whole points."""
    cost = op.flow * tuning.FLOW_COST_MILLI_PER_TICK * 2 // PER_MILLE
    if op.flow > tuning.FLOW_BAND_HIGH:
        cost = cost * tuning.HOT_COST_PER_MILLE // PER_MILLE
    if op.doing is Doing.SCAN and not op.dry:
        cost += tuning.SCAN_COST_MILLI_PER_TICK
    before = op.chakra_milli // PER_MILLE
    op.chakra_milli += 0 if op.dry else cost
    op.chakra_spent = min(night.chakra, op.chakra_milli // PER_MILLE - before)


def _tremor(op: Operation, axis: int) -> int:
    """Where the tremor has the hand, -1000..1000, swinging smoothly from place to place."""
    swing, part = divmod(op.tick, tuning.TREMOR_TICKS)
    here = mixed(op.seed, swing, axis) % (2 * PER_MILLE + 1) - PER_MILLE
    there = mixed(op.seed, swing + 1, axis) % (2 * PER_MILLE + 1) - PER_MILLE
    return here + (there - here) * part // tuning.TREMOR_TICKS

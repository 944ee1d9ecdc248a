"""The wounds as state machines: what a tick of flow does to one, how it slips and bleeds.

No stage can be skipped and no order is prescribed: whatever her hand does, when she does it, has
its consequence here.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final, assert_never

from game.core.units import PER_MILLE, TICKS_PER_SECOND
from game.sim.table import tuning
from game.sim.table.definition import OperationDef, WoundDef, WoundKind, nearest_mark, sway_sub


class Stage(IntEnum):
    """How far a wound has come. Each kind uses the ones it needs, in ``STAGES``."""

    BLEEDING = 0
    CLAMPED = 1
    HELD = 2
    CRACKED = 3
    ALIGNED = 4
    KNITTED = 5
    SET = 6
    CLOSED = 7


class Grade(IntEnum):
    """How well a stroke, or the whole operation, was done."""

    RAGGED = 0
    FAIR = 1
    CLEAN = 2
    PERFECT = 3


class Flaw(StrEnum):
    """What kept a stroke from a better grade."""

    NONE = "none"
    PATH = "path"
    SLOW = "slow"
    FAST = "fast"
    UNEVEN = "uneven"
    FLOW = "flow"
    TORN = "torn"
    FOULED = "fouled"
    RUPTURED = "ruptured"


STAGES: Final[dict[WoundKind, tuple[Stage, ...]]] = {
    WoundKind.LIVER: (Stage.BLEEDING, Stage.HELD, Stage.KNITTED),
    WoundKind.RIB: (Stage.CRACKED, Stage.ALIGNED, Stage.SET),
    WoundKind.SLASH: (Stage.BLEEDING, Stage.CLAMPED, Stage.KNITTED, Stage.CLOSED),
}
_HOLD_TICKS: Final = {
    WoundKind.LIVER: tuning.LIVER_HOLD_TICKS,
    WoundKind.RIB: tuning.RIB_ALIGN_TICKS,
    WoundKind.SLASH: tuning.SLASH_CLAMP_TICKS,
}


@dataclass(slots=True)
class Wound:
    """The state of one hurt; lists and integers only."""

    id: str
    kind: WoundKind
    stage: Stage
    found: bool
    spots: list[int]
    """Work in each spot along the path, 0..SPOT_DONE."""
    feel_ticks: int = 0
    hold: int = 0
    """Good work towards being clamped, held or aligned, in ticks x 1000."""
    seal: int = 0
    """Good work towards the last pass over a knitted slash, in ticks x 1000."""
    untouched_ticks: int = 0
    sand: int = 0
    """Good work still needed to rinse it, in ticks x 1000."""
    fouled: int = 0
    """How often it was fouled."""
    cloth_ticks: int = 0
    ruptured: bool = False
    tears: int = 0
    at: int = -1
    """Mark of the path that the hand is at; -1 before the first stroke."""
    astray_ticks: int = 0
    stroke_ticks: int = 0
    error_sub: int = 0
    """Sum of the hand's distances from the path over ``stroke_ticks``."""
    flow_ticks: int = 0
    pace_ticks: int = 0
    pace_from: int = 0
    pace_travel: int = 0
    pace_samples: int = 0
    pace_good: int = 0
    grade: Grade | None = None

    @property
    def done(self) -> bool:
        """Nothing more can be done for it."""
        return self.stage is STAGES[self.kind][-1]

    @property
    def open(self) -> bool:
        """It bleeds, or would if it were let go."""
        return self.stage in (Stage.BLEEDING, Stage.CLAMPED, Stage.HELD)

    @property
    def progress(self) -> int:
        """How much of it is knitted, per mille."""
        return sum(self.spots) // (len(self.spots) * tuning.SPOT_DONE // PER_MILLE)


@dataclass(frozen=True, slots=True)
class Touch:
    """Where on a wound the hand is: mark of the path, and distance from it in sub."""

    mark: int
    distance_sub: int


def fresh_wound(definition: WoundDef) -> Wound:
    """A wound as it is found: nothing done, unseen if it lies hidden."""
    return Wound(
        definition.id,
        definition.kind,
        STAGES[definition.kind][0],
        not definition.hidden,
        [0] * definition.spots,
    )


def touch_on(definition: WoundDef, x_sub: int, y_sub: int, tick: int) -> Touch:
    """The nearest place on a wound to a point, the breath allowed for."""
    sway_x, sway_y = sway_sub(definition, tick)
    mark, distance = nearest_mark(definition, x_sub - sway_x, y_sub - sway_y)
    return Touch(mark, distance)


def followed_touch(wound: Wound, definition: WoundDef, x_sub: int, y_sub: int, tick: int) -> Touch:
    """Where the hand is on the wound it works on.

    The path is followed, not jumped: only the part near the last mark counts, until the hand has
    clearly stepped over to another part. Where all is knitted already, any nearer part will do.
    """
    if wound.at < 0:
        return touch_on(definition, x_sub, y_sub, tick)
    sway_x, sway_y = sway_sub(definition, tick)
    window = tuning.FOLLOW_WINDOW_PX
    mark, distance = nearest_mark(
        definition, x_sub - sway_x, y_sub - sway_y, wound.at - window, wound.at + window
    )
    step_over = 0 if is_knitted_at(wound, mark) else tuning.STEP_OVER_SUB
    if distance <= step_over:
        wound.astray_ticks = 0
        return Touch(mark, distance)
    nearest = touch_on(definition, x_sub, y_sub, tick)
    if distance - nearest.distance_sub <= step_over:
        wound.astray_ticks = 0
        return Touch(mark, distance)
    wound.astray_ticks += 1
    if wound.astray_ticks < tuning.STEP_OVER_TICKS and distance <= tuning.KEEP_REACH_SUB:
        return Touch(mark, distance)
    wound.astray_ticks = 0
    wound.pace_ticks = 0
    return nearest


def choose_target(
    wounds: list[Wound],
    definition: OperationDef,
    last: str,
    hand: tuple[int, int],
    tick: int,
    tolerance_per_mille: int,
) -> str:
    """Id of the wound that her chakra sinks into, or "" if none is in reach.

    It stays with the last one; else it goes to the nearest found hurt, and rather to a deep one.
    """
    begin = tuning.BEGIN_REACH_SUB * tolerance_per_mille // PER_MILLE
    keep = tuning.KEEP_REACH_SUB * tolerance_per_mille // PER_MILLE
    if last:
        wound_def = definition.wound(last)
        if touch_on(wound_def, hand[0], hand[1], tick).distance_sub <= keep:
            return last
    best, best_sub = "", 0
    for wound, wound_def in zip(wounds, definition.wounds, strict=True):
        if wound.done or not wound.found:
            continue
        distance = touch_on(wound_def, hand[0], hand[1], tick).distance_sub
        if distance > begin:
            continue
        if wound.kind is WoundKind.SLASH:
            distance += tuning.SKIN_SECOND_SUB
        if best == "" or distance < best_sub:
            best, best_sub = wound.id, distance
    return best


def count_stroke(wound: Wound, definition: WoundDef, touch: Touch, in_band: bool) -> None:
    """Take one tick of healing flow into the figures that the stroke is graded by."""
    wound.stroke_ticks += 1
    wound.error_sub += min(touch.distance_sub, tuning.KEEP_REACH_SUB)
    wound.flow_ticks += in_band
    if len(definition.marks) > 1:
        if wound.pace_ticks == 0:
            wound.pace_from = touch.mark
        wound.pace_ticks += 1
        if wound.pace_ticks > tuning.PACE_SAMPLE_TICKS:
            travel = abs(touch.mark - wound.pace_from)
            wound.pace_travel += travel
            wound.pace_samples += 1
            seconds = tuning.PACE_SAMPLE_TICKS // TICKS_PER_SECOND
            low, high = tuning.PACE_LOW_PX_PER_SECOND, tuning.PACE_HIGH_PX_PER_SECOND
            wound.pace_good += low * seconds <= travel <= high * seconds
            wound.pace_ticks = 0
    wound.at = touch.mark
    wound.untouched_ticks = 0


def knit(wound: Wound, definition: WoundDef, mark: int, work_per_mille: int) -> None:
    """One tick of work at a mark: rinse, or take hold and knit the spots in reach, or seal."""
    if wound.sand > 0:
        wound.sand = max(0, wound.sand - work_per_mille)
        return
    if wound.stage is Stage.KNITTED:
        wound.seal += work_per_mille
        return
    wound.hold += work_per_mille
    gain = tuning.SPOT_DONE * work_per_mille // PER_MILLE // definition.spot_ticks
    for spot in _spots_near(wound, mark):
        wound.spots[spot] = min(tuning.SPOT_DONE, wound.spots[spot] + gain)


def is_knitted_at(wound: Wound, mark: int) -> bool:
    """Whether nothing is left to knit for a hand at a mark."""
    return all(wound.spots[spot] >= tuning.SPOT_DONE for spot in _spots_near(wound, mark))


def _spots_near(wound: Wound, mark: int) -> range:
    """Indices of the spots that a hand at a mark works on."""
    first = -((tuning.ALONG_REACH_PX - mark) // tuning.SPOT_PX)
    last = (mark + tuning.ALONG_REACH_PX) // tuning.SPOT_PX
    return range(max(0, first), min(len(wound.spots) - 1, last) + 1)


def advance(wound: Wound) -> bool:
    """Move on to the next stage if its condition is met. True if it did."""
    stages = STAGES[wound.kind]
    if wound.done or not _ripe(wound):
        return False
    wound.stage = stages[stages.index(wound.stage) + 1]
    return True


def tear(wound: Wound) -> None:
    """A flow that was too strong undoes work where the hand is, and the hold on the wound."""
    wound.tears += 1
    for spot in _spots_near(wound, max(0, wound.at)):
        wound.spots[spot] = max(0, wound.spots[spot] - tuning.TEAR_LOSES_WORK)
    let_go(wound)


def foul(wound: Wound) -> None:
    """Sand or cloth gets in: it has to be rinsed, and will never be perfect."""
    wound.sand = tuning.RINSE_TICKS * PER_MILLE
    wound.fouled += 1


def let_go(wound: Wound) -> None:
    """Back to the first stage; what is knitted stays so."""
    wound.stage = STAGES[wound.kind][0]
    wound.hold = wound.seal = 0


def rupture(wound: Wound) -> None:
    """The liver gives way."""
    wound.ruptured = True
    keep = PER_MILLE - tuning.RUPTURE_LOSES_WORK_PER_MILLE
    wound.spots = [work * keep // PER_MILLE for work in wound.spots]
    let_go(wound)


def slipped(wound: Wound) -> bool:
    """Whether a wound that is only held has been left alone for too long."""
    match wound.kind:
        case WoundKind.LIVER:
            return wound.stage is Stage.HELD and wound.untouched_ticks > tuning.LIVER_SLIPS_TICKS
        case WoundKind.SLASH:
            return wound.stage is Stage.CLAMPED and wound.untouched_ticks > tuning.SLASH_SLIPS_TICKS
        case WoundKind.RIB:
            return False
        case _:
            assert_never(wound.kind)


def bleeding_milli(wound: Wound, definition: WoundDef) -> int:
    """Blood lost a second as the wound is now, in thousandths of a point."""
    loss = definition.bleeds_milli
    if wound.ruptured:
        loss = loss * tuning.RUPTURE_BLEEDS_PER_MILLE // PER_MILLE
    if wound.stage is Stage.BLEEDING:
        return loss
    if wound.stage is Stage.HELD:
        return loss * tuning.LIVER_HELD_BLEEDS_PER_MILLE // PER_MILLE
    if wound.stage is Stage.CLAMPED:
        return loss * tuning.SLASH_CLAMPED_BLEEDS_PER_MILLE // PER_MILLE
    return 0


def _ripe(wound: Wound) -> bool:
    match wound.stage:
        case Stage.BLEEDING | Stage.CRACKED:
            return wound.hold >= _HOLD_TICKS[wound.kind] * PER_MILLE
        case Stage.CLAMPED | Stage.HELD | Stage.ALIGNED:
            return min(wound.spots) >= tuning.SPOT_DONE
        case Stage.KNITTED:
            return wound.seal >= tuning.SLASH_SEAL_TICKS * PER_MILLE
        case Stage.SET | Stage.CLOSED:
            return False
        case _:
            assert_never(wound.stage)

"""What is wrong with him: the wounds of one operation, where they lie, and the options of play.

A definition never changes while it is played. Positions are pixels of the table's own 480x270
grid; the points that the rules measure against (``marks``) are in 1/256 px.
"""

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import isqrt
from typing import Final

from game.core.units import SUB, seconds
from game.sim.table import tuning

TABLE_WIDTH_PX: Final = 480
TABLE_HEIGHT_PX: Final = 270

Point = tuple[int, int]


class WoundKind(StrEnum):
    """The three kinds of hurt, each with stages of its own."""

    LIVER = "liver"
    RIB = "rib"
    SLASH = "slash"


@dataclass(frozen=True, slots=True)
class OperationRules:
    """Options of play: scales of 1000, and switches. They belong in a replay's header."""

    tolerance_per_mille: int = 1000
    """Widens reaches, errors allowed and the flow band."""
    speed_per_mille: int = 1000
    """Slows bleeding, flow and sweat; the hand stays as quick as it was."""
    hints: bool = False
    """Say at once why the next step comes next; it changes nothing else."""
    no_fail: bool = False
    """He cannot die."""

    @property
    def is_bent(self) -> bool:
        """Whether any help was asked for: then it comes with words."""
        return self.tolerance_per_mille > 1000 or self.speed_per_mille < 1000 or self.no_fail


@dataclass(frozen=True, slots=True)
class Leg:
    """A straight part of a path: its first and last mark, start and extent in 1/256 px."""

    first: int
    last: int
    x_sub: int
    y_sub: int
    dx_sub: int
    dy_sub: int
    square: int
    """Of its length, 1 or more."""


@dataclass(frozen=True, slots=True)
class WoundDef:
    """One hurt. Make it with ``wound_def``, which places the marks."""

    id: str
    kind: WoundKind
    label: str
    """Id of what it is called on the screen."""
    hidden: bool
    takes_seconds: int
    """How long a good hand takes."""
    bleeds_milli: int
    """Thousandths of a point of blood lost a second while it is open."""
    path: tuple[Point, ...]
    """The stroke that heals it; a single point is held instead of followed."""
    outline: tuple[Point, ...]
    axis: Point
    """Direction a rib rides with the breath; (0, 0) for what lies still."""
    legs: tuple[Leg, ...]
    marks: tuple[Point, ...]
    """One point a pixel along the path, in 1/256 px."""

    @property
    def spots(self) -> int:
        """How many spots have to be knitted."""
        return (len(self.marks) - 1) // tuning.SPOT_PX + 1

    @property
    def spot_ticks(self) -> int:
        """Ticks of good work that one spot needs."""
        at_once = min(self.spots, 2 * tuning.ALONG_REACH_PX // tuning.SPOT_PX)
        return seconds(self.takes_seconds) * at_once // self.spots


class When(StrEnum):
    """What is remarked on at the table; see ``assets/operations/README.md``."""

    BEGIN = "begin"
    SHIRT = "shirt"
    WEAK = "flow_weak"
    STEADY = "flow_steady"
    STRONG = "flow_strong"
    TORN = "torn"
    HELD = "held"
    FOUND = "found"
    GRADED = "graded"
    SWEAT = "sweat"
    WIPED = "wiped"
    SAND = "sand"
    LOOK_UP = "look_up"
    BLOOD_LOW = "blood_low"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Remark:
    """Words for a moment of the work, the patient's or hers; ``text`` is their id."""

    when: When
    text: str
    wound: str = ""
    """Only for this wound, by id, or for wounds of this kind; "" for any."""
    hers: bool = False
    """Whether she says it, under her breath."""


@dataclass(frozen=True, slots=True)
class OperationDef:
    """A patient: his wounds in the order they are listed on screen, and where her hand starts."""

    name: str
    """Id of what he is called on the screen."""
    hand: Point
    wounds: tuple[WoundDef, ...]
    figure: str = "wounded"
    """Whose close-up and figure are drawn."""
    supine: bool = False
    """He lies on his back already: nobody has to rouse and turn him. Not in the tale."""
    blood: int = tuning.BLOOD_AT_START
    """What he has left as she comes, 1..1000; in the tale the night decides."""
    notices: tuple[str, ...] = ()
    """What she can notice about him, in the order her eyes go."""
    remarks: tuple[Remark, ...] = ()

    def wound(self, wound_id: str) -> WoundDef:
        """The wound with an id. Raises KeyError if there is none."""
        for wound in self.wounds:
            if wound.id == wound_id:
                return wound
        raise KeyError(wound_id)


def wound_def(
    wound_id: str,
    kind: WoundKind,
    label: str,
    path: tuple[Point, ...],
    *,
    hidden: bool,
    takes_seconds: int,
    bleeds_milli: int = 0,
    outline: tuple[Point, ...] = (),
    axis: Point = (0, 0),
) -> WoundDef:
    """A wound with its marks placed along ``path`` (pixels)."""
    legs = _legs_of(path)
    marks = _marks_along(legs)
    return WoundDef(
        wound_id, kind, label, hidden, takes_seconds, bleeds_milli, path, outline, axis, legs, marks
    )


def sway_sub(wound: WoundDef, tick: int) -> Point:
    """How far a rib has ridden along its axis with the breath at a tick, in 1/256 px."""
    length = isqrt(wound.axis[0] ** 2 + wound.axis[1] ** 2)
    if length == 0:
        return 0, 0
    quarter = tuning.BREATH_TICKS // 4
    phase = tick % tuning.BREATH_TICKS
    swing = phase if phase <= quarter else 2 * quarter - phase
    if phase > 3 * quarter:
        swing = phase - 4 * quarter
    sub = tuning.RIB_SWAY_PX * SUB * swing // quarter
    return wound.axis[0] * sub // length, wound.axis[1] * sub // length


def nearest_mark(
    wound: WoundDef, x_sub: int, y_sub: int, low: int = 0, high: int | None = None
) -> tuple[int, int]:
    """Index of the nearest mark among ``low..high`` (both included), and its distance in sub."""
    last = len(wound.marks) - 1
    low, high = max(0, low), last if high is None else min(last, high)
    best, best_square = low, -1
    for leg in wound.legs:
        if leg.first > high or leg.last < low:
            continue
        along = (x_sub - leg.x_sub) * leg.dx_sub + (y_sub - leg.y_sub) * leg.dy_sub
        index = leg.first + (along * (leg.last - leg.first) + leg.square // 2) // leg.square
        index = max(low, leg.first, min(high, leg.last, index))
        mark_x, mark_y = wound.marks[index]
        square = (mark_x - x_sub) ** 2 + (mark_y - y_sub) ** 2
        if best_square < 0 or square < best_square:
            best, best_square = index, square
    return best, isqrt(best_square)


def _legs_of(path: tuple[Point, ...]) -> tuple[Leg, ...]:
    """The straight parts of a path; a single point is one leg without length."""
    if len(path) == 1:
        return (Leg(0, 0, path[0][0] * SUB, path[0][1] * SUB, 0, 0, 1),)
    legs: list[Leg] = []
    first = 0
    for (from_x, from_y), (to_x, to_y) in pairwise(path):
        dx, dy = (to_x - from_x) * SUB, (to_y - from_y) * SUB
        last = first + max(1, isqrt((to_x - from_x) ** 2 + (to_y - from_y) ** 2))
        square = max(1, dx * dx + dy * dy)
        legs.append(Leg(first, last, from_x * SUB, from_y * SUB, dx, dy, square))
        first = last
    return tuple(legs)


def _marks_along(legs: tuple[Leg, ...]) -> tuple[Point, ...]:
    marks = [(legs[0].x_sub, legs[0].y_sub)]
    for leg in legs:
        steps = leg.last - leg.first
        marks += (
            (leg.x_sub + leg.dx_sub * step // steps, leg.y_sub + leg.dy_sub * step // steps)
            for step in range(1, steps + 1)
        )
    return tuple(marks)

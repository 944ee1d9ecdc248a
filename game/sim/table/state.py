"""The state of an operation, and what reaches it each tick: her hands, and the night around her.

Plain values only, so that a snapshot of the World holds it. Blood is counted in ``FINE``: a loss
of one thousandth of a point a second takes exactly one FINE unit a tick.
"""

from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Final, assert_never

from game.core.units import PER_MILLE, SUB, TICKS_PER_SECOND
from game.sim.table import tuning
from game.sim.table.definition import OperationRules
from game.sim.table.wounds import Grade, Wound

FINE: Final = PER_MILLE * TICKS_PER_SECOND
"""Fine units in one point of blood."""


class TableChoice(IntEnum):
    """What the choice of a Command means at the table."""

    ALONE = 0
    """Her hands go on by themselves for this tick."""
    WIDTH_AS_MEANT = 1
    WIDTH_EASIER = 2
    WIDTH_EASIEST = 3
    SPEED_AS_MEANT = 4
    SPEED_EASIER = 5
    SPEED_EASIEST = 6
    MAY_FAIL = 7
    NO_FAIL = 8


class Doing(IntEnum):
    """What her hands are at in this tick."""

    REST = 0
    FLOW = 1
    SCAN = 2
    WIPE = 3
    LOOK = 4


class Depth(IntEnum):
    """What the scan touches: nothing, something soft and deep, or bone."""

    NOTHING = 0
    SOFT = 1
    HARD = 2


class Outcome(IntEnum):
    """How an operation ended."""

    LOST = 0
    DONE = 1


class Fact(IntEnum):
    """What will be remembered of it, at the talk and in the results."""

    RUPTURED = 0
    TORN = 1
    NICKED = 2
    FOULED = 3
    MISSED_RIB = 4
    LEFT_RIB = 5
    OUT_OF_CHAKRA = 6


def helped(rules: OperationRules, choice: TableChoice) -> OperationRules:
    """The options of play once help was asked for, or declined, in the middle of the work."""
    match choice:
        case TableChoice.ALONE:
            return rules
        case TableChoice.WIDTH_AS_MEANT | TableChoice.WIDTH_EASIER | TableChoice.WIDTH_EASIEST:
            step = choice - TableChoice.WIDTH_AS_MEANT
            rules = replace(rules, tolerance_per_mille=tuning.HELP_WIDTH_PER_MILLE[step])
        case TableChoice.SPEED_AS_MEANT | TableChoice.SPEED_EASIER | TableChoice.SPEED_EASIEST:
            step = choice - TableChoice.SPEED_AS_MEANT
            rules = replace(rules, speed_per_mille=tuning.HELP_SPEED_PER_MILLE[step])
        case TableChoice.MAY_FAIL | TableChoice.NO_FAIL:
            rules = replace(rules, no_fail=choice is TableChoice.NO_FAIL)
        case _:
            assert_never(choice)
    return replace(rules, hints=rules.is_bent)


@dataclass(frozen=True, slots=True)
class TableInput:
    """What her hands are asked for in one tick. ``TableInput()`` asks for nothing.

    If several buttons are held, the first of look up, wipe, scan and flow is done.
    """

    move: int = -1
    """Heading 0..63 (0 = east, clockwise), or -1."""
    slow: bool = False
    point: tuple[int, int] | None = None
    """Where the mouse is on the table's grid, in pixels; goes before ``move``."""
    flow: bool = False
    scan: bool = False
    wipe: bool = False
    look_up: bool = False
    cut: bool = False
    leave: bool = False
    """Stop here: ends it if nothing bleeds any more."""
    choice: TableChoice | None = None


@dataclass(frozen=True, slots=True)
class TableNight:
    """What the night does to the table in one tick; strengths 0..1000."""

    gust_strength: int = 0
    in_lee: bool = True
    chakra: int = PER_MILLE
    """Whole points of chakra that she has."""
    tremor: int = 0
    """How tired her hands are."""


@dataclass(slots=True)
class Operation:
    """An operation under way. Make one with ``begin``; only ``step`` changes it."""

    seed: int
    rules: OperationRules
    blood_fine: int
    chakra: int
    """What the night said she has."""
    hand_x: int
    """Where she holds her hand, in 1/256 px; ``touch`` is where the tremor lets it be."""
    hand_y: int
    touch_x: int
    touch_y: int
    wounds: list[Wound]
    tick: int = 0
    clock_milli: int = 0
    """His body's time runs at ``speed_per_mille``: what is left over of a tick."""
    doing: Doing = Doing.REST
    flow: int = 0
    target: str = ""
    """Id of the wound that her chakra is in, or ""."""
    tear_ticks: int = 0
    shirt_open: bool = False
    cut_held: bool = False
    tone: int = 0
    """Of the scan, 0..1000: rises from afar."""
    light: int = 0
    """Of the scan, 0..1000: only near by."""
    depth: Depth = Depth.NOTHING
    pulse_bpm: int = 90
    pain: int = tuning.PAIN_AT_START
    sweat: int = 0
    """How much of it is in her eyes, 0..1000."""
    sweats: int = 0
    sweat_in_ticks: int = 0
    wipe_ticks: int = 0
    look_ticks: int = 0
    gust_on: bool = False
    closed: bool = False
    dry: bool = False
    """Out of chakra."""
    warned: int = 0
    """How many marks of low blood were passed."""
    chakra_milli: int = 0
    """Chakra spent so far, in thousandths."""
    chakra_spent: int = 0
    """Whole points to take from her for this tick."""
    facts: list[Fact] = field(default_factory=list)
    outcome: Outcome | None = None
    grade: Grade | None = None

    @property
    def blood(self) -> int:
        """What is left, 0..1000, rounded up: 0 is death."""
        return -(-self.blood_fine // FINE)

    @property
    def over(self) -> bool:
        """It has ended, one way or the other."""
        return self.outcome is not None

    @property
    def idle(self) -> bool:
        """Her hands spend nothing: chakra may come back as while sitting still."""
        return self.flow == 0 and self.doing is not Doing.SCAN

    @property
    def touch_px(self) -> tuple[int, int]:
        """Where the hand is, in whole pixels."""
        return self.touch_x // SUB, self.touch_y // SUB

    @property
    def bleeds(self) -> bool:
        """Some wound is open."""
        return any(wound.open for wound in self.wounds)

    def wound(self, wound_id: str) -> Wound:
        """The wound with an id. Raises KeyError if there is none."""
        for wound in self.wounds:
            if wound.id == wound_id:
                return wound
        raise KeyError(wound_id)

    def note(self, fact: Fact) -> None:
        """Remember a fact once."""
        if fact not in self.facts:
            self.facts.append(fact)

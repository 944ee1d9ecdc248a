"""A hand at the table is judged by what it does to a wound, whatever leads it, and is told why."""

import pytest

from game.content.operations import load_operation, story_operation
from game.content.paths import assets_folder
from game.core.units import SUB, seconds
from game.lab.table_hand import TableHand
from game.sim.table import tuning
from game.sim.table.events import OperationEvent, StrokeBegun, StrokeGraded
from game.sim.table.grades import graded
from game.sim.table.operation import Operation, TableInput, TableNight, begin, step
from game.sim.table.wounds import Flaw, Grade, Wound, followed_touch, fresh_wound

PATIENT = story_operation()
GUARD = load_operation(assets_folder() / "operations" / "guard.toml")
ARM_START, ARM_MIDDLE = (116, 186), (126, 176)


def opened() -> Operation:
    op = begin(GUARD, 800, 900, 5)
    op.shirt_open = True
    return op


def feed(op: Operation, ticks: int, asked: TableInput) -> list[OperationEvent]:
    events: list[OperationEvent] = []
    for _ in range(ticks):
        events += step(op, GUARD, asked, TableNight())
    return events


def flow_at(op: Operation, point: tuple[int, int], ticks: int) -> list[OperationEvent]:
    """Work at a place with a flow that is kept in its band."""
    events: list[OperationEvent] = []
    for _ in range(ticks):
        asked = TableInput(point=point, flow=op.flow < 500)
        events += step(op, GUARD, asked, TableNight())
    return events


def test_keys_lead_the_hand_gently_while_it_heals_and_fast_between_wounds() -> None:
    op = opened()
    feed(op, 30, TableInput(move=0))
    free_px = (op.hand_x - GUARD.hand[0] * SUB) // SUB
    flow_at(op, ARM_START, seconds(6))
    assert op.target == "arm"
    before = op.hand_x
    feed(op, 10, TableInput(move=0, flow=True))
    healing_px = (op.hand_x - before) / SUB

    assert free_px == tuning.HAND_PX_PER_SECOND // 2
    assert healing_px == pytest.approx(tuning.HAND_HEALING_PX_PER_SECOND / 6, abs=0.3)


def test_an_ebbing_flow_takes_hold_of_nothing_on_the_way() -> None:
    op = opened()
    flow_at(op, (240, 240), 90)
    assert op.flow > tuning.FLOW_BAND_LOW

    let_go = feed(op, 20, TableInput(point=(276, 186), flow=False))
    passed = feed(op, 20, TableInput(point=(276, 186), flow=False))
    held = feed(op, 40, TableInput(point=(276, 186), flow=True))

    assert not [event for event in let_go + passed if isinstance(event, StrokeBegun)]
    assert [event.wound for event in held if isinstance(event, StrokeBegun)] == ["side"]


def test_coming_to_a_wound_at_its_middle_is_not_held_against_the_pace() -> None:
    op = opened()
    flow_at(op, ARM_MIDDLE, 80)
    hand, told = TableHand(order=("arm",)), list[OperationEvent]()
    while not told:
        now = step(op, GUARD, hand.next(op, GUARD), TableNight())
        told = [event for event in now if isinstance(event, StrokeGraded)]

    assert op.wound("arm").grade is Grade.PERFECT


@pytest.mark.parametrize(("knitted", "row_y"), [(False, 148), (True, 156)])
def test_where_all_is_knitted_a_nearer_row_of_the_tear_is_worked_on(
    knitted: bool, row_y: int
) -> None:
    liver = PATIENT.wound("liver")
    wound = fresh_wound(liver)
    wound.at = 25
    if knitted:
        wound.spots = [tuning.SPOT_DONE] * 13 + [0] * (len(wound.spots) - 13)
    hand = (215 * SUB, 153 * SUB)
    for tick in range(tuning.STEP_OVER_TICKS + 1):
        wound.at = followed_touch(wound, liver, *hand, tick).mark

    assert round(liver.marks[wound.at][1] / SUB) == row_y


def stroke(**figures: int | bool) -> Wound:
    """A slash after a minute's work that was flawless but for these figures."""
    wound = fresh_wound(PATIENT.wound("slash_1"))
    minute = seconds(60)
    flawless = {
        "stroke_ticks": minute, "flow_ticks": minute, "error_sub": minute * SUB,
        "pace_samples": 15, "pace_good": 15, "pace_travel": 15 * 16,
    }  # fmt: skip
    for name, value in (flawless | figures).items():
        setattr(wound, name, value)
    return wound


@pytest.mark.parametrize(
    ("figures", "grade", "flaw"),
    [
        ({}, Grade.PERFECT, Flaw.NONE),
        ({"error_sub": seconds(60) * 2 * SUB}, Grade.CLEAN, Flaw.PATH),
        ({"error_sub": seconds(60) * 4 * SUB}, Grade.FAIR, Flaw.PATH),
        ({"error_sub": seconds(60) * 6 * SUB}, Grade.RAGGED, Flaw.PATH),
        ({"flow_ticks": seconds(40)}, Grade.CLEAN, Flaw.FLOW),
        ({"pace_good": 5, "pace_travel": 15 * 4}, Grade.FAIR, Flaw.SLOW),
        ({"pace_good": 5, "pace_travel": 15 * 60}, Grade.FAIR, Flaw.FAST),
        ({"pace_good": 5}, Grade.FAIR, Flaw.UNEVEN),
        ({"tears": 1}, Grade.CLEAN, Flaw.TORN),
        ({"fouled": 1}, Grade.CLEAN, Flaw.FOULED),
        ({"ruptured": True}, Grade.FAIR, Flaw.RUPTURED),
        ({"tears": 1, "error_sub": seconds(60) * 4 * SUB}, Grade.FAIR, Flaw.PATH),
    ],
    ids=lambda value: value.name.lower() if isinstance(value, Grade | Flaw) else "",
)
def test_each_grade_says_what_kept_it_from_a_better_one(
    figures: dict[str, int | bool], grade: Grade, flaw: Flaw
) -> None:
    assert graded(stroke(**figures), 1000) == (grade, flaw)


def test_help_forgives_a_hand_as_much_as_it_says() -> None:
    shaky = stroke(error_sub=seconds(60) * 2 * SUB)

    assert graded(shaky, 1400) == (Grade.PERFECT, Flaw.NONE)

"""What is said at the table: why things went wrong, what comes next, and the guard's remarks."""

import pytest

from game.content.operations import load_operation, story_operation
from game.content.paths import assets_folder
from game.content.strings import Strings
from game.core.units import TILE_SUB, seconds
from game.lab.table_hand import TableHand
from game.sim.beings import Alert
from game.sim.level import Kind
from game.sim.table import tuning
from game.sim.table.definition import OperationDef, OperationRules
from game.sim.table.operation import NextStep, Operation, Verb, begin, next_steps, step
from game.sim.table.state import TableInput, TableNight
from game.view.bedside import Bedside
from game.view.operation_news import Coach, TableHelp
from game.view.operation_words import TableKeys, left_undone, table_alarm, why_next
from tests.sim.nights import Person, night

MAN = story_operation()
GUARD = load_operation(assets_folder() / "operations" / "guard.toml")
WORDS = Strings.load()
STEADY = TableHand(0, 0)


class Held:
    """Somebody who holds the same buttons all the time."""

    def __init__(self, asked: TableInput) -> None:
        self.asked = asked

    def next(self, op: Operation, definition: OperationDef) -> TableInput:
        return self.asked


def sit_by(
    hand: TableHand | Held,
    ticks: int,
    *,
    definition: OperationDef = MAN,
    sky: TableNight | None = None,
    op: Operation | None = None,
) -> tuple[Bedside, Operation, list[str]]:
    """Listen at an operation; also everything that the patient said."""
    op = op or begin(definition, 760, 800, 5)
    said: list[str] = []
    heard = Bedside(WORDS, definition)
    for _ in range(ticks):
        heard.hear(step(op, definition, hand.next(op, definition), sky or TableNight()), op)
        if heard.remark is not None and (not said or said[-1] != heard.remark.text):
            said.append(heard.remark.text)
    return heard, op, said


@pytest.mark.parametrize(
    ("hand", "ticks", "sky", "words"),
    [
        (Held(TableInput()), seconds(80), None, "nobody laid a hand on it"),
        (TableHand(0, 0, order=("rib_4",)), seconds(25), None, "Rib 4 was set before"),
        (TableHand(0, 0, flow_goal=950), seconds(9), None, "Liver tore"),
        (TableHand(0, 0, order=("slash_1",), cuts=False), seconds(8), None, "through the cloth"),
        (STEADY, seconds(6), TableNight(900, False, 800), "he lies in no lee"),
        (STEADY, seconds(6), TableNight(chakra=0), "Out of chakra"),
        (Held(TableInput(leave=True)), 2, None, "You got up, and he bleeds on"),
    ],
    ids=["alone", "rib", "torn", "cloth", "gust", "chakra", "got up"],
)
def test_each_complication_is_told_with_its_reason(
    hand: TableHand | Held, ticks: int, sky: TableNight | None, words: str
) -> None:
    heard, _, _ = sit_by(hand, ticks, sky=sky)

    assert any(words in line for line in heard.faults)
    assert "[" not in " ".join(heard.faults)


def test_sweat_and_low_blood_are_told_and_not_held_against_her() -> None:
    op = begin(MAN, 310, 800, 5)
    heard, told = Bedside(WORDS, MAN), set[str]()
    hand = TableHand(wipes=False)
    for _ in range(seconds(55)):
        heard.hear(step(op, MAN, hand.next(op, MAN), TableNight()), op)
        told.add(heard.fault.text if heard.fault is not None else "")

    assert {WORDS.text("operation_cause_sweat"), WORDS.text("operation_cause_blood_low")} <= told
    assert heard.faults == []


@pytest.mark.parametrize(
    ("hand", "words", "good"),
    [
        (TableHand(5, order=("slash_3",)), "Lower slash: clean. Your hand strayed from it.", True),
        (TableHand(9, order=("slash_3",)), "Lower slash: fair. Your hand strayed from it.", False),
        (TableHand(0, 0, flow_goal=640, order=("slash_3",)), "leaving the green band", False),
    ],
    ids=["a little beside", "far beside", "flow"],
)
def test_a_stroke_that_was_not_flawless_says_what_it_lacked(
    hand: TableHand, words: str, good: bool
) -> None:
    heard, op, _ = sit_by(hand, 2)
    while op.wound("slash_3").grade is None:
        heard.hear(step(op, MAN, hand.next(op, MAN), TableNight()), op)

    assert heard.fault is not None
    assert words in heard.fault.text
    assert heard.fault.good is good
    assert [text for _, text in heard.flaws] == [heard.fault.text]
    assert not heard.faults


def test_a_flawless_stroke_needs_no_words() -> None:
    heard, op, _ = sit_by(TableHand(order=("slash_3",)), seconds(30))

    assert op.wound("slash_3").done
    assert heard.fault is None
    assert heard.flaws == []


def test_the_kunai_a_seam_and_closed_skin_are_told_apart() -> None:
    slow = OperationRules(no_fail=True)
    op = begin(MAN, 900, 800, 5, slow)
    op.shirt_open = True
    heard, op, _ = sit_by(Held(TableInput(cut=True)), 2, op=op)
    assert heard.faults == [WORDS.text("operation_cause_torn_kunai")]

    order = ("slash_1", "slash_2", "slash_3", "rib_4")
    heard, _, _ = sit_by(TableHand(order=order), seconds(110), op=begin(MAN, 900, 800, 5, slow))
    told = " ".join(heard.faults)
    assert "the skin was closed over it" in told
    assert "Upper slash: the fresh seam gave, for Rib 4" in told


def test_a_clamp_that_slipped_and_what_he_died_of_are_told() -> None:
    heard, op, _ = sit_by(TableHand(order=("slash_1",)), seconds(6))
    assert op.wound("slash_1").hold > 0
    for _ in range(tuning.SLASH_SLIPS_TICKS + seconds(3)):
        heard.hear(step(op, MAN, TableInput(), TableNight()), op)
    assert any(line.startswith("Upper slash bleeds again") for line in heard.faults)

    op.blood_fine = 60_000
    for _ in range(seconds(3)):
        heard.hear(step(op, MAN, TableInput(), TableNight()), op)
    assert heard.faults[-1] == "He lost too much blood: Liver, bleeding."


def test_a_rib_that_was_never_felt_for_is_told_at_the_end() -> None:
    order = ("liver", "rib_4", "rib_5", "slash_1", "slash_2", "slash_3")
    _, op, _ = sit_by(TableHand(order=order), seconds(200))

    assert op.over
    assert left_undone(WORDS, op, MAN) == ["Rib 6 was never felt for."]


def test_every_step_that_can_come_next_says_why() -> None:
    words = Strings.load()
    op = begin(MAN, 760, 800, 5)
    for verb in Verb:
        assert why_next(words, op, NextStep(verb), TableKeys())
    op.target = "slash_1"
    for flow in (100, 700):
        op.flow = flow
        assert "E" in why_next(words, op, next_steps(op)[0], TableKeys())

    assert words.missing == []


def test_hints_come_at_once_with_help_and_else_only_to_who_does_not_get_on() -> None:
    plain, helped = begin(MAN, 760, 800, 5), begin(MAN, 760, 800, 5, OperationRules(hints=True))
    coach, aid = Coach(), TableHelp()
    assert coach.line(WORDS, helped, aid) == WORDS.text("operation_why_cut", key="F")
    assert Coach().line(WORDS, plain, aid) == ""

    coach = Coach()
    coach.line(WORDS, plain, aid)
    plain.tick += seconds(11)
    assert coach.line(WORDS, plain, aid) == WORDS.text("operation_why_cut", key="F")
    assert coach.line(WORDS, plain, TableHelp(hints=False)) == ""


def test_the_guard_teaches_the_flow_while_she_works() -> None:
    hot = begin(GUARD, 820, 800, 5)
    hot.shirt_open = True
    _, _, said = sit_by(
        Held(TableInput(flow=True, point=(124, 177))), seconds(20), definition=GUARD, op=hot
    )
    assert WORDS.text("guard_says_begin") in said
    assert WORDS.text("guard_says_strong") in said
    assert WORDS.text("guard_says_torn") in said

    _, op, said = sit_by(TableHand(), seconds(90), definition=GUARD)
    assert op.over
    for moment in ("steady", "found", "last"):
        assert WORDS.text(f"guard_says_{moment}") in said
    assert len(said) == len(set(said))


def test_somebody_who_looks_for_her_near_by_is_told_while_her_eyes_are_on_him() -> None:
    world = night("@.......R", R=Person(Kind.ROGUE))
    rogue = world.minds[0]
    assert table_alarm(world, WORDS, TableKeys()) == ""

    rogue.alert = Alert.SEARCH
    assert "Lift your head: V" in table_alarm(world, WORDS, TableKeys())
    rogue.alert = Alert.CHASE
    assert "Get up: X" in table_alarm(world, WORDS, TableKeys())
    rogue.x += 40 * TILE_SUB
    assert table_alarm(world, WORDS, TableKeys()) == ""


def test_whoever_is_unconscious_says_nothing_and_she_mutters_as_she_goes() -> None:
    heard, _, said = sit_by(TableHand(), seconds(60))

    assert all(remark.hers for remark in MAN.remarks)
    assert len(said) > 3
    assert WORDS.text("remark_found_rib_1") in said
    assert heard.fault is None

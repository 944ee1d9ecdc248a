"""The operation, played by scripted hands: what care earns, and what every mistake costs."""

from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar

import pytest

from game.content.operations import load_operation, story_operation
from game.content.paths import assets_folder
from game.core import codec
from game.core.units import SUB, seconds
from game.lab.table_hand import Device, TableHand
from game.sim.table import tuning
from game.sim.table.definition import OperationDef, OperationRules, WoundKind, wound_def
from game.sim.table.events import (
    Closed,
    LiverRuptured,
    OperationDone,
    OperationEvent,
    OutOfChakra,
    PatientLost,
    Rinsed,
    SandInWound,
    ShirtOpened,
    StillBleeding,
    StrokeBegun,
    StrokeGraded,
    Sweat,
    Torn,
    VitalsWarning,
    Wiped,
    WoundFound,
    WoundState,
)
from game.sim.table.grades import graded, whole_grade
from game.sim.table.operation import (
    Fact,
    Grade,
    NextStep,
    Operation,
    Outcome,
    Stage,
    TableInput,
    TableNight,
    Verb,
    begin,
    next_steps,
    step,
)
from game.sim.table.state import Depth, Doing, TableChoice

BLOOD_ON_TIME = 496
CHAKRA = 700
LIVER = ("liver",)
RIBS = ("rib_4", "rib_5", "rib_6")
FALLING = [Grade.PERFECT, Grade.CLEAN, Grade.FAIR, Grade.RAGGED]
SLASHES = ("slash_1", "slash_2", "slash_3")

PATIENT = story_operation()
GUARD = load_operation(assets_folder() / "operations" / "guard.toml")
ALONE = TableInput(choice=TableChoice.ALONE)
E = TypeVar("E", bound=OperationEvent)


@dataclass
class Night:
    """A night around the table; ``gusts`` blow for 4 of each 30 seconds."""

    in_lee: bool = True
    gusts: bool = False
    tremor: int = 0
    back_per_second: int = 0
    """Chakra that returns while her hands are idle."""

    def at(self, op: Operation, chakra: int) -> TableNight:
        blows = self.gusts and op.tick % seconds(30) < seconds(4)
        return TableNight(800 if blows else 0, self.in_lee, chakra, self.tremor)


@dataclass
class Held:
    """Somebody who holds the same buttons all the time."""

    asked: TableInput

    def next(self, op: Operation, definition: OperationDef) -> TableInput:
        return self.asked


@dataclass
class Run:
    """What came of an operation."""

    op: Operation
    events: list[OperationEvent] = field(default_factory=list)
    chakra: int = CHAKRA

    def all(self, kind: type[E]) -> list[E]:
        return [event for event in self.events if isinstance(event, kind)]

    def grade(self, wound_id: str) -> Grade | None:
        return self.op.wound(wound_id).grade


def operate(
    hand: TableHand | Held,
    *,
    patient: OperationDef = PATIENT,
    blood: int = BLOOD_ON_TIME,
    chakra: int = CHAKRA,
    night: Night | None = None,
    rules: OperationRules | None = None,
    seed: int = 5,
    ticks: int = seconds(400),
    found: tuple[str, ...] = (),
) -> Run:
    """Operate until it is over, ``ticks`` at most."""
    night = night or Night()
    run = Run(begin(patient, blood, chakra, seed, rules), chakra=chakra)
    for wound_id in found:
        run.op.wound(wound_id).found = True
    for _ in range(ticks):
        if run.op.over:
            break
        asked = hand.next(run.op, patient)
        run.events += step(run.op, patient, asked, night.at(run.op, run.chakra))
        run.chakra -= run.op.chakra_spent
        if run.op.idle and run.op.tick % 60 == 0:
            run.chakra += night.back_per_second
    return run


@cache
def run_of(tremor_px: int, lag_ticks: int, device: Device = Device.MOUSE) -> Run:
    """The whole operation by a hand of this kind; kept, so for looking at only."""
    return operate(TableHand(tremor_px, lag_ticks, device))


def steady_run() -> Run:
    """The whole operation by the steadiest hand; for looking at only."""
    return run_of(0, 0)


def feed(
    op: Operation, ticks: int, asked: TableInput, night: TableNight | None = None
) -> list[OperationEvent]:
    """The same input for some ticks."""
    events: list[OperationEvent] = []
    for _ in range(ticks):
        events += step(op, PATIENT, asked, night or TableNight())
    return events


# --- how good a hand is --------------------------------------------------------------------------
@pytest.mark.parametrize("device", Device)
@pytest.mark.parametrize("patient", [PATIENT, GUARD], ids=["story", "guard"])
def test_every_steadier_hand_earns_a_better_grade(device: Device, patient: OperationDef) -> None:
    for seed in (1, 2):
        runs = [
            operate(TableHand(tremor, 0, device, seed=seed), patient=patient)
            for tremor in (0, 3, 6, 12)
        ]

        assert [run.op.outcome for run in runs] == [Outcome.DONE] * 4
        assert [run.op.grade for run in runs] == FALLING


@pytest.mark.parametrize("device", Device)
@pytest.mark.parametrize("patient", [PATIENT, GUARD], ids=["story", "guard"])
def test_every_quicker_hand_earns_a_better_grade(device: Device, patient: OperationDef) -> None:
    for seed in (1, 2):
        runs = [
            operate(TableHand(0, lag, device, seed=seed), patient=patient) for lag in (0, 6, 15)
        ]

        assert [run.op.outcome for run in runs] == [Outcome.DONE] * 3
        assert [run.op.grade for run in runs] == FALLING[:3]


@pytest.mark.parametrize("device", Device)
def test_a_hand_that_shakes_and_lags_leaves_him_less_blood_and_her_less_chakra(
    device: Device,
) -> None:
    runs = [run_of(*hand, device) for hand in ((0, 0), (3, 6), (6, 8), (10, 8))]

    assert [run.op.grade for run in runs] == FALLING
    blood = [run.op.blood for run in runs]
    assert blood == sorted(set(blood), reverse=True)
    assert blood[0] > blood[-1] + 60
    spent = [CHAKRA - run.chakra for run in runs]
    assert spent == sorted(set(spent))


@pytest.mark.parametrize("device", Device)
def test_keys_and_mouse_alike_can_be_perfect_in_every_stroke(device: Device) -> None:
    run = run_of(0, 0, device)

    assert [wound.grade for wound in run.op.wounds] == [Grade.PERFECT] * 7
    assert run.all(OperationDone) == [OperationDone(Grade.PERFECT, "all is healed")]


def test_ten_middling_hands_differ_by_what_they_did_and_by_nothing_else() -> None:
    runs = [operate(TableHand(3, 6, seed=seed), patient=GUARD) for seed in range(10)]

    assert len({(run.op.tick, run.chakra) for run in runs}) > 5
    assert {run.op.grade for run in runs} == {Grade.FAIR, Grade.CLEAN}
    for run in runs:
        assert run.op.outcome is Outcome.DONE
        # the grade is that of the strokes, and each stroke's that of its figures
        assert run.op.grade is whole_grade(run.op.wounds)
        for told in run.all(StrokeGraded):
            assert (told.grade, told.flaw) == graded(run.op.wound(told.wound), 1000)
    # the same hand under another sky sweats at other times, and that is all that chance does
    again = [operate(TableHand(3, 6), patient=GUARD, seed=seed) for seed in range(5, 8)]
    assert len({run.op.grade for run in again}) == 1


def test_her_hands_by_themselves_do_it_slowly_cleanly_and_at_the_usual_price() -> None:
    alone = operate(Held(ALONE))
    steady = steady_run()

    assert alone.op.grade is Grade.CLEAN
    assert [wound.grade for wound in alone.op.wounds] == [Grade.CLEAN] * 7
    assert alone.op.tick > steady.op.tick * 3 // 2
    assert 400 <= BLOOD_ON_TIME - alone.op.blood <= 500
    assert 380 <= CHAKRA - alone.chakra <= 500


def test_by_themselves_her_hands_never_lose_him_and_can_be_taken_over() -> None:
    late = operate(Held(ALONE), patient=GUARD, blood=40)
    op = begin(GUARD, BLOOD_ON_TIME, CHAKRA, 5)
    for _ in range(seconds(30)):
        step(op, GUARD, ALONE, TableNight())
    before = [wound.progress for wound in op.wounds]
    hand = TableHand(0, 0)
    for _ in range(seconds(60)):
        step(op, GUARD, hand.next(op, GUARD), TableNight())

    assert late.op.outcome is Outcome.DONE
    assert late.op.blood == 1
    assert max(before) > 0
    assert op.outcome is Outcome.DONE


def test_by_themselves_her_hands_rest_when_the_chakra_is_gone() -> None:
    rich = operate(Held(ALONE), patient=GUARD)
    poor = operate(Held(ALONE), patient=GUARD, chakra=40, night=Night(back_per_second=3))

    assert poor.op.outcome is Outcome.DONE
    assert not poor.all(OutOfChakra)
    assert poor.op.tick > rich.op.tick


def test_what_went_wrong_before_she_let_go_still_counts() -> None:
    op = begin(PATIENT, 900, CHAKRA, 5)
    op.shirt_open = True
    feed(op, tuning.LIVER_UNTOUCHED_TICKS + 2, TableInput())
    assert Fact.RUPTURED in op.facts
    while not op.over:
        feed(op, 1, ALONE)

    assert op.grade is Grade.FAIR


def test_a_clean_operation_costs_about_380_chakra_and_a_messy_one_600() -> None:
    clean = operate(TableHand(2, 4))
    messy = operate(TableHand(8, 6, flow_goal=560))

    assert 340 <= CHAKRA - clean.chakra <= 420
    assert 540 <= CHAKRA - messy.chakra <= 680
    assert messy.op.grade is Grade.FAIR


def test_a_clean_operation_takes_between_two_and_four_minutes() -> None:
    run = steady_run()

    assert seconds(120) < run.op.tick < seconds(240)


def test_who_comes_late_can_still_save_him_with_a_good_hand_only() -> None:
    assert operate(TableHand(2, 4), blood=300).op.outcome is Outcome.DONE
    assert operate(TableHand(12, 15), blood=300).op.outcome is Outcome.LOST


# --- doing the wrong thing -----------------------------------------------------------------------
def test_doing_nothing_loses_him() -> None:
    run = operate(Held(TableInput()))

    assert run.op.outcome is Outcome.LOST
    assert run.op.blood == 0
    assert run.all(LiverRuptured) == [LiverRuptured("nobody touched it for too long")]
    assert run.all(PatientLost) == [PatientLost("liver ruptured")]


def test_holding_every_button_loses_him() -> None:
    every = TableInput(3, True, None, True, True, True, True, True, True)

    run = operate(Held(every))

    assert run.op.outcome is Outcome.LOST
    assert not run.all(WoundFound)
    assert not run.all(StrokeGraded)


def test_holding_the_flow_on_a_wound_tears_it_and_loses_him() -> None:
    run = operate(Held(TableInput(point=(240, 186), flow=True, cut=True)))

    assert run.op.outcome is Outcome.LOST
    assert run.all(Torn)
    assert not run.all(StrokeGraded)


def test_ribs_set_before_the_liver_rupture_it() -> None:
    run = operate(TableHand(2, 4, order=(*RIBS, *LIVER, *SLASHES)))

    assert run.all(LiverRuptured) == [LiverRuptured("rib_4 was set before the liver")]
    assert run.op.outcome is Outcome.LOST


def test_skin_closed_over_an_open_liver_ruptures_it() -> None:
    run = operate(TableHand(2, 4, order=(*SLASHES, *LIVER)), blood=700)

    assert run.all(LiverRuptured) == [LiverRuptured("the skin was closed over it")]
    assert run.op.outcome is Outcome.DONE
    assert run.op.grade is not None
    assert run.op.grade <= Grade.FAIR


def test_a_rib_set_under_closed_skin_strains_the_seam() -> None:
    careful = steady_run()
    hasty = operate(TableHand(0, 0, order=(*LIVER, *SLASHES, *RIBS)))

    assert hasty.op.blood > careful.op.blood
    assert [event.wound for event in hasty.all(Torn)] == ["slash_1", "slash_1", "slash_2"]
    assert hasty.grade("slash_1") is Grade.FAIR
    assert careful.grade("slash_1") is Grade.PERFECT


def test_a_flow_that_is_too_strong_tears_and_a_weak_one_heals_nothing() -> None:
    strong = operate(TableHand(2, 4, flow_goal=900), ticks=seconds(20))
    weak = operate(TableHand(2, 4, flow_goal=200), ticks=seconds(20))

    assert strong.all(Torn)[0] == Torn("liver", "the flow was too strong")
    assert Fact.TORN in strong.op.facts
    assert not weak.all(StrokeBegun)
    assert weak.op.wound("liver").progress == 0


def test_a_missed_rib_costs_the_grade_and_is_remembered() -> None:
    run = operate(TableHand(0, 0, order=(*LIVER, "rib_4", "rib_6", *SLASHES)))

    assert run.op.outcome is Outcome.DONE
    assert run.op.facts == [Fact.MISSED_RIB]
    assert run.op.grade is Grade.FAIR


def test_a_rib_found_but_left_is_another_fact_than_a_missed_one() -> None:
    run = operate(TableHand(0, 0, order=(*LIVER, *SLASHES)), found=("rib_4",))

    assert run.op.outcome is Outcome.DONE
    assert run.op.facts == [Fact.LEFT_RIB, Fact.MISSED_RIB]


def test_a_second_cut_goes_into_him() -> None:
    op = begin(PATIENT, 500, CHAKRA, 1)

    assert feed(op, 5, TableInput(cut=True)) == [ShirtOpened()]
    feed(op, 1, TableInput())
    before = op.blood
    (torn,) = feed(op, 1, TableInput(cut=True))

    assert isinstance(torn, Torn)
    assert torn.wound == "skin"
    assert op.blood <= before - tuning.NICK_BLOOD
    assert Fact.NICKED in op.facts


def test_stitching_through_the_shirt_leaves_threads_in_the_wound() -> None:
    run = operate(TableHand(0, 0, order=("slash_3",), cuts=False), ticks=seconds(30))

    assert run.all(SandInWound) == [SandInWound("slash_3", "threads of the shirt")]
    assert run.op.wound("slash_3").progress == 0


def test_nobody_can_stop_while_he_bleeds() -> None:
    op = begin(PATIENT, 500, CHAKRA, 1)

    (refused,) = feed(op, 1, TableInput(leave=True))

    assert isinstance(refused, StillBleeding)
    assert not op.over


# --- the wounds ----------------------------------------------------------------------------------
def test_every_wound_comes_through_its_stages_one_by_one() -> None:
    run = steady_run()

    def stages(wound_id: str) -> list[Stage]:
        return [event.stage for event in run.all(WoundState) if event.wound == wound_id]

    assert stages("liver") == [Stage.HELD, Stage.KNITTED]
    assert stages("rib_5") == [Stage.ALIGNED, Stage.SET]
    assert stages("slash_2") == [Stage.CLAMPED, Stage.KNITTED, Stage.CLOSED]
    assert run.events.count(Closed()) == 1


def test_a_clamp_left_alone_slips_and_the_wound_bleeds_again() -> None:
    run = operate(TableHand(0, 0, order=("slash_1",)), blood=900, ticks=seconds(6))
    assert run.op.wound("slash_1").stage is Stage.CLAMPED
    knitted = run.op.wound("slash_1").progress

    events = feed(run.op, tuning.SLASH_SLIPS_TICKS + seconds(2), TableInput())

    slipped = WoundState("slash_1", Stage.BLEEDING, "left alone, it slipped")
    assert slipped in events
    assert run.op.wound("slash_1").progress >= knitted


def test_a_spot_that_was_skipped_keeps_the_liver_open() -> None:
    op = begin(PATIENT, 1000, CHAKRA, 1)
    liver = op.wound("liver")
    liver.found = True
    liver.stage = Stage.HELD
    liver.spots = [tuning.SPOT_DONE] * len(liver.spots)
    liver.spots[30] = 0

    feed(op, seconds(4), TableInput(point=(190, 148)))
    op.flow = 500
    for tick in range(seconds(4)):
        feed(op, 1, TableInput(point=(190, 148), flow=tick % 11 < 5))
    skipped = liver.done

    gap = PATIENT.wound("liver").marks[30 * tuning.SPOT_PX]
    for _ in range(seconds(6)):
        point = (gap[0] // SUB, gap[1] // SUB)
        feed(op, 1, TableInput(point=point, flow=op.flow < 500))
    assert not skipped
    assert liver.done


def test_the_flow_rises_while_held_and_falls_when_not() -> None:
    op = begin(PATIENT, 500, CHAKRA, 1)

    feed(op, 60, TableInput(flow=True))
    risen = op.flow
    feed(op, 30, TableInput())

    assert risen == 60 * tuning.FLOW_RISE_PER_TICK
    assert op.flow == risen - 30 * tuning.FLOW_FALL_PER_TICK


def test_flow_beside_every_wound_spends_chakra_for_nothing() -> None:
    op = begin(PATIENT, 500, CHAKRA, 1)

    events = feed(op, seconds(5), TableInput(point=(120, 240), flow=True))

    assert not [event for event in events if isinstance(event, StrokeBegun | Torn)]
    assert op.chakra_milli > 10_000


# --- scanning ------------------------------------------------------------------------------------
def test_the_scan_sounds_louder_the_nearer_the_hand_is_and_finds_by_staying() -> None:
    op = begin(PATIENT, 500, CHAKRA, 1)
    feed(op, seconds(2), TableInput(point=(340, 144), scan=True))
    afar = op.tone
    feed(op, seconds(1), TableInput(point=(310, 144), scan=True))
    nearer, light = op.tone, op.light

    assert 0 < afar < nearer
    assert 0 < light < 1000
    assert op.depth is Depth.HARD
    assert not op.wound("rib_6").found

    events = feed(op, seconds(2), TableInput(point=(291, 144), scan=True))

    assert events == [WoundFound("rib_6", "felt under the palm")]


def test_passing_over_a_hidden_hurt_without_staying_does_not_find_it() -> None:
    op = begin(PATIENT, 500, CHAKRA, 1)
    feed(op, seconds(3), TableInput(point=(340, 144), scan=True))

    events = feed(op, seconds(2), TableInput(point=(220, 230), scan=True))

    assert not events


def test_exactly_the_liver_and_three_ribs_are_hidden() -> None:
    op = begin(PATIENT, 500, CHAKRA, 1)

    assert [wound.id for wound in op.wounds if not wound.found] == [*LIVER, *RIBS]
    assert [wound.id for wound in op.wounds if wound.found] == [*SLASHES]


# --- sweat, sand, chakra, looking up -------------------------------------------------------------
def test_sweat_comes_each_35_to_50_seconds_and_is_gone_once_wiped() -> None:
    run = steady_run()
    ticks: list[int] = []
    op = begin(PATIENT, 1000, CHAKRA, 3, OperationRules(no_fail=True))
    for _ in range(seconds(160)):
        asked = TableInput(wipe=op.sweat > 0)
        if any(isinstance(event, Sweat) for event in step(op, PATIENT, asked, TableNight())):
            ticks.append(op.tick)

    gaps = [later - first for first, later in zip([0, *ticks], ticks, strict=False)]
    assert all(seconds(35) <= gap <= seconds(52) for gap in gaps)
    assert len(ticks) >= 3
    assert len(run.all(Wiped)) == len(run.all(Sweat))


def test_sweat_that_nobody_wipes_throws_the_hand() -> None:
    wiped = steady_run()
    blind = operate(TableHand(0, 0, wipes=False))

    assert wiped.op.grade is Grade.PERFECT
    assert blind.op.grade is not None
    assert blind.op.grade < Grade.PERFECT
    assert not blind.all(Wiped)


def test_letting_go_of_the_wipe_too_soon_leaves_the_sweat() -> None:
    op = begin(PATIENT, 500, CHAKRA, 1)
    op.sweat = 500

    assert not feed(op, tuning.WIPE_TICKS - 1, TableInput(wipe=True))
    assert op.sweat > 0


def test_a_gust_in_the_open_dirties_each_open_slash_and_they_have_to_be_rinsed() -> None:
    run = operate(TableHand(0, 0, order=SLASHES), blood=900, night=Night(False, True))

    fouled = run.all(SandInWound)
    assert [event.wound for event in fouled[:3]] == [*SLASHES]
    assert {event.wound for event in run.all(Rinsed)} == {*SLASHES}
    assert Fact.FOULED in run.op.facts
    assert all(run.grade(wound) != Grade.PERFECT for wound in SLASHES)


def test_in_the_lee_no_sand_comes() -> None:
    run = operate(TableHand(0, 0), night=Night(in_lee=True, gusts=True), ticks=seconds(40))

    assert not run.all(SandInWound)


def test_the_shirt_keeps_sand_out_until_it_is_cut() -> None:
    op = begin(PATIENT, 500, CHAKRA, 1)

    events = feed(op, 60, TableInput(), TableNight(gust_strength=900, in_lee=False))

    assert not events


def test_out_of_chakra_the_flow_fails_and_is_told_once() -> None:
    op = begin(PATIENT, 900, CHAKRA, 1)
    feed(op, 80, TableInput(flow=True))

    events = feed(op, 60, TableInput(flow=True), TableNight(chakra=0))

    assert events == [OutOfChakra("the reserve is empty")]
    assert op.flow == 0


def test_with_too_little_chakra_she_must_pause_and_may_still_save_him() -> None:
    stubborn = operate(TableHand(0, 0), chakra=250, blood=400)
    patient = operate(TableHand(0, 0), chakra=330, blood=620, night=Night(back_per_second=3))

    assert stubborn.all(OutOfChakra)
    assert stubborn.op.outcome is Outcome.LOST
    assert patient.op.outcome is Outcome.DONE


def test_looking_up_stops_the_hands_but_not_the_blood() -> None:
    op = begin(PATIENT, 500, CHAKRA, 1)
    where = (op.hand_x, op.hand_y)

    feed(op, seconds(5), TableInput(look_up=True, flow=True, point=(100, 100)))

    assert op.doing is Doing.LOOK
    assert (op.hand_x, op.hand_y) == where
    assert op.flow == 0
    assert op.blood < 490


def test_tired_hands_and_wind_unsteady_the_touch() -> None:
    calm, tired = begin(PATIENT, 500, CHAKRA, 1), begin(PATIENT, 500, CHAKRA, 1)
    feed(calm, 30, TableInput())
    feed(tired, 30, TableInput(), TableNight(1000, False, CHAKRA, 1000))

    assert (calm.touch_x, calm.touch_y) == (calm.hand_x, calm.hand_y)
    assert (tired.touch_x, tired.touch_y) != (tired.hand_x, tired.hand_y)


# --- assists, warnings, help ---------------------------------------------------------------------
def test_the_assists_help_a_shaky_hand() -> None:
    plain = run_of(12, 15)
    wide = operate(TableHand(12, 15), rules=OperationRules(tolerance_per_mille=1800))
    slow = operate(TableHand(12, 15), rules=OperationRules(speed_per_mille=600))
    safe = operate(Held(TableInput()), rules=OperationRules(no_fail=True), ticks=seconds(150))

    assert plain.op.grade is not None
    assert wide.op.grade is not None
    assert wide.op.grade > plain.op.grade
    assert slow.op.blood > plain.op.blood
    assert not safe.op.over
    assert safe.op.blood == 1


def test_help_can_be_asked_for_in_the_middle_and_comes_with_words() -> None:
    op = begin(PATIENT, 500, CHAKRA, 1)
    feed(op, 1, TableInput(choice=TableChoice.WIDTH_EASIEST))
    feed(op, 1, TableInput(choice=TableChoice.SPEED_EASIER))
    feed(op, 1, TableInput(choice=TableChoice.NO_FAIL))
    assert op.rules == OperationRules(2000, 800, hints=True, no_fail=True)

    for choice in (TableChoice.WIDTH_AS_MEANT, TableChoice.SPEED_AS_MEANT, TableChoice.MAY_FAIL):
        feed(op, 1, TableInput(choice=choice))
    assert op.rules == OperationRules()


def test_low_blood_is_warned_of_once_for_each_mark() -> None:
    run = operate(Held(TableInput()))

    assert [event.cause for event in run.all(VitalsWarning)] == ["blood is low", "he is fading"]


def test_the_pulse_races_as_blood_runs_out_and_fails_at_the_end() -> None:
    op = begin(PATIENT, 500, CHAKRA, 1)
    pulses: list[int] = []
    while not op.over:
        feed(op, 1, TableInput())
        pulses.append(op.pulse_bpm)

    assert max(pulses) > 110
    assert pulses[-1] < max(pulses)


def test_the_next_steps_name_what_can_be_done_now() -> None:
    op = begin(PATIENT, 500, CHAKRA, 1)
    assert next_steps(op)[:2] == [NextStep(Verb.CUT), NextStep(Verb.SCAN)]

    op.shirt_open = True
    op.wound("liver").found = True
    assert next_steps(op)[0] == NextStep(Verb.HOLD, "liver")
    assert NextStep(Verb.CLAMP, "slash_1") in next_steps(op)

    op.sweat = 10
    assert next_steps(op)[0] == NextStep(Verb.WIPE)


def test_lifting_the_head_with_all_found_wounds_done_ends_it() -> None:
    run = operate(TableHand(0, 0, order=(*LIVER, *SLASHES)), ticks=seconds(40))
    assert not run.op.over
    for wound in run.op.wounds:
        if wound.found:
            wound.stage = Stage.KNITTED if wound.kind is WoundKind.LIVER else Stage.CLOSED

    events = feed(run.op, seconds(2), TableInput(look_up=True))

    assert events[-1] == OperationDone(Grade.RAGGED, "she lifted her head")


# --- the same everywhere -------------------------------------------------------------------------
def test_the_same_hand_on_the_same_seed_gives_the_same_operation() -> None:
    first = operate(TableHand(6, 6), ticks=seconds(60))
    second = operate(TableHand(6, 6), ticks=seconds(60))

    assert codec.digest(first.op) == codec.digest(second.op)
    assert first.events == second.events


def test_an_operation_put_away_and_taken_out_again_goes_on_as_if_nothing_was() -> None:
    plain, broken = begin(PATIENT, 500, CHAKRA, 9), begin(PATIENT, 500, CHAKRA, 9)
    hands = TableHand(4, 6, Device.KEYS), TableHand(4, 6, Device.KEYS)
    for tick in range(seconds(60)):
        step(plain, PATIENT, hands[0].next(plain, PATIENT), TableNight())
        step(broken, PATIENT, hands[1].next(broken, PATIENT), TableNight())
        if tick % 30 == 0:
            broken = codec.decode(codec.encode(broken), Operation)

    assert codec.encode(plain) == codec.encode(broken)


def test_a_patient_without_a_liver_wound_can_be_healed() -> None:
    scratch = wound_def(
        "scratch",
        WoundKind.SLASH,
        "Scratch",
        ((200, 180), (230, 180)),
        hidden=False,
        takes_seconds=5,
        bleeds_milli=200,
    )
    patient = OperationDef("A scratch", (210, 200), (scratch,))

    run = operate(TableHand(0, 0), patient=patient)

    assert run.op.grade is Grade.PERFECT
    assert run.op.tick < seconds(20)

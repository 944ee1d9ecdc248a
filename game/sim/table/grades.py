"""How well it was done: the grade of a stroke by path, pace and flow, and of the whole."""

from operator import itemgetter

from game.core.units import PER_MILLE, SUB, TICKS_PER_SECOND
from game.sim.table import tuning
from game.sim.table.wounds import Flaw, Grade, Wound


def path_error_milli(wound: Wound) -> int:
    """Mean distance of the hand from the path, in thousandths of a pixel."""
    return wound.error_sub * PER_MILLE // (SUB * max(1, wound.stroke_ticks))


def pace_milli(wound: Wound) -> int:
    """Mean pace along the path in thousandths of a pixel a second; 0 for what is held."""
    samples_ticks = wound.pace_samples * tuning.PACE_SAMPLE_TICKS
    return wound.pace_travel * PER_MILLE * TICKS_PER_SECOND // max(1, samples_ticks)


def flow_per_mille(wound: Wound) -> int:
    """Share of the stroke's ticks whose flow was in the band."""
    return wound.flow_ticks * PER_MILLE // max(1, wound.stroke_ticks)


def graded(wound: Wound, tolerance_per_mille: int) -> tuple[Grade, Flaw]:
    """The stroke's grade, the worst of its accidents, path, flow and pace; and which that was."""
    error = wound.error_sub * PER_MILLE // (max(1, wound.stroke_ticks) * tolerance_per_mille)
    by_flow = _grade_over(
        flow_per_mille(wound),
        tuning.PERFECT_FLOW_PER_MILLE,
        tuning.CLEAN_FLOW_PER_MILLE,
        tuning.FAIR_FLOW_PER_MILLE,
    )
    marks = (
        _by_accidents(wound),
        (by_error(error), Flaw.PATH),
        (by_flow, Flaw.FLOW),
        _by_pace(wound),
    )
    grade, flaw = min(marks, key=itemgetter(0))
    return grade, Flaw.NONE if grade is Grade.PERFECT else flaw


def by_error(error_sub: int) -> Grade:
    """The grade that a mean distance from the path earns, in 1/256 px and without help."""
    if error_sub <= tuning.PERFECT_ERROR_SUB:
        return Grade.PERFECT
    if error_sub <= tuning.CLEAN_ERROR_SUB:
        return Grade.CLEAN
    return Grade.FAIR if error_sub <= tuning.FAIR_ERROR_SUB else Grade.RAGGED


def _by_pace(wound: Wound) -> tuple[Grade, Flaw]:
    """One sample is not judged: in it the hand still comes to where it begins."""
    if wound.pace_samples < 2:
        return Grade.PERFECT, Flaw.NONE
    flaw, pace = Flaw.UNEVEN, pace_milli(wound)
    if pace < tuning.PACE_LOW_PX_PER_SECOND * PER_MILLE:
        flaw = Flaw.SLOW
    elif pace > tuning.PACE_HIGH_PX_PER_SECOND * PER_MILLE:
        flaw = Flaw.FAST
    grade = _grade_over(
        wound.pace_good * PER_MILLE // (wound.pace_samples - 1),
        tuning.PERFECT_PACE_PER_MILLE,
        tuning.CLEAN_PACE_PER_MILLE,
        tuning.FAIR_PACE_PER_MILLE,
    )
    return grade, flaw


def _by_accidents(wound: Wound) -> tuple[Grade, Flaw]:
    """The best that a stroke can be after what happened to the wound, and what that was."""
    if wound.tears >= tuning.TEARS_TO_RAGGED:
        return Grade.RAGGED, Flaw.TORN
    if wound.ruptured:
        return Grade.FAIR, Flaw.RUPTURED
    if wound.tears >= tuning.TEARS_TO_FAIR:
        return Grade.FAIR, Flaw.TORN
    if wound.fouled:
        return Grade.FAIR if wound.fouled > 1 else Grade.CLEAN, Flaw.FOULED
    if wound.tears >= tuning.TEARS_TO_CLEAN:
        return Grade.CLEAN, Flaw.TORN
    return Grade.PERFECT, Flaw.NONE


def whole_grade(wounds: list[Wound]) -> Grade:
    """The grade of an operation by its strokes alone; what was never done counts as ragged."""
    total = sum(int(wound.grade) for wound in wounds if wound.grade is not None)
    return _grade_over(
        total * PER_MILLE // (int(Grade.PERFECT) * max(1, len(wounds))),
        tuning.WHOLE_PERFECT_PER_MILLE,
        tuning.WHOLE_CLEAN_PER_MILLE,
        tuning.WHOLE_FAIR_PER_MILLE,
    )


def _grade_over(value: int, perfect: int, clean: int, fair: int) -> Grade:
    if value >= perfect:
        return Grade.PERFECT
    if value >= clean:
        return Grade.CLEAN
    return Grade.FAIR if value >= fair else Grade.RAGGED

"""How well it was done: the grade of a stroke by path, pace and flow, and of the whole."""

from game.core.units import PER_MILLE, SUB, TICKS_PER_SECOND
from game.sim.table import tuning
from game.sim.table.wounds import Grade, Wound


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


def graded(wound: Wound, tolerance_per_mille: int) -> Grade:
    """The stroke's grade: the worst of path, pace and flow, and no better than its accidents."""
    error = wound.error_sub * PER_MILLE // (max(1, wound.stroke_ticks) * tolerance_per_mille)
    by_path = _grade_under(
        error, tuning.PERFECT_ERROR_SUB, tuning.CLEAN_ERROR_SUB, tuning.FAIR_ERROR_SUB
    )
    by_flow = _grade_over(
        flow_per_mille(wound),
        tuning.PERFECT_FLOW_PER_MILLE,
        tuning.CLEAN_FLOW_PER_MILLE,
        tuning.FAIR_FLOW_PER_MILLE,
    )
    by_pace = Grade.PERFECT
    if wound.pace_samples > 0:
        by_pace = _grade_over(
            wound.pace_good * PER_MILLE // wound.pace_samples,
            tuning.PERFECT_PACE_PER_MILLE,
            tuning.CLEAN_PACE_PER_MILLE,
            tuning.FAIR_PACE_PER_MILLE,
        )
    return min(by_path, by_flow, by_pace, _cap(wound))


def _cap(wound: Wound) -> Grade:
    if wound.tears >= tuning.TEARS_TO_RAGGED:
        return Grade.RAGGED
    if wound.tears >= tuning.TEARS_TO_FAIR or wound.fouled > 1 or wound.ruptured:
        return Grade.FAIR
    if wound.tears >= tuning.TEARS_TO_CLEAN or wound.fouled:
        return Grade.CLEAN
    return Grade.PERFECT


def whole_grade(wounds: list[Wound]) -> Grade:
    """The grade of an operation by its strokes alone; what was never done counts as ragged."""
    total = sum(int(wound.grade) for wound in wounds if wound.grade is not None)
    return _grade_over(
        total * PER_MILLE // (int(Grade.PERFECT) * max(1, len(wounds))),
        tuning.WHOLE_PERFECT_PER_MILLE,
        tuning.WHOLE_CLEAN_PER_MILLE,
        tuning.WHOLE_FAIR_PER_MILLE,
    )


def _grade_under(value: int, perfect: int, clean: int, fair: int) -> Grade:
    if value <= perfect:
        return Grade.PERFECT
    if value <= clean:
        return Grade.CLEAN
    return Grade.FAIR if value <= fair else Grade.RAGGED


def _grade_over(value: int, perfect: int, clean: int, fair: int) -> Grade:
    if value >= perfect:
        return Grade.PERFECT
    if value >= clean:
        return Grade.CLEAN
    return Grade.FAIR if value >= fair else Grade.RAGGED

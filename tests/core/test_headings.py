"""Directions: the table of sines holds, and turning, measuring and pointing agree with it."""

from math import atan2, cos, hypot, pi, sin

from hypothesis import given
from hypothesis import strategies as st

from game.core import headings

HEADINGS = st.integers(0, headings.TURN - 1)
FAR = st.integers(-2_000_000, 2_000_000)


def test_the_table_is_the_sine_to_the_last_unit() -> None:
    for heading in range(headings.TURN):
        angle = heading * 2 * pi / headings.TURN
        assert headings.sin(heading) == round(sin(angle) * headings.ONE)
        assert headings.cos(heading) == round(cos(angle) * headings.ONE)


def test_east_is_right_and_south_is_down() -> None:
    assert headings.vector(headings.EAST, 100) == (100, 0)
    assert headings.vector(headings.SOUTH, 100) == (0, 100)
    assert headings.vector(headings.WEST, 100) == (-100, 0)
    assert headings.vector(headings.NORTH, 100) == (0, -100)


@given(HEADINGS, st.integers(2000, 2_000_000))
def test_a_step_along_a_heading_points_along_it(heading: int, length: int) -> None:
    assert headings.heading_of(*headings.vector(heading, length)) == heading


@given(FAR, FAR)
def test_the_heading_of_a_vector_is_the_nearest_there_is(dx: int, dy: int) -> None:
    if (dx, dy) == (0, 0):
        assert headings.heading_of(dx, dy) == headings.EAST
        return
    exact = atan2(dy, dx) * headings.TURN / (2 * pi)
    off = abs((headings.heading_of(dx, dy) - exact + 512) % headings.TURN - 512)
    assert off < 0.52


@given(FAR, FAR)
def test_the_way_back_is_the_opposite_heading(dx: int, dy: int) -> None:
    there, back = headings.heading_of(dx, dy), headings.heading_of(-dx, -dy)
    if (dx, dy) != (0, 0):
        assert (there - back) % headings.TURN == headings.HALF_TURN


@given(HEADINGS, HEADINGS)
def test_a_turn_is_the_short_way_round(a: int, b: int) -> None:
    turn = headings.turn_between(a, b)
    assert -headings.HALF_TURN <= turn < headings.HALF_TURN
    assert (a + turn) % headings.TURN == b


@given(HEADINGS, HEADINGS, st.integers(1, headings.HALF_TURN))
def test_turning_step_by_step_arrives_and_never_overshoots(a: int, goal: int, most: int) -> None:
    left = abs(headings.turn_between(a, goal))
    turned = headings.turned_towards(a, goal, most)
    assert abs(headings.turn_between(turned, goal)) == max(0, left - most)


@given(FAR, FAR)
def test_a_distance_is_the_length_rounded_down(dx: int, dy: int) -> None:
    length = headings.distance(dx, dy)
    assert length * length <= dx * dx + dy * dy < (length + 1) * (length + 1)
    assert abs(length - hypot(dx, dy)) < 1.001

"""Feet: on easy ground one look at the map is enough, and nobody sticks on stones."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core import headings
from game.core.units import SUB, TILE_SUB, per_second, tile_centre, tile_of
from game.sim import tuning
from game.sim.land.desert import Gust
from game.sim.land.weather import (
    GUST_SPREAD_HEADINGS,
    WindKind,
    gusts_about,
    is_against_wind,
    wind_at,
)
from game.sim.level import Surface
from game.sim.motion import pace_per_mille, slide
from game.sim.world import World
from tests.sim.nights import night

WIDTH, HEIGHT = 16, 9
MAP = """
    ................
    ....~~......#...
    ..@.~~~.........
    ....~~~~........
    .......::::.....
    .=..........ooo.
    ............ooo.
    .....#..........
    ................
"""
PLACES = st.tuples(st.integers(0, WIDTH * TILE_SUB - 1), st.integers(0, HEIGHT * TILE_SUB - 1))
STEPS = st.tuples(st.integers(-600, 600), st.integers(-600, 600))
HEADINGS = st.integers(0, headings.TURN - 1)
SPREAD = st.integers(-GUST_SPREAD_HEADINGS, GUST_SPREAD_HEADINGS)


def dune() -> World:
    """A night with walls, four surfaces, and a dune whose slip face looks east."""
    level = night(MAP).level
    heights = level.heights.copy()
    for column, height in enumerate((200, 400, 600, 800, 1000, 400), start=18):
        heights[4:12, column] = height
    return World.new(replace(level, heights=heights))


def looked_at_closely(world: World) -> World:
    """The same night with no ground known to be easy."""
    closely = World.new(world.level)
    closely.terrain.easy = np.zeros_like(world.terrain.easy)
    return closely


ON_DUNE = dune()
CLOSELY = looked_at_closely(ON_DUNE)


def test_most_of_the_open_desert_is_easy_and_walls_and_slip_faces_are_not() -> None:
    easy = ON_DUNE.terrain.easy
    assert easy[2, 2] == tuning.SURFACE_PACE_PER_MILLE[Surface.SAND]
    assert easy[2, 5] == tuning.SURFACE_PACE_PER_MILLE[Surface.SOFT]
    walls_and_edge, slip_face = (easy[7, 5], easy[6, 6], easy[0, 0]), easy[4, 11]
    assert (*walls_and_edge, slip_face) == (0, 0, 0, 0)
    assert np.count_nonzero(easy) > 40
    assert ON_DUNE.terrain.easy_pace(-1, 0) == 0
    assert ON_DUNE.terrain.easy_pace(WIDTH * TILE_SUB, 0) == 0


@given(PLACES, STEPS)
def test_a_step_on_easy_ground_ends_where_it_would_anywhere(
    place: tuple[int, int], step: tuple[int, int]
) -> None:
    if ON_DUNE.terrain.walkable(tile_of(place[0]), tile_of(place[1])):
        assert slide(ON_DUNE, *place, *step) == slide(CLOSELY, *place, *step)


@given(PLACES, HEADINGS)
def test_the_pace_of_easy_ground_is_that_of_its_surface(
    place: tuple[int, int], heading: int
) -> None:
    assert pace_per_mille(ON_DUNE, *place, heading) == pace_per_mille(CLOSELY, *place, heading)


@given(PLACES, HEADINGS, SPREAD, st.integers(0, 400))
def test_the_wind_is_in_the_face_of_who_walks_into_what_blows_there(
    place: tuple[int, int], course: int, off: int, tick: int
) -> None:
    ON_DUNE.weather.gusts = [Gust(0, 120, off % headings.TURN, 1)]
    ON_DUNE.tick = tick
    wind = wind_at(ON_DUNE, *place)
    into = abs(headings.turn_between(course, wind.heading)) > headings.TURN * 3 // 8
    against = is_against_wind(ON_DUNE, gusts_about(ON_DUNE), *place, course)
    assert against == (wind.kind is WindKind.GUST and into)


@pytest.mark.parametrize(("off_px", "passes"), [(-12, True), (-6, True), (2, False), (6, True)])
def test_whoever_is_caught_by_half_a_stone_slips_round_it(off_px: int, passes: bool) -> None:
    stone_x, stone_y = tile_centre(5), tile_centre(7)
    x, y = tile_centre(3), stone_y + off_px * SUB
    for _ in range(80):
        x, y = slide(ON_DUNE, x, y, per_second(62), 0)
    assert (x > stone_x) is passes


def test_nobody_sticks_at_the_mouth_of_a_gap_one_tile_wide() -> None:
    world = night("......#.\n@.......\n......#.")
    for off_px in range(-7, 8):
        x, y = tile_centre(3), tile_centre(1) + off_px * SUB
        for _ in range(80):
            x, y = slide(world, x, y, per_second(62), 0)
        assert x > tile_centre(6), off_px

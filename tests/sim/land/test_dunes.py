"""Dunes from crest lines: the same ground for the picture and for the rules."""

from __future__ import annotations

import hashlib
import random

import numpy as np
import pytest

from game.core.headings import TURN, vector
from game.sim.land import dune_field
from game.sim.land.dune_field import Heights, Relief
from game.sim.land.dune_lines import LEVEL_UNITS, UNIT, Crest, Horns, unit_wind
from game.sim.land.dunes import (
    CELL_PX,
    SHELTER_PX_PER_LEVEL,
    climb_at,
    crest_cells,
    field,
    heights,
    lee,
    steep_cells,
)
from game.sim.tuning import STEEP_UNITS_PER_PX

WIND = (4, 3)
ACROSS = Crest(((260, 60), (200, 140), (150, 220)), 4)


HORNS: tuple[Horns, ...] = ("both", "start", "end", "none")


def some_crests(seed: int, count: int, w: int, h: int) -> list[Crest]:
    dice = random.Random(seed)
    out = []
    for _ in range(count):
        x, y = dice.randrange(w), dice.randrange(h)
        points = [(x, y)]
        for _ in range(dice.randrange(1, 6)):
            x, y = x - dice.randrange(-10, 60), y + dice.randrange(5, 70)
            points.append((x, y))
        horns = dice.choice(HORNS)
        out.append(Crest(tuple(points), dice.randrange(1, 8), horns))
    return out


def planes(relief: Relief) -> dict[str, np.ndarray]:
    """Every plane of a relief by name."""
    assert relief.art is not None
    art, face = relief.art, relief.art.side > 0
    return {
        "height": relief.height,
        "side": art.side,
        "amp": art.amp,
        "near": art.near,
        "gauge": art.gauge * face,
        "along": art.along * face,
    }


def test_a_dune_rises_slowly_to_windward_and_falls_steeply_in_the_lee() -> None:
    h = heights([ACROSS], 50, 40, WIND)
    y, x = np.unravel_index(int(h.argmax()), h.shape)
    assert 3 * LEVEL_UNITS < h[y, x] < 5 * LEVEL_UNITS
    upwind, downwind = h[y - 3, x - 4], h[y + 3, x + 4]
    assert upwind > LEVEL_UNITS > downwind


def test_flat_sand_has_no_height() -> None:
    assert not heights([], 20, 10, WIND).any()
    assert heights([], 20, 10, WIND).dtype == np.int16


@pytest.mark.parametrize("wind", [(4, 3), (1, 0), (-3, 5)])
def test_every_sampling_step_gives_the_same_height_at_the_same_place(wind: tuple[int, int]) -> None:
    crests = some_crests(5, 12, 400, 300)
    fine = field(crests, 0, 0, 400, 300, 1, wind).height
    for step in (2, 4, 8):
        coarse = field(crests, 0, 0, 400 // step, 300 // step, step, wind).height
        assert np.array_equal(coarse, fine[::step, ::step][: 300 // step, : 400 // step])


def test_a_window_shows_the_same_dunes_as_the_whole_in_every_plane() -> None:
    crests = some_crests(6, 12, 400, 300)
    whole = field(crests, 0, 0, 400, 300, 1, WIND, art=True)
    part = field(crests, 131, 77, 150, 90, 1, WIND, art=True)
    for name, plane in planes(part).items():
        assert np.array_equal(plane, planes(whole)[name][77:167, 131:281]), name


def test_the_order_of_the_crests_does_not_matter() -> None:
    crests = some_crests(7, 9, 300, 300)
    assert np.array_equal(heights(crests, 40, 40, WIND), heights(crests[::-1], 40, 40, WIND))


def test_the_picture_planes_carry_the_same_heights_as_the_rules() -> None:
    crests = some_crests(8, 9, 300, 300)
    plain = field(crests, 0, 0, 300, 300, 1, WIND).height
    assert np.array_equal(plain, field(crests, 0, 0, 300, 300, 1, WIND, art=True).height)


@pytest.mark.parametrize(("name", "value"), [("_GROUP_POINTS", 20), ("_MOST_WHO_BITS", 0)])
def test_many_crests_in_one_place_are_raised_like_few(
    name: str, value: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    crests = some_crests(11, 12, 300, 200)
    usual = field(crests, 0, 0, 300, 200, 1, WIND, art=True)
    monkeypatch.setattr(dune_field, name, value)
    crowded = field(crests, 0, 0, 300, 200, 1, WIND, art=True)
    for of, plane in planes(crowded).items():
        assert np.array_equal(plane, planes(usual)[of]), of


def test_thirty_two_bits_are_enough_for_the_tallest_dunes(monkeypatch: pytest.MonkeyPatch) -> None:
    crests = [Crest(c.points, 7, "none") for c in some_crests(9, 10, 600, 500)]
    crests.append(Crest(((16000, 16100), (16050, 16200), (15900, 16300)), 7))
    narrow = field(crests, 15700, 15900, 200, 200, 4, WIND, art=True)
    near = field(crests, 0, 0, 150, 125, 4, WIND, art=True)
    monkeypatch.setattr(dune_field, "WORK", np.int64)
    for mine, x0, y0, w, h in ((narrow, 15700, 15900, 200, 200), (near, 0, 0, 150, 125)):
        wide = field(crests, x0, y0, w, h, 4, WIND, art=True)
        assert mine.height.any()
        for name, plane in planes(mine).items():
            assert np.array_equal(plane, planes(wide)[name]), name


def test_the_lee_of_a_dune_shelters_and_its_windward_side_does_not() -> None:
    h = heights([ACROSS], 50, 40, WIND)
    y, x = (int(n) for n in np.unravel_index(int(h.argmax()), h.shape))
    shelter = lee(h, WIND)
    assert shelter[y + 3, x + 4] > LEVEL_UNITS
    assert shelter[y - 3, x - 4] == 0
    assert lee(h, (-4, -3))[y + 3, x + 4] == 0


def shelter_at(tall: Heights, x: int, y: int, wind: tuple[int, int]) -> int:
    """The shelter of one cell, found by walking upwind from it to the edge of the map."""
    unit_x, unit_y = unit_wind(wind)
    best = own = tall.item(y, x)
    for n in range(1, max(tall.shape)):
        there_x = x - (n * unit_x + UNIT // 2) // UNIT
        there_y = y - (n * unit_y + UNIT // 2) // UNIT
        if not (0 <= there_x < tall.shape[1] and 0 <= there_y < tall.shape[0]):
            break
        sunk = n * (LEVEL_UNITS * CELL_PX // SHELTER_PX_PER_LEVEL)
        best = max(best, tall.item(there_y, there_x) - sunk)
    return best - own


@pytest.mark.parametrize("wind", [(4, 3), (0, -7), (-300, 1), (5, -12)])
def test_asking_for_one_place_gives_the_same_shelter_as_the_whole_map(
    wind: tuple[int, int],
) -> None:
    h = heights(some_crests(10, 20, 480, 320), 60, 40, WIND)
    shelter = lee(h, wind)
    assert shelter.any()
    for y in range(0, 40, 3):
        for x in range(0, 60, 3):
            assert shelter_at(h, x, y, wind) == shelter[y, x]


def test_walking_up_is_positive_down_negative_and_along_the_slope_small() -> None:
    h = heights([ACROSS], 50, 40, WIND)
    y, x = np.unravel_index(int(h.argmax()), h.shape)
    foot = int(x) * 8 - 40, int(y) * 8 - 30
    assert 5 < climb_at(h, *foot, 4, 3) <= 21
    assert climb_at(h, *foot, -4, -3) == -climb_at(h, *foot, 4, 3)
    assert abs(climb_at(h, *foot, 3, -4)) < 5
    assert climb_at(h, *foot, 0, 0) == 0
    face = int(x) * 8 + 14, int(y) * 8 + 10
    assert climb_at(h, *face, 4, 3) < -40


def test_the_slope_can_be_asked_anywhere_even_off_the_map() -> None:
    h = heights([ACROSS], 50, 40, WIND)
    for x, y in ((-50, -50), (0, 0), (399, 319), (9999, 9999)):
        assert abs(climb_at(h, x, y, 1, 1)) <= 90


def test_a_crest_hides_along_its_height_but_not_at_its_horns() -> None:
    cells = crest_cells([ACROSS], 25, 20, WIND)
    assert cells[140 // 16, 200 // 16]
    assert not cells[60 // 16, 260 // 16]
    assert not cells[220 // 16, 150 // 16]
    assert not crest_cells([Crest(ACROSS.points, 1)], 25, 20, WIND).any()


def test_no_glance_slips_through_the_corners_of_a_crest() -> None:
    cells = crest_cells([Crest(((20, 300), (300, 20)), 6, "none")], 20, 20, WIND)
    for y in range(1, 20):
        for x in range(1, 20):
            if cells[y - 1, x] and cells[y, x - 1]:
                assert cells[y, x] or cells[y - 1, x - 1]


def test_a_crest_drowned_in_a_higher_dune_hides_nobody_on_its_own() -> None:
    drowned = Crest(((215, 60), (150, 140), (110, 220)), 2, "none")
    tall = Crest(((260, 60), (200, 140), (150, 220)), 7, "none")
    h = heights([tall, drowned], 50, 40, WIND)
    alone = crest_cells([tall], 25, 20, WIND, h)
    both = crest_cells([tall, drowned], 25, 20, WIND, h)
    assert int(both.sum()) - int(alone.sum()) <= 2


def test_a_dune_outside_the_map_is_no_trouble() -> None:
    far = Crest(((-900, -900), (-990, -800)), 5)
    assert not heights([far], 20, 20, WIND).any()
    assert not crest_cells([far], 20, 20, WIND).any()


@pytest.mark.parametrize(
    ("points", "height", "horns", "says"),
    [
        (((1, 1),), 3, "both", "2 points"),
        (((1, 1), (50, 50)), 8, "both", "1 to 7"),
        (((1, 1), (50, 50)), 3, "left", "both, start, end or none"),
    ],
)
def test_a_crest_that_cannot_be_says_why(
    points: tuple[tuple[int, int], ...], height: int, horns: str, says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        Crest(points, height, horns)  # type: ignore[arg-type]  # what a map may hold all the same


def test_still_air_has_no_lee() -> None:
    with pytest.raises(ValueError, match="direction"):
        heights([ACROSS], 10, 10, (0, 0))


def test_the_dunes_are_the_same_on_every_machine() -> None:
    h = heights(some_crests(11, 15, 640, 480), 80, 60, WIND)
    digest = hashlib.blake2b(h.astype("<i2").tobytes(), digest_size=8).hexdigest()
    assert digest == "abe80f56bbb5bf9d"


@pytest.mark.parametrize("seed", [1, 4])
def test_no_slip_face_is_climbed_unawares(seed: int) -> None:
    h = heights(some_crests(seed, 6, 30 * 16, 20 * 16), 60, 40, WIND)
    steep = steep_cells(h, STEEP_UNITS_PER_PX)
    directions = sorted({vector(heading, CELL_PX) for heading in range(0, TURN, 16)})
    for y, x in np.ndindex(h.shape):
        if not steep[y, x]:
            there = x * CELL_PX, y * CELL_PX
            assert max(climb_at(h, *there, *way) for way in directions) <= STEEP_UNITS_PER_PX
    assert 0 < steep.sum() < steep.size // 2

"""Maps of night shifts are sound, the same for the same seed, and can be done unseen."""

from pathlib import Path

import pytest

from game.content import load_level
from game.content.check import check_map
from game.content.country import Wild
from game.content.new_map import SHIFT, run
from game.content.shifts import kind_of
from game.content.tmx.findings import Severity
from game.lab.solver import solve
from game.sim.level import Kind, Spot

ONE_OF_EACH = {Wild.DUNES: 7, Wild.ROCKS: 6, Wild.RUINS: 3}


def drawn(folder: Path, seed: int) -> Path:
    run(folder / f"shift_{seed}", kind=SHIFT, seed=seed)
    return folder / f"shift_{seed}.tmx"


def test_every_shift_is_sound(tmp_path: Path) -> None:
    for seed in (*range(8), 20261122):
        findings = check_map(drawn(tmp_path, seed))

        assert [each for each in findings if each.severity < Severity.INFO] == []


def test_a_seed_is_the_same_shift_for_everybody(tmp_path: Path) -> None:
    first, other = (drawn(tmp_path, seed) for seed in (7, 8))
    (tmp_path / "again").mkdir()

    again = drawn(tmp_path / "again", 7)

    assert load_level(again).digest == load_level(first).digest != load_level(other).digest


@pytest.mark.parametrize("kind", list(Wild))
def test_a_shift_can_be_walked_unseen_in_every_country(tmp_path: Path, kind: Wild) -> None:
    seed = ONE_OF_EACH[kind]
    assert kind_of(seed) is kind
    assert solve(drawn(tmp_path, seed)).solvable


def test_a_shift_has_three_books_the_way_home_and_people_in_between(tmp_path: Path) -> None:
    weathers = set()
    for seed in range(8):
        level = load_level(drawn(tmp_path, seed))
        start, home = level.places_of(Spot.START)[0], level.places_of(Spot.EXIT)[0]
        kinds = [actor.kind for actor in level.actors]

        assert len(level.places_of(Spot.MARKER)) == 3
        assert len(level.goals) == 4
        assert abs(start.x - home.x) < 8 * 4096
        assert kinds.count(Kind.ROGUE) >= 5
        assert kinds.count(Kind.AMBUSHER) == 2
        assert Kind.SNAKE in kinds
        weathers.add((level.conditions.storms, level.conditions.clock_minutes))
    assert len(weathers) > 3

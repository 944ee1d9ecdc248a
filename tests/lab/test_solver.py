"""``suna solve`` says whether a map can be done unseen, and its way holds in the real night."""

import json
from pathlib import Path

import pytest

from game.content.paths import maps_folder
from game.lab.level_file import read_level
from game.lab.runner import play
from game.lab.solver import SolveError, run, solve

TESTS = maps_folder() / "test"


def test_a_way_that_is_found_is_unseen_in_the_real_night(tmp_path: Path) -> None:
    out, level = tmp_path / "way.json", tmp_path / "way.toml"
    assert run(TESTS / "crossing.tmx", out, level) == 0

    found = json.loads(out.read_text(encoding="utf-8"))
    assert found["version"] == 1
    assert found["solvable"] is True
    assert found["route"][0] == [27, 1]
    assert found["route"][-1][1] >= 5
    outcome, _ = play(read_level(level))
    assert outcome.passed, outcome.failures


def test_whoever_keeps_a_door_keeps_it() -> None:
    verdict = solve(TESTS / "corridor.tmx")
    assert verdict.solvable is False
    assert "there is no way to the_trove" in verdict.why


def test_what_walls_shut_off_needs_no_watcher() -> None:
    verdict = solve(TESTS / "walled_garden.tmx")
    assert verdict.solvable is False
    assert verdict.why == "walls shut her off from the_trove"


def test_where_only_a_doused_lamp_helps_it_is_undecided() -> None:
    verdict = solve(maps_folder() / "training" / "lamps.tmx")
    assert verdict.solvable is None
    assert verdict.disputed
    assert "in dispute" in verdict.why


def test_goals_that_open_on_the_way_and_the_way_out_belong_to_it() -> None:
    verdict = solve(TESTS / "trap.tmx")
    assert verdict.solvable is True
    tiles = [tile for tile, _ in verdict.route]
    assert (25, 3) in tiles
    assert tiles.index((25, 3)) < len(tiles) - 20  # and all the way back


def test_a_map_that_asks_for_nothing_is_told_so() -> None:
    with pytest.raises(SolveError, match=r"beat\.tmx: it asks for nothing that can be walked to"):
        solve(TESTS / "beat.tmx")

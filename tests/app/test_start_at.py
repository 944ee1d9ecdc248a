"""``--start-at``: a night begins at any object of a map, by its id or name."""

from functools import cache
from pathlib import Path

import pytest

from game.app.night import NightScene
from game.app.nights import LoadedNights, NightError
from game.app.preparing import Wanted
from game.cli import COMMANDS, run_command
from game.content.levels import LoadedMap, load_map
from game.content.new_map import run as new_map
from game.content.paths import maps_folder
from game.content.tmx.findings import Findings
from game.content.tmx.reader import read_map
from game.core.units import tile_of
from tests.app.screen import nights, screen

LAMPS = maps_folder() / "training" / "lamps.tmx"


@cache
def loaded(path: Path) -> LoadedMap:
    return load_map(path)


def tile_at(own_home: Path, start_at: str, path: Path = LAMPS) -> tuple[int, int]:
    """The tile that she begins on."""
    all_of_it = LoadedNights(path, nights().library, nights().sound, _maps={path: loaded(path)})
    scene = all_of_it.wanted(screen(own_home).desk, Wanted(path, seed=1, start_at=start_at))
    assert isinstance(scene, NightScene)
    her = scene.night.world.sakura
    return tile_of(her.x), tile_of(her.y)


def test_she_begins_at_a_place_or_a_lamp_by_name(own_home: Path) -> None:
    assert tile_at(own_home, "the_water") == (30, 26)
    assert tile_at(own_home, "west_lamp") == (25, 24)


def test_she_begins_a_few_steps_behind_somebody(own_home: Path) -> None:
    # he stands at (30, 20) and looks south
    assert tile_at(own_home, "the_sentry") == (30, 16)


def test_every_object_that_can_be_selected_in_tiled_will_do(
    own_home: Path, tmp_path: Path
) -> None:
    new_map(tmp_path / "mine")
    path = tmp_path / "mine.tmx"
    for each in read_map(path, Findings()).objects():
        column, row = tile_at(own_home, str(each.id), path)
        x, y = each.middle()

        assert abs(column - tile_of(x)) <= 12
        assert abs(row - tile_of(y)) <= 12


def test_an_unknown_object_is_told_with_the_nearest_name(own_home: Path) -> None:
    with pytest.raises(NightError, match="did you mean the_water"):
        tile_at(own_home, "the_watr")
    with pytest.raises(NightError, match="the map has no object"):
        tile_at(own_home, "4711")


def test_what_tiled_says_when_nothing_is_selected_means_her_own_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[object] = []

    def play(*words: object) -> int:
        asked.append(words[3])
        return 0

    monkeypatch.setattr("game.app.main.run_play", play)
    for word in ("%objectid", "", "12"):
        run_command(["play", str(LAMPS), "--start-at", word], COMMANDS, lambda: 9)

    assert asked == [None, None, "12"]

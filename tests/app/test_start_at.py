"""``--start-at``: a night begins at any object of a map, by its id or name."""

from pathlib import Path

import pytest

from game.app.night import NightScene
from game.app.nights import LoadedNights, NightError
from game.app.preparing import Wanted
from game.cli import COMMANDS, run_command
from game.content.levels import load_map
from game.content.paths import maps_folder
from game.content.tmx.findings import Findings
from game.content.tmx.reader import read_map
from game.core.units import tile_of
from tests.app.screen import nights, screen

LAMPS = maps_folder() / "training" / "lamps.tmx"


def tile_at(own_home: Path, start_at: str) -> tuple[int, int]:
    """The tile that she begins on."""
    loaded = LoadedNights(LAMPS, nights().library, nights().sound, _maps={LAMPS: load_map(LAMPS)})
    scene = loaded.wanted(screen(own_home).desk, Wanted(LAMPS, seed=1, start_at=start_at))
    assert isinstance(scene, NightScene)
    her = scene.night.world.sakura
    return tile_of(her.x), tile_of(her.y)


def test_she_begins_at_a_place_a_person_or_a_lamp_by_name(own_home: Path) -> None:
    assert tile_at(own_home, "the_water") == (30, 26)
    assert tile_at(own_home, "the_sentry") == (30, 20)
    assert tile_at(own_home, "west_lamp") == (25, 24)


def test_every_object_that_can_be_selected_in_tiled_will_do(own_home: Path) -> None:
    for each in read_map(LAMPS, Findings()).objects():
        column, row = tile_at(own_home, str(each.id))
        x, y = each.middle()

        assert abs(column - tile_of(x)) <= 8
        assert abs(row - tile_of(y)) <= 8


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

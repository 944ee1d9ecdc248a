"""A new map can be played and checked at once, wherever it is made."""

from pathlib import Path

import pytest

from game.content import load_level
from game.content.check import check_map
from game.content.check import run as check
from game.content.errors import InputError
from game.content.new_map import run
from game.content.paths import maps_folder


def test_a_new_map_brings_its_tilesets_and_is_sound(tmp_path: Path) -> None:
    assert run(tmp_path / "mine") == 0

    level = load_level(tmp_path / "mine.tmx")
    assert level.goals[0].target == "way out"
    assert check_map(tmp_path / "mine.tmx") == ()
    assert check([tmp_path / "mine.tmx"], strict=True) == 0
    for name in ("rules/rules.txt", "extensions/suna.mjs", "suna.local.tiled-project"):
        assert (tmp_path / name).exists()
    assert (tmp_path / "suna.tiled-project").exists()
    assert (tmp_path / "templates" / "patrol.tx").exists()


def test_a_second_map_in_a_folder_of_the_project_uses_what_is_there(tmp_path: Path) -> None:
    run(tmp_path / "one")
    (tmp_path / "more").mkdir()
    (tmp_path / "templates" / "patrol.tx").write_text("mine")

    assert run(tmp_path / "more" / "two.tmx") == 0
    assert load_level(tmp_path / "more" / "two.tmx").digest == load_level(
        tmp_path / "one.tmx"
    ).digest
    assert sorted(path.name for path in (tmp_path / "more").iterdir()) == ["two.tmx"]
    assert (tmp_path / "templates" / "patrol.tx").read_text() == "mine"


def test_no_map_is_written_over_and_no_folder_made_up(tmp_path: Path) -> None:
    (tmp_path / "a.tmx").write_text("mine")

    with pytest.raises(InputError, match="already"):
        run(tmp_path / "a")
    with pytest.raises(InputError, match="does not exist"):
        run(tmp_path / "no" / "a")
    assert (tmp_path / "a.tmx").read_text() == "mine"


@pytest.mark.parametrize("name", ["", "."])
def test_a_map_without_a_name_is_refused_in_one_line(name: str) -> None:
    with pytest.raises(InputError, match="needs a name"):
        run(name)


def test_every_map_that_comes_with_the_game_is_sound() -> None:
    assert check([maps_folder()]) == 0

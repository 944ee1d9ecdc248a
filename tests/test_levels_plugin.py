"""The pytest plugin takes test levels for its own, and nobody else's files."""

from pathlib import Path

import pytest

from suna_levels import is_level

LEVEL = 'map = "lee.tmx"\nstory = "She walks."\n[[do]]\nat = 0\nwalk = "rock_a"\n'


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_map_and_something_to_do_make_a_level(tmp_path: Path) -> None:
    assert is_level(write(tmp_path, "lee.toml", LEVEL))


@pytest.mark.parametrize(
    "text",
    [
        "",
        '[project]\nname = "someone"\n',
        'map = "lee.tmx"\n',
        'map = "lee.tmx"\ndo = []\n',
        'map = "lee.tmx"\ndo = "walk"\n',
        '[map]\nfile = "x"\n[[do]]\nat = 0\n',
        "[[do]]\nat = 0\n",
        "map = \n",
    ],
)
def test_other_toml_is_left_alone(tmp_path: Path, text: str) -> None:
    assert not is_level(write(tmp_path, "other.toml", text))


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    assert not is_level(write(tmp_path, "lee.txt", LEVEL))
    assert not is_level(tmp_path / "missing.toml")
    (tmp_path / "folder.toml").mkdir()
    assert not is_level(tmp_path / "folder.toml")

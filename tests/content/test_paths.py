"""The game finds its own files in every form it is shipped in, and keeps the player's apart."""

from pathlib import Path

import pytest

from game.content import paths


def make_package(root: Path) -> Path:
    package = root / "game"
    package.mkdir(parents=True)
    return package


def test_a_checkout_uses_its_plain_folders(tmp_path: Path) -> None:
    package = make_package(tmp_path)
    (tmp_path / "pyproject.toml").touch()
    (package / "_data").mkdir()
    assert paths.find_data_folder(package) == tmp_path


def test_an_installed_game_uses_what_came_inside_it(tmp_path: Path) -> None:
    package = make_package(tmp_path / "site-packages")
    assert paths.find_data_folder(package) == package / "_data"


def test_this_checkout_has_its_art() -> None:
    assert paths.assets_folder().is_dir()


def test_suna_home_takes_everything_of_the_players(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUNA_HOME", str(tmp_path))
    folders = {
        paths.saves_folder(),
        paths.recordings_folder(),
        paths.settings_folder(),
        paths.cache_folder(),
    }
    assert {folder.parent for folder in folders} == {tmp_path}
    assert len(folders) == 4
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("value", [None, ""])
def test_otherwise_the_system_decides(value: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SUNA_HOME")
    if value is not None:
        monkeypatch.setenv("SUNA_HOME", value)
    assert "suna-night-patrol" in paths.saves_folder().parts
    assert "suna-night-patrol" in paths.settings_folder().parts
    assert paths.saves_folder() != paths.recordings_folder()

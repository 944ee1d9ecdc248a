"""The pytest plugin takes test levels for its own, and nobody else's files."""

import subprocess
import sys
from pathlib import Path

import pytest

from suna_levels import is_level

LEVEL = (
    'map = "lee.tmx"\nstory = "She walks."\n[[do]]\nat = 0\nwalk = "rock_a"\n'
    '[[expect]]\nevent = "Arrived"\n'
)


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_map_and_something_to_do_make_a_level(tmp_path: Path) -> None:
    assert is_level(write(tmp_path, "lee.toml", LEVEL))


def test_a_level_may_go_on_from_another(tmp_path: Path) -> None:
    assert is_level(write(tmp_path, "lee.toml", LEVEL.replace("map =", "from =")))


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


def run_pytest(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run pytest with the plugin in a repository that is not ours."""
    root = Path(__file__).resolve().parents[1]
    program = f"import sys; sys.path.append({str(root)!r}); import pytest; sys.exit(pytest.main())"
    return subprocess.run(
        [sys.executable, "-P", "-c", program, "-p", "suna_levels", "-q", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_levels_are_found_beside_anyones_tests(tmp_path: Path) -> None:
    write(tmp_path, "lee.toml", LEVEL)
    write(tmp_path, "settings.toml", 'map = "lee.tmx"\n')
    write(tmp_path, "test_theirs.py", "def test_it():\n    pass\n")
    said = run_pytest(tmp_path, "--collect-only").stdout
    assert "lee.toml::lee" in said
    assert "2 tests collected" in said


def test_a_level_that_cannot_be_used_is_told_without_a_traceback(tmp_path: Path) -> None:
    write(tmp_path, "lee.toml", LEVEL)
    done = run_pytest(tmp_path)
    assert done.returncode == 1
    assert "1 failed" in done.stdout
    assert "lee.tmx" in done.stdout
    assert "suna_levels.py" not in done.stdout


def test_a_repository_with_a_game_of_its_own_keeps_it(tmp_path: Path) -> None:
    write(tmp_path, "game.py", "SCORE = 3\n")
    write(tmp_path, "test_theirs.py", "import game\n\ndef test_it():\n    assert game.SCORE\n")
    assert "1 passed" in run_pytest(tmp_path).stdout

"""Levels prove rules: without its rule, a level falls short."""

from pathlib import Path

import pytest

from game.content.paths import maps_folder
from game.lab.level_file import LevelFileError, TestLevel, read_level
from game.lab.mutation import RULES, run_mutated, survives, switched_off
from game.lab.runner import find_levels
from game.sim import tuning

FOLDER = maps_folder() / "test"


def levels() -> list[TestLevel]:
    return [read_level(path) for path in find_levels([FOLDER])]


def written(folder: Path, proves: str, expect: str) -> Path:
    path = folder / "level.toml"
    path.write_text(
        f'map = "{(FOLDER / "open_sand.tmx").as_posix()}"\nstory = "She stands there."\n'
        f'watchdog = 60\nproves = "{proves}"\n[[do]]\nwait = 10\n[[expect]]\nevent = "{expect}"\n',
        encoding="utf-8",
    )
    return path


def test_every_rule_of_the_table_is_proved_by_a_level() -> None:
    assert {level.proves for level in levels() if level.proves} == set(RULES)


def test_a_rule_is_on_again_after_it_was_off() -> None:
    before = tuning.LAMP_LIGHT
    with switched_off("LAMP_LIGHT"):
        assert tuning.LAMP_LIGHT == (0, 0)
    assert before == tuning.LAMP_LIGHT


def short_proofs() -> list[TestLevel]:
    """Levels that prove a rule and need no other level played before them."""
    return [level for level in levels() if level.proves and level.start_level is None]


@pytest.mark.parametrize("level", short_proofs(), ids=lambda level: level.name)
def test_without_its_rule_a_level_falls_short(level: TestLevel) -> None:
    assert not survives(level)


def test_a_level_that_does_not_need_its_rule_is_found_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, "QUICKSAND", "Arrived")
    assert run_mutated([path]) == 1
    assert "passes with QUICKSAND switched off" in capsys.readouterr().out


def test_a_level_that_needs_its_rule_is_praised(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_mutated([FOLDER / "quicksand_slows.toml"]) == 0
    assert "1 levels prove their rule" in capsys.readouterr().out


def test_an_unknown_rule_is_named_with_what_was_meant(tmp_path: Path) -> None:
    level = read_level(written(tmp_path, "QUICKSANDS", "Arrived"))
    with pytest.raises(LevelFileError, match="no rule QUICKSANDS; did you mean QUICKSAND"):
        survives(level)

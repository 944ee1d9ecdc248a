"""What steps of a level do, and how events are held against what is expected of them."""

from pathlib import Path

import pytest

from game.content.paths import maps_folder
from game.core import headings
from game.lab.level_file import LevelFileError, TestLevel, read_level
from game.lab.runner import Run, begin, play
from game.sim import tuning

FOLDER = maps_folder() / "test"


def level(folder: Path, steps: str, expect: str, map_name: str = "friends") -> TestLevel:
    path = folder / "level.toml"
    path.write_text(
        f'map = "{(FOLDER / f"{map_name}.tmx").as_posix()}"\nstory = "A level."\n'
        f"watchdog = 900\n{steps}\n{expect}\n",
        encoding="utf-8",
    )
    return read_level(path)


def played(a_level: TestLevel, ticks: int) -> Run:
    run = begin(a_level)
    for _ in range(ticks):
        run.tick()
    return run


ANY = '[[expect]]\nevent = "Ended"'


def test_who_is_followed_is_reached(tmp_path: Path) -> None:
    run = played(level(tmp_path, '[[do]]\nfollow = "friend"\ngait = "sneak"', ANY), 600)
    her = run.world.sakura
    friend = next(mind for mind in run.world.minds if mind.name == "friend")
    away = headings.distance(friend.x - her.x, friend.y - her.y)
    assert away <= tuning.STRIKE_REACH_SUB


def test_walking_backwards_she_looks_where_she_came_from(tmp_path: Path) -> None:
    run = played(level(tmp_path, "[[do]]\nwalk = [2, 6]\nbackwards = true", ANY), 40)
    assert abs(headings.turn_between(run.world.sakura.heading, headings.EAST)) < 32
    assert abs(headings.turn_between(run.world.sakura.course, headings.WEST)) < 32


def test_a_cause_can_be_asked_for(tmp_path: Path) -> None:
    steps = '[[do]]\nwalk = "middle"\n[[do]]\nwalk = [9, 5]'
    for gait, passes in (("walk", True), ("sneak", False)):
        expect = f'[[expect]]\nevent = "Spotted"\ncause.gait = "{gait}"\nby = 500'
        outcome, _ = play(level(tmp_path, steps, expect, "open_sand"))
        assert outcome.passed is passes


def test_a_cause_has_no_other_fields(tmp_path: Path) -> None:
    expect = '[[expect]]\nevent = "Spotted"\ncause.mood = "bad"'
    with pytest.raises(LevelFileError, match="a cause has no field mood; it has who, sense"):
        level(tmp_path, "[[do]]\nwait = 1", expect)

"""Levels are run without a screen; what fell short is told with tick, place and causes."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from game.content import load_level
from game.lab.level_file import LevelFileError, read_level
from game.lab.recording import verify
from game.lab.runner import begin, find_levels, outcome_of, play, run_paths
from tests.lab.small import LEAVES, make_map, write_level


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one small map."""
    folder = tmp_path_factory.mktemp("levels")
    make_map(folder)
    return folder


def failure(folder: Path, text: str) -> str:
    """The one thing in which a level falls short."""
    outcome, _ = play(read_level(write_level(folder, text)))
    assert not outcome.passed
    (told,) = outcome.failures
    return told


def test_a_level_passes_as_soon_as_all_has_come(folder: Path) -> None:
    outcome, recording = play(read_level(write_level(folder, LEAVES)))
    assert outcome.passed
    assert outcome.failures == ()
    assert 300 < outcome.ticks < 900
    assert len(recording.commands) == outcome.ticks
    assert recording.hashes[-1] == outcome.hash


def test_a_level_runs_the_same_every_time(folder: Path) -> None:
    level = read_level(write_level(folder, LEAVES))
    assert play(level)[0].hash == play(level)[0].hash
    assert play(level, seed=8)[0].hash != play(level)[0].hash


def test_a_night_kept_and_taken_up_again_goes_on_to_the_bit(folder: Path) -> None:
    plain, kept = (
        LEAVES.replace("[[do]]", f"[[do]]\n{step}\n[[do]]", 1)
        for step in ("wait = 1", "reload = true")
    )
    hashes = [play(read_level(write_level(folder, text)))[0].hash for text in (plain, kept)]
    assert hashes[0] == hashes[1]


def test_who_tries_again_goes_on_from_there_and_what_was_played_before_is_gone(
    folder: Path,
) -> None:
    first = '[[do]]\npress = "sense"\n[[do]]\nwait = 60\n[[do]]\nretry = "Sensed"\n[[do]]'
    level = read_level(write_level(folder, LEAVES.replace("[[do]]", first, 1)))
    outcome, recording = play(level)
    assert outcome.passed
    assert len(recording.commands) == outcome.ticks
    assert verify(recording, load_level(level.map_path)).same


def test_nobody_goes_back_to_what_has_not_been(folder: Path) -> None:
    text = LEAVES.replace("[[do]]", '[[do]]\nretry = "HeWakes"\n[[do]]', 1)
    with pytest.raises(LevelFileError, match="there has been no HeWakes to go back to"):
        play(read_level(write_level(folder, text)))


def test_a_level_comes_out_the_same_whether_it_is_taken_down_or_not(folder: Path) -> None:
    level = read_level(write_level(folder, LEAVES))
    taken, alone = play(level)[0], outcome_of(level)
    assert (alone.hash, alone.ticks, alone.passed) == (taken.hash, taken.ticks, taken.passed)
    with pytest.raises(ValueError, match="was not taken down"):
        begin(level, recorded=False).recording()


def test_what_does_not_come_in_time_is_told_where_she_was(folder: Path) -> None:
    told = failure(folder, LEAVES + "by = 60\n")
    assert told.startswith("tick 61, she is at tile ")
    assert "by tick 60 expected GoalReached()" in told
    assert f"see it: suna play {folder / 'level.toml'}" in told


def test_the_watchdog_says_what_is_missing_and_how_far_she_came(folder: Path) -> None:
    text = 'watchdog = 90\n' + LEAVES.replace("event =", "count = 2\nevent =")
    told = failure(folder, text.replace("[[do]]", "[[do]]\nwait = 5\n[[do]]"))
    assert "within 90 ticks expected GoalReached() 2 times" in told
    assert "[[do]] 2 of 2" in told


def test_what_must_never_happen_ends_the_level_with_the_event(folder: Path) -> None:
    told = failure(folder, LEAVES + '[[never]]\nevent = "Arrived"\nwhere = "way out"\n')
    assert "never expected Arrived(where = 'way out')" in told


def test_what_must_not_happen_until_a_tick_may_happen_after_it(folder: Path) -> None:
    level = LEAVES + '[[never]]\nevent = "Arrived"\nwhere = "way out"\nby = 60\n'
    assert play(read_level(write_level(folder, level)))[0].passed


def test_a_level_goes_on_where_another_reached_an_event(folder: Path) -> None:
    write_level(folder, LEAVES.replace('event = "GoalReached"', 'event = "Arrived"'), "first.toml")
    text = LEAVES.replace('map = "small.tmx"', 'from = "first.toml@Arrived"')
    outcome, recording = play(read_level(write_level(folder, text, "second.toml")))
    assert outcome.passed
    assert recording.header.snapshot
    whole, _ = play(read_level(write_level(folder, LEAVES)))
    assert outcome.ticks < whole.ticks


def test_an_event_that_is_never_reached_is_told(folder: Path) -> None:
    text = LEAVES.replace('map = "small.tmx"', 'from = "short.toml@Hurt"')
    for watchdog in (50, 3000):
        write_level(folder, f"watchdog = {watchdog}\n" + LEAVES, "short.toml")
        with pytest.raises(LevelFileError, match="does not come to Hurt with seed 7"):
            play(read_level(write_level(folder, text, "second.toml")))


def test_a_level_whose_night_ends_too_soon_falls_short_at_once(folder: Path) -> None:
    told = failure(folder, LEAVES + '[[expect]]\nevent = "GustBegan"\n')
    assert "expected GustBegan()" in told


def test_levels_are_found_in_order_and_other_toml_is_left_alone(tmp_path: Path) -> None:
    for name in ("b.toml", "a.toml"):
        write_level(tmp_path, LEAVES, name)
    write_level(tmp_path, "[tool]\nname = 1\n", "pyproject.toml")
    assert [path.name for path in find_levels([tmp_path])] == ["a.toml", "b.toml"]
    with pytest.raises(LevelFileError, match="no such file"):
        find_levels([tmp_path / "missing"])


def test_many_runs_are_summed_up_for_people_and_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_map(tmp_path)
    write_level(tmp_path, LEAVES, "a.toml")
    write_level(tmp_path, "watchdog = 30\n" + LEAVES, "b.toml")
    alone, together = tmp_path / "1.json", tmp_path / "2.json"
    junit = tmp_path / "junit.xml"
    assert run_paths([tmp_path], jobs=1, json_path=alone, junit_path=junit) == 1
    said = capsys.readouterr().out
    assert "b.toml: FAILED" in said
    assert "1 passed, 1 failed" in said
    assert run_paths([tmp_path], jobs=2, json_path=together) == 1
    tables = [json.loads(path.read_text()) for path in (alone, together)]
    keys = ("name", "passed", "ticks", "hash", "failures", "file")
    first, second = ([{k: e[k] for k in keys} for e in t["levels"]] for t in tables)
    assert first == second
    assert tables[0]["version"] == 1
    suite = ElementTree.parse(junit).getroot()
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")


def test_seeds_make_one_run_each(folder: Path, tmp_path: Path) -> None:
    path, found = write_level(folder, LEAVES), tmp_path / "out.json"
    assert run_paths([path], seeds=range(3, 5), json_path=found) == 0
    hashes = [level["hash"] for level in json.loads(found.read_text())["levels"]]
    assert len(hashes) == 2
    assert hashes[0] != hashes[1]


def test_nothing_to_run_is_told(tmp_path: Path) -> None:
    with pytest.raises(LevelFileError, match="no test levels"):
        run_paths([tmp_path])

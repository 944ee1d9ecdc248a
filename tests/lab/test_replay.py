"""``suna replay``: proves a recorded night on this machine, and finds where two of them part."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.cli import main
from game.content import load_level
from game.lab.recording import Recorder, Recording
from game.sim.command import Button, Command
from game.sim.level import Level
from game.sim.tick import step
from game.sim.world import World
from tests.lab.small import make_map

TICKS = 200


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one small map."""
    folder = tmp_path_factory.mktemp("nights")
    make_map(folder)
    return folder


@pytest.fixture(scope="module")
def level(folder: Path) -> Level:
    return load_level(folder / "small.tmx")


def record(
    folder: Path, level: Level, name: str, seed: int = 5, changed: dict[int, Command] | None = None
) -> Path:
    """A night of walking about; ``changed`` gives other commands for some ticks."""
    world = World.new(level, seed)
    recorder = Recorder(world, folder / "small.tmx")
    for tick in range(TICKS):
        command = (changed or {}).get(tick, Command(move=tick // 30 * 5 % 64))
        recorder.note(world, command)
        step(world, command)
    path = folder / name
    recorder.finish(world).save(path)
    return path


def test_a_night_recorded_here_is_the_same_night(
    folder: Path, level: Level, capsys: pytest.CaptureFixture[str]
) -> None:
    path = record(folder, level, "night.suna")
    assert main(["replay", str(path), "--verify"]) == 0
    assert f"the same night, {TICKS} ticks" in capsys.readouterr().out


def test_a_night_that_went_otherwise_is_told_with_the_tick(
    folder: Path, level: Level, capsys: pytest.CaptureFixture[str]
) -> None:
    path = record(folder, level, "night.suna")
    taken = Recording.load(path)
    hashes = [*taken.hashes]
    hashes[2] = "0" * 32
    replace(taken, hashes=tuple(hashes)).save(path)
    assert main(["replay", str(path), "--verify"]) == 1
    assert "another night from tick 60 to 120" in capsys.readouterr().out


@pytest.mark.parametrize("way", ["--verify", "--diff"])
def test_a_file_that_is_no_recording_is_one_line_and_exit_code_two(
    way: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "night.suna"
    path.write_bytes(b"not a night")
    assert main(["replay", str(path), way, *([str(path)] if way == "--diff" else [])]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "not a recorded night" in said


def test_after_the_map_has_changed_the_recording_says_so(
    folder: Path, level: Level, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = record(folder, level, "night.suna")
    taken = Recording.load(path)
    header = taken.header.__class__(
        game="0", map=taken.header.map, map_hash="ab" * 16, seed=5, rules=taken.header.rules
    )
    replace(taken, header=header).save(tmp_path / "other.suna")
    assert main(["replay", str(tmp_path / "other.suna"), "--verify"]) == 2
    assert "which has changed since" in capsys.readouterr().err


def test_two_equal_nights_do_not_differ(
    folder: Path, level: Level, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = record(folder, level, "one.suna"), record(folder, level, "two.suna")
    assert main(["replay", str(one), "--diff", str(two)]) == 0
    assert f"the same night, {TICKS} ticks" in capsys.readouterr().out


def test_a_key_that_does_nothing_is_told_to_do_nothing(
    folder: Path, level: Level, capsys: pytest.CaptureFixture[str]
) -> None:
    one = record(folder, level, "one.suna")
    two = record(folder, level, "two.suna", changed={75: Command(move=10, choice=3)})
    assert main(["replay", str(one), "--diff", str(two)]) == 1
    assert "tick 75: the commands differ\nnothing comes of it" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("tick", "command", "told"),
    [
        (75, Command(move=10, buttons=Button.LOOK), "tick 76: sakura.buttons"),
        (119, Command(), "tick 120: sakura."),
        (120, Command(), "tick 121: sakura."),
        (TICKS - 1, Command(), f"tick {TICKS}: sakura."),
    ],
)
def test_the_first_tick_and_part_that_differ_are_named(
    tick: int,
    command: Command,
    told: str,
    folder: Path,
    level: Level,
    capsys: pytest.CaptureFixture[str],
) -> None:
    one = record(folder, level, "one.suna")
    two = record(folder, level, "two.suna", changed={tick: command})
    assert main(["replay", str(one), "--diff", str(two)]) == 1
    said = capsys.readouterr().out
    assert f"tick {tick}: the commands differ" in said
    assert told in said


def test_nights_of_other_seeds_part_at_once(
    folder: Path, level: Level, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = record(folder, level, "one.suna"), record(folder, level, "two.suna", seed=6)
    assert main(["replay", str(one), "--diff", str(two)]) == 1
    assert "tick 0: seed: 5 and 6" in capsys.readouterr().out


def test_the_same_commands_with_other_hashes_were_played_elsewhere(
    folder: Path, level: Level, capsys: pytest.CaptureFixture[str]
) -> None:
    one = record(folder, level, "one.suna")
    taken = Recording.load(one)
    for number, tick in ((2, 120), (len(taken.hashes) - 1, TICKS)):
        hashes = [*taken.hashes]
        hashes[number] = "0" * 32
        replace(taken, hashes=tuple(hashes)).save(folder / "two.suna")
        assert main(["replay", str(one), "--diff", str(folder / "two.suna")]) == 1
        assert f"tick {tick}: recorded with different hashes" in capsys.readouterr().out


def test_a_night_that_goes_on_longer_is_told(
    folder: Path, level: Level, capsys: pytest.CaptureFixture[str]
) -> None:
    one = record(folder, level, "one.suna")
    taken = Recording.load(one)
    short = replace(taken, commands=taken.commands[:120], hashes=taken.hashes[:3])
    short.save(folder / "two.suna")
    assert main(["replay", str(one), "--diff", str(folder / "two.suna")]) == 1
    assert "alike for 120 ticks, then one ends" in capsys.readouterr().out

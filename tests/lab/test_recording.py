"""A recorded night is a small file that plays again to the bit, and refuses to be anything else."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.lab.recording import (
    HASH_EVERY_TICKS,
    MAGIC,
    Recorder,
    Recording,
    RecordingError,
    find_map,
    verify,
)
from game.sim.command import Button, Command, Gait
from game.sim.events import Event
from game.sim.level import Kind, Level
from game.sim.tick import step
from game.sim.world import Rules, World
from tests.sim.nights import Person, night, put

MAP = Path("small.tmx")
TICKS = 150


def camp() -> Level:
    text = "..........\n.@..P.....\n......R...\n"
    level = night(text, P=Person(Kind.PATROL), R=Person(Kind.ROGUE)).level
    return replace(level, digest="ab" * 16)


LEVEL = camp()


def command_at(tick: int) -> Command:
    buttons = Button.STRIKE if tick % 50 < 3 else Button(0)
    return Command(move=tick // 20 * 9 % 64, gait=Gait(tick // 60 % 4), buttons=buttons)


def record(world: World, ticks: int = TICKS) -> Recorder:
    recorder = Recorder(world, MAP)
    for tick in range(ticks):
        recorder.note(world, command_at(tick))
        step(world, command_at(tick))
    return recorder


@pytest.fixture
def recording() -> Recording:
    world = World.new(LEVEL, 5, Rules(marks=2))
    return record(world).finish(world)


@pytest.mark.parametrize("ticks", [0, 1, HASH_EVERY_TICKS, HASH_EVERY_TICKS + 1, TICKS])
def test_a_recording_of_any_length_is_read_as_it_was_written(ticks: int, tmp_path: Path) -> None:
    world = World.new(LEVEL, 5)
    taken = record(world, ticks).finish(world)
    path = tmp_path / "deep" / "night.suna"
    taken.save(path)
    assert Recording.load(path) == taken
    assert verify(taken, LEVEL).same
    assert len(taken.hashes) == -(-ticks // HASH_EVERY_TICKS) + 1


def replayed(recording: Recording) -> list[Event]:
    world = recording.begin(LEVEL)
    return [event for command in recording.commands for event in step(world, command)]


def test_it_plays_again_to_the_same_hash_and_the_same_events(recording: Recording) -> None:
    verdict = verify(recording, LEVEL)
    assert verdict.same
    assert verdict.ticks == TICKS
    events = replayed(recording)
    assert events == replayed(recording)
    assert len(events) > 5


def test_rules_and_seed_are_part_of_the_recording(recording: Recording) -> None:
    world = recording.begin(LEVEL)
    assert (world.seed, world.rules) == (5, Rules(marks=2))


def test_another_command_is_another_night_from_its_next_checkpoint_on(
    recording: Recording,
) -> None:
    commands = list(recording.commands)
    commands[70] = Command(move=40, gait=Gait.RUN)
    verdict = verify(replace(recording, commands=tuple(commands)), LEVEL)
    assert not verdict.same
    assert verdict.tick == 120
    assert verdict.expected == recording.hashes[2] != verdict.found


def test_a_recording_can_begin_in_the_middle_of_a_night(tmp_path: Path) -> None:
    world = World.new(LEVEL, 5)
    record(world, 77)
    recorder = record(world, 90)
    taken = recorder.finish(world)
    taken.save(tmp_path / "night.suna")
    again = Recording.load(tmp_path / "night.suna")
    assert again.begin(LEVEL).tick == 77
    assert verify(again, LEVEL).same


def test_a_night_that_begins_elsewhere_on_the_map_is_recorded_so() -> None:
    world = World.new(LEVEL, 5)
    put(world.sakura, 7, 2)
    assert verify(record(world).finish(world), LEVEL).same


@pytest.mark.parametrize("ticks", [0, 59, 60, 61, 120])
def test_taken_up_again_from_a_tick_the_rest_is_forgotten(ticks: int) -> None:
    world = World.new(LEVEL, 5)
    recorder = record(world, 0)
    saved = world.snapshot()
    for tick in range(TICKS):
        if tick == ticks:
            saved = world.snapshot()
        recorder.note(world, command_at(tick))
        step(world, command_at(tick))
    recorder.cut(ticks)
    world = World.restore(saved, LEVEL)
    for _ in range(70):
        recorder.note(world, Command(move=3))
        step(world, Command(move=3))
    taken = recorder.finish(world)
    assert len(taken.commands) == ticks + 70
    assert verify(taken, LEVEL).same


def test_on_a_changed_map_it_is_not_played(recording: Recording) -> None:
    with pytest.raises(RecordingError, match="has changed since"):
        recording.begin(replace(LEVEL, digest="cd" * 16))


def test_a_damaged_beginning_is_told(recording: Recording) -> None:
    bent = Recording(
        recording.header.__class__(
            game="0", map="small.tmx", map_hash=LEVEL.digest, seed=1, rules=Rules(),
            snapshot=b"SUNANIGHT" + bytes(60),
        ),
        recording.commands,
        recording.hashes,
    )
    with pytest.raises(RecordingError, match="cannot begin"):
        bent.begin(LEVEL)


def test_a_file_cut_short_anywhere_is_refused(recording: Recording, tmp_path: Path) -> None:
    path = tmp_path / "night.suna"
    recording.save(path)
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        with pytest.raises(RecordingError, match=r"night\.suna"):
            Recording.load(path)


def test_one_changed_byte_anywhere_is_refused(recording: Recording, tmp_path: Path) -> None:
    path = tmp_path / "night.suna"
    recording.save(path)
    whole = path.read_bytes()
    for at in range(len(whole)):
        bent = bytearray(whole)
        bent[at] ^= 0x15
        path.write_bytes(bent)
        with pytest.raises(RecordingError):
            Recording.load(path)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "not a recorded night"),
        (b"PNG and so on and on", "not a recorded night"),
        (MAGIC + b"\x09" + bytes(40), "format 9"),
    ],
)
def test_another_file_is_told_apart(data: bytes, told: str, tmp_path: Path) -> None:
    path = tmp_path / "night.suna"
    path.write_bytes(data)
    with pytest.raises(RecordingError, match=told):
        Recording.load(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="cannot be read"):
        Recording.load(tmp_path / "missing.suna")


def test_its_map_is_found_among_the_games_maps_and_beside_the_file(
    recording: Recording, tmp_path: Path
) -> None:
    path = tmp_path / "night.suna"
    with pytest.raises(RecordingError, match=r"small\.tmx is not there"):
        find_map(recording.header, path)
    (tmp_path / "small.tmx").touch()
    assert find_map(recording.header, path) == tmp_path / "small.tmx"


def test_no_path_of_one_machine_is_kept_of_the_games_own_maps() -> None:
    shipped = Path(__file__).resolve().parents[2] / "maps" / "test" / ".." / "suna.tmx"
    recorder = Recorder(World.new(LEVEL), shipped)
    assert recorder.header.map == "suna.tmx"
    assert find_map(recorder.header, Path("night.suna")).is_file()

"""Every event is heard or silent on purpose, every file has its use, and mistakes are told."""

import shutil
from pathlib import Path

import pytest

from game.audio.player import sounds_of_the_program
from game.audio.table import TABLE, SoundTableError, read_table, step_name
from game.content.paths import assets_folder
from game.sim.vocabulary import event_types

ASSETS = assets_folder()


def test_every_event_is_heard_or_silent_on_purpose() -> None:
    table = read_table(ASSETS)
    told = {*table.rows, *table.silent}
    assert sorted(set(event_types()) - told) == []
    assert sorted(set(table.rows) & set(table.silent)) == []
    assert len(event_types()) > 70


def test_silence_says_why() -> None:
    assert [name for name, why in read_table(ASSETS).silent.items() if len(why) < 5] == []


def test_every_file_exists_and_none_is_unused() -> None:
    table = read_table(ASSETS)
    sounds = {file for name in table.sounds for file in table.files(name)}
    assert sounds == {path.stem for path in (ASSETS / "sound").glob("*.ogg")}
    music = {*table.layers(), table.music.title}
    assert music == {path.stem for path in (ASSETS / "music").glob("*.ogg")}


def test_every_sound_is_played_by_something() -> None:
    table = read_table(ASSETS)
    used = {row.sound for rows in table.rows.values() for row in rows}
    used |= {*table.poses.values(), *sounds_of_the_program()}
    used |= {
        step_name(family, fall.step)
        for family in table.feet.surface.values()
        for fall in table.feet.gait.values()
    }
    assert sorted(set(table.sounds) - used) == []
    assert sorted(used - {""} - set(table.sounds)) == []


def test_the_last_row_of_an_event_has_no_condition_or_the_rest_is_silence() -> None:
    """A row that can never be reached, behind one without a condition, is a mistake."""
    for rows in read_table(ASSETS).rows.values():
        assert all(row.when for row in rows[:-1]), rows


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A folder of assets whose table may be spoilt."""
    (tmp_path / "sound").mkdir()
    shutil.copy(ASSETS / TABLE, tmp_path / TABLE)
    return tmp_path


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('event = "GustComing"', 'event = "GustGoing"', "there is no such event"),
        ('sound = "gust_coming"', 'sound = "gust_comin"', "there is no sound 'gust_comin'"),
        ('at = "upwind"', 'at = "above"', "above"),
        ('when = { what = "pebble" }', 'when = { wat = "pebble" }', "no field 'wat'"),
        ('when = { kind = "snake" }', 'when = { kind = "snail" }', "of the kind 'snail'"),
        ('gravel = "gravel"', "", "say how 'gravel' sounds"),
        ("[feet]", "[feet", "toml"),
        ("priority = 6", "prioriti = 6", "prioriti"),
        ('strike = "strike"', 'stroke = "strike"', "no pose 'stroke'"),
        ('Silence = "silence"', 'Sillence = "silence"', "no event 'Sillence'"),
    ],
)
def test_a_mistake_in_the_table_is_told_in_one_line(
    broken: Path, before: str, after: str, told: str
) -> None:
    path = broken / TABLE
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
    with pytest.raises(SoundTableError) as caught:
        read_table(broken)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert told.lower() in message.lower()
    assert "\n" not in message


def test_a_missing_table_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(SoundTableError, match=r"sounds\.toml: cannot be read"):
        read_table(tmp_path)

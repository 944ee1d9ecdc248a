"""Saves: damage is one line, the older save stands in, and the newest is found."""

from pathlib import Path

import pytest

from game.app.files import old_of, write_atomically
from game.app.saves import (
    AUTO_SLOTS,
    Header,
    SaveError,
    all_saves,
    by_age,
    next_auto_slot,
    read_save,
    read_slot,
    time_to_write,
    write_save,
)


def header(saved: float = 1.0, minutes: int = 1200) -> Header:
    return Header(
        game="0", map="suna.tmx", digest="00", where="objective_round", minutes=minutes,
        seed=7, tick=1, preset="chunin", saved=saved,
    )  # fmt: skip


def test_what_was_saved_comes_back(tmp_path: Path) -> None:
    path = write_save(tmp_path, "quick", header(), b"snapshot", b"trails")
    save = read_save(path)
    assert (save.slot, save.header) == ("quick", header())
    assert (save.snapshot, save.trails) == (b"snapshot", b"trails")


@pytest.mark.parametrize("at", range(0, 200, 13))
def test_one_changed_byte_anywhere_is_told_and_the_older_save_stands_in(
    tmp_path: Path, at: int
) -> None:
    write_save(tmp_path, "quick", header(minutes=1), b"older" * 20)
    path = write_save(tmp_path, "quick", header(minutes=2), b"newer" * 20)
    data = bytearray(path.read_bytes())
    data[at % len(data)] ^= 0x55
    path.write_bytes(data)
    save, trouble = read_slot(tmp_path, "quick")
    assert save is not None
    assert save.snapshot == b"older" * 20
    assert str(path) in trouble
    assert "\n" not in trouble


@pytest.mark.parametrize("data", [b"", b"SUNASAVE", b"SUNASAVE\x07" + bytes(60), b"x" * 500])
def test_what_is_no_save_is_refused_with_its_name(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "quick.night"
    path.write_bytes(data)
    with pytest.raises(SaveError, match=r"quick\.night"):
        read_save(path)


def test_a_save_that_is_cut_short_is_refused(tmp_path: Path) -> None:
    path = write_save(tmp_path, "quick", header(), b"snapshot")
    whole = path.read_bytes()
    for length in range(0, len(whole), 7):
        path.write_bytes(whole[:length])
        with pytest.raises(SaveError):
            read_save(path)


def test_the_newest_comes_first_and_the_oldest_automatic_slot_is_next(tmp_path: Path) -> None:
    for number, slot in enumerate(AUTO_SLOTS):
        assert next_auto_slot(tmp_path) == slot
        write_save(tmp_path, slot, header(saved=10.0 + number), b"")
    assert next_auto_slot(tmp_path) == AUTO_SLOTS[0]
    write_save(tmp_path, "night_2", header(saved=99.0), b"")
    assert by_age(tmp_path)[0].slot == "night_2"
    assert [slot for slot, save, _ in all_saves(tmp_path) if save] == [*AUTO_SLOTS, "night_2"]


def test_a_clock_that_was_set_back_leaves_the_last_save_the_newest(tmp_path: Path) -> None:
    assert time_to_write(tmp_path, 50.0) == 50.0
    write_save(tmp_path, "night_1", header(saved=4e9), b"")
    for slot in ("quick", "night_2"):
        write_save(tmp_path, slot, header(saved=time_to_write(tmp_path, 50.0)), b"")
        assert by_age(tmp_path)[0].slot == slot


def test_a_write_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a"
    write_atomically(path, b"first", keep_old=True)
    write_atomically(path, b"second", keep_old=True)
    assert (path.read_bytes(), old_of(path).read_bytes()) == (b"second", b"first")
    (tmp_path / "a.new").mkdir()
    with pytest.raises(OSError):
        write_atomically(path, b"third", keep_old=True)
    assert path.read_bytes() == b"second"

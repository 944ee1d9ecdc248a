"""Night shifts: begun from the title, the same for everybody on a day, found again by a save."""

from datetime import date
from pathlib import Path

import pytest

from game.app.night import NightScene
from game.app.nights import NightError
from game.app.preparing import Preparing
from game.app.saves import QUICK_PRACTICE_SLOT, by_age
from game.app.screens import slot_name
from game.app.settings import Preset
from game.app.shifts import drawn_seed, last_seed, seed_of, seed_of_day, shift_path
from game.app.title import TitleScene
from game.content.paths import shifts_folder
from tests.app.screen import MAP, Screen, nights, screen


def title(home: Path) -> Screen:
    game = screen(home)
    game.stack.append(TitleScene(game.desk, Preparing.done(MAP, nights())))
    return game


def test_the_days_shift_begins_from_the_title(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.app.title.today", lambda: date(2026, 11, 22))
    game = title(own_home)
    for name in ("down", "down", "return", "return"):
        game.key(name)
    game.tick(3)

    assert game.shows(NightScene)
    assert seed_of(game.night.map_path) == 20261122
    assert game.night.world.seed == 20261122
    assert last_seed() == 20261122


def test_every_day_has_a_shift_of_its_own_and_none_is_drawn_by_lot() -> None:
    days = [date(2026, 11, 22), date(2026, 11, 23), date(2027, 1, 1)]
    assert [seed_of_day(day) for day in days] == [20261122, 20261123, 20270101]
    assert all(drawn_seed() < 1_000_000 for _ in range(20))


def test_the_last_shift_can_be_had_again_and_is_not_drawn_anew(own_home: Path) -> None:
    assert last_seed() is None
    nights().shift(screen(own_home).desk, 77)
    drawn = shift_path(77).stat().st_mtime_ns
    nights().shift(screen(own_home).desk, 77)

    assert last_seed() == 77
    assert shift_path(77).stat().st_mtime_ns == drawn
    game = title(own_home)
    for name in ("down", "down", "return", "down", "down", "return"):
        game.key(name)
    game.tick(3)
    assert seed_of(game.night.map_path) == 77


def test_a_saved_shift_goes_on_where_it_was(own_home: Path) -> None:
    game = screen(own_home)
    game.stack.append(nights().shift(game.desk, 78))
    game.tick(200)
    game.key("f5")

    assert [save.slot for save in by_age(game.desk.saves)] == [QUICK_PRACTICE_SLOT]
    game = title(own_home)
    game.key("return")
    game.tick(2)
    assert seed_of(game.night.map_path) == 78
    assert game.night.world.seed == 78
    assert game.night.world.tick >= 200


def test_a_shift_takes_no_place_of_a_night_and_is_called_by_its_number(own_home: Path) -> None:
    game = screen(own_home)
    game.stack.append(nights().shift(game.desk, 79))
    game.night.autosave()
    game.key("f5")
    (kept,) = by_age(game.desk.saves)

    assert kept.header.is_practice
    assert "Night shift 79" in slot_name(game.desk, kept, kept.slot, "")


def test_a_disk_that_takes_no_map_is_told_in_one_line(own_home: Path) -> None:
    shifts_folder().parent.mkdir(parents=True, exist_ok=True)
    shifts_folder().write_text("in the way")
    with pytest.raises(NightError, match=r"shift_5\.tmx: the map cannot be kept \(.+\); make room"):
        nights().shift(screen(own_home).desk, 5)


def test_other_maps_are_no_shifts(own_home: Path) -> None:
    assert seed_of(MAP) is None
    assert seed_of(shift_path(3).with_name("shift_x.tmx")) is None
    assert nights().fresh(screen(own_home).desk, Preset.CHUNIN) is not None

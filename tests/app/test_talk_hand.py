"""A talk in the program: skipped where it was read, looked back on, remembered by the player."""

from pathlib import Path

import pytest

from game.app.presets import key_names
from game.app.read_lines import FILE_NAME, ReadLines
from game.app.settings import Settings
from game.app.views import BacklogScene
from game.content.paths import settings_folder
from game.sim.tale.night import Beat
from tests.app.screen import Screen, playing


def lines_without_a_press(game: Screen, ticks: int = 90) -> int:
    """How many lines go by while nothing new is pressed."""
    before = game.talk().lines_spoken
    game.tick(ticks)
    return game.talk().lines_spoken - before


def test_what_was_read_is_known_in_the_next_night_and_the_rest_is_not(own_home: Path) -> None:
    game = playing(own_home)
    game.key("e")
    for _ in range(4):
        game.key("e")
    read = ReadLines.load(settings_folder())
    assert "sign_out_01" not in read, "written when a talk or a night ends"
    game.scene.leave()
    again = ReadLines.load(settings_folder())
    assert "sign_out_01" in again
    assert "sign_out_12" not in again


def test_an_answer_given_in_any_night_is_dim_in_the_next(own_home: Path) -> None:
    game = playing(own_home)
    game.key("e")
    game.read_on()
    assert {"sign_out_05", "sign_out_12"} <= {
        line for line in game.talk().backlog if line in ReadLines.load(settings_folder())
    }


def test_loading_an_older_save_does_not_make_lines_new_again(own_home: Path) -> None:
    game = playing(own_home)
    game.key("f5")
    game.key("e")
    game.read_on()
    game.key("f9", ticks=1)
    game.key("e")
    assert lines_without_a_press(game) == 0
    with game.holding("left shift"):
        assert lines_without_a_press(game) >= 3


def test_a_held_key_stops_where_the_unread_begins_unless_all_is_to_be_skipped(
    own_home: Path,
) -> None:
    game = playing(own_home)
    game.key("e")
    with game.holding("left shift"):
        assert lines_without_a_press(game) == 0
    hasty = playing(own_home, settings=Settings(skip_unread=True))
    hasty.key("e")
    with hasty.holding("left shift"):
        assert lines_without_a_press(hasty) >= 3
        assert hasty.talk().offered, "an answer is never given for her"
        assert lines_without_a_press(hasty) == 0


@pytest.mark.parametrize("spoilt", ["{", "[1, 2]", ""])
def test_a_spoilt_list_of_read_lines_makes_all_lines_new_and_nothing_else(
    own_home: Path, spoilt: str
) -> None:
    settings_folder().mkdir(parents=True, exist_ok=True)
    (settings_folder() / FILE_NAME).write_text(spoilt)
    game = playing(own_home)
    game.key("e")
    game.read_on()
    assert "sign_out_01" in ReadLines.load(settings_folder())


def test_a_talk_by_mouse_alone_with_a_look_back(own_home: Path) -> None:
    game = playing(own_home)
    game.key("e")
    for _ in range(60):
        view = game.scene.picture.talk
        game.tick(1, draw=True)
        if game.talk().done:
            break
        rows = view._choices.rows if view.row_count else []
        game.click(rows[-1].area.center if rows else (240, 230))
        if game.talk().lines_spoken == 3 and not view.typing:
            game.click((240, 100), right=True)
            assert game.shows(BacklogScene)
            game.click((240, 100), right=True)
            assert not game.shows(BacklogScene)
    assert game.talk().taken == ["sign_out_07"]
    assert game.night.world.story.beat is Beat.ROUND


def test_whoever_took_the_mouse_is_told_what_the_mouse_does(own_home: Path) -> None:
    game = playing(own_home)
    game.key("e")
    game.key("e")
    assert "talk_act" not in key_names(game.desk)
    game.click((240, 230))
    told = key_names(game.desk)
    assert (told["talk_act"], told["talk_map"]) == ("Left click", "Right click")
    assert told["talk_scroll"] == "Wheel"


def test_a_press_meant_for_the_line_before_gives_no_answer(own_home: Path) -> None:
    game = playing(own_home)
    game.key("e")
    while not game.talk().offered:
        game.key("e")
    game.key("e")  # the line stands whole, and with it the answers
    view = game.scene.picture.talk
    assert view.row_count
    game.key("e")
    assert not game.talk().taken
    game.tick(20)
    game.key("e")
    assert game.talk().taken == ["sign_out_05"]

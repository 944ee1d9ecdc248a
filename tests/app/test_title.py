"""The title: into play in two presses, on from the newest save that can be read."""

from pathlib import Path

import pygame
import pytest

from game.app.menu import MenuScene, Row
from game.app.night import NightScene
from game.app.page import PageScene
from game.app.preparing import Preparing
from game.app.saves import AUTO_SLOTS, TRAINING, by_age
from game.app.settings import Preset, Settings
from game.app.title import TitleScene, training_maps
from game.app.watching import LevelScene, ReplayScene
from game.content.paths import maps_folder
from game.lab.level_file import read_level
from game.lab.runner import begin
from tests.app.screen import MAP, Screen, nights, playing, screen


def title(home: Path) -> Screen:
    game = screen(home)
    game.stack.append(TitleScene(game.desk, Preparing.done(MAP, nights())))
    return game


def test_into_play_in_two_presses(own_home: Path) -> None:
    game = title(own_home)
    game.tick(2, draw=True)
    game.key("return")
    game.key("return")
    game.tick(3)
    assert game.shows(NightScene)


def test_by_mouse_alone_to_the_settings_and_back(own_home: Path) -> None:
    game = title(own_home)
    game.tick(2, draw=True)
    top = game.stack[0]
    assert isinstance(top, TitleScene)
    game.click(top.areas()[-3].center)
    assert game.shows(MenuScene)
    game.tick(1, draw=True)
    game.click((2, 2), right=True)
    assert game.shows(TitleScene)


@pytest.mark.parametrize("right", [False, True], ids=["by the row", "by the other button"])
def test_by_mouse_alone_back_from_the_kinds_of_night(own_home: Path, right: bool) -> None:
    game = title(own_home)
    game.tick(2, draw=True)
    top = game.stack[0]
    assert isinstance(top, TitleScene)
    first = len(top.areas())
    game.click(top.areas()[0].center)
    game.tick(1, draw=True)
    assert len(top.areas()) == len(Preset) + 1
    game.click((2, 2) if right else top.areas()[-1].center, right=right)
    game.tick(1, draw=True)
    assert game.shows(TitleScene)
    assert len(top.areas()) == first


def test_the_credits_are_read_and_left_again(own_home: Path) -> None:
    game = title(own_home)
    game.tick(2, draw=True)
    game.key("up")
    game.key("up")
    game.key("return")
    game.tick(1, draw=True)
    assert game.shows(PageScene)
    game.key("escape")
    assert game.shows(TitleScene)


def test_continue_takes_the_newest_night(own_home: Path) -> None:
    before = playing(own_home, at="start")
    before.tick(5)
    before.scene.autosave()
    before.tick(20)
    before.scene.autosave()
    game = title(own_home)
    game.key("return")
    game.tick(3)
    assert game.night.world.tick >= before.night.world.tick


def test_a_spoilt_save_is_told_and_the_older_night_goes_on(own_home: Path) -> None:
    before = playing(own_home, at="start")
    before.tick(5)
    before.scene.autosave()
    before.tick(20)
    before.scene.autosave()
    newest = before.desk.saves / f"{AUTO_SLOTS[1]}.night"
    newest.write_bytes(newest.read_bytes()[:-9])
    game = title(own_home)
    game.key("return")
    assert "damaged" in game.desk.notice
    game.tick(3)
    assert 5 <= game.night.world.tick < before.night.world.tick


def test_a_title_with_nothing_but_spoilt_saves_stays_and_says_so(own_home: Path) -> None:
    game = title(own_home)
    game.desk.saves.mkdir(parents=True)
    (game.desk.saves / "quick.night").write_bytes(b"nonsense")
    game.stack[:] = [TitleScene(game.desk, Preparing.done(MAP, nights()))]
    game.key("return")
    game.tick(3)
    assert game.shows(TitleScene)
    assert "quick.night" in game.desk.notice


def test_the_training_grounds_are_offered_from_the_easiest_on() -> None:
    offered = [path.stem for path in training_maps(maps_folder() / TRAINING)]
    assert offered == ["gaits", "prints", "lamps", "lure", "sensing", "healing"]


def test_training_grounds_of_ones_own_come_after_those_in_the_order(tmp_path: Path) -> None:
    for name in ("mine", "also", "second", "first"):
        (tmp_path / f"{name}.tmx").touch()
    assert [path.stem for path in training_maps(tmp_path)] == ["also", "first", "mine", "second"]
    (tmp_path / "order.txt").write_text("first\ngone\nsecond\n")
    assert [path.stem for path in training_maps(tmp_path)] == ["first", "second", "also", "mine"]


def test_a_level_plays_itself_and_its_result_stays(
    own_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "signs.toml"
    path.write_text(
        f'map = "{MAP.as_posix()}"\nstory = "She walks."\nwatchdog = 600\n'
        '[[do]]\ngo = 16\nticks = 30\n[[expect]]\nevent = "Arrived"\nby = 20\nwhere = "nowhere"\n'
    )
    game = screen(own_home)
    run = begin(read_level(path))
    stage = nights().stage(game.desk, run.world, MAP, "genin")
    scene = LevelScene(game.desk, run, stage, lambda world, events: None, tmp_path / "r.replay")
    game.stack.append(scene)
    game.tick(60, draw=True)
    assert run.failures
    game.key("escape")
    assert not game.stack
    assert (tmp_path / "r.replay").exists()


def test_a_recording_is_watched_to_the_same_end(own_home: Path) -> None:
    before = playing(own_home, at="start")
    with before.holding("s"):
        before.tick(50)
    before.scene.go_back(before.night.world.snapshot())
    with before.holding("s"):
        before.tick(50)
    recording = before.night.recording()
    game = screen(own_home)
    world = recording.begin(nights().map(MAP).level)
    stage = nights().stage(game.desk, world, MAP, "genin")
    scene = ReplayScene(game.desk, recording, world, stage, lambda world, events: None, 2.0)
    game.stack.append(scene)
    game.tick(40, draw=True)
    assert world.digest() == recording.hashes[-1]


def test_a_training_ground_takes_no_place_of_a_night_that_is_to_be_continued(
    own_home: Path,
) -> None:
    game = playing(own_home)
    game.key("f5")
    game.scene.leave()
    kept = {path.name: path.read_bytes() for path in game.desk.saves.iterdir()}
    assert kept
    ground = training_maps(maps_folder() / TRAINING)[0]
    game.stack[:] = [nights().fresh(game.desk, Preset.CHUNIN, map_path=ground)]
    game.tick(30)
    game.scene.autosave()
    game.key("f5")
    game.tick(60)
    game.key("f9", ticks=1)
    assert game.night.world.tick < 60
    game.key("escape")
    game.key("up")
    game.key("return")
    assert isinstance(game.top, MenuScene)
    assert game.top.title == game.desk.strings.text("pause_confirm_title_practice")
    game.scene.leave()
    now = {path.name: path.read_bytes() for path in game.desk.saves.iterdir()}
    assert {name: now[name] for name in kept} == kept
    newest, *_ = by_age(game.desk.saves)
    assert newest.header.is_practice
    again = title(own_home)
    again.key("return")
    again.tick(2)
    assert again.night.map_path == MAP


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("count", [7, 15])
def test_every_row_of_the_title_can_be_reached_and_is_seen_whole(
    own_home: Path, large: bool, count: int
) -> None:
    game = screen(own_home, Settings(large_text=large))
    scene = TitleScene(game.desk, Preparing.done(MAP, nights()))
    game.stack.append(scene)
    scene._show([Row(f"Ground {number}") for number in range(count)])
    seen = set()
    for number in range(count):
        game.tick(1, draw=True)
        whole = [area for area in scene.areas() if area.height]
        assert all(pygame.Rect(0, 0, 480, 270).contains(area) for area in whole)
        assert len(whole) == 7
        assert scene.areas()[number].height
        seen |= {at for at, area in enumerate(scene.areas()) if area.height}
        game.key("down")
    assert seen == set(range(count))

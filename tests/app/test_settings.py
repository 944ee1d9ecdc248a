"""Settings: what was chosen comes back, what cannot be read is set aside, keys that clash show."""

import re
from pathlib import Path

import msgspec
import pygame
import pytest

from game import app
from game.app.actions import FIXED, Action
from game.app.binding_menu import BindingMenu
from game.app.keys import ACTION_WORDS
from game.app.menu import MenuScene
from game.app.presets import rules_of
from game.app.settings import (
    FILE_NAME,
    Help,
    Preset,
    Settings,
    TextSpeed,
    conflicts,
    load_settings,
    save_settings,
)
from game.app.settings_menu import settings_scene
from tests.app.screen import screen


@pytest.fixture(autouse=True)
def keyboard() -> None:
    pygame.display.init()


def test_what_was_chosen_comes_back(tmp_path: Path) -> None:
    chosen = Settings(
        preset=Preset.JONIN, speed_percent=70, text_speed=TextSpeed.INSTANT, large_text=True,
        keys={Action.SNEAK: ["left ctrl"]}, pad={Action.ACT: ["x"]},
    )  # fmt: skip
    assert save_settings(chosen, tmp_path) == ""
    assert load_settings(tmp_path) == (chosen, "")
    assert chosen.all_keys()[Action.SNEAK] == ("left ctrl",)
    assert chosen.all_keys()[Action.RUN] == ("left shift", "right shift")


@pytest.mark.parametrize(
    "text",
    [
        "not json",
        "{}x",
        '{"speed_percent": 10}',
        '{"colour": "red"}',
        '{"format": 9}',
        '{"keys": {"sneak": ["no such key"]}}',
        '{"keys": {"dance": ["c"]}}',
        '{"pad": {"act": ["z"]}}',
    ],
)
def test_a_broken_file_is_one_line_the_defaults_and_kept_beside(tmp_path: Path, text: str) -> None:
    path = tmp_path / FILE_NAME
    path.write_text(text)
    settings, trouble = load_settings(tmp_path)
    assert settings == Settings()
    assert str(path) in trouble
    assert "\n" not in trouble
    assert (tmp_path / "settings.json.broken").read_text() == text
    assert load_settings(tmp_path) == (Settings(), "")


def test_a_disk_that_takes_nothing_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "cannot be written" in save_settings(Settings(), tmp_path / "file")


def test_no_key_means_two_things_in_play() -> None:
    assert conflicts(Settings().all_keys()) == {}
    assert conflicts(Settings().all_pad()) == {}


def test_a_key_chosen_twice_is_told() -> None:
    settings = Settings(keys={Action.SNEAK: ["f"]})
    assert conflicts(settings.all_keys()) == {"f": [Action.SNEAK, Action.STRIKE]}


def test_presets_and_help_bend_the_rules() -> None:
    assert rules_of(Settings(), Preset.CHUNIN).fill_per_mille == 1000
    assert rules_of(Settings(), Preset.JONIN).marks == 2
    assert rules_of(Settings(), Preset.QUIET).quiet_night
    assert rules_of(Settings(help_alarm=Help.EASIER), Preset.GENIN).fill_per_mille == 420
    assert rules_of(Settings(no_fail=True), Preset.JONIN).table_no_fail


def test_every_setting_can_be_reached_and_changed_by_keys(own_home: Path) -> None:
    game = screen(own_home)
    parts = settings_scene(game.desk, game.under())
    game.stack.append(parts)
    before = msgspec.structs.asdict(game.desk.settings)
    untold = set(Settings.__struct_fields__) - {"format", "preset", "keys", "pad"}
    changed = set()
    for part in range(8):
        game.stack[:] = [game.under(), parts]
        parts.list.focus = part
        game.key("return")
        if not isinstance(game.top, MenuScene) or isinstance(game.top, BindingMenu):
            continue
        for row in range(len(game.top.list.rows)):
            game.top.list.focus = row
            for key in ("left", "right", "right"):
                game.key(key, ticks=1)
                now = game.desk.settings
                changed |= {name for name in untold if getattr(now, name) != before[name]}
    assert untold == changed


def test_a_key_is_bound_anew_and_a_clash_is_asked_about(own_home: Path) -> None:
    game = screen(own_home)
    menu = BindingMenu(game.desk, game.under(), lambda: None, pad=False)
    game.stack.append(menu)
    names = [row.label for row in menu.list.rows]
    menu.list.focus = names.index("Sneak")
    game.key("return")
    game.key("g")
    assert game.desk.settings.all_keys()[Action.SNEAK] == ("g",)
    game.key("return")
    game.key("f")
    assert game.top is not menu
    game.key("down")
    game.key("return")
    assert game.top is menu
    bound = game.desk.settings.all_keys()
    assert bound[Action.SNEAK] == ("f",)
    assert bound[Action.STRIKE] == ("g",)
    assert conflicts(bound) == {}


def test_nobody_is_held_by_a_list_of_keys_without_a_keyboard(own_home: Path) -> None:
    game = screen(own_home)
    menu = BindingMenu(game.desk, game.under(), lambda: None, pad=False)
    game.stack.append(menu)
    a_button = pygame.CONTROLLER_BUTTON_A
    for leave in (
        pygame.Event(pygame.CONTROLLERBUTTONDOWN, button=a_button, instance_id=0),
        pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(0, 0), button=pygame.BUTTON_RIGHT),
    ):
        menu.list.press()
        assert menu.notice
        pygame.event.post(leave)
        game.tick()
        assert not menu.notice
    assert game.desk.settings.keys == {}


def test_keys_of_another_alphabet_mean_what_lies_at_their_place(own_home: Path) -> None:
    game = screen(own_home)
    game.stack.append(game.under())
    cyrillic_tse, french_e_acute = 0x446, 0xE9
    for key, place, action in (
        (cyrillic_tse, pygame.KSCAN_W, Action.UP),
        (french_e_acute, pygame.KSCAN_2, Action.ITEM_NEXT),
        (pygame.K_z, pygame.KSCAN_Y, None),
    ):
        game.desk.devices.take(pygame.Event(pygame.KEYDOWN, key=key, scancode=place), None)
        down = game.desk.devices.read().down
        assert (action in down) if action else not down
        game.desk.devices.take(pygame.Event(pygame.KEYUP, key=key, scancode=place), None)
        assert not game.desk.devices.read().down


def test_every_word_that_the_program_asks_for_is_there(own_home: Path) -> None:
    words = screen(own_home).desk.strings
    families = "menu|pause|settings|hud|results|operation|action|key|night_he"
    asked = {
        text
        for file in Path(app.__file__).parent.glob("*.py")
        for text in re.findall(rf'"((?:{families})_[a-z_]+)"', file.read_text("utf-8"))
    }
    asked |= {ACTION_WORDS[action] for action in Action if action not in FIXED}
    assert len(asked) > 80
    assert [text for text in sorted(asked) if not words.has(text)] == []

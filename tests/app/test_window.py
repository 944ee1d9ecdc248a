"""The window: whole-number pictures where they fit, every point where it is seen."""

import warnings
from pathlib import Path

import pygame
import pytest

from game.app.loop import asks_for_fullscreen
from game.app.menu import MenuScene
from game.app.settings import load_settings
from game.app.settings_menu import settings_scene
from game.app.window import Window
from game.content.paths import settings_folder
from tests.app.screen import screen


@pytest.mark.parametrize(
    ("window", "picture"),
    [
        ((1920, 1080), (1920, 1080)),
        ((1600, 1000), (1440, 810)),
        ((1366, 768), (1365, 768)),
        ((1000, 600), (960, 540)),
        ((480, 270), (480, 270)),
        ((500, 1200), (480, 270)),
        ((3840, 2160), (3840, 2160)),
        ((240, 150), (240, 135)),
        ((1, 1), (1, 1)),
    ],
)
def test_the_picture_fits_every_window(window: tuple[int, int], picture: tuple[int, int]) -> None:
    pygame.display.init()
    shown = Window("test", scale=1)
    pygame.display.set_mode(window)
    shown.canvas.fill("red")
    shown.show()
    assert shown.area().size == picture
    assert shown.screen.get_at(shown.area().center).r > 100
    assert shown.on_canvas(shown.area().center) is not None


def test_a_point_beside_the_picture_is_nowhere() -> None:
    pygame.display.init()
    shown = Window("test", scale=1)
    pygame.display.set_mode((1600, 1000))
    shown.show()
    assert shown.on_canvas((10, 500)) is None
    assert shown.on_canvas((80, 95)) == (0, 0)
    assert shown.on_canvas((1519, 904)) == (479, 269)


def test_a_window_is_never_larger_than_the_screen() -> None:
    pygame.display.init()
    (width, height), *_ = pygame.display.get_desktop_sizes()
    shown = Window("test", scale=40)
    assert shown.screen.get_width() <= width and shown.screen.get_height() <= height
    assert shown.screen.get_width() % 480 == 0


def test_after_the_whole_screen_the_window_has_its_size_again_and_nothing_is_warned_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pygame.display.init()
    shown = Window("test", scale=1)
    honest, asked = pygame.display.set_mode, []

    def without_a_manager(size: tuple[int, int], flags: int) -> pygame.Surface:
        """The first window after the whole screen still has the size of the screen."""
        asked.append(size)
        if len(asked) == 2:
            warnings.warn("Requested window was forcibly resized", RuntimeWarning, stacklevel=1)
            return honest((1024, 768), flags)
        return honest(size, flags)

    monkeypatch.setattr(pygame.display, "set_mode", without_a_manager)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        shown.choose(True, 1)
        assert shown.fullscreen
        shown.choose(False, 1)
    assert shown.screen.get_size() == shown.area().size == (480, 270)


def test_the_whole_screen_begins_in_its_corner_and_the_window_comes_back_to_its_place() -> None:
    pygame.display.init()
    shown = Window("test", scale=1)
    pygame.display.set_window_position((90, 60))
    shown.choose(True, 1)
    assert pygame.display.get_window_position() == (0, 0)
    shown.choose(False, 1)
    assert pygame.display.get_window_position() == (90, 60)


@pytest.mark.parametrize(
    ("key", "mod"),
    [(pygame.K_F11, 0), (pygame.K_RETURN, pygame.KMOD_LALT)],
    ids=["F11", "Alt+Enter"],
)
def test_the_whole_screen_chosen_by_a_key_is_what_the_settings_say_and_keep(
    own_home: Path, key: int, mod: int
) -> None:
    game = screen(own_home)
    assert asks_for_fullscreen(pygame.Event(pygame.KEYDOWN, key=key, mod=mod))
    assert not asks_for_fullscreen(pygame.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0))
    for whole in (True, False):
        game.desk.toggle_fullscreen()
        kept, _ = load_settings(settings_folder())
        assert (game.desk.window.fullscreen, game.desk.settings.fullscreen) == (whole, whole)
        assert kept.fullscreen is whole


def test_only_scales_that_the_screen_has_room_for_are_offered(own_home: Path) -> None:
    game = screen(own_home)
    game.stack.append(settings_scene(game.desk, game.under()))
    for _ in range(3):
        game.key("down")
    game.key("return")
    game.key("down")
    assert isinstance(game.top, MenuScene)
    scale = game.top.list.rows[game.top.list.focus].value
    assert scale is not None
    offered = {scale()}
    for _ in range(12):
        game.key("right")
        offered.add(scale())
        width, height = pygame.display.get_desktop_sizes()[0]
        assert 480 * game.desk.settings.scale <= width
        assert 270 * game.desk.settings.scale <= height
    assert len(offered) == game.desk.window.largest() + 1

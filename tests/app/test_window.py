"""The window: whole-number pictures where they fit, every point where it is seen."""

import warnings

import pygame
import pytest

from game.app.window import Window


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
        shown.toggle_fullscreen()
        assert shown.fullscreen
        shown.toggle_fullscreen()
    assert shown.screen.get_size() == shown.area().size == (480, 270)


def test_the_whole_screen_begins_in_its_corner_and_the_window_comes_back_to_its_place() -> None:
    pygame.display.init()
    shown = Window("test", scale=1)
    pygame.display.set_window_position((90, 60))
    shown.toggle_fullscreen()
    assert pygame.display.get_window_position() == (0, 0)
    shown.toggle_fullscreen()
    assert pygame.display.get_window_position() == (90, 60)

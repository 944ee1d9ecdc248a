"""The window: whole-number pictures where they fit, every point where it is seen."""

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

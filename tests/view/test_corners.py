"""The corners of the screen follow what the player chose to read them by."""

import pygame

from game.view.hud import Hud
from game.view.palette import rgb
from tests.sim.nights import night
from tests.view.stages import library, pixels

PLAIN = "....................\n.........@..........\n...................."
WHITE = (255, 255, 255)


def corners(*, large_text: bool = False, high_contrast: bool = False) -> pygame.Surface:
    canvas = pygame.Surface((480, 270))
    canvas.fill(WHITE)
    Hud(library(), large_text, high_contrast).draw(canvas, night(PLAIN))
    return canvas


def test_large_letters_are_large_in_the_corners_too() -> None:
    small, large = (
        int((pixels(corners(large_text=size))[336:476, 4:40] == rgb("lamp3")).all(axis=2).sum())
        for size in (False, True)
    )
    assert large > small * 1.2


def test_in_high_contrast_nothing_shines_through_the_panels() -> None:
    plain, closed = (corners(high_contrast=choice).get_at((60, 36)) for choice in (False, True))
    assert closed[:3] == rgb("night1")
    assert sum(plain[:3]) > sum(closed[:3])


def test_a_choice_holds_from_the_next_frame_on() -> None:
    hud, world = Hud(library()), night(PLAIN)
    canvas = pygame.Surface((480, 270))
    canvas.fill(WHITE)
    hud.draw(canvas, world)
    before = pixels(canvas).copy()
    hud.choose(large_text=True, high_contrast=True)
    canvas.fill(WHITE)
    hud.draw(canvas, world)
    assert (pixels(canvas) != before).any()

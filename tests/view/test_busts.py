"""In a talk it shows at a glance who speaks."""

import pygame

from game.view.busts import draw_bust

GROUND = (40, 30, 80)


def stage(speaking: bool) -> pygame.Surface:
    bust = pygame.Surface((20, 30), pygame.SRCALPHA)
    bust.fill((200, 200, 200, 255), (4, 4, 12, 26))
    target = pygame.Surface((60, 60))
    target.fill(GROUND)
    draw_bust(target, bust, 20, 20, speaking=speaking)
    return target


def test_a_speaker_keeps_full_colour_and_has_a_halo() -> None:
    target = stage(speaking=True)
    assert target.get_at((30, 35))[:3] == (200, 200, 200)
    assert target.get_at((23, 35))[:3] != GROUND


def test_a_listener_is_dimmed_and_has_no_halo() -> None:
    target = stage(speaking=False)
    assert target.get_at((30, 35))[0] < 180
    assert target.get_at((23, 35))[:3] == GROUND

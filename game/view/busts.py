"""The busts of a talk: who speaks has full colour and a soft halo, who listens is dimmed."""

from functools import lru_cache
from typing import Final

import pygame

from game.view.palette import rgb

LISTENING: Final = (204, 196, 222)
"""What the colours of a listener are multiplied with, of 255."""

_HALO_PX: Final = 4
_HALO_ALPHA: Final = 70


@lru_cache(maxsize=8)
def _halo(bust: pygame.Surface, color: str) -> pygame.Surface:
    """A dithered seam of light round a silhouette, `_HALO_PX` larger on each side."""
    width, height = bust.get_size()
    size = width + 2 * _HALO_PX, height + 2 * _HALO_PX
    body = pygame.mask.Mask(size)
    body.draw(pygame.mask.from_surface(bust), (_HALO_PX, _HALO_PX))
    near, far = _grown(body, 2), _grown(body, _HALO_PX)
    checker = pygame.mask.Mask(size)
    for y in range(size[1]):
        for x in range(y % 2, size[0], 2):
            checker.set_at((x, y))
    far = far.overlap_mask(checker, (0, 0))
    far.draw(near, (0, 0))
    far.erase(body, (0, 0))
    return far.to_surface(setcolor=(*rgb(color), _HALO_ALPHA), unsetcolor=(0, 0, 0, 0))


def _grown(mask: pygame.mask.Mask, steps: int) -> pygame.mask.Mask:
    """The mask and everything within `steps` pixels of it along rows and columns."""
    for _ in range(steps):
        larger = mask.copy()
        for offset in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            larger.draw(mask, offset)
        mask = larger
    return mask


@lru_cache(maxsize=32)
def _dimmed(bust: pygame.Surface) -> pygame.Surface:
    dim = bust.copy()
    dim.fill(LISTENING, special_flags=pygame.BLEND_RGB_MULT)
    return dim


def draw_bust(
    target: pygame.Surface,
    bust: pygame.Surface,
    x: int,
    y: int,
    *,
    speaking: bool,
) -> None:
    """Draw a whole bust with its top left at (x, y); pieces of a face are laid over it after.

    A listener's pieces must be dimmed too: use `dimmed_piece`.
    """
    if speaking:
        target.blit(_halo(bust, "moon0"), (x - _HALO_PX, y - _HALO_PX))
        target.blit(bust, (x, y))
    else:
        target.blit(_dimmed(bust), (x, y))


def dimmed_piece(piece: pygame.Surface) -> pygame.Surface:
    """A blink or mouth in the colours of a listener."""
    return _dimmed(piece)

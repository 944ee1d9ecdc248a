"""Where marks stand for what lies beyond the picture: at its rim, clear of the screen's corners."""

from typing import Final

import pygame

from game.core import headings
from game.view.camera import HEIGHT, WIDTH

_CORNERS: Final = (
    pygame.Rect(0, 0, 134, 50),
    pygame.Rect(298, 0, 182, 64),
    pygame.Rect(0, 220, 118, 50),
    pygame.Rect(378, 202, 102, 68),
)
"""What the HUD covers, and a little more."""


def at_rim(x: int, y: int, margin: int) -> tuple[int, int, int]:
    """The nearest spot inside the picture to a place on the canvas, and the heading on from it.

    Spots in the corners of the screen give way along the rim.
    """
    held_x = max(margin, min(WIDTH - margin, x))
    held_y = max(margin, min(HEIGHT - margin, y))
    heading = headings.heading_of(x - held_x, y - held_y)
    beside = abs(x - held_x) > abs(y - held_y)
    for corner in _CORNERS:
        if not corner.collidepoint(held_x, held_y):
            continue
        if beside:
            held_y = corner.bottom if corner.top == 0 else corner.top - 1
        else:
            held_x = corner.right if corner.left == 0 else corner.left - 1
    return held_x, held_y, heading

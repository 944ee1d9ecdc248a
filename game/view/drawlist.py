"""What is to be drawn on the ground in this frame: shadows first, then what stands, far to near."""

from dataclasses import dataclass, field

import pygame

from game.view.atlas import Sprite
from game.view.camera import View

Blit = tuple[pygame.Surface, tuple[int, int]]


@dataclass(slots=True)
class DrawList:
    """Collects sprites by their foot on the map, in pixels; thrown away after the frame."""

    view: View
    shadows: list[Blit] = field(default_factory=list)
    standing: list[tuple[float, int, Blit]] = field(default_factory=list)

    def shadow(self, sprite: Sprite, x: float, y: float) -> None:
        """Something flat on the ground, under everybody."""
        at_x, at_y = self.view.on_canvas(x, y)
        self.shadows.append((sprite.surface, (at_x - sprite.ax, at_y - sprite.ay)))

    def stand(self, sprite: Sprite, x: float, y: float, foot: float | None = None) -> None:
        """Something upright; ``foot`` is the line it is sorted by, if that is not y."""
        at_x, at_y = self.view.on_canvas(x, y)
        blit = (sprite.surface, (at_x - sprite.ax, at_y - sprite.ay))
        self.standing.append((y if foot is None else foot, len(self.standing), blit))

    def draw_shadows(self, canvas: pygame.Surface) -> None:
        """Lay down the shadows."""
        canvas.fblits(self.shadows)

    def draw_standing(self, canvas: pygame.Surface) -> None:
        """Draw what stands, far to near."""
        self.standing.sort(key=lambda item: item[:2])
        canvas.fblits([blit for _, _, blit in self.standing])

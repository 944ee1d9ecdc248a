"""Pictures made from sprites while the game runs: long shadows, outlines, plants bent by wind.

Each is made once for a sprite and kept.
"""

from dataclasses import dataclass, field
from typing import Final

import pygame

from game.sim.land.light import MOON_WIND
from game.view.atlas import Sprite
from game.view.palette import Rgb, rgb

SHADOW_ALPHA: Final = 92
_KEPT: Final = 1200
_POST_PX: Final = 14
_AROUND: Final = ((0, 1), (1, 0), (0, -1), (-1, 0))
_HALO: Final = tuple(
    (x, y) for y in range(-2, 3) for x in range(-2, 3) if abs(x) + abs(y) in (2, 3)
)
_MOON_LENGTH: Final = (MOON_WIND[0] ** 2 + MOON_WIND[1] ** 2) ** 0.5
_REACH: Final = 0.55
"""Length of a shadow on the ground per pixel of height, with the moon at its middle."""


@dataclass(slots=True)
class Shapes:
    """Makes and keeps them; one for each stage. Keys are the sprites' names."""

    _made: dict[tuple[str, str, int], Sprite] = field(default_factory=dict)

    def shadow(self, name: str, sprite: Sprite, length_per_mille: int) -> Sprite:
        """The shadow that a standing sprite throws in the moon, from its foot to lower right."""
        key = ("shadow", name, length_per_mille)
        found = self._made.get(key)
        return found or self._keep(key, _thrown(sprite, length_per_mille / 1000))

    def outline(self, name: str, sprite: Sprite, color: str = "chak3") -> Sprite:
        """A line around a sprite with a dithered halo, without the sprite."""
        key = ("outline " + color, name, 0)
        found = self._made.get(key)
        return found or self._keep(key, _outlined(sprite, rgb(color)))

    def bent(self, name: str, sprite: Sprite, lean: int) -> Sprite:
        """A sprite whose top leans so many pixels to the right."""
        if lean == 0:
            return sprite
        key = ("bent", name, lean)
        found = self._made.get(key)
        return found or self._keep(key, _leaning(sprite, lean))

    def mirrored(self, name: str, sprite: Sprite) -> Sprite:
        """The same sprite facing the other way."""
        key = ("mirrored", name, 0)
        found = self._made.get(key)
        if found is None:
            turned = pygame.transform.flip(sprite.surface, True, False)
            ax = turned.get_width() - 1 - sprite.ax
            found = self._keep(key, Sprite(turned, ax, sprite.ay))
        return found

    def on_post(self, name: str, sprite: Sprite) -> Sprite:
        """A small thing on a wooden post as high as a man."""
        key = ("post", name, 0)
        found = self._made.get(key)
        return found or self._keep(key, _raised(sprite))

    def _keep(self, key: tuple[str, str, int], sprite: Sprite) -> Sprite:
        if len(self._made) >= _KEPT:
            self._made.clear()
        self._made[key] = sprite
        return sprite


def _thrown(sprite: Sprite, length: float) -> Sprite:
    width, height = sprite.surface.get_size()
    tall = min(sprite.ay, height - 1)
    reach = tall * length * _REACH
    right, down = reach * MOON_WIND[0] / _MOON_LENGTH, reach * MOON_WIND[1] / _MOON_LENGTH
    size = width + int(right) + 2, int(down) + 3
    ink = pygame.mask.from_surface(sprite.surface, 100).to_surface(
        setcolor=(*rgb("sand0"), SHADOW_ALPHA), unsetcolor=(0, 0, 0, 0)
    )
    thrown = pygame.Surface(size, pygame.SRCALPHA)
    # every row of the sprite falls on the row of ground that its height reaches
    rows = max(1, int(down) + 1)
    for row in range(rows):
        high = tall * row // rows
        strip = (0, tall - high, width, 1)
        thrown.blit(ink, (int(right * row / rows), row), strip)
    return Sprite(thrown, sprite.ax, 0)


def _outlined(sprite: Sprite, color: Rgb) -> Sprite:
    margin = 3
    width, height = sprite.surface.get_size()
    body = pygame.mask.Mask((width + 2 * margin, height + 2 * margin))
    body.draw(pygame.mask.from_surface(sprite.surface, 100), (margin, margin))
    line, halo = pygame.mask.Mask(body.get_size()), pygame.mask.Mask(body.get_size())
    for x, y in _AROUND:
        line.draw(body, (x, y))
    for x, y in _HALO:
        halo.draw(body, (x, y))
    line.erase(body, (0, 0))
    halo.erase(body, (0, 0))
    halo.erase(line, (0, 0))
    halo.erase(_checker(body.get_size()), (0, 0))
    surface = halo.to_surface(setcolor=(*rgb("chak2"), 120), unsetcolor=(0, 0, 0, 0))
    surface.blit(line.to_surface(setcolor=(*color, 235), unsetcolor=(0, 0, 0, 0)), (0, 0))
    return Sprite(surface, sprite.ax + margin, sprite.ay + margin)


def _checker(size: tuple[int, int]) -> pygame.mask.Mask:
    mask = pygame.mask.Mask(size)
    for y in range(size[1]):
        for x in range(y % 2, size[0], 2):
            mask.set_at((x, y))
    return mask


def _raised(sprite: Sprite) -> Sprite:
    width, height = sprite.surface.get_size()
    surface = pygame.Surface((width, height + _POST_PX), pygame.SRCALPHA)
    for i, color in enumerate(("ink", "tan1", "tan0", "ink")):
        surface.fill(rgb(color), (sprite.ax - 2 + i, height - 4, 1, _POST_PX + 3))
    surface.fill(rgb("ink"), (sprite.ax - 1, height + _POST_PX - 1, 2, 1))
    surface.blit(sprite.surface, (0, 0))
    return Sprite(surface, sprite.ax, height + _POST_PX - 2)


def _leaning(sprite: Sprite, lean: int) -> Sprite:
    width, height = sprite.surface.get_size()
    room = abs(lean)
    surface = pygame.Surface((width + 2 * room, height), pygame.SRCALPHA)
    for row in range(height):
        high = max(0, sprite.ay - row)
        aside = round(lean * (high / max(1, sprite.ay)) ** 1.4)
        surface.blit(sprite.surface, (room + aside, row), (0, row, width, 1))
    return Sprite(surface, sprite.ax + room, sprite.ay)

"""The close-up of whoever lies there: breathing body, shirt, hands, and green light on skin.

The pictures are those of ``assets/closeup`` (made by ``tools/art/closeup.py``); what depends on
breath and light is prepared here once.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
import pygame
from numpy.typing import NDArray

from game.view.atlas import Atlas, AtlasError

SIZE: Final = (480, 270)
BREATHS: Final = 4
"""Pictures between breathed out and breathed in."""
GLOWS: Final = 8
"""Strengths of the light, besides none."""
_GLOW_RADIUS_PX: Final = 112
_SWELL: Final = 0.016
"""How much wider the chest is when breathed in."""
_BAYER: Final = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]])


@dataclass(frozen=True, slots=True)
class Figure:
    """One patient's pictures."""

    bodies: list[pygame.Surface]
    """Under the moon, from breathed out to breathed in."""
    greens: list[pygame.Surface]
    """The same as the light of healing shows them, bones shining through."""
    shirt: pygame.Surface
    """What covers him until it is cut, whole."""


@dataclass(slots=True)
class CloseUp:
    """All layers, ready to be blitted. Make one with ``load_closeup``."""

    folder: Path
    parts: Atlas
    glows: list[pygame.Surface]
    """Masks of the light, weakest first."""
    _figures: dict[str, Figure] = field(default_factory=dict)

    def figure(self, name: str) -> Figure:
        """A patient's pictures, read when first asked for. Raises AtlasError."""
        found = self._figures.get(name)
        if found is None:
            folder = self.folder / name
            body, green = _picture(folder / "base.png"), _picture(folder / "green.png")
            green.blit(_sound_ribs(self.parts), (0, 0))
            shirt = _picture(folder / "shirt.png")
            found = self._figures[name] = Figure(
                _breathing(body, alpha=False), _breathing(green, alpha=True), shirt
            )
        return found

    def draw_light(
        self, canvas: pygame.Surface, figure: Figure, at: tuple[int, int], strength: int,
        breath: int,
    ) -> None:  # fmt: skip
        """Show the skin round a point in green light; strength 0..1000."""
        step = min(GLOWS, strength * (GLOWS + 1) // 1000) - 1
        if step < 0:
            return
        mask = self.glows[step]
        area = mask.get_rect(center=at)
        shown = area.clip(canvas.get_rect())
        if shown.width <= 0 or shown.height <= 0:
            return
        lit = figure.greens[breath].subsurface(shown).copy()
        offset = (area.x - shown.x, area.y - shown.y)
        lit.blit(mask, offset, special_flags=pygame.BLEND_RGBA_MULT)
        canvas.blit(lit, shown)

    def draw_part(self, canvas: pygame.Surface, name: str, x: int = 0, y: int = 0) -> None:
        """One part with its foot point at (x, y); those that lie on him are in place at (0, 0)."""
        sprite = self.parts.frame(name)
        canvas.blit(sprite.surface, (x - sprite.ax, y - sprite.ay))


def load_closeup(folder: Path) -> CloseUp:
    """What all patients share of a folder. Raises AtlasError for what cannot be read."""
    parts = Atlas.load(folder / "parts.json")
    return CloseUp(folder, parts, [_glow(step + 1) for step in range(GLOWS)])


def _sound_ribs(parts: Atlas) -> pygame.Surface:
    """The rib cage with both sides sound: a gap would tell what is still hidden."""
    cage = pygame.Surface(SIZE, pygame.SRCALPHA)
    ribs = parts.frame("scan/ribs")
    cage.blit(ribs.surface, (-ribs.ax, -ribs.ay))
    half = SIZE[0] // 2
    sound = cage.subsurface((0, 0, half, SIZE[1])).copy()
    cage.fill((0, 0, 0, 0), (half, 0, half, SIZE[1]))
    cage.blit(pygame.transform.flip(sound, True, False), (half, 0))
    return cage


def _picture(path: Path) -> pygame.Surface:
    try:
        image = pygame.image.load(path)
    except (OSError, pygame.error) as error:
        raise AtlasError(f"{path}: cannot be read: {error}") from error
    if image.get_size() != SIZE:
        raise AtlasError(f"{path}: is not {SIZE[0]}x{SIZE[1]}; rebuild it with python -m tools.art")
    return image


def _breathing(picture: pygame.Surface, *, alpha: bool) -> list[pygame.Surface]:
    """The chest widens and rises by a pixel or so around its middle."""
    source = pygame.surfarray.array3d(picture)
    x, y = np.mgrid[0 : SIZE[0], 0 : SIZE[1]].astype(np.float64)
    across, along = (x - 240) / 110, (y - 130) / 125
    weight = np.clip(1 - (across**2 + along**2), 0, 1) ** 0.5
    frames = []
    for step in range(BREATHS):
        swell = _SWELL * step / (BREATHS - 1) * weight
        from_x = np.clip(np.rint(x - (x - 240) * swell), 0, SIZE[0] - 1).astype(np.intp)
        from_y = np.clip(np.rint(y - (y - 165) * swell), 0, SIZE[1] - 1).astype(np.intp)
        frame = pygame.Surface(SIZE, pygame.SRCALPHA if alpha else 0)
        if alpha:
            frame.fill((0, 0, 0, 255))
        pixels = pygame.surfarray.pixels3d(frame)
        pixels[:] = source[from_x, from_y]
        del pixels
        frames.append(frame)
    return frames


def _glow(strength: int) -> pygame.Surface:
    """A disc of light in dithered bands."""
    radius = _GLOW_RADIUS_PX * (GLOWS + strength) // (2 * GLOWS)
    side = 2 * radius
    x, y = np.mgrid[0:side, 0:side].astype(np.float64)
    distance = np.hypot(x - radius, (y - radius) * 1.15) / radius
    tone = np.clip(1.15 * (1 - distance), 0, 1) * (0.45 + 0.55 * strength / GLOWS)
    banded = np.floor(tone * 7 + _threshold(side, side)) / 7
    mask = pygame.Surface((side, side), pygame.SRCALPHA)
    mask.fill((255, 255, 255, 0))
    alpha = pygame.surfarray.pixels_alpha(mask)
    alpha[:] = np.clip(banded * 390, 0, 245).astype(np.uint8)
    del alpha
    return mask


def _threshold(width: int, height: int) -> NDArray[Any]:
    tiled = np.tile(_BAYER, (width // 4 + 1, height // 4 + 1))[:width, :height]
    return np.asarray((tiled + 0.5) / 16)

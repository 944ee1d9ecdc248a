"""A pen for small drawings made while the game loads: large hard shapes, then reduced by majority.

Shapes are drawn four times too large in palette colours without mixing; each pixel takes the colour
that most of its samples have. So what is painted from data looks like what was drawn by hand.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

import numpy as np
import pygame
from numpy.typing import NDArray

from game.view.palette import rgb

Spot = tuple[float, float]
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

SAMPLES: Final = 4
_ALONG: Final = 40
"""Places along a tapering line."""


class Pen:
    """One drawing in progress, of an area of a larger picture whose coordinates it takes."""

    def __init__(self, area: pygame.Rect) -> None:
        self.area = area
        self._shape = (area.width * SAMPLES, area.height * SAMPLES)
        self._samples: NDArray[np.uint8] = np.zeros(self._shape, np.uint8)
        self._colors: list[str] = []

    def taper(
        self, points: Sequence[Spot], color: str, widths: Sequence[float], clip: Mask | None = None
    ) -> None:
        """A line through the points whose width follows ``widths`` from start to end."""
        middle = smooth(points, _ALONG)
        along = np.linspace(0, 1, _ALONG)
        width = np.interp(along, np.linspace(0, 1, len(widths)), widths)
        tangent = np.gradient(middle, axis=0)
        tangent /= np.maximum(np.hypot(tangent[:, 0], tangent[:, 1])[:, None], 1e-6)
        normal = np.stack([-tangent[:, 1], tangent[:, 0]], -1) * width[:, None] / 2
        self._draw(np.r_[middle + normal, (middle - normal)[::-1]], color, clip)

    def fill(self, points: Sequence[Spot], color: str, clip: Mask | None = None) -> Mask:
        """A shape with straight sides; returns its mask, for clipping others."""
        mask = self.mask(np.array(points, np.float64))
        self.lay(mask, color, clip)
        return mask

    def ellipse(
        self, middle: Spot, radii: Spot, color: str, clip: Mask | None = None
    ) -> None:
        """An ellipse that lies straight."""
        turn = np.linspace(0, 2 * np.pi, 24, endpoint=False)
        points = np.stack(
            [middle[0] + np.cos(turn) * radii[0], middle[1] + np.sin(turn) * radii[1]], -1
        )
        self._draw(points, color, clip)

    def mask(self, points: Floats) -> Mask:
        """The samples inside an outline, shape of the samples."""
        inside = np.zeros(self._shape, np.bool_)
        columns, rows, part = self._inside(points)
        inside[columns, rows] = part
        return inside

    def lay(self, mask: Mask, color: str, clip: Mask | None = None) -> None:
        """Give all samples of a mask a colour."""
        self._samples[mask if clip is None else mask & clip] = self._number(color)

    def _draw(self, points: Floats, color: str, clip: Mask | None) -> None:
        columns, rows, part = self._inside(points)
        if clip is not None:
            part &= clip[columns, rows]
        self._samples[columns, rows][part] = self._number(color)

    def _inside(self, points: Floats) -> tuple[slice, slice, Mask]:
        """The samples inside an outline, and the part of the area that they lie in."""
        at = (points - (self.area.x, self.area.y)) * SAMPLES
        low = np.clip(np.floor(at.min(axis=0)).astype(int) - 1, 0, self._shape)
        high = np.clip(np.ceil(at.max(axis=0)).astype(int) + 2, 0, self._shape)
        size = (max(0, int(high[0] - low[0])), max(0, int(high[1] - low[1])))
        layer = pygame.Surface(size, depth=8)
        pygame.draw.polygon(layer, 1, [(float(x), float(y)) for x, y in at - low])
        part: Mask = pygame.surfarray.array2d(layer) > 0
        return slice(low[0], low[0] + size[0]), slice(low[1], low[1] + size[1]), part

    def _number(self, color: str) -> int:
        if color not in self._colors:
            self._colors.append(color)
        return self._colors.index(color) + 1

    def pixels(self, alpha: int = 255) -> NDArray[np.uint8]:
        """The drawing as RGBA, shape (width, height, 4): each pixel clear or one colour."""
        width, height = self.area.size
        result = np.zeros((width, height, 4), np.uint8)
        best = np.zeros((width, height), np.uint8)
        covered = per_pixel(self._samples > 0)
        for number, name in enumerate(self._colors, start=1):
            count = per_pixel(self._samples == number)
            result[count > best, :3] = rgb(name)
            best = np.maximum(best, count)
        result[..., 3] = np.where(covered * 2 > SAMPLES * SAMPLES, alpha, 0)
        result[result[..., 3] == 0] = 0
        return result


def per_pixel(samples: Mask) -> NDArray[np.uint8]:
    """How many samples of each pixel are set."""
    ones = samples.view(np.uint8)
    across = ones[0::SAMPLES].copy()
    for offset in range(1, SAMPLES):
        across += ones[offset::SAMPLES]
    count = across[:, 0::SAMPLES].copy()
    for offset in range(1, SAMPLES):
        count += across[:, offset::SAMPLES]
    return count


def smooth(points: Sequence[Spot], count: int, *, closed: bool = False) -> Floats:
    """``count`` places along a curve (Catmull-Rom) through the points, evenly by its length."""
    spots = np.array(points, np.float64)
    ring = [*range(len(spots)), 0] if closed else list(range(len(spots)))
    fine: list[Floats] = []
    share = np.linspace(0, 1, 16, endpoint=False)[:, None]
    for here, there in pairwise(ring):
        before = spots[here - 1] if closed or here > 0 else spots[here]
        after = spots[(there + 1) % len(spots)] if closed or there + 1 < len(spots) else (
            spots[there]
        )
        start, end = spots[here], spots[there]
        fine.append(
            0.5 * (
                2 * start
                + (end - before) * share
                + (2 * before - 5 * start + 4 * end - after) * share**2
                + (3 * start - before - 3 * end + after) * share**3
            )
        )
    curve = np.concatenate([*fine, spots[ring[-1:]]])
    length = np.r_[0, np.cumsum(np.hypot(*np.diff(curve, axis=0).T))]
    at = np.linspace(0, length[-1], count)
    return np.stack([np.interp(at, length, curve[:, 0]), np.interp(at, length, curve[:, 1])], -1)


def surface_of(pixels: NDArray[Any]) -> pygame.Surface:
    """A picture from RGBA, shape (width, height, 4)."""
    width, height = pixels.shape[:2]
    data = np.ascontiguousarray(pixels.transpose(1, 0, 2)).tobytes()
    image = pygame.image.frombytes(data, (width, height), "RGBA")
    return image.convert_alpha() if pygame.display.get_surface() is not None else image

"""Small pixel operations on sprites: typed grids, paste, outline, rim light, tint.

A sprite is an RGBA image, uint8, shape (height, width, 4); a pixel is either clear or solid unless
it is a shadow or a light. The moon stands upper left in every picture.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tools.art.palette import rgba, vector

Image = NDArray[np.uint8]
Mask = NDArray[np.bool_]

CLEAR_MARKS = ". "


def canvas(width: int, height: int) -> Image:
    """A clear sprite."""
    return np.zeros((height, width, 4), np.uint8)


def full(text: str) -> list[str]:
    """Rows of a typed grid: blank first and last lines go, indentation goes."""
    return [row.strip() for row in text.strip().split("\n")]


def half(text: str) -> list[str]:
    """Rows of a grid of which only the left half is typed; the right half is its mirror image."""
    return [row + row[::-1] for row in full(text)]


def grid_sprite(rows: Sequence[str], key: Mapping[str, str], width: int | None = None) -> Image:
    """A sprite from rows of characters; key maps a character to a colour name, `.` is clear.

    Raises ValueError naming the row and column of a character that the key lacks.
    """
    image = canvas(width or max(len(row) for row in rows), len(rows))
    for y, row in enumerate(rows):
        for x, mark in enumerate(row):
            if mark in CLEAR_MARKS:
                continue
            if mark not in key:
                raise ValueError(f"row {y}, column {x}: {mark!r} is not in the key: {row!r}")
            image[y, x] = rgba(key[mark])
    return image


def dot(image: Image, x: float, y: float, name: str, alpha: int = 255) -> None:
    """Set one pixel to a named colour; outside the image nothing happens."""
    ix, iy = int(x), int(y)
    if 0 <= iy < image.shape[0] and 0 <= ix < image.shape[1]:
        image[iy, ix] = rgba(name, alpha)


def dots(image: Image, x: float, y: float, marks: Iterable[tuple[int, int, str]]) -> None:
    """Set several pixels (dx, dy, colour name) around a place: eyes, teeth, spines."""
    for dx, dy, name in marks:
        dot(image, int(x) + dx, int(y) + dy, name)


def paste(target: NDArray[Any], sprite: Image, x: float, y: float, alpha: float = 1.0) -> None:
    """Lay a sprite over a picture in place, clipped; target has 3 (RGB) or 4 (RGBA) channels."""
    left, top = round(x), round(y)
    height, width = sprite.shape[:2]
    x0, y0 = max(left, 0), max(top, 0)
    x1, y1 = min(left + width, target.shape[1]), min(top + height, target.shape[0])
    if x1 <= x0 or y1 <= y0:
        return
    cut = sprite[y0 - top : y1 - top, x0 - left : x1 - left]
    area = target[y0:y1, x0:x1]
    opaque = cut[..., 3] == 255
    if alpha == 1.0 and sprite.dtype == target.dtype and bool((opaque | (cut[..., 3] == 0)).all()):
        area[opaque] = cut[opaque, : target.shape[2]]  # nothing to mix, which is ten times as fast
        return
    source = cut.astype(np.float32)
    over = source[..., 3:4] / 255 * alpha
    under = area.astype(np.float32)
    if target.shape[2] == 3:
        target[y0:y1, x0:x1] = (under * (1 - over) + source[..., :3] * over).astype(target.dtype)
        return
    under_alpha = under[..., 3:4] / 255
    out_alpha = over + under_alpha * (1 - over)
    mixed = source[..., :3] * over + under[..., :3] * under_alpha * (1 - over)
    color = np.where(out_alpha > 0, mixed / np.maximum(out_alpha, 1e-6), 0)
    result = np.concatenate([color, out_alpha * 255], -1)
    target[y0:y1, x0:x1] = np.floor(result + 0.5).astype(target.dtype)


def flip(image: Image) -> Image:
    """The mirror image, left and right exchanged."""
    return image[:, ::-1].copy()


def pad(image: Image, left: int, top: int, right: int, bottom: int) -> Image:
    """The image with clear margins added."""
    return np.pad(image, ((top, bottom), (left, right), (0, 0)))


def solid(image: Image) -> Mask:
    """Where the sprite is not clear."""
    result: Mask = image[..., 3] > 0
    return result


def shift(mask: NDArray[Any], dx: int, dy: int) -> NDArray[Any]:
    """A mask or map moved by (dx, dy); what comes in from outside is zero."""
    result = np.zeros_like(mask)
    height, width = mask.shape[:2]
    if abs(dx) >= width or abs(dy) >= height:
        return result
    to_y, from_y = slice(max(dy, 0), height + min(dy, 0)), slice(max(-dy, 0), height - max(dy, 0))
    to_x, from_x = slice(max(dx, 0), width + min(dx, 0)), slice(max(-dx, 0), width - max(dx, 0))
    result[to_y, to_x] = mask[from_y, from_x]
    return result


def outline(image: Image, name: str = "ink", neighbour_share: float = 0.34) -> Image:
    """The sprite with one dark pixel around it (two wider, two higher), tinted by its neighbour.

    A share of the neighbour's colour in the line keeps it soft (a selective outline); share 0 gives
    a plain line of the named colour.
    """
    padded = pad(image, 1, 1, 1, 1)
    inside = solid(padded)
    result = padded.copy()
    line = vector(name) * (1 - neighbour_share)
    for dx, dy in ((0, 1), (1, 0), (-1, 0), (0, -1)):
        edge = shift(inside, dx, dy) & ~solid(result)
        neighbour = shift(padded, dx, dy)[..., :3].astype(np.float32)
        result[edge, :3] = (neighbour * neighbour_share + line)[edge].astype(np.uint8)
        result[edge, 3] = 255
    return result


def rim(image: Image, name: str = "moon1", amount: float = 0.45) -> Image:
    """Moonlight along the top edges, and along left edges fading to nothing towards the feet."""
    inside = solid(image)
    top = inside & ~shift(inside, 0, 1)
    left = inside & ~shift(inside, 1, 0)
    thin = ~shift(inside, 0, -1)
    edge = (top | left) & ~thin
    height = image.shape[0]
    fade = np.clip(1.15 - np.arange(height)[:, None] / height * 1.3, 0.1, 0.8)
    strength = (np.where(top, 1.0, fade) * amount)[edge][:, None]
    result = image.copy()
    lit = image[edge, :3].astype(np.float32) * (1 - strength) + vector(name) * strength
    result[edge, :3] = lit.astype(np.uint8)
    return result


def tint(image: Image, factors: tuple[float, float, float]) -> Image:
    """The image with each channel multiplied; alpha stays."""
    result = image.copy()
    scaled = image[..., :3].astype(np.float32) * np.array(factors, np.float32)
    result[..., :3] = np.clip(scaled, 0, 255).astype(np.uint8)
    return result


def limb(
    image: Image,
    points: Sequence[tuple[float, float]],
    colors: tuple[str, str, str],
    radius: float = 1.35,
) -> None:
    """Draw a thick line through the points: left edge light, right edge dark.

    colors are (dark, mid, light).
    """
    # Only the box around the line is looked at; its margin keeps the edges right.
    margin = radius + 2
    left = max(0, math.floor(min(p[0] for p in points) - margin))
    top = max(0, math.floor(min(p[1] for p in points) - margin))
    right = min(image.shape[1], math.ceil(max(p[0] for p in points) + margin) + 1)
    bottom = min(image.shape[0], math.ceil(max(p[1] for p in points) + margin) + 1)
    if left >= right or top >= bottom:
        return
    y, x = np.mgrid[top:bottom, left:right].astype(np.float64)
    nearest = np.full(x.shape, np.inf)
    for (ax, ay), (bx, by) in pairwise(points):
        dx, dy = bx - ax, by - ay
        along = np.clip(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy + 1e-6), 0, 1)
        nearest = np.minimum(nearest, np.hypot(x - ax - along * dx, y - ay - along * dy))
    mask = nearest <= radius
    dark, mid, light = colors
    area = image[top:bottom, left:right]
    area[mask] = rgba(mid)
    area[mask & ~shift(mask, 1, 0)] = rgba(light)
    area[mask & ~shift(mask, -1, 0)] = rgba(dark)


def ellipse(width: int, height: int, name: str = "sand0", alpha: int = 180) -> Image:
    """A flat ellipse, the shadow at a figure's feet."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float64)
    across = ((x - (width - 1) / 2) / (width / 2)) ** 2
    down = ((y - (height - 1) / 2) / (height / 2)) ** 2
    image = canvas(width, height)
    image[across + down <= 1] = rgba(name, alpha)
    return image

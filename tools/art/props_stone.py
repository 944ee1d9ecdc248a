"""Stone: rocks, boulders that break, columns, ruined walls.

Solid things are height fields seen from three quarters above: the top keeps its tones, what falls
away to the south shows a vertical face.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from tools.art.dither import FloatMap, shade_ramp
from tools.art.edges import outline, rim
from tools.art.noise import Floats, fbm, grid, hash01
from tools.art.palette import ramp, rgba
from tools.art.raster import Image, canvas, paste, shift, solid

FaceTone = Callable[[int, int, int], float]
"""Tone of a vertical face at (column, px below its edge, row of the ground)."""

MOON = np.array((-0.60, -0.45, 0.66)) / np.linalg.norm((-0.60, -0.45, 0.66))


def project(
    height: FloatMap, tone: FloatMap, face: FaceTone, ramp_name: str, amount: float
) -> Image:
    """A height field (h, w) in px as a sprite; rows are painted from far to near."""
    rows, columns = height.shape
    top = int(np.ceil(height.max())) + 1
    painted = np.full((rows + top, columns), np.nan)
    for y in range(rows):
        for x in range(columns):
            if height[y, x] <= 0:
                continue
            upper = round(y + top - height[y, x])
            ahead = height[y + 1, x] if y + 1 < rows else 0.0
            lower = round(y + 1 + top - max(ahead, 0.0))
            painted[upper, x] = tone[y, x]
            for k in range(upper + 1, min(lower, rows + top)):
                painted[k, x] = face(x, k - upper, y)
    there = ~np.isnan(painted)
    image = canvas(columns, rows + top)
    image[..., :3] = shade_ramp(np.where(there, painted, 0), ramp(ramp_name), amount)
    image[..., 3] = there * 255
    return image


def trimmed(image: Image) -> Image:
    """The image without clear margins."""
    used = solid(image)
    rows, columns = np.flatnonzero(used.any(1)), np.flatnonzero(used.any(0))
    return image[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


LEAN: Final = ((0.74, 0.93), (0.62, 0.86))
"""How far out the planes of a rock lie: those of its sides, and those of its top."""
STOUT: Final = ((0.84, 0.97), (0.66, 0.90))
"""The same for a rock that fills the ground it stands on."""


def rock(
    width: int,
    depth: int,
    height: float,
    seed: int,
    build: tuple[tuple[float, float], tuple[float, float]] = LEAN,
) -> Image:
    """A faceted boulder: the space under some sixteen random planes."""
    dice = np.random.default_rng(seed)
    x, y = grid(width, depth)
    across = (x - (width - 1) / 2) / (width / 2)
    down = (y - (depth - 1) / 2) / (depth / 2)
    surface = np.full((depth, width), 9.0)
    facet = np.zeros((depth, width), int)
    normals = []
    for i in range(16):
        angle = i * np.pi / 3 + dice.uniform(-0.4, 0.4) if i < 6 else dice.uniform(0, 2 * np.pi)
        lift = dice.uniform(0.15, 0.55) if i < 9 else dice.uniform(0.7, 1.35)
        normal = np.array(
            (np.cos(angle) * np.cos(lift), np.sin(angle) * np.cos(lift), np.sin(lift))
        )
        far = dice.uniform(*build[0 if i < 6 else 1])
        plane = (far - normal[0] * across - normal[1] * down) / max(normal[2], 0.12)
        facet = np.where(plane < surface, i, facet)
        surface = np.minimum(surface, plane)
        normals.append(normal * (1, 1, 0.8))
    flat = np.array(normals)
    light = (flat / np.linalg.norm(flat, axis=1, keepdims=True)) @ MOON
    tone = 0.2 + np.clip(light * 0.72 + 0.34, 0, 1)[facet] * 4.6
    tone += (fbm(x / 6, y / 6, seed + 3, 3) - 0.5) * 1.7
    edge = (facet != shift(facet, 1, 0)) | (facet != shift(facet, 0, 1))
    tone = np.where(edge & (light[facet] > 0.25), tone + 0.7, tone)
    turned = _turned(across[0], x[0], seed)
    cleft = np.diff(turned, prepend=turned[0]) != 0

    def face(column: int, below: int, row: int) -> float:
        grit = (float(hash01(column // 2, below // 2, seed)) - 0.5) * 0.6
        ledge = 0.5 if (below + int(turned[column] * 2)) % 7 == 6 else 0.0
        dark = 0.95 * turned[column] + 0.05 * below + 0.6 * cleft[column] + ledge
        return max(0.1, 1.75 - float(dark) + grit)

    high = np.where(surface > 0, np.clip(surface, 0, 1.2) * height, 0)
    return outline(rim(trimmed(project(high, tone, face, "stone", 0.32)), "moon1", 0.40))


def _turned(across: Floats, x: Floats, seed: int) -> Floats:
    """How far the steep side of a rock is turned from the moon, by column, in a few flat steps."""
    leaning = across * 1.3 + (fbm(x / 5, x * 0, seed + 9, 2) - 0.5) * 1.6
    steps: Floats = np.floor(leaning * 2.2) / 2.2
    return steps


BOULDERS: Final = ((38, 26, 26, 51), (42, 26, 24, 106), (36, 24, 30, 103))
"""Width, depth, height and seed of each boulder that a fist can break."""


def boulder(which: int, state: str) -> Image:
    """One of BOULDERS: whole, cracked by the blow, or broken to rubble."""
    width, depth, height, seed = BOULDERS[which]
    whole = rock(width, depth, height, seed)
    if state == "whole":
        return whole
    dice = np.random.default_rng(seed)
    if state == "cracked":
        tall, wide = whole.shape[:2]
        down = [(wide * 0.5 + dice.uniform(-4, 4), tall * part / 6) for part in range(1, 6)]
        aside = [down[2], (wide * 0.74, tall * 0.62), (wide * 0.86, tall * 0.8)]
        back = [down[1], (wide * 0.3, tall * 0.42), (wide * 0.18, tall * 0.6)]
        return _cracked(whole, down, aside, back)
    image = canvas(width + 10, depth + 10)
    pieces = ((14, 10, 9), (12, 9, 7), (16, 11, 10), (9, 7, 5), (11, 8, 6), (7, 5, 4), (5, 4, 3))
    for i, (w, d, h) in enumerate(pieces):
        angle = i * 2.399 + seed
        away = 0.18 + 0.27 * (i / len(pieces))
        x = (width + 10) * (0.5 + away * np.cos(angle)) - w / 2
        y = (depth + 10) * (0.42 + away * np.sin(angle) * 0.9) - d / 2
        paste(image, rock(w, d, h, seed + 10 + i), max(0, x), max(0, y))
    return trimmed(image)


def _cracked(image: Image, *lines: Sequence[tuple[float, float]]) -> Image:
    """The image with jagged cracks along these lines, dark with a lit edge on the right."""
    result = image.copy()
    inside = solid(image)
    for line in lines:
        for (ax, ay), (bx, by) in pairwise(line):
            for k in range(24):
                x, y = round(ax + (bx - ax) * k / 24), round(ay + (by - ay) * k / 24)
                on_it = 0 <= y < inside.shape[0] and 0 <= x < inside.shape[1] - 1
                if not (on_it and inside[y, x]):
                    continue
                result[y, x] = rgba("stone0")
                if inside[y, x + 1] and k % 3:
                    result[y, x + 1] = rgba("stone4")
    return result


def column(height: int, radius: int, seed: int) -> Image:
    """A sandstone drum column with a broken top, standing in sand."""
    width, rows = 2 * radius + 5, height + radius + 4
    x, y = grid(width, rows)
    across = (x - (width / 2 - 0.5)) / radius
    ragged = (fbm(x[0] / 4, x[0] * 0, seed, 2) - 0.5) * 5
    lean = 1 if seed % 2 else -1
    top = radius * 0.5 + 2 + np.round((1 + across[0] * lean) * 2.6 + ragged)
    round_foot = np.sqrt(np.clip(1 - across**2, 0, 1))
    foot = rows - 3 - (1 - round_foot) * radius * 0.5
    there = (np.abs(across) <= 1) & (y >= top[None]) & (y <= foot)
    tone = 3.2 - 2.6 * np.clip(across + 0.55, -1, 1) - np.where(across < -0.75, 0.7, 0)
    tone += (fbm(x / 4, y / 5, seed + 1, 2) - 0.5) * 1.4
    flute = np.sin(np.arcsin(np.clip(across, -1, 1)) * 9)
    tone += np.where(flute > 0.6, 0.45, np.where(flute < -0.7, -0.55, 0))
    ring = (y - round_foot * radius * 0.35) % 12
    tone += np.where(np.abs(ring - 2) < 0.6, -1.1, np.where(np.abs(ring - 3.2) < 0.6, 0.6, 0))
    cap = y < top[None] + 2.4
    tone = np.where(cap, 4.3 + (fbm(x / 3, y / 3, seed + 5, 2) - 0.5) * 1.4, tone)
    image = canvas(width, rows)
    image[..., :3] = shade_ramp(tone, ramp("stone"), 0.5)
    image[..., 3] = there * 255
    return outline(rim(trimmed(image), "moon1", 0.4))


def brick_tone(column: int, row: int, seed: int, *, brick: int = 10, course: int = 5) -> float:
    """Tone of masonry at a px of a face, counted from its lower left corner."""
    line = row // course
    shifted = column + (line % 2) * (brick // 2)
    tone = 2.15 + (float(hash01(shifted // brick, line, seed)) - 0.5) * 1.1
    if row % course == 0 or shifted % brick == 0:
        return tone - 1.15
    if row % course == course - 1:
        return tone + 0.55
    return tone + (float(hash01(column // 2, row // 2, seed + 1)) - 0.5) * 0.6


def wallblock(width: int, depth: int, height: int, seed: int, broken: float = 0.5) -> Image:
    """A piece of ruined masonry with an uneven crown; broken 0 (whole) to 1 (nearly gone)."""
    x, y = grid(width, depth)
    gone = np.clip(fbm(x[0] / 9, x[0] * 0, seed, 3) * 1.5 - 0.25, 0, 1)
    crown = np.maximum(np.round(height * (1 - broken * gone) / 4) * 4, 3)
    tone = 3.6 + (fbm(x / 4, y / 4, seed + 1, 2) - 0.5) * 1.6

    def face(column: int, below: int, row: int) -> float:
        return brick_tone(column, int(crown[column]) - below, seed) - 0.02 * below

    image = project(np.tile(crown, (depth, 1)), tone, face, "stone", 0.35)
    return outline(rim(trimmed(image), "moon1", 0.4))

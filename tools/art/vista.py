"""Pieces of a night seen from the side: sky, moon, clouds, mesas, the village cliff, big dunes.

Each piece is a layer of its own (RGBA, clear where there is nothing), so that scenes can stack them
and the game can move them against each other.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from tools.art.dither import banded, shade_ramp
from tools.art.noise import Floats, fbm, grid, value_noise
from tools.art.palette import ColorRow, ramp, rgb
from tools.art.raster import Image, canvas, paste


def _hexes(text: str) -> ColorRow:
    return np.array([[int(h[i : i + 2], 16) for i in (0, 2, 4)] for h in text.split()], np.float32)


NIGHT_SKY: Final = _hexes("0a0918 100e26 171434 201b46 2c2459 3d2f6b 54407a 735584 967089")
DAWN_SKY: Final = _hexes("0f1130 171a44 222757 33366c 4d4880 705b8c 9b7692 c99a95 ecc49d")
MOON_FACE: Final = _hexes("5a6cb4 7b8fd0 9db2e8 bccdf5 d6e2fb eef2ff fffdf0")
CLIFF: Final = ramp("night1", "night2", "stone1", "stone2", "stone3")


def smoothstep(low: float, high: float, x: Floats) -> Floats:
    """0 below low, 1 above high, an S between."""
    t = np.clip((x - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def paint(
    layer: Image, where: NDArray[np.bool_], colors: NDArray[np.float32], alpha: int = 255
) -> None:
    """Set the chosen pixels of a layer to their colours from a full picture, in place."""
    layer[where, :3] = np.clip(colors[where], 0, 255).astype(np.uint8)
    layer[where, 3] = alpha


def flatten(layers: Sequence[Image]) -> Image:
    """All layers over one another, as one picture."""
    result = layers[0].copy()
    for layer in layers[1:]:
        paste(result, layer, 0, 0)
    return result


def tone_layer(tone: Floats, where: NDArray[np.bool_], colors: ColorRow, amount: float) -> Image:
    """A layer painted from a tone map with a ramp, clear outside `where`."""
    layer = canvas(tone.shape[1], tone.shape[0])
    paint(layer, where, shade_ramp(tone, colors, amount))
    return layer


def sky(
    width: int,
    height: int,
    horizon: int,
    seed: int,
    *,
    colors: ColorRow = NIGHT_SKY,
    stars: float = 1.0,
    lift: float = 0.0,
    milky_way: float = 1.0,
) -> tuple[Image, list[tuple[int, int]]]:
    """The sky with its milky way and stars; also the places of the brightest stars, to twinkle.

    lift brightens the whole; stars and milky_way scale how many and how strong.
    """
    x, y = grid(width, height)
    tone = (y / horizon) ** 1.35 * 7.2 + lift
    across = (x * 0.55 + y - 160) / 74
    band = np.exp(-across * across) * (fbm(x / 46, y / 30, seed, 4) * 1.5 - 0.15)
    band += np.exp(-((across * 2) ** 2)) * 0.9 * (fbm(x / 18, y / 13, seed + 3, 4) - 0.30)
    fade = np.clip(1 - y / horizon, 0, 1) ** 0.5
    tone += np.clip(band, 0, 2) * 2.9 * fade * milky_way
    layer = tone_layer(np.clip(tone, 0, 8), np.ones(tone.shape, bool), colors, 0.75)
    dice = np.random.default_rng(seed)
    names = ("night4", "steel1", "moon0", "steel2", "moon1", "moon2")
    bright: list[tuple[int, int]] = []
    for _ in range(int(width * height / 190 * stars)):
        sx, sy = int(dice.integers(0, width)), int(dice.random() ** 1.15 * horizon)
        dense = float(np.exp(-(((sx * 0.55 + sy - 160) / 74) ** 2)))
        shine = dice.random() * (1 - 0.65 * sy / horizon) * (0.6 + 0.6 * dense)
        if shine < 0.18:
            continue
        layer[sy, sx, :3] = rgb(names[min(5, int(shine * 6.2))])
        if shine > 0.80 and 0 < sx < width - 1 and 0 < sy < height - 1:
            for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                layer[sy + dy, sx + dx, :3] = rgb("moon0")
            layer[sy, sx, :3] = rgb("moon2")
            bright.append((sx, sy))
    return layer, bright


def moon(radius: int, seed: int = 2, halo: float = 1.0) -> Image:
    """A full moon lit from the upper left with four dithered halos, in a square of 9.2 radii."""
    reach = int(radius * 4.6)
    side = 2 * reach + 1
    x, y = grid(side, side, -reach, -reach)
    distance = np.hypot(x, y)
    shine = np.zeros((side, side))
    for spread, strength in ((4.6, 0.10), (2.9, 0.14), (1.9, 0.22), (1.35, 0.30)):
        falloff = np.clip(1 - (distance - radius) / (radius * (spread - 1)), 0, 1)
        shine = 1 - (1 - shine) * (1 - banded(falloff, 3, 1.0) * strength * halo)
    layer = canvas(side, side)
    layer[..., :3] = rgb("moon0")
    layer[..., 3] = np.floor(shine * 255 * 0.9).astype(np.uint8)
    light = np.clip((-x * 0.55 - y * 0.55) / radius * 0.5 + 0.55, 0, 1)
    seas = fbm(x / radius * 2.2 + 9, y / radius * 2.2 + 3, seed, 4)
    tone = 5.3 * light + 1.4 - (seas > 0.56) * 1.35 - (seas > 0.63) * 0.6
    paint(layer, distance <= radius, shade_ramp(tone, MOON_FACE, 0.6))
    return layer


def clouds(
    width: int, height: int, seed: int, color: str = "night4", strength: float = 1.0
) -> Image:
    """Thin veils that repeat to the right without a seam: dithered alpha over one colour."""
    x, y = grid(width, height)
    field = fbm(x / width * 5, y / height * 4.2 + 0.3 * np.sin(x / width * 2 * np.pi), seed, 4, 5)
    edge = np.sin(np.pi * (y + 0.5) / height)
    veil = smoothstep(0.46, 0.80, field) * edge
    layer = canvas(width, height)
    layer[..., :3] = rgb(color)
    layer[..., 3] = (banded(veil, 4, 1.0) * 110 * strength).astype(np.uint8)
    return layer


def blown_sand(width: int, height: int, seed: int, streaks: int = 14) -> Image:
    """Wind made visible: bent lines, a third of them with a curl at the end, and loose grains.

    Repeats to the right without a seam.
    """
    layer = canvas(width, height)
    layer[..., :3] = rgb("sand8")
    dice = np.random.default_rng(seed)

    def mark(x: float, y: float, share: float) -> None:
        row, column = int(y), int(x) % width
        if 0 <= row < height and (share > 0.16 or (row + column) % 2):
            layer[row, column, 3] = max(int(layer[row, column, 3]), int(255 * share))

    for _ in range(streaks):
        x, y = dice.uniform(0, width), dice.uniform(-10, height - 6)
        length, strongest = dice.uniform(26, 90), dice.uniform(0.18, 0.5)
        phase = dice.uniform(0, 6)
        for step in range(int(length)):
            share = strongest * np.sin(np.pi * step / length) ** 0.8
            mark(x + step, round(y + step * 0.30 + np.sin(step * 0.07 + phase) * 2.2), share)
        if dice.random() < 0.35:
            end_y = y + length * 0.30 + np.sin(length * 0.07 + phase) * 2.2
            for turn in np.linspace(0, 4.6, 16):
                mark(x + length + np.sin(turn) * 4, end_y - 4 + np.cos(turn) * 4, 0.25)
    for _ in range(streaks * 7):
        x, y = dice.uniform(0, width), dice.uniform(0, height)
        share = dice.uniform(0.2, 0.6)
        for step in range(int(dice.integers(1, 4))):
            mark(x + step, y, share)
    return layer


def haze(
    width: int, height: int, y0: float, depth: float, color: NDArray[np.float32], seed: int
) -> Image:
    """A dusty band at the foot of far things."""
    x, y = grid(width, height)
    density = np.exp(-(((y - y0) / depth) ** 2)) * (0.55 + 0.45 * fbm(x / 60, y / 9, seed, 3))
    layer = canvas(width, height)
    layer[..., :3] = color.astype(np.uint8)
    layer[..., 3] = (banded(np.clip(density, 0, 1), 5, 1.0) * 158).astype(np.uint8)
    return layer


def mesas(
    width: int, height: int, skyline: Sequence[tuple[float, float]], seed: int, rim: str = "night4"
) -> Image:
    """Flat-topped far rocks under a skyline given as places (x, y), left to right."""
    x, y = grid(width, height)
    line = np.array(skyline, float)
    top = np.interp(x[0], line[:, 0], line[:, 1])
    top += np.round((fbm(x[0] / 5, x[0] * 0, seed, 3) - 0.5) * 5)
    tone = 1.1 + (fbm(x / 6, y / 50, seed + 1, 3) - 0.5) * 2
    tone += (value_noise(y * 0, y / 4, seed + 2) - 0.5) * 0.7
    rock = y >= top[None]
    layer = tone_layer(tone, rock, ramp("night2", "night3", "night3"), 0.5)
    layer[rock & (y < top[None] + 1.1), :3] = rgb(rim)
    return layer


def cliff_tone(width: int, height: int, seed: int, cell: tuple[int, int] = (9, 15)) -> Floats:
    """A chiselled rock face: tall facets that turn left or right, with ledges. Tone about 0..4."""
    dice = np.random.default_rng(seed)
    x, y = grid(width, height)
    across, down = width // cell[0] + 3, height // cell[1] + 3
    seeds = np.array(
        [
            (i - 1 + dice.uniform(), j - 1 + dice.uniform() + 0.5 * (i % 2))
            for i in range(across)
            for j in range(down)
        ]
    )
    turn = dice.normal(0, 1, (len(seeds), 2))
    warp_x = (fbm(x / 14, y / 14, seed + 1, 2) - 0.5) * 0.5
    warp_y = (fbm(x / 14, y / 14, seed + 2, 2) - 0.5) * 0.35
    query = np.stack([x / cell[0] + warp_x, y / cell[1] + warp_y], -1).reshape(-1, 2)
    distance, nearest = cKDTree(seeds).query(query, k=2)
    facet = nearest[:, 0].reshape(height, width)
    gap = (distance[:, 1] - distance[:, 0]).reshape(height, width)
    wave = seeds[:, 0] * cell[0]
    buttress = np.cos(wave / 33 + np.sin(wave / 61 + seed) * 1.8)
    tone = 1.9 + (-buttress * 0.75 + turn[:, 0] * 0.42)[facet] * 1.05 + turn[facet, 1] * 0.16
    tone += (fbm(x / 5, y / 4, seed + 4, 3) - 0.5) * 1.1
    ledge = (y + (fbm(x / 34, y / 30, seed + 3, 2) - 0.5) * 9 + 3) % 23
    tone += np.where(ledge < 1.2, 0.95, np.where(ledge < 3.4, -0.75, 0))
    tone += np.where(gap < 0.07, -0.85, np.where(gap < 0.13, 0.25, 0))
    return np.asarray(tone, np.float64)


def village(
    width: int,
    height: int,
    left: int,
    right: int,
    top: int,
    base: int,
    seed: int = 4,
    near: int = 1,
) -> tuple[Image, Image]:
    """The village's ring wall with its cleft, gate and windows; and its warm light as a layer.

    near is how many times larger than far away its stones, gate and windows are.
    """
    x, y = grid(width, height)
    along = (x[0] - left) / (right - left)
    skyline = top + (np.abs(along - 0.5) * 2) ** 5 * 26
    skyline += np.round((fbm(x[0] / 9, x[0] * 0, seed, 3) - 0.5) * 4.5) * 2
    for place, step in ((0.16, -7), (0.34, -3), (0.72, -6), (0.86, 4)):
        skyline += np.where(np.abs(along - place) < 0.055, step, 0)
    ragged = (fbm(y / 11, y * 0 + seed, seed + 5, 3) - 0.5) * 14 - (y - top) * 0.05
    inside = (x >= left + ragged) & (x <= right - ragged)
    rock = (y >= skyline[None]) & inside & (y < base)
    depth = np.clip((y - skyline[None]) / (base - top), 0, 1)
    tone = cliff_tone(width, height, seed, (9 * near, 15 * near)) * 0.72 + 0.15 - depth * 0.5
    layer = tone_layer(tone, rock, CLIFF, 0.5)
    layer[rock & (y < skyline[None] + 1.1), :3] = rgb("moon0")
    gate_x = left + (right - left) * 0.47
    cleft = rock & (
        np.abs(x - gate_x - np.sin(y / 6) * 1.2) < (2.6 + (y - top) * 0.028) * near**0.5
    )
    layer[cleft, :3] = rgb("ink")
    gate = rock & (np.abs(x - gate_x) < 2.2 * near) & (y > base - 13 * near)
    layer[gate, :3] = rgb("lamp3")
    layer[gate & (y > base - 6 * near), :3] = rgb("lamp4")
    light = canvas(width, height)
    light[..., :3] = rgb("lamp1")
    glow = np.clip(1 - np.hypot(x - gate_x, y - base + 6 * near) / (26 * near), 0, 1) ** 1.3
    light[..., 3] = (banded(glow, 5) * 130).astype(np.uint8)
    dice = np.random.default_rng(seed)
    for _ in range(26):
        wx = int(dice.uniform(left + 8, right - 8))
        wy = int(skyline[wx] + dice.uniform(6, (base - skyline[wx]) * 0.75))
        bright, wide = dice.random() < 0.4, dice.random() < 0.4
        if abs(wx - gate_x) < 7 * near:
            continue
        layer[wy : wy + 2 * near, wx : wx + near, :3] = rgb("lamp3" if bright else "lamp2")
        if wide:
            layer[wy : wy + 2 * near, wx + near, :3] = rgb("lamp1")
    return layer, light

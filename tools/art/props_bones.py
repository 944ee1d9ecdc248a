"""Bones of giants, half buried: ribs, a skull, single bones."""

import numpy as np

from tools.art.dither import shade_ramp
from tools.art.edges import outline
from tools.art.noise import fbm, grid
from tools.art.palette import ramp
from tools.art.props_stone import trimmed
from tools.art.raster import Image, canvas


def ribs(count: int, reach: int, sweep: float = 1.0) -> Image:
    """The ribs of something giant, half buried: pairs of arcs bending inwards along a spine."""
    width, height = int(reach * 2 + count * 15 + 12), int(reach * 1.3 + count * 8 + 14)
    image = canvas(width, height)
    bone = ramp("sand1", "sand3", "sand5", "sand7", "sand8")
    x, y = grid(width, height)
    for i in range(count):
        t = i / max(count - 1, 1)
        size = 0.62 + 0.38 * np.sin(np.pi * (0.25 + 0.6 * t))
        middle, foot = reach + 6 + i * 13, reach * 1.2 + 6 + i * 7.5
        for side in (-1, 1):
            for k in range(80):
                q = k / 79
                turn = q * np.pi * 0.60 * sweep
                px = middle + side * reach * size * (np.cos(turn * 0.92) * 0.78 + 0.14)
                py = foot - np.sin(turn) * reach * 1.15 * size + (2 if side < 0 else -3)
                radius = 2.3 * (1 - q * 0.62) + 0.2
                disc = (x - px) ** 2 + (y - py) ** 2 <= radius**2
                level = 2.9 - ((x - px) * 0.55 + (y - py) * 0.5) - (1.0 if side > 0 else 0)
                level = np.clip(level - (1 - q) ** 2 * 1.4, 0, 4)
                image[disc, :3] = bone[np.round(level[disc]).astype(int)]
                image[disc, 3] = 255
    return outline(trimmed(image))


def skull() -> Image:
    """The skull that belongs to the ribs, sunk to the eyes."""
    x, y = grid(30, 22)
    bone = ramp("sand1", "sand3", "sand5", "sand7", "sand8")
    dome = ((x - 13) / 12) ** 2 + ((y - 9) / 8.5) ** 2
    snout = ((x - 21) / 8) ** 2 + ((y - 13) / 5.5) ** 2
    there = ((dome < 1) | (snout < 1)) & (y < 18)
    tone = 3.4 - (x - 11) * 0.11 - (y - 7) * 0.16 + (fbm(x / 5, y / 5, 71, 2) - 0.5) * 1.2
    for cx, cy, rx, ry in ((15, 10, 2.6, 2.9), (7, 11, 2.0, 2.4), (23, 12, 1.3, 1.2)):
        hole = ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2
        tone = np.where(hole < 1, 0.1, np.where((hole < 2.1) & (x + y < cx + cy), 4, tone))
    teeth = (y >= 15) & (x > 13) & (x < 27) & ((x.astype(int) % 3) == 0)
    tone = np.where(teeth, 0.4, tone)
    image = canvas(30, 22)
    image[..., :3] = shade_ramp(tone, bone, 0.3)
    image[..., 3] = there * 255
    return outline(trimmed(image))


def bone(seed: int) -> Image:
    """A single long bone sunk into the sand at one end."""
    dice = np.random.default_rng(seed)
    width, height = 20, 12
    image = canvas(width, height)
    x, y = grid(width, height)
    bones = ramp("sand1", "sand3", "sand5", "sand7", "sand8")
    slope, bow = dice.uniform(-0.28, 0.28), dice.uniform(-2.0, 2.0)
    length = int(dice.integers(11, 16))
    for i in range(length * 2):
        t = i / (length * 2 - 1)
        px = 3 + t * length
        py = height / 2 + (t - 0.5) * length * slope + np.sin(t * np.pi) * bow
        knob = t < 0.12 or (t > 0.9 and seed % 2)
        disc = (x - px) ** 2 + (y - py) ** 2 <= (2.1 if knob else 1.3) ** 2
        level = np.clip(3.2 - (y - py) * 0.9 - t * 1.4, 0, 4)
        image[disc, :3] = bones[np.round(level[disc]).astype(int)]
        image[disc, 3] = 255
    return outline(trimmed(image))

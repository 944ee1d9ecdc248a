"""What grows here: dry tussocks, dead brush and agaves."""

import numpy as np

from tools.art.edges import outline
from tools.art.noise import grid
from tools.art.palette import ramp, rgba
from tools.art.props_stone import trimmed
from tools.art.raster import Image, canvas


def shrub(seed: int, width: int, height: int, blades: int, *, dead: bool = False) -> Image:
    """A tussock: curved blades from one root, lit on the left, light at the tips."""
    dice = np.random.default_rng(seed)
    image = canvas(width, height)
    colors = [f"{'stone' if dead else 'vest'}{i + dead}" for i in range(4)]
    lift = 1.2 if dead else 0.8
    root_x, root_y = width / 2, height - 3
    leans = dice.uniform(-1, 1, blades)
    for lean in leans[np.argsort(-np.abs(leans), kind="stable")]:
        length = dice.uniform(0.55, 1) * height * 0.82
        light = np.clip(1.7 - lean * 1.3 + dice.uniform(-0.7, 0.7), 0, 3)
        for i in range(int(length)):
            t = i / length
            turn = lean * 1.15 + lean * 0.7 * t
            x = round(root_x + lean * 2.2 + np.sin(turn) * i * 0.92)
            y = round(root_y - np.cos(turn) * i * 0.86)
            if not (0 <= x < width and 0 <= y < height):
                continue
            if x + 1 < width and image[y, x + 1, 3] and i % 3:
                image[y, x + 1] = rgba(colors[0])  # each blade stands off from those behind
            image[y, x] = rgba(colors[int(np.clip(light - lift + t * 1.9, 0, 3))])
    return outline(trimmed(image), neighbour_share=0.15)


def agave(seed: int, width: int, height: int, leaves: int = 13) -> Image:
    """A rosette of thick pointed leaves, each with a lit and a dark edge; the lowest lie down."""
    dice = np.random.default_rng(seed)
    wide, tall = width + 8, height + 8
    image = canvas(wide, tall)
    colors = ramp("vest")
    x, y = grid(wide, tall)
    root_x, root_y = wide / 2 - 0.5, tall - 7
    angles = np.linspace(-1.75, 1.75, leaves) + dice.normal(0, 0.07, leaves)
    for angle in angles[np.argsort(-np.abs(angles), kind="stable")]:
        length = height * (0.60 + 0.24 * np.cos(angle)) * dice.uniform(0.82, 1.12)
        along = np.arange(40) / 39
        middle_x = root_x + np.sin(angle) * length * along * 1.05
        middle_y = root_y - np.cos(angle) * length * along * 0.95
        middle_y += along**2 * abs(angle) * 1.2
        radius = 1.6 * (1 - along) ** 0.6 + 0.3
        away = np.hypot(x[..., None] - middle_x, y[..., None] - middle_y)
        behind = (away <= radius + 0.9).any(-1) & (image[..., 3] > 0)
        image[behind, :3] = colors[0]
        for q, px, py, thick in zip(along, middle_x, middle_y, radius, strict=True):
            leaf = np.hypot(x - px, y - py) <= thick
            aside = (x - px) * np.cos(angle) + (y - py) * np.sin(angle)
            light = 3.0 - angle * 0.55 - 1.3 * (1 - q)
            light -= np.where(aside > 0.5, 1.0, np.where(aside < -0.6, -0.6, 0))
            image[leaf, :3] = colors[np.clip(np.round(light[leaf]), 1, 4).astype(int)]
            image[leaf, 3] = 255
    return outline(trimmed(image), neighbour_share=0.12)

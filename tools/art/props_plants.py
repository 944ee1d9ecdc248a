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
            if 0 <= x < width and 0 <= y < height:
                image[y, x] = rgba(colors[int(np.clip(light - 1.2 + t * 1.9, 0, 3))])
    return outline(trimmed(image), neighbour_share=0.15)


def agave(seed: int, width: int, height: int, leaves: int = 15) -> Image:
    """A rosette of thick pointed leaves."""
    dice = np.random.default_rng(seed)
    image = canvas(width, height)
    colors = ramp("vest")
    x, y = grid(width, height)
    root_x, root_y = width / 2 - 0.5, height - 4
    angles = np.linspace(-1.45, 1.45, leaves) + dice.normal(0, 0.06, leaves)
    for angle in angles[np.argsort(-np.abs(angles), kind="stable")]:
        length = height * (0.62 + 0.2 * np.cos(angle)) * dice.uniform(0.85, 1.1)
        for k in range(40):
            q = k / 39
            px = root_x + np.sin(angle) * length * q * 1.05
            py = root_y - np.cos(angle) * length * q * 0.95 + q * q * abs(angle) * 2.2
            radius = 1.75 * (1 - q) ** 0.7 + 0.25
            leaf = (x - px) ** 2 + (y - py) ** 2 <= radius**2
            light = 2.4 - angle * 0.95 - 0.9 * (1 - q) - (x - px) * np.cos(angle) * 0.5
            image[leaf, :3] = colors[np.clip(np.round(light[leaf]), 0, 4).astype(int)]
            image[leaf, 3] = 255
    return outline(trimmed(image), neighbour_share=0.12)

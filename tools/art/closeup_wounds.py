"""What the close-up needs beside bodies and hands: ribs as the scan shows them, sand, sweat.

Wounds are painted by the game (`game/view/wound_paint.py`), from the paths in `assets/operations`.
"""

import numpy as np

from tools.art.noise import grid, hash01
from tools.art.palette import rgba
from tools.art.raster import Image, canvas
from tools.art.vector import Sketch

WIDTH = 480
HEIGHT = 270


def _rib_points(index: int, side: int) -> list[tuple[float, float]]:
    """Rib `index` 0..5 from the breastbone outwards."""
    y = 76 + index * 13.6
    return [
        (240 + side * 5, y + 6 + index * 2.0),
        (240 + side * 26, y - 2 + index * 0.6),
        (240 + side * 45, y + 12.8 + index * 0.2),
        (240 + side * (63 - index * 0.8), y + 34),
    ]


def ribcage() -> Image:
    """Ribs and breastbone as the scan shows them; the game mirrors the left side to the right."""
    sketch = Sketch(WIDTH, HEIGHT, samples=4)
    for index in range(6):
        sketch.taper(_rib_points(index, -1), "heal3", [2.2, 3.2, 3.2, 1.6])
    sketch.taper([(240, 56), (240, 90), (240, 130)], "heal3", [6, 5, 2.5])
    image = sketch.pixels()
    image[..., 3] = image[..., 3] // 255 * 150
    return image


def sand_specks(kind: int) -> Image:
    """Grains that a gust has blown into a wound; kinds 0..2, 28x18."""
    x, y = grid(28, 18)
    near = 1 - np.hypot((x - 13.5) / 14, (y - 8.5) / 9)
    dice = hash01(x, y, 70 + kind)
    image = canvas(28, 18)
    image[(dice > 0.93 - near * 0.10) & (near > 0)] = rgba("sand6")
    image[(dice > 0.97 - near * 0.04) & (near > 0)] = rgba("sand8")
    image[(dice < 0.03 + near * 0.03) & (near > 0)] = rgba("sand3")
    return image


def sweat_drop(frame: int) -> Image:
    """A drop of sweat before her own eyes; frames 0..2, 14x26, half clear."""
    sketch = Sketch(14, 26, samples=8)
    top = (10, 5, 1)[frame]
    drop = sketch.fill([(7, top, 1), (11.4, 17), (7, 24), (2.6, 17)], "moon1", "moon0", 1.0)
    sketch.fill([(7, top), (12, 17), (8, 24), (9, 16)], "moon0", clip=drop)
    sketch.ellipse(5.4, 16, 1.2, 2.0, "moon2")
    image = sketch.pixels()
    image[..., 3] = image[..., 3] // 255 * 150
    return image

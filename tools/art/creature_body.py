"""Rounded animal bodies: chains of balls turned into a height map and shaded by the moon.

Eyes, teeth, horns and spines are typed on top, because without them a shaded body is a potato.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tools.art.dither import B2, shade_ramp
from tools.art.edges import finish
from tools.art.noise import hash01
from tools.art.palette import ColorRow, ramp
from tools.art.raster import Image, canvas, dot, flip, full, grid_sprite, paste

MOON: Final = (-0.5, -0.62, 0.6)
MOVED_SAND: Final = ("sand1", "sand2", "sand3", "sand4", "sand5", "sand6", "sand7")

DETAIL_KEY: Final = {
    "#": "ink",
    "o": "stone0",
    "p": "stone1",
    "q": "stone2",
    "r": "stone3",
    "s": "stone4",
    "t": "stone5",
    "w": "sand8",
    "v": "sand7",
    "y": "lamp3",
    "x": "lamp2",
    "X": "lamp1",
    "b": "blood0",
    "B": "blood1",
    "T": "blood2",
}


@dataclass(frozen=True, slots=True)
class Ball:
    """One ball of a body: place, radius, how strongly it bulges, how high it floats."""

    x: float
    y: float
    r: float
    bulge: float = 1.0
    lift: float = 0.0


Floats = NDArray[np.float64]
Pattern = Callable[[Floats, Floats, NDArray[np.intp]], Floats]
"""Tone to add for pixel x, y and the ball that shows there: bands, scales, a pale belly."""


def inflate(
    width: int,
    height: int,
    balls: Sequence[Ball],
    colors: ColorRow,
    pattern: Pattern | None = None,
    *,
    low: float = 0.2,
    high: float | None = None,
    amount: float = 0.35,
    from_right: bool = False,
) -> Image:
    """Shade the upper surface of all balls together; `from_right` is for what is mirrored later."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float64)
    surface = np.zeros((height, width))
    owner = np.full((height, width), -1, np.intp)
    for i, ball in enumerate(balls):
        inside = ball.r**2 - (x - ball.x) ** 2 - (y - ball.y) ** 2
        own = np.where(inside > 0, np.sqrt(np.maximum(inside, 0)) * ball.bulge + ball.lift, 0)
        over = (inside > 0) & (own > surface)
        surface = np.where(over, own, surface)
        owner = np.where(over, i, owner)
    slope_y, slope_x = np.gradient(surface)
    length = np.sqrt(slope_x**2 + slope_y**2 + 0.81)
    moon = np.array(MOON) / math.sqrt(sum(v * v for v in MOON))
    moon[0] *= -1 if from_right else 1
    light = (-slope_x * moon[0] - slope_y * moon[1] + 0.9 * moon[2]) / length
    top = len(colors) - 1 if high is None else high
    tone = low + np.clip(light * 0.62 + 0.38, 0, 1) * (top - low)
    if pattern is not None:
        tone = tone + pattern(x, y, owner)
    image = canvas(width, height)
    image[..., :3] = shade_ramp(tone, colors, amount, B2).astype(np.uint8)
    image[..., 3] = np.where(owner >= 0, 255, 0)
    return image


def detail(image: Image, text: str, x: float, y: float) -> None:
    """Type details over a body; (x, y) is the place of the text's top left mark."""
    paste(image, grid_sprite(full(text), DETAIL_KEY), round(x), round(y))


def finished(image: Image, *, from_right: bool = False) -> Image:
    """Moon rim and outline without growing the canvas; `from_right` if it is mirrored later."""
    if from_right:
        return flip(finish(flip(image), 0.32)[1:-1, 1:-1])
    return finish(image, 0.32)[1:-1, 1:-1]


def cut_below(image: Image, line: Callable[[int], float]) -> None:
    """Clear what lies under the sand: in column x everything below row line(x)."""
    for x in range(image.shape[1]):
        image[max(0, round(line(x))) :, x] = 0


def spray(image: Image, x: float, y: float, age: int, seed: int, count: int = 26) -> None:
    """Sand thrown up from a place, falling back as it ages."""
    for i in range(count):
        roll = [float(hash01(i, k, seed)) for k in range(3)]
        angle = math.pi * (0.12 + 0.76 * roll[0])
        speed = 2.0 + 4.4 * roll[1]
        t = age + 0.6
        px = x + math.cos(angle) * speed * t * 1.1
        py = y - math.sin(angle) * speed * t + 0.9 * t * t
        if py < y + 3:
            dot(image, px, py, ("sand4", "sand5", "sand6", "sand7")[int(roll[2] * 3.99)])


def mound(
    width: int, height: int, balls: Sequence[Ball], *, from_right: bool = False
) -> Image:
    """Raised sand: lit where it faces the moon, ragged at the foot, no outline."""

    def grain(x: Floats, y: Floats, owner: NDArray[np.intp]) -> Floats:
        lines = np.where(np.sin((x * 0.55 + y * 1.3) + np.sin(x * 0.4) * 1.4) > 0.72, -0.9, 0.0)
        return lines + (hash01(x, y, 3) - 0.5) * 0.7

    image = inflate(
        width,
        height,
        balls,
        ramp(*MOVED_SAND),
        grain,
        low=-2.4,
        high=5.5,
        amount=0.6,
        from_right=from_right,
    )
    inside = image[..., 3] > 0
    y, x = np.mgrid[0:height, 0:width]
    core = inside & np.roll(inside, 1, 0) & np.roll(inside, -1, 0)
    core &= np.roll(inside, 1, 1) & np.roll(inside, -1, 1)
    image[inside & ~core & ((x + y) % 2 == 0)] = 0
    return image

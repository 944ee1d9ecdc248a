"""The sand snake above ground seen from in front, behind and aslant; profile: `creature_snake.py`.

Its course is laid out on the ground (forward, right, up) and projected, the head comes last.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tools.art.creature_body import Ball, Floats, detail, finished, inflate, spray
from tools.art.creature_snake import BURSTS, SNAKE_SKIN, SPENT_BREATH, SPENT_TONGUE
from tools.art.palette import ramp
from tools.art.raster import Image, dot

WIDTH: Final = 72
HEIGHT: Final = 84
FOOT: Final = (36, 46)

Spot = tuple[float, float, float]
Course = Callable[[float], Spot]
"""The spot of the body (forward, right, up) at a share of its length, 0 the tail, 1 the neck."""

_FACES: Final = {
    ("down", False): """
.ooo..ooo.
oyyo..oyyo
oy#o..o#yo
.oo....oo.
...o..o...
.oooooooo.
""",
    ("down", True): """
.ooo..ooo.
oyyo..oyyo
oy#o..o#yo
.ow.oo.wo.
.obBTTBbo.
.obBTTBbo.
..obwwbo..
...oooo...
""",
    ("down_right", False): """
.ooo..oo.
oyyo.oyo.
oy#o.o#o.
.oo...o..
.....o.o.
..oooooo.
""",
    ("down_right", True): """
.ooo..oo.
oyyo.oyo.
oy#o.o#o.
.oow.oowo
..obBTTBo
..obBTTBo
...obwwo.
....ooo..
""",
}


@dataclass(frozen=True, slots=True)
class _Side:
    """Where forward and right point on the screen."""

    name: str
    forward: tuple[float, float]
    right: tuple[float, float]

    def at(self, spot: Spot) -> tuple[float, float]:
        f, s, z = spot
        x = FOOT[0] + f * self.forward[0] + s * self.right[0]
        return x, FOOT[1] - z + f * self.forward[1] + s * self.right[1]


SIDES: Final = {
    side.name: side
    for side in (
        _Side("down", (0.0, 0.80), (-1.0, 0.0)),
        _Side("up", (0.0, -0.80), (1.0, 0.0)),
        _Side("down_right", (0.80, 0.52), (-0.55, 0.45)),
        _Side("up_right", (0.80, -0.52), (0.55, 0.45)),
    )
}


def _snake(
    side: _Side, course: Course, *, jaw: bool, thick: float, from_right: bool
) -> Image:
    count = 48
    balls = []
    nearer = 1.5 if side.forward[1] > 0 else -1.5
    for i in range(count):
        t = i / (count - 1)
        x, y = side.at(course(t))
        radius = 1.1 + thick * math.sin(min(t * 1.3, 1) * math.pi / 2)
        balls.append(Ball(x, y, radius, 1.0, 3 + t * nearer))
    f, s, z = course(1.0)
    for ahead, up, radius in ((2.0, 1.5, 4.6), (4.5, 2.4, 5.7), (7.0, 2.4, 5.0), (9.5, 1.4, 3.4)):
        x, y = side.at((f + ahead, s, z + up))
        balls.append(Ball(x, y, radius, 0.95, 4.5 + nearer * 2))
    if jaw and side.forward[1] > 0:
        x, y = side.at((f + 7.5, s, z - 2.6))
        balls.append(Ball(x, y, 3.2, 0.8, 4.0 + nearer * 2))

    def pattern(x: Floats, y: Floats, owner: NDArray[np.intp]) -> Floats:
        wave = np.sin(owner * 0.95)
        ring = np.where(np.abs(wave - 0.05) < 0.3, -2.6, np.where(wave > 0.05, -1.7, 0.1))
        scales = np.where((x.astype(int) + 2 * y.astype(int)) % 5 == 0, 0.5, 0.0)
        return np.where(owner < count, ring + scales, scales)

    skin = ramp(*SNAKE_SKIN)
    image = inflate(WIDTH, HEIGHT, balls, skin, pattern, amount=0.35, from_right=from_right)
    _face(image, side, side.at((f + 7.0, s, z + 2.0)), jaw)
    return image


def _face(image: Image, side: _Side, at: tuple[float, float], jaw: bool) -> None:
    x, y = at
    text = _FACES.get((side.name, jaw))
    if text is not None:
        detail(image, text, x - (5 if side.name == "down" else 4), y - 3)
        return
    back = (-side.forward[0] * 3, -side.forward[1] * 5)
    for horn in (-4, 3):  # from behind only the horns show, and a glint of the eyes
        for i in range(4):
            name = ("stone2", "stone4", "stone5", "sand8")[i]
            dot(image, x + horn + back[0] - i * 0.6, y + back[1] - i, name)
    dot(image, x + 4, y + back[1] - 2, "lamp3")
    if side.name == "up":
        dot(image, x - 5, y + back[1] - 2, "lamp3")


def _tongue(image: Image, side: _Side, course: Course, length: int) -> None:
    f, s, z = course(1.0)
    for i in range(length):
        x, y = side.at((f + 13.0 + i, s, z + 1.0))
        dot(image, round(x), round(y), "blood2")


def snake_burst(direction: str, step: int, *, from_right: bool = False) -> Image:
    """The lunge along the ground: drawn back, flung out, at full stretch, down."""
    side, (reach, arch, wiggle, jaw) = SIDES[direction], BURSTS[step]

    def course(t: float) -> Spot:
        s = math.sin(t * 9.5) * 5.0 * wiggle * (1 - t * 0.6)
        return -24 + t * (20 + reach), s, 3 + arch * t**1.8

    image = _snake(side, course, jaw=jaw, thick=3.2, from_right=from_right)
    image = finished(image, from_right=from_right)
    if step < 4:
        x, y = side.at((-16.0, 0.0, 0.0))
        spray(image, x, y, step, 21, 24)
    return image


def snake_spent(direction: str, step: int, *, from_right: bool = False) -> Image:
    """Stretched out on the sand after the lunge, flanks heaving, tongue out."""
    side = SIDES[direction]

    def course(t: float) -> Spot:
        return -24 + t * 40, math.sin(t * 10.5 + 0.6) * 6.5 * (1 - 0.5 * t), 3.0

    thick = 3.0 + SPENT_BREATH[step]
    image = _snake(side, course, jaw=False, thick=thick, from_right=from_right)
    if side.forward[1] > 0:
        _tongue(image, side, course, SPENT_TONGUE[step])
    return finished(image, from_right=from_right)

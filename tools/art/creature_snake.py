"""The sand snake: a mound under the sand, the rise, the lunge, and lying spent."""

import math
from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tools.art.creature_body import (
    Ball,
    Floats,
    Pattern,
    cut_below,
    detail,
    finished,
    inflate,
    mound,
    spray,
)
from tools.art.noise import hash01
from tools.art.palette import ramp
from tools.art.people_view import VIEWS
from tools.art.raster import Image, canvas, dot, paste

SNAKE_SKIN: Final = ("sand0", "stone1", "stone2", "stone3", "stone4", "stone5", "sand8")
SNAKE_W: Final = 88
SNAKE_H: Final = 64
SNAKE_FOOT: Final = (44, 46)

BURSTS: Final = (
    (2.0, 18.0, 1.2, False),
    (12.0, 15.0, 0.7, True),
    (20.0, 9.0, 0.35, True),
    (22.0, 5.0, 0.5, True),
    (18.0, 2.0, 0.9, False),
)
"""The lunge step by step: reach forward, height of the arch, share of the windings, jaw open."""
SPENT_BREATH: Final = (0.0, 0.35, 0.6, 0.35)
SPENT_TONGUE: Final = (2, 4, 3, 0)

SNAKE_JAW_SHUT: Final = """
.ooo........
..oopp......
..oyy#r.....
...qxq...o..
....ooooooo.
"""
SNAKE_JAW_OPEN: Final = """
.ooo........
..oopp......
..oyy#rr.o..
...qxqoooow.
....obBBw.w.
.....bBBb...
......bTTbw.
........bbb.
"""


def _banded(bands_from: int, bands_to: int, pale_below: float) -> Pattern:
    """Dark rings with edges along the chain of balls, a dark mask on the lower head."""

    def pattern(x: Floats, y: Floats, owner: NDArray[np.intp]) -> Floats:
        wave = np.sin(owner * 0.86)
        ring = np.where(np.abs(wave - 0.05) < 0.3, -2.6, np.where(wave > 0.05, -1.7, 0.1))
        on_body = (owner >= bands_from) & (owner < bands_to)
        scales = np.where((x + 2 * y) % 5 == 0, 0.5, 0.0)
        head = np.where((owner >= bands_to) & (y > pale_below), -1.2, 0.0)
        return np.where(on_body, ring + scales, head)

    return pattern


def _snake_body(
    path: Callable[[float], tuple[float, float]],
    *,
    jaw_open: bool = False,
    count: int = 54,
    thick: float = 3.3,
    tail: float = 1.1,
    from_right: bool = False,
) -> tuple[Image, float, float]:
    """A snake along a path from tail (0) to neck (1), its head to the right; image and head."""
    balls = []
    for i in range(count):
        t = i / (count - 1)
        x, y = path(t)
        radius = tail + thick * math.sin(min(t * 1.3, 1) * math.pi / 2)
        balls.append(Ball(x, y, radius, 1.0, t * 1.5))
    hx, hy = path(1.0)
    balls += [
        Ball(hx + 1.5, hy - 2.0, 4.1, 1, 3),
        Ball(hx + 3.5, hy - 3.6, 4.9, 1, 4.5),
        Ball(hx + 6.5, hy - 4.4, 4.6, 0.95, 5),
        Ball(hx + 9.5, hy - 4.0, 3.5, 0.85, 5),
        Ball(hx + 12.0, hy - 3.6, 2.5, 0.8, 5),
    ]
    if jaw_open:
        balls.append(Ball(hx + 5.5, hy + 1.4, 2.8, 0.8, 3))
        balls.append(Ball(hx + 8.5, hy + 3.2, 2.1, 0.8, 3))
        balls.append(Ball(hx + 11.0, hy + 4.4, 1.6, 0.8, 3))
    image = inflate(
        SNAKE_W, SNAKE_H, balls, ramp(*SNAKE_SKIN), _banded(0, count, hy - 2.2), amount=0.35,
        from_right=from_right,
    )
    return image, hx, hy


def _snake_face(image: Image, hx: float, hy: float, jaw_open: bool, tongue: int) -> None:
    text = SNAKE_JAW_OPEN if jaw_open else SNAKE_JAW_SHUT
    detail(image, text, hx + 3, hy - 7)
    for dx, dy in ((-2, -9), (0, -10), (1, -9)):
        dot(image, hx + 3 + dx, hy + dy + 1, "sand8" if dy == -10 else "stone5")
    for i in range(tongue):
        dot(image, hx + 14 + i, hy - 3, "blood2")
    if tongue > 2:
        dot(image, hx + 14 + tongue, hy - 4, "blood2")
        dot(image, hx + 14 + tongue, hy - 2, "blood2")


def snake_crawl(direction: str, step: int) -> Image:
    """The mound of a snake under the sand, seen from above, with its furrow behind."""
    forward = VIEWS[direction].forward
    angle = math.atan2(forward[1], forward[0])
    cos, sin = math.cos(angle), math.sin(angle)
    cx, cy = SNAKE_FOOT
    balls: list[Ball] = []
    for i in range(26):
        back = i * 1.5
        sway = math.sin((back + step * 3) / 24 * 2 * math.pi) * min(back / 8, 2.6)
        radius = 6.4 - i * 0.17 if i > 2 else 5.0 + i * 0.7
        x = cx + 8 * cos - back * cos - sway * sin
        y = cy + (8 * sin - back * sin + sway * cos) * 0.86
        balls.append(Ball(x, y, radius, 0.95 * (1 - i / 34), 0))
    image = mound(SNAKE_W, SNAKE_H, balls)
    nose = (cx + 13.0 * cos, cy + 13.0 * sin * 0.9)
    for i, side in enumerate((-1, 1, -1, 1, 0)):
        out = 1.6 + i * 0.9
        px = cx + (9 - i) * cos - side * out * sin
        py = cy + ((9 - i) * sin + side * out * cos) * 0.86
        dot(image, px, py, "sand0")
        dot(image, px + 1, py, "sand1")
    for i in range(7):
        roll = float(hash01(i, step, 31))
        dot(image, nose[0] + (i - 3) * 1.4 * abs(sin) + roll * 3, nose[1] + roll * 4 - 2, "sand6")
    # The furrow: broken lips of sand that fade with distance.
    for i in range(22, 34):
        for side in (-1, 1):
            back = i * 1.35
            if hash01(i * 3 + side, (step + i) // 3, 7) > 1.5 - i * 0.035:
                continue
            px = cx + (8 - back) * cos - side * 3 * sin
            py = cy + ((8 - back) * sin + side * 3 * cos) * 0.86
            dot(image, px, py, "sand5" if side * cos < 0 or side * sin > 0 else "sand1")
    return image


def snake_rise(step: int, *, from_right: bool = False) -> Image:
    """It comes up out of the sand: mound, snout, neck, the poised S with an open jaw."""
    cx, cy = SNAKE_FOOT
    image = canvas(SNAKE_W, SNAKE_H)
    heap = mound(
        SNAKE_W,
        SNAKE_H,
        [Ball(cx + i * 1.4, cy + 1, 6.6 - abs(i) * 0.42, 0.8) for i in range(-8, 9)],
        from_right=from_right,
    )
    if step == 0:
        paste(image, heap, 0, 0)
        for dx, dy in ((-2, -3), (-1, -4), (0, -3), (1, -2), (2, -3), (-3, 0), (3, 0), (0, -1)):
            dot(image, cx + dx, cy + dy, "sand0")
        spray(image, cx, cy - 5, 0, 5, 12)
        return image
    height = (0.0, 9.0, 17.0, 24.0, 26.0, 25.0)[step]
    jaw = step in (3, 4)

    def path(t: float) -> tuple[float, float]:
        bow = math.sin(t * math.pi * 1.35) * min(height / 22, 1) * 6.5
        return cx - 3 - bow + t * 2.0, cy + 5 - t * height

    body, hx, hy = _snake_body(
        path, jaw_open=jaw, count=40, thick=2.6, tail=2.6, from_right=from_right
    )
    _snake_face(body, hx, hy, jaw, 4 if step == 5 else 0)
    cut_below(body, lambda x: cy + 1 - abs(x - cx + 4) * 0.12)
    front = heap.copy()
    front[: cy - 1] = 0
    paste(image, heap, 0, 0)
    paste(image, finished(body, from_right=from_right), 0, 0)
    paste(image, front, 0, 0)
    if step < 4:
        spray(image, cx, cy - 3, step, 9 + step)
    return image


def snake_burst(step: int, *, from_right: bool = False) -> Image:
    """The lunge along the ground: drawn back, flung out, at full stretch, down."""
    cx, cy = SNAKE_FOOT
    reach, arch, wiggle, jaw = BURSTS[step]

    def path(t: float) -> tuple[float, float]:
        x = cx - 26 + t * (26 + reach - 6)
        y = cy - 3 - arch * t**1.8 + math.sin(t * 9.5) * 4.6 * wiggle * (1 - t * 0.6)
        return x, y

    image, hx, hy = _snake_body(path, jaw_open=jaw, thick=3.2, from_right=from_right)
    _snake_face(image, hx, hy, jaw, 0)
    cut_below(image, lambda x: cy + 2.0 if x < cx + 8 else SNAKE_H)
    image = finished(image, from_right=from_right)
    if step < 4:
        spray(image, cx - 14, cy, step, 21, 30)
    return image


def snake_spent(step: int, *, from_right: bool = False) -> Image:
    """Stretched out on the sand after the lunge, flanks heaving, tongue out."""
    cx, cy = SNAKE_FOOT
    breath = SPENT_BREATH[step]

    def path(t: float) -> tuple[float, float]:
        return cx - 28 + t * 44, cy - 2 + math.sin(t * 10.5 + 0.6) * 6.0 * (1 - 0.55 * t)

    image, hx, hy = _snake_body(path, thick=3.0 + breath, from_right=from_right)
    _snake_face(image, hx, hy, False, SPENT_TONGUE[step])
    return finished(image, from_right=from_right)

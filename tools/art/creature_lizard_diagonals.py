"""The mother lizard going aslant, towards the onlooker and away; profile is `creature_lizard.py`.

The body is laid out in its own space (forward, right, up) and projected, as people are.
"""

import math
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tools.art.creature_body import Ball, Floats, Pattern, detail, finished, inflate
from tools.art.creature_lizard import LIZARD_SKIN, LizardPose
from tools.art.dither import B2, shade_ramp
from tools.art.palette import ramp
from tools.art.raster import Image, canvas, dot, paste

WIDTH: Final = 104
HEIGHT: Final = 106
FOOT: Final = (54, 70)
BODY_Z: Final = 17.0
HEAD_Z: Final = 8.0
"""How far the head is held above the middle of the trunk."""
AHEAD: Final = (0.78, 0.50)
"""Where a pixel forward lies on the screen, coming down to the right; going up it is mirrored."""

Spot = tuple[float, float, float]

FACE_SHUT: Final = """
..ooo....oo....
.oyyo...oyy....
.ox#o...ox#....
..oo.....oo....
...............
.........o..o..
.....o........o
.....owo.wo.wo.
......oooooooo.
"""
FACE_OPEN: Final = """
..ooo....ooo...
.oyyo...oyyo...
.ox#o...ox#o...
..oo.....oo....
.........o..o..
....owBwBwBwo..
....obBTTTTBo..
.....obTTTTBo..
.....obwBwBo...
......oooooo...
"""


class Aslant:
    """Projects her body to the screen and gathers its balls, nearer ones above farther ones."""

    def __init__(self, *, away: bool) -> None:
        self.away = away
        self.fx, self.fy = AHEAD[0], -AHEAD[1] if away else AHEAD[1]
        # Her right hand lies towards us when she goes away to the right, else behind her.
        self.rx, self.ry = (0.50, 0.40) if away else (-0.50, 0.40)
        self.balls: list[Ball] = []

    def at(self, spot: Spot) -> tuple[float, float]:
        """Body space to canvas pixels."""
        f, s, z = spot
        x = FOOT[0] + f * self.fx + s * self.rx
        return x, FOOT[1] - z + f * self.fy + s * self.ry

    def ball(self, spot: Spot, radius: float, bulge: float = 0.9, lift: float = 0.0) -> None:
        """Add one ball of the body; what is nearer to the onlooker lies above."""
        x, y = self.at(spot)
        near = (spot[0] * self.fy + spot[1] * self.ry) * 0.16
        self.balls.append(Ball(x, y, radius, bulge, lift + near + 4.0))


def _leg(body: Aslant, hip: Spot, foot: Spot, size: float) -> None:
    knee = (
        hip[0] * 0.5 + foot[0] * 0.5 + (2.4 if hip[0] > 0 else -2.4),
        foot[1] * 1.05,
        hip[2] * 0.5 + foot[2] * 0.5 + 1.0,
    )
    for i in range(6):
        t = i / 5
        body.ball(_between(hip, knee, t), size - 0.8 * t)
    for i in range(6):
        t = i / 5
        body.ball(_between(knee, foot, t), size - 0.9 - 0.6 * t)
    for k in (-2.0, 0.8, 3.6):
        body.ball((foot[0] + k, foot[1] + (k - 0.8) * 0.5, foot[2]), 1.7)


def _between(a: Spot, b: Spot, t: float) -> Spot:
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t)


def _tail(body: Aslant, pose: LizardPose, z: float) -> list[tuple[float, float]]:
    spine = []
    for i in range(34):
        t = i / 33
        f, s = -13 - 33 * t, math.sin(t * 4.0 + pose.tail) * 7.0 * t
        high = z - 2 - (z - 6) * t * 0.8
        radius = 6.4 * (1 - t) ** 0.75 + 0.9
        body.ball((f, s, high), radius, 0.95, -1.0)
        spine.append(body.at((f, s, high + radius * 0.8)))
    return spine


def _trunk(body: Aslant, pose: LizardPose, z: float) -> list[tuple[float, float]]:
    spine = []
    for i in range(17):
        t = i / 16
        f = -14 + 28 * t
        high = z + math.sin(t * math.pi) * pose.arch
        radius = 6.2 + 4.2 * math.sin(math.pi * (0.16 + 0.70 * t))
        body.ball((f, 0.0, high), radius, 0.85, 1.0)
        spine.append(body.at((f, 0.0, high + radius * 0.86)))
    return spine


def _bands(count: int) -> Pattern:
    def pattern(x: Floats, y: Floats, owner: NDArray[np.intp]) -> Floats:
        rings = np.where((owner % 6 < 2) & (owner < count), -1.8, 0.0)
        scales = np.sin(x * 1.9) * np.sin(y * 1.9) > 0.55
        return rings + np.where(scales, 0.55, 0.0)

    return pattern


def _shade(balls: Sequence[Ball], banded: int, from_right: bool) -> Image:
    return inflate(
        WIDTH,
        HEIGHT,
        balls,
        ramp(*LIZARD_SKIN),
        _bands(banded),
        high=6.3,
        amount=0.35,
        from_right=from_right,
    )


def _spines(image: Image, points: Sequence[tuple[float, float]]) -> None:
    for i, (x, y) in enumerate(points[::3]):
        tall = 3 if i > 8 else 2
        for k in range(tall):
            dot(image, round(x), round(y) - k, "sand8" if k == tall - 1 else "stone5")
        dot(image, round(x) + 1, round(y), "stone1")


def _frill(image: Image, x0: float, y0: float, spread: int, lean: int) -> None:
    """The open frill, a wheel seen a little from the side."""
    size = 8.0 + 3.8 * spread
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float64)
    distance = np.hypot((x - x0 - (y - y0) * 0.22 * lean) * 1.16, y - y0)
    angle = np.arctan2(y - y0, x - x0)
    fan = distance < size + np.cos(angle * 13) * 1.1
    tone = np.clip(distance / size * 3.2, 0, 3) - np.where(y > y0 + 3, 0.8, 0)
    colors = ramp("stone0", "red0", "red1", "red2")
    image[fan, :3] = shade_ramp(tone, colors, 0.4, B2)[fan].astype(np.uint8)
    image[fan, 3] = 255
    for k in range(13):
        spoke = k * 2 * math.pi / 13
        for r in range(4, round(size) + 1):
            name = "sand8" if r > size - 1.6 else "stone3"
            dy = math.sin(spoke) * r
            dx = math.cos(spoke) * r * 0.86 + dy * 0.22 * lean
            dot(image, x0 + dx + 0.5, y0 + dy + 0.5, name)


def _head_balls(body: Aslant, pose: LizardPose, z: float) -> list[Ball]:
    before = len(body.balls)
    up = z + HEAD_Z + pose.head
    for i in range(7):
        t = i / 6
        high = z + 2 + (HEAD_Z - 2 + pose.head) * t
        body.ball((11.0 + 2.2 * i, 0.0, high), 7.4 - 1.4 * t, 0.9, 1.0)
    for f, drop, radius in ((26, 0, 7.0), (30, 0.8, 5.8), (33.5, 1.8, 4.8), (36.5, 2.4, 3.6)):
        body.ball((f, 0.0, up - drop), radius, 0.88, 2.0)
    if pose.jaw:
        for f, drop, radius in ((30, 6.4, 4.0), (33.5, 7.4, 3.2)):
            body.ball((f, 0.0, up - drop), radius, 0.8, 1.6)
    head = body.balls[before:]
    del body.balls[before:]
    return head


def _horns(image: Image, body: Aslant, z: float, pose: LizardPose) -> None:
    for side in (-3.4, 3.4):
        x, y = body.at((25.0, side, z + HEAD_Z + 5.0 + pose.head))
        for i in range(6):
            name = "sand8" if i > 2 else "stone5"
            dot(image, x - i * body.fx * 0.9, y - i * 0.7 - i * body.fy * 0.3, name)
            dot(image, x - i * body.fx * 0.9, y - i * 0.7 - i * body.fy * 0.3 + 1, "stone2")


def _body(pose: LizardPose, *, away: bool) -> tuple[Aslant, list[tuple[float, float]]]:
    body = Aslant(away=away)
    z = BODY_Z + pose.body
    spine = _tail(body, pose, z) + _trunk(body, pose, z)
    near_fore, far_hind, far_fore, near_hind = pose.feet
    near = 1 if body.ry > 0 else -1
    for (step, lift), along, side, size in (
        (far_hind, -8.0, -near, 3.5),
        (far_fore, 14.0, -near, 3.5),
        (near_hind, -12.0, near, 3.8),
        (near_fore, 10.0, near, 3.8),
    ):
        _leg(body, (along, side * 6.5, z - 2), (along + step, side * 13.0, lift + 1.5), size)
    return body, spine


def lizard_down_right(pose: LizardPose, *, from_right: bool = False) -> Image:
    """She comes aslant towards the onlooker, head to the lower right."""
    body, spine = _body(pose, away=False)
    z = BODY_Z + pose.body
    head = _head_balls(body, pose, z)
    image = canvas(WIDTH, HEIGHT)
    paste(image, _shade(body.balls, 51, from_right), 0, 0)
    _spines(image, spine)
    hx, hy = body.at((28.0, 0.0, z + HEAD_Z + pose.head))
    if pose.frill:
        _frill(image, hx - 4, hy - 1, pose.frill, -1)
    paste(image, _shade(head, 0, from_right), 0, 0)
    _horns(image, body, z, pose)
    detail(image, FACE_OPEN if pose.jaw else FACE_SHUT, hx - 3, hy - 4)
    return finished(image, from_right=from_right)


def lizard_up_right(pose: LizardPose, *, from_right: bool = False) -> Image:
    """She goes away aslant, head to the upper right."""
    body, spine = _body(pose, away=True)
    z = BODY_Z + pose.body
    head = _head_balls(body, pose, z)
    image = canvas(WIDTH, HEIGHT)
    hx, hy = body.at((28.0, 0.0, z + HEAD_Z + pose.head))
    if pose.jaw:
        dot(image, hx + 9, hy + 3, "blood1")
    paste(image, _shade(head, 0, from_right), 0, 0)
    dot(image, round(hx) + 5, round(hy) - 2, "lamp3")
    dot(image, round(hx) + 5, round(hy) - 1, "lamp2")
    dot(image, round(hx) + 6, round(hy) - 2, "ink")
    _horns(image, body, z, pose)
    if pose.frill:
        _frill(image, hx - 5, hy + 1, pose.frill, 1)
    paste(image, _shade(body.balls, 51, from_right), 0, 0)
    _spines(image, spine)
    return finished(image, from_right=from_right)

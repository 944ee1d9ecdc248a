"""The mother lizard coming towards the onlooker and going away; profile is `creature_lizard.py`."""

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tools.art.creature_body import DETAIL_KEY, Ball, Floats, Pattern, finished, inflate
from tools.art.creature_lizard import LIZARD_SKIN, LizardPose
from tools.art.dither import B2, shade_ramp
from tools.art.palette import ramp
from tools.art.people_view import GROUND
from tools.art.raster import Image, dot, grid_sprite, half, paste

WIDTH: Final = 72
HEIGHT: Final = 96
FOOT: Final = (36, 60)
BODY_Z: Final = 15.0
"""How high the middle of the trunk is held above the ground."""

FACE_SHUT: Final = half("""
w......
.t.....
.sooo..
.oyyoo.
.rx#or.
..rr...
.....o.
.oooooo
..w.w.w
""")
FACE_OPEN: Final = half("""
w......
.t.....
.sooo..
.oyyoo.
.rx#or.
..oooo.
.oBwBwB
.obBBBT
.obBBTT
..bwbwb
..ooooo
""")


def _skin(bands_below: int) -> Pattern:
    """Cross bands on the balls up to a number, fine scales everywhere."""

    def pattern(x: Floats, y: Floats, owner: NDArray[np.intp]) -> Floats:
        bow = np.abs(x - FOOT[0]) * 0.28
        bands = (np.sin((y + bow) * 0.74) > 0.42) & (owner < bands_below)
        scales = np.sin(x * 1.9) * np.sin(y * 1.9) > 0.55
        return np.where(bands, -1.8, 0.0) + np.where(scales, 0.5, 0.0)

    return pattern


def _inflate(balls: list[Ball], bands_below: int, from_right: bool) -> Image:
    return inflate(
        WIDTH,
        HEIGHT,
        balls,
        ramp(*LIZARD_SKIN),
        _skin(bands_below),
        high=6.3,
        amount=0.35,
        from_right=from_right,
    )


def _legs(balls: list[Ball], pose: LizardPose, ahead: int, nearer: float) -> None:
    """Four splayed legs; ahead is 1 if forward is down the screen, nearer lifts them in depth."""
    near_fore, far_hind, far_fore, near_hind = pose.feet
    body_y = FOOT[1] - BODY_Z - pose.body
    # Walking down the screen her left side is on the right of it.
    for foot, side, along in (
        (near_fore, -1, 8.0),
        (far_fore, 1, 8.0),
        (near_hind, -1, -9.0),
        (far_hind, 1, -9.0),
    ):
        hip_x, hip_y = FOOT[0] + side * 7.0, body_y + along * ahead * GROUND * 1.3
        foot_x = FOOT[0] + side * 14.5
        foot_y = FOOT[1] + (along + foot[0]) * ahead * GROUND * 1.3 - foot[1]
        knee_x, knee_y = FOOT[0] + side * 14.0, hip_y * 0.55 + foot_y * 0.45
        for i in range(6):
            t = i / 5
            x, y = hip_x + (knee_x - hip_x) * t, hip_y + (knee_y - hip_y) * t
            balls.append(Ball(x, y, 4.0 - 0.9 * t, 0.9, nearer + 0.6))
        for i in range(6):
            t = i / 5
            x, y = knee_x + (foot_x - knee_x) * t, knee_y + (foot_y - knee_y) * t
            balls.append(Ball(x, y, 3.1 - 0.7 * t, 0.9, nearer + 0.4))
        for k in (-2.4, 0.0, 2.4):
            balls.append(Ball(foot_x + k, foot_y + 1.4, 1.5, 0.8, nearer + 0.4))


def _spines(image: Image, points: list[tuple[float, float]]) -> None:
    for i, (x, y) in enumerate(points):
        if i % 3:
            continue
        dot(image, round(x), round(y) - 1, "sand8")
        dot(image, round(x), round(y), "stone5")
        dot(image, round(x), round(y) + 1, "stone1")


def _frill(image: Image, x0: float, y0: float, spread: int) -> None:
    """The open frill as a wheel around the head."""
    size = 8.5 + 3.5 * spread
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float64)
    distance = np.hypot(x - x0, (y - y0) * 1.08)
    angle = np.arctan2(y - y0, x - x0)
    fan = distance < size + np.cos(angle * 14) * 1.1
    tone = np.clip(distance / size * 3.2, 0, 3) - np.where(y > y0 + 3, 0.8, 0)
    colors = ramp("stone0", "red0", "red1", "red2")
    image[fan, :3] = shade_ramp(tone, colors, 0.4, B2)[fan].astype(np.uint8)
    image[fan, 3] = 255
    for k in range(14):
        spoke = k * 2 * math.pi / 14
        for r in range(4, round(size) + 1):
            name = "sand8" if r > size - 1.6 else "stone3"
            dot(image, x0 + math.cos(spoke) * r + 0.5, y0 + math.sin(spoke) * r + 0.5, name)


def lizard_down(pose: LizardPose, *, from_right: bool = False) -> Image:
    """She comes towards the onlooker: tail behind, head in front."""
    x0, y0 = FOOT[0] - 0.5, FOOT[1] - BODY_Z - pose.body
    body: list[Ball] = []
    spine: list[tuple[float, float]] = []
    for i in range(30):
        t = i / 29
        x = x0 + math.sin(t * 4 + pose.tail) * 7.0 * t
        y = y0 - 12 - 24 * t + t * pose.body * 0.3
        body.append(Ball(x, y, 6.6 * (1 - t) ** 0.75 + 0.9, 0.9, 2.5 * (1 - t)))
        spine.append((x, y - 2))
    _legs(body, pose, 1, 1.4)
    for i in range(16):
        t = i / 15
        y = y0 - 13 + 24 * t - math.sin(t * math.pi) * pose.arch * 0.6
        body.append(Ball(x0, y, 6.0 + 3.9 * math.sin(math.pi * (0.16 + 0.7 * t)), 0.85, 2 + 3 * t))
        spine.append((x0, y - 3))
    image = _inflate(body, len(body), from_right)
    _spines(image, spine)
    hx, hy = x0, y0 + 12.0 - pose.head
    if pose.frill:
        _frill(image, hx, hy - 1, pose.frill)
    head = [Ball(hx, hy - 4 + i * 1.6, 6.6 - i * 0.1, 0.9, 3.0 + i) for i in range(4)]
    head += [Ball(hx, hy + 4.0, 5.6, 0.85, 7.0), Ball(hx, hy + 7.0, 4.4, 0.8, 7.5)]
    if pose.jaw:
        head.append(Ball(hx, hy + 10.0, 3.8, 0.8, 7.0))
    paste(image, _inflate(head, 0, from_right), 0, 0)
    face = grid_sprite(FACE_OPEN if pose.jaw else FACE_SHUT, DETAIL_KEY)
    paste(image, face, round(hx - 6.5), round(hy - 3))
    return finished(image, from_right=from_right)


def lizard_up(pose: LizardPose, *, from_right: bool = False) -> Image:
    """She goes away: head beyond the shoulders, tail towards the onlooker."""
    x0, y0 = FOOT[0] - 0.5, FOOT[1] - BODY_Z - pose.body
    hx, hy = x0, y0 - 19.0 - pose.head
    head = [Ball(hx, hy + 6 - i * 2.0, 6.8 - i * 0.25, 0.9, 2.0) for i in range(5)]
    head += [Ball(hx, hy - 5.0, 4.4, 0.8, 1.5), Ball(hx, hy - 8.0, 3.2, 0.8, 1.0)]
    image = _inflate(head, 0, from_right)
    for side in (-1, 1):
        for k in range(5):
            name = "sand8" if k > 2 else "stone5"
            dot(image, hx + 0.5 + side * (4 + k * 0.8), hy - 2 - k, name)
        dot(image, hx + 0.5 + side * 5, hy - 1, "lamp2")
    if pose.frill:
        _frill(image, hx, hy + 3, pose.frill)
    body: list[Ball] = []
    spine: list[tuple[float, float]] = []
    _legs(body, pose, -1, 1.4)
    for i in range(18):
        t = i / 17
        y = y0 - 15 + 26 * t - math.sin(t * math.pi) * pose.arch * 0.6
        body.append(Ball(x0, y, 5.9 + 3.9 * math.sin(math.pi * (0.16 + 0.7 * t)), 0.85, 2 + 2 * t))
        spine.append((x0, y - 4))
    for i in range(30):
        t = i / 29
        x = x0 + math.sin(t * 4 + pose.tail) * 8.0 * t
        y = y0 + 10 + 24 * t + t * pose.body * 0.6
        body.append(Ball(x, y, 6.6 * (1 - t) ** 0.75 + 0.9, 0.95, 4.5 + t))
        spine.append((x, y - 2 * (1 - t)))
    paste(image, _inflate(body, len(body), from_right), 0, 0)
    _spines(image, spine)
    return finished(image, from_right=from_right)

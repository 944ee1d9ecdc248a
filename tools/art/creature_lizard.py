"""The mother lizard: low and long, horned, with a frill that she spreads as a warning."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tools.art.creature_body import Ball, Floats, detail, finished, inflate
from tools.art.dither import B2, shade_ramp
from tools.art.palette import ramp
from tools.art.raster import Image, canvas, dot, paste

LIZARD_SKIN: Final = (
    "sand0",
    "sand1",
    "stone1",
    "stone2",
    "stone3",
    "stone4",
    "stone5",
    "sand8",
)
LIZARD_W: Final = 120
LIZARD_H: Final = 72
LIZARD_FOOT: Final = (58, 56)

LIZARD_FACE_SHUT: Final = """
...oooo.........
..poooop........
..oyyx#o........
..ryX#or......##
....rr...oo.....
.......oo.ooo.oo
..oooooo.w.w.w..
...w.w..........
"""
LIZARD_FACE_OPEN: Final = """
...ooooo..........
..ooooooop........
..oyyx#oo.........
..ryX#orr.......##
....rroo.ooo.oo...
.....obw.BwBBwBow.
....obBTTTBBBb.w..
....obBTTBBb......
.....obbw.bw.w....
......oooooooo....
"""


@dataclass(frozen=True, slots=True)
class LizardPose:
    """How she stands: feet (forward, lift) of near fore, far hind, far fore, near hind."""

    feet: tuple[tuple[float, float], ...] = ((2, 0), (5, 0), (-5, 0), (-2, 0))
    body: float = 0.0
    """Pixels the body is held higher."""
    head: float = 0.0
    """Pixels the head is held higher."""
    jaw: bool = False
    frill: int = 0
    """0 folded, 1 or 2 spread."""
    tail: float = 0.0
    arch: float = 2.2


def _lizard_leg(
    balls: list[Ball], hip: tuple[float, float], foot: tuple[float, float], far: bool
) -> None:
    """A bent leg with three toes; the knee of a hind leg points back, of a fore leg ahead."""
    hx, hy = hip
    fx, fy = foot
    out = 2.6 if hx > LIZARD_FOOT[0] else -2.6
    knee = (hx * 0.5 + fx * 0.5 + out, hy * 0.55 + fy * 0.45)
    size, lift = (3.4, 1.0) if far else (4.2, 2.6)
    for i in range(7):
        t = i / 6
        balls.append(
            Ball(hx + (knee[0] - hx) * t, hy + (knee[1] - hy) * t, size - 0.9 * t, 0.9, lift)
        )
    for i in range(6):
        t = i / 5
        x, y = knee[0] + (fx - knee[0]) * t, knee[1] + (fy - knee[1]) * t
        balls.append(Ball(x, y, size - 1.0 - 0.6 * t, 0.9, lift - 0.4 * t))
    for k in (-1.8, 0.8, 3.2):
        balls.append(Ball(fx + k, fy + 1.2, 1.5 if not far else 1.3, 0.8, lift - 0.5))


def _lizard_tail_y(t: float, sway: float) -> float:
    return math.sin(t * 4.0 + sway) * 6.0 * t


def lizard(pose: LizardPose, *, from_right: bool = False) -> Image:
    """The mother lizard in profile, head to the right; the moon from there if she is mirrored."""
    foot_x, foot_y = LIZARD_FOOT
    cx, cy = foot_x - 2.0, foot_y - 19.0 - pose.body
    balls: list[Ball] = []
    tail_count = 40
    for i in range(tail_count):
        t = i / (tail_count - 1)
        y = cy + 2 + _lizard_tail_y(t, pose.tail) - t * pose.body * 0.2
        balls.append(Ball(cx - 14 - 33 * t, y, 6.4 * (1 - t) ** 0.75 + 0.9, 1, 0))
    near_fore, far_hind, far_fore, near_hind = pose.feet
    # Feet stand on the ground however high the body is held.
    ground = float(foot_y) - 2
    _lizard_leg(balls, (cx - 8, cy), (cx - 10 + far_hind[0], ground - 3 - far_hind[1]), True)
    _lizard_leg(balls, (cx + 12, cy), (cx + 13 + far_fore[0], ground - 3 - far_fore[1]), True)
    legs_end = len(balls)
    for i in range(18):
        t = i / 17
        radius = 6.2 + 4.4 * math.sin(math.pi * (0.16 + 0.70 * t))
        lift = math.sin(t * math.pi) * pose.arch
        balls.append(Ball(cx - 14 + t * 28, cy - lift, radius, 0.85, 2))
    _lizard_leg(balls, (cx - 10, cy + 4), (cx - 13 + near_hind[0], ground - near_hind[1]), False)
    _lizard_leg(balls, (cx + 10, cy + 5), (cx + 13 + near_fore[0], ground - near_fore[1]), False)
    for i in range(6):
        t = i / 5
        balls.append(
            Ball(cx + 14 + i * 2.2, cy - 2 - (0.5 + pose.head * 0.2) * i, 6.9 - t, 0.9, 3.5)
        )
    hx, hy = cx + 27, cy - 5.0 - pose.head
    head_from = len(balls)
    balls += [
        Ball(hx, hy, 6.4, 0.9, 4.5),
        Ball(hx + 4.5, hy + 0.8, 5.0, 0.85, 4.5),
        Ball(hx + 8.5, hy + 1.4, 3.8, 0.8, 4.2),
        Ball(hx + 11.5, hy + 1.8, 2.8, 0.8, 4.0),
    ]
    if pose.jaw:
        balls += [Ball(hx + 5, hy + 6.5, 3.2, 0.8, 3.6), Ball(hx + 9, hy + 7.4, 2.2, 0.8, 3.4)]

    def pattern(x: Floats, y: Floats, owner: NDArray[np.intp]) -> Floats:
        bands = (np.sin((x + np.sin(y * 0.5) * 1.2) * 0.62) > 0.45) & (y < cy + 3) & (x < cx + 16)
        scales = np.sin(x * 1.9) * np.sin(y * 1.9) > 0.55
        far_legs = (owner >= tail_count) & (owner < legs_end)
        muzzle = (owner >= head_from) & (y > hy + 2.6)
        return (
            np.where(bands & (owner < head_from), -1.9, 0.0)
            + np.where(scales, 0.55, 0.0)
            + np.where(far_legs, -1.3, 0.0)
            + np.where(muzzle, -1.1, 0.0)
        )

    image = canvas(LIZARD_W, LIZARD_H)
    paste(
        image,
        inflate(
            LIZARD_W,
            LIZARD_H,
            balls,
            ramp(*LIZARD_SKIN),
            pattern,
            high=6.3,
            amount=0.35,
            from_right=from_right,
        ),
        0,
        0,
    )
    _lizard_spines(image, cx, cy, pose)
    if pose.frill:
        _frill(image, hx, hy, pose.frill, balls[head_from:])
    detail(image, LIZARD_FACE_OPEN if pose.jaw else LIZARD_FACE_SHUT, hx - 3, hy - 4)
    for i in range(6):
        dot(image, hx - 3 - i, hy - 5 - i * 0.75, "sand8" if i > 2 else "stone5")
        dot(image, hx - 3 - i, hy - 4 - i * 0.75, "stone4" if i > 2 else "stone2")
    return finished(image, from_right=from_right)


def _frill(image: Image, hx: float, hy: float, spread: int, head: Sequence[Ball]) -> None:
    """The neck frill: spokes of bone with dark red skin between, behind head, before neck."""
    size = 8.0 + 4.0 * spread
    root_x, root_y = hx - 2, hy + 1
    before = image.copy()
    y, x = np.mgrid[0 : image.shape[0], 0 : image.shape[1]].astype(np.float64)
    distance = np.hypot(x - root_x, y - root_y)
    # The angle from straight back; positive is down.
    angle = np.arctan2(y - root_y, root_x - x)
    reach = size * np.cos(angle * 0.62) + np.cos(angle * 9) * 1.3 - 0.8
    fan = (distance < reach) & (np.abs(angle) < 1.9)
    tone = np.clip(distance / size * 3.4, 0, 3) - np.where(angle > 0.2, 0.9, 0)
    colors = ramp("stone0", "red0", "red1", "red2")
    image[fan, :3] = shade_ramp(tone, colors, 0.4, B2)[fan].astype(np.uint8)
    image[fan, 3] = 255
    for k in range(-5, 6):
        spoke = k * 2 * math.pi / 18
        tip = size * math.cos(spoke * 0.62) + 1.2
        for r in range(4, round(tip)):
            name = "sand8" if r > tip - 2.2 else ("stone4" if k < 1 else "stone2")
            dot(image, root_x - math.cos(spoke) * r + 0.5, root_y + math.sin(spoke) * r + 0.5, name)
    for ball in head:
        skull = (x - ball.x) ** 2 + (y - ball.y) ** 2 < ball.r**2
        image[skull] = before[skull]


def _lizard_spines(image: Image, cx: float, cy: float, pose: LizardPose) -> None:
    """A row of spines along back and tail, highest over the shoulders."""
    for i in range(19):
        x = cx - 42 + i * 3.4
        if x < cx - 14:
            t = (cx - 14 - x) / 33
            y = cy + 2 + _lizard_tail_y(t, pose.tail) - t * pose.body * 0.2
            y -= 6.4 * (1 - t) ** 0.75
        else:
            t = min((x - cx + 14) / 28, 1.0)
            y = cy - math.sin(t * math.pi) * pose.arch
            y -= 5.8 + 4.2 * math.sin(math.pi * (0.16 + 0.70 * t))
        tall = 3 if x > cx - 4 else 2
        for k in range(tall):
            dot(image, x - k * 0.6, y - k, "sand8" if k == tall - 1 else "stone5")
        dot(image, x + 1, y, "stone1")
        dot(image, x, y + 1, "stone4")


def _trot(stride: float, lift: float) -> list[tuple[tuple[float, float], ...]]:
    """Eight frames; near fore and far hind together, the other two half a cycle later."""
    step = stride / 8
    cycle = [(step * (1.5 - i), 0.0) for i in range(4)]
    cycle += [
        (step * (-1.5 + 3 * (i + 0.6) / 4.2), lift * (0.6, 1.0, 1.0, 0.5)[i]) for i in range(4)
    ]
    return [(cycle[i], cycle[i], cycle[(i + 4) % 8], cycle[(i + 4) % 8]) for i in range(8)]


_BENT: Final = ((5.0, 0.0), (2.0, 0.0), (1.0, 0.0), (-4.0, 0.0))
_BRACED: Final = ((9.0, 0.0), (8.0, 0.0), (5.0, 0.0), (4.0, 0.0))
"""Feet before a charge, drawn in, and after it, thrown forward to stop."""


def lizard_motions() -> dict[str, tuple[list[LizardPose], int, int]]:
    """Poses, stride and ticks of each movement."""
    walk = [
        LizardPose(feet, body=(0, 1, 1, 0)[i % 4], head=(0, 0, 1, 1)[i % 4], tail=i * math.pi / 4)
        for i, feet in enumerate(_trot(24, 2.6))
    ]
    charge = [
        LizardPose(
            feet,
            body=(1, 2, 3, 2)[i % 4],
            head=-2,
            jaw=True,
            frill=1,
            tail=i * math.pi / 4,
            arch=1.0,
        )
        for i, feet in enumerate(_trot(44, 4.6))
    ]
    spread = [
        LizardPose(body=b, head=h, jaw=jaw, frill=frill, tail=tail, arch=4.0)
        for b, h, jaw, frill, tail in (
            (0, 0, False, 0, 0.0),
            (1, 3, False, 1, 0.6),
            (2, 6, True, 2, 1.2),
            (2, 7, True, 2, 1.8),
            (2, 6, True, 2, 2.4),
        )
    ]
    gathered = [
        LizardPose(body=b, head=-3, jaw=True, frill=2, tail=2.4, arch=5.5, feet=_BENT)
        for b in (-2, -3)
    ]
    braking = [
        LizardPose(_BRACED, body=b, head=h, jaw=True, frill=frill, tail=t, arch=a)
        for b, h, frill, t, a in (
            (-3, -4, 1, 3.0, 4.0), (-2, 4, 1, 2.4, 1.0), (-3, -2, 0, 1.6, 1.0),
        )
    ]  # fmt: skip
    spent = [
        LizardPose(body=b, head=h, tail=t, arch=1.0)
        for b, h, t in ((-3, -4, 0.0), (-3, -4, 0.2), (-2, -3, 0.4), (-2, -3, 0.2))
    ]
    idle = [LizardPose(tail=t, head=h) for t, h in ((0, 0), (0.4, 0), (0.8, 1), (0.4, 1))]
    return {
        "idle": (idle, 0, 16),
        "walk": (walk, 24, 0),
        "threat": (spread[:4], 0, 9),
        "hiss": (spread[2:4] + spread[4:], 0, 9),
        "gather": (gathered, 0, 7),
        "charge": (charge, 44, 0),
        "brake": (braking, 0, 8),
        "recover": (spent, 0, 12),
    }

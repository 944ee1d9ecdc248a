"""Sand snakes and mother lizards, `sprites/creatures.png`: rounded bodies with hand-placed details.

A body is a chain of balls turned into a height map, shaded by the moon and quantised; eyes, teeth,
horns and spines are typed on top, because without them a shaded body is a potato.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tools.art.atlas import AtlasWriter
from tools.art.dither import B2, shade_ramp
from tools.art.noise import hash01
from tools.art.palette import ColorRow, ramp
from tools.art.people_rig import VIEWS
from tools.art.raster import (
    Image,
    canvas,
    dot,
    ellipse,
    flip,
    full,
    grid_sprite,
    outline,
    paste,
    rim,
)

MOON: Final = (-0.5, -0.62, 0.6)
SNAKE_SKIN: Final = ("sand0", "stone1", "stone2", "stone3", "stone4", "stone5", "sand8")
LIZARD_SKIN: Final = ("sand0", "sand1", "stone1", "stone2", "stone3", "stone4", "stone5", "sand8")
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


Pattern = Callable[
    [NDArray[np.float64], NDArray[np.float64], NDArray[np.intp]], NDArray[np.float64]
]
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
) -> Image:
    """Shade the upper surface of all balls together."""
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


def finished(image: Image) -> Image:
    """Moon rim and outline without growing the canvas."""
    return outline(rim(image, "moon1", 0.32))[1:-1, 1:-1]


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


def mound(width: int, height: int, balls: Sequence[Ball]) -> Image:
    """Raised sand: lit where it faces the moon, ragged at the foot, no outline."""

    def grain(
        x: NDArray[np.float64], y: NDArray[np.float64], owner: NDArray[np.intp]
    ) -> NDArray[np.float64]:
        lines = np.where(np.sin((x * 0.55 + y * 1.3) + np.sin(x * 0.4) * 1.4) > 0.72, -0.9, 0.0)
        return lines + (hash01(x, y, 3) - 0.5) * 0.7

    image = inflate(width, height, balls, ramp(*MOVED_SAND), grain, low=-2.4, high=6.4, amount=0.6)
    inside = image[..., 3] > 0
    y, x = np.mgrid[0:height, 0:width]
    core = inside & np.roll(inside, 1, 0) & np.roll(inside, -1, 0)
    core &= np.roll(inside, 1, 1) & np.roll(inside, -1, 1)
    image[inside & ~core & ((x + y) % 2 == 0)] = 0
    return image


# Snake ------------------------------------------------------------------------------------------

SNAKE_W: Final = 88
SNAKE_H: Final = 64
SNAKE_FOOT: Final = (44, 46)

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

    def pattern(
        x: NDArray[np.float64], y: NDArray[np.float64], owner: NDArray[np.intp]
    ) -> NDArray[np.float64]:
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
        SNAKE_W, SNAKE_H, balls, ramp(*SNAKE_SKIN), _banded(0, count, hy - 2.2), amount=0.35
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


def snake_rise(step: int) -> Image:
    """It comes up out of the sand: mound, snout, neck, the poised S with an open jaw."""
    cx, cy = SNAKE_FOOT
    image = canvas(SNAKE_W, SNAKE_H)
    heap = mound(
        SNAKE_W,
        SNAKE_H,
        [Ball(cx + i * 1.4, cy + 1, 6.6 - abs(i) * 0.42, 0.8) for i in range(-8, 9)],
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

    body, hx, hy = _snake_body(path, jaw_open=jaw, count=40, thick=2.6, tail=2.6)
    _snake_face(body, hx, hy, jaw, 4 if step == 5 else 0)
    cut_below(body, lambda x: cy + 1 - abs(x - cx + 4) * 0.12)
    front = heap.copy()
    front[: cy - 1] = 0
    paste(image, heap, 0, 0)
    paste(image, finished(body), 0, 0)
    paste(image, front, 0, 0)
    if step < 4:
        spray(image, cx, cy - 3, step, 9 + step)
    return image


def snake_burst(step: int) -> Image:
    """The lunge along the ground: drawn back, flung out, at full stretch, down."""
    cx, cy = SNAKE_FOOT
    reach = (4.0, 12.0, 20.0, 22.0, 18.0)[step]
    arch = (16.0, 15.0, 9.0, 5.0, 2.0)[step]
    jaw = step in (1, 2, 3)
    wiggle = (1.0, 0.7, 0.35, 0.5, 0.9)[step]

    def path(t: float) -> tuple[float, float]:
        x = cx - 26 + t * (26 + reach - 6)
        y = cy - 3 - arch * t**1.8 + math.sin(t * 9.5) * 4.6 * wiggle * (1 - t * 0.6)
        return x, y

    image, hx, hy = _snake_body(path, jaw_open=jaw, thick=3.2)
    _snake_face(image, hx, hy, jaw, 0)
    cut_below(image, lambda x: cy + 2.0 if x < cx + 8 else SNAKE_H)
    image = finished(image)
    if step < 4:
        spray(image, cx - 14, cy, step, 21, 30)
    return image


def snake_spent(step: int) -> Image:
    """Stretched out on the sand after the lunge, flanks heaving, tongue out."""
    cx, cy = SNAKE_FOOT
    breath = (0.0, 0.35, 0.6, 0.35)[step]

    def path(t: float) -> tuple[float, float]:
        return cx - 28 + t * 44, cy - 2 + math.sin(t * 10.5 + 0.6) * 6.0 * (1 - 0.55 * t)

    image, hx, hy = _snake_body(path, thick=3.0 + breath)
    _snake_face(image, hx, hy, False, (2, 4, 3, 0)[step])
    return finished(image)


# Lizard -----------------------------------------------------------------------------------------

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
    """A bent leg with a three-toed foot; the knee of a hind leg points back, of a fore leg ahead."""
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


def lizard(pose: LizardPose) -> Image:
    """The mother lizard in profile, head to the right."""
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

    def pattern(
        x: NDArray[np.float64], y: NDArray[np.float64], owner: NDArray[np.intp]
    ) -> NDArray[np.float64]:
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
        inflate(LIZARD_W, LIZARD_H, balls, ramp(*LIZARD_SKIN), pattern, high=6.3, amount=0.35),
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
    return finished(image)


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


def _lizard_motions() -> dict[str, tuple[list[LizardPose], int, int]]:
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
    threat = [
        LizardPose(body=b, head=h, jaw=jaw, frill=frill, tail=tail, arch=4.0)
        for b, h, jaw, frill, tail in (
            (0, 0, False, 0, 0.0),
            (1, 3, False, 1, 0.6),
            (2, 6, True, 2, 1.2),
            (2, 7, True, 2, 1.8),
            (2, 6, True, 2, 2.4),
            (2, 7, True, 2, 1.8),
        )
    ]
    return {
        "idle": (
            [LizardPose(tail=t, head=h) for t, h in ((0, 0), (0.4, 0), (0.8, 1), (0.4, 1))],
            0,
            16,
        ),
        "walk": (walk, 24, 0),
        "threat": (threat, 0, 9),
        "charge": (charge, 44, 0),
        "recover": (
            [
                LizardPose(body=b, head=h, tail=t, arch=1.0)
                for b, h, t in ((-3, -4, 0.0), (-3, -4, 0.2), (-2, -3, 0.4), (-2, -3, 0.2))
            ],
            0,
            12,
        ),
    }


def _both_ways(
    atlas: AtlasWriter,
    name: str,
    images: list[Image],
    foot: tuple[int, int],
    *,
    stride_px: int = 0,
    ticks: int = 0,
) -> None:
    """Add an animation to the right and its mirror image to the left."""
    atlas.animate(f"{name}/right", images, *foot, stride_px=stride_px, ticks=ticks)
    mirrored = [flip(image) for image in images]
    foot_x = images[0].shape[1] - foot[0]
    atlas.animate(f"{name}/left", mirrored, foot_x, foot[1], stride_px=stride_px, ticks=ticks)


def build() -> AtlasWriter:
    """Draw all creatures; no files."""
    atlas = AtlasWriter()
    for direction in VIEWS:
        images = [snake_crawl(direction, step) for step in range(8)]
        atlas.animate(f"snake/crawl/{direction}", images, *SNAKE_FOOT, stride_px=24)
    _both_ways(atlas, "snake/rise", [snake_rise(i) for i in range(6)], SNAKE_FOOT, ticks=5)
    _both_ways(atlas, "snake/burst", [snake_burst(i) for i in range(5)], SNAKE_FOOT, ticks=5)
    _both_ways(atlas, "snake/spent", [snake_spent(i) for i in range(4)], SNAKE_FOOT, ticks=16)
    for act, (poses, stride_px, ticks) in _lizard_motions().items():
        images = [lizard(pose) for pose in poses]
        _both_ways(atlas, f"lizard/{act}", images, LIZARD_FOOT, stride_px=stride_px, ticks=ticks)
    atlas.add("shadow/snake", ellipse(52, 10), 26, 5)
    atlas.add("shadow/lizard", ellipse(62, 14), 31, 6)
    return atlas


def make(out: Path) -> None:
    """Write sprites/creatures.png and .json below the assets folder."""
    build().write(out / "sprites", "creatures")

"""Her hands over the wound, seen from above: backs of the hands, sleeves, four gestures.

A hand is drawn in units of about a pixel around the middle of its palm, fingers up, thumb left (the
right hand); the left hand is its mirror image. Each frame's foot point is where the hand works: the
finger tips, or the pinched needle.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from tools.art.noise import grid
from tools.art.palette import rgb
from tools.art.raster import Image, Mask, canvas, shift, tint
from tools.art.vector import Point, Sketch, colors_of

WIDTH: Final = 150
HEIGHT: Final = 300
ORIGIN: Final = (75, 60)
SCALE: Final = 1.12
TILT_DEGREES: Final = 10
NIGHT: Final = (0.86, 0.84, 0.95)
COLORS: Final = [*colors_of("skin", "red"), "ink", "steel2", "steel3", "heal2", "heal3"]

Finger = tuple[Point, Point, Point, float]
"""Knuckle, middle joint, tip, width."""


@dataclass(frozen=True, slots=True)
class Gesture:
    """A hand's shape: fingers from index to little one, thumb joints, and where it works."""

    fingers: tuple[Finger, ...]
    thumb: tuple[Point, Point, Point]
    spot: Point
    folded: bool = False


GESTURES: Final[dict[str, Gesture]] = {
    "hover": Gesture(
        (
            ((-8.0, -2), (-10.0, -16), (-10.5, -27), 6.6),
            ((-2.6, -5), (-3.0, -21), (-2.5, -33), 6.9),
            ((3.2, -4), (4.6, -19), (6.0, -30), 6.6),
            ((8.6, 0), (11.4, -12), (13.6, -21), 5.8),
        ),
        ((-9, 14), (-17, 6), (-21.5, -5)),
        (-4, -33),
    ),
    "press": Gesture(
        (
            ((-7.6, -1), (-8.6, -13), (-8.0, -23), 6.8),
            ((-2.2, -4), (-2.2, -17), (-1.8, -28), 7.2),
            ((3.2, -3), (3.8, -16), (4.4, -26), 6.8),
            ((8.2, 1), (9.8, -9), (10.4, -18), 6.0),
        ),
        ((-9, 14), (-15, 5), (-16.5, -6)),
        (-4, -28),
    ),
    "stitch": Gesture(
        (
            ((-7.8, -2), (-11.0, -14), (-12.6, -25), 6.4),
            ((-2.4, -4), (-2.6, -14), (-4.6, -18), 7.2),
            ((3.2, -3), (4.0, -11), (2.6, -14), 7.0),
            ((8.2, 1), (9.0, -5), (7.6, -8), 6.2),
        ),
        ((-9, 14), (-17.5, 2), (-16.0, -20)),
        (-14.5, -29),
    ),
    "wipe": Gesture(
        (
            ((-7.8, -2), (-9.2, -9), (-7.6, -11), 7.2),
            ((-2.4, -5), (-2.8, -12), (-1.6, -13), 7.6),
            ((3.2, -4), (4.2, -11), (4.2, -12), 7.2),
            ((8.2, 0), (10.2, -6), (9.8, -7), 6.4),
        ),
        ((-9, 14), (-14, 4), (-10.0, -4)),
        (0, -8),
        folded=True,
    ),
}
SIDES: Final = {"left": -1, "right": 1}


def _draw_forearm(sketch: Sketch) -> None:
    sketch.fill(
        [(-10, 22, 1), (-11, 60), (-16, 120, 1), (18, 120, 1), (13, 60), (10, 22, 1)],
        "skin2",
        "skin0",
        1.3,
    )
    sketch.fill(
        [(-9.4, 22, 1), (-10.4, 60), (-15, 120, 1), (3, 120, 1), (3, 60), (3, 22, 1)], "skin3"
    )
    sketch.fill(
        [(-15, 38, 1), (-5, 35), (6, 36), (15, 40, 1), (30, 240, 1), (-30, 240, 1)],
        "red1",
        "red0",
        1.4,
    )
    sketch.fill([(-14, 39, 1), (-5, 36), (-6, 60), (-12, 240, 1), (-29, 240, 1)], "red2")
    sketch.fill([(9, 37.5, 1), (15, 41, 1), (30, 240, 1), (18, 240, 1)], "red0")
    sketch.stroke([(-15.5, 43), (-4, 40), (6, 41), (15.5, 45)], "red0", 1.2)
    for fold in (
        [(-6, 58), (2, 62), (10, 60)],
        [(-8, 76), (2, 79), (12, 75)],
        [(-10, 104), (2, 108), (14, 102)],
        [(-14, 138), (0, 142), (16, 137)],
    ):
        sketch.taper(fold, "red0", [0.4, 1.6, 0.4])


def _draw_thumb(sketch: Sketch, gesture: Gesture) -> None:
    root, joint, tip = gesture.thumb
    sketch.stroke([root, joint, tip], "skin0", 9)
    sketch.stroke([root, joint, tip], "skin3", 6.8)
    sketch.stroke([(root[0] + 2, root[1] + 4), (joint[0] + 2, joint[1] + 3)], "skin3", 5)
    sketch.ellipse(tip[0] + 0.1, tip[1] + 0.6, 1.8, 2.6, "skin4")


def _draw_finger(sketch: Sketch, finger: Finger, folded: bool) -> None:
    knuckle, joint, tip, width = finger
    sketch.stroke([knuckle, joint, tip], "skin3", width)
    shade = [
        (knuckle[0] + width * 0.30, knuckle[1]),
        (joint[0] + width * 0.30, joint[1]),
        (tip[0] + width * 0.22, tip[1] + 1),
    ]
    sketch.stroke(shade, "skin2", width * 0.34)
    crease = [(joint[0] - width * 0.28, joint[1] + 0.5), (joint[0] + width * 0.3, joint[1] + 0.2)]
    sketch.stroke(crease, "skin2", 0.9)
    if not folded and tip[1] < -20:
        sketch.ellipse(tip[0] - 0.3, tip[1] - 0.2, width * 0.26, width * 0.38, "skin4")
    elif joint[1] < -8:
        sketch.ellipse(joint[0] - 0.6, joint[1] + 1.6, width * 0.26, width * 0.22, "skin4")


def draw_hand(name: str, side: str) -> tuple[Image, int, int]:
    """One gesture of one hand: the picture and the place in it where the hand works."""
    gesture = GESTURES[name]
    flip = SIDES[side]
    sketch = Sketch(WIDTH, HEIGHT)
    sketch.canvas.translate(*ORIGIN)
    sketch.canvas.rotate(-TILT_DEGREES * flip)
    sketch.canvas.scale(SCALE * flip, SCALE)
    _draw_forearm(sketch)
    for knuckle, joint, tip, width in gesture.fingers:
        sketch.stroke([knuckle, joint, tip], "skin0", width + 2.2)
    if name != "stitch":
        _draw_thumb(sketch, gesture)
    palm = sketch.fill(
        [
            (-11.5, -3),
            (-3, -8),
            (5, -7.5),
            (12, -1),
            (12.4, 12),
            (10.5, 25),
            (-10.5, 25),
            (-13, 12),
        ],
        "skin3",
    )
    sketch.taper([(12, -1), (13, 12), (10.5, 25), (11, 40)], "skin0", [0.8, 1.5, 1.5, 1.4])
    sketch.taper([(-13.6, 16), (-11, 25), (-11.2, 40)], "skin0", [0.9, 1.5, 1.5])
    for finger in gesture.fingers:
        _draw_finger(sketch, finger, gesture.folded)
    if name == "stitch":
        _draw_thumb(sketch, gesture)
        x, y = gesture.spot
        sketch.taper([(x + 2, y + 12), (x, y)], "steel3", [1.2, 0.9])
        sketch.ellipse(x, y, 1.2, 1.2, "heal3")
    sketch.fill(
        [(4, -4), (12, 0), (12.4, 12), (10.5, 25, 1), (3, 25, 1), (6, 10)], "skin2", clip=palm
    )
    for (x, y), *_ in gesture.fingers:
        sketch.ellipse(x + 0.4, y + 1.2, 1.9, 1.3, "skin4" if x < 3 else "skin3")
        sketch.taper([(x + 0.4, y + 4), (x * 0.6, 12)], "skin2", [1.1, 0.3])
    image = tint(sketch.pixels(COLORS), NIGHT)
    angle = np.deg2rad(-TILT_DEGREES * flip)
    x, y = gesture.spot[0] * SCALE * flip, gesture.spot[1] * SCALE
    spot_x = ORIGIN[0] + x * np.cos(angle) - y * np.sin(angle)
    spot_y = ORIGIN[1] + x * np.sin(angle) + y * np.cos(angle)
    return image, round(float(spot_x)), round(float(spot_y))


def _ring(inside: Mask, steps: tuple[tuple[int, int], ...]) -> Mask:
    ring = np.zeros_like(inside)
    for dx, dy in steps:
        ring |= inside & ~shift(inside, dx, dy)
    return ring


def green_light(hand: Image, spot_y: int) -> Image:
    """The healing light on a hand as a layer over it: bright on its edges, fading to the wrist."""
    inside: Mask = hand[..., 3] > 0
    outer = _ring(inside, ((0, 1), (1, 0), (-1, 0), (0, -1)))
    second = _ring(inside, ((0, 2), (2, 0), (-2, 0), (0, -2), (1, 1), (-1, 1), (1, -1), (-1, -1)))
    _, y = grid(hand.shape[1], hand.shape[0])
    fade = np.clip(1.1 - (y - spot_y) / 58, 0, 1)
    layer = canvas(hand.shape[1], hand.shape[0])
    glow = np.clip(1 - (y - spot_y) / 60, 0, 1) * 0.38
    green = hand[..., :3] * np.array((0.45, 1.08, 0.62))
    layer[..., :3] = np.clip(green, 0, 255).astype(np.uint8)
    layer[..., 3] = (glow * 255 * inside).astype(np.uint8)
    for ring, name, share in ((second & ~outer, "heal2", 0.72), (outer, "heal3", 0.95)):
        layer[ring, :3] = rgb(name)
        layer[ring, 3] = (fade * share * 255)[ring].astype(np.uint8)
    return layer


def cut(image: Image) -> tuple[Image, int, int]:
    """The picture without clear margins, and how far it was moved."""
    used = image[..., 3] > 0
    rows, cols = np.flatnonzero(used.any(1)), np.flatnonzero(used.any(0))
    top, left = int(rows[0]), int(cols[0])
    return image[top : rows[-1] + 1, left : cols[-1] + 1], left, top

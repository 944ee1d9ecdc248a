"""Who lies on the sand, seen from above by the healer: torso, arms, opened shirt, no wounds yet.

The body is a height field (inflated outlines with muscles laid on), shaded by the moon; cloth and
hair are flat shapes over it.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt, gaussian_filter

from tools.art.closeup_clothes import AXIS_X, draw_clothes, draw_head, draw_kunai
from tools.art.closeup_figures import Figure
from tools.art.dither import banded, shade_ramp
from tools.art.noise import Floats, fbm, grid, value_noise
from tools.art.palette import ramp, vector
from tools.art.raster import Image, Mask, canvas, paste, shift, tint
from tools.art.vector import Point, Points, Sketch, colors_of, mirrored

WIDTH: Final = 480
HEIGHT: Final = 270
LIFT: Final = -12
"""The body is drawn this much lower and then moved, so that the belly lies in the middle."""

NIGHT: Final = (0.60, 0.57, 0.84)

ARM: Final[Points] = [
    (150, 62, 1),
    (132, 74),
    (120, 104),
    (112, 150),
    (100, 205),
    (92, 300, 1),
    (126, 300, 1),
    (134, 210),
    (148, 160),
    (164, 110, 1),
    (166, 74, 1),
]
HALF_TORSO: Final[Points] = [
    (214, 30, 1),
    (200, 44),
    (176, 52),
    (160, 66),
    (158, 92),
    (165, 120),
    (171, 150),
    (171, 185),
    (167, 215),
    (163, 300, 1),
]
NECK: Final[Points] = [
    (217, -6, 1),
    (217, 22),
    (206, 44, 1),
    (240, 62, 1),
    (274, 44, 1),
    (263, 22),
    (263, -6, 1),
]


@dataclass(frozen=True, slots=True)
class Form:
    """The body as a height field: unit normals (h, w, 3), masks by part, and all parts together."""

    normals: NDArray[np.float64]
    parts: dict[str, Mask]
    body: Mask


def new_sketch() -> Sketch:
    """An empty drawing in the body's own coordinates."""
    sketch = Sketch(WIDTH, HEIGHT, samples=4)
    sketch.canvas.translate(0, LIFT)
    return sketch


def _mask(points: Points) -> Mask:
    sketch = new_sketch()
    sketch.fill(points, "ink")
    result: Mask = sketch.pixels()[..., 3] > 0
    return result


def _inflate(mask: Mask, radius: float, height: float) -> Floats:
    """A cushion over the mask; the picture's edge does not count as an edge."""
    margin = 60
    wide = np.pad(mask, margin, mode="edge")
    depth = distance_transform_edt(wide)[margin : margin + HEIGHT, margin : margin + WIDTH]
    rounding = np.clip(depth / radius, 0, 1)
    return np.asarray(height * np.sqrt(1 - (1 - rounding) ** 2) * mask, np.float64)


def body_form(figure: Figure) -> Form:
    """Outlines, cushions and muscles of a figure."""
    x, y = grid(WIDTH, HEIGHT, 0, -LIFT)
    half = [_broadened(point, figure.broad) for point in HALF_TORSO]
    torso = [*half, *mirrored(half, AXIS_X)[::-1]]
    parts = {
        "arm_left": _mask(ARM),
        "arm_right": _mask(mirrored(ARM, AXIS_X)),
        "torso": _mask(torso),
        "neck": _mask(NECK),
    }
    z = np.zeros((HEIGHT, WIDTH))
    for name, radius, height in (("arm_left", 20, 22), ("arm_right", 20, 22), ("torso", 62, 40)):
        z = np.maximum(z, _inflate(parts[name], radius, height))
    z = np.where(parts["neck"], np.maximum(_inflate(parts["neck"], 24, 18), 0) + 10, z)

    def bump(cx: float, cy: float, rx: float, ry: float, amount: float, power: float = 2) -> Floats:
        return amount * np.exp(-(np.abs((x - cx) / rx) ** power + np.abs((y - cy) / ry) ** power))

    for side in (-1, 1):
        z += bump(AXIS_X + side * 35, 96, 33, 24, 10, 3)
        z += bump(AXIS_X + side * 60, 70, 20, 16, 5)
        z += bump(AXIS_X + side * 40, 51, 34, 3.6, 4.2)
        for cy, amount in ((158, 3.2), (182, 3.2), (208, 2.8)):
            z += bump(AXIS_X + side * 13.5, cy, 11.5, 11, figure.muscle * amount, 4)
        for rib in range(4):
            z += bump(AXIS_X + side * (52 - rib * 2), 126 + rib * 13, 13, 3.6, figure.muscle * 1.9)
        z += bump(AXIS_X + side * 46, 170, 16, 46, 2.2)
        z -= bump(AXIS_X + side * 32, 150, 26, 5, figure.muscle * 1.6)
    z -= bump(AXIS_X, 100, 6.5, 36, 2.6, 4) + bump(AXIS_X, 185, 4.2, 44, figure.muscle * 1.3, 4)
    z += bump(AXIS_X, 206, 58, 54, figure.paunch)
    z -= bump(AXIS_X, 238, 3.4, 5, 5) + bump(AXIS_X, 60, 8, 7, 5)
    z = np.where(parts["torso"], gaussian_filter(z, 1.1), gaussian_filter(z, 2.6))
    down, right = np.gradient(z)
    normals = np.stack([-right, -down, np.full_like(z, 0.85)], -1)
    normals /= np.linalg.norm(normals, axis=-1, keepdims=True)
    body = parts["arm_left"] | parts["arm_right"] | parts["torso"] | parts["neck"]
    return Form(normals, parts, body)


def _broadened(point: Point, broad: float) -> Point:
    """A point of the trunk's outline, further out below the arms."""
    share = float(np.clip((point[1] - 70) / 70, 0, 1))
    x = AXIS_X + (point[0] - AXIS_X) * (1 + (broad - 1) * share)
    return (x, *point[1:])


def _draw_skin(form: Form, figure: Figure) -> Image:
    x, y = grid(WIDTH, HEIGHT, 0, -LIFT)
    moon = np.array((-0.52, -0.55, 0.65))
    light = form.normals @ (moon / np.linalg.norm(moon))
    tone = 1.0 + np.clip(light * 0.85 + 0.15, 0, 1) ** 1.25 * 4.9
    tone = np.where(form.parts["neck"], np.minimum(tone, 2.6 + (y - 20) * 0.06), tone)
    tone += (fbm(x / 9, y / 9, 4, 3) - 0.5) * 0.5
    layer = canvas(WIDTH, HEIGHT)
    for name in ("arm_left", "arm_right"):
        tone = np.where(form.parts[name] & ~form.parts["torso"], tone - 0.5, tone)
    skin = figure.skin_ramp.astype(np.float32)
    layer[..., :3] = shade_ramp(tone, skin, 0.6).astype(np.uint8)
    layer[..., 3] = form.body * 255
    for name in ("arm_left", "arm_right", "torso"):
        part = form.parts[name]
        edge = np.zeros_like(part)
        for dx, dy in ((0, 1), (1, 0), (-1, 0), (0, -1)):
            edge |= part & ~shift(part, dx, dy)
        edge[0] = edge[-1] = False
        if name == "torso":
            edge &= y > 56
        layer[edge] = (*skin[1].astype(int), 255)
    return layer


def _draw_creases(sketch: Sketch) -> None:
    for points, color in (
        ([(222, 20), (232, 44), (238, 57)], "skin0"),
        ([(180, 58), (206, 56.5), (232, 63)], "skin0"),
        ([(176, 116), (192, 125), (214, 125), (233, 119)], "skin0"),
        ([(238, 140), (222, 150), (205, 170)], "skin1"),
    ):
        sketch.taper(points, color, [0.3, 1.5, 0.3])
        sketch.taper(mirrored(points, AXIS_X), "skin0", [0.3, 1.5, 0.3])
    sketch.ellipse(AXIS_X, 238.6, 1.7, 3.2, "skin0")
    for x in (203, 277):
        sketch.ellipse(x, 111, 3.6, 2.4, "skin1")
        sketch.ellipse(x - 0.6, 110.6, 1.4, 1, "skin0")


def _sand() -> Image:
    """Moonlit sand around him, darker towards the edges, with wind ripples."""
    x, y = grid(WIDTH, HEIGHT)
    u = x * 0.81 + y * 0.72
    warp = (fbm(x / 40, y / 30, 61, 3) - 0.5) * 14 + (fbm(x / 9, y / 9, 65, 2) - 0.5) * 2.2
    ripple = np.sin((u * 0.94 + warp) * 2 * np.pi / 6.2)
    patch = np.clip((fbm(x / 46, y / 34, 62, 3) - 0.42) / 0.24, 0, 1)
    tone = 2.75 + np.where(ripple > 0.55, 0.62, np.where(ripple < -0.7, -0.42, 0)) * patch
    tone += (fbm(x / 120, y / 90, 63, 3) - 0.5) * 1.5 + (value_noise(x / 60, y / 40, 64) - 0.5)
    away = np.clip((np.hypot((x - 240) / 260, (y - 135) / 170) - 0.35) / 0.65, 0, 1)
    tone -= away * away * (3 - 2 * away) * 2.2
    layer = canvas(WIDTH, HEIGHT)
    layer[..., :3] = shade_ramp(tone, ramp("sand"), 0.45).astype(np.uint8)
    layer[..., 3] = 255
    return layer


def draw_body(form: Form, figure: Figure) -> Image:
    """The whole picture under the moon: sand, his shadow on it, body, clothes."""
    body = _draw_skin(form, figure)
    sketch = new_sketch()
    draw_head(sketch, figure)
    _draw_creases(sketch)
    draw_clothes(sketch, figure)
    names = [*colors_of("skin", "blood", "ink", "night"), *figure.shirt, *figure.sleeves]
    names += colors_of("red") if figure.red_hair else colors_of("tan")
    names += figure.vest or ()
    paste(body, sketch.pixels(names), 0, 0)
    if figure.kunai:
        beside = new_sketch()
        draw_kunai(beside)
        paste(body, beside.pixels(), 0, 0)
    picture = _sand()
    distance = distance_transform_edt(body[..., 3] == 0)
    shade = banded(np.clip(1 - distance / 16, 0, 1), 3, 1.0)[..., None] * 0.75
    mixed = picture[..., :3] * (1 - shade) + vector("sand0") * shade
    picture[..., :3] = mixed.astype(np.uint8)
    paste(picture, tint(body, NIGHT), 0, 0)
    return picture


def clothes_mask(figure: Figure) -> Mask:
    """Where cloth or hair covers the body, so that light through the skin stops there."""
    sketch = new_sketch()
    draw_head(sketch, figure)
    draw_clothes(sketch, figure)
    result: Mask = sketch.pixels()[..., 3] > 0
    return result

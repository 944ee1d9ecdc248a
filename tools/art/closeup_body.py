"""The man on the sand, seen from above by the healer: torso, arms, opened shirt, no wounds yet.

The body is a height field (inflated outlines with muscles laid on), shaded by the moon; cloth and
hair are flat shapes over it.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt, gaussian_filter

from tools.art.dither import banded, shade_ramp
from tools.art.noise import Floats, fbm, grid, value_noise
from tools.art.palette import ramp, vector
from tools.art.raster import Image, Mask, canvas, paste, shift, tint
from tools.art.vector import LockColors, Points, Sketch, colors_of, hair_lock, mirrored

WIDTH: Final = 480
HEIGHT: Final = 270
AXIS_X: Final = 240
LIFT: Final = -12
"""The body is drawn this much lower and then moved, so that the belly lies in the middle."""

SKIN: Final = np.array(
    [
        [int(h[i : i + 2], 16) for i in (0, 2, 4)]
        for h in ("2b1838", "52284a", "8a4c58", "b87468", "dd9f80", "f6c8a2", "ffe4c6")
    ],
    np.float32,
)
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
SLEEVE: Final[Points] = [
    (196, 42, 1),
    (168, 50),
    (146, 61),
    (128, 78),
    (119, 102),
    (115, 132, 1),
    (122, 127, 1),
    (126, 140, 1),
    (132, 130, 1),
    (138, 141, 1),
    (144, 130, 1),
    (152, 135, 1),
    (160, 120, 1),
    (164, 90, 1),
    (176, 60, 1),
]
FLAP: Final[Points] = [
    (190, 45, 1),
    (172, 70),
    (165, 96),
    (171, 112, 1),
    (163, 140, 1),
    (170, 147, 1),
    (160, 172, 1),
    (168, 184, 1),
    (157, 214, 1),
    (165, 223, 1),
    (154, 300, 1),
    (136, 300, 1),
    (141, 200),
    (150, 140),
    (154, 96),
    (164, 60, 1),
]
RED: Final[LockColors] = ("red0", "red1", "red2", "red3", "red4")
DARK_RED: Final[LockColors] = ("red0", "red0", "red1", "red2", "red3")


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


def body_form() -> Form:
    """Outlines, cushions and muscles."""
    x, y = grid(WIDTH, HEIGHT, 0, -LIFT)
    torso = [*HALF_TORSO, *mirrored(HALF_TORSO, AXIS_X)[::-1]]
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
            z += bump(AXIS_X + side * 13.5, cy, 11.5, 11, amount, 4)
        for rib in range(4):
            z += bump(AXIS_X + side * (52 - rib * 2), 126 + rib * 13, 13, 3.6, 1.9)
        z += bump(AXIS_X + side * 46, 170, 16, 46, 2.2)
        z -= bump(AXIS_X + side * 32, 150, 26, 5, 1.6)
    z -= bump(AXIS_X, 100, 6.5, 36, 2.6, 4) + bump(AXIS_X, 185, 4.2, 44, 1.3, 4)
    z -= bump(AXIS_X, 238, 3.4, 5, 5) + bump(AXIS_X, 60, 8, 7, 5)
    z = np.where(parts["torso"], gaussian_filter(z, 1.1), gaussian_filter(z, 2.6))
    down, right = np.gradient(z)
    normals = np.stack([-right, -down, np.full_like(z, 0.85)], -1)
    normals /= np.linalg.norm(normals, axis=-1, keepdims=True)
    body = parts["arm_left"] | parts["arm_right"] | parts["torso"] | parts["neck"]
    return Form(normals, parts, body)


def _draw_skin(form: Form) -> Image:
    x, y = grid(WIDTH, HEIGHT, 0, -LIFT)
    moon = np.array((-0.52, -0.55, 0.65))
    light = form.normals @ (moon / np.linalg.norm(moon))
    tone = 1.0 + np.clip(light * 0.85 + 0.15, 0, 1) ** 1.25 * 4.9
    tone = np.where(form.parts["neck"], np.minimum(tone, 2.6 + (y - 20) * 0.06), tone)
    tone += (fbm(x / 9, y / 9, 4, 3) - 0.5) * 0.5
    layer = canvas(WIDTH, HEIGHT)
    for name in ("arm_left", "arm_right"):
        tone = np.where(form.parts[name] & ~form.parts["torso"], tone - 0.5, tone)
    layer[..., :3] = shade_ramp(tone, SKIN, 0.6).astype(np.uint8)
    layer[..., 3] = form.body * 255
    for name in ("arm_left", "arm_right", "torso"):
        part = form.parts[name]
        edge = np.zeros_like(part)
        for dx, dy in ((0, 1), (1, 0), (-1, 0), (0, -1)):
            edge |= part & ~shift(part, dx, dy)
        edge[0] = edge[-1] = False
        if name == "torso":
            edge &= y > 56
        layer[edge] = (*SKIN[1].astype(int), 255)
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


def _draw_hair(sketch: Sketch) -> None:
    """The tips of his hair hang in from above."""
    for root, tip in ((-62, 22), (-36, 18), (36, 18), (62, 22), (-48, 34), (48, 34)):
        x = AXIS_X + root
        hair_lock(
            sketch,
            [(AXIS_X + root * 0.75 - 8, -2), (AXIS_X + root * 0.85 - 4, 10), (x, tip)],
            [(AXIS_X + root * 0.75 + 10, -2), (AXIS_X + root * 0.80 + 6, 12), (x, tip)],
            RED if root < 0 else DARK_RED,
        )


def _draw_cloth(sketch: Sketch) -> None:
    """Trousers, sleeves and the two flaps of the shirt that she has cut open."""
    sketch.fill(
        [
            (158, 264, 1),
            (200, 258),
            (240, 257),
            (280, 258),
            (322, 264, 1),
            (324, 300, 1),
            (156, 300, 1),
        ],
        "night2",
        "ink",
        1.4,
    )
    sketch.fill([(158, 264, 1), (200, 258), (230, 257, 1), (226, 300, 1), (156, 300, 1)], "night3")
    left = sketch.fill(SLEEVE, "sand1", "ink", 1.5)
    right = sketch.fill(mirrored(SLEEVE, AXIS_X), "sand1", "ink", 1.5)
    sketch.fill(
        [
            (186, 46, 1),
            (150, 61),
            (130, 82),
            (122, 106),
            (128, 112),
            (140, 90),
            (158, 70),
            (176, 58, 1),
        ],
        "sand2",
        clip=left,
    )
    sketch.fill(
        [(180, 47, 1), (152, 60), (134, 78), (138, 82), (156, 66), (178, 52, 1)], "sand3", clip=left
    )
    shine = mirrored([(186, 46, 1), (160, 56), (152, 64), (176, 56, 1)], AXIS_X)
    sketch.fill(shine, "sand2", clip=right)
    for fold in ([(152, 70), (142, 92), (140, 124)], [(138, 80), (128, 104), (126, 124)]):
        sketch.taper(fold, "ink", [0.5, 1.8, 0.5])
        sketch.taper(mirrored(fold, AXIS_X), "ink", [0.5, 1.8, 0.5])
    left = sketch.fill(FLAP, "sand2", "ink", 1.5)
    right = sketch.fill(mirrored(FLAP, AXIS_X), "sand1", "ink", 1.5)
    sketch.fill(
        [
            (188, 46, 1),
            (168, 72),
            (162, 98),
            (166, 112),
            (158, 140),
            (163, 148),
            (154, 172),
            (158, 186),
            (149, 214),
            (146, 300, 1),
            (140, 300, 1),
            (146, 200),
            (155, 140),
            (158, 96),
            (172, 58, 1),
        ],
        "sand3",
        clip=left,
    )
    turned = [
        (188, 46, 1),
        (172, 64),
        (166, 90),
        (170, 112),
        (164, 138),
        (168, 147),
        (162, 150),
        (160, 110),
        (164, 70, 1),
    ]
    sketch.fill(mirrored(turned, AXIS_X), "sand2", clip=right)
    for fold in (
        [(160, 84), (156, 124), (148, 176)],
        [(155, 194), (149, 224), (147, 270)],
    ):
        sketch.taper(fold, "sand1", [0.4, 2.2, 0.5])
        sketch.taper(mirrored(fold, AXIS_X), "sand0", [0.4, 2.2, 0.5])
    # The blades went through the cloth as well: it is dark and stiff along the cut.
    for stain in (
        [(168, 150), (161, 172), (166, 186)],
        [(160, 200), (158, 214), (163, 224)],
    ):
        sketch.taper(stain, "blood0", [1.0, 4.0, 1.5], clip=left)
        sketch.taper(mirrored(stain, AXIS_X), "blood0", [1.0, 4.0, 1.5], clip=right)


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


def draw_body(form: Form) -> Image:
    """The whole picture under the moon: sand, his shadow on it, body, clothes."""
    body = _draw_skin(form)
    sketch = new_sketch()
    _draw_hair(sketch)
    _draw_creases(sketch)
    _draw_cloth(sketch)
    names = [*colors_of("skin", "blood", "red", "ink", "night"), "sand0", "sand1", "sand2", "sand3"]
    paste(body, sketch.pixels(names), 0, 0)
    picture = _sand()
    distance = distance_transform_edt(body[..., 3] == 0)
    shade = banded(np.clip(1 - distance / 16, 0, 1), 3, 1.0)[..., None] * 0.75
    mixed = picture[..., :3] * (1 - shade) + vector("sand0") * shade
    picture[..., :3] = mixed.astype(np.uint8)
    paste(picture, tint(body, NIGHT), 0, 0)
    return picture


def clothes_mask() -> Mask:
    """Where cloth or hair covers the body, so that light through the skin stops there."""
    sketch = new_sketch()
    _draw_hair(sketch)
    _draw_cloth(sketch)
    result: Mask = sketch.pixels()[..., 3] > 0
    return result

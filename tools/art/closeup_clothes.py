"""What lies over a patient: hair or headcloth, trousers, sleeves, the opened shirt and the vest.

Drawn in the body's own coordinates, for the picture and for the mask that keeps green light off.
"""

from typing import Final

import skia

from tools.art.closeup_figures import Figure, Four
from tools.art.vector import LockColors, Points, Sketch, hair_lock, mirrored

AXIS_X: Final = 240
"""The middle of every patient, head to foot."""

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
HEM: Final[Points] = [
    (196, 42, 1),
    (168, 50),
    (146, 61),
    (128, 78),
    (119, 102),
    (113, 128, 1),
    (128, 136),
    (150, 136, 1),
    (160, 120, 1),
    (164, 90, 1),
    (176, 60, 1),
]
"""A sleeve that is turned up neatly over the elbow."""
VEST_FLAP: Final[Points] = [
    (206, 32, 1),
    (184, 46),
    (168, 74),
    (160, 112),
    (158, 160),
    (152, 214),
    (150, 300, 1),
    (120, 300, 1),
    (126, 214),
    (134, 150),
    (142, 100),
    (158, 62),
    (184, 36, 1),
]
CLOTH_DRAPE: Final[Points] = [
    (226, -8, 1),
    (206, -6),
    (196, 8),
    (190, 28),
    (184, 44, 1),
    (198, 47),
    (206, 43, 1),
    (212, 22),
    (222, 8),
]
"""One side of a headcloth, hanging in from above."""
RED: Final[LockColors] = ("red0", "red1", "red2", "red3", "red4")
DARK_RED: Final[LockColors] = ("red0", "red0", "red1", "red2", "red3")


def draw_head(sketch: Sketch, figure: Figure) -> None:
    """The tips of his hair, or the ends of his headcloth, hang in from above."""
    if not figure.red_hair:
        _draw_headcloth(sketch)
        return
    for root, tip in ((-62, 22), (-36, 18), (36, 18), (62, 22), (-48, 34), (48, 34)):
        x = AXIS_X + root
        hair_lock(
            sketch,
            [(AXIS_X + root * 0.75 - 8, -2), (AXIS_X + root * 0.85 - 4, 10), (x, tip)],
            [(AXIS_X + root * 0.75 + 10, -2), (AXIS_X + root * 0.80 + 6, 12), (x, tip)],
            RED if root < 0 else DARK_RED,
        )


def _draw_headcloth(sketch: Sketch) -> None:
    for points, dark, light in (
        (CLOTH_DRAPE, "tan1", "tan2"),
        (mirrored(CLOTH_DRAPE, AXIS_X), "tan0", "tan1"),
    ):
        cloth = sketch.fill(points, dark, "ink", 1.3)
        side = -1 if light == "tan2" else 1
        for step, width in ((0, 3.4), (8, 2.4)):
            fold: Points = [
                (AXIS_X + side * (22 + step), -6),
                (AXIS_X + side * (36 + step * 0.6), 14),
                (AXIS_X + side * (44 + step * 0.4), 42),
            ]
            sketch.taper(fold, light, [0.6, width, 0.8], clip=cloth)


def draw_clothes(sketch: Sketch, figure: Figure) -> None:
    """Trousers, sleeves and the two flaps of the shirt that she has cut open."""
    darkest, dark, light, lightest = figure.shirt
    _draw_trousers(sketch, figure)
    _draw_sleeves(sketch, figure)
    left = sketch.fill(FLAP, light, "ink", 1.5)
    right = sketch.fill(mirrored(FLAP, AXIS_X), dark, "ink", 1.5)
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
        lightest,
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
    sketch.fill(mirrored(turned, AXIS_X), light, clip=right)
    for fold in (
        [(160, 84), (156, 124), (148, 176)],
        [(155, 194), (149, 224), (147, 270)],
    ):
        sketch.taper(fold, dark, [0.4, 2.2, 0.5])
        sketch.taper(mirrored(fold, AXIS_X), darkest, [0.4, 2.2, 0.5])
    if figure.torn:
        _draw_stains(sketch, left, right)
    if figure.vest is not None:
        _draw_vest(sketch, figure.vest)


def _draw_stains(sketch: Sketch, left: skia.Path, right: skia.Path) -> None:
    """The blades went through the cloth as well: it is dark and stiff along the cut."""
    for stain in (
        [(168, 150), (161, 172), (166, 186)],
        [(160, 200), (158, 214), (163, 224)],
    ):
        sketch.taper(stain, "blood0", [1.0, 4.0, 1.5], clip=left)
        sketch.taper(mirrored(stain, AXIS_X), "blood0", [1.0, 4.0, 1.5], clip=right)


def _draw_trousers(sketch: Sketch, figure: Figure) -> None:
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
        figure.trousers[0],
        "ink",
        1.4,
    )
    lit: Points = [(158, 264, 1), (200, 258), (230, 257, 1), (226, 300, 1), (156, 300, 1)]
    sketch.fill(lit, figure.trousers[1])


def _draw_sleeves(sketch: Sketch, figure: Figure) -> None:
    _, dark, light, lightest = figure.sleeves
    sleeve = SLEEVE if figure.torn else HEM
    left = sketch.fill(sleeve, dark, "ink", 1.5)
    right = sketch.fill(mirrored(sleeve, AXIS_X), dark, "ink", 1.5)
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
        light,
        clip=left,
    )
    ridge: Points = [(180, 47, 1), (152, 60), (134, 78), (138, 82), (156, 66), (178, 52, 1)]
    sketch.fill(ridge, lightest, clip=left)
    shine = mirrored([(186, 46, 1), (160, 56), (152, 64), (176, 56, 1)], AXIS_X)
    sketch.fill(shine, light, clip=right)
    for fold in ([(152, 70), (142, 92), (140, 124)], [(138, 80), (128, 104), (126, 124)]):
        sketch.taper(fold, "ink", [0.5, 1.8, 0.5])
        sketch.taper(mirrored(fold, AXIS_X), "ink", [0.5, 1.8, 0.5])
    if not figure.torn:
        for turn in ([(114, 127), (130, 134), (150, 134)], [(116, 119), (132, 126), (155, 125)]):
            sketch.taper(turn, lightest, [1.0, 1.8, 0.8], clip=left)
            sketch.taper(mirrored(turn, AXIS_X), light, [1.0, 1.8, 0.8], clip=right)


def _draw_vest(sketch: Sketch, colors: Four) -> None:
    """The padded vest, unlaced and folded back to both sides."""
    darkest, dark, light, lightest = colors
    for points, body, lit in (
        (VEST_FLAP, dark, light),
        (mirrored(VEST_FLAP, AXIS_X), darkest, dark),
    ):
        vest = sketch.fill(points, body, "ink", 1.5)
        side = -1 if lit == light else 1
        edge: Points = [
            (AXIS_X + side * 40, 40),
            (AXIS_X + side * 74, 80),
            (AXIS_X + side * 80, 150),
            (AXIS_X + side * 90, 270),
        ]
        sketch.taper(edge, lit, [2.0, 6.0, 6.0, 5.0], clip=vest)
        for y in (74, 112, 150, 190, 230):
            seam: Points = [(AXIS_X + side * 66, y - 4), (AXIS_X + side * 124, y + 10)]
            sketch.taper(seam, "ink", [1.4, 1.4], clip=vest)
            lower: Points = [(x, y + 2) for x, y, *_ in seam]
            sketch.taper(lower, lit, [1.2, 0.8], clip=vest)
    for y in (92, 132, 172):
        for side in (-1, 1):
            sketch.ellipse(AXIS_X + side * 85, y, 1.8, 1.8, lightest, "ink", 0.8)


def draw_kunai(sketch: Sketch) -> None:
    """The blade on the sand at his left, with what it has done still on it."""
    blade: Points = [(402, 206, 1), (416, 188), (440, 166, 1), (425, 196)]
    sketch.fill(blade, "steel1", "ink", 1.4)
    sketch.fill([(404, 204, 1), (417, 189), (440, 166, 1), (419, 192)], "steel2")
    sketch.taper([(424, 182), (432, 174), (439, 167)], "blood1", [4.0, 5.0, 1.0])
    sketch.taper([(388, 219), (402, 206)], "stone1", [5.0, 4.0])
    sketch.taper([(388, 219), (402, 206)], "stone3", [1.8, 1.2])
    sketch.ellipse(384, 223, 4.8, 4.8, "steel1", "ink", 1.2)
    sketch.ellipse(384, 223, 2.2, 2.2, "sand1")

"""What a patient wears before she cuts it open: a closed shirt, or a padded vest with long sleeves.

Whole cloth: where the blades went through it is for the game to show, by the wounds there are.
"""

from typing import Final

from tools.art.closeup_body import HEIGHT, NIGHT, WIDTH
from tools.art.closeup_clothes import AXIS_X
from tools.art.closeup_figures import Figure, Four
from tools.art.raster import Image, tint
from tools.art.vector import Points, Sketch, colors_of, mirrored

LEFT_EDGE: Final[Points] = [
    (240, 72, 1),
    (226, 60),
    (212, 46),
    (194, 30, 1),
    (172, 42),
    (160, 56, 1),
    (151, 96),
    (147, 140),
    (139, 200),
    (133, 276, 1),
    (240, 276, 1),
]
LIT: Final[Points] = [
    (194, 30),
    (164, 56),
    (154, 110),
    (144, 190),
    (138, 280),
    (176, 280),
    (188, 160),
    (206, 74),
]
SHINE: Final[Points] = [
    (186, 36),
    (166, 60),
    (158, 112),
    (150, 190),
    (146, 280),
    (158, 280),
    (166, 150),
    (180, 70),
]
SHADE: Final[Points] = [
    (296, 40),
    (322, 66),
    (336, 180),
    (348, 280),
    (296, 280),
    (304, 190),
    (292, 110),
]
FOLDS: Final = (
    [(176, 60), (190, 108), (196, 150)],
    [(162, 120), (168, 170), (160, 236)],
    [(196, 44), (214, 80), (232, 104)],
    [(186, 200), (196, 232), (190, 268)],
    [(216, 214), (222, 240), (218, 270)],
)
SEAMS_Y: Final = (96, 126, 158, 190, 222)
"""Where the quilting of a vest runs across."""


def shirt(figure: Figure) -> Image:
    """The clothes alone on a picture of full size."""
    sketch = Sketch(WIDTH, HEIGHT, samples=4)
    if figure.vest is None:
        _draw_shirt(sketch, figure.shirt)
    else:
        _draw_long_sleeves(sketch, figure.sleeves)
        _draw_collar(sketch, figure.shirt)
        _draw_vest(sketch, figure.vest)
    names = ["ink", *colors_of("steel"), *figure.shirt, *figure.sleeves, *(figure.vest or ())]
    return tint(sketch.pixels(names), NIGHT)


def _draw_shirt(sketch: Sketch, colors: Four) -> None:
    darkest, dark, light, lightest = colors
    right_edge = mirrored(LEFT_EDGE, AXIS_X)[::-1]
    cloth = sketch.fill([*LEFT_EDGE, *right_edge[1:-1]], dark, "ink", 1.5)
    sketch.fill(LIT, light, clip=cloth)
    sketch.fill(SHINE, lightest, clip=cloth)
    sketch.fill(SHADE, darkest, clip=cloth)
    for fold in FOLDS:
        sketch.taper(fold, "ink", [0.4, 1.7, 0.5], clip=cloth)
        sketch.taper([(x - 2, y) for x, y in fold], lightest, [0.3, 1.3, 0.3], clip=cloth)
        sketch.taper(mirrored(fold, AXIS_X), "ink", [0.4, 1.7, 0.5], clip=cloth)
    sketch.taper([(240, 72), (241, 150), (239, 276)], "ink", [1.0, 1.6, 1.6], clip=cloth)
    sketch.taper([(194, 30), (214, 48), (240, 72)], lightest, [1.6, 2.4, 1.0], clip=cloth)
    sketch.taper([(286, 30), (266, 48), (240, 72)], light, [1.6, 2.4, 1.0], clip=cloth)


def _draw_long_sleeves(sketch: Sketch, colors: Four) -> None:
    """Sleeves down over the arms, as wide as those that are turned up later."""
    darkest, dark, light, lightest = colors
    sleeve: Points = [
        (190, 26, 1),
        (166, 36),
        (144, 48),
        (127, 66),
        (117, 92),
        (109, 138),
        (98, 194),
        (90, 288, 1),
        (130, 288, 1),
        (138, 200),
        (152, 148),
        (164, 106, 1),
        (170, 60, 1),
    ]
    for points, body, lit, shade in (
        (sleeve, dark, light, darkest),
        (mirrored(sleeve, AXIS_X), darkest, dark, "ink"),
    ):
        cloth = sketch.fill(points, body, "ink", 1.5)
        side = -1 if lit == light else 1
        outer: Points = [
            (AXIS_X + side * 92, 50),
            (AXIS_X + side * 118, 100),
            (AXIS_X + side * 132, 190),
            (AXIS_X + side * 140, 284),
        ]
        sketch.taper(outer, lit, [4.0, 11.0, 13.0, 14.0], clip=cloth)
        if side < 0:
            sketch.taper([(x + 3, y) for x, y, *_ in outer], lightest, [1, 3, 3, 3], clip=cloth)
        for y in (112, 150, 166, 214):
            fold: Points = [
                (AXIS_X + side * 88, y - 6),
                (AXIS_X + side * 106, y + 3),
                (AXIS_X + side * 124, y),
            ]
            sketch.taper(fold, shade, [0.6, 2.2, 0.6], clip=cloth)


def _draw_collar(sketch: Sketch, colors: Four) -> None:
    """What shows of the shirt between neck and vest."""
    _, dark, light, lightest = colors
    points: Points = [(198, 28, 1), (214, 44), (240, 58), (266, 44), (282, 28, 1), (274, 76, 1),
                      (240, 96, 1), (206, 76, 1)]  # fmt: skip
    cloth = sketch.fill(points, dark, "ink", 1.4)
    sketch.taper([(200, 32), (218, 50), (240, 62)], lightest, [1.5, 3.0, 2.0], clip=cloth)
    sketch.taper([(280, 32), (262, 50), (240, 62)], light, [1.5, 3.0, 2.0], clip=cloth)
    sketch.taper([(240, 60), (240, 96)], "ink", [1.2, 1.6], clip=cloth)


def _draw_vest(sketch: Sketch, colors: Four) -> None:
    """Padded and quilted, laced in the middle, with two pouches."""
    darkest, dark, light, lightest = colors
    left: Points = [
        (240, 92, 1),
        (214, 70),
        (198, 30, 1),
        (176, 38),
        (164, 52, 1),
        (158, 96),
        (150, 140),
        (146, 200),
        (146, 252, 1),
        (240, 256, 1),
    ]
    for points, body, lit, shade in (
        (left, dark, light, darkest),
        (mirrored(left, AXIS_X), darkest, dark, "ink"),
    ):
        side = -1 if lit == light else 1
        vest = sketch.fill(points, body, "ink", 1.6)
        broad: Points = [
            (AXIS_X + side * 56, 44),
            (AXIS_X + side * 62, 120),
            (AXIS_X + side * 64, 250),
        ]
        sketch.taper(broad, lit, [10.0, 34.0, 30.0], clip=vest)
        if side < 0:
            sketch.taper([(x - 8, y) for x, y, *_ in broad], lightest, [3, 9, 6], clip=vest)
        for y in SEAMS_Y:
            across: Points = [
                (AXIS_X + side * 2, y + 4),
                (AXIS_X + side * 50, y + 1),
                (AXIS_X + side * 98, y - 6),
            ]
            sketch.taper(across, shade, [1.4, 2.2, 1.4], clip=vest)
            sketch.taper([(x, y_ + 2.4) for x, y_, *_ in across], lit, [0.6, 1.2, 0.6], clip=vest)
        _draw_pouch(sketch, side, (body, lit, shade))
    sketch.taper([(240, 92), (240, 256)], "ink", [1.6, 2.0])
    for y in (108, 140, 172, 204, 236):
        sketch.taper([(234, y), (246, y + 5)], "steel1", [1.8, 1.8])
        sketch.taper([(246, y), (234, y + 5)], "steel2", [1.4, 1.4])


def _draw_pouch(sketch: Sketch, side: int, colors: tuple[str, str, str]) -> None:
    body, lit, shade = colors
    inner, outer = AXIS_X + side * 16, AXIS_X + side * 52
    pouch = sketch.fill(
        [(inner, 106, 1), (outer, 102, 1), (outer, 132, 1), (inner, 136, 1)], body, "ink", 1.2
    )
    sketch.fill([(inner, 106, 1), (outer, 102, 1), (outer, 112, 1), (inner, 117, 1)], lit,
                clip=pouch)  # fmt: skip
    sketch.taper([(inner, 117), (outer, 112)], shade, [1.2, 1.2], clip=pouch)
    sketch.ellipse((inner + outer) / 2, 115.5, 1.6, 1.6, "steel1", "ink", 0.8)

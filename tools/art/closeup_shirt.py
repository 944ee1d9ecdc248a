"""His shirt before she cuts it open: closed dark cloth with three rents over the wounds."""

from typing import Final

from tools.art.closeup_body import AXIS_X, HEIGHT, NIGHT, WIDTH
from tools.art.closeup_wounds import SLASHES
from tools.art.raster import Image, tint
from tools.art.vector import Point, Points, Sketch, colors_of, mirrored

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
RAGGED_PX: Final = (4.5, 7.0, 5.5, 8.0, 5.0)
"""How far the cloth gapes along a rent, from end to end and back."""


def _rent(path: tuple[tuple[int, int], ...]) -> list[Point]:
    """The ragged hole that a blade left over a slash: a lens with torn, uneven lips."""
    (x0, y0), (x1, y1) = path[0], path[-1]
    upper: list[Point] = [(x0 - 6, y0 + 4, 1)]
    lower: list[Point] = []
    for i, gape in enumerate(RAGGED_PX, 1):
        share = i / (len(RAGGED_PX) + 1)
        x, y = x0 + (x1 - x0) * share, y0 + (y1 - y0) * share
        upper.append((x - 1.5, y - gape, 1))
        lower.append((x + 2.5, y + gape * 0.9 + (i % 2) * 1.5, 1))
    return [*upper, (x1 + 6, y1 - 3, 1), *lower[::-1]]


def shirt() -> Image:
    """The shirt alone on a picture of full size, clear inside the rents."""
    sketch = Sketch(WIDTH, HEIGHT, samples=4)
    right_edge = mirrored(LEFT_EDGE, AXIS_X)[::-1]
    cloth = sketch.fill([*LEFT_EDGE, *right_edge[1:-1]], "sand1", "ink", 1.5)
    lit: Points = [
        (194, 30),
        (164, 56),
        (154, 110),
        (144, 190),
        (138, 280),
        (176, 280),
        (188, 160),
        (206, 74),
    ]
    sketch.fill(lit, "sand2", clip=cloth)
    shine: Points = [
        (186, 36),
        (166, 60),
        (158, 112),
        (150, 190),
        (146, 280),
        (158, 280),
        (166, 150),
        (180, 70),
    ]
    sketch.fill(shine, "sand3", clip=cloth)
    shade: Points = [
        (296, 40),
        (322, 66),
        (336, 180),
        (348, 280),
        (296, 280),
        (304, 190),
        (292, 110),
    ]
    sketch.fill(shade, "sand0", clip=cloth)
    for fold in (
        [(176, 60), (190, 108), (196, 150)],
        [(162, 120), (168, 170), (160, 236)],
        [(196, 44), (214, 80), (232, 104)],
        [(186, 200), (196, 232), (190, 268)],
        [(216, 214), (222, 240), (218, 270)],
    ):
        sketch.taper(fold, "ink", [0.4, 1.7, 0.5], clip=cloth)
        sketch.taper([(x - 2, y) for x, y in fold], "sand3", [0.3, 1.3, 0.3], clip=cloth)
        sketch.taper(mirrored(fold, AXIS_X), "ink", [0.4, 1.7, 0.5], clip=cloth)
    sketch.taper([(240, 72), (241, 150), (239, 276)], "ink", [1.0, 1.6, 1.6], clip=cloth)
    sketch.taper([(194, 30), (214, 48), (240, 72)], "sand3", [1.6, 2.4, 1.0], clip=cloth)
    sketch.taper([(286, 30), (266, 48), (240, 72)], "sand2", [1.6, 2.4, 1.0], clip=cloth)
    rents = [_rent(path) for path in SLASHES.values()]
    for path, rent in zip(SLASHES.values(), rents, strict=True):
        sketch.fill(rent, "blood0", "blood0", 9.0, clip=cloth)
        for i, (x, y) in enumerate(path):
            length = 12 + (i * 7 + path[0][0]) % 11
            soaked = [(x, y), (x - 1, y + length * 0.6), (x - 0.5, y + length)]
            sketch.taper(soaked, "blood0", [9.0, 6.0, 2.0], clip=cloth)
    for rent in rents:
        sketch.fill(rent, "ink", "ink", 2.2)
    for rent in rents:
        sketch.erase(rent)
    return tint(
        sketch.pixels([*colors_of("ink", "blood0"), "sand0", "sand1", "sand2", "sand3"]), NIGHT
    )

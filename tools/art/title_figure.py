"""Sakura from behind: standing on a crest for the title, sitting on the sand for the wait."""

import math
from typing import Final

from tools.art.raster import Image, tint
from tools.art.vector import LockColors, Point, Points, Sketch, colors_of, hair_lock, moon_rim

WIDTH: Final = 90
HEIGHT: Final = 112
WIND_FRAMES: Final = 4
NIGHT: Final = (0.80, 0.78, 0.95)
COLORS: Final = [
    *colors_of("pink", "skin", "vest", "red", "ink", "night", "tan"),
    *("stone1", "stone2", "stone3", "stone4", "lamp2", "moon0"),
]
PINK: Final[LockColors] = ("pink0", "pink1", "pink2", "pink3", "pink4")
SHADED_PINK: Final[LockColors] = ("pink0", "pink1", "pink1", "pink2", "pink3")
DEEP_PINK: Final[LockColors] = ("pink0", "pink0", "pink1", "pink2", "pink3")
SASH: Final[LockColors] = ("ink", "night2", "night3", "night4", "moon0")


def blown(points: Points, phase: float, reach: float) -> list[Point]:
    """A strand in the wind: the root stays, the tip swings by `reach` pixels; phase 0..1."""
    last = len(points) - 1
    moved: list[Point] = []
    for i, (x, y, *_) in enumerate(points):
        share = (i / last) ** 1.6
        angle = 2 * math.pi * (phase - share * 0.35)
        moved.append(
            (x + share * reach * 0.6 * math.cos(angle), y + share * reach * math.sin(angle))
        )
    return moved


def _strand(
    sketch: Sketch,
    left: Points,
    right: Points,
    phase: float,
    colors: LockColors = PINK,
    gloss: tuple[float, float] | None = (0.2, 0.45),
    reach: float = 2.4,
) -> None:
    hair_lock(
        sketch, blown(left, phase, reach), blown(right, phase, reach), colors, gloss, line=1.1
    )


def _draw_legs(sketch: Sketch) -> None:
    for points, lit in (
        ([(30, 70), (28, 84), (27, 98), (36, 98), (38, 84), (41, 72)], True),
        ([(40, 72), (43, 86), (45, 99), (54, 98), (52, 84), (50, 70)], False),
    ):
        leg = sketch.fill(points, "tan2" if lit else "tan1", "ink", 1.1)
        shade = [(x + 4.6, y) for x, y in points]
        sketch.fill(shade, "tan1" if lit else "tan0", clip=leg)
        sketch.fill([(x - 6, y) for x, y in points], "tan3" if lit else "tan2", clip=leg)
        x, y = points[1][0] + 3, points[1][1]
        sketch.taper([(x, y), (x + 3, y + 2), (x + 6, y + 1)], "tan0", [0.3, 1.0, 0.3], clip=leg)
    sketch.fill([(26, 94, 1), (37, 94, 1), (37, 104), (25, 105)], "night2", "ink", 1)
    sketch.fill([(44, 95, 1), (55, 94, 1), (57, 104), (45, 105)], "night1", "ink", 1)
    sketch.stroke([(28, 97), (28, 103)], "night4", 1.4)
    sketch.fill([(50, 76, 1), (57, 75, 1), (58, 85, 1), (51, 86, 1)], "stone2", "ink", 1)
    sketch.stroke([(50, 78), (57.5, 77)], "stone4", 1)


def _draw_arms(sketch: Sketch) -> None:
    sleeve = sketch.fill(
        [(26, 44), (20, 54), (18, 66), (17, 76), (22, 77), (25, 66), (30, 54)], "red2", "ink", 1.1
    )
    sketch.fill([(28, 46), (24, 58), (22, 70), (26, 70), (31, 54)], "red1", clip=sleeve)
    sketch.fill([(17, 75), (16, 80), (19, 83), (22, 80), (22, 76)], "skin3", "ink", 0.9)
    sketch.fill(
        [(55, 44), (61, 54), (63, 66), (63, 76), (58, 77), (56, 66), (51, 54)], "red1", "ink", 1.1
    )
    sketch.fill([(58, 75), (58, 81), (61, 83), (64, 80), (63, 75)], "skin2", "ink", 0.9)


def _draw_back(sketch: Sketch) -> None:
    """Vest and pack."""
    vest = sketch.fill(
        [
            (28, 42),
            (26, 52),
            (28, 64),
            (27, 75, 1),
            (53, 75, 1),
            (52, 64),
            (55, 52),
            (53, 42),
            (46, 38),
            (35, 38),
        ],
        "vest2",
        "ink",
        1.2,
    )
    sketch.fill(
        [(42, 38, 1), (54, 42), (56, 54), (52, 64), (54, 76, 1), (40, 76, 1)], "vest1", clip=vest
    )
    sketch.fill(
        [(28, 42), (26, 54), (28, 64), (27, 75, 1), (30, 75, 1), (31, 60), (31, 46)],
        "vest4",
        clip=vest,
    )
    sketch.stroke([(27, 69), (53, 69)], "vest0", 1)
    pack = sketch.fill(
        [(31, 52), (31, 68), (36, 71), (45, 71), (49, 68), (49, 52), (45, 49), (35, 49)],
        "stone3",
        "ink",
        1.1,
    )
    sketch.fill([(41, 49), (49, 52), (49, 70), (40, 72)], "stone2", clip=pack)
    sketch.stroke([(31, 58), (49, 58)], "stone1", 1.1)
    sketch.ellipse(40, 60, 1.6, 1.6, "lamp2")
    sketch.fill([(31, 52), (31, 68), (33, 69), (34, 51)], "stone4", clip=pack)
    sketch.fill([(30, 46), (50, 46), (51, 50), (29, 50)], "tan2", "ink", 1)


def _draw_head(sketch: Sketch, phase: float) -> None:
    """Hair in the wind and the knotted band with its ends."""
    _strand(
        sketch,
        [(30, 28), (30, 40), (38, 50), (46, 58)],
        [(44, 34), (46, 42), (50, 50), (46, 58)],
        phase + 0.1,
        SHADED_PINK,
        None,
    )
    _strand(
        sketch,
        [(44, 24), (52, 38), (62, 44), (76, 42)],
        [(54, 20), (60, 32), (68, 38), (76, 42)],
        phase + 0.3,
        DEEP_PINK,
        None,
        3.4,
    )
    cap = sketch.fill(
        [
            (26, 28),
            (26, 18),
            (32, 9),
            (41, 6),
            (50, 9),
            (56, 18),
            (56, 28),
            (52, 36),
            (46, 40),
            (36, 40),
            (29, 36),
        ],
        "pink2",
        "pink0",
        1.2,
    )
    sketch.fill(
        [(46, 7), (56, 14), (58, 28), (52, 38), (46, 40), (52, 28), (51, 16)], "pink1", clip=cap
    )
    sketch.fill(
        [(27, 26), (28, 18), (34, 10), (40, 8), (34, 16), (31, 26), (32, 36)], "pink3", clip=cap
    )
    sketch.taper([(29.5, 20), (33, 14), (38, 11)], "pink4", [0.6, 2.2, 0.6], clip=cap)
    _strand(
        sketch,
        [(27, 26), (25, 38), (28, 46), (38, 54)],
        [(36, 26), (36, 36), (38, 44), (38, 54)],
        phase,
        gloss=(0.15, 0.4),
    )
    _strand(
        sketch,
        [(33, 24), (33, 40), (40, 50), (52, 56)],
        [(43, 24), (44, 38), (48, 46), (52, 56)],
        phase + 0.15,
        gloss=(0.2, 0.42),
    )
    _strand(
        sketch,
        [(41, 22), (44, 38), (54, 48), (68, 52)],
        [(52, 20), (55, 34), (62, 44), (68, 52)],
        phase + 0.3,
        gloss=(0.22, 0.42),
        reach=3.2,
    )
    _strand(
        sketch,
        [(47, 18), (54, 32), (64, 37), (80, 34)],
        [(55, 16), (61, 28), (70, 32), (80, 34)],
        phase + 0.45,
        gloss=(0.3, 0.5),
        reach=3.8,
    )
    sketch.fill(
        [(26.4, 20, 1), (40, 23.5), (56, 20, 1), (56, 24.5, 1), (40, 28), (26.6, 24.5, 1)],
        "night3",
        "ink",
        1.0,
    )
    sketch.fill([(38, 23), (43, 23), (43, 28.6), (38, 28.6)], "night2", "ink", 0.8)
    for left, right, delay in (
        (
            [(42, 25), (54, 26), (62, 22), (73, 25)],
            [(43, 28), (54, 29.5), (62, 26), (73, 25)],
            0.2,
        ),
        (
            [(42, 26), (52, 31), (60, 30), (68, 35)],
            [(42, 28.6), (51, 34), (60, 34), (68, 35)],
            0.55,
        ),
    ):
        _strand(sketch, left, right, phase + delay, SASH, None, 4.4)


def standing(frame: int) -> Image:
    """The title figure, 90x112, feet near the lower edge; frame 0..3 of the wind."""
    sketch = Sketch(WIDTH, HEIGHT)
    _draw_legs(sketch)
    _draw_arms(sketch)
    _draw_back(sketch)
    _draw_head(sketch, frame / WIND_FRAMES)
    return moon_rim(tint(sketch.pixels(COLORS), NIGHT), "moon2", 0.85, free_bottom=0)


def sitting(frame: int) -> Image:
    """She sits with her knees up, seen from behind; the same size, on the sand at y 104."""
    sketch = Sketch(WIDTH, HEIGHT)
    for points, color, shade in (
        ([(24, 100), (16, 92), (17, 82), (25, 80), (33, 90), (35, 102)], "tan2", "tan1"),
        ([(47, 102), (50, 90), (58, 80), (66, 83), (66, 93), (57, 101)], "tan1", "tan0"),
    ):
        knee = sketch.fill(points, color, "ink", 1.1)
        sketch.fill([(x + 6, y + 3) for x, y in points], shade, clip=knee)
    sketch.canvas.save()
    sketch.canvas.translate(0, 28)
    sketch.fill([(26, 44), (19, 52), (16, 60), (20, 66), (26, 62), (30, 54)], "red2", "ink", 1.1)
    sketch.fill([(55, 44), (62, 52), (66, 60), (61, 66), (55, 62), (51, 54)], "red1", "ink", 1.1)
    _draw_back(sketch)
    _draw_head(sketch, frame / WIND_FRAMES)
    sketch.canvas.restore()
    return moon_rim(tint(sketch.pixels(COLORS), NIGHT), "moon2", 0.85, free_bottom=0)

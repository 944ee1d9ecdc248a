"""Sasori asleep on his back for the wait: head left, face to the sky, one knee up."""

from typing import Final

from tools.art.raster import Image, tint
from tools.art.vector import LockColors, Points, Sketch, colors_of, hair_lock, moon_rim

WIDTH: Final = 132
HEIGHT: Final = 50
NIGHT: Final = (0.80, 0.78, 0.95)
COLORS: Final = [
    *colors_of("red", "skin", "ink", "night", "tan"),
    *("sand1", "sand2", "sand3", "sand4", "sand5", "stone0", "stone1"),
]
RED: Final[LockColors] = ("red0", "red1", "red2", "red3", "red4")
SHADED_RED: Final[LockColors] = ("red0", "red0", "red1", "red2", "red3")
Lock = tuple[Points, Points, LockColors]

BACK_LOCKS: Final[tuple[Lock, ...]] = (
    ([(20, 40), (14, 42), (8, 42), (2, 45)], [(24, 46), (16, 47), (9, 47), (2, 45)], SHADED_RED),
    ([(17, 34), (11, 36), (6, 35), (0, 37)], [(19, 41), (12, 41), (7, 40), (0, 37)], SHADED_RED),
    (
        [(30, 44), (27, 47), (23, 47), (18, 49)],
        [(36, 44), (31, 48), (25, 49), (18, 49)],
        SHADED_RED,
    ),
)
LOCKS: Final[tuple[Lock, ...]] = (
    ([(24, 20), (17, 19), (11, 21), (5, 19)], [(20, 29), (14, 27), (10, 26), (5, 19)], RED),
    ([(20, 25), (13, 26), (8, 28), (1, 28)], [(19, 35), (13, 34), (8, 33), (1, 28)], RED),
    ([(28, 16), (22, 12), (18, 11), (12, 11)], [(22, 24), (18, 20), (16, 16), (12, 11)], RED),
    ([(33, 15), (29, 10), (26, 9), (21, 5)], [(26, 20), (23, 16), (23, 11), (21, 5)], RED),
    ([(32, 14), (36, 20), (35, 27), (38, 33)], [(22, 22), (25, 30), (30, 34), (38, 33)], RED),
    ([(33, 19), (37, 25), (40, 30), (44, 36)], [(25, 26), (30, 34), (36, 38), (44, 36)], RED),
    (
        [(25, 20), (29, 29), (31, 35), (37, 41)],
        [(17, 28), (21, 37), (28, 42), (37, 41)],
        SHADED_RED,
    ),
    ([(33, 13), (37, 15), (39, 19), (42, 21)], [(29, 17), (33, 21), (37, 23), (42, 21)], RED),
)


def _draw_head(sketch: Sketch) -> None:
    """The face in profile, its eye closed, and the shaggy hair around it on the sand."""
    for left, right, colors in BACK_LOCKS:
        hair_lock(sketch, left, right, colors, line=1.0)
    sketch.fill(
        [(18, 26), (22, 19), (30, 16), (34, 24), (34, 40), (27, 45), (19, 40)], "red1", "red0", 1.0
    )
    face = sketch.fill(
        [
            (30, 22),
            (34, 16.5),
            (38.5, 15.2),
            (40.6, 16.6),
            (43.2, 12.2),
            (45.2, 13.4),
            (45.6, 16.4),
            (47.6, 15.4),
            (48.6, 17),
            (50.2, 16.6),
            (51, 18.2),
            (53.8, 18.4),
            (55.6, 21),
            (54.6, 25),
            (49, 33),
            (41, 40),
            (32, 40),
        ],
        "skin3",
        "skin0",
        1.0,
    )
    sketch.fill(
        [(56, 22), (54, 27), (48, 35), (40, 41), (30, 41), (36, 35), (46, 30)], "skin2", clip=face
    )
    sketch.fill([(29, 17), (35, 15), (36, 26), (40, 36), (34, 42), (28, 40)], "skin2", clip=face)
    sketch.taper([(38.6, 17.4), (39.2, 20), (38.4, 23)], "red0", [1.2, 1.2, 0.5], clip=face)
    sketch.taper([(42.4, 18.4), (43.2, 21), (42, 24.6)], "ink", [1.6, 1.5, 0.8], clip=face)
    sketch.taper([(43.6, 23.6), (44.4, 25)], "ink", [0.9, 0.5], clip=face)
    sketch.taper([(48.6, 17.4), (48.4, 20.4)], "skin0", [1.2, 0.6], clip=face)
    for left, right, colors in LOCKS:
        hair_lock(sketch, left, right, colors, (0.2, 0.5), line=1.0)


def _draw_body(sketch: Sketch) -> None:
    """Dark coat, open over the chest, the far knee up, a hand where his wounds were."""
    sketch.fill([(48, 27), (56, 22), (60, 30), (56, 40), (46, 40)], "skin2", "skin0", 1.0)
    sketch.fill([(48, 30), (54, 27), (58, 34), (54, 41), (46, 40)], "skin1")
    far = sketch.fill(
        [
            (90, 28),
            (97, 14),
            (103, 6),
            (109, 5),
            (112, 12),
            (117, 30),
            (120, 41),
            (113, 43),
            (106, 22),
        ],
        "sand1",
        "ink",
        1.1,
    )
    sketch.fill([(92, 28), (98, 15), (104, 6), (107, 6), (102, 18), (97, 30)], "sand3", clip=far)
    sketch.fill([(112, 39), (121, 39), (127, 43), (126, 46), (112, 46)], "stone0", "ink", 1.0)
    near = sketch.fill(
        [(84, 32), (98, 29), (112, 33), (121, 37), (121, 45), (104, 46), (84, 46)],
        "sand2",
        "ink",
        1.1,
    )
    sketch.fill(
        [(84, 32), (98, 29.4), (113, 33.6), (112, 36), (98, 33), (86, 36)], "sand4", clip=near
    )
    sketch.taper([(100, 34), (103, 39), (101, 44)], "sand1", [0.4, 1.2, 0.4], clip=near)
    sketch.fill([(119, 37), (124, 34), (128, 37), (127, 45), (119, 46)], "stone1", "ink", 1.0)
    coat = sketch.fill(
        [
            (49, 44),
            (52, 34),
            (58, 23),
            (70, 18),
            (80, 21),
            (92, 27),
            (96, 36),
            (94, 46),
            (48, 47),
        ],
        "sand1",
        "ink",
        1.2,
    )
    sketch.fill(
        [(55, 29), (61, 22), (71, 18.4), (82, 22), (93, 28), (84, 27), (70, 24), (60, 30)],
        "sand3",
        clip=coat,
    )
    chest = sketch.fill(
        [(60, 23.5), (70, 19.6), (80, 22.6), (78, 28), (69, 26.4), (62, 29)],
        "skin2",
        "skin0",
        0.9,
        clip=coat,
    )
    sketch.fill([(60, 23), (70, 19), (79, 22), (70, 22.4), (63, 26)], "skin3", clip=chest)
    sketch.taper([(84, 30), (88, 37), (86, 45)], "ink", [0.3, 1.1, 0.4], clip=coat)
    sleeve = sketch.fill(
        [(56, 31), (62, 29), (66, 36), (72, 38), (79, 31), (83, 34), (78, 42), (68, 45), (59, 42)],
        "sand2",
        "ink",
        1.1,
    )
    sketch.fill([(57, 31), (62, 29.6), (66, 36), (62, 38)], "sand4", clip=sleeve)
    sketch.fill([(79, 31.6), (80, 27.6), (86, 25.6), (88, 28.4), (84, 33.6)], "skin3", "skin0", 1.0)
    sketch.taper([(82.4, 29), (86.4, 27.6)], "skin1", [0.5, 0.8])


def asleep() -> Image:
    """He sleeps, 132x50, lying on the lower edge."""
    sketch = Sketch(WIDTH, HEIGHT)
    _draw_body(sketch)
    _draw_head(sketch)
    return moon_rim(tint(sketch.pixels(COLORS), NIGHT), "moon1", 0.6, free_bottom=4)

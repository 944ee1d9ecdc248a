"""Sakura's bust, facing right: pink hair, forehead protector, jounin vest, pack straps.

Three layers, so that only the face is drawn anew for each feeling: what lies behind the features,
the features, the hair that falls over them.
"""

from typing import Final

from tools.art.features import Eye, Look, MouthColors, draw_brows, draw_eye, draw_mouth
from tools.art.portrait_clothes import draw_clothes, draw_straps
from tools.art.vector import LockColors, Points, Sketch, colors_of, hair_lock

WIDTH: Final = 128
HEIGHT: Final = 150
COLORS: Final = [
    *colors_of("pink", "skin", "vest", "red", "steel", "moon", "ink", "night", "heal"),
    *("stone0", "stone2", "stone3", "stone4"),
]

LOOKS: Final[dict[str, Look]] = {
    "neutral": Look("calm", "flat", lid=0.20),
    "dry": Look("one_up", "wry", lid=0.42, gaze_x=0.13, gaze_y=0.02),
    "annoyed": Look("angry", "down", lid=0.36, gaze_x=0.10),
    "soft": Look("calm", "smile", lid=0.24, gaze_y=0.03, lower_lid=0.5),
    "surprised": Look("raised", "round", lid=0.0, gaze_x=0.06, iris_size=0.80),
    "firm": Look("firm", "tight", lid=0.30),
    "tired": Look("tired", "faint", lid=0.54, gaze_y=0.08),
    "worried": Look("worried", "slit", lid=0.08),
}
NEAR_EYE: Final = Eye(57.6, 69.6, 15.4, 13.2, -1, ("heal0", "heal1", "heal2", "heal3"), "moon2")
FAR_EYE: Final = Eye(81.2, 69.3, 11.9, 12.8, 1, ("heal0", "heal1", "heal2", "heal3"), "moon2")

PINK: Final[LockColors] = ("pink0", "pink1", "pink2", "pink3", "pink4")
SHADED_PINK: Final[LockColors] = ("pink0", "pink1", "pink1", "pink2", "pink3")

BACK_LOCKS: Final[tuple[tuple[Points, Points], ...]] = (
    ([(34, 44), (24, 76), (28, 100), (17, 124)], [(44, 60), (40, 90), (36, 112), (17, 124)]),
    ([(38, 60), (32, 96), (34, 116), (28, 131)], [(52, 70), (48, 100), (42, 120), (28, 131)]),
    ([(98, 60), (98, 90), (96, 112), (104, 131)], [(106, 56), (108, 84), (108, 110), (104, 131)]),
    ([(100, 44), (103, 72), (104, 98), (116, 121)], [(106, 44), (113, 72), (110, 98), (116, 121)]),
)
CROWN_LOCKS: Final[tuple[tuple[Points, Points, tuple[float, float], float], ...]] = (
    (
        [(67, 8), (50, 14), (37, 28), (34, 46), (31, 61)],
        [(67, 12), (58, 22), (48, 36), (42, 48), (31, 61)],
        (0.30, 0.56),
        0.72,
    ),
    (
        [(68, 8), (58, 18), (49, 32), (44, 48), (43, 72)],
        [(70, 10), (68, 22), (60, 36), (51, 48), (43, 72)],
        (0.20, 0.42),
        0.66,
    ),
    (
        [(70, 8), (76, 14), (86, 26), (93, 42), (95, 67)],
        [(71, 7), (86, 10), (98, 24), (102, 42), (95, 67)],
        (0.22, 0.44),
        0.55,
    ),
    (
        [(68, 9), (62, 20), (58, 33), (55.5, 50)],
        [(70, 9), (70, 22), (66, 34), (55.5, 50)],
        (0.34, 0.62),
        0.60,
    ),
    (
        [(70, 8), (78, 18), (84, 28), (88.5, 44)],
        [(71, 8), (84, 15), (92, 28), (88.5, 44)],
        (0.36, 0.66),
        0.55,
    ),
    (
        [(69, 8), (66, 16), (66.5, 24), (71, 35)],
        [(71, 8), (75, 16), (75.5, 24), (71, 35)],
        (0.40, 0.80),
        0.60,
    ),
)


def draw_behind(sketch: Sketch) -> None:
    """Back hair, clothes, neck, ear and the empty face."""
    _draw_back_hair(sketch)
    draw_clothes(sketch)
    draw_straps(sketch)
    sketch.fill([(41, 62), (37, 59), (35.5, 65), (38.5, 74), (43, 76)], "skin2", "skin0", 1.0)
    face = sketch.fill(
        [
            (42, 40),
            (41, 60),
            (44, 75),
            (51, 87),
            (60.5, 95.6),
            (69.5, 100.2),
            (75, 97),
            (83, 88.5),
            (89.5, 78.5),
            (92, 69.5),
            (91, 61),
            (93, 50),
            (92, 38),
            (80, 26),
            (56, 26),
        ],
        "skin3",
        "skin0",
        1.15,
    )
    # Shadow of the hair over the brow and along the near cheek, of the jaw, of the far cheek.
    for shape in (
        [
            (38, 44, 1),
            (96, 44, 1),
            (96, 54),
            (86, 54),
            (74, 54.5),
            (62, 55),
            (52, 58),
            (46.5, 66),
            (46, 80),
            (40, 80),
        ],
        [
            (41, 68),
            (45, 79),
            (53, 89.5),
            (62, 96.2),
            (69.5, 99.4),
            (75, 95.5),
            (83, 87),
            (88.5, 78),
            (91.3, 70),
            (96, 84),
            (70, 106),
            (40, 90),
        ],
        [(87.5, 62), (92, 60), (92, 70), (88, 80), (83, 88.5), (78, 93.5), (84, 85), (87, 77)],
    ):
        sketch.fill(shape, "skin2", clip=face)
    sketch.fill([(48.4, 77), (51.5, 79.4), (55.5, 83), (53.4, 84), (50, 81.4)], "skin4", clip=face)
    sketch.fill([(66, 97), (70, 95.6), (73, 97), (70, 98.6)], "skin4", clip=face)


def _draw_back_hair(sketch: Sketch) -> None:
    sketch.fill(
        [
            (33, 50),
            (34, 30),
            (48, 14),
            (70, 9),
            (90, 14),
            (103, 30),
            (106, 54),
            (105, 84),
            (106, 108),
            (98, 122),
            (60, 120),
            (38, 122),
            (27, 108),
            (29, 80),
        ],
        "pink1",
        "pink0",
        1.2,
    )
    for left, right in BACK_LOCKS:
        hair_lock(sketch, left, right, SHADED_PINK)


def draw_features(sketch: Sketch, look: Look) -> None:
    """Eyes, brows, nose and mouth of one feeling."""
    draw_eye(sketch, NEAR_EYE, look)
    draw_eye(sketch, FAR_EYE, look)
    draw_brows(sketch, look.brows, "pink0")
    sketch.taper([(75.4, 76), (77.0, 81.2), (74.4, 82.8)], "skin1", [0.3, 1.0, 1.2])
    sketch.ellipse(74.6, 79.4, 0.7, 1.3, "skin4")
    draw_mouth(sketch, look.mouth, MouthColors(lip="skin1", under="skin2"))


def draw_before(sketch: Sketch) -> None:
    """The forehead protector and all hair that falls over the face."""
    # Hair in shadow behind the plate, or her brow would show above it.
    sketch.fill([(50, 28, 1), (92, 28, 1), (92, 42, 1), (50, 42, 1)], "pink1")
    _draw_protector(sketch)
    crown = sketch.fill(
        [
            (36, 56, 1),
            (31, 44),
            (35, 26),
            (50, 11),
            (68, 6.5),
            (70, 5, 1),
            (74, 7),
            (90, 11),
            (103, 26),
            (105, 44),
            (101, 58, 1),
            (98, 48),
            (95, 40),
            (86, 36.5),
            (70, 35),
            (54, 37.5),
            (43, 45),
        ],
        "pink2",
        "pink0",
        1.3,
    )
    sketch.fill(
        [(80, 9), (94, 15), (106, 32), (105, 52), (99, 44), (95, 30), (87, 18)], "pink1", clip=crown
    )
    for left, right, gloss, shade_from in CROWN_LOCKS:
        hair_lock(sketch, left, right, PINK, gloss, shade_from=shade_from)
    hair_lock(
        sketch,
        [(40, 40), (36, 60), (37, 82), (41, 100), (36, 123)],
        [(46, 46), (44.5, 64), (45.5, 84), (49, 102), (36, 123)],
        PINK,
        (0.50, 0.70),
        root=0.12,
    )
    hair_lock(
        sketch,
        [(33, 42), (26, 66), (27, 90), (31, 104), (22, 123)],
        [(42, 46), (38, 66), (37, 88), (39, 108), (22, 123)],
        PINK,
        (0.34, 0.60),
        root=0.15,
    )
    hair_lock(
        sketch,
        [(94, 44), (94.5, 64), (92, 84), (94, 102), (100, 119)],
        [(101, 40), (102, 62), (99, 84), (102, 102), (100, 119)],
        PINK,
        (0.46, 0.62),
        root=0.12,
        shade_from=0.45,
    )
    hair_lock(
        sketch,
        [(99, 42), (102, 66), (101, 88), (104, 106), (99, 128)],
        [(104, 38), (110, 66), (108, 88), (112, 108), (99, 128)],
        SHADED_PINK,
        root=0.15,
    )
    sketch.taper([(40, 24), (35, 28), (31, 36)], "pink2", [1.4, 1.2, 0.4])
    sketch.taper([(98, 18), (104, 25), (108, 36)], "pink1", [1.2, 1.0, 0.3])


def _draw_protector(sketch: Sketch) -> None:
    sketch.fill(
        [
            (37, 47, 1),
            (52, 38),
            (70, 35.5),
            (86, 37),
            (96, 42, 1),
            (96, 51, 1),
            (86, 46.6),
            (70, 45.6),
            (52, 48.2),
            (38, 57, 1),
        ],
        "night3",
        "ink",
        1.2,
    )
    sketch.taper([(39, 48), (52, 40.2), (56, 39)], "night4", [0.5, 1.6, 0.5])
    plate = sketch.fill(
        [(54, 37.4, 1), (70, 34.2), (88, 37, 1), (89.4, 49.2, 1), (71, 46.8), (54.4, 49.8, 1)],
        "steel2",
        "ink",
        1.25,
    )
    sketch.fill(
        [(55, 38, 1), (70, 35.2), (87, 38, 1), (87.3, 40, 1), (70, 37.4), (55.2, 40.6, 1)],
        "steel3",
        clip=plate,
    )
    sketch.fill([(80, 34, 1), (90, 37, 1), (91, 52, 1), (84, 50, 1)], "steel1", clip=plate)
    sketch.fill([(60.5, 35, 1), (63.5, 35, 1), (60.5, 52, 1), (57.5, 52, 1)], "steel3", clip=plate)
    sketch.taper([(55, 48.8), (71, 45.8), (88, 48.4)], "steel1", [1, 1.4, 1], clip=plate)
    # The village's sign, an hourglass.
    sketch.fill([(68.2, 38.2, 1), (77, 38.4, 1), (72.7, 42.4, 1)], "night2")
    sketch.fill([(72.7, 41.4, 1), (77.2, 45.6, 1), (68.4, 45.4, 1)], "night2")
    sketch.stroke([(67.6, 37.9), (77.6, 38.2)], "night2", 1.0)
    sketch.stroke([(67.8, 45.7), (77.8, 46)], "night2", 1.0)
    sketch.fill([(70.6, 39.4, 1), (74.8, 39.5, 1), (72.7, 41.4, 1)], "steel1")
    for x, y in ((57, 43.5), (86, 43.2)):
        sketch.ellipse(x, y, 0.9, 0.9, "steel0")

"""Sasori's bust: shaggy red hair, heavy lids over muddy eyes, a torn dark shirt, a scratched cheek.

Drawn facing right and mirrored, so that he faces left. His wounds lie lower than the picture.
"""

from typing import Final

from tools.art.features import Eye, Look, MouthColors, draw_brows, draw_eye, draw_mouth
from tools.art.vector import LockColors, Points, Sketch, colors_of, hair_lock

COLORS: Final = [
    *colors_of("red", "skin", "blood", "ink", "night", "steel"),
    *("sand0", "sand1", "sand2", "sand3", "stone0", "stone2", "sand5", "sand6", "moon2"),
]

LOOKS: Final[dict[str, Look]] = {
    "neutral": Look("low", "flat", lid=0.58, gaze_x=0.12),
    "amused": Look("one_up", "wry", lid=0.60, gaze_x=0.14, lower_lid=0.6),
    "wary": Look("firm", "tight", lid=0.50, gaze_x=0.15, gaze_y=-0.04, iris_size=0.92),
    "pained": Look("angry", "slit", lid=0.80, gaze_x=0.06, lower_lid=0.7),
    "asking": Look("raised", "flat", lid=0.42, gaze_x=0.10),
    "honest": Look("worried", "faint", lid=0.50, gaze_x=0.08, gaze_y=0.03),
    "blank": Look("calm", "flat", lid=0.62, gaze_x=0.0, gaze_y=0.10, iris_size=0.94),
    "soft": Look("calm", "smile", lid=0.56, gaze_x=0.10, lower_lid=0.4),
}
MUDDY: Final = ("stone0", "stone2", "sand5", "sand6")
NEAR_EYE: Final = Eye(58, 71, 15.5, 12.3, -1, MUDDY, "steel3")
FAR_EYE: Final = Eye(81.3, 70.7, 12, 11.8, 1, MUDDY, "steel3")

RED: Final[LockColors] = ("red0", "red1", "red2", "red3", "red4")
SHADED_RED: Final[LockColors] = ("red0", "red0", "red1", "red2", "red3")
NAPE_RED: Final[LockColors] = ("red0", "red0", "red1", "red1", "red2")

Lock = tuple[Points, Points, tuple[float, float], float, LockColors]

NAPE_LOCKS: Final[tuple[tuple[Points, Points], ...]] = (
    ([(40, 40), (30, 62), (28, 80), (22, 96)], [(54, 60), (46, 80), (40, 90), (22, 96)]),
    ([(44, 60), (40, 84), (38, 96), (34, 109)], [(58, 70), (54, 92), (48, 102), (34, 109)]),
    ([(92, 56), (94, 76), (92, 88), (97, 100)], [(100, 50), (103, 70), (101, 86), (97, 100)]),
    ([(86, 70), (86, 88), (84, 96), (88, 106)], [(96, 70), (95, 86), (93, 96), (88, 106)]),
)
SPIKES: Final[tuple[Lock, ...]] = (
    (
        [(46, 22), (34, 30), (28, 40), (21, 48)],
        [(50, 30), (42, 42), (34, 48), (21, 48)],
        (0.25, 0.5),
        0.55,
        SHADED_RED,
    ),
    (
        [(40, 36), (31, 48), (29, 60), (23, 71)],
        [(48, 44), (42, 58), (36, 66), (23, 71)],
        (0.30, 0.5),
        0.55,
        SHADED_RED,
    ),
    (
        [(90, 18), (100, 22), (108, 30), (114, 32)],
        [(88, 26), (98, 34), (106, 37), (114, 32)],
        (0.30, 0.56),
        0.62,
        RED,
    ),
    (
        [(94, 30), (103, 38), (107, 50), (113, 58)],
        [(92, 38), (99, 50), (104, 57), (113, 58)],
        (0.30, 0.56),
        0.62,
        RED,
    ),
    (
        [(50, 14), (42, 12), (34, 16), (26, 17)],
        [(52, 22), (42, 24), (35, 23), (26, 17)],
        (0.30, 0.6),
        0.60,
        SHADED_RED,
    ),
    (
        [(58, 10), (52, 5), (46, 4), (39, 1)],
        [(64, 14), (54, 14), (47, 11), (39, 1)],
        (0.30, 0.6),
        0.60,
        RED,
    ),
    (
        [(76, 9), (86, 5), (94, 6), (102, 3)],
        [(74, 16), (86, 16), (94, 13), (102, 3)],
        (0.30, 0.56),
        0.62,
        RED,
    ),
    (
        [(64, 9), (66, 4), (71, 2), (76, -1)],
        [(74, 12), (76, 8), (76, 4), (76, -1)],
        (0.30, 0.56),
        0.62,
        RED,
    ),
)
FRINGE: Final[tuple[Lock, ...]] = (
    (
        [(44, 38), (38, 56), (39, 70), (34, 87)],
        [(54, 44), (49, 60), (47, 74), (34, 87)],
        (0.34, 0.58),
        0.55,
        SHADED_RED,
    ),
    (
        [(92, 36), (95.5, 54), (95, 66), (100, 81)],
        [(99, 34), (104, 50), (102, 66), (100, 81)],
        (0.30, 0.56),
        0.62,
        RED,
    ),
    (
        [(89, 38), (92, 54), (91, 64), (92, 77)],
        [(96, 36), (98.5, 52), (97, 64), (92, 77)],
        (0.30, 0.56),
        0.62,
        RED,
    ),
    (
        [(60, 12), (48, 26), (42, 44), (45, 67)],
        [(66, 18), (58, 36), (52, 50), (45, 67)],
        (0.22, 0.46),
        0.60,
        RED,
    ),
    (
        [(62, 12), (54, 28), (51, 46), (55, 62)],
        [(70, 16), (66, 36), (61, 50), (55, 62)],
        (0.26, 0.50),
        0.62,
        RED,
    ),
    (
        [(84, 14), (93, 26), (98, 42), (95, 63)],
        [(78, 18), (86, 32), (89, 46), (95, 63)],
        (0.24, 0.5),
        0.62,
        RED,
    ),
    (
        [(66, 12), (62, 28), (62, 46), (67, 66)],
        [(76, 16), (76, 34), (73, 50), (67, 66)],
        (0.28, 0.54),
        0.62,
        RED,
    ),
    (
        [(76, 14), (84, 28), (86, 44), (83, 60)],
        [(70, 16), (72, 32), (76, 46), (83, 60)],
        (0.28, 0.54),
        0.62,
        RED,
    ),
    (
        [(70, 12), (68, 26), (70, 40), (75, 58)],
        [(76, 14), (80, 28), (80, 42), (75, 58)],
        (0.32, 0.56),
        0.62,
        RED,
    ),
)


def draw_behind(sketch: Sketch) -> None:
    """Nape, shirt, neck, ear and the empty face."""
    for left, right in NAPE_LOCKS:
        hair_lock(sketch, left, right, NAPE_RED)
    _draw_shirt(sketch)
    _draw_neck(sketch)
    sketch.fill([(42, 64), (37.5, 61), (36.5, 68), (39.5, 77), (44, 78)], "skin2", "skin0", 1.0)
    face = sketch.fill(
        [
            (43, 40),
            (42, 62),
            (45, 77),
            (52, 88),
            (61, 96.5),
            (69.5, 101),
            (75.5, 98),
            (83.5, 89),
            (89.5, 79),
            (91.6, 70),
            (90.4, 62),
            (92.4, 50),
            (92, 38),
            (80, 26),
            (56, 26),
        ],
        "skin3",
        "skin0",
        1.15,
    )
    sketch.fill(
        [
            (40, 44, 1),
            (96, 44, 1),
            (95, 57),
            (88, 59),
            (80, 56),
            (74, 60),
            (66, 57),
            (60, 62),
            (54, 60),
            (50, 74),
            (53, 84),
            (59, 93),
            (66, 100),
            (60, 104),
            (40, 90),
        ],
        "skin2",
        clip=face,
    )
    sketch.fill(
        [(42, 66), (46, 78), (54, 89.5), (62, 96.5), (70, 100.5), (60, 104), (38, 86)],
        "skin1",
        clip=face,
    )
    sketch.fill([(82, 77), (87, 76.4), (85.4, 81), (81.4, 84)], "skin4", clip=face)


def _draw_shirt(sketch: Sketch) -> None:
    shirt = sketch.fill(
        [
            (-2, 151, 1),
            (2, 136),
            (18, 124),
            (42, 116),
            (54, 110, 1),
            (80, 110, 1),
            (90, 114),
            (110, 121),
            (124, 133),
            (130, 151, 1),
        ],
        "sand1",
        "ink",
        1.3,
    )
    sketch.fill(
        [(92, 115), (110, 121), (124, 133), (130, 151, 1), (104, 151, 1), (100, 132)],
        "sand2",
        clip=shirt,
    )
    sketch.fill(
        [(-2, 151, 1), (2, 136), (18, 124), (28, 121), (18, 136), (14, 151, 1)], "sand0", clip=shirt
    )
    sketch.fill(
        [(104, 119), (113, 122), (125, 134), (130, 151, 1), (122, 151, 1), (117, 132)],
        "sand3",
        clip=shirt,
    )
    for fold in (
        [(28, 124), (34, 136), (33, 151)],
        [(100, 124), (96, 136), (98, 151)],
        [(20, 132), (24, 142), (22, 151)],
        [(110, 130), (109, 142), (112, 151)],
    ):
        sketch.taper(fold, "ink", [0.4, 1.5, 0.4])
    # The collar is torn open: ragged cloth around the skin.
    chest = sketch.fill(
        [
            (50, 112, 1),
            (46, 119, 1),
            (50, 121, 1),
            (49, 129, 1),
            (54, 130, 1),
            (56, 139, 1),
            (61, 137, 1),
            (66, 147, 1),
            (70, 142, 1),
            (76, 146, 1),
            (80, 136, 1),
            (85, 136, 1),
            (85, 127, 1),
            (90, 124, 1),
            (87, 118, 1),
            (88, 113, 1),
            (78, 108, 1),
            (58, 108, 1),
        ],
        "skin3",
        "ink",
        1.3,
    )
    sketch.fill(
        [
            (50, 112, 1),
            (46, 119, 1),
            (49, 129, 1),
            (56, 139, 1),
            (66, 147, 1),
            (69, 147, 1),
            (61, 132),
            (57, 118, 1),
        ],
        "skin2",
        clip=chest,
    )
    sketch.fill(
        [(54, 110, 1), (66, 116), (80, 110, 1), (80, 118), (68, 122), (57, 119)],
        "skin2",
        clip=chest,
    )
    sketch.taper([(52, 121), (60, 123), (67, 126)], "skin1", [0.3, 1.3, 0.5])
    sketch.taper([(86, 120), (79, 123), (73, 126)], "skin1", [0.3, 1.2, 0.5])
    sketch.taper([(70, 128), (70.6, 136), (70, 143)], "skin2", [0.5, 1.4, 0.6])
    # Threads at the tear, and a little that has dried into the cloth.
    for x, y, dx in ((49, 122, -3), (54, 131, -3), (85, 128, 4), (80, 137, 3)):
        sketch.taper([(x, y), (x + dx, y + 2), (x + dx * 1.2, y + 5)], "sand3", [1.0, 0.8, 0.4])
    for stain in ([(40, 138), (43, 145), (42, 152)], [(93, 140), (91, 146), (92, 152)]):
        sketch.taper(stain, "blood0", [0.6, 2.6, 3.4], clip=shirt)


def _draw_neck(sketch: Sketch) -> None:
    neck = sketch.fill(
        [
            (56, 86, 1),
            (56.5, 102),
            (51, 113, 1),
            (66, 121, 1),
            (86, 112, 1),
            (79, 103),
            (78, 86, 1),
        ],
        "skin2",
    )
    sketch.stroke([(56, 90), (56.5, 102), (51, 113)], "skin0", 1.1)
    sketch.stroke([(78, 90), (79, 103), (86, 112)], "skin0", 1.1)
    sketch.fill([(76, 98), (79, 103), (84, 111), (78, 113), (73, 106)], "skin3", clip=neck)
    sketch.fill(
        [
            (56, 88, 1),
            (62, 99),
            (71, 103),
            (78, 95, 1),
            (78, 104),
            (71, 110),
            (61, 108),
            (56, 102, 1),
        ],
        "skin1",
        clip=neck,
    )


def draw_features(sketch: Sketch, look: Look) -> None:
    """Eyes, brows, nose, mouth, and the marks of the fight."""
    draw_eye(sketch, NEAR_EYE, look)
    draw_eye(sketch, FAR_EYE, look)
    if look.lid < 0.95:
        for tired in ([(50, 77.8), (57, 79.6), (64, 77.8)], [(77, 77.5), (82, 79.0), (86.5, 77.2)]):
            sketch.taper(tired, "skin1", [0.3, 1.0, 0.3])
    draw_brows(sketch, look.brows, "red0", thick=2.0, dy=2.4)
    sketch.taper([(75.6, 77), (77.4, 82.4), (74.8, 84)], "skin1", [0.3, 1.1, 1.2])
    sketch.ellipse(77.2, 80.5, 0.7, 1.3, "skin4")
    draw_mouth(sketch, look.mouth, MouthColors(under="skin2"))
    sketch.taper([(85.4, 80.6), (83.4, 83.6), (81.6, 86.4)], "blood1", [0.4, 1.5, 0.4])
    sketch.taper([(87, 82.6), (85, 85.6)], "blood1", [1.1, 0.3])
    for x, y in ((52, 82.5), (55, 84.5), (53.5, 86), (60, 90.5)):
        sketch.ellipse(x, y, 0.9, 0.6, "skin1")


def draw_before(sketch: Sketch) -> None:
    """The cap of hair with its spikes and the fringe over the brow."""
    cap = sketch.fill(
        [
            (40, 60, 1),
            (33, 46),
            (35, 28),
            (48, 13),
            (68, 7),
            (88, 12),
            (101, 26),
            (103, 44),
            (97, 60, 1),
            (94, 46),
            (86, 40),
            (70, 38),
            (52, 42),
            (45, 50),
        ],
        "red2",
        "red0",
        1.2,
    )
    sketch.fill(
        [(33, 46), (35, 28), (48, 14), (58, 10), (46, 26), (42, 46), (40, 58)], "red1", clip=cap
    )
    for left, right, gloss, shade_from, colors in (*SPIKES, *FRINGE):
        hair_lock(sketch, left, right, colors, gloss, shade_from=shade_from)

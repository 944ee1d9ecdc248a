"""The busts of people at the edge of the night: a gate guard and a child. Both face left."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from tools.art.features import Eye, Look, MouthColors, draw_brows, draw_eye, draw_mouth
from tools.art.portrait_clothes import draw_clothes
from tools.art.vector import LockColors, Points, Sketch, colors_of, hair_lock

AXIS_X: Final = 66
"""The upright line about which a bust is mirrored."""

GUARD_COLORS: Final = [
    *colors_of("skin", "vest", "tan", "steel", "ink", "night"),
    *("stone0", "stone1", "stone2", "sand0", "sand1", "sand2", "sand7", "moon2", "red0", "red2"),
]
GUARD_LOOKS: Final[dict[str, Look]] = {
    "neutral": Look("low", "flat", lid=0.40),
    "stern": Look("angry", "down", lid=0.44),
    "friendly": Look("one_up", "smile", lid=0.44, lower_lid=0.5),
    "doubtful": Look("one_up", "wave", lid=0.50, gaze_x=0.14),
    "alarmed": Look("raised", "gasp", lid=0.10, iris_size=0.85),
}
BROWN: Final = ("stone0", "stone1", "stone3", "stone4")
GUARD_NEAR_EYE: Final = Eye(58.4, 70.4, 13.4, 10.2, -1, BROWN, "steel3", "skin2", "skin0")
GUARD_FAR_EYE: Final = Eye(81.2, 70.2, 10.6, 9.8, 1, BROWN, "steel3", "skin2", "skin0")

CHILD_COLORS: Final = [
    *colors_of("skin", "stone", "tan", "ink", "night", "steel"),
    *("moon2", "red0", "red2", "sand7", "lamp1", "lamp2"),
]
CHILD_LOOKS: Final[dict[str, Look]] = {
    "neutral": Look("calm", "faint", lid=0.10),
    "happy": Look("raised", "wide", lid=0.14, lower_lid=0.7),
    "scared": Look("worried", "round", lid=0.0, iris_size=0.82),
}
CHILD_NEAR_EYE: Final = Eye(57.0, 73.0, 15.8, 14.6, -1, BROWN, "moon2")
CHILD_FAR_EYE: Final = Eye(81.6, 72.6, 12.4, 14.2, 1, BROWN, "moon2")
CHILD_HAIR: Final[LockColors] = ("stone0", "stone1", "stone2", "stone3", "stone4")


@contextmanager
def turned_back(sketch: Sketch) -> Iterator[None]:
    """Draw what is lit from the left in a mirrored sketch, so that its light stays left."""
    sketch.canvas.save()
    sketch.canvas.translate(AXIS_X * 2, 0)
    sketch.canvas.scale(-1, 1)
    yield
    sketch.canvas.restore()


def guard_behind(sketch: Sketch) -> None:
    """The fall of his head cloth, vest, and a broad weathered face."""
    cloth = sketch.fill(
        [
            (34, 44),
            (36, 22),
            (52, 10),
            (72, 8),
            (92, 14),
            (103, 32),
            (104, 60),
            (101, 92),
            (108, 118, 1),
            (92, 122),
            (50, 122),
            (22, 124, 1),
            (31, 92),
        ],
        "tan1",
        "ink",
        1.3,
    )
    sketch.fill([(31, 92), (34, 60), (44, 60), (44, 122), (22, 124, 1)], "tan0", clip=cloth)
    sketch.fill([(98, 60), (104, 60), (101, 92), (110, 118), (94, 122)], "tan2", clip=cloth)
    with turned_back(sketch):
        draw_clothes(sketch, ("night1", "sand1", "sand2"))
    face = sketch.fill(
        [
            (42, 40),
            (41, 62),
            (43, 79),
            (49, 91),
            (58, 99.5),
            (68.5, 103.5),
            (77, 101.5),
            (85, 93),
            (90, 81),
            (92, 70),
            (91, 61),
            (93, 50),
            (92, 38),
            (80, 26),
            (56, 26),
        ],
        "skin2",
        "skin0",
        1.2,
    )
    sketch.fill(
        [(38, 44, 1), (96, 44, 1), (96, 56), (74, 58), (52, 60), (47, 70), (48, 86), (40, 84)],
        "skin1",
        clip=face,
    )
    sketch.fill(
        [(41, 70), (45, 82), (53, 93), (61, 100), (69, 103), (62, 108), (38, 92)],
        "skin1",
        clip=face,
    )
    sketch.fill([(80, 77), (88, 76), (86, 84), (80, 88)], "skin3", clip=face)
    sketch.fill([(64, 59), (72, 57.5), (78, 59), (72, 62)], "skin3", clip=face)
    # Stubble along the jaw, and a line from nose to mouth.
    sketch.fill(
        [
            (50, 86),
            (60, 95),
            (66, 97),
            (76, 97),
            (84, 88),
            (84, 94),
            (76, 102),
            (66, 103),
            (54, 96),
        ],
        "tan1",
        clip=face,
    )
    sketch.fill([(62, 88), (72, 86.4), (82, 88), (80, 96), (72, 98), (64, 96)], "skin2", clip=face)
    sketch.taper([(65.4, 84), (63.4, 88), (64, 91)], "skin1", [0.3, 1.2, 0.4])
    sketch.taper([(79.4, 84.4), (81, 88), (80.4, 90.6)], "skin1", [0.3, 1.1, 0.4])


def guard_features(sketch: Sketch, look: Look) -> None:
    """Narrow eyes under heavy brows, a strong nose."""
    draw_eye(sketch, GUARD_NEAR_EYE, look)
    draw_eye(sketch, GUARD_FAR_EYE, look)
    draw_brows(sketch, look.brows, "stone0", thick=2.7, dy=3.4)
    sketch.taper([(74.6, 66), (76.4, 74), (78.6, 81.6), (74.2, 84)], "skin0", [0.3, 0.8, 1.3, 1.4])
    sketch.fill([(73, 74), (75.4, 76), (76.4, 81), (73.4, 81)], "skin3")
    draw_mouth(sketch, look.mouth, MouthColors(under="skin1", lip="skin0"))


def guard_before(sketch: Sketch) -> None:
    """Head cloth over the brow, the band with the village's plate, a veil drawn aside."""
    cloth = sketch.fill(
        [
            (36, 62, 1),
            (31, 44),
            (35, 24),
            (50, 10),
            (70, 6),
            (90, 10),
            (104, 26),
            (106, 46),
            (102, 64, 1),
            (97, 50),
            (86, 45),
            (70, 43.6),
            (54, 46),
            (43, 52),
        ],
        "tan2",
        "ink",
        1.3,
    )
    sketch.fill(
        [(76, 6), (94, 13), (107, 34), (104, 64), (99, 50), (94, 28), (84, 14)], "tan3", clip=cloth
    )
    sketch.fill([(30, 60), (31, 34), (44, 14), (54, 9), (46, 26), (44, 54)], "tan1", clip=cloth)
    for fold in (
        [(50, 14), (60, 26), (62, 40)],
        [(68, 9), (72, 24), (70, 38)],
        [(88, 13), (86, 26), (90, 40)],
    ):
        sketch.taper(fold, "tan0", [0.4, 1.5, 0.4], clip=cloth)
    band: Points = [
        (35, 52, 1),
        (52, 43),
        (70, 40.6),
        (87, 42),
        (98, 48, 1),
        (98, 57, 1),
        (87, 51.4),
        (70, 50.2),
        (52, 52.8),
        (36, 62, 1),
    ]
    sketch.fill(band, "night2", "ink", 1.2)
    plate = sketch.fill(
        [(55, 42, 1), (70, 39.6), (86, 41.8, 1), (87, 52.8, 1), (71, 51.2), (55, 54, 1)],
        "steel2",
        "ink",
        1.2,
    )
    sketch.fill(
        [(56, 42.6, 1), (70, 40.6), (85, 42.6, 1), (85, 44.4, 1), (56, 45, 1)], "steel3", clip=plate
    )
    sketch.fill([(54, 41, 1), (61, 40, 1), (59, 55, 1), (54, 56, 1)], "steel1", clip=plate)
    sketch.fill([(67.6, 43.4, 1), (76, 43.4, 1), (71.8, 47.2, 1)], "night2")
    sketch.fill([(71.8, 46.4, 1), (76.2, 50.4, 1), (67.4, 50.4, 1)], "night2")
    veil = sketch.fill(
        [
            (36, 58, 1),
            (41, 58, 1),
            (43, 80),
            (46, 98),
            (52, 112),
            (66, 124),
            (50, 128),
            (32, 122),
            (27, 104),
            (33, 80),
        ],
        "tan2",
        "ink",
        1.2,
    )
    sketch.fill([(33, 66), (37, 66), (36, 96), (40, 118), (30, 116), (28, 100)], "tan1", clip=veil)
    for fold in ([(40, 70), (40, 94), (50, 116)], [(37, 84), (38, 104), (46, 122)]):
        sketch.taper(fold, "tan0", [0.4, 1.6, 0.5], clip=veil)


def _child_clothes(sketch: Sketch) -> None:
    body = sketch.fill(
        [
            (16, 151, 1),
            (20, 136),
            (36, 124),
            (56, 114, 1),
            (80, 114, 1),
            (96, 122),
            (110, 134),
            (114, 151, 1),
        ],
        "tan1",
        "ink",
        1.3,
    )
    sketch.fill([(86, 118), (98, 123), (111, 135), (116, 151, 1), (96, 151, 1)], "tan0", clip=body)
    sketch.fill(
        [(18, 151, 1), (21, 137), (36, 125), (44, 124), (32, 136), (30, 151, 1)], "tan2", clip=body
    )
    sketch.fill(
        [(58, 92, 1), (58, 106), (52, 116, 1), (82, 116, 1), (77, 106), (77, 92, 1)], "skin1"
    )
    scarf = sketch.fill(
        [(44, 112), (56, 107), (70, 110), (82, 107), (92, 113), (90, 122), (70, 127), (48, 122)],
        "red2",
        "red0",
        1.2,
    )
    sketch.fill([(70, 111), (84, 108), (93, 114), (90, 124), (72, 128)], "red0", clip=scarf)
    sketch.fill([(52, 120, 1), (61, 122, 1), (58, 142, 1), (49, 140, 1)], "red2", "red0", 1.0)


def child_behind(sketch: Sketch) -> None:
    """A tunic with a scarf, the nape, and a round face."""
    for left, right in (
        ([(38, 44), (32, 66), (34, 82), (29, 96)], [(52, 60), (48, 80), (44, 92), (29, 96)]),
        ([(96, 52), (98, 70), (96, 84), (100, 94)], [(103, 46), (107, 68), (104, 86), (100, 94)]),
    ):
        hair_lock(sketch, left, right, ("stone0", "stone0", "stone1", "stone2", "stone3"))
    with turned_back(sketch):
        _child_clothes(sketch)
    face = sketch.fill(
        [
            (42, 42),
            (40, 62),
            (42.5, 79),
            (50, 92),
            (60.5, 100),
            (69.5, 103),
            (77, 100.5),
            (85.5, 92),
            (91, 80),
            (92.4, 69.5),
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
    sketch.fill(
        [(38, 44, 1), (96, 44, 1), (96, 56), (74, 57), (54, 60), (47, 68), (47, 84), (40, 82)],
        "skin2",
        clip=face,
    )
    sketch.fill(
        [(41, 72), (46, 85), (55, 94.5), (63, 100), (70, 102.6), (60, 108), (38, 92)],
        "skin2",
        clip=face,
    )


def child_features(sketch: Sketch, look: Look) -> None:
    """Large eyes low in the face, a small nose, freckles."""
    draw_eye(sketch, CHILD_NEAR_EYE, look)
    draw_eye(sketch, CHILD_FAR_EYE, look)
    draw_brows(sketch, look.brows, "stone1", thick=1.7, dy=2.0)
    sketch.taper([(75.4, 81), (76.4, 83.6), (74.4, 84.6)], "skin1", [0.3, 1.0, 1.1])
    sketch.canvas.save()
    sketch.canvas.translate(0, 2.0)
    draw_mouth(sketch, look.mouth, MouthColors(under="skin2"))
    sketch.canvas.restore()
    sketch.ellipse(83, 86.4, 0.7, 0.7, "skin1")
    sketch.ellipse(85.4, 88, 0.7, 0.7, "skin1")


def child_before(sketch: Sketch) -> None:
    """A mop of brown hair that nobody has combed."""
    cap = sketch.fill(
        [
            (40, 62, 1),
            (33, 46),
            (35, 28),
            (50, 14),
            (70, 10),
            (88, 14),
            (101, 28),
            (104, 46),
            (98, 62, 1),
            (94, 48),
            (84, 44),
            (66, 42),
            (50, 46),
        ],
        "stone2",
        "stone0",
        1.3,
    )
    sketch.fill([(82, 12), (98, 24), (105, 46), (98, 60), (92, 34)], "stone1", clip=cap)
    locks: tuple[tuple[Points, Points], ...] = (
        ([(44, 40), (37, 54), (38, 66), (34, 78)], [(54, 46), (48, 58), (46, 68), (34, 78)]),
        ([(92, 38), (96, 54), (95, 64), (99, 76)], [(99, 36), (105, 52), (103, 64), (99, 76)]),
        ([(58, 14), (46, 28), (42, 44), (47, 64)], [(66, 20), (58, 38), (53, 50), (47, 64)]),
        ([(62, 14), (55, 30), (53, 46), (59, 61)], [(72, 18), (68, 36), (65, 48), (59, 61)]),
        ([(84, 16), (93, 28), (97, 44), (93, 61)], [(76, 20), (84, 34), (88, 46), (93, 61)]),
        ([(70, 12), (66, 28), (67, 44), (72, 60)], [(80, 16), (80, 34), (78, 48), (72, 60)]),
        ([(76, 14), (82, 30), (84, 46), (82, 56)], [(70, 16), (73, 34), (76, 48), (82, 56)]),
        ([(60, 14), (52, 8), (46, 9), (40, 6)], [(66, 20), (56, 18), (48, 16), (40, 6)]),
        ([(72, 12), (80, 5), (86, 6), (92, 4)], [(78, 18), (86, 14), (88, 12), (92, 4)]),
    )
    for left, right in locks:
        hair_lock(sketch, left, right, CHILD_HAIR, (0.28, 0.52))

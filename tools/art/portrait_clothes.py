"""What a jounin wears in a portrait: shirt, vest with scroll pouches; and her pack straps."""

from typing import Final

from tools.art.vector import Sketch

SAKURA_SHIRT: Final = ("red0", "red1", "red2")


def draw_clothes(sketch: Sketch, shirt: tuple[str, str, str] = SAKURA_SHIRT) -> None:
    """Shirt, neck and vest; shirt gives its dark, middle and light colour."""
    dark, middle, light = shirt
    cloth = sketch.fill(
        [
            (0, 151, 1),
            (4, 134),
            (20, 122),
            (44, 113),
            (56, 108, 1),
            (78, 108, 1),
            (88, 112),
            (108, 119),
            (122, 132),
            (128, 151, 1),
        ],
        middle,
        dark,
        1.3,
    )
    sketch.fill(
        [(0, 151, 1), (4, 134), (19, 123), (26, 121, 1), (15, 136), (11, 151, 1)],
        light,
        clip=cloth,
    )
    sketch.fill([(112, 124, 1), (124, 136), (130, 151, 1), (116, 151, 1)], dark, clip=cloth)
    for fold in ([(6, 136), (9, 143), (8, 151)], [(119, 134), (117, 143), (119, 151)]):
        sketch.taper(fold, dark, [0.4, 1.3, 0.8], clip=cloth)
    neck = sketch.fill(
        [
            (57, 84, 1),
            (57.5, 102),
            (50, 113, 1),
            (66, 128, 1),
            (82, 113, 1),
            (76.5, 102),
            (77, 84, 1),
        ],
        "skin2",
        "skin0",
        1.1,
    )
    sketch.fill(
        [
            (57, 88, 1),
            (62, 99),
            (70, 103),
            (78, 96, 1),
            (79, 110, 1),
            (70, 109),
            (61, 106),
            (57, 100, 1),
        ],
        "skin1",
        clip=neck,
    )
    sketch.fill([(57.5, 100, 1), (60, 108), (66, 116), (60, 116), (52, 112, 1)], "skin3", clip=neck)
    sketch.taper([(59, 111), (65, 117), (67, 121)], "skin1", [0.4, 1.2, 0.4])
    sketch.taper([(77, 110), (73, 116)], "skin1", [0.4, 1.1, 0.3])
    sketch.fill(
        [
            (47, 112, 1),
            (53, 108, 1),
            (66, 126, 1),
            (79, 108, 1),
            (85, 112, 1),
            (70, 138, 1),
            (62, 138, 1),
        ],
        light,
        dark,
        1.0,
    )
    sketch.fill([(66, 126, 1), (79, 108, 1), (85, 112, 1), (70, 138, 1)], middle)
    _draw_vest(sketch)


def _draw_vest(sketch: Sketch) -> None:
    near = sketch.fill(
        [
            (18, 124, 1),
            (30, 117),
            (46, 110, 1),
            (62, 133, 1),
            (66, 151, 1),
            (16, 151, 1),
            (14, 138),
        ],
        "vest2",
        "vest0",
        1.3,
    )
    far = sketch.fill(
        [
            (112, 123, 1),
            (100, 117),
            (86, 110, 1),
            (71, 133, 1),
            (68, 151, 1),
            (116, 151, 1),
            (117, 138),
        ],
        "vest1",
        "vest0",
        1.3,
    )
    sketch.fill(
        [(18, 124, 1), (30, 117), (45, 110, 1), (41, 121), (26, 129), (16, 139, 1)],
        "vest3",
        clip=near,
    )
    sketch.fill([(19, 124, 1), (30, 118.5), (42, 113, 1), (34, 119), (24, 126)], "vest4", clip=near)
    sketch.fill([(50, 122, 1), (62, 133, 1), (66, 151, 1), (54, 151, 1)], "vest1", clip=near)
    sketch.fill(
        [(92, 113, 1), (104, 118), (112, 125, 1), (102, 125), (92, 120, 1)], "vest2", clip=far
    )
    collar = sketch.fill(
        [
            (45, 111, 1),
            (49, 103),
            (54, 104, 1),
            (56, 112),
            (64, 128, 1),
            (62, 137, 1),
            (51, 126),
        ],
        "vest3",
        "vest0",
        1.1,
    )
    sketch.fill(
        [(54, 104, 1), (56, 112), (64, 128, 1), (62, 137, 1), (57, 122), (51, 108)],
        "vest2",
        clip=collar,
    )
    sketch.taper([(46.5, 111), (50, 105), (52, 105)], "vest4", [0.6, 1.4, 0.6], clip=collar)
    collar = sketch.fill(
        [
            (87, 111, 1),
            (83, 103),
            (78, 104, 1),
            (77, 112),
            (69, 128, 1),
            (71, 137, 1),
            (81, 126),
        ],
        "vest2",
        "vest0",
        1.1,
    )
    sketch.fill([(87, 111, 1), (84, 104), (82, 118), (71, 137, 1), (81, 126)], "vest1", clip=collar)
    for i in range(3):
        _draw_pouch(sketch, 22 + i * 10, "vest3" if i < 2 else "vest2", "vest2")
        _draw_pouch(sketch, 78 + i * 11, "vest1", "vest0")
    sketch.stroke([(67, 136), (67, 151)], "vest0", 1.3)


def _draw_pouch(sketch: Sketch, x: float, color: str, seam: str) -> None:
    """A scroll pouch on the breast of the vest, with its flap."""
    sketch.fill([(x, 137, 1), (x + 8, 137, 1), (x + 8, 152, 1), (x, 152, 1)], color, "vest0", 1.0)
    sketch.fill(
        [(x + 0.6, 137.6, 1), (x + 7.4, 137.6, 1), (x + 7.4, 140.4, 1), (x + 0.6, 140.4, 1)],
        "vest1",
    )
    sketch.stroke([(x + 5.6, 142), (x + 5.6, 151)], seam, 1.5)


def draw_straps(sketch: Sketch) -> None:
    """The straps of the back pack, with a buckle."""
    sketch.fill(
        [(33, 116, 1), (39, 113, 1), (41.5, 134, 1), (41, 151, 1), (34.5, 151, 1), (35, 134, 1)],
        "stone3",
        "stone0",
        1.1,
    )
    sketch.stroke([(35.6, 117), (37.2, 134), (36.6, 151)], "stone4", 1.1)
    sketch.fill(
        [(99, 115, 1), (93, 112, 1), (91, 134, 1), (92, 151, 1), (98, 151, 1), (97, 134, 1)],
        "stone2",
        "stone0",
        1.1,
    )
    sketch.fill([(34, 128, 1), (41, 127, 1), (41.5, 132, 1), (35, 133, 1)], "steel1", "steel0", 1.0)

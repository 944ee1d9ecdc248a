"""The colours that the screen draws with at run time, named as in `tools/art/palette.py`."""

from typing import Final

Rgb = tuple[int, int, int]

COLORS: Final[dict[str, Rgb]] = {
    "ink": (10, 9, 24),
    "night1": (19, 17, 42),
    "night2": (29, 26, 64),
    "night3": (43, 39, 89),
    "night4": (65, 59, 122),
    "sand0": (24, 22, 58),
    "sand1": (37, 34, 82),
    "sand2": (54, 48, 105),
    "sand3": (76, 65, 121),
    "sand4": (105, 86, 127),
    "sand5": (142, 116, 133),
    "sand6": (184, 153, 140),
    "sand7": (220, 193, 155),
    "sand8": (244, 229, 191),
    "moon0": (90, 108, 180),
    "moon1": (147, 171, 230),
    "moon2": (219, 233, 255),
    "chak0": (13, 51, 80),
    "chak1": (20, 112, 138),
    "chak2": (44, 192, 194),
    "chak3": (138, 243, 224),
    "chak4": (232, 255, 244),
    "heal0": (13, 59, 44),
    "heal1": (27, 133, 80),
    "heal2": (79, 221, 124),
    "heal3": (194, 255, 180),
    "pink2": (214, 95, 145),
    "pink3": (247, 146, 180),
    "red1": (112, 24, 48),
    "red2": (170, 42, 51),
    "red3": (220, 79, 61),
    "blood0": (77, 8, 25),
    "blood1": (147, 15, 39),
    "blood2": (213, 42, 56),
    "tan0": (67, 48, 74),
    "tan1": (117, 86, 90),
    "tan2": (168, 135, 107),
    "tan3": (214, 187, 140),
    "lamp0": (116, 42, 32),
    "lamp1": (198, 92, 32),
    "lamp2": (247, 158, 56),
    "lamp3": (255, 214, 118),
    "lamp4": (255, 246, 204),
    "steel0": (42, 48, 82),
    "steel1": (86, 98, 140),
    "steel2": (149, 166, 200),
    "steel3": (224, 234, 248),
    "skin0": (106, 53, 72),
    "skin1": (166, 96, 92),
    "skin4": (255, 232, 207),
}


def rgb(name: str) -> Rgb:
    """The colour of that name, three ints 0..255. Raises KeyError for an unknown name."""
    return COLORS[name]

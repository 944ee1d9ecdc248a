"""Buttons of gamepads, typed as grids: those that most pads share, and what others print on them.

Names are those of the first kind (`a`, `lb`, `view` ...), whatever a pad calls them itself.
"""

from typing import Final

import numpy as np

from tools.art.icons import KEY, icon
from tools.art.raster import Image, full, grid_sprite, outline

_FACE: Final = """
    ..SSSSS..
    .SDDDDDS.
    SDDDDDDDS
    SDDDDDDDS
    SDDDDDDDS
    SDDDDDDDS
    SDDDDDDDS
    .SDDDDDS.
    ..SSSSS.."""
_FACE_LETTERS: Final[dict[str, tuple[str, str]]] = {
    "a": ("E", ".X. X.X XXX X.X X.X"),
    "b": ("R", "XX. X.X XX. X.X XX."),
    "x": ("C", "X.X X.X .X. X.X X.X"),
    "y": ("Y", "X.X X.X .X. .X. .X."),
}
_STICK: Final = """
    ...SSSSS...
    ..S.....S..
    .S..GGG..S.
    S..GGGGG..S
    S.GGGGGGG.S
    S.GGGGGGG.S
    S.GGGGGGG.S
    S..GGGGG..S
    .S..GGG..S.
    ..S.....S..
    ...SSSSS..."""
_STICK_LETTERS: Final[dict[str, str]] = {
    "stick_left": "X.. X.. X.. X.. XXX",
    "stick_right": "XX. X.X XX. X.X X.X",
}
_SHOULDER: Final = """
    .SSSSSSSSSSS.
    SGGGGGGGGGGGS
    SGGGGGGGGGGGS
    SGGGGGGGGGGGS
    SGGGGGGGGGGGS
    SGGGGGGGGGGGS
    SGGGGGGGGGGGS
    SGGGGGGGGGGGS
    .SSSSSSSSSSS."""
_SHOULDER_LETTERS: Final[dict[str, str]] = {
    "lb": "X...XX. X...X.X X...XX. X...X.X XXX.XX.",
    "rb": "XX..XX. X.X.X.X XX..XX. X.X.X.X X.X.XX.",
    "lt": "X...XXX X....X. X....X. X....X. XXX..X.",
    "rt": "XX..XXX X.X..X. XX...X. X.X..X. X.X..X.",
}
_PADS: Final[dict[str, str]] = {
    "dpad_up": """
        ...YYY...
        ...YYY...
        ...YYY...
        SSSSGSSSS
        SGGGGGGGS
        SSSSGSSSS
        ...SGS...
        ...SGS...
        ...SSS...""",
    "view": """
        WWWWWW...
        W....W...
        W..GGGGGG
        W..GWWWWG
        WWWGWWWWG
        ...GWWWWG
        ...GGGGGG""",
    "menu": """
        WWWWWWWWW
        .........
        WWWWWWWWW
        .........
        WWWWWWWWW""",
}
_PLAYSTATION_FACES: Final[dict[str, tuple[str, str]]] = {
    "a": ("m", "X...X .X.X. ..X.. .X.X. X...X"),
    "b": ("R", ".XXX. X...X X...X X...X .XXX."),
    "x": ("P", "XXXXX X...X X...X X...X XXXXX"),
    "y": ("E", "..X.. .X.X. .X.X. X...X XXXXX"),
}
_PLAYSTATION_SHOULDERS: Final[dict[str, str]] = {
    "lb": "X....X. X...XX. X....X. X....X. XXX.XXX",
    "rb": "XX...X. X.X.XX. XX...X. X.X..X. X.X.XXX",
    "lt": "X...XX. X.....X X....X. X...X.. XXX.XXX",
    "rt": "XX..XX. X.X...X XX...X. X.X.X.. X.X.XXX",
}
_PLAYSTATION_MIDDLE: Final[dict[str, str]] = {
    "view": """
        .S.S.S.
        ..SSS..
        .SWWWS.
        .SWWWS.
        .SWWWS.
        .SWWWS.
        ..SSS..""",
    "menu": """
        .SSSSS.
        SWWWWWS
        SSSSSSS
        SWWWWWS
        SSSSSSS
        SWWWWWS
        .SSSSS.""",
}
_SWITCH_FACES: Final[dict[str, tuple[str, str]]] = {
    name: ("W", letters) for name, (_, letters) in _FACE_LETTERS.items()
}
_SWITCH_SHOULDERS: Final[dict[str, str]] = {
    "lb": "..X.... ..X.... ..X.... ..X.... ..XXX..",
    "rb": "..XX... ..X.X.. ..XX... ..X.X.. ..X.X..",
    "lt": "XXX.X.. ..X.X.. .X..X.. X...X.. XXX.XXX",
    "rt": "XXX.XX. ..X.X.X .X..XX. X...X.X XXX.X.X",
}
_SWITCH_MIDDLE: Final[dict[str, str]] = {
    "view": """
        .........
        .........
        .WWWWWWW.
        .WWWWWWW.
        .........
        .........""",
    "menu": """
        ...WW...
        ...WW...
        .WWWWWW.
        .WWWWWW.
        ...WW...
        ...WW...""",
}


def pad_buttons() -> dict[str, Image]:
    """Buttons by name (`a`, `lb`, `dpad_left`, `stick_left` ...), `playstation/` and `switch/`
    before the names of those that look otherwise there."""
    images = _family(_FACE_LETTERS, _SHOULDER_LETTERS, _PADS, left=3)
    for name, letters in _STICK_LETTERS.items():
        images[name] = _with_letters(_STICK, letters, "K", 4, 3)
    for turns, name in enumerate(("dpad_left", "dpad_down", "dpad_right"), 1):
        images[name] = np.rot90(images["dpad_up"], turns).copy()
    others = {
        "playstation": _family(
            _PLAYSTATION_FACES, _PLAYSTATION_SHOULDERS, _PLAYSTATION_MIDDLE, left=2
        ),
        "switch": _family(_SWITCH_FACES, _SWITCH_SHOULDERS, _SWITCH_MIDDLE, left=3),
    }
    for layout, family in others.items():
        images |= {f"{layout}/{name}": image for name, image in family.items()}
    return images


def _family(
    faces: dict[str, tuple[str, str]],
    shoulders: dict[str, str],
    grids: dict[str, str],
    left: int,
) -> dict[str, Image]:
    """What one make prints on its buttons; `left` is where a face button's sign begins."""
    images = {name: icon(text) for name, text in grids.items()}
    for name, (mark, letters) in faces.items():
        images[name] = _with_letters(_FACE, letters, mark, left, 2)
    for name, letters in shoulders.items():
        images[name] = _with_letters(_SHOULDER, letters, "K", 3, 2)
    return images


def _with_letters(base: str, letters: str, mark: str, left: int, top: int) -> Image:
    """A blank button with a small sign on it; mark is the colour of the sign."""
    rows = [list(row) for row in full(base)]
    for dy, row in enumerate(letters.split()):
        for dx, ink in enumerate(row):
            if ink == "X":
                rows[top + dy][left + dx] = mark
    return outline(grid_sprite(["".join(row) for row in rows], KEY), neighbour_share=0.0)

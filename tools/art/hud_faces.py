"""Sakura's face for the corner of the HUD, 26x26: her portrait made small, eyes set by hand.

At this size a reduced eye is mud, so eyes, brows and mouth are pixels typed for each mood.
"""

from typing import Final

from tools.art.portrait_sakura import draw_before, draw_behind
from tools.art.raster import Image, grid_sprite, paste
from tools.art.vector import Sketch, colors_of

SIZE: Final = 26
SCALE: Final = 0.275
LEFT_TOP: Final = (22, 6)
COLORS: Final = [*colors_of("pink", "night", "ink"), "steel1", "steel2", "skin2", "skin3"]
FEATURES_AT: Final = (7, 14)

KEY: Final = {
    "k": "ink",
    "b": "pink0",
    "w": "moon2",
    "g": "heal2",
    "e": "heal1",
    "G": "heal0",
    "n": "skin1",
    "m": "skin0",
    "o": "red0",
    "r": "blood2",
    "d": "blood1",
    "s": "moon1",
}
MOODS: Final[dict[str, tuple[str, ...]]] = {
    "calm": (
        "............",
        ".bbb...bb...",
        ".kkkk..kkk..",
        ".wGk...Gk...",
        ".wge...ge...",
        ".......n....",
        "............",
        "....mmm.....",
    ),
    "alert": (
        ".bb....bbb..",
        "............",
        ".kkkk..kkk..",
        ".wGkw..Gkw..",
        ".wgew..gew..",
        ".......n....",
        "............",
        ".....oo.....",
    ),
    "hurt": (
        ".bb.....b...",
        "...b..bb....",
        ".kkk...kkk..",
        "...kk..Gk...",
        ".kkk...ge...",
        ".r.....n....",
        ".rd.........",
        "...ommo.....",
    ),
}


def hud_face(mood: str) -> Image:
    """Her face in one of MOODS."""
    sketch = Sketch(SIZE / SCALE, SIZE / SCALE, scale=SCALE, samples=16)
    sketch.canvas.translate(-LEFT_TOP[0], -LEFT_TOP[1])
    draw_behind(sketch)
    draw_before(sketch)
    face = sketch.pixels(COLORS)
    paste(face, grid_sprite(MOODS[mood], KEY), *FEATURES_AT)
    return face

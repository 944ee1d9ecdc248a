"""Sakura's face for the corner of the HUD, 26x26, typed pixel by pixel with a mood laid over it.

Her portrait made small would be mud: at this size every pixel of an eye is a decision.
"""

from typing import Final

from tools.art.raster import Image, grid_sprite, paste

FEATURES_AT: Final = (7, 13)
KEY: Final = {
    "a": "pink0",
    "b": "pink1",
    "c": "pink2",
    "d": "pink3",
    "e": "pink4",
    "n": "night2",
    "s": "steel1",
    "S": "steel2",
    "L": "steel3",
    "k": "ink",
    "1": "skin1",
    "2": "skin2",
    "3": "skin3",
    "4": "skin4",
    "v": "vest1",
    "V": "vest2",
    "W": "vest3",
    "R": "red2",
    "w": "moon2",
    "g": "heal2",
    "G": "heal1",
    "p": "skin0",
    "h": "heal3",
    "q": "skin1",
    "x": "blood2",
    "y": "blood1",
    "o": "red0",
}
HEAD: Final = (
    "..........aabbaa..........",
    ".......aabbccccbbaa.......",
    ".....aabccdddccccbbaa.....",
    "....abccddeeddccdccbba....",
    "...abccdeeddccbccdccbba...",
    "...bccdeedccbbbcccdccba...",
    "..abcddedccbbbbbcccdccba..",
    "..bccddcccbbbnnbbbccdcba..",
    "..bcddccbcnSSSSSSsnbcdcba.",
    "..bcddcbcnsSLkSSSssnccdba.",
    "..bcdccbbnsSkkkSSssnbccba.",
    "..bcdcb2bnssSSSsssn2bccba.",
    "..bcdcb22222222222222bcba.",
    "..bcdcb22333333333322bcba.",
    "..bcdcb33333333333332bcba.",
    "..bcdcb33333333333332bcba.",
    "..bcdcb33333333333332bcba.",
    "..bccdb3333333333333abcba.",
    "..abcdb3333333333333abcba.",
    "..abcdb3433333333332abcba.",
    "...bcdba33333333332aabcba.",
    "...bcdbab333333332abbcbba.",
    "...bccbabb3333332abbbcba..",
    "..abccbaab233322aabbbcba..",
    "..abcbvWVa122221vWVabcba..",
    "..abcvWVVvR121RvVVvvbcba..",
)
MOODS: Final[dict[str, tuple[str, ...]]] = {
    "calm": (
        "..bb.....bb..",
        ".............",
        ".kkkk...kkkk.",
        "kwGkk...kGwk.",
        ".whGk...hGw..",
        "..gg.....gg..",
        "......q......",
        ".............",
        ".....ppp.....",
    ),
    "alert": (
        ".bb......bb..",
        ".............",
        ".kkkk...kkkk.",
        "kwGkw...wkGwk",
        ".whGw...whGw.",
        ".wggw...wggw.",
        "......q......",
        ".....oo......",
        ".....oo......",
    ),
    "hurt": (
        "...bb...bb...",
        ".bb.......bb.",
        ".kk.....kk...",
        "...kk.kk.....",
        ".kkk...kkkk..",
        ".............",
        ".x....q......",
        ".xy..ooo.....",
        "....o...o....",
    ),
}


def hud_face(mood: str) -> Image:
    """Her face in one of MOODS."""
    face = grid_sprite(HEAD, KEY)
    paste(face, grid_sprite(MOODS[mood], KEY), *FEATURES_AT)
    return face

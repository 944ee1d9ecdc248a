"""Small signs of the HUD, typed as grids: things, alarm marks, edge marks.

Marks differ by shape, never by colour alone.
"""

from typing import Final

import numpy as np

from tools.art.raster import Image, full, grid_sprite, outline

KEY: Final[dict[str, str]] = {
    "K": "ink",
    "N": "night2",
    "n": "night4",
    "W": "steel3",
    "G": "steel2",
    "S": "steel1",
    "D": "steel0",
    "E": "heal2",
    "e": "heal1",
    "H": "heal3",
    "y": "lamp4",
    "Y": "lamp3",
    "L": "lamp2",
    "l": "lamp1",
    "C": "chak3",
    "c": "chak2",
    "b": "chak1",
    "R": "blood2",
    "r": "blood1",
    "P": "pink3",
    "T": "stone4",
    "t": "stone3",
    "u": "stone2",
    "M": "moon2",
    "m": "moon1",
    "o": "moon0",
    "B": "sand8",
    "A": "sand6",
    "a": "sand4",
}

THINGS: Final[dict[str, str]] = {
    "eye": """
        ...WWWWW...
        .WWG...GWW.
        WG..EEE..GW
        W...EKE...W
        WG..EEE..GW
        .WWG...GWW.
        ...WWWWW...""",
    "eye_shut": """
        ...........
        ...........
        W.........W
        GW.......WG
        .GWWWWWWWG.
        .W.G.W.G.W.
        W...G.G...W""",
    "eye_seen": """
        ...LLLLL...
        .LLY...YLL.
        LY..RRR..YL
        L...RKR...L
        LY..RRR..YL
        .LLY...YLL.
        ...LLLLL...""",
    "speaker": """
        ....W....
        ...WW..W.
        WWWW.W..W
        WGGW..W.W
        WGGW..W.W
        WGGW..W.W
        WWWW.W..W
        ...WW..W.
        ....W....""",
    "kunai": """
        .........MW
        .......MWWG
        ......MWWG.
        .....MWWGS.
        ....MWWGS..
        .....GGS...
        ...uT.S....
        ..uT.......
        .tT........
        W.W........
        WW.........""",
    "pebble": """
        ..TTT...
        .TTTTtt.
        TTTtttt.
        tTttttuu
        .ttttuu.
        ..uuuu..""",
    "water": """
        ...tt...
        ...TT...
        ..GWWG..
        .GWMMGG.
        .WMCccG.
        .WCcccS.
        .GccbbS.
        .GcbbbS.
        ..GSSS..""",
    "wind": """
        .....mm....
        ....m..M...
        .......M...
        mMMMMMMm...
        ........mm.
        ..mmMMMM..M
        .......MMM.
        .mMMm......
        ....Mm.....
        ...mm......""",
    "print": """
        ..AA....
        .AAA..a.
        .AAA.aa.
        .AA..aa.
        .....a..
        .AA.....
        .AA.aa..
        ....aa..""",
    "drop": """
        ...R...
        ..RR...
        ..RRR..
        .RPRRR.
        .RPRRr.
        .RRRrr.
        ..rrr..""",
    "clock": """
        ..WWWW..
        .W....W.
        W..Y...W
        W..Y...W
        W..YYY.W
        W......W
        .W....W.
        ..WWWW..""",
    "moon": """
        ..mMM...
        .mMM....
        mMM.....
        mMM.....
        mMM....M
        mMMM..M.
        .mMMMM..
        ..mmm...""",
    "chakra": """
        ...C....
        ..CC..c.
        .CcC.cc.
        .CccCcc.
        CcbccccC
        CcbbbccC
        .CcbbcC.
        ..CCCC..""",
    "hand": """
        .W.W.W..
        .W.W.W.W
        .W.W.W.W
        .WWWWWWW
        W.WWWWWW
        WWWWWWW.
        .WWWWWW.
        ..GGGG..""",
    "skull": """
        ..WWWW..
        .WWWWWW.
        WWWWWWWW
        WKKWWKKW
        WKKWWKKW
        .WWKKWW.
        ..WWWW..
        ..WKKW..""",
    "dove": """
        WW......
        .WWW..WW
        ..WWWWWY
        .WWWWWW.
        WWWWWW..
        ..WWW...
        .W.W....""",
    "stitch": """
        .......W
        .R.G..W.
        ..RG.W..
        ..GRG...
        .G.WR...
        ..W.GR..
        .W..G.R.
        W.......""",
    "box_open": """
        ooooo
        o...o
        o...o
        o...o
        ooooo""",
    "box_done": """
        ooooo
        occCo
        occco
        obcco
        ooooo""",
}

MARKS: Final[dict[str, str]] = {
    "curious": """
        .YYY.
        YY.YY
        ...YY
        ..LL.
        ..L..
        .....
        ..L..""",
    "search": """
        ..YYY....
        .Y...Y...
        Y..y..Y..
        Y.y...L..
        Y.....L..
        .L...L...
        ..LLLLL..
        ......LL.
        .......LL""",
    "chase": """
        .RRR.
        .RRR.
        .RRR.
        .RRR.
        ..R..
        .....
        .RRR.
        .RRR.""",
    "wary": """
        .......
        m.....m
        Mm...mM
        .MmmmM.
        ..MMM..
        .......
        .mMMMm.""",
    "asleep": """
        MMMM...
        ..M....
        .M.....
        MMMM.mm
        ......m
        .....mm""",
    "challenged": """
        YYYYYYY
        Y.....Y
        Y.L.L.Y
        Y.....Y
        YYYYYYY
        ..YY...
        .YY....""",
}

_ARROW: Final = """
    ....R....
    ...RRR...
    ..RR.RR..
    .RR...RR.
    RR..L..RR
    ...LYL...
    ..LYKYL..
    ...LYL...
    ....L...."""
_ARROW_DIAGONAL: Final = """
    RRRRRRR..
    RRRRRR...
    RR.......
    RR..L....
    RR.LYL...
    RRLYKYL..
    RR.LYL...
    R...L....
    ........."""


def icon(text: str) -> Image:
    """A grid as a sprite with its dark outline."""
    return outline(grid_sprite(full(text), KEY), neighbour_share=0.0)


def watcher_marks() -> dict[str, Image]:
    """The mark at the screen's edge that points to someone who can see her, in eight directions."""
    up, up_left = icon(_ARROW), icon(_ARROW_DIAGONAL)
    straight = ("n", "w", "s", "e")
    slanted = ("nw", "sw", "se", "ne")
    marks = {name: np.rot90(up, turns).copy() for turns, name in enumerate(straight)}
    return marks | {name: np.rot90(up_left, turns).copy() for turns, name in enumerate(slanted)}

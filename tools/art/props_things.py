"""Things that people made: lights, banners, the register, crates, jars, cloth, weapons, toys."""

import numpy as np

from tools.art.dither import shade_ramp
from tools.art.edges import outline, rim
from tools.art.noise import fbm, grid, hash01
from tools.art.palette import ramp, rgba
from tools.art.props_stone import project, rock, trimmed
from tools.art.raster import Image, canvas, dot, full, grid_sprite, paste

_KEY = {
    "K": "ink", "i": "steel0", "I": "steel1", "s": "steel2", "S": "steel3",
    "0": "stone0", "1": "stone1", "2": "stone2", "3": "stone3", "4": "stone4", "5": "stone5",
    "l": "lamp0", "L": "lamp1", "o": "lamp2", "y": "lamp3", "w": "lamp4",
    "r": "red1", "R": "red2", "F": "red3", "f": "red4", "t": "tan0", "T": "tan1", "a": "tan2",
    "A": "tan3", "p": "sand7", "P": "sand8", "v": "vest1", "V": "vest3",
    "n": "night3", "N": "night4", "g": "sand5", "G": "sand6",
}  # fmt: skip

_DOUSED = {"L": "stone2", "o": "stone3", "y": "stone3", "w": "stone4", "l": "stone1"}

_LANTERN_BIG = """
KKKKKKKKK....
KI.......K...
K.......0....
K......000...
K.....0LLL0..
.....0LoooL0.
....0Loywyol0
....0Loywwyol
....0oywwwyo0
....0oywwwyo0
....0Loywwyol
....0Loywyol0
.....0LoooL0.
......0LLL0..
.......000...
.......L.L...
.......l.l...
"""

_LANTERN_SMALL = """
...KK...
..K..K..
..0000..
.011110.
.0LoyL0.
.0oyyo0.
.0oywo0.
.0LoyL0.
.011110.
..0000..
"""

_TORCH = (
    """
...y.....
..oy.....
..oyo.y..
.Loywo...
.LoywyoL.
..LywyoL.
..LoyoL..
...lll...
...232...
....42...
....32...
....42...
....32...
....42...
....31...
....21...
....11...
""",
    """
....y....
.y..yo...
...oyo...
..oywyo..
.LoywyL..
.LoywyoL.
..LoyoL..
...lll...
...232...
....42...
....32...
....42...
....32...
....42...
....31...
....21...
....11...
""",
    """
.....y...
....yo...
..y.yo...
..oywyoL.
..oywwyL.
.LoywyoL.
..LoyoL..
...lll...
...232...
....42...
....32...
....42...
....32...
....42...
....31...
....21...
....11...
""",
)

_JAR = """
...3443...
..310013..
...2442...
..355432..
.34554321.
3455544321
3445443321
3L4LL3L2l1
3444433221
2344332211
.23332211.
..222111..
"""

_KUNAI = """
.......SS
......SsI
.....SsI.
....SsI..
..i.sI...
...ii....
..Tii....
.K.T.....
K.K......
.K.......
"""

_FLAG_MARK = """
ppppp
.ppp.
..p..
.ppp.
ppppp
"""


def typed(text: str, *, doused: bool = False, lined: bool = True) -> Image:
    """A sprite from a typed grid in the key of this module."""
    key = _KEY | _DOUSED if doused else _KEY
    image = grid_sprite(full(text), key)
    return outline(image) if lined else image


def lantern_big(*, lit: bool = True) -> Image:
    """A paper lantern on an iron bracket."""
    return typed(_LANTERN_BIG, doused=not lit)


def lantern_small(*, lit: bool = True) -> Image:
    """A lantern that stands on the ground or is carried."""
    return typed(_LANTERN_SMALL, doused=not lit)


def torches() -> list[Image]:
    """A torch stuck in the sand, three frames of flame."""
    return [typed(text) for text in _TORCH]


def torch_out() -> Image:
    """The same torch, gone out: a charred stick."""
    stick = "\n".join(_TORCH[0].strip().split("\n")[7:])
    return typed(stick.replace("l", "1").replace("y", "."))


def banner(sway: float) -> Image:
    """The red banner with the hourglass of Suna; sway is the phase of its folds."""
    width, height = 13, 40
    x, y = grid(width, height)
    bend = np.round(np.sin(sway + y * 0.16) * (y / height) * 1.6)
    tone = 2.0 - (x / width) * 1.1 + np.sin(x * 0.9 + y * 0.12 + sway) * 0.55
    cloth = canvas(width, height)
    cloth[..., :3] = shade_ramp(tone, ramp("red0", "red1", "red2", "red3"), 0.4)
    cloth[..., 3] = (y < height - 1 - np.abs(x - (width - 1) / 2) * 0.8) * 255
    paste(cloth, grid_sprite(full(_FLAG_MARK), _KEY), 4, 14)
    image = canvas(width + 4, height + 2)
    for row in range(height):
        shift_x = 2 + int(bend[row, 0])
        image[row + 2, shift_x : shift_x + width] = cloth[row]
    image[0:2, 1 : width + 3] = rgba("stone1")
    image[0, 1 : width + 3] = rgba("stone3")
    return outline(image)


def block(width: int, depth: int, height: int, seed: int, *, plank: int = 5) -> Image:
    """A wooden box seen from three quarters above, planks across its top and front."""
    x, y = grid(width, depth)
    tone = 3.5 + (fbm(x / 9, y / 2, seed, 2) - 0.5) * 1.3 - (y % plank < 1) * 1.3

    def face(column: int, below: int, row: int) -> float:
        grain = (float(hash01(column // 4, below, seed)) - 0.5) * 0.8
        if column in (0, width - 1) or below % plank == 0:
            return 0.8
        return 2.2 - 0.05 * below + grain + (0.5 if below % plank == 1 else 0)

    return trimmed(project(np.full((depth, width), float(height)), tone, face, "stone", 0.3))


def crate() -> Image:
    """A crate with iron corners."""
    image = block(16, 9, 9, 81)
    for x in (0, image.shape[1] - 2):
        for y in (image.shape[0] - 9, image.shape[0] - 3):
            image[y : y + 2, x : x + 2] = rgba("steel1")
            image[y, x] = rgba("steel2")
    for k in range(7):
        dot(image, 3 + k, image.shape[0] - 8 + k, "stone4")
        dot(image, 4 + k, image.shape[0] - 8 + k, "stone1")
    return outline(rim(image, "moon1", 0.35))


def desk(*, written: bool) -> Image:
    """The register at the gate: a desk with the open book, an inkwell and a small lantern."""
    base = block(30, 12, 10, 82, plank=6)
    image = canvas(36, 34)
    paste(image, base, 3, 34 - base.shape[0])
    top = 34 - base.shape[0]
    book = full("""
..PPPPPP.PPPPPP..
.PPPPPPPGPPPPPPP.
.PPPPPPPGPPPPPPp.
PPPPPPPpGPPPPPPpp
PPPPPPPpGPPPPPPpp
3GGGGGGg3gGGGGGG3
.3333333.3333333.
""")
    paste(image, grid_sprite(book, _KEY), 8, top + 2)
    for row in range(2 + 2 * written):
        for k in range(5):
            if float(hash01(k, row, 83)) > 0.25:
                dot(image, 10 + k, top + 3 + row, "steel1")
                if written or row < 1:
                    dot(image, 18 + k, top + 3 + row, "steel1")
    paste(image, grid_sprite(full("K.\nIK\nIi\nii"), _KEY), 27, top + 3)
    dot(image, 28, top + 1, "sand8")
    dot(image, 29, top, "sand8")
    paste(image, typed(_LANTERN_SMALL, lined=False), 1, top - 5)
    return outline(rim(trimmed(image), "moon1", 0.3))


def marker(*, signed: bool) -> Image:
    """A marker stone of the round; signed, a strip of red cloth and a fresh stroke of paint."""
    x, y = grid(13, 22)
    middle = np.abs(x - 6)
    there = (middle < 5.6 - np.clip(4 - y, 0, 9) * 0.9) & (y > 0)
    tone = 3.5 - (x - 6) * 0.22 - y * 0.05 + (fbm(x / 4, y / 4, 84, 3) - 0.5) * 1.7
    tone = np.where(x < 2, tone + 0.6, tone)
    carved = ((middle < 3) & ((y == 7) | (y == 13))) | (middle == np.abs(np.round((y - 10) * 0.6)))
    carved &= (y >= 7) & (y <= 13)
    tone = np.where(carved, 0.6, tone)
    image = canvas(13, 22)
    image[..., :3] = shade_ramp(tone, ramp("stone"), 0.3)
    image[..., 3] = there * 255
    if signed:
        band = there & (y >= 15) & (y <= 17)
        image[band] = rgba("red2")
        image[band & (y == 15)] = rgba("red3")
        image[band & (x > 8)] = rgba("red1")
        image[18:22, 9] = rgba("red2")
        image[18:21, 10] = rgba("red1")
        image[carved] = rgba("lamp3")
    return outline(rim(image, "moon1", 0.45))


def nest(*, eggs: int) -> Image:
    """A mother lizard's nest: a ring of raked sand and stones around pale eggs."""
    x, y = grid(40, 24)
    ring = np.hypot((x - 19.5) / 19, (y - 12.5) / 10.5)
    tone = 4.6 - ((x - 19.5) * 0.05 + (y - 12) * 0.12) + (fbm(x / 4, y / 3, 85, 2) - 0.5) * 2.2
    tone = np.where(ring < 0.62, 1.2 + ring * 1.2 + (fbm(x / 3, y / 3, 86, 2) - 0.5), tone)
    image = canvas(40, 24)
    image[..., :3] = shade_ramp(tone, ramp("sand"), 0.5)
    image[..., 3] = ((ring + (fbm(x / 4, y / 4, 87, 2) - 0.5) * 0.22) < 0.95) * 255
    egg = full("""
..PPp..
.PPPpG.
PPPPpGg
PPPpGGg
pPpGGgg
.GGGgg.
""")
    for px, py in ((10, 8), (17, 6), (24, 8), (13, 12), (21, 12))[:eggs]:
        paste(image, outline(grid_sprite(egg, _KEY), "sand0"), px, py)
    for i in range(9):
        angle = i * 0.7 + 0.3
        stone = rock(6 + i % 3, 4 + i % 2, 3 + i % 2, 90 + i)
        paste(image, stone, 16 + np.cos(angle) * 15, 9 + np.sin(angle) * 8)
    return image


def jar() -> Image:
    """A clay jar of water."""
    return outline(rim(grid_sprite(full(_JAR), _KEY), "moon1", 0.3))


def log_seat(length: int = 38, seed: int = 91) -> Image:
    """A dry trunk to sit on."""
    x, y = grid(length, 11)
    across = (y - 5) / 4.6
    there = (np.abs(across) < 1) & (x > 1 + across**2 * 2) & (x < length - 2 - across**2 * 2)
    tone = 3.3 - across * 1.7 + (fbm(x / 9, y / 1.6, seed, 3) - 0.5) * 2.4
    end = np.hypot((x - length + 4) / 2.6, across)
    tone = np.where(end < 0.95, 3.6 - (np.round(end * 3) % 2) * 1.3, tone)
    image = canvas(length, 11)
    image[..., :3] = shade_ramp(tone, ramp("stone"), 0.3)
    image[..., 3] = there * 255
    return outline(rim(image, "moon1", 0.4))


def drum(seed: int) -> Image:
    """A drum of a fallen column, lying, its fluting worn."""
    length = 18 + seed % 3 * 3
    x, y = grid(length, 13)
    across = (y - 6) / 5.6
    there = (np.abs(across) < 1) & (x > 3 - across**2 * 2.5) & (x < length - 3 + across**2 * 2)
    tone = 3.4 - across * 1.6 + (fbm(x / 4, y / 4, seed, 2) - 0.5) * 1.6
    flutes = np.sin(np.arcsin(np.clip(across, -1, 1)) * 8)
    tone = tone + np.where(flutes > 0.6, 0.5, np.where(flutes < -0.7, -0.6, 0))
    face = np.hypot((x - length + 5) / 3.4, across)
    tone = np.where(face < 1, 4.2 - (face > 0.75) * 1.4 + (fbm(x / 2, y / 2, seed, 2) - 0.5), tone)
    image = canvas(length, 13)
    image[..., :3] = shade_ramp(tone, ramp("stone"), 0.35)
    image[..., 3] = (there | (face < 1)) * 255
    return outline(rim(trimmed(image), "moon1", 0.4))


def bricks(seed: int) -> Image:
    """Loose bricks of a wall that fell, half in the sand."""
    dice = np.random.default_rng(seed)
    image = canvas(20, 14)
    for _ in range(2 + seed % 2):
        brick = block(int(dice.integers(6, 9)), 4, 3, int(dice.integers(999)), plank=9)
        paste(image, outline(brick), int(dice.integers(0, 10)), int(dice.integers(0, 5)))
    return trimmed(image)


def kunai() -> Image:
    """A kunai lying or flying to the upper right."""
    return typed(_KUNAI)


def pebble(seed: int) -> Image:
    """A stone that fits a hand."""
    return rock(5 + seed % 2, 4, 3, 95 + seed)

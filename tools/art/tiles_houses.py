"""Houses of the village, ruins, rocks that fill their tiles, and what hangs above people."""

from typing import Final

import numpy as np

from tools.art.dither import shade_ramp
from tools.art.noise import Floats, fbm, grid, hash01
from tools.art.palette import ramp, rgba
from tools.art.props_stone import STOUT, column, rock, wallblock
from tools.art.raster import Image, canvas, grid_sprite, outline, paste, shift
from tools.art.tiles_cliffs import TILE, masonry, stone


def seated(image: Image, columns: int, rows: int, sink: int = 1) -> Image:
    """A prop set on the lower edge of a box of tiles, with the shadow that lies inside the box."""
    box = canvas(columns * TILE, rows * TILE)
    height, width = image.shape[:2]
    x, y = (box.shape[1] - width) // 2, box.shape[0] - height - sink
    if x < 0 or y < 0:
        raise ValueError(f"{width}x{height} px do not fit {columns}x{rows} tiles")
    gx, gy = grid(box.shape[1], box.shape[0])
    middle_x, middle_y = box.shape[1] / 2 + 2, box.shape[0] - 4
    reach = min(width * 0.52, box.shape[1] - middle_x)
    shadow = ((gx - middle_x) / reach) ** 2 + ((gy - middle_y) / 4) ** 2 < 1
    box[shadow] = rgba("sand0", 180)
    paste(box, image, x, y)
    return box


def _plaster(width: int, height: int, seed: int, tone: float = 2.9) -> Floats:
    """Rammed earth: smooth, a few courses showing, darker towards the ground."""
    x, y = grid(width, height)
    out = tone + (fbm(x / 12, y / 8, seed, 3) - 0.5) * 1.1
    out += (fbm(x / 3, y / 2, seed + 1, 2) - 0.5) * 0.5
    return out - (y % 11 < 1) * 0.3 * (fbm(x / 9, y / 9, seed + 2, 2) > 0.5)


def roof() -> Image:
    """A flat roof as nine tiles: corners, edges and a middle that repeats.

    The parapet throws its shadow on the clay at the left and above, towards the moon.
    """
    x, y = grid(48, 48)
    tone = 3.0 + (fbm(x / 4, y / 4, 60, 2, 4, 4) - 0.5) * 0.5
    shade = np.minimum(np.maximum(10 - x, 8 - y), 4) * 0.45
    tone = np.where((x < 10) | (y < 8), tone - np.clip(shade, 0.6, 1.6), tone)
    crown = 3.8 + (hash01(x // 3, y // 3, 62) - 0.5) * 0.5
    tone = np.where((x < 4) | (x >= 44) | (y < 4) | (y >= 42), crown, tone)
    tone = np.where((x < 1) | (y < 1), 4.9, tone)
    tone = np.where((x == 4) | ((y == 4) & (x > 3)), 1.0, tone)
    tone = np.where((x == 43) | (y == 41), 4.6, tone)
    tone = np.where((x == 47) | (y >= 46), 1.2, tone)
    image = stone(tone)
    _hatch(image, 34, 32)
    paste(image, outline(grid_sprite(POTS, POT_KEY))[1:-1, 1:-1], 32, 6)
    paste(image, outline(grid_sprite(MAT, MAT_KEY)), 5, 33)
    return image


POT_KEY: Final = {
    "a": "stone5",
    "b": "stone4",
    "c": "stone3",
    "d": "stone2",
    "k": "stone0",
    "s": "sand0",
}
POTS: Final = (
    "...........",
    "..akb......",
    "..dkd......",
    ".abbcd.....",
    ".abccd.akb.",
    ".abccd.dkd.",
    ".bbccdabccd",
    "..ccd.abccd",
    "..ssssbbccd",
    ".....s.ccd.",
)  # fmt: skip
"""Two water pots in the corner of a roof."""
MAT_KEY: Final = {"a": "tan3", "b": "tan2", "c": "tan1", "r": "red2"}
MAT: Final = (
    "abababab",
    "rbrbrbrb",
    "bcbcbcbc",
    "cccccccc",
)
"""A rolled mat."""


def _hatch(image: Image, left: int, top: int) -> None:
    """The way down into the house: a lid of planks in its frame."""
    image[top : top + 9, left : left + 9] = rgba("stone1")
    image[top + 1 : top + 8, left + 1 : left + 8] = rgba("stone2")
    image[top + 1 : top + 8, left + 3 : left + 8 : 3] = rgba("stone1")
    image[top, left : left + 9] = rgba("stone4")
    image[top : top + 9, left] = rgba("stone4")
    image[top + 4, left + 6] = rgba("lamp1")


def front() -> Image:
    """A house front as 3 x 2 tiles: left, middle, right; under the roof, on the ground."""
    x, y = grid(48, 32)
    tone = _plaster(48, 32, 63)
    tone = np.where(y < 3, 0.8, np.where(y < 6, tone - 0.6, tone))
    tone = np.where(x < 2, tone + 0.9, np.where(x >= 45, tone - 1.2, tone))
    tone -= np.clip((y - 22) / 9, 0, 1) * 1.1
    tone = np.where(y >= 31, 0.2, tone)
    image = stone(tone)
    for beam in range(6, 48, 8):
        image[6:9, beam : beam + 2] = rgba("stone1")
        image[6, beam : beam + 2] = rgba("stone4")
        image[9:13, beam + 1] = rgba("stone1")
    return image


def door() -> Image:
    """A house front with a door, 1 x 2 tiles."""
    image = front()[:, TILE : 2 * TILE].copy()
    y, x = np.mgrid[0:32, 0:16]
    frame = (np.abs(x - 7.5) < 6) & (y > 10 + np.abs(x - 7.5) * 0.35)
    inner = (np.abs(x - 7.5) < 4.6) & (y > 12 + np.abs(x - 7.5) * 0.35)
    image[frame] = rgba("stone4")
    image[frame & (x > 9)] = rgba("stone2")
    image[inner] = rgba("stone1")
    image[inner & (x % 3 == 0)] = rgba("stone0")
    image[20:22, 10] = rgba("lamp2")
    return image


def window(*, lit: bool) -> Image:
    """The upper tile of a house front with a round window."""
    image = front()[:TILE, TILE : 2 * TILE].copy()
    y, x = np.mgrid[0:16, 0:16]
    away = np.hypot(x - 7.5, (y - 11) * 1.05)
    image[away < 4.6] = rgba("stone4")
    image[(away < 4.6) & (x + y > 19)] = rgba("stone1")
    image[away < 3.5] = rgba("lamp1" if lit else "ink")
    if lit:
        image[away < 2.4] = rgba("lamp3")
        image[(away < 3.5) & ((x == 7) | (y == 11))] = rgba("lamp0")
    else:
        image[(away < 3.5) & (x + y < 17)] = rgba("night1")
    return image


def round_house(*, lit: bool) -> Image:
    """A round house with a dome, 4 x 5 tiles."""
    x, y = grid(64, 80)
    across = (x - 31.5) / 29
    bulge = np.sqrt(np.clip(1 - across**2, 0, 1))
    brow, foot = 36 + bulge * 7, 67 + bulge * 9
    body = (np.abs(across) < 1) & (y >= brow) & (y < foot)
    tone = 3.0 - np.clip(across + 0.35, -1, 1) * 2.1 - np.where(across < -0.8, 0.6, 0)
    tone += (fbm(x / 12, y / 7, 64, 3) - 0.5) * 0.9 + (fbm(x / 3, y / 3, 65, 2) - 0.5) * 0.5
    tone -= np.clip((y - foot + 12) / 12, 0, 1) * 0.9 + (y < brow + 4) * 0.9
    down = (y - 40) / 36
    dome = (across**2 + np.where(y < 40, down**2, ((y - 40) / 8.5) ** 2) < 1) & ~(y > brow + 1)
    up = np.sqrt(np.clip(1 - across**2 - np.clip(down, -1, 0) ** 2, 0, 1))
    light = -across * 0.55 - down * 0.62 + up * 0.45
    over = 1.1 + np.clip(light, 0, 1.1) * 3.2 + (fbm(x / 9, y / 9, 66, 3) - 0.5) * 0.9
    seam = np.sin(np.arctan2(across, np.maximum(-down + 0.15, 0.05)) * 8)
    over = np.where(np.abs(seam) < 0.10, over - 0.6, over)
    ring = (np.abs(down + 0.62) < 0.02) | (np.abs(down + 0.3) < 0.02)
    tone = np.where(dome, np.where(ring, over - 0.5, over), tone)
    lip = body & (y < brow + 2)
    tone = np.where(lip, 4.1 - across * 1.4, tone)
    there = body | dome
    image = stone(tone, there, 0.3)
    arch = (np.abs(x - 25) < 6) & (y > 53 + np.abs(x - 25) * 0.4) & (y < foot - 0.5)
    image[(np.abs(x - 25) < 7.6) & (y > 51 + np.abs(x - 25) * 0.4) & body] = rgba("stone5")
    image[arch] = rgba("stone0")
    image[arch & (np.abs(x - 25) < 5) & (x.astype(int) % 3 != 0)] = rgba("stone1")
    for cx, cy in ((42, 56), (51, 54)):
        away = np.hypot(x - cx, y - cy)
        image[away < 4] = rgba("stone3")
        image[away < 3] = rgba("lamp1" if lit else "ink")
        if lit:
            image[away < 2] = rgba("lamp3")
    image[there & ~shift(there, 0, 1)] = rgba("moon1")
    rest = canvas(64, 80)
    dark = ((x - 36) / 27) ** 2 + ((y - 72) / 7) ** 2 < 1
    rest[dark] = rgba("sand0", 180)
    paste(rest, outline(image)[1:-1, 1:-1], 0, 0)
    return rest


def ruin_long() -> Image:
    """A run of low ruined wall as three tiles: end, middle (repeats), end."""
    out = canvas(48, TILE)
    x, y = grid(48, TILE)
    crown = 3 + np.round(hash01(x[0] // 5, x[0] * 0, 67) * 3)
    crown = np.where((x[0] < 3) | (x[0] > 44), 7, crown)[None]
    there = (y >= crown) & (x >= 1) & (x < 47) & (y < 15)
    tone = masonry(48, TILE, 2.2, 68)
    tone = np.where(y < crown + 4, 3.8 + (fbm(x / 4, y / 4, 69, 2) - 0.5) * 1.5, tone)
    tone = np.where(np.abs(y - crown - 4) < 0.5, 1.1, tone)
    out[there] = stone(tone)[there]
    out[there & ~shift(there, 0, 1)] = rgba("moon0")
    out[(y >= 14) & there] = rgba("stone0")
    return out


def ruin_block(seed: int) -> Image:
    """A broken block on one tile."""
    return seated(wallblock(13, 6, 7, seed, 0.3), 1, 1, 0)


def ruin_tall(seed: int) -> Image:
    """A standing piece of ruin, 3 x 2 tiles."""
    return seated(wallblock(44, 9, 19, seed, 0.55), 3, 2)


def stump() -> Image:
    """The stump of a column on one tile."""
    return seated(column(8, 5, 4), 1, 1, 0)


def small_rock(seed: int) -> Image:
    """A rock on one tile, low."""
    return seated(rock(15, 10, 9, seed, STOUT), 1, 1, 0)


def big_rock(seed: int) -> Image:
    """A rock of 2 x 2 tiles, high. It fills them: who walks against it sees why."""
    return seated(rock(33, 20, 18, seed, STOUT), 2, 2, 0)


def wide_rock(seed: int) -> Image:
    """A rock of 3 x 2 tiles, high."""
    return seated(rock(48, 20, 18, seed, STOUT), 3, 2, 0)


def stone_arch() -> Image:
    """An arch of rock across 4 x 3 tiles; it rests on what stands left and right of it."""
    x, y = grid(64, 48)
    across = (x - 31.5) / 32
    upper = 6 + across**2 * 16 + (fbm(x / 7, y * 0, 71, 2) - 0.5) * 5
    lower = 19 + across**4 * 34 + (fbm(x / 6, y * 0, 72, 2) - 0.5) * 4
    there = (y >= upper) & (y < lower) & (np.abs(across) < 1)
    tone = 2.3 - across * 0.9 - (y - upper) * 0.04 + (fbm(x / 7, y / 7, 73, 3) - 0.5) * 2.0
    tone = np.where(y < upper + 5, 3.8 + (fbm(x / 4, y / 4, 74, 2) - 0.5) * 1.5, tone)
    tone = np.where(y > lower - 3, 0.6, tone)
    crack = np.abs(fbm(x / 9, y / 12, 75, 2) - 0.5) < 0.018
    image = stone(np.where(crack, tone - 1.2, tone), there)
    image[there & ~shift(there, 0, 1)] = rgba("moon0")
    return image


def awning() -> Image:
    """Striped cloth over a stall, 3 x 2 tiles; the middle repeats."""
    x, y = grid(48, 32)
    hem = 25 + np.where((x.astype(int) // 4) % 2 == 0, 2, 0)
    there = (y >= 3) & (y < hem) & (x >= 1) & (x < 47)
    tone = 2.7 - y * 0.035 - np.where(y > 20, 0.9, 0) + np.sin(x * np.pi / 8) * 0.35
    tone = np.where(y == 20, 3.4, tone)
    red = shade_ramp(tone, ramp("red0", "red1", "red2", "red3"), 0.35)
    tan = shade_ramp(tone, ramp("tan0", "tan1", "tan2", "tan3"), 0.35)
    image = canvas(48, 32)
    image[..., :3] = np.where(((x.astype(int) // 4) % 2 == 0)[..., None], red, tan)
    image[..., 3] = there * 255
    image[there & (y == 3)] = rgba("moon1")
    for post in (2, 45):
        image[25:32, post : post + 1] = rgba("stone2")
    return image


def pennants() -> Image:
    """A rope with small flags, 4 x 1 tiles, repeats."""
    x, y = grid(64, TILE)
    rope = np.round(2 + 2.4 * (1 - np.cos(x * 2 * np.pi / 64)) / 2)
    image = canvas(64, TILE)
    image[y == rope] = rgba("stone3")
    colors = (("red2", "red1"), ("tan3", "tan1"), ("moon0", "night3"), ("lamp2", "lamp0"))
    for i, (light, dark) in enumerate(colors * 2):
        left = i * 8 + 1
        for dy in range(7):
            for dx in range(6):
                if abs(dx - 2.5) <= 2.6 - dy * 0.42:
                    px = left + dx
                    top = int(rope[0, px]) + 1
                    image[top + dy, px] = rgba(light if dx < 3 else dark)
    return image


def beams() -> Image:
    """Roof beams of a pergola, 2 x 2 tiles, repeat both ways."""
    x, y = grid(32, 32)
    image = canvas(32, 32)
    tone = 3.2 - (y % 16 - 4) * 0.5 + (fbm(x / 9, y / 2, 76, 2, None, None) - 0.5) * 1.2
    bar = (y % 16 >= 2) & (y % 16 < 7)
    image[bar] = stone(tone)[bar]
    image[(y % 16 == 2)] = rgba("moon0")
    image[(y % 16 == 7)] = rgba("ink", 160)
    return image

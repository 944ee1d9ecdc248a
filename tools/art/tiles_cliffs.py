"""Cliffs, the village wall and its gate: tall faces that look south, the moon at the upper left.

Textures repeat after eight tiles, so a long cliff is drawn with the columns in order.
"""

import numpy as np
from numpy.typing import NDArray

from tools.art.dither import banded, shade_ramp
from tools.art.noise import Floats, fbm, grid, hash01
from tools.art.palette import ramp, rgba
from tools.art.raster import Image, canvas, shift

PERIOD = 128
TILE = 16
STONE = ramp("stone")


def stone(tone: Floats, mask: NDArray[np.bool_] | None = None, amount: float = 0.35) -> Image:
    """A tone map as an image of stone, clear outside the mask."""
    image = canvas(tone.shape[1], tone.shape[0])
    image[..., :3] = shade_ramp(tone, STONE, amount)
    image[..., 3] = 255 if mask is None else mask * 255
    return image


def _noise(x: Floats, y: Floats, wave: int, tall: int, seed: int, octaves: int = 2) -> Floats:
    """Noise that repeats after PERIOD px across; `wave` and `tall` in px."""
    return fbm(x / wave, y / tall, seed, octaves, PERIOD // wave, None)


def _facets(
    x: Floats, y: Floats, cell: tuple[int, int], seed: int, wrap_rows: int | None
) -> tuple[NDArray[np.int64], NDArray[np.int64], Floats]:
    """Column and row of the nearest jittered seed, and the gap to the second nearest (0..)."""
    columns = PERIOD // cell[0]
    warp_x = (_noise(x, y, 16, 16, seed + 1) - 0.5) * 0.5
    warp_y = (_noise(x, y, 16, 16, seed + 2) - 0.5) * 0.35
    u, v = x / cell[0] + warp_x, y / cell[1] + warp_y
    base_u, base_v = np.floor(u).astype(np.int64), np.floor(v).astype(np.int64)
    near, after = np.full(x.shape, 9.0), np.full(x.shape, 9.0)
    best_u, best_v = base_u.copy(), base_v.copy()
    for j in (-1, 0, 1):
        for i in (-1, 0, 1):
            cu, cv = base_u + i, base_v + j
            ku = cu % columns
            kv = cv if wrap_rows is None else cv % wrap_rows
            du = u - cu - hash01(ku, kv, seed + 5)
            dv = v - cv - hash01(ku, kv, seed + 6)
            far = np.hypot(du, dv)
            closer = far < near
            after = np.where(closer, near, np.minimum(after, far))
            near = np.where(closer, far, near)
            best_u, best_v = np.where(closer, ku, best_u), np.where(closer, kv, best_v)
    return best_u, best_v, after - near


def cliff_tone(height: int, tone: float, seed: int = 5) -> Floats:
    """A chiselled face: stretched facets that lean left (lit) or right, ledges, cracks."""
    x, y = grid(PERIOD, height)
    fu, fv, gap = _facets(x, y, (16, 27), seed, None)
    turn = fu * 16 * 2 * np.pi / PERIOD
    buttress = np.cos(turn + 0.4) * 0.6 + np.cos(turn * 3 + 1.9) * 0.7
    lean = -buttress * 0.75 + (hash01(fu, fv, seed + 7) - 0.5) * 1.5
    out = tone + lean * 1.05 + (hash01(fu, fv, seed + 8) - 0.5) * 0.5
    out += (_noise(x, y, 4, 4, seed + 4, 3) - 0.5) * 1.1
    ledge = y + (_noise(x, y, 32, 30, seed + 3) - 0.5) * 9
    for offset, strength in ((3, 1.0), (12, 0.55)):
        line = (ledge + offset) % 23
        out += np.where(line < 1.2, 0.95, np.where(line < 3.4, -0.75, 0.0)) * strength
    out = np.where(gap < 0.07, out - 0.85, np.where(gap < 0.13, out + 0.25, out))
    crack = np.abs(_noise(x, y, 16, 55, seed + 8, 3) - 0.5)
    result: Floats = np.where(crack < 0.012, out - 1.2, out)
    return result


def _rim_line(seed: int, low: float, high: float) -> Floats:
    """An uneven line along the tiles, one y for each of PERIOD columns."""
    x = np.arange(PERIOD, dtype=np.float64)[None]
    line: Floats = np.round(low + (high - low) * _noise(x, x * 0, 16, 1, seed, 3)[0])
    return line


def cliff_top() -> Image:
    """The rock above a cliff, seen from above: broad quiet facets and blown sand, 8 x 2 tiles."""
    x, y = grid(PERIOD, 2 * TILE)
    fu, fv, gap = _facets(x, y, (32, 16), 31, 2)
    tone = 2.3 + (hash01(fu, fv, 32) - 0.5) * 0.9
    tone += (fbm(x / 4, y / 4, 33, 3, PERIOD // 4, 8) - 0.5) * 1.2
    tone = np.where(gap < 0.06, tone - 0.9, np.where(gap < 0.12, tone + 0.4, tone))
    image = stone(tone)
    blown = fbm(x / 16, y / 16, 34, 2, PERIOD // 16, 2)
    blown += (fbm(x / 4, y / 4, 35, 2, PERIOD // 4, 8) - 0.5) * 0.5
    sand = blown < 0.29
    drift = shade_ramp(4.0 + (fbm(x / 8, y / 8, 36, 2, 16, 4) - 0.5) * 1.6, ramp("sand"), 0.45)
    image[sand, :3] = drift[sand]
    return image


def cliff_lip(tone: Floats) -> Image:
    """The edge of a cliff: rock from above, a lit brink, the face below it; 8 x 1 tiles."""
    top = cliff_top()[:TILE].astype(np.float32)
    x, y = grid(PERIOD, TILE)
    brink = _rim_line(41, 3, 9)[None]
    image = stone(tone[:TILE])
    above = y < brink
    image[above] = top[above]
    edge = np.abs(y - brink) < 1
    image[edge, :3] = shade_ramp(4.4 + (hash01(x // 2, y, 42) - 0.5) * 1.4, STONE, 0.3)[edge]
    under = (y > brink) & (y < brink + 3)
    image[under, :3] = shade_ramp(tone[:TILE] - 0.9, STONE, 0.35)[under]
    return image


def cliff_foot(tone: Floats) -> Image:
    """The foot of a cliff in its own dark, with a ragged line of sand; 8 x 1 tiles."""
    y = grid(PERIOD, TILE)[1]
    line = _rim_line(43, 9, 15)[None]
    dim = tone[-TILE:] - np.clip((y - 2) / 13, 0, 1) * 1.1
    image = stone(dim, y < line)
    image[(y >= line - 1) & (y < line)] = rgba("stone0")
    image[(y >= line) & (y < line + 2)] = rgba("sand0", 150)
    return image


def cliff_end(tone: Floats, *, left: bool) -> Image:
    """The west or east end of a cliff, lip to foot, 1 x 6 tiles: lip, four of face, foot."""
    lip, foot = cliff_lip(tone), cliff_foot(tone)
    whole = np.concatenate([lip, stone(tone[TILE : 5 * TILE]), foot])[:, : 2 * TILE]
    cut = whole[:, :TILE].copy() if left else whole[:, TILE:].copy()
    x, y = grid(TILE, cut.shape[0])
    edge = 4 + np.round((fbm(y / 11, y * 0, 44, 3) - 0.5) * 9) + np.clip(60 - y, 0, 60) * 0.03
    depth = x - edge if left else (TILE - 1 - x) - edge
    cut[depth < 0] = 0
    brink = (depth >= 0) & (depth < 1.5) & (cut[..., 3] == 255)
    cut[brink, :3] = STONE[4 if left else 0].astype(np.uint8)
    if not left:
        dim = (depth >= 1.5) & (depth < 5) & (cut[..., 3] == 255)
        cut[dim, :3] = (cut[dim, :3] * 0.7).astype(np.uint8)
    return cut


def masonry(width: int, height: int, tone: float, seed: int, *, y0: int = 0) -> Floats:
    """Big courses of stone, 16 x 8 px; repeats after eight tiles."""
    x, y = grid(width, height, 0, y0)
    course = (y // 8).astype(np.int64)
    along = (x + (course % 2) * 8).astype(np.int64) % PERIOD
    out = tone + (hash01(along // 16, course, seed) - 0.5) * 0.95
    out += (_noise(x, y, 4, 4, seed + 1, 2) - 0.5) * 1.1
    joint = (y % 8 < 1) | (along % 16 < 1)
    lit = (y % 8 == 1) | (along % 16 == 1)
    out = np.where(joint, out - 1.2, np.where(lit, out + 0.45, out))
    chip = hash01(x // 3, y // 2, seed + 2) > 0.985
    return np.where(chip, out - 1.0, out)


def wall_top() -> Image:
    """The crown of the village wall: merlons against the walk behind them, 8 x 1 tiles."""
    x, y = grid(PERIOD, TILE)
    merlon = x % 16 < 10
    tone = masonry(PERIOD, TILE, 2.3, 51)
    cap = merlon & (y >= 3) & (y < 6)
    tone = np.where(cap, 3.9 + (hash01(x // 2, y, 52) - 0.5) * 0.8, tone)
    tone = np.where(merlon & (x % 16 == 9) & (y >= 3), 0.9, tone)
    tone = np.where(merlon & (x % 16 == 0) & (y >= 3), tone + 0.8, tone)
    gap = ~merlon & (y < 10)
    tone = np.where(gap, 1.2 - (x % 16 == 10) * 0.8, tone)
    tone = np.where(~merlon & (y >= 10) & (y < 12), 3.5, tone)
    mask = (y >= 3) & (merlon | (y >= 6))
    image = stone(tone, mask)
    image[(y == 3) & merlon] = rgba("moon0")
    return image


def wall_foot(tone: Floats) -> Image:
    """The foot of the village wall, sand blown against it; 8 x 1 tiles."""
    x, y = grid(PERIOD, TILE)
    bank = _rim_line(54, 8, 14)[None]
    image = stone(tone - np.clip((y - 3) / 13, 0, 1) * 0.9)
    sand = y >= bank
    drift = 3.4 - (y - bank) * 0.25 + (hash01(x, y, 55) > 0.9) * 0.8
    image[sand, :3] = shade_ramp(drift, ramp("sand"), 0.45)[sand]
    image[(y >= bank - 1) & (y < bank)] = rgba("stone0")
    return image


def slit(face: Image, *, lit: bool) -> Image:
    """One tile of wall with a narrow window."""
    out = face[:TILE, :TILE].copy()
    out[3:13, 5:11] = rgba("stone0")
    if lit:
        out[4:12, 6:10] = rgba("lamp1")
        out[5:11, 7:9] = rgba("lamp3")
        out[6:10, 7] = rgba("lamp4")
    else:
        out[4:12, 6:10] = rgba("ink")
    out[13, 5:11] = rgba("stone4")
    return out


def pillar() -> Image:
    """A buttress before the wall, 2 x 5 tiles with its crown and foot."""
    height = 5 * TILE
    x, y = grid(2 * TILE, height)
    tone = masonry(2 * TILE, height, 2.7, 57) - (x - 15) * 0.045
    tone = np.where(x < 5, tone + 0.8, np.where(x > 26, tone - 1.0, tone))
    tone = np.where(y < 10, 3.9 + (fbm(x / 3, y / 3, 58, 2) - 0.5), tone)
    tone = np.where((y >= 10) & (y < 12), 0.7, tone)
    tone -= np.clip((y - 66) / 12, 0, 1) * 1.0
    wide = np.where(y < 12, 14, 12.5)
    mask = (np.abs(x - 15.5) < wide) & (y > 3) & (y < height - 2)
    image = stone(tone, mask)
    image[mask & ~shift(mask, 0, 1)] = rgba("moon1")
    image[(y >= height - 3) & mask] = rgba("stone0")
    return image


def wall_run() -> Image:
    """The wall where it runs north and south, from above: walk between parapets, 2 x 2 tiles."""
    x, y = grid(2 * TILE, 2 * TILE)
    tone = 2.5 + (fbm(x / 4, y / 4, 59, 2, 8, 8) - 0.5) * 1.2
    tone = np.where((y % 16 < 1) | ((x + (y // 16) * 8) % 16 < 1), tone - 0.9, tone)
    for left in (2, 25):
        rail = (x >= left) & (x < left + 5)
        tone = np.where(rail, 3.6 - (y % 16 < 1) * 1.4 + (hash01(x // 2, y // 2, 60) - 0.5), tone)
        tone = np.where(x == left, 4.6, np.where(x == left + 5, 0.6, tone))
    return stone(tone, (x >= 2) & (x < 31))


def gate(*, hollow: bool = False) -> Image:
    """The east gate, 4 x 5 tiles: brick jambs, lintel with the hourglass, the passage behind.

    Hollow leaves the passage clear, to be walked through.
    """
    x, y = grid(64, 80)
    across, half, crown = x - 31.5, 20.0, 20.0
    arch = (np.abs(across) < half) & (y >= crown + (across / half) ** 2 * 9)
    jamb = (np.abs(across) < 32) & (y >= 3) & ~arch & (y < 79)
    course = ((y - crown) // 9).astype(np.int64)
    along = (across + 200 + (course % 2) * 7).astype(np.int64)
    tone = 2.7 - across / 60 * 1.2 + (fbm(x / 4, y / 4, 21, 2) - 0.5) * 1.1
    tone += (hash01(along // 14, course, 3) - 0.5) * 0.9
    tone = np.where(((y - crown) % 9 < 1) | (along % 14 < 1), tone - 1.3, tone)
    tone = np.where((y - crown) % 9 == 1, tone + 0.5, tone)
    ring = (np.abs(across) < half + 4) & (y >= crown - 4 + (across / half) ** 2 * 8) & ~arch
    voussoir = (np.arctan2(across, 40 - y + crown) * 9).astype(np.int64)
    ring &= y < crown + 20
    tone = np.where(ring, 3.1 + (hash01(voussoir, 0, 4) - 0.5) * 1.2 - across / 50, tone)
    tone = np.where(y < 6, 4.2, tone)
    tone = np.where(y == 6, 0.9, tone)
    tone = np.where(np.abs(across) > 30.5, np.where(across < 0, 4.0, 0.6), tone)
    image = stone(tone, jamb, 0.3)
    image[jamb & (y == 3)] = rgba("moon0")
    if not hollow:
        _passage(image, x, y, arch, half, crown)
    for k in range(-3, 4):  # the hourglass of the village
        image[12 + k, 31 - abs(k) : 33 + abs(k)] = rgba("lamp1" if k < 0 else "lamp0")
        image[12 + k, 31 - abs(k)] = rgba("lamp2")
    rim = ~jamb & arch & (shift(jamb, 1, 0) | shift(jamb, 0, 1))
    image[rim] = rgba("stone0")
    return image


def gate_arch() -> Image:
    """The upper three rows of the gate for the layer above people, dark under the vault."""
    image = gate(hollow=True)[: 3 * TILE].copy()
    x, y = grid(64, 3 * TILE)
    across = (x - 31.5) / 20
    vault = 20 + across**2 * 9
    under = (np.abs(across) < 1) & (y >= vault) & (y < 2 * TILE) & (image[..., 3] == 0)
    dark = banded(np.clip(1 - (y - vault) / (2 * TILE - 19), 0, 1), 5, 1.0)
    image[under, :3] = rgba("ink")[:3]
    image[under, 3] = (dark[under] * 190).astype(np.uint8)
    return image


def _passage(
    image: Image, x: Floats, y: Floats, arch: NDArray[np.bool_], half: float, crown: float
) -> None:
    """A tunnel of brick rings with a lit street at its far end."""
    across, eye = x - 31.5, 54.0
    out = np.maximum(np.abs(across) / half, np.maximum((eye - y) / (eye - crown), (y - eye) / 26))
    rings = (np.log(np.maximum(out, 0.05)) * 5.5) % 1
    floor = (y > eye) & ((y - eye) / 26 >= np.abs(across) / half)
    tone = 0.5 + 2.3 * (1 - out) - (rings < 0.16) * 0.8 + floor * 0.8 - (across < 0) * 0.5
    walls = ramp("ink", "night1", "stone0", "stone1", "stone2", "stone3", "lamp1")
    image[arch, :3] = shade_ramp(tone, walls, 0.5)[arch]
    image[arch, 3] = 255
    street = (np.abs(across) < 5) & (y > eye - 7 + (across / 5) ** 2 * 2) & (y < eye + 5)
    glow = 2.6 + np.clip((y - (eye - 8)) / 10, 0, 1) * 2.6 + (np.abs(across) < 2) * 0.6
    warm = ramp("stone0", "stone1", "lamp0", "lamp1", "lamp2", "lamp3", "lamp4")
    image[street, :3] = shade_ramp(glow, warm, 0.5)[street]

"""The wide picture of the ending in which she is taken in: a cell, a barred window, a tap."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from tools.art import vista
from tools.art.dither import B4, shade_ramp
from tools.art.noise import Floats, fbm, grid, hash01
from tools.art.palette import ramp, rgba
from tools.art.raster import Image, canvas, dot, grid_sprite, outline, paste
from tools.art.tiles_cliffs import masonry
from tools.art.vista_layers import HEIGHT, WIDTH, Scene, with_moon

WALL: Final = ramp("ink", "night1", "stone0", "stone1", "stone2", "stone3", "stone4")
LIT: Final = ramp("ink", "night1", "night2", "night3", "night4", "moon0", "moon1")
FLOOR_Y: Final = 206
WINDOW: Final = (60, 6, 74, 38)
"""Left, top, width and height of the opening."""
BARS: Final = 4
SLANT: Final = 0.62
"""How far right the moonlight has come for each px that it has fallen."""
TAP: Final = (404, 194)
DRIP_FRAMES: Final = 6

HAND_KEY: Final = {"s": "skin2", "S": "skin3", "b": "stone4", "B": "stone5", "c": "stone3"}
HAND: Final = (
    "..bBBb...",
    ".bBBcBb..",
    ".bcBBBb..",
    ".SbBcb...",
    ".SSbs....",
    "..SSs....",
    "..sSs....",
    "..sSs....",
)
"""A small hand that holds half a biscuit."""


def _wall() -> Image:
    """Big courses of stone, darker towards the corners, with the floor before them."""
    x, y = grid(WIDTH, HEIGHT)
    stones = np.tile(masonry(128, HEIGHT, 2.7, 83), (1, 4))[:, :WIDTH]
    dark = np.hypot((x - 190) / 330, (y - 120) / 190)
    tone = stones - np.clip(dark - 0.25, 0, 1) * 2.6
    flags = 2.5 + (hash01(_slab(x, y), (y - FLOOR_Y) // 16, 84) - 0.5) * 0.9
    flags += (fbm(x / 7, y / 4, 85, 3) - 0.5) * 1.2
    joint = ((y - FLOOR_Y) % 16 < 1) | ((x + _shifted(y)) % 44 < 1)
    flags = np.where(joint, flags - 1.2, flags) - np.clip(dark - 0.35, 0, 1) * 2.2
    floor = y >= FLOOR_Y
    tone = np.where(floor, flags, tone)
    tone = np.where((y >= FLOOR_Y - 1) & (y < FLOOR_Y + 3), 0.6, tone)
    image = canvas(WIDTH, HEIGHT)
    image[..., :3] = shade_ramp(tone, WALL, 0.4)
    for lit, paler in ((_shaft(x, y), 0.35), (_patch(x, y), 1.9)):
        image[lit, :3] = shade_ramp(tone + paler, LIT, 0.4)[lit]
    image[..., 3] = 255
    return image


def _shifted(y: Floats) -> Floats:
    """How far each course of the floor is set off."""
    return np.floor((y - FLOOR_Y) / 16) * 19


def _slab(x: Floats, y: Floats) -> Floats:
    return np.floor((x + _shifted(y)) / 44)


def _aside(x: Floats, y: Floats) -> Floats:
    """How far right of the middle of the light a place lies, in px."""
    left, top, wide, high = WINDOW
    return x - (left + wide / 2) - (y - top - high / 2) * SLANT


def _shaft(x: Floats, y: Floats) -> NDArray[np.bool_]:
    """Dust in the light between window and floor: single pixels, fewer towards its rims."""
    _, top, wide, high = WINDOW
    inside = np.abs(_aside(x, y)) < wide / 2
    share = np.clip(1.1 - np.abs(_aside(x, y)) / wide * 1.4, 0, 1) * 0.75
    order = B4[y.astype(int) % 4, x.astype(int) % 4]
    lit: NDArray[np.bool_] = inside & (y > top + high + 8) & (y < FLOOR_Y) & (order < share)
    return lit


def _patch(x: Floats, y: Floats) -> NDArray[np.bool_]:
    """Where the moon reaches the floor, striped by the bars."""
    wide = WINDOW[2] * 1.25
    aside = _aside(x, y) - 6
    bar = np.abs((aside + wide / 2) % (wide / BARS) - wide / BARS / 2) < 2.6
    return (np.abs(aside) < wide / 2) & ~bar & (y >= FLOOR_Y + 12) & (y < FLOOR_Y + 46)


def _window() -> Image:
    """The opening in its deep frame: sky, the moon half hidden, bars."""
    left, top, wide, high = WINDOW
    layer = canvas(WIDTH, HEIGHT)
    sky, _ = vista.sky(WIDTH, HEIGHT, 150, 5, stars=1.5, lift=-0.2)
    sky = with_moon(sky, left + 54, top + 17, 12)
    x, y = grid(WIDTH, HEIGHT)
    frame = (x >= left - 7) & (x < left + wide + 7) & (y >= top - 6) & (y < top + high + 8)
    layer[frame] = rgba("stone1")
    layer[frame & ((x < left - 5) | (y < top - 4))] = rgba("stone0")
    layer[frame & (y >= top + high) & (y < top + high + 6)] = rgba("stone3")
    layer[frame & (y == top + high)] = rgba("moon1")
    layer[frame & (x >= left + wide) & (x < left + wide + 4)] = rgba("stone2")
    hole = (x >= left) & (x < left + wide) & (y >= top) & (y < top + high)
    layer[hole] = sky[hole]
    for i in range(BARS):
        at = round(left + (i + 0.5) * wide / BARS)
        layer[top : top + high, at - 1 : at + 2] = rgba("ink")
        layer[top : top + high, at - 1] = rgba("steel1")
    return layer


def _bench() -> Image:
    """A plank on two stones with a folded blanket, and its shadow."""
    layer = canvas(WIDTH, HEIGHT)
    x, y = grid(WIDTH, HEIGHT)
    shade = ((x - 330) / 62) ** 2 + ((y - 232) / 8) ** 2 < 1
    layer[shade] = rgba("ink", 150)
    for at in (286, 356):
        layer[212:231, at : at + 16] = rgba("stone1")
        layer[212:231, at : at + 3] = rgba("stone2")
        layer[229:231, at : at + 16] = rgba("ink")
    plank = (x >= 276) & (x < 384) & (y >= 204) & (y < 213)
    grain = 2.4 + (fbm(x / 22, y / 2, 87, 2) - 0.5) * 1.6 - (x - 276) / 90
    layer[plank, :3] = shade_ramp(grain, ramp("stone0", "stone1", "stone2", "stone3"), 0.3)[plank]
    layer[plank, 3] = 255
    layer[204, 276:384] = rgba("stone4")
    layer[212, 276:384] = rgba("ink")
    high = 11 - ((x - 348) / 27) ** 6 * 7
    fold = (np.abs(x - 348) < 27) & (y >= 204 - high) & (y < 204)
    tone = 1.6 - (x - 330) / 40 + (fbm(x / 9, y / 5, 88, 2) - 0.5) * 1.4
    tone -= ((y - 193 + np.sin(x / 9)) % 4 < 1) * 1.1
    cloth = shade_ramp(tone, ramp("tan0", "tan1", "tan2", "tan3"), 0.35)
    layer[fold, :3], layer[fold, 3] = cloth[fold], 255
    return _outlined(layer, fold)


def _outlined(layer: Image, inside: NDArray[np.bool_]) -> Image:
    """The layer with a dark line round one thing on it."""
    piece = layer.copy()
    piece[~inside] = 0
    ringed = outline(piece)[1:-1, 1:-1]
    paste(layer, ringed, 0, 0)
    return layer


def _tap() -> Image:
    """A pipe out of the wall with its tap, and the stone trough under it."""
    layer = canvas(WIDTH, HEIGHT)
    at_x, at_y = TAP
    layer[at_y - 26 : at_y - 6, at_x + 12 : at_x + 16] = rgba("steel0")
    layer[at_y - 26 : at_y - 6, at_x + 12] = rgba("steel1")
    layer[at_y - 9 : at_y - 5, at_x : at_x + 16] = rgba("steel0")
    layer[at_y - 9, at_x : at_x + 16] = rgba("steel2")
    layer[at_y - 13 : at_y - 11, at_x + 3 : at_x + 12] = rgba("steel2")
    layer[at_y - 11 : at_y - 9, at_x + 7 : at_x + 9] = rgba("steel1")
    layer[at_y - 9 : at_y - 1, at_x - 2 : at_x + 2] = rgba("steel0")
    layer[at_y - 9 : at_y - 1, at_x - 2] = rgba("steel3")
    x, y = grid(WIDTH, HEIGHT)
    trough = (x >= at_x - 26) & (x < at_x + 26) & (y >= 208) & (y < 232)
    tone = 2.4 - (x - at_x) / 40 + (fbm(x / 4, y / 4, 89, 2) - 0.5) * 1.2
    tone = np.where(y < 211, tone + 1.2, tone)
    layer[trough, :3] = shade_ramp(tone, ramp("stone0", "stone1", "stone2", "stone3"), 0.35)[trough]
    layer[trough, 3] = 255
    water = (np.abs(x - at_x) < 21) & (y >= 211) & (y < 216)
    layer[water] = rgba("night2")
    layer[(np.abs(x - at_x + 6) < 9) & (y == 212)] = rgba("moon0")
    layer[trough & (y >= 231)] = rgba("ink")
    return layer


def _drip(step: int) -> Image:
    """A drop that gathers, falls and rings the water; the frames of it."""
    image = canvas(26, 24)
    if step < 2:
        dot(image, 13, 1 + step, "moon2")
    elif step < 4:
        dot(image, 13, 5 + (step - 2) * 8, "moon2")
        dot(image, 13, 4 + (step - 2) * 8, "moon1")
    else:
        wide = 4 if step == 4 else 8
        image[20, 13 - wide : 13 + wide + 1] = rgba("moon1")
        image[20, 13 - wide + 2 : 13 + wide - 1] = rgba("night3")
    return image


def ending_cell() -> Scene:
    """A cell by night: the moon through bars, a tap that drips, half a biscuit at the window."""
    scene = Scene()
    room = vista.flatten([_wall(), _window(), _bench(), _tap()])
    hand = outline(grid_sprite(HAND, HAND_KEY))
    paste(room, hand, WINDOW[0] + 15, WINDOW[1] + WINDOW[3] - 9)
    scene.add("room", room, 0)
    frames = [_drip(0)] * 3 + [_drip(step) for step in range(1, DRIP_FRAMES)]
    scene.figure("drip", frames, TAP[0] - 13, TAP[1] - 2, "room", 0, 9)
    return scene

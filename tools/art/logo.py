"""The game's name: broad-nib letters, a gradient from moonlit sand to lamp light, eaten by wind."""

from typing import Final

import numpy as np
import skia
from numpy.typing import NDArray

from tools.art.dither import shade_ramp
from tools.art.noise import fbm, grid, hash01
from tools.art.palette import ColorRow, ramp, rgb, rgba
from tools.art.raster import Image, Mask, canvas, paste, shift
from tools.art.vector import Point, smooth

Strokes = tuple[tuple[Point, ...], ...]

LETTERS: Final[dict[str, Strokes]] = {
    "S": (
        (
            (8.6, 2.6),
            (6.4, 0.7),
            (3.4, 0.8),
            (1.4, 2.9),
            (2.6, 5.4),
            (6.6, 7.8),
            (8.6, 10.4),
            (6.8, 13.2),
            (3.2, 13.4),
            (0.8, 11.4),
        ),
    ),
    "U": (
        (
            (1.4, 0.2),
            (1.3, 7.0),
            (2.0, 11.6),
            (4.8, 13.6),
            (7.6, 11.6),
            (8.4, 7.0),
            (8.4, 0.2),
        ),
    ),
    "N": (((1.2, 13.8), (1.4, 0.4)), ((1.4, 0.4), (8.4, 13.6)), ((8.4, 13.8), (8.6, 0.2))),
    "A": (((0.2, 13.9), (5.0, 0.2)), ((5.0, 0.2), (9.6, 13.9)), ((2.2, 9.2), (8.0, 9.0))),
    "I": (((1.6, 0.2), (1.6, 13.8)),),
    "G": (
        (
            (8.8, 2.8),
            (6.2, 0.7),
            (3.2, 1.4),
            (1.2, 4.8),
            (1.1, 9.0),
            (3.0, 12.8),
            (6.0, 13.4),
            (8.6, 11.6),
        ),
        ((8.7, 7.8), (8.6, 13.6)),
        ((5.6, 7.9), (9.6, 7.7)),
    ),
    "H": (((1.4, 0.2), (1.3, 13.8)), ((8.4, 0.2), (8.4, 13.8)), ((1.2, 7.2), (8.6, 6.8))),
    "T": (((0.2, 1.2), (9.8, 0.9)), ((5.0, 1.0), (5.0, 13.8))),
    "P": (
        ((1.4, 0.2), (1.3, 13.8)),
        ((1.4, 1.0), (6.0, 0.9), (8.8, 3.6), (6.4, 7.2), (1.6, 7.6)),
    ),
    "R": (
        ((1.4, 0.2), (1.3, 13.8)),
        ((1.4, 1.0), (6.0, 0.9), (8.7, 3.5), (6.2, 6.9), (1.6, 7.3)),
        ((4.6, 7.2), (9.6, 13.9)),
    ),
    "O": (
        (
            (5.0, 0.7),
            (2.2, 2.2),
            (1.0, 7.0),
            (2.4, 12.0),
            (5.0, 13.4),
            (7.8, 12.0),
            (9.0, 7.0),
            (7.6, 2.0),
            (5.0, 0.7),
        ),
    ),
    "L": (((1.5, 0.2), (1.4, 13.2)), ((1.2, 13.1), (8.6, 12.9))),
}
"""Strokes of the pen in a box 10 wide and 14 high."""

WIDTHS: Final[dict[str, float]] = {"I": 3.4, " ": 5.0}
BOX: Final = (10.0, 14.0)
NIB_ANGLE: Final = -0.62
MARGIN_PX: Final = 12

SUNA_GRADIENT: Final = ("lamp4", "sand8", "sand8", "sand7", "sand7", "lamp2", "lamp1")
NIGHT_GRADIENT: Final = ("moon2", "moon2", "moon1", "moon1", "moon0", "night4")


def lettering(text: str, size: float, nib: float, track: float) -> Mask:
    """The letters as a mask, drawn with a broad nib; size is their height in pixels."""
    k = size / BOX[1]
    samples = 4
    width = int(sum((WIDTHS.get(c, BOX[0])) + track for c in text) * k) + 2 * MARGIN_PX
    height = int(size) + 2 * MARGIN_PX
    surface = skia.Surface(width * samples, height * samples)
    pen_canvas = surface.getCanvas()
    pen_canvas.clear(0)
    pen_canvas.scale(samples, samples)
    paint = skia.Paint(Color=0xFFFFFFFF, AntiAlias=False, StrokeWidth=nib * k * 0.34)
    paint.setStrokeCap(skia.Paint.kSquare_Cap)
    nib_x, nib_y = np.cos(NIB_ANGLE) * nib * k * 0.5, np.sin(NIB_ANGLE) * nib * k * 0.5
    left = float(MARGIN_PX)
    for letter in text:
        for stroke in LETTERS.get(letter, ()):
            spots = [(x * k + left, y * k + MARGIN_PX) for x, y in stroke]
            length = sum(np.hypot(*np.diff(np.array(spots), axis=0).T))
            for x, y in smooth(spots, int(length * 3) + 2):
                pen_canvas.drawLine(
                    float(x - nib_x), float(y - nib_y), float(x + nib_x), float(y + nib_y), paint
                )
        left += (WIDTHS.get(letter, BOX[0]) + track) * k
    alpha = surface.makeImageSnapshot().toarray()[..., 3].astype(np.int64)
    covered = alpha.reshape(height, samples, width, samples).sum((1, 3))
    mask: Mask = covered * 2 > 255 * samples * samples
    return mask


def eaten_by_wind(letters: Mask, amount: float) -> Mask:
    """The part of the letters that the wind has taken: nothing left, ever more to the right."""
    x, y = grid(letters.shape[1], letters.shape[0])
    grain = hash01(x // 2, y, 5) * 0.6 + fbm(x / 7, y / 4, 4, 2) * 0.6
    t = np.clip((x / letters.shape[1] - 0.62) / 0.40, 0, 1)
    gone: Mask = letters & (grain <= t * t * (3 - 2 * t) * amount)
    return gone


def _around(mask: Mask) -> Mask:
    """The mask grown by about two pixels, a little more below."""
    grown = np.zeros_like(mask)
    for dx in range(-2, 3):
        for dy in range(-2, 4):
            if abs(dx) + abs(dy) <= 3:
                grown |= shift(mask, dx, dy)
    return grown


def paint_letters(letters: Mask, gradient: ColorRow) -> Image:
    """Letters with their gradient, light upper edge, dark rim and a soft shadow."""
    height, width = letters.shape
    x, y = grid(width, height)
    image = canvas(width, height)
    rim = _around(letters)
    image[shift(rim, 2, 3)] = rgba("ink", 150)
    image[rim] = rgba("night1")
    rows = np.flatnonzero(letters.any(1))
    tone = (y - rows[0]) / (rows[-1] - rows[0]) * (len(gradient) - 1)
    tone += (fbm(x / 5, y / 3, 8, 2) - 0.5) * 0.9
    colors = shade_ramp(tone, gradient, 0.6)
    image[letters, :3] = colors[letters].astype(np.uint8)
    image[letters & ~shift(letters, 0, 1)] = rgba("lamp4")
    foot = letters & ~shift(letters, 0, -1)
    image[foot, :3] = (image[foot, :3] * 0.55).astype(np.uint8)
    return image


def scatter_grains(image: Image, gone: NDArray[np.bool_], left: int, top: int) -> None:
    """What the wind took flies off to the right and up, in place."""
    dice = np.random.default_rng(3)
    for y, x in zip(*np.nonzero(gone), strict=True):
        if dice.random() >= 0.55:
            continue
        far = dice.random() ** 1.6
        px = int(left + x + far * 70)
        py = int(top + y - far * 16 + np.sin(far * 9 + y) * 2)
        name = "sand8" if dice.random() < 0.4 else "sand7"
        if 0 <= px < image.shape[1] and 0 <= py < image.shape[0]:
            image[py, px] = (*rgb(name), 200)


def logo() -> Image:
    """Both lines of the title on one clear picture, cut to what is drawn."""
    image = canvas(330, 140)
    paste(image, paint_letters(lettering("SUNA", 58, 3.0, 2.2), ramp(*SUNA_GRADIENT)), 4, 0)
    letters = lettering("NIGHT PATROL", 25, 2.7, 2.9)
    gone = eaten_by_wind(letters, 0.52)
    paste(image, paint_letters(letters & ~gone, ramp(*NIGHT_GRADIENT)), 0, 66)
    scatter_grains(image, gone, 0, 66)
    used = image[..., 3] > 0
    rows, cols = np.flatnonzero(used.any(1)), np.flatnonzero(used.any(0))
    return image[rows[0] : rows[-1] + 1, cols[0] : cols[-1] + 1]

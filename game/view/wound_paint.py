"""How hurts are painted, from the paths of an operation: cuts, liver, ribs, rents in the cloth.

Each painter takes a ``Pen`` over the area and draws one state; nothing here knows an operation.
"""

from collections.abc import Sequence
from typing import Final, Literal

import numpy as np

from game.view.pen import Mask, Pen, Spot, smooth

CutState = Literal["open", "clamped", "knitted", "closed"]
CLOSED_ALPHA: Final = 170
LIVER_ALPHA: Final = 190
RIB_ALPHA: Final = 200

_DRIPS: Final = (0.2, 0.42, 0.6, 0.8)
_CLIPS: Final = (0.22, 0.5, 0.78)
_WIDE_FROM_PX: Final = 80
"""A cut so long gapes wide; a shorter one less."""
_GAPES: Final = (4.5, 7.0, 5.5, 8.0, 5.0)
"""How far cloth gapes along a rent, from end to end."""
_LIVER_COLORS: Final = {
    "bleeding": ("blood2", "blood1", "lamp2"),
    "ruptured": ("blood1", "blood0", "blood2"),
    "healed": ("red3", "red2", "heal3"),
}


def paint_cut(pen: Pen, path: Sequence[Spot], state: CutState, seed: int) -> None:
    """A cut in one of its states; the seed sets how far its drips have run."""
    match state:
        case "open":
            _open(pen, path, seed)
        case "clamped":
            _clamped(pen, path)
        case "knitted":
            _knitted(pen, path)
        case "closed":
            pen.taper(_moved(path, 0.3, 1.0), "skin1", [0.2, 1.3, 1.4, 0.2])
            pen.taper(path, "skin4", [0.2, 1.3, 1.4, 0.2])


def _open(pen: Pen, path: Sequence[Spot], seed: int) -> None:
    """A gaping cut: dark lips, wet red, a bright core, blood running down."""
    spots = smooth(path, 101)
    wide = min(1.0, 0.55 + 0.45 * _length(path) / _WIDE_FROM_PX)
    pen.taper(path, "blood0", [0.5, 7.6 * wide, 8.0 * wide, 0.5])
    pen.taper(path, "blood1", [0.3, 5.2 * wide, 5.6 * wide, 0.3])
    pen.taper(_moved(path, -0.4, -0.8), "blood2", [0.2, 2.2 * wide, 2.4 * wide, 0.2])
    core = [(float(x) - 0.8, float(y) - 1.6) for x, y in spots[34:67:8]]
    pen.taper(core, "pink3", [0.2, 0.9, 0.2])
    for number, share in enumerate(_DRIPS):
        x, y = spots[round(share * 100)]
        length = 6 + (seed * 7 + number * 10) % 13
        pen.taper(
            [(x - 1, y + 2), (x - 2, y + 2 + length * 0.5), (x - 1.4, y + 2 + length)],
            "blood1",
            [2.0, 1.5, 0.8],
        )
        pen.ellipse((x - 1.4, y + 2 + length), (1.2, 1.5), "blood1")
        pen.ellipse((x - 1.8, y + 1.6 + length), (0.5, 0.6), "blood2")


def _clamped(pen: Pen, path: Sequence[Spot]) -> None:
    """Held together: the lips meet, little blood, clips of chakra across."""
    pen.taper(path, "blood0", [0.4, 4.4, 4.6, 0.4])
    pen.taper(path, "blood1", [0.3, 2.4, 2.6, 0.3])
    pen.taper(_moved(path, -0.2, -0.6), "blood2", [0.1, 0.8, 0.8, 0.1])
    spots = smooth(path, 101)
    for share in _CLIPS:
        x, y = spots[round(share * 100)]
        pen.taper([(x - 2.4, y - 4.4), (x + 2.4, y + 4.4)], "ink", [2.6, 2.6])
        pen.taper([(x - 2.2, y - 4.0), (x + 2.2, y + 4.0)], "steel2", [1.5, 1.5])
        pen.ellipse((x - 1.6, y - 3.2), (0.7, 0.7), "steel3")


def _knitted(pen: Pen, path: Sequence[Spot]) -> None:
    """Flesh has grown together under a seam of fine stitches."""
    pen.taper(path, "skin0", [0.3, 2.6, 2.8, 0.3])
    pen.taper(path, "blood1", [0.2, 1.4, 1.5, 0.2])
    count = max(3, round(_length(path) / 10))
    for x, y in smooth(path, 2 * count + 1)[1::2]:
        pen.taper([(x - 1.4, y - 3.0), (x + 1.4, y + 3.0)], "heal3", [0.9, 0.9])


def paint_liver(pen: Pen, outline: Sequence[Spot], state: str) -> None:
    """The liver as the scan shows it through the skin: with its tear, burst, or whole again."""
    body, dark, edge = _LIVER_COLORS[state]
    rim = smooth(outline, 96, closed=True)
    middle = rim.mean(axis=0)
    pen.lay(pen.mask(middle + (rim - middle) * 1.03), edge)
    shape = pen.mask(middle + (rim - middle) * 0.985)
    pen.lay(shape, body)
    low = pen.mask(middle + (rim - middle) * 0.98 + (0.0, 9.0))
    pen.lay(low, dark, shape)
    width, height = np.ptp(rim[:, 0]), np.ptp(rim[:, 1])
    left, top = rim.min(axis=0)

    def at(across: float, down: float) -> Spot:
        return float(left + width * across), float(top + height * down)

    pen.taper([at(0.62, 0.05), at(0.6, 0.4), at(0.48, 0.8)], dark, [0.8, 1.8, 0.8], shape)
    if state == "healed":
        return
    tear = [at(0.19, 0.25), at(0.33, 0.45), at(0.41, 0.4), at(0.54, 0.62)]
    pen.taper(tear, "blood0", [0.8, 4.4, 3.4, 0.5], shape)
    pen.taper(tear, "ink", [0.3, 1.8, 1.4, 0.3], shape)
    for spot in (at(0.3, 0.6), at(0.4, 0.7), at(0.25, 0.45)):
        pen.ellipse(spot, (1.6, 1.6), "blood2", shape)
    if state == "ruptured":
        _burst(pen, at(0.35, 0.1), at(0.8, 0.4), at(0.08, 0.45), at(0.35, 0.8))


def _burst(pen: Pen, *ends: Spot) -> None:
    """Two more tears, and blood beside them."""
    for (ax, ay), (bx, by) in (ends[:2], ends[2:]):
        middle = ((ax + bx) / 2, (ay + by) / 2 + 3)
        pen.taper([(ax, ay), middle, (bx, by)], "ink", [0.5, 2.8, 2.4, 0.4])
    for number, (x, y) in enumerate(ends):
        size = 3.4 - 0.4 * number
        pen.ellipse((x, y + 10), (size, size * 0.8), "blood1")
        pen.ellipse((x - 0.6, y + 9.4), (size * 0.4, size * 0.3), "blood2")


def paint_rib(pen: Pen, spot: Spot, axis_x: float, state: str) -> None:
    """A hurt rib that runs from the breastbone through its crack: ``cracked`` or ``set``."""
    x, y = spot
    side = 1 if x >= axis_x else -1
    points = [
        (axis_x + side * 5, y - 2),
        (axis_x + side * 22, y - 11),
        (x - side * 6.0, y - 5),
        (x + side * 4.0, y + 4.5),
        (x + side * 14.0, y + 25),
    ]
    color, shade = ("lamp3", "lamp2") if state == "cracked" else ("heal3", "heal2")
    pen.taper(_moved(points, 0, 0.9), shade, [2.2, 3.2, 3.8, 3.6, 1.6])
    pen.taper(points, color, [1.8, 2.6, 3.0, 2.8, 1.2])
    if state == "cracked":
        line = [(x + 2.4, y - 5.4), (x - 0.4, y - 1.8), (x + 1.6, y - 0.2), (x - 1.8, y + 4.6)]
        pen.taper(line, "ink", [1.0, 1.3, 1.3, 0.9])
    else:
        pen.ellipse((x - 0.4, y - 0.4), (3.4, 2.6), "heal2")
        pen.ellipse((x - 0.8, y - 0.8), (2.2, 1.7), "heal3")


def paint_rent(pen: Pen, path: Sequence[Spot]) -> Mask:
    """Where a blade went through cloth: soaked and dark round it. Returns what is open."""
    (x0, y0), (x1, y1) = path[0], path[-1]
    scale = min(1.0, 0.4 + 0.6 * _length(path) / _WIDE_FROM_PX)
    upper, lower = [(x0 - 6 * scale, y0 + 4 * scale)], []
    for number, gape in enumerate(_GAPES, 1):
        share = number / (len(_GAPES) + 1)
        x, y = x0 + (x1 - x0) * share, y0 + (y1 - y0) * share
        upper.append((x - 1.5, y - gape * scale))
        lower.append((x + 2.5, y + (gape * 0.9 + number % 2 * 1.5) * scale))
    lens = np.array([*upper, (x1 + 6 * scale, y1 - 3 * scale), *lower[::-1]])
    middle = lens.mean(axis=0)
    reach = np.hypot(*(lens - middle).T)[:, None]
    away = (lens - middle) / np.maximum(reach, 1)
    pen.lay(pen.mask(lens + away * 5), "blood0")
    for number, (x, y) in enumerate(path):
        length = 12 + (number * 7 + int(x0)) % 11
        pen.taper(
            [(x, y), (x - 1, y + length * 0.6), (x - 0.5, y + length)], "blood0", [9.0, 6.0, 2.0]
        )
    pen.lay(pen.mask(lens + away * 1.6), "ink")
    return pen.mask(lens)


def _length(path: Sequence[Spot]) -> float:
    return float(np.hypot(*np.diff(np.array(path, np.float64), axis=0).T).sum())


def _moved(points: Sequence[Spot], dx: float, dy: float) -> list[Spot]:
    return [(x + dx, y + dy) for x, y in points]

"""Flat vector drawings that become pixel art: large, hard shapes in palette colours, then majority.

A shape is drawn eight times too large without anti-aliasing. Each pixel takes the colour that most
of its samples have; only where no colour has a clear majority are the samples averaged and snapped
to a restricted list of colours. That keeps lines clean and never invents a colour.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final, TypeAlias

import numpy as np
import skia
from numpy.typing import NDArray
from scipy.interpolate import CubicSpline

from tools.art.noise import grid
from tools.art.palette import COLORS, RAMP_NAMES, rgb, steps, vector
from tools.art.raster import Image, shift, solid

Point = tuple[float, ...]
"""(x, y) for a smooth point, (x, y, 1) for a corner."""

Points = Sequence[Point]
Shape: TypeAlias = Points | Any
"""Points of an outline, or a finished `skia.Path` (which has no type stubs)."""

CLEAR_MAJORITY: Final = 0.56


def colors_of(*names: str) -> list[str]:
    """Colour names of ramps and of single colours, for `Sketch.pixels`."""
    found: list[str] = []
    for name in names:
        found += steps(name) if name in RAMP_NAMES else [name]
    return found


def mirrored(points: Points, axis_x: float) -> list[Point]:
    """The points on the other side of a vertical axis."""
    return [(2 * axis_x - point[0], *point[1:]) for point in points]


class Sketch:
    """One drawing in progress. Coordinates are in units of `scale` pixels.

    With `mirror` everything is drawn as in a looking glass; light from the left must then be
    thought of as coming from the right (`hair_lock` does so by itself).
    """

    def __init__(
        self,
        width: float,
        height: float,
        scale: float = 1.0,
        mirror: bool = False,
        samples: int = 8,
    ) -> None:
        self.width = round(width * scale)
        self.height = round(height * scale)
        self.samples = samples
        self.mirror = mirror
        self.surface = skia.Surface(self.width * samples, self.height * samples)
        self.canvas = self.surface.getCanvas()
        self.canvas.clear(0)
        self.canvas.scale(samples * scale, samples * scale)
        if mirror:
            self.canvas.translate(width, 0)
            self.canvas.scale(-1, 1)

    def path(self, points: Points, closed: bool = True, tension: float = 1.0) -> skia.Path:
        """A curve through the points (Catmull-Rom), with the marked corners kept sharp."""
        spots = [np.array(point[:2], float) for point in points]
        corner = [len(point) > 2 for point in points]
        count = len(spots)
        path = skia.Path()
        path.moveTo(*map(float, spots[0]))
        for i in range(count if closed else count - 1):
            j = (i + 1) % count
            start, end = spots[i], spots[j]
            before = spots[i - 1] if (closed or i > 0) and not corner[i] else start
            after = spots[(j + 1) % count] if (closed or j < count - 1) and not corner[j] else end
            first = start + (end - before) * tension / 3
            second = end - (after - start) * tension / 3
            path.cubicTo(*map(float, (*first, *second, *end)))
        if closed:
            path.close()
        return path

    def fill(
        self,
        shape: Shape,
        color: str,
        line: str | None = None,
        line_width: float = 1.1,
        clip: skia.Path | None = None,
    ) -> skia.Path:
        """A filled shape with an optional line around it; returns its path, for clipping others."""
        path = shape if isinstance(shape, skia.Path) else self.path(shape)
        self._draw(path, self._paint(color), clip)
        if line:
            self._draw(path, self._paint(line, line_width), clip)
        return path

    def stroke(
        self, points: Points, color: str, width: float = 1.1, clip: skia.Path | None = None
    ) -> None:
        """An open line of even width with round ends."""
        self._draw(self.path(points, closed=False), self._paint(color, width), clip)

    def taper(
        self, points: Points, color: str, widths: Sequence[float], clip: skia.Path | None = None
    ) -> None:
        """A line whose width follows `widths` from its start to its end."""
        middle = smooth(points, 40)
        along = np.linspace(0, 1, len(middle))
        width = np.interp(along, np.linspace(0, 1, len(widths)), widths)
        tangent = np.gradient(middle, axis=0)
        tangent /= np.maximum(np.hypot(*tangent.T)[:, None], 1e-6)
        normal = np.stack([-tangent[:, 1], tangent[:, 0]], -1)
        left, right = middle + normal * width[:, None] / 2, middle - normal * width[:, None] / 2
        self._draw(polygon(np.r_[left, right[::-1]]), self._paint(color), clip)

    def ellipse(
        self,
        x: float,
        y: float,
        radius_x: float,
        radius_y: float,
        color: str,
        line: str | None = None,
        line_width: float = 1.0,
        clip: skia.Path | None = None,
    ) -> skia.Path:
        """An ellipse around (x, y)."""
        path = skia.Path()
        path.addOval(skia.Rect(x - radius_x, y - radius_y, x + radius_x, y + radius_y))
        return self.fill(path, color, line, line_width, clip)

    def erase(self, shape: Shape) -> None:
        """Make a shape clear again, down to nothing."""
        path = shape if isinstance(shape, skia.Path) else self.path(shape)
        self.canvas.drawPath(path, skia.Paint(BlendMode=skia.BlendMode.kClear))

    def snapshot(self) -> skia.Image:
        """What has been drawn so far, for `lay`."""
        return self.surface.makeImageSnapshot()

    def lay(self, image: skia.Image) -> None:
        """Draw a snapshot of a sketch of the same size over this one."""
        self.canvas.save()
        self.canvas.resetMatrix()
        self.canvas.drawImage(image, 0, 0)
        self.canvas.restore()

    def pixels(
        self,
        names: Iterable[str] | None = None,
        box: tuple[int, int, int, int] | None = None,
        majority: float = CLEAR_MAJORITY,
    ) -> Image:
        """The drawing as a sprite: each pixel clear or one palette colour.

        names are the colours that mixed pixels may take (default: those used in the drawing);
        box (left, top, right, bottom) limits the work to a part, the result has that part's size.
        """
        left, top, right, bottom = box or (0, 0, self.width, self.height)
        result = np.zeros((bottom - top, right - left, 4), np.uint8)
        k = self.samples
        raw = self.snapshot().toarray(colorType=skia.kRGBA_8888_ColorType)
        raw = raw[top * k : bottom * k, left * k : right * k]
        drawn = raw[..., 3] > 0
        rows = np.flatnonzero(drawn.any(1)) // k
        cols = np.flatnonzero(drawn.any(0)) // k
        if len(rows):
            top, bottom = int(rows[0]), int(rows[-1]) + 1
            left, right = int(cols[0]), int(cols[-1]) + 1
            part = raw[top * k : bottom * k, left * k : right * k]
            result[top:bottom, left:right] = self._reduce(part, names, majority)
        return result

    def _reduce(
        self, samples: NDArray[np.uint8], names: Iterable[str] | None, majority: float
    ) -> Image:
        """Samples, shape (height * k, width * k, 4), to pixels by majority."""
        k = self.samples
        height, width = samples.shape[0] // k, samples.shape[1] // k
        part = samples.astype(np.int32)
        key = (part[..., 0] << 16) | (part[..., 1] << 8) | part[..., 2]
        key[part[..., 3] == 0] = -1
        best = np.zeros((height, width), np.int64)
        total = np.zeros((height, width), np.int64)
        mode = np.zeros((height, width, 3), np.float64)
        mixed = np.zeros((height, width, 3), np.float64)
        used = []
        for name, color in COLORS.items():
            same = key == (color[0] << 16 | color[1] << 8 | color[2])
            if not same.any():
                continue
            used.append(name)
            count = same.reshape(height, k, width, k).sum((1, 3))
            mode[count > best] = color
            best = np.maximum(best, count)
            total += count
            mixed += count[..., None] * np.array(color, np.float64)
        mixed /= np.maximum(total, 1)[..., None]
        result = np.zeros((height, width, 4), np.uint8)
        clear = best > majority * k * k
        result[..., :3] = np.where(clear[..., None], mode, snap(mixed, names or used))
        result[..., 3] = (total * 2 > k * k) * 255
        result[result[..., 3] == 0] = 0
        return result

    def _paint(self, color: str, width: float | None = None) -> skia.Paint:
        paint = skia.Paint(Color=skia.Color(*rgb(color)), AntiAlias=False)
        if width:
            paint.setStyle(skia.Paint.kStroke_Style)
            paint.setStrokeWidth(width)
            paint.setStrokeCap(skia.Paint.kRound_Cap)
            paint.setStrokeJoin(skia.Paint.kRound_Join)
        return paint

    def _draw(self, path: skia.Path, paint: skia.Paint, clip: skia.Path | None = None) -> None:
        if clip is None:
            self.canvas.drawPath(path, paint)
            return
        self.canvas.save()
        self.canvas.clipPath(clip)
        self.canvas.drawPath(path, paint)
        self.canvas.restore()


def smooth(points: Points, count: int) -> NDArray[np.float64]:
    """`count` places along a smooth curve through the points, shape (count, 2)."""
    spots = np.array([point[:2] for point in points], float)
    length = np.r_[0, np.cumsum(np.hypot(*np.diff(spots, axis=0).T))]
    at = np.linspace(0, 1, count)
    if len(spots) == 2:
        straight: NDArray[np.float64] = spots[0] + (spots[1] - spots[0]) * at[:, None]
        return straight
    result: NDArray[np.float64] = CubicSpline(length / length[-1], spots)(at)
    return result


def polygon(spots: NDArray[np.float64]) -> skia.Path:
    """A closed path straight from place to place."""
    path = skia.Path()
    path.addPoly([skia.Point(float(x), float(y)) for x, y in spots], True)
    return path


def _oklab(colors: NDArray[Any]) -> NDArray[np.float64]:
    """sRGB 0..255 to OKLab (Ottosson 2020), in which distances match what the eye sees."""
    c = np.asarray(colors, np.float64) / 255
    c = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
    to_cones = np.array(
        [
            [0.4122214708, 0.5363325363, 0.0514459929],
            [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005],
        ]
    )
    to_lab = np.array(
        [
            [0.2104542553, 0.7936177850, -0.0040720468],
            [1.9779984951, -2.4285922050, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.8086757660],
        ]
    )
    result: NDArray[np.float64] = np.cbrt(np.maximum(c @ to_cones.T, 0)) @ to_lab.T
    return result


def snap(image: NDArray[Any], names: Iterable[str]) -> NDArray[np.float64]:
    """Each pixel replaced by the nearest of the named colours; shape and range stay."""
    allowed = np.array([rgb(name) for name in names], np.float64)
    flat = image.reshape(-1, 3)
    distinct, where = np.unique(np.round(flat), axis=0, return_inverse=True)
    apart = ((_oklab(distinct)[:, None] - _oklab(allowed)[None]) ** 2).sum(-1)
    result: NDArray[np.float64] = allowed[apart.argmin(1)][where.reshape(-1)]
    return result.reshape(image.shape)


def moon_rim(
    image: Image, color: str = "moon1", amount: float = 0.75, free_bottom: int = 3
) -> Image:
    """A line of moonlight just inside the upper left silhouette, fading to the right.

    The lowest rows stay as they are, because a bust is cut off there and has no edge.
    """
    inside = solid(image)

    def open_towards(dx: int, dy: int) -> NDArray[np.bool_]:
        return ~shift(inside, dx, dy)

    outer = inside & (open_towards(1, 0) | open_towards(0, 1) | open_towards(1, 1))
    second = open_towards(2, 1) | open_towards(1, 2) | open_towards(2, 2) | open_towards(2, 0)
    edge = inside & ~outer & second
    if free_bottom:
        edge[-free_bottom:] = False
    x, _ = grid(image.shape[1], image.shape[0])
    share = (np.clip(1.25 - x / image.shape[1] * 0.9, 0.15, 1) * amount)[edge][:, None]
    result = image.copy()
    mixed = image[edge, :3].astype(np.float64) * (1 - share) + vector(color) * share
    result[edge, :3] = mixed.astype(np.uint8)
    return result


LockColors = tuple[str, str, str, str, str]
"""Colours of a lock of hair: line, dark, middle, light, spark."""


def hair_lock(
    sketch: Sketch,
    left: Points,
    right: Points,
    colors: LockColors,
    gloss: tuple[float, float] | None = None,
    *,
    line: float = 1.25,
    root: float = 0.0,
    shade_from: float = 0.60,
) -> None:
    """One tapered lock of hair between two sides that run from the root and meet at the tip.

    It shades itself: light along the left, dark beyond `shade_from` across, a gloss between two
    places along it (0 root, 1 tip). The lines fade in from the root, or the hair becomes a helmet;
    `root` is the share of the length that stays without a line.
    """
    count = 48
    near, far = smooth(left, count), smooth(right, count)
    if sketch.mirror:
        near, far = far, near
    line_color, dark, middle, light, spark = colors
    along = np.linspace(0, 1, count)

    def across(share: NDArray[np.float64] | float) -> NDArray[np.float64]:
        share = np.broadcast_to(share, (count,))[:, None]
        side: NDArray[np.float64] = near + (far - near) * share
        return side

    def band(
        a: NDArray[np.float64], b: NDArray[np.float64], color: str, part: slice = slice(None)
    ) -> None:
        sketch.fill(polygon(np.r_[a[part], b[part][::-1]]), color)

    band(near, far, middle)
    band(across(shade_from + 0.10 * np.sin(along * 5 + near[0, 0])), far, dark)
    swell = np.sin(np.pi * np.clip((along - 0.06) / 0.86, 0, 1))
    band(across(0.10), across(0.10 + 0.26 * swell), light)
    if gloss:
        start, end = gloss
        bulge = np.sin(np.pi * np.clip((along - start) / (end - start), 0, 1))
        inside = np.flatnonzero((along >= start) & (along <= end))
        part = slice(int(inside[0]), int(inside[-1]) + 1)
        for low, high, color in ((0.12, 0.62, light), (0.18, 0.44, spark)):
            inset = (high - low) * 0.5 * (1 - bulge)
            band(across(low + inset), across(high - inset), color, part)
    for side, width in ((near, line * 0.85), (far, line)):
        spots = [tuple(map(float, spot)) for spot in side[int(count * root) :: 3]]
        sketch.taper(spots, line_color, [0.15, width * 0.7, width, width, width * 0.6])

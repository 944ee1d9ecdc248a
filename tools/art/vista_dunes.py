"""One big dune seen from the side: a sharp S-shaped crest between a lit and a shaded flank."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tools.art.dither import shade_ramp
from tools.art.noise import Floats, fbm, grid
from tools.art.palette import ramp
from tools.art.raster import Image, canvas
from tools.art.vista import paint, smoothstep


@dataclass(frozen=True, slots=True)
class Dune:
    """A dune by its peak (x, y) and how far it reaches left and right, in pixels.

    drift is how far the crest line wanders per pixel downward (its sign is its side), lit and shade
    are the tones of the flanks on the sand ramp, base the y at which the flanks level out, haze the
    share of air colour in front, curve how deep the S of the crest swings.
    """

    x: float
    y: float
    left: float
    right: float
    drift: float
    lit: float
    shade: float
    seed: int
    base: float
    haze: float = 0.0
    curve: float = 1.0


def _skyline(dune: Dune, x: Floats) -> Floats:
    """The upper edge of the dune at each x, shape (width,)."""
    aside = x - dune.x
    reach = np.clip(np.where(aside < 0, -aside / dune.left, aside / dune.right), 0, 1)
    windward = np.maximum(0.5 + 0.5 * np.cos(np.pi * reach), 0) ** 1.05
    windward *= 1 - 0.12 * np.sin(np.pi * reach)
    lee = np.maximum(1 - reach, 0) ** 1.7 * (1 + 0.75 * reach)
    rise = np.where(aside < 0, windward, lee)
    roughness = (fbm(x / 80, x * 0, dune.seed, 2) - 0.5) * 4 * reach
    return np.asarray(dune.y + (dune.base - dune.y) * (1 - rise) + roughness, np.float64)


def _crest(dune: Dune, y: Floats) -> Floats:
    """The x of the crest line at each pixel's height."""
    down = np.maximum(y - dune.y, 0)
    height = max(dune.base - dune.y, 1)
    share = down / height
    swing = np.sin(share * np.pi * 1.25 + 0.2) * height * 0.42 * dune.curve
    swing *= -np.sign(dune.drift) * np.clip(share * 3, 0, 1)
    wobble = (fbm(y / 22, y * 0 + dune.seed, dune.seed, 2) - 0.5) * 9 * np.clip(share * 2, 0, 1)
    return dune.x + dune.drift * down * (0.35 + 0.9 * share) + swing + wobble


def draw_dune(width: int, height: int, dune: Dune, air: NDArray[np.float32], x0: int = 0) -> Image:
    """The dune as a layer; air is the colour that haze mixes in, x0 the layer's left edge."""
    x, y = grid(width, height, x0)
    top = _skyline(dune, x[0])[None]
    crest = _crest(dune, y)
    depth = y - top
    sand = depth >= 0
    is_lit = x < crest
    seed = dune.seed
    lit = dune.lit + 1.3 * np.exp(-np.maximum(depth, 0) / 8) - depth * 0.030
    lit += (fbm(x / 60, y / 16, seed + 2, 3) - 0.5) * 1.1
    lit -= np.clip((crest - x) / width * 2.2, 0, 1.4)
    shade = dune.shade - 0.3 + np.clip((x - crest) / 120, 0, 1) * 0.9
    shade += (fbm(x / 40, y / 12, seed + 3, 3) - 0.5) * 0.5 + depth * 0.002
    # Ripples: close lines near the skyline, wider ones towards the viewer, in patches.
    near = np.clip(depth / 90, 0.15, 1)
    phase = y * (2.1 - 1.25 * near) + np.sin(x / 23 + seed) * 3 - x * 0.10
    phase += (fbm(x / 20, y / 9, seed + 5, 2) - 0.5) * 11
    ripple = np.sin(phase * 0.95)
    patch = smoothstep(0.45, 0.62, fbm(x / 60, y / 18, seed + 6, 3)) * np.clip(depth / 14, 0, 1)
    lit += np.where(ripple > 0.45, 0.55, np.where(ripple < -0.65, -0.5, 0)) * patch
    shade += np.where(ripple > 0.62, 0.4, 0) * patch * 0.8
    tone = np.where(is_lit, lit, shade)
    share = np.maximum(y - dune.y, 0) / max(dune.base - dune.y, 1)
    on_crest = (np.abs(x - crest) < 0.9) & (depth > 0) & (share < 0.95)
    tone = np.where(on_crest, np.maximum(tone, dune.lit + 1.3 - share * 2.2), tone)
    # Where the flanks have run out level the skyline is no edge and catches no light.
    edge = (depth < 1.2) & (top < dune.base - 4)
    tone = np.where(edge & is_lit, dune.lit + 2.3, np.where(edge & ~is_lit, dune.shade + 1.3, tone))
    colors = shade_ramp(tone, ramp("sand"), 0.5)
    if dune.haze:
        colors = colors * (1 - dune.haze) + air * dune.haze
    layer = canvas(width, height)
    paint(layer, sand, colors)
    return layer

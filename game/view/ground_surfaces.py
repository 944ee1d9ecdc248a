"""What lies on the sand: one small recipe a surface, each to be known at a glance.

A recipe gets the px of its patch and changes their tone and ramp; patches have ragged edges and
may be as small as three tiles each way.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core.units import TILE_PX
from game.sim.level import Surface
from game.view.ground_noise import Box, Cells, Floats, Whole, bilinear, fbm, hash16, point_noise
from game.view.ground_palette import Ramp

_SPOTS: Final = 6000
"""Px of a surface that are painted in one piece of work."""
_f32 = np.float32
Mask = NDArray[np.bool_]


@dataclass(slots=True)
class Patch:
    """A block of ground while surfaces are laid on it; arrays are (h, w).

    plain: px that get no grain of sand; ramp: codes of ``Ramp``.
    """

    block: Box
    tone: Floats
    dark: Mask
    ramp: NDArray[np.uint8]
    plain: Mask
    seed: int

    @classmethod
    def of_sand(cls, block: Box, tone: Floats, dark: Mask, seed: int) -> Patch:
        """Bare sand of these tones."""
        plain = np.zeros(tone.shape, bool)
        return cls(block, tone, dark, np.zeros(tone.shape, np.uint8), plain, seed)


@dataclass(slots=True)
class _Spots:
    """The px of one surface in a block, (n,): world place, tone so far, and how deep inside.

    edge: 0 at the rim, growing inwards; depth: 0..1, softer and wider; rim: slope of the edge
    towards the lower right; dark: in a moon shadow.
    """

    x: Whole
    y: Whole
    tone: Floats
    edge: Floats
    depth: Floats
    rim: Floats
    dark: Mask
    seed: int


@dataclass(slots=True)
class _Laid:
    """What a recipe made of its px: tone, ramp, and which of them carry no grain."""

    tone: Floats
    ramp: NDArray[np.uint8]
    plain: Mask


def paint(patch: Patch, surfaces: NDArray[np.uint8]) -> Generator[None, None, Mask]:
    """Lay every surface but sand on the patch; returns the px that are covered."""
    x0, y0, w, h = patch.block
    around = (x0 - 1, y0 - 1, w + 1, h + 1)  # a rim is a difference to the neighbour
    covered = np.zeros((h, w), bool)
    weights = _weights(surfaces, around)
    if not weights:
        return covered
    yield
    ragged = (fbm(around, 22, 17.6, patch.seed + 70, 2) - _f32(0.5)) * _f32(0.5)
    ragged += (fbm(around, 5, 4, patch.seed + 75, 1) - _f32(0.5)) * _f32(0.16)
    yield
    # Whatever is not sand stands against sand together; among themselves the strongest wins.
    cover = sum((weight for weight, _ in weights.values()), start=ragged - _f32(0.45))
    rim, inner = cover[1:, 1:] - cover[:-1, :-1], cover[1:, 1:]
    strongest = np.full(ragged.shape, -9, _f32)
    winner = np.zeros(ragged.shape, np.uint8)
    for surface, (weight, _) in weights.items():
        pull = weight + ragged * _f32(0.5 if surface % 2 else -0.5)
        np.copyto(winner, np.uint8(surface), where=pull > strongest)
        np.maximum(strongest, pull, out=strongest)
    winner = np.where(inner > 0, winner[1:, 1:], Surface.SAND)
    yield
    for surface, (_, depth) in weights.items():
        mask = winner == surface
        if not mask.any():
            continue
        covered |= mask
        rows, columns = np.nonzero(mask)
        for start in range(0, len(rows), _SPOTS):
            at = rows[start : start + _SPOTS], columns[start : start + _SPOTS]
            spots = _Spots(
                at[1] + x0,
                at[0] + y0,
                patch.tone[at],
                inner[at],
                depth[1:, 1:][at],
                rim[at],
                patch.dark[at],
                patch.seed,
            )
            laid = _RECIPES[surface](spots)
            patch.tone[at], patch.ramp[at], patch.plain[at] = laid.tone, laid.ramp, laid.plain
            yield
    return covered


def _weights(surfaces: NDArray[np.uint8], box: Box) -> dict[Surface, tuple[Floats, Floats]]:
    """Per surface in reach: how much of it lies at each px (0..1), and a wide soft depth of it."""
    x0, y0, w, h = box
    x, y = (np.arange(w) + x0 - 7.5) / TILE_PX, (np.arange(h) + y0 - 7.5) / TILE_PX
    ix, iy = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    gx = np.clip(np.arange(ix[0] - 3, ix[-1] + 5), 0, surfaces.shape[1] - 1)
    gy = np.clip(np.arange(iy[0] - 3, iy[-1] + 5), 0, surfaces.shape[0] - 1)
    near = surfaces[np.ix_(gy, gx)]
    fx, fy = (x - ix).astype(_f32), (y - iy).astype(_f32)
    out: dict[Surface, tuple[Floats, Floats]] = {}
    for surface in Surface:
        if surface == Surface.SAND or not (near == surface).any():
            continue
        own = (near == surface).astype(_f32)
        once = _blur(own)
        soft = _blur(_blur(once))
        weight, depth = (
            bilinear(q, ix - ix[0] + 3, fx, iy - iy[0] + 3, fy) for q in (_mixed(own, once), soft)
        )
        out[surface] = (weight, depth)
    return out


def _mixed(own: Floats, once: Floats) -> Floats:
    """Sharp enough to stay on its tiles, soft enough that slanting edges have no steps."""
    return own * _f32(0.25) + once * _f32(0.75)


def _blur(a: Floats) -> Floats:
    a = np.pad(a, 1, mode="edge")
    a = (a[:-2] + 2 * a[1:-1] + a[2:]) / _f32(4)
    return (a[:, :-2] + 2 * a[:, 1:-1] + a[:, 2:]) / _f32(4)


def _all(tone: Floats, ramp: Ramp, *, plain: bool = False) -> _Laid:
    """The same ramp on all px of a surface."""
    n = len(tone)
    return _Laid(tone, np.full(n, ramp, np.uint8), np.full(n, plain))


def _sunken(s: _Spots, depth: float, strength: float) -> Floats:
    """A rim that lies lower than the sand: shaded at the upper left, lit at the lower right."""
    lip: Floats = np.clip(_f32(depth) - s.edge, 0, depth) * _f32(strength)
    return lip * np.clip(s.rim * 14, -0.8, 1)


def _soft(s: _Spots) -> _Laid:
    """Powder in billows, without ripples."""
    billow = point_noise((s.x - 1) / 15, (s.y - 1) / 11, s.seed + 90)
    billow -= point_noise((s.x + 1) / 15, (s.y + 1) / 11, s.seed + 90)
    fine = point_noise((s.x - 1) / 7, (s.y - 1) / 5.5, s.seed + 91)
    fine -= point_noise((s.x + 1) / 7, (s.y + 1) / 5.5, s.seed + 91)
    rise = np.clip(s.edge * 4, 0, 1) * (_f32(0.75) - (billow * 2 + fine) * _f32(1.5))
    return _all(s.tone + rise, Ramp.SAND, plain=True)


def _quicksand(s: _Spots) -> _Laid:
    """Wet and dark, in slow rings, with a glint of the moon here and there."""
    n = point_noise(s.x / 26, s.y / 20, s.seed + 95)
    ring = np.sin((s.depth * 7 + n * _f32(1.6)) * _f32(2 * np.pi))
    tone = _f32(5.0) - s.depth * _f32(2.7) + (n - _f32(0.5)) * _f32(0.6)
    tone += np.where(ring > 0.5, _f32(0.9), np.where(ring < -0.7, _f32(-0.9), _f32(0)))
    glint = (ring > 0.8) & (point_noise(s.x / 8, s.y / 5, s.seed + 96) > 0.68)
    tone = np.where(glint, _f32(7), tone) - _sunken(s, 0.12, 14)
    return _all(tone, Ramp.WET, plain=True)


def _hardpan(s: _Spots) -> _Laid:
    """Flat clay in cracked plates, a little sunken."""
    cells = Cells(s.x, s.y, 23, s.seed + 80)
    gap = cells.next - cells.near
    gap -= (point_noise(s.x / 4, s.y / 4, s.seed + 82) - _f32(0.5)) * _f32(1.2)
    broad = point_noise(s.x / 26, s.y / 20, s.seed + 81)
    flat = _f32(4.65) + (s.tone - _f32(3.7)) * _f32(0.35) + (broad - _f32(0.5)) * _f32(0.9)
    tone = np.where(s.dark, s.tone, flat)
    plates = broad + (cells.mark % 89) / _f32(260) > 0.56
    tone += (cells.mark / _f32(65535) - _f32(0.5)) * _f32(0.5) * plates
    tone -= np.where((gap < 0.9) & plates, _f32(1.3), _f32(0))
    lit = plates & (gap >= 0.9) & (gap < 2.0) & (cells.dx + cells.dy < 0)
    tone += np.where(lit, _f32(0.45), _f32(0))
    return _all((tone - _sunken(s, 0.13, 8)).astype(_f32), Ramp.CLAY)


def _gravel(s: _Spots) -> _Laid:
    """Pebbles in drifts, each lit from the upper left and with a shadow of its own, and grit."""
    cells = Cells(s.x, s.y, 6, s.seed + 85)
    drift = point_noise(s.x / 19, s.y / 14, s.seed + 86)
    size = _f32(0.35) + drift * _f32(1.25)
    radius = (_f32(0.7) + (cells.mark % 97) / _f32(97) * _f32(1.8)) * size
    there = cells.mark % 7 > 0
    pebble = (cells.near < radius) & there
    light = _f32(2.3) - (cells.dx + cells.dy) * _f32(0.55) + (cells.mark % 13) / _f32(9)
    light -= np.where(s.dark, _f32(1.2), _f32(0))
    ahead = (cells.dx - _f32(1.3)) ** 2 + (cells.dy - _f32(1.1)) ** 2
    shadow = ~pebble & there & (ahead < (radius + _f32(0.2)) ** 2)
    grit = hash16(s.x, s.y, s.seed + 87) % 11
    bare = s.tone - _f32(0.5)
    bare += np.where(grit == 0, _f32(1.1), np.where(grit < 3, _f32(-0.7), _f32(0)))
    bare = np.where(shadow, np.minimum(bare, _f32(1.6)), bare)
    ramp = np.where(pebble, Ramp.STONE, Ramp.SAND).astype(np.uint8)
    return _Laid(np.where(pebble, light, bare).astype(_f32), ramp, pebble)


def _rock(s: _Spots) -> _Laid:
    """Bare rock: flat facets at angles of their own, lit edges, cracks, sand in the hollows."""
    wx = s.x + ((point_noise(s.x / 13, s.y / 13, s.seed + 101) - 0.5) * 9).astype(np.int64)
    wy = s.y + ((point_noise(s.x / 13, s.y / 13, s.seed + 102) - 0.5) * 7).astype(np.int64)
    cells = Cells(wx, wy * 5 // 4, 30, s.seed + 100)
    gap = cells.next - cells.near
    lean = (cells.mark % 251) / _f32(251) - _f32(0.5)
    tone = _f32(2.2) + lean * _f32(1.5) - (cells.dx + cells.dy) * _f32(0.02)
    rough = point_noise(s.x / 5, s.y / 4, s.seed + 103)
    tone += (rough - _f32(0.5)) * _f32(1.2)
    strata = (s.y + ((point_noise(s.x / 24, s.y / 24, s.seed + 105)) * 30).astype(np.int64)) % 11
    tone += np.where(strata == 0, _f32(-0.7), np.where(strata == 1, _f32(0.35), _f32(0)))
    tone = np.where(gap < 1.4, _f32(0.6), tone)
    lit = (gap >= 1.4) & (gap < 2.8) & (cells.dx + cells.dy < 1)
    tone += np.where(lit, _f32(1.0), _f32(0))
    tone -= np.where(s.dark, _f32(1.3), _f32(0))
    tone += np.clip(_f32(0.1) - s.edge, 0, 0.1) * _f32(12) * np.clip(s.rim * 14, -1, 1)
    hollow = point_noise(s.x / 23, s.y / 17, s.seed + 104) + (rough - _f32(0.5)) * _f32(0.3)
    sandy = hollow + s.depth * _f32(0.2) < 0.30
    ramp = np.where(sandy, Ramp.SAND, Ramp.STONE).astype(np.uint8)
    return _Laid(np.where(sandy, s.tone, tone).astype(_f32), ramp, ~sandy)


def _road(s: _Spots) -> _Laid:
    """A trodden way: packed and pale, with flagstones where the wind has bared them."""
    cells = Cells(s.x, s.y * 5 // 4, 13, s.seed + 110)
    gap = cells.next - cells.near
    gap -= (point_noise(s.x / 5, s.y / 5, s.seed + 113) - _f32(0.5)) * _f32(1.4)
    bared = point_noise(s.x / 34, s.y / 26, s.seed + 111)
    laid = bared + (cells.mark % 101) / _f32(230) > 0.62
    stone = laid & (gap >= 1.3) & (s.edge > 0.10)
    joint = laid & (gap < 1.3) & (s.edge > 0.10)
    packed = _f32(5.0) + (s.tone - _f32(3.7)) * _f32(0.4) + (bared - _f32(0.5)) * _f32(0.9)
    scuffs = point_noise(s.x / 9, s.y / 2.4, s.seed + 112)
    packed += np.where(scuffs > 0.70, _f32(0.45), np.where(scuffs < 0.28, _f32(-0.5), _f32(0)))
    packed += np.clip(_f32(0.10) - s.edge, 0, 0.1) * _f32(9) * (scuffs - _f32(0.5))
    flags = _f32(4.75) + (cells.mark % 17) / _f32(17) * _f32(1.0)
    flags -= (cells.dx + cells.dy) * _f32(0.035)
    lit = (gap < 2.6) & (cells.dx + cells.dy < 0)
    flags += np.where(lit, _f32(0.55), np.where(gap < 2.4, _f32(-0.45), _f32(0)))
    tone = np.where(stone, flags, np.where(joint, _f32(3.15), packed))
    tone = np.where(s.dark, _f32(1.6) + (tone - _f32(4.9)) * _f32(0.5), tone)
    # packed sand is sand; only what lies in it is warm
    ramp = np.where(stone | joint, Ramp.CLAY, Ramp.SAND).astype(np.uint8)
    return _Laid((tone - _sunken(s, 0.14, 7)).astype(_f32), ramp, stone)


def _scrub(s: _Spots) -> _Laid:
    """Dry tufts of a few blades each on darker, rooted sand."""
    cells = Cells(s.x, s.y, 11, s.seed + 120)
    there = cells.mark % 5 > 0
    tall = _f32(4.0) + (cells.mark % 31) / _f32(31) * _f32(4.0)
    up = _f32(1.2) - cells.dy
    blade = np.zeros(len(s.tone), bool)
    for i, lean in enumerate((-1.0, -0.5, -0.08, 0.42, 0.95)):
        sway = lean + ((cells.mark >> i) % 5 - 2) * _f32(0.06)
        reach = tall * _f32(1 - 0.3 * abs(lean))
        blade |= (np.abs(cells.dx - sway * up) < 0.55) & (up >= 0) & (up < reach)
    blade &= there
    tone = _f32(0.9) + up / tall * _f32(2.6) - cells.dx * _f32(0.2)
    tone -= np.where(s.dark, _f32(1.2), _f32(0))
    ahead = (cells.dx - 1.4) ** 2 + ((cells.dy - 1.3) * _f32(1.7)) ** 2
    shadow = ~blade & there & (ahead < _f32(7))
    rooted = s.tone - np.clip(s.edge * 3, 0, 1) * _f32(0.45)
    bare = np.where(shadow, np.minimum(rooted, _f32(2.1)), rooted)
    dead = cells.mark % 3 == 0
    leaf = np.where(dead, Ramp.STONE, Ramp.LEAF)
    ramp = np.where(blade, leaf, Ramp.SAND).astype(np.uint8)
    return _Laid(np.where(blade, tone, bare).astype(_f32), ramp, blade)


_RECIPES: dict[Surface, Callable[[_Spots], _Laid]] = {
    Surface.SOFT: _soft,
    Surface.QUICKSAND: _quicksand,
    Surface.HARDPAN: _hardpan,
    Surface.GRAVEL: _gravel,
    Surface.ROCK: _rock,
    Surface.ROAD: _road,
    Surface.SCRUB: _scrub,
}

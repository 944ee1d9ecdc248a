"""Paints a rectangle of moonlit ground from the relief of the dunes and the surfaces under it.

Everything is a map of tones that is dithered into a palette ramp at the very end, in world
coordinates. The moon stands at the upper left. Any rectangle of the world may be painted alone and
meets its neighbours to the pixel.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from game.sim.land.dune_field import LEE_PX_PER_LEVEL, ArtPlanes, Relief, fill
from game.sim.land.dune_lines import LEVEL_UNITS, UNIT, Ridge, Wind, unit_wind
from game.view import ground_surfaces
from game.view.ground_noise import Box, Floats, bilinear, fbm, hash16, point_noise, smoothstep
from game.view.ground_palette import DITHER_OF, RAMP_LENGTHS, RAMP_STARTS, Ramp
from game.view.ground_surfaces import Patch

LEFT_PX, TOP_PX, EDGE_PX = 56, 36, 2
"""Relief needed around a rectangle: moon shadows reach in from the upper left."""
TILE_PX = 16
_FOOT_PX = 9
DRAWN_PX_PER_LEVEL = 4.2
LOW_WALL_PX, HIGH_WALL_PX = 3.8, 8.8
BLOCK_PX = 128
SHADOW_STEPS = 6
SHADOW_SLOPE = 0.40
LIT_TONES = 9.0
"""Tones between sand that lies flat and sand turned straight to the moon."""
MOON = (0.62, 0.42, 0.66)

_f32 = np.float32
_BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], _f32)
_DITHER = (_BAYER + _f32(0.5)) / _f32(16) - _f32(0.5)


@dataclass(frozen=True, slots=True)
class GroundPlan:
    """What there is to paint: traced ridges, surface codes and walls by tile, wind and seed.

    surfaces: uint8 (h, w), `game.sim.level.Surface`; walls: uint8 (h, w), 0 none, 1 low, 2 high.
    """

    ridges: Sequence[Ridge]
    surfaces: NDArray[np.uint8]
    walls: NDArray[np.uint8]
    wind: Wind
    seed: int


@dataclass(slots=True)
class Painting:
    """A rectangle being painted. `work` yields after each short piece; `indices` is then whole."""

    plan: GroundPlan
    box: Box
    indices: NDArray[np.uint8] = field(init=False)

    def __post_init__(self) -> None:
        self.indices = np.zeros((self.box[3], self.box[2]), np.uint8)

    def work(self) -> Iterator[None]:
        """Do the work, a piece of one or two ms at a time."""
        plan, (x0, y0, w, h) = self.plan, self.box
        wide = (x0 - LEFT_PX, y0 - TOP_PX, w + LEFT_PX + EDGE_PX, h + TOP_PX + EDGE_PX)
        relief = Relief.flat(*wide, 1, art=True)
        yield from fill(relief, plan.ridges, plan.wind)
        z = relief.height * _f32(DRAWN_PX_PER_LEVEL / LEVEL_UNITS)
        yield
        z += (fbm(wide, 60, 45, plan.seed + 30) - _f32(0.5)) * _f32(5)
        yield
        shade = yield from _moon_shadow(z, _wall_heights(plan.walls, wide))
        for top in range(0, h, BLOCK_PX):
            for left in range(0, w, BLOCK_PX):
                block = (x0 + left, y0 + top, min(BLOCK_PX, w - left), min(BLOCK_PX, h - top))
                view = _Window(relief, z, shade, left, top, block)
                tone = yield from _sand_tone(plan, view)
                yield from self._finish(view, tone)

    def _finish(self, view: _Window, sand: _SandTone) -> Iterator[None]:
        """Lay the surfaces over the sand and dither the tones into the palette."""
        plan, (x0, y0, w, h) = self.plan, view.block
        patch = Patch.of_sand(view.block, sand.tone, sand.dark, plan.seed)
        covered = yield from ground_surfaces.paint(patch, plan.surfaces)
        tone = patch.tone + np.where(covered, _f32(0), sand.ripples)
        tone += np.where(patch.plain, _f32(0), sand.grain)
        dither = _DITHER[np.ix_((np.arange(h) + y0) % 4, (np.arange(w) + x0) % 4)]
        out = self.indices[view.top : view.top + h, view.left : view.left + w]
        for ramp in Ramp:
            here = patch.ramp == ramp
            if ramp != Ramp.SAND and not here.any():
                continue
            lift = _f32(0.3 if ramp == Ramp.SAND else 0.5)
            level = np.floor(tone + lift + dither * _f32(DITHER_OF[ramp]))
            index = np.clip(level, 0, RAMP_LENGTHS[ramp] - 1).astype(np.uint8)
            np.copyto(out, index + np.uint8(RAMP_STARTS[ramp]), where=here)
        yield


@dataclass(frozen=True, slots=True)
class _Window:
    """One block of a painting, cut out of the planes that carry the margin."""

    relief: Relief
    z: Floats
    shade: Floats
    left: int
    top: int
    block: Box

    def core(self, grow: int = 0) -> tuple[slice, slice]:
        """The block's place in the planes with margin, `grow` px wider on each side."""
        x, y = self.left + LEFT_PX, self.top + TOP_PX
        _, _, w, h = self.block
        return np.s_[y - grow : y + h + grow, x - grow : x + w + grow]


@dataclass(frozen=True, slots=True)
class _SandTone:
    tone: Floats
    ripples: Floats
    grain: Floats
    dark: NDArray[np.bool_]


def _wall_heights(walls: NDArray[np.uint8], box: Box) -> Floats:
    """How far walls rise above the sand, in drawn px, on the pixel grid of `box`.

    They rise like domes: a rock on a tile or four throws a round shadow, the shorter the smaller
    it is, and only a long wall a straight one.
    """
    x0, y0, w, h = box
    half = TILE_PX / 2 - 0.5
    x, y = (np.arange(w) + x0 - half) / TILE_PX, (np.arange(h) + y0 - half) / TILE_PX
    ix, iy = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    gx = np.clip(np.arange(ix[0] - 1, ix[-1] + 3), 0, walls.shape[1] - 1)
    gy = np.clip(np.arange(iy[0] - 1, iy[-1] + 3), 0, walls.shape[0] - 1)
    near = walls[np.ix_(gy, gx)]
    out = np.zeros((h, w), _f32)
    for least, rise in ((1, LOW_WALL_PX), (2, HIGH_WALL_PX - LOW_WALL_PX)):
        stands = (near >= least).astype(_f32)
        if stands.any():
            across = stands[:, :-2] + 2 * stands[:, 1:-1] + stands[:, 2:]
            around = (across[:-2] + 2 * across[1:-1] + across[2:]) / _f32(16)
            mass = stands[1:-1, 1:-1] * (_f32(0.45) + _f32(0.55) * around)
            fx, fy = (x - ix).astype(_f32), (y - iy).astype(_f32)
            share = bilinear(mass, ix - ix[0], _round(fx), iy - iy[0], _round(fy))
            out += np.sqrt(np.clip(share * _f32(1.9) - _f32(0.55), 0, 1)) * _f32(rise)
    return out


def _round(f: Floats) -> Floats:
    return f * f * (_f32(3) - _f32(2) * f)


def _moon_shadow(z: Floats, walls: Floats) -> Generator[None, None, Floats]:
    """Depth of every px under the shadow line (above 0 = in shadow): a maximum by doubling."""
    casting = z + walls
    line = casting
    for k in range(SHADOW_STEPS):
        line = np.maximum(line, _moved_from_the_moon(line, 1 << k))
        yield
    depth = line - casting
    if walls.any():
        # A wall darkens its own foot, too, but for the side towards the moon: what stands there
        # is drawn over it and is seldom as wide as its tile.
        foot = _moved_from_the_moon(line, _FOOT_PX) - z
        np.copyto(depth, np.maximum(depth, foot), where=walls > 0)
    return depth


def _moved_from_the_moon(line: Floats, n: int) -> Floats:
    """The shadow line n px further along the light, and as much lower."""
    dx, dy = round(0.85 * n), round(0.527 * n)
    moved = np.full_like(line, -99)
    moved[dy:, dx:] = line[: line.shape[0] - dy, : line.shape[1] - dx]
    moved -= _f32(SHADOW_SLOPE * n)
    return moved


def _sand_tone(plan: GroundPlan, view: _Window) -> Generator[None, None, _SandTone]:
    """Tones of bare sand: slopes in the moonlight, slip faces, crests, drift; ripples apart."""
    block, seed = view.block, plan.seed
    core = view.core()
    gx, gy = _slope(view.z[view.core(grow=2)])
    lit = (_f32(MOON[0]) * gx + _f32(MOON[1]) * gy + _f32(MOON[2])) / np.sqrt(gx * gx + gy * gy + 1)
    broad = fbm(block, 120, 90, seed + 42) - _f32(0.5)
    tone = _f32(3.9) + (lit - _f32(MOON[2])) * _f32(LIT_TONES) + broad * _f32(2.1)
    depth = view.shade[core]
    dark = depth > 0
    night = _f32(2.3) - np.clip(depth * _f32(0.10), 0, 1) + broad * _f32(0.9)
    np.copyto(tone, np.minimum(tone, night), where=dark)
    art = view.relief.art
    assert art is not None
    face = _slip_face(tone, art, core, gx * _f32(MOON[0]) + gy * _f32(MOON[1]), seed)
    _crest_line(tone, art, core)
    yield
    ripples = _ripples(plan, block)
    ripples *= np.where(dark, _f32(0.45), np.clip((tone - _f32(2.4)) * _f32(0.62), 0.55, 1.5))
    ripples[face] *= _f32(0.3)
    yield
    return _SandTone(tone, ripples, _grain(block, seed + 50), dark)


def _slope(z: Floats) -> tuple[Floats, Floats]:
    """Gradient from four neighbours each way; `z` is two px wider than the result on every side."""
    gx = (z[2:-2, 3:-1] - z[2:-2, 1:-3] + (z[2:-2, 4:] - z[2:-2, :-4])) / _f32(6)
    gy = (z[3:-1, 2:-2] - z[1:-3, 2:-2] + (z[4:, 2:-2] - z[:-4, 2:-2])) / _f32(6)
    return gx, gy


def _slip_face(
    tone: Floats, art: ArtPlanes, core: tuple[slice, slice], toward: Floats, seed: int
) -> NDArray[np.bool_]:
    """Darken the slip faces, darkest under the crest, with the streaks of small avalanches."""
    side, amp_units, gauge = art.side[core], art.amp[core], art.gauge[core]
    face = (side > 0) & (gauge < 1024) & (amp_units > LEVEL_UNITS // 8)
    if face.any():
        q = gauge[face] / _f32(1024)
        amp = amp_units[face] / _f32(LEVEL_UNITS)
        streak = point_noise(
            art.along[core][face] / 3.0, q * amp * (LEE_PX_PER_LEVEL / 26), seed + 60
        )
        streak = (streak - _f32(0.5)) * _f32(1.5)
        own = tone[face]
        slip = np.minimum(own, _f32(0.72) + q * _f32(1.9) + streak * (_f32(0.7) + q))
        turned = np.clip((side[face] - _f32(50)) / _f32(110), 0, 1)
        turned *= np.clip(_f32(0.65) - toward[face] * _f32(3), 0, 1)  # only turned from the moon
        tone[face] = own + (slip - own) * turned
    return face


def _crest_line(tone: Floats, art: ArtPlanes, core: tuple[slice, slice]) -> None:
    """The thin line of light along every crest, wider on a big dune across the wind."""
    side, near = art.side[core], art.near[core]
    amp = art.amp[core] / _f32(LEVEL_UNITS)
    width = _f32(3.5 * 16) * np.clip(amp * _f32(0.45), _f32(0.3), 1)
    width *= np.clip(_f32(0.35) + np.abs(side) / _f32(220), 0, 1)
    crest = (amp > _f32(0.15)) & ((side <= 0) & (near < width) | (near < 10))
    light = _f32(4.9) + np.minimum(amp * _f32(0.36), _f32(1.6))
    light += np.where(near < 22, _f32(0.5), _f32(0))  # the very edge glints
    np.copyto(tone, np.maximum(tone, light), where=crest)


def _ripples(plan: GroundPlan, block: Box) -> Floats:
    """Lines of light and shade across the wind, in patches."""
    x0, y0, w, h = block
    seed = plan.seed
    nx, ny = (n / UNIT for n in unit_wind(plan.wind))
    u = (np.arange(w, dtype=_f32) + _f32(x0)) * _f32(nx)
    v = (np.arange(h, dtype=_f32) + _f32(y0)) * _f32(ny * 1.2)
    bend = (fbm(block, 40, 30, seed + 40) - _f32(0.5)) * _f32(14)
    bend += (fbm(block, 9, 9, seed + 44, 2) - _f32(0.5)) * _f32(2.2)
    wave = np.sin((u[None] + v[:, None] + bend) * _f32(2 * np.pi / 6.2))
    lines = np.where(wave > _f32(0.55), _f32(0.62), _f32(0))
    np.copyto(lines, _f32(-0.42), where=wave < _f32(-0.70))
    lines *= smoothstep(0.42, 0.66, fbm(block, 46, 34, seed + 41))
    return lines


def _grain(block: Box, seed: int) -> Floats:
    """Single grains, light and dark: about one px in forty."""
    x0, y0, w, h = block
    mark = hash16(np.arange(w)[None] + x0, np.arange(h)[:, None] + y0, seed)
    grain = np.where(mark > 64750, _f32(0.7), _f32(0))
    np.copyto(grain, _f32(-0.65), where=mark < 786)
    return grain

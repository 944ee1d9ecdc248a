"""What others see, drawn from the very tiles that the rules ask: certain, glimpse, and the edge.

A cone is made anew only when the one who looks changes tile, heading step or alarm, or when wind,
lamps or moon do; the old one fades under the new.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Final

import numpy as np
import pygame
from numpy.typing import NDArray

from game.core.units import SUB, TILE_PX
from game.sim import tuning
from game.sim.beings import Alert, Mind, Pose
from game.sim.land.light import shadow_length
from game.sim.land.weather import WindKind, wind_at
from game.sim.minds.eyes import FURTHEST_TILES, Eyes, Zone, eyes_of
from game.sim.minds.perception import heeds_her, sight_by_tile
from game.sim.world import World
from game.view.camera import View
from game.view.dither import B4
from game.view.options import Cones
from game.view.palette import rgb

_REACH_PX: Final = (FURTHEST_TILES + 1) * TILE_PX
_FADE_TICKS: Final = 9
_FADE_BANDS: Final = 4
_PATTERN_PX: Final = 24
_DASH_ALPHA: Final = 170
_LINE_ALPHA: Final = 120
_TILES_A_FRAME: Final = 40
_STALE_TICKS: Final = 180
_SMOOTH: Final = 0.48
"""How much of a tile's neighbours there is in its edge; under a half, so that no tile is lost."""
_ALPHA: Final = {Zone.GLIMPSE: (30, 76), Zone.CERTAIN: (64, 116)}
"""Opacity of light and dense pixels."""

Cell = tuple[int, int, Zone]
Key = tuple[Eyes, bool, WindKind, int, tuple[int, ...], tuple[int, ...]]


@dataclass(slots=True)
class _Shown:
    key: Key
    picture: pygame.Surface
    settled: pygame.Surface
    """The same, premultiplied: quicker to draw, but it cannot fade."""
    corner: tuple[int, int]
    made_tick: int
    old: tuple[pygame.Surface, tuple[int, int]] | None = None


@dataclass(slots=True)
class _Begun:
    """A cone that is being looked up: the tiles so far and those to come."""

    mind: int
    key: Key
    coming: Iterator[Cell]
    cells: list[Cell] = field(default_factory=list)


@dataclass(slots=True)
class SightCones:
    """Draws the cones that the player may see; keeps one picture for each mind.

    A frame looks up a few tiles of one cone, and one more frame paints it: none does it all.
    """

    mode: Cones
    _shown: dict[int, _Shown] = field(default_factory=dict)
    _begun: _Begun | None = None

    def __post_init__(self) -> None:
        _patterns(), _fading()  # made now, so that the first cone does not wait for them

    def draw(self, canvas: pygame.Surface, world: World, view: View) -> None:
        """Draw every cone that reaches into the view; go on with the one that is being made."""
        self._go_on(world)
        for mind in world.minds:
            x, y = mind.x // SUB, mind.y // SUB
            if not view.shows(x, y, _REACH_PX) or not is_drawn(world, mind, self.mode):
                self._shown.pop(mind.id, None)
                continue
            shown = self._shown.get(mind.id)
            if self._begun is None and self._wants(world, mind, shown):
                self._begun = _Begun(mind.id, _key(world, mind), sight_by_tile(world, mind))
            if shown is not None:
                self._blit(canvas, world, view, shown)

    def settle(self, world: World, view: View) -> None:
        """Make every cone in view as it is now, however long it takes; none is left to fade."""
        for mind in world.minds:
            seen = view.shows(mind.x // SUB, mind.y // SUB, _REACH_PX)
            if seen and is_drawn(world, mind, self.mode):
                self._shown.pop(mind.id, None)
                self._begun = _Begun(mind.id, _key(world, mind), sight_by_tile(world, mind))
                while self._begun is not None:
                    self._go_on(world)

    def _wants(self, world: World, mind: Mind, shown: _Shown | None) -> bool:
        if shown is None or not 0 <= world.tick - shown.made_tick <= _STALE_TICKS:
            return True
        return shown.key != _key(world, mind)

    def _go_on(self, world: World) -> None:
        """Look up some more tiles of the cone that was begun, or paint it once all are known."""
        begun = self._begun
        if begun is None:
            return
        known = len(begun.cells)
        begun.cells += islice(begun.coming, _TILES_A_FRAME)
        if len(begun.cells) > known:
            return
        self._begun = None
        eyes = begun.key[0]
        picture, corner = cone_picture(begun.cells, begun.key[1], (eyes.tile_x, eyes.tile_y))
        before = self._shown.get(begun.mind)
        old = None
        if before is not None and before.key != begun.key:
            old = before.picture, before.corner
        self._shown[begun.mind] = _Shown(
            begun.key, picture, picture.premul_alpha(), corner, world.tick, old
        )

    def _blit(
        self, canvas: pygame.Surface, world: World, view: View, shown: _Shown
    ) -> None:
        age = world.tick - shown.made_tick
        if shown.old is not None and 0 <= age < _FADE_TICKS:
            fresh = 255 * (age + 1) // _FADE_TICKS
            picture, corner = shown.old
            picture.set_alpha(255 - fresh)
            canvas.blit(picture, (corner[0] - view.x, corner[1] - view.y))
            shown.picture.set_alpha(fresh)
            canvas.blit(shown.picture, (shown.corner[0] - view.x, shown.corner[1] - view.y))
            return
        shown.old = None
        at = shown.corner[0] - view.x, shown.corner[1] - view.y
        canvas.blit(shown.settled, at, special_flags=pygame.BLEND_PREMULTIPLIED)


def is_drawn(world: World, mind: Mind, mode: Cones) -> bool:
    """Whether the player may see what a mind sees."""
    if not tuning.KINDS[mind.kind].eyes or not mind.awake or mind.pose is Pose.BURIED:
        return False
    if not heeds_her(world, mind):
        return False
    sensed = any(felt.id == mind.id and felt.exact for felt in world.sensing.felt)
    match mode:
        case Cones.ALWAYS:
            return True
        case Cones.CURIOUS:
            return sensed or mind.alert > Alert.CALM or mind.meter > 0
        case Cones.SENSED:
            return sensed


def cone_picture(
    cells: list[Cell], alarmed: bool, eye: tuple[int, int]
) -> tuple[pygame.Surface, tuple[int, int]]:
    """The picture of these tiles and its corner on the map, in pixels; ``eye`` is a tile, too.

    Edges are smoothed between the tiles' middles; nothing else is added or left out. It grows
    fainter in bands away from the eye.
    """
    if not cells:
        return pygame.Surface((1, 1), pygame.SRCALPHA), (0, 0)
    left = min(x for x, _, _ in cells) - 1
    top = min(y for _, y, _ in cells) - 1
    columns = max(x for x, _, _ in cells) - left + 2
    rows = max(y for _, y, _ in cells) - top + 2
    tiles = np.zeros((2, columns, rows), np.bool_)
    for x, y, zone in cells:
        tiles[0, x - left, y - top] = True
        tiles[1, x - left, y - top] = zone is Zone.CERTAIN
    size = columns * TILE_PX, rows * TILE_PX
    inside, certain = _rounded(tiles)
    corner = left * TILE_PX, top * TILE_PX
    picture = pygame.Surface(size, pygame.SRCALPHA)
    picture.fill(rgb("blood2" if alarmed else "lamp2"))
    alpha = pygame.surfarray.pixels_alpha(picture)
    alpha[:] = _shading(inside, certain, corner, (eye[0] - left, eye[1] - top))
    del alpha
    return picture, corner


def _rounded(tiles: NDArray[np.bool_]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Two sets of tiles (2, columns, rows) as pixels, their stairs smoothed.

    The middle of each tile stays in or out as it was.
    """
    own = np.pad(tiles, ((0, 0), (1, 1), (1, 1))).astype(np.float32)
    across = own[:, :-2] + 2 * own[:, 1:-1] + own[:, 2:]
    around = (across[:, :, :-2] + 2 * across[:, :, 1:-1] + across[:, :, 2:]) / 16
    share = (1 - _SMOOTH) * tiles + _SMOOTH * around
    # smoothscale lays the first pixel on the first and the last beyond the last
    small = np.zeros((tiles.shape[1] + 1, tiles.shape[2] + 1, 3), np.uint8)
    small[:-1, :-1, :2] = (share * 255).transpose(1, 2, 0)
    size = tiles.shape[1] * TILE_PX, tiles.shape[2] * TILE_PX
    smooth = pygame.transform.smoothscale(pygame.surfarray.make_surface(small), size)
    half = TILE_PX // 2
    pixels = np.zeros((2, *size), np.bool_)
    for into, part in zip(
        pixels, (pygame.surfarray.pixels_red(smooth), pygame.surfarray.pixels_green(smooth)),
        strict=True,
    ):
        into[half:, half:] = part[:-half, :-half] > 127
    return pixels[0], pixels[1]


@lru_cache(maxsize=1)
def _patterns() -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.uint8]]:
    """Opacity of a glimpse, of certainty, and of the rim's dashes, over more than any cone."""
    side = 2 * _REACH_PX + 4 * TILE_PX + _PATTERN_PX
    x, y = np.mgrid[0:side, 0:side]
    light, dense = _ALPHA[Zone.GLIMPSE]
    glimpse = np.where(B4[x % 4, y % 4] < 7, dense, light)
    light, dense = _ALPHA[Zone.CERTAIN]
    # what is certain is hatched, so that the two differ in more than strength
    certain = np.where((x + y) % 6 < 2, dense, light)
    dashes = np.where((x + y) // 4 % 2 == 0, _DASH_ALPHA, 0)
    return glimpse.astype(np.uint8), certain.astype(np.uint8), dashes.astype(np.uint8)


@lru_cache(maxsize=1)
def _fading() -> tuple[NDArray[np.uint8], int]:
    """By how many halvings less a place loses of its opacity, in dithered bands; and the eye's px.

    Far off a half is lost, close by next to nothing.
    """
    middle = _REACH_PX + 2 * TILE_PX
    x, y = np.mgrid[-middle : middle + 1, -middle : middle + 1]
    away = np.hypot(x - TILE_PX / 2, y - TILE_PX / 2) / _REACH_PX
    band = np.clip(away * _FADE_BANDS + B4[x % 4, y % 4] / 16, 0, _FADE_BANDS - 1)
    return (_FADE_BANDS - band.astype(np.uint8)).astype(np.uint8), middle


def _shading(
    inside: NDArray[np.bool_],
    certain: NDArray[np.bool_],
    corner: tuple[int, int],
    eye: tuple[int, int],
) -> NDArray[np.uint8]:
    """Opacity of each pixel: dithered fields, a dashed rim, a full line round certainty."""
    left, top = corner[0] % _PATTERN_PX, corner[1] % _PATTERN_PX
    here = np.s_[left : left + inside.shape[0], top : top + inside.shape[1]]
    glimpse, sure, dashes = (pattern[here] for pattern in _patterns())
    alpha = np.where(certain, sure, glimpse)
    fade, middle = _fading()
    across, down = (middle - tile * TILE_PX for tile in eye)
    alpha -= alpha >> fade[across : across + inside.shape[0], down : down + inside.shape[1]]
    alpha *= inside
    np.maximum(alpha, dashes, out=alpha, where=_rim(inside))
    np.copyto(alpha, np.uint8(_LINE_ALPHA), where=_rim(certain) & inside)
    return alpha


def _rim(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Pixels of a mask that touch what is not in it."""
    inner = mask.copy()
    inner[1:] &= mask[:-1]
    inner[:-1] &= mask[1:]
    inner[:, 1:] &= mask[:, :-1]
    inner[:, :-1] &= mask[:, 1:]
    return mask & ~inner


def _key(world: World, mind: Mind) -> Key:
    return (
        eyes_of(mind),
        mind.alert is Alert.CHASE,
        wind_at(world, mind.x, mind.y).kind,
        shadow_length(world.minutes),
        tuple(world.doused),
        tuple(world.broken),
    )

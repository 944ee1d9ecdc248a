"""What others see, drawn from the very tiles that the rules ask: certain, glimpse, and the edge.

A cone is made anew only when the one who looks changes tile, heading step or alarm, or when wind,
lamps or moon do; the old one fades under the new.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

import numpy as np
import pygame
from numpy.typing import NDArray

from game.core.units import TILE_PX
from game.sim import tuning
from game.sim.beings import Alert, Mind, Pose
from game.sim.land.light import shadow_length
from game.sim.land.weather import WindKind, wind_at
from game.sim.minds.eyes import FURTHEST_TILES, Eyes, Zone, eyes_of
from game.sim.minds.perception import heeds_her, sight_cells
from game.sim.world import World
from game.view.camera import View
from game.view.dither import B4
from game.view.options import Cones
from game.view.palette import rgb

_REACH_PX: Final = (FURTHEST_TILES + 1) * TILE_PX
_FADE_TICKS: Final = 9
_PATTERN_PX: Final = 24
_MADE_A_FRAME: Final = 1
"""At most so many cones are made in one frame; the others keep theirs, or come a moment later.
Cones that are there already are made anew in every other frame only."""
_STALE_TICKS: Final = 90
_SMOOTH: Final = 0.48
"""How much of a tile's neighbours there is in its edge; under a half, so that no tile is lost."""
_ALPHA: Final = {Zone.GLIMPSE: (22, 58), Zone.CERTAIN: (52, 92)}
"""Opacity of light and dense pixels."""

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
class SightCones:
    """Draws the cones that the player may see; keeps one picture for each mind."""

    mode: Cones
    _shown: dict[int, _Shown] = field(default_factory=dict)
    _frame: int = 0

    def draw(self, canvas: pygame.Surface, world: World, view: View) -> None:
        """Draw every cone that reaches into the view."""
        left_to_make = _MADE_A_FRAME
        self._frame += 1
        for mind in world.minds:
            x, y = mind.x // 256, mind.y // 256
            if not view.shows(x, y, _REACH_PX) or not is_drawn(world, mind, self.mode):
                self._shown.pop(mind.id, None)
                continue
            shown = self._shown.get(mind.id)
            key = _key(world, mind)
            old = shown is not None and not 0 <= world.tick - shown.made_tick <= _STALE_TICKS
            wanted = shown is None or (self._frame % 2 == 0 and (shown.key != key or old))
            if wanted and left_to_make > 0:
                left_to_make -= 1
                shown = self._make(world, mind, key, shown)
            if shown is not None:
                self._blit(canvas, world, view, shown)

    def _make(self, world: World, mind: Mind, key: Key, before: _Shown | None) -> _Shown:
        picture, corner = cone_picture(sight_cells(world, mind), mind.alert is Alert.CHASE)
        old = None
        if before is not None and before.key != key:
            old = before.picture, before.corner
        shown = _Shown(key, picture, picture.premul_alpha(), corner, world.tick, old)
        self._shown[mind.id] = shown
        return shown

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
    cells: list[tuple[int, int, Zone]], alarmed: bool
) -> tuple[pygame.Surface, tuple[int, int]]:
    """The picture of these tiles and its corner on the map, in pixels.

    Edges are smoothed between the tiles' middles; nothing else is added or left out.
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
    inside, certain = _rounded(tiles[0]), _rounded(tiles[1])
    corner = left * TILE_PX, top * TILE_PX
    picture = pygame.Surface(size, pygame.SRCALPHA)
    picture.fill(rgb("blood2" if alarmed else "lamp2"))
    alpha = pygame.surfarray.pixels_alpha(picture)
    alpha[:] = _shading(inside, certain, corner)
    del alpha
    return picture, corner


def _rounded(tiles: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tiles as pixels, their stairs smoothed: the middle of each tile stays in or out as it was."""
    own = np.pad(tiles, 1).astype(np.float32)
    across = own[:-2] + 2 * own[1:-1] + own[2:]
    around = (across[:, :-2] + 2 * across[:, 1:-1] + across[:, 2:]) / 16
    share = (1 - _SMOOTH) * tiles + _SMOOTH * around
    # smoothscale lays the first pixel on the first and the last beyond the last
    small = np.pad((share * 255).astype(np.uint8), ((0, 1), (0, 1)))
    wide, high = tiles.shape[0] * TILE_PX, tiles.shape[1] * TILE_PX
    picture = pygame.surfarray.make_surface(np.repeat(small[:, :, None], 3, axis=2))
    smooth = pygame.surfarray.array_red(pygame.transform.smoothscale(picture, (wide, high)))
    half = TILE_PX // 2
    pixels = np.zeros((wide, high), np.bool_)
    pixels[half:, half:] = smooth[:-half, :-half] > 127
    return pixels


@lru_cache(maxsize=1)
def _patterns() -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.bool_]]:
    """Opacity of a glimpse, of certainty, and the dashes of the rim, over a repeating square."""
    x, y = np.mgrid[0:_PATTERN_PX, 0:_PATTERN_PX]
    light, dense = _ALPHA[Zone.GLIMPSE]
    glimpse = np.where(B4[x % 4, y % 4] < 7, dense, light)
    light, dense = _ALPHA[Zone.CERTAIN]
    # what is certain is hatched, so that the two differ in more than strength
    certain = np.where((x + y) % 6 < 2, dense, light)
    return glimpse.astype(np.uint8), certain.astype(np.uint8), (x + y) // 4 % 2 == 0


def _shading(
    inside: NDArray[np.bool_], certain: NDArray[np.bool_], corner: tuple[int, int]
) -> NDArray[np.uint8]:
    """Opacity of each pixel: dithered fields, a dashed rim, a full line round certainty."""
    x = (np.arange(inside.shape[0]) + corner[0]) % _PATTERN_PX
    y = (np.arange(inside.shape[1]) + corner[1]) % _PATTERN_PX
    spots = np.ix_(x, y)
    glimpse, sure, dashes = _patterns()
    alpha = np.where(certain, sure[spots], glimpse[spots])
    alpha[~inside] = 0
    alpha[_rim(inside) & dashes[spots]] = 170
    alpha[_rim(certain) & inside] = 120
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

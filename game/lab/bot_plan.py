"""The next seconds of a careful walk: the cheapest way over the picture, tile by tile and layer by
layer of time, where being noticed costs far more than waiting.

Everybody is taken to go on as they were seen to; where that is not sure, their look is taken wider.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from game.core import headings
from game.core.flood import STRAIGHT, flood
from game.core.units import PER_MILLE, TILE_SUB, tile_of
from game.lab.bot_eyes import Seen
from game.sim import tuning
from game.sim.command import Gait
from game.sim.land.terrain import even_pace
from game.sim.level import Kind, Surface
from game.sim.world import World

Grid = NDArray[np.float64]
Tile = tuple[int, int]
Cell = TypeVar("Cell", bound=np.generic)

HALF_WIDE: Final = 15
HALF_HIGH: Final = 9
_LAYERS: Final = 26
_TILE_TICKS: Final = {Gait.SNEAK: 36, Gait.WALK: 18, Gait.LIGHT: 16}
"""Ticks of a layer: what a step to the next tile takes, slants and straights taken together."""
_TICKS_PER_POINT: Final = 3
"""So many ticks of waiting are a thousandth of being noticed worth."""
_LIGHT_PER_TICK: Final = 0.6
"""What light-foot costs beside its time, for chakra is wanted later."""
_MOVES: Final = ((0, 0), (1, 0), (0, 1), (-1, 0), (0, -1), (1, 1), (-1, 1), (-1, -1), (1, -1))
_FLOOD_TILES: Final = 200
_SLANT: Final = 0.15
"""How much longer a step to a corner takes, beside what it takes on the average."""
_FAR: Final = 1e9
_MARGIN_TILES: Final = 1.0
_TURNS_AFTER_TICKS: Final = 60
"""Who stands so long may look anywhere next."""
_BAIT_TILES: Final = 3
_NEST_TILES: Final = 9


@dataclass(frozen=True, slots=True)
class Plan:
    """A way over the next seconds: a gait, and a tile for each layer of time."""

    gait: Gait
    tiles: tuple[Tile, ...]
    cost: float
    risk: float

    @property
    def waits(self) -> bool:
        """Whether the plan begins with standing still."""
        return len(self.tiles) > 1 and self.tiles[0] == self.tiles[1]


@dataclass(frozen=True, slots=True)
class _Ground:
    """The tiles of the picture, indexed [row, column]; ``left`` and ``top`` are its corner."""

    left: int
    top: int
    open: NDArray[np.bool_]
    loud: Grid
    """What the surface makes of the noise of a step."""
    pace: Grid
    covered: NDArray[np.bool_]
    lit: NDArray[np.bool_]
    togo: Grid
    """Ticks to walk from a tile to where she is going."""


def best_plan(
    world: World, others: Sequence[Seen], goal: Tile, gaits: Sequence[Gait]
) -> Plan:
    """The cheapest plan of all the gaits from where she stands towards a tile of the picture."""
    ground = _ground(world, goal)
    plans = [_plan(world, ground, others, gait) for gait in gaits]
    return min(plans, key=lambda plan: plan.cost)


def _ground(world: World, goal: Tile) -> _Ground:
    level, terrain = world.level, world.terrain
    here_x, here_y = tile_of(world.sakura.x), tile_of(world.sakura.y)
    left, top = max(0, here_x - HALF_WIDE), max(0, here_y - HALF_HIGH)
    right = min(level.width, here_x + HALF_WIDE + 1)
    bottom = min(level.height, here_y + HALF_HIGH + 1)
    rows, columns = slice(top, bottom), slice(left, right)
    walkable = terrain.open[rows, columns]
    surface = level.surface[rows, columns]
    loud = np.array([tuning.SURFACE_NOISE_PER_MILLE[kind] for kind in Surface])[surface] / PER_MILLE
    pace = np.maximum(even_pace(level)[rows, columns], tuning.UP_SLIP_FACE_PER_MILLE) / PER_MILLE
    blocks = terrain.blocks[rows, columns] > 0
    covered = np.zeros_like(blocks)
    for dx, dy in _MOVES[1:]:
        covered |= _shifted(blocks, dx, dy, False)
    lit = np.zeros_like(walkable)
    ys, xs = np.mgrid[top:bottom, left:right]
    for lamp in level.lights:
        if lamp.id not in world.doused:
            half = TILE_SUB // 2
            away = np.hypot(xs * TILE_SUB + half - lamp.x, ys * TILE_SUB + half - lamp.y)
            lit |= away <= lamp.radius

    def factor(x: int, y: int) -> int:
        inside = left <= x < right and top <= y < bottom
        return STRAIGHT if inside and walkable.item(y - top, x - left) else 0

    togo = np.full(walkable.shape, _FAR)
    for (x, y), cost in flood(goal, _FLOOD_TILES * STRAIGHT, factor).items():
        if left <= x < right and top <= y < bottom:
            togo[y - top, x - left] = cost / STRAIGHT * _TILE_TICKS[Gait.WALK]
    return _Ground(left, top, walkable, loud, pace, covered, lit, togo)


def _plan(world: World, ground: _Ground, others: Sequence[Seen], gait: Gait) -> Plan:
    layer = _TILE_TICKS[gait]
    moving, still = _dangers(world, ground, others, gait)
    step = np.where(ground.open, layer * (1 / ground.pace - 1), _FAR)
    cost = np.full(ground.open.shape, _FAR)
    start = (tile_of(world.sakura.y) - ground.top, tile_of(world.sakura.x) - ground.left)
    cost[start] = 0.0
    came = np.zeros((_LAYERS, *cost.shape), np.int8)
    for number in range(_LAYERS):
        best = cost + still[number]
        for move, (dx, dy) in enumerate(_MOVES[1:], start=1):
            slant = layer * _SLANT if dx and dy else 0.0
            there = _shifted(cost, dx, dy, _FAR) + step + moving[number] + slant
            better = there < best
            best = np.where(better, there, best)
            came[number][better] = move
        cost = best
    last = np.unravel_index(int(np.argmin(cost + ground.togo)), cost.shape)
    row, column = int(last[0]), int(last[1])
    risk = float(cost[row, column])
    dear = _LIGHT_PER_TICK * layer * _LAYERS if gait is Gait.LIGHT else 0.0
    total = risk + float(ground.togo[row, column]) + layer * _LAYERS + dear
    way = [(column + ground.left, row + ground.top)]
    for number in reversed(range(_LAYERS)):
        dx, dy = _MOVES[came[number, row, column]]
        row, column = row - dy, column - dx
        way.append((column + ground.left, row + ground.top))
    return Plan(gait, tuple(reversed(way)), total, risk)


def _dangers(
    world: World, ground: _Ground, others: Sequence[Seen], gait: Gait
) -> tuple[Grid, Grid]:
    """Ticks that stepping onto a tile and staying on it are worth, [layer, row, column]."""
    shape = (_LAYERS, *ground.open.shape)
    moving, still = np.zeros(shape), np.zeros(shape)
    ys, xs = np.mgrid[: shape[1], : shape[2]]
    layer = _TILE_TICKS[gait]
    for other in others:
        passed = world.tick - other.tick
        places = [other.after(passed + layer * (number + 1)) for number in range(_LAYERS)]
        px, py, face, stood = (np.array(side)[:, None, None] for side in zip(*places, strict=True))
        dx = xs + ground.left + 0.5 - px / TILE_SUB
        dy = ys + ground.top + 0.5 - py / TILE_SUB
        away = np.hypot(dx, dy)
        felt = np.zeros(shape)
        if other.kind is Kind.SNAKE:
            reach = tuning.TREMOR_TILES[gait]
            if reach:
                felt = np.where(away <= reach + 1.5, tuning.TREMOR_FILL_PER_MILLE, 0)
            moving += felt * _TICKS_PER_POINT
            continue
        if other.buried:
            moving += np.where(away <= _BAIT_TILES, tuning.METER_FULL, 0) * _TICKS_PER_POINT
            continue
        moving += _heard(world, ground, away, gait) * _TICKS_PER_POINT
        angle = np.arctan2(dy, dx) * headings.TURN / (2 * np.pi)
        off = np.abs((angle - face + headings.HALF_TURN) % headings.TURN - headings.HALF_TURN)
        walks, stays = _seen(ground, away, off, stood, gait)
        if other.kind is Kind.LIZARD:
            walks = walks + np.where(away <= _NEST_TILES, 300, 0)
        moving += walks * _TICKS_PER_POINT
        still += stays * _TICKS_PER_POINT
    return moving, still


def _heard(world: World, ground: _Ground, away: Grid, gait: Gait) -> Grid:
    """Thousandths of notice that the steps over a tile are to somebody so far away."""
    reach = tuning.STEP_NOISE_TILES[gait] * ground.loud
    if world.weather.gust_on_her and gait is Gait.WALK:
        reach = reach * tuning.GUST_NOISE_PER_MILLE / PER_MILLE
    loud = np.where(reach > 0, reach + _MARGIN_TILES, 0)
    return np.where(away <= loud, tuning.STEP_FILL_PER_MILLE, 0)


def _seen(
    ground: _Ground, away: Grid, off: Grid, stood: Grid, gait: Gait
) -> tuple[Grid, Grid]:
    """Thousandths of notice that a layer of time on a tile is: walking on, and standing still."""
    low = gait is Gait.SNEAK
    reach = np.where(ground.lit, tuning.GLIMPSE_LIT_TILES, tuning.GLIMPSE_TILES)
    reach = reach * (0.75 if low else 1.0) + _MARGIN_TILES
    wide = tuning.CONE_HALF_HEADINGS + np.where(stood > 0, 80, 24)
    nears, quick = zip(*tuning.FILL_TICKS, strict=True)
    points = tuning.METER_FULL * _TILE_TICKS[gait] / np.interp(away, nears, quick)
    ahead = (off <= wide) & (away <= reach)
    round_about = (stood > _TURNS_AFTER_TICKS) & (away <= reach)
    share = np.where(ahead, 1.0, np.where(round_about, 0.35, 0.0))
    share = np.maximum(share, np.where(away <= 2.5, 1.0, 0.0))
    walks = points * share * (0.6 if low else 1.0)
    hidden = ground.covered & low & (away > tuning.HIDDEN_SIGHT_TILES + 0.5)
    return walks, np.where(hidden, 0.05, 0.9) * walks


def _shifted(grid: NDArray[Cell], dx: int, dy: int, fill: float | bool) -> NDArray[Cell]:
    """The grid moved by a step, so that each tile holds what its neighbour held."""
    moved = np.full_like(grid, fill)
    rows, columns = grid.shape
    moved[max(0, dy) : rows + min(0, dy), max(0, dx) : columns + min(0, dx)] = grid[
        max(0, -dy) : rows + min(0, -dy), max(0, -dx) : columns + min(0, -dx)
    ]
    return moved

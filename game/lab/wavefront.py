"""Everywhere she could be at a moment of an undisturbed night, tile by tile and step by step.

The wave starts where she does and spreads over open tiles; tiles that somebody sees at that moment
swallow it. What is watched, how fast she goes and what else is shut is a ``Reading``: the strict
one shuts all that could be noticed, the generous one only what cannot be missed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core.units import PER_MILLE, tile_of
from game.lab.rounds import go_round, undisturbed
from game.lab.watched import seen_from, shade_grid, watches
from game.sim import tuning
from game.sim.land.light import shadow_length
from game.sim.land.terrain import even_pace
from game.sim.level import Kind, Level, Spot
from game.sim.minds.eyes import Eyes, Zone, eyes_of
from game.sim.world import World

Mask = NDArray[np.bool_]
Tile = tuple[int, int]

_SLOW_BELOW_PER_MILLE: Final = 900
_NEST_TILES: Final = tuning.LIZARD_GUARD_TILES + 1


@dataclass(frozen=True, slots=True)
class Reading:
    """What the wave may do. A step is the time in which it moves on by one tile."""

    step_ticks: int
    shut_by: Zone
    """The least that somebody must have of a tile to shut it."""
    careful: bool
    """Whether a tile is shut for the whole step if it is seen in any part of it, slow ground
    takes two steps, a slant follows a straight, and nests are left alone."""


STRICT: Final = Reading(18, Zone.GLIMPSE, careful=True)
GENEROUS: Final = Reading(8, Zone.CERTAIN, careful=False)
"""Faster than she can run, and only certain sight shuts a tile."""


@dataclass(frozen=True, slots=True)
class Trap:
    """A place and time at which a way that looked safe was noticed after all."""

    tile: Tile
    tick: int


_STEPS: Final = ((0, 0), (1, 0), (0, 1), (-1, 0), (0, -1), (1, 1), (-1, 1), (-1, -1), (1, -1))
_TRAP_TILES: Final = 2
_TRAP_TICKS: Final = 90


@dataclass(slots=True)
class Wave:
    """The wave over the stages of a map: what she has to reach, one after the other.

    ``reached`` is [stage, row, column]: tiles where she can be with so many stages behind her.
    """

    level: Level
    stages: Sequence[Mask]
    reading: Reading
    traps: Sequence[Trap] = ()
    world: World = field(init=False)
    open: Mask = field(init=False)
    """Tiles that she may set foot on at all."""
    reached: Mask = field(init=False)
    ever: Mask = field(init=False)
    """Tiles that were reached at any time, by stage."""
    steps: int = 0
    _slow: Mask = field(init=False)
    _coming: Mask = field(init=False)
    _looks: dict[Eyes, NDArray[np.intp]] = field(default_factory=dict)
    _shades: NDArray[np.uint8] = field(init=False)
    _length: int = field(init=False)

    def __post_init__(self) -> None:
        level = self.level
        self.world = undisturbed(level)
        self.open = _open_tiles(self.world, self.reading)
        self._slow = even_pace(level) < _SLOW_BELOW_PER_MILLE
        if not self.reading.careful:
            self._slow[:] = False
        self._length = shadow_length(self.world.minutes)
        self._shades = shade_grid(self.world)
        self.reached = np.zeros((len(self.stages) + 1, level.height, level.width), np.bool_)
        start = level.places_of(Spot.START)[0]
        self.reached[0, tile_of(start.y), tile_of(start.x)] = True
        self._pass_stages()
        self.ever = self.reached.copy()
        self._coming = np.zeros_like(self.reached)

    @property
    def tick(self) -> int:
        """The moment of the wave, in ticks after the start."""
        return self.steps * self.reading.step_ticks

    @property
    def there(self) -> bool:
        """Whether all stages have been reached."""
        return bool(self.reached[-1].any())

    @property
    def furthest(self) -> int:
        """How many stages have been reached at any time."""
        return int(np.flatnonzero(self.ever.any(axis=(1, 2)))[-1])

    def go(self, ticks: int) -> Iterator[Mask]:
        """Let the wave spread until so many ticks after the start; yields it after each step."""
        while self.tick < ticks and self.reached.any() | self._coming.any():
            self._step()
            yield self.reached

    def step_from(self, before: Mask, x: int, y: int) -> Tile | None:
        """A tile of ``before`` from which one step leads to a tile: itself, or one beside it."""
        for dx, dy in _STEPS:
            row, column = y + dy, x + dx
            if not (0 <= row < before.shape[0] and 0 <= column < before.shape[1]):
                continue
            corner = self.open[y, column] and self.open[row, x]
            if before[row, column] and (corner or not (dx and dy)):
                return column, row
        return None

    def _step(self) -> None:
        shut = self._pass_time()
        spread = self._spread()
        spread &= self.open
        quick = spread & ~self._slow
        slow = spread & self._slow & ~self.reached
        self.reached &= self.open
        self.reached |= quick
        self.reached |= self._coming
        self.reached &= ~shut
        self._coming = slow & ~shut
        self.steps += 1
        self._pass_stages()
        self.ever |= self.reached

    def _pass_time(self) -> Mask:
        """Let the night go on by one step; the tiles that were shut in it."""
        ticks = self.reading.step_ticks
        if shadow_length(self.world.minutes) != self._length:
            self._length = shadow_length(self.world.minutes)
            self._shades = shade_grid(self.world)
            self._looks.clear()
        shut = np.zeros(self.reached.shape[1:], np.bool_)
        flat = shut.reshape(-1)
        halves = (ticks // 2, ticks - ticks // 2) if self.reading.careful else (ticks,)
        for part in halves:
            self._watch(flat)
            go_round(self.world, part)
        self._watch(flat)
        for trap in self.traps:
            if abs(trap.tick - self.tick) <= _TRAP_TICKS:
                x, y = trap.tile
                top, left = max(0, y - _TRAP_TILES), max(0, x - _TRAP_TILES)
                shut[top : y + _TRAP_TILES + 1, left : x + _TRAP_TILES + 1] = True
        return shut

    def _watch(self, flat: NDArray[np.bool_]) -> None:
        for mind in self.world.minds:
            if not watches(self.world, mind):
                continue
            eyes = eyes_of(mind)
            look = self._looks.get(eyes)
            if look is None:
                (rows, columns), zones = seen_from(self.world, mind, self._shades)
                y, x = np.nonzero(zones >= self.reading.shut_by)
                look = (y + rows.start) * self.level.width + (x + columns.start)
                self._looks[eyes] = look
            flat[look] = True

    def _spread(self) -> Mask:
        """The wave and the tiles beside it; slants need both sides of the corner open."""
        now, wide = self.reached, self.reached.copy()
        wide[:, 1:] |= now[:, :-1]
        wide[:, :-1] |= now[:, 1:]
        wide[:, :, 1:] |= now[:, :, :-1]
        wide[:, :, :-1] |= now[:, :, 1:]
        if self.reading.careful and self.steps % 2 == 0:
            return wide
        free = self.open
        wide[:, 1:, 1:] |= now[:, :-1, :-1] & (free[:-1, 1:] & free[1:, :-1])
        wide[:, 1:, :-1] |= now[:, :-1, 1:] & (free[:-1, :-1] & free[1:, 1:])
        wide[:, :-1, 1:] |= now[:, 1:, :-1] & (free[1:, 1:] & free[:-1, :-1])
        wide[:, :-1, :-1] |= now[:, 1:, 1:] & (free[1:, :-1] & free[:-1, 1:])
        return wide

    def _pass_stages(self) -> None:
        for stage, mask in enumerate(self.stages):
            self.reached[stage + 1] |= self.reached[stage] & mask


def _open_tiles(world: World, reading: Reading) -> Mask:
    """Tiles that she may set foot on at any time."""
    free = world.terrain.open.copy()
    if not reading.careful:
        # a boulder can be broken, and what nobody sees costs nothing
        for boulder in world.level.places_of(Spot.BOULDER):
            free[tile_of(boulder.y), tile_of(boulder.x)] = True
        return free
    pace = even_pace(world.level)
    free[(pace > 0) & (pace < PER_MILLE // 2)] = False
    rows, columns = np.mgrid[0 : free.shape[0], 0 : free.shape[1]]
    for mind in world.minds:
        if mind.kind is Kind.LIZARD:
            x, y = tile_of(mind.home_x), tile_of(mind.home_y)
            free[np.hypot(rows - y, columns - x) <= _NEST_TILES] = False
    for nest in world.level.places_of(Spot.NEST):
        x, y = tile_of(nest.x), tile_of(nest.y)
        free[np.hypot(rows - y, columns - x) <= _NEST_TILES] = False
    return free

"""Everywhere she could be at a moment of an undisturbed night, tile by tile and step by step.

The wave starts where she does and spreads over open tiles; tiles that somebody sees at that moment
swallow it. What is watched, how fast she goes and what else is shut is a ``Reading``: the strict
one shuts all that could be noticed, the generous one only what cannot be missed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from game.core.units import PER_MILLE, tile_of
from game.lab.tile_sets import Mask, TileSet, TileSets
from game.lab.watchers import EVERY_TICKS, Watchers
from game.sim import tuning
from game.sim.land.light import shadow_length
from game.sim.land.terrain import even_pace
from game.sim.level import Kind, Level, Spot
from game.sim.minds.eyes import Eyes, Zone
from game.sim.world import World

Tile = tuple[int, int]

_SLOW_BELOW_PER_MILLE: Final = 900
_NEST_TILES: Final = tuning.LIZARD_GUARD_TILES + 1


@dataclass(frozen=True, slots=True)
class Reading:
    """What the wave may do. A step is the time in which it moves on by one tile: some looks."""

    step_ticks: int
    shut_by: Zone
    """The least that somebody must have of a tile to shut it."""
    careful: bool
    """Whether a tile is shut for the whole step if it is seen in any part of it, slow ground
    takes two steps, a slant follows a straight, and nests are left alone."""


STRICT: Final = Reading(18, Zone.GLIMPSE, careful=True)
GENEROUS: Final = Reading(6, Zone.CERTAIN, careful=False)
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

    ``reached`` has an entry a stage: the tiles where she can be with so many stages behind her.
    """

    watchers: Watchers
    stages: Sequence[Mask]
    reading: Reading
    traps: Sequence[Trap] = ()
    tiles: TileSets = field(init=False)
    """Of the map, open where she may set foot at all."""
    reached: list[TileSet] = field(init=False)
    ever: list[TileSet] = field(init=False)
    """Tiles that were reached at any time, by stage."""
    steps: int = 0
    _slow: TileSet = field(init=False)
    _coming: list[TileSet] = field(init=False)
    _stages: list[TileSet] = field(init=False)
    _traps: list[tuple[int, TileSet]] = field(init=False)
    _seen: dict[Eyes, TileSet] = field(default_factory=dict)
    _length: int = -1

    def __post_init__(self) -> None:
        level = self.watchers.level
        whole = TileSets(level.width, level.height)
        self.tiles = whole.opened(open_tiles(self.watchers.world, self.reading))
        slow = even_pace(level) < _SLOW_BELOW_PER_MILLE
        self._slow = whole.of(slow) if self.reading.careful else 0
        self._stages = [whole.of(mask) for mask in self.stages]
        self._traps = [(trap.tick, whole.of(_around(level, trap.tile))) for trap in self.traps]
        start = level.places_of(Spot.START)[0]
        here = np.zeros((level.height, level.width), np.bool_)
        here[tile_of(start.y), tile_of(start.x)] = True
        self.reached = [whole.of(here), *(0 for _ in self.stages)]
        self._coming = [0 for _ in self.reached]
        self._pass_stages()
        self.ever = self.reached.copy()

    @property
    def tick(self) -> int:
        """The moment of the wave, in ticks after the start."""
        return self.steps * self.reading.step_ticks

    @property
    def there(self) -> bool:
        """Whether all stages have been reached."""
        return self.reached[-1] != 0

    @property
    def furthest(self) -> int:
        """How many stages have been reached at any time."""
        return max(stage for stage, tiles in enumerate(self.ever) if tiles)

    def go(self, ticks: int) -> Iterator[list[TileSet]]:
        """Let the wave spread until so many ticks after the start; yields it after each step."""
        while self.tick < ticks and (any(self.reached) or any(self._coming)):
            self._step()
            yield self.reached

    def step_from(self, before: TileSet, x: int, y: int) -> Tile | None:
        """A tile of ``before`` from which one step leads to a tile: itself, or one beside it."""
        has, free = self.tiles.has, self.tiles.open
        for dx, dy in _STEPS:
            column, row = x + dx, y + dy
            if not (0 <= row < self.tiles.height and 0 <= column < self.tiles.width):
                continue
            corner = not (dx and dy) or (has(free, column, y) and has(free, x, row))
            if corner and has(before, column, row):
                return column, row
        return None

    def _step(self) -> None:
        shut = self._shut_in_step()
        free, slow = self.tiles.open & ~shut, self._slow
        aslant = not self.reading.careful or self.steps % 2 == 1
        reached, coming = self.reached, self._coming
        self.reached, self._coming = [], []
        for now, due in zip(reached, coming, strict=True):
            wide = self.tiles.spread(now, aslant=aslant)
            self.reached.append((now | wide & ~slow | due) & free)
            self._coming.append(wide & slow & ~now & free)
        self.steps += 1
        self._pass_stages()
        self.ever = [a | b for a, b in zip(self.ever, self.reached, strict=True)]

    def _shut_in_step(self) -> TileSet:
        """The tiles that are shut in the step that now begins."""
        begins, ticks = self.tick, self.reading.step_ticks
        length = shadow_length(self.watchers.minutes_at(begins))
        if length != self._length:
            self._length = length
            self._seen.clear()
        shut = 0
        for after in range(0, ticks + 1, EVERY_TICKS):
            for eyes in self.watchers.eyes_at(begins + after):
                seen = self._seen.get(eyes)
                shut |= self._see(eyes, begins) if seen is None else seen
        for tick, tiles in self._traps:
            if abs(tick - begins) <= _TRAP_TICKS:
                shut |= tiles
        return shut

    def _see(self, eyes: Eyes, tick: int) -> TileSet:
        """The tiles that these eyes shut while the moon stands as in this tick."""
        (rows, columns), zones = self.watchers.seen_from(eyes, tick)
        y, x = np.nonzero(zones >= self.reading.shut_by)
        seen = self.tiles.at((y + rows.start) * self.tiles.stride + (x + columns.start))
        self._seen[eyes] = seen
        return seen

    def _pass_stages(self) -> None:
        for stage, tiles in enumerate(self._stages):
            self.reached[stage + 1] |= self.reached[stage] & tiles


def open_tiles(world: World, reading: Reading) -> Mask:
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


def _around(level: Level, tile: Tile) -> Mask:
    """The tiles round a trap."""
    x, y = tile
    around = np.zeros((level.height, level.width), np.bool_)
    top, left = max(0, y - _TRAP_TILES), max(0, x - _TRAP_TILES)
    around[top : y + _TRAP_TILES + 1, left : x + _TRAP_TILES + 1] = True
    return around

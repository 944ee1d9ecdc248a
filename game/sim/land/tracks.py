"""Sand remembers: prints and furrows, how they wear, how they are wiped away.

A print keeps the ticks it would last in still air; what the gusts have taken is worked out when
somebody looks at it. Nothing ever goes over the whole map.
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core import headings
from game.core.units import PER_MILLE, SUB, tile_of
from game.sim import events, tuning
from game.sim.beings import Mind, Pose
from game.sim.command import Gait
from game.sim.land.desert import PRINT_ROWS
from game.sim.land.terrain import surface_at
from game.sim.land.weather import gusts_between, is_lee, upwind_edge
from game.sim.level import Kind
from game.sim.moment import Moment
from game.sim.world import World, tile_index

_FOOT_APART_SUB: Final = 3 * SUB
"""Prints fall so far to either side of the line walked."""
ROWS_A_TILE: Final = 24
"""More prints than this on one tile and the oldest there are trodden out."""


class PrintKind(IntEnum):
    """What pressed the sand."""

    WALK = 0
    SNEAK = 1
    RUN = 2
    LIGHT = 3
    FURROW = 4


@dataclass(frozen=True, slots=True)
class Print:
    """One print as it lies now. Place in sub-units, heading 0..1023."""

    row: int
    x: int
    y: int
    heading: int
    maker: int
    born: int
    kind: PrintKind
    left_per_mille: int
    """How much of it is left."""


def press(world: World, moment: Moment) -> None:
    """Leave the prints of everybody who has covered a step's length of ground."""
    her, step_sub = world.sakura, tuning.PRINT_STEP_SUB
    if her.step_sub >= step_sub:
        her.step_sub -= step_sub
        her.left_foot = not her.left_foot
        kind = PrintKind.FURROW if her.dragging else PrintKind(her.gait)
        _leave(world, 0, her.x, her.y, her.heading, kind, her.left_foot)
    for mind in world.minds:
        if mind.step_sub >= step_sub:
            mind.step_sub -= step_sub
            mind.left_foot = not mind.left_foot
            _leave(world, mind.id, mind.x, mind.y, mind.heading, _kind_of(mind), mind.left_foot)


def prints_on(world: World, tile_x: int, tile_y: int) -> list[Print]:
    """What is left to see on a tile, newest first."""
    if not (0 <= tile_x < world.level.width and 0 <= tile_y < world.level.height):
        return []
    rows = world.tracks.by_tile.get(tile_y * world.level.width + tile_x)
    if not rows:
        return []
    found = []
    for row in reversed(rows):
        seen = _as_print(world, row)
        if seen is not None:
            found.append(seen)
    return found


def left_of(world: World, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """What is left of many prints at once, per mille: the same figures as ``prints_on``."""
    tracks = world.tracks
    keeps = tracks.keeps[rows].astype(np.int64)
    age = world.tick - tracks.born[rows].astype(np.int64)
    fresh = PER_MILLE - age * PER_MILLE // np.maximum(keeps, 1)
    left = np.where((keeps > 0) & (age < keeps), fresh, 0)
    x, y = tracks.x[rows].astype(np.int64), tracks.y[rows].astype(np.int64)
    open_rows = ~tracks.sheltered[rows]
    for gust in world.weather.gusts:
        cos, sin = headings.cos(gust.heading), headings.sin(gust.heading)
        ahead = (x * cos + y * sin) // headings.ONE - upwind_edge(world.level, gust.heading)
        arrival = gust.begins + ahead // tuning.GUST_FRONT_SUB
        hit = open_rows & (tracks.born[rows] < arrival) & (arrival <= world.tick)
        left = np.where(hit, left * (PER_MILLE - tuning.GUST_WEAR_PER_MILLE) // PER_MILLE, left)
    return left


def sweep(world: World, moment: Moment, x: int, y: int, tiles: int) -> int:
    """Wipe the prints within so many tiles of a place; returns how many went."""
    gone = 0
    here_x, here_y = tile_of(x), tile_of(y)
    for tile_y in range(max(0, here_y - tiles), min(world.level.height, here_y + tiles + 1)):
        for tile_x in range(max(0, here_x - tiles), min(world.level.width, here_x + tiles + 1)):
            rows = world.tracks.by_tile.pop(tile_y * world.level.width + tile_x, [])
            for row in rows:
                world.tracks.keeps[row] = 0
            gone += len(rows)
    moment.tell(events.Swept(gone))
    return gone


def _leave(
    world: World, maker: int, x: int, y: int, heading: int, kind: PrintKind, left: bool
) -> None:
    keeps = _keeps(world, x, y, kind)
    if keeps <= 0:
        return
    sheltered = is_lee(world.level, x, y)
    if sheltered:
        keeps = keeps * tuning.PRINT_LEE_PER_MILLE // PER_MILLE
    side = -headings.QUARTER_TURN if left else headings.QUARTER_TURN
    if kind is not PrintKind.FURROW:
        aside_x, aside_y = headings.vector((heading + side) % headings.TURN, _FOOT_APART_SUB)
        x, y = x + aside_x, y + aside_y
    tracks = world.tracks
    row = tracks.count % PRINT_ROWS
    if tracks.count >= PRINT_ROWS:
        _forget(world, row)
    tracks.count += 1
    tracks.x[row], tracks.y[row] = x, y
    tracks.born[row], tracks.keeps[row] = world.tick, keeps
    tracks.heading[row], tracks.maker[row] = heading, maker
    tracks.kind[row], tracks.sheltered[row] = kind, sheltered
    rows = tracks.by_tile.setdefault(tile_index(world.level, x, y), [])
    rows.append(row)
    if len(rows) > ROWS_A_TILE:
        tracks.keeps[rows.pop(0)] = 0


def _forget(world: World, row: int) -> None:
    """The oldest print makes room for a new one."""
    tracks = world.tracks
    tile = tile_index(world.level, tracks.x.item(row), tracks.y.item(row))
    rows = tracks.by_tile.get(tile)
    if rows and row in rows:
        rows.remove(row)
        if not rows:
            del tracks.by_tile[tile]


def _keeps(world: World, x: int, y: int, kind: PrintKind) -> int:
    """Ticks that a print lasts in still air, out of the lee."""
    surface = surface_at(world.level, x, y)
    ticks = tuning.FURROW_TICKS if kind is PrintKind.FURROW else tuning.PRINT_TICKS[Gait(kind)]
    return ticks * tuning.PRINT_SURFACE_PER_MILLE[surface] // PER_MILLE


def _kind_of(mind: Mind) -> PrintKind:
    if mind.kind is Kind.SNAKE:
        return PrintKind.FURROW
    if mind.pose is Pose.CHARGE or mind.speed >= tuning.KINDS[mind.kind].chase_sub:
        return PrintKind.RUN
    return PrintKind.WALK


def _as_print(world: World, row: int) -> Print | None:
    """A print as it lies now; None if nothing is left of it."""
    tracks = world.tracks
    keeps = tracks.keeps.item(row)
    age = world.tick - tracks.born.item(row)
    if keeps <= 0 or age >= keeps:
        return None
    x, y = tracks.x.item(row), tracks.y.item(row)
    left = PER_MILLE - age * PER_MILLE // keeps
    if not tracks.sheltered.item(row):
        for _ in range(gusts_between(world, x, y, tracks.born.item(row))):
            left = left * (PER_MILLE - tuning.GUST_WEAR_PER_MILLE) // PER_MILLE
    if left <= 0:
        return None
    return Print(
        row=row,
        x=x,
        y=y,
        heading=tracks.heading.item(row),
        maker=tracks.maker.item(row),
        born=tracks.born.item(row),
        kind=PrintKind(tracks.kind.item(row)),
        left_per_mille=left,
    )

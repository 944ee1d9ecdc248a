"""Trackers: prints they come upon, the trail from print to print, and why it ends.

A tracker goes where the prints point, so who walks backwards sends it the wrong way. It follows
only what keeps enough of itself, and casts about where the sand says nothing more.
"""

from collections.abc import Iterator
from typing import Final

import numpy as np

from game.core import headings
from game.core.units import TILE_SUB, tile_of
from game.sim import events, tuning
from game.sim.beings import Alert, Mind
from game.sim.events import Cause
from game.sim.land import tracks
from game.sim.land.terrain import surface_at
from game.sim.land.tracks import Print
from game.sim.land.weather import gusts_between, wind_at
from game.sim.level import Surface
from game.sim.minds import awareness, walking
from game.sim.minds.awareness import Noticing, notice
from game.sim.minds.factions import hunts, hunts_her, is_suna, is_west, shuns
from game.sim.minds.walking import Budget
from game.sim.moment import Moment
from game.sim.world import World, tile_index

_PRINTLESS: Final = (Surface.ROCK, Surface.GRAVEL, Surface.ROAD)
_NEXT_TILES: Final = 1
"""The next print is looked for so many tiles around the last one."""
_CAST_TILES: Final = 3
"""So far a tracker goes, each way in turn, where a trail has ended."""
_SAME_WALK_TICKS: Final = 120
"""Prints made within so long of each other belong to one stretch of walking."""
_CAST_TURNS: Final = (0, 160, -160, 0)
"""Headings that those ways turn off the trail."""


def come_upon(world: World, moment: Moment, mind: Mind) -> bool:
    """Look at the prints of a tile just entered; True if a trail is taken up."""
    tile = tile_index(world.level, mind.x, mind.y)
    if tile == mind.tile:
        return False
    mind.tile = tile
    if not tuning.KINDS[mind.kind].tracks or tile not in world.tracks.by_tile:
        return False
    makers = world.tracks.maker
    if not any(_heeds(world, mind, makers.item(row)) for row in world.tracks.by_tile[tile]):
        return False
    for mark in tracks.prints_on(world, tile_of(mind.x), tile_of(mind.y)):
        if (
            mark.born > mind.trail_tick
            and mark.left_per_mille > tuning.FOLLOWED_PER_MILLE
            and _heeds(world, mind, mark.maker)
        ):
            _take_up(world, moment, mind, mark)
            return True
    return False


def follow(world: World, moment: Moment, mind: Mind, budget: Budget) -> None:
    """One turn of a tracker on a trail."""
    mind.alert_ticks = 0
    if mind.trail_cast_ticks > 0:
        _cast_about(world, moment, mind, budget)
        return
    near = max(abs(mind.x - mind.trail_x), abs(mind.y - mind.trail_y)) < TILE_SUB
    if near or not mind.way:
        mark = _next_print(world, mind, mind.trail_x, mind.trail_y)
        if mark is None and not near:
            walking.go(world, mind, mind.trail_x, mind.trail_y, _pace(mind), budget)
            if mind.way:
                return
        if mark is None:
            why = _why_lost(world, mind)
            moment.tell(events.TrailLost(mind.name, world.name_of(mind.trail_maker), why))
            mind.trail_cast_ticks = tuning.TRAIL_CAST_TICKS
            mind.home_heading = mind.heading
            return
        _step_onto(mind, mark)
    walking.go(world, mind, mind.trail_x, mind.trail_y, _pace(mind), budget)


def _heeds(world: World, mind: Mind, maker: int) -> bool:
    """Whether this maker's prints are worth following."""
    if shuns(world, mind):
        return False
    if maker == 0:
        return hunts_her(world, mind) or (
            is_suna(mind)
            and is_west(world, mind.x)
            and world.tick - mind.challenge_tick >= tuning.CHALLENGE_AGAIN_TICKS
        )
    other = world.mind(maker)
    return is_suna(mind) and other is not None and hunts(mind, other) and other.awake


def _take_up(world: World, moment: Moment, mind: Mind, mark: Print) -> None:
    mind.trail_maker, mind.trail_cast_ticks = mark.maker, 0
    mind.trail_back = _points_back(world, mark)
    _step_onto(mind, mark)
    moment.tell(events.TrailFound(mind.name, world.name_of(mark.maker)))
    cause = Cause(
        who=mind.name,
        sense="trail",
        whom=world.name_of(mark.maker),
        tiles=0,
        what=mark.kind.name.lower(),
        light=0,
        gait="",
        surface=surface_at(world.level, mark.x, mark.y).name.lower(),
        wind=wind_at(world, mark.x, mark.y).kind.value,
    )
    fill, most = tuning.CURIOUS_AT, tuning.HARMLESS_STOPS_AT
    notice(world, moment, mind, Noticing(mark.maker, mark.x, mark.y, fill, most, cause))
    mind.planned = True


def _step_onto(mind: Mind, mark: Print) -> None:
    mind.trail_x, mind.trail_y, mind.trail_tick = mark.x, mark.y, mark.born
    mind.knows_x, mind.knows_y = mark.x, mark.y


def _next_print(world: World, mind: Mind, x: int, y: int) -> Print | None:
    """The print around a place that lies furthest on along the trail."""
    found = [
        mark
        for mark in _around(world, x, y)
        if mark.maker == mind.trail_maker
        and mark.left_per_mille > tuning.FOLLOWED_PER_MILLE
        and (mark.born < mind.trail_tick if mind.trail_back else mark.born > mind.trail_tick)
    ]
    if not found:
        return None
    return (min if mind.trail_back else max)(found, key=lambda mark: mark.born)


def _around(world: World, x: int, y: int) -> Iterator[Print]:
    """All prints on the tiles around a place."""
    here_x, here_y = tile_of(x), tile_of(y)
    for tile_y in range(here_y - _NEXT_TILES, here_y + _NEXT_TILES + 1):
        for tile_x in range(here_x - _NEXT_TILES, here_x + _NEXT_TILES + 1):
            yield from tracks.prints_on(world, tile_x, tile_y)


def _points_back(world: World, mark: Print) -> bool:
    """Whether a print points to where its maker had come from, as all do of who walks backwards."""
    toward_newer = 0
    for other in _around(world, mark.x, mark.y):
        apart = other.born - mark.born
        if other.maker != mark.maker or not 0 < abs(apart) <= _SAME_WALK_TICKS:
            continue
        dx, dy = other.x - mark.x, other.y - mark.y
        ahead = dx * headings.cos(mark.heading) + dy * headings.sin(mark.heading)
        toward_newer += 1 if (ahead > 0) == (apart > 0) else -1
    return toward_newer < 0


def _cast_about(world: World, moment: Moment, mind: Mind, budget: Budget) -> None:
    """Go a little way on, and to both sides, looking for where the trail goes on."""
    mind.trail_cast_ticks -= tuning.LOOK_EVERY_TICKS
    mark = _next_print(world, mind, mind.x, mind.y)
    if mark is not None:
        mind.trail_cast_ticks = 0
        _step_onto(mind, mark)
        moment.tell(events.TrailFound(mind.name, world.name_of(mark.maker)))
        return
    if mind.trail_cast_ticks <= 0:
        mind.trail_maker, mind.planned = -1, False
        if mind.trail_back:
            mind.trail_tick = world.tick  # what led nowhere once is not read again
        if mind.alert < Alert.SEARCH:
            cause = awareness.reason(world, mind, "trail", "lost")
            awareness.calm_down(world, moment, mind, cause)
        return
    leg_ticks = tuning.TRAIL_CAST_TICKS // len(_CAST_TURNS)
    leg = min(len(_CAST_TURNS) - 1, mind.trail_cast_ticks // leg_ticks)
    if not mind.way:
        heading = (mind.home_heading + _CAST_TURNS[leg]) % headings.TURN
        dx, dy = headings.vector(heading, _CAST_TILES * TILE_SUB)
        x, y = mind.trail_x + dx, mind.trail_y + dy
        if world.terrain.walkable(tile_of(x), tile_of(y)):
            walking.go(world, mind, x, y, _pace(mind), budget)


def _why_lost(world: World, mind: Mind) -> str:
    """What became of the prints that should come next: rock, wind, old, swept, or nothing."""
    marks = world.tracks
    reach = _CAST_TILES * TILE_SUB
    rows = np.flatnonzero(
        (marks.maker == mind.trail_maker)
        & (marks.born < mind.trail_tick if mind.trail_back else marks.born > mind.trail_tick)
        & (np.abs(marks.x - mind.trail_x) <= reach)
        & (np.abs(marks.y - mind.trail_y) <= reach)
    ).tolist()
    if any(marks.keeps.item(row) == 0 for row in rows):
        return "swept"
    for row in rows:
        x, y, born = marks.x.item(row), marks.y.item(row), marks.born.item(row)
        if not marks.sheltered.item(row) and gusts_between(world, x, y, born):
            return "wind"
    if rows:
        return "old"
    for turn in _CAST_TURNS:
        dx, dy = headings.vector((mind.heading + turn) % headings.TURN, TILE_SUB)
        if surface_at(world.level, mind.trail_x + dx, mind.trail_y + dy) in _PRINTLESS:
            return "rock"
    return "cast"


def _pace(mind: Mind) -> int:
    rules = tuning.KINDS[mind.kind]
    return rules.search_sub if mind.alert >= Alert.SEARCH else rules.walk_sub

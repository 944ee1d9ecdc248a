"""Wind: gusts that cross the map as fronts, storms as bands, and the lee behind the dunes.

Where a gust blows is a formula of the tick, so nothing is ever swept over the map.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core import headings
from game.core.headings import TURN
from game.core.units import PER_MILLE, SUB, TILE_SUB
from game.sim import events, tuning
from game.sim.land import landmarks
from game.sim.land.desert import Gust, Storm
from game.sim.land.dunes import lee
from game.sim.land.terrain import height_cell
from game.sim.level import Area, Level, Zone
from game.sim.moment import Moment
from game.sim.world import World

GUST_SPREAD_HEADINGS: Final = 48
"""A gust may come from so far to either side of the prevailing gusts."""
INTO_WIND_HEADINGS: Final = TURN * 3 // 8
"""Who goes further than this off the way the wind blows has it in the face."""
_OUT_OF_WIND_HEADINGS: Final = TURN - INTO_WIND_HEADINGS
_LEE_PER_MILLE: Final = 200
"""What is left of a gust in the lee."""
_WIND: Final = Area.WIND


class WindKind(StrEnum):
    """What the air does at a place."""

    STILL = "still"
    LEE = "lee"
    GUST = "gust"
    STORM = "storm"


@dataclass(frozen=True, slots=True)
class LocalWind:
    """Wind at a place: strength per mille, and the heading it blows towards."""

    kind: WindKind
    strength: int
    heading: int


def blow(world: World, moment: Moment) -> None:
    """Draw the next gust when it is due, and tell her what comes, comes over her and passes."""
    weather = world.weather
    if weather.next_gust_tick >= 0 and world.tick >= weather.next_gust_tick:
        _begin_gust(world)
    her = world.sakura
    _begin_storms(world, her.x, her.y)
    gust = _gust_over(world, her.x, her.y)
    _announce(world, moment)
    if (gust is not None) != weather.gust_on_her:
        weather.gust_on_her = gust is not None
        moment.tell(events.GustBegan(gust.heading) if gust else events.GustEnded())
    storming = _storm_over(world, her.x, her.y) is not None
    if storming != weather.storm_on_her:
        weather.storm_on_her = storming
        moment.tell(events.StormBegan() if storming else events.StormEnded())


def call_gust(world: World) -> None:
    """Let a gust begin now, whatever was to come; a still night is still again after it."""
    still = world.weather.next_gust_tick < 0
    _begin_gust(world)
    if still:
        world.weather.next_gust_tick = -1


def wind_at(world: World, x: int, y: int) -> LocalWind:
    """The wind at a place in sub-units."""
    storm = _storm_over(world, x, y)
    if storm is not None:
        return LocalWind(WindKind.STORM, PER_MILLE, storm.heading)
    gust = _gust_over(world, x, y)
    if gust is None:
        return _still(world.level.conditions.gust_heading)
    heading = _heading_at(world.level, gust, x, y)
    if is_lee(world.level, x, y):
        return LocalWind(WindKind.LEE, _LEE_PER_MILLE, heading)
    return LocalWind(WindKind.GUST, PER_MILLE, heading)


def is_against_wind(world: World, gusts: list[Gust], x: int, y: int, course: int) -> bool:
    """Whether a gust or storm at a place in sub-units blows into the face of who goes that way.

    ``gusts`` are ``gusts_about`` the world just now. Says what ``wind_at`` says, but asks first
    which way the gusts blow: few walk into them.
    """
    if world.weather.storms:
        storm = _storm_over(world, x, y)
        if storm is not None:
            return _is_in_face(course, storm.heading)
    if not gusts:
        return False
    zones = landmarks.zones(world.level, _WIND)
    for gust in gusts:
        # as in _is_in_face: this is asked at every step of everybody
        heading = _heading_at(world.level, gust, x, y) if zones else gust.heading
        in_face = INTO_WIND_HEADINGS < (heading - course) % TURN < _OUT_OF_WIND_HEADINGS
        if in_face and _is_over(world, gust, x, y):
            return not is_lee(world.level, x, y)
    return False


def is_lee(level: Level, x: int, y: int) -> bool:
    """Whether a place in sub-units lies sheltered from the level's gusts."""
    rows, columns = level.heights.shape
    column, row = height_cell(x, y)
    if not (0 <= column < columns and 0 <= row < rows):
        return False
    return bool(sheltered_cells(level).item(row, column))


@lru_cache(maxsize=8)
def sheltered_cells(level: Level) -> NDArray[np.bool_]:
    """Cells of ``Level.heights`` in the lee of the level's gusts; made once for each level."""
    wind = headings.vector(level.conditions.gust_heading, SUB)
    sheltered: NDArray[np.bool_] = lee(level.heights, wind) >= tuning.SHELTER_UNITS
    return sheltered


def gusts_between(world: World, x: int, y: int, since: int) -> int:
    """How many gusts have come over a place after the tick ``since``."""
    count = 0
    longest = _crossing_ticks(world.level)
    for gust in reversed(world.weather.gusts):
        if gust.begins + longest < since:
            break
        arrival = arrives(world.level, gust, x, y)
        if since < arrival <= world.tick:
            count += 1
    return count


def arrives(level: Level, gust: Gust, x: int, y: int) -> int:
    """Tick in which the front of a gust reaches a place in sub-units."""
    cos, sin, edge = _front(level, gust.heading)
    ahead = (x * cos + y * sin) // headings.ONE - edge
    return gust.begins + ahead // tuning.GUST_FRONT_SUB


def along(heading: int, x: int, y: int) -> int:
    """How far a place lies along a heading, in sub-units."""
    return (x * headings.cos(heading) + y * headings.sin(heading)) // headings.ONE


@lru_cache(maxsize=1024)
def _front(level: Level, heading: int) -> tuple[int, int, int]:
    """Cosine and sine of a heading, and how far along it the map begins; asked all the time."""
    return headings.cos(heading), headings.sin(heading), upwind_edge(level, heading)


@lru_cache(maxsize=1024)
def upwind_edge(level: Level, heading: int) -> int:
    """How far along a heading the map begins, in sub-units."""
    width, height = level.width * TILE_SUB, level.height * TILE_SUB
    return min(along(heading, x, y) for x in (0, width) for y in (0, height))


def _begin_gust(world: World) -> None:
    weather, rng = world.weather, world.weather_rng
    spread = rng.between(-GUST_SPREAD_HEADINGS, GUST_SPREAD_HEADINGS)
    weather.gusts.append(
        Gust(
            begins=world.tick,
            length_ticks=rng.between(*tuning.GUST_LENGTH_TICKS),
            heading=(world.level.conditions.gust_heading + spread) % TURN,
            number=len(weather.gusts) + 1,
        )
    )
    weather.next_gust_tick = world.tick + rng.between(*tuning.GUST_GAP_TICKS)


@lru_cache(maxsize=8)
def _crossing_ticks(level: Level) -> int:
    """Ticks after its beginning in which any gust has reached every place of the map."""
    return (level.width + level.height) * TILE_SUB // tuning.GUST_FRONT_SUB + 1


@lru_cache(maxsize=8)
def _still(heading: int) -> LocalWind:
    """Air at rest: what most places have most of the time, so it is one value."""
    return LocalWind(WindKind.STILL, 0, heading)


def gusts_about(world: World) -> list[Gust]:
    """The gusts that may be over the map just now, newest first."""
    about = []
    gone = world.tick - _crossing_ticks(world.level)
    for gust in reversed(world.weather.gusts):
        if gust.begins + gust.length_ticks < gone:
            break  # it has left the map, and so have those before it: each ends before the next
        about.append(gust)
    return about


def _gust_over(world: World, x: int, y: int) -> Gust | None:
    """The gust that blows over a place just now."""
    for gust in gusts_about(world):
        if _is_over(world, gust, x, y):
            return gust
    return None


def _is_over(world: World, gust: Gust, x: int, y: int) -> bool:
    arrival = arrives(world.level, gust, x, y)
    return arrival <= world.tick < arrival + gust.length_ticks


def _heading_at(level: Level, gust: Gust, x: int, y: int) -> int:
    """Which way a gust blows at a place: as it came, or as a zone of the map turns it."""
    for zone in landmarks.zones(level, Area.WIND):
        if zone.holds(x, y):
            return (zone.amount + gust.heading - level.conditions.gust_heading) % TURN
    return gust.heading


def _is_in_face(course: int, wind_heading: int) -> bool:
    return INTO_WIND_HEADINGS < (wind_heading - course) % TURN < _OUT_OF_WIND_HEADINGS


def _announce(world: World, moment: Moment) -> None:
    weather, her = world.weather, world.sakura
    for gust in weather.gusts[weather.announced :]:
        ticks = arrives(world.level, gust, her.x, her.y) - world.tick
        if 0 < ticks <= tuning.GUST_WARNING_TICKS:
            weather.announced = gust.number
            moment.tell(events.GustComing(gust.heading, ticks))


def _begin_storms(world: World, x: int, y: int) -> None:
    """A stretch of storm country raises its storm at its hour, or when she first walks into it."""
    weather = world.weather
    if len(weather.storms) >= world.level.conditions.storms:
        return
    for zone in landmarks.zones(world.level, Area.STORM):
        begun = any(storm.zone == zone.id for storm in weather.storms)
        if begun or not _is_due(world, zone, x, y):
            continue
        heading = world.level.conditions.gust_heading
        ahead = tuning.STORM_SPEED_SUB * tuning.GUST_WARNING_TICKS * 2
        front = _upwind_edge_of(zone, heading) if zone.amount else along(heading, x, y)
        weather.storms.append(Storm(world.tick, heading, front - ahead, zone.id))


def _is_due(world: World, zone: Zone, x: int, y: int) -> bool:
    """Whether the storm of a stretch rises now, with her at a place."""
    return world.tick >= zone.amount if zone.amount else zone.holds(x, y)


def _upwind_edge_of(zone: Zone, heading: int) -> int:
    """How far along a heading a zone begins, in sub-units."""
    sides = (zone.x, zone.x + zone.width), (zone.y, zone.y + zone.height)
    return min(along(heading, x, y) for x in sides[0] for y in sides[1])


def _storm_over(world: World, x: int, y: int) -> Storm | None:
    for storm in world.weather.storms:
        age = world.tick - storm.begins
        if age >= tuning.STORM_TICKS:
            continue
        behind = storm.front + age * tuning.STORM_SPEED_SUB - along(storm.heading, x, y)
        if 0 <= behind < tuning.STORM_WIDTH_SUB:
            return storm
    return None

"""What a map asks for, as stages that she has to reach one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from game.core.units import tile_of
from game.lab.level_file import Pattern
from game.lab.tile_sets import Mask
from game.sim import tuning
from game.sim.level import GoalKind, Level, Place, Spot, Zone

MINUTE_TICKS: Final = 60 * tuning.CLOCK_UNIT // tuning.CLOCK_WALKING


@dataclass(frozen=True, slots=True)
class Stage:
    """Something that she has to reach: its name, the tiles that count, and how a level tells it."""

    name: str
    tiles: Mask
    reached: Pattern


@dataclass(frozen=True, slots=True)
class Task:
    """What a map asks for: stages in their order, and a moment before which it is not over."""

    stages: tuple[Stage, ...]
    not_before: int = 0


def task_of(level: Level) -> Task:
    """What a map asks for, which may be nothing."""
    stages: list[Stage] = []
    not_before = 0
    if level.conditions.story:
        markers = sorted(level.places_of(Spot.MARKER), key=lambda marker: marker.order)
        for place in (*markers, *level.places_of(Spot.WOUNDED)):
            stages.append(_at_places(level, place.name, [place]))
    for goal in level.goals:
        match goal.kind:
            case GoalKind.REACH:
                stages.append(_named(level, goal.target))
            case GoalKind.HEAL:
                stages.append(_at_places(level, goal.target, level.places_of(Spot.WOUNDED)))
            case GoalKind.SENSE:
                continue  # she may feel for others wherever she stands
            case GoalKind.UNSEEN_UNTIL | GoalKind.SPARE:
                not_before = max(not_before, goal.amount * MINUTE_TICKS)
    exits = level.places_of(Spot.EXIT)
    if exits and not level.conditions.story:
        stages.append(_at_places(level, "the way out", exits))
    return Task(tuple(stages), not_before)


def _named(level: Level, name: str) -> Stage:
    place = level.place(name)
    if place is not None:
        return _at_places(level, name, [place])
    zones = [zone for zone in level.zones if zone.name == name]
    tiles = np.zeros((level.height, level.width), np.bool_)
    for zone in zones:
        tiles[_rows(zone), _columns(zone)] = True
    return Stage(name, tiles, Pattern("ZoneEntered", (("where", name),)))


def _rows(zone: Zone) -> slice:
    return slice(max(0, tile_of(zone.y)), tile_of(zone.y + zone.height - 1) + 1)


def _columns(zone: Zone) -> slice:
    return slice(max(0, tile_of(zone.x)), tile_of(zone.x + zone.width - 1) + 1)


def _at_places(level: Level, name: str, places: Sequence[Place]) -> Stage:
    """The tiles of places, and those beside one that stands on no open tile."""
    tiles = np.zeros((level.height, level.width), np.bool_)
    walls = level.walls > 0
    for place in places:
        x, y = tile_of(place.x), tile_of(place.y)
        around = 1 if walls[y, x] else 0
        tiles[max(0, y - around) : y + around + 1, max(0, x - around) : x + around + 1] = True
    fields = (("where", places[0].name),) if len(places) == 1 else ()
    return Stage(name, tiles, Pattern("Arrived", fields))

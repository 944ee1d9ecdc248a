"""Look-ups in a level that are asked for all night long: made once per level and kept."""

from functools import lru_cache

from game.core.units import tiles
from game.sim import tuning
from game.sim.level import Area, Level, Place, Route, Spot, Zone


@lru_cache(maxsize=64)
def places(level: Level, kind: Spot) -> tuple[Place, ...]:
    """All places of a kind, in id order."""
    return level.places_of(kind)


@lru_cache(maxsize=64)
def zones(level: Level, kind: Area) -> tuple[Zone, ...]:
    """All zones of a kind, in id order."""
    return level.zones_of(kind)


@lru_cache(maxsize=8)
def routes(level: Level) -> dict[int, Route]:
    """The routes of a level by id."""
    return {route.id: route for route in level.routes}


@lru_cache(maxsize=8)
def hiding_places(level: Level) -> dict[tuple[int, int], Place]:
    """Where somebody could be: hiding places and cover, by their place in sub-units."""
    kinds = (Spot.HIDING, Spot.COVER)
    return {(place.x, place.y): place for kind in kinds for place in level.places_of(kind)}


@lru_cache(maxsize=8)
def west_limit(level: Level) -> int:
    """Easting in sub-units beyond which, to the west, nobody of the round has business.

    Off the map where no round is told of: then nothing is too far west.
    """
    markers = level.places_of(Spot.MARKER)
    if not level.conditions.story or not markers:
        return -1
    return min(marker.x for marker in markers) - tiles(tuning.WEST_OF_ROUND_TILES)

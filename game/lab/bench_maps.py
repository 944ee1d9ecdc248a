"""Plain maps full of people on their rounds, as large and as crowded as a measurement asks for."""

from math import isqrt
from typing import Final

import numpy as np

from game.core.units import tile_centre
from game.sim.level import Actor, Conditions, Kind, Level, Place, Route, Spot

_ROUND_TILES: Final = 4
_KINDS: Final = (Kind.PATROL, Kind.PATROL, Kind.PATROL, Kind.SNAKE)


def crowd(minds: int, side: int, map_side: int) -> Level:
    """Open sand of ``map_side`` tiles square; so many minds walk small rounds, evenly spread over
    its upper left square of ``side`` tiles. Sakura stands in the lower right corner."""
    across = max(1, isqrt(max(0, minds - 1)) + 1)
    apart = side // across
    if apart <= _ROUND_TILES:
        raise ValueError(f"{minds} minds have no room on {side} tiles square")
    actors, routes = [], []
    for number in range(minds):
        column, row = number % across, number // across
        x, y = column * apart + apart // 2, row * apart + apart // 2
        corners = ((0, 0), (_ROUND_TILES, 0), (_ROUND_TILES, _ROUND_TILES), (0, _ROUND_TILES))
        points = tuple(
            (tile_centre(min(side - 1, x + dx)), tile_centre(min(side - 1, y + dy)))
            for dx, dy in corners
        )
        routes.append(Route(minds + number + 1, f"round_{number}", points))
        kind = _KINDS[number % len(_KINDS)]
        actors.append(
            Actor(number + 1, f"{kind}_{number}", kind, *points[0], route=routes[-1].id)
        )
    corner = tile_centre(map_side - 1)
    start = Place(2 * minds + 1, "start", Spot.START, corner, corner)
    return Level(
        name="crowd",
        width=map_side,
        height=map_side,
        surface=np.zeros((map_side, map_side), np.uint8),
        walls=np.zeros((map_side, map_side), np.uint8),
        crests=(),
        crest_tiles=np.zeros((map_side, map_side), np.bool_),
        heights=np.zeros((map_side * 2, map_side * 2), np.int16),
        actors=tuple(actors),
        places=(start,),
        routes=tuple(routes),
        conditions=Conditions(first_gust_ticks=-1, storms=0),
    )

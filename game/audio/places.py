"""Where a sound is, as ears have it: how loud and on which side, from places in the night."""

import math
from typing import Final

from game.audio.output import Sides
from game.core import headings
from game.core.units import PER_MILLE, TILE_SUB
from game.sim.land.weather import WindKind, wind_at
from game.sim.world import World

WIDE_TILES: Final = 12
"""So far to one side, a sound is all but only there."""
_MOST_SIDE: Final = 0.9
_DROWNED: Final = {
    WindKind.STILL: 1.0,
    WindKind.LEE: 1.0,
    WindKind.GUST: 0.7,
    WindKind.STORM: 0.4,
}
"""What wind at her leaves of sounds that come from elsewhere."""
MIDDLE: Final = Sides(1.0, 1.0)


def from_place(world: World, x: int, y: int, reach_tiles: int) -> Sides:
    """How a sound at a place in sub-units reaches her; ``reach_tiles`` 0 is heard everywhere."""
    her = world.sakura
    away_x, away_y = (x - her.x) / TILE_SUB, (y - her.y) / TILE_SUB
    if not reach_tiles:
        return to_side(away_x / WIDE_TILES)
    away = math.hypot(away_x, away_y)
    if away >= reach_tiles:
        return Sides()
    near = 1.0 - away / reach_tiles
    level = near * near
    if away > 1.0:
        level *= _DROWNED[wind_at(world, her.x, her.y).kind]
    return to_side(away_x / WIDE_TILES).times(level)


def from_heading(heading: int, strength_per_mille: int = PER_MILLE) -> Sides:
    """How a sound from far off in a direction is heard; never quite nothing."""
    level = 0.35 + 0.65 * max(0, min(PER_MILLE, strength_per_mille)) / PER_MILLE
    return to_side(headings.cos(heading) / headings.ONE).times(level)


def to_side(side: float) -> Sides:
    """Full loudness at ``side``, -1 left to 1 right; the middle is full on both."""
    turn = max(-1.0, min(1.0, side)) * _MOST_SIDE
    return Sides(min(1.0, 1.0 - turn), min(1.0, 1.0 + turn))

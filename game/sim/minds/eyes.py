"""What an eye makes of a tile: nothing, a glimpse, or certainty. The one piece of cone arithmetic.

Everything is taken per tile and per heading step, so that a cone drawn tile by tile is exactly what
its owner sees. Lines of sight are ``terrain.sees``; who looks at whom is ``perception``.
"""

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from typing import Final

from game.core import headings
from game.core.units import PER_MILLE, TILE_SUB, tile_of
from game.sim import tuning
from game.sim.beings import Alert, Mind
from game.sim.land.weather import WindKind


class Zone(IntEnum):
    """How well something is seen."""

    NONE = 0
    GLIMPSE = 1
    CERTAIN = 2


class Shade(IntEnum):
    """How much light lies on what is looked at."""

    DARK = 0
    HALF = 1
    LIT = 2


class Stance(IntEnum):
    """How small somebody makes themselves."""

    UPRIGHT = 0
    LOW = 1
    HIDDEN = 2
    """Low and still beside cover."""


class Dust(IntEnum):
    """What flies between the two."""

    CLEAR = 0
    GUST = 1
    STORM = 2


FURTHEST_TILES: Final = tuning.GLIMPSE_LIT_TILES
_GLIMPSE_TENTHS: Final = {
    Shade.DARK: tuning.GLIMPSE_DARK_TILES * 10,
    Shade.HALF: tuning.GLIMPSE_TILES * 10,
    Shade.LIT: tuning.GLIMPSE_LIT_TILES * 10,
}
_DUST_TENTHS: Final = {
    Dust.CLEAR: tuning.GLIMPSE_LIT_TILES * 10,
    Dust.GUST: tuning.GUST_SIGHT_TILES * 10,
    Dust.STORM: tuning.STORM_SIGHT_TILES * 10,
}


@dataclass(frozen=True, slots=True)
class Eyes:
    """Where and which way somebody looks, in the steps that sight is taken in."""

    tile_x: int
    tile_y: int
    heading: int
    half: int
    """Headings that the cone reaches to each side."""


def eyes_of(mind: Mind) -> Eyes:
    """The eyes of a mind as it stands."""
    step = tuning.SIGHT_HEADING_STEP
    half = (
        tuning.CHASE_CONE_HALF_HEADINGS
        if mind.alert is Alert.CHASE
        else tuning.CONE_HALF_HEADINGS
    )
    heading = (mind.heading + step // 2) // step * step % headings.TURN
    return Eyes(tile_of(mind.x), tile_of(mind.y), heading, half)


@lru_cache(maxsize=1 << 14)
def zone_at(
    dx: int, dy: int, heading: int, half: int, shade: Shade, stance: Stance, dust: Dust
) -> Zone:
    """Zone of a tile ``(dx, dy)`` tiles away from the eye, if nothing stands between."""
    squared = 100 * (dx * dx + dy * dy)
    pace = PER_MILLE if stance is Stance.UPRIGHT else tuning.SNEAK_SIGHT_PER_MILLE
    close = squared * PER_MILLE**2 <= (tuning.ALL_ROUND_TENTHS * pace) ** 2
    certain, glimpse = _reaches(shade, stance, dust)
    ahead = (dx == 0 and dy == 0) or (
        abs(headings.turn_between(heading, headings.heading_of(dx, dy))) <= half
    )
    if not ahead:
        return Zone.GLIMPSE if close else Zone.NONE
    if squared <= certain * certain:
        return Zone.CERTAIN
    return Zone.GLIMPSE if close or squared <= glimpse * glimpse else Zone.NONE


@lru_cache(maxsize=256)
def offsets_in_reach(heading: int, half: int) -> tuple[tuple[int, int], ...]:
    """Tiles ``(dx, dy)`` from the eye that could be seen in the best light, row by row."""
    reach = range(-FURTHEST_TILES, FURTHEST_TILES + 1)
    return tuple(
        (dx, dy)
        for dy in reach
        for dx in reach
        if zone_at(dx, dy, heading, half, Shade.LIT, Stance.UPRIGHT, Dust.CLEAR) is not Zone.NONE
    )


def shade_of(light: int) -> Shade:
    """Which of the three lights a light per mille counts as."""
    if light >= tuning.LIT_AT:
        return Shade.LIT
    return Shade.DARK if light < tuning.DARK_BELOW else Shade.HALF


def dust_between(here: WindKind, there: WindKind) -> Dust:
    """The dust between two places: the worse of both ends, so that everybody is blinded alike."""
    if here is WindKind.STORM or there is WindKind.STORM:
        return Dust.STORM
    if here is WindKind.GUST or there is WindKind.GUST:
        return Dust.GUST
    return Dust.CLEAR


def fill_ticks(away_sub: int) -> int:
    """Ticks that it takes to be sure of a walker so far away."""
    table = tuning.FILL_TICKS
    if away_sub <= table[0][0] * TILE_SUB:
        return table[0][1]
    for (near, quick), (far, slow) in pairwise(table):
        if away_sub <= far * TILE_SUB or far == table[-1][0]:
            span = (far - near) * TILE_SUB
            return quick + (slow - quick) * (away_sub - near * TILE_SUB) // span
    return table[-1][1]


def _reaches(shade: Shade, stance: Stance, dust: Dust) -> tuple[int, int]:
    """Reach of the certain zone and of the glimpse, in tenths of a tile."""
    certain, glimpse = tuning.CERTAIN_TILES * 10, _GLIMPSE_TENTHS[shade]
    if stance is Stance.LOW:
        certain = certain * tuning.SNEAK_SIGHT_PER_MILLE // PER_MILLE
        glimpse = glimpse * tuning.SNEAK_SIGHT_PER_MILLE // PER_MILLE
    elif stance is Stance.HIDDEN:
        glimpse = min(glimpse, tuning.HIDDEN_SIGHT_TILES * 10)
        certain = glimpse // 2
    glimpse = min(glimpse, _DUST_TENTHS[dust])
    if dust is not Dust.CLEAR:
        certain = min(certain, glimpse // 2)
    return certain, glimpse

"""The units every integer of the simulation is counted in."""

from typing import Final

SUB: Final = 256
"""Sub-units in one pixel: positions and distances are whole sub-units."""
TILE_PX: Final = 16
TILE_SUB: Final = TILE_PX * SUB
TICKS_PER_SECOND: Final = 60
PER_MILLE: Final = 1000


def tiles(amount: int) -> int:
    """Sub-units in ``amount`` tiles."""
    return amount * TILE_SUB


def seconds(amount: int) -> int:
    """Ticks in ``amount`` seconds."""
    return amount * TICKS_PER_SECOND


def per_second(px: int) -> int:
    """Sub-units a tick of a speed given in pixels a second, rounded to nearest."""
    return (px * SUB + TICKS_PER_SECOND // 2) // TICKS_PER_SECOND


def tile_of(position_sub: int) -> int:
    """Tile index that a coordinate in sub-units falls in."""
    return position_sub // TILE_SUB


def tile_centre(tile: int) -> int:
    """Sub-unit coordinate of the middle of a tile."""
    return tile * TILE_SUB + TILE_SUB // 2

"""Who hates whom: Suna and rogues on sight, cutters nobody's friends, children nobody's foes."""

from typing import Final

from game.core.units import tiles
from game.sim import tuning
from game.sim.beings import Mind
from game.sim.land.landmarks import places, west_limit
from game.sim.level import Kind, Spot
from game.sim.world import World

CREATURES: Final = (Kind.SNAKE, Kind.LIZARD)
_VILLAGE: Final = (Kind.PATROL, Kind.GUARD, Kind.CHILD)


def _fight(one: Kind, other: Kind) -> bool:
    """Whether the two kinds are at each other's throats; nobody fights a child."""
    if Kind.CHILD in (one, other):
        return False
    if one in CREATURES or other in CREATURES:
        return one in CREATURES and other not in CREATURES
    return (one in _VILLAGE) != (other in _VILLAGE)


FOES: Final = {one: frozenset(other for other in Kind if _fight(one, other)) for one in Kind}
"""Whom each kind fights on sight. Only asked, never gone through: sets have no order."""


def is_suna(mind: Mind) -> bool:
    """Whether somebody belongs to the village."""
    return mind.kind in _VILLAGE


def hunts_her(world: World, mind: Mind) -> bool:
    """Whether Sakura is an enemy to this one."""
    if mind.kind is Kind.PATROL:
        return mind.hostile or world.unmasked
    return not is_suna(mind)


def hunts(mind: Mind, other: Mind) -> bool:
    """Whether one mind fights another on sight."""
    return other.kind in FOES[mind.kind]


def same_side(mind: Mind, other: Mind) -> bool:
    """Whether two would pass each other news."""
    if is_suna(mind) or is_suna(other):
        return is_suna(mind) and is_suna(other)
    return (mind.kind is Kind.CUTTER) == (other.kind is Kind.CUTTER) and not (
        mind.kind in CREATURES or other.kind in CREATURES
    )


def shuns(world: World, mind: Mind) -> bool:
    """Whether an enemy of the village stands so near its gate that they turn back from anybody.

    So nobody is led into the arms of the guard; only whoever is at home there keeps at it.
    """
    if is_suna(mind) or mind.kind in CREATURES:
        return False
    reach = tiles(tuning.GATE_SHUN_TILES)
    return any(
        max(abs(mind.x - gate.x), abs(mind.y - gate.y)) <= reach
        < max(abs(mind.home_x - gate.x), abs(mind.home_y - gate.y))
        for gate in places(world.level, Spot.GATE)
    )


def is_west(world: World, x: int) -> bool:
    """Whether a place lies so far west of her round that nobody of it has business there."""
    return x < west_limit(world.level)

"""Who hates whom: Suna and rogues on sight, cutters nobody's friends, children nobody's foes."""

from game.sim.beings import Mind
from game.sim.land.landmarks import west_limit
from game.sim.level import Kind
from game.sim.world import World


def is_suna(mind: Mind) -> bool:
    """Whether somebody belongs to the village."""
    kind = mind.kind
    return kind is Kind.PATROL or kind is Kind.GUARD or kind is Kind.CHILD


def hunts_her(world: World, mind: Mind) -> bool:
    """Whether Sakura is an enemy to this one."""
    if mind.kind is Kind.PATROL:
        return mind.hostile or world.unmasked
    return not is_suna(mind)


def hunts(mind: Mind, other: Mind) -> bool:
    """Whether one mind fights another on sight."""
    if mind.kind is Kind.CHILD or other.kind is Kind.CHILD:
        return False
    if mind.kind is Kind.SNAKE or mind.kind is Kind.LIZARD:
        return other.kind is not Kind.SNAKE and other.kind is not Kind.LIZARD
    if other.kind is Kind.SNAKE or other.kind is Kind.LIZARD:
        return False
    return is_suna(mind) != is_suna(other)


def same_side(mind: Mind, other: Mind) -> bool:
    """Whether two would pass each other news."""
    if is_suna(mind) or is_suna(other):
        return is_suna(mind) and is_suna(other)
    return (mind.kind is Kind.CUTTER) == (other.kind is Kind.CUTTER) and not (
        mind.kind in (Kind.SNAKE, Kind.LIZARD) or other.kind in (Kind.SNAKE, Kind.LIZARD)
    )


def is_west(world: World, x: int) -> bool:
    """Whether a place lies so far west of her round that nobody of it has business there."""
    return x < west_limit(world.level)

"""How anybody looks from afar, and what one look at them tells: zone, light, wind, distance."""

from dataclasses import dataclass

from game.core import headings
from game.core.units import PER_MILLE, TICKS_PER_SECOND, tile_of
from game.sim import tuning
from game.sim.beings import Mind, Pose
from game.sim.command import Gait
from game.sim.land.light import light_at
from game.sim.land.weather import WindKind, wind_at
from game.sim.minds.eyes import (
    FURTHEST_TILES,
    Dust,
    Shade,
    Stance,
    Zone,
    dust_between,
    eyes_of,
    shade_of,
    zone_at,
)
from game.sim.world import World


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody as they look from afar. Place in sub-units; ``fill`` is what their way of moving
    makes of the time it takes to be sure of them, per mille."""

    whom: int
    x: int
    y: int
    stance: Stance
    fill: int
    gait: str


@dataclass(frozen=True, slots=True)
class Sighting:
    """What one look made of a figure."""

    zone: Zone
    light: int
    wind: WindKind
    away: int
    """Distance in sub-units."""


def see(world: World, mind: Mind, figure: Figure) -> Sighting | None:
    """What a mind sees of somebody just now, or None for nothing at all."""
    dx, dy = tile_of(figure.x) - tile_of(mind.x), tile_of(figure.y) - tile_of(mind.y)
    if abs(dx) > FURTHEST_TILES or abs(dy) > FURTHEST_TILES:
        return None
    eyes = eyes_of(mind)
    stance = figure.stance
    best = zone_at(dx, dy, eyes.heading, eyes.half, Shade.LIT, stance, Dust.CLEAR)
    if best is Zone.NONE:
        return None
    low = stance is not Stance.UPRIGHT
    if not world.terrain.sees(mind.x, mind.y, figure.x, figure.y, low):
        return None
    wind = wind_at(world, figure.x, figure.y).kind
    dust = dust_between(wind_at(world, mind.x, mind.y).kind, wind)
    light = light_at(world, figure.x, figure.y, wind)
    zone = zone_at(dx, dy, eyes.heading, eyes.half, shade_of(light), stance, dust)
    if zone is Zone.NONE:
        return None
    away = headings.distance(figure.x - mind.x, figure.y - mind.y)
    return Sighting(zone, light, wind, away)


def figure_of_her(world: World) -> Figure | None:
    """Sakura as she looks from afar; None inside a hiding place."""
    her = world.sakura
    if her.inside:
        return None
    low = her.gait is Gait.SNEAK and not her.dragging
    stance = Stance.HIDDEN if her.hidden else Stance.LOW if low else Stance.UPRIGHT
    if her.pose in (Pose.KNEEL, Pose.SIT, Pose.SENSE):
        stance = max(stance, Stance.LOW)
    if her.still_ticks > TICKS_PER_SECOND // 4:
        fill = tuning.STILL_FILL_PER_MILLE
    elif her.gait is Gait.RUN:
        fill = tuning.RUN_FILL_PER_MILLE
    else:
        fill = tuning.SNEAK_FILL_PER_MILLE if low else PER_MILLE
    gait = "feign" if her.feigning else her.gait.name.lower()
    return Figure(0, her.x, her.y, stance, fill, gait if her.speed else f"{gait}_still")


def figure_of(mind: Mind) -> Figure | None:
    """Somebody else as they look from afar; None if there is nothing to see."""
    if mind.pose in (Pose.GONE, Pose.BURIED):
        return None
    lying = mind.pose in (Pose.DOWN, Pose.DEAD)
    running = mind.speed >= tuning.KINDS[mind.kind].chase_sub and bool(mind.way)
    fill = tuning.RUN_FILL_PER_MILLE if running else PER_MILLE
    stance = Stance.LOW if lying else Stance.UPRIGHT
    return Figure(mind.id, mind.x, mind.y, stance, fill, mind.pose.value)

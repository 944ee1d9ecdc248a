"""Who notices what: each mind looks in its turn, hears at once, and every noticing has a cause.

There are no dice here. What a mind sees of a tile is ``eyes.zone_at``, for rule and picture alike.
"""

from collections.abc import Iterator
from typing import Final

from game.core.units import PER_MILLE, TILE_SUB, tile_centre
from game.sim import tuning
from game.sim.beings import Mind, Pose
from game.sim.events import Cause
from game.sim.land.light import light_at
from game.sim.land.terrain import surface_at
from game.sim.land.weather import wind_at
from game.sim.level import Kind
from game.sim.minds import awareness, discoveries, hearing
from game.sim.minds.awareness import Noticing, on_turn
from game.sim.minds.buckets import Buckets
from game.sim.minds.discoveries import REACH_SUB
from game.sim.minds.eyes import (
    Stance,
    Zone,
    dust_between,
    eyes_of,
    fill_ticks,
    offsets_in_reach,
    shade_of,
    zone_at,
)
from game.sim.minds.factions import FOES, hunts_her, is_suna, is_west
from game.sim.minds.looking import Figure, Sighting, figure_of, figure_of_her, see
from game.sim.moment import Moment
from game.sim.tale import evidence
from game.sim.world import World

# Python 3.11 takes long to find a member of an enum, and these are asked for many times a tick.
_SNAKE: Final = Kind.SNAKE
_BURIED: Final = Pose.BURIED
_LYING: Final = (Pose.DOWN, Pose.DEAD)


def perceive(world: World, moment: Moment) -> None:
    """Let ears hear what sounded, and let those whose turn it is look about."""
    hearing.listen(world, moment)
    moment.near = Buckets(world.minds)
    for mind in on_turn(world):
        if not mind.awake:
            continue
        if mind.kind is _SNAKE:
            discoveries.feel_steps(world, moment, mind)
            continue
        if mind.pose is _BURIED:
            continue
        if mind.sensor:
            discoveries.feel_pulse(world, moment, mind)
        if tuning.KINDS[mind.kind].eyes:
            look(world, moment, mind)


def sight_cells(world: World, mind: Mind) -> list[tuple[int, int, Zone]]:
    """Tiles that a mind sees just now, as (tile x, tile y, zone), row by row.

    The zone is what an upright walker on the tile would meet. It changes only when the mind's tile
    or heading step, its alarm, the wind, the lamps or the moon's height do.
    """
    return list(sight_by_tile(world, mind))


def sight_by_tile(world: World, mind: Mind) -> Iterator[tuple[int, int, Zone]]:
    """The same tile by tile, for who takes a few now and the rest a moment later."""
    if not tuning.KINDS[mind.kind].eyes or not mind.awake or mind.pose is Pose.BURIED:
        return
    eyes, from_x, from_y = eyes_of(mind), mind.x, mind.y
    level = world.level
    here = wind_at(world, from_x, from_y).kind
    for dx, dy in offsets_in_reach(eyes.heading, eyes.half):
        x, y = eyes.tile_x + dx, eyes.tile_y + dy
        if not (0 <= x < level.width and 0 <= y < level.height):
            continue
        to_x, to_y = tile_centre(x), tile_centre(y)
        if not world.terrain.sees(from_x, from_y, to_x, to_y):
            continue
        wind = wind_at(world, to_x, to_y).kind
        shade = shade_of(light_at(world, to_x, to_y, wind))
        dust = dust_between(here, wind)
        zone = zone_at(dx, dy, eyes.heading, eyes.half, shade, Stance.UPRIGHT, dust)
        if zone is not Zone.NONE:
            yield x, y, zone


def heeds_her(world: World, mind: Mind) -> bool:
    """Whether the sight of Sakura is anything to this mind just now."""
    if mind.kind in (Kind.GUARD, Kind.CHILD):
        return False
    if hunts_her(world, mind):
        return True
    return (
        mind.asking_ticks > 0
        or world.tick - mind.challenge_tick >= tuning.CHALLENGE_AGAIN_TICKS
    )


def look(world: World, moment: Moment, mind: Mind) -> None:
    """One look of one mind: at her, at others, at what is missing."""
    mind.sees_target = mind.certain = False
    x, y = mind.x, mind.y
    her = world.sakura
    if abs(her.x - x) <= REACH_SUB and abs(her.y - y) <= REACH_SUB and heeds_her(world, mind):
        _look_at_her(world, moment, mind)
    _look_around(world, moment, mind)
    if world.doused:
        discoveries.miss_lamps(world, moment, mind)
    him = world.patient
    if him is not None and abs(him.x - x) <= REACH_SUB and abs(him.y - y) <= REACH_SUB:
        discoveries.find_him(world, moment, mind, him)


def _look_at_her(world: World, moment: Moment, mind: Mind) -> None:
    her = figure_of_her(world)
    if her is None:
        return
    sighting = see(world, mind, her)
    if sighting is None:
        return
    _take_in(world, moment, mind, her, sighting)
    if is_suna(mind) and sighting.zone is Zone.CERTAIN and is_west(world, her.x):
        evidence.leave(world, moment, "seen_west", her.x, her.y, mind.name)


def _look_around(world: World, moment: Moment, mind: Mind) -> None:
    """Partners, foes and bodies in reach."""
    in_touch = False
    roll_call = mind.squad and world.tick % tuning.PARTNER_EVERY_TICKS < tuning.LOOK_EVERY_TICKS
    x, y, squad, foes = mind.x, mind.y, mind.squad, FOES[mind.kind]
    for other in moment.near.around(x, y, REACH_SUB):
        if other is mind or abs(other.x - x) > REACH_SUB or abs(other.y - y) > REACH_SUB:
            continue
        if other.pose in _LYING:
            if other.id not in mind.met:
                discoveries.find_body(world, moment, mind, other)
        elif squad and other.squad == squad:
            if roll_call and discoveries.in_touch(world, mind, other):
                in_touch = True
                mind.partner_x, mind.partner_y = other.x, other.y
        elif other.kind in foes:
            _look_at_enemy(world, moment, mind, other)
    if roll_call:
        discoveries.miss_partner(world, moment, mind, in_touch)


def _take_in(
    world: World, moment: Moment, mind: Mind, figure: Figure, sighting: Sighting
) -> None:
    certain = sighting.zone is Zone.CERTAIN
    ticks = fill_ticks(sighting.away)
    fill = tuning.METER_FULL * tuning.LOOK_EVERY_TICKS * figure.fill // (PER_MILLE * ticks)
    cause = Cause(
        who=mind.name,
        sense="sight" if certain else "glimpse",
        whom=world.name_of(figure.whom),
        tiles=(sighting.away + TILE_SUB // 2) // TILE_SUB,
        what=mind.pose.value if figure.whom else "",
        light=sighting.light,
        gait=figure.gait,
        surface=surface_at(world.level, figure.x, figure.y).name.lower(),
        wind=sighting.wind.value,
    )
    most = tuning.METER_FULL if certain else tuning.GLIMPSE_STOPS_AT
    news = Noticing(figure.whom, figure.x, figure.y, fill, most, cause, True, certain)
    awareness.notice(world, moment, mind, news)


def _look_at_enemy(world: World, moment: Moment, mind: Mind, other: Mind) -> None:
    """See one whom this mind would fight, unless it has its eyes on somebody already."""
    if mind.sees_target and mind.target != other.id:
        return
    figure = figure_of(other)
    if figure is None:
        return
    sighting = see(world, mind, figure)
    if sighting is not None:
        _take_in(world, moment, mind, figure, sighting)

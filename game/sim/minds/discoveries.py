"""Things that are wrong: somebody lying, a partner who is not there, a lamp gone dark, a pulse."""

from typing import Final

from game.core import headings
from game.core.units import PER_MILLE, TICKS_PER_SECOND, TILE_SUB, tiles
from game.sim import events, tuning
from game.sim.beings import Alert, Mind, Pose
from game.sim.command import Gait
from game.sim.events import Cause
from game.sim.land.terrain import surface_at
from game.sim.land.weather import wind_at
from game.sim.level import Surface
from game.sim.minds import awareness
from game.sim.minds.awareness import NOBODY, Noticing
from game.sim.minds.eyes import FURTHEST_TILES, Shade, Stance, Zone, shade_of
from game.sim.minds.factions import hunts, is_suna
from game.sim.minds.looking import Figure, Sighting, figure_of, see
from game.sim.moment import Moment
from game.sim.tale import evidence
from game.sim.tale.night import Patient
from game.sim.world import World

REACH_SUB: Final = (FURTHEST_TILES + 1) * TILE_SUB
"""Nothing further away than this is ever seen."""
_HIM: Final = -1
"""The wounded man's number, as in ``World.name_of``."""


def find_body(world: World, moment: Moment, mind: Mind, other: Mind) -> None:
    """Come upon somebody lying; only what is surely seen counts."""
    figure = figure_of(other)
    if figure is None or not tuning.KINDS[mind.kind].human:
        return
    sighting = see(world, mind, figure)
    if sighting is None or sighting.zone is not Zone.CERTAIN:
        return
    mind.met.append(other.id)
    moment.tell(events.BodyFound(mind.name, other.name))
    if is_suna(mind) and other.felled_by == 0:
        evidence.leave(world, moment, "body_found", other.x, other.y, other.name)
    if other.pose is Pose.DOWN and not hunts(mind, other):
        other.down_ticks = min(other.down_ticks, tuning.REVIVE_TICKS)
    if hunts(mind, other) or mind.alert is Alert.CHASE:
        return
    _startle(world, moment, mind, "body", other.name, other.x, other.y, sighting)


def find_him(world: World, moment: Moment, mind: Mind, him: Patient) -> None:
    """Come upon the wounded man: close by, or from as far as anything is seen in lamplight."""
    if him.gone or _HIM in mind.met or not tuning.KINDS[mind.kind].human:
        return
    pulse = world.story.pulse_tick
    fallen = pulse >= 0 and world.tick - pulse >= tuning.DUEL_END_TICKS
    if world.level.conditions.story and not fallen:
        return
    sighting = see(world, mind, Figure(_HIM, him.x, him.y, Stance.LOW, PER_MILLE, "lying"))
    if sighting is None:
        return
    lit = shade_of(sighting.light) is Shade.LIT and not him.bound  # led along, he may be anybody
    if sighting.zone is not Zone.CERTAIN and not lit:
        return
    mind.met.append(_HIM)
    moment.tell(events.BodyFound(mind.name, world.name_of(_HIM)))
    if is_suna(mind):
        evidence.leave(world, moment, "he_is_found", him.x, him.y, mind.name)
    _startle(world, moment, mind, "body", world.name_of(_HIM), him.x, him.y, sighting)


def in_touch(world: World, mind: Mind, other: Mind) -> bool:
    """Whether a partner is near enough, and in sight, to know that all is well."""
    reach = tiles(tuning.PARTNER_TOUCH_TILES)
    return (
        other.awake
        and abs(other.x - mind.x) <= reach
        and abs(other.y - mind.y) <= reach
        and world.terrain.sees(mind.x, mind.y, other.x, other.y)
    )


def miss_partner(world: World, moment: Moment, mind: Mind, near: bool) -> None:
    """Count how long no partner was near; whoever never had one near misses nobody."""
    if near:
        mind.partner_ticks = 0
        return
    if mind.partner_ticks < 0 or mind.alert is not Alert.CALM:
        return
    mind.partner_ticks += tuning.PARTNER_EVERY_TICKS
    if mind.partner_ticks < tuning.PARTNER_MISSED_TICKS:
        return
    mind.partner_ticks = -1
    missed = next(
        (o for o in world.minds if o.squad == mind.squad and o is not mind), None
    )
    if missed is None:
        return
    moment.tell(events.PartnerMissed(mind.name, missed.name))
    _startle(
        world, moment, mind, "partner", missed.name, mind.partner_x, mind.partner_y, None
    )


def miss_lamps(world: World, moment: Moment, mind: Mind) -> None:
    """See that a lamp which should burn does not."""
    if mind.alert is not Alert.CALM or not tuning.KINDS[mind.kind].human:
        return
    for lamp in world.level.lights:
        if lamp.id not in world.doused or lamp.id in mind.met:
            continue
        if abs(lamp.x - mind.x) > REACH_SUB or abs(lamp.y - mind.y) > REACH_SUB:
            continue
        figure = Figure(NOBODY, lamp.x, lamp.y, Stance.UPRIGHT, PER_MILLE, "")
        sighting = see(world, mind, figure)
        if sighting is not None:
            mind.met.append(lamp.id)
            _startle(world, moment, mind, "lamp", lamp.name, lamp.x, lamp.y, sighting)
            return


def feel_pulse(world: World, moment: Moment, mind: Mind) -> None:
    """A sensor feels chakra that spreads over it."""
    sensing = world.sensing
    since = world.tick - sensing.pulse_tick
    if sensing.pulse_tick < 0 or not 0 < since <= tuning.LOOK_EVERY_TICKS:
        return
    away = headings.distance(mind.x - sensing.pulse_x, mind.y - sensing.pulse_y)
    if sensing.pulse_radius < tuning.PULSE_FELT_RADIUS_SUB or away > sensing.pulse_radius:
        return
    moment.tell(events.PulseNoticed(mind.name))
    if mind.alert is Alert.CHASE:
        return
    cause = _plain_cause(world, mind, "pulse", "pulse", away // TILE_SUB, None)
    news = Noticing(
        0, sensing.pulse_x, sensing.pulse_y, tuning.SEARCH_AT, tuning.HEARD_STOPS_AT, cause
    )
    awareness.notice(world, moment, mind, news)


def feel_steps(world: World, moment: Moment, mind: Mind) -> None:
    """A snake feels the nearest of those who walk over its sand; Sakura's steps come as noises."""
    reach = tuning.TREMOR_TILES[Gait.RUN] * TILE_SUB
    best, best_away, moving = None, reach + 1, Pose.MOVE
    for other in moment.near.around(mind.x, mind.y, reach):
        if other.pose is not moving or not tuning.KINDS[other.kind].human:
            continue
        away = headings.distance(other.x - mind.x, other.y - mind.y)
        running = other.speed >= tuning.KINDS[other.kind].chase_sub
        felt = tuning.TREMOR_TILES[Gait.RUN if running else Gait.WALK] * TILE_SUB
        surface = surface_at(world.level, other.x, other.y)
        if away <= felt and away < best_away and surface is not Surface.ROCK:
            best, best_away = other, away
    if best is None:
        return
    cause = Cause(
        who=mind.name,
        sense="tremor",
        whom=best.name,
        tiles=best_away // TILE_SUB,
        what="step",
        light=0,
        gait="",
        surface=surface_at(world.level, best.x, best.y).name.lower(),
        wind=wind_at(world, best.x, best.y).kind.value,
    )
    fill = tuning.TREMOR_FILL_PER_MILLE * tuning.LOOK_EVERY_TICKS // TICKS_PER_SECOND
    news = Noticing(best.id, best.x, best.y, fill, tuning.METER_FULL, cause)
    awareness.notice(world, moment, mind, news)


def _startle(
    world: World,
    moment: Moment,
    mind: Mind,
    sense: str,
    what: str,
    x: int,
    y: int,
    sighting: Sighting | None,
) -> None:
    """Something is wrong here: a reason to search, or at least to go and look."""
    away = headings.distance(x - mind.x, y - mind.y)
    cause = _plain_cause(world, mind, sense, what, away // TILE_SUB, sighting)
    fill = tuning.CURIOUS_AT if sense == "lamp" else tuning.SEARCH_AT
    most = tuning.HARMLESS_STOPS_AT if sense == "lamp" else tuning.HEARD_STOPS_AT
    awareness.notice(world, moment, mind, Noticing(NOBODY, x, y, fill, most, cause))


def _plain_cause(
    world: World, mind: Mind, sense: str, what: str, away_tiles: int, sighting: Sighting | None
) -> Cause:
    return Cause(
        who=mind.name,
        sense=sense,
        whom="sakura" if sense == "pulse" else "",
        tiles=away_tiles,
        what=what,
        light=sighting.light if sighting else 0,
        gait="",
        surface="",
        wind=sighting.wind.value if sighting else wind_at(world, mind.x, mind.y).kind.value,
    )

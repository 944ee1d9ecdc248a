"""One reserve for everything: what light feet and pulses cost, and what stillness gives back."""

from typing import Final

from game.core import headings
from game.core.rng import mixed
from game.core.units import PER_MILLE, TICKS_PER_SECOND, TILE_SUB, tile_of
from game.sim import belief, events, tuning
from game.sim.beings import Mind, Pose
from game.sim.command import Button, Gait
from game.sim.level import Kind, Spot
from game.sim.moment import Moment
from game.sim.tale.night import Beat, Felt
from game.sim.world import World

_GUESSES: Final = ("calm", "moving", "fluctuating", "animal")


def flow(world: World, moment: Moment) -> None:
    """Drain and refill her reserve, and grow or read the pulse she spreads."""
    her = world.sakura
    if her.gait is Gait.LIGHT and her.speed:
        spend(world, tuning.LIGHT_FOOT_PER_SECOND * tuning.CHAKRA_MILLI // TICKS_PER_SECOND)
    at_rest = her.still_ticks > TICKS_PER_SECOND // 2 and not world.sensing.growing_ticks
    if at_rest and not world.at_table:
        rate = (
            tuning.THOUGHT_GAIN_PER_SECOND
            if world.story.listening
            else tuning.STANDING_GAIN_PER_SECOND
        )
        rest(world, rate)
    if not world.at_table:
        _spread(world, moment)
    world.sensing.felt = [felt for felt in world.sensing.felt if felt.until > world.tick]


def rest(world: World, points_per_second: int) -> None:
    """Give back what one tick of stillness does, up to a full reserve."""
    gain = points_per_second * tuning.CHAKRA_MILLI // TICKS_PER_SECOND
    her = world.sakura
    her.chakra = min(tuning.CHAKRA_FULL * tuning.CHAKRA_MILLI, her.chakra + gain)


def spend(world: World, milli: int) -> None:
    """Take thousandths of a point from her reserve, down to nothing."""
    world.sakura.chakra = max(0, world.sakura.chakra - milli)


def can_pay(world: World, points: int) -> bool:
    """Whether her reserve holds so many points."""
    return world.sakura.chakra >= points * tuning.CHAKRA_MILLI


def pulse_cost(growing_ticks: int) -> int:
    """Points that a pulse costs which has grown for so long."""
    grown = min(growing_ticks, tuning.PULSE_FULL_TICKS)
    more = tuning.PULSE_FULL_COST - tuning.PULSE_TAP_COST
    return tuning.PULSE_TAP_COST + more * grown // tuning.PULSE_FULL_TICKS


def pulse_radius(growing_ticks: int) -> int:
    """Reach of a pulse that has grown for so long, in sub-units."""
    grown = min(growing_ticks, tuning.PULSE_FULL_TICKS)
    more = tuning.PULSE_FULL_RADIUS_SUB - tuning.PULSE_TAP_RADIUS_SUB
    return tuning.PULSE_TAP_RADIUS_SUB + more * grown // tuning.PULSE_FULL_TICKS


def _spread(world: World, moment: Moment) -> None:
    sensing, her = world.sensing, world.sakura
    if moment.command.held(Button.SENSE) and her.pose is not Pose.HURT:
        if moment.pressed & Button.SENSE and not can_pay(world, tuning.PULSE_TAP_COST):
            moment.tell(events.Refused("sense", "no_chakra"))
        elif sensing.growing_ticks or moment.pressed & Button.SENSE:
            grown = sensing.growing_ticks + 1
            if can_pay(world, pulse_cost(grown)):
                sensing.growing_ticks = min(grown, tuning.PULSE_FULL_TICKS)
    elif sensing.growing_ticks:
        _read_pulse(world, moment)


def _read_pulse(world: World, moment: Moment) -> None:
    sensing, her = world.sensing, world.sakura
    spend(world, pulse_cost(sensing.growing_ticks) * tuning.CHAKRA_MILLI)
    tapped = sensing.growing_ticks < tuning.PULSE_FULL_TICKS // 2
    sensing.pulse_tick, sensing.pulse_x, sensing.pulse_y = world.tick, her.x, her.y
    sensing.pulse_radius = pulse_radius(sensing.growing_ticks)
    sensing.growing_ticks = 0
    sensing.pulses += 1
    until = world.tick + tuning.OUTLINE_TICKS
    felt = [
        _feel(world, mind.id, mind.x, mind.y, PER_MILLE, _kind_of(mind), str(mind.kind), tapped)
        for mind in world.minds
        if mind.here
    ]
    for place in world.level.places_of(Spot.SIGNATURE):
        kind = place.text if place.text in _GUESSES else "calm"
        felt.append(
            _feel(world, -place.id, place.x, place.y, place.strength, kind, place.seems, tapped)
        )
    felt += _feel_him(world, tapped)
    sensing.felt = [item for item in felt if item is not None]
    for item in sensing.felt:
        item.until = until if item.exact else world.tick + tuning.OUTLINE_TICKS * 2
        moment.tell(
            events.SignatureFelt(
                who=name_of(world, item),
                kind=item.kind,
                seems=item.seems,
                bearing=item.bearing,
                error=item.error,
                strength=item.strength,
                exact=item.exact,
            )
        )
        if item.id < 0 and item.kind == "fluctuating":
            belief.narrow(world, item)
    inside = sum(1 for item in sensing.felt if item.exact)
    moment.tell(
        events.Sensed(sensing.pulse_radius // TILE_SUB, inside, len(sensing.felt) - inside)
    )


def _feel(
    world: World, being: int, x: int, y: int, strength: int, kind: str, seems: str, tapped: bool
) -> Felt | None:
    """What a pulse tells of one signature; None if it is too faint to be felt at all."""
    sensing = world.sensing
    dx, dy = x - sensing.pulse_x, y - sensing.pulse_y
    away = headings.distance(dx, dy)
    bearing = headings.heading_of(dx, dy)
    if away <= sensing.pulse_radius:
        return Felt(being, x, y, bearing, 0, PER_MILLE, kind, seems, True, 0)
    tiles = away // TILE_SUB
    reach = tuning.FELT_TILES if being > 0 else tuning.STRONG_FELT_TILES * strength // PER_MILLE
    if tiles > reach:
        return None
    error = next(
        (error for limit, error in tuning.BEARING_ERROR_HEADINGS if tiles <= limit),
        tuning.BEARING_ERROR_HEADINGS[-1][1],
    )
    if tapped:
        error = error * tuning.TAP_ERROR_PER_MILLE // PER_MILLE
    # the error belongs to the place, so that asking twice from one spot tells nothing new
    block = tuning.SENSE_BLOCK_TILES
    column, row = tile_of(sensing.pulse_x) // block, tile_of(sensing.pulse_y) // block
    bits = mixed(world.seed, being, column, row)
    off = bits % (2 * error + 1) - error
    felt_strength = max(1, strength * (reach - tiles) // max(1, reach))
    spread = felt_strength * tuning.STRENGTH_ERROR_PER_MILLE // PER_MILLE
    felt_strength += (bits >> 20) % (2 * spread + 1) - spread
    if mixed(world.seed, being, 7) % tuning.MISTAKEN_ONE_IN == 0 and kind != "fluctuating":
        kind = _GUESSES[mixed(world.seed, being, 8) % len(_GUESSES)]
    return Felt(
        being, x, y, (bearing + off) % headings.TURN, error, felt_strength, kind, seems, False, 0
    )


def _feel_him(world: World, tapped: bool) -> list[Felt | None]:
    """Who lies wounded, where he lies now; in the tale once the fourth marker is signed."""
    patient = world.patient
    if patient is None or patient.dead or patient.gone:
        return []
    if world.level.conditions.story and world.story.beat < Beat.PULSE:
        return []
    kind = "calm" if patient.healed else "fluctuating"
    return [
        _feel(world, -place.id, patient.x, patient.y, PER_MILLE, kind, place.seems, tapped)
        for place in world.level.places_of(Spot.WOUNDED)
    ]


def _kind_of(mind: Mind) -> str:
    if mind.kind in (Kind.SNAKE, Kind.LIZARD):
        return "animal"
    return "moving" if mind.way and mind.speed else "calm"


def name_of(world: World, felt: Felt) -> str:
    """The name of whom or what was felt, as the map has it."""
    if felt.id > 0:
        return world.name_of(felt.id)
    return next((place.name for place in world.level.places if place.id == -felt.id), "")

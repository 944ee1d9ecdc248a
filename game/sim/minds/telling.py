"""News travels by voice and by runner, and by nothing else; both can be stopped."""

from game.core.units import TILE_SUB
from game.sim import events, harm, tuning
from game.sim.beings import Alert, Mind
from game.sim.events import Cause
from game.sim.land.landmarks import places
from game.sim.land.weather import wind_at
from game.sim.level import Kind, Spot
from game.sim.minds import awareness, hearing, walking
from game.sim.minds.awareness import Noticing, notice
from game.sim.minds.factions import hunts_her, is_suna, same_side
from game.sim.minds.walking import Budget
from game.sim.moment import Moment, Noise
from game.sim.world import World


def call(world: World, moment: Moment, mind: Mind) -> None:
    """Call out to everybody of the same side whom the voice reaches."""
    reach = tuning.NOISE_TILES["shout"]
    noise = Noise("shout", mind.id, mind.x, mind.y, reach)
    friends = [
        other
        for other in world.minds
        if other is not mind and other.awake and same_side(mind, other) and _listens(other)
    ]
    heard = [other for other, _ in hearing.reached(world, noise, friends)]
    moment.tell(events.Shouted(mind.name, tuple(other.name for other in heard)))
    for other in heard:
        tell(world, moment, mind, other)
    harm.make_noise(moment, "shout", mind)


def tell(world: World, moment: Moment, teller: Mind, listener: Mind) -> None:
    """Pass on what one knows: whom to look for, where, and what she has become."""
    listener.told = True
    if is_suna(listener) and hunts_her(world, teller) and not hunts_her(world, listener):
        harm.turn_against_her(world, moment, listener, "told")
    if listener.alert is Alert.CHASE or listener.kind is Kind.GUARD:
        return
    away = max(abs(listener.x - teller.x), abs(listener.y - teller.y)) // TILE_SUB
    cause = Cause(
        who=listener.name,
        sense="word",
        whom=world.name_of(teller.target),
        tiles=away,
        what=teller.name,
        light=0,
        gait="",
        surface="",
        wind=wind_at(world, listener.x, listener.y).kind.value,
    )
    fill, most = tuning.SEARCH_AT, tuning.HEARD_STOPS_AT
    news = Noticing(teller.target, teller.knows_x, teller.knows_y, fill, most, cause)
    notice(world, moment, listener, news)


def choose_listener(world: World, mind: Mind) -> bool:
    """Choose whom to run to, once after a chase was lost; False if nobody needs to be told."""
    if mind.kind is Kind.CUTTER or not mind.lost_her:
        return False
    mind.lost_her = False
    for other in world.minds:
        partner = mind.squad and other.squad == mind.squad and other is not mind
        if partner and other.here and not other.told and mind.partner_x >= 0:
            mind.tells, mind.carries_news = other.id, True
            return True
    if is_suna(mind) and not world.unmasked and places(world.level, Spot.GATE):
        mind.tells, mind.carries_news = 0, True
        return True
    return False


def set_out(world: World, moment: Moment, mind: Mind) -> None:
    """The running begins: whoever sees it go can still stop it."""
    to = world.name_of(mind.tells) if mind.tells else "gate"
    moment.tell(events.RunnerSent(mind.name, to))


def run(world: World, moment: Moment, mind: Mind, budget: Budget) -> None:
    """One turn of a runner: to where the partner was last seen, or to the gate."""
    gates = places(world.level, Spot.GATE)
    listener = world.mind(mind.tells) if mind.tells else None
    if listener is not None and _can_speak(world, mind, listener):
        moment.tell(events.NewsBrought(mind.name, listener.name))
        tell(world, moment, mind, listener)
        _ends(world, moment, mind)
        return
    x, y = mind.partner_x, mind.partner_y
    if mind.tells == 0 and gates:
        x, y = gates[0].x, gates[0].y
    if walking.arrived(mind, x, y) or max(abs(mind.x - x), abs(mind.y - y)) < TILE_SUB:
        if mind.tells == 0:
            world.unmasked = True
            moment.tell(events.NewsBrought(mind.name, "gate"))
            moment.tell(events.Unmasked("gate", "told"))
        _ends(world, moment, mind)
        return
    walking.go(world, mind, x, y, tuning.RUNNER_SUB, budget)


def _ends(world: World, moment: Moment, mind: Mind) -> None:
    """The running is over, whether the partner was met or not; back to look for her."""
    mind.carries_news = False
    mind.partner_x = mind.partner_y = -1
    mind.alert_ticks = 0
    mind.planned = False
    cause = awareness.reason(world, mind, "word", "news")
    awareness.change(world, moment, mind, Alert.SEARCH, cause)


def _can_speak(world: World, mind: Mind, other: Mind) -> bool:
    reach = tuning.TOLD_TILES * TILE_SUB
    return (
        other.awake
        and abs(mind.x - other.x) <= reach
        and abs(mind.y - other.y) <= reach
        and world.terrain.sees(mind.x, mind.y, other.x, other.y)
    )


def _listens(mind: Mind) -> bool:
    return tuning.KINDS[mind.kind].ears and mind.kind is not Kind.CHILD

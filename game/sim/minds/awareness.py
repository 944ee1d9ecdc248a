"""The ladder of a mind: what is noticed fills a meter, the meter lifts the alarm, time lowers it.

CALM, CURIOUS, SEARCH, CHASE, and a WARY that stays for good. What a mind does then: ``decisions``.
"""

from dataclasses import dataclass
from typing import Final

from game.core import headings
from game.core.units import PER_MILLE, TICKS_PER_SECOND, TILE_SUB
from game.sim import events, tuning
from game.sim.beings import Alert, Mind
from game.sim.events import AlertChanged, Cause
from game.sim.minds.factions import CREATURES, hunts_her, shuns
from game.sim.moment import Moment
from game.sim.world import World

NOBODY: Final = -2
"""Whom a noticing is of when it is of no one: a missing partner, a lamp gone dark."""

_ELSEWHERE_SUB: Final = 3 * TILE_SUB
"""News from further off than this makes a mind choose anew where to go."""
_FLOOR: Final = {
    Alert.CALM: 0,
    Alert.CURIOUS: tuning.CURIOUS_AT,
    Alert.SEARCH: tuning.SEARCH_AT,
    Alert.CHASE: tuning.SEARCH_AT,
}


@dataclass(frozen=True, slots=True)
class Noticing:
    """Something that a mind took in: of whom, where, and how far it may fill the meter."""

    whom: int
    x: int
    y: int
    fill: int
    stops_at: int
    cause: Cause
    seen: bool = False
    certain: bool = False


def on_turn(world: World) -> list[Mind]:
    """Those whose turn it is: each mind has one in ``LOOK_EVERY_TICKS``, by its place in line."""
    every = tuning.LOOK_EVERY_TICKS
    return world.minds[world.tick % every :: every]


def notice(world: World, moment: Moment, mind: Mind, news: Noticing) -> None:
    """Let a mind take something in: fill its meter, lift its alarm, tell why."""
    busy = mind.alert is Alert.CHASE and news.whom != mind.target
    if busy and (mind.unseen_ticks < tuning.METER_HOLD_TICKS or not news.certain):
        return
    if shuns(world, mind):
        return
    fresh = (
        mind.unnoticed_ticks > tuning.METER_HOLD_TICKS
        or (mind.sense != news.cause.sense and mind.alert is not Alert.CHASE)
        or mind.target != news.whom
        or mind.meter == 0
    )
    mind.target, mind.sense, mind.unnoticed_ticks = news.whom, news.cause.sense, 0
    if news.seen:
        mind.sees_target, mind.certain, mind.unseen_ticks = True, news.certain, 0
    _learn_place(mind, news)
    fill = news.fill
    if news.whom == 0:
        fill = fill * world.rules.fill_per_mille // PER_MILLE
    if mind.wary:
        fill = fill * tuning.WARY_FILL_PER_MILLE // PER_MILLE
    mind.meter = max(mind.meter, min(news.stops_at, mind.meter + fill))
    if fresh:
        _tell(world, moment, mind, news)
    if mind.kind in CREATURES:
        return
    rung = _rung(mind, news)
    if news.whom == 0 and not hunts_her(world, mind):
        rung = min(rung, Alert.CURIOUS)
    if rung > mind.alert:
        change(world, moment, mind, rung, news.cause)
    elif mind.alert in (Alert.CURIOUS, Alert.SEARCH):
        mind.alert_ticks = 0
    if mind.alert is Alert.CHASE and news.whom == 0:
        world.ghosts[squad_key(mind)] = (mind.knows_x, mind.knows_y)


def settle(world: World, moment: Moment) -> None:
    """Let time pass for those whose turn it is: meters fall, chases are lost, searches end."""
    for mind in on_turn(world):
        if (mind.meter == 0 and mind.alert is Alert.CALM) or not mind.awake:
            continue
        passed = tuning.LOOK_EVERY_TICKS
        mind.unnoticed_ticks += passed
        mind.alert_ticks += passed
        mind.call_ticks = max(0, mind.call_ticks - passed)
        if not mind.sees_target:
            mind.unseen_ticks += passed
        if mind.unnoticed_ticks > tuning.METER_HOLD_TICKS:
            fall = tuning.METER_FALL_PER_SECOND * passed // TICKS_PER_SECOND
            mind.meter = max(min(mind.meter, _FLOOR[mind.alert]), mind.meter - fall)
        if mind.kind not in CREATURES:
            _let_go(world, moment, mind)


def change(world: World, moment: Moment, mind: Mind, after: Alert, cause: Cause) -> None:
    """Move a mind to a rung of the ladder and tell it, and why."""
    before = mind.alert
    if before is after:
        return
    mind.alert, mind.alert_ticks, mind.planned = after, 0, False
    whom = world.name_of(mind.target)
    moment.tell(
        AlertChanged(mind.name, before.name.lower(), after.name.lower(), whom, cause)
    )
    if after is Alert.CHASE:
        mind.wary, mind.unseen_ticks, mind.call_ticks = True, 0, 0
        mind.trail_maker, mind.lost_her = -1, False
        if mind.target == 0 and cause.sense == "sight":
            moment.tell(events.Spotted(mind.name, cause.tiles, cause))
    elif after is Alert.SEARCH:
        mind.wary = True
        mind.places = []


def reason(world: World, mind: Mind, sense: str, what: str) -> Cause:
    """Why a mind changes its alarm, where that is nothing it notices just now.

    ``sense`` and ``what`` as in ``Cause``; the distance is to where its target is believed to be.
    """
    away = headings.distance(mind.knows_x - mind.x, mind.knows_y - mind.y)
    return Cause(
        who=mind.name,
        sense=sense,
        whom=world.name_of(mind.target),
        tiles=away // TILE_SUB if mind.knows_x >= 0 else 0,
        what=what,
        light=0,
        gait="",
        surface="",
        wind="",
    )


def calm_down(world: World, moment: Moment, mind: Mind, cause: Cause) -> None:
    """End whatever alarm a mind was in; it stays as wary as it became."""
    if mind.alert is Alert.SEARCH:
        moment.tell(events.SearchEnded(mind.name))
    change(world, moment, mind, Alert.CALM, cause)
    mind.meter, mind.sense, mind.trail_maker = 0, "", -1
    mind.sees_target = mind.certain = False
    mind.places, mind.way, mind.face = [], [], -1
    mind.told = mind.lost_her = False
    if not any(
        other.alert >= Alert.SEARCH and other.target == 0 and squad_key(other) == squad_key(mind)
        for other in world.minds
    ):
        world.ghosts.pop(squad_key(mind), None)


def squad_key(mind: Mind) -> int:
    """What this mind's knowledge of her is kept under: its squad, or minus its id if alone."""
    return mind.squad or -mind.id


def _rung(mind: Mind, news: Noticing) -> Alert:
    if mind.meter >= tuning.METER_FULL and news.certain:
        return Alert.CHASE
    if mind.meter >= tuning.SEARCH_AT:
        return Alert.SEARCH
    return Alert.CURIOUS if mind.meter >= tuning.CURIOUS_AT else Alert.CALM


def _learn_place(mind: Mind, news: Noticing) -> None:
    far = max(abs(mind.knows_x - news.x), abs(mind.knows_y - news.y)) > _ELSEWHERE_SUB
    if far and mind.alert in (Alert.CURIOUS, Alert.SEARCH):
        mind.planned = False
    mind.knows_x, mind.knows_y = news.x, news.y


def _let_go(world: World, moment: Moment, mind: Mind) -> None:
    lost_after = tuning.CHASE_LOST_TICKS
    if mind.waits_ahead:
        lost_after += tuning.WAIT_AHEAD_TICKS
    match mind.alert:
        case Alert.CHASE if mind.unseen_ticks >= lost_after:
            if mind.target == 0:
                mind.lost_her = True
                moment.tell(events.LostHer(mind.name, mind.knows_x, mind.knows_y))
            change(world, moment, mind, Alert.SEARCH, reason(world, mind, "time", "lost"))
        case Alert.SEARCH if mind.alert_ticks >= tuning.SEARCH_TICKS:
            if not mind.carries_news:
                calm_down(world, moment, mind, reason(world, mind, "time", "searched"))
        case Alert.CURIOUS if mind.alert_ticks >= tuning.CURIOUS_TICKS and not mind.asking_ticks:
            calm_down(world, moment, mind, reason(world, mind, "time", "nothing_more"))
        case _:
            pass


def _tell(world: World, moment: Moment, mind: Mind, news: Noticing) -> None:
    """Say what was noticed, in the words of the sense; keep it if it was her."""
    cause = news.cause
    match cause.sense:
        case "glimpse" | "sight":
            moment.tell(events.Glimpsed(mind.name, cause.tiles, cause))
        case "hearing":
            moment.tell(events.Heard(mind.name, cause.tiles, cause))
        case "tremor":
            moment.tell(events.TremorFelt(mind.name, cause.tiles, cause))
        case _:
            pass
    if news.whom in (0, NOBODY):
        world.noticed(cause)

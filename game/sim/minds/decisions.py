"""What everybody does next, by what they know: walk the round, look, search, chase, run, ask.

Nobody acts on what nobody told them. Each mind decides in its turn; blows, answers and beasts are
watched every tick. The work of finding ways is counted and shared (``walking.Budget``).
"""

from dataclasses import replace
from typing import Final, assert_never

from game.core import headings
from game.core.units import TILE_SUB, tiles
from game.sim import events, harm, tuning
from game.sim.beings import Alert, Mind, Pose
from game.sim.command import Gait
from game.sim.events import Cause
from game.sim.land.landmarks import places
from game.sim.level import Kind, Spot
from game.sim.minds import (
    awareness,
    challenge,
    chasing,
    creatures,
    following,
    searching,
    telling,
    walking,
)
from game.sim.minds.awareness import Noticing, notice
from game.sim.minds.factions import CREATURES, is_suna, shuns
from game.sim.minds.walking import Budget
from game.sim.moment import Moment
from game.sim.tale.night import Beat
from game.sim.world import World

_WATCHED: Final = frozenset(
    (Pose.WINDUP, Pose.RISE, Pose.CHARGE, Pose.SPENT, Pose.THREAT, Pose.DOWN)
)
# Python 3.11 takes long to find a member of an enum, and these are asked for many times a tick.
_GONE: Final = Pose.GONE
_DEAD: Final = Pose.DEAD
_MOVE: Final = Pose.MOVE
_CHILD: Final = Kind.CHILD
_AMBUSHER: Final = Kind.AMBUSHER


def decide(world: World, moment: Moment) -> None:
    """Let everybody choose what to do, in id order."""
    budget = Budget()
    world.sakura.grace_ticks = max(0, world.sakura.grace_ticks - 1)
    every = tuning.LOOK_EVERY_TICKS
    turn = world.tick % every
    for place, mind in enumerate(world.minds):
        if place % every == turn:
            _take_turn(world, moment, mind, budget)
        elif mind.asking_ticks or mind.pose in _WATCHED:
            _watch(world, moment, mind)


def _take_turn(world: World, moment: Moment, mind: Mind, budget: Budget) -> None:
    """The turn that comes round every few ticks."""
    if mind.asking_ticks or mind.pose in _WATCHED:
        _watch(world, moment, mind)
    elif mind.pose is _GONE:
        _appear(world, mind)
    elif mind.pose is _DEAD:
        return
    elif mind.kind in CREATURES:
        creatures.decide(world, moment, mind, budget)
    else:
        _think(world, moment, mind, budget)


def _watch(world: World, moment: Moment, mind: Mind) -> None:
    """What has to be followed tick by tick: blows, rushes, answers, waking."""
    if mind.asking_ticks:
        challenge.wait_for_answer(world, moment, mind)
        return
    match mind.pose:
        case Pose.DOWN:
            harm.recover(world, moment, mind)
        case Pose.WINDUP:
            chasing.strike(world, moment, mind)
        case Pose.RISE:
            _rise(world, moment, mind)
        case _:
            creatures.go_on(world, moment, mind)


def _think(world: World, moment: Moment, mind: Mind, budget: Budget) -> None:
    """One turn of somebody awake."""
    if mind.kind is _CHILD:
        _child(world, moment, mind, budget)
        return
    if mind.kind is _AMBUSHER and _lie_in_wait(world, moment, mind):
        return
    if mind.pose is _MOVE and not mind.way:
        mind.pose = Pose.STAND
    if mind.carries_news:
        telling.run(world, moment, mind, budget)
        return
    if mind.alert is not Alert.CALM and shuns(world, mind):
        cause = awareness.reason(world, mind, "sight", "gate")
        awareness.calm_down(world, moment, mind, cause)
    match mind.alert:
        case Alert.CALM:
            if following.come_upon(world, moment, mind):
                following.follow(world, moment, mind, budget)
            else:
                walking.walk_round(world, mind, budget)
        case Alert.CURIOUS:
            _look_into_it(world, moment, mind, budget)
        case Alert.SEARCH:
            if not mind.planned and telling.choose_listener(world, mind):
                telling.set_out(world, moment, mind)
                return
            if mind.trail_maker >= 0 or following.come_upon(world, moment, mind):
                following.follow(world, moment, mind, budget)
            else:
                searching.search(world, moment, mind, budget)
        case Alert.CHASE:
            chasing.chase(world, moment, mind, budget)
        case _:
            assert_never(mind.alert)


def _look_into_it(world: World, moment: Moment, mind: Mind, budget: Budget) -> None:
    """Turn to what was noticed, then go and see; friends walk up to her and ask."""
    if challenge.recognise(world, moment, mind, budget):
        return
    if mind.trail_maker >= 0 or following.come_upon(world, moment, mind):
        following.follow(world, moment, mind, budget)
        return
    if not mind.planned:
        mind.planned = True
        mind.wait_ticks = tuning.CURIOUS_PAUSE_TICKS
    if mind.wait_ticks > 0:
        mind.wait_ticks -= tuning.LOOK_EVERY_TICKS
        walking.stand(mind, walking.face_of(mind, mind.knows_x, mind.knows_y))
        return
    if walking.arrived(mind, mind.knows_x, mind.knows_y):
        walking.look_about(world, mind, mind.heading, wide=3)
        return
    walk = tuning.KINDS[mind.kind].walk_sub
    walking.go(world, mind, mind.knows_x, mind.knows_y, walk, budget)


def _appear(world: World, mind: Mind) -> None:
    """Those who come later: cutters some time after the pulse, tripled patrols after the name."""
    if mind.after_name:
        comes = world.story.beat >= Beat.HOME
    elif mind.delay_ticks > 0:
        since = world.tick
        if mind.kind is Kind.CUTTER:
            pulse = world.story.pulse_tick
            since = world.tick - pulse if pulse >= 0 else -1
        comes = since >= mind.delay_ticks
    else:
        return
    if comes:
        mind.after_name, mind.delay_ticks = False, 0
        mind.wary = mind.kind is Kind.CUTTER
        mind.pose = Pose.STAND


def _lie_in_wait(world: World, moment: Moment, mind: Mind) -> bool:
    """An ambusher stays under the sand until a careless walker comes near; True while it lies.

    A partner's call brings it out as well.
    """
    if mind.pose is not Pose.BURIED:
        at_home = walking.arrived(mind, mind.home_x, mind.home_y)
        if mind.alert is Alert.CALM and not mind.wary and at_home:
            mind.pose = Pose.BURIED
            walking.stand(mind)
        else:
            return False
    if mind.alert >= Alert.SEARCH:
        mind.pose = Pose.STAND
        moment.tell(events.Rose(mind.name))
        return False
    her = world.sakura
    away = headings.distance(her.x - mind.x, her.y - mind.y)
    baited = her.feigning and away <= tiles(tuning.BAIT_TILES)
    trodden = away <= TILE_SUB * 3 // 2 and her.gait is not Gait.LIGHT and not her.inside
    if baited or trodden:
        mind.pose, mind.pose_ticks = Pose.RISE, tuning.RISE_TICKS
        mind.face = walking.face_of(mind, her.x, her.y)
        moment.tell(events.Rose(mind.name))
    return True


def _rise(world: World, moment: Moment, mind: Mind) -> None:
    """Out of the sand and at her."""
    if mind.pose_ticks > 0:
        return
    mind.pose = Pose.STAND
    her = world.sakura
    away = headings.distance(her.x - mind.x, her.y - mind.y)
    cause = Cause(
        who=mind.name,
        sense="sight",
        whom="sakura",
        tiles=away // TILE_SUB,
        what="ambush",
        light=0,
        gait="feign" if her.feigning else her.gait.name.lower(),
        surface="",
        wind="",
    )
    most = tuning.METER_FULL
    notice(world, moment, mind, Noticing(0, her.x, her.y, most, most, cause, True, True))
    if mind.alert is not Alert.CHASE:
        mind.meter = most
        awareness.change(world, moment, mind, Alert.CHASE, cause)


def _child(world: World, moment: Moment, mind: Mind, budget: Budget) -> None:
    """Children walk about, and run to the gate from anybody who fights."""
    threat = _threat_to(moment, mind)
    if threat is not None:
        mind.target, mind.alert_ticks = threat.id, 0
        away = headings.distance(threat.x - mind.x, threat.y - mind.y) // TILE_SUB
        cause = replace(awareness.reason(world, mind, "sight", threat.pose.value), tiles=away)
        awareness.change(world, moment, mind, Alert.CURIOUS, cause)
    if mind.alert is Alert.CALM:
        walking.walk_round(world, mind, budget)
        return
    gates = places(world.level, Spot.GATE)
    x, y = (gates[0].x, gates[0].y) if gates else (mind.home_x, mind.home_y)
    if walking.arrived(mind, x, y):
        walking.stand(mind)
    else:
        walking.go(world, mind, x, y, tuning.KINDS[mind.kind].chase_sub, budget)


def _threat_to(moment: Moment, mind: Mind) -> Mind | None:
    """Somebody near whom a child runs from."""
    for other in moment.near.within(mind.x, mind.y, tiles(tuning.FLEE_TILES)):
        fights = not is_suna(other) or other.pose is Pose.WINDUP
        if fights and other.awake and other.pose is not Pose.BURIED:
            return other
    return None

"""Harm: who is knocked out, who is hurt, who dies, and how she is driven off but never done for."""

from game.core import headings
from game.core.units import TILE_SUB
from game.sim import clock, events, tuning
from game.sim.beings import Alert, Mind, Pose
from game.sim.events import Cause
from game.sim.level import Kind, Spot
from game.sim.minds import awareness
from game.sim.minds.factions import CREATURES, hunts_her, is_suna
from game.sim.moment import Moment, Noise
from game.sim.tale import evidence
from game.sim.world import World


def fell(world: World, moment: Moment, victim: Mind, how: str, by: int) -> None:
    """Knock somebody out; ``by`` is 0 for Sakura, else a mind's id, ``how`` as in ``Struck``."""
    if not victim.awake:
        return
    if victim.kind in CREATURES:
        _daze(world, moment, victim, how, by)
        return
    known = victim.sees_target and victim.target == by
    victim.pose, victim.pose_ticks = Pose.DOWN, 0
    victim.down_ticks = tuning.DOWN_TICKS
    victim.felled_by = by
    victim.hurts = 0
    if by == 0 and is_suna(victim) and (known or how != "takedown"):
        turn_against_her(world, moment, victim, "struck")
    feller = world.mind(by) if by > 0 else None
    if feller is not None:
        feller.met.append(victim.id)  # whoever felled somebody does not find them
    _forget_all(victim)
    moment.tell(events.Felled(world.name_of(by), victim.name, how))
    if by == 0 and is_suna(victim):
        _witness(world, moment, victim)


def kill(world: World, moment: Moment, victim: Mind) -> None:
    """End a life that lies at her feet, and count it."""
    if victim.pose is Pose.DEAD:
        return
    victim.pose, victim.pose_ticks, victim.down_ticks = Pose.DEAD, 0, 0
    victim.felled_by = 0
    _forget_all(victim)
    world.ledger += 1
    moment.tell(events.Killed("sakura", victim.name, world.ledger))


def hurt_her(world: World, moment: Moment, by_mind: Mind, how: str = "blow") -> bool:
    """A blow reaches Sakura: countered, shaken off in her grace, or a mark less.

    Returns whether it was countered. Without marks she is driven off.
    """
    her = world.sakura
    cost = tuning.COUNTER_COST * tuning.CHAKRA_MILLI
    if her.counter_ticks > 0 and her.chakra >= cost:
        her.counter_ticks = 0
        her.chakra -= cost
        her.pose, her.pose_ticks = Pose.STRIKE, tuning.HURT_TICKS
        her.heading = headings.heading_of(by_mind.x - her.x, by_mind.y - her.y)
        moment.tell(events.Struck("sakura", by_mind.name, "counter"))
        fell(world, moment, by_mind, "counter", 0)
        return True
    if her.grace_ticks > 0:
        return False
    her.grace_ticks = tuning.GRACE_TICKS
    her.marks -= 1
    if world.rules.quiet_night:
        her.marks = max(1, her.marks)
    her.pose, her.pose_ticks, her.speed = Pose.HURT, tuning.HURT_TICKS, 0
    her.feigning = False
    if her.dragging:
        moment.tell(events.DragEnded(world.name_of(her.dragging)))
        her.dragging = 0
    moment.tell(events.Struck(by_mind.name, "sakura", how))
    moment.tell(events.Hurt(by_mind.name, max(0, her.marks)))
    if her.marks <= 0:
        drive_off(world, moment)
    else:
        make_noise(moment, "fight", by_mind)
    return False


def hurt(world: World, moment: Moment, victim: Mind, by: Mind) -> None:
    """A blow reaches another mind; after ``MIND_MARKS`` of them it goes down."""
    moment.tell(events.Struck(by.name, victim.name, "blow"))
    victim.hurts += 1
    make_noise(moment, "fight", by)
    if victim.hurts >= tuning.MIND_MARKS:
        fell(world, moment, victim, "blow", by.id)


def wound(world: World, moment: Moment, victim: Mind, from_x: int, from_y: int) -> None:
    """Sakura's kunai hits: a cut, and a good reason to look where it came from."""
    how = "kunai"
    moment.tell(events.Struck("sakura", victim.name, how))
    victim.hurts += 1
    if victim.hurts >= tuning.MIND_MARKS or victim.kind in CREATURES:
        fell(world, moment, victim, how, 0)
        return
    away = headings.distance(from_x - victim.x, from_y - victim.y) // TILE_SUB
    cause = Cause(victim.name, "hurt", "sakura", away, how, 0, "", "", "")
    fill, most = tuning.SEARCH_AT, tuning.HEARD_STOPS_AT
    news = awareness.Noticing(0, from_x, from_y, fill, most, cause)
    if victim.sees_target and victim.target == 0:
        turn_against_her(world, moment, victim, "struck")
    awareness.notice(world, moment, victim, news)


def make_noise(moment: Moment, what: str, by: Mind) -> None:
    """A sound that a mind makes where it stands."""
    moment.noises.append(Noise(what, by.id, by.x, by.y, tuning.NOISE_TILES[what]))


def drive_off(world: World, moment: Moment) -> None:
    """Beaten back: she wakes at the last marker with part of the night gone; traces stay."""
    her = world.sakura
    spot = next(
        (
            place
            for place in world.level.places_of(Spot.MARKER)
            if place.order == world.story.last_marker
        ),
        world.level.places_of(Spot.START)[0],
    )
    her.x, her.y, her.speed, her.inside = spot.x, spot.y, 0, 0
    her.pose, her.pose_ticks, her.marks = Pose.STAND, 0, world.rules.marks
    her.grace_ticks = tuning.GRACE_TICKS
    clock.pass_minutes(world, moment, tuning.DRIVEN_OFF_MINUTES)
    world.story.driven_off += 1
    for mind in world.minds:
        if mind.awake and mind.target == 0:
            if mind.alert > Alert.CALM:
                cause = awareness.reason(world, mind, "hurt", "driven_off")
                awareness.calm_down(world, moment, mind, cause)
                mind.wary = True
            mind.carries_news = False
            mind.asking_ticks = 0
            if mind.pose in (Pose.WINDUP, Pose.CHARGE):
                mind.pose, mind.pose_ticks = Pose.STAND, 0
    world.ghosts.clear()
    moment.tell(events.DrivenOff(spot.name))


def turn_against_her(world: World, moment: Moment, mind: Mind, why: str) -> None:
    """One of her own becomes her enemy; only this one knows, until it tells others."""
    if hunts_her(world, mind) or mind.kind is not Kind.PATROL:
        return
    mind.hostile = True
    mind.asking_ticks = 0
    moment.tell(events.Unmasked(mind.name, why))
    evidence.leave(world, moment, "unmasked", mind.x, mind.y, mind.name)


def recover(world: World, moment: Moment, mind: Mind) -> None:
    """Count down to the waking of somebody who was knocked out."""
    mind.down_ticks -= 1
    if mind.down_ticks > 0:
        return
    mind.pose = Pose.STAND
    if world.sakura.dragging == mind.id:
        world.sakura.dragging = 0
        moment.tell(events.DragEnded(mind.name))
    moment.tell(events.Woke(mind.name))
    mind.target = 0 if hunts_her(world, mind) else awareness.NOBODY
    mind.knows_x, mind.knows_y = mind.x, mind.y
    mind.meter = tuning.SEARCH_AT
    cause = awareness.reason(world, mind, "hurt", "woke")
    awareness.change(world, moment, mind, Alert.SEARCH, cause)


def _forget_all(victim: Mind) -> None:
    victim.alert, victim.meter, victim.alert_ticks = Alert.CALM, 0, 0
    victim.wary = True
    victim.way, victim.places, victim.speed, victim.face = [], [], 0, -1
    victim.trail_maker, victim.asking_ticks = -1, 0
    victim.carries_news = victim.lost_her = False
    victim.sees_target = victim.certain = victim.planned = False


def _daze(world: World, moment: Moment, victim: Mind, how: str, by: int) -> None:
    """An animal that is struck is spent for a while and then goes its way; her fist kills it."""
    if how == "punch" and by == 0:
        victim.pose, victim.pose_ticks, victim.way, victim.speed = Pose.DEAD, 0, [], 0
        moment.tell(events.Killed("sakura", victim.name, world.ledger))
        return
    victim.pose, victim.pose_ticks = Pose.SPENT, tuning.SNAKE_SPENT_TICKS * 2
    victim.way, victim.speed, victim.meter = [], 0, 0
    moment.tell(events.Felled(world.name_of(by), victim.name, how))


def _witness(world: World, moment: Moment, victim: Mind) -> None:
    """Her own who surely see her do it know what she is."""
    for mind in world.minds:
        sure = mind.awake and mind.sees_target and mind.certain and mind.target == 0
        if mind is not victim and sure and is_suna(mind):
            turn_against_her(world, moment, mind, "seen_striking")

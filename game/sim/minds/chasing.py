"""The chase: straight at the hunted, round what stands between, ahead of where they run; blows."""

from typing import Final

from game.core import headings
from game.core.units import TILE_SUB
from game.sim import events, harm, tuning
from game.sim.beings import Mind, Pose
from game.sim.command import Gait
from game.sim.minds import awareness, telling, walking
from game.sim.minds.walking import Budget
from game.sim.moment import Moment
from game.sim.world import World

_WALKING_SUB: Final = tuning.GAIT_SPEED_SUB[Gait.WALK]
"""A blow is led ahead of whoever runs faster than this."""


def chase(world: World, moment: Moment, mind: Mind, budget: Budget) -> None:
    """One turn of a hunter."""
    mind.attack_ticks = max(0, mind.attack_ticks - tuning.LOOK_EVERY_TICKS)
    mind.circle_ticks += tuning.LOOK_EVERY_TICKS
    if not _worth_hunting(world, mind):
        cause = awareness.reason(world, mind, "sight", "felled")
        awareness.calm_down(world, moment, mind, cause)
        return
    if mind.call_ticks <= 0:
        mind.call_ticks = tuning.CALL_AGAIN_TICKS
        telling.call(world, moment, mind)
    pace = tuning.KINDS[mind.kind].chase_sub
    if not mind.sees_target:
        _hunt_blind(world, moment, mind, pace, budget)
        return
    mind.planned = mind.waits_ahead = False
    x, y = place_of(world, mind.target)
    away = headings.distance(x - mind.x, y - mind.y)
    if away <= tuning.ATTACK_REACH_SUB and tuning.KINDS[mind.kind].fights:
        _begin_blow(world, moment, mind, x, y)
        return
    x, y = _ahead(world, mind, x, y, away)
    walking.go(world, mind, x, y, pace, budget)


def strike(world: World, moment: Moment, mind: Mind) -> None:
    """Each tick of a blow that was begun: it goes straight on, and lands when it is wound up.

    So nobody gets away by running straight on, from it or past it; who turns aside does.
    """
    x, y = place_of(world, mind.target)
    if mind.pose_ticks > 0:
        close = headings.distance(x - mind.x, y - mind.y) <= tuning.ATTACK_REACH_SUB // 2
        if close and _lead(world, mind)[1] == 0:
            walking.stand(mind, walking.face_of(mind, x, y))
        return
    walking.stand(mind, walking.face_of(mind, x, y))
    mind.pose = Pose.STAND
    mind.attack_ticks = tuning.ATTACK_AGAIN_TICKS
    mind.knows_x, mind.knows_y, mind.prey_course = x, y, -1
    if not _worth_hunting(world, mind):
        return
    away = headings.distance(x - mind.x, y - mind.y)
    victim = world.mind(mind.target) if mind.target > 0 else None
    if away > tuning.BLOW_REACH_SUB:
        moment.tell(events.Struck(mind.name, world.name_of(mind.target), "miss"))
    elif victim is not None:
        harm.hurt(world, moment, victim, mind)
    else:
        harm.hurt_her(world, moment, mind)


def place_of(world: World, whom: int) -> tuple[int, int]:
    """Where somebody is, by id; 0 is Sakura."""
    victim = world.mind(whom) if whom > 0 else None
    return (victim.x, victim.y) if victim else (world.sakura.x, world.sakura.y)


def _hunt_blind(
    world: World, moment: Moment, mind: Mind, pace: int, budget: Budget
) -> None:
    """Cut the corner to where the hunted must be by now, then look about.

    That place lies beyond where they were last seen, as they were going; the way there is the
    shortest, not the one that they took. Whoever is led round and round stops, and looks the way
    from which the hunted will come.
    """
    if _led_round(mind):
        if not mind.waits_ahead:
            mind.waits_ahead = True
            walking.stand(mind, (mind.heading + headings.HALF_TURN) % headings.TURN)
            moment.tell(events.StoodInWait(mind.name, world.name_of(mind.target)))
        return
    if not mind.planned:
        x, y = _run_on(world, mind)
        found = walking.go(world, mind, x, y, pace, budget)
        mind.planned = walking.arrived(mind, x, y) or (found and not mind.way)
    elif not mind.way:
        walking.look_about(world, mind, mind.heading, wide=3)


def _led_round(mind: Mind) -> bool:
    """Whether the hunt has stayed about one spot for so long that running on is useless."""
    reach = tuning.CIRCLE_TILES * TILE_SUB
    if max(abs(mind.knows_x - mind.circle_x), abs(mind.knows_y - mind.circle_y)) > reach:
        mind.circle_x, mind.circle_y, mind.circle_ticks = mind.knows_x, mind.knows_y, 0
    return mind.circle_ticks > tuning.CIRCLE_TICKS


def _run_on(world: World, mind: Mind) -> tuple[int, int]:
    """How far the hunted can have run on from where they were last seen, up to a wall."""
    if mind.prey_course < 0:
        return mind.knows_x, mind.knows_y
    run = tuning.RUN_ON_TILES * TILE_SUB
    return _further_on(world, mind.knows_x, mind.knows_y, mind.prey_course, run)


def _worth_hunting(world: World, mind: Mind) -> bool:
    if mind.target == 0:
        return True
    victim = world.mind(mind.target) if mind.target > 0 else None
    return victim is not None and victim.awake


def _begin_blow(world: World, moment: Moment, mind: Mind, x: int, y: int) -> None:
    walking.stand(mind, walking.face_of(mind, x, y))
    if mind.attack_ticks > 0:
        return
    mind.pose, mind.pose_ticks = Pose.WINDUP, tuning.ATTACK_WINDUP_TICKS
    course, speed = _lead(world, mind)
    run_x, run_y = headings.vector(course, speed * tuning.ATTACK_WINDUP_TICKS)
    heading = walking.face_of(mind, x + run_x, y + run_y)
    pace = tuning.KINDS[mind.kind].chase_sub
    dx, dy = headings.vector(heading, pace * tuning.ATTACK_WINDUP_TICKS)
    mind.way, mind.speed = [(mind.x + dx, mind.y + dy)], pace
    moment.tell(events.Attacked(mind.name, world.name_of(mind.target)))


def _lead(world: World, mind: Mind) -> tuple[int, int]:
    """Which way and how fast a blow runs ahead of the hunted: only of one who runs from it.

    Those who fight each other close in from both sides.
    """
    course, speed = _running(world, mind)
    return course, 0 if mind.target or speed <= _WALKING_SUB else speed


def _running(world: World, mind: Mind) -> tuple[int, int]:
    """Which way the hunted runs, and how many sub-units a tick; 0 if they stand."""
    if mind.target == 0:
        return world.sakura.course, world.sakura.speed
    prey = world.mind(mind.target)
    return (prey.heading, prey.speed if prey.way else 0) if prey else (0, 0)


def _ahead(world: World, mind: Mind, x: int, y: int, away: int) -> tuple[int, int]:
    """Where the hunted will be when the hunter gets there, if they keep on; never in a wall."""
    course, speed = _running(world, mind)
    mind.prey_course = course if speed else -1
    if speed == 0 or away < 2 * TILE_SUB:
        return x, y
    ticks = _ticks_to_meet(mind, x, y, headings.vector(course, speed * tuning.AHEAD_TICKS))
    meet_x, meet_y = _further_on(world, x, y, course, speed * ticks)
    if not walking.clear_walk(world, mind.x, mind.y, meet_x, meet_y):
        return _further_on(world, x, y, course, speed * tuning.AHEAD_TICKS)
    eyes_on = walking.face_of(mind, x, y)
    while not _in_view(mind, eyes_on, meet_x, meet_y):
        meet_x, meet_y = (meet_x + x) // 2, (meet_y + y) // 2
    return meet_x, meet_y


def _in_view(mind: Mind, eyes_on: int, x: int, y: int) -> bool:
    """Whether a hunter who runs for a place keeps the hunted, at another heading, in sight."""
    off = headings.turn_between(eyes_on, walking.face_of(mind, x, y))
    return abs(off) <= tuning.CHASE_CONE_HALF_HEADINGS * 3 // 4


def _further_on(world: World, x: int, y: int, course: int, length: int) -> tuple[int, int]:
    """A place so many sub-units on, or as much nearer as can be walked to straight."""
    while length >= TILE_SUB:
        dx, dy = headings.vector(course, length)
        if walking.clear_walk(world, x, y, x + dx, y + dy):
            return x + dx, y + dy
        length //= 2
    return x, y


def _ticks_to_meet(mind: Mind, x: int, y: int, run: tuple[int, int]) -> int:
    """Ticks until a hunter can stand where the hunted then is; ``AHEAD_TICKS`` at most.

    ``run`` is how far the hunted gets in ``AHEAD_TICKS``.
    """
    pace, most = tuning.KINDS[mind.kind].chase_sub, tuning.AHEAD_TICKS
    for ticks in range(0, most, tuning.LOOK_EVERY_TICKS):
        off_x, off_y = x + run[0] * ticks // most, y + run[1] * ticks // most
        if headings.distance(off_x - mind.x, off_y - mind.y) <= pace * ticks:
            return ticks
    return most

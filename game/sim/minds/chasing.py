"""The chase: straight at the hunted, round what stands between, ahead of where they run; blows."""

from game.core import headings
from game.core.units import TILE_SUB, tile_of
from game.sim import events, harm, tuning
from game.sim.beings import Mind, Pose
from game.sim.minds import awareness, telling, walking
from game.sim.minds.walking import Budget
from game.sim.moment import Moment
from game.sim.world import World


def chase(world: World, moment: Moment, mind: Mind, budget: Budget) -> None:
    """One turn of a hunter."""
    mind.attack_ticks = max(0, mind.attack_ticks - tuning.LOOK_EVERY_TICKS)
    if not _worth_hunting(world, mind):
        awareness.calm_down(world, moment, mind)
        return
    if mind.call_ticks <= 0:
        mind.call_ticks = tuning.CALL_AGAIN_TICKS
        telling.call(world, moment, mind)
    pace = tuning.KINDS[mind.kind].chase_sub
    if not mind.sees_target:
        _hunt_blind(world, mind, pace, budget)
        return
    mind.planned = False
    x, y = place_of(world, mind.target)
    away = headings.distance(x - mind.x, y - mind.y)
    if away <= tuning.ATTACK_REACH_SUB and tuning.KINDS[mind.kind].fights:
        _begin_blow(world, moment, mind, x, y)
        return
    x, y = _ahead(world, mind, x, y, away)
    walking.go(world, mind, x, y, pace, budget)


def strike(world: World, moment: Moment, mind: Mind) -> None:
    """Each tick of a blow that was begun: it goes straight on, and lands when it is wound up.

    So nobody gets away by running straight from it; who steps aside does.
    """
    x, y = place_of(world, mind.target)
    if mind.pose_ticks > 0:
        if headings.distance(x - mind.x, y - mind.y) <= tuning.ATTACK_REACH_SUB // 2:
            walking.stand(mind, walking.face_of(mind, x, y))
        return
    walking.stand(mind, walking.face_of(mind, x, y))
    mind.pose = Pose.STAND
    mind.attack_ticks = tuning.ATTACK_AGAIN_TICKS
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


def _hunt_blind(world: World, mind: Mind, pace: int, budget: Budget) -> None:
    """To where the hunted was last seen, some way on as they were going, then look about."""
    if not mind.planned:
        if not walking.arrived(mind, mind.knows_x, mind.knows_y):
            walking.go(world, mind, mind.knows_x, mind.knows_y, pace, budget)
            return
        mind.planned = True
        for tiles in range(tuning.RUN_ON_TILES if mind.prey_course >= 0 else 0, 0, -1):
            dx, dy = headings.vector(mind.prey_course, tiles * TILE_SUB)
            x, y = mind.knows_x + dx, mind.knows_y + dy
            if walking.clear_walk(world, mind.x, mind.y, x, y):
                walking.go(world, mind, x, y, pace, budget)
                return
    if not mind.way:
        walking.look_about(world, mind, mind.heading, wide=3)


def _worth_hunting(world: World, mind: Mind) -> bool:
    if mind.target == 0:
        return True
    victim = world.mind(mind.target) if mind.target > 0 else None
    return victim is not None and victim.awake


def _begin_blow(world: World, moment: Moment, mind: Mind, x: int, y: int) -> None:
    heading = walking.face_of(mind, x, y)
    walking.stand(mind, heading)
    if mind.attack_ticks > 0:
        return
    mind.pose, mind.pose_ticks = Pose.WINDUP, tuning.ATTACK_WINDUP_TICKS
    pace = tuning.KINDS[mind.kind].chase_sub
    dx, dy = headings.vector(heading, pace * tuning.ATTACK_WINDUP_TICKS)
    mind.way, mind.speed = [(mind.x + dx, mind.y + dy)], pace
    moment.tell(events.Attacked(mind.name, world.name_of(mind.target)))


def _ahead(world: World, mind: Mind, x: int, y: int, away: int) -> tuple[int, int]:
    """Where the hunted will be when the hunter gets there, if they keep on; never in a wall."""
    if mind.target == 0:
        course, speed = world.sakura.course, world.sakura.speed
    else:
        prey = world.mind(mind.target)
        if prey is None:
            return x, y
        course, speed = prey.heading, prey.speed if prey.way else 0
    mind.prey_course = course if speed else -1
    if speed == 0 or away < 2 * TILE_SUB:
        return x, y
    pace = max(1, tuning.KINDS[mind.kind].chase_sub)
    ticks = min(tuning.AHEAD_TICKS, away // pace)
    dx, dy = headings.vector(course, speed * ticks)
    if not world.terrain.walkable(tile_of(x + dx), tile_of(y + dy)):
        return x, y
    return x + dx, y + dy

"""Her fists: from behind, against a blow that is coming, and with chakra through rock."""

from game.core import headings
from game.core.units import TILE_SUB
from game.sim import chakra, events, harm, tuning
from game.sim.beings import Alert, Mind, Pose
from game.sim.command import Button
from game.sim.land.terrain import terrain_of
from game.sim.level import Kind, Spot
from game.sim.moment import Moment, Noise, use_up
from game.sim.tale import evidence
from game.sim.world import World


def strike(world: World, moment: Moment) -> None:
    """A tap strikes and readies the counter, a hold is the chakra punch."""
    her = world.sakura
    if her.dragging or her.inside:
        return
    if moment.long_held & Button.STRIKE:
        use_up(her, Button.STRIKE)
        _punch(world, moment)
    elif moment.pressed & Button.STRIKE:
        window = tuning.COUNTER_WINDOW_TICKS
        her.counter_ticks = window * 2 if her.feigning else window
    elif moment.tapped & Button.STRIKE:
        her.pose, her.pose_ticks = Pose.STRIKE, tuning.STRIKE_TICKS
        victim = _in_front(world, tuning.STRIKE_REACH_SUB)
        if victim is None:
            return
        if _is_behind(world, victim) and victim.alert < Alert.CHASE:
            harm.fell(world, moment, victim, "takedown", 0)
            reach = tuning.NOISE_TILES["takedown"]
            moment.noises.append(Noise("takedown", 0, her.x, her.y, reach))
        else:
            moment.tell(events.Struck("sakura", victim.name, "miss"))
            moment.noises.append(Noise("fight", 0, her.x, her.y, tuning.NOISE_TILES["fight"]))


def _punch(world: World, moment: Moment) -> None:
    her = world.sakura
    if not chakra.can_pay(world, tuning.PUNCH_COST):
        moment.tell(events.Refused("punch", "no_chakra"))
        return
    chakra.spend(world, tuning.PUNCH_COST * tuning.CHAKRA_MILLI)
    her.pose, her.pose_ticks = Pose.PUNCH, tuning.PUNCH_TICKS
    victim = _in_front(world, tuning.STRIKE_REACH_SUB)
    if victim is not None:
        harm.fell(world, moment, victim, "punch", 0)
    what = "boulder" if _break_boulder(world, moment) else "punch"
    reach = tuning.NOISE_TILES[what]
    moment.noises.append(Noise(what, 0, her.x, her.y, reach, reach))


def _break_boulder(world: World, moment: Moment) -> bool:
    her = world.sakura
    ahead_x, ahead_y = headings.vector(her.heading, tuning.STRIKE_REACH_SUB)
    for boulder in world.level.places_of(Spot.BOULDER):
        if boulder.id in world.broken:
            continue
        if headings.distance(her.x + ahead_x - boulder.x, her.y + ahead_y - boulder.y) <= TILE_SUB:
            world.broken.append(boulder.id)
            world.terrain = terrain_of(world.level, world.broken)
            moment.tell(events.Broken(boulder.name))
            evidence.leave(world, moment, "broken_rock", boulder.x, boulder.y, boulder.name)
            return True
    return False


def _in_front(world: World, reach: int) -> Mind | None:
    """The nearest one awake that a blow would meet."""
    her = world.sakura
    best, best_away = None, reach + 1
    for mind in world.minds:
        if not mind.awake or mind.pose is Pose.BURIED or mind.kind is Kind.CHILD:
            continue
        dx, dy = mind.x - her.x, mind.y - her.y
        if abs(dx) > reach or abs(dy) > reach:
            continue
        away = headings.distance(dx, dy)
        turn = abs(headings.turn_between(her.heading, headings.heading_of(dx, dy)))
        if away < best_away and (turn <= tuning.STRIKE_HALF_HEADINGS or away < reach // 2):
            best, best_away = mind, away
    return best


def _is_behind(world: World, mind: Mind) -> bool:
    """Whether she stands behind somebody's back."""
    her = world.sakura
    to_her = headings.heading_of(her.x - mind.x, her.y - mind.y)
    back = (mind.heading + headings.HALF_TURN) % headings.TURN
    return abs(headings.turn_between(back, to_her)) <= tuning.BEHIND_HALF_HEADINGS

"""Beasts of the sand: the snake that feels steps, the mother lizard that guards her nest.

Both are told by their pose: a snake lies BURIED (a mound when it travels), bursts out in a CHARGE,
lies SPENT. A mother gives a THREAT, then a CHARGE in one straight line, then is SPENT.
"""

from game.core import headings
from game.core.units import TILE_SUB, tile_of, tiles
from game.sim import events, harm, tuning
from game.sim.beings import Alert, Mind, Pose
from game.sim.command import Gait
from game.sim.land.landmarks import places
from game.sim.land.terrain import surface_at
from game.sim.level import Kind, Spot, Surface
from game.sim.minds import awareness, chasing, walking
from game.sim.minds.walking import Budget
from game.sim.moment import Moment
from game.sim.world import World


def decide(world: World, moment: Moment, mind: Mind, budget: Budget) -> None:
    """The turn of a beast that is at ease."""
    if mind.kind is Kind.SNAKE:
        _snake(world, moment, mind)
    else:
        _lizard(world, moment, mind, budget)


def go_on(world: World, moment: Moment, mind: Mind) -> None:
    """One tick of a beast in the middle of something."""
    match mind.pose:
        case Pose.CHARGE:
            _rush(world, moment, mind)
        case Pose.SPENT:
            _rest(world, moment, mind)
        case Pose.THREAT:
            _threaten(world, moment, mind)
        case _:
            pass


def _snake(world: World, moment: Moment, mind: Mind) -> None:
    """Under the sand: travel to where steps were felt, burst when they are close, go home."""
    mind.pose = Pose.BURIED
    if mind.meter < tuning.CURIOUS_AT or mind.unnoticed_ticks > tuning.SNAKE_FORGETS_TICKS:
        if mind.alert is not Alert.CALM:
            cause = awareness.reason(world, mind, "time", "nothing_more")
            awareness.calm_down(world, moment, mind, cause)
        if not walking.arrived(mind, mind.home_x, mind.home_y):
            _burrow(world, mind, mind.home_x, mind.home_y, tuning.KINDS[mind.kind].walk_sub)
        else:
            walking.stand(mind)
        return
    if mind.alert is Alert.CALM:
        cause = awareness.reason(world, mind, mind.sense, "step")
        awareness.change(world, moment, mind, Alert.SEARCH, cause)
    away = headings.distance(mind.knows_x - mind.x, mind.knows_y - mind.y)
    felt_now = mind.unnoticed_ticks <= tuning.METER_HOLD_TICKS // 2
    if away <= tuning.SNAKE_BURST_SUB and felt_now:
        _begin_rush(world, moment, mind, tuning.SNAKE_BURST_TICKS)
        return
    _burrow(world, mind, mind.knows_x, mind.knows_y, tuning.KINDS[mind.kind].search_sub)


def _lizard(world: World, moment: Moment, mind: Mind, budget: Budget) -> None:
    """Keep the nest: threaten whoever comes near it and was noticed."""
    knows = mind.meter >= tuning.CURIOUS_AT and mind.unnoticed_ticks <= tuning.CURIOUS_TICKS
    if knows and _near_nest(world, mind):
        x, y = chasing.place_of(world, mind.target)
        walking.stand(mind, walking.face_of(mind, x, y))
        mind.pose, mind.pose_ticks = Pose.THREAT, tuning.LIZARD_THREAT_TICKS
        moment.tell(events.Threatened(mind.name, world.name_of(mind.target)))
        cause = awareness.reason(world, mind, mind.sense, "nest")
        awareness.change(world, moment, mind, Alert.CURIOUS, cause)
        return
    if mind.alert is not Alert.CALM and not knows:
        cause = awareness.reason(world, mind, "time", "nothing_more")
        awareness.calm_down(world, moment, mind, cause)
    if mind.pose is Pose.MOVE and not mind.way:
        mind.pose = Pose.STAND
    walking.walk_round(world, mind, budget)


def _threaten(world: World, moment: Moment, mind: Mind) -> None:
    """Charge who will not go, calm down when they do."""
    x, y = chasing.place_of(world, mind.target)
    mind.face = walking.face_of(mind, x, y)
    if not _near_nest(world, mind):
        mind.pose = Pose.STAND
        cause = awareness.reason(world, mind, mind.sense, "backed_off")
        awareness.calm_down(world, moment, mind, cause)
    elif mind.pose_ticks <= 0 or _provoked(world, mind):
        _begin_rush(world, moment, mind, tuning.LIZARD_CHARGE_TICKS)


def _begin_rush(world: World, moment: Moment, mind: Mind, ticks: int) -> None:
    """Set off in one straight line that is not corrected any more."""
    x, y = mind.knows_x, mind.knows_y
    if mind.kind is Kind.LIZARD:
        x, y = chasing.place_of(world, mind.target)
    heading = walking.face_of(mind, x, y)
    speed = tuning.KINDS[mind.kind].chase_sub
    dx, dy = headings.vector(heading, speed * ticks)
    mind.heading, mind.face = heading, -1
    mind.way, mind.speed = [(mind.x + dx, mind.y + dy)], speed
    mind.pose, mind.pose_ticks = Pose.CHARGE, ticks
    mind.hurts = 0
    moment.tell(events.Attacked(mind.name, world.name_of(mind.target)))
    what = "nest" if mind.kind is Kind.LIZARD else "step"
    cause = awareness.reason(world, mind, mind.sense, what)
    awareness.change(world, moment, mind, Alert.CHASE, cause)


def _rush(world: World, moment: Moment, mind: Mind) -> None:
    """Bite or ram whoever is met on the line, once; then be spent."""
    reach = tuning.SNAKE_BITE_SUB if mind.kind is Kind.SNAKE else tuning.LIZARD_HIT_SUB
    her = world.sakura
    over = mind.pose_ticks <= 0 or not mind.way
    if not her.inside and headings.distance(her.x - mind.x, her.y - mind.y) <= reach:
        how = "bite" if mind.kind is Kind.SNAKE else "charge"
        if harm.hurt_her(world, moment, mind, how):
            return
        over = True
    else:
        victim = _met(moment, mind, reach)
        if victim is not None:
            harm.hurt(world, moment, victim, mind)
            over = True
    if over:
        mind.pose = Pose.SPENT
        mind.pose_ticks = (
            tuning.SNAKE_SPENT_TICKS
            if mind.kind is Kind.SNAKE
            else tuning.LIZARD_RECOVER_TICKS
        )
        walking.stand(mind)


def _met(moment: Moment, mind: Mind, reach: int) -> Mind | None:
    """Whoever of the people stands in a beast's way."""
    for other in moment.near.within(mind.x, mind.y, reach):
        if not other.awake or other.pose is Pose.BURIED:
            continue
        if tuning.KINDS[other.kind].human:
            return other
    return None


def _rest(world: World, moment: Moment, mind: Mind) -> None:
    if mind.pose_ticks > 0:
        return
    mind.pose = Pose.BURIED if mind.kind is Kind.SNAKE else Pose.STAND
    cause = awareness.reason(world, mind, "time", "spent")
    awareness.calm_down(world, moment, mind, cause)


def _burrow(world: World, mind: Mind, x: int, y: int, speed: int) -> None:
    """Travel under the sand towards a place, as far as there is sand on the straight line."""
    heading = walking.face_of(mind, x, y)
    dx, dy = headings.vector(heading, TILE_SUB)
    ahead_x, ahead_y = mind.x + dx, mind.y + dy
    stone = surface_at(world.level, ahead_x, ahead_y) is Surface.ROCK
    if stone or not world.terrain.walkable(tile_of(ahead_x), tile_of(ahead_y)):
        walking.stand(mind, heading)
        return
    mind.way, mind.speed = [(x, y)], speed


def _provoked(world: World, mind: Mind) -> bool:
    """Whoever runs, or comes right up to her, is charged at once."""
    her = world.sakura
    if mind.target != 0:
        return False
    running = her.gait is Gait.RUN and her.speed > 0
    close = headings.distance(her.x - mind.x, her.y - mind.y) < 2 * TILE_SUB
    return running or close


def _near_nest(world: World, mind: Mind) -> bool:
    """Whether the one she has noticed is too near to the nest."""
    x, y = chasing.place_of(world, mind.target)
    nest_x, nest_y = _nest(world, mind)
    reach = tiles(tuning.LIZARD_GUARD_TILES)
    return headings.distance(x - nest_x, y - nest_y) <= reach


def _nest(world: World, mind: Mind) -> tuple[int, int]:
    """The nest nearest to where the mother lives, or that very place."""
    nests = places(world.level, Spot.NEST)
    if not nests:
        return mind.home_x, mind.home_y
    nest = min(
        nests, key=lambda n: (headings.distance(n.x - mind.home_x, n.y - mind.home_y), n.id)
    )
    return nest.x, nest.y

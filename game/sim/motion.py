"""Feet: how she and everybody else cover ground, slide along walls, and what slows them."""

from functools import lru_cache
from typing import Final

from game.core import headings
from game.core.units import PER_MILLE, SUB, TILE_SUB, tile_of
from game.sim import tuning
from game.sim.beings import Mind, Pose, Sakura
from game.sim.command import HEADINGS_PER_MOVE, Button, Gait
from game.sim.land.desert import Gust
from game.sim.land.dunes import climb_at
from game.sim.land.terrain import surface_at
from game.sim.land.weather import (
    INTO_WIND_HEADINGS,
    LocalWind,
    WindKind,
    gusts_about,
    is_against_wind,
    wind_at,
)
from game.sim.level import HEIGHT_CELL_PX
from game.sim.moment import Moment, Noise
from game.sim.world import World

_NEAR_WAYPOINT_SUB: Final = 3 * SUB
_STEP_SUB: Final = TILE_SUB - tuning.BODY_RADIUS_SUB
"""After a step so long from anywhere on a tile, the feet still stand on it or its neighbours."""
_STILL_POSES: Final = (
    Pose.KNEEL, Pose.SIT, Pose.SENSE, Pose.STRIKE, Pose.PUNCH, Pose.THROW, Pose.SWEEP, Pose.HURT,
)
_AFOOT: Final = (Pose.MOVE, Pose.STAND, Pose.BRACE, Pose.DRAG)
_SETS_OFF: Final = (Pose.STAND, Pose.LOOK_ABOUT)


def move_her(world: World, moment: Moment) -> None:
    """Read her gait and stance from the command, then take her one tick along."""
    her = world.sakura
    command = moment.command
    if her.pose_ticks:
        her.pose_ticks -= 1
        if her.pose_ticks == 0:
            her.pose = Pose.STAND
    her.bracing = command.held(Button.BRACE)
    _take_gait(her, command.gait, command.held(Button.FEIGN))
    if her.pose is Pose.SIT and command.move >= 0:
        her.pose = Pose.STAND
    moving = command.move >= 0 and not her.inside and her.pose not in _STILL_POSES
    wind = wind_at(world, her.x, her.y)
    goal = _goal_speed(world, wind) if moving else 0
    if moving:
        her.course = command.move * HEADINGS_PER_MOVE
    her.speed = _towards(her.speed, goal, _full_speed(world))
    looking = command.held(Button.LOOK) and command.aim >= 0
    facing = command.aim if looking else her.course
    if moving or looking:
        her.heading = headings.turned_towards(her.heading, facing, tuning.TURN_STEP)
    before = (her.x, her.y)
    if her.speed:
        step_x, step_y = headings.vector(her.course, her.speed)
        her.x, her.y = slide(world, her.x, her.y, step_x, step_y)
    covered = headings.distance(her.x - before[0], her.y - before[1])
    if covered == 0:
        her.speed = min(her.speed, goal)
        her.still_ticks += 1
    else:
        her.still_ticks = 0
        her.walked_sub += covered
        her.step_sub += covered
        _sound_of_steps(world, moment, covered)
    if her.pose in _AFOOT:
        her.pose = _standing_pose(her, covered > 0)
    her.hidden = _is_hidden(world)


def move_minds(world: World, moment: Moment) -> None:
    """Take everybody else one tick along the way each has chosen, in id order."""
    gusts = gusts_about(world)
    moving = Pose.MOVE
    for mind in world.minds:
        walks = mind.way and mind.speed
        turns = mind.face >= 0 and mind.face != mind.heading
        if not (walks or turns or mind.pose_ticks):
            continue
        if mind.pose is not moving and not mind.awake:
            continue
        if mind.pose_ticks:
            mind.pose_ticks -= 1
        if walks:
            _walk_on(world, mind, gusts)
        elif turns:
            mind.heading = headings.turned_towards(mind.heading, mind.face, tuning.TURN_STEP // 4)


def slide(world: World, x: int, y: int, dx: int, dy: int) -> tuple[int, int]:
    """Where a body at (x, y) ends that steps by (dx, dy): blocked axes are left out.

    Round a corner that is only just caught, the body is eased past it, so that nobody sticks.
    """
    if abs(dx) <= _STEP_SUB and abs(dy) <= _STEP_SUB and world.terrain.easy_pace(x, y):
        return x + dx, y + dy
    if dx and _free(world, x + dx, y):
        x += dx
    elif dx:
        y += _eased(world, x, y, dx, dy, across_x=True)
    if dy and _free(world, x, y + dy):
        y += dy
    elif dy:
        x += _eased(world, x, y, dx, dy, across_x=False)
    return x, y


def pace_per_mille(world: World, x: int, y: int, heading: int) -> int:
    """What ground and slope leave of a speed at a place, for somebody going that way."""
    easy = world.terrain.easy_pace(x, y)
    if easy:
        return easy
    pace = tuning.SURFACE_PACE_PER_MILLE[surface_at(world.level, x, y)]
    dx, dy = headings.vector(heading, HEIGHT_CELL_PX)
    if climb_at(world.level.heights, x // SUB, y // SUB, dx, dy) > tuning.STEEP_UNITS_PER_PX:
        pace = pace * tuning.UP_SLIP_FACE_PER_MILLE // PER_MILLE
    return pace


def _take_gait(her: Sakura, gait: Gait, feign: bool) -> None:
    if her.dragging or (gait is Gait.LIGHT and her.chakra <= 0):
        gait = Gait.WALK
    her.gait = gait
    her.feigning = feign and gait in (Gait.WALK, Gait.SNEAK) and not her.dragging


def _full_speed(world: World) -> int:
    her = world.sakura
    if her.dragging:
        return tuning.DRAG_SPEED_SUB
    speed = tuning.FEIGN_SPEED_SUB if her.feigning else tuning.GAIT_SPEED_SUB[her.gait]
    leads = world.patient is not None and world.patient.bound
    return min(speed, tuning.LEAD_SPEED_SUB) if leads else speed


def _goal_speed(world: World, wind: LocalWind) -> int:
    her = world.sakura
    course = her.course
    speed = _full_speed(world) * pace_per_mille(world, her.x, her.y, course) // PER_MILLE
    if wind.kind in (WindKind.GUST, WindKind.STORM):
        against = abs(headings.turn_between(course, wind.heading))
        if against > INTO_WIND_HEADINGS:
            into = (
                tuning.INTO_GUST_BRACED_PER_MILLE if her.bracing else tuning.INTO_GUST_PER_MILLE
            )
            speed = speed * into // PER_MILLE
        elif against < headings.TURN // 8:
            speed = speed * tuning.WITH_GUST_PER_MILLE // PER_MILLE
        elif her.bracing:
            speed = speed * tuning.INTO_GUST_BRACED_PER_MILLE // PER_MILLE
    elif her.bracing:
        speed = speed * tuning.INTO_GUST_BRACED_PER_MILLE // PER_MILLE
    return speed


def _towards(speed: int, goal: int, full: int) -> int:
    if speed < goal:
        return min(goal, speed + max(1, full // tuning.SPEED_UP_TICKS))
    return max(goal, speed - max(1, full // tuning.SLOW_DOWN_TICKS))


def _standing_pose(her: Sakura, moving: bool) -> Pose:
    if her.dragging:
        return Pose.DRAG
    if moving:
        return Pose.MOVE
    return Pose.BRACE if her.bracing else Pose.STAND


def _is_hidden(world: World) -> bool:
    """Inside a hiding place, or keeping low and still beside something to hide behind."""
    her = world.sakura
    if her.inside:
        return True
    if her.gait is not Gait.SNEAK or her.still_ticks < tuning.SLOW_DOWN_TICKS:
        return False
    here_x, here_y = tile_of(her.x), tile_of(her.y)
    blocks = world.terrain.blocks
    height, width = blocks.shape
    for y in range(max(0, here_y - 1), min(height, here_y + 2)):
        for x in range(max(0, here_x - 1), min(width, here_x + 2)):
            if blocks.item(y, x) and (x, y) != (here_x, here_y):
                return True
    return False


def _sound_of_steps(world: World, moment: Moment, covered: int) -> None:
    her = world.sakura
    her.sound_sub += covered
    if her.sound_sub < tuning.STEP_EVERY_SUB:
        return
    her.sound_sub -= tuning.STEP_EVERY_SUB
    gait = Gait.SNEAK if her.feigning else her.gait
    reach = tuning.NOISE_TILES["drag"] if her.dragging else tuning.STEP_NOISE_TILES[gait]
    if reach:
        surface = surface_at(world.level, her.x, her.y)
        per_mille = reach * tuning.SURFACE_NOISE_PER_MILLE[surface]
        tiles = (per_mille + PER_MILLE // 2) // PER_MILLE
        tremor = tuning.TREMOR_TILES[gait]
        moment.noises.append(Noise("step", 0, her.x, her.y, tiles, tremor))


def _walk_on(world: World, mind: Mind, gusts: list[Gust]) -> None:
    """One step along the way. Nearly all the steps of a night are taken here."""
    x, y = mind.x, mind.y
    goal_x, goal_y = mind.way[0]
    dx, dy = goal_x - x, goal_y - y
    away = headings.distance(dx, dy)
    course = headings.heading_of(dx, dy)
    if mind.heading != course:
        mind.heading = headings.turned_towards(mind.heading, course, tuning.TURN_STEP // 2)
    easy = world.terrain.easy_pace(x, y)
    speed = mind.speed * (easy or pace_per_mille(world, x, y, course)) // PER_MILLE
    if is_against_wind(world, gusts, x, y, course):
        speed = speed * tuning.INTO_GUST_PER_MILLE // PER_MILLE
    if away <= speed or away <= _NEAR_WAYPOINT_SUB:
        mind.way.pop(0)
    if away <= speed:
        mind.x, mind.y, covered = goal_x, goal_y, away
    elif easy and speed <= _STEP_SUB:
        step_x, step_y, covered = _stride(course, speed)
        mind.x, mind.y = x + step_x, y + step_y
    else:
        step_x, step_y, _ = _stride(course, speed)
        mind.x, mind.y = slide(world, x, y, step_x, step_y)
        covered = headings.distance(mind.x - x, mind.y - y)
    mind.walked_sub += covered
    mind.step_sub += covered
    if covered and mind.pose in _SETS_OFF:
        mind.pose = Pose.MOVE


@lru_cache(maxsize=1 << 12)
def _stride(course: int, speed: int) -> tuple[int, int, int]:
    """The vector of one tick's walk, and its length; the same few come up all night long."""
    dx, dy = headings.vector(course, speed)
    return dx, dy, headings.distance(dx, dy)


def _free(world: World, x: int, y: int) -> bool:
    """Whether a body has room at a place: the four corners of its feet stand on open tiles."""
    radius = tuning.BODY_RADIUS_SUB
    walkable = world.terrain.walkable
    left, right = (x - radius) // TILE_SUB, (x + radius) // TILE_SUB
    top, bottom = (y - radius) // TILE_SUB, (y + radius) // TILE_SUB
    return (
        walkable(left, top)
        and walkable(right, top)
        and walkable(left, bottom)
        and walkable(right, bottom)
    )


def _eased(world: World, x: int, y: int, dx: int, dy: int, *, across_x: bool) -> int:
    """A small step aside that brings a body round a corner it is only just caught on."""
    if (dy if across_x else dx) != 0:
        return 0
    step = abs(dx if across_x else dy)
    for aside in (step, -step):
        if not (_free(world, x, y + aside) if across_x else _free(world, x + aside, y)):
            continue
        for reach in (tuning.BODY_RADIUS_SUB, tuning.EASED_SUB):
            off = reach if aside > 0 else -reach
            if _free(world, x + dx, y + off) if across_x else _free(world, x + off, y + dy):
                return aside
    return 0

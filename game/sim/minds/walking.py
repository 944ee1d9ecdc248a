"""Ways: rounds walked with pauses, and how anybody gets from here to there.

Straight where nothing stands between, else by a search whose work is counted: all searches of one
tick share a budget, and whoever comes too late asks again at the next turn.
"""

from dataclasses import dataclass
from typing import Final

from game.core import headings, sight
from game.core.routes import find_route
from game.core.units import SUB, TILE_SUB, tile_centre, tile_of
from game.sim import tuning
from game.sim.beings import Mind, Pose
from game.sim.land import landmarks
from game.sim.level import Kind
from game.sim.world import World

_CORNERS: Final = tuple(
    (side_x, side_y)
    for side_x in (-tuning.BODY_RADIUS_SUB, tuning.BODY_RADIUS_SUB)
    for side_y in (-tuning.BODY_RADIUS_SUB, tuning.BODY_RADIUS_SUB)
)
_ARRIVED_SUB: Final = 6 * SUB
_STROLL_HEADINGS: Final = (0, 72, 0, -72)
"""How far somebody on watch turns from where they should look, step by step."""
_STROLL_TICKS: Final = 150
_APART_TICKS: Final = 37
"""By so much the turns of two neighbours in the list are apart: they do not nod together."""
LOOKING_ABOUT_TICKS: Final = _STROLL_TICKS * len(_STROLL_HEADINGS)
"""So long it takes to look to either side and to the front again."""
_UNDER_WAY: Final = (Pose.MOVE, Pose.LOOK_ABOUT)


@dataclass(slots=True)
class Budget:
    """Tiles that the route searches of this tick may still open."""

    left: int = tuning.ROUTE_BUDGET_TILES


def go(world: World, mind: Mind, x: int, y: int, speed: int, budget: Budget) -> bool:
    """Set out for a place in sub-units; False if no way could be looked for in this tick."""
    mind.speed = speed
    x, y = _with_room(world, x, y)
    if clear_walk(world, mind.x, mind.y, x, y):
        mind.way = [(x, y)]
        return True
    if mind.way and max(abs(mind.way[-1][0] - x), abs(mind.way[-1][1] - y)) < 2 * TILE_SUB:
        return True
    goal = (tile_of(x), tile_of(y))
    if budget.left < tuning.ROUTE_SEARCH_TILES:
        return False
    budget.left -= tuning.ROUTE_SEARCH_TILES
    start = (tile_of(mind.x), tile_of(mind.y))
    found = find_route(world.terrain.open, start, goal, tuning.ROUTE_SEARCH_TILES)
    mind.way = _straightened([(tile_centre(a), tile_centre(b)) for a, b in found])
    if found and found[-1] == goal and world.terrain.walkable(*goal):
        mind.way[-1] = (x, y)
    return True


def clear_walk(world: World, ax: int, ay: int, bx: int, by: int) -> bool:
    """Whether a body can walk straight from one place to another."""
    lines: list[tuple[int, int, int, int]] = []
    for side_x, side_y in _CORNERS:
        from_x, from_y = tile_of(ax + side_x), tile_of(ay + side_y)
        to_x, to_y = tile_of(bx + side_x), tile_of(by + side_y)
        line = (from_x, from_y, to_x - from_x, to_y - from_y)
        if line not in lines:
            lines.append(line)
    return all(_line_clear(world, *line) for line in lines)


def stand(mind: Mind, face: int = -1) -> None:
    """Stay where one is and turn to a heading."""
    mind.way, mind.speed, mind.face = [], 0, face
    if mind.pose in _UNDER_WAY:
        mind.pose = Pose.STAND


def arrived(mind: Mind, x: int, y: int) -> bool:
    """Whether somebody stands at a place, give or take a few pixels."""
    return headings.distance(mind.x - x, mind.y - y) <= _ARRIVED_SUB


def face_of(mind: Mind, x: int, y: int) -> int:
    """Heading from a mind to a place."""
    return headings.heading_of(x - mind.x, y - mind.y)


def look_about(world: World, mind: Mind, towards: int, wide: int = 1) -> None:
    """Stand and turn slowly to and fro about a heading."""
    step = (world.tick + mind.id * _APART_TICKS) // (_STROLL_TICKS // wide) % len(_STROLL_HEADINGS)
    stand(mind, (towards + wide * _STROLL_HEADINGS[step]) % headings.TURN)
    if mind.pose is Pose.STAND:
        mind.pose = Pose.LOOK_ABOUT


def walk_round(world: World, mind: Mind, budget: Budget) -> None:
    """Follow the round, pausing and looking about at each point; or keep watch at home."""
    route = landmarks.routes(world.level).get(mind.route) if mind.route else None
    if route is None or not route.points:
        _keep_watch(world, mind, budget)
        return
    if mind.wait_ticks > 0:
        mind.wait_ticks -= tuning.LOOK_EVERY_TICKS
        if mind.wait_ticks > 0:
            look_about(world, mind, mind.home_heading)
            return
    goal_x, goal_y = route.points[mind.route_at % len(route.points)]
    if arrived(mind, goal_x, goal_y):
        if mind.kind is Kind.CUTTER and mind.route_at == len(route.points) - 1 and not route.loop:
            # they are on their way out of this country, and do not come back
            mind.pose = Pose.GONE
            return
        mind.wait_ticks = route.pause_ticks
        mind.home_heading = mind.heading
        _next_point(mind, len(route.points), route.loop)
        if mind.wait_ticks > 0:
            stand(mind)
            return
        goal_x, goal_y = route.points[mind.route_at % len(route.points)]
    if not mind.way or mind.way[-1] != (goal_x, goal_y):
        go(world, mind, goal_x, goal_y, tuning.KINDS[mind.kind].walk_sub, budget)
    mind.speed = tuning.KINDS[mind.kind].walk_sub


def _with_room(world: World, x: int, y: int) -> tuple[int, int]:
    """The place itself, moved off the walls beside its tile so that a body can stand there."""
    walkable = world.terrain.walkable
    tile_x, tile_y, radius = tile_of(x), tile_of(y), tuning.BODY_RADIUS_SUB
    left, top = tile_x * TILE_SUB, tile_y * TILE_SUB
    if x - left < radius and not walkable(tile_x - 1, tile_y):
        x = left + radius
    elif left + TILE_SUB - x <= radius and not walkable(tile_x + 1, tile_y):
        x = left + TILE_SUB - radius - 1
    if y - top < radius and not walkable(tile_x, tile_y - 1):
        y = top + radius
    elif top + TILE_SUB - y <= radius and not walkable(tile_x, tile_y + 1):
        y = top + TILE_SUB - radius - 1
    return x, y


def _keep_watch(world: World, mind: Mind, budget: Budget) -> None:
    if headings.distance(mind.x - mind.home_x, mind.y - mind.home_y) > TILE_SUB // 2:
        if not mind.way or mind.way[-1] != (mind.home_x, mind.home_y):
            go(world, mind, mind.home_x, mind.home_y, tuning.KINDS[mind.kind].walk_sub, budget)
        mind.speed = tuning.KINDS[mind.kind].walk_sub
        return
    look_about(world, mind, mind.home_heading)


def _next_point(mind: Mind, count: int, loop: bool) -> None:
    if loop or count < 2:
        mind.route_at = (mind.route_at + 1) % count
        return
    if mind.route_back:
        mind.route_at -= 1
        mind.route_back = mind.route_at > 0
    else:
        mind.route_at += 1
        mind.route_back = mind.route_at >= count - 1
    mind.route_at = max(0, min(count - 1, mind.route_at))


def _line_clear(world: World, x: int, y: int, dx: int, dy: int) -> bool:
    """Whether both ways of drawing a line of tiles are open, so that a body's width fits."""
    walkable = world.terrain.walkable
    for tie in (0, 1):
        before = (0, 0)
        for step in (*sight.line(dx, dy, tie), (dx, dy)):
            if not walkable(x + step[0], y + step[1]):
                return False
            if step[0] != before[0] and step[1] != before[1]:
                corner = walkable(x + step[0], y + before[1]) and walkable(
                    x + before[0], y + step[1]
                )
                if not corner:
                    return False
            before = step
    return True


def _straightened(way: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out waypoints that lie on a straight stretch."""
    kept: list[tuple[int, int]] = []
    for i, here in enumerate(way):
        if 0 < i < len(way) - 1:
            before, after = way[i - 1], way[i + 1]
            if (here[0] - before[0], here[1] - before[1]) == (
                after[0] - here[0],
                after[1] - here[1],
            ):
                continue
        kept.append(here)
    return kept

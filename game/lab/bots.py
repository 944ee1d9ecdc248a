"""Two who play by Commands alone: one walks straight and never looks, one takes every care.

Both know the map, as a player with the map in hand does. Ask ``next`` once a tick.
"""

from dataclasses import dataclass, field
from typing import Final, Protocol

from game.core import headings
from game.core.routes import Tile, find_route
from game.core.units import SUB, TILE_SUB, tile_centre, tile_of
from game.lab.bot_eyes import Lookout, Seen
from game.lab.bot_plan import HALF_HIGH, HALF_WIDE, Plan, best_plan
from game.sim.command import NO_BUTTONS, Button, Command, Gait, move_along
from game.sim.minds.walking import clear_walk
from game.sim.tale import talking
from game.sim.world import World

THERE_SUB: Final = 6 * SUB
_ROUTE_TILES: Final = 80_000
_LOOK_TICKS: Final = 12
_PULSE_EVERY_TILES: Final = 14
_PULSE_TICKS: Final = 24
_PULSE_CHAKRA: Final = 450
_LIGHT_CHAKRA: Final = 350
_PER_POINT: Final = 1000


class Bot(Protocol):
    """Somebody at the keys."""

    def next(self, world: World) -> Command:
        """The command for the coming tick."""
        ...


@dataclass(slots=True)
class Straight:
    """Walks the shortest way to a place in sub-units and never looks about."""

    goal: tuple[int, int]
    gait: Gait = Gait.WALK
    _way: list[Tile] | None = None
    _corner: tuple[int, int] | None = None
    """The place she walks straight to just now."""

    def next(self, world: World) -> Command:
        """One more step of the way; nothing once there."""
        if talking.is_on(world):
            return speak_on(world)
        if there(world, self.goal):
            return Command(gait=self.gait)
        if self._way is None:
            self._way = way_to(world, self.goal)
        place = self._corner
        if place is None or _near(world, place, THERE_SUB):
            place = self._corner = _furthest_clear(world, self._way, self.goal)
        return Command(move_to(world, place), self.gait)


@dataclass(slots=True)
class Cautious:
    """Walks to a place in sub-units as somebody would who must not be seen.

    It waits for backs, goes round, keeps low where others are near and beside cover where they
    look, walks lightly where steps are felt, and feels ahead for what lies under the sand. ``side``
    -1, 0 or 1 leads it past the left, the middle or the right of the way, ``wide`` tiles off.
    """

    goal: tuple[int, int]
    side: int = 0
    wide: int = 12
    lookout: Lookout = field(default_factory=Lookout)
    _way: list[Tile] = field(default_factory=list)
    _round: list[tuple[int, int]] | None = None
    """Places still to be passed on the way."""
    _plan: Plan | None = None
    _look_at: int = 0
    _pulsed: tuple[int, int] | None = None
    _pulsing: int = 0

    def next(self, world: World) -> Command:
        """What a careful player would ask for in the coming tick."""
        if talking.is_on(world):
            return speak_on(world)
        if self._round is None:
            self._round = _round_about(world, self.goal, self.side, self.wide)
        while self._round and _near(world, self._round[0], 3 * TILE_SUB):
            self._round.pop(0)
            self._way = []
        if there(world, self.goal):
            return Command(gait=Gait.SNEAK)
        if self._pulsing:
            self._pulsing -= 1
            return Command(gait=Gait.SNEAK, buttons=Button.SENSE if self._pulsing else NO_BUTTONS)
        if world.tick >= self._look_at:
            self._look_at = world.tick + _LOOK_TICKS
            others = self.lookout.look(world)
            if self._wants_to_feel(world, others):
                self._pulsed, self._pulsing = (world.sakura.x, world.sakura.y), _PULSE_TICKS
            self._plan = self._planned(world, others) if others else None
        if self._plan is not None:
            return self._by_plan(world, self._plan)
        if not self._way:
            self._way = way_to(world, self._heads_for())
        drop_passed(world, self._way)
        place = tile_place(self._way[0]) if self._way else self._heads_for()
        return Command(move_to(world, place), Gait.WALK)

    def _heads_for(self) -> tuple[int, int]:
        return self._round[0] if self._round else self.goal

    def _wants_to_feel(self, world: World, others: list[Seen]) -> bool:
        """Feel ahead now and then, with nobody about and enough left to heal with."""
        her = world.sakura
        if her.chakra < _PULSE_CHAKRA * _PER_POINT or any(not other.buried for other in others):
            return False
        if self._pulsed is None:
            return True
        away = headings.distance(her.x - self._pulsed[0], her.y - self._pulsed[1])
        return away > _PULSE_EVERY_TILES * TILE_SUB

    def _planned(self, world: World, others: list[Seen]) -> Plan:
        gaits = [Gait.SNEAK, Gait.WALK]
        if world.sakura.chakra > _LIGHT_CHAKRA * _PER_POINT:
            # who is looked for leaves no prints where they would keep
            followed = any(other.alarmed for other in others)
            gaits = [Gait.SNEAK, Gait.LIGHT] if followed else [*gaits, Gait.LIGHT]
        self._way = way_to(world, self._heads_for())
        here = (tile_of(world.sakura.x), tile_of(world.sakura.y))
        goal = here
        heads_for = self._heads_for()
        for tile in (*self._way, (tile_of(heads_for[0]), tile_of(heads_for[1]))):
            if abs(tile[0] - here[0]) > HALF_WIDE or abs(tile[1] - here[1]) > HALF_HIGH:
                break
            goal = tile
        return best_plan(world, others, goal, gaits)

    def _by_plan(self, world: World, plan: Plan) -> Command:
        here = (tile_of(world.sakura.x), tile_of(world.sakura.y))
        ahead = [tile for tile in plan.tiles if tile != here]
        if not ahead or _near(world, self.goal, TILE_SUB * 3 // 2):
            return Command(move_to(world, self._heads_for()), plan.gait)
        if plan.waits:
            return Command(gait=Gait.SNEAK)
        last = plan.tiles.index(here) + 1 if here in plan.tiles else 1
        tile = plan.tiles[min(last, len(plan.tiles) - 1)]
        if tile == here:
            return Command(gait=Gait.SNEAK)
        return Command(move_to(world, tile_place(tile)), plan.gait)


def speak_on(world: World) -> Command:
    """Go through what is said to its end, by the first of each choice."""
    if world.talk is not None and world.talk.offered:
        return Command(choice=0)
    return Command(buttons=Button.ACT if world.tick % 2 else NO_BUTTONS)


def there(world: World, goal: tuple[int, int]) -> bool:
    """Whether she has come to a place."""
    return _near(world, goal, THERE_SUB)


def way_to(world: World, goal: tuple[int, int]) -> list[Tile]:
    """Tiles of the shortest way from her to a place; the last tile is left to the place itself."""
    her = world.sakura
    start, end = (tile_of(her.x), tile_of(her.y)), (tile_of(goal[0]), tile_of(goal[1]))
    return find_route(world.terrain.open, start, end, _ROUTE_TILES)[:-1]


def drop_passed(world: World, way: list[Tile]) -> None:
    """Leave out the tiles at the head of a way that she has come to."""
    while way and _near(world, tile_place(way[0]), THERE_SUB):
        way.pop(0)


def _furthest_clear(world: World, way: list[Tile], goal: tuple[int, int]) -> tuple[int, int]:
    """The furthest place of a way that she can walk straight to; what lies before it is dropped."""
    her = world.sakura
    if clear_walk(world, her.x, her.y, *goal):
        way.clear()
        return goal
    for number in reversed(range(len(way))):
        place = tile_place(way[number])
        if clear_walk(world, her.x, her.y, *place):
            del way[: number + 1]
            return place
    return tile_place(way.pop(0)) if way else goal


def tile_place(tile: Tile) -> tuple[int, int]:
    """The middle of a tile in sub-units."""
    return tile_centre(tile[0]), tile_centre(tile[1])


def move_to(world: World, place: tuple[int, int]) -> int:
    """The move that leads from her towards a place."""
    her = world.sakura
    return move_along(headings.heading_of(place[0] - her.x, place[1] - her.y))


def _near(world: World, place: tuple[int, int], reach: int) -> bool:
    her = world.sakura
    return headings.distance(place[0] - her.x, place[1] - her.y) <= reach


def _round_about(
    world: World, goal: tuple[int, int], side: int, wide: int
) -> list[tuple[int, int]]:
    """Places to pass so that the way runs to one side of the straight line; none for side 0."""
    if not side:
        return []
    her = world.sakura
    along = headings.heading_of(goal[0] - her.x, goal[1] - her.y)
    aside = (along + side * headings.QUARTER_TURN) % headings.TURN
    off_x, off_y = headings.vector(aside, wide * TILE_SUB)
    places = []
    for quarter in (1, 3):
        x = her.x + (goal[0] - her.x) * quarter // 4 + off_x
        y = her.y + (goal[1] - her.y) * quarter // 4 + off_y
        tile = _open_near(world, tile_of(x), tile_of(y))
        if tile is not None:
            places.append(tile_place(tile))
    return places


def _open_near(world: World, x: int, y: int) -> Tile | None:
    """The first open tile around one, ring by ring; None if all is shut or off the map."""
    for reach in range(6):
        for dy in range(-reach, reach + 1):
            for dx in range(-reach, reach + 1):
                if world.terrain.walkable(x + dx, y + dy):
                    return x + dx, y + dy
    return None

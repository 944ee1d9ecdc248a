"""Plays a level's steps by Commands alone: no verb sets state, she walks and presses keys."""

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import Final, TypeVar

from game.core import headings
from game.core.routes import find_route
from game.core.units import SUB, tile_centre, tile_of
from game.lab.level_file import LevelFileError, TestLevel
from game.lab.level_keys import Do, Habits
from game.lab.table_hand import TableHand
from game.sim import tuning
from game.sim.beings import Item
from game.sim.command import MOVE_HEADINGS, NO_BUTTONS, Button, Command, Gait, move_along
from game.sim.events import Arrived, Event, MarkerSigned
from game.sim.table.state import TableChoice, TableInput
from game.sim.tale import talking
from game.sim.world import World

T = TypeVar("T")
Commands = Generator[Command, None, None]

_THERE_SUB: Final = 4 * SUB
_ARMS_REACH_SUB: Final = tuning.STRIKE_REACH_SUB - 4 * SUB
_ROUTE_TILES: Final = 80_000
_REROUTE_TICKS: Final = 240
_TURN_TICKS: Final = 24
"""Enough for her to turn to any side."""
_GAITS: Final = {gait.name.lower(): gait for gait in Gait}
_BUTTONS: Final = {str(button.name).lower(): button for button in Button}


@dataclass(slots=True)
class Player:
    """Somebody at the keys, following a script. Ask ``next`` once a tick, then ``saw``."""

    level: TestLevel
    gait: Gait = Gait.WALK
    stance: Button = NO_BUTTONS
    seen: list[str] = field(default_factory=list)
    """Names of events and of places arrived at so far."""
    reloads: bool = False
    """Whoever plays keeps the night before the next tick, and goes on in what was kept."""
    retries: str = ""
    """Whoever plays goes back, before the next tick, to where this event last happened."""
    _commands: Commands | None = None
    step: int = 0

    def next(self, world: World) -> Command:
        """The command for the coming tick."""
        while True:
            if self._commands is None:
                if self.step >= len(self.level.steps):
                    return Command(gait=self.gait, buttons=self.stance)
                self._commands = self._perform(world, self.level.steps[self.step])
            command = next(self._commands, None)
            if command is not None:
                return command
            self._commands = None
            self.step += 1

    def saw(self, events: list[Event]) -> None:
        """Take note of what happened."""
        for event in events:
            self.seen.append(type(event).__name__)
            if isinstance(event, Arrived | MarkerSigned):
                self.seen.append(event.where)

    def _perform(self, world: World, step: Do) -> Commands:
        while world.tick < step.at or (step.after and step.after not in self.seen):
            yield self._idle()
        if step.gait:
            self.gait = self._named(_GAITS, "gait", step.gait)
        match step:
            case Do(feign=bool(on)):
                self._set_stance(Button.FEIGN, on)
            case Do(brace=bool(on)):
                self._set_stance(Button.BRACE, on)
            case Do(reload=True):
                self.reloads = True
                yield self._idle()
            case Do(retry=str(name)):
                if name not in self.seen:
                    raise LevelFileError(f"{self._where()}: there has been no {name} to go back to")
                self.retries = name
                yield self._idle()
            case Do(walk=str() | list() as place):
                yield from self._walk(world, self.place(world, place), step.backwards)
            case Do(follow=str(name)):
                yield from self._follow(world, name)
            case Do(wait=int() | str() as until):
                yield from self._wait(until)
            case Do(press=str(name)):
                yield from self._hold(name, 1)
            case Do(hold=str(name)):
                yield from self._hold(name, step.ticks)
            case Do(sense=int(ticks)):
                yield from self._hold("sense", max(1, ticks))
            case Do(throw=str() | list() as place):
                yield from self._throw(world, place, step.item)
            case Do(face=str() | list() as place):
                yield from self._face(world, place)
            case Do(go=int(heading)):
                for _ in range(step.ticks):
                    yield Command(heading % MOVE_HEADINGS, self.gait, buttons=self.stance)
            case Do(choose=int(row)):
                yield Command(gait=self.gait, choice=row)
            case Do(talk=list(wanted)):
                yield from self._talk(world, wanted)
            case Do(operate=Habits() as habits):
                yield from self._operate(world, habits)

    def _idle(self, buttons: Button = NO_BUTTONS) -> Command:
        return Command(gait=self.gait, buttons=self.stance | buttons)

    def _set_stance(self, button: Button, on: bool) -> None:
        self.stance = self.stance | button if on else self.stance & ~button

    def _hold(self, name: str, ticks: int) -> Commands:
        """Press a button for so many ticks, and let go."""
        button = self._named(_BUTTONS, "button", name)
        for _ in range(ticks):
            yield self._idle(button)
        yield self._idle()

    def _wait(self, wait: int | str) -> Commands:
        if isinstance(wait, int):
            for _ in range(wait):
                yield self._idle()
            return
        name = {"gust": "GustBegan"}.get(wait, wait)
        already = self.seen.count(name)
        while self.seen.count(name) == already:
            yield self._idle()

    def _walk(self, world: World, goal: tuple[int, int], backwards: bool) -> Commands:
        her = world.sakura
        while headings.distance(goal[0] - her.x, goal[1] - her.y) > _THERE_SUB:
            way = self.way(world, goal)
            for _ in range(_REROUTE_TICKS):
                while len(way) > 1 and self._close(world, way[0]):
                    way.pop(0)
                if headings.distance(goal[0] - her.x, goal[1] - her.y) <= _THERE_SUB:
                    return
                heading = headings.heading_of(way[0][0] - her.x, way[0][1] - her.y)
                move = move_along(heading)
                if backwards:
                    back = (heading + headings.HALF_TURN) % headings.TURN
                    yield Command(move, self.gait, back, buttons=self.stance | Button.LOOK)
                else:
                    yield Command(move, self.gait, buttons=self.stance)

    def _follow(self, world: World, name: str) -> Commands:
        her = world.sakura
        goal = self.place(world, name)
        while headings.distance(goal[0] - her.x, goal[1] - her.y) > _ARMS_REACH_SUB:
            way = self.way(world, goal)
            x, y = way[1] if len(way) > 1 else way[0]
            move = move_along(headings.heading_of(x - her.x, y - her.y))
            yield Command(move, self.gait, buttons=self.stance)
            goal = self.place(world, name)

    def _close(self, world: World, point: tuple[int, int]) -> bool:
        her = world.sakura
        return headings.distance(point[0] - her.x, point[1] - her.y) <= _THERE_SUB

    def way(self, world: World, goal: tuple[int, int]) -> list[tuple[int, int]]:
        """Places of the shortest way from her to a goal, in sub-units; the goal is the last."""
        her = world.sakura
        start = (tile_of(her.x), tile_of(her.y))
        end = (tile_of(goal[0]), tile_of(goal[1]))
        route = find_route(world.terrain.open, start, end, _ROUTE_TILES)
        points = [(tile_centre(x), tile_centre(y)) for x, y in route[:-1]]
        return [*points, goal]

    def _face(self, world: World, where: str | list[int]) -> Commands:
        x, y = self.place(world, where)
        for _ in range(_TURN_TICKS):
            aim = headings.heading_of(x - world.sakura.x, y - world.sakura.y)
            yield Command(gait=self.gait, aim=aim, buttons=self.stance | Button.LOOK)

    def _throw(self, world: World, where: str | list[int], item: Item | None) -> Commands:
        while item is not None and world.sakura.item is not item:
            yield self._idle(Button.ITEM_NEXT)
            yield self._idle()
        her = world.sakura
        x, y = self.place(world, where)
        aim = headings.heading_of(x - her.x, y - her.y)
        reach = headings.distance(x - her.x, y - her.y) // SUB
        for buttons in (Button.THROW, Button.THROW, NO_BUTTONS):
            yield Command(gait=self.gait, aim=aim, reach=reach, buttons=self.stance | buttons)

    def _talk(self, world: World, wanted: list[str]) -> Commands:
        while talking.is_on(world):
            talk = world.talk
            assert talk is not None
            if talk.offered:
                rows = [row for row, name in enumerate(talk.offered_ids) if name in wanted]
                yield Command(gait=self.gait, choice=rows[0] if rows else 0)
            else:
                yield self._idle(Button.ACT)
                yield self._idle()

    def _operate(self, world: World, habits: Habits) -> Commands:
        definition = world.level.operation
        hand = self._hand(habits, [wound.id for wound in definition.wounds] if definition else [])
        alone = Command(choice=TableChoice.ALONE) if habits.alone else None
        while world.at_table and world.operation is not None and definition is not None:
            yield alone or as_command(hand.next(world.operation, definition))
        yield self._idle()

    def _hand(self, habits: Habits, wounds: list[str]) -> TableHand:
        order = tuple(habits.order.split())
        for name in order:
            if name not in wounds:
                raise LevelFileError(
                    f"{self._where()}: he has no wound {name}; there are {', '.join(wounds)}"
                )
        return TableHand(
            tremor_px=habits.tremor,
            lag_ticks=habits.lag,
            device=habits.device,
            order=order,
            flow_goal=habits.flow,
            wipes=habits.wipes,
        )

    def place(self, world: World, where: str | list[int]) -> tuple[int, int]:
        """What a step means by a name or by [column, row], in sub-units. Raises LevelFileError."""
        if isinstance(where, list):
            if len(where) != 2:
                raise LevelFileError(f"{self._where()}: a place in tiles is [column, row]")
            return tile_centre(where[0]), tile_centre(where[1])
        level = world.level
        finders: tuple[Callable[[], tuple[int, int] | None], ...] = (
            lambda: next(((p.x, p.y) for p in level.places if p.name == where), None),
            lambda: next(((m.x, m.y) for m in world.minds if m.name == where), None),
            lambda: next(((li.x, li.y) for li in level.lights if li.name == where), None),
            lambda: next(
                ((z.x + z.width // 2, z.y + z.height // 2) for z in level.zones if z.name == where),
                None,
            ),
        )
        for find in finders:
            found = find()
            if found is not None:
                return found
        if where == "wounded" and world.patient is not None:
            return world.patient.x, world.patient.y
        raise LevelFileError(f'{self._where()}: the map has nothing named "{where}"')

    def _named(self, table: dict[str, T], what: str, name: str) -> T:
        if name not in table:
            raise LevelFileError(f"{self._where()}: no {what} {name}; there are {', '.join(table)}")
        return table[name]

    def _where(self) -> str:
        return f"{self.level.path}: [[do]] {self.step + 1}"


def as_command(asked: TableInput) -> Command:
    """The command that means the same at the table."""
    buttons = NO_BUTTONS
    for wanted, button in (
        (asked.flow, Button.ACT),
        (asked.scan, Button.SENSE),
        (asked.wipe, Button.BRACE),
        (asked.look_up, Button.LOOK),
        (asked.cut, Button.STRIKE),
        (asked.leave, Button.CANCEL),
    ):
        if wanted:
            buttons |= button
    gait = Gait.SNEAK if asked.slow else Gait.WALK
    return Command(move=asked.move, gait=gait, point=asked.point, buttons=buttons)

"""Small nights drawn as text, for tests: a map in the test body, people by letter, time to pass.

    world = night('''
        ..........
        .P...#..@.
        ..........
    ''', P=Person(Kind.PATROL, facing=EAST))
    events = pass_time(world, seconds(3), WALK_EAST)

Every character is one tile:

    . sand    ~ soft sand    , gravel    o rock    _ hardpan    : scrub
    # high wall    = low wall    ^ a dune's crest
    @ Sakura    * lamp    % hiding place    & boulder    + nest    ! marker    > gate
    0-9 waypoints, for the routes of ``Person(route="0123")``
    letters: the people given by name; what they stand on is ``floor``

The air is still unless ``gust`` is called, and nothing else happens that the text does not say.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import dedent
from typing import Final, TypeVar

import numpy as np

from game.core import headings
from game.core.units import seconds, tile_centre, tile_of, tiles
from game.sim import harm
from game.sim.beings import Mind, Sakura
from game.sim.command import Button, Command, Gait
from game.sim.events import AlertChanged, Cause, Event
from game.sim.land.desert import Gust
from game.sim.level import (
    Actor,
    Conditions,
    Kind,
    Level,
    Light,
    Place,
    Route,
    Spot,
    Surface,
    Wall,
)
from game.sim.moment import Moment
from game.sim.tick import step
from game.sim.world import Rules, World

EAST, SOUTH, WEST, NORTH = headings.EAST, headings.SOUTH, headings.WEST, headings.NORTH

STAND: Final = Command()
WALK_EAST: Final = Command(move=0)
WALK_SOUTH: Final = Command(move=16)
WALK_WEST: Final = Command(move=32)
WALK_NORTH: Final = Command(move=48)

_FLOORS: Final = {
    ".": Surface.SAND, "~": Surface.SOFT, ",": Surface.GRAVEL, "o": Surface.ROCK,
    "_": Surface.HARDPAN, ":": Surface.SCRUB,
}
_SPOTS: Final = {
    "@": Spot.START, "%": Spot.HIDING, "&": Spot.BOULDER, "+": Spot.NEST, "!": Spot.MARKER,
    ">": Spot.GATE,
}
_FIRST_ROUTE, _FIRST_LIGHT, _FIRST_PLACE = 101, 201, 301

E = TypeVar("E", bound=Event)


@dataclass(frozen=True)
class Person:
    """Somebody to put where their letter stands; named after kind and letter: ``patrol_p``, and
    ``patrol_p2`` where the letter stands again."""

    kind: Kind
    facing: int = EAST
    route: str = ""
    """Digits of the waypoints walked, in order."""
    loop: bool = True
    pause_ticks: int = 60
    squad: int = 0
    sensor: bool = False
    delay_ticks: int = 0
    after_name: bool = False


def alarm(name: str, before: str, after: str) -> AlertChanged:
    """Somebody's alarm changes, and time is the cause."""
    cause = Cause(name, "time", "sakura", 0, "nothing_more", 0, "", "", "")
    return AlertChanged(name, before, after, "sakura", cause)


def night(
    text: str,
    *,
    floor: Surface = Surface.SAND,
    seed: int = 1,
    rules: Rules | None = None,
    story: bool = False,
    clock_minutes: int = 20 * 60,
    lamp_tiles: int = 4,
    **people: Person,
) -> World:
    """A world of the map in ``text``; ids of people count from 1 in reading order."""
    rows = dedent(text).strip().splitlines()
    height, width = len(rows), max(len(row) for row in rows)
    surface = np.full((height, width), floor, np.uint8)
    walls = np.zeros((height, width), np.uint8)
    crests = np.zeros((height, width), np.bool_)
    waypoints: dict[str, tuple[int, int]] = {}
    places: list[Place] = []
    lights: list[Light] = []
    found: list[tuple[str, int, int]] = []
    for y, row in enumerate(rows):
        for x, mark in enumerate(row):
            spot = (tile_centre(x), tile_centre(y))
            if mark in people:
                found.append((mark, *spot))
            elif mark in _FLOORS:
                surface[y, x] = _FLOORS[mark]
            elif mark in "#=":
                walls[y, x] = Wall.HIGH if mark == "#" else Wall.LOW
            elif mark == "^":
                crests[y, x] = True
            elif mark == "*":
                number = len(lights)
                lights.append(
                    Light(_FIRST_LIGHT + number, f"lamp_{number + 1}", *spot, tiles(lamp_tiles))
                )
            elif mark in _SPOTS:
                kind = _SPOTS[mark]
                order = 1 + sum(place.kind is kind for place in places)
                places.append(
                    Place(
                        _FIRST_PLACE + len(places), f"{kind}_{order}", kind, *spot, order=order
                    )
                )
            elif mark.isdigit():
                waypoints[mark] = spot
            else:
                raise ValueError(f"row {y + 1} of the map: nobody was given for {mark!r}")
    routes = _routes(people, waypoints)
    actors: list[Actor] = []
    for mark, x, y in found:
        again = 1 + sum(actor.name.startswith(_name(mark, people[mark])) for actor in actors)
        name = _name(mark, people[mark]) + (str(again) if again > 1 else "")
        actors.append(_actor(len(actors) + 1, name, people[mark], routes.get(mark), x, y))
    level = Level(
        name="night",
        width=width,
        height=height,
        surface=surface,
        walls=walls,
        crests=(),
        crest_tiles=crests,
        heights=np.zeros((height * 2, width * 2), np.int16),
        actors=tuple(actors),
        places=tuple(places),
        routes=tuple(routes.values()),
        lights=tuple(lights),
        conditions=Conditions(
            first_gust_ticks=-1, storms=0, clock_minutes=clock_minutes, story=story
        ),
    )
    return World.new(level, seed, rules)


def pass_time(
    world: World,
    ticks: int,
    command: Command = STAND,
    until: type[Event] | None = None,
) -> list[Event]:
    """Hold a command for so many ticks, or until an event of a kind; all that happened."""
    events: list[Event] = []
    for _ in range(ticks):
        new = step(world, command)
        events += new
        if until is not None and any(isinstance(event, until) for event in new):
            break
    return events


def of(events: Iterable[Event], kind: type[E], **fields: object) -> list[E]:
    """The events of a kind whose fields have these values."""
    return [
        event
        for event in events
        if isinstance(event, kind)
        and all(getattr(event, name) == value for name, value in fields.items())
    ]


def who(world: World, name: str) -> Mind:
    """The mind of that name."""
    return next(mind for mind in world.minds if mind.name == name)


def knock_out(world: World, name: str) -> None:
    """Somebody lies felled by Sakura's hand, without a sound."""
    harm.fell(world, Moment(STAND), who(world, name), "takedown", 0)


def put(body: Mind | Sakura, tile_x: int, tile_y: int) -> None:
    """Set somebody onto the middle of a tile."""
    body.x, body.y = tile_centre(tile_x), tile_centre(tile_y)


def tile(body: Mind | Sakura) -> tuple[int, int]:
    """The tile somebody stands on."""
    return tile_of(body.x), tile_of(body.y)


def gust(world: World, ticks: int = seconds(3600), heading: int = EAST) -> None:
    """A gust that blows over the whole map from now on."""
    begins = world.tick - 8 * (world.level.width + world.level.height)
    weather = world.weather
    weather.gusts.append(Gust(begins, ticks + world.tick - begins, heading, len(weather.gusts) + 1))


def going(command: Command, gait: Gait, *buttons: Button) -> Command:
    """The same way in another gait, with buttons held."""
    held = Button(0)
    for button in buttons:
        held |= button
    return Command(move=command.move, gait=gait, buttons=held)


def _routes(people: dict[str, Person], spots: dict[str, tuple[int, int]]) -> dict[str, Route]:
    """One route for each person who walks one, by letter."""
    walkers = {mark: person for mark, person in sorted(people.items()) if person.route}
    return {
        mark: Route(
            _FIRST_ROUTE + number,
            f"route_{mark.lower()}",
            tuple(spots[digit] for digit in person.route),
            person.loop,
            person.pause_ticks,
        )
        for number, (mark, person) in enumerate(walkers.items())
    }


def _name(mark: str, person: Person) -> str:
    return f"{person.kind}_{mark.lower()}"


def _actor(number: int, name: str, person: Person, route: Route | None, x: int, y: int) -> Actor:
    return Actor(
        id=number,
        name=name,
        kind=person.kind,
        x=x,
        y=y,
        heading=person.facing,
        route=route.id if route else 0,
        squad=person.squad,
        delay_ticks=person.delay_ticks,
        sensor=person.sensor,
        after_name=person.after_name,
    )

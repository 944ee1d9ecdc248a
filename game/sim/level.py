"""What a map says, as the simulation wants it: immutable, integers only.

A ``Level`` is built by ``game.content`` from a Tiled map and never changes while it is played; what
does change (doused lamps, broken rocks, drifting sand) is kept in the ``World``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from game.core.headings import SOUTH
from game.core.units import TICKS_PER_SECOND, TILE_SUB
from game.sim.land.dune_lines import Crest

if TYPE_CHECKING:  # what checks a map needs neither talk nor table
    from game.sim.table.definition import OperationDef
    from game.sim.tale.talk_script import Script

HEIGHT_CELL_PX: Final = 8
"""Side of one cell of ``Level.heights``, in pixels."""


class Surface(IntEnum):
    """What lies underfoot; sets pace, noise and how long a print keeps."""

    SAND = 0
    SOFT = 1
    QUICKSAND = 2
    HARDPAN = 3
    GRAVEL = 4
    ROCK = 5
    ROAD = 6
    SCRUB = 7


class Wall(IntEnum):
    """What stands on a tile: nothing, something to crouch behind, or something that hides all."""

    NONE = 0
    LOW = 1
    HIGH = 2


class Kind(StrEnum):
    """Who somebody is; the table in ``tuning`` says how each kind sees, moves and fights."""

    PATROL = "patrol"
    ROGUE = "rogue"
    AMBUSHER = "ambusher"
    CUTTER = "cutter"
    SNAKE = "snake"
    LIZARD = "lizard"
    CHILD = "child"
    GUARD = "guard"


class Spot(StrEnum):
    """What a place on the map is for."""

    START = "start"
    GATE = "gate"
    REGISTER = "register"
    MARKER = "marker"
    WOUNDED = "wounded"
    DUEL = "duel"
    NEST = "nest"
    COVER = "cover"
    HIDING = "hiding"
    BOULDER = "boulder"
    ITEM = "item"
    EXIT = "exit"
    SIGNATURE = "signature"
    NOTE = "note"


class Area(StrEnum):
    """What a stretch of the map is for."""

    WIND = "wind"
    STORM = "storm"
    TRIGGER = "trigger"
    THOUGHT = "thought"
    TALK = "talk"
    LANDMARK = "landmark"
    WEST = "west"
    """Beyond her round, where nobody of Suna has any business."""


class GoalKind(StrEnum):
    """What a map without the story asks for."""

    REACH = "reach"
    SENSE = "sense"
    HEAL = "heal"
    UNSEEN_UNTIL = "unseen_until"
    SPARE = "spare"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who lives on the map. ``x, y`` in sub-units, ``heading`` 0..1023."""

    id: int
    name: str
    kind: Kind
    x: int
    y: int
    heading: int = 0
    route: int = 0
    """Object id of the route walked, 0 for none."""
    squad: int = 0
    """Those who share a number are partners and miss each other; 0 for alone."""
    delay_ticks: int = 0
    """Ticks after the pulse (cutters) or after the start before this one appears."""
    sensor: bool = False
    """Feels a strong pulse of chakra."""
    after_name: bool = False
    """On the map only once the name was said: the tripled patrols of the way home."""


@dataclass(frozen=True, slots=True)
class Place:
    """A named point or box of the map. ``x, y`` is its middle; all in sub-units."""

    id: int
    name: str
    kind: Spot
    x: int
    y: int
    width: int = TILE_SUB
    height: int = TILE_SUB
    order: int = 0
    """Markers: 1 is the first of the round."""
    text: str = ""
    """Id of the words that belong here, the item's name, or the wounded one's operation."""
    strength: int = 0
    """Signatures: how strongly they are felt, per mille."""
    seems: str = ""
    """Signatures: whom it resembles."""
    heading: int = SOUTH
    """Start: which way she looks at first, 0..1023."""

    def holds(self, x: int, y: int) -> bool:
        """Whether a point in sub-units lies in the box."""
        return abs(x - self.x) * 2 <= self.width and abs(y - self.y) * 2 <= self.height


@dataclass(frozen=True, slots=True)
class Route:
    """Waypoints in sub-units, walked in order and round again, or to and fro without ``loop``."""

    id: int
    name: str
    points: tuple[tuple[int, int], ...]
    loop: bool = True
    pause_ticks: int = TICKS_PER_SECOND
    """How long whoever walks it rests at each point."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A box of the map with a meaning. ``x, y`` is the upper left corner; all in sub-units."""

    id: int
    name: str
    kind: Area
    x: int
    y: int
    width: int
    height: int
    text: str = ""
    """Id of the words that belong here, or the words."""
    when: str = "enter"
    """Triggers: what sets it off, as ``When`` of the schema has it: enter, seen, time and so on."""
    then: str = ""
    """Triggers: what happens: talk, goal, gust, spawn, or nothing."""
    amount: int = 0
    """Wind: the heading that gusts blow towards. Storms and triggers of time: a tick, or 0."""
    what: int = 0
    """Triggers: id of the actor who appears, or of the goal that opens."""

    def holds(self, x: int, y: int) -> bool:
        """Whether a point in sub-units lies in the box."""
        return 0 <= x - self.x < self.width and 0 <= y - self.y < self.height


@dataclass(frozen=True, slots=True)
class Light:
    """A lamp, torch or fire: a disc of light that minds and pictures share. Sub-units."""

    id: int
    name: str
    x: int
    y: int
    radius: int
    kind: str = "lamp"


@dataclass(frozen=True, slots=True)
class Goal:
    """What a map without the story asks for; ``target`` names a place or is empty."""

    id: int
    kind: GoalKind
    target: str = ""
    amount: int = 0
    """Minutes of the clock, for those that ask for time."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """The night as the map sets it."""

    wind: tuple[int, int] = (4, 3)
    """Whole-number vector that the prevailing wind blows along; the dunes are shaped by it."""
    gust_heading: int = 105
    """Heading that gusts blow towards, 0..1023, unless a wind zone says otherwise."""
    first_gust_ticks: int = 0
    """Tick of the first gust; 0 leaves it to the seed, below 0 means a still night."""
    storms: int = 2
    """How many of the map's stretches of storm country may raise one."""
    clock_minutes: int = 20 * 60
    """Minutes after midnight when the level starts."""
    story: bool = False
    """Whether this is the map of the tale: its beats run only there."""


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """A whole map. Grids are indexed [row, column]; tile grids hold width x height tiles."""

    name: str
    width: int
    height: int
    surface: NDArray[np.uint8]
    """``Surface`` per tile."""
    walls: NDArray[np.uint8]
    """``Wall`` per tile."""
    crests: tuple[Crest, ...]
    crest_tiles: NDArray[np.bool_]
    """Tiles that a dune's crest runs through: nobody sees across, but whoever stands close."""
    heights: NDArray[np.int16]
    """Relief in 1/256 level, one value per ``HEIGHT_CELL_PX`` square."""
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    routes: tuple[Route, ...] = ()
    zones: tuple[Zone, ...] = ()
    lights: tuple[Light, ...] = ()
    goals: tuple[Goal, ...] = ()
    conditions: Conditions = field(default_factory=Conditions)
    script: "Script | None" = None
    """The talk that can be held on this map."""
    leads_to: Mapping[str, str] = field(default_factory=dict)
    """By the id of a thought, the id of the one that comes to whoever has heard it."""
    operation: "OperationDef | None" = None
    """What is wrong with the wounded man of this map."""
    digest: str = ""
    """Hex digest of everything that can change how the level plays."""

    def place(self, name: str) -> Place | None:
        """The place of that name, or None."""
        return next((place for place in self.places if place.name == name), None)

    def places_of(self, kind: Spot) -> tuple[Place, ...]:
        """All places of a kind, in id order."""
        return tuple(place for place in self.places if place.kind is kind)

    def zones_of(self, kind: Area) -> tuple[Zone, ...]:
        """All zones of a kind, in id order."""
        return tuple(zone for zone in self.zones if zone.kind is kind)

    def route(self, route_id: int) -> Route | None:
        """The route with that object id, or None."""
        return next((route for route in self.routes if route.id == route_id), None)

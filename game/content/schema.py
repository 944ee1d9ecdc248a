"""The classes a map maker may use in Tiled: one table that everything else is written from.

``project.py`` turns it into ``maps/suna.tiled-project``, the templates and the reference in
``maps/README.md``; ``levels.py`` reads maps by it. The kinds themselves are those of
``game.sim.level``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from game.sim.level import Area, GoalKind, Kind, Spot, Surface

Value: TypeAlias = str | int | float | bool


class Shape(StrEnum):
    """What an object may be drawn as."""

    POINT = "point"
    BOX = "box"
    LINE = "line"


class Use(StrEnum):
    """What a class may be set on, in the words of the project file."""

    OBJECT = "object"
    TILE = "tile"
    MAP = "map"
    LAYER = "layer"


class Role(StrEnum):
    """What an object class becomes besides an actor, a place or a zone."""

    ROUTE = "route"
    LIGHT = "light"
    GOAL = "goal"
    CREST = "crest"


@dataclass(frozen=True, slots=True)
class Choice:
    """A named list of words that a member may take."""

    name: str
    values: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Member:
    """One property of a class; ``type`` is string, int, float, bool or object, as Tiled says."""

    name: str
    type: str
    default: Value
    says: str
    choice: str = ""
    """Name of the ``Choice`` that lists its values."""
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Class:
    """A class of the project: what it is drawn as, on which layer, and what it becomes."""

    name: str
    says: str
    color: str
    members: tuple[Member, ...] = ()
    use: Use = Use.OBJECT
    layer: str = ""
    shapes: tuple[Shape, ...] = (Shape.POINT, Shape.BOX)
    makes: Kind | Spot | Area | Role | None = None

    def member(self, name: str) -> Member | None:
        """The member of that name, or None."""
        return next((member for member in self.members if member.name == name), None)


FACINGS: Final = (
    "east", "southeast", "south", "southwest", "west", "northwest", "north", "northeast",
)
"""In headings of an eighth of a turn each, clockwise from east."""

CHOICES: Final = (
    Choice("Facing", FACINGS, "which way somebody looks at first"),
    Choice("SurfaceKind", tuple(s.name.lower() for s in Surface), "what lies underfoot"),
    Choice("Hides", ("low", "high"), "how much a wall hides: a croucher, or everybody"),
    Choice("Horns", ("both", "start", "end", "none"), "which ends of a crest taper off"),
    Choice("GoalKind", tuple(str(kind) for kind in GoalKind), "what a goal asks for"),
    Choice("SignatureKind", ("calm", "moving", "fluctuating", "animal"), "how a signature feels"),
    Choice("LightKind", ("lamp", "torch", "fire", "lantern"), "what burns"),
    Choice("When", ("enter", "seen", "sensed", "healed", "time"), "what sets a trigger off"),
    Choice("Then", ("", "talk", "goal", "gust", "spawn"), "what a trigger does"),
)

_FACING: Final = Member("facing", "string", "south", "which way it looks at first", "Facing")
_ROUTE: Final = Member("route", "object", 0, "the Route it walks; none: it stays")
_SQUAD: Final = Member("squad", "int", 0, "who shares a number are partners; 0: alone", least=0)
_DELAY: Final = Member("delay", "float", 0, "seconds before it appears", least=0, most=36000)
_SENSOR: Final = Member("sensor", "bool", False, "feels a strong pulse of chakra")
_AFTER: Final = Member("after_name", "bool", False, "on the map only after the name was said")
_TEXT: Final = Member("text", "string", "", "id of the words that belong here, or the words")
_LIVING: Final = (_FACING, _ROUTE, _SQUAD, _DELAY, _SENSOR, _AFTER)


def _actor(name: str, kind: Kind, color: str, says: str) -> Class:
    return Class(name, says, color, _LIVING, layer="actors", makes=kind)


def _place(name: str, spot: Spot, color: str, says: str, *members: Member) -> Class:
    return Class(name, says, color, members, layer="places", makes=spot)


def _zone(name: str, area: Area, color: str, says: str, *members: Member) -> Class:
    shapes = (Shape.BOX,)
    return Class(name, says, color, members, layer="zones", shapes=shapes, makes=area)


CLASSES: Final = (
    _place("Start", Spot.START, "#ff3cc85a", "where Sakura begins; one on each map",
           _FACING),
    _place("Gate", Spot.GATE, "#ffe6c83c", "the way out of the village, and home again"),
    _place("Register", Spot.REGISTER, "#ffe6c83c", "the book she signs before she goes"),
    _place("Marker", Spot.MARKER, "#ffe6a03c", "a stone of the round, touched in order",
           Member("order", "int", 1, "1 is the first of the round", least=1, most=99)),
    _actor("Patrol", Kind.PATROL, "#ff4c8cd8", "a Suna ninja on the round: a friend who asks"),
    _actor("Rogue", Kind.ROGUE, "#ffd84c4c", "a rogue ninja, mostly in pairs"),
    _actor("Ambusher", Kind.AMBUSHER, "#ffa83c3c", "waits under a dune for easy prey"),
    _actor("Cutter", Kind.CUTTER, "#ff8c2828", "one of the two who think him dead"),
    _actor("SandSnake", Kind.SNAKE, "#ffb4a03c", "hunts by what the sand carries of steps"),
    _actor("MotherLizard", Kind.LIZARD, "#ff8ca03c", "guards a nest; backs down if you do"),
    _actor("Child", Kind.CHILD, "#ffe68cc8", "a child of the village, near the gate"),
    _actor("Guard", Kind.GUARD, "#ff3c64b4", "keeps the gate"),
    _place("Duel", Spot.DUEL, "#ffc83c3c", "where the cutters' fight is on until it is over"),
    _place("Nest", Spot.NEST, "#ffc8b464", "eggs; what a MotherLizard guards"),
    _place("Wounded", Spot.WOUNDED, "#ffff3c78", "where he lies; one on the story's map",
           Member("operation", "string", "", "who it is: a file of assets/operations, or of "
                  "operations/ beside the map, without .toml; none: the man of the tale")),
    _place("Signature", Spot.SIGNATURE, "#ff78ffb4", "something felt from afar",
           Member("kind", "string", "calm", "how it feels", "SignatureKind"),
           Member("strength", "int", 500, "per mille of a grown ninja's", least=0, most=1000),
           Member("seems", "string", "", "whom it resembles")),
    Class("Route", "waypoints that somebody walks", "#ff64c8ff",
          (Member("loop", "bool", True, "round and round; off: to and fro"),
           Member("pause", "float", 1, "seconds of rest at each point", least=0, most=3600)),
          layer="routes", shapes=(Shape.LINE,), makes=Role.ROUTE),
    _place("Cover", Spot.COVER, "#ff78785a", "something to crouch behind"),
    _place("HidingPlace", Spot.HIDING, "#ff5a7878", "hides one who lies still; searched first"),
    _place("Boulder", Spot.BOULDER, "#ff8c7864", "rock that a chakra punch breaks"),
    _place("Item", Spot.ITEM, "#ffffe678", "something to take",
           Member("text", "string", "water", "the item's name")),
    _place("Exit", Spot.EXIT, "#ff3cc8c8",
           "a way off the map: the night is over there once all goals are met"),
    _place("Note", Spot.NOTE, "#ffc8c8c8", "a remark; for play only if it has words", _TEXT),
    Class("Light", "a disc of light, for eyes and picture alike", "#ffffc850",
          (Member("radius", "float", 4, "in tiles", least=1, most=32),
           Member("kind", "string", "lamp", "what burns", "LightKind")),
          layer="lights", makes=Role.LIGHT),
    _zone("WindZone", Area.WIND, "#ffb4c8dc", "gusts blow another way here",
          Member("toward", "float", 37, "degrees, clockwise from east", least=-360, most=360)),
    _zone("StormZone", Area.STORM, "#ffc8a078", "a sandstorm passes here",
          Member("start", "float", 0, "seconds after the start; 0: when she first walks in",
                 least=0, most=36000)),
    _zone("Trigger", Area.TRIGGER, "#ffc864ff", "makes something happen",
          Member("when", "string", "enter", "what sets it off", "When"),
          Member("then", "string", "", "what happens", "Then"),
          _TEXT,
          Member("what", "object", 0, "who appears with then = spawn, the Goal that opens with "
                 "then = goal"),
          Member("amount", "int", 0, "for when = time: seconds after the start")),
    _zone("Thought", Area.THOUGHT, "#ff9696e6", "a thought is offered here", _TEXT),
    _zone("Talk", Area.TALK, "#ffe696e6", "words come up when she first walks in", _TEXT),
    _zone("West", Area.WEST, "#ff643c3c", "beyond her round: Suna has no business there"),
    _zone("Landmark", Area.LANDMARK, "#ffa0a0a4", "a name for this stretch of the map", _TEXT),
    Class("Goal", "what a map without the story asks for", "#ff3cff8c",
          (Member("kind", "string", "reach", "what to do", "GoalKind"),
           Member("target", "object", 0, "the place or person meant; it needs a name"),
           Member("amount", "int", 0, "minutes of the clock for unseen_until", least=0)),
          layer="places", makes=Role.GOAL),
    Class("Crest", "the crest of a dune; the slip face falls away from the wind", "#ffe6b464",
          (Member("height", "int", 4, "1 a ripple, 7 a great dune", least=1, most=7),
           Member("horns", "string", "both", "which ends taper off", "Horns")),
          layer="crests", shapes=(Shape.LINE,), makes=Role.CREST),
    Class("Surface", "what a ground tile is underfoot", "#ffc8a064",
          (Member("surface", "string", "sand", "what lies there", "SurfaceKind"),), use=Use.TILE),
    Class("Wall", "a tile that stands in the way", "#ff785a3c",
          (Member("hides", "string", "high", "how much it hides", "Hides"),), use=Use.TILE),
    Class("Preview", "a picture to draw over; the game ignores this layer", "#ff646464",
          use=Use.LAYER),
    Class("Night", "the night as the map sets it: set this class on the map itself", "#ff28286e",
          (Member("wind_x", "int", 4, "the wind that shaped the dunes blows this far east",
                  least=-64, most=64),
           Member("wind_y", "int", 3, "and this far south", least=-64, most=64),
           Member("gust", "float", -1, "degrees gusts blow towards; -1: along the wind",
                  least=-1, most=360),
           Member("first_gust", "float", 0, "seconds; 0: the seed decides, -1: a still night",
                  least=-1, most=36000),
           Member("storms", "int", 2, "sandstorms of the night", least=0, most=9),
           Member("clock", "string", "20:00", "when the level starts; 06:00 is dawn"),
           Member("story", "bool", False, "whether the tale is told here")),
          use=Use.MAP),
)

TILE_LAYERS: Final = ("ground", "walls", "over")
OBJECT_LAYERS: Final = ("crests", "actors", "places", "routes", "zones", "lights")

OBJECT_CLASSES: Final = {each.name: each for each in CLASSES if each.use is Use.OBJECT}
BY_NAME: Final = {each.name: each for each in CLASSES}
CHOICE_BY_NAME: Final = {each.name: each for each in CHOICES}


def values_of(member: Member) -> tuple[str, ...]:
    """The words a member may take, or nothing where it is free."""
    return CHOICE_BY_NAME[member.choice].values if member.choice else ()


def templated() -> Iterator[Class]:
    """The classes that ``maps/templates`` holds one of: all but lines, which have no one shape."""
    return (each for each in OBJECT_CLASSES.values() if Shape.LINE not in each.shapes)

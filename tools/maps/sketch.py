"""Small maps drawn as text, one character a tile, made into files of Tiled.

    . sand    ~ soft sand    , gravel    o rock    _ hardpan    q quicksand
    # high wall    = low wall    @ Sakura's start

Every other character is what the sketch's ``things`` say, and stands on what lies to its left (on
sand at the left edge); digits that are no things are waypoints of the routes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent
from typing import Final

from game.content.drawing import MapDrawing, Point
from game.content.tmx.writer import PropertyValue
from game.sim.level import Surface
from tools.maps.land import Dune, Land
from tools.maps.tiles import paint

_FLOORS: Final = {
    ".": Surface.SAND, "~": Surface.SOFT, ",": Surface.GRAVEL, "o": Surface.ROCK,
    "_": Surface.HARDPAN, "q": Surface.QUICKSAND,
}  # fmt: skip
_WALLS: Final = {"#": "wall/slit_dark", "=": "rock/small/0"}
Members = Mapping[str, PropertyValue]
STILL: Final[Members] = {"first_gust": -1, "storms": 0}
"""A night without wind."""


@dataclass(frozen=True)
class Thing:
    """An object at a character's tile: its class, its name, its members."""

    class_name: str
    name: str
    members: Members = field(default_factory=dict)
    way: str = ""
    """Digits of the waypoints it walks to from its own tile, in order."""
    pause: float = 1
    """Seconds of rest at each of them."""
    loop: bool = True
    points_to: Mapping[str, str] = field(default_factory=dict)
    """Members that point to another thing, by that one's character; it must come before this."""


@dataclass(frozen=True)
class Box:
    """A zone: its class, name, upper left tile, size in tiles, members, and as with things."""

    class_name: str
    name: str
    at: Point
    size: Point
    members: Members = field(default_factory=dict)
    points_to: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Sketch:
    """One map as a picture and what stands in it."""

    picture: str
    things: Mapping[str, Thing]
    dunes: tuple[Dune, ...] = ()
    boxes: tuple[Box, ...] = ()
    facing: str = "south"
    """Which way she looks at first."""
    night: Members = field(default_factory=lambda: dict(STILL))


def rogue(name: str, facing: str = "south", way: str = "", **members: float | bool) -> Thing:
    """A rogue who walks to and fro along its way, if it has one."""
    return Thing("Rogue", name, {"facing": facing, **members}, way, loop=False)


def patrol(name: str, facing: str = "south", way: str = "", **members: float | bool) -> Thing:
    """One of Suna's, on the same terms."""
    return Thing("Patrol", name, {"facing": facing, **members}, way, loop=False)


def spot(name: str) -> Thing:
    """A place with a name and no meaning, to walk to."""
    return Thing("Note", name)


def draw(sketch: Sketch, path: Path) -> Path:
    """Write a sketch as a Tiled map two folders below its tilesets; returns its path.

    Raises ValueError for a character that means nothing.
    """
    rows = dedent(sketch.picture).strip().splitlines()
    land = Land(max(len(row) for row in rows), len(rows))
    found: dict[str, tuple[int, int]] = {}
    for y, row in enumerate(rows):
        floor = Surface.SAND
        for x, mark in enumerate(row):
            floor = _FLOORS.get(mark, floor)
            land.surface[y, x] = floor
            if mark in _WALLS:
                land.walls[(x, y)] = (_WALLS[mark], 0, 0)
            elif mark not in _FLOORS:
                if mark not in sketch.things and mark != "@" and not mark.isdigit():
                    raise ValueError(f"{path.stem}, row {y + 1}: nothing is given for {mark!r}")
                if mark in found:
                    raise ValueError(f"{path.stem}, row {y + 1}: there are two {mark!r}")
                found[mark] = (x, y)
    drawing = MapDrawing(land.width, land.height, **sketch.night)
    paint(drawing, land, path.parent.parent, "../")
    drawing.point("Start", "start", _middle(found["@"]), facing=sketch.facing)
    put: dict[str, PropertyValue] = {}
    for mark, thing in sketch.things.items():
        put[mark] = _put(drawing, thing, found[mark], found, put)
    for dune in sketch.dunes:
        drawing.line("Crest", "", dune.points, height=dune.height)
    for box in sketch.boxes:
        members = {**box.members, **{name: put[mark] for name, mark in box.points_to.items()}}
        drawing.box(box.class_name, box.name, box.at, box.size, **members)
    drawing.save(path)
    return path


def _put(
    drawing: MapDrawing,
    thing: Thing,
    at: tuple[int, int],
    found: Mapping[str, tuple[int, int]],
    put: Mapping[str, PropertyValue],
) -> PropertyValue:
    """Draw a thing; returns what points to it."""
    members = {**thing.members, **{name: put[mark] for name, mark in thing.points_to.items()}}
    if thing.way:
        points = [_middle(at), *(_middle(found[digit]) for digit in thing.way)]
        members["route"] = drawing.line(
            "Route", f"way of {thing.name}", points, loop=thing.loop, pause=thing.pause
        )
    return drawing.point(thing.class_name, thing.name, _middle(at), **members)


def _middle(tile: tuple[int, int]) -> Point:
    return tile[0] + 0.5, tile[1] + 0.5

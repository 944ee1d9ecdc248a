"""The training grounds under ``maps/training``: one idea each, at the foot of the village's cliff.

Each is one table: what lies underfoot, the stones, the dunes, who walks where, what is asked and
what is remarked on the way. All places are in tiles. To make another, copy a table, change it and
run ``python -m tools.maps NAME``; or go on in Tiled from what is drawn.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Final

from game.content.drawing import MapDrawing
from game.content.tmx.writer import PropertyValue
from game.sim.level import Surface
from tools.maps import training_remarks
from tools.maps.land import Dune, Land, Point, cliff, scatter
from tools.maps.tiles import paint

WIDTH: Final = 60
HEIGHT: Final = 40
FOOT: Final = 6
"""The row of the cliff's foot; below it the ground is open."""
GATE_TILES: Final = (4, 5)

Members = Mapping[str, PropertyValue]
_SIZES: Final = {
    "rock/big": (2, 2), "rock/wide": (3, 2), "rock/small": (1, 1), "ruin/tall": (3, 2),
    "ruin/long": (3, 1), "ruin/block": (1, 1), "ruin/stump": (1, 1), "house/round": (4, 5),
    "wall/pillar": (2, 5),
}  # fmt: skip
"""How many tiles the stamps take whose names begin so."""


@dataclass(frozen=True)
class Thing:
    """An object: its class, its name, its place, its members, and where it walks from there."""

    class_name: str
    name: str
    at: Point
    members: Members = field(default_factory=dict)
    way: tuple[Point, ...] = ()
    loop: bool = True
    pause: float = 2
    """Seconds of rest at each point of its way."""


@dataclass(frozen=True)
class Ground:
    """One training ground."""

    start: Point
    goals: tuple[tuple[str, str], ...]
    """What is asked, in order: the kind of goal and the name of what is meant."""
    lessons: tuple[Point, ...]
    """Where something is remarked: ``training_<map>_1``, ``_2`` and so on."""
    things: tuple[Thing, ...]
    seed: int
    """What chance strews, and how the rims of floors are torn, hangs on this alone."""
    gate: int = 6
    """First column of the shut gate in the cliff, between two lamps."""
    stones: tuple[tuple[str, tuple[int, int]], ...] = ()
    floors: tuple[tuple[Point, Point, Surface], ...] = ()
    """Ragged ovals: middle, half width and half height, surface."""
    path: tuple[Point, ...] = ()
    """A trodden road."""
    dunes: tuple[Dune, ...] = ()
    plants: tuple[tuple[int, int], ...] = ()
    """Bushes to crouch behind."""
    nooks: tuple[tuple[int, int], ...] = ()
    """Thickets to lie still in."""
    facing: str = "east"
    night: Members = field(default_factory=lambda: {"first_gust": -1, "storms": 0})


def draw(name: str, folder: Path) -> Path:
    """Draw a ground into the folder of maps; its path."""
    ground = TRAINING_MAPS[name]
    land = _land(ground)
    drawing = MapDrawing(WIDTH, HEIGHT, **ground.night)
    paint(drawing, land, folder, "../")
    for number, dune in enumerate(land.dunes, start=1):
        drawing.line("Crest", f"dune_{number}", dune.points, height=dune.height)
    drawing.point("Start", "start", ground.start, facing=ground.facing)
    for thing in ground.things:
        members = dict(thing.members)
        if thing.way:
            members["route"] = drawing.line(
                "Route", f"{thing.name}_way", (thing.at, *thing.way),
                loop=thing.loop, pause=thing.pause,
            )
        drawing.point(thing.class_name, thing.name, thing.at, **members)
    for number, x in enumerate((ground.gate - 1, ground.gate + 5), start=1):
        drawing.point("Light", f"gate_lamp_{number}", (x, FOOT - 0.5), radius=4)
    for number, (kind, target) in enumerate(ground.goals, start=1):
        meant = next(thing.at for thing in ground.things if thing.name == target)
        drawing.point("Goal", f"goal_{number}", meant, kind=kind, target=drawing.id_of(target))
    for number, at in enumerate(ground.lessons, start=1):
        drawing.point("Note", f"lesson_{number}", at, text=f"training_{name}_{number}")
    start_x, start_y = ground.start
    drawing.box("Thought", "idea", (start_x - 2, start_y - 2), (4, 4), text=f"training_{name}_text")
    drawing.box("Landmark", name, (0, FOOT + 1), (WIDTH, HEIGHT - FOOT - 1),
                text=f"training_{name}_title")  # fmt: skip
    for number, (x, y) in enumerate(land.nooks, start=1):
        drawing.point("HidingPlace", f"nook_{number}", (x + 0.5, y + 0.5))
    for number, (x, y) in enumerate(land.shrubs, start=1):
        drawing.point("Cover", f"shrub_{number}", (x + 0.5, y + 0.5))
    training_remarks.write(drawing, name)
    path = folder / "training" / f"{name}.tmx"
    path.parent.mkdir(exist_ok=True)
    drawing.save(path)
    return path


def _land(ground: Ground) -> Land:
    land = Land(WIDTH, HEIGHT)
    for middle, radii, surface in ground.floors:
        land.patch(middle, radii, surface, ground.seed)
    if ground.path:
        land.path(ground.path, Surface.ROAD)
    cliff(land, 0, WIDTH, FOOT, 2)
    land.stamp("gate", (ground.gate, FOOT - 4), GATE_TILES)
    land.keep_free((0, 0, WIDTH, FOOT + 2))
    land.keep_free((ground.gate - 1, FOOT, 6, 4))
    for name, (x, y) in ground.stones:
        size = next(size for begin, size in _SIZES.items() if name.startswith(begin))
        land.stamp(name, (x, y), size)
        land.keep_free((x - 1, y - 1, size[0] + 2, size[1] + 2))
    for at in (ground.start, *ground.lessons, *(thing.at for thing in ground.things)):
        land.keep_free((int(at[0]) - 2, int(at[1]) - 2, 5, 5))
    for thing in ground.things:
        points = (thing.at, *thing.way)
        for start, end in pairwise((*points, points[0]) if thing.loop else points):
            land.keep_line_free(start, end)
    land.dunes += ground.dunes
    land.shrubs += ground.plants
    land.nooks += ground.nooks
    for x, y in (*ground.plants, *ground.nooks):
        land.keep_free((x - 1, y - 1, 3, 3))
    scatter(land, (1, FOOT + 2, WIDTH - 2, HEIGHT - FOOT - 3), ground.seed)
    return land


def _stone(name: str, at: Point, order: int = 1) -> Thing:
    """A stone of a round, to be reached."""
    return Thing("Marker", name, at, {"order": order})


TRAINING_MAPS: Final[dict[str, Ground]] = {
    # Two go round a long dune, half a round apart. Cross behind the one and before the other.
    "gaits": Ground(
        seed=11,
        gate=18,
        start=(4.5, 31.5),
        goals=(("reach", "the_split_rock"), ("reach", "the_far_stone")),
        lessons=((8.5, 30.5), (17.5, 26.5), (29.5, 23.5), (44.5, 16.5)),
        things=(
            Thing("Note", "the_split_rock", (30.5, 25.5)),
            _stone("the_far_stone", (54.5, 11.5)),
            Thing(
                "Rogue", "the_walker", (20.5, 12.5), {"facing": "east"},
                ((39.5, 11.5), (43.5, 22.5), (40.5, 34.5), (20.5, 35.5)),
            ),
            Thing(
                "Rogue", "his_shadow", (20.5, 35.5), {"facing": "north"},
                ((20.5, 12.5), (39.5, 11.5), (43.5, 22.5), (40.5, 34.5)),
            ),
        ),
        stones=(
            ("rock/big/0", (28, 26)), ("rock/big/2", (31, 26)), ("rock/small/1", (30, 28)),
            ("rock/wide/0", (13, 27)), ("rock/small/0", (16, 24)), ("rock/wide/1", (46, 18)),
            ("rock/big/3", (36, 16)), ("ruin/long", (47, 27)), ("ruin/stump", (52, 24)),
            ("rock/small/2", (25, 18)), ("rock/big/1", (55, 32)), ("ruin/block/0", (49, 14)),
        ),
        floors=(
            ((30, 26), (5, 3), Surface.ROCK), ((12, 14), (7, 4), Surface.SOFT),
            ((52, 34), (6, 3), Surface.SOFT), ((50, 12), (5, 3), Surface.HARDPAN),
        ),
        path=((0, 32), (6, 32), (13, 31)),
        dunes=(
            Dune([(38, 12), (34, 17), (29, 21), (26, 26), (24, 31)], 6),
            Dune([(60, 20), (55, 24), (51, 29), (49, 36)], 5),
            Dune([(16, 8), (12, 12), (8, 18), (6, 24)], 5),
        ),
        plants=((21, 25), (34, 29), (45, 15)),
        nooks=((33, 19),),
    ),
    # A tracker's beat lies between her and the other side. Rock keeps no prints, wind takes them.
    "prints": Ground(
        seed=12,
        gate=6,
        start=(4.5, 25.5),
        goals=(("reach", "the_bare_rock"), ("reach", "the_east_stone")),
        lessons=((8.5, 24.5), (19.5, 13.5), (21.5, 32.5), (41.5, 14.5)),
        things=(
            Thing("Note", "the_bare_rock", (29.5, 12.5)),
            _stone("the_east_stone", (54.5, 25.5)),
            Thing(
                "Rogue", "the_tracker", (30.5, 20.5), {"facing": "south"},
                ((29.5, 35.5), (30.5, 10.5)), loop=False, pause=4,
            ),
        ),
        stones=(
            ("ruin/tall/0", (20, 10)), ("ruin/stump", (25, 15)), ("ruin/long", (34, 9)),
            ("ruin/block/1", (37, 14)), ("rock/wide/0", (13, 20)), ("rock/big/1", (45, 20)),
            ("rock/small/0", (16, 31)), ("rock/big/3", (50, 33)), ("rock/small/3", (9, 35)),
        ),
        floors=(
            ((29, 12), (13, 4), Surface.ROCK), ((14, 32), (6, 4), Surface.SOFT),
            ((46, 30), (7, 4), Surface.GRAVEL), ((8, 14), (5, 3), Surface.HARDPAN),
        ),
        dunes=(
            Dune([(26, 24), (22, 28), (18, 32), (15, 38)], 6),
            Dune([(44, 24), (39, 28), (36, 33), (35, 39)], 6),
            Dune([(60, 12), (55, 15), (51, 18), (49, 22)], 4),
        ),
        plants=((24, 18), (38, 18), (19, 24)),
        nooks=((42, 16),),
        night={"first_gust": 14, "storms": 0, "gust": 37},
    ),
    # Water in the light of two lamps, and a sentry over it. What he hears and misses moves him.
    "lamps": Ground(
        seed=13,
        gate=50,
        start=(4.5, 25.5),
        goals=(("reach", "the_water"), ("reach", "the_quiet_stone")),
        lessons=((8.5, 24.5), (17.5, 27.5), (21.5, 21.5), (38.5, 27.5)),
        things=(
            Thing("Item", "the_water", (30.5, 26.5), {"text": "water"}),
            _stone("the_quiet_stone", (54.5, 16.5)),
            Thing("Light", "west_lamp", (25.5, 24.5), {"radius": 4}),
            Thing("Light", "east_lamp", (35.5, 24.5), {"radius": 4}),
            Thing("Rogue", "the_sentry", (30.5, 20.5), {"facing": "south"}),
            Thing("Item", "pebbles_1", (11.5, 28.5), {"text": "pebble"}),
            Thing("Item", "pebbles_2", (41.5, 29.5), {"text": "pebble"}),
        ),
        stones=(
            ("ruin/tall/0", (26, 14)), ("ruin/tall/1", (30, 14)), ("ruin/tall/0", (34, 14)),
            ("ruin/stump", (38, 17)), ("ruin/block/1", (29, 27)), ("ruin/block/2", (32, 27)),
            ("ruin/long", (19, 25)), ("ruin/stump", (23, 28)), ("ruin/tall/1", (25, 30)),
            ("ruin/long", (29, 30)), ("ruin/tall/0", (33, 30)), ("ruin/stump", (38, 28)),
            ("ruin/long", (38, 22)), ("house/round_dark", (46, 8)), ("rock/wide/1", (12, 15)),
            ("rock/big/0", (48, 30)), ("rock/small/1", (19, 20)), ("rock/big/2", (55, 24)),
        ),
        floors=(
            ((30, 23), (9, 7), Surface.HARDPAN), ((22, 16), (5, 4), Surface.GRAVEL),
            ((30, 35), (12, 3), Surface.GRAVEL), ((50, 24), (6, 4), Surface.SOFT),
        ),
        path=((0, 25), (8, 25), (14, 26)),
        dunes=(
            Dune([(18, 8), (14, 10), (10, 13), (7, 19)], 4),
            Dune([(60, 26), (55, 29), (51, 33), (49, 40)], 5),
        ),
        plants=((17, 24), (42, 25), (14, 29)),
        nooks=((43, 20),),
    ),
    # Two lie in wait along a road: the first is drawn out and thrown, the second passed in silence.
    "lure": Ground(
        seed=14,
        gate=30,
        start=(4.5, 24.5),
        goals=(("reach", "the_ruin"), ("reach", "the_lonely_stone")),
        lessons=((9.5, 23.5), (15.5, 25.5), (27.5, 22.5), (37.5, 19.5)),
        things=(
            Thing("Note", "the_ruin", (28.5, 23.5)),
            _stone("the_lonely_stone", (54.5, 14.5)),
            Thing("Ambusher", "the_first", (19.5, 20.5), {"facing": "south"}),
            Thing("Ambusher", "the_second", (42.5, 22.5), {"facing": "north"}),
            Thing("Item", "find_1", (30.5, 27.5), {"text": "water"}),
        ),
        stones=(
            ("rock/wide/0", (14, 17)), ("rock/big/1", (23, 28)), ("rock/small/2", (27, 27)),
            ("ruin/tall/0", (27, 20)), ("ruin/stump", (31, 21)), ("rock/wide/1", (36, 25)),
            ("rock/big/2", (46, 11)), ("rock/big/0", (50, 26)), ("rock/small/0", (34, 15)),
        ),
        floors=(
            ((29, 24), (5, 3), Surface.HARDPAN), ((12, 33), (7, 4), Surface.SOFT),
            ((50, 34), (6, 3), Surface.SOFT), ((36, 12), (6, 3), Surface.GRAVEL),
        ),
        path=((0, 24), (12, 24), (20, 23), (29, 23), (38, 19), (46, 17), (58, 15)),
        dunes=(
            Dune([(24, 13), (20, 16), (16, 20), (13, 26)], 5),
            Dune([(48, 18), (44, 20), (40, 24), (37, 30)], 5),
            Dune([(34, 28), (29, 31), (25, 35), (23, 41)], 6),
        ),
        plants=((25, 25), (33, 20), (48, 20)),
        nooks=((31, 18),),
    ),
    # A guard and his own kunai: kneel, cut, and learn the flow while he talks.
    "healing": Ground(
        seed=16,
        gate=38,
        start=(9.5, 28.5),
        goals=(("heal", "the_guard"),),
        lessons=((14.5, 25.5), (24.5, 18.5), (33.5, 13.5)),
        things=(
            Thing("Wounded", "the_guard", (37.5, 11.5), {"operation": "guard"}),
            Thing("Light", "his_lantern", (35.5, 10.5), {"radius": 4, "kind": "lantern"}),
            Thing("Item", "his_bottle", (39.5, 12.5), {"text": "water"}),
        ),
        stones=(
            ("rock/big/0", (46, 18)), ("rock/wide/1", (18, 31)), ("rock/small/0", (28, 22)),
            ("ruin/long", (48, 11)), ("ruin/stump", (31, 9)), ("rock/big/2", (6, 14)),
            ("rock/small/1", (43, 13)), ("ruin/block/1", (20, 12)), ("rock/wide/0", (50, 30)),
        ),
        floors=(
            ((38, 11), (7, 3), Surface.HARDPAN), ((12, 32), (6, 4), Surface.SOFT),
            ((48, 26), (6, 3), Surface.GRAVEL),
        ),
        path=((0, 29), (9, 28), (20, 22), (30, 15), (40, 9)),
        dunes=(
            Dune([(28, 12), (24, 14), (20, 18), (17, 24)], 5),
            Dune([(58, 16), (53, 19), (49, 23), (47, 29)], 5),
            Dune([(34, 24), (30, 27), (26, 31), (24, 38)], 6),
        ),
        plants=((42, 16), (26, 21)),
    ),
    # Three are out there: one walks, one is no man, one does not stir. Feel which is which.
    "sensing": Ground(
        seed=15,
        gate=12,
        start=(4.5, 21.5),
        goals=(("reach", "the_listening_rock"), ("sense", "the_sleeper")),
        lessons=((8.5, 20.5), (19.5, 22.5), (29.5, 24.5)),
        things=(
            Thing("Note", "the_listening_rock", (20.5, 23.5)),
            Thing("Ambusher", "the_sleeper", (49.5, 31.5), {"facing": "west"}),
            Thing(
                "Rogue", "the_prowler", (38.5, 10.5), {"facing": "east"},
                ((52.5, 11.5), (50.5, 18.5), (40.5, 16.5)),
            ),
            Thing("SandSnake", "the_snake", (33.5, 34.5)),
        ),
        stones=(
            ("rock/big/0", (19, 25)), ("rock/big/3", (21, 25)), ("rock/small/1", (18, 24)),
            ("rock/wide/1", (42, 22)), ("rock/small/0", (29, 16)), ("ruin/long", (12, 14)),
            ("ruin/stump", (16, 12)), ("rock/big/2", (55, 25)), ("rock/wide/0", (8, 33)),
        ),
        floors=(
            ((20, 24), (4, 3), Surface.ROCK), ((33, 34), (8, 4), Surface.HARDPAN),
            ((46, 13), (8, 4), Surface.SOFT), ((10, 13), (6, 3), Surface.GRAVEL),
        ),
        dunes=(
            Dune([(38, 16), (34, 19), (30, 24), (28, 30)], 5),
            Dune([(54, 24), (49, 27), (45, 31), (43, 38)], 6),
            Dune([(18, 26), (14, 29), (11, 33), (9, 39)], 4),
        ),
        plants=((24, 21), (36, 22)),
        nooks=((26, 27),),
    ),
}

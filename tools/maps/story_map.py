"""Draws ``maps/suna.tmx``: the village in the north-east, the round about it, the long way west.

Everything that was decided about the place is a table here; people go on from there in Tiled.
"""

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Final

from game.content.drawing import MapDrawing
from game.sim.level import Surface
from tools.maps.land import Dune, Land, Point, cliff, gate, house, raise_dunes, scatter
from tools.maps.tiles import paint

WIDTH: Final = 384
HEIGHT: Final = 192
SEED: Final = 372

BODY: Final = (46.5, 118.5)
WEST_EDGE: Final = 258

MARKERS: Final[tuple[tuple[str, Point], ...]] = (
    ("east_stone", (366, 100)),
    ("south_stone", (334, 162)),
    ("flat_stone", (288, 174)),
    ("west_stone", (284, 122)),
    ("north_stone", (304, 76)),
)
ROUND_PATH: Final[tuple[Point, ...]] = (
    (339, 53), (341, 66), (356, 80), (365, 99), (358, 124), (344, 146), (335, 161), (312, 172),
    (289, 173), (276, 156), (282, 136), (285, 121), (288, 100), (302, 78), (318, 66), (338, 57),
)
LANE: Final[tuple[Point, ...]] = ((358, 9), (357, 22), (350, 30), (341, 36), (339, 44), (339, 53))

WALL_FOOT: Final = 52
WALL_BACK: Final = 2
GATE_LEFT: Final = 338
"""Columns 339 and 340 are the way through."""

HOUSES: Final = (
    (344, 3, 9, 7), (365, 4, 9, 7), (345, 13, 7, 6), (364, 15, 8, 6), (351, 34, 9, 6),
    (363, 26, 9, 7), (327, 13, 10, 7), (325, 25, 10, 7), (323, 37, 9, 6), (374, 15, 8, 6),
    (311, 8, 9, 7), (307, 22, 11, 7), (306, 36, 10, 6), (374, 36, 8, 6), (300, 6, 7, 6),
)  # fmt: skip
ROUND_HOUSES: Final = (
    ("house/round_lit", (346, 22)), ("house/round_dark", (319, 18)),
    ("house/round_lit", (364, 38)), ("house/round_dark", (375, 26)),
    ("house/round_dark", (301, 16)), ("house/round_lit", (317, 33)),
)  # fmt: skip

AWNINGS: Final = ((350, 42), (353, 9), (360, 11), (346, 19), (361, 21), (354, 40), (333, 20))
PENNANTS: Final = ((341, 38), (354, 13), (358, 13), (352, 20), (356, 25), (346, 28), (342, 33))
LANE_LAMPS: Final[tuple[Point, ...]] = (
    (355.5, 11.5), (361.5, 13), (354, 19), (360.5, 31.5), (344.5, 37), (336, 40.5), (334, 33),
)  # fmt: skip

SURFACES: Final[tuple[tuple[Point, Point, Surface], ...]] = (
    ((352, 88), (9, 6), Surface.SOFT),
    ((372, 112), (7, 5), Surface.SOFT),
    ((346, 136), (8, 5), Surface.GRAVEL),
    ((310, 176), (17, 9), Surface.HARDPAN),
    ((296, 158), (8, 5), Surface.SOFT),
    ((276, 140), (6, 5), Surface.GRAVEL),
    ((240, 118), (12, 8), Surface.SOFT),
    ((228, 84), (13, 6), Surface.GRAVEL),
    ((206, 150), (16, 9), Surface.SOFT),
    ((194, 92), (11, 8), Surface.ROCK),
    ((166, 120), (9, 11), Surface.GRAVEL),
    ((150, 86), (12, 7), Surface.HARDPAN),
    ((140, 150), (20, 10), Surface.SOFT),
    ((106, 126), (5, 4), Surface.QUICKSAND),
    ((122, 102), (9, 6), Surface.ROCK),
    ((92, 96), (10, 6), Surface.GRAVEL),
    ((74, 140), (12, 7), Surface.SOFT),
    ((60, 96), (8, 5), Surface.HARDPAN),
)

RUINS: Final = (
    ("ruin/tall/0", (187, 86), (3, 2)), ("ruin/tall/1", (198, 86), (3, 2)),
    ("ruin/long", (191, 97), (3, 1)), ("ruin/block/0", (195, 97), (1, 1)),
    ("ruin/stump", (203, 92), (1, 1)), ("ruin/stump", (206, 95), (1, 1)),
    ("ruin/block/1", (186, 92), (1, 1)), ("ruin/tall/0", (118, 98), (3, 2)),
    ("ruin/tall/1", (126, 97), (3, 2)), ("ruin/stump", (117, 104), (1, 1)),
    ("ruin/stump", (121, 107), (1, 1)), ("ruin/long", (124, 107), (3, 1)),
    ("ruin/block/2", (130, 103), (1, 1)), ("ruin/long", (233, 112), (3, 1)),
    ("ruin/block/0", (226, 122), (1, 1)), ("ruin/long", (66, 112), (3, 1)),
    ("rock/wide/0", (52, 121), (3, 2)), ("rock/big/1", (41, 113), (2, 2)),
)  # fmt: skip

# The rounds of the night's first half lie along the straight ways from marker to marker: whoever
# looks about can go round them, whoever does not walks into them.
ROUTES: Final[dict[str, tuple[Point, ...]]] = {
    "round_patrol": ((347, 68), (354, 79), (361, 91), (356, 85), (350, 76)),
    "rogue_prowl": ((356, 119), (349, 132), (341, 147), (345, 143), (352, 130)),
    "north_beat": ((290, 107), (296, 95), (302, 82), (298, 87), (293, 98)),
    "gate_beat": ((324, 62), (317, 67), (310, 72), (314, 70), (321, 65)),
    "bones_prowl": ((228, 104), (240, 116), (232, 130), (218, 118)),
    "ruin_watch": ((186, 100), (208, 83), (209, 99)),
    "pass_prowl": ((164, 104), (156, 120), (168, 130)),
    "last_prowl": ((72, 100), (80, 122), (72, 142), (63, 130), (63, 108)),
    "cutters_way": (
        (56, 117), (84, 110), (112, 113), (150, 112), (184, 110), (214, 112), (246, 106), (256, 96),
    ),
    "doubled_1": ((262, 70), (270, 88), (258, 100)),
    "doubled_2": ((252, 120), (266, 132), (256, 146)),
    "doubled_3": ((292, 88), (306, 100), (296, 118)),
    "doubled_4": ((312, 64), (326, 76), (316, 90)),
    "doubled_5": ((300, 140), (318, 150), (306, 160)),
}  # fmt: skip
STRAIGHT_HOME: Final[dict[str, tuple[Point, ...]]] = {
    "doubled_6": ((208.5, 60.5), (216.5, 70.5), (222.5, 82.5)),
    "doubled_7": ((145.5, 62.5), (156.5, 74.5), (146.5, 84.5)),
}
"""Rounds across the straight way home, laid over country as it was strewn without them."""

SNAKES: Final[tuple[Point, ...]] = ((311, 168), (136, 150), (148, 82))
NEST: Final[tuple[Point, Point]] = ((178, 146), (180, 144))
"""The eggs, and their mother."""
FINDS: Final[tuple[tuple[Point, str], ...]] = (
    ((342.5, 58.5), "pebble"), ((350, 152), "kunai"), ((268, 150), "pebble"),
    ((195, 90), "water"), ((123, 102), "kunai"), ((94, 98), "pebble"),
)  # fmt: skip
BOULDERS: Final[tuple[Point, ...]] = ((168.5, 112.5), (160.5, 126.5), (272.5, 152.5))

GREAT_DUNES: Final = (
    Dune([(64, 96), (55, 104), (46, 110), (38, 120), (34, 132)], 7),
    Dune([(296, 104), (288, 111), (279, 115), (273, 124), (270, 134)], 7),
    Dune([(266, 84), (257, 92), (249, 98), (243, 108), (239, 118)], 6),
    Dune([(182, 120), (172, 128), (164, 136), (158, 148)], 6),
)

THOUGHTS: Final[tuple[tuple[str, Point], ...]] = (
    ("thought_01", (348, 26)), ("thought_05", (344, 68)), ("thought_13", (360, 112)),
    ("thought_09", (324, 168)), ("thought_16", (280, 148)), ("thought_11", (244, 104)),
    ("thought_07", (204, 124)), ("thought_18", (144, 112)), ("thought_14", (88, 112)),
    ("thought_03", (214, 74)), ("thought_19", (120, 74)), ("thought_20", (250, 70)),
)


def draw(folder: Path) -> Path:
    """Draw the map into the folder of maps; its path."""
    land = _land()
    _strew(land)
    drawing = MapDrawing(
        WIDTH, HEIGHT, story=True, clock="20:00", first_gust=24, storms=2, gust=37
    )
    paint(drawing, land, folder)
    for number, dune in enumerate(land.dunes, start=1):
        drawing.line("Crest", f"dune_{number}", dune.points, height=dune.height)
    _village(drawing)
    _round(drawing)
    _west(drawing)
    _home(drawing, range(1, 6))
    _places(drawing, land)
    for number, at in enumerate(LANE_LAMPS, start=1):
        drawing.point("Light", f"lane_lamp_{number}", at, radius=4)
    _home(drawing, range(6, 8))
    path = folder / "suna.tmx"
    drawing.save(path)
    return path


def _land() -> Land:
    land = Land(WIDTH, HEIGHT)
    for at, radii, surface in SURFACES:
        land.patch(at, radii, surface, SEED)
    land.path(ROUND_PATH, Surface.ROAD)
    land.surface[0:48, 299:384] = Surface.HARDPAN
    land.path(LANE, Surface.ROAD, 2)
    cliff(land, 296, WIDTH, WALL_FOOT, WALL_BACK)
    gate(land, GATE_LEFT, WALL_FOOT, WALL_BACK)
    for y in range(0, WALL_FOOT - 5, 2):
        land.stamp("wall/run", (296, y), (2, 2))
    for box in HOUSES:
        house(land, box, SEED)
    for name, at in ROUND_HOUSES:
        land.stamp(name, at, (4, 5))
    for at in AWNINGS:
        land.hang("awning", at, (3, 2))
    for at in PENNANTS:
        land.hang("pennants", at, (4, 1))
    land.keep_free((296, 0, 88, 54))
    land.keep_free((328, 53, 26, 12))
    land.keep_free((296, 166, 28, 18))
    for _, (mark_x, mark_y) in MARKERS:
        land.keep_free((int(mark_x) - 4, int(mark_y) - 4, 9, 9))
    land.keep_free((int(BODY[0]) - 4, int(BODY[1]) - 3, 10, 8))
    for spot_x, spot_y in (*SNAKES, *NEST, *(at for at, _ in FINDS), *BOULDERS):
        land.keep_free((int(spot_x) - 2, int(spot_y) - 2, 5, 5))
    for name, (x, y), size in RUINS:
        land.stamp(name, (x, y), size)
        land.keep_free((x - 1, y - 1, size[0] + 2, size[1] + 2))
    for points in ROUTES.values():
        for start, end in pairwise((*points, points[0])):
            land.keep_line_free(start, end)
    land.dunes += GREAT_DUNES
    for dune in GREAT_DUNES:
        for bend_x, bend_y in dune.points:
            land.keep_free((int(bend_x) - 5, int(bend_y) - 5, 11, 11))
    return land


def _strew(land: Land) -> None:
    raise_dunes(land, (4, 4, 286, 184), SEED)
    raise_dunes(land, (290, 64, 92, 124), SEED + 1)
    scatter(land, (2, 2, 290, 188), SEED)
    scatter(land, (292, 56, 90, 134), SEED + 1)


def _village(drawing: MapDrawing) -> None:
    drawing.point("Start", "start", (358.5, 9.5), facing="south")
    drawing.box("Gate", "gate", (338, 48), (4, 5))
    drawing.point("Register", "register", (343.5, 45.5))
    drawing.point("Guard", "gate_guard", (337.5, 45.5), facing="southeast")
    drawing.point("Child", "child_1", (348.5, 34.5), facing="west")
    drawing.point("Child", "child_2", (349.5, 35.5), facing="west")
    drawing.point("Child", "child_3", (350.5, 34.5), facing="southwest")
    for number, at in enumerate(((337, 51.5), (343, 51.5), (352, 30), (349, 43), (361, 24))):
        drawing.point("Light", f"lamp_{number + 1}", at, radius=5 if number < 2 else 4)
    drawing.box("Landmark", "village", (299, 0), (85, 48))


def _round(drawing: MapDrawing) -> None:
    for order, (name, at) in enumerate(MARKERS, start=1):
        drawing.point("Marker", name, at, order=order)
    beat = drawing.line("Route", "round_patrol", ROUTES["round_patrol"], pause=2)
    drawing.point("Patrol", "patrol_1", (347, 68), route=beat, squad=1)
    drawing.point("Patrol", "patrol_2", (345.5, 68), route=beat, squad=1)
    north = drawing.line("Route", "north_beat", ROUTES["north_beat"], pause=2)
    drawing.point("Patrol", "patrol_3", (290, 107), route=north, squad=7)
    drawing.point("Patrol", "patrol_4", (288.5, 107), route=north, squad=7)
    gate_beat = drawing.line("Route", "gate_beat", ROUTES["gate_beat"], pause=2)
    drawing.point("Patrol", "patrol_5", (324, 62), route=gate_beat, squad=8)
    drawing.point("Patrol", "patrol_6", (322.5, 62), route=gate_beat, squad=8)
    prowl = drawing.line("Route", "rogue_prowl", ROUTES["rogue_prowl"], pause=2)
    drawing.point("Rogue", "rogue_1", (356, 119), route=prowl, squad=2)
    drawing.point("Rogue", "rogue_2", (357.5, 119), route=prowl, squad=2)
    drawing.point("SandSnake", "flat_snake", SNAKES[0])
    drawing.point("Ambusher", "bait_1", (285, 150), squad=3)
    drawing.point("Ambusher", "bait_2", (286, 157), squad=3)


def _west(drawing: MapDrawing) -> None:
    drawing.box("West", "west", (0, 0), (WEST_EDGE, HEIGHT))
    bones = drawing.line("Route", "bones_prowl", ROUTES["bones_prowl"], pause=3)
    drawing.point("Rogue", "rogue_3", (228, 104), route=bones, squad=4)
    drawing.point("Rogue", "rogue_4", (229.5, 104), route=bones, squad=4)
    ruin = drawing.line("Route", "ruin_watch", ROUTES["ruin_watch"], pause=4)
    drawing.point("Rogue", "rogue_5", (186, 100), route=ruin, squad=5)
    drawing.point("Rogue", "rogue_6", (187.5, 100), route=ruin, squad=5, sensor=True)
    drawing.point("Nest", "nest", NEST[0])
    drawing.point("MotherLizard", "lizard", NEST[1], facing="east")
    drawing.point("SandSnake", "west_snake", SNAKES[1])
    drawing.point("SandSnake", "north_snake", SNAKES[2])
    pass_route = drawing.line("Route", "pass_prowl", ROUTES["pass_prowl"], pause=3)
    drawing.point("Rogue", "rogue_7", (164, 104), route=pass_route)
    drawing.box("StormZone", "pass_storm", (128, 96), (30, 44))
    drawing.box("StormZone", "home_storm", (196, 56), (26, 30))
    drawing.box("Landmark", "bones", (220, 104), (24, 26))
    drawing.box("Landmark", "ruin", (184, 82), (24, 20))
    drawing.box("Landmark", "gravel_pass", (154, 104), (22, 30))
    drawing.box("Landmark", "fallen_columns", (114, 94), (18, 18))
    away = drawing.line("Route", "cutters_way", ROUTES["cutters_way"], loop=False, pause=0)
    drawing.point("Cutter", "cutter_1", (51, 117), route=away, squad=9, delay=75)
    drawing.point("Cutter", "cutter_2", (51, 119), route=away, squad=9, delay=78)
    drawing.point("Duel", "duel", BODY)
    drawing.point("Wounded", "wounded", BODY)
    last = drawing.line("Route", "last_prowl", ROUTES["last_prowl"], pause=4)
    drawing.point("Rogue", "rogue_8", (72, 142), route=last, squad=6)
    drawing.point("Rogue", "rogue_9", (72, 143.5), route=last, squad=6)


def _home(drawing: MapDrawing, numbers: Iterable[int]) -> None:
    """The tripled patrols of the way back: near the round, and across the straight way home."""
    for number in numbers:
        name = f"doubled_{number}"
        points = (ROUTES | STRAIGHT_HOME)[name]
        beat = drawing.line("Route", name, points, pause=3)
        (x, y), _ = points[:2]
        for partner, at in enumerate(((x, y), (x + 1.5, y))):
            drawing.point(
                "Patrol", f"{name}_{partner + 1}", at,
                route=beat, squad=20 + number, after_name=True,
            )


def _places(drawing: MapDrawing, land: Land) -> None:
    for number, (x, y) in enumerate(land.nooks, start=1):
        drawing.point("HidingPlace", f"nook_{number}", (x + 0.5, y + 0.5))
    for number, (x, y) in enumerate(land.shrubs, start=1):
        drawing.point("Cover", f"shrub_{number}", (x + 0.5, y + 0.5))
    for text, (middle_x, middle_y) in THOUGHTS:
        drawing.box("Thought", text, (middle_x - 5, middle_y - 5), (11, 11), text=text)
    for number, (at, what) in enumerate(FINDS, start=1):
        drawing.point("Item", f"find_{number}", at, text=what)
    for number, at in enumerate(BOULDERS, start=1):
        drawing.point("Boulder", f"boulder_{number}", at)

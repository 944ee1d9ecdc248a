"""What a map of this game becomes, and what the game's own rules refuse or doubt."""

import sys
from pathlib import Path

import numpy as np
import pytest

from game.content import MapError, load_level, load_map
from game.content.check import check_map
from game.core.units import TILE_SUB
from game.sim.level import Area, GoalKind, Kind, Level, Spot, Surface, Wall
from tests.content.map_texts import (
    SAND,
    START,
    layer_text,
    map_text,
    object_text,
    objects_text,
    property_text,
    write_map,
)

BOX = 'x="16" y="16" width="32" height="16"'
LINE = '<polyline points="0,0 30,0 30,15.5"/>'


def load(folder: Path, body: str, *, start: str = START, night: str = "") -> Level:
    return load_level(write_map(folder, whole(body, start=start, night=night)))


def whole(body: str, *, start: str = START, night: str = "") -> str:
    properties = f"<properties>{night}</properties>" if night else ""
    return map_text(properties + SAND + "\n" + objects_text(start) + "\n" + body)


def first_error(folder: Path, body: str, *, start: str = START, night: str = "") -> str:
    with pytest.raises(MapError) as caught:
        load(folder, body, start=start, night=night)
    return str(caught.value).removeprefix((folder / "map.tmx").as_posix())


def test_ground_and_walls_become_surfaces_and_walls(tmp_path: Path) -> None:
    body = (
        layer_text("1 2 3 4\n5 6 7 8\n0 0 0 0") + layer_text("0 0 0 0\n0 0 0 0\n9 10 0 0", "walls")
        + objects_text(START)
    )
    level = load_level(write_map(tmp_path, map_text(body)))

    assert level.surface.tolist() == [
        [Surface.SAND, Surface.SOFT, Surface.QUICKSAND, Surface.HARDPAN],
        [Surface.GRAVEL, Surface.ROCK, Surface.ROAD, Surface.SCRUB], [0, 0, 0, 0],
    ]
    assert level.walls.tolist() == [[0] * 4, [0] * 4, [Wall.LOW, Wall.HIGH, 0, 0]]


def test_nobody_can_write_into_a_level(tmp_path: Path) -> None:
    level = load(tmp_path, "")

    for grid in (level.surface, level.walls, level.heights, level.crest_tiles):
        with pytest.raises(ValueError, match="read-only"):
            grid[0, 0] = 1


def test_a_patrol_knows_its_route_partner_and_time(tmp_path: Path) -> None:
    level = load(tmp_path, objects_text(
        object_text(9, "Patrol", property_text("route", "4", "object"),
                    property_text("facing", "west"), property_text("squad", "2", "int"),
                    property_text("delay", "1.5", "float"),
                    property_text("sensor", "true", "bool"),
                    property_text("after_name", "true", "bool"))
        + object_text(4, "Route", property_text("loop", "false", "bool"),
                      property_text("pause", "2", "float"), inside=LINE, place='x="8" y="8"')
    ))
    patrol, route = level.actors[0], level.routes[0]

    assert (patrol.kind, patrol.heading, patrol.squad) == (Kind.PATROL, 512, 2)
    assert (patrol.delay_ticks, patrol.sensor, patrol.after_name) == (90, True, True)
    assert level.route(patrol.route) == route
    assert (route.loop, route.pause_ticks) == (False, 120)
    assert route.points == ((2048, 2048), (38 * 256, 2048), (38 * 256, 6016))


def test_places_zones_lights_and_goals_are_read(tmp_path: Path) -> None:
    level = load(tmp_path, objects_text(
        object_text(2, "Marker", property_text("order", "3", "int"))
        + object_text(3, "Signature", property_text("kind", "fluctuating"),
                      property_text("strength", "300", "int"), property_text("seems", "third"))
        + object_text(5, "Trigger", property_text("when", "time"), property_text("then", "gust"),
                      property_text("amount", "4", "int"), inside="", place=BOX)
        + object_text(6, "WindZone", property_text("toward", "90", "float"), inside="", place=BOX)
        + object_text(7, "Light", property_text("radius", "2.5", "float"),
                      property_text("kind", "fire"))
        + object_text(8, "Goal", property_text("target", "1", "object"))
    ))
    marker, signature = level.places_of(Spot.MARKER)[0], level.places_of(Spot.SIGNATURE)[0]

    assert (marker.x, marker.y, marker.order, marker.width) == (6144, 6144, 3, TILE_SUB)
    assert (signature.text, signature.strength, signature.seems) == ("fluctuating", 300, "third")
    trigger, wind = level.zones_of(Area.TRIGGER)[0], level.zones_of(Area.WIND)[0]
    assert (trigger.x, trigger.width, trigger.height) == (4096, 8192, 4096)
    assert (trigger.when, trigger.then, trigger.amount) == ("time", "gust", 240)
    assert wind.amount == 256
    assert (level.lights[0].radius, level.lights[0].kind) == (TILE_SUB * 5 // 2, "fire")
    assert (level.goals[0].kind, level.goals[0].target) == (GoalKind.REACH, "start")


def test_the_night_is_set_by_the_map(tmp_path: Path) -> None:
    night = load(tmp_path, "", night=(
        property_text("wind_x", "1", "int") + property_text("wind_y", "1", "int")
        + property_text("gust", "180", "float") + property_text("first_gust", "2.5", "float")
        + property_text("storms", "0", "int") + property_text("clock", "21:30")
    )).conditions

    assert (night.wind, night.gust_heading, night.first_gust_ticks) == ((1, 1), 512, 150)
    assert (night.storms, night.clock_minutes, night.story) == (0, 21 * 60 + 30, False)


def test_a_clock_after_midnight_is_late_in_the_night(tmp_path: Path) -> None:
    night = load(tmp_path, "", night=property_text("clock", "04:30")).conditions

    assert night.clock_minutes == (24 + 4) * 60 + 30


def test_gusts_follow_the_wind_unless_the_map_says_otherwise(tmp_path: Path) -> None:
    assert load(tmp_path, "").conditions.gust_heading == 105


def test_crests_raise_the_ground_and_hide(tmp_path: Path) -> None:
    line = '<polyline points="300,0 200,60 100,120 0,200"/>'
    crest = object_text(3, "Crest", property_text("height", "6", "int"), inside=line,
                        place='x="60" y="60"')
    rows = "\n".join(["1 " * 30] * 20)
    body = layer_text(rows) + objects_text(START + crest)
    level = load_level(write_map(tmp_path, map_text(body, width=30, height=20)))

    assert level.heights.shape == (40, 60)
    assert int(level.heights.max()) > 4 * 256
    assert level.crest_tiles.any()
    assert level.crests[0].points[1] == (260, 120)


def test_a_map_tells_the_same_whatever_order_its_layers_have(tmp_path: Path) -> None:
    walls = layer_text("0 0 0 0\n0 0 0 0\n9 10 0 0", "walls")
    objects = objects_text(START + object_text(7, "Rogue") + object_text(3, "Rogue"))
    one = load_level(write_map(tmp_path, map_text(SAND + walls + objects)))
    other = load_level(write_map(tmp_path, map_text(objects + walls + SAND), "other.tmx"))

    assert one.digest == other.digest
    assert [each.id for each in one.actors] == [3, 7]


CHANGES = {
    "somebody moved": ('x="24"', 'x="24.01"'),
    "a tile": ("1,1,1,1,\n1", "1,1,1,2,\n1"),
    "a name": ('type="Rogue"', 'type="Rogue" name="r"'),
    "a property": (property_text("squad", "1", "int"), property_text("squad", "2", "int")),
    "a map property": (property_text("storms", "1", "int"), property_text("storms", "2", "int")),
}


@pytest.mark.parametrize("what", CHANGES)
def test_the_digest_changes_with(tmp_path: Path, what: str) -> None:
    text = whole(objects_text(object_text(3, "Rogue", property_text("squad", "1", "int"))),
                 night=property_text("storms", "1", "int"))
    before, after = CHANGES[what]
    assert text.count(before) >= 1

    one = load_level(write_map(tmp_path, text))
    assert load_level(write_map(tmp_path, text.replace(before, after, 1))).digest != one.digest


def test_pictures_colours_and_hiding_do_not_change_the_digest(tmp_path: Path) -> None:
    text = whole(objects_text(object_text(3, "Rogue")))
    changed = text.replace('name="ground"', 'name="ground" visible="0" tintcolor="#ff0000"')
    changed = changed.replace("</map>", '<imagelayer id="9" name="x" class="Preview"/></map>')
    changed = changed.replace('type="Rogue"', 'visible="0" type="Rogue"')

    one = load_level(write_map(tmp_path, text))
    assert load_level(write_map(tmp_path, changed)).digest == one.digest


REFUSED = {
    "an unknown class": (object_text(3, "Patroll"), "class-unknown", "Did you mean Patrol?"),
    "a route that is none": (
        object_text(3, "Rogue", property_text("route", "1", "object")), "route-wrong",
        "which is a Start, not a Route"),
    "a route that is not there": (
        object_text(3, "Rogue", property_text("route", "99", "object")), "route-missing",
        "Pick a Route with the arrow button, or clear it."),
    "a route of one place": (
        object_text(3, "Route", inside='<polyline points="0,0 0,0"/>'), "route-short", "the same"),
    "a route as a box": (object_text(3, "Route", inside="", place=BOX), "object-shape",
                         "a polyline"),
    "a zone as a point": (object_text(3, "Talk"), "object-shape", "width and a height"),
    "a turned zone": (
        object_text(3, "Talk", inside="", place=BOX + ' rotation="30"'), "zone-turned",
        "rotation to 0"),
    "a crest that goes on for ever": (
        object_text(3, "Crest", inside='<polyline points="0,0 9000,0"/>'), "off-map",
        "150 pixels outside are enough"),
    "more dunes than can be raised": (
        object_text(3, "Crest", inside=f'<polyline points="{"0,0 1000,1000 " * 500}"/>'),
        "crests-too-long", "Draw fewer"),
    "somebody off the map": (object_text(3, "Rogue", place='x="900" y="4"'), "off-map",
                             "pixel (900, 4)"),
    "a route off the map": (
        object_text(3, "Route", inside='<polyline points="0,0 0,-90"/>'), "off-map", "off the map"),
    "a word that is not known": (
        object_text(3, "Rogue", property_text("facing", "nort")), "property-value",
        "Did you mean north?"),
    "a number out of bounds": (
        object_text(3, "Marker", property_text("order", "0", "int")), "property-range", "1 to 99"),
    "a property of another type": (
        object_text(3, "Marker", property_text("order", "1", "string")), "property-kind",
        "of type int"),
    "a second Start": (object_text(3, "Start"), "start-twice", "all but one"),
    "two Markers of one number": (object_text(3, "Marker") + object_text(4, "Marker"),
                                  "marker-order", "order 1"),
    "a goal without target": (object_text(3, "Goal"), "goal-target", "needs a target"),
    "a trigger that calls nobody": (
        object_text(3, "Trigger", property_text("then", "spawn"), place=BOX), "trigger-what",
        "must point to somebody"),
    "a trigger that opens nothing": (
        object_text(3, "Trigger", property_text("then", "goal"), place=BOX), "trigger-what",
        "must point to a Goal"),
    "one id for two": (object_text(3, "Rogue") * 2, "object-twice", "paste it again"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_the_game_refuses(tmp_path: Path, what: str) -> None:
    objects, code, words = REFUSED[what]
    said = first_error(tmp_path, objects_text(objects))

    assert said.startswith(":9: error: ")
    assert words in said
    assert said.endswith(f"[{code}]")
    assert code in [each.code for each in check_map(tmp_path / "map.tmx")]


def test_a_map_needs_a_start_outside_of_walls(tmp_path: Path) -> None:
    walls = layer_text("10 0 0 0\n0 0 0 0\n0 0 0 0", "walls")

    assert "[start-missing]" in first_error(tmp_path, "", start="")
    assert "at tile (0, 0): it stands in a wall" in first_error(tmp_path, walls)


def test_the_storys_map_needs_its_places(tmp_path: Path) -> None:
    said = first_error(tmp_path, "", night=property_text("story", "true", "bool"))

    for code in ("gate-missing", "register-missing", "wounded-missing", "marker-missing"):
        assert f"[{code}]" in said


def test_tiles_must_be_made_for_their_layer(tmp_path: Path) -> None:
    said = first_error(tmp_path, layer_text("0 1 0 0\n0 0 0 0\n0 0 0 0", "walls"))

    assert 'layer "walls" at tile (1, 0): the tile there is of class "Surface"' in said


def test_tiles_of_another_size_are_refused(tmp_path: Path) -> None:
    text = map_text(SAND).replace('tilewidth="16"', 'tilewidth="32"')

    with pytest.raises(MapError, match="32x16 pixels"):
        load_level(write_map(tmp_path, text))


def test_without_pytmx_no_map_loads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pytmx", None)

    with pytest.raises(ImportError):
        load(tmp_path, "")


def test_the_same_map_gives_the_same_level(tmp_path: Path) -> None:
    one, other = load(tmp_path, ""), load(tmp_path, "")

    assert one.digest == other.digest
    assert np.array_equal(one.heights, other.heights)


def test_the_view_gets_every_tile_with_its_picture_and_flips(tmp_path: Path) -> None:
    body = (
        layer_text("1 1 1 1\n1 1 1 1\n1 1 1 1")
        + layer_text("0 0 0 0\n0 10 0 0\n0 2147483658 0 0", "walls") + objects_text(START)
    )
    path = write_map(tmp_path, map_text(body))
    loaded = load_map(path)
    scenery = loaded.scenery
    walls = scenery.sheets_of("walls")[0].tiles
    plain, flipped = scenery.pictures[walls[1, 1]], scenery.pictures[walls[2, 1]]

    assert [sheet.name for sheet in scenery.sheets] == ["ground", "walls"]
    assert scenery.pictures[walls[0, 0]] is None
    assert plain is not None
    assert flipped is not None
    assert (plain.file.name, plain.area) == ("walls.png", (16, 0, 16, 16))
    assert (plain.flip.horizontal, flipped.flip.horizontal) == (False, True)
    assert flipped.area == plain.area
    assert path in scenery.files
    assert {file.name for file in scenery.files} >= {"ground.tsx", "suna.tiled-project"}
    assert loaded.level.width == 4

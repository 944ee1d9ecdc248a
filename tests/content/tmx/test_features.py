"""Sixty-odd things that Tiled can write into a map, one small map for each, and what it means.

A row is a map, a question and the answer. The files beside the map are the same for all rows.
"""

import json
from collections.abc import Callable
from decimal import Decimal
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest

from game.content.check import find_maps
from game.content.map_rules import used_gids
from game.content.paths import maps_folder
from game.content.tmx.by_pytmx import own_tile_facts, tile_facts
from game.content.tmx.findings import Findings
from game.content.tmx.model import (
    ClassValue,
    ImageLayer,
    MapObject,
    ObjectRef,
    TiledMap,
    TileLayer,
)
from game.content.tmx.reader import read_map
from tests.content.map_texts import png, property_text, write_map

Row = tuple[str, Callable[[TiledMap], Any], Any]
PX = 256

FILES = {
    "atlas.tsx": '<tileset name="atlas" tilewidth="16" tileheight="8" spacing="2" margin="1" '
    'tilecount="4" columns="2"><tileoffset x="3" y="-4"/><properties>'
    + property_text("by", "hand") + '</properties><image source="atlas.png" width="36" height="20" '
    'trans="ff00ff"/><tile id="1" type="Moving"><animation><frame tileid="2" duration="100"/>'
    '<frame tileid="3" duration="50"/></animation></tile><tile id="2" class="Rock"><properties>'
    + property_text("name", "odd") + property_text("width", "7", "int") + "</properties>"
    '<objectgroup><object id="1" x="0" y="0" width="4" height="4"/></objectgroup></tile></tileset>',
    "pictures.tsx": '<tileset name="pictures" tilewidth="40" tileheight="30" tilecount="2" '
    'columns="0" objectalignment="center"><tile id="2"><image source="a.png" width="40" '
    'height="30"/></tile><tile id="7" x="4" y="5" width="6" height="7"><image source="a.png" '
    'width="40" height="30"/></tile></tileset>',
    "deep/rock.tsx": '<tileset name="rock" tilewidth="20" tileheight="10" tilecount="1" '
    'columns="1"><image source="../rock.png" width="20" height="10"/><tile id="0" type="Boulder">'
    "<properties>" + property_text("weight", "9", "int") + property_text("from", "tile")
    + "</properties></tile></tileset>",
    "deep/rock.tx": '<template><tileset firstgid="1" source="rock.tsx"/><object name="rock" '
    'gid="2147483649" width="30" height="15" rotation="90"><properties>'
    + property_text("from", "template") + "</properties></object></template>",
    "lamp.tx": '<template><object name="lamp" type="Lamp" width="8" height="6"><properties>'
    + property_text("radius", "2", "int") + "</properties><ellipse/></object></template>",
    "line.tx": '<template><object><polyline points="0,0 4,4"/></object></template>',
}
CLASSES = [
    {"type": "enum", "name": "Colour", "values": ["red", "blue"], "storageType": "string"},
    {"type": "class", "name": "Pack", "members": [
        {"name": "food", "type": "int", "value": 3}, {"name": "map", "type": "file", "value": ""},
    ]},
    {"type": "class", "name": "Lamp", "members": [
        {"name": "radius", "type": "int", "value": 5},
        {"name": "lit", "type": "bool", "value": True},
        {"name": "hue", "type": "string", "propertyType": "Colour", "value": "blue"},
        {"name": "near", "type": "object", "value": 0},
        {"name": "pack", "type": "class", "propertyType": "Pack", "value": {"food": 8}},
        {"name": "warmth", "type": "float", "value": 0.5},
    ]},
]
GROUND = (
    '<layer id="1" name="ground" width="2" height="2"><data encoding="csv">1,2,3,4</data></layer>'
)


def a_map(inside: str, more: str = "", head: str = "") -> str:
    return (
        f'{head}<map version="1.10" orientation="orthogonal" width="2" height="2" tilewidth="16" '
        f'tileheight="16" {more}><tileset firstgid="1" source="ground.tsx"/>'
        '<tileset firstgid="20" source="atlas.tsx"/><tileset firstgid="30" source="pictures.tsx"/>'
        f"{inside}</map>"
    )


def obj(attributes: str = "", inside: str = "", layer: str = "") -> str:
    written = f'<object id="5" {attributes}>{inside}</object>'
    return a_map(GROUND + f'<objectgroup id="2" name="o" {layer}>{written}</objectgroup>')


def prop(text: str, attributes: str = "") -> str:
    return obj(attributes, f"<properties>{text}</properties>")


def one(tiled: TiledMap) -> MapObject:
    return tiled.objects()[0]


def own(tiled: TiledMap) -> dict[str, Any]:
    return {name: each.value for name, each in one(tiled).properties.items()}


def gids(tiled: TiledMap, layer: int = 0) -> list[list[int]]:
    found = tiled.layers[layer]
    assert isinstance(found, TileLayer)
    return [list(map(int, row)) for row in found.gids]


def passed(name: str, layer: int = 0) -> Callable[[TiledMap], Any]:
    return lambda tiled: getattr(tiled.layers[layer].passed, name)


def picture(tiled: TiledMap) -> ImageLayer:
    return next(each for each in tiled.layers if isinstance(each, ImageLayer))


def fact(gid: int, name: str) -> Callable[[TiledMap], Any]:
    return lambda tiled: attrgetter(name)(tile_facts(tiled, [gid])[gid])


def grouped(group: str, layer: str = "") -> str:
    inside = GROUND.replace("name=", f"{layer} name=")
    return a_map(f'<group id="9" {group}>{inside}</group>')


def endless(*chunks: str, more: str = "") -> str:
    body = "".join(f"<chunk {each}</chunk>" for each in chunks)
    return a_map(f'<layer id="1"><data encoding="csv">{body}</data></layer>{more}', 'infinite="1"')


CHUNKS = ('x="-16" y="0" width="2" height="1">0,7', 'x="-14" y="1" width="2" height="2">0,0,8,0')
IMAGE = '<image source="a.png" width="40" height="30"/>'

ROWS: dict[str, Row] = {
    # the file
    "a document type without inside": (
        a_map(GROUND, head='<!DOCTYPE map SYSTEM "http://mapeditor.org/dtd/1.0/map.dtd">'), gids,
        [[1, 2], [3, 4]]),
    "attributes and elements of tomorrow": (
        a_map('<editorsettings><x y="1"/></editorsettings>'
              + GROUND.replace("<layer", "<layer z='1'"), 'skewx="3"'), gids, [[1, 2], [3, 4]]),
    "a comment and a CDATA section": (
        a_map("<!-- x -->" + GROUND.replace("1,2,3,4", "<![CDATA[1,2,3,4]]>")), gids,
        [[1, 2], [3, 4]]),
    "a background colour": (
        a_map("", 'backgroundcolor="#102030"'), lambda t: t.background, "#102030"),
    "a class of the map": (a_map("", 'class="Lamp"'), lambda t: t.properties["radius"].value, 5),
    "map properties": (
        a_map(f"<properties>{property_text('a', '1', 'int')}</properties>"),
        lambda t: t.properties["a"].value, 1),
    # tiles
    "flags of a tile stay": (
        a_map(GROUND.replace("1,2", "2147483649,3758096386")), gids,
        [[0x80000001, 0xE0000002], [3, 4]]),
    "left to right": (a_map(""), fact(0x80000001, "flip.horizontal"), True),
    "upside down": (a_map(""), fact(0x40000001, "flip.vertical"), True),
    "at the diagonal": (a_map(""), fact(0x20000001, "flip.diagonal"), True),
    "flips in a collection of pictures": (a_map(""), fact(0xC0000020, "flip.horizontal"), True),
    "the fourth flag means nothing": (
        a_map(""), lambda t: tile_facts(t, [0x10000001])[0x10000001].area, (0, 0, 16, 16)),
    # infinite maps
    "an endless map is cropped": (endless(*CHUNKS), gids, [[7, 0], [0, 0], [0, 8]]),
    "objects of an endless map move along": (
        endless(*CHUNKS, more='<objectgroup><object id="1" x="-240" y="16"/></objectgroup>'),
        lambda t: (one(t).x, one(t).y), (0, 16 * PX)),
    "pictures of an endless map move along": (
        endless(*CHUNKS, more='<imagelayer offsetx="-240"/>'), passed("offset_x", 1), 0),
    "chunks over each other": (
        endless('x="0" y="0" width="1" height="1">3', 'x="0" y="0" width="1" height="1">4'), gids,
        [[4]]),
    # layers
    "document order": (
        a_map('<objectgroup name="a"/><imagelayer name="b"/>' + GROUND + '<objectgroup name="c"/>'),
        lambda t: [each.name for each in t.layers], ["a", "b", "ground", "c"]),
    "groups in groups": (
        a_map(f'<group><group>{GROUND}</group></group><objectgroup name="c"/>'),
        lambda t: [each.name for each in t.layers], ["ground", "c"]),
    "a hidden group hides": (grouped('visible="0"', 'visible="1"'), passed("visible"), False),
    "opacities multiply": (grouped('opacity="0.5"', 'opacity="0.5"'), passed("opacity"),
                           Decimal("0.25")),
    "offsets add up": (grouped('offsetx="8"', 'offsetx="-0.5"'), passed("offset_x"), 7 * PX + 128),
    "parallax multiplies": (grouped('parallaxy="0.5"', 'parallaxy="2"'), passed("parallax_y"),
                            Decimal("1.0")),
    "tints gather": (grouped('tintcolor="#ff0000"', 'tintcolor="#8000ff00"'), passed("tints"),
                     ("#ff0000", "#8000ff00")),
    "a tile layer placed in tiles": (
        a_map(GROUND.replace("name=", 'x="1" y="-1" name=')),
        lambda t: (t.layers[0].passed.offset_x, t.layers[0].passed.offset_y), (16 * PX, -16 * PX)),
    "objects follow their layer": (obj('x="1" y="1"', layer='offsetx="2" offsety="3"'),
                                   lambda t: (one(t).x, one(t).y), (3 * PX, 4 * PX)),
    "a picture layer": (a_map(f'<imagelayer id="4">{IMAGE}</imagelayer>'),
                        lambda t: attrgetter("width")(picture(t).image), 40),
    "a picture layer without a picture": (a_map('<imagelayer id="4"/>'),
                                          lambda t: picture(t).image, None),
    "a picture layer placed as of old": (
        a_map(f'<imagelayer x="5" y="6">{IMAGE}</imagelayer>'), passed("offset_y"), 6 * PX),
    "a picture that repeats": (a_map(f'<imagelayer repeatx="1">{IMAGE}</imagelayer>'),
                               lambda t: picture(t).repeat, (True, False)),
    "a class of a layer": (
        a_map(GROUND.replace("name=", 'class="Lamp" name=')),
        lambda t: (t.layers[0].class_name, t.layers[0].properties["radius"].value), ("Lamp", 5)),
    "an order of drawing": (
        obj(layer='draworder="index"'), lambda t: attrgetter("draw_order")(t.layers[1]), "index"),
    # tilesets
    "margin and spacing": (a_map(""), fact(23, "area"), (19, 11, 16, 8)),
    "a collection with gaps": (a_map(""), lambda t: sorted(t.tilesets[2].tiles), [2, 7]),
    "a part of a picture": (a_map(""), fact(37, "area"), (4, 5, 6, 7)),
    "a tile offset": (a_map(""), lambda t: t.tilesets[1].offset, (3, -4)),
    "an alignment of objects": (a_map(""), lambda t: t.tilesets[2].alignment, "center"),
    "an animation": (
        a_map(""), lambda t: [(f.tile, f.duration_ms) for f in t.tilesets[1].tiles[1].frames],
        [(2, 100), (3, 50)]),
    "an animated tile shows its first frame": (a_map(""), fact(21, "area"), (1, 11, 16, 8)),
    "type and class of tiles": (
        a_map(""), lambda t: [each.class_name for each in t.tilesets[1].tiles.values()],
        ["Moving", "Rock"]),
    "properties with any name": (a_map(""), fact(22, "values"), {"name": "odd", "width": 7}),
    "properties of a tileset": (a_map(""), lambda t: t.tilesets[1].properties["by"].value, "hand"),
    "a colour that stands for nothing": (a_map(""),
                                         lambda t: attrgetter("transparent")(t.tilesets[1].image),
                                         "ff00ff"),
    "collision shapes are no objects": (a_map(""), lambda t: t.objects(), []),
    "a tileset in the map itself": (
        a_map('<tileset firstgid="50" name="in" tilewidth="8" tileheight="8"><image '
              'source="a.png"/></tileset>'), lambda t: (t.tilesets[3].columns, t.tilesets[3].size),
        (5, 15)),
    "one tileset twice": (
        a_map('<tileset firstgid="50" source="atlas.tsx"/>'), fact(53, "area"), (19, 11, 16, 8)),
    # objects
    "a rectangle": (obj('x="1" y="2" width="3" height="4"'), lambda t: one(t).bounds(),
                    (PX, 2 * PX, 3 * PX, 4 * PX)),
    "an ellipse": (obj('width="9" height="9"', "<ellipse/>"), lambda t: one(t).shape, "ellipse"),
    "a capsule": (obj('width="9" height="9"', "<capsule/>"), lambda t: one(t).shape, "capsule"),
    "a point": (obj('x="-4.5"', "<point/>"), lambda t: (one(t).shape, one(t).x),
                ("point", -4 * PX - 128)),
    "a polygon, turned": (
        obj('x="10" rotation="90"', '<polygon points="0,0 4,0 4,2"/>'), lambda t: one(t).vertices(),
        ((10 * PX, 0), (10 * PX, 4 * PX), (8 * PX, 4 * PX))),
    "a polyline": (obj("", '<polyline points="0,0 1.5,-2e0"/>'), lambda t: one(t).points,
                   ((0, 0), (384, -512))),
    "a text": (obj('width="9" height="9"', '<text wrap="1">a &lt; b</text>'),
               lambda t: one(t).text, "a < b"),
    "a tile stands on its lower left corner": (
        obj('gid="1" x="8" y="32"'), lambda t: one(t).bounds(),
        (8 * PX, 16 * PX, 16 * PX, 16 * PX)),
    "a tile lies by the alignment of its tileset": (
        obj('gid="32" x="100" y="100"'), lambda t: one(t).bounds(),
        (80 * PX, 85 * PX, 40 * PX, 30 * PX)),
    "a tile of another size": (obj('gid="1" width="40" height="8"'),
                               lambda t: (one(t).width, one(t).height), (40 * PX, 8 * PX)),
    "a turned box has its middle elsewhere": (
        obj('x="32" y="16" width="16" height="8" rotation="180"'), lambda t: one(t).middle(),
        (24 * PX, 12 * PX)),
    "turned the other way": (obj('rotation="-90"'), lambda t: one(t).heading, 768),
    "an object half clear": (obj('opacity="0.5"'), lambda t: one(t).opacity, Decimal("0.5")),
    "a hidden object": (obj('visible="0"'), lambda t: one(t).visible, False),
    "the class of an object as of Tiled 1.9": (obj('class="Lamp"'), lambda t: one(t).class_name,
                                               "Lamp"),
    "the class of a tile is its object's": (obj('gid="22"'), lambda t: one(t).class_name, "Rock"),
    # templates
    "a template": (obj('template="lamp.tx" x="1"'),
                   lambda t: (one(t).name, one(t).class_name, one(t).shape, one(t).width),
                   ("lamp", "Lamp", "ellipse", 8 * PX)),
    "an instance says otherwise": (
        obj('template="lamp.tx" name="mine" width="20"'), lambda t: (one(t).name, one(t).width),
        ("mine", 20 * PX)),
    "a template with its own tileset, elsewhere": (
        obj('template="deep/rock.tx"'),
        lambda t: (one(t).gid, one(t).class_name, one(t).width, one(t).heading),
        (0x80000000 | 38, "Boulder", 30 * PX, 256)),
    "an instance shows another tile": (
        obj('template="deep/rock.tx" gid="3"'), lambda t: (one(t).gid, one(t).width),
        (3, 30 * PX)),
    "a line from a template": (obj('template="line.tx"'), lambda t: one(t).points,
                               ((0, 0), (4 * PX, 4 * PX))),
    "instance, template, tile, class": (
        prop(property_text("mine", "1"), 'template="deep/rock.tx" type="Lamp"'),
        lambda t: {name: own(t)[name] for name in ("mine", "from", "weight", "radius")},
        {"mine": "1", "from": "template", "weight": 9, "radius": 5}),
    # properties
    "text": (prop(property_text("a", " b ")), own, {"a": " b "}),
    "text of many lines": (prop('<property name="a">b\nc</property>'), own, {"a": "b\nc"}),
    "a whole number": (prop(property_text("a", "-7", "int")), own, {"a": -7}),
    "a number": (prop(property_text("a", "1.50", "float")), own, {"a": Decimal("1.5")}),
    "a truth": (prop(property_text("a", "true", "bool")), own, {"a": True}),
    "a colour": (prop(property_text("a", "#80ff0000", "color")), own, {"a": "#80ff0000"}),
    "a file": (prop(property_text("a", "../x.png", "file")), own, {"a": "../x.png"}),
    "an object": (prop(property_text("a", "5", "object")), own, {"a": ObjectRef(5)}),
    "no object": (prop(property_text("a", "0", "object")), own, {"a": ObjectRef(0)}),
    "a list": (prop('<property name="a" type="list"><item type="int" value="1"/>'
                    '<item type="list"><item value="x"/></item></property>'), own,
               {"a": (1, ("x",))}),
    "an enum": (prop('<property name="a" propertytype="Colour" value="red"/>'), own, {"a": "red"}),
    "a name that means something elsewhere": (
        prop(property_text("id", "x") + property_text("visible", "y")), own,
        {"id": "x", "visible": "y"}),
    "members that nobody changed": (obj('type="Lamp"'), own, {
        "radius": 5, "lit": True, "hue": "blue", "near": ObjectRef(0), "warmth": Decimal("0.5"),
        "pack": ClassValue("Pack", {"food": 8, "map": ""}),
    }),
    "a class for a value": (
        prop(f'<property name="k" type="class" propertytype="Pack"><properties>'
             f'{property_text("food", "1", "int")}</properties></property>'), own,
        {"k": ClassValue("Pack", {"food": 1, "map": ""})}),
    "a class for a value replaces the inherited one whole": (
        prop('<property name="pack" type="class" propertytype="Pack"><properties>'
             + property_text("map", "m.png", "file") + "</properties></property>", 'type="Lamp"'),
        lambda t: own(t)["pack"], ClassValue("Pack", {"food": 3, "map": "m.png"})),
    "a repeated id that nobody refers to": (
        a_map('<objectgroup><object id="1"/><object id="1"/></objectgroup>'),
        lambda t: [each.id for each in t.objects()], [1, 1]),
}


@pytest.mark.parametrize("what", ROWS)
def test_a_map_may_have(tmp_path: Path, what: str) -> None:
    text, ask, answer = ROWS[what]
    folder = tmp_path / "maps"
    (folder / "deep").mkdir(parents=True)
    path = write_map(folder, text)
    (folder / "suna.tiled-project").unlink()
    (tmp_path / "far.tiled-project").write_text(json.dumps({"propertyTypes": CLASSES}))
    for name, content in FILES.items():
        (folder / name).write_text(content)
    for name, side in {"atlas": (36, 20), "a": (40, 30), "rock": (20, 10)}.items():
        (folder / f"{name}.png").write_bytes(png(*side))
    findings = Findings()
    tiled = read_map(path, findings)
    findings.raise_errors()

    assert ask(tiled) == answer
    used = [*range(1, 9), *range(20, 24), 32, 37]
    assert tile_facts(tiled, used) == own_tile_facts(tiled, used)


def test_pytmx_says_the_same_of_the_maps_that_come_with_the_game() -> None:
    for path in find_maps([maps_folder()])[::4]:  # they share their tilesets
        tiled = read_map(path, Findings())
        used = used_gids(tiled)

        assert tile_facts(tiled, used) == own_tile_facts(tiled, used), path

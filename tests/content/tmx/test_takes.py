"""What maps of any game may contain, and what it is read as."""

import base64
import gzip
import struct
import zlib
from decimal import Decimal
from pathlib import Path

import pytest

from game.content.tmx.by_pytmx import own_tile_facts, tile_facts
from game.content.tmx.findings import Findings
from game.content.tmx.model import (
    ClassValue,
    ImageLayer,
    MapObject,
    ObjectLayer,
    ObjectRef,
    Shape,
    TiledMap,
    TileLayer,
)
from game.content.tmx.reader import read_map
from tests.content.map_texts import (
    SAND,
    TILESETS,
    map_text,
    object_text,
    objects_text,
    png,
    property_text,
    read,
    write_map,
)

GIDS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0x80000001, 0xE0000002)
RAW = struct.pack("<12I", *GIDS)


def tiles(tiled: TiledMap, name: str = "ground") -> list[list[int]]:
    """The gids of a tile layer."""
    for layer in tiled.layers:
        if isinstance(layer, TileLayer) and layer.name == name:
            return [[int(gid) for gid in row] for row in layer.gids]
    raise AssertionError(name)


def first_object(tiled: TiledMap) -> MapObject:
    return tiled.objects()[0]


def data_layer(data: str) -> str:
    return f'<layer id="1" name="ground" width="4" height="3">{data}</layer>'


CSV = ",\n".join(",".join(map(str, GIDS[i : i + 4])) for i in (0, 4, 8))
ENCODED = {
    "csv": f'<data encoding="csv">\n{CSV}\n</data>',
    "csv on Windows": '<data encoding="csv">\r\n' + CSV.replace("\n", "\r\n") + "\r\n</data>",
    "csv with spaces": f'<data encoding="csv">{CSV.replace(",", " , ")}</data>',
    "base64": f'<data encoding="base64">\n {base64.b64encode(RAW).decode()}\n</data>',
    "zlib": '<data encoding="base64" compression="zlib">'
            f"{base64.b64encode(zlib.compress(RAW)).decode()}</data>",
    "gzip": '<data encoding="base64" compression="gzip">'
            f"{base64.b64encode(gzip.compress(RAW)).decode()}</data>",
    "zstd": '<data encoding="base64" compression="zstd">'
            "KLUv/SAwgQEA" + base64.b64encode(RAW).decode() + "</data>",
    "XML": "<data>" + "".join(f'<tile gid="{gid}"/>' for gid in GIDS) + "</data>",
}


@pytest.mark.parametrize("encoding", ENCODED)
def test_every_encoding_of_tiles_gives_the_same_layer(tmp_path: Path, encoding: str) -> None:
    tiled = read(tmp_path, map_text(data_layer(ENCODED[encoding])))

    assert tiles(tiled) == [list(GIDS[0:4]), list(GIDS[4:8]), list(GIDS[8:12])]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_in_any_unicode_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    name = "utf-16" if encoding.startswith("utf-16") else "utf-8"
    head = f'<?xml version="1.0" encoding="{name}"?>\r\n'
    mark = "\ufeff" if encoding[-2:] in ("le", "be") else ""
    text = mark + map_text(SAND + objects_text('<object id="1" name="Düne" x="0" y="0"/>'),
                           head=head)

    assert first_object(read(tmp_path, text.encode(encoding))).name == "Düne"


def test_a_document_type_without_inside_is_let_pass(tmp_path: Path) -> None:
    head = '<!DOCTYPE map SYSTEM "http://mapeditor.org/dtd/1.0/map.dtd">\n'

    assert read(tmp_path, map_text(SAND, head=head)).width == 4


def test_an_infinite_map_is_cropped_to_what_is_drawn(tmp_path: Path) -> None:
    def chunk(x: int, y: int, rows: str) -> str:
        return f'<chunk x="{x}" y="{y}" width="2" height="2">{rows}</chunk>'

    body = (
        '<layer id="1" name="ground"><data encoding="csv">'
        + chunk(-2, -2, "0,0,0,1") + chunk(0, 0, "2,0,0,0") + "</data></layer>"
        '<layer id="2" name="walls"><data encoding="csv">'
        + chunk(0, 0, "0,0,9,0") + chunk(16, 16, "0,0,0,0") + "</data></layer>"
        + objects_text('<object id="1" x="0" y="0"/>')
    )
    tiled = read(tmp_path, map_text(body, more='infinite="1"'))

    assert (tiled.width, tiled.height) == (2, 3)
    assert tiles(tiled) == [[1, 0], [0, 2], [0, 0]]
    assert tiles(tiled, "walls") == [[0, 0], [0, 0], [0, 9]]
    assert (first_object(tiled).x, first_object(tiled).y) == (16 * 256, 16 * 256)


def test_layers_keep_their_order_and_what_their_groups_pass_down(tmp_path: Path) -> None:
    body = (
        objects_text("", "first") +
        '<group name="g" offsetx="8" opacity="0.5" visible="0" tintcolor="#ff0000">'
        '<group name="h" offsety="-4.5" parallaxx="0.5">' + SAND + "</group>"
        + objects_text('<object id="1" x="1" y="1"/>', "second") + "</group>"
        '<imagelayer id="5" name="third"/>'
    )
    tiled = read(tmp_path, map_text(body))

    assert [layer.name for layer in tiled.layers] == ["first", "ground", "second", "third"]
    passed = tiled.layers[1].passed
    assert not passed.visible
    assert (passed.offset_x, passed.offset_y) == (8 * 256, -4 * 256 - 128)
    assert (passed.opacity, passed.parallax_x) == (Decimal("0.5"), Decimal("0.5"))
    assert passed.tints == ("#ff0000",)
    assert first_object(tiled).x == 9 * 256


def test_a_picture_layer_knows_its_picture_and_may_have_none(tmp_path: Path) -> None:
    (tmp_path / "back.png").write_bytes(png(40, 30))
    image = '<image source="back.png" width="40" height="30"/>'
    body = SAND + f'<imagelayer id="4" name="a">{image}</imagelayer><imagelayer id="5" name="b"/>'
    found = [each for each in read(tmp_path, map_text(body)).layers
             if isinstance(each, ImageLayer)]

    assert found[0].image is not None
    assert (found[0].image.path.name, found[0].image.width) == ("back.png", 40)
    assert found[1].image is None


SHAPES = {
    '<object id="1" x="1" y="2" width="3" height="4"/>': Shape.BOX,
    '<object id="1" x="1" y="2"/>': Shape.POINT,
    '<object id="1" x="1" y="2"><point/></object>': Shape.POINT,
    '<object id="1" x="1" y="2" width="3" height="4"><ellipse/></object>': Shape.ELLIPSE,
    '<object id="1" x="1" y="2" width="3" height="9"><capsule/></object>': Shape.CAPSULE,
    '<object id="1" x="1" y="2"><polygon points="0,0 5,0 5,5"/></object>': Shape.POLYGON,
    '<object id="1" x="1" y="2"><polyline points="0,0 5,-1.5"/></object>': Shape.POLYLINE,
    '<object id="1" x="1" y="2" width="9" height="9"><text>hi</text></object>': Shape.TEXT,
    '<object id="1" gid="9" x="1" y="20" width="16" height="16"/>': Shape.TILE,
}


@pytest.mark.parametrize(("text", "shape"), SHAPES.items())
def test_objects_of_every_shape_are_read(tmp_path: Path, text: str, shape: Shape) -> None:
    assert first_object(read(tmp_path, map_text(SAND + objects_text(text)))).shape is shape


def test_places_are_exact_to_a_256th_of_a_pixel(tmp_path: Path) -> None:
    text = '<object id="1" x="0.00390625" y="10.3"><polyline points="0,0 -0.5,1e1"/></object>'
    found = first_object(read(tmp_path, map_text(SAND + objects_text(text))))

    assert (found.x, found.y) == (1, 2637)
    assert found.vertices() == ((1, 2637), (1 - 128, 2637 + 2560))


def test_objects_of_old_maps_without_ids_are_numbered_after_the_others(tmp_path: Path) -> None:
    objects = '<object x="1" y="1"/><object id="7" x="2" y="2"/><object x="3" y="3"/>'
    tiled = read(tmp_path, map_text(SAND + objects_text(objects)))

    assert [each.id for each in tiled.objects()] == [8, 7, 9]


def test_a_turned_box_turns_about_its_corner(tmp_path: Path) -> None:
    text = '<object id="1" x="32" y="16" width="16" height="8" rotation="90"/>'
    found = first_object(read(tmp_path, map_text(SAND + objects_text(text))))

    assert found.heading == 256
    assert found.middle() == ((32 - 4) * 256, (16 + 8) * 256)
    assert found.bounds() == ((32 - 8) * 256, 16 * 256, 8 * 256, 16 * 256)


def test_a_tile_object_stands_on_its_lower_left_corner(tmp_path: Path) -> None:
    text = '<object id="1" gid="10" x="16" y="32"/>'
    found = first_object(read(tmp_path, map_text(SAND + objects_text(text))))

    assert found.class_name == "Wall"
    assert found.middle() == (24 * 256, 24 * 256)


def test_a_template_gives_what_the_instance_does_not_say(tmp_path: Path) -> None:
    (tmp_path / "rogue.tx").write_text(
        '<template><object name="any" type="Rogue" width="8" height="8"><properties>'
        + property_text("squad", "3", "int") + property_text("facing", "west")
        + "</properties><ellipse/></object></template>"
    )
    text = (
        '<object id="7" template="rogue.tx" x="16" y="16"><properties>'
        + property_text("facing", "north") + "</properties></object>"
    )
    found = first_object(read(tmp_path, map_text(SAND + objects_text(text))))

    assert (found.name, found.class_name, found.shape) == ("any", "Rogue", Shape.ELLIPSE)
    assert found.middle() == (20 * 256, 20 * 256)
    values = {name: each.value for name, each in found.properties.items()}
    assert values["facing"] == "north"  # the instance's
    assert values["squad"] == 3  # the template's
    assert values["sensor"] is False  # the class's
    assert values["route"] == ObjectRef(0)


def test_a_template_with_a_tile_brings_its_tileset_along(tmp_path: Path) -> None:
    (tmp_path / "rock.png").write_bytes(png(16, 16))
    (tmp_path / "rocks.tsx").write_text(
        '<tileset name="rocks" tilewidth="16" tileheight="16" tilecount="1" columns="1">'
        '<image source="rock.png" width="16" height="16"/>'
        '<tile id="0" type="Boulder"/></tileset>'
    )
    (tmp_path / "rock.tx").write_text(
        '<template><tileset firstgid="1" source="rocks.tsx"/>'
        '<object gid="1" width="16" height="16"/></template>'
    )
    (tmp_path / "wall.tx").write_text(
        '<template><tileset firstgid="5" source="walls.tsx"/>'
        '<object gid="6" width="16" height="16"/></template>'
    )
    body = objects_text('<object id="1" template="rock.tx" x="0" y="16"/>'
                        '<object id="2" template="wall.tx" x="0" y="16"/>')
    rock, wall = read(tmp_path, map_text(SAND + body)).objects()

    assert rock.class_name == "Boulder"
    assert (wall.class_name, wall.gid) == ("Wall", 10)


def test_properties_of_every_type_are_read(tmp_path: Path) -> None:
    properties = [
        property_text("s", "text"), property_text("i", "-5", "int"),
        property_text("f", "2.50", "float"), property_text("b", "true", "bool"),
        property_text("c", "#ff102030", "color"), property_text("p", "a/b.png", "file"),
        property_text("o", "1", "object"), property_text("none", "", "object"),
        '<property name="lines">one\ntwo</property>',
        '<property name="k" type="class" propertytype="Route"><properties>'
        + property_text("pause", "3", "float") + "</properties></property>",
        '<property name="l" type="list"><item type="int" value="1"/><item value="x"/></property>',
        property_text("name", "reserved"), property_text("width", "99", "int"),
    ]
    found = first_object(read(tmp_path, map_text(SAND + objects_text(
        object_text(1, "Nobody", *properties)
    ))))
    values = {name: each.value for name, each in found.properties.items()}

    assert values == {
        "s": "text", "i": -5, "f": Decimal("2.50"), "b": True, "c": "#ff102030", "p": "a/b.png",
        "o": ObjectRef(1), "none": ObjectRef(0), "lines": "one\ntwo",
        "k": ClassValue("Route", {"loop": True, "pause": Decimal(3)}),
        "l": (1, "x"), "name": "reserved", "width": 99,
    }


def test_class_may_stand_for_type_as_tiled_1_9_wrote_it(tmp_path: Path) -> None:
    text = '<object id="1" class="Marker" x="4" y="4"/>'
    found = first_object(read(tmp_path, map_text(SAND + objects_text(text))))

    assert found.class_name == "Marker"
    assert found.properties["order"].value == 1


MIXED = (
    '<tileset firstgid="1" name="atlas" tilewidth="16" tileheight="8" spacing="2" margin="1" '
    'tilecount="4" columns="2"><tileoffset x="0" y="-4"/>'
    '<image source="atlas.png" width="36" height="20"/>'
    '<tile id="3" type="Wall"><properties>' + property_text("name", "trap")
    + property_text("width", "7", "int") + property_text("on", "true", "bool") + "</properties>"
    '<objectgroup><object id="1" x="0" y="0" width="4" height="4"/></objectgroup>'
    '<animation><frame tileid="0" duration="100"/><frame tileid="3" duration="50"/></animation>'
    '</tile></tileset><tileset firstgid="100" name="pictures" tilewidth="40" tileheight="30" '
    'tilecount="2" columns="0"><tile id="2"><image source="a.png" width="40" height="30"/></tile>'
    '<tile id="7" type="Surface" x="4" y="5" width="6" height="7">'
    '<image source="a.png" width="40" height="30"/></tile></tileset>'
)


def read_mixed(folder: Path) -> TiledMap:
    (folder / "atlas.png").write_bytes(png(36, 20))
    (folder / "a.png").write_bytes(png(40, 30))
    body = data_layer(f'<data encoding="csv">1,4,{4 | 0xA0000000},102,107,0,0,0,0,0,0,0</data>')
    return read(folder, map_text(body).replace(TILESETS, MIXED))


def test_pytmx_says_the_same_of_every_kind_of_tile_as_our_own_reading(tmp_path: Path) -> None:
    tiled = read_mixed(tmp_path)
    gids = [1, 4, 4 | 0xA0000000, 102, 107]
    facts = tile_facts(tiled, gids)

    assert facts == own_tile_facts(tiled, gids)
    assert facts[4].area == (1, 1, 16, 8)  # the first frame of its animation
    assert {"name": "trap", "width": 7, "on": True}.items() <= facts[4].values.items()
    flipped = facts[4 | 0xA0000000]
    assert (flipped.flip.horizontal, flipped.flip.vertical, flipped.flip.diagonal) == (
        True, False, True,
    )
    assert flipped.values == facts[4].values
    assert facts[107].area == (4, 5, 6, 7)
    assert facts[102].picture == tmp_path / "a.png"


def test_animations_and_tile_offsets_are_kept(tmp_path: Path) -> None:
    atlas = read_mixed(tmp_path).tilesets[0]

    assert [(frame.tile, frame.duration_ms) for frame in atlas.tiles[3].frames] == [
        (0, 100), (3, 50),
    ]
    assert atlas.offset == (0, -4)


def test_collision_shapes_of_tiles_are_not_objects_of_the_map(tmp_path: Path) -> None:
    tiled = read_mixed(tmp_path)

    assert tiled.objects() == []
    assert not [each for each in tiled.layers if isinstance(each, ObjectLayer)]


def test_a_map_without_a_project_may_use_what_lies_beside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "maps").mkdir()
    write_map(tmp_path, "")
    (tmp_path / "suna.tiled-project").unlink()
    text = map_text(SAND).replace('source="', 'source="../')

    path = write_map(tmp_path / "maps", text)
    (tmp_path / "maps" / "suna.tiled-project").unlink()
    findings = Findings()
    assert read_map(path, findings).width == 4
    assert findings.found == []

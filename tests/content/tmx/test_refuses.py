"""What no map may contain: each refused in one error with its file, line, code and mend."""

import base64
import os
import sys
import zlib
from pathlib import Path

import pytest

from game.content import load_level
from game.content.check import check_map
from game.content.tmx import limits
from game.content.tmx.findings import MapError, Severity
from tests.content.map_texts import (
    SAND,
    layer_text,
    map_text,
    object_text,
    objects_text,
    property_text,
    refusal,
)
from tools import worst_maps


def codes(error: MapError) -> list[tuple[int, str]]:
    return [(each.at.line, each.code) for each in error.findings]


def loading_error(path: Path) -> MapError:
    """What the game says of a map that it cannot load: the same that the check says."""
    with pytest.raises(MapError) as caught:
        load_level(path)
    return caught.value


def data(text: str, more: str = 'encoding="csv"') -> str:
    return (f'<layer id="1" name="ground" width="4" height="3">\n<data {more}>{text}'
            "</data></layer>")


def base(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def one(inside: str = "", more: str = 'x="0" y="0"', number: str = "1") -> str:
    return map_text(SAND + "\n" + objects_text(f'\n<object id="{number}" {more}>{inside}</object>'))


def with_property(text: str) -> str:
    return one(f"<properties>\n{text}</properties>")


ZEROS = ",".join("0" * 12)
BOMB = base(zlib.compress(b"\0" * 4_000_000))
RAW = b"\1\0\0\0" * 12

REFUSED: dict[str, tuple[str, int, str]] = {
    # the file
    "nothing": ("", 1, "xml"),
    "no XML": ("hello", 1, "xml"),
    "a map cut off": (map_text(SAND)[:-9], 7, "xml"),
    "a tag that does not close": (map_text("<layer>"), 4, "xml"),
    "an unknown encoding": ('<?xml version="1.0" encoding="klingon"?><map/>', 1, "xml"),
    "its own document type": (map_text("", head='<!DOCTYPE map [<!ENTITY a "b">]>\n'), 1, "dtd"),
    "an entity of its own": (map_text("&boom;", head='<!DOCTYPE map SYSTEM "x">\n'), 4, "entity"),
    "a tag without end": (map_text(f'<layer name="{"x" * 400_000}"/>'), 3, "too-long"),
    "elements 65 deep": (map_text("<group>" * 64 + "</group>" * 64), 3, "too-deep"),
    "something else": ("<tileset/>", 1, "not-a-map"),
    # the map
    "an isometric map": (map_text(SAND).replace("orthogonal", "isometric"), 1, "orientation"),
    "a hexagonal map": (map_text(SAND).replace("orthogonal", "hexagonal"), 1, "orientation"),
    "a staggered map": (map_text(SAND).replace("orthogonal", "staggered"), 1, "orientation"),
    "an oblique map": (map_text(SAND).replace("orthogonal", "oblique"), 1, "orientation"),
    "an order of drawing nobody knows": (
        map_text(SAND, more='renderorder="up"'), 1, "render-order"),
    "no width": (map_text(SAND).replace(' width="4"', "", 1), 1, "missing-attribute"),
    "a width of 0": (map_text(SAND, width=0), 1, "bad-number"),
    "a width of minus 1": (map_text(SAND, width=-1), 1, "bad-number"),
    "a width that is no number": (map_text(SAND).replace('"4"', '"four"', 1), 1, "bad-number"),
    "a map too wide": (map_text(SAND, width=1025), 1, "too-large"),
    "a map too high": (map_text(SAND, height=1025), 1, "too-large"),
    "a map of more than 32 bits": (map_text(SAND, width=2**40), 1, "bad-number"),
    "tiles of 3 pixels": (map_text(SAND).replace('"16"', '"3"', 1), 1, "tile-size"),
    "tiles of 513 pixels": (map_text(SAND).replace('"16"', '"513"', 1), 1, "tile-size"),
    "elements 65 deep that mean nothing": (
        map_text("<wangset>" * 64 + "</wangset>" * 64), 3, "too-deep"),
    "an infinity that is neither true nor false": (
        map_text(SAND, more='infinite="maybe"'), 1, "bad-number"),
    "too many groups": (map_text("<group/>" * 129), 3, "too-many-groups"),
    "too many layers in groups": (
        map_text(f"<group>{'<objectgroup/>' * 129}</group>"), 3, "too-many-layers"),
    "a layer with an id of 0": (map_text(SAND.replace('id="1"', 'id="0"')), 3, "bad-number"),
    "a group with an id of -1": (map_text('<group id="-1"/>'), 3, "bad-number"),
    "an opacity that is no number": (
        map_text(SAND.replace("name=", 'opacity="nan" name=')), 3, "bad-number"),
    "an offset without end": (
        map_text(SAND.replace("name=", 'offsetx="-inf" name=')), 3, "bad-number"),
    "a tint that is no colour": (
        map_text(SAND.replace("name=", 'tintcolor="red" name=')), 3, "layer-tint"),
    "a layer far off": (map_text(SAND.replace("name=", 'x="5000" name=')), 3, "bad-number"),
    "an image layer of an image that is not there": (
        map_text('<imagelayer name="a"><image source="no.png"/></imagelayer>'), 3, "file-missing"),
    "too many layers": (map_text("<imagelayer/>" * 129), 3, "too-many-layers"),
    "an empty infinite map": (map_text("", more='infinite="1"'), 1, "map-empty"),
    # tiles
    "a layer without data": (map_text('<layer id="1" width="4" height="3"/>'), 3, "layer-empty"),
    "a layer of another size": (map_text(layer_text("0 0\n0 0")), 3, "layer-size"),
    "too few tiles": (map_text(data("0,0,0")), 3, "data-count"),
    "too many tiles": (map_text(data(ZEROS + ",0")), 3, "data-count"),
    "a comma too many": (map_text(data(ZEROS.replace("0,0", "0,", 1))), 3, "data-bad"),
    "two numbers without a comma": (map_text(data("0 " + ZEROS)), 3, "data-bad"),
    "a negative tile": (map_text(data(ZEROS.replace("0", "-1", 1))), 3, "data-bad"),
    "a tile in Bengali digits": (map_text(data(ZEROS.replace("0", "১", 1))), 3, "data-bad"),
    "a gid beyond 32 bits": (map_text(data(ZEROS.replace("0", "9" * 30, 1))), 3, "data-bad"),
    "damaged base64": (map_text(data("AAA*", 'encoding="base64"')), 3, "data-bad"),
    "base64 cut off": (map_text(data(base(RAW)[:-4], 'encoding="base64"')), 3, "data-bad"),
    "base64 of fewer tiles": (map_text(data(base(RAW[4:]), 'encoding="base64"')), 3, "data-count"),
    "base64 of more tiles": (map_text(data(base(RAW * 2), 'encoding="base64"')), 3, "data-count"),
    "a packed bomb": (map_text(data(BOMB, 'encoding="base64" compression="zlib"')), 3,
                      "data-count"),
    "packed data cut off": (
        map_text(data(base(zlib.compress(os.urandom(48))[:-20]),
                      'encoding="base64" compression="zlib"')), 3, "data-bad"),
    "packed data damaged": (
        map_text(data(base(b"x" + zlib.compress(RAW)), 'encoding="base64" compression="gzip"')),
        3, "data-bad"),
    "an unknown encoding of tiles": (map_text(data("", 'encoding="hex"')), 3, "data-encoding"),
    "an unknown compression": (
        map_text(data(base(RAW), 'encoding="base64" compression="lzma"')), 3, "data-compression"),
    "XML tiles of no number": (
        map_text(data('<tile gid="x"/>' + "<tile/>" * 11, "")), 3, "data-bad"),
    "too many XML tiles": (map_text(data("<tile/>" * 13, "")), 3, "data-count"),
    "XML tiles in a map that should have numbers": (
        map_text(data('<tile gid="1"/>' * 12)), 3, "data-count"),
    "an infinite map without chunks": (
        map_text(data(ZEROS), more='infinite="1"'), 3, "data-chunks"),
    "chunks of a map that has an end": (
        map_text(data('<chunk x="0" y="0" width="4" height="3">0</chunk>')), 3, "data-count"),
    "a chunk far off": (
        map_text('<layer id="1" name="g"><data encoding="csv">\n<chunk x="99999999" y="0" '
                 'width="1" height="1">1</chunk></data></layer>', more='infinite="1"'), 4,
        "chunk-size"),
    "chunks too far apart": (
        map_text('<layer id="1" name="g"><data encoding="csv"><chunk x="0" y="0" width="1" '
                 'height="1">1</chunk><chunk x="1024" y="0" width="1" height="1">1</chunk>'
                 "</data></layer>", more='infinite="1"'), 1, "too-large"),
    "numbers without end": (map_text(data("0" * 200 + "," + ZEROS[2:])), 3, "data-bad"),
    "zstd data damaged": (
        map_text(data(base(b"not zstd"), 'encoding="base64" compression="zstd"')), 3, "data-bad"),
    "a flipped tile of no tileset": (
        map_text(data(ZEROS.replace("0", str(0xE0000000 | 77), 1))), 3, "gid-unknown"),
    "a tile of no tileset": (map_text(data(ZEROS.replace("0", "77", 1))), 3, "gid-unknown"),
    "a chunk of no size": (
        map_text('<layer id="1" name="g"><data encoding="csv">\n'
                 '<chunk x="0" y="0" width="0" height="5"></chunk></data></layer>',
                 more='infinite="1"'), 4, "chunk-size"),
    # tilesets
    "a tileset without firstgid": (map_text('<tileset source="walls.tsx"/>'), 3,
                                   "missing-attribute"),
    "a firstgid of 0": (map_text('<tileset firstgid="0" source="walls.tsx"/>'), 3, "bad-number"),
    "a firstgid of -1": (map_text('<tileset firstgid="-1" source="walls.tsx"/>'), 3, "bad-number"),
    "a firstgid too large": (
        map_text(f'<tileset firstgid="{2**28 - 1}" source="walls.tsx"/>'), 1, "tileset-gids"),
    "tileset tiles of 3 pixels": (
        map_text('<tileset firstgid="99" tilewidth="3" tileheight="16"/>'), 3, "tile-size"),
    "tileset tiles of 513 pixels": (
        map_text('<tileset firstgid="99" tilewidth="16" tileheight="513"/>'), 3, "tile-size"),
    "a negative margin": (
        map_text('<tileset firstgid="99" tilewidth="16" tileheight="16" margin="-1"/>'), 3,
        "bad-number"),
    "an alignment nobody knows": (
        map_text('<tileset firstgid="99" tilewidth="16" tileheight="16" objectalignment="up"/>'), 3,
        "tileset-alignment"),
    "tilesets that overlap": (map_text('<tileset firstgid="10" source="walls.tsx"/>'), 1,
                              "tileset-overlap"),
    "a tileset that is not there": (map_text('<tileset firstgid="99" source="no.tsx"/>'), 3,
                                    "file-missing"),
    "a tileset in JSON": (map_text('<tileset firstgid="99" source="suna.tiled-project"/>'), 3,
                          "tileset-kind"),
    "a picture without a file": (
        map_text('<tileset firstgid="99" name="e" tilewidth="16" tileheight="16">'
                 "<image><data>AA</data></image></tileset>"), 3, "image-embedded"),
    "a tileset without tile size": (map_text('<tileset firstgid="99" name="e"/>'), 3,
                                    "missing-attribute"),
    "negative spacing": (
        map_text('<tileset firstgid="99" tilewidth="16" tileheight="16" spacing="-1"/>'), 3,
        "bad-number"),
    # paths
    "an absolute path": (map_text('<tileset firstgid="99" source="/etc/a.tsx"/>'), 3,
                         "path-absolute"),
    "a path with a drive": (map_text('<tileset firstgid="99" source="C:/a.tsx"/>'), 3,
                            "path-absolute"),
    "a web address": (map_text('<tileset firstgid="99" source="http://a/b.tsx"/>'), 3,
                      "path-absolute"),
    "a share": (map_text('<tileset firstgid="99" source="//a/b.tsx"/>'), 3, "path-absolute"),
    "an address of a file": (map_text('<tileset firstgid="99" source="file:a.tsx"/>'), 3,
                             "path-absolute"),
    "a share of Windows": (map_text('<tileset firstgid="99" source="\\\\host\\a.tsx"/>'), 3,
                           "path-backslash"),
    "no path": (one(more='template=" "'), 9, "file-missing"),
    "an invisible character in a path": (
        map_text('<tileset firstgid="99" source="a&#x85;b.tsx"/>'), 3, "path-control"),
    "a backslash": (map_text('<tileset firstgid="99" source="a\\b.tsx"/>'), 3, "path-backslash"),
    "a line break in a path": (map_text('<tileset firstgid="99" source="a&#10;b.tsx"/>'), 3,
                               "path-control"),
    "a path out of the project": (map_text('<tileset firstgid="99" source="../../a.tsx"/>'), 3,
                                  "path-outside"),
    "wrong letter case": (map_text('<tileset firstgid="99" source="Walls.tsx"/>'), 3, "path-case"),
    "a folder for a template": (one(more='template="."'), 9, "not-a-file"),
    # objects
    "an id of 0": (one(number="0"), 9, "bad-number"),
    "an id of -1": (one(number="-1"), 9, "bad-number"),
    "an id that is no number": (one(number="one"), 9, "bad-number"),
    "a place that is not a number": (one(more='x="nan" y="0"'), 9, "bad-number"),
    "a place without end": (one(more='x="inf" y="0"'), 9, "bad-number"),
    "a place far away": (one(more='x="1e9" y="0"'), 9, "bad-number"),
    "a negative width": (one(more='x="0" y="0" width="-1"'), 9, "bad-number"),
    "a turn without end": (one(more='rotation="1e400"'), 9, "bad-number"),
    "two shapes": (one("<point/><ellipse/>"), 9, "object-shape"),
    "a line of one point": (one('<polyline points="0,0"/>'), 9, "points-count"),
    "a line of 1001 points": (one(f'<polyline points="{"0,0 " * 1001}"/>'), 9, "points-count"),
    "a point of one number": (one('<polyline points="0,0 5"/>'), 9, "points-bad"),
    "a point that is not a number": (one('<polyline points="0,0 NaN,1"/>'), 9, "points-bad"),
    "an object of an unknown tile": (one(more='gid="77"'), 9, "gid-unknown"),
    "a template that is not there": (one(more='template="no.tx"'), 9, "file-missing"),
    # properties
    "a property without a name": (with_property('<property value="1"/>'), 10, "property-unnamed"),
    "1001 properties": (
        with_property("".join(property_text(f"p{i}", "") for i in range(1001))), 10,
        "too-many-properties"),
    "a property given twice": (with_property('<property name="a"/>' * 2), 10, "property-twice"),
    "an unknown type": (with_property(property_text("a", "1", "vector")), 10, "property-type"),
    "a number that is none": (with_property(property_text("a", "x", "int")), 10,
                              "property-value"),
    "a float that is none": (with_property(property_text("a", "nan", "float")), 10,
                             "property-value"),
    "a truth that is none": (with_property(property_text("a", "maybe", "bool")), 10,
                             "property-value"),
    "a colour that is none": (with_property(property_text("a", "red", "color")), 10,
                              "property-value"),
    "an object below 0": (with_property(property_text("a", "-1", "object")), 10,
                          "property-value"),
    "an object that is not there": (with_property(property_text("a", "99", "object")), 10,
                                    "object-missing"),
    "a map property that points nowhere": (
        map_text("<properties>" + property_text("a", "99", "object") + "</properties>"), 3,
        "object-missing"),
    "a layer property that points nowhere": (
        map_text(SAND.replace("<data", "<properties>" + property_text("a", "99", "object")
                              + "</properties><data")), 3, "object-missing"),
    "a group property that points nowhere": (
        map_text("<group><properties>" + property_text("a", "99", "object")
                 + "</properties></group>"), 3, "object-missing"),
    "a member of a member that points nowhere": (
        with_property('<property name="k" type="class" propertytype="K"><properties>'
                      + property_text("a", "99", "object") + "</properties></property>"), 10,
        "object-missing"),
    "an item of a list that points nowhere": (
        with_property('<property name="l" type="list"><item type="object" value="99"/></property>'),
        10, "object-missing"),
    "a member that does not fit": (
        with_property('<property name="k" type="class"><properties>\n'
                      + property_text("a", "x", "int") + "</properties></property>"), 11,
        "property-value"),
    "a group property that does not fit": (
        map_text("<group><properties>" + property_text("a", "x", "int")
                 + "</properties></group>"), 3, "property-value"),
    "a number beyond 32 bits": (with_property(property_text("a", "4294967296", "int")), 10,
                                "property-value"),
    "an object id given twice": (
        map_text(SAND + "\n" + objects_text(
            object_text(1, "") * 2 + "\n" + object_text(2, "", property_text("a", "1", "object"))
        )), 9, "object-twice"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_map_is_refused_for(tmp_path: Path, what: str) -> None:
    text, line, code = REFUSED[what]
    error = refusal(tmp_path, text)

    assert (line, code) in codes(error), str(error)
    assert check_map(tmp_path / "map.tmx") == loading_error(tmp_path / "map.tmx").findings
    first = str(error).splitlines()[0]
    assert ": error: " in first
    assert first.endswith(f"[{error.findings[0].code}]")


LIMITS: dict[str, tuple[int, str, str]] = {
    "MOST_ELEMENTS": (30, map_text(SAND + "<wangset/>" * 40), "too-many-elements"),
    "MOST_KEPT": (30, map_text(SAND + "<properties/>" * 40), "too-many-elements"),
    "MOST_ATTRIBUTES": (60, map_text(SAND + '<wangset a="" b=""/>' * 40), "too-many-attributes"),
    "MOST_OBJECTS": (30, map_text(objects_text(object_text(1, "") * 40)), "too-many-objects"),
    "MOST_TILESETS": (30, map_text('<tileset firstgid="99"/>' * 40), "too-many-tilesets"),
    "MOST_CHUNKS": (3, map_text(data("<chunk/>" * 4)), "too-many-chunks"),
    "MOST_TILE_NOTES": (
        12, map_text(f'<tileset firstgid="99">{"<tile/>" * 9}</tileset>'), "too-many-tile-notes"),
    "MOST_CELLS": (50, map_text(SAND * 5), "too-large"),
    "MOST_POINTS_IN_ALL": (
        5, one('<polyline points="0,0 1,1 2,2 3,3 4,4 5,5"/>'), "too-many-points"),
    "MOST_FILES": (2, map_text(SAND), "too-many-files"),
    "MOST_PICTURE_BYTES": (50, map_text(SAND), "file-size"),
}


@pytest.mark.parametrize("limit", LIMITS)
def test_counts_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    most, text, code = LIMITS[limit]
    modules = [each for each in ("xml", "layers", "objects", "files")
               if hasattr(sys.modules[f"game.content.tmx.{each}"], limit)]
    for module in modules:
        monkeypatch.setattr(f"game.content.tmx.{module}.{limit}", most)

    assert modules
    assert code in [each.code for each in refusal(tmp_path, text).findings]


@pytest.mark.parametrize(("limit", "most"), [
    ("MOST_BYTES", 16 * 1024 * 1024), ("MOST_ELEMENTS", 200_000), ("MOST_DEPTH", 64),
    ("MOST_SIDE_TILES", 1024), ("MOST_CELLS", 4_000_000), ("MOST_LAYERS", 128),
    ("MOST_TILESETS", 256), ("MOST_OBJECTS", 20_000), ("MOST_POINTS", 1000),
    ("MOST_IMAGE_SIDE_PX", 4096), ("LEAST_TILE_PX", 4), ("MOST_TILE_PX", 512),
])
def test_the_bounds_are_those_that_maps_were_promised(limit: str, most: int) -> None:
    assert getattr(limits, limit) == most


@pytest.mark.parametrize(
    "what", ["16 MiB of objects", "a billion laughs", "16 MiB of nested tags", "one tag of 16 MiB"]
)
def test_a_file_made_to_exhaust_us_is_refused(tmp_path: Path, what: str) -> None:
    path = worst_maps.write(what, tmp_path)

    assert [each.severity for each in check_map(path, format_only=True)] == [Severity.ERROR]


def test_all_findings_come_at_once_worst_first(tmp_path: Path) -> None:
    body = SAND + "\n" + objects_text(
        "\n" + object_text(12, "Patrol", property_text("route", "99", "object")).replace(
            "<object", '<object name="patrol_a"') +
        "\n" + object_text(13, "Patrol", property_text("sensor", "x", "bool")), "actors"
    )
    error = refusal(tmp_path, map_text(body))

    path = (tmp_path / "map.tmx").as_posix()
    assert str(error) == (
        f'{path}:9: error: object 12 "patrol_a" on layer "actors": property "route" points to '
        "object 99, which is not on this map. Pick an object with the arrow button, or clear it. "
        "[object-missing]\n"
        f'{path}:10: error: object 13 "" on layer "actors": property "sensor": "x" is neither '
        "true nor false. Set it again in Tiled. [property-value]"
    )


def test_a_flood_of_errors_ends_early(tmp_path: Path) -> None:
    error = refusal(tmp_path, map_text(SAND + objects_text(object_text(0, "") * 900)))

    assert len(error.findings) == 200

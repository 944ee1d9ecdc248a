"""What no map may contain: each refused in one error with its file, line, code and mend."""

import base64
import os
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from game.content.tmx import limits
from game.content.tmx.findings import MapError
from tests.content.map_texts import (
    SAND,
    TILESETS,
    layer_text,
    map_text,
    object_text,
    objects_text,
    png,
    property_text,
    refusal,
    tileset_text,
)

Make = Callable[[Path], str]


def codes(error: MapError) -> list[tuple[int, str]]:
    return [(each.at.line, each.code) for each in error.findings]


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
    "no width": (map_text(SAND).replace(' width="4"', "", 1), 1, "missing-attribute"),
    "a width of 0": (map_text(SAND, width=0), 1, "bad-number"),
    "a width of minus 1": (map_text(SAND, width=-1), 1, "bad-number"),
    "a width that is no number": (map_text(SAND).replace('"4"', '"four"', 1), 1, "bad-number"),
    "a map too wide": (map_text(SAND, width=1025), 1, "too-large"),
    "tiles of 3 pixels": (map_text(SAND).replace('"16"', '"3"', 1), 1, "tile-size"),
    "tiles of 513 pixels": (map_text(SAND).replace('"16"', '"513"', 1), 1, "tile-size"),
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
    "a tile of no tileset": (map_text(data(ZEROS.replace("0", "77", 1))), 3, "gid-unknown"),
    "a chunk of no size": (
        map_text('<layer id="1" name="g"><data encoding="csv">\n'
                 '<chunk x="0" y="0" width="0" height="5"></chunk></data></layer>',
                 more='infinite="1"'), 4, "chunk-size"),
    # tilesets
    "a tileset without firstgid": (map_text('<tileset source="walls.tsx"/>'), 3,
                                   "missing-attribute"),
    "a firstgid of 0": (map_text('<tileset firstgid="0" source="walls.tsx"/>'), 3, "bad-number"),
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
    "a backslash": (map_text('<tileset firstgid="99" source="a\\b.tsx"/>'), 3, "path-backslash"),
    "a line break in a path": (map_text('<tileset firstgid="99" source="a&#10;b.tsx"/>'), 3,
                               "path-control"),
    "a path out of the project": (map_text('<tileset firstgid="99" source="../../a.tsx"/>'), 3,
                                  "path-outside"),
    "wrong letter case": (map_text('<tileset firstgid="99" source="Walls.tsx"/>'), 3, "path-case"),
    "a folder for a template": (one(more='template="."'), 9, "not-a-file"),
    # objects
    "an id of 0": (one(number="0"), 9, "bad-number"),
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
    first = str(error).splitlines()[0]
    assert ": error: " in first
    assert first.endswith(f"[{error.findings[0].code}]")


def tileset_map(text: str) -> str:
    return map_text("\n" + SAND).replace(TILESETS, TILESETS + f'<tileset firstgid="99" {text}')


def write_tileset(folder: Path, text: str) -> str:
    (folder / "own.tsx").write_text(text)
    return tileset_map('source="own.tsx"/>')


def stale(folder: Path) -> str:
    (folder / "own.png").write_bytes(png(32, 16))
    return write_tileset(folder, tileset_text("own", 64, 4))


def huge(folder: Path) -> str:
    (folder / "own.png").write_bytes(png(4097, 16))
    return write_tileset(folder, tileset_text("own", 4097, 256))


def no_picture(folder: Path) -> str:
    (folder / "own.png").write_bytes(b"MZ" + b"\0" * 100)
    return write_tileset(folder, tileset_text("own", 16, 1))


def wrong_count(folder: Path) -> str:
    (folder / "own.png").write_bytes(png(32, 16))
    return write_tileset(folder, tileset_text("own", 32, 9))


def tile_beyond(folder: Path) -> str:
    (folder / "own.png").write_bytes(png(32, 16))
    return write_tileset(folder, tileset_text("own", 32, 2, '<tile id="2"/>'))


def bad_frame(folder: Path) -> str:
    (folder / "own.png").write_bytes(png(32, 16))
    frames = '<animation><frame tileid="5" duration="1"/></animation>'
    return write_tileset(folder, tileset_text("own", 32, 2, f'<tile id="0">{frames}</tile>'))


def chained(folder: Path) -> str:
    return write_tileset(folder, '<tileset source="own.tsx"/>')


def device(folder: Path) -> str:
    os.mkfifo(folder / "own.tsx")
    return tileset_map('source="own.tsx"/>')


def large(folder: Path) -> str:
    with (folder / "own.tsx").open("wb") as file:
        file.truncate(limits.MOST_BYTES + 1)
    return tileset_map('source="own.tsx"/>')


def link_out(folder: Path) -> str:
    (folder / "own.tsx").symlink_to("/etc/passwd")
    return tileset_map('source="own.tsx"/>')


def template_loop(folder: Path) -> str:
    (folder / "own.tx").write_text('<template><object template="own.tx"/></template>')
    return one(more='template="own.tx"')


def bad_project(folder: Path) -> str:
    (folder / "a.tiled-project").write_text('{"propertyTypes": 5}')
    return map_text(SAND)


def class_in_itself(folder: Path) -> str:
    (folder / "a.tiled-project").write_text(
        '{"propertyTypes": [{"type": "class", "name": "A", "members": '
        '[{"name": "a", "type": "class", "propertyType": "A"}]}]}'
    )
    return map_text(SAND)


BESIDE: dict[str, tuple[Make, str]] = {
    "a picture that changed its size": (stale, "image-stale"),
    "a picture too large": (huge, "image-size"),
    "a picture that is none": (no_picture, "image-kind"),
    "a tile count that lies": (wrong_count, "tileset-count"),
    "a tile beyond its picture": (tile_beyond, "tile-id"),
    "a frame of no tile": (bad_frame, "tile-frame"),
    "a tileset that points to a tileset": (chained, "tileset-kind"),
    "a pipe for a tileset": (device, "not-a-file"),
    "a file too large": (large, "file-size"),
    "a link out of the project": (link_out, "path-outside"),
    "a template that stands on itself": (template_loop, "template-loop"),
    "a project without its list": (bad_project, "project"),
    "a class that contains itself": (class_in_itself, "project"),
}


@pytest.mark.parametrize("what", BESIDE)
def test_a_map_is_refused_for_what_lies_beside_it(tmp_path: Path, what: str) -> None:
    make, code = BESIDE[what]
    error = refusal(tmp_path, make(tmp_path))

    assert code in [each.code for each in error.findings], str(error)


@pytest.mark.parametrize(
    ("limit", "text", "code"),
    [
        ("MOST_ELEMENTS", map_text(SAND + "<group/>" * 40), "too-many-elements"),
        ("MOST_CELLS", map_text(SAND * 5), "too-large"),
        ("MOST_OBJECTS", map_text(objects_text(object_text(1, "") * 40)), "too-many-objects"),
        ("MOST_TILESETS", map_text('<tileset firstgid="99"/>' * 40), "too-many-tilesets"),
        ("MOST_FILES", map_text(SAND), "too-many-files"),
    ],
)
def test_counts_are_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, text: str, code: str
) -> None:
    lowered = {"MOST_ELEMENTS": 30, "MOST_CELLS": 50, "MOST_OBJECTS": 30, "MOST_TILESETS": 30,
               "MOST_FILES": 2}
    for module in ("xml", "layers", "objects", "reader", "files"):
        monkeypatch.setattr(f"game.content.tmx.{module}.{limit}", lowered[limit], raising=False)

    assert code in [each.code for each in refusal(tmp_path, text).findings]


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


def test_tiles_packed_with_zstandard_need_what_unpacks_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr("game.content.tmx.data.import_module", missing)
    packed = data(base(RAW), 'encoding="base64" compression="zstd"')

    assert "needs Python 3.14 or the package zstandard" in str(refusal(tmp_path, map_text(packed)))


def test_a_flood_of_errors_ends_early(tmp_path: Path) -> None:
    error = refusal(tmp_path, map_text(SAND + objects_text(object_text(0, "") * 900)))

    assert len(error.findings) == 200

"""What no map may refer to: files, pictures, tilesets and projects that cannot be used."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from game.content.check import check_map
from game.content.tmx import limits
from tests.content.map_texts import (
    SAND,
    TILESETS,
    map_text,
    objects_text,
    png,
    property_text,
    refusal,
    tileset_text,
    write_map,
)

Make = Callable[[Path], str]


def with_object(*, more: str) -> str:
    return map_text(SAND + objects_text(f'<object id="1" x="0" y="0" {more}/>'))


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


def link_loop(folder: Path) -> str:
    (folder / "own.tsx").symlink_to(folder / "other.tsx")
    (folder / "other.tsx").symlink_to(folder / "own.tsx")
    return tileset_map('source="own.tsx"/>')


def linked_folder(folder: Path) -> str:
    (folder / "away").symlink_to("/etc")
    return tileset_map('source="away/passwd.tsx"/>')


def case_of_a_folder(folder: Path) -> str:
    (folder / "Sets").mkdir()
    (folder / "Sets" / "own.tsx").write_text(tileset_text("own", 16, 1))
    return tileset_map('source="sets/own.tsx"/>')


def picture_is_a_pipe(folder: Path) -> str:
    os.mkfifo(folder / "own.png")
    return write_tileset(folder, tileset_text("own", 16, 1))


def picture_is_a_folder(folder: Path) -> str:
    (folder / "own.png").mkdir()
    return write_tileset(folder, tileset_text("own", 16, 1))


def too_tall(folder: Path) -> str:
    (folder / "own.png").write_bytes(png(16, 4097))
    return write_tileset(folder, tileset_text("own", 16, 1).replace('"16"/>', '"4097"/>'))


def cut_off(folder: Path) -> str:
    (folder / "own.png").write_bytes(png(16, 16)[:-9])
    return write_tileset(folder, tileset_text("own", 16, 1))


def spoilt(folder: Path) -> str:
    blob = bytearray(png(16, 16))
    blob[45] ^= 1
    (folder / "own.png").write_bytes(blob)
    return write_tileset(folder, tileset_text("own", 16, 1))


def wrong_columns(folder: Path) -> str:
    (folder / "own.png").write_bytes(png(32, 16))
    return write_tileset(folder, tileset_text("own", 32, 2).replace('columns="2"', 'columns="1"'))


def resting_frames(folder: Path) -> str:
    (folder / "own.png").write_bytes(png(32, 16))
    frames = '<animation><frame tileid="0" duration="0"/></animation>'
    return write_tileset(folder, tileset_text("own", 32, 2, f'<tile id="0">{frames}</tile>'))


def negative_frame(folder: Path) -> str:
    (folder / "own.png").write_bytes(png(32, 16))
    frames = '<animation><frame tileid="0" duration="-5"/></animation>'
    return write_tileset(folder, tileset_text("own", 32, 2, f'<tile id="0">{frames}</tile>'))


def tile_twice(folder: Path) -> str:
    (folder / "own.png").write_bytes(png(32, 16))
    return write_tileset(folder, tileset_text("own", 32, 2, '<tile id="0"/>' * 2))


def part_beyond(folder: Path) -> str:
    (folder / "own.png").write_bytes(png(32, 16))
    return write_tileset(
        folder, '<tileset name="o" tilewidth="16" tileheight="16" tilecount="1" columns="0">'
        '<tile id="0" x="20" y="0" width="20" height="16"><image source="own.png"/></tile>'
        "</tileset>"
    )


def gap(folder: Path) -> str:
    (folder / "own.png").write_bytes(png(16, 16))
    (folder / "own.tsx").write_text(
        '<tileset name="o" tilewidth="16" tileheight="16" tilecount="2" columns="0">'
        '<tile id="0"><image source="own.png"/></tile>'
        '<tile id="5"><image source="own.png"/></tile></tileset>'
    )
    return tileset_map('source="own.tsx"/>').replace("1,1,1,1", "1,1,102,1", 1)


def bad_tile_property(folder: Path) -> str:
    (folder / "own.png").write_bytes(png(16, 16))
    inside = f"<properties>{property_text('a', 'x', 'int')}</properties>"
    return write_tileset(folder, tileset_text("own", 16, 1, f'<tile id="0">{inside}</tile>'))


def bad_template_property(folder: Path) -> str:
    inside = f"<properties>{property_text('a', 'x', 'int')}</properties>"
    (folder / "own.tx").write_text(f"<template><object>{inside}</object></template>")
    return with_object(more='template="own.tx"')


def template_of_nothing(folder: Path) -> str:
    (folder / "own.tx").write_text("<template/>")
    return with_object(more='template="own.tx"')


def template_without_tileset(folder: Path) -> str:
    (folder / "own.tx").write_text('<template><object gid="1"/></template>')
    return with_object(more='template="own.tx"')


def large_project(folder: Path) -> str:
    (folder / "a.tiled-project").write_text("[" + "{}," * 600_000 + "{}]")
    return map_text(SAND)


def deep_project(folder: Path) -> str:
    (folder / "a.tiled-project").write_text("[" * 100_000)
    return map_text(SAND)


def bad_default(folder: Path) -> str:
    (folder / "a.tiled-project").write_text(
        '{"propertyTypes": [{"type": "class", "name": "A", "members": '
        '[{"name": "a", "type": "int", "value": "x"}]}]}'
    )
    return map_text(SAND)


def template_loop(folder: Path) -> str:
    (folder / "own.tx").write_text('<template><object template="own.tx"/></template>')
    return with_object(more='template="own.tx"')


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
    "a picture too tall": (too_tall, "image-size"),
    "a picture cut off": (cut_off, "image-damaged"),
    "a picture that was damaged": (spoilt, "image-damaged"),
    "a pipe for a picture": (picture_is_a_pipe, "not-a-file"),
    "a folder for a picture": (picture_is_a_folder, "not-a-file"),
    "a count of columns that lies": (wrong_columns, "tileset-count"),
    "an animation that never moves": (resting_frames, "tile-frame"),
    "a frame shorter than nothing": (negative_frame, "bad-number"),
    "a tile given twice": (tile_twice, "tile-id"),
    "a part outside of its picture": (part_beyond, "tile-area"),
    "a tile in a gap of a collection": (gap, "gid-unknown"),
    "a tile's property that does not fit": (bad_tile_property, "property-value"),
    "a template's property that does not fit": (bad_template_property, "property-value"),
    "a template of nothing": (template_of_nothing, "template-kind"),
    "a template whose tileset is missing": (template_without_tileset, "gid-unknown"),
    "links that lead to each other": (link_loop, "file-missing"),
    "a linked folder": (linked_folder, "path-outside"),
    "a folder in the wrong letter case": (case_of_a_folder, "path-case"),
    "a project too large": (large_project, "file-size"),
    "a project nested too deep": (deep_project, "project"),
    "a default that does not fit": (bad_default, "project"),
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


def test_a_world_is_no_map(tmp_path: Path) -> None:
    (tmp_path / "all.world").write_text('{"maps": []}')

    assert "this is a world of several maps. Name one of them." in str(
        check_map(tmp_path / "all.world")[0])


def test_places_on_an_endless_map_are_those_that_tiled_shows(tmp_path: Path) -> None:
    chunk = '<chunk x="-3" y="5" width="2" height="1">1,99</chunk>'
    text = map_text(f'<layer id="1" name="g"><data encoding="csv">{chunk}</data></layer>',
                    more='infinite="1"')

    assert refusal(tmp_path, text).findings[0].at.cell == (-2, 5)


def test_letter_case_counts_in_a_project_that_is_reached_by_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    path = write_map(tmp_path / "link", map_text(SAND))
    assert check_map(path, format_only=True) == ()
    path.write_text(path.read_text().replace("walls.tsx", "Walls.tsx"))

    assert [each.code for each in check_map(path)] == ["path-case"]


def test_a_map_that_is_too_large_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = write_map(tmp_path, map_text(SAND))
    with path.open("ab") as file:
        file.truncate(limits.MOST_BYTES + 1)

    assert [each.code for each in check_map(path)] == ["file-size"]


@pytest.mark.parametrize("make", [lambda path: path.mkdir(), os.mkfifo])
def test_what_is_no_file_is_no_map(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "map.tmx")

    assert [each.code for each in check_map(tmp_path / "map.tmx")] == ["not-a-file"]

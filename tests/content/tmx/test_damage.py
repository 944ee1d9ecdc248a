"""However a map is damaged, it is read or refused: no other error ever comes out."""

import base64
import zlib
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.check import check_map
from game.content.levels import load_level
from game.content.tmx.findings import MapError, Severity
from tests.content.map_texts import (
    START,
    layer_text,
    make_tilesets,
    map_text,
    object_text,
    objects_text,
    property_text,
)

_PACKED = base64.b64encode(zlib.compress(b"\1\0\0\0" * 12)).decode()
_LINE = '<polyline points="0,0 16,8.5 30,2"/>'
SOUND = map_text(
    layer_text("1 2 3 4\n5 6 7 8\n1 1 1 1")
    + '<layer id="3" name="over" width="4" height="3">'
    f'<data encoding="base64" compression="zlib">{_PACKED}</data></layer>'
    + objects_text(
        START
        + object_text(2, "Patrol", property_text("route", "3", "object"),
                      property_text("delay", "1.5", "float"))
        + object_text(3, "Route", property_text("loop", "true", "bool"), inside=_LINE)
        + '<object id="4" template="light.tx" x="20" y="20" rotation="33.3"/>'
        + object_text(5, "Crest", property_text("height", "5", "int"), inside=_LINE)
        + '<object id="6" type="Trigger" x="1" y="1" width="20" height="20"/>'
    ),
    head='<?xml version="1.0" encoding="UTF-8"?>\n',
).encode()
TEMPLATE = b'<template><object name="l" type="Light"><point/></object></template>'
FILES = ("map.tmx", "ground.tsx", "walls.tsx", "light.tx", "suna.tiled-project", "ground.png")


def fill(folder: Path) -> None:
    make_tilesets(folder)
    (folder / "map.tmx").write_bytes(SOUND)
    (folder / "light.tx").write_bytes(TEMPLATE)


def survives(folder: Path) -> None:
    """Load the map and check it; both must come to the same verdict, and nothing else."""
    found = check_map(folder / "map.tmx")
    refused = any(each.severity is Severity.ERROR for each in found)
    try:
        load_level(folder / "map.tmx")
    except MapError as error:
        assert refused
        assert all(str(each).endswith("]") for each in error.findings)
        return
    assert not refused


def test_the_undamaged_map_is_sound(tmp_path: Path) -> None:
    fill(tmp_path)

    assert len(load_level(tmp_path / "map.tmx").actors) == 1
    survives(tmp_path)


@settings(max_examples=80)
@given(file=st.sampled_from(FILES), data=st.data())
def test_a_file_cut_off_anywhere_is_read_or_refused(file: str, data: st.DataObject) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder)
        blob = (folder / file).read_bytes()
        (folder / file).write_bytes(blob[: data.draw(st.integers(0, len(blob)))])
        survives(folder)


@settings(max_examples=150)
@given(file=st.sampled_from(FILES), data=st.data())
def test_files_with_flipped_bits_are_read_or_refused(file: str, data: st.DataObject) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder)
        blob = bytearray((folder / file).read_bytes())
        for _ in range(data.draw(st.integers(1, 4))):
            place = data.draw(st.integers(0, len(blob) - 1))
            blob[place] ^= 1 << data.draw(st.integers(0, 7))
        (folder / file).write_bytes(blob)
        survives(folder)


_VALUES = (
    "", "-1", "0", "1", "99999999999", "1e308", "nan", "x", "true", "/", "..", "%s", "\U0001f40d",
    "4294967295", "0.5", "#", "Route", "light.tx", "a" * 300, "csv", "zstd",
)


@settings(max_examples=150)
@given(data=st.data())
def test_any_attribute_with_any_value_is_read_or_refused(data: st.DataObject) -> None:
    text = SOUND.decode()
    starts = [i + 2 for i in range(len(text)) if text.startswith('="', i)]
    start = data.draw(st.sampled_from(starts))
    value = data.draw(st.sampled_from(_VALUES))
    with TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder)
        changed = text[:start] + value + text[text.index('"', start) :]
        (folder / "map.tmx").write_text(changed, encoding="utf-8")
        survives(folder)

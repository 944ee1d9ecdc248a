"""However a map is damaged, it is read or refused: no other error ever comes out.

A small share of what ``python -m tools.fuzz_maps`` does at length, with the same sample.
"""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content import load_level
from game.content.check import check_map
from tools.fuzz_maps import SAMPLE, all_cuts, all_flips, damaged, judge, originals_in, run

ORIGINALS = originals_in(SAMPLE)


def test_the_undamaged_sample_is_sound() -> None:
    assert check_map(SAMPLE / "every.tmx") == ()
    assert check_map(SAMPLE / "endless.tmx") == ()
    assert load_level(SAMPLE / "every.tmx").actors[0].squad == 2
    assert load_level(SAMPLE / "endless.tmx").width == 8


def test_a_file_cut_off_anywhere_is_read_or_refused() -> None:
    assert run(SAMPLE, all_cuts(ORIGINALS, step=173)) == []


def test_files_with_flipped_bytes_are_read_or_refused() -> None:
    assert run(SAMPLE, all_flips(ORIGINALS, step=397)) == []


def test_files_damaged_in_many_ways_are_read_or_refused() -> None:
    assert run(SAMPLE, damaged(ORIGINALS, 1200, seed=5)) == []


def test_the_same_seed_does_the_same_damage() -> None:
    assert list(damaged(ORIGINALS, 60, 9)) == list(damaged(ORIGINALS, 60, 9))


def test_a_reader_that_fails_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: Path) -> None:
        raise ZeroDivisionError(path)

    monkeypatch.setattr("tools.fuzz_maps.check_map", broken)
    failures = run(SAMPLE, damaged(ORIGINALS, 1, seed=1))

    assert "ZeroDivisionError" in failures[0].what


_VALUES = st.sampled_from((
    "", "-1", "0", "1", "2", "9", "16", "99999999999", "1e308", "nan", "x", "true", "/", "..", "%s",
    "\U0001f40d", "4294967295", "0.5", "#", "Route", "Rogue", "ground.tsx", "lamp.tx", "back.png",
    "a" * 300, "csv", "base64", "zlib", "zstd", "0,0 5,5", "class", "int", "list", "object",
))
_TAGS = st.sampled_from((
    "map", "tileset", "layer", "data", "chunk", "tile", "objectgroup", "object", "group",
    "imagelayer", "image", "properties", "property", "polyline", "polygon", "point", "ellipse",
    "capsule", "text", "template", "animation", "frame", "tileoffset", "item", "wangsets",
))
_NAMES = st.sampled_from((
    "id", "gid", "name", "type", "class", "x", "y", "width", "height", "rotation", "source",
    "template", "firstgid", "tilewidth", "tileheight", "columns", "tilecount", "spacing", "margin",
    "encoding", "compression", "points", "value", "propertytype", "offsetx", "opacity", "visible",
    "tintcolor", "tileid", "duration", "objectalignment", "draworder", "parallaxx", "infinite",
))


def _written(tag: str, attributes: dict[str, str], inside: list[str]) -> str:
    written = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<{tag}{written}>{''.join(inside)}</{tag}>"


_ATTRIBUTES = st.dictionaries(_NAMES, _VALUES, max_size=5)
_ELEMENTS = st.recursive(
    st.builds(_written, _TAGS, _ATTRIBUTES, st.lists(_VALUES, max_size=1)),
    lambda inner: st.builds(_written, _TAGS, _ATTRIBUTES, st.lists(inner, max_size=4)),
    max_leaves=12,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample."""
    copy = tmp_path_factory.mktemp("sample") / "maps"
    shutil.copytree(SAMPLE, copy)
    return copy


def survives(folder: Path, text: str) -> bool:
    return judge(folder, "every.tmx", text.encode(), [folder / "every.tmx"]) is None


@settings(max_examples=50)
@given(elements=st.lists(_ELEMENTS, max_size=5), infinite=st.booleans())
def test_maps_of_any_structure_are_read_or_refused(
    folder: Path, elements: list[str], infinite: bool
) -> None:
    head = (
        f'<map orientation="orthogonal" width="2" height="2" tilewidth="16" tileheight="16" '
        f'infinite="{int(infinite)}"><tileset firstgid="1" source="ground.tsx"/>'
    )

    assert survives(folder, head + "".join(elements) + "</map>")


@settings(max_examples=50)
@given(data=st.data())
def test_any_attribute_with_any_value_is_read_or_refused(
    folder: Path, data: st.DataObject
) -> None:
    text = ORIGINALS["every.tmx"].decode()
    starts = [i + 2 for i in range(len(text)) if text.startswith('="', i)]
    start = data.draw(st.sampled_from(starts))

    assert survives(folder, text[:start] + data.draw(_VALUES) + text[text.index('"', start) :])

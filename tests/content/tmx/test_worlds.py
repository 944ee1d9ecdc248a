"""Worlds of several maps: what they name is found and checked, within the bounds of maps."""

import json
import shutil
from pathlib import Path

import pytest

from game.content.check import check_world, run
from game.content.tmx.findings import Findings, MapError
from game.content.tmx.world import World, read_world
from tests.content.map_texts import SAND, START, map_text, objects_text, write_map
from tools.fuzz_maps import SAMPLE

SOUND = map_text(SAND + objects_text(START))


def entry(name: str, x: object = 0, **more: object) -> dict[str, object]:
    return {"fileName": name, "x": x, "y": 0, "width": 64, "height": 48, **more}


def world_of(*maps: object, **more: object) -> str:
    return json.dumps({"maps": list(maps), "type": "world", **more}, indent=1)


def put(folder: Path, text: str | bytes) -> Path:
    for name in ("map.tmx", "map_1_0.tmx", "map_02_01.tmx"):
        write_map(folder, SOUND, name)
    path = folder / "all.world"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read(folder: Path, text: str) -> World:
    findings = Findings()
    world = read_world(put(folder, text), findings)
    findings.raise_errors()
    return world


def test_a_world_names_its_maps_and_their_places(tmp_path: Path) -> None:
    world = read(tmp_path, world_of(entry("map.tmx", -64), entry("map_1_0.tmx", 0)))

    assert [(each.path.name, each.x, each.size) for each in world.maps] == [
        ("map.tmx", -64, (64, 48)), ("map_1_0.tmx", 0, (64, 48)),
    ]


def test_a_pattern_finds_maps_by_the_numbers_in_their_names(tmp_path: Path) -> None:
    pattern = {"regexp": r"map_0*(\d+)_0*(\d+)\.tmx", "multiplierX": 64, "multiplierY": 48,
               "offsetX": -64}
    world = read(tmp_path, world_of(patterns=[pattern]))

    assert [(each.path.name, each.x, each.y) for each in world.maps] == [
        ("map_02_01.tmx", 64, 48), ("map_1_0.tmx", 0, 0),
    ]


def test_the_maps_of_a_world_are_checked_with_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = put(tmp_path, world_of(entry("map.tmx"), entry("map_1_0.tmx", 64)))
    assert run([path]) == 0
    (tmp_path / "map_1_0.tmx").write_text("<map/>")

    assert run([path]) == 1
    assert "map_1_0.tmx:1: error: " in capsys.readouterr().out


def test_maps_over_each_other_and_of_other_sizes_are_doubted(tmp_path: Path) -> None:
    path = put(tmp_path, world_of(entry("map.tmx"), entry("map_1_0.tmx", 63, width=65)))

    assert [(each.code, each.at.line) for each in check_world(path)] == [
        ("world-stale", 11), ("world-overlap", 11),
    ]


REFUSED = {
    "no JSON": ("{", "world"),
    "something else": ('{"type": "map"}', "world"),
    "no object": ("[]", "world"),
    "nested without end": ("[" * 500_000, "world"),
    "more than a mebibyte": (world_of() + " " * 1024 * 1024, "file-size"),
    "no maps": (world_of(), "world-empty"),
    "maps that are no list": ('{"maps": 5}', "world"),
    "a map without a name": (world_of({"x": 1}), "world"),
    "a map that is not there": (world_of(entry("no.tmx")), "file-missing"),
    "a map outside": (world_of(entry("../../a.tmx")), "path-outside"),
    "a map by its whole path": (world_of(entry("/etc/a.tmx")), "path-absolute"),
    "wrong letter case": (world_of(entry("Map.tmx")), "path-case"),
    "a map in JSON": (world_of(entry("suna.tiled-project")), "world-kind"),
    "a map given twice": (world_of(entry("map.tmx"), entry("./map.tmx")), "world-twice"),
    "a place that is no number": (world_of(entry("map.tmx", "left")), "bad-number"),
    "a place that is infinite": (world_of(entry("map.tmx", float("inf"))), "bad-number"),
    "a place off the world": (world_of(entry("map.tmx", 2_000_000)), "world-far"),
    "a pattern without end": (
        world_of(patterns=[{"regexp": r"(\d+)*(\d+)*$"}]), "world-pattern"),
    "a pattern of one number": (world_of(patterns=[{"regexp": r"map_(\d+).tmx"}]), "world-pattern"),
    "a pattern without a text": (world_of(patterns=[{"regexp": 5}]), "world"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_world_is_refused_for(tmp_path: Path, what: str) -> None:
    text, code = REFUSED[what]

    with pytest.raises(MapError) as caught:
        read(tmp_path, text)
    assert code in [each.code for each in caught.value.findings]
    assert str(caught.value).startswith(f"{(tmp_path / 'all.world').as_posix()}:")
    assert code in [each.code for each in check_world(tmp_path / "all.world")]


def test_a_world_has_so_many_maps_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.content.tmx.world.MOST_WORLD_MAPS", 2)
    names = ("map.tmx", "map_1_0.tmx", "map_02_01.tmx")

    with pytest.raises(MapError, match="world-too-many"):
        read(tmp_path, world_of(*map(entry, names)))


def test_a_world_cut_off_anywhere_is_read_or_refused(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, tmp_path / "maps")
    path = tmp_path / "maps" / "both.world"
    blob = path.read_bytes()
    codes = set()
    for end in range(0, len(blob), 9):
        path.write_bytes(blob[:end])
        codes |= {each.code for each in check_world(path)}

    assert codes == {"world"}

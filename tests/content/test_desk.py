"""The map maker's desk in real Tiled: automapping, and the check with its way to the object.

Collected only where Tiled is installed.
"""

import json
from pathlib import Path

import numpy as np
import pytest

from game.content.check import check_map
from game.content.country import TILESETS
from game.content.drawing import MapDrawing
from game.content.new_map import run
from game.content.paths import maps_folder
from game.content.project import run as write_project
from game.content.tile_stamps import Stamps, tile_count
from game.content.tmx.findings import Findings
from game.content.tmx.model import TileLayer
from game.content.tmx.reader import read_map
from tests.content.tiled_desk import TILED, at_desk

AUTOMAP = """
function work(map) {
    map.autoMap(FileInfo.path(map.fileName) + "/rules/rules.txt");
    tiled.trigger("Save");
}
"""
JUMP = """
import { check, select } from "./suna.mjs";
function work(map) {
    const findings = check(map);
    say(JSON.stringify(findings));
    for (const each of findings) {
        const found = select(map.fileName, each.object, each.cell);
        say(found + " " + map.selectedObjects.map(object => object.id).join(" "));
    }
}
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """An empty folder with everything that a new map brings, and a home for Tiled."""
    (tmp_path / "home").mkdir()
    (tmp_path / "maps").mkdir()
    run(tmp_path / "maps" / "first")
    write_project(write=True, folder=tmp_path / "maps")
    return tmp_path


def painted(folder: Path, rows: dict[tuple[int, int], tuple[str, int, int]]) -> Path:
    """A map with these stamps' tiles (stamp, column, row) on its walls."""
    drawing = MapDrawing(24, 16)
    first = {
        name: drawing.tileset(f"tilesets/{name}.tsx", tile_count(folder / f"tilesets/{name}.tsx"))
        for name in TILESETS
    }
    stamps = Stamps.of(folder / "tilesets", "walls")
    walls = np.zeros((16, 24), np.uint32)
    for (x, y), part in rows.items():
        walls[y, x] = first["walls"] + stamps.tile(*part)
    drawing.tiles("ground", np.full((16, 24), first["ground"], np.uint32))
    drawing.tiles("walls", walls)
    drawing.point("Start", "start", (20.5, 14.5))
    path = folder / "painted.tmx"
    drawing.save(path)
    return path


def walls_of(path: Path) -> dict[tuple[int, int], int]:
    """Tiles of the layer walls, as their ids in its tileset."""
    tiled = read_map(path, Findings())
    first = next(each.first_gid for each in tiled.tilesets if each.name == "walls")
    layer = next(
        each for each in tiled.layers if isinstance(each, TileLayer) and each.name == "walls"
    )
    return {
        (x, y): layer.gids.item(y, x) - first
        for y, x in np.argwhere(layer.gids).tolist()
    }


if TILED:

    def test_automapping_puts_face_and_foot_below_what_is_painted(desk: Path) -> None:
        folder = desk / "maps"
        rock = {(x, y): ("cliff/top", x % 8, y % 2) for x in range(2, 11) for y in (1, 2)}
        merlons = {(x, 1): ("wall/top", x % 8, 0) for x in range(13, 18)}
        roof = {(19 + x, 4 + y): ("house/roof", x, y) for x in range(3) for y in range(3)}
        # a lamp-lit slit that the maker has put there already stays
        slit = {(15, 2): ("wall/slit_lit", 0, 0)}
        path = painted(folder, {**rock, **merlons, **roof, **slit})

        at_desk(desk / "home", path, AUTOMAP)
        walls, stamps = walls_of(path), Stamps.of(folder / "tilesets", "walls")

        for x in range(3, 10):
            assert walls[x, 3] == stamps.tile("cliff/lip", x % 8)
            assert walls[x, 6] == stamps.tile("cliff/face", x % 8, 3)
            assert walls[x, 7] == stamps.tile("cliff/foot", x % 8)
        assert [walls[x, 7] for x in (2, 10)] == [
            stamps.tile("cliff/west", 0, 5), stamps.tile("cliff/east", 0, 5)
        ]
        assert [walls[14, y] for y in (2, 3, 4)] == [
            stamps.tile("wall/face", 6), stamps.tile("wall/face", 6, 1), stamps.tile("wall/foot", 6)
        ]
        assert walls[15, 2] == stamps.tile("wall/slit_lit", 0)
        assert (15, 4) not in walls
        assert walls[20, 8] == stamps.tile("house/front", 1, 1)
        assert len(walls) == len(rock) + 9 * 5 + len(merlons) + 4 * 3 + len(roof) + 3 * 2 + 1
        assert check_map(path) == ()

    def test_the_check_lists_findings_that_lead_to_their_object(desk: Path) -> None:
        path = desk / "maps" / "first.tmx"
        text = path.read_text()
        patrol = text.index('type="Patrol"')
        path.write_text(text[:patrol] + 'type="Patroll"' + text[patrol + 13 :])

        extension = maps_folder() / "extensions" / "suna.mjs"
        listed, *jumps = at_desk(desk / "home", path, JUMP, extension)
        findings = json.loads(listed)

        assert [each["code"] for each in findings] == ["class-unknown"]
        assert jumps == [f"true {findings[0]['object']}"]

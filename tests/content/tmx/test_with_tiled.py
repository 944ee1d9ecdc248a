"""Tiled itself as judge: what it saves again plays the same, and it opens what we write.

Collected only where Tiled is installed: elsewhere there is no judge to ask.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from game.content import load_level
from game.content.check import find_maps
from game.content.levels import digest_of
from game.content.map_rules import draft_level, used_gids
from game.content.paths import maps_folder
from game.content.project import shared_files
from game.content.tmx.by_pytmx import own_tile_facts
from game.content.tmx.findings import Findings
from game.content.tmx.reader import read_map
from tests.content.map_texts import (
    layer_text,
    map_text,
    object_text,
    objects_text,
    property_text,
    write_map,
)
from tests.content.tmx.test_takes import ENCODED, data_layer, tiles

TILED = shutil.which("tiled")


def saved_again(path: Path, *options: str) -> Path:
    """The map as Tiled writes it: opened and exported as TMX beside itself."""
    assert TILED is not None
    out = path.with_name("again.tmx")
    out.unlink(missing_ok=True)
    command = [TILED, *options, "--export-map", "tmx", str(path), str(out)]
    home = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(path.parent),
            "XDG_RUNTIME_DIR": str(path.parent)}
    done = subprocess.run(
        command, env={**os.environ, **home}, timeout=60, check=False, capture_output=True, text=True
    )
    assert out.exists(), done.stderr
    return out


BODY = (
    layer_text("1 2 3 4\n5 6 7 8\n1 1 2147483650 1073741827")
    + layer_text("0 0 0 0\n0 0 0 0\n9 10 0 0", "walls")
    + '<group name="people" offsetx="2.5">'
    + objects_text(
        '<object id="1" name="start" type="Start" x="8" y="8"><point/></object>'
        + object_text(2, "Patrol", property_text("route", "3", "object"),
                      property_text("delay", "0.1", "float"), place='x="20.1" y="7.003"')
        + object_text(3, "Route", inside='<polyline points="0,0 16.25,8.333 30,2"/>')
        + object_text(4, "Crest", property_text("height", "5", "int"),
                      inside='<polyline points="0,0 -60,40"/>')
        + '<object id="5" type="Cover" x="4" y="20" width="20" height="9" rotation="33"/>'
        '<object id="6" template="templates/patrol.tx" x="40" y="40"/>'
        '<object id="7" template="templates/boulder.tx" x="20" y="20"><properties>'
        + property_text("text", "x") + "</properties></object>"
    ) + "</group>"
)


def make(folder: Path, body: str) -> Path:
    path = write_map(folder, map_text(body))
    for file, text in shared_files(folder).items():
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    return path


def digest(path: Path) -> str:
    """The digest of a level, without raising its dunes."""
    findings = Findings()
    tiled = read_map(path, findings)
    draft = draft_level(tiled, own_tile_facts(tiled, used_gids(tiled)), findings)
    findings.raise_errors()
    return digest_of(draft)


if TILED:

    def test_every_map_that_comes_with_the_game_is_the_same_when_tiled_saves_it(
        tmp_path: Path,
    ) -> None:
        shutil.copytree(maps_folder(), tmp_path / "maps")
        found = find_maps([tmp_path / "maps"])
        changed = [path.name for path in found if digest(saved_again(path)) != digest(path)]

        assert changed == []

    def test_a_map_saved_again_by_tiled_keeps_its_digest(tmp_path: Path) -> None:
        path = make(tmp_path, BODY)

        assert load_level(saved_again(path)).digest == load_level(path).digest

    def test_a_map_with_its_templates_taken_apart_by_tiled_keeps_its_digest(
        tmp_path: Path,
    ) -> None:
        path = make(tmp_path, BODY)
        again = saved_again(path, "--detach-templates", "--embed-tilesets")

        assert "template=" not in again.read_text()
        assert load_level(again).digest == load_level(path).digest

    @pytest.mark.parametrize("encoding", ENCODED)
    def test_tiled_reads_the_same_tiles(tmp_path: Path, encoding: str) -> None:
        path = make(tmp_path, data_layer(ENCODED[encoding]))

        assert tiles(read_map(saved_again(path), Findings())) == tiles(
            read_map(path, Findings())
        )

"""Tiled itself as judge: what it opens, saves again and draws is what we wrote, read and draw."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

import pytest

from game.content import load_level
from game.content.check import check_map, find_maps
from game.content.levels import digest_of
from game.content.map_rules import draft_level, used_gids
from game.content.paths import maps_folder
from game.content.project import shared_files
from game.content.schema import OBJECT_LAYERS
from game.content.tmx.by_pytmx import own_tile_facts
from game.content.tmx.findings import Findings
from game.content.tmx.model import TiledMap
from game.content.tmx.reader import read_map
from tests.content.crafted import RASTERIZER, drawn_by_tiled, strangers
from tests.content.map_texts import (
    layer_text,
    map_text,
    object_text,
    objects_text,
    property_text,
    write_map,
)
from tests.content.test_render import drawn
from tests.content.tmx.test_takes import ENCODED, data_layer, tiles
from tools.fuzz_maps import SAMPLE

TILED = shutil.which("tiled")
EXAMPLES = Path(TILED or "/").resolve().parent.parent / "share" / "doc" / "tiled" / "examples"
pytestmark = pytest.mark.skipif(
    TILED is None or RASTERIZER is None,
    reason="Tiled is not installed, and it alone can say whether it opens what we write",
)


def exported(path: Path, *options: str, kind: str = "map", to: str = "tmx") -> Path:
    """A file as Tiled writes it: opened and exported, beside itself."""
    assert TILED is not None
    out = path.with_name(f"{path.stem}.again.{to}")
    command = [TILED, *options, f"--export-{kind}", to, str(path), str(out)]
    home = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(path.parent),
            "XDG_RUNTIME_DIR": str(path.parent)}
    done = subprocess.run(
        command, env={**os.environ, **home}, timeout=60, check=False, capture_output=True, text=True
    )
    assert out.exists(), done.stderr
    return out


def changes(path: Path, again: Path) -> Iterator[str]:
    """What Tiled changed: nothing but the version, and what its version or project lacks."""
    before, after = ElementTree.parse(path).getroot(), ElementTree.parse(again).getroot()
    version = tuple(map(int, after.get("tiledversion", "1.0").split(".")[:2]))
    # the class of a map came with 1.9; enums are known only to a Tiled that has the project open
    lacks = {"version", "tiledversion", "propertytype"} | ({"class"} if version < (1, 9) else set())
    one, other = list(before.iter()), list(after.iter())
    if len(one) != len(other):
        yield f"{path.name}: {len(one)} elements became {len(other)}"
    for left, right in zip(one, other, strict=False):
        for name in sorted({*left.keys(), *right.keys()} - lacks):
            if left.get(name) != right.get(name):
                yield f"{path.name}: {left.tag} {name}: {left.get(name)} became {right.get(name)}"
        if left.tag != right.tag or (left.text or "").split() != (right.text or "").split():
            yield f"{path.name}: {left.tag} became {right.tag}, or its text changed"


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


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the maps that come with the game, with their tilesets and templates."""
    folder = tmp_path_factory.mktemp("shipped") / "maps"
    shutil.copytree(maps_folder(), folder)
    return folder


def test_every_map_that_comes_with_the_game_is_unchanged_when_tiled_saves_it(
    shipped: Path,
) -> None:
    paths = find_maps([shipped])
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        again = list(pool.map(exported, paths))
    found = [line for path, out in zip(paths, again, strict=True) for line in changes(path, out)]

    assert found == []


def test_every_tileset_that_comes_with_the_game_is_unchanged_when_tiled_saves_it(
    shipped: Path,
) -> None:
    paths = sorted((shipped / "tilesets").glob("*.tsx"))

    assert len(paths) >= 3
    for path in paths:
        assert list(changes(path, exported(path, kind="tileset", to="tsx"))) == []


def test_every_template_that_comes_with_the_game_opens_in_tiled(shipped: Path) -> None:
    paths = sorted((shipped / "templates").glob("*.tx"))
    objects = "".join(
        f'<object id="{number}" template="templates/{path.name}" x="20" y="20"/>'
        for number, path in enumerate(paths, 1)
    )
    path = shipped / "all.tmx"
    path.write_text(
        '<map version="1.8" orientation="orthogonal" width="4" height="4" tilewidth="16" '
        f'tileheight="16"><objectgroup id="1" name="places">{objects}</objectgroup></map>'
    )
    apart = read_map(exported(path, "--detach-templates"), Findings()).objects()
    ours = read_map(path, Findings()).objects()
    path.unlink()

    assert len(ours) == len(paths) > 10
    assert [(each.class_name, each.shape, each.width) for each in apart] == [
        (each.class_name, each.shape, each.width) for each in ours
    ]


def test_the_maps_that_come_with_the_game_look_as_tiled_draws_them(shipped: Path) -> None:
    paths = [path for path in find_maps([shipped]) if not path.stem.endswith(".again")]
    hidden = [option for layer in OBJECT_LAYERS for option in ("--hide-layer", layer)]
    pictures = drawn_by_tiled(paths, *hidden)
    other = [path.name for path, picture in zip(paths, pictures, strict=True)
             if strangers(drawn(path), picture)]

    assert other == []


def test_a_map_saved_again_by_tiled_keeps_its_digest(tmp_path: Path) -> None:
    path = make(tmp_path, BODY)

    assert digest(exported(path)) == load_level(path).digest


def test_a_map_with_its_templates_taken_apart_by_tiled_keeps_its_digest(tmp_path: Path) -> None:
    path = make(tmp_path, BODY)
    again = exported(path, "--detach-templates", "--embed-tilesets")

    assert "template=" not in again.read_text()
    assert digest(again) == load_level(path).digest


def test_tiled_reads_the_same_tiles(tmp_path: Path) -> None:
    paths = []
    for number, data in enumerate(ENCODED.values()):
        folder = tmp_path / str(number)
        folder.mkdir()
        paths.append(make(folder, data_layer(data)))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        again = list(pool.map(exported, paths))

    for path, out in zip(paths, again, strict=True):
        assert tiles(read_map(out, Findings())) == tiles(read_map(path, Findings()))


@pytest.mark.parametrize("name", ["every", "endless"])
def test_tiled_opens_the_sample_of_everything_and_changes_nothing_that_we_read(
    tmp_path: Path, name: str
) -> None:
    shutil.copytree(SAMPLE, tmp_path / "maps")
    path = tmp_path / "maps" / f"{name}.tmx"
    one, other = (read_map(each, Findings()) for each in (path, exported(path)))

    assert [layer.name for layer in one.layers] == [layer.name for layer in other.layers]
    assert whereabouts(one) == whereabouts(other)


@pytest.mark.skipif(not EXAMPLES.is_dir(), reason="Tiled came without its examples")
def test_the_examples_of_tiled_itself_are_read_or_are_not_orthogonal() -> None:
    codes = {
        path.name: [each.code for each in check_map(path, format_only=True)]
        for path in EXAMPLES.rglob("*.tmx")
    }

    assert len(codes) > 10
    assert {code for found in codes.values() for code in found} <= {
        "orientation", "object-unnumbered",
    }


def whereabouts(tiled: TiledMap) -> list[tuple[object, ...]]:
    """Where all objects are, and what tiles they show, however tilesets are numbered."""
    found: list[tuple[object, ...]] = []
    for each in tiled.objects():
        tileset = tiled.tileset_of(each.gid)
        tile = (tileset.name, each.gid - tileset.first_gid) if tileset is not None else None
        found.append((each.id, each.x, each.y, each.points, tile))
    return found

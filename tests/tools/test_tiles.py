"""The tilesets: what is committed is what is drawn, every tile says what it is, no seams show."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as PilImage

from game.sim.level import Surface
from tools.art import tiles, tiles_cliffs
from tools.art.__main__ import differing
from tools.art.raster import Image, canvas
from tools.art.tile_sheet import COLUMNS, TILE, TileSheet

MAPS = Path(__file__).parents[2] / "maps"
SHEETS = ("ground", "walls", "over")


def test_the_committed_tilesets_are_what_the_program_draws() -> None:
    assert differing("tiles", MAPS) == []


@pytest.mark.parametrize("name", SHEETS)
def test_a_tileset_fits_its_picture(name: str) -> None:
    root = ET.parse(MAPS / "tilesets" / f"{name}.tsx").getroot()
    width, height = PilImage.open(MAPS / "tilesets" / f"{name}.png").size
    assert (width, height) == (COLUMNS * TILE, int(root.attrib["tilecount"]) // COLUMNS * TILE)
    assert all(int(t.attrib["id"]) < int(root.attrib["tilecount"]) for t in root.iter("tile"))


def test_every_surface_has_tiles_and_a_terrain_brush() -> None:
    root = ET.parse(MAPS / "tilesets" / "ground.tsx").getroot()
    said = {p.attrib["value"] for p in root.iter("property")}
    assert said == {surface.name.lower() for surface in Surface}
    assert [c.attrib["name"] for c in root.iter("wangcolor")] == [s.name.lower() for s in Surface]


def test_every_tile_that_shows_a_wall_says_how_much_it_hides() -> None:
    root = ET.parse(MAPS / "tilesets" / "walls.tsx").getroot()
    hides = {int(t.attrib["id"]): t[0][0].attrib["value"] for t in root.iter("tile")}
    picture = np.asarray(PilImage.open(MAPS / "tilesets" / "walls.png").convert("RGBA"))
    for tile in range(int(root.attrib["tilecount"])):
        x, y = tile % COLUMNS * TILE, tile // COLUMNS * TILE
        shown = bool(picture[y : y + TILE, x : x + TILE, 3].any())
        assert shown == (tile in hides), tile
    assert set(hides.values()) == {"low", "high"}


def test_the_list_for_programs_names_the_tiles_of_the_sheet() -> None:
    listed = json.loads((MAPS / "tilesets" / "stamps.json").read_text("utf-8"))["tilesets"]
    drawn = {stamp.name: stamp for stamp in tiles.walls().stamps}
    assert list(listed["walls"]) == list(drawn)
    rock = listed["walls"]["rock/big/0"]
    assert (rock["width"], rock["height"], rock["hides"]) == (2, 2, "high")
    assert rock["first"] == drawn["rock/big/0"].first


def seam(image: Image) -> float:
    """How much more the columns left and right of the seam differ than neighbours elsewhere."""
    row = image[..., :3].astype(float)
    steps = np.abs(np.diff(row, axis=1)).mean(axis=(0, 2))
    across = np.abs(row[:, 0] - row[:, -1]).mean()
    return float(across / np.percentile(steps, 95))


def test_cliff_and_wall_go_on_after_eight_tiles() -> None:
    cliff = tiles_cliffs.stone(tiles_cliffs.cliff_tone(64, 1.95))
    brick = tiles_cliffs.stone(tiles_cliffs.masonry(tiles_cliffs.PERIOD, 64, 2.2, 51))
    assert seam(cliff) < 1.5
    assert seam(brick) < 1.5
    assert seam(tiles_cliffs.cliff_top()) < 1.5


def test_a_stamp_that_is_not_made_of_whole_tiles_is_refused() -> None:
    with pytest.raises(ValueError, match="17x16"):
        TileSheet("t").add("odd", canvas(17, 16), "")

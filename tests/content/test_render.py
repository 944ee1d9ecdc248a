"""What is drawn of a map is what Tiled draws. Tiled is asked where it is installed."""

import os
import shutil
import subprocess
from pathlib import Path

import numpy as np
from PIL import Image

from game.content.map_rules import used_gids
from game.content.render import Rgba, draw_tiles
from game.content.tmx.by_pytmx import tile_facts
from game.content.tmx.findings import Findings
from game.content.tmx.reader import read_map
from tests.content.map_texts import layer_text, map_text, write_map

RASTERIZER = shutil.which("tmxrasterizer")
FLIPS = tuple(2 | bits << 29 for bits in range(8))


def open_picture(path: Path) -> Rgba:
    with Image.open(path) as image:
        return np.asarray(image.convert("RGBA"))


def drawn(path: Path) -> Rgba:
    tiled = read_map(path, Findings())
    return draw_tiles(tiled, tile_facts(tiled, used_gids(tiled)), open_picture)


def colourful(path: Path, width: int, height: int, seed: int) -> None:
    """A picture in which every pixel is another, some of them half clear."""
    y, x = np.mgrid[0:height, 0:width]
    alpha = np.where((x + y) % 5 == 0, 120, 255)
    bands = [(x * 7 + seed) % 256, (y * 11 + seed) % 256, (x * y + seed) % 256, alpha]
    Image.fromarray(np.stack(bands, axis=2).astype(np.uint8), "RGBA").save(path)


def make_map(folder: Path, body: str) -> Path:
    path = write_map(folder, map_text(body))
    colourful(folder / "ground.png", 128, 16, 3)
    colourful(folder / "walls.png", 32, 16, 90)
    return path


ROWS = f"1 2 3 4\n{FLIPS[1]} {FLIPS[2]} {FLIPS[3]} {FLIPS[4]}\n{FLIPS[5]} {FLIPS[6]} {FLIPS[7]} 8"


def test_tiles_lie_where_the_map_says_and_flip_as_it_says(tmp_path: Path) -> None:
    picture = drawn(make_map(tmp_path, layer_text("0 2 0 0\n0 0 0 0\n0 0 0 2147483650")))
    tile = open_picture(tmp_path / "ground.png")[:, 16:32]

    assert picture.shape == (48, 64, 4)
    assert np.array_equal(picture[:16, 16:32], tile)
    assert np.array_equal(picture[32:, 48:], tile[:, ::-1])
    assert not picture[16:32].any()


def test_hidden_layers_are_not_drawn(tmp_path: Path) -> None:
    body = f'<group visible="0">{layer_text(ROWS)}</group>'

    assert not drawn(make_map(tmp_path, body)).any()


def least_difference(ours: Rgba, theirs: Rgba) -> int:
    """How far the pictures differ where they differ most.

    Tiled's is larger by what hangs over the map's edge, so ours is held against every part of it.
    """
    height, width = ours.shape[:2]
    return min(
        int(np.abs(theirs[y : y + height, x : x + width].astype(int) - ours).max())
        for y in range(theirs.shape[0] - height + 1)
        for x in range(theirs.shape[1] - width + 1)
    )


if RASTERIZER:

    def test_maps_look_as_tiled_draws_them(tmp_path: Path) -> None:
        colourful(tmp_path / "back.png", 50, 20, 40)
        (tmp_path / "odd.tsx").write_text(
            '<tileset name="odd" tilewidth="10" tileheight="24" spacing="1" margin="2" '
            'tilecount="4" columns="4"><tileoffset x="3" y="-2"/>'
            '<image source="odd.png" width="48" height="28"/></tileset>'
        )
        colourful(tmp_path / "odd.png", 48, 28, 7)
        body = (
            '<tileset firstgid="50" source="odd.tsx"/>'
            '<imagelayer id="7" name="back" offsetx="5" offsety="9" opacity="0.7">'
            '<image source="back.png" width="50" height="20"/></imagelayer>'
            + layer_text(ROWS)
            + '<group offsetx="4" offsety="-3" opacity="0.5">'
            + layer_text("9 0 0 10\n0 9 10 0\n0 0 0 0", "walls", 'tintcolor="#80c0ff"')
            + "</group>"
            + layer_text("50 51 0 0\n0 52 53 0\n2147483698 0 0 50", "over", 'opacity="0.9"')
        )
        path = make_map(tmp_path, body)
        assert RASTERIZER is not None
        out = tmp_path / "tiled.png"
        subprocess.run(
            [RASTERIZER, "--no-smoothing", str(path), str(out)], timeout=60, check=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True,
        )

        assert least_difference(drawn(path), open_picture(out)) <= 3

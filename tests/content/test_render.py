"""What is drawn of a map is what Tiled draws: kept pictures say it, and Tiled where it is."""

from pathlib import Path

import numpy as np
import pytest

from game.content.errors import InputError
from game.content.map_rules import used_gids
from game.content.render import Rgba, draw_tiles
from game.content.tmx.by_pytmx import tile_facts
from game.content.tmx.findings import Findings
from game.content.tmx.reader import read_map
from tests.content.crafted import (
    CRAFTED,
    DRAWN,
    RASTERIZER,
    colourful,
    drawn_by_tiled,
    make,
    open_picture,
    part_like,
    strangers,
)
from tests.content.map_texts import layer_text, map_text, write_map

ROWS = "1 2 3 4\n5 6 7 8\n1 1 1 1"
MOST_STRANGERS = 1.0
"""Of a thousand pixels: where a pixel of a turned tile falls on an edge, two may disagree."""


def drawn(path: Path) -> Rgba:
    tiled = read_map(path, Findings())
    return draw_tiles(tiled, tile_facts(tiled, used_gids(tiled)), open_picture)


def kept(name: str) -> Rgba:
    return open_picture(DRAWN / f"{name}.png")


def make_map(folder: Path, body: str) -> Path:
    path = write_map(folder, map_text(body))
    colourful(folder / "ground.png", 128, 16, 3)
    colourful(folder / "walls.png", 32, 16, 90)
    return path


def test_tiles_lie_where_the_map_says_and_flip_as_it_says(tmp_path: Path) -> None:
    picture = drawn(make_map(tmp_path, layer_text("0 2 0 0\n0 0 0 0\n0 0 0 2147483650")))
    tile = open_picture(tmp_path / "ground.png")[:, 16:32]

    assert picture.shape == (48, 64, 4)
    assert np.array_equal(picture[:16, 16:32], tile)
    assert np.array_equal(picture[32:, 48:], tile[:, ::-1])
    assert not picture[16:32].any()


@pytest.mark.parametrize("name", CRAFTED)
def test_a_map_looks_as_tiled_drew_it(tmp_path: Path, name: str) -> None:
    assert strangers(drawn(make(tmp_path, name)), kept(name)) <= MOST_STRANGERS


def test_a_map_taller_than_a_band_is_drawn_without_seams(tmp_path: Path) -> None:
    rows = "\n".join(["0 30 0", *["0 0 0"] * 30, "30 0 0"])
    tall = map_text('<tileset firstgid="30" source="collection.tsx"/>' + layer_text(rows),
                    width=3, height=32)
    make(tmp_path, "flips")
    path = write_map(tmp_path, tall)
    picture, tile = drawn(path), open_picture(tmp_path / "a.png")

    assert picture.shape == (512, 48, 4)
    assert np.array_equal(picture[512 - 30 :, :40], tile)
    assert np.array_equal(picture[:16, 16:], tile[14:, :32])


def test_a_small_picture_may_repeat_all_over_a_large_map(tmp_path: Path) -> None:
    colourful(tmp_path / "dot.png", 1, 1, 3)
    image = '<image source="dot.png" width="1" height="1"/>'
    text = map_text(f'<imagelayer repeatx="1" repeaty="1">{image}</imagelayer>', width=200,
                    height=100)
    picture = drawn(write_map(tmp_path, text))

    assert (picture == picture[0, 0]).all()


def test_an_object_half_clear_is_drawn_half_clear(tmp_path: Path) -> None:
    body = '<objectgroup><object id="1" gid="9" x="16" y="16" opacity="0.5"/></objectgroup>'
    picture = drawn(make_map(tmp_path, body))
    tile = open_picture(tmp_path / "walls.png")[:, :16, 3]

    assert np.abs(picture[:16, 16:32, 3] - tile / 2).max() <= 1


def test_opacity_far_beyond_all_bounds_is_full(tmp_path: Path) -> None:
    deep = "".join('<group opacity="1e19">' for _ in range(20))
    picture = drawn(make_map(tmp_path, deep + layer_text(ROWS) + "</group>" * 20))

    assert np.array_equal(picture[:16, :16], open_picture(tmp_path / "ground.png")[:, :16])


def test_a_picture_larger_than_any_screen_is_refused_in_one_line(tmp_path: Path) -> None:
    path = write_map(tmp_path, map_text("", width=1024, height=1024))

    with pytest.raises(InputError, match=r"map.tmx: .* too large to draw"):
        drawn(path)


@pytest.mark.skipif(
    RASTERIZER is None,
    reason="Tiled is not installed; what it drew is kept in tests/content/drawn and was compared",
)
def test_the_kept_pictures_are_what_tiled_draws(tmp_path: Path) -> None:
    pictures = drawn_by_tiled([make(tmp_path, name) for name in CRAFTED])
    changed = [
        name for name, picture in zip(CRAFTED, pictures, strict=True)
        if strangers(part_like(picture, kept(name)), kept(name))
    ]

    assert changed == []

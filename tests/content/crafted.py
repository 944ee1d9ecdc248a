"""Maps of every feature that Tiled draws, and what it drew of them.

    python -m tests.content.crafted       draws them anew with Tiled, into tests/content/drawn

What Tiled draws may hang over the edges of the map; of that nothing is kept.
"""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np
from PIL import Image

from game.content.render import Rgba
from tests.content.map_texts import objects_text, tileset_text

DRAWN: Final = Path(__file__).parent / "drawn"
RASTERIZER: Final = shutil.which("tmxrasterizer")
WIDTH, HEIGHT = 10, 7

_ODD: Final = (
    '<tileset name="odd" tilewidth="10" tileheight="24" spacing="1" margin="2" tilecount="4" '
    'columns="4"><tileoffset x="3" y="-2"/><image source="odd.png" width="48" height="28"/>'
    "</tileset>"
)
_COLLECTION: Final = (
    '<tileset name="collection" tilewidth="40" tileheight="30" tilecount="3" columns="0">'
    '<tile id="0"><image source="a.png" width="40" height="30"/></tile>'
    '<tile id="3"><image source="b.png" width="9" height="21"/></tile>'
    '<tile id="7"><image source="c.png" width="16" height="16" trans="ff00ff"/></tile></tileset>'
)
_MOVING: Final = (
    '<tileset name="moving" tilewidth="16" tileheight="16" tilecount="8" columns="8">'
    '<image source="moving.png" width="128" height="16" trans="ff00ff"/>'
    '<tile id="1"><animation><frame tileid="5" duration="100"/><frame tileid="2" duration="100"/>'
    "</animation></tile></tileset>"
)
_SOLID: Final = (
    '<tileset name="solid" tilewidth="16" tileheight="16" tilecount="2" columns="2">'
    '<image source="solid.png" width="32" height="16"/></tileset>'
)
ALIGNED: Final = (
    "topleft", "top", "topright", "left", "center", "right", "bottomleft", "bottom", "bottomright",
)
FIRST: Final = {"ground": 1, "walls": 9, "odd": 20, "collection": 30, "moving": 40, "solid": 50} | {
    name: 60 + 2 * place for place, name in enumerate(ALIGNED)
}
"""The first gid of every tileset."""


def flipped(gid: int, bits: int) -> int:
    """A gid with its flags: 4 left to right, 2 upside down, 1 at the diagonal."""
    return gid | bits << 29


def rows(cells: dict[tuple[int, int], int], fill: int = 0) -> str:
    """Layer data with these gids at (column, row)."""
    return ",\n".join(
        ",".join(str(cells.get((x, y), fill)) for x in range(WIDTH)) for y in range(HEIGHT)
    )


def layer(cells: dict[tuple[int, int], int], more: str = "", fill: int = 0) -> str:
    """A tile layer."""
    return (f'<layer name="l" width="{WIDTH}" height="{HEIGHT}" {more}>'
            f'<data encoding="csv">{rows(cells, fill)}</data></layer>')


def picture(more: str = "") -> str:
    """An image layer."""
    image = '<image source="a.png" width="40" height="30"/>'
    return f'<imagelayer name="p" {more}>{image}</imagelayer>'


def tile_objects(*objects: str, more: str = "") -> str:
    """An object layer of tile objects: each a gid and further attributes."""
    written = "".join(
        f'<object id="{number}" {each}/>' for number, each in enumerate(objects, 1)
    )
    return objects_text(written).replace("<objectgroup", f"<objectgroup {more}")


GROUND: Final = layer({}, fill=1)
FLIPS: Final = {(bits, 1): flipped(2, bits) for bits in range(8)}
CRAFTED: Final[dict[str, str]] = {
    "flips": layer(FLIPS | {(bits, 4): flipped(20, bits) for bits in range(8)}),
    "tile_sizes": GROUND + layer({(0, 3): 20, (2, 3): 21, (4, 0): 22, (9, 6): 23, (3, 6): 20}),
    "picture_collections": GROUND + layer(
        {(0, 2): 30, (4, 2): 33, (5, 2): 37, (6, 6): flipped(30, 4), (8, 2): flipped(33, 1)}),
    "animated_tiles_stand_still": layer(
        {(0, 0): 41, (1, 0): flipped(41, 4), (2, 0): 40, (3, 0): 46})
    + tile_objects('gid="41" x="20" y="80" width="32" height="32"'),
    "opacity": GROUND + layer(FLIPS, 'opacity="0.5"')
    + '<group opacity="0.4">' + layer({(1, 3): 9, (2, 3): 10}, 'opacity="0.5"') + "</group>",
    "tints": GROUND.replace("<layer", '<layer tintcolor="#ff8000"')
    + '<group tintcolor="#8080ff">' + layer({(1, 3): 9, (2, 3): 10}, 'tintcolor="#8000ff80"')
    + layer({(4, 3): 9, (5, 3): 10}) + "</group>",
    "offsets": GROUND + '<group offsetx="4" offsety="-3"><group offsetx="2.5" offsety="1.5">'
    + layer({(1, 1): 9, (2, 1): flipped(10, 4), (4, 4): flipped(9, 2)},
            'offsetx="-9.25" offsety="6"') + "</group></group>"
    + layer({(6, 2): 9}, 'x="1" y="2"'),
    "half_pixels": layer({(bits, 1): flipped(2, bits) for bits in range(8)}
                         | {(bits, 4): flipped(20, bits) for bits in range(8)},
                         'offsetx="0.5" offsety="1.5"')
    + tile_objects(*(
        f'gid="{flipped(9, bits)}" x="{20.5 + 18 * bits}" y="{60 + turn / 180}" '
        f'width="16" height="16" rotation="{turn}"' for bits in range(8) for turn in (-270, 180))),
    "half_pixels_of_opaque_tiles": layer({(bits, 1): flipped(51, bits) for bits in range(8)},
                                         'offsetx="0.5" offsety="1.5"')
    + layer({(bits, 3): flipped(51, bits) for bits in range(8)}, 'offsety="0.5" opacity="0.5"')
    + tile_objects(*(
        f'gid="{flipped(50, bits)}" x="{20.5 + 18 * bits}" y="{84 + turn / 180}" '
        f'width="16" height="16" rotation="{turn}"' for bits in range(8) for turn in (-90, 540))),
    "hidden": GROUND + layer({(1, 1): 9}, 'visible="0"') + '<group visible="0">' + layer({}, fill=9)
    + "</group>" + tile_objects('gid="9" x="20" y="80" visible="0"', 'gid="10" x="50" y="80"'),
    "picture_layers": picture() + picture('offsetx="20.5" offsety="9.4" opacity="0.7"')
    + picture('x="90" y="60" tintcolor="#80c0ff"')
    + picture('offsetx="-11" offsety="70" repeatx="1" opacity="0.5"'),
    "pictures_with_a_colour_for_nothing": GROUND + layer(
        {(x, 1): 40 + x for x in range(8)}) + picture('offsetx="80" offsety="60"').replace(
        "a.png", "c.png").replace('"40" height="30"', '"16" height="16" trans="#ff00ff"'),
    "picture_everywhere": picture('offsetx="7" offsety="-5" repeatx="1" repeaty="1"'),
    "tile_objects": GROUND + tile_objects(
        'gid="9" x="16" y="32" width="16" height="16"', 'gid="10" x="40.5" y="31.25"',
        'gid="20" x="70" y="60"', 'gid="30" x="90" y="50"', 'gid="33" x="140" y="40"',
        f'gid="{flipped(9, 4)}" x="16" y="80"', f'gid="{flipped(9, 2)}" x="40" y="80"',
        f'gid="{flipped(9, 1)}" x="60" y="80"', f'gid="{flipped(20, 5)}" x="80" y="100"',
    ),
    "tile_objects_scaled": tile_objects(
        'gid="9" x="4" y="40" width="32" height="32"',
        'gid="10" x="44" y="40" width="7" height="9"',
        'gid="20" x="60" y="70" width="30" height="48"',
        'gid="30" x="100" y="60" width="50" height="20"',
        f'gid="{flipped(9, 4)}" x="10" y="100" width="24" height="20"',
        f'gid="{flipped(9, 6)}" x="50" y="100" width="40" height="12"',
        f'gid="{flipped(9, 3)}" x="100" y="110" width="24" height="20"',
    ),
    "tile_objects_turned": GROUND + tile_objects(
        'gid="9" x="20" y="40" rotation="30"', 'gid="9" x="60" y="40" rotation="90"',
        'gid="10" x="90" y="20" rotation="180"', 'gid="30" x="100" y="50" rotation="-45"',
        'gid="20" x="30" y="90" width="20" height="48" rotation="12.5"',
        f'gid="{flipped(9, 4)}" x="80" y="100" width="26" height="36" rotation="77"',
        f'gid="{flipped(9, 1)}" x="120" y="100" width="16" height="16" rotation="200.25"',
    ),
    "object_alignment": GROUND + tile_objects(*(
        f'gid="{FIRST[name]}" x="{20 + 45 * (i % 3)}" y="{24 + 32 * (i // 3)}" '
        f'width="20" height="12" rotation="{i * 10}"' for i, name in enumerate(ALIGNED))),
    "objects_lie_by_their_height": tile_objects(
        'gid="9" x="20" y="50"', 'gid="10" x="26" y="44"', 'gid="9" x="32" y="47"')
    + tile_objects('gid="9" x="80" y="50"', 'gid="10" x="86" y="44"', 'gid="9" x="92" y="47"',
                   more='draworder="index" offsetx="5" offsety="2" opacity="0.8" '
                   'tintcolor="#ffff80"'),
}


def make(folder: Path, name: str) -> Path:
    """Put one of the maps, its tilesets and their pictures into a folder."""
    sheets = {"ground": 128, "walls": 32}
    for place, (sheet, width) in enumerate(sheets.items()):
        colourful(folder / f"{sheet}.png", width, 16, 3 + 87 * place)
        (folder / f"{sheet}.tsx").write_text(tileset_text(sheet, width, width // 16))
    for sheet in ALIGNED:
        (folder / f"{sheet}.tsx").write_text(
            tileset_text("walls", 32, 2).replace(" name", f' objectalignment="{sheet}" name')
        )
    for sheet, text in (("odd", _ODD), ("collection", _COLLECTION), ("moving", _MOVING),
                        ("solid", _SOLID)):
        (folder / f"{sheet}.tsx").write_text(text)
    for seed, (sheet, width, height) in enumerate((
        ("odd", 48, 28), ("a", 40, 30), ("b", 9, 21), ("moving", 128, 16), ("c", 16, 16),
        ("solid", 32, 16),
    )):
        hole = sheet in ("c", "moving")
        colourful(folder / f"{sheet}.png", width, height, seed * 31, hole=hole,
                  opaque=sheet == "solid")
    tilesets = "".join(f'<tileset firstgid="{first}" source="{sheet}.tsx"/>'
                       for sheet, first in FIRST.items())
    path = folder / f"{name}.tmx"
    path.write_text(
        f'<map version="1.8" orientation="orthogonal" width="{WIDTH}" height="{HEIGHT}" '
        f'tilewidth="16" tileheight="16">{tilesets}{CRAFTED[name]}</map>'
    )
    return path


def colourful(
    path: Path, width: int, height: int, seed: int, *, hole: bool = False, opaque: bool = False
) -> None:
    """A picture in which every pixel is another, some of them half clear."""
    y, x = np.mgrid[0:height, 0:width]
    alpha = np.where(((x + y) % 5 == 0) & (not opaque), 120, 255)
    bands = [(x * 7 + seed) % 256, (y * 11 + seed) % 256, (x * y + seed) % 256, alpha]
    pixels = np.stack(bands, axis=2).astype(np.uint8)
    if hole:
        pixels[4:9, 3:12] = (255, 0, 255, 255)
    Image.fromarray(pixels, "RGBA").save(path)


def open_picture(path: Path) -> Rgba:
    """A picture as pixels."""
    with Image.open(path) as image:
        return np.asarray(image.convert("RGBA"))


def drawn_by_tiled(paths: list[Path], *options: str) -> list[Rgba]:
    """What Tiled draws of maps, with what hangs over their edges; all are drawn side by side."""
    assert RASTERIZER is not None
    home = {"QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(paths[0].parent)}
    outs = [path.with_suffix(".tiled.png") for path in paths]
    commands = [[RASTERIZER, "--no-smoothing", *options, str(path), str(out)]
                for path, out in zip(paths, outs, strict=True)]

    def run(command: list[str]) -> None:
        subprocess.run(command, env={**os.environ, **home}, stderr=subprocess.DEVNULL, timeout=60,
                       check=True)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(run, commands))
    return [open_picture(out) for out in outs]


def part_like(whole: Rgba, part: Rgba) -> Rgba:
    """The place in a larger picture that is most like a smaller one."""
    height, width = part.shape[:2]
    places = [
        whole[y : y + height, x : x + width]
        for y in range(whole.shape[0] - height + 1) for x in range(whole.shape[1] - width + 1)
    ]
    return min(places, key=lambda place: strangers(place[::5, ::3], part[::5, ::3]))


def strangers(one: Rgba, other: Rgba) -> float:
    """How many of a thousand pixels differ by more than 3 of 255."""
    near = np.maximum(one, other) - np.minimum(one, other) <= 3
    return 1000 - float(near.all(axis=2).mean()) * 1000


def main() -> int:
    """Draw all maps with Tiled, and keep the part of the map itself."""
    if RASTERIZER is None:
        print("tmxrasterizer is not installed; it comes with Tiled", file=sys.stderr)
        return 2
    from tests.content.test_render import drawn

    DRAWN.mkdir(exist_ok=True)
    with TemporaryDirectory() as name:
        paths = [make(Path(name), each) for each in CRAFTED]
        for each, path, whole in zip(CRAFTED, paths, drawn_by_tiled(paths), strict=True):
            part = part_like(whole, drawn(path))
            Image.fromarray(part).save(DRAWN / f"{each}.png", optimize=True)
            print(f"{each}: {strangers(part, drawn(path)):.2f} of a thousand pixels differ")
    return 0


if __name__ == "__main__":
    sys.exit(main())

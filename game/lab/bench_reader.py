"""How fast maps are read: beside pytmx as it comes, and checked from start to end."""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np

from game.content.map_rules import used_gids
from game.content.paths import maps_folder
from game.content.tmx.by_pytmx import read_with_pytmx_alone, tile_facts
from game.content.tmx.findings import Findings
from game.content.tmx.reader import read_map
from game.content.tmx.writer import MapWriter
from game.lab.bench_result import Result, against, best

SIDE: Final = 256
LAYERS: Final = 3
STOCK_SHARE: Final = 6
"""A map may take this part of the time that pytmx takes alone."""
CHECK_MS: Final = 300.0
_TRIES: Final = 4
_KINDS: Final = 40
_MILLI: Final = 1000


def measure_reader() -> list[Result]:
    """Reading a large map whole, and checking the story's map in a process of its own."""
    with TemporaryDirectory() as name:
        path = large_map(Path(name))
        ours = stock = float("inf")
        for _ in range(_TRIES):  # in turn, so that both see the same machine
            ours = min(ours, best(lambda: read_whole(path), 3))
            stock = min(stock, best(lambda: read_with_pytmx_alone(path), 1))
    command = [sys.executable, "-m", "game", "check", str(maps_folder() / "suna.tmx")]
    bare = best(lambda: _run([sys.executable, "-c", "import numpy"]))
    check = best(lambda: _run(command))
    return [
        against("read_map", ours * _MILLI, "ms", stock * _MILLI, "pytmx as it comes",
                stock * _MILLI / STOCK_SHARE),
        against("check_story_map", check * _MILLI, "ms", bare * _MILLI,
                "the start of Python with numpy", CHECK_MS),
    ]


def read_whole(path: Path) -> int:
    """Read a map as the game does: in bounds, normalised, its tiles asked from pytmx."""
    tiled = read_map(path, Findings())
    return len(tile_facts(tiled, used_gids(tiled)))


def large_map(folder: Path) -> Path:
    """A map of three full layers with the game's own tiles, written as Tiled writes them."""
    shutil.copytree(maps_folder() / "tilesets", folder / "tilesets")
    writer = MapWriter(SIDE, SIDE)
    first = writer.add_tileset("tilesets/ground.tsx", 0)
    rows, columns = np.mgrid[0:SIDE, 0:SIDE]
    for layer in range(LAYERS):
        gids = first + (rows * 7 + columns * (layer + 3)) % _KINDS
        writer.add_tiles(f"layer_{layer}", gids.astype(np.uint32))
    path = folder / "large.tmx"
    writer.save(path)
    return path


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)

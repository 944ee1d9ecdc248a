"""Gives a drawn land the tiles of ``maps/tilesets``: gids for the three tile layers."""

import json
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from game.content.drawing import MapDrawing
from game.core.rng import mixed
from game.sim.level import Surface
from tools.maps.land import Land

_FULL_TILES: Final = 4


def paint(drawing: MapDrawing, land: Land, maps: Path, up: str = "") -> None:
    """Refer to the tilesets in the folder ``maps``, which lies ``up`` from the map; fill the tile
    layers."""
    folder = maps / "tilesets"
    index = json.loads((folder / "stamps.json").read_text(encoding="utf-8"))
    stamps: dict[str, dict[str, Any]] = index["tilesets"]
    first = {
        name: drawing.tileset(f"{up}tilesets/{name}.tsx", _tile_count(folder / f"{name}.tsx"))
        for name in ("ground", "walls", "over")
    }
    drawing.tiles("ground", _ground(land, stamps["ground"], first["ground"]))
    for layer, placed in (("walls", land.walls), ("over", land.over)):
        gids = np.zeros((land.height, land.width), np.uint32)
        for (x, y), (name, dx, dy) in sorted(placed.items()):
            if 0 <= x < land.width and 0 <= y < land.height:
                tile = stamps[layer][name]["first"] + dy * index["columns"] + dx
                gids[y, x] = first[layer] + tile
        drawing.tiles(layer, gids)


def _ground(land: Land, stamps: dict[str, Any], first: int) -> NDArray[np.uint32]:
    gids = np.zeros((land.height, land.width), np.uint32)
    for y in range(land.height):
        for x in range(land.width):
            name = Surface(land.surface.item(y, x)).name.lower()
            gids[y, x] = first + stamps[name]["first"] + mixed(x, y) % _FULL_TILES
    return gids


def _tile_count(tileset: Path) -> int:
    text = tileset.read_text(encoding="utf-8")
    return int(text.split('tilecount="', 1)[1].split('"', 1)[0])

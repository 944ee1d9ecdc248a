"""The tiles of a map as pictures: what the view draws under and over people."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from game.content import schema
from game.content.tmx.by_pytmx import Flip, TileFacts
from game.content.tmx.model import TiledMap, TileLayer


@dataclass(frozen=True, slots=True)
class TilePicture:
    """One tile as it is drawn. ``area`` is its part of the picture: x, y, width, height in px."""

    file: Path
    area: tuple[int, int, int, int]
    flip: Flip


@dataclass(frozen=True, slots=True)
class TileSheet:
    """One tile layer: ``tiles`` [row, column] are places in ``Scenery.pictures``, 0 for none."""

    name: str
    tiles: NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Scenery:
    """The tile layers ``ground``, ``walls`` and ``over`` of a map, from the lowest up.

    ``pictures[0]`` stands for no tile. ``files`` are all files that the map was read from, for
    those who want to know when it changes.
    """

    sheets: tuple[TileSheet, ...]
    pictures: tuple[TilePicture | None, ...]
    files: tuple[Path, ...]

    def sheets_of(self, name: str) -> tuple[TileSheet, ...]:
        """The layers of a name, from the lowest up."""
        return tuple(sheet for sheet in self.sheets if sheet.name == name)


def scenery_of(tiled: TiledMap, facts: Mapping[int, TileFacts]) -> Scenery:
    """The scenery of a map that has no errors."""
    pictures: list[TilePicture | None] = [None]
    places = {0: 0}
    for gid, fact in sorted(facts.items()):
        if fact.picture is not None:
            places[gid] = len(pictures)
            pictures.append(TilePicture(fact.picture, fact.area, fact.flip))
    sheets = []
    for layer in tiled.layers:
        if isinstance(layer, TileLayer) and layer.name in schema.TILE_LAYERS:
            distinct, _, where = np.unique(layer.gids, return_index=True, return_inverse=True)
            seen = np.array([places.get(gid, 0) for gid in distinct.tolist()], np.uint16)
            tiles = seen[where.reshape(layer.gids.shape)]
            tiles.setflags(write=False)
            sheets.append(TileSheet(layer.name, tiles))
    return Scenery(tuple(sheets), tuple(pictures), tiled.files)

"""``suna render``: a picture that explains a map, without a window.

``tiles`` and ``objects`` work on any Tiled map, the others on maps of this game.
"""

import re
from pathlib import Path
from typing import Final

import numpy as np
import pygame

from game.content.errors import InputError
from game.content.levels import load_level
from game.content.map_rules import used_gids
from game.content.paths import assets_folder, cache_folder
from game.content.render import Rgba, draw_tiles
from game.content.tmx.by_pytmx import tile_facts
from game.content.tmx.findings import Findings, MapError
from game.content.tmx.model import TiledMap
from game.content.tmx.reader import read_map
from game.core.units import TILE_PX, tile_of
from game.lab.watched import Tile
from game.sim.level import Level
from game.view.font import Font
from game.view.map_ground import paint_whole
from game.view.map_layers import Asked, LevelLayer, draw_layer
from game.view.map_objects import draw_objects

TILES: Final = "tiles"
GROUND: Final = "ground"
OBJECTS: Final = "objects"
LAYERS: Final = (TILES, GROUND, OBJECTS, *LevelLayer)
MOST_PIXELS: Final = 64_000_000
"""A larger picture would take gigabytes to make, and nobody could open it."""
_CELL: Final = re.compile(r"(\d{1,4}),(\d{1,4})")


class RenderError(InputError):
    """A picture cannot be made as it was asked for; one line that says why."""


def run(
    path: Path, out: Path, layer: str = TILES, tick: int | None = None, at: str = ""
) -> int:
    """Write the picture of a layer of a map as PNG.

    ``tick`` is the moment shown, ``at`` a place for ``noise``: COLUMN,ROW or an object's name or
    id. Raises InputError for a map or a file that cannot be used.
    """
    if out.suffix.lower() != ".png":
        raise RenderError(f"{out}: the picture is written as PNG; give it a name that ends in .png")
    if not out.parent.is_dir():
        raise RenderError(f"{out}: its folder does not exist; make it first")
    try:
        picture = draw(path, layer, tick, at)
    except MapError as error:
        more = len(error.findings) - 1
        rest = f" (and {more} more: suna check {path})" if more else ""
        raise RenderError(f"{error.findings[0]}{rest}") from error
    part = out.with_name(f".{out.stem}.part.png")
    try:
        pygame.image.save(picture, part)
        part.replace(out)
    except (OSError, pygame.error) as error:
        part.unlink(missing_ok=True)
        raise RenderError(f"{out}: cannot be written: {error}") from error
    return 0


def draw(path: Path, layer: str, tick: int | None = None, at: str = "") -> pygame.Surface:
    """The picture of a layer. Raises InputError."""
    if layer == TILES:
        return _tiles(_read(path))
    font = Font.load(assets_folder() / "font" / "large.json")
    if layer == OBJECTS:
        tiled = _read(path)
        return draw_objects(tiled, _tiles(tiled), font)
    level = load_level(path)
    if layer == GROUND:
        _hold_size(path, level.width * TILE_PX, level.height * TILE_PX)
        return paint_whole(level, cache_folder() / "ground")
    return draw_layer(level, LevelLayer(layer), Asked(tick, _tile(level, at) if at else None), font)


def _read(path: Path) -> TiledMap:
    findings = Findings()
    tiled = read_map(path, findings)
    findings.raise_errors()
    return tiled


def _hold_size(path: Path, width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise RenderError(
            f"{path}: its picture would be {width}x{height} pixels, the most is "
            f"{MOST_PIXELS // 1_000_000} million; heat, light, noise, routes and sight are smaller"
        )


def _tiles(tiled: TiledMap) -> pygame.Surface:
    _hold_size(
        tiled.path, tiled.width * tiled.tile_width, tiled.height * tiled.tile_height
    )
    pixels = draw_tiles(tiled, tile_facts(tiled, used_gids(tiled)), _open)
    return pygame.image.frombuffer(pixels.tobytes(), (pixels.shape[1], pixels.shape[0]), "RGBA")


def _open(path: Path) -> Rgba:
    try:
        picture = pygame.image.load(path)
    except (OSError, pygame.error) as error:
        raise RenderError(f"{path}: the picture cannot be read: {error}") from error
    size = picture.get_size()
    pixels: Rgba = np.frombuffer(pygame.image.tobytes(picture, "RGBA"), np.uint8)
    return pixels.reshape(size[1], size[0], 4)


def _tile(level: Level, at: str) -> Tile:
    """The tile that is meant by ``COLUMN,ROW`` or by the name or id of an object."""
    cell = _CELL.fullmatch(at)
    if cell is not None:
        column, row = int(cell[1]), int(cell[2])
        if column >= level.width or row >= level.height:
            raise RenderError(
                f"{level.name}: there is no tile {at}; columns go to {level.width - 1}, "
                f"rows to {level.height - 1}"
            )
        return column, row
    spots = [(place.name, place.id, place.x, place.y) for place in level.places]
    spots += [(actor.name, actor.id, actor.x, actor.y) for actor in level.actors]
    for name, number, x, y in spots:
        if at in (name, str(number)):
            return tile_of(x), tile_of(y)
    raise RenderError(f'{level.name}: the map has no place or person "{at}"; give COLUMN,ROW or '
                      f"a name (tiles are {TILE_PX} pixels)")

"""A picture of each object class for ``maps/README.md``: as Tiled shows it, and as the game does.

    python -m tools.maps.class_pictures [CLASS...]

Written to ``maps/pictures/``. Each is a small map with one object of the class, and her beside it.
"""

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import numpy as np
import pygame

from game.app.render import draw
from game.content import schema
from game.content.country import TILESETS
from game.content.drawing import MapDrawing
from game.content.errors import InputError
from game.content.levels import load_map
from game.content.paths import maps_folder
from game.content.project import picture_name
from game.content.schema import Class, Shape
from game.content.tile_stamps import tile_count
from game.core.units import TILE_PX
from game.sim import Command, World, step
from game.sim.level import Kind
from game.view.camera import HEIGHT, WIDTH
from game.view.library import Library
from game.view.options import StageOptions
from game.view.stage import Stage

_COLUMNS: Final = 48
_ROWS: Final = 32
_MIDDLE: Final = (24.5, 16.5)
_HER: Final = (21.5, 17.5)
_PANEL: Final = (176, 112)
_GAP: Final = 4
_TICKS: Final = 30
_WARM: Final = {"Signature": 100, "StormZone": 90}
"""Classes that need so many ticks until there is something to see."""


def make(class_name: str, folder: Path, maps: Path) -> Path:
    """Draw the picture of a class into a folder; its path."""
    known = schema.OBJECT_CLASSES[class_name]
    with tempfile.TemporaryDirectory(dir=maps) as there:
        path = Path(there) / f"{class_name}.tmx"
        _map(known, maps).save(path)
        tiled = draw(path, "objects")
        game = _in_game(path, _WARM.get(class_name, _TICKS))
    picture = pygame.Surface((2 * _PANEL[0] + _GAP, _PANEL[1]))
    picture.fill((255, 255, 255))
    picture.blit(_cut(tiled, round(_MIDDLE[0] * TILE_PX), round(_MIDDLE[1] * TILE_PX)), (0, 0))
    her_x = WIDTH // 2 + round((_MIDDLE[0] - _HER[0]) * TILE_PX)
    her_y = HEIGHT // 2 + round((_MIDDLE[1] - _HER[1]) * TILE_PX)
    picture.blit(_cut(game, her_x, her_y), (_PANEL[0] + _GAP, 0))
    out = folder / picture_name(known)
    pygame.image.save(picture, out)
    return out


def _cut(picture: pygame.Surface, x: int, y: int) -> pygame.Surface:
    """The part of a picture round a pixel, as large as a panel."""
    area = pygame.Rect(0, 0, *_PANEL)
    area.center = (x, y)
    return picture.subsurface(area.clamp(picture.get_rect()))


def _map(known: Class, maps: Path) -> MapDrawing:
    drawing = MapDrawing(_COLUMNS, _ROWS, first_gust=-1, storms=0)
    tilesets = maps / "tilesets"
    first = [
        drawing.tileset(f"../tilesets/{name}.tsx", tile_count(tilesets / f"{name}.tsx"))
        for name in TILESETS
    ]
    drawing.tiles("ground", np.full((_ROWS, _COLUMNS), first[0], np.uint32))
    x, y = _MIDDLE
    if known.name != "Start":
        drawing.point("Start", "her", _HER, facing="east")
    if Shape.LINE in known.shapes:
        crest = known.name == "Crest"
        points = [(x + 2.5, y - 3), (x, y - 1), (x - 2, y + 2), (x - 3, y + 5)] if crest else [
            (x - 3, y - 2), (x + 3, y - 2), (x + 3, y + 2), (x - 3, y + 2)]
        drawing.line(known.name, known.name, points)
    elif known.shapes == (Shape.BOX,):
        drawing.box(known.name, known.name, (x - 3, y - 2), (6, 4), **_members(known))
    elif known.name == "Goal":
        target = drawing.point("Marker", "stone", (x, y + 1.5))
        drawing.point("Goal", "Goal", (x, y), target=target)
    elif known.name == "Start":
        drawing.point("Start", "Start", _HER, facing="east")
    elif isinstance(known.makes, Kind):
        drawing.point(known.name, known.name, (x, y), facing="east")
    else:
        drawing.point(known.name, known.name, (x, y), **_members(known))
    return drawing


def _members(known: Class) -> dict[str, str]:
    """Words where a class needs some."""
    spoken = known.name in ("Thought", "Talk", "Landmark", "Note")
    return {"text": "Nobody walks here without a reason."} if spoken else {}


def _in_game(path: Path, ticks: int) -> pygame.Surface:
    loaded = load_map(path)
    world = World.new(loaded.level, seed=7)
    stage = Stage(Library.load(), loaded.level, StageOptions(), loaded.scenery)
    for _ in range(ticks):
        stage.note(world, step(world, Command()))
    canvas = pygame.Surface((WIDTH, HEIGHT)).convert()
    stage.settle(world)
    stage.draw(canvas, world, 1.0)
    return canvas


def main(names: Sequence[str]) -> int:
    """Draw all classes, or those named."""
    pygame.display.init()
    pygame.display.set_mode((WIDTH, HEIGHT))
    maps = maps_folder()
    folder = maps / "pictures"
    folder.mkdir(exist_ok=True)
    for name in names or schema.OBJECT_CLASSES:
        try:
            print(make(name, folder, maps))
        except InputError as error:
            print(error, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""``suna new-map NAME``: a map that can be played at once, with what Tiled needs for it.

It is the starter, or one drawn by chance from a kind of country, or for a night shift, and a seed.
"""

import shutil
from pathlib import Path
from typing import Final

import numpy as np

from game.content.country import TILESETS, Wild
from game.content.drawing import MapDrawing
from game.content.errors import InputError
from game.content.paths import maps_folder
from game.content.project import SHARED_FILE, write_for_this_machine
from game.content.shifts import draw_shift
from game.content.tile_stamps import tile_count
from game.content.tmx.files import find_project
from game.content.wilds import draw_wild

WIDTH_TILES: Final = 48
HEIGHT_TILES: Final = 32
_COPIED_FOLDERS: Final = ("tilesets", "templates", "extensions", "rules")


STARTER: Final = "starter"
SHIFT: Final = "shift"
KINDS: Final = (STARTER, *Wild, SHIFT)


def run(
    name: str | Path, shipped: Path | None = None, kind: str = STARTER, seed: int = 1
) -> int:
    """Write a map, and the project beside it unless it lies in one already.

    ``shipped`` is the folder of the game's own maps; ``kind`` is one of ``KINDS``. Raises
    InputError where the map exists or its folder does not.
    """
    if not Path(name).name:
        raise InputError("new-map: a map needs a name, such as maps/mine")
    path = Path(name)
    if path.suffix != ".tmx":
        path = path.with_name(path.name + ".tmx")
    if path.exists():
        raise InputError(f"{path}: there is a map of this name already; choose another")
    if not path.parent.is_dir():
        raise InputError(f"{path}: its folder does not exist; make it first")
    home = write_map(path, shipped or maps_folder(), kind, seed)
    print(f"{path}: open {write_for_this_machine(home)} in Tiled, then this map")
    return 0


def write_map(path: Path, shipped: Path, kind: str, seed: int) -> Path:
    """Write a map into a folder that exists; the folder of its project, made if there is none."""
    project = find_project(path.absolute())
    home = project.parent if project is not None else path.parent
    if not all((home / "tilesets" / f"{each}.tsx").is_file() for each in TILESETS):
        _copy_project(shipped, home, with_project=project is None)
    depth = len(path.absolute().parent.relative_to(home.absolute()).parts)
    prefix, tilesets = "../" * depth + "tilesets/", home / "tilesets"
    match kind:
        case "starter":
            drawing = _starter(prefix, tilesets)
        case "shift":
            drawing = draw_shift(seed, tilesets, prefix)
        case _:
            drawing = draw_wild(Wild(kind), seed, tilesets, prefix)
    drawing.save(path)
    return home


def _copy_project(shipped: Path, home: Path, *, with_project: bool) -> None:
    """Put tilesets, templates and the rest into a folder; what is there already is kept."""
    for name in _COPIED_FOLDERS:
        for source in sorted((shipped / name).rglob("*")):
            target = home / name / source.relative_to(shipped / name)
            if source.is_file() and not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)
    if with_project:
        shutil.copyfile(shipped / SHARED_FILE, home / SHARED_FILE)


def _starter(tilesets: str, folder: Path) -> MapDrawing:
    drawing = MapDrawing(WIDTH_TILES, HEIGHT_TILES)
    first = {
        name: drawing.tileset(f"{tilesets}{name}.tsx", tile_count(folder / f"{name}.tsx"))
        for name in TILESETS
    }
    shape = HEIGHT_TILES, WIDTH_TILES
    drawing.tiles("ground", np.full(shape, first["ground"], np.uint32))
    drawing.point("Start", "start", (5.5, 16.5), facing="east")
    beat = drawing.line("Route", "beat", [(22, 7.5), (36, 9.5), (38, 22.5), (24, 25.5)], pause=2)
    drawing.point("Patrol", "patrol", (22, 7.5), route=beat)
    drawing.line("Crest", "long dune", [(24, 6), (20, 12), (15, 17), (12, 24)], height=6)
    drawing.line("Crest", "far dune", [(42, 8), (38, 14), (33, 18), (31, 24)], height=5)
    drawing.box("HidingPlace", "bush", (28, 15), (1, 1))
    there = drawing.box("Exit", "way out", (45, 14), (2, 4))
    drawing.point("Goal", "leave", (44.5, 13.5), target=there)
    return drawing

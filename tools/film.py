"""Films a test level or a recorded night without a window: one frame a second, on contact sheets.

    python -m tools.film maps/test/story.toml -o FOLDER     sheets of 5 x 5 frames
    python -m tools.film LEVEL.toml -o FOLDER --every 6 --from 600 --to 1200 --frames

With ``--frames`` each frame is a PNG of its own beside the sheets.
"""

import argparse
import os
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

from game.app.picture import WorldPicture
from game.content.levels import load_map
from game.lab.level_file import read_level
from game.lab.runner import begin
from game.view.library import Library
from game.view.options import StageOptions
from game.view.reading import Reading
from game.view.stage import Stage
from tools.contact_sheets import PICTURE_SIZE, Sheets


def film(path: Path, folder: Path, every: int, first: int, last: int, *, frames: bool) -> None:
    """Play a level and keep every so manieth picture between two ticks."""
    pygame.init()
    pygame.display.set_mode(PICTURE_SIZE)
    level = read_level(path)
    loaded = load_map(level.map_path)
    run = begin(level)
    stage = Stage(Library.load(), run.world.level, StageOptions(), loaded.scenery)
    picture = WorldPicture(stage, Reading(), lambda _world, _events: None)
    sheets = Sheets(folder, frames=frames)
    canvas = pygame.Surface(PICTURE_SIZE)
    while not run.over and run.world.tick < min(last, run.first + level.watchdog):
        picture.note(run.world, run.tick())
        tick = run.world.tick
        if tick >= first and tick % every == 0:
            stage.settle(run.world)
            picture.draw(canvas, run.world, 1.0)
            sheets.add(canvas, tick)
    sheets.close()


def main() -> None:
    """Read the arguments and film."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("level", type=Path)
    parser.add_argument("-o", "--out", type=Path, default=Path("film"))
    parser.add_argument("--every", type=int, default=60, help="ticks from frame to frame")
    parser.add_argument("--from", dest="first", type=int, default=0, help="tick of the first frame")
    parser.add_argument("--to", dest="last", type=int, default=10**9, help="tick of the last frame")
    parser.add_argument("--frames", action="store_true", help="keep each frame as a PNG, too")
    asked = parser.parse_args()
    film(asked.level, asked.out, asked.every, asked.first, asked.last, frames=asked.frames)


if __name__ == "__main__":
    main()

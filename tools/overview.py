"""Draws ``assets/screens/overview.png``: four pictures of one night, for the first page to show.

    python -m tools.overview
"""

import os
from typing import Final

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

from game.app.picture import WorldPicture
from game.content.levels import load_map
from game.content.paths import assets_folder, maps_folder
from game.lab.level_file import read_level
from game.lab.runner import begin
from game.view.library import Library
from game.view.options import StageOptions
from game.view.reading import Reading
from game.view.stage import Stage
from tools.contact_sheets import PICTURE_SIZE

MOMENTS: Final = (("SignedOut", 200), ("PulseCalled", 1806), ("OperationBegan", 5400))
"""An event of the story's level, and how many ticks after it the picture is taken."""


def draw() -> None:
    """Play the story until all four pictures are taken, and save them as one."""
    pygame.init()
    pygame.display.set_mode(PICTURE_SIZE)
    width, height = PICTURE_SIZE
    level = read_level(maps_folder() / "test" / "story.toml")
    run = begin(level)
    stage = Stage(
        Library.load(), run.world.level, StageOptions(), load_map(level.map_path).scenery
    )
    picture = WorldPicture(stage, Reading(), lambda _world, _events: None)
    overview = pygame.Surface((width * 2, height * 2))
    canvas = pygame.Surface(PICTURE_SIZE)
    due: dict[int, int] = {}
    awake, taken = False, 0
    while taken < 4 and not run.over:
        happened = run.tick()
        picture.note(run.world, happened)
        names = [type(event).__name__ for event in happened]
        for place, (name, delay) in enumerate(MOMENTS):
            if name in names:
                due[run.world.tick + delay] = place
        awake = awake or "HeWakes" in names
        place = due.get(run.world.tick, -1)
        if awake and "ChoicesOffered" in names:
            picture.talk.complete()
            place = 3
        if place >= 0:
            stage.settle(run.world)
            picture.draw(canvas, run.world, 1.0)
            overview.blit(canvas, (place % 2 * width, place // 2 * height))
            taken += 1
            awake = awake and place != 3
    pygame.image.save(overview, assets_folder() / "screens" / "overview.png")


if __name__ == "__main__":
    draw()

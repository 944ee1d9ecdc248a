"""Starts the program: the title, one night from the command line, or a recording to watch."""

import logging
from pathlib import Path
from typing import Final

import pygame
from pygame._sdl2 import controller

from game.app.desk import Desk
from game.app.loop import run
from game.app.preparing import Preparing, Wanted
from game.app.scenes import Scene
from game.app.settings import load_settings
from game.app.title import TitleScene, story_map
from game.app.waiting import WaitingScene
from game.app.window import Window
from game.content.paths import settings_folder

TITLE: Final = "Suna Night Patrol"
log = logging.getLogger(__name__)


def run_title() -> int:
    """Show the title until the player quits."""
    desk = open_desk()
    return show(desk, TitleScene(desk, Preparing(story_map())))


def run_play(
    path: Path,
    seed: int | None = None,
    watch: bool = False,
    start_at: str | None = None,
    record: Path | None = None,
) -> int:
    """Play a map, or show a test level being played. Raises InputError for bad input."""
    desk = open_desk()
    preparing = Preparing(path)
    wanted = Wanted(path, seed, watch, start_at, record)
    return show(desk, WaitingScene(desk, preparing, lambda nights: nights.wanted(desk, wanted)))


def run_replay(path: Path, speed: float = 1.0) -> int:
    """Watch a recorded night. Raises InputError if it cannot be read."""
    desk = open_desk()
    preparing = Preparing(path)
    return show(desk, WaitingScene(desk, preparing, lambda nights: nights.watched(desk, speed)))


def open_desk() -> Desk:
    """Open the window and what belongs to the program: letters, words, devices, settings."""
    pygame.display.init()
    pygame.joystick.init()
    controller.init()
    settings, trouble = load_settings(settings_folder())
    if trouble:
        log.warning(trouble)
    window = Window(TITLE, settings.scale, settings.fullscreen)
    desk = Desk.open(window, settings)
    desk.notice = desk.strings.text("settings_broken") if trouble else ""
    return desk


def show(desk: Desk, first: Scene) -> int:
    """Run scenes from the first to the last; the window is closed whatever happens."""
    try:
        run(desk, first)
    finally:
        desk.sound.stop()
        pygame.quit()
    return 0

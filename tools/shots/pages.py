"""Screens of the program: title, choices, settings, pause and what hangs on it, reached by keys."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import pygame

from game.app.desk import Desk
from game.app.hearing import NightSound
from game.app.loop import apply
from game.app.nights import LoadedNights
from game.app.preparing import Preparing
from game.app.scenes import Quit, Scene
from game.app.settings import Preset, Settings
from game.app.title import TitleScene, story_map
from game.app.window import Window
from game.audio.player import Audio
from game.content.paths import assets_folder
from game.core.units import TILE_SUB
from game.sim import World
from game.sim.command import Button, Command
from game.sim.tale.night import Beat
from game.sim.tick import step
from tools.shots.measures import new_frame
from tools.shots.studio import CONE_FRAMES, SEED, Studio, Take

_SETTLE_TICKS: Final = 40


@dataclass
class Program:
    """The loop of the program, one tick at a time and without a clock."""

    desk: Desk
    stack: list[Scene] = field(default_factory=list)

    def tick(self, count: int = 1) -> None:
        """Let so many ticks pass."""
        for _ in range(count):
            for event in pygame.event.get():
                self.desk.devices.take(event, None)
            inputs = self.desk.devices.read()
            change = Quit() if inputs.quit else self.stack[-1].update(inputs)
            if change is not None:
                apply(self.stack, change)
                self.desk.devices.let_go()

    def press(self, *names: str) -> None:
        """Press keys one after the other."""
        for name in names:
            code = pygame.key.key_code(name)
            pygame.event.post(pygame.Event(pygame.KEYDOWN, key=code))
            self.tick(2)
            pygame.event.post(pygame.Event(pygame.KEYUP, key=code))
            self.tick(2)

    def picture(self) -> pygame.Surface:
        """What is on the canvas."""
        self.tick(_SETTLE_TICKS)
        canvas = self.desk.window.canvas
        for _ in range(CONE_FRAMES):
            new_frame()
            self.stack[-1].draw(canvas, 1.0)
        return canvas.copy()


def _desk(studio: Studio, settings: Settings | None = None) -> Desk:
    desk = Desk.open(Window("shots", scale=1), settings or Settings())
    desk.saves = studio.home / "saves"
    pygame.event.clear()
    return desk


def _nights(studio: Studio) -> LoadedNights:
    """All nights of a studio share one sound: its loader must not run twice over one mixer."""
    path = story_map()
    if studio.nights is None:
        sound = NightSound(Audio(assets_folder()))
        studio.nights = LoadedNights(path, studio.library, sound, _maps={path: studio.story})
    return studio.nights


def _title(studio: Studio) -> Program:
    """The title, with a night to be continued."""
    program = _night(studio)
    program.press("f5")
    desk = program.desk
    title = TitleScene(desk, Preparing.done(story_map(), _nights(studio)))
    return Program(desk, [title])


def _night(studio: Studio, settings: Settings | None = None) -> Program:
    """A night on its round, among dunes, with something felt in the west."""
    desk, nights = _desk(studio, settings), _nights(studio)
    world = World.new(studio.story.level, seed=SEED)
    world.sakura.x, world.sakura.y = 341 * TILE_SUB, 133 * TILE_SUB
    world.story.beat, world.story.signed_out_tick = Beat.PULSE, 1
    world.story.markers += [1, 2, 3, 4]
    for _ in range(80):
        step(world, Command(buttons=Button.SENSE))
    night = nights.night(desk, world, story_map(), Preset.CHUNIN, placed=True)
    program = Program(desk, [nights.scene(desk, night)])
    night.stage.settle(world)
    program.tick(20)
    return program


def _at_title(*keys: str) -> Take:
    return _by_keys(_title, *keys)


def _in_night(*keys: str) -> Take:
    return _by_keys(_night, *keys)


def _by_keys(begin: Callable[[Studio], Program], *keys: str) -> Take:
    def take(studio: Studio) -> pygame.Surface:
        program = begin(studio)
        program.press(*keys)
        return program.picture()

    return take


def _large(studio: Studio) -> pygame.Surface:
    """The pause menu in large letters and high contrast."""
    program = _night(studio, Settings(large_text=True, high_contrast=True))
    program.press("escape")
    return program.picture()


def shots() -> dict[str, Take]:
    """All screens by name."""
    down = "down"
    return {
        "title": _at_title(),
        "title_new": _at_title(down, "return"),
        "title_training": _at_title(down, down, "return"),
        "title_shift": _at_title(down, down, down, "return"),
        "credits": _at_title("up", "up", "return"),
        "options": _at_title("up", "up", "up", "return"),
        "options_game": _at_title("up", "up", "up", "return", "return"),
        "options_keys": _at_title("up", "up", "up", "return", down, "return"),
        "options_pad": _at_title("up", "up", "up", "return", down, down, "return"),
        "options_picture": _at_title("up", "up", "up", "return", *[down] * 3, "return"),
        "options_sound": _at_title("up", "up", "up", "return", *[down] * 4, "return"),
        "options_text": _at_title("up", "up", "up", "return", *[down] * 5, "return"),
        "options_help": _at_title("up", "up", "up", "return", *[down] * 6, "return"),
        "pause": _in_night("escape"),
        "pause_large": _large,
        "objectives": _in_night("escape", down, "return"),
        "controls": _in_night("escape", down, down, "return"),
        "legend": _in_night("escape", *[down] * 3, "return"),
        "save": _in_night("escape", *[down] * 5, "return"),
        "confirm": _in_night("escape", *[down] * 7, "return"),
        "map": _in_night("m"),
    }

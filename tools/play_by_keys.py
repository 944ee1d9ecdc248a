"""Plays a whole night in the real program by real keys, and keeps pictures of it.

    Xvfb :88 -screen 0 1600x1000x24 &
    DISPLAY=:88 SUNA_HOME=FOLDER/home python -m tools.play_by_keys maps/test/story.toml -o FOLDER

Every key goes the way a player's does: from the X server (through one ``xdotool``) into the window,
the devices, the steering and so into a Command. The steps of a test level say what to do; the world
is read to find the way and never written. With ``--speed 8`` eight ticks are played for one picture
and the clock is not waited for; with 1 the night goes on in its own time.
"""

import argparse
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pygame

from game.app.desk import Desk
from game.app.loop import apply
from game.app.main import open_desk
from game.app.menu import MenuScene
from game.app.night import NightScene
from game.app.picture import Mode
from game.app.preparing import Preparing
from game.app.scenes import Quit, Scene
from game.app.title import TitleScene, story_map
from game.app.views import ResultsScene
from game.core.units import TICKS_PER_SECOND
from game.lab.level_file import TestLevel, read_level
from tools.contact_sheets import Sheets
from tools.key_bot import NO_KEYS, Bot, Keys

_X_NAMES: Final = {
    "left shift": "Shift_L", "space": "space", "escape": "Escape", "return": "Return",
    "up": "Up", "down": "Down", "left": "Left", "right": "Right",
}  # fmt: skip
_ARRIVES_SECONDS: Final = 0.2
"""A key that has not come out of the X server by then was lost."""
_PICTURE_TICKS: Final = 5 * TICKS_PER_SECOND


class Keyboard:
    """The X server's keyboard. ``hold`` says which keys are to be down from now on."""

    def __init__(self) -> None:
        self._pipe = subprocess.Popen(
            ["xdotool", "-"], stdin=subprocess.PIPE, text=True, bufsize=1
        )
        self.down: Keys = NO_KEYS
        self.lost = 0

    def hold(self, wanted: Keys) -> list[pygame.Event]:
        """Press and let go what differs; waits until the window has heard, and gives its events."""
        lines = [f"keyup {_x_name(key)}" for key in sorted(self.down - wanted)]
        lines += [f"keydown {_x_name(key)}" for key in sorted(wanted - self.down)]
        self.down = wanted
        events: list[pygame.Event] = []
        if not lines:
            return events
        assert self._pipe.stdin is not None
        self._pipe.stdin.write("\n".join(lines) + "\n")
        self._pipe.stdin.flush()
        missing, until = len(lines), time.monotonic() + _ARRIVES_SECONDS
        while missing > 0 and time.monotonic() < until:
            fresh = pygame.event.get()
            events += fresh
            missing -= sum(event.type in (pygame.KEYDOWN, pygame.KEYUP) for event in fresh)
            if missing > 0:
                time.sleep(0.0005)
        self.lost += max(0, missing)
        return events

    def close(self) -> None:
        """Let everything go."""
        self.hold(NO_KEYS)
        assert self._pipe.stdin is not None
        self._pipe.stdin.close()
        self._pipe.wait()


def _x_name(key: str) -> str:
    return _X_NAMES.get(key, key.upper() if key.startswith("f") and len(key) > 1 else key)


@dataclass
class Program:
    """The program's loop, with the bot at its keyboard and a camera before its window."""

    desk: Desk
    stack: list[Scene]
    keyboard: Keyboard
    sheets: Sheets
    speed: int
    ticks: int = 0
    _clock: pygame.time.Clock = field(default_factory=pygame.time.Clock)

    @property
    def top(self) -> Scene | None:
        """What is on the screen."""
        return self.stack[-1] if self.stack else None

    def tick(self, keys: Keys = NO_KEYS) -> None:
        """One tick of the program with these keys down; a picture each few ticks."""
        if not self.stack:
            raise SystemExit("the window was closed")
        for event in [*self.keyboard.hold(keys), *pygame.event.get()]:
            place = getattr(event, "pos", None)
            window = self.desk.window
            self.desk.devices.take(event, window.on_canvas(place) if place is not None else None)
        inputs = self.desk.devices.read()
        change = Quit() if inputs.quit else self.stack[-1].update(inputs)
        if change is not None:
            apply(self.stack, change)
            self.desk.devices.let_go()
        self.ticks += 1
        if self.stack and self.ticks % self.speed == 0:
            self.show()
            if self.speed == 1:
                self._clock.tick(TICKS_PER_SECOND)
        if self.stack and self.ticks % _PICTURE_TICKS == 0:
            self.photograph()

    def show(self) -> None:
        """Draw what is on top."""
        self.stack[-1].draw(self.desk.window.canvas, 1.0)
        self.desk.window.show()

    def photograph(self) -> None:
        """Keep the picture as it stands now, with all of the ground painted."""
        bottom = self.stack[0]
        if self.speed > 1 and isinstance(bottom, NightScene):
            bottom.night.stage.settle(bottom.night.world)
        self.show()
        self.sheets.add(self.desk.window.canvas, self.ticks)

    def tap(self, key: str, rest: int = 12) -> None:
        """Press a key as a person does."""
        for _ in range(4):
            self.tick(frozenset({key}))
        for _ in range(rest):
            self.tick()


def play(level: TestLevel, folder: Path, speed: int, most: int) -> bool:
    """Play from the title to the results, page through them, try again, and back to the title."""
    desk = open_desk()
    preparing = Preparing(story_map())
    program = Program(
        desk, [TitleScene(desk, preparing)], Keyboard(), Sheets(folder, frames=True), speed
    )
    for _ in range(60):
        program.tick()
    program.photograph()
    while not preparing.ready:
        program.tick()
        time.sleep(1 / TICKS_PER_SECOND)
    scene = _begin(program)
    bot = Bot(level, scene)
    while program.ticks < most and not isinstance(program.top, ResultsScene):
        if isinstance(program.top, MenuScene):
            print(f"{program.ticks:6} a menu came up: {program.top.title}")
            program.photograph()
            program.tap("escape")
            continue
        program.tick(bot.next())
        bot.saw(scene.night.events)
        if bot.done and scene.mode is not Mode.OVER and program.ticks % 600 == 0:
            print(f"{program.ticks:6} all steps are done and the night goes on")
    ended = isinstance(program.top, ResultsScene)
    if ended:
        scene.night.recording().save(folder / "night.replay")
        _results(program)
    print(f"{program.ticks} ticks, ending {scene.night.world.story.ending or 'none'}, "
          f"{program.keyboard.lost} keys lost")
    with suppress(BrokenPipeError):
        program.keyboard.close()
    program.sheets.close()
    pygame.quit()
    return ended


def _begin(program: Program) -> NightScene:
    """From the title into a new night, by its menus."""
    if any(program.desk.saves.glob("*.night*")):
        program.tap("down")  # past the row that goes on with a saved night
    program.tap("return")
    program.photograph()
    program.tap("return")
    while not isinstance(program.top, NightScene):
        program.tick()
    return program.top


def _results(program: Program) -> None:
    for _ in range(8):
        for _ in range(120):
            program.tick()
        program.photograph()
        program.tap("right")
    for _ in range(60):
        program.tick()
    program.tap("e", rest=60)
    print("after trying again:", type(program.top).__name__)
    program.photograph()
    for key in ("escape", "up", "return", "down", "return"):
        program.tap(key, rest=40)
        program.photograph()
    print("at last:", type(program.top).__name__)


def main() -> int:
    """Read the arguments and play."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("level", type=Path)
    parser.add_argument("-o", "--out", type=Path, default=Path("played"))
    parser.add_argument("--speed", type=int, default=1, help="ticks for each picture shown")
    parser.add_argument("--most", type=int, default=120_000, help="ticks until it gives up")
    asked = parser.parse_args()
    return 0 if play(read_level(asked.level), asked.out, asked.speed, asked.most) else 1


if __name__ == "__main__":
    raise SystemExit(main())

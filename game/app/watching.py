"""Nights that play themselves on the screen: a test level at its keys, and a recording."""

from pathlib import Path
from typing import Final

import pygame

from game.app.actions import Action
from game.app.desk import Desk
from game.app.devices import Inputs
from game.app.picture import Hear, WorldPicture
from game.app.presets import reading_of
from game.app.scenes import Change, Pop
from game.app.window import CANVAS_HEIGHT, CANVAS_WIDTH
from game.core.units import TICKS_PER_SECOND
from game.lab.recording import Recording
from game.lab.runner import Run
from game.sim import World, step
from game.view.palette import rgb
from game.view.stage import Stage
from game.view.widgets import INK, panel

_SPEEDS: Final = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
_MOST_TICKS: Final = 40
"""More ticks than this are never played for one picture."""


class _Pace:
    """How many ticks to play for each of the program's: left and right change it, act holds."""

    def __init__(self, speed: float) -> None:
        self.speed = max(_SPEEDS[0], min(float(_MOST_TICKS), speed))
        self.held = False
        self.owed = 0.0

    def due(self, inputs: Inputs) -> int:
        if inputs.was_pressed(Action.OK) or inputs.click:
            self.held = not self.held
        if inputs.was_pressed(Action.FOCUS_RIGHT):
            self.speed = next((each for each in _SPEEDS if each > self.speed), self.speed)
        if inputs.was_pressed(Action.FOCUS_LEFT):
            slower = [each for each in _SPEEDS if each < self.speed]
            self.speed = slower[-1] if slower else self.speed
        if self.held:
            return 0
        self.owed += self.speed
        ticks = min(int(self.owed), _MOST_TICKS)
        self.owed = min(self.owed - ticks, 1.0)
        return ticks


class LevelScene:
    """A test level, played on the screen by its own steps; holds what came of it."""

    def __init__(
        self, desk: Desk, run: Run, stage: Stage, hear: Hear, record: Path | None = None
    ) -> None:
        self.desk, self.run, self.record = desk, run, record
        self.picture = WorldPicture(stage, reading_of(desk.settings), hear)
        self._pace = _Pace(1.0)
        self._first = run.world.tick
        self._done = False

    def update(self, inputs: Inputs) -> Change | None:
        """Play what is due; back ends it."""
        if inputs.was_pressed(Action.BACK):
            return Pop()
        run = self.run
        for _ in range(self._pace.due(inputs)):
            if run.over or self._done:
                self._done = True
                break
            if run.world.tick - self._first >= run.level.watchdog:
                run.time_out()
                self._done = True
                break
            self.picture.note(run.world, run.tick())
        return None

    def draw(self, canvas: pygame.Surface, alpha: float) -> None:
        """The night, the level's story, and its result when there is one."""
        self.picture.draw(canvas, self.run.world, 1.0 if self._pace.speed != 1 else alpha)
        if not self._done:
            _line(canvas, self.desk, self._state(), 2)
            return
        failures = [line for text in self.run.failures for line in text.splitlines()]
        verdict = "FAILED" if failures else "passed"
        lines = [f"{self.run.level.name}: {verdict}", self.run.level.story, *failures]
        font = self.desk.small
        rows = [row for line in lines for row in font.wrap(line, 424)][:24]
        height = len(rows) * font.line + 16
        top = (CANVAS_HEIGHT - height) // 2
        panel(canvas, 20, top, CANVAS_WIDTH - 40, height, alpha=235, corner=3)
        y = top + 8
        for number, row in enumerate(rows):
            color = "sand8" if number else "blood2" if failures else "heal2"
            font.draw(canvas, row, 28, y, rgb(color), shadow=INK)
            y += font.line

    def leave(self) -> None:
        """Write the recording that was asked for."""
        if self.record is not None:
            self.run.recording().save(self.record)

    def _state(self) -> str:
        level, world = self.run.level, self.run.world
        at = f"[[do]] {min(self.run.player.step + 1, len(level.steps))}/{len(level.steps)}"
        return f"{level.name}   {at}   {world.tick}   x{self._pace.speed:g}"


class ReplayScene:
    """A recording played again; it stands still at its end."""

    def __init__(
        self,
        desk: Desk,
        recording: Recording,
        world: World,
        stage: Stage,
        hear: Hear,
        speed: float,
    ) -> None:
        self.desk, self.recording, self.world = desk, recording, world
        self.picture = WorldPicture(stage, reading_of(desk.settings), hear)
        self._pace = _Pace(speed)
        self._played = 0

    def update(self, inputs: Inputs) -> Change | None:
        """Play what is due; back ends it."""
        if inputs.was_pressed(Action.BACK):
            return Pop()
        for _ in range(self._pace.due(inputs)):
            if self._played >= len(self.recording.commands):
                break
            command = self.recording.commands[self._played]
            self._played += 1
            self.picture.note(self.world, step(self.world, command))
        return None

    def draw(self, canvas: pygame.Surface, alpha: float) -> None:
        """The night, and how far the recording has come."""
        self.picture.draw(canvas, self.world, 1.0 if self._pace.speed != 1 else alpha)
        seconds = self._played // TICKS_PER_SECOND
        whole = len(self.recording.commands) // TICKS_PER_SECOND
        name = Path(self.recording.header.map).stem
        text = self.desk.strings.text("hud_watching", name=name)
        times = f"{seconds // 60}:{seconds % 60:02} / {whole // 60}:{whole % 60:02}"
        _line(canvas, self.desk, f"{text}   {times}   x{self._pace.speed:g}", 2)

    def leave(self) -> None:
        """Nothing is held."""


def _line(canvas: pygame.Surface, desk: Desk, text: str, y: int) -> None:
    font = desk.small
    width = font.width(text) + 12
    panel(canvas, (CANVAS_WIDTH - width) // 2, y, width, font.cap + 7, alpha=200)
    font.draw(canvas, text, CANVAS_WIDTH // 2, y + 3, rgb("moon2"), shadow=INK, align=0.5)

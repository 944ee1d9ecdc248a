"""The player's hand in a talk: presses, the mouse and a held key to what the night takes.

A press completes a line that still appears, the next one goes on or gives the answer in focus.
What stood whole before the player went on has been read.
"""

from dataclasses import dataclass
from typing import Final

from game.app.actions import Action
from game.app.desk import Desk
from game.app.devices import Inputs
from game.app.read_lines import ReadLines
from game.sim import Button, Command, World
from game.view.talk_view import TalkView

_LETTERS_TICKS: Final = 4
_RIPE_TICKS: Final = 15
"""A press meant for the line before gives no answer: answers can be seen for so long first."""


@dataclass(slots=True)
class TalkHand:
    """Turns one tick of the devices into the command of a talk."""

    desk: Desk
    read: ReadLines
    _release: bool = False
    """The act key was sent in the last tick and has to come up first."""
    _seen_ticks: int = 0
    """How long the answers have been on the screen."""

    def command(self, inputs: Inputs, view: TalkView, world: World) -> Command:
        """What the night is told; the focus and the pace of the letters are the view's."""
        if view.typing and world.tick % _LETTERS_TICKS == 0:
            self.desk.sound.letters()
        if self._release:
            self._release = False
            return Command()
        view.hurried = inputs.is_down(Action.RUN)
        over = view.hover(inputs.mouse) if inputs.mouse is not None else None
        if over is not None and (inputs.mouse_moved or inputs.click):
            view.focus(over)
        step = inputs.was_pressed(Action.FOCUS_DOWN) - inputs.was_pressed(Action.FOCUS_UP)
        if step - inputs.wheel:
            view.select(step - inputs.wheel)
        pressed = inputs.was_pressed(Action.OK) or inputs.was_pressed(Action.ACT)
        self._seen_ticks = self._seen_ticks + 1 if view.row_count else 0
        if view.row_count:
            answers = pressed or (inputs.click and over is not None)
            if answers and self._seen_ticks > _RIPE_TICKS:
                self._seen_ticks = 0
                return self._answer(view.selected, world)
            return Command()
        pressed = pressed or inputs.click
        if pressed and view.typing:
            view.complete()
        elif pressed or view.wants_next:
            return self._go_on(world)
        return Command()

    def _go_on(self, world: World) -> Command:
        self._release = True
        if world.talk is not None:
            self.read.add(world.talk.line)
        return Command(buttons=Button.ACT)

    def _answer(self, row: int, world: World) -> Command:
        if world.talk is not None:
            self.read.add(world.talk.line)
            self.read.add(world.talk.offered_ids[row])
        return Command(choice=row)

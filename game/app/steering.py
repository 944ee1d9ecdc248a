"""Turns the devices' state into the night's Command: toggles, headings, aim, the table's grid.

Screen pixels end here; a Command knows headings, distances and buttons only.
"""

import math
from dataclasses import dataclass
from typing import Final

from game.app.actions import Action, Device
from game.app.devices import Inputs
from game.app.window import CANVAS_HEIGHT, CANVAS_WIDTH
from game.core.headings import TURN
from game.sim import Button, Command, Gait
from game.sim.command import MOVE_HEADINGS, NO_BUTTONS

_LEAST_STICK: Final = 0.25
"""A stick tilted less does not move her."""
_GENTLE_STICK: Final = 0.7
"""A stick tilted no further leads the hand slowly."""
_BUTTONS: Final = {
    Action.SENSE: Button.SENSE,
    Action.ACT: Button.ACT,
    Action.STRIKE: Button.STRIKE,
    Action.THROW: Button.THROW,
    Action.BRACE: Button.BRACE,
    Action.LOOK: Button.LOOK,
    Action.ITEM_NEXT: Button.ITEM_NEXT,
    Action.ITEM_BACK: Button.ITEM_BACK,
}
_AIM_PX: Final = 144
"""How far the right stick aims at most."""
LEAVE_TICKS: Final = 45
"""The key that leaves the table counts once it was held so long."""
_RIM_PX: Final = 24
"""A mouse so near the canvas's rim looks that way."""


@dataclass(slots=True)
class Steering:
    """What lasts between ticks: the toggles she has set."""

    sneaking: bool = False
    light_foot: bool = False
    feigning: bool = False
    bracing: bool = False
    running: bool = False
    toggle_brace: bool = False
    toggle_run: bool = False
    hold_sneak: bool = False
    leaving_ticks: int = 0
    """How long the key that leaves the table has been held."""

    def rest(self) -> None:
        """She stands up: after a load, a talk or the table no stance goes on by itself."""
        self.sneaking = self.light_foot = self.feigning = self.bracing = self.running = False
        self.leaving_ticks = 0

    def command(self, inputs: Inputs, her_px: tuple[int, int] | None = None) -> Command:
        """The command of one tick of walking; ``her_px`` is she on the canvas, for the mouse."""
        self._toggle(inputs)
        move = _move(inputs)
        aim, reach = _aim(inputs, her_px)
        buttons = NO_BUTTONS
        for action, button in _BUTTONS.items():
            if inputs.is_down(action):
                buttons |= button
        if self.toggle_brace:
            buttons = buttons | Button.BRACE if self.bracing else buttons & ~Button.BRACE
        if self.feigning:
            buttons |= Button.FEIGN
        if inputs.is_down(Action.THROW) and inputs.was_pressed(Action.SNEAK):
            buttons |= Button.CANCEL
        if inputs.look != (0.0, 0.0) or _at_rim(inputs):
            buttons |= Button.LOOK
        return Command(move, self._gait(), aim, reach, None, buttons)

    def at_table(self, inputs: Inputs, over_leave: bool = False) -> Command:
        """The command of one tick at the table: the hand follows mouse, stick or keys.

        A stick that is tilted a little leads it slowly, the right one lifts the head.
        By mouse alone: left heals, right feels, both lift the head, the middle wipes the brow, the
        wheel cuts the shirt. ``over_leave``: the mouse is on the words that say how to leave.
        """
        buttons = NO_BUTTONS
        for action, button in _BUTTONS.items():
            if inputs.is_down(action):
                buttons |= button
        if not (over_leave and inputs.mouse_down):
            buttons |= _by_mouse(inputs)
        if inputs.look != (0.0, 0.0):
            buttons |= Button.LOOK
        if inputs.middle_down:
            buttons |= Button.BRACE
        if inputs.wheel:
            buttons |= Button.STRIKE
        leaves = (over_leave and inputs.mouse_down) or inputs.is_down(Action.FEIGN)
        self.leaving_ticks = self.leaving_ticks + 1 if leaves else 0
        if self.leaving_ticks >= LEAVE_TICKS:
            self.leaving_ticks = 0
            buttons |= Button.CANCEL
        point = inputs.mouse if inputs.pointing else None
        gently = 0.0 < math.hypot(*inputs.stick) < _GENTLE_STICK
        pace = Gait.SNEAK if gently or inputs.is_down(Action.SNEAK) else Gait.WALK
        return Command(move=_move(inputs), gait=pace, point=point, buttons=buttons)

    def _toggle(self, inputs: Inputs) -> None:
        throwing = inputs.is_down(Action.THROW)
        if inputs.was_pressed(Action.SNEAK) and not throwing and not self.hold_sneak:
            self.sneaking = not self.sneaking
            self.light_foot = self.light_foot and not self.sneaking
        if self.hold_sneak:
            self.sneaking = inputs.is_down(Action.SNEAK) and not throwing
        if inputs.was_pressed(Action.LIGHT_FOOT):
            self.light_foot = not self.light_foot
            self.sneaking = self.sneaking and not self.light_foot
            self.feigning = self.feigning and not self.light_foot
        if inputs.was_pressed(Action.FEIGN):
            self.feigning = not self.feigning
            self.light_foot = self.light_foot and not self.feigning
        if inputs.was_pressed(Action.BRACE):
            self.bracing = not self.bracing
        if not self.toggle_run:
            self.running = inputs.is_down(Action.RUN)
        elif inputs.was_pressed(Action.RUN):
            self.running = not self.running
        elif self.sneaking or self.light_foot or self.feigning:
            self.running = False
        if self.running:
            self.light_foot = self.feigning = self.sneaking = False

    def _gait(self) -> Gait:
        if self.running:
            return Gait.RUN
        if self.light_foot:
            return Gait.LIGHT
        return Gait.SNEAK if self.sneaking else Gait.WALK


def _by_mouse(inputs: Inputs) -> Button:
    """What the two buttons of the mouse mean at the table, alone and together."""
    if inputs.mouse_down and inputs.right_down:
        return Button.LOOK
    if inputs.mouse_down:
        return Button.ACT
    return Button.SENSE if inputs.right_down else NO_BUTTONS


def _move(inputs: Inputs) -> int:
    """Move heading 0..63, or -1: keys and stick alike."""
    x = inputs.is_down(Action.RIGHT) - inputs.is_down(Action.LEFT) + inputs.stick[0]
    y = inputs.is_down(Action.DOWN) - inputs.is_down(Action.UP) + inputs.stick[1]
    if math.hypot(x, y) < _LEAST_STICK:
        return -1
    return round(math.atan2(y, x) * MOVE_HEADINGS / math.tau) % MOVE_HEADINGS


def _aim(inputs: Inputs, her_px: tuple[int, int] | None) -> tuple[int, int]:
    """Heading 0..1023 (or -1) and reach in pixels, from the right stick or the mouse."""
    if inputs.look != (0.0, 0.0):
        x, y = inputs.look[0] * _AIM_PX, inputs.look[1] * _AIM_PX
    elif inputs.aiming and inputs.mouse is not None and her_px is not None:
        x, y = inputs.mouse[0] - her_px[0], inputs.mouse[1] - her_px[1]
    else:
        return -1, 0
    return round(math.atan2(y, x) * TURN / math.tau) % TURN, round(math.hypot(x, y))


def _at_rim(inputs: Inputs) -> bool:
    """Whether the mouse rests at the canvas's rim, to look further that way."""
    if inputs.device is not Device.MOUSE or inputs.mouse is None:
        return False
    x, y = inputs.mouse
    inside_x = _RIM_PX <= x < CANVAS_WIDTH - _RIM_PX
    inside_y = _RIM_PX <= y < CANVAS_HEIGHT - _RIM_PX
    return not (inside_x and inside_y)

"""Between choosing a night and seeing it: shows what is beneath until all is loaded."""

from collections.abc import Callable
from typing import Final

import pygame

from game.app.actions import Action
from game.app.desk import Desk
from game.app.devices import Inputs
from game.app.preparing import Nights, Preparing
from game.app.scenes import Change, Pop, Replace, Scene
from game.content.errors import InputError
from game.view.menu_view import veil
from game.view.palette import rgb
from game.view.widgets import INK

_DOTS_EVERY_TICKS: Final = 20


class WaitingScene:
    """Waits for the nights to be loaded, then begins one."""

    def __init__(
        self,
        desk: Desk,
        preparing: Preparing,
        begin: Callable[[Nights], Scene],
        under: Scene | None = None,
    ) -> None:
        self.desk, self.preparing, self.under = desk, preparing, under
        self._begin = begin
        self._tick = 0

    def update(self, inputs: Inputs) -> Change | None:
        """Begin when everything is there and this was seen once; tell what failed."""
        self._tick += 1
        if inputs.was_pressed(Action.BACK):
            return Pop()
        if not self.preparing.ready or self._tick < 2:
            return None
        try:
            nights = self.preparing.take()
            self.desk.hear(nights.sound)
            return Replace(self._begin(nights))
        except InputError as error:
            if self.under is None:
                raise
            self.desk.notice = str(error)
            return Pop()

    def draw(self, canvas: pygame.Surface, alpha: float) -> None:
        """What is beneath, dimmed, and three dots."""
        if self.under is not None:
            self.under.draw(canvas, alpha)
            veil(canvas)
        else:
            canvas.fill((0, 0, 0))
        dots = "." * (1 + self._tick // _DOTS_EVERY_TICKS % 3)
        self.desk.font.draw(canvas, dots, 234, 132, rgb("sand8"), outline=INK)

    def leave(self) -> None:
        """Nothing is held."""

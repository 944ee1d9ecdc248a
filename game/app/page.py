"""Pages of text over another scene: objectives, controls, signs, causes."""

from collections.abc import Callable, Sequence

import pygame

from game.app.actions import Action
from game.app.desk import Desk
from game.app.devices import Inputs
from game.app.scenes import Change, Pop, Scene
from game.view.menu_view import Sign, draw_page, veil

Lines = Sequence[tuple[Sign, str]]


class PageScene:
    """Lines of a sign and words; up and down scroll, anything else goes back."""

    def __init__(self, desk: Desk, title: str, lines: Callable[[], Lines], under: Scene) -> None:
        self.desk, self.title, self.under = desk, title, under
        self._lines = lines
        self._top = 0
        self._most = 0

    def update(self, inputs: Inputs) -> Change | None:
        """Scroll, or go back."""
        step = inputs.was_pressed(Action.FOCUS_DOWN) - inputs.was_pressed(Action.FOCUS_UP)
        self._top = max(0, min(self._most, self._top + step - inputs.wheel))
        away = (Action.BACK, Action.OK, Action.PAUSE, Action.MAP)
        if any(inputs.was_pressed(action) for action in away) or inputs.click or inputs.right_click:
            return Pop()
        return None

    def draw(self, canvas: pygame.Surface, alpha: float) -> None:
        """The page over what is beneath."""
        self.under.draw(canvas, 0.0)
        veil(canvas)
        self._most = draw_page(canvas, self.desk.font, self.title, self._lines(), self._top)

    def leave(self) -> None:
        """Nothing is held."""

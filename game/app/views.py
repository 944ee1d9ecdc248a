"""The map and what was said, over a night that stands still."""

import pygame

from game.app.devices import Action, Inputs
from game.app.night import NightScene
from game.app.scenes import Change, Pop
from game.view.backlog_view import BacklogView
from game.view.map_view import MapView

_PAN_PX = 4
_AWAY = (Action.MAP, Action.BACK, Action.PAUSE)


class MapScene:
    """The map: moved by the keys that move her, act changes its scale."""

    def __init__(self, view: MapView, scene: NightScene) -> None:
        self.view, self.scene = view, scene
        view.open()

    def update(self, inputs: Inputs) -> Change | None:
        """Move it, or put it away."""
        self.view.tick()
        if any(inputs.was_pressed(action) for action in _AWAY) or inputs.right_click:
            return Pop()
        right = inputs.is_down(Action.FOCUS_RIGHT) - inputs.is_down(Action.FOCUS_LEFT)
        down = inputs.is_down(Action.FOCUS_DOWN) - inputs.is_down(Action.FOCUS_UP)
        self.view.pan(right * _PAN_PX, down * _PAN_PX)
        step = inputs.wheel + inputs.was_pressed(Action.ITEM_NEXT)
        self.view.zoom(step - inputs.was_pressed(Action.ITEM_BACK))
        return None

    def draw(self, canvas: pygame.Surface, alpha: float) -> None:
        """The map as the night stands."""
        self.view.draw(canvas, self.scene.night.world, alpha)

    def leave(self) -> None:
        """Nothing is held."""


class BacklogScene:
    """What was said, over the talk."""

    def __init__(self, view: BacklogView, scene: NightScene) -> None:
        self.view, self.scene = view, scene
        view.note(scene.night.world)

    def update(self, inputs: Inputs) -> Change | None:
        """Scroll, or put it away."""
        if any(inputs.was_pressed(action) for action in _AWAY) or inputs.right_click:
            return Pop()
        step = inputs.was_pressed(Action.FOCUS_DOWN) - inputs.was_pressed(Action.FOCUS_UP)
        if step - inputs.wheel:
            self.view.scroll(step - inputs.wheel)
        across = inputs.was_pressed(Action.FOCUS_RIGHT) - inputs.was_pressed(Action.FOCUS_LEFT)
        if across:
            self.view.page(across)
        return None

    def draw(self, canvas: pygame.Surface, alpha: float) -> None:
        """The talk, and the list over it."""
        self.scene.draw(canvas, alpha)
        self.view.draw(canvas)

    def leave(self) -> None:
        """Nothing is held."""

"""Whole pictures over a night that stands still: the map, what was said, the results."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

import pygame

from game.app.actions import Action
from game.app.desk import Desk
from game.app.devices import Inputs
from game.app.keys import label_of
from game.app.night import NightScene
from game.app.presets import reading_of
from game.app.scenes import Change, Pop
from game.content.paths import recordings_folder
from game.view.backlog_view import BacklogView
from game.view.map_view import MapView
from game.view.palette import rgb
from game.view.results_view import Hit, ResultsView
from game.view.widgets import INK

_PAN_PX: Final = 4
_CALM_TICKS: Final = 45
"""Act tries again only after so long without a press: who reads on in haste turns the page."""
_AWAY: Final = (Action.MAP, Action.BACK, Action.PAUSE)


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


class ResultsScene:
    """What came of the night: pages; act tries again from the last save, back goes to the title."""

    def __init__(self, desk: Desk, scene: NightScene, title: Callable[[], Change]) -> None:
        self.desk, self.scene, self._title = desk, scene, title
        night, stage = scene.night, scene.night.stage
        self.view = ResultsView(
            stage.library, night.world, night.trails, stage.options, reading_of(desk.settings)
        )
        self._still_ticks = 0
        self._said = f"{label_of(desk, Action.SAVE)}  {desk.strings.text('results_keep')}"

    def update(self, inputs: Inputs) -> Change | None:
        """Turn pages, try again, keep the recording, or leave."""
        view = self.view
        view.tick()
        hit = view.at(inputs.mouse) if inputs.click and inputs.mouse is not None else None
        if inputs.was_pressed(Action.SAVE):
            self._keep()
        if inputs.was_pressed(Action.BACK) or hit is Hit.TITLE:
            return self._title()
        calm = self._still_ticks > _CALM_TICKS
        self._still_ticks = 0 if inputs.pressed or inputs.click else self._still_ticks + 1
        goes_on = inputs.was_pressed(Action.OK) or (inputs.click and hit is None)
        again = inputs.was_pressed(Action.ACT)
        if view.typing and (goes_on or again or hit is Hit.NEXT):
            view.complete()
        elif (again and calm) or hit is Hit.AGAIN:
            self.scene.go_back(self.scene.night.retry)
            return Pop()
        elif goes_on or hit is Hit.NEXT:
            view.turn(1)
        step = inputs.was_pressed(Action.FOCUS_RIGHT) - inputs.was_pressed(Action.FOCUS_LEFT)
        view.turn(step - inputs.wheel - (hit is Hit.BACK))
        return None

    def draw(self, canvas: pygame.Surface, alpha: float) -> None:
        """The page."""
        self.view.draw(canvas)
        font = self.desk.small
        font.draw(canvas, self._said, 472, 6, rgb("moon1"), outline=INK, align=1.0)

    def leave(self) -> None:
        """Nothing is held."""

    def _keep(self) -> None:
        """Write the night down as a recording that can be watched and proved."""
        path = recordings_folder() / f"night_{datetime.now():%Y%m%d_%H%M%S}.replay"
        try:
            self.scene.night.recording().save(path)
            self._said = self.desk.strings.text("pause_saved")
        except OSError as error:
            why = error.strerror
            self._said = self.desk.strings.text("pause_save_failed", why=why)

"""One list with a focus for all menus: keys, pad and mouse mean the same in each of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

import pygame

from game.app.actions import Action
from game.app.desk import Desk
from game.app.devices import Inputs
from game.app.scenes import Change, Pop, Scene
from game.app.sound import Sound
from game.view.menu_view import MenuPicture, RowPicture, draw_menu, veil

_REPEAT_AFTER_TICKS: Final = 24
_REPEAT_EVERY_TICKS: Final = 5
_STEPS: Final = {
    Action.FOCUS_UP: (-1, 0), Action.FOCUS_DOWN: (1, 0),
    Action.FOCUS_LEFT: (0, -1), Action.FOCUS_RIGHT: (0, 1),
}  # fmt: skip


@dataclass(slots=True)
class Row:
    """One row: ``act`` does something, ``change`` goes through values by -1 or 1."""

    label: str
    act: Callable[[], Change | None] | None = None
    change: Callable[[int], None] | None = None
    value: Callable[[], str] | None = None
    about: str = ""
    enabled: bool = True
    warning: bool = False

    def picture(self) -> RowPicture:
        """The row as it is drawn."""
        value = self.value() if self.value is not None else ""
        return RowPicture(self.label, value, self.enabled, self.warning)


@dataclass(slots=True)
class FocusList:
    """Rows and the one in focus."""

    rows: Sequence[Row]
    focus: int = 0
    areas: list[pygame.Rect] = field(default_factory=list)
    """Where each row was drawn last, for the mouse."""
    _held_ticks: int = 0

    def __post_init__(self) -> None:
        if self.rows and not self.rows[self.focus].enabled:
            self.step(1)

    def update(self, inputs: Inputs, sound: Sound) -> Change | None:
        """Take one tick of input, and let it be heard."""
        focus = self.focus
        change = self._update(inputs)
        pressed = inputs.was_pressed(Action.OK) or inputs.click
        if change is not None or (pressed and self.at(inputs.mouse) is not None):
            sound.accept()
        elif self.focus != focus:
            sound.move()
        return change

    def _update(self, inputs: Inputs) -> Change | None:
        for action in self._asked(inputs):
            along, across = _STEPS[action]
            if along:
                self.step(along)
            else:
                self.change(across)
        if inputs.wheel:
            self.step(-1 if inputs.wheel > 0 else 1)
        over = self.at(inputs.mouse)
        if over is not None and inputs.mouse_moved:
            self.focus = over
        if over is not None and (inputs.click or inputs.right_click):
            self.focus = over
            return self.press(-1 if inputs.right_click else 1)
        if inputs.was_pressed(Action.OK):
            return self.press()
        return None

    def step(self, by: int) -> None:
        """Move the focus to the next row that can be used, round at the ends."""
        for _ in self.rows:
            self.focus = (self.focus + by) % len(self.rows)
            if self.rows[self.focus].enabled:
                return

    def change(self, by: int) -> None:
        """Change the value of the row in focus."""
        row = self.rows[self.focus]
        if row.change is not None and row.enabled:
            row.change(by)

    def press(self, by: int = 1) -> Change | None:
        """Do what the row in focus does."""
        if not self.rows:
            return None
        row = self.rows[self.focus]
        if not row.enabled:
            return None
        if row.act is not None:
            return row.act()
        self.change(by)
        return None

    def at(self, point: tuple[int, int] | None) -> int | None:
        """The usable row under a point of the canvas."""
        if point is None:
            return None
        for number, area in enumerate(self.areas[: len(self.rows)]):
            if area.collidepoint(point) and self.rows[number].enabled:
                return number
        return None

    def _asked(self, inputs: Inputs) -> list[Action]:
        """The steps asked for in this tick: pressed, or held for long enough."""
        held = [action for action in _STEPS if inputs.is_down(action)]
        self._held_ticks = self._held_ticks + 1 if len(held) == 1 else 0
        late = self._held_ticks - _REPEAT_AFTER_TICKS
        if late >= 0 and late % _REPEAT_EVERY_TICKS == 0:
            return held
        return [action for action in _STEPS if inputs.was_pressed(action)]


class MenuScene:
    """A menu over another scene, which is drawn dimmed beneath it and does not go on."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        rows: Callable[[], Sequence[Row]],
        under: Scene | None = None,
        notice: str = "",
    ) -> None:
        self.desk, self.title, self.under = desk, title, under
        self.notice = notice
        self._build = rows
        self.list = FocusList(rows())

    def update(self, inputs: Inputs) -> Change | None:
        """Go through the rows; back takes the menu off."""
        backs = inputs.was_pressed(Action.BACK) or inputs.was_pressed(Action.PAUSE)
        if backs and not inputs.was_pressed(Action.OK):
            self.desk.sound.back()
            return self.back()
        if inputs.right_click and self.list.at(inputs.mouse) is None:
            return self.back()
        return self.list.update(inputs, self.desk.sound)

    def back(self) -> Change | None:
        """What going back means here."""
        return Pop()

    def refresh(self) -> None:
        """Build the rows anew, with the focus where it was."""
        focus = self.list.focus
        self.list = FocusList(self._build())
        self.list.focus = min(focus, max(0, len(self.list.rows) - 1))

    def draw(self, canvas: pygame.Surface, alpha: float) -> None:
        """The menu over what is beneath."""
        if self.under is not None:
            self.under.draw(canvas, 0.0)
            veil(canvas)
        else:
            canvas.fill((0, 0, 0))
        rows = self.list.rows
        about = rows[self.list.focus].about if rows else ""
        picture = MenuPicture(
            self.title, [row.picture() for row in rows], self.list.focus, about, self.notice
        )
        self.list.areas = draw_menu(canvas, self.desk.font, picture)

    def leave(self) -> None:
        """Nothing is held."""


def confirm(desk: Desk, question: str, yes: Callable[[], Change | None], under: Scene) -> MenuScene:
    """Ask before something is lost; the focus stands on no."""
    words = desk.strings

    def rows() -> list[Row]:
        return [
            Row(words.text("menu_no"), act=Pop),
            Row(words.text("menu_yes"), act=yes),
        ]

    return MenuScene(desk, question, rows, under)

"""Choosing keys and buttons anew: one row an action, conflicts marked, one press to change."""

from collections.abc import Callable, Sequence

import pygame

from game.app.actions import DEFAULT_KEYS, DEFAULT_PAD, FIXED, Action
from game.app.desk import Desk
from game.app.devices import Inputs
from game.app.keys import ACTION_WORDS, button_label, key_label
from game.app.menu import MenuScene, Row, confirm
from game.app.scenes import Change, Pop, Push, Scene
from game.app.settings import conflicts

Changed = Callable[[], None]


def bindings_scene(desk: Desk, under: Scene, changed: Changed, *, pad: bool) -> MenuScene:
    """The list of actions; ``changed`` is called when a key was chosen."""
    return BindingMenu(desk, under, changed, pad=pad)


class BindingMenu(MenuScene):
    """Every action with its keys (or the pad's buttons)."""

    def __init__(self, desk: Desk, under: Scene, changed: Changed, *, pad: bool) -> None:
        self.pad, self._changed = pad, changed
        self._asked: Action | None = None
        title = desk.strings.text("settings_pad" if pad else "settings_keyboard")
        super().__init__(desk, title, self._rows, under)

    def update(self, inputs: Inputs) -> Change | None:
        """Go through the list, or take the key that was asked for."""
        if self._asked is None:
            return super().update(inputs)
        # a list of keys can be left by pad and mouse too: whoever has no keyboard is not held
        other_device = not self.pad and bool(inputs.pad_typed)
        if pygame.K_ESCAPE in inputs.typed or inputs.right_click or other_device:
            self._settle("")
        elif self.pad and inputs.pad_typed:
            return self._take(inputs.pad_typed[0])
        elif not self.pad and inputs.typed:
            return self._take(pygame.key.name(inputs.typed[0]))
        return None

    def back(self) -> Change | None:
        """Leave the list."""
        return Pop()

    @property
    def bound(self) -> dict[Action, tuple[str, ...]]:
        """What is bound now."""
        settings = self.desk.settings
        return settings.all_pad() if self.pad else settings.all_keys()

    def _rows(self) -> Sequence[Row]:
        words, bound = self.desk.strings, self.bound
        double = {action for actions in conflicts(bound).values() for action in actions}
        rows = [
            Row(
                words.text(ACTION_WORDS[action]),
                act=self._asker(action),
                value=self._value(action),
                warning=action in double,
            )
            for action in Action
            if action not in FIXED and (action in bound or not self.pad)
        ]
        return [
            *rows,
            Row(words.text("menu_reset"), act=self._reset),
            Row(words.text("menu_back"), act=Pop),
        ]

    def _asker(self, action: Action) -> Callable[[], None]:
        def ask() -> None:
            words = self.desk.strings
            self._asked = action
            what = words.text("settings_rebind", action=words.text(ACTION_WORDS[action]))
            leave = words.text("settings_rebind_cancel", key=words.text("key_escape"))
            self.notice = f"{what}. {leave}."

        return ask

    def _value(self, action: Action) -> Callable[[], str]:
        def value() -> str:
            names = self.bound.get(action, ())
            labels = dict.fromkeys(self._label(name) for name in names)
            return " ".join(labels) or self.desk.strings.text("settings_unbound")

        return value

    def _label(self, name: str) -> str:
        words, layout = self.desk.strings, self.desk.devices.layout
        return button_label(words, name, layout) if self.pad else key_label(words, name)

    def _take(self, name: str) -> Change | None:
        """Bind what was pressed; ask first if it means something else already."""
        action = self._asked
        assert action is not None
        others = [
            other
            for other, names in self.bound.items()
            if name in names and other is not action and other not in FIXED
        ]
        if not name or not others:
            if name:
                self._bind(action, (name,))
            self._settle("")
            return None
        words = self.desk.strings
        question = words.text(
            "settings_rebind_conflict",
            key=self._label(name),
            action=words.text(ACTION_WORDS[others[0]]),
        )

        def swap() -> Change:
            old = self.bound.get(action, ())
            for other in others:
                rest = tuple(each for each in self.bound[other] if each != name)
                self._bind(other, rest or old)
            self._bind(action, (name,))
            self.refresh()
            return Pop()

        self._settle("")
        return Push(confirm(self.desk, question, swap, self.under or self))

    def _bind(self, action: Action, names: tuple[str, ...]) -> None:
        settings = self.desk.settings
        chosen = settings.pad if self.pad else settings.keys
        defaults = DEFAULT_PAD if self.pad else DEFAULT_KEYS
        if defaults.get(action, ()) == names:
            chosen.pop(action, None)
        else:
            chosen[action] = list(names)
        self._changed()

    def _settle(self, notice: str) -> None:
        self._asked, self.notice = None, notice
        self.refresh()

    def _reset(self) -> Change | None:
        def reset() -> Change:
            settings = self.desk.settings
            (settings.pad if self.pad else settings.keys).clear()
            self._changed()
            self.refresh()
            return Pop()

        question = self.desk.strings.text("pause_confirm_reset")
        return Push(confirm(self.desk, question, reset, self.under or self))

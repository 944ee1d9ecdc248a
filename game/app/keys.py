"""What keys and buttons are called on the screen: prompts follow the device used last."""

from typing import Final

from game.app.actions import DEFAULT_KEYS, Action, Device
from game.app.desk import Desk
from game.app.pad_layout import PadLayout, styled
from game.content.strings import Strings
from game.view.pad_words import label_words

_ID_OF_KEY: Final = {
    "space": "key_space", "escape": "key_escape", "return": "key_return", "tab": "key_tab",
    "backspace": "key_backspace", "left shift": "key_shift", "right shift": "key_shift",
    "left ctrl": "key_ctrl", "right ctrl": "key_ctrl", "left alt": "key_alt",
    "right alt": "key_alt",
}  # fmt: skip
_ARROWS: Final = {"up": "↑", "down": "↓", "left": "←", "right": "→"}
_PICTURES: Final = {
    "pad_up": "pad/dpad_up", "pad_down": "pad/dpad_down", "pad_left": "pad/dpad_left",
    "pad_right": "pad/dpad_right", "stick_up": "pad/stick_left", "stick_down": "pad/stick_left",
    "stick_left": "pad/stick_left", "stick_right": "pad/stick_left",
}  # fmt: skip
_MOVES: Final = (Action.UP, Action.LEFT, Action.DOWN, Action.RIGHT)
_PAD_ALONE: Final = {Action.LOOK: "pad/stick_right"}
"""What a pad does without a button."""

ACTION_WORDS: Final = {
    action: {
        Action.LIGHT_FOOT: "action_light", Action.OK: "action_confirm",
        Action.BACK: "action_cancel",
    }.get(action, f"action_{action}")
    for action in Action
}  # fmt: skip
"""String id of what each action is called."""


def key_label(strings: Strings, name: str) -> str:
    """What stands on a key, by the name that bindings use."""
    if name in _ARROWS:
        return _ARROWS[name]
    return strings.text(_ID_OF_KEY[name]) if name in _ID_OF_KEY else name.upper()


def button_picture(name: str, layout: PadLayout = PadLayout.XBOX) -> str:
    """The picture of a pad's button in the atlas ``ui``."""
    return _PICTURES.get(name, f"pad/{styled(name, layout)}")


def button_label(strings: Strings, name: str, layout: PadLayout = PadLayout.XBOX) -> str:
    """A pad's button in words, for lists."""
    return label_words(strings, button_picture(name, layout))


def label_of(desk: Desk, action: Action, all_moves: bool = False) -> str:
    """What to press for an action on the device used last; ``pad/...`` names a picture."""
    devices, strings = desk.devices, desk.strings
    if devices.device is Device.PAD:
        if all_moves:
            return "pad/stick_left"
        names = devices.pad.get(action, ())
        return button_picture(names[0], devices.layout) if names else _PAD_ALONE.get(action, "?")
    if all_moves:
        labels = [key_label(strings, devices.keys[move][0]) for move in _MOVES]
        return "".join(labels) if all(len(label) == 1 for label in labels) else " ".join(labels)
    names = devices.keys.get(action) or DEFAULT_KEYS.get(action, ())
    return key_label(strings, names[0]) if names else "?"

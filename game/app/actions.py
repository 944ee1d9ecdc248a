"""What keys and buttons can mean, and what they mean before anybody chooses: plain data."""

from enum import StrEnum
from typing import Final


class Action(StrEnum):
    """What a key can mean, in play and in menus."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    SNEAK = "sneak"
    RUN = "run"
    LIGHT_FOOT = "light_foot"
    SENSE = "sense"
    ACT = "act"
    STRIKE = "strike"
    THROW = "throw"
    BRACE = "brace"
    LOOK = "look"
    FEIGN = "feign"
    ITEM_BACK = "item_back"
    ITEM_NEXT = "item_next"
    WHY = "why"
    MAP = "map"
    PAUSE = "pause"
    SAVE = "save"
    LOAD = "load"
    OK = "ok"
    BACK = "back"
    FOCUS_UP = "focus_up"
    FOCUS_DOWN = "focus_down"
    FOCUS_LEFT = "focus_left"
    FOCUS_RIGHT = "focus_right"


MOVES: Final = frozenset({Action.UP, Action.DOWN, Action.LEFT, Action.RIGHT})
FIXED: Final = frozenset(
    {
        Action.OK, Action.BACK, Action.PAUSE,
        Action.FOCUS_UP, Action.FOCUS_DOWN, Action.FOCUS_LEFT, Action.FOCUS_RIGHT,
    }
)  # fmt: skip
"""What menus hang on; never bound anew, so that nobody can lock themselves out."""


class Device(StrEnum):
    """What was used last: prompts follow it."""

    KEYS = "keys"
    MOUSE = "mouse"
    PAD = "pad"


DEFAULT_KEYS: Final[dict[Action, tuple[str, ...]]] = {
    Action.UP: ("w", "up"),
    Action.DOWN: ("s", "down"),
    Action.LEFT: ("a", "left"),
    Action.RIGHT: ("d", "right"),
    Action.SNEAK: ("c",),
    Action.RUN: ("left shift", "right shift"),
    Action.LIGHT_FOOT: ("r",),
    Action.SENSE: ("q",),
    Action.ACT: ("e",),
    Action.STRIKE: ("f",),
    Action.THROW: ("t",),
    Action.BRACE: ("space",),
    Action.LOOK: ("v",),
    Action.FEIGN: ("x",),
    Action.ITEM_BACK: ("1",),
    Action.ITEM_NEXT: ("2",),
    Action.WHY: ("h",),
    Action.MAP: ("m",),
    Action.PAUSE: ("escape",),
    Action.SAVE: ("f5",),
    Action.LOAD: ("f9",),
    Action.OK: ("return", "e", "space"),
    Action.BACK: ("escape", "backspace"),
    Action.FOCUS_UP: ("up", "w"),
    Action.FOCUS_DOWN: ("down", "s"),
    Action.FOCUS_LEFT: ("left", "a"),
    Action.FOCUS_RIGHT: ("right", "d"),
}
"""Names as ``pygame.key.key_code`` takes them."""

DEFAULT_PAD: Final[dict[Action, tuple[str, ...]]] = {
    Action.SNEAK: ("b",),
    Action.RUN: ("lb",),
    Action.LIGHT_FOOT: ("rb",),
    Action.SENSE: ("y",),
    Action.ACT: ("a",),
    Action.STRIKE: ("x",),
    Action.THROW: ("rt",),
    Action.BRACE: ("lt",),
    Action.FEIGN: ("pad_up",),
    Action.WHY: ("pad_down",),
    Action.ITEM_BACK: ("pad_left",),
    Action.ITEM_NEXT: ("pad_right",),
    Action.MAP: ("view",),
    Action.PAUSE: ("menu",),
    Action.OK: ("a",),
    Action.BACK: ("b",),
    Action.FOCUS_UP: ("pad_up", "stick_up"),
    Action.FOCUS_DOWN: ("pad_down", "stick_down"),
    Action.FOCUS_LEFT: ("pad_left", "stick_left"),
    Action.FOCUS_RIGHT: ("pad_right", "stick_right"),
}
"""Buttons by the names of ``PAD_NAMES``; the left stick walks and moves the focus of menus."""

PAD_NAMES: Final = (
    "a", "b", "x", "y", "lb", "rb", "view", "menu",
    "pad_up", "pad_down", "pad_left", "pad_right", "lt", "rt",
)  # fmt: skip
"""The buttons of a pad that can be bound."""

"""Which letters and signs a gamepad prints on its buttons, told by its name.

SDL calls the buttons of every pad `a`, `lb`, `view`...; where a Switch pad prints A, SDL says `a`.
"""

from enum import StrEnum
from typing import Final


class PadLayout(StrEnum):
    """A make of pad, as far as its buttons look different."""

    XBOX = "xbox"
    PLAYSTATION = "playstation"
    SWITCH = "switch"


_PLAYSTATION: Final = ("playstation", "dualshock", "dualsense", "sony", "ps3", "ps4", "ps5")
_SWITCH: Final = ("nintendo", "switch", "joy-con", "joycon")
_OWN: Final = ("a", "b", "x", "y", "lb", "rb", "lt", "rt", "view", "menu")
"""Buttons that look otherwise on pads of another make."""


def layout_of(name: str) -> PadLayout:
    """The make of a pad that calls itself so; what nobody knows counts as an Xbox pad."""
    lower = name.lower()
    if any(word in lower for word in _PLAYSTATION):
        return PadLayout.PLAYSTATION
    return PadLayout.SWITCH if any(word in lower for word in _SWITCH) else PadLayout.XBOX


def styled(button: str, layout: PadLayout) -> str:
    """The name of a button's picture and words: ``lb``, or ``playstation/lb`` where it differs."""
    return button if layout is PadLayout.XBOX or button not in _OWN else f"{layout}/{button}"

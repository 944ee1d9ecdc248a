"""What a player has chosen about the picture of the night: plain values, no rule of the game."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Cones(StrEnum):
    """When the sight of others is drawn."""

    ALWAYS = "always"
    CURIOUS = "curious"
    """Once somebody wonders, or while she senses them."""
    SENSED = "sensed"


KEYBOARD: Final[Mapping[str, str]] = MappingProxyType(
    {
        "move": "WASD", "act": "E", "sense": "Q", "sneak": "C", "run": "Shift", "light": "R",
        "strike": "F", "throw": "T", "brace": "Space", "look": "V", "feign": "X", "why": "H",
        "map": "M", "save": "F5", "load": "F9", "item_back": "1", "item_next": "2",
    }
)
"""What stands on the key of each action; a label that begins with ``pad/`` is a picture."""


@dataclass(frozen=True, slots=True)
class StageOptions:
    """How the night is to be shown."""

    cones: Cones = Cones.CURIOUS
    captions: bool = True
    hints: bool = True
    shake: bool = True
    flicker: bool = True
    grain: bool = True
    """Blowing sand in front of the picture; the gust itself is always told."""
    large_text: bool = False
    high_contrast: bool = False
    """Everybody has a line around them, and the rim of the picture stays bright."""
    brightness_per_mille: int = 1000
    """How bright the night is shown, 1000 to 2000."""
    keys: Mapping[str, str] = field(default_factory=lambda: KEYBOARD)

"""What a sound is made of: how it is computed, how loud its class is, and whether it goes round."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tools.audio.synth import Samples


class Loudness(StrEnum):
    """Classes of sounds that should stand level beside each other before the game mixes them."""

    TOUCH = "touch"
    """Steps, ticks, cloth: heard often."""
    DEED = "deed"
    """Blows, throws, breaking: heard once."""
    SIGN = "sign"
    """Tones that tell something."""
    LOOP = "loop"
    """Beds that go on."""
    MUSIC = "music"


LEVEL_DB: Final[dict[Loudness, float]] = {
    Loudness.TOUCH: -24.0,
    Loudness.DEED: -18.0,
    Loudness.SIGN: -20.0,
    Loudness.LOOP: -25.0,
    Loudness.MUSIC: -25.0,
}
"""RMS against full scale: of the loudest tenth of a second, or of the whole where it goes on."""
GOES_ON: Final = (Loudness.LOOP, Loudness.MUSIC)


@dataclass(frozen=True, slots=True)
class Recipe:
    """One sound file. ``make`` gives raw samples, which are levelled before they are written."""

    make: Callable[[], Samples]
    loudness: Loudness
    loop: bool = False


def touch(make: Callable[[], Samples]) -> Recipe:
    """A small sound heard often."""
    return Recipe(make, Loudness.TOUCH)


def deed(make: Callable[[], Samples]) -> Recipe:
    """A sound of something done."""
    return Recipe(make, Loudness.DEED)


def sign(make: Callable[[], Samples]) -> Recipe:
    """A tone that tells something."""
    return Recipe(make, Loudness.SIGN)


def loop(make: Callable[[], Samples]) -> Recipe:
    """A sound that joins its own beginning."""
    return Recipe(make, Loudness.LOOP, loop=True)

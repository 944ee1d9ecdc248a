"""What a player has chosen about the sound: plain values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AudioOptions:
    """Volumes in percent, 0 for silence; ``mono`` sends the same to both ears."""

    music: int = 80
    sound: int = 90
    mono: bool = False

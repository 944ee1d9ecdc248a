"""What the game asks of a sound device: a tiny interface, and its twin that makes no sound."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Sides:
    """Loudness for the left and the right ear, 0..1."""

    left: float = 0.0
    right: float = 0.0

    def times(self, level: float) -> "Sides":
        """Both sides louder or softer."""
        return Sides(self.left * level, self.right * level)

    @property
    def loudest(self) -> float:
        """The louder of both sides."""
        return max(self.left, self.right)


class Output(Protocol):
    """A device that plays files by name. No call waits, and none fails."""

    def play(self, file: str, sides: Sides, priority: int) -> None:
        """Play a sound once; if too much sounds already, what matters least makes room."""
        ...

    def hold(self, file: str, sides: Sides) -> None:
        """Let a loop go on at this loudness, beginning it if need be; at 0 it ends."""
        ...

    def layers(self, levels: Mapping[str, float]) -> None:
        """Set the loudness of the layers of music; those not named are silent."""
        ...

    def theme(self, file: str, level: float) -> None:
        """Stream a piece of music from its file, round and round; no name fades it out."""
        ...

    def pause(self, on: bool) -> None:
        """Hold all sounds but the music, or let them go on."""
        ...

    def stop(self) -> None:
        """End all sounds and all music."""
        ...

    def close(self) -> None:
        """Let go of the device."""
        ...


class NoOutput:
    """No device: everything is taken, nothing is heard."""

    def play(self, file: str, sides: Sides, priority: int) -> None:
        """Nothing is heard."""

    def hold(self, file: str, sides: Sides) -> None:
        """Nothing is heard."""

    def layers(self, levels: Mapping[str, float]) -> None:
        """Nothing is heard."""

    def theme(self, file: str, level: float) -> None:
        """Nothing is heard."""

    def pause(self, on: bool) -> None:
        """Nothing changes."""

    def stop(self) -> None:
        """Nothing changes."""

    def close(self) -> None:
        """Nothing was opened."""

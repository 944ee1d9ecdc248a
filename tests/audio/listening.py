"""A device for tests that writes down what it was asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.audio.output import Sides
from game.audio.player import Audio
from game.content.paths import assets_folder
from game.sim.command import Command
from game.sim.events import Event
from game.sim.tick import step
from game.sim.world import World


@dataclass(slots=True)
class Listening:
    """Everything played so far, and what is held and layered just now."""

    played: list[tuple[str, Sides, int]] = field(default_factory=list)
    held: dict[str, Sides] = field(default_factory=dict)
    layer: dict[str, float] = field(default_factory=dict)
    streamed: str = ""
    streamed_level: float = 0.0
    paused: bool = False
    closed: bool = False

    def play(self, file: str, sides: Sides, priority: int) -> None:
        self.played.append((file, sides, priority))

    def hold(self, file: str, sides: Sides) -> None:
        self.held[file] = sides
        if sides.loudest == 0.0:
            del self.held[file]

    def layers(self, levels: Mapping[str, float]) -> None:
        self.layer = dict(levels)

    def theme(self, file: str, level: float) -> None:
        self.streamed, self.streamed_level = file, level

    def pause(self, on: bool) -> None:
        self.paused = on

    def stop(self) -> None:
        self.held.clear()
        self.layer.clear()
        self.streamed = ""

    def close(self) -> None:
        self.closed = True

    def names(self) -> list[str]:
        """Names of all files played so far."""
        return [file for file, _, _ in self.played]

    def sides_of(self, start: str) -> Sides:
        """How the first file whose name starts like this was heard."""
        return next(sides for file, sides, _ in self.played if file.startswith(start))


def ears() -> tuple[Audio, Listening]:
    """The game's sound with a device that writes down."""
    listening = Listening()
    return Audio(assets_folder(), output=listening), listening


def hear(
    audio: Audio, world: World, ticks: int, command: Command | None = None, *extra: Event
) -> None:
    """Let time pass and be heard; the extra events happen in the first tick."""
    for number in range(ticks):
        events = step(world, command or Command())
        audio.note(world, [*events, *extra] if number == 0 else events)

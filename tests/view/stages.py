"""A stage over a night drawn as text, for the tests of the picture: no window needed."""

from collections.abc import Sequence
from functools import cache

import numpy as np
import pygame
from numpy.typing import NDArray

from game.sim import Command, World, step
from game.sim.events import Event
from game.sim.level import Kind
from game.view.camera import HEIGHT, WIDTH
from game.view.library import Library
from game.view.options import StageOptions
from game.view.stage import Stage
from tests.sim.nights import EAST, WEST, Person, night

STILL = Command()
PLAIN = """
    ....................
    ..........P.........
    ....@.........R.....
    ....................
    ....%...............
"""


@cache
def library() -> Library:
    """The pictures and words, read once for all tests."""
    return Library.load()


class Watched:
    """A night and the stage that shows it."""

    def __init__(self, world: World, options: StageOptions | None = None) -> None:
        self.world = world
        self.stage = Stage(library(), world.level, options)
        self.stage.note(world, [])

    def live(self, ticks: int = 1, command: Command = STILL) -> list[Event]:
        """Let time pass on stage; all that happened."""
        happened: list[Event] = []
        for _ in range(ticks):
            events = step(self.world, command)
            self.stage.note(self.world, events)
            happened += events
        return happened

    def tell(self, events: Sequence[Event]) -> None:
        """Say that something happened, without it."""
        self.stage.note(self.world, events)

    def picture(self, alpha: float = 1.0) -> pygame.Surface:
        """The whole frame."""
        canvas = pygame.Surface((WIDTH, HEIGHT))
        self.stage.settle(self.world)
        self.stage.draw(canvas, self.world, alpha)
        return canvas


def plain() -> Watched:
    """A patrol, a rogue and a thicket on open ground."""
    return Watched(
        night(PLAIN, P=Person(Kind.PATROL, facing=EAST), R=Person(Kind.ROGUE, facing=WEST))
    )


def sands(ground: str = ".") -> Watched:
    """Open ground whose gate is in the middle; the night starts west of it."""
    row = ground * 40
    return Watched(night(f"{row}\n{ground}@{ground * 17}>{ground * 20}\n{row}"))


def pixels(surface: pygame.Surface) -> NDArray[np.uint8]:
    """Colours as [x, y, channel]."""
    return pygame.surfarray.array3d(surface)


def brightness(surface: pygame.Surface, x: int, y: int, half: int = 6) -> float:
    """How bright a small square of a picture is, 0..255."""
    part = pixels(surface)[max(0, x - half) : x + half, max(0, y - half) : y + half]
    return float(part.mean())


def blank() -> pygame.Surface:
    """An empty canvas."""
    return pygame.Surface((WIDTH, HEIGHT))


def drawn(surface: pygame.Surface) -> int:
    """How many pixels of a canvas are not black."""
    return int(pixels(surface).any(axis=2).sum())

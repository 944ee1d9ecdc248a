"""Scenes and how they follow each other: a scene returns what comes next, one loop applies it."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import pygame

from game.app.devices import Inputs


class Scene(Protocol):
    """One screen of the program. It updates 60 times a second and draws as often as it can."""

    def update(self, inputs: Inputs) -> "Change | None":
        """Take one tick of input; say what comes next, or None to go on."""
        ...

    def draw(self, canvas: pygame.Surface, alpha: float) -> None:
        """Draw on the 480x270 canvas; ``alpha`` 0..1 lies between the last two ticks."""
        ...

    def leave(self) -> None:
        """The scene is taken off for good: let go of what it holds."""
        ...


@runtime_checkable
class DrawsPointer(Protocol):
    """A scene that may show itself where the mouse is."""

    def draws_pointer(self) -> bool:
        """Whether it does so just now, and the mouse's arrow would only lie over it."""
        ...


@dataclass(frozen=True, slots=True)
class Push:
    """Put a scene on top; this one waits beneath."""

    scene: Scene


@dataclass(frozen=True, slots=True)
class Replace:
    """Take everything off and begin with this scene."""

    scene: Scene


@dataclass(frozen=True, slots=True)
class Pop:
    """Take this scene off, and so many in all."""

    count: int = 1


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave the program."""


Change = Push | Replace | Pop | Quit

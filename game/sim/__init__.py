"""The night itself: ``World``, ``Command`` and ``step``. Whole numbers, no clock, no screen."""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from game.sim.command import Button, Command, Gait
    from game.sim.events import Event
    from game.sim.level import Level
    from game.sim.tick import step
    from game.sim.world import Rules, World

__all__ = ["Button", "Command", "Event", "Gait", "Level", "Rules", "World", "step"]

_HOMES: Final = {
    "Button": "command",
    "Command": "command",
    "Event": "events",
    "Gait": "command",
    "Level": "level",
    "Rules": "world",
    "World": "world",
    "step": "tick",
}


def __getattr__(name: str) -> object:
    """Bring in what is exported when it is first asked for.

    Who only wants to know what a level is, as ``suna check`` does, need not wait for the rules of
    the whole night.
    """
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value

"""The night itself: ``World``, ``Command`` and ``step``. Whole numbers, no clock, no screen."""

from game.sim.command import Button, Command, Gait
from game.sim.events import Event
from game.sim.level import Level
from game.sim.tick import step
from game.sim.world import Rules, World

__all__ = ["Button", "Command", "Event", "Gait", "Level", "Rules", "World", "step"]

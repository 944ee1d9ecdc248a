"""Everybody's rounds as they go while nobody disturbs them: no sight, no sound, no wind, no her.

What a map maker plans with: ``suna render`` shows when each point of a round is reached, and where
everybody stands and looks at a moment.
"""

from dataclasses import dataclass, replace
from typing import Final

from game.sim import clock, motion, tuning
from game.sim.command import Command
from game.sim.level import Level
from game.sim.minds import decisions
from game.sim.moment import Moment
from game.sim.world import World

NOWHERE: Final = -1
"""In place of a hiding place's id: she is in one that nobody can look into."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A point of a round that somebody came to."""

    mind: int
    point: int
    tick: int


def undisturbed(level: Level) -> World:
    """A night of still air on a level, in which she is not to be found anywhere."""
    still = replace(level.conditions, first_gust_ticks=-1, storms=0, story=False)
    world = World.new(replace(level, conditions=still, zones=(), script=None, goals=()))
    world.sakura.inside = NOWHERE
    world.sakura.hidden = True
    return world


def go_round(world: World, ticks: int = 1) -> None:
    """Let everybody walk their rounds for so many ticks: the phases of ``step`` that do it."""
    for _ in range(ticks):
        moment = Moment(Command())
        motion.move_minds(world, moment)
        decisions.decide(world, moment)
        clock.advance(world, moment)
        world.tick += 1


def visits(level: Level, ticks: int) -> list[Visit]:
    """When everybody with a route comes to its points, in so many ticks, in the order of time."""
    world = undisturbed(level)
    found = []
    walkers = [mind for mind in world.minds if mind.route]
    for _ in range(ticks // tuning.LOOK_EVERY_TICKS):
        before = [mind.route_at for mind in walkers]
        go_round(world, tuning.LOOK_EVERY_TICKS)
        for mind, point in zip(walkers, before, strict=True):
            if mind.route_at != point:
                found.append(Visit(mind.id, point, world.tick))
    return found


def round_ticks(found: list[Visit], mind: int) -> int:
    """How long one round of somebody takes: the first time between two visits of point 0.

    0 if it was not walked to its end. A round to and fro counts there and back.
    """
    at_first = [visit.tick for visit in found if visit.mind == mind and visit.point == 0]
    return at_first[1] - at_first[0] if len(at_first) > 1 else 0

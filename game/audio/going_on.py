"""What goes on in the night and is heard as long as it does: wind, drag, pulse, flow, scan, snake.

Each tick says how loud each loop ought to be; ``Loops`` gets there without a jump.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from game.audio.output import Output, Sides
from game.audio.places import MIDDLE, from_place
from game.core.units import PER_MILLE
from game.sim import tuning
from game.sim.beings import Pose
from game.sim.land.weather import WindKind, wind_at
from game.sim.level import Kind
from game.sim.table.state import Depth, Doing, Operation
from game.sim.world import World

LOOPS: Final = (
    "wind_bed", "gust", "storm", "drag", "snake_rustle", "pulse", "heal",
    "scan_nothing", "scan_soft", "scan_hard",
)
"""Every sound that is played as a loop."""
_SCANS: Final = {
    Depth.NOTHING: "scan_nothing",
    Depth.SOFT: "scan_soft",
    Depth.HARD: "scan_hard",
}
_SLOW: Final = 0.02
"""Step a tick of what swells as weather does."""
_QUICK: Final = 0.10
_WEATHER: Final = ("wind_bed", "gust", "storm")


@dataclass(frozen=True, slots=True)
class Going:
    """A loop as it ought to be heard: how loud, and for those with takes how high, 0..1."""

    sides: Sides
    height: float = 0.0


def going_on(world: World, rustle_reach: int) -> dict[str, Going]:
    """Which loops the state of the world asks for; a snake is heard over so many tiles."""
    her = world.sakura
    found: dict[str, Going] = {}
    wind = wind_at(world, her.x, her.y)
    strength = wind.strength / PER_MILLE
    found["wind_bed"] = Going(MIDDLE)
    if wind.kind is WindKind.STORM:
        found["storm"] = Going(MIDDLE.times(strength))
    elif strength:
        found["gust"] = Going(MIDDLE.times(strength))
    if her.dragging and her.speed:
        found["drag"] = Going(MIDDLE)
    if world.sensing.growing_ticks:
        grown = world.sensing.growing_ticks / tuning.PULSE_FULL_TICKS
        found["pulse"] = Going(MIDDLE.times(0.5 + 0.5 * grown), grown)
    rustle = _nearest_rustle(world, rustle_reach)
    if rustle.loudest:
        found["snake_rustle"] = Going(rustle)
    if world.operation is not None and not world.operation.over:
        found.update(_at_the_table(world.operation))
    return found


def _nearest_rustle(world: World, reach_tiles: int) -> Sides:
    loudest = Sides()
    for mind in world.minds:
        if mind.kind is Kind.SNAKE and mind.pose is Pose.BURIED and mind.way and mind.speed:
            sides = from_place(world, mind.x, mind.y, reach_tiles)
            if sides.loudest > loudest.loudest:
                loudest = sides
    return loudest


def _at_the_table(operation: Operation) -> dict[str, Going]:
    if operation.doing is Doing.SCAN:
        light = 0.5 + 0.5 * operation.light / PER_MILLE
        scan = _SCANS[operation.depth]
        return {scan: Going(MIDDLE.times(light), operation.tone / PER_MILLE)}
    if operation.flow > 0:
        flow = operation.flow / PER_MILLE
        return {"heal": Going(MIDDLE.times(0.4 + 0.6 * flow), flow)}
    return {}


@dataclass(slots=True)
class Loops:
    """The loops that sound just now, by file, each on its way to where it ought to be."""

    output: Output
    now: dict[str, Sides] = field(default_factory=dict)

    def follow(self, wanted: Mapping[str, Sides]) -> None:
        """Go one tick towards these levels by file; what is not named goes to silence."""
        for file in dict.fromkeys((*self.now, *wanted)):
            step = _SLOW if file in _WEATHER else _QUICK
            before = self.now.get(file, Sides())
            goal = wanted.get(file, Sides())
            after = Sides(
                _towards(before.left, goal.left, step), _towards(before.right, goal.right, step)
            )
            self.output.hold(file, after)
            if after.loudest > 0.0:
                self.now[file] = after
            else:
                self.now.pop(file, None)

    def forget(self) -> None:
        """The output has ended them all."""
        self.now.clear()


def climbed(files: tuple[str, ...], going: Going) -> dict[str, Sides]:
    """The takes of a loop between which its height lies, the nearer one the louder."""
    if len(files) == 1:
        return {files[0]: going.sides}
    place = max(0.0, min(1.0, going.height)) * (len(files) - 1)
    below = min(int(place), len(files) - 2)
    part = place - below
    return {
        files[below]: going.sides.times(1.0 - part),
        files[below + 1]: going.sides.times(part),
    }


def _towards(level: float, goal: float, step: float) -> float:
    if level < goal:
        return min(goal, level + step)
    return max(goal, level - step)

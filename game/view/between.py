"""Where everybody was in the last two ticks, so that pictures between ticks move smoothly.

It also counts how long each one has been doing what it does: acts are drawn from their start.
"""

from dataclasses import dataclass, field
from typing import Final

from game.core.units import SUB
from game.sim.world import World

HER: Final = 0
HIM: Final = -1
_JUMP_PX: Final = 24.0
"""Who moved further than this in a tick was put elsewhere: nothing lies between."""

Point = tuple[float, float]


@dataclass(slots=True)
class Between:
    """Places in pixels by number: 0 is Sakura, -1 the wounded man, others are minds."""

    before: dict[int, Point] = field(default_factory=dict)
    now: dict[int, Point] = field(default_factory=dict)
    poses: dict[int, tuple[str, int]] = field(default_factory=dict)
    """What each one does and the tick in which it began."""

    def note(self, world: World) -> None:
        """Take down where everybody is after a tick."""
        self.before, places = self.now, {HER: (world.sakura.x / SUB, world.sakura.y / SUB)}
        if world.patient is not None:
            places[HIM] = (world.patient.x / SUB, world.patient.y / SUB)
        for mind in world.minds:
            places[mind.id] = (mind.x / SUB, mind.y / SUB)
            self._pose(mind.id, str(mind.pose), world.tick)
        self._pose(HER, str(world.sakura.pose), world.tick)
        self.now = places

    def place(self, number: int, alpha: float) -> Point:
        """Where somebody is drawn, ``alpha`` of the way from the last tick but one to the last."""
        x, y = self.now[number]
        old = self.before.get(number)
        if old is None or abs(x - old[0]) + abs(y - old[1]) > _JUMP_PX:
            return x, y
        return old[0] + (x - old[0]) * alpha, old[1] + (y - old[1]) * alpha

    def since(self, number: int, tick: int) -> int:
        """Ticks for which somebody has been doing what they do."""
        return tick - self.poses.get(number, ("", tick))[1]

    def _pose(self, number: int, pose: str, tick: int) -> None:
        if self.poses.get(number, ("", 0))[0] != pose:
            self.poses[number] = (pose, tick)

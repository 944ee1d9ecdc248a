"""Footsteps: everybody's feet in earshot, by the ground they cover, the surface and the gait."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from game.audio.output import Sides
from game.audio.places import MIDDLE, from_place
from game.audio.score import PERCENT
from game.audio.table import SoundTable, step_name
from game.core.units import PER_MILLE, TILE_SUB
from game.sim import tuning
from game.sim.beings import Mind, Pose, Sakura
from game.sim.command import Gait
from game.sim.land.terrain import surface_at
from game.sim.level import Kind
from game.sim.world import World

_HERS: Final = 0
_RUNS_PER_MILLE: Final = 1400
"""Faster than so much of their walk, others run."""
_FOOTLESS: Final = (Kind.SNAKE, Kind.LIZARD)
"""They have sounds of their own."""


@dataclass(slots=True)
class Feet:
    """Steps counted so far, by id; 0 is Sakura."""

    counts: dict[int, int] = field(default_factory=dict)

    def steps(self, world: World, table: SoundTable) -> Iterator[tuple[str, Sides]]:
        """The steps of this tick: name of the sound and how it reaches her."""
        her = world.sakura
        if self._stepped(_HERS, her.walked_sub):
            yield _step(world, table, her, _gait_of_her(her), MIDDLE)
        reach = table.feet.reach * TILE_SUB
        for mind in world.minds:
            if mind.kind in _FOOTLESS or abs(mind.x - her.x) > reach or abs(mind.y - her.y) > reach:
                continue
            stepped = self._stepped(mind.id, mind.walked_sub)
            if stepped and mind.awake and mind.pose is not Pose.BURIED:
                sides = from_place(world, mind.x, mind.y, table.feet.reach)
                yield _step(world, table, mind, _gait_of(mind), sides)

    def _stepped(self, being: int, walked_sub: int) -> bool:
        """Whether one more step was made; a jump, as after loading, is none."""
        count = walked_sub // tuning.STEP_EVERY_SUB
        before = self.counts.get(being, count)
        self.counts[being] = count
        return count == before + 1


def _step(
    world: World, table: SoundTable, being: Sakura | Mind, gait: Gait, sides: Sides
) -> tuple[str, Sides]:
    surface = surface_at(world.level, being.x, being.y).name.lower()
    fall = table.feet.gait[gait.name.lower()]
    return step_name(table.feet.surface[surface], fall.step), sides.times(fall.volume / PERCENT)


def _gait_of_her(her: Sakura) -> Gait:
    return Gait.SNEAK if her.feigning else her.gait


def _gait_of(mind: Mind) -> Gait:
    walk = tuning.KINDS[mind.kind].walk_sub
    return Gait.RUN if mind.speed * PER_MILLE > walk * _RUNS_PER_MILLE else Gait.WALK

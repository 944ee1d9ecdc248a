"""Dust thrown up: at the feet of who runs, where a blow lands, where something breaks or rises.

A boulder that breaks throws its pieces, too.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from game.core.units import SUB
from game.sim import events as happened
from game.sim.events import Event
from game.sim.land.terrain import surface_at
from game.sim.level import Surface
from game.sim.world import World
from game.view.atlas import Atlas
from game.view.camera import View
from game.view.drawlist import DrawList

_FRAME_TICKS: Final = 5
_FRAMES: Final = {"dust/small": 6, "dust/large": 6, "burst": 7}
_HARD: Final = (Surface.ROCK, Surface.ROAD, Surface.GRAVEL, Surface.HARDPAN)
_CHUNKS: Final = tuple(
    (f"boulder/piece/{i % 3}", math.cos(i * 2.4) * (14 + 5 * (i % 3)), math.sin(i * 2.4) * 10)
    for i in range(7)
)
"""What flies off a boulder: the piece and how far it gets, in pixels across and down."""
_CHUNK_TICKS: Final = 26
_CHUNK_HIGH_PX: Final = 18
_AFTER_BLOWS: Final = ("takedown", "punch", "counter", "charge")


@dataclass(frozen=True, slots=True)
class _Puff:
    name: str
    x: float
    y: float
    begun: int


@dataclass(slots=True)
class Puffs:
    """Keeps and draws the puffs of the last moments."""

    atlas: Atlas
    puffs: list[_Puff] = field(default_factory=list)
    broken: list[tuple[float, float, int]] = field(default_factory=list)
    """Where boulders broke, in pixels, and when."""

    def note(self, world: World, events: Sequence[Event]) -> None:
        """Take in what threw up dust in a tick."""
        self.puffs = [
            puff
            for puff in self.puffs
            if 0 <= world.tick - puff.begun < _FRAMES[puff.name] * _FRAME_TICKS
        ]
        self.broken = [at for at in self.broken if 0 <= world.tick - at[2] < _CHUNK_TICKS]
        for event in events:
            match event:
                case happened.NoiseMade("step", _, x, y, tiles) if tiles >= 6:
                    self._step(world, x, y)
                case happened.NoiseMade("punch" | "boulder", _, x, y, _):
                    self._add(world, "burst", x, y)
                case happened.NoiseMade("pebble" | "kunai", _, x, y, _):
                    self._add(world, "dust/small", x, y)
                case happened.Struck(_, whom, how) if how in _AFTER_BLOWS:
                    self._at(world, "dust/large", whom)
                case happened.Felled(_, whom, _) | happened.Killed(_, whom, _):
                    self._at(world, "dust/large", whom)
                case happened.Broken(name):
                    place = next((p for p in world.level.places if p.name == name), None)
                    if place is not None:
                        self.broken.append((place.x / SUB, place.y / SUB, world.tick))
                case happened.Rose(who):
                    self._at(world, "burst", who)
                case _:
                    continue

    def add_to(self, scene: DrawList, view: View) -> None:
        """Put the puffs in view on the list of what stands."""
        for puff in self.puffs:
            if view.shows(puff.x, puff.y, 32):
                step = max(0, view.tick - puff.begun) // _FRAME_TICKS
                frame = f"{puff.name}/{min(step, _FRAMES[puff.name] - 1)}"
                scene.stand(self.atlas.frame(frame), puff.x, puff.y, puff.y + 1)

        for x, y, begun in self.broken:
            if view.shows(x, y, 32):
                self._add_chunks(scene, view, x, y, view.tick - begun)

    def _add_chunks(self, scene: DrawList, view: View, x: float, y: float, age: float) -> None:
        part = min(1.0, max(0.0, age / _CHUNK_TICKS))
        for i, (name, across, down) in enumerate(_CHUNKS):
            high = (_CHUNK_HIGH_PX + i) * 4 * part * (1 - part) + 6 * (1 - part)
            foot = y + 7 + down * part
            sprite = self.atlas.frame(name)
            scene.stand(sprite, x + across * part, foot - high, foot)

    def _step(self, world: World, x: int, y: int) -> None:
        if surface_at(world.level, x, y) not in _HARD:
            self._add(world, "dust/small", x, y)

    def _at(self, world: World, name: str, who: str) -> None:
        if who == "sakura":
            self._add(world, name, world.sakura.x, world.sakura.y)
            return
        mind = next((each for each in world.minds if each.name == who), None)
        if mind is not None:
            self._add(world, name, mind.x, mind.y)

    def _add(self, world: World, name: str, x: int, y: int) -> None:
        self.puffs.append(_Puff(name, x / SUB, y / SUB, world.tick))

"""Where she and everybody else went this night, for the map that is drawn at its end.

The program calls ``note`` each tick of the night, keeps ``pack()`` with a save, and calls ``cut``
when the night goes back to an earlier tick.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import msgspec

from game.core.units import TICKS_PER_SECOND, tile_of
from game.sim.beings import Pose
from game.sim.events import Event, Spotted
from game.sim.level import Kind
from game.sim.world import World

VERSION: Final = 1
HER_TICKS: Final = TICKS_PER_SECOND
OTHERS_TICKS: Final = 2 * TICKS_PER_SECOND

Spot = tuple[int, int, int]
"""Tick, tile column, tile row."""


class TrailsError(ValueError):
    """Bytes that hold no trails."""


class _Packed(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    version: int
    hers: list[Spot]
    theirs: dict[int, list[Spot]]
    kinds: dict[int, str]
    alarms: list[Spot]


@dataclass(slots=True)
class Trails:
    """Tiles stood on, oldest first; a stay is kept as its first and its last moment."""

    hers: list[Spot] = field(default_factory=list)
    theirs: dict[int, list[Spot]] = field(default_factory=dict)
    """By the number of each mind, as far as it was on the map."""
    kinds: dict[int, Kind] = field(default_factory=dict)
    alarms: list[Spot] = field(default_factory=list)
    """Where she stood whenever somebody became certain of her."""

    def note(self, world: World, events: Sequence[Event] = ()) -> None:
        """Take down where everybody stands, if it is time to, and where she was found out."""
        if any(isinstance(event, Spotted) for event in events):
            her = world.sakura
            self.alarms.append((world.tick, tile_of(her.x), tile_of(her.y)))
        if world.tick % HER_TICKS == 0:
            _add(self.hers, world.tick, world.sakura.x, world.sakura.y)
        if world.tick % OTHERS_TICKS:
            return
        for mind in world.minds:
            if mind.pose in (Pose.GONE, Pose.BURIED):
                continue
            self.kinds[mind.id] = mind.kind
            _add(self.theirs.setdefault(mind.id, []), world.tick, mind.x, mind.y)

    def cut(self, tick: int) -> None:
        """Forget everything after a tick."""
        self.hers = _until(self.hers, tick)
        self.alarms = _until(self.alarms, tick)
        self.theirs = {who: _until(spots, tick) for who, spots in self.theirs.items()}

    def pack(self) -> bytes:
        """All of it as bytes, for a save."""
        kinds = {who: str(kind) for who, kind in self.kinds.items()}
        packed = _Packed(VERSION, self.hers, self.theirs, kinds, self.alarms)
        return msgspec.msgpack.encode(packed)

    @classmethod
    def unpack(cls, data: bytes) -> "Trails":
        """What ``pack`` wrote. Raises TrailsError on anything else."""
        try:
            packed = msgspec.msgpack.decode(data, type=_Packed)
            kinds = {who: Kind(kind) for who, kind in packed.kinds.items()}
        except (msgspec.DecodeError, ValueError) as error:
            raise TrailsError(f"the trails of the night cannot be read: {error}") from error
        if packed.version != VERSION:
            raise TrailsError(f"the trails have version {packed.version}, expected {VERSION}")
        return cls(packed.hers, packed.theirs, kinds, packed.alarms)


def _until(spots: list[Spot], tick: int) -> list[Spot]:
    return [spot for spot in spots if spot[0] <= tick]


def _add(spots: list[Spot], tick: int, x: int, y: int) -> None:
    column, row = tile_of(x), tile_of(y)
    if len(spots) >= 2 and all(spot[1:] == (column, row) for spot in spots[-2:]):
        spots[-1] = (tick, column, row)
    else:
        spots.append((tick, column, row))

"""The World: everything that can change in a night, and nothing else.

It holds state; the rules are in the phase modules and ``tick.step`` calls them in order. A snapshot
is the canonical bytes of these fields; the level and what is derived from it are not among them.
"""

import zlib
from bisect import bisect_left
from dataclasses import dataclass, field
from hashlib import blake2b
from operator import attrgetter
from typing import Final, Self

from game.core import codec
from game.core.rng import Rng, fork
from game.core.units import PER_MILLE, tile_of
from game.sim import tuning
from game.sim.beings import Flying, Mind, Pose, Sakura
from game.sim.events import Cause
from game.sim.land.desert import PRINT_ROWS, Tracks, Weather
from game.sim.land.terrain import Terrain, terrain_of
from game.sim.level import Actor, Area, Level, Place, Spot
from game.sim.table.state import Operation
from game.sim.tale.night import Beat, Evidence, Patient, Sensing, Story
from game.sim.tale.talk import Talk

MAGIC: Final = b"SUNANIGHT"
SNAPSHOT_VERSION: Final = 3
MOST_SNAPSHOT_BYTES: Final = 64 * 1024 * 1024
"""A snapshot that unpacks to more than this is refused; a night takes half a megabyte."""
CAUSES_KEPT: Final = 10
_DIGEST_BYTES: Final = 16
_ID: Final = attrgetter("id")


class SnapshotError(ValueError):
    """A snapshot that is damaged, from another version, or of another map."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How forgiving the night is; chosen before it starts, written into every recording."""

    fill_per_mille: int = 1000
    marks: int = tuning.MARKS
    quiet_night: bool = False
    """No failing: hurts do not drive her off, and every ending but those of failure can be met."""
    tolerance_per_mille: int = 1000
    """Width of the windows at the table."""
    table_speed_per_mille: int = 1000
    table_no_fail: bool = False


@dataclass(slots=True)
class World:
    """One night on one map. Positions in sub-units, times in ticks."""

    level: Level = field(metadata={"derived": True})
    terrain: Terrain = field(metadata={"derived": True})
    seed: int
    rules: Rules
    sakura: Sakura
    minds: list[Mind]
    """Everybody else, in id order."""
    tick: int = 0
    clock: int = 0
    """Time of the night in ``tuning.CLOCK_UNIT`` parts of a second after the first midnight."""
    weather_rng: Rng = field(default_factory=lambda: Rng(0))
    weather: Weather = field(default_factory=Weather)
    tracks: Tracks = field(default_factory=Tracks)
    sensing: Sensing = field(default_factory=Sensing)
    story: Story = field(default_factory=Story)
    evidence: list[Evidence] = field(default_factory=list)
    patient: Patient | None = None
    operation: Operation | None = None
    talk: Talk | None = None
    ledger: int = tuning.LEDGER_AT_START
    causes: list[Cause] = field(default_factory=list)
    """The last causes of being noticed, newest last."""
    doused: list[int] = field(default_factory=list)
    """Ids of the lights that are out."""
    broken: list[int] = field(default_factory=list)
    """Ids of the boulders in pieces."""
    taken: list[int] = field(default_factory=list)
    """Ids of the items picked up."""
    goals_met: list[int] = field(default_factory=list)
    fired: list[int] = field(default_factory=list)
    """Ids of the triggers that went off, and of the zones whose words have come up."""
    unmasked: bool = False
    flying: list[Flying] = field(default_factory=list)
    """Things thrown that have not landed yet."""
    ghosts: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Last place where each squad (by its number, or minus the id of who is alone) saw her."""

    @classmethod
    def new(cls, level: Level, seed: int = 0, rules: Rules | None = None) -> Self:
        """A fresh night on a level: she stands at its start."""
        rules = rules or Rules()
        starts = level.places_of(Spot.START)
        if not starts:
            raise ValueError(f"{level.name} has no start: add an object of class Start")
        start = starts[0]
        called = [zone.what for zone in level.zones_of(Area.TRIGGER) if zone.then == "spawn"]
        world = cls(
            level=level,
            terrain=terrain_of(level, []),
            seed=seed,
            rules=rules,
            sakura=Sakura(
                start.x, start.y, heading=start.heading, course=start.heading, marks=rules.marks
            ),
            minds=[
                _mind(actor, actor.id in called)
                for actor in sorted(level.actors, key=lambda actor: actor.id)
            ],
            clock=level.conditions.clock_minutes * 60 * tuning.CLOCK_UNIT,
            weather_rng=fork(seed, "weather"),
        )
        world.weather.next_gust_tick = _first_gust(world)
        for place in level.places_of(Spot.WOUNDED):
            world.patient = _patient(place, level)
        return world

    def digest(self) -> str:
        """Hex digest of the whole state: equal exactly when every part is."""
        return codec.digest(self)

    def snapshot(self) -> bytes:
        """The whole state as bytes, with version, level and checksum."""
        body = zlib.compress(codec.encode(self), 1)
        head = MAGIC + bytes([SNAPSHOT_VERSION]) + _digest_of(self.level)
        return head + _checksum(head + body) + body

    @classmethod
    def restore(cls, blob: bytes, level: Level) -> Self:
        """The state that ``snapshot`` wrote. Raises SnapshotError on anything else."""
        head_bytes = len(MAGIC) + 1 + _DIGEST_BYTES
        head, check, body = (
            blob[:head_bytes],
            blob[head_bytes : head_bytes + _DIGEST_BYTES],
            blob[head_bytes + _DIGEST_BYTES :],
        )
        if not head.startswith(MAGIC) or len(head) < head_bytes:
            raise SnapshotError("this is not a night's snapshot")
        if head[len(MAGIC)] != SNAPSHOT_VERSION:
            raise SnapshotError(
                f"the snapshot has version {head[len(MAGIC)]}, this game reads {SNAPSHOT_VERSION}"
            )
        if _checksum(head + body) != check:
            raise SnapshotError("the snapshot is damaged")
        if head[-_DIGEST_BYTES:] != _digest_of(level):
            raise SnapshotError("the snapshot belongs to another map, or the map was changed since")
        try:
            data = zlib.decompressobj().decompress(body, MOST_SNAPSHOT_BYTES)
            world = codec.decode(data, cls, level=level, terrain=terrain_of(level, []))
        except (codec.CodecError, zlib.error) as error:
            raise SnapshotError(f"the snapshot cannot be read: {error}") from error
        if world.broken:
            world.terrain = terrain_of(level, world.broken)
        _index_tracks(world)
        return world

    def mind(self, mind_id: int) -> Mind | None:
        """The mind with that id, or None."""
        minds = self.minds
        place = bisect_left(minds, mind_id, key=_ID)
        return minds[place] if place < len(minds) and minds[place].id == mind_id else None

    def name_of(self, mind_id: int) -> str:
        """Name for events: 0 is Sakura, -1 the wounded man."""
        if mind_id == 0:
            return "sakura"
        if mind_id == -1:
            return "wounded"
        mind = self.mind(mind_id)
        return mind.name if mind else ""

    @property
    def at_table(self) -> bool:
        """Whether her hands are on him just now."""
        return (
            self.story.beat is Beat.OPERATION
            and self.operation is not None
            and not self.operation.over
        )

    @property
    def minutes(self) -> int:
        """Clock of the night in whole minutes after midnight of the first day."""
        return self.clock // (60 * tuning.CLOCK_UNIT)

    def noticed(self, cause: Cause) -> None:
        """Keep a cause of being noticed, for the player to read."""
        self.causes.append(cause)
        del self.causes[:-CAUSES_KEPT]


def _checksum(data: bytes) -> bytes:
    return blake2b(data, digest_size=_DIGEST_BYTES).digest()


def _digest_of(level: Level) -> bytes:
    """The level's digest; zeros for one that was made without."""
    return bytes.fromhex(level.digest) if level.digest else bytes(_DIGEST_BYTES)


def _mind(actor: Actor, called: bool) -> Mind:
    """Somebody at the start; ``called`` if a trigger of the map brings them."""
    absent = called or actor.after_name or actor.delay_ticks > 0
    return Mind(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        x=actor.x,
        y=actor.y,
        heading=actor.heading,
        home_x=actor.x,
        home_y=actor.y,
        home_heading=actor.heading,
        route=actor.route,
        squad=actor.squad,
        sensor=actor.sensor,
        after_name=actor.after_name,
        delay_ticks=0 if called else actor.delay_ticks,
        pose=Pose.GONE if absent else Pose.STAND,
    )


def _patient(place: Place, level: Level) -> Patient:
    """Who lies there, as the tale wants him or, where none is told, as his operation says."""
    patient = Patient(place.x, place.y, x_home=place.x, y_home=place.y)
    if level.operation is not None and not level.conditions.story:
        patient.supine = level.operation.supine
        patient.blood_milli = level.operation.blood * PER_MILLE
    return patient


def _first_gust(world: World) -> int:
    first = world.level.conditions.first_gust_ticks
    if first:
        return first
    low, high = tuning.GUST_GAP_TICKS
    return world.weather_rng.between(low // 2, high)


def _index_tracks(world: World) -> None:
    """Rebuild which prints lie on which tile."""
    tracks = world.tracks
    oldest = max(0, tracks.count - PRINT_ROWS)
    for number in range(oldest, tracks.count):
        row = number % PRINT_ROWS
        if tracks.keeps.item(row):
            tile = tile_index(world.level, tracks.x.item(row), tracks.y.item(row))
            tracks.by_tile.setdefault(tile, []).append(row)


def tile_index(level: Level, x: int, y: int) -> int:
    """Number of the tile that a place in sub-units falls in, row by row."""
    return tile_of(y) * level.width + tile_of(x)

"""One night being played: the World, what records it, what draws it, and where it is kept."""

import secrets
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import msgspec

from game import __version__
from game.app.saves import (
    QUICK_PRACTICE_SLOT,
    QUICK_SLOT,
    Header,
    Save,
    is_practice,
    next_auto_slot,
    time_to_write,
    write_save,
)
from game.content.paths import maps_folder
from game.lab.recording import Recorder, Recording
from game.sim import Command, Event, Level, World, step
from game.sim.command import pack, unpack
from game.sim.events import (
    BeatBegan,
    BodyReached,
    MarkerSigned,
    OperationBegan,
    OperationEnded,
    SignedOut,
)
from game.sim.tale.night import Beat
from game.view.stage import Stage
from game.view.trails import Trails, TrailsError

SEED_BITS: Final = 31
_SAVED_BEATS: Final = ("home", "wait", "west")


@dataclass(slots=True)
class Night:
    """A night with its recording. ``tick`` is the only way that its world goes on."""

    world: World
    map_path: Path
    stage: Stage
    saves: Path
    preset: str
    placed: bool = False
    """She was put somewhere else than the map says: the recording then begins with a snapshot."""
    trails: Trails = field(default_factory=Trails)
    recorder: Recorder = field(init=False)
    events: list[Event] = field(default_factory=list)
    """What the last tick brought."""
    retry: bytes = b""
    """Snapshot of the last automatic save: where another try begins."""
    retry_minutes: int = 0
    """The night's clock at that moment."""
    table: bytes = b""
    """Snapshot of the moment in which the operation began."""
    _marks: dict[str, int] = field(default_factory=dict)
    """Digests of saved moments of this recording, and how many commands led there."""

    def __post_init__(self) -> None:
        self.recorder = Recorder(self.world, self.map_path)
        self._begin_again_here(self.world.snapshot())
        if self.placed:
            header = self.recorder.header
            self.recorder.header = msgspec.structs.replace(header, snapshot=self.retry)
        self._mark()

    @property
    def level(self) -> Level:
        """The map that is played."""
        return self.world.level

    def tick(self, command: Command) -> list[Event]:
        """Play one tick as it will be played again from the recording."""
        asked = unpack(pack(command))
        self.recorder.note(self.world, asked)
        self.events = step(self.world, asked)
        self.trails.note(self.world, self.events)
        if any(isinstance(event, OperationBegan) for event in self.events):
            self.table = self.world.snapshot()
            self._mark()
        return self.events

    def is_worth_saving(self) -> bool:
        """Whether the last tick was one after which nothing should be lost."""
        for event in self.events:
            match event:
                case SignedOut() | MarkerSigned() | BodyReached() | OperationEnded():
                    return True
                case BeatBegan(beat) if beat in _SAVED_BEATS:
                    return True
                case _:
                    pass
        return False

    @property
    def is_practice(self) -> bool:
        """Whether it is a training ground or a night shift: only what the player saves is kept."""
        return is_practice(name_of(self.map_path))

    @property
    def quick_slot(self) -> str:
        """Where F5 keeps it and F9 finds it."""
        return QUICK_PRACTICE_SLOT if self.is_practice else QUICK_SLOT

    def autosave(self) -> None:
        """Keep the night in one of the automatic slots, in turn. Raises OSError."""
        self._begin_again_here(self.world.snapshot())
        if self.is_practice:
            self._mark()
        else:
            self.save(next_auto_slot(self.saves))

    def save(self, slot: str) -> None:
        """Keep the night in a slot. Raises OSError."""
        world = self.world
        header = Header(
            game=__version__,
            map=name_of(self.map_path),
            digest=world.level.digest,
            where=where_of(world),
            minutes=world.minutes,
            seed=world.seed,
            tick=world.tick,
            preset=self.preset,
            saved=time_to_write(self.saves, time.time()),
        )
        write_save(self.saves, slot, header, world.snapshot(), self.trails.pack())
        self._mark()

    def load(self, save: Save) -> None:
        """Go back to a saved moment of this map. Raises SnapshotError; the night then stays."""
        self.go_back(save.snapshot)
        self.preset, self.trails = save.header.preset, trails_of(save)

    def go_back(self, snapshot: bytes) -> None:
        """Go back to a snapshot; the recording is cut to it, or begins there.

        Raises SnapshotError; the night then stays.
        """
        world = World.restore(snapshot, self.level)
        digest = world.digest()
        count = self._marks.get(digest)
        self.world, self.events = world, []
        self.trails.cut(world.tick)
        if count is None:
            self.recorder = Recorder(world, self.map_path)
            self._marks = {digest: 0}
        else:
            self.recorder.cut(count)
            self._marks = {mark: at for mark, at in self._marks.items() if at <= count}
        self._begin_again_here(snapshot)
        self.stage.forget()

    def recording(self) -> Recording:
        """The night as it was played up to now."""
        return self.recorder.finish(self.world)

    def _begin_again_here(self, snapshot: bytes) -> None:
        """Another try begins at the world as it stands, of which this is the snapshot."""
        self.retry, self.retry_minutes = snapshot, self.world.minutes

    def _mark(self) -> None:
        self._marks[self.world.digest()] = len(self.recorder.commands)


def trails_of(save: Save) -> Trails:
    """The trails kept with a save; none if they cannot be read, for the night goes on without."""
    try:
        return Trails.unpack(save.trails) if save.trails else Trails()
    except TrailsError:
        return Trails()


def where_of(world: World) -> str:
    """String id of what there is to do: the name that a save has in the list."""
    if not world.level.conditions.story:
        return world.level.name
    return f"objective_{min(world.story.beat, Beat.REPORT).name.lower()}"


def name_of(map_path: Path) -> str:
    """How a save names its map: by its path among the game's own maps, or whole."""
    path, own = map_path.resolve(), maps_folder().resolve()
    return path.relative_to(own).as_posix() if path.is_relative_to(own) else path.as_posix()


def path_of(name: str) -> Path:
    """The map that a save names."""
    return maps_folder() / name


def fresh_seed() -> int:
    """A seed for a new night."""
    return secrets.randbits(SEED_BITS)

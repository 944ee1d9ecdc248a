"""Everything that a night needs, loaded once: pictures, maps and the ways to begin on them."""

import difflib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from game.app.desk import Desk
from game.app.hearing import NightSound
from game.app.night import NightScene
from game.app.preparing import Wanted
from game.app.presets import options_of, rules_of
from game.app.saves import Save
from game.app.scenes import Scene
from game.app.screens import Screens
from game.app.session import Night, fresh_seed, path_of, trails_of
from game.app.settings import Preset
from game.app.shifts import shift_path
from game.app.watch import MapWatch
from game.app.watching import LevelScene, ReplayScene
from game.audio.player import Audio
from game.content.errors import InputError
from game.content.levels import LoadedMap, load_map
from game.content.new_map import SHIFT, write_map
from game.content.paths import assets_folder, maps_folder
from game.content.tmx.findings import Findings
from game.content.tmx.reader import read_map
from game.core import headings
from game.core.units import TILE_SUB, tile_centre, tile_of
from game.lab.level_file import TestLevel, read_level
from game.lab.recording import Recording, find_map
from game.lab.redrawn import carry_on
from game.lab.runner import begin as begin_level
from game.sim import World
from game.sim.world import SnapshotError
from game.view.library import Library
from game.view.stage import Stage

_NEAR_TILES: Final = 8
"""So far from a wall she is put beside it."""
_BEHIND_SUB: Final = 4 * TILE_SUB


class NightError(InputError):
    """A night cannot begin as it was asked for; names what and the mend."""


def prepare(path: Path) -> "LoadedNights":
    """Load pictures, and the map that a ``.tmx``, a test level or a recording is played on.

    Raises InputError naming the file.
    """
    level = recording = None
    map_path = path
    if path.suffix == ".toml":
        level = read_level(path)
        map_path = level.map_path
    elif path.suffix != ".tmx":
        recording = Recording.load(path)
        map_path = find_map(recording.header, path)
    sound = NightSound(Audio(assets_folder()))
    nights = LoadedNights(map_path, Library.load(), sound, level, recording)
    nights.map(map_path)
    return nights


@dataclass(slots=True)
class LoadedNights:
    """Pictures and maps in memory, and the one thing that was asked for on the command line."""

    first: Path
    library: Library
    sound: NightSound
    level: TestLevel | None = None
    recording: Recording | None = None
    _maps: dict[Path, LoadedMap] = field(default_factory=dict)

    def fresh(
        self, desk: Desk, preset: Preset, map_path: Path | None = None, seed: int | None = None
    ) -> Scene:
        """A new night, on the map that was prepared or on another. Raises MapError."""
        path = map_path or self.first
        level = self.map(path).level
        seed = fresh_seed() if seed is None else seed
        world = World.new(level, seed, rules_of(desk.settings, preset))
        return self.scene(desk, self.night(desk, world, path, preset))

    def shift(self, desk: Desk, seed: int) -> Scene:
        """The night shift of a seed; its map is drawn if it is not there. Raises NightError."""
        path = shift_path(seed)
        if not path.is_file():
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                write_map(path, maps_folder(), SHIFT, seed)
            except OSError as error:
                why = error.strerror or str(error)
                raise NightError(f"{path}: the map cannot be kept ({why}); make room") from error
        return self.fresh(desk, desk.settings.preset, path, seed)

    def saved(self, desk: Desk, save: Save) -> Scene:
        """A night that goes on where it was saved. Raises NightError, MapError."""
        path = path_of(save.header.map)
        try:
            world = World.restore(save.snapshot, self.map(path).level)
        except SnapshotError as error:
            raise NightError(f"{save.path}: {error}") from error
        night = self.night(desk, world, path, save.header.preset)
        night.trails = trails_of(save)
        return self.scene(desk, night)

    def wanted(self, desk: Desk, wanted: Wanted) -> Scene:
        """What the command line asks for. Raises NightError, LevelFileError."""
        if self.level is not None:
            run = begin_level(self.level, wanted.seed)
            stage = self.stage(desk, run.world, self.first, Preset.GENIN)
            return LevelScene(desk, run, stage, self.sound.audio.note, wanted.record)
        preset = desk.settings.preset
        seed = fresh_seed() if wanted.seed is None else wanted.seed
        level = self.map(self.first).level
        world = World.new(level, seed, rules_of(desk.settings, preset))
        if wanted.start_at:
            _put_at(world, self.first, wanted.start_at)
        night = self.night(desk, world, self.first, preset, placed=bool(wanted.start_at))
        scene = self.scene(desk, night)
        scene.record_to = wanted.record
        if wanted.watch:
            scene.watch = MapWatch(self.first, self.files(self.first))
        return scene

    def watched(self, desk: Desk, speed: float) -> Scene:
        """The prepared recording on the screen. Raises RecordingError, NightError."""
        if self.recording is None:
            raise NightError(f"{self.first}: this is not a recorded night")
        try:
            world = self.recording.begin(self.map(self.first).level)
        except SnapshotError as error:
            raise NightError(f"{self.recording.header.map}: {error}") from error
        stage = self.stage(desk, world, self.first, Preset.GENIN)
        return ReplayScene(desk, self.recording, world, stage, self.sound.audio.note, speed)

    def night(
        self, desk: Desk, world: World, path: Path, preset: str, placed: bool = False
    ) -> Night:
        """A world with what records and draws it; ``placed`` if she was put somewhere else."""
        stage = self.stage(desk, world, path, preset)
        return Night(world, path, stage, desk.saves, preset, placed)

    def scene(self, desk: Desk, night: Night) -> NightScene:
        """A night on the screen."""
        return NightScene(desk, night, Screens(desk, self), self.sound.audio.note)

    def stage(self, desk: Desk, world: World, path: Path, preset: str) -> Stage:
        """What draws a world."""
        options = options_of(desk, preset)
        return Stage(self.library, world.level, options, self.map(path).scenery)

    def map(self, path: Path) -> LoadedMap:
        """A map, read when first asked for. Raises MapError."""
        found = self._maps.get(path)
        if found is None:
            found = self._maps[path] = load_map(path)
        return found

    def redrawn(self, desk: Desk, night: Night, loaded: LoadedMap) -> Night:
        """The night going on on its map as the files stand now; see ``lab.redrawn``."""
        self._maps[night.map_path] = loaded
        self.library.forget_tiles()
        world = carry_on(night.world, loaded.level)
        found = self.night(desk, world, night.map_path, night.preset, placed=True)
        found.trails = night.trails
        return found

    def files(self, path: Path) -> tuple[Path, ...]:
        """The files that a map was read from."""
        return self.map(path).scenery.files


def _put_at(world: World, path: Path, name: str) -> None:
    """Let a fresh night begin at an object of the map, by id or name. Raises NightError, MapError.

    Any object will do, for F5 in Tiled starts at whatever is selected; in a wall she begins beside
    it, at somebody who lives here a few steps behind their back.
    """
    tiled = read_map(path, Findings())
    objects = tiled.objects()
    found = next((each for each in objects if name in (str(each.id), each.name)), None)
    if found is None:
        near = difflib.get_close_matches(name, [each.name for each in objects if each.name], 1)
        hint = f"; did you mean {near[0]}?" if near else "; give the id or the name of one"
        raise NightError(f'{path}: the map has no object "{name}" to start at{hint}')
    x, y = found.middle()
    mind = world.mind(found.id)
    if mind is not None:
        back_x, back_y = headings.vector(mind.heading, _BEHIND_SUB)
        x, y = x - back_x, y - back_y
    spot = _walkable_near(world, x, y)
    if spot is None:
        raise NightError(f'{path}: there is no room to stand near object "{name}"')
    world.sakura.x, world.sakura.y = spot


def _walkable_near(world: World, x: int, y: int) -> tuple[int, int] | None:
    """The place itself, or the middle of the nearest tile near it that can be walked on."""
    column, row = tile_of(x), tile_of(y)
    if world.terrain.walkable(column, row):
        return x, y
    around = range(-_NEAR_TILES, _NEAR_TILES + 1)
    free = [
        (dx * dx + dy * dy, dy, dx) for dy in around for dx in around
        if world.terrain.walkable(column + dx, row + dy)
    ]
    if not free:
        return None
    _, dy, dx = min(free)
    return tile_centre(column + dx), tile_centre(row + dy)

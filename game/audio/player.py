"""What the program calls: takes each tick's world and events, and lets them be heard.

It only reads. Its own luck (which take of a step) and its own counting of ticks stay here and
never reach the night.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from random import Random
from typing import Final

from game.audio.going_on import LOOPS, Loops, climbed, going_on
from game.audio.options import AudioOptions
from game.audio.output import Output, Sides
from game.audio.places import MIDDLE, from_heading, from_place
from game.audio.score import PERCENT, Layers, alarm_of, mood_of, wanted
from game.audio.speaker import open_speaker
from game.audio.steps import Feet
from game.audio.table import KIND, At, Heard, SoundTable, read_table, text_of
from game.core.headings import HALF_TURN, TURN
from game.core.units import PER_MILLE, TICKS_PER_SECOND
from game.sim.beings import Mind, Pose
from game.sim.events import AfterChosen, BeatBegan, Event, NameSpoken, SignatureFelt, TalkBegan
from game.sim.tale import talking
from game.sim.world import World

HEARTBEAT: Final = "heartbeat"
_MINUTE_TICKS: Final = 60 * TICKS_PER_SECOND
_PING_GAP_TICKS: Final = 7
_MOST_PINGS: Final = 6
_DUCKED: Final = 0.45
"""What talk leaves of the wind."""
_DUCK_STEP: Final = 0.02
_PAUSED_MUSIC: Final = 0.4
_HEART_SINKS: Final = 0.6
"""By so much his heart is softer in a man who has lost no blood."""


class Ui(StrEnum):
    """Sounds of menus and screens, which no event of the night tells."""

    MOVE = "ui_move"
    OK = "ui_ok"
    BACK = "ui_back"
    LETTERS = "line_tick"
    RESULTS = "results"


@dataclass(frozen=True, slots=True)
class _Later:
    """A sound that waits its turn."""

    tick: int
    name: str
    sides: Sides


class Audio:
    """The sound of the program. Without a device it takes every call and is silent."""

    def __init__(
        self, assets: Path, options: AudioOptions | None = None, output: Output | None = None
    ) -> None:
        """Read the table and open the device; ``output`` replaces the device.

        Raises SoundTableError if the table of sounds cannot be used.
        """
        self._assets = assets
        self.options = options or AudioOptions()
        self.table: SoundTable = read_table(assets)
        self._given = output is not None
        self._output = output or self._open()
        self._loops = Loops(self._output)
        self._layers = Layers()
        self._feet = Feet()
        self._luck = Random(372)
        self._last_take: dict[str, int] = {}
        self._last_tick: dict[str, int] = {}
        self._later: list[_Later] = []
        self._tick = 0
        self._heart = 0
        self._pose = Pose.STAND
        self._duck = 1.0
        self._black = False
        self._title = False
        self._paused = False

    def note(self, world: World, events: Iterable[Event]) -> None:
        """Hear one tick: call it once after each step of the night."""
        self._tick += 1
        self._end_title()
        pings = 0
        for event in events:
            self._mind_the_black(event)
            row = self._row(world, event)
            if row is None or not row.sound:
                continue
            sides = self._sides(world, event, row)
            if isinstance(event, SignatureFelt):
                pings += 1
                if pings <= _MOST_PINGS:
                    due = self._tick + pings * _PING_GAP_TICKS
                    self._later.append(_Later(due, row.sound, sides))
            else:
                self._play(row.sound, sides)
        for later in [later for later in self._later if later.tick <= self._tick]:
            self._play(later.name, later.sides)
            self._later.remove(later)
        self._hear_poses(world)
        for name, sides in self._feet.steps(world, self.table):
            self._play(name, sides)
        self._hear_heart(world)
        self._hear_loops(world)
        self._hear_music(world)

    def ui(self, cue: Ui) -> None:
        """A sound of a menu or a screen."""
        self._play(cue.value, MIDDLE)

    def title(self) -> None:
        """The theme of the title; it fades when the night is heard again."""
        self.quiet()
        self._title = True
        self._output.theme(self.table.music.title, self._music_level())

    def results(self) -> None:
        """The night is over: its loops end, and a chord is heard. The music goes on as it is."""
        for file in tuple(self._loops.now):
            self._output.hold(file, Sides())
        self._loops.forget()
        self.ui(Ui.RESULTS)

    def pause(self, on: bool) -> None:
        """Hold the sounds of the night and soften its music, or let them go on."""
        self._paused = on
        self._output.pause(on)
        self._tell_layers()

    def quiet(self) -> None:
        """End all that sounds, at once: a night was left or loaded."""
        self._output.pause(False)
        self._output.stop()
        self._loops.forget()
        self._layers.now.clear()
        self._later.clear()
        self._title = self._paused = self._black = False

    def stop(self) -> None:
        """End all sounds and let go of the device: the program ends."""
        self.quiet()
        self._output.close()

    def set_options(self, options: AudioOptions) -> None:
        """Take new volumes at once; changing mono opens the device anew."""
        anew = options.mono != self.options.mono and not self._given
        title = self._title
        self.options = options
        if anew:
            self.quiet()
            self._output.close()
            self._output = self._open()
            self._loops.output = self._output
        if title:
            self._title = True
            self._output.theme(self.table.music.title, self._music_level())
        self._tell_layers()

    # --- one tick ----------------------------------------------------------------------------
    def _row(self, world: World, event: Event) -> Heard | None:
        for row in self.table.rows.get(type(event).__name__, ()):
            if all(self._says(world, event, row, *item) for item in row.when.items()):
                return row
        return None

    def _says(self, world: World, event: Event, row: Heard, name: str, value: str) -> bool:
        if name == KIND and not hasattr(event, KIND):
            mind = _named(world, str(getattr(event, row.at.value, "")))
            return mind is not None and text_of(mind.kind) == value
        return text_of(getattr(event, name)) == value

    def _sides(self, world: World, event: Event, row: Heard) -> Sides:
        reach = self.table.sounds[row.sound].reach
        match row.at:
            case At.WHO | At.WHOM:
                mind = _named(world, getattr(event, row.at.value))
                return from_place(world, mind.x, mind.y, reach) if mind else MIDDLE
            case At.PLACE:
                return from_place(world, _number(event, "x"), _number(event, "y"), reach)
            case At.UPWIND:
                return from_heading((_number(event, "heading") + HALF_TURN) % TURN)
            case At.BEARING:
                return from_heading(_number(event, "bearing"), _number(event, "strength"))
            case At.HER:
                return MIDDLE

    def _play(self, name: str, sides: Sides) -> None:
        sound = self.table.sounds[name]
        last = self._last_tick.get(name)
        if sound.apart and last is not None and self._tick - last < sound.apart:
            return
        self._last_tick[name] = self._tick
        files = self.table.files(name)
        take = 0
        if len(files) > 1:
            # never the same take twice in a row
            take = self._luck.randrange(len(files) - 1)
            take += take >= self._last_take.get(name, len(files))
            self._last_take[name] = take
        level = sound.volume / PERCENT * self.options.sound / PERCENT
        self._output.play(files[take], sides.times(level), sound.priority)

    def _hear_poses(self, world: World) -> None:
        pose = world.sakura.pose
        if pose is not self._pose:
            self._pose = pose
            name = self.table.poses.get(pose.value)
            if name:
                self._play(name, MIDDLE)

    def _hear_heart(self, world: World) -> None:
        """His heart, beat for beat, the louder the weaker he is."""
        operation = world.operation
        if operation is None or operation.over:
            return
        self._heart += operation.pulse_bpm
        if self._heart >= _MINUTE_TICKS:
            self._heart -= _MINUTE_TICKS
            self._play(HEARTBEAT, MIDDLE.times(1.0 - _HEART_SINKS * operation.blood / PER_MILLE))

    def _hear_loops(self, world: World) -> None:
        talks = talking.is_on(world)
        self._duck += max(-_DUCK_STEP, min(_DUCK_STEP, (_DUCKED if talks else 1.0) - self._duck))
        wanted_files: dict[str, Sides] = {}
        reach = self.table.sounds["snake_rustle"].reach
        going = {} if self._black else going_on(world, reach)
        for name in LOOPS:
            if name in going:
                level = self.table.sounds[name].volume / PERCENT * self.options.sound / PERCENT
                loudness = replace(going[name], sides=going[name].sides.times(level * self._duck))
                wanted_files.update(climbed(self.table.files(name), loudness))
        self._loops.follow(wanted_files)

    def _hear_music(self, world: World) -> None:
        mood = "black" if self._black else mood_of(world)
        self._layers.follow(
            wanted(self.table.music, mood, alarm_of(world)), cut=mood == "black"
        )
        self._tell_layers()

    def _mind_the_black(self, event: Event) -> None:
        """After the name nothing is heard but its string, until somebody does or says something."""
        match event:
            case NameSpoken():
                self._black = True
            case TalkBegan() | AfterChosen() | BeatBegan(beat="home"):
                self._black = False
            case _:
                pass

    # --- the device --------------------------------------------------------------------------
    def _open(self) -> Output:
        first = [file for cue in Ui for file in self.table.files(cue.value)]
        files = [file for name in self.table.sounds for file in self.table.files(name)]
        sounds = tuple(dict.fromkeys((*first, *files)))
        return open_speaker(self._assets, sounds, self.table.layers(), self.options.mono)

    def _music_level(self) -> float:
        return self.options.music / PERCENT

    def _tell_layers(self) -> None:
        if self._title:
            return
        level = self._music_level() * (_PAUSED_MUSIC if self._paused else 1.0)
        self._output.layers({name: now * level for name, now in self._layers.now.items()})

    def _end_title(self) -> None:
        if self._title:
            self._title = False
            self._output.theme("", 0.0)


def _number(event: Event, name: str) -> int:
    """A number that the event tells: the table was checked, so it has one of that name."""
    value = getattr(event, name)
    assert isinstance(value, int)
    return value


def _named(world: World, name: str) -> Mind | None:
    return next((mind for mind in world.minds if mind.name == name), None)


def sounds_of_the_program() -> Iterator[str]:
    """Sounds that code plays by name, beside those that the table gives to events."""
    yield from LOOPS
    yield from (cue.value for cue in Ui)
    yield HEARTBEAT

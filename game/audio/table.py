"""Reads ``assets/sound/sounds.toml``: which event is heard as which sound, and how loud.

A sound is a row with one file or several takes; an event may have several rows, and the first whose
``when`` fits is played. Everything is checked when it is read, so that playing cannot fail on it.
"""

from dataclasses import dataclass, fields
from enum import Enum, StrEnum
from pathlib import Path
from typing import Final

import msgspec

from game.content.errors import InputError
from game.sim.beings import Pose
from game.sim.command import Gait
from game.sim.level import Kind, Surface
from game.sim.vocabulary import event_types

TABLE: Final = "sound/sounds.toml"
KIND: Final = "kind"
"""In ``when``: where the event has no such field, the kind of whoever ``at`` names."""


class SoundTableError(InputError):
    """A table of sounds that cannot be used; one line naming file, place and mend."""


class At(StrEnum):
    """Where a sound is heard from."""

    HER = "her"
    """In the middle, at full loudness."""
    WHO = "who"
    WHOM = "whom"
    PLACE = "place"
    """The event's own ``x, y``."""
    UPWIND = "upwind"
    """Where the event's ``heading`` comes from."""
    BEARING = "bearing"
    """Towards the event's ``bearing``, the fainter the less its ``strength``."""


_NEEDS: Final = {
    At.HER: (),
    At.WHO: ("who",),
    At.WHOM: ("whom",),
    At.PLACE: ("x", "y"),
    At.UPWIND: ("heading",),
    At.BEARING: ("bearing", "strength"),
}


class Sound(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One sound. ``volume`` in percent; ``takes`` files NAME_1.. of which one is played at a time;
    ``reach`` in tiles, 0 for everywhere; ``apart`` in ticks that pass before it is played again."""

    volume: int = 60
    takes: int = 0
    priority: int = 5
    reach: int = 0
    apart: int = 0


class Heard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An event and its sound; no sound is silence on purpose."""

    event: str
    sound: str = ""
    at: At = At.HER
    when: dict[str, str] = {}


class Footfall(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a gait sets the foot down."""

    step: str
    volume: int


class Feet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Steps: surface to family of sounds, gait to footfall."""

    surface: dict[str, str]
    gait: dict[str, Footfall]
    reach: int


class Music(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Layers in percent, for each part of the night, and what an alarm makes of them."""

    moods: dict[str, dict[str, int]]
    alarms: dict[str, dict[str, int]]
    """With ``base``: how much of the mood's own layers stays."""
    title: str


class _Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    sounds: dict[str, Sound]
    heard: list[Heard]
    silent: dict[str, str]
    poses: dict[str, str]
    feet: Feet
    music: Music


@dataclass(frozen=True, slots=True)
class SoundTable:
    """The table, checked: every name in it exists."""

    sounds: dict[str, Sound]
    rows: dict[str, tuple[Heard, ...]]
    """By event."""
    silent: dict[str, str]
    poses: dict[str, str]
    feet: Feet
    music: Music

    def files(self, name: str) -> tuple[str, ...]:
        """File names, without folder and ending, of a sound."""
        takes = self.sounds[name].takes
        return tuple(f"{name}_{n}" for n in range(1, takes + 1)) if takes else (name,)

    def layers(self) -> tuple[str, ...]:
        """Names of all layers of music, in order of their first mention."""
        found: dict[str, None] = {}
        for mood in (*self.music.moods.values(), *self.music.alarms.values()):
            found.update(dict.fromkeys(name for name in mood if name != "base"))
        return tuple(found)


def text_of(value: object) -> str:
    """A field's value as the table writes it: small letters, enums by name."""
    return (value.name if isinstance(value, Enum) else str(value)).lower()


def read_table(assets: Path) -> SoundTable:
    """Read and check the table. Raises SoundTableError, one line."""
    path = assets / TABLE
    try:
        document = msgspec.toml.decode(path.read_bytes(), type=_Document)
    except OSError as error:
        raise SoundTableError(f"{path}: cannot be read: {error.strerror}") from error
    except msgspec.DecodeError as error:
        raise SoundTableError(f"{path}: {error}") from error
    for problem in _problems(document):
        raise SoundTableError(f"{path}: {problem}")
    rows: dict[str, tuple[Heard, ...]] = {}
    for row in document.heard:
        rows[row.event] = (*rows.get(row.event, ()), row)
    return SoundTable(
        document.sounds, rows, document.silent, document.poses, document.feet, document.music
    )


def _problems(document: _Document) -> list[str]:
    found = []
    types = event_types()
    for number, row in enumerate(document.heard, start=1):
        where = f"heard row {number} ({row.event})"
        kind = types.get(row.event)
        if kind is None:
            found.append(f"{where}: there is no such event")
            continue
        names = {item.name for item in fields(kind)}
        wanted = [*_NEEDS[row.at], *(name for name in row.when if name != KIND)]
        found += [
            f"{where}: the event has no field {name!r}" for name in wanted if name not in names
        ]
        if KIND in row.when and KIND not in names and row.when[KIND] not in set(Kind):
            found.append(f"{where}: nobody is of the kind {row.when[KIND]!r}")
        if row.sound:
            found += _unknown(document, where, row.sound)
    strange = [name for name in document.silent if name not in types]
    found += [f"silent: there is no event {name!r}" for name in strange]
    for pose, sound in document.poses.items():
        if pose not in set(Pose):
            found.append(f"poses: there is no pose {pose!r}")
        found += _unknown(document, f"poses.{pose}", sound)
    for surface in Surface:
        family = document.feet.surface.get(surface.name.lower())
        if family is None:
            found.append(f"feet.surface: say how {surface.name.lower()!r} sounds")
            continue
        for gait in Gait:
            fall = document.feet.gait.get(gait.name.lower())
            if fall is None:
                found.append(f"feet.gait: say how {gait.name.lower()!r} sounds")
            else:
                found += _unknown(document, "feet", step_name(family, fall.step))
    return found


def step_name(family: str, step: str) -> str:
    """Name of the sound of a step: a light foot sounds alike on everything."""
    return "step_light" if step == "light" else f"step_{family}_{step}"


def _unknown(document: _Document, where: str, sound: str) -> list[str]:
    if sound in document.sounds:
        return []
    return [f"{where}: there is no sound {sound!r}; add [sounds.{sound}]"]

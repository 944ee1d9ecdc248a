"""Test levels on disk: TOML that says in plain words what she does and what must come of it.

The format is described in ``maps/test/README.md``; unknown keys and wrong types are refused by
name.
"""

import dataclasses
import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

import msgspec

from game.content.errors import InputError
from game.sim import events
from game.sim.table import events as at_table
from game.sim.tale import talk as words

Value = int | str | bool
Wanted = Value | list[str] | dict[str, Value]
"""What a field of an event must be: a value, names in their order, or fields of the cause."""


class LevelFileError(InputError):
    """A test level cannot be read; names file, place and mend."""


class Do(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing she does; steps run one after another. Exactly one verb each."""

    at: int = 0
    """Not before this tick."""
    after: str = ""
    """Not before this event or arrival has happened."""
    walk: str | list[int] | None = None
    """Name of an object of the map, or [column, row] in tiles: she finds her way there."""
    backwards: bool = False
    """Walk with her face to where she comes from."""
    follow: str | None = None
    """Go after somebody by name until they are within arm's reach."""
    gait: str = ""
    """sneak, walk, run or light: kept until changed."""
    wait: int | str | None = None
    """Ticks, or the name of an event to wait for."""
    press: str | None = None
    """Tap a button."""
    hold: str | None = None
    """Hold a button for ``ticks``."""
    ticks: int = 30
    """How long ``hold`` and ``go`` last."""
    sense: int | None = None
    """Let the pulse grow for so many ticks."""
    throw: str | list[int] | None = None
    """Throw what is in her hand at a place."""
    item: str = ""
    """Take this item in hand first."""
    face: str | list[int] | None = None
    """Turn to a place."""
    go: int | None = None
    """Walk along a heading 0..63 for ``ticks``."""
    choose: int | None = None
    """Pick a choice by its row; at the table 1 to 3 widen the windows, 4 to 6 slow the bleeding, 7
    and 8 let him be lost or not."""
    talk: list[str] | None = None
    """Speak on to the end; of each choice takes the first that is named here, else the first."""
    operate: dict[str, Value] | None = None
    """Heal him with a scripted hand: tremor, lag, device, order, wipes, flow; or alone = true, and
    her hands do it by themselves."""
    feign: bool | None = None
    """Begin or cease to stroll with her hands in her pockets."""
    brace: bool | None = None
    """Begin or cease to lean into the wind."""
    reload: bool | None = None
    """Keep the night as it is, and go on in what was kept."""
    retry: str | None = None
    """Name of an event: go back to where it last happened, as a player does who tries again."""


class Expect(msgspec.Struct, frozen=True, forbid_unknown_fields=False, kw_only=True):
    """An event that must come by a tick (or must never come); further keys are its fields."""

    event: str
    """Its name."""
    by: int = 0
    """Not later than this tick of the night; for ``never``: until then. 0: to the end."""
    count: int = 1
    """How many of them are expected."""


class LevelFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A whole test level."""

    story: str
    """What happens, in a sentence for people."""
    map: str = ""
    """The map, by its path from the level."""
    seed: int = 7
    """What wind and errors of sensing are drawn from."""
    watchdog: int = 3600
    """So many ticks, and the level is over."""
    proves: str = ""
    """The rule without which it must fall short."""
    do: list[Do]
    """What she does, in this order."""
    expect: list[dict[str, Wanted]]
    """What must come of it; at least one."""
    never: list[dict[str, Wanted]] = []
    """What must not."""
    start: str = ""
    """``level.toml@Event``: begin where another level reached an event (written as ``from``)."""
    rules: dict[str, Value] = {}
    """How forgiving the night is: fields of ``Rules`` in ``game/sim/world.py``."""


@dataclasses.dataclass(frozen=True, slots=True)
class Pattern:
    """What an event must look like: its type's name and some of its fields."""

    event: str
    fields: tuple[tuple[str, Wanted], ...]
    by: int = 0
    count: int = 1

    def matches(self, event: events.Event) -> bool:
        """Whether an event is of this name and agrees in all the fields given."""
        return type(event).__name__ == self.event and all(
            _equal(getattr(event, name), value) for name, value in self.fields
        )

    def __str__(self) -> str:
        fields = ", ".join(f"{name} = {value!r}" for name, value in self.fields)
        return f"{self.event}({fields})"


@dataclasses.dataclass(frozen=True, slots=True)
class TestLevel:
    """A test level that has been read and checked."""

    __test__ = False
    path: Path
    name: str
    story: str
    map_path: Path
    seed: int
    watchdog: int
    proves: str
    steps: tuple[Do, ...]
    expects: tuple[Pattern, ...]
    nevers: tuple[Pattern, ...]
    start_level: Path | None
    start_event: str
    rules: tuple[tuple[str, Value], ...]


VERBS: Final = (
    "walk", "follow", "wait", "press", "hold", "sense", "throw", "face", "go", "choose", "talk",
    "operate", "feign", "brace", "reload", "retry", "gait",
)


def event_types() -> dict[str, type[events.Event]]:
    """All kinds of events by name: the vocabulary of ``expect`` and ``never``."""
    found: dict[str, type[events.Event]] = {}
    for module in (events, words, at_table):
        for kind in vars(module).values():
            if isinstance(kind, type) and issubclass(kind, events.Event):
                found[kind.__name__] = kind
    del found["Event"]
    return dict(sorted(found.items()))


def read_level(path: Path) -> TestLevel:
    """Read and check a test level. Raises LevelFileError with file, place and mend."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LevelFileError(f"{path}: not TOML: {error}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise LevelFileError(f"{path}: cannot be read: {error}") from error
    if "from" in table:
        table["start"] = table.pop("from")
    try:
        data = msgspec.convert(table, LevelFile)
    except msgspec.ValidationError as error:
        raise LevelFileError(f"{path}: {error}") from error
    if not data.expect:
        raise LevelFileError(f"{path}: nothing is expected; add at least one [[expect]]")
    start_level, start_event = _start(path, data.start)
    map_path = path.parent / data.map if data.map else None
    if map_path is None and start_level is not None:
        map_path = read_level(start_level).map_path
    if map_path is None:
        raise LevelFileError(f'{path}: no map; add map = "NAME.tmx"')
    for number, step in enumerate(data.do, start=1):
        _check_step(path, number, step)
    return TestLevel(
        path=path,
        name=path.stem,
        story=data.story,
        map_path=map_path,
        seed=data.seed,
        watchdog=data.watchdog,
        proves=data.proves,
        steps=tuple(data.do),
        expects=tuple(_pattern(path, "expect", n, t) for n, t in enumerate(data.expect, start=1)),
        nevers=tuple(_pattern(path, "never", n, t) for n, t in enumerate(data.never, start=1)),
        start_level=start_level,
        start_event=start_event,
        rules=tuple(sorted(data.rules.items())),
    )


def _start(path: Path, start: str) -> tuple[Path | None, str]:
    if not start:
        return None, ""
    level, _, event = start.partition("@")
    if not event:
        raise LevelFileError(f'{path}: from = "{start}" names no event; write "LEVEL.toml@Event"')
    _known_event(path, "from", event)
    return path.parent / level, event


def _check_step(path: Path, number: int, step: Do) -> None:
    verbs = [verb for verb in VERBS if getattr(step, verb) not in (None, "")]
    acting = [verb for verb in verbs if verb != "gait"]
    if not verbs or len(acting) > 1:
        found = " and ".join(acting) or "none"
        raise LevelFileError(f"{path}: [[do]] {number}: one verb a step, found {found}")


def _pattern(path: Path, key: str, number: int, table: dict[str, Any]) -> Pattern:
    where = f"[[{key}]] {number}"
    rest = dict(table)
    name = rest.pop("event", None)
    by, count = rest.pop("by", 0), rest.pop("count", 1)
    if not isinstance(name, str):
        raise LevelFileError(f'{path}: {where}: no event; add event = "NAME"')
    kind = _known_event(path, where, name)
    fields = [field.name for field in dataclasses.fields(kind)]
    for field, wanted in rest.items():
        if field not in fields:
            known = ", ".join(fields) or "none"
            raise LevelFileError(f"{path}: {where}: {name} has no field {field}; it has {known}")
        if isinstance(wanted, dict):
            parts = [each.name for each in dataclasses.fields(events.Cause)]
            for part in wanted if field == "cause" else [field]:
                if part not in parts:
                    known = ", ".join(parts)
                    raise LevelFileError(
                        f"{path}: {where}: a cause has no field {part}; it has {known}"
                    )
    return Pattern(name, tuple(sorted(rest.items())), int(by), int(count))


def _known_event(path: Path, where: str, name: str) -> type[events.Event]:
    known = event_types()
    if name not in known:
        near = get_close_matches(name, known, 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise LevelFileError(f"{path}: {where}: there is no event {name}{hint}")
    return known[name]


def _equal(found: Any, wanted: Wanted) -> bool:
    if isinstance(wanted, dict):
        return found is not None and all(
            _equal(getattr(found, name), value) for name, value in wanted.items()
        )
    if isinstance(wanted, list):
        return list(found) == wanted
    return bool(found == wanted) or str(found) == str(wanted)

"""Test levels on disk: TOML that says in plain words what she does and what must come of it.

The format is described in ``maps/test/README.md``; unknown keys and wrong types are refused by
name.
"""

import dataclasses
import re
import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

import msgspec

from game.content.errors import InputError
from game.lab.level_keys import VERBS, Do, LevelFile, Value, Wanted
from game.sim import Rules, events
from game.sim.vocabulary import event_types

_STEP: Final = re.compile(r"(do|expect|never)\[(\d+)\]\.?")
"""A place as msgspec names it; its rows count from 0."""
_NUMBERS: Final = (("by", 0), ("count", 1))
"""What stands beside an event's own fields, and what it is where it is left out."""


class LevelFileError(InputError):
    """A test level cannot be read; names file, place and mend."""


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
    rules: Rules


def read_level(path: Path) -> TestLevel:
    """Read and check a test level. Raises LevelFileError with file, place and mend."""
    return _read(path, ())


def _read(path: Path, before: tuple[Path, ...]) -> TestLevel:
    """A level that others, which were ``before``, go on from."""
    if path.resolve() in before:
        raise LevelFileError(f"{path}: goes on from itself in the end; let one begin on a map")
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
        raise LevelFileError(f"{path}: {_placed(str(error))}") from error
    if not data.expect:
        raise LevelFileError(f"{path}: nothing is expected; add at least one [[expect]]")
    start_level, start_event = _start(path, data.start)
    map_path = path.parent / data.map if data.map else None
    if start_level is not None:
        start_map = _read(start_level, (*before, path.resolve())).map_path
        map_path = map_path or start_map
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
        rules=_rules(path, data.rules),
    )


def _start(path: Path, start: str) -> tuple[Path | None, str]:
    if not start:
        return None, ""
    level, _, event = start.partition("@")
    if not event:
        raise LevelFileError(f'{path}: from = "{start}" names no event; write "LEVEL.toml@Event"')
    _known_event(path, "from", event)
    return path.parent / level, event


def _rules(path: Path, given: dict[str, Value]) -> Rules:
    known = [field.name for field in dataclasses.fields(Rules)]
    for name in given:
        if name not in known:
            raise LevelFileError(
                f"{path}: rules: there is no {name}; there are {', '.join(known)}"
            )
    try:
        return msgspec.convert(given, Rules)
    except msgspec.ValidationError as error:
        raise LevelFileError(f"{path}: rules: {_placed(str(error))}") from error


def _placed(message: str) -> str:
    """msgspec's words with the place first, counted from 1: ``[[do]] 2 item: invalid ...``."""
    what, _, where = message.partition(" - at `$")
    place = where.strip(".`")
    step = _STEP.match(place)
    if step is not None:
        place = f"[[{step[1]}]] {int(step[2]) + 1} {place[step.end() :]}".rstrip()
    return f"{place}: {what[0].lower()}{what[1:]}" if place else what


def _check_step(path: Path, number: int, step: Do) -> None:
    verbs = [verb for verb in VERBS if getattr(step, verb) not in (None, "")]
    acting = [verb for verb in verbs if verb != "gait"]
    if not verbs or len(acting) > 1:
        found = " and ".join(acting) or "none"
        raise LevelFileError(f"{path}: [[do]] {number}: one verb a step, found {found}")


def _pattern(path: Path, key: str, number: int, table: dict[str, Wanted]) -> Pattern:
    where = f"[[{key}]] {number}"
    rest = dict(table)
    name = rest.pop("event", None)
    by, count = (_number(path, where, key, rest.pop(key, usual)) for key, usual in _NUMBERS)
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
    return Pattern(name, tuple(sorted(rest.items())), by, count)


def _number(path: Path, where: str, key: str, value: Wanted) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise LevelFileError(f"{path}: {where}: {key} is {value!r}; write a whole number")
    return value


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

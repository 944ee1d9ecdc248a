"""Reads operations from TOML into ``OperationDef``; ``assets/operations/README.md`` tells the keys.

A file is refused as a whole, in one line that names file, key and mend.
"""

import re
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec

from game.content.errors import InputError
from game.content.paths import assets_folder
from game.core.units import PER_MILLE
from game.sim.table.definition import (
    TABLE_HEIGHT_PX,
    TABLE_WIDTH_PX,
    OperationDef,
    Point,
    WoundKind,
    wound_def,
)

FILE_BYTES_MAX: Final = 1 << 16
WOUNDS_MAX: Final = 16
BLEEDS_MAX: Final = 100

_BLEEDS = re.compile(r"\d{1,3}(\.\d{1,3})?")

_X = Annotated[int, msgspec.Meta(ge=0, lt=TABLE_WIDTH_PX)]
_Y = Annotated[int, msgspec.Meta(ge=0, lt=TABLE_HEIGHT_PX)]
_Slope = Annotated[int, msgspec.Meta(ge=-64, le=64)]
_Path = Annotated[list[tuple[_X, _Y]], msgspec.Meta(min_length=1, max_length=64)]
_Outline = Annotated[list[tuple[_X, _Y]], msgspec.Meta(max_length=64)]
_Words = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]


class OperationFileError(InputError):
    """An operation file that cannot be used: ``file: key: what is wrong; how to mend it``."""


class _Wound(msgspec.Struct, forbid_unknown_fields=True):
    id: Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9_]{0,30}$")]
    kind: Literal["liver", "rib", "slash"]
    label: _Words
    seconds: Annotated[int, msgspec.Meta(ge=1, le=300)]
    path: _Path
    hidden: bool = False
    bleeds: str = "0"
    outline: _Outline = []
    axis: tuple[_Slope, _Slope] = (0, 0)


class _File(msgspec.Struct, forbid_unknown_fields=True):
    name: _Words
    hand: tuple[_X, _Y]
    wound: Annotated[list[_Wound], msgspec.Meta(min_length=1, max_length=WOUNDS_MAX)]


def load_operation(path: Path) -> OperationDef:
    """The operation that a TOML file describes. Raises OperationFileError."""
    try:
        if path.stat().st_size > FILE_BYTES_MAX:
            raise OperationFileError(f"{path}: over {FILE_BYTES_MAX} bytes; split the patient")
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise OperationFileError(
            f"{path}: cannot be read ({error.strerror or error}); check the name and the rights"
        ) from error
    except UnicodeDecodeError as error:
        raise OperationFileError(f"{path}: is not text; save it as UTF-8") from error
    return read_operation(text, str(path))


def story_operation() -> OperationDef:
    """The operation of the tale, as it came with the game."""
    return load_operation(assets_folder() / "operations" / "wounded.toml")


def read_operation(text: str, name: str) -> OperationDef:
    """The operation that a TOML text describes; ``name`` is the file's, for the error."""
    try:
        file = msgspec.toml.decode(text, type=_File)
    except msgspec.ValidationError as error:
        raise OperationFileError(f"{name}: {_mend(str(error))}") from error
    except msgspec.DecodeError as error:
        raise OperationFileError(f"{name}: is not TOML: {error}; mend that row") from error
    _check(file, name)
    return OperationDef(
        file.name,
        file.hand,
        tuple(
            wound_def(
                wound.id,
                WoundKind(wound.kind),
                wound.label,
                _points(wound.path),
                hidden=wound.hidden,
                takes_seconds=wound.seconds,
                bleeds_milli=int(Decimal(wound.bleeds) * PER_MILLE),
                outline=_points(wound.outline),
                axis=wound.axis,
            )
            for wound in file.wound
        ),
    )


def _check(file: _File, name: str) -> None:
    """What the types cannot say. Raises OperationFileError."""
    ids: list[str] = []
    for number, wound in enumerate(file.wound):
        place = f"{name}: wound[{number}] ({wound.id})"
        if wound.id in ids:
            raise OperationFileError(f"{place}: id is taken; give each wound a name of its own")
        ids.append(wound.id)
        if not _BLEEDS.fullmatch(wound.bleeds) or Decimal(wound.bleeds) > BLEEDS_MAX:
            raise OperationFileError(
                f"{place}: bleeds is {wound.bleeds!r}; write a number up to {BLEEDS_MAX} with up "
                'to three decimals in quotes, such as "0.5"'
            )
        if wound.kind == "rib" and len(wound.path) != 1:
            raise OperationFileError(f"{place}: path of a rib is held; give it one point")
        if wound.kind != "rib" and len(wound.path) < 2:
            raise OperationFileError(f"{place}: path is followed; give it two points or more")
    if sum(wound.kind == "liver" for wound in file.wound) > 1:
        raise OperationFileError(f"{name}: wound: there are two livers; keep one")


def _points(pairs: list[tuple[int, int]]) -> tuple[Point, ...]:
    return tuple((x, y) for x, y in pairs)


def _mend(message: str) -> str:
    """msgspec's words with the key first: ``wound[2].path: Expected ...``."""
    what, _, where = message.partition(" - at `$")
    key = where.rstrip("`").lstrip(".") or "the file"
    return f"{key}: {what[0].lower()}{what[1:]}; see assets/operations/README.md"

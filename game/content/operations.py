"""Reads operations from TOML into ``OperationDef``; ``assets/operations/README.md`` tells the keys.

A file is refused as a whole, in one line that names file, key and mend.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from difflib import get_close_matches
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec

from game.content.errors import InputError
from game.content.operation_files import STORY_OPERATION, own_folder
from game.content.paths import assets_folder
from game.content.strings import Strings
from game.core.units import PER_MILLE
from game.sim.table.definition import (
    TABLE_HEIGHT_PX,
    TABLE_WIDTH_PX,
    OperationDef,
    Point,
    Remark,
    When,
    WoundKind,
    wound_def,
)
from game.sim.table.tuning import BLOOD_AT_START

FILE_BYTES_MAX: Final = 1 << 16
WOUNDS_MAX: Final = 16
NOTICES_MAX: Final = 12
REMARKS_MAX: Final = 64
BLEEDS_MAX: Final = 100


_BLEEDS: Final = re.compile(r"\d{1,3}(\.\d{1,3})?")
_TEXT_ID: Final = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)+")
_X = Annotated[int, msgspec.Meta(ge=0, lt=TABLE_WIDTH_PX)]
_Y = Annotated[int, msgspec.Meta(ge=0, lt=TABLE_HEIGHT_PX)]
_Slope = Annotated[int, msgspec.Meta(ge=-64, le=64)]
_Path = Annotated[list[tuple[_X, _Y]], msgspec.Meta(min_length=1, max_length=64)]
_Outline = Annotated[list[tuple[_X, _Y]], msgspec.Meta(max_length=64)]
_Words = Annotated[str, msgspec.Meta(min_length=1, max_length=72)]
_Id = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9_]{0,30}$")]


class OperationFileError(InputError):
    """An operation file that cannot be used: ``file: key: what is wrong; how to mend it``."""


class _Wound(msgspec.Struct, forbid_unknown_fields=True):
    id: _Id
    kind: Literal["liver", "rib", "slash"]
    label: _Words
    seconds: Annotated[int, msgspec.Meta(ge=1, le=300)]
    path: _Path
    hidden: bool = False
    bleeds: str = "0"
    outline: _Outline = []
    axis: tuple[_Slope, _Slope] = (0, 0)


class _Remark(msgspec.Struct, forbid_unknown_fields=True):
    when: When
    text: _Words
    wound: str = ""
    who: Literal["patient", "sakura"] = "patient"


class _File(msgspec.Struct, forbid_unknown_fields=True):
    name: _Words
    hand: tuple[_X, _Y]
    wound: Annotated[list[_Wound], msgspec.Meta(min_length=1, max_length=WOUNDS_MAX)]
    figure: str = STORY_OPERATION
    lies: Literal["face_down", "on_his_back"] = "face_down"
    blood: Annotated[int, msgspec.Meta(ge=1, le=1000)] = BLOOD_AT_START
    notices: Annotated[list[_Id], msgspec.Meta(max_length=NOTICES_MAX)] = []
    remark: Annotated[list[_Remark], msgspec.Meta(max_length=REMARKS_MAX)] = []


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
    return load_operation(own_folder() / f"{STORY_OPERATION}.toml")


def operation_words(strings: Strings, text: str) -> str:
    """What a text of an operation says: the words of an id, or itself if it is plain words."""
    return strings.text(text) if _TEXT_ID.fullmatch(text) else text


def read_operation(text: str, name: str) -> OperationDef:
    """The operation that a TOML text describes; ``name`` is the file's, for the error."""
    try:
        file = msgspec.toml.decode(text, type=_File)
    except msgspec.ValidationError as error:
        raise OperationFileError(f"{name}: {_mend(str(error))}") from error
    except msgspec.DecodeError as error:
        raise OperationFileError(f"{name}: is not TOML: {error}; mend that row") from error
    for problem in _problems(file):
        raise OperationFileError(f"{name}: {problem}")
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
        figure=file.figure,
        supine=file.lies == "on_his_back",
        blood=file.blood,
        notices=tuple(file.notices),
        remarks=tuple(
            Remark(each.when, each.text, each.wound, each.who == "sakura") for each in file.remark
        ),
    )


def _problems(file: _File) -> Iterator[str]:
    """What the types cannot say, in lines of key, fault and mend."""
    ids: list[str] = []
    for number, wound in enumerate(file.wound):
        for fault in _wound_faults(wound, ids):
            yield f"wound[{number}] ({wound.id}): {fault}"
        ids.append(wound.id)
    if sum(wound.kind == "liver" for wound in file.wound) > 1:
        yield "wound: there are two livers; keep one"
    figures = sorted(path.parent.name for path in (assets_folder() / "closeup").glob("*/base.png"))
    if figures and file.figure not in figures:
        yield (
            f"figure: there is no close-up {file.figure!r}{_near(file.figure, figures)}; "
            f"there are {', '.join(figures)}"
        )
    for number, notice in enumerate(file.notices):
        if notice in file.notices[:number]:
            yield f"notices[{number}]: {notice!r} stands there twice; once is enough"
    for number, remark in enumerate(file.remark):
        kinds = [wound.kind for wound in file.wound]
        if remark.wound and remark.wound not in (*ids, *kinds):
            yield (
                f"remark[{number}].wound: there is no wound {remark.wound!r}"
                f"{_near(remark.wound, ids)}; there are {', '.join(ids)}"
            )
    texts = [("name", file.name)]
    texts += [(f"wound[{number}].label", each.label) for number, each in enumerate(file.wound)]
    texts += [(f"remark[{number}].text", each.text) for number, each in enumerate(file.remark)]
    texts += [(f"notices[{number}]", f"examine_{each}") for number, each in enumerate(file.notices)]
    yield from _unknown_words(texts)


def _wound_faults(wound: _Wound, ids: list[str]) -> Iterator[str]:
    if wound.id in ids:
        yield "id is taken; give each wound a name of its own"
    if wound.kind == "rib" and len(wound.path) != 1:
        yield "path of a rib is held; give it one point"
    if wound.kind != "rib" and len(wound.path) < 2:
        yield "path is followed; give it two points or more"
    if not _BLEEDS.fullmatch(wound.bleeds) or Decimal(wound.bleeds) > BLEEDS_MAX:
        yield (
            f"bleeds is {wound.bleeds!r}; write a number up to {BLEEDS_MAX} with up "
            'to three decimals in quotes, such as "0.5"'
        )
    elif wound.kind == "rib" and Decimal(wound.bleeds) > 0:
        yield "bleeds: a cracked rib does not; take the row out"
    if wound.kind != "rib" and wound.axis != (0, 0):
        yield "axis: only a rib rides with the breath; take the row out"
    if wound.outline and (wound.kind != "liver" or len(wound.outline) < 3):
        yield "outline is that of a liver, of three points or more; mend it or take it out"
    for number, (here, there) in enumerate(pairwise(wound.path)):
        if here == there:
            yield f"path[{number + 1}]: is the same point as the one before; take it out"
    if wound.kind == "slash" and wound.hidden:
        yield "hidden: a slash is seen at once; only what lies deep can be hidden"


def _unknown_words(texts: list[tuple[str, str]]) -> Iterator[str]:
    """Ids for which the game has no words."""
    ids = [(key, text) for key, text in texts if _TEXT_ID.fullmatch(text)]
    if not ids:
        return
    strings = Strings.load()
    for key, text in ids:
        if not strings.has(text):
            yield (
                f"{key}: there are no words with the id {text!r}; write them into "
                "assets/text/strings.toml and run python -m tools.words --write"
            )


def _near(name: str, known: list[str]) -> str:
    close = get_close_matches(name, known, 1)
    return f", did you mean {close[0]!r}" if close else ""


def _points(pairs: list[tuple[int, int]]) -> tuple[Point, ...]:
    return tuple((x, y) for x, y in pairs)


def _mend(message: str) -> str:
    """msgspec's words with the key first: ``wound[2].path: Expected ...``."""
    what, _, where = message.partition(" - at `$")
    key = where.rstrip("`").lstrip(".") or "the file"
    return f"{key}: {what[0].lower()}{what[1:]}; see assets/operations/README.md"

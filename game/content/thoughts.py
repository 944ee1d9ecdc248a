"""Which thought leads to which, read from ``thoughts.toml`` beside the other words."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import msgspec

from game.content.errors import InputError

THOUGHTS_FILE: Final = "thoughts.toml"


class ThoughtsError(InputError):
    """The file of thoughts cannot be read; one line that names it and the mend."""


class _File(msgspec.Struct, forbid_unknown_fields=True):
    leads_to: dict[str, str]


def load_thoughts(folder: Path) -> Mapping[str, str]:
    """By the id of a thought, the id of the one it leads to; none where there is no file.

    Raises ThoughtsError.
    """
    path = folder / THOUGHTS_FILE
    if not path.exists():
        return {}
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return msgspec.convert(table, _File).leads_to
    except OSError as error:
        raise ThoughtsError(f"{path}: cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise ThoughtsError(
            f'{path}: {error}; write [leads_to] and rows such as thought_01 = "thought_02"'
        ) from error


def unknown_thoughts(leads_to: Mapping[str, str], known: Mapping[str, object]) -> Iterator[str]:
    """What has no words, one line each."""
    for first, second in leads_to.items():
        for each in (first, second):
            if each not in known:
                yield f"{THOUGHTS_FILE}: {first}: no string has the id {each}; write its words"
        if second in leads_to:
            yield f"{THOUGHTS_FILE}: {second}: leads on as well as being led to; a pair is all"

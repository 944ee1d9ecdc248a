"""Where two worlds part: the first field, by its path, that is not the same in both."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Final

import numpy as np

_WIDEST: Final = 60


@dataclass(frozen=True, slots=True)
class Difference:
    """One part that differs: its path, such as ``minds[3].x``, and what it is on either side."""

    path: str
    here: str
    there: str

    def __str__(self) -> str:
        return f"{self.path}: {self.here} and {self.there}"


def first_difference(here: Any, there: Any) -> Difference | None:
    """The first part that differs between two values of one type, in the order of their fields.

    Fields whose metadata says ``derived`` do not count: they follow from the others.
    """
    return next(differences(here, there), None)


def differences(here: Any, there: Any, path: str = "") -> Iterator[Difference]:
    """All parts that differ, in the order of their fields; ``path`` leads to the two."""
    if type(here) is not type(there):
        yield Difference(path, _text(here), _text(there))
    elif is_dataclass(here):
        for item in fields(here):
            if not item.metadata.get("derived"):
                name = f"{path}.{item.name}" if path else item.name
                yield from differences(getattr(here, item.name), getattr(there, item.name), name)
    elif isinstance(here, list | tuple):
        for number, (one, other) in enumerate(zip(here, there, strict=False)):
            yield from differences(one, other, f"{path}[{number}]")
        if len(here) != len(there):
            yield Difference(path, f"{len(here)} of them", f"{len(there)} of them")
    elif isinstance(here, dict):
        for key in sorted({**here, **there}):
            if key in here and key in there:
                yield from differences(here[key], there[key], f"{path}[{key}]")
            else:
                sides = (_text(side[key]) if key in side else "nothing" for side in (here, there))
                yield Difference(f"{path}[{key}]", *sides)
    elif isinstance(here, np.ndarray):
        yield from _array_differences(path, here, there)
    elif here != there:
        yield Difference(path, _text(here), _text(there))


def _array_differences(path: str, here: Any, there: Any) -> Iterator[Difference]:
    if here.shape != there.shape or here.dtype != there.dtype:
        yield Difference(path, f"{here.dtype}{here.shape}", f"{there.dtype}{there.shape}")
        return
    for spot in np.argwhere(here != there).tolist():
        index = ", ".join(map(str, spot))
        yield Difference(f"{path}[{index}]", str(here.item(*spot)), str(there.item(*spot)))


def _text(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 3]}..."

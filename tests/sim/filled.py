"""Values made from types alone: one of everything, and every way to change one field of it."""

import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum, Flag
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import numpy as np

T = TypeVar("T")
CELLS = 4


def filled(kind: type[T], **derived: Any) -> T:
    """A dataclass with something in each field: one entry in each list, nothing left out.

    Derived fields keep their defaults; those without one are given by name.
    """
    hints = get_type_hints(kind)
    stored = {name: _example(hints[name]) for name in stored_names(kind)}
    return kind(**derived, **stored)


def stored_names(kind: Any) -> list[str]:
    """The fields that a snapshot holds."""
    return [item.name for item in fields(kind) if not item.metadata.get("derived")]


def kept_names(kind: Any) -> list[str]:
    """All that a snapshot of a dataclass holds, here and below, as Type.field, in its order."""
    hints, found = get_type_hints(kind), []
    for name in stored_names(kind):
        found.append(f"{kind.__name__}.{name}")
        for part in _dataclasses_in(hints[name]):
            found += kept_names(part)
    return found


def derived_names(kind: Any) -> list[str]:
    """Fields, anywhere below a dataclass, that a snapshot leaves out, as Type.field."""
    own = [f"{kind.__name__}.{x.name}" for x in fields(kind) if x.metadata.get("derived")]
    hints = get_type_hints(kind)
    for name in stored_names(kind):
        for part in _dataclasses_in(hints[name]):
            own += derived_names(part)
    return sorted(dict.fromkeys(own))


def changed(value: Any, kind: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every value that differs from this one in a single place, with the path of that place."""
    origin, args = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        for name in stored_names(kind):
            below = f"{path}.{name}" if path else name
            for where, other in changed(getattr(value, name), hints[name], below):
                yield where, replace(value, **{name: other})
    elif origin in (Union, types.UnionType):
        yield f"{path} is None", None
        inner = next(arg for arg in args if arg is not type(None))
        yield from changed(value, inner, path)
    elif origin is list or (origin is tuple and args[-1] is Ellipsis):
        make = list if origin is list else tuple
        yield f"{path} emptied", make()
        yield f"{path} doubled", make([*value, *value])
        for where, other in changed(value[0], args[0], f"{path}[0]"):
            yield where, make([other])
    elif origin is tuple:
        for number, arg in enumerate(args):
            for where, other in changed(value[number], arg, f"{path}[{number}]"):
                yield where, (*value[:number], other, *value[number + 1 :])
    elif origin is dict:
        (key, item), = value.items()
        yield f"{path} emptied", {}
        for where, other in changed(key, args[0], f"{path} key"):
            yield where, {other: item}
        for where, other in changed(item, args[1], f"{path}[{key}]"):
            yield where, {key: other}
    elif isinstance(value, np.ndarray):
        other = value.copy()
        last = (-1,) * value.ndim
        other[last] = not other[last] if value.dtype == np.bool_ else other[last] + 1
        yield path, other
    else:
        yield path, _another(value)


def _another(value: Any) -> Any:
    if isinstance(value, Flag):
        return type(value)(value.value ^ 1)
    if isinstance(value, Enum):
        members = list(type(value))
        return members[(members.index(value) + 1) % len(members)]
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, str):
        return value + "x"
    raise TypeError(f"no other value than {value!r} is known")


def _example(kind: Any) -> Any:
    origin, args = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        return filled(kind)  # type: ignore[arg-type]
    if origin in (Union, types.UnionType):
        return _example(next(arg for arg in args if arg is not type(None)))
    if origin is list:
        return [_example(args[0])]
    if origin is tuple:
        return (_example(args[0]),) if args[-1] is Ellipsis else tuple(map(_example, args))
    if origin is dict:
        return {_example(args[0]): _example(args[1])}
    if isinstance(kind, type):
        make: Any = kind
        return next(iter(make)) if issubclass(kind, Enum) else make(3)
    # what is left are arrays, whose alias is spelt differently from one numpy to the next
    dtype = np.dtype(get_args(args[-1])[0] if origin is np.ndarray else args[0])
    return np.ones((CELLS,), dtype)


def _dataclasses_in(kind: Any) -> list[Any]:
    if is_dataclass(kind):
        return [kind]
    return [found for arg in get_args(kind) for found in _dataclasses_in(arg)]

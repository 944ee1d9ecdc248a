"""Canonical bytes for plain data: what snapshots hold and digests are taken of.

The type annotations of slots dataclasses are the schema: equal values of equal types give equal
bytes on every machine. Integers are zigzag varints, arrays are little-endian with their shape,
mappings are written in key order. There are no floats, no sets and no code in the stream. A value
has one encoding only: what decodes at all encodes to the same bytes again.
"""

import types
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from hashlib import blake2b
from typing import Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints

import numpy as np

T = TypeVar("T")

_DTYPES: Final = ("|b1", "|u1", "|i1", "<i2", "<u2", "<i4", "<u4", "<i8", "<u8")
_LONGEST: Final = 1 << 28
"""No list, text or array in a stream may claim more elements than this."""
_MOST_NUMBER_BITS: Final = 512
_MOST_DIMENSIONS: Final = 4


class CodecError(ValueError):
    """The bytes are not an encoding of the type asked for."""


class Reader:
    """A position in a byte string that is being decoded."""

    __slots__ = ("at", "data")

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, count: int) -> bytes:
        """The next ``count`` bytes."""
        if count < 0 or self.at + count > len(self.data):
            raise CodecError(f"data ends early, {count} bytes wanted at {self.at}")
        part = self.data[self.at : self.at + count]
        self.at += count
        return part

    def whole(self) -> int:
        """The next varint, 0 or above."""
        value = shift = 0
        while True:
            byte = self.take(1)[0]
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                if byte == 0 and shift:
                    raise CodecError(f"a number longer than it need be at {self.at}")
                return value
            shift += 7
            if shift > _MOST_NUMBER_BITS:
                raise CodecError(f"a number without an end at {self.at}")

    def count(self) -> int:
        """The next varint, as a number of elements."""
        value = self.whole()
        if value > _LONGEST:
            raise CodecError(f"{value} elements claimed at {self.at}")
        return value


@dataclass(frozen=True, slots=True)
class _Codec:
    """How values of one type are written and read."""

    write: Callable[[bytearray, Any], None]
    read: Callable[[Reader], Any]


def encode(value: Any) -> bytes:
    """Canonical bytes of a dataclass instance."""
    return bytes(_written(value))


def _written(value: Any) -> bytearray:
    out = bytearray()
    _codec(type(value)).write(out, value)
    return out


def decode(data: bytes, kind: type[T], **derived: Any) -> T:
    """The value of a dataclass type that ``encode`` wrote. Raises CodecError on anything else.

    Fields whose metadata says ``derived`` are not in the bytes; those without a default are given
    here by name.
    """
    reader = Reader(data)
    try:
        value = kind(**derived, **{name: part.read(reader) for name, part in _parts(kind)})
    except (ValueError, TypeError, KeyError) as error:
        raise CodecError(str(error)) from error
    if reader.at != len(data):
        raise CodecError(f"{len(data) - reader.at} bytes left over")
    return value


def digest(value: Any) -> str:
    """Hex digest of a dataclass instance: equal exactly when all its parts are."""
    return blake2b(_written(value), digest_size=16).hexdigest()


def write_whole(out: bytearray, value: int) -> None:
    """Append an integer of 0 or above as a varint."""
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)


def _make_codec(kind: Any) -> _Codec:
    if kind is bool:
        return _Codec(lambda out, v: out.append(1 if v else 0), _read_bool)
    if kind is int:
        return _Codec(_write_int, _read_int)
    if kind is str:
        return _Codec(_write_str, lambda r: r.take(r.count()).decode())
    if kind is bytes:
        return _Codec(_write_bytes, lambda r: r.take(r.count()))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _enum_codec(kind)
    if is_dataclass(kind):
        return _dataclass_codec(kind)
    origin, args = get_origin(kind), get_args(kind)
    if origin is not None and hasattr(origin, "__value__"):
        # numpy 2.5 makes NDArray an alias of its own (PEP 695) where earlier ones give ndarray
        return _codec(origin.__value__[args])
    if origin is list:
        return _list_codec(_codec(args[0]), list)
    if origin is tuple:
        if len(args) == 2 and args[1] is Ellipsis:
            return _list_codec(_codec(args[0]), tuple)
        return _tuple_codec([_codec(arg) for arg in args])
    if origin is dict:
        return _dict_codec(_codec(args[0]), _codec(args[1]))
    if origin in (Union, types.UnionType):
        return _union_codec(args)
    if origin is np.ndarray:
        return _array_codec(np.dtype(get_args(args[1])[0]))
    raise TypeError(f"{kind} cannot be encoded")


def _write_int(out: bytearray, value: int) -> None:
    value = value << 1 if value >= 0 else (-value << 1) - 1
    if value < 0x80:  # nearly all are
        out.append(value)
    else:
        write_whole(out, value)


def _read_int(reader: Reader) -> int:
    value = reader.whole()
    return -((value + 1) >> 1) if value & 1 else value >> 1


def _read_bool(reader: Reader) -> bool:
    byte = reader.take(1)[0]
    if byte > 1:
        raise CodecError(f"neither true nor false at {reader.at}")
    return byte == 1


def _write_str(out: bytearray, value: str) -> None:
    _write_bytes(out, value.encode())


def _write_bytes(out: bytearray, value: bytes) -> None:
    write_whole(out, len(value))
    out += value


def _enum_codec(kind: type[Enum]) -> _Codec:
    """By value. What each member comes to is worked out once."""
    inner = _codec(int if issubclass(kind, int) else str)
    written: dict[Enum, bytes] = {}

    def write(out: bytearray, value: Enum) -> None:
        if type(value) is not kind:
            raise TypeError(f"{value!r} where {kind.__name__} is declared")
        found = written.get(value)
        if found is None:
            part = bytearray()
            inner.write(part, value.value)
            found = written[value] = bytes(part)
        out += found

    return _Codec(write, lambda r: kind(inner.read(r)))


def _make_parts(kind: Any) -> tuple[tuple[str, _Codec], ...]:
    """Name and codec of each field of a dataclass that is not derived from others."""
    hints = get_type_hints(kind)
    return tuple(
        (item.name, _codec(hints[item.name]))
        for item in fields(kind)
        if not item.metadata.get("derived")
    )


# made once for each type; typed as taking anything, for mypy cannot know that list[int] is hashable
_codec: Callable[[Any], _Codec] = cache(_make_codec)
_parts: Callable[[Any], tuple[tuple[str, _Codec], ...]] = cache(_make_parts)


def _dataclass_codec(kind: Any) -> _Codec:
    parts = _parts(kind)
    writers = tuple((name, part.write) for name, part in parts)

    def write(out: bytearray, value: Any) -> None:
        for name, write_part in writers:
            write_part(out, getattr(value, name))

    def read(reader: Reader) -> Any:
        return kind(**{name: part.read(reader) for name, part in parts})

    return _Codec(write, read)


def _list_codec(inner: _Codec, make: Callable[[Any], Any]) -> _Codec:
    def write(out: bytearray, value: Any) -> None:
        write_whole(out, len(value))
        for item in value:
            inner.write(out, item)

    return _Codec(write, lambda r: make([inner.read(r) for _ in range(r.count())]))


def _tuple_codec(inner: list[_Codec]) -> _Codec:
    def write(out: bytearray, value: Any) -> None:
        for part, item in zip(inner, value, strict=True):
            part.write(out, item)

    return _Codec(write, lambda r: tuple(part.read(r) for part in inner))


def _dict_codec(key: _Codec, item: _Codec) -> _Codec:
    def write(out: bytearray, value: dict[Any, Any]) -> None:
        write_whole(out, len(value))
        for name in sorted(value):
            key.write(out, name)
            item.write(out, value[name])

    def read(reader: Reader) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        last: Any = None
        for number in range(reader.count()):
            name = key.read(reader)
            if number and not last < name:
                raise CodecError(f"keys out of order at {reader.at}")
            found[name] = item.read(reader)
            last = name
        return found

    return _Codec(write, read)


def _union_codec(args: tuple[Any, ...]) -> _Codec:
    """Optional and unions of dataclasses: a tag by position, in the order they are declared."""
    inner = [None if arg is type(None) else _codec(arg) for arg in args]
    kinds = [arg if arg is type(None) else (get_origin(arg) or arg) for arg in args]

    def write(out: bytearray, value: Any) -> None:
        for tag, (kind, part) in enumerate(zip(kinds, inner, strict=True)):
            if type(value) is kind:
                out.append(tag)
                if part is not None:
                    part.write(out, value)
                return
        raise TypeError(f"{type(value).__name__} is none of {args}")

    def read(reader: Reader) -> Any:
        tag = reader.take(1)[0]
        if tag >= len(inner):
            raise CodecError(f"unknown tag {tag} at {reader.at}")
        part = inner[tag]
        return None if part is None else part.read(reader)

    return _Codec(write, read)


def _array_codec(dtype: np.dtype[Any]) -> _Codec:
    """Arrays of one element type and up to four dimensions; any other type is a fault."""
    stored = dtype.newbyteorder("<")
    tag = _DTYPES.index(stored.str)

    def write(out: bytearray, value: Any) -> None:
        if value.dtype != dtype:
            raise TypeError(f"an array of {value.dtype} where {dtype} is declared")
        array = np.ascontiguousarray(value, stored)
        out.append(tag)
        out.append(value.ndim)
        for side in value.shape:
            write_whole(out, side)
        out += array.data

    def read(reader: Reader) -> Any:
        found, dimensions = reader.take(1)[0], reader.take(1)[0]
        if found != tag or dimensions > _MOST_DIMENSIONS:
            raise CodecError(f"unknown array at {reader.at}")
        shape = tuple(reader.count() for _ in range(dimensions))
        size = 1
        for side in shape:
            size *= side
        if size > _LONGEST:
            raise CodecError(f"{size} elements claimed at {reader.at}")
        data = reader.take(size * dtype.itemsize)
        if dtype == np.bool_ and data.translate(None, b"\0\1"):
            raise CodecError(f"neither true nor false at {reader.at}")
        return np.frombuffer(data, stored).reshape(shape).astype(dtype)

    return _Codec(write, read)

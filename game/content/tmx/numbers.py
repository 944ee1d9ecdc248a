"""Numbers as Tiled writes them, read strictly: decimals stay exact until they are sub-units."""

import re
from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import Final, TypeVar

from game.content.tmx.findings import At, Findings, quoted
from game.content.tmx.limits import MOST_COORDINATE_PX, MOST_SIDE_TILES
from game.content.tmx.xml import Node
from game.core.headings import TURN
from game.core.units import SUB

_INTEGER: Final = re.compile(r"[+-]?[0-9]{1,10}")
_DECIMAL: Final = re.compile(
    r"[+-]?([0-9]{1,20}(\.[0-9]{0,40})?|\.[0-9]{1,40})([eE][+-]?[0-9]{1,3})?"
)
_PLAIN: Final = re.compile(r"(-?[0-9]{1,6})(?:\.([0-9]{1,6}))?")
"""What nearly all coordinates look like; they are turned without ``Decimal``, ten times faster."""
_EXACT: Final = Context(prec=80, rounding=ROUND_HALF_EVEN)
_WHOLE: Final = Decimal(1)
INT_LEAST: Final = -(2**31)
INT_MOST: Final = 2**32 - 1

Read = TypeVar("Read")


def integer(text: str) -> int:
    """A whole number of at most 32 bits; ValueError for anything else."""
    if not _INTEGER.fullmatch(text):
        raise ValueError("is not a whole number")
    value = int(text)
    if not INT_LEAST <= value <= INT_MOST:
        raise ValueError("is too large")
    return value


def decimal(text: str) -> Decimal:
    """A finite decimal below 10^20 or so; ValueError for anything else, NaN and infinity too."""
    if not _DECIMAL.fullmatch(text):
        raise ValueError("is not a number")
    value = _EXACT.create_decimal(text)
    if value.adjusted() > 20:
        raise ValueError("is too large")
    return value


def coordinate(text: str) -> int:
    """Pixels as sub-units, rounded to nearest; ValueError beyond any map."""
    plain = _PLAIN.fullmatch(text)
    if plain is not None:
        pixels, fraction = plain.groups()
        return int(pixels) * SUB if fraction is None else _nearest(pixels, fraction)
    value = decimal(text)
    if abs(value) > MOST_COORDINATE_PX:
        raise ValueError("is far off any map")
    return whole(_EXACT.multiply(value, Decimal(SUB)))


def size(text: str) -> int:
    """Pixels of a width or height as sub-units; ValueError below zero."""
    value = coordinate(text)
    if value < 0:
        raise ValueError("is below 0")
    return value


def _nearest(pixels: str, fraction: str) -> int:
    """A plain decimal as sub-units, halves to even."""
    of: int = 10 ** len(fraction)
    sub, rest = divmod(int(pixels + fraction) * SUB, of)
    return sub + (2 * rest > of or (2 * rest == of and sub & 1))


def heading_of_degrees(degrees: Decimal) -> int:
    """Degrees clockwise, 0 east, as a heading, 0..1023, rounded to nearest."""
    return whole(_EXACT.divide(_EXACT.multiply(degrees, Decimal(TURN)), Decimal(360))) % TURN


def whole(value: Decimal) -> int:
    """The nearest whole number, halves to even."""
    return int(value.quantize(_WHOLE, context=_EXACT))


def boolean(text: str) -> bool:
    """``true``, ``false``, ``1`` or ``0``; ValueError for anything else."""
    if text in ("true", "1"):
        return True
    if text in ("false", "0"):
        return False
    raise ValueError("is neither true nor false")


def count(text: str) -> int:
    """A whole number from 0 up."""
    value = integer(text)
    if value < 0:
        raise ValueError("is below 0")
    return value


def tile_place(text: str) -> int:
    """A row or column, which may lie off the map, but not far."""
    value = integer(text)
    if abs(value) > MOST_SIDE_TILES:
        raise ValueError("is far off any map")
    return value


def at_least_one(text: str) -> int:
    """A whole number from 1 up."""
    value = integer(text)
    if value < 1:
        raise ValueError("is below 1")
    return value


def attribute(
    node: Node, name: str, default: Read, read: Callable[[str], Read], findings: Findings,
    at: At | None = None,
) -> Read:
    """An attribute read by a function above; the default where it is absent or, told, wrong."""
    text = node.attributes.get(name)
    if text is None:
        return default
    try:
        return read(text.strip())
    except ValueError as error:
        findings.error("bad-number", at or node.at,
                       f"{name}={quoted(text)} of <{node.tag}> {error}", "Set it again in Tiled.")
        return default


def required(
    node: Node, name: str, default: Read, read: Callable[[str], Read], findings: Findings
) -> Read:
    """Like ``attribute``, but an absent one is an error."""
    if name not in node.attributes:
        findings.error("missing-attribute", node.at, f"<{node.tag}> has no {name}",
                       "Save the file again in Tiled.")
        return default
    return attribute(node, name, default, read, findings)

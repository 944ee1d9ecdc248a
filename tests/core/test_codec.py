"""Canonical bytes: what goes in comes out, damage is refused, and a value has one encoding only."""

from dataclasses import dataclass, field, replace
from enum import IntEnum, IntFlag, StrEnum

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from game.core.codec import CodecError, decode, digest, encode


class Step(IntEnum):
    BACK = -1
    ON = 1


class Word(StrEnum):
    DUNE = "dune"
    LEE = "lee"


class Keys(IntFlag):
    ACT = 1
    LOOK = 4


@dataclass(frozen=True, slots=True)
class Near:
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Far:
    tiles: int


@dataclass(slots=True)
class Everything:
    """One field of each kind that a snapshot may hold."""

    number: int
    yes: bool
    text: str
    raw: bytes
    step: Step
    word: Word
    keys: Keys
    near: Near
    either: Near | Far | None
    numbers: list[int]
    pair: tuple[int, str]
    any_many: tuple[Near, ...]
    table: dict[int, list[str]]
    grid: NDArray[np.int32]
    bits: NDArray[np.bool_]
    cache: list[int] = field(default_factory=list, metadata={"derived": True})


NEARS = st.builds(Near, st.integers(), st.integers())
THINGS = st.builds(
    Everything,
    number=st.integers(-(10**40), 10**40),
    yes=st.booleans(),
    text=st.text(),
    raw=st.binary(),
    step=st.sampled_from(Step),
    word=st.sampled_from(Word),
    keys=st.sampled_from([Keys(0), Keys.ACT, Keys.ACT | Keys.LOOK]),
    near=NEARS,
    either=st.none() | NEARS | st.builds(Far, st.integers()),
    numbers=st.lists(st.integers()),
    pair=st.tuples(st.integers(), st.text()),
    any_many=st.lists(NEARS).map(tuple),
    table=st.dictionaries(st.integers(), st.lists(st.text())),
    grid=arrays.arrays(np.int32, arrays.array_shapes(max_dims=3, min_side=0, max_side=4)),
    bits=arrays.arrays(np.bool_, arrays.array_shapes(max_dims=2, max_side=4)),
)
PLAIN = Everything(
    7, True, "dune", b"sand", Step.BACK, Word.LEE, Keys.ACT, Near(1, -2), Far(3), [1, 2],
    (300, "a"), (Near(0, 0),), {1: ["x"], 2: []}, np.arange(6, dtype=np.int32).reshape(2, 3),
    np.array([True, False]),
)


def same(one: Everything, other: Everything) -> bool:
    plain = replace(one, grid=other.grid, bits=other.bits) == other
    grids = ((one.grid, other.grid), (one.bits, other.bits))
    return plain and all(
        a.dtype == b.dtype and a.shape == b.shape and bool((a == b).all()) for a, b in grids
    )


@settings(max_examples=50)
@given(THINGS)
def test_what_is_encoded_comes_back(thing: Everything) -> None:
    assert same(decode(encode(thing), Everything), thing)


@settings(max_examples=50)
@given(THINGS, st.data())
def test_bytes_cut_short_are_refused(thing: Everything, data: st.DataObject) -> None:
    whole = encode(thing)
    cut = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(CodecError):
        decode(whole[:cut], Everything)


@settings(max_examples=50)
@given(THINGS, st.binary(min_size=1))
def test_bytes_left_over_are_refused(thing: Everything, more: bytes) -> None:
    with pytest.raises(CodecError, match="left over"):
        decode(encode(thing) + more, Everything)


@settings(max_examples=50)
@given(THINGS, st.data())
def test_a_changed_byte_is_refused_or_means_another_value(
    thing: Everything, data: st.DataObject
) -> None:
    whole = bytearray(encode(thing))
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at] ^= data.draw(st.integers(1, 255))
    try:
        found = decode(bytes(whole), Everything)
    except CodecError:
        return
    assert encode(found) == bytes(whole)
    assert not same(found, thing)


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_or_are_the_encoding_of_what_they_mean(data: bytes) -> None:
    try:
        found = decode(data, Everything)
    except CodecError:
        return
    assert encode(found) == data


def test_every_single_changed_bit_of_a_small_value_is_noticed() -> None:
    whole = encode(PLAIN)
    for at in range(len(whole)):
        for bit in range(8):
            bent = bytearray(whole)
            bent[at] ^= 1 << bit
            try:
                found = decode(bytes(bent), Everything)
            except CodecError:
                continue
            assert digest(found) != digest(PLAIN), (at, bit)


def test_the_order_of_a_mapping_does_not_count() -> None:
    turned = replace(PLAIN, table={2: [], 1: ["x"]})
    assert encode(turned) == encode(PLAIN)


def test_what_is_derived_is_not_in_the_bytes() -> None:
    assert encode(replace(PLAIN, cache=[1, 2, 3])) == encode(PLAIN)


def test_an_array_of_the_other_byte_order_has_the_same_bytes() -> None:
    turned = replace(PLAIN, grid=np.asfortranarray(PLAIN.grid))
    assert encode(turned) == encode(PLAIN)


def test_an_array_that_grew_wider_than_declared_is_a_fault_of_the_program() -> None:
    with pytest.raises(TypeError, match="int64 where int32"):
        encode(replace(PLAIN, grid=PLAIN.grid.astype(np.int64)))


def test_a_value_that_its_union_does_not_know_is_a_fault_of_the_program() -> None:
    odd = replace(PLAIN)
    object.__setattr__(odd, "either", "text")
    with pytest.raises(TypeError, match="none of"):
        encode(odd)


@dataclass(slots=True)
class Huge:
    many: list[int]


@dataclass(slots=True)
class Grid:
    cells: NDArray[np.uint8]


@pytest.mark.parametrize(
    ("kind", "data", "why"),
    [
        (Huge, b"\xff\xff\xff\xff\x7f", "elements claimed"),
        (Huge, b"\x80" * 100, "without an end"),
        (Huge, b"\x80\x00", "longer than it need be"),
        (Grid, b"\x01\x02\xff\xff\x3f\xff\xff\x3f", "elements claimed"),
        (Grid, b"\x01\x09", "unknown array"),
        (Grid, b"\x07\x01\x00", "unknown array"),
    ],
)
def test_a_few_bytes_cannot_claim_more_than_they_hold(
    kind: type[Huge] | type[Grid], data: bytes, why: str
) -> None:
    with pytest.raises(CodecError, match=why):
        decode(data, kind)


@dataclass(slots=True)
class Weighed:
    grams: float


def test_there_are_no_fractions_in_a_snapshot() -> None:
    with pytest.raises(TypeError, match="cannot be encoded"):
        encode(Weighed(1.5))

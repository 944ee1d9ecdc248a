"""One pseudo-random generator, forked by name, so that one system's draws never shift another's.

SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014): the
whole state is one 64-bit integer, which a snapshot can hold.
"""

from dataclasses import dataclass
from typing import Final

_MASK: Final = (1 << 64) - 1
_GOLDEN: Final = 0x9E3779B97F4A7C15
_FNV_OFFSET: Final = 0xCBF29CE484222325
_FNV_PRIME: Final = 0x100000001B3
"""Fowler, Noll and Vo's hash, 64 bits (FNV-1a): it makes a number of a name."""


@dataclass(slots=True)
class Rng:
    """A stream of random integers; ``state`` is all there is to it."""

    state: int

    def next(self) -> int:
        """Next 64 random bits."""
        self.state = (self.state + _GOLDEN) & _MASK
        return mix(self.state)

    def below(self, limit: int) -> int:
        """Random integer in 0..limit-1; ``limit`` must be above 0."""
        if limit <= 0:
            raise ValueError(f"limit must be above 0, not {limit}")
        return (self.next() * limit) >> 64

    def between(self, low: int, high: int) -> int:
        """Random integer in low..high, both included."""
        return low + self.below(high - low + 1)


def fork(seed: int, name: str) -> Rng:
    """A stream of its own for ``name``: equal seed and name give equal streams, always."""
    return Rng(mix((seed & _MASK) ^ _name_bits(name)))


def mix(value: int) -> int:
    """Scramble 64 bits so that neighbouring inputs share nothing visible."""
    value &= _MASK
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & _MASK
    return value ^ (value >> 31)


def mixed(*values: int) -> int:
    """One scrambled 64-bit number from several integers: randomness that belongs to a place."""
    bits = 0
    for value in values:
        bits = mix(bits + _GOLDEN + (value & _MASK))
    return bits


def _name_bits(name: str) -> int:
    bits = _FNV_OFFSET
    for byte in name.encode():
        bits = ((bits ^ byte) * _FNV_PRIME) & _MASK
    return bits

"""Sets of tiles as whole numbers, a bit a tile: to spread over a map is to shift and to mask.

A set of 128x128 tiles is an integer of 2 KB, and joining two of them takes a fifth of a
microsecond, some hundred times less than with arrays of truth values.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
TileSet = int
"""Bit ``y * stride + x`` for tile (x, y); the column between two rows stays empty."""


@dataclass(frozen=True, slots=True)
class TileSets:
    """Makes sets of the tiles of a map, and spreads them over the open ones."""

    width: int
    height: int
    open: TileSet = 0
    _corners: tuple[tuple[int, TileSet], ...] = field(init=False)
    """Steps aslant, as shifts to the left, and the tiles from which both sides are open."""

    def __post_init__(self) -> None:
        free, row = self.open, self.stride
        # tiles whose neighbour on that side is open
        north, south, west, east = free << row, free >> row, free << 1, free >> 1
        corners = (
            (row + 1, south & east),
            (row - 1, south & west),
            (1 - row, north & east),
            (-row - 1, north & west),
        )
        object.__setattr__(self, "_corners", corners)

    @property
    def stride(self) -> int:
        """Bits from a tile to the one below it."""
        return self.width + 1

    def opened(self, mask: Mask) -> "TileSets":
        """The same map with these tiles open."""
        return TileSets(self.width, self.height, self.of(mask))

    def of(self, mask: Mask) -> TileSet:
        """The set of the tiles of a mask [row, column]."""
        rows, columns = np.nonzero(mask)
        return self.at(rows * self.stride + columns)

    def at(self, bits: NDArray[np.intp]) -> TileSet:
        """The set of these bits."""
        held = np.zeros(self.height * self.stride, np.bool_)
        held[bits] = True
        return int.from_bytes(np.packbits(held, bitorder="little").tobytes(), "little")

    def mask(self, tiles: TileSet) -> Mask:
        """A set as a mask [row, column]."""
        count = self.height * self.stride
        raw = np.frombuffer(tiles.to_bytes(-(-count // 8), "little"), np.uint8)
        bits = np.unpackbits(raw, count=count, bitorder="little").astype(np.bool_)
        return bits.reshape(self.height, self.stride)[:, : self.width]

    def has(self, tiles: TileSet, x: int, y: int) -> bool:
        """Whether a tile of the map is in a set."""
        return bool(tiles >> (y * self.stride + x) & 1)

    def spread(self, tiles: TileSet, *, aslant: bool) -> TileSet:
        """A set and the open tiles beside it; aslant only where both sides of the corner are."""
        row = self.stride
        wide = tiles | tiles << 1 | tiles >> 1 | tiles << row | tiles >> row
        if aslant:
            for shift, free in self._corners:
                step = tiles & free
                wide |= step << shift if shift > 0 else step >> -shift
        return wide & self.open

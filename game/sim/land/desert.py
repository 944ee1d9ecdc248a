"""The state of wind and sand: plain values; the rules are in ``weather`` and ``tracks``."""

from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

PRINT_ROWS: Final = 16384
"""Prints remembered at once; the oldest make room."""


@dataclass(slots=True)
class Gust:
    """A front of wind: it crosses the map at a fixed pace, so where it blows is a formula."""

    begins: int
    """Tick in which the front enters the map."""
    length_ticks: int
    heading: int
    number: int


@dataclass(slots=True)
class Storm:
    """A wide band of flying sand that crosses part of the map."""

    begins: int
    heading: int
    front: int
    """How far along ``heading`` its front stands when it begins, in sub-units."""
    zone: int
    """Id of the stretch of the map that it belongs to."""


@dataclass(slots=True)
class Weather:
    """Wind over the whole night. Gusts are kept, for they say what became of older prints."""

    gusts: list[Gust] = field(default_factory=list)
    """All gusts of the night so far, oldest first."""
    storms: list[Storm] = field(default_factory=list)
    next_gust_tick: int = -1
    """Tick in which the next gust begins; -1 for never."""
    announced: int = 0
    """Number of the last gust that was announced to her."""
    gust_on_her: bool = False
    storm_on_her: bool = False


@dataclass(slots=True)
class Tracks:
    """Prints in a ring of rows, oldest overwritten first; one array a property, equal lengths."""

    count: int = 0
    """Prints ever made; the next goes to row count % PRINT_ROWS."""
    x: NDArray[np.int32] = field(default_factory=lambda: np.zeros(PRINT_ROWS, np.int32))
    y: NDArray[np.int32] = field(default_factory=lambda: np.zeros(PRINT_ROWS, np.int32))
    born: NDArray[np.int32] = field(default_factory=lambda: np.zeros(PRINT_ROWS, np.int32))
    keeps: NDArray[np.int32] = field(default_factory=lambda: np.zeros(PRINT_ROWS, np.int32))
    """Ticks that a print lasts if no gust takes it; 0 marks one that was swept."""
    heading: NDArray[np.int16] = field(default_factory=lambda: np.zeros(PRINT_ROWS, np.int16))
    maker: NDArray[np.int32] = field(default_factory=lambda: np.zeros(PRINT_ROWS, np.int32))
    """0 Sakura, else the id of a mind."""
    kind: NDArray[np.uint8] = field(default_factory=lambda: np.zeros(PRINT_ROWS, np.uint8))
    """``PrintKind``: a foot of some gait, or a furrow."""
    sheltered: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(PRINT_ROWS, np.bool_))
    """Lies in the lee, where gusts take nothing."""
    by_tile: dict[int, list[int]] = field(
        default_factory=dict, metadata={"derived": True}
    )
    """Rows per tile index, newest last; rebuilt from the rows when a snapshot is restored."""

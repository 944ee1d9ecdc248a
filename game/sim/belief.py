"""Where the fluttering one may be: a map of log-likelihoods that each pulse narrows.

One cell is 4 x 4 tiles. A pulse from a new place adds to every cell what its bearing says about it;
a pulse from a place that was already asked adds nothing, for its error is the same.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core import headings
from game.core.units import SUB, TILE_SUB, tile_of
from game.sim import tuning
from game.sim.tale.night import Felt
from game.sim.world import World

CELL_SUB: Final = tuning.BELIEF_CELL_TILES * TILE_SUB
_NAT: Final = 256
"""Log-likelihoods are counted in 1/256 nat, and the best cell of a belief is at 0."""
LEAST: Final = -16 * _NAT
"""What lies below the best by more than this is as good as impossible."""
_LIKELY_FROM: Final = -_NAT * 9 // 2
_ROW: Final = 4096
"""Blocks of places that were asked from are numbered row by row: wider than any map."""


def narrow(world: World, felt: Felt) -> None:
    """Add what one signature's bearing says about where it comes from."""
    sensing = world.sensing
    block = tuning.SENSE_BLOCK_TILES
    column, row = tile_of(sensing.pulse_x) // block, tile_of(sensing.pulse_y) // block
    number = row * _ROW + column
    if number in sensing.blocks and not felt.exact:
        return
    sensing.blocks.append(number)
    cells = tuning.BELIEF_CELL_TILES
    rows, columns = -(-world.level.height // cells), -(-world.level.width // cells)
    if sensing.belief.shape != (rows, columns):
        sensing.belief = np.zeros((rows, columns), np.int32)
    if felt.exact:
        sensing.belief[:] = LEAST
        sensing.belief[felt.y // CELL_SUB, felt.x // CELL_SUB] = 0
        return
    off = _off_axis(sensing.belief.shape, sensing.pulse_x, sensing.pulse_y, felt.bearing)
    width = max(4, felt.error)
    # flat within the error, then falling with the square of what goes beyond it
    beyond = np.maximum(off - width, 0)
    loss = np.minimum(beyond * beyond * _NAT // (width * width // 4 + 1), -LEAST)
    belief = sensing.belief - loss.astype(np.int32)
    sensing.belief = np.maximum(belief - belief.max(), LEAST).astype(np.int32)


def likely_cells(belief: NDArray[np.int32]) -> NDArray[np.bool_]:
    """The cells that come near enough to the best to count as where it may be; same shape."""
    return belief >= _LIKELY_FROM


def _off_axis(shape: tuple[int, ...], x: int, y: int, bearing: int) -> NDArray[np.int64]:
    """Headings between a bearing from a place and each cell's middle, as whole numbers.

    Small angles by cross over dot product; everything beyond an eighth of a turn counts as that.
    """
    rows, columns = shape
    dx = (np.arange(columns, dtype=np.int64) * CELL_SUB + CELL_SUB // 2 - x)[None] // SUB
    dy = (np.arange(rows, dtype=np.int64) * CELL_SUB + CELL_SUB // 2 - y)[:, None] // SUB
    cos, sin = headings.cos(bearing) // 64, headings.sin(bearing) // 64
    dot, cross = dx * cos + dy * sin, np.abs(dx * sin - dy * cos)
    eighth = headings.TURN // 8
    angle = np.where(dot > 0, cross * (eighth * 4) // np.maximum(dot * 3, 1), eighth)
    return np.minimum(angle, eighth)

"""The order in which pixels of a 4 x 4 block light up as a tone grows: all soft edges."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

B4: Final[NDArray[np.int64]] = np.array(
    [[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]
)
"""Thresholds 0..15; add (B4 + 0.5) / 16 to a tone counted in steps, then round down."""

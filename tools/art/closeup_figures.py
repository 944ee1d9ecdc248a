"""Who can lie under her hands, as data: build, skin, hair and clothes of each close-up.

A figure's name is what `figure` in an operation means, and the folder of its pictures.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from tools.art.noise import Floats

Four = tuple[str, str, str, str]
"""Colours of cloth by name, dark to light."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One patient. Lengths in pixels of the picture."""

    skin: str
    """Seven hex colours, dark to light."""
    shirt: Four
    sleeves: Four
    trousers: tuple[str, str]
    """In shadow and in the light."""
    muscle: float = 1.0
    """How clearly belly and ribs show, 0 to 1."""
    paunch: float = 0.0
    """How far the belly rises."""
    broad: float = 1.0
    """Width of the trunk below the arms, of 1."""
    red_hair: bool = False
    """Locks hang in from above; else a headcloth does."""
    torn: bool = True
    """Sleeves and cut edges are ragged and stained; else hemmed and clean."""
    vest: Four | None = None
    """A padded vest over the shirt."""
    kunai: bool = False
    """The blade that did it lies beside him."""

    @property
    def skin_ramp(self) -> Floats:
        """The skin's colours, shape (7, 3), 0..255."""
        hexes = self.skin.split()
        return np.array([[int(h[i : i + 2], 16) for i in (0, 2, 4)] for h in hexes], np.float64)


FIGURES: Final[dict[str, Figure]] = {
    "wounded": Figure(
        skin="2b1838 52284a 8a4c58 b87468 dd9f80 f6c8a2 ffe4c6",
        shirt=("sand0", "sand1", "sand2", "sand3"),
        sleeves=("sand0", "sand1", "sand2", "sand3"),
        trousers=("night2", "night3"),
        red_hair=True,
    ),
    "guard": Figure(
        skin="24142e 45233a 70403c 97603f b98454 d6a873 ecca98",
        shirt=("stone0", "stone1", "stone2", "stone3"),
        sleeves=("stone0", "stone1", "stone2", "stone3"),
        trousers=("stone0", "stone1"),
        muscle=0.25,
        paunch=15.0,
        broad=1.09,
        torn=False,
        vest=("vest0", "vest1", "vest2", "vest3"),
        kunai=True,
    ),
}

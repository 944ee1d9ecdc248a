"""The eight sides that everybody is drawn from, and where body space lies on the canvas in each."""

from dataclasses import dataclass
from typing import Final

CANVAS_W: Final = 64
CANVAS_H: Final = 56
FOOT_X: Final = 32
FOOT_Y: Final = 46
"""Every pose is drawn on one canvas with the foot point here (the pixel right of the middle)."""

Point = tuple[float, float]
Spot = tuple[float, float, float]
"""(f, s, z): forward, to her right, up."""


@dataclass(frozen=True, slots=True)
class View:
    """Where forward and right point on the screen, and which grids to use."""

    name: str
    forward: Point
    right: Point
    mirrored_from: str = ""

    def project(self, spot: Spot) -> Point:
        """Body space to canvas pixels."""
        f, s, z = spot
        x = FOOT_X - 0.5 + f * self.forward[0] + s * self.right[0]
        y = FOOT_Y - 1 - z + f * self.forward[1] + s * self.right[1]
        return x, y

    def depth(self, spot: Spot) -> float:
        """How near to the onlooker; above zero lies before the trunk."""
        return spot[0] * self.forward[1] + spot[1] * self.right[1]


GROUND: Final = 0.64
"""A pixel forward along the screen's y looks this long on a leg; strides are shortened to match."""

VIEWS: Final[dict[str, View]] = {
    view.name: view
    for view in (
        View("down", (0, GROUND), (-1, 0)),
        View("right", (1, 0), (0, 0.3)),
        View("up", (0, -GROUND), (1, 0)),
        View("left", (-1, 0), (0, -0.3), "right"),
        View("down_right", (0.74, 0.56), (-0.62, 0.22)),
        View("up_right", (0.74, -0.56), (0.62, 0.22)),
        View("down_left", (-0.74, 0.56), (-0.62, -0.22), "down_right"),
        View("up_left", (-0.74, -0.56), (0.62, -0.22), "up_right"),
    )
}

_ROUND: Final = ("down", "down_right", "right", "up_right", "up", "up_left", "left", "down_left")


def turned(view: View, turn: int) -> View:
    """The view of a head that looks aside by so many eighths of a full turn."""
    return VIEWS[_ROUND[(_ROUND.index(view.name) + turn) % 8]]

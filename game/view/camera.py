"""Which part of the map is on the canvas: it follows her, looks ahead when asked, and shakes."""

import math
from dataclasses import dataclass
from typing import Final

from game.core import headings
from game.core.units import SUB, TILE_PX
from game.sim.command import Button
from game.sim.level import Level
from game.sim.world import World

WIDTH: Final = 480
HEIGHT: Final = 270
LOOK_PX: Final = 5 * TILE_PX
_EASE: Final = 0.12
_HIGHER_PX: Final = 10
"""Her feet stand so far below the middle: her head is what one looks at."""
_SHAKE_TICKS: Final = 22


@dataclass(frozen=True, slots=True)
class View:
    """Whole pixels of the map on the canvas: its upper left corner, and the tick being drawn."""

    x: int
    y: int
    tick: int
    alpha: float

    def on_canvas(self, x: float, y: float) -> tuple[int, int]:
        """A place of the map in pixels, on the canvas."""
        return math.floor(x) - self.x, math.floor(y) - self.y

    def shows(self, x: float, y: float, margin: int = 0) -> bool:
        """Whether a place of the map lies on the canvas or so near it."""
        return (
            -margin <= x - self.x < WIDTH + margin and -margin <= y - self.y < HEIGHT + margin
        )


@dataclass(slots=True)
class Camera:
    """Follows her by ticks; ``ahead`` is how far it looks on, in pixels."""

    width_px: int
    height_px: int
    ahead: tuple[float, float] = (0.0, 0.0)
    ahead_before: tuple[float, float] = (0.0, 0.0)
    shake_px: int = 0
    shaken_tick: int = -1000

    @classmethod
    def over(cls, level: Level) -> "Camera":
        """A camera for a map."""
        return cls(level.width * TILE_PX, level.height * TILE_PX)

    def note(self, world: World) -> None:
        """Follow one tick of her looking about."""
        her = world.sakura
        goal = (0.0, 0.0)
        if Button.LOOK in her.buttons:
            across, along = headings.vector(her.heading, LOOK_PX)
            goal = float(across), along * 0.8
        self.ahead_before = self.ahead
        x, y = self.ahead
        self.ahead = x + (goal[0] - x) * _EASE, y + (goal[1] - y) * _EASE

    def shake(self, px: int, tick: int) -> None:
        """Something heavy happened."""
        self.shake_px, self.shaken_tick = px, tick

    def view(self, her: tuple[float, float], tick: int, alpha: float) -> View:
        """The view for a picture between ticks, with her at a place in pixels."""
        ahead = [
            old + (new - old) * alpha
            for old, new in zip(self.ahead_before, self.ahead, strict=True)
        ]
        # her own pixel first, rounded as she is drawn: else she trembles against the canvas
        x = math.floor(her[0]) + round(ahead[0] - WIDTH / 2)
        y = math.floor(her[1]) + round(ahead[1] - HEIGHT / 2 - _HIGHER_PX)
        age = tick - self.shaken_tick
        if age < _SHAKE_TICKS:
            left = self.shake_px * (_SHAKE_TICKS - age) / _SHAKE_TICKS
            x += round(math.sin(age * 2.1) * left)
            y += round(math.cos(age * 2.9) * left)
        return View(
            _held(x, self.width_px, WIDTH), _held(y, self.height_px, HEIGHT), tick, alpha
        )


def _held(corner: int, whole: int, shown: int) -> int:
    """A corner kept on the map; a map smaller than the canvas lies in its middle."""
    if whole <= shown:
        return (whole - shown) // 2
    return max(0, min(whole - shown, corner))


def px(sub: int) -> float:
    """Sub-units as pixels."""
    return sub / SUB

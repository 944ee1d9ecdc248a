"""Sand snakes and mother lizards in one atlas, `sprites/creatures.png`."""

import math
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final, Protocol

from tools.art import creature_lizard_diagonals as aslant
from tools.art import creature_lizard_ends as ends
from tools.art import creature_snake_round as around
from tools.art.atlas import AtlasWriter
from tools.art.creature_lizard import LIZARD_FOOT, LizardPose, lizard, lizard_motions
from tools.art.creature_snake import SNAKE_FOOT, snake_burst, snake_crawl, snake_rise, snake_spent
from tools.art.people_view import GROUND, VIEWS
from tools.art.raster import Image, ellipse, flip

_Foot = tuple[int, int]
SHADOWS: Final = {
    "snake/across": (52, 10),
    "snake/along": (18, 34),
    "snake/aslant": (42, 22),
    "lizard/across": (62, 14),
    "lizard/along": (36, 40),
    "lizard/aslant": (56, 26),
}
"""Width and depth of what lies in the shade of a body, by how it lies on the screen."""
_MIRRORED: Final = {"right": "left", "down_right": "down_left", "up_right": "up_left"}


class _Draws(Protocol):
    """Draws one frame; the moon is on the right for a picture that is mirrored afterwards."""

    def __call__(self, *, from_right: bool = False) -> Image: ...


class _DrawsLizard(Protocol):
    """Draws the lizard in a pose."""

    def __call__(self, pose: LizardPose, *, from_right: bool = False) -> Image: ...


LIZARD_VIEWS: Final[dict[str, tuple[_DrawsLizard, _Foot, float]]] = {
    "right": (lizard, LIZARD_FOOT, 1.0),
    "down": (ends.lizard_down, ends.FOOT, GROUND * 1.3),
    "up": (ends.lizard_up, ends.FOOT, GROUND * 1.3),
    "down_right": (aslant.lizard_down_right, aslant.FOOT, math.hypot(*aslant.AHEAD)),
    "up_right": (aslant.lizard_up_right, aslant.FOOT, math.hypot(*aslant.AHEAD)),
}
"""How she is drawn from each side, her foot point there, and how long a pixel forward looks."""


def _add(
    atlas: AtlasWriter,
    name: str,
    direction: str,
    frames: Sequence[_Draws],
    foot: _Foot,
    *,
    stride_px: int = 0,
    ticks: int = 0,
) -> None:
    """Add an animation for a direction, and mirrored in the same moon where that is one, too."""
    images = [frame() for frame in frames]
    atlas.animate(f"{name}/{direction}", images, *foot, stride_px=stride_px, ticks=ticks)
    if direction in _MIRRORED:
        mirrored = [flip(frame(from_right=True)) for frame in frames]
        foot_x = images[0].shape[1] - foot[0]
        name = f"{name}/{_MIRRORED[direction]}"
        atlas.animate(name, mirrored, foot_x, foot[1], stride_px=stride_px, ticks=ticks)


def _add_snake(atlas: AtlasWriter) -> None:
    for direction in VIEWS:
        images = [snake_crawl(direction, step) for step in range(8)]
        atlas.animate(f"snake/crawl/{direction}", images, *SNAKE_FOOT, stride_px=24)
    rising = [partial(snake_rise, step) for step in range(6)]
    peeking = [rising[0], rising[1], rising[1], rising[0]]
    _add(atlas, "snake/peek", "right", peeking, SNAKE_FOOT, ticks=26)
    _add(atlas, "snake/sink", "right", [rising[i] for i in (5, 3, 2, 1, 0)], SNAKE_FOOT, ticks=6)
    lunge = [partial(snake_burst, step) for step in range(5)]
    _add(atlas, "snake/burst", "right", lunge, SNAKE_FOOT, ticks=5)
    lying = [partial(snake_spent, step) for step in range(4)]
    _add(atlas, "snake/spent", "right", lying, SNAKE_FOOT, ticks=16)
    for side in around.SIDES:
        lunge = [partial(around.snake_burst, side, step) for step in range(5)]
        _add(atlas, "snake/burst", side, lunge, around.FOOT, ticks=5)
        lying = [partial(around.snake_spent, side, step) for step in range(4)]
        _add(atlas, "snake/spent", side, lying, around.FOOT, ticks=16)


def build() -> AtlasWriter:
    """Draw all creatures; no files."""
    atlas = AtlasWriter()
    _add_snake(atlas)
    for act, (poses, stride_px, ticks) in lizard_motions().items():
        for direction, (draw, foot, scale) in LIZARD_VIEWS.items():
            # What a leg reaches on the screen is what she covers there.
            frames, stride = [partial(draw, pose) for pose in poses], round(stride_px * scale)
            _add(atlas, f"lizard/{act}", direction, frames, foot, stride_px=stride, ticks=ticks)
    for name, (wide, deep) in SHADOWS.items():
        atlas.add(f"shadow/{name}", ellipse(wide, deep), wide // 2, deep // 2)
    return atlas


def make(out: Path) -> None:
    """Write sprites/creatures.png and .json below the assets folder."""
    build().write(out / "sprites", "creatures")

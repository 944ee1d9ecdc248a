"""Sand snakes and mother lizards in one atlas, `sprites/creatures.png`."""

from pathlib import Path

from tools.art.atlas import AtlasWriter
from tools.art.creature_lizard import LIZARD_FOOT, lizard, lizard_motions
from tools.art.creature_lizard_ends import FOOT as ENDS_FOOT
from tools.art.creature_lizard_ends import lizard_down, lizard_up
from tools.art.creature_snake import SNAKE_FOOT, snake_burst, snake_crawl, snake_rise, snake_spent
from tools.art.people_rig import GROUND, VIEWS
from tools.art.raster import Image, ellipse, flip


def _both_ways(
    atlas: AtlasWriter,
    name: str,
    images: list[Image],
    foot: tuple[int, int],
    *,
    stride_px: int = 0,
    ticks: int = 0,
) -> None:
    """Add an animation to the right and its mirror image to the left."""
    atlas.animate(f"{name}/right", images, *foot, stride_px=stride_px, ticks=ticks)
    mirrored = [flip(image) for image in images]
    foot_x = images[0].shape[1] - foot[0]
    atlas.animate(f"{name}/left", mirrored, foot_x, foot[1], stride_px=stride_px, ticks=ticks)


def build() -> AtlasWriter:
    """Draw all creatures; no files."""
    atlas = AtlasWriter()
    for direction in VIEWS:
        images = [snake_crawl(direction, step) for step in range(8)]
        atlas.animate(f"snake/crawl/{direction}", images, *SNAKE_FOOT, stride_px=24)
    _both_ways(atlas, "snake/rise", [snake_rise(i) for i in range(6)], SNAKE_FOOT, ticks=5)
    _both_ways(atlas, "snake/burst", [snake_burst(i) for i in range(5)], SNAKE_FOOT, ticks=5)
    _both_ways(atlas, "snake/spent", [snake_spent(i) for i in range(4)], SNAKE_FOOT, ticks=16)
    for act, (poses, stride_px, ticks) in lizard_motions().items():
        images = [lizard(pose) for pose in poses]
        _both_ways(atlas, f"lizard/{act}", images, LIZARD_FOOT, stride_px=stride_px, ticks=ticks)
        # The stride of the end views is drawn to scale: what a leg reaches is what she covers.
        for direction, draw in (("down", lizard_down), ("up", lizard_up)):
            images = [draw(pose) for pose in poses]
            stride = round(stride_px * GROUND * 1.3)
            atlas.animate(
                f"lizard/{act}/{direction}", images, *ENDS_FOOT, stride_px=stride, ticks=ticks
            )
    atlas.add("shadow/snake", ellipse(52, 10), 26, 5)
    atlas.add("shadow/lizard", ellipse(62, 14), 31, 6)
    return atlas


def make(out: Path) -> None:
    """Write sprites/creatures.png and .json below the assets folder."""
    build().write(out / "sprites", "creatures")

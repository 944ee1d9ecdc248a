"""The land itself: surfaces, stamps that stand in the way, plants and dunes, before any file.

All places are in tiles. Randomness comes from the game's own generator, so a map is drawn the same
on every machine. A stamp is a picture of several tiles in ``maps/tilesets``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.core.rng import Rng, fork
from game.sim.level import Surface

Point = tuple[float, float]
Box = tuple[int, int, int, int]
"""Left, top, width, height in tiles."""


@dataclass(slots=True)
class Dune:
    """A crest line with its height 1..7."""

    points: list[Point]
    height: int


@dataclass(slots=True)
class Land:
    """A map's ground while it is being drawn; grids are [row, column]."""

    width: int
    height: int
    surface: NDArray[np.uint8] = field(init=False)
    walls: dict[tuple[int, int], tuple[str, int, int]] = field(init=False, default_factory=dict)
    """Per tile: the stamp that stands there, and the column and row within it."""
    over: dict[tuple[int, int], tuple[str, int, int]] = field(init=False, default_factory=dict)
    dunes: list[Dune] = field(init=False, default_factory=list)
    shrubs: list[tuple[int, int]] = field(init=False, default_factory=list)
    nooks: list[tuple[int, int]] = field(init=False, default_factory=list)
    kept_free: NDArray[np.bool_] = field(init=False)
    """Tiles on which nothing is scattered."""

    def __post_init__(self) -> None:
        self.surface = np.full((self.height, self.width), Surface.SAND, np.uint8)
        self.kept_free = np.zeros((self.height, self.width), np.bool_)

    def patch(self, at: Point, radii: Point, surface: Surface, seed: int) -> None:
        """Lay a ragged oval of a surface."""
        rng = fork(seed, f"patch {at}")
        (cx, cy), (rx, ry) = at, radii
        bumps = [rng.between(80, 120) for _ in range(8)]
        for y in range(max(0, int(cy - ry * 1.3)), min(self.height, int(cy + ry * 1.3) + 1)):
            for x in range(max(0, int(cx - rx * 1.3)), min(self.width, int(cx + rx * 1.3) + 1)):
                dx, dy = (x - cx) / rx, (y - cy) / ry
                octant = (dx > 0) + 2 * (dy > 0) + 4 * (abs(dx) > abs(dy))
                if (dx * dx + dy * dy) * 100 < bumps[octant]:
                    self.surface[y, x] = surface

    def path(self, points: Sequence[Point], surface: Surface, width: int = 2) -> None:
        """Lay a surface along a line and keep it free of things."""
        for (ax, ay), (bx, by) in pairwise(points):
            steps = int(max(abs(bx - ax), abs(by - ay)) * 2) + 1
            for i in range(steps + 1):
                x = round(ax + (bx - ax) * i / steps)
                y = round(ay + (by - ay) * i / steps)
                self.surface[y : y + width, x : x + width] = surface
                self.keep_free((x - 1, y - 1, width + 2, width + 2))

    def keep_free(self, box: Box) -> None:
        """Scatter nothing there."""
        left, top, width, height = box
        self.kept_free[max(0, top) : top + height, max(0, left) : left + width] = True

    def keep_line_free(self, start: Point, end: Point) -> None:
        """Scatter nothing on a line from place to place."""
        steps = int(max(abs(end[0] - start[0]), abs(end[1] - start[1])) * 2) + 1
        for i in range(steps + 1):
            x = round(start[0] + (end[0] - start[0]) * i / steps)
            y = round(start[1] + (end[1] - start[1]) * i / steps)
            self.keep_free((x - 1, y - 1, 3, 3))

    def stamp(
        self,
        name: str,
        at: tuple[int, int],
        size: tuple[int, int],
        part: tuple[int, int] = (0, 0),
    ) -> None:
        """Stand a stamp (or a part of it, from column and row ``part``) on the map."""
        for dy in range(size[1]):
            for dx in range(size[0]):
                self.walls[(at[0] + dx, at[1] + dy)] = (name, part[0] + dx, part[1] + dy)

    def hang(self, name: str, at: tuple[int, int], size: tuple[int, int]) -> None:
        """Put a stamp on the layer above people."""
        for dy in range(size[1]):
            for dx in range(size[0]):
                self.over[(at[0] + dx, at[1] + dy)] = (name, dx, dy)

    def clear(self, box: Box) -> None:
        """Take away what stands in a box."""
        left, top, width, height = box
        for y in range(top, top + height):
            for x in range(left, left + width):
                self.walls.pop((x, y), None)

    def is_free(self, x: int, y: int) -> bool:
        """Whether something may be scattered on a tile."""
        return (
            0 <= x < self.width
            and 0 <= y < self.height
            and not self.kept_free[y, x]
            and (x, y) not in self.walls
        )


def cliff(land: Land, left: int, right: int, foot: int, back: int) -> None:
    """A cliff from column left to right - 1 whose foot is a row; ``back`` rows of rock above."""
    for x in range(left, right):
        column = x % 8
        for row in range(back):
            y = foot - 5 - row
            land.walls[(x, y)] = ("cliff/top", column, y % 2)
        land.walls[(x, foot - 4)] = ("cliff/lip", column, 0)
        for row in range(3):
            land.walls[(x, foot - 3 + row)] = ("cliff/face", column, 1 + row)
        land.walls[(x, foot)] = ("cliff/foot", column, 0)


def gate(land: Land, left: int, foot: int, back: int) -> None:
    """A gate of four columns to walk through, two of them clear, in a cliff with that foot."""
    land.clear((left, foot - 4, 4, 5))
    for column in (0, 3):
        land.stamp("gate/open", (left + column, foot - 4), (1, 5), (column, 0))
    land.clear((left + 1, foot - 4 - back, 2, back + 5))
    land.hang("gate/arch", (left, foot - 4), (4, 3))


def house(land: Land, box: Box, seed: int) -> None:
    """A flat-roofed house: roof above, two rows of front below, a door and windows in it."""
    rng = fork(seed, f"house {box}")
    left, top, width, height = box
    roof = height - 2
    for dy in range(height):
        for dx in range(width):
            part_x = 0 if dx == 0 else 2 if dx == width - 1 else 1
            if dy < roof:
                part_y = 0 if dy == 0 else 2 if dy == roof - 1 else 1
                land.walls[(left + dx, top + dy)] = ("house/roof", part_x, part_y)
            else:
                land.walls[(left + dx, top + dy)] = ("house/front", part_x, dy - roof)
    door = rng.between(1, max(1, width - 2))
    land.stamp("house/door", (left + door, top + roof), (1, 2))
    for dx in range(1, width - 1):
        if abs(dx - door) >= 2 and rng.below(2):
            lit = "dark" if rng.below(3) == 0 else "lit"
            land.stamp(f"house/window_{lit}", (left + dx, top + roof), (1, 1))


_DUNE_CELL: Final = (20, 15)


def raise_dunes(land: Land, region: Box, seed: int) -> None:
    """Cover a region with dunes across the wind (4, 3), none over another's foot."""
    rng = fork(seed, "dunes")
    left, top, width, height = region
    step_x, step_y = _DUNE_CELL
    for row in range(height // step_y + 1):
        for column in range(width // step_x + 1):
            x = left + column * step_x + (row % 2) * step_x // 2 + rng.between(-3, 3)
            y = top + row * step_y + rng.between(-3, 3)
            tall = (7, 6, 6, 5, 5, 4, 3)[rng.below(7)]
            reach = rng.between(9, 15)
            if not (left <= x < left + width and top <= y < top + height):
                continue
            if _over(land, x, y, 4):
                continue
            land.dunes.append(_dune(rng, x, y, reach, tall))


def _dune(rng: Rng, x: int, y: int, reach: int, tall: int) -> Dune:
    """A crest from upper right to lower left, bent at every point, horns downwind."""
    points: list[Point] = []
    bends = 5
    for i in range(bends):
        t = (i - (bends - 1) / 2) / (bends - 1)
        along_x, along_y = -0.62 * reach * t * 2, 0.78 * reach * t * 2
        bow = (0.25 - t * t) * -reach * 0.5
        points.append(
            (
                round((x + along_x + bow * 0.8 + rng.between(-8, 8) / 10) * 16) / 16,
                round((y + along_y + bow * 0.6 + rng.between(-8, 8) / 10) * 16) / 16,
            )
        )
    return Dune(points, tall)


def _over(land: Land, x: int, y: int, margin: int) -> bool:
    part = land.kept_free[
        max(0, y - margin) : y + margin + 1, max(0, x - margin) : x + margin + 1
    ]
    return part.size == 0 or bool(part.mean() > 0.35)


_ROCKS: Final = (
    ("rock/big/0", 2, 2), ("rock/big/1", 2, 2), ("rock/big/2", 2, 2), ("rock/big/3", 2, 2),
    ("rock/wide/0", 3, 2), ("rock/wide/1", 3, 2), ("rock/small/0", 1, 1), ("rock/small/1", 1, 1),
    ("rock/small/2", 1, 1), ("rock/small/3", 1, 1),
)  # fmt: skip


def scatter(land: Land, region: Box, seed: int, spacing: int = 9) -> None:
    """Strew rocks, shrubs and thickets to hide in, so that cover is never far."""
    rng = fork(seed, f"scatter {region}")
    left, top, width, height = region
    for cell_y in range(top, top + height, spacing):
        for cell_x in range(left, left + width, spacing):
            x, y = cell_x + rng.below(spacing), cell_y + rng.below(spacing)
            what = rng.below(10)
            if what < 5:
                _rock(land, rng, x, y)
            elif what < 9:
                _plants(land, rng, x, y, thicket=what == 8)


def _rock(land: Land, rng: Rng, x: int, y: int) -> None:
    name, width, height = _ROCKS[rng.below(len(_ROCKS))]
    if all(land.is_free(x + dx, y + dy) for dy in range(height) for dx in range(width)):
        land.stamp(name, (x, y), (width, height))
        if rng.below(2) and land.is_free(x - 1, y + height - 1):
            land.shrubs.append((x - 1, y + height - 1))


def _plants(land: Land, rng: Rng, x: int, y: int, *, thicket: bool) -> None:
    if not land.is_free(x, y):
        return
    (land.nooks if thicket else land.shrubs).append((x, y))
    for _ in range(4):
        near_x, near_y = x + rng.between(-2, 2), y + rng.between(-1, 1)
        if land.is_free(near_x, near_y):
            land.surface[near_y, near_x] = Surface.SCRUB

"""What maps drawn by chance are made of: floors, stones, dunes and cover, kept off the rounds."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Final, assert_never

import numpy as np
from numpy.typing import NDArray

from game.content.drawing import MapDrawing, Point
from game.content.tile_stamps import Stamps, tile_count
from game.core.rng import Rng, mixed
from game.core.routes import islands
from game.sim.level import Surface

Tile = tuple[int, int]

TILESETS: Final = ("ground", "walls", "over")
_FULL_TILES: Final = 4
"""Pictures that each surface has to choose from."""
_TRIES: Final = 40
_STONES: Final = ("rock/small/0", "rock/small/1", "rock/small/2", "rock/big/0", "rock/big/2",
                  "rock/wide/0", "rock/wide/1")
_RUINS: Final = ("ruin/tall/0", "ruin/tall/1", "ruin/long", "ruin/block/0", "ruin/block/1",
                 "ruin/stump", "ruin/tall/0", "ruin/long")


class Wild(StrEnum):
    """The kinds of country."""

    DUNES = "dunes"
    ROCKS = "rocks"
    RUINS = "ruins"


@dataclass(slots=True)
class Country:
    """What is being drawn. Grids are [row, column]; ``walls`` holds tile ids + 1, 0 for none."""

    rng: Rng
    width: int
    height: int
    surface: NDArray[np.uint8] = field(init=False)
    walls: NDArray[np.uint32] = field(init=False)
    taken: NDArray[np.bool_] = field(init=False)

    def __post_init__(self) -> None:
        shape = self.height, self.width
        self.surface = np.zeros(shape, np.uint8)
        self.walls = np.zeros(shape, np.uint32)
        self.taken = np.zeros(shape, np.bool_)

    def take(self, x: int, y: int, width: int = 1, height: int = 1, margin: int = 1) -> None:
        """Keep everything off a box and its surroundings."""
        rows = slice(max(0, y - margin), y + height + margin)
        self.taken[rows, max(0, x - margin) : x + width + margin] = True

    def take_round(self, corners: Sequence[Tile]) -> None:
        """Keep everything off the lines between corners that somebody walks."""
        for (ax, ay), (bx, by) in pairwise([*corners, corners[0]]):
            steps = max(abs(bx - ax), abs(by - ay), 1)
            for step in range(steps + 1):
                self.take(ax + (bx - ax) * step // steps, ay + (by - ay) * step // steps)

    def free_spot(self, width: int = 1, height: int = 1) -> Tile | None:
        """A place with room for a box, or None if none was found in a few tries."""
        for _ in range(_TRIES):
            x = self.rng.between(1, self.width - width - 1)
            y = self.rng.between(1, self.height - height - 1)
            if not self.taken[y : y + height, x : x + width].any():
                return x, y
        return None


def a_round(rng: Rng, left: int, right: int, top: int, bottom: int) -> list[Tile]:
    """Four corners of a round, pushed about by chance, one way or the other."""
    corners = [
        (left, top), (right, top + rng.between(0, 3)),
        (right - rng.between(0, 2), bottom), (left + rng.between(0, 2), bottom - 2),
    ]
    if rng.below(2):
        corners.reverse()
    return corners


def lay_floors(country: Country, kind: Wild, count: int) -> None:
    """Ovals of other ground, torn at the rim."""
    match kind:
        case Wild.DUNES:
            surfaces = (Surface.SOFT, Surface.SOFT, Surface.HARDPAN, Surface.GRAVEL)
        case Wild.ROCKS:
            surfaces = (Surface.ROCK, Surface.GRAVEL, Surface.ROCK, Surface.HARDPAN)
        case Wild.RUINS:
            surfaces = (Surface.HARDPAN, Surface.GRAVEL, Surface.SCRUB, Surface.ROAD)
        case _:
            assert_never(kind)
    rng, width, height = country.rng, country.width, country.height
    y, x = np.mgrid[0:height, 0:width]
    for number in range(count):
        middle_x, middle_y = rng.below(width), rng.below(height)
        wide, high = rng.between(3, 8), rng.between(2, 5)
        away = ((x - middle_x) * high) ** 2 + ((y - middle_y) * wide) ** 2
        torn = np.array([rng.between(70, 110) for _ in range(width)])[x[0]]
        country.surface[away * 100 < (wide * high) ** 2 * torn] = surfaces[number % 4]


def stand_stones(country: Country, kind: Wild, stamps: Stamps, count: int) -> None:
    """Stones or ruins wherever there is room."""
    names = _RUINS if kind is Wild.RUINS else _STONES
    for _ in range(count):
        name = names[country.rng.below(len(names))]
        width, height = stamps.size(name)
        spot = country.free_spot(width, height)
        if spot is None:
            continue
        x, y = spot
        for row in range(height):
            for column in range(width):
                country.walls[y + row, x + column] = 1 + stamps.tile(name, column, row)
        country.take(x, y, width, height)


def raise_dunes(
    drawing: MapDrawing, country: Country, *, few: bool, shake: int = 2, longest: int = 13
) -> None:
    """Crests across the wind, in a grid shaken by so many tiles; ``few`` leaves out half."""
    rng, number = country.rng, 0
    for row in range(country.height // 13):
        for column in range((country.width + 1) // 13):
            if few and rng.below(2):
                continue
            number += 1
            x = 8 + column * 13 + row * 3 % 13 + rng.between(-shake, shake)
            y = 3 + row * 13 + rng.between(-shake, shake)
            length = rng.between(9, longest)
            points: list[Point] = [
                (x, y), (x - length // 4, y + length // 3 + rng.between(0, 1)),
                (x - length // 2, y + length * 2 // 3), (x - length * 2 // 3, y + length),
            ]
            drawing.line("Crest", f"dune {number}", points, height=rng.between(3, 6))


def strew_cover(drawing: MapDrawing, country: Country, count: int) -> None:
    """Thickets to lie in and bushes to crouch behind."""
    for number in range(1, count + 1):
        spot = country.free_spot()
        if spot is not None:
            x, y = spot
            kind, name = ("HidingPlace", "thicket") if number % 3 == 0 else ("Cover", "bush")
            drawing.point(kind, f"{name} {number}", (x + 0.5, y + 0.5))
            country.take(x, y)


def set_lamps(drawing: MapDrawing, country: Country, count: int) -> None:
    """Lamps that somebody has left burning."""
    for number in range(1, count + 1):
        spot = country.free_spot()
        if spot is not None:
            x, y = spot
            drawing.point("Light", f"lamp {number}", (x + 0.5, y + 0.5), radius=4)
            country.take(x, y, margin=4)


def open_up(country: Country, start: Tile) -> None:
    """Take away whatever shuts a part of the map off from her start."""
    numbers = islands(country.walls == 0)
    home = numbers.item(start[1], start[0])
    shut = (numbers != home) & (country.walls == 0)
    for y, x in np.argwhere(shut).tolist():
        country.walls[max(0, y - 1) : y + 2, max(0, x - 1) : x + 2] = 0


def put_tiles(drawing: MapDrawing, country: Country, tilesets: Path, prefix: str) -> None:
    """The ground and the walls. ``tilesets`` is their folder, ``prefix`` its path in the file."""
    first = {
        name: drawing.tileset(f"{prefix}{name}.tsx", tile_count(tilesets / f"{name}.tsx"))
        for name in TILESETS
    }
    drawing.tiles("ground", _ground(country, Stamps.of(tilesets, "ground"), first["ground"]))
    walls = country.walls + np.uint32(first["walls"] - 1)
    drawing.tiles("walls", np.where(country.walls > 0, walls, 0).astype(np.uint32))


def _ground(country: Country, stamps: Stamps, first: int) -> NDArray[np.uint32]:
    names = [surface.name.lower() for surface in Surface]
    gids = np.zeros((country.height, country.width), np.uint32)
    for y in range(country.height):
        for x in range(country.width):
            tile = stamps.tile(names[country.surface.item(y, x)])
            gids[y, x] = first + tile + mixed(x, y) % _FULL_TILES
    return gids

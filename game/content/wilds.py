"""Maps drawn by chance: from a seed and a kind of country, always the same, always sound.

She starts in the west, the way out lies in the east, a stone to be reached between them, and
rounds across her way. What chance strews keeps off the rounds, and shuts nothing in.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Final, assert_never

import numpy as np
from numpy.typing import NDArray

from game.content.drawing import MapDrawing, Point
from game.content.tile_stamps import Stamps, tile_count
from game.core.rng import Rng, fork, mixed
from game.core.routes import islands
from game.sim.level import Surface

WIDTH: Final = 64
HEIGHT: Final = 40
_FULL_TILES: Final = 4
"""Pictures that each surface has to choose from."""
_ROUNDS: Final = 3
_TRIES: Final = 40
_START: Final = (4, HEIGHT // 2)
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
class _Country:
    """What is being drawn. Grids are [row, column]; ``walls`` holds tile ids + 1, 0 for none."""

    rng: Rng
    surface: NDArray[np.uint8] = field(
        default_factory=lambda: np.zeros((HEIGHT, WIDTH), np.uint8)
    )
    walls: NDArray[np.uint32] = field(
        default_factory=lambda: np.zeros((HEIGHT, WIDTH), np.uint32)
    )
    taken: NDArray[np.bool_] = field(
        default_factory=lambda: np.zeros((HEIGHT, WIDTH), np.bool_)
    )

    def take(self, x: int, y: int, width: int = 1, height: int = 1, margin: int = 1) -> None:
        """Keep everything off a box and its surroundings."""
        rows = slice(max(0, y - margin), y + height + margin)
        self.taken[rows, max(0, x - margin) : x + width + margin] = True

    def take_line(self, ax: int, ay: int, bx: int, by: int) -> None:
        """Keep everything off a line that somebody walks."""
        steps = max(abs(bx - ax), abs(by - ay), 1)
        for step in range(steps + 1):
            self.take(ax + (bx - ax) * step // steps, ay + (by - ay) * step // steps)

    def free_spot(self, width: int = 1, height: int = 1) -> tuple[int, int] | None:
        """A place with room for a box, or None if none was found in a few tries."""
        for _ in range(_TRIES):
            x = self.rng.between(1, WIDTH - width - 1)
            y = self.rng.between(1, HEIGHT - height - 1)
            if not self.taken[y : y + height, x : x + width].any():
                return x, y
        return None


def draw_wild(kind: Wild, seed: int, tilesets: Path, prefix: str) -> MapDrawing:
    """A map of a kind of country. ``tilesets`` is their folder, ``prefix`` its path in the file."""
    drawing = MapDrawing(WIDTH, HEIGHT)
    first = {
        name: drawing.tileset(f"{prefix}{name}.tsx", tile_count(tilesets / f"{name}.tsx"))
        for name in ("ground", "walls", "over")
    }
    country = _Country(fork(seed, f"wild {kind}"))
    rounds = _rounds(country)
    country.take(*_START, margin=3)
    country.take(WIDTH - 5, HEIGHT // 2 - 3, 5, 6)
    stone = _strew_stone(country, rounds)
    _floors(country, kind)
    _stand(country, kind, Stamps.of(tilesets, "walls"))
    _people(drawing, rounds)
    _dunes(drawing, country, kind)
    _cover(drawing, country)
    if kind is Wild.RUINS:
        _lamps(drawing, country)
    drawing.point("Start", "start", (_START[0] + 0.5, _START[1] + 0.5), facing="east")
    way_out = drawing.box("Exit", "way out", (WIDTH - 3, HEIGHT // 2 - 2), (2, 4))
    target = drawing.point("Marker", "stone", (stone[0] + 0.5, stone[1] + 0.5))
    drawing.point("Goal", "to the stone", (stone[0] + 0.5, stone[1] - 0.5), target=target)
    drawing.point("Goal", "leave", (WIDTH - 3.5, HEIGHT // 2 - 2.5), target=way_out)
    _close_in(country)
    drawing.tiles("ground", _ground(country, Stamps.of(tilesets, "ground"), first["ground"]))
    walls = country.walls + np.uint32(first["walls"] - 1)
    drawing.tiles("walls", np.where(country.walls > 0, walls, 0).astype(np.uint32))
    return drawing


def _rounds(country: _Country) -> list[list[tuple[int, int]]]:
    """Rounds side by side across her way: four corners each, pushed about by chance."""
    rng, found = country.rng, []
    for number in range(_ROUNDS):
        left = 11 + number * 16 + rng.between(-1, 1)
        top, bottom = rng.between(4, 10), HEIGHT - rng.between(5, 11)
        right = left + rng.between(8, 11)
        corners = [
            (left, top), (right, top + rng.between(0, 3)),
            (right - rng.between(0, 2), bottom), (left + rng.between(0, 2), bottom - 2),
        ]
        if rng.below(2):
            corners.reverse()
        for (ax, ay), (bx, by) in pairwise([*corners, corners[0]]):
            country.take_line(ax, ay, bx, by)
        found.append(corners)
    return found


def _people(drawing: MapDrawing, rounds: list[list[tuple[int, int]]]) -> None:
    for number, corners in enumerate(rounds, start=1):
        points: list[Point] = [(x + 0.5, y + 0.5) for x, y in corners]
        route = drawing.line("Route", f"round {number}", points, pause=1 + number % 3)
        drawing.point("Rogue", f"walker {number}", points[0], route=route)


def _strew_stone(
    country: _Country, rounds: list[list[tuple[int, int]]]
) -> tuple[int, int]:
    """The stone lies within the middle round."""
    corners = rounds[_ROUNDS // 2]
    x = (min(x for x, _ in corners) + max(x for x, _ in corners)) // 2
    y = HEIGHT // 2 + country.rng.between(-4, 4)
    country.take(x, y - 1, 1, 2)
    return x, y


def _floors(country: _Country, kind: Wild) -> None:
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
    rng = country.rng
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    for number in range(10):
        middle_x, middle_y = rng.below(WIDTH), rng.below(HEIGHT)
        wide, high = rng.between(3, 8), rng.between(2, 5)
        away = ((x - middle_x) * high) ** 2 + ((y - middle_y) * wide) ** 2
        torn = np.array([rng.between(70, 110) for _ in range(WIDTH)])[x[0]]
        country.surface[away * 100 < (wide * high) ** 2 * torn] = surfaces[number % 4]


def _stand(country: _Country, kind: Wild, stamps: Stamps) -> None:
    """Stones or ruins wherever there is room."""
    names = _RUINS if kind is Wild.RUINS else _STONES
    count = 16 if kind is Wild.DUNES else 40
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


def _dunes(drawing: MapDrawing, country: _Country, kind: Wild) -> None:
    """Crests across the wind, in a grid that chance has shaken."""
    rng, number = country.rng, 0
    for row in range(3):
        for column in range(5):
            if kind is not Wild.DUNES and rng.below(2):
                continue
            number += 1
            x = 8 + column * 13 + row * 3 + rng.between(-2, 2)
            y = 3 + row * 13 + rng.between(-2, 2)
            length = rng.between(9, 13)
            points: list[Point] = [
                (x, y), (x - length // 4, y + length // 3 + rng.between(0, 1)),
                (x - length // 2, y + length * 2 // 3), (x - length * 2 // 3, y + length),
            ]
            drawing.line("Crest", f"dune {number}", points, height=rng.between(3, 6))


def _cover(drawing: MapDrawing, country: _Country) -> None:
    """Thickets to lie in and bushes to crouch behind."""
    for number in range(1, 19):
        spot = country.free_spot()
        if spot is not None:
            x, y = spot
            kind, name = ("HidingPlace", "thicket") if number % 3 == 0 else ("Cover", "bush")
            drawing.point(kind, f"{name} {number}", (x + 0.5, y + 0.5))
            country.take(x, y)


def _lamps(drawing: MapDrawing, country: _Country) -> None:
    for number in range(1, 6):
        spot = country.free_spot()
        if spot is not None:
            x, y = spot
            drawing.point("Light", f"lamp {number}", (x + 0.5, y + 0.5), radius=4)
            country.take(x, y, margin=4)


def _close_in(country: _Country) -> None:
    """Take away whatever shuts a part of the map off from her start."""
    numbers = islands(country.walls == 0)
    home = numbers.item(_START[1], _START[0])
    shut = (numbers != home) & (country.walls == 0)
    for y, x in np.argwhere(shut).tolist():
        country.walls[max(0, y - 1) : y + 2, max(0, x - 1) : x + 2] = 0


def _ground(country: _Country, stamps: Stamps, first: int) -> NDArray[np.uint32]:
    names = [surface.name.lower() for surface in Surface]
    gids = np.zeros((HEIGHT, WIDTH), np.uint32)
    for y in range(HEIGHT):
        for x in range(WIDTH):
            tile = stamps.tile(names[country.surface.item(y, x)])
            gids[y, x] = first + tile + mixed(x, y) % _FULL_TILES
    return gids

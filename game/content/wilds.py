"""Small maps drawn by chance: from a seed and a kind of country, always the same, always sound.

She starts in the west, the way out lies in the east, a stone to be reached between them, and
rounds across her way. What chance strews keeps off the rounds, and shuts nothing in.
"""

from pathlib import Path
from typing import Final

from game.content.country import (
    Country,
    Tile,
    Wild,
    a_round,
    lay_floors,
    open_up,
    put_tiles,
    raise_dunes,
    set_lamps,
    stand_stones,
    strew_cover,
)
from game.content.drawing import MapDrawing, Point
from game.content.tile_stamps import Stamps
from game.core.rng import fork

WIDTH: Final = 64
HEIGHT: Final = 40
_ROUNDS: Final = 3
_START: Final = (4, HEIGHT // 2)


def draw_wild(kind: Wild, seed: int, tilesets: Path, prefix: str) -> MapDrawing:
    """A map of a kind of country. ``tilesets`` is their folder, ``prefix`` its path in the file."""
    drawing = MapDrawing(WIDTH, HEIGHT)
    country = Country(fork(seed, f"wild {kind}"), WIDTH, HEIGHT)
    rounds = _rounds(country)
    country.take(*_START, margin=3)
    country.take(WIDTH - 5, HEIGHT // 2 - 3, 5, 6)
    stone = _stone(country, rounds)
    lay_floors(country, kind, 10)
    stones = 16 if kind is Wild.DUNES else 40
    stand_stones(country, kind, Stamps.of(tilesets, "walls"), stones)
    for number, corners in enumerate(rounds, start=1):
        points: list[Point] = [(x + 0.5, y + 0.5) for x, y in corners]
        route = drawing.line("Route", f"round {number}", points, pause=1 + number % 3)
        drawing.point("Rogue", f"walker {number}", points[0], route=route)
    raise_dunes(drawing, country, few=kind is not Wild.DUNES)
    strew_cover(drawing, country, 18)
    if kind is Wild.RUINS:
        set_lamps(drawing, country, 5)
    drawing.point("Start", "start", (_START[0] + 0.5, _START[1] + 0.5), facing="east")
    way_out = drawing.box("Exit", "way out", (WIDTH - 3, HEIGHT // 2 - 2), (2, 4))
    target = drawing.point("Marker", "stone", (stone[0] + 0.5, stone[1] + 0.5))
    drawing.point("Goal", "to the stone", (stone[0] + 0.5, stone[1] - 0.5), target=target)
    drawing.point("Goal", "leave", (WIDTH - 3.5, HEIGHT // 2 - 2.5), target=way_out)
    open_up(country, _START)
    put_tiles(drawing, country, tilesets, prefix)
    return drawing


def _rounds(country: Country) -> list[list[Tile]]:
    """Rounds side by side across her way."""
    rng, found = country.rng, []
    for number in range(_ROUNDS):
        left = 11 + number * 16 + rng.between(-1, 1)
        top, bottom = rng.between(4, 10), HEIGHT - rng.between(5, 11)
        corners = a_round(rng, left, left + rng.between(8, 11), top, bottom)
        country.take_round(corners)
        found.append(corners)
    return found


def _stone(country: Country, rounds: list[list[Tile]]) -> Tile:
    """The stone lies within the middle round."""
    corners = rounds[_ROUNDS // 2]
    x = (min(x for x, _ in corners) + max(x for x, _ in corners)) // 2
    y = HEIGHT // 2 + country.rng.between(-4, 4)
    country.take(x, y - 1, 1, 2)
    return x, y

"""Night shifts: a whole round through unknown country, drawn from a seed, with weather of its own.

She sets out from a camp in the west, signs three books far apart, in any order, and comes home.
Rogues walk their rounds between them; two lie in wait beside one book, a lizard nests beside
another, snakes live where the sand is soft, and in some nights a storm stands across the way.
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
from game.core.rng import Rng, fork
from game.sim.level import Surface

WIDTH: Final = 112
HEIGHT: Final = 72
_START: Final = (6, HEIGHT // 2)
_BOOKS: Final = (
    ("the north book", (46, 13)),
    ("the east book", (98, 36)),
    ("the south book", (50, 59)),
)
"""What has to be signed, and about where it stands."""
_OFF_TILES: Final = 5
_COLUMNS: Final = 5
_ROWS: Final = 2
_LEAST_ROUNDS: Final = 5
_SNAKES: Final = 3
_SQUAD: Final = 90
_NEST_TILES: Final = 11
"""So far beside a book, which can be signed without troubling the mother."""
_STORM_TILES: Final = 14
_CLOCKS: Final = ("20:30", "21:00", "22:00", "23:00")


def kind_of(seed: int) -> Wild:
    """The country that a seed stands for."""
    kinds = tuple(Wild)
    return kinds[fork(seed, "shift country").below(len(kinds))]


def draw_shift(seed: int, tilesets: Path, prefix: str) -> MapDrawing:
    """The map of a seed. ``tilesets`` is their folder, ``prefix`` its path in the file."""
    kind, rng = kind_of(seed), fork(seed, "shift")
    storms = rng.below(3)
    drawing = MapDrawing(WIDTH, HEIGHT, clock=_CLOCKS[rng.below(len(_CLOCKS))], storms=storms)
    country = Country(rng, WIDTH, HEIGHT)
    country.take(*_START, margin=4)
    books = [_near(rng, spot) for _, spot in _BOOKS]
    for x, y in books:
        country.take(x, y, margin=2)
    rounds = _rounds(country)
    lay_floors(country, kind, 26)
    _people(drawing, country, rounds, books)
    stones = 40 if kind is Wild.DUNES else 110
    stand_stones(country, kind, Stamps.of(tilesets, "walls"), stones)
    raise_dunes(drawing, country, few=kind is not Wild.DUNES, shake=5, longest=22)
    strew_cover(drawing, country, 54)
    set_lamps(drawing, country, 9 if kind is Wild.RUINS else 3)
    if storms:
        left = rng.between(24, WIDTH - 2 * _STORM_TILES)
        drawing.box("StormZone", "storm", (left, 0), (_STORM_TILES, HEIGHT))
    _duties(drawing, books)
    open_up(country, _START)
    put_tiles(drawing, country, tilesets, prefix)
    return drawing


def _near(rng: Rng, spot: Tile) -> Tile:
    x, y = spot
    return x + rng.between(-_OFF_TILES, _OFF_TILES), y + rng.between(-_OFF_TILES, _OFF_TILES)


def _rounds(country: Country) -> list[list[Tile]]:
    """Rounds in a grid of which chance leaves out some, but never too many."""
    rng = country.rng
    places = [(column, row) for column in range(_COLUMNS) for row in range(_ROWS)]
    shuffled = sorted(places, key=lambda _: rng.next())
    found = []
    for column, row in sorted(shuffled[: _LEAST_ROUNDS + rng.below(4)]):
        left = 25 + column * 17 + rng.between(-2, 2)
        top = 4 + row * (HEIGHT // 2) + rng.between(0, 5)
        right, bottom = left + rng.between(8, 11), top + rng.between(18, 26)
        corners = a_round(rng, left, right, top, bottom)
        country.take_round(corners)
        found.append(corners)
    return found


def _people(
    drawing: MapDrawing, country: Country, rounds: list[list[Tile]], books: list[Tile]
) -> None:
    rng = country.rng
    sensor = rng.below(len(rounds))
    for number, corners in enumerate(rounds):
        points: list[Point] = [(x + 0.5, y + 0.5) for x, y in corners]
        route = drawing.line("Route", f"round {number + 1}", points, pause=1 + number % 3)
        name = f"walker {number + 1}"
        drawing.point("Rogue", name, points[0], route=route, sensor=number == sensor)
    watched, nesting = rng.below(len(books)), rng.below(len(books))
    x, y = books[watched]
    for number, aside in enumerate((-3, 3), start=1):
        country.take(x + aside, y + 3)
        spot = x + aside + 0.5, y + 3.5
        drawing.point("Ambusher", f"in wait {number}", spot, squad=_SQUAD, facing="north")
    if nesting != watched:
        x, y = books[nesting]
        x, y = x + (_NEST_TILES if x < WIDTH // 2 else -_NEST_TILES), y
        country.take(x, y, 2, 1, margin=2)
        drawing.point("Nest", "nest", (x + 0.5, y + 0.5))
        drawing.point("MotherLizard", "mother", (x + 1.5, y + 0.5))
    for number in range(1, _SNAKES + 1):
        _snake(drawing, country, number)


def _snake(drawing: MapDrawing, country: Country, number: int) -> None:
    """A snake lives where the sand is soft, or where it is only sand."""
    best: Tile | None = None
    for _ in range(20):
        spot = country.free_spot(3, 3)
        if spot is None:
            continue
        soft = country.surface.item(spot[1] + 1, spot[0] + 1) == Surface.SOFT
        if soft or best is None:
            best = spot
        if soft:
            break
    if best is not None:
        x, y = best[0] + 1, best[1] + 1
        drawing.point("SandSnake", f"snake {number}", (x + 0.5, y + 0.5))
        country.take(x, y, margin=1)


def _duties(drawing: MapDrawing, books: list[Tile]) -> None:
    """Where she starts and ends, the books, and what she is asked to do."""
    x, y = _START
    drawing.point("Start", "start", (x + 0.5, y + 0.5), facing="east")
    home = drawing.box("Exit", "the camp", (1, y - 2), (2, 4))
    for order, ((name, _), (column, row)) in enumerate(zip(_BOOKS, books, strict=True), start=1):
        book = drawing.point("Marker", name, (column + 0.5, row + 0.5), order=order)
        drawing.point("Goal", f"sign {name}", (column + 0.5, row - 0.5), target=book)
    drawing.point("Goal", "home", (3.5, y - 2.5), target=home)

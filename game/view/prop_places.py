"""Where things stand on the ground, and which of several pictures each of them has.

Places of the level say where; neighbours never get the same picture while there is another one.
What is strewn has no meaning for play and never looks like cover.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from game.core.rng import mixed
from game.core.units import SUB, TILE_PX, TILE_SUB
from game.sim.level import Area, Level, Place, Spot, Surface, Wall

_STREWN_ONE_IN: Final = 46
_NEAR_TILES: Final = (15, 9)
"""Half a screen: pictures are told apart within so many tiles to each side."""
_FAR: Final = 1 << 40

COVERS: Final = tuple(f"shrub/green/{i}" for i in range(12))
STONES: Final = tuple(f"stone/{i}" for i in range(14))
BRUSH: Final = tuple(f"shrub/dead/{i}" for i in range(12))
BONES: Final = tuple(f"bone/{i}" for i in range(4))
BOULDERS: Final = tuple(f"boulder/{i}" for i in range(3))
NESTS: Final = ("nest/3", "nest/4", "nest/5")
LOW_WALLS: Final = tuple(f"rock/{i}" for i in range(5))
HIGH_WALLS: Final = tuple(f"rock/{i}" for i in range(5, 14))
THICKETS: Final = (
    (("agave", 0, -7), ("shrub/green", -11, -4), ("shrub/green", 11, -3),
     ("agave", -6, 4), ("agave", 7, 6)),
    (("shrub/green", 1, -8), ("agave", -10, -3), ("agave", 10, -4),
     ("agave", 6, 4), ("shrub/green", -7, 5)),
    (("agave", -2, -7), ("agave", 12, -4), ("shrub/green", -12, -2),
     ("shrub/green", 4, 5), ("agave", -6, 6)),
)  # fmt: skip
"""The plants of a hiding place: a ring dense enough to crouch in."""
THICKET_PLANTS: Final = {"agave": 6, "shrub/green": 12}
"""How many pictures each plant of a thicket has."""
ITEMS: Final = {
    "kunai": ("kunai",), "water": ("jar",), "": tuple(f"pebble/{i}" for i in range(3)),
}
"""What lies there to be taken, by its name; the last for everything else."""
LANDMARKS: Final[dict[str, tuple[tuple[tuple[str, ...], int], ...]]] = {
    "bones": ((("ribs/0", "ribs/1", "ribs/2"), 60), (("skull",), 300), (BONES, 40)),
    "village": ((("crate",), 260), (("jar",), 200), (("log/0", "log/1"), 300)),
    "gravel_pass": ((STONES[2:], 18),),
    "ruin": ((("bricks/0", "bricks/1", "bricks/2"), 40), (STONES[2:], 50), (("jar",), 160)),
    "fallen_columns": ((("drum/0", "drum/1", "drum/2"), 45), (("bricks/0", "bricks/2"), 90)),
}
"""What lies about at a landmark, and on one in how many of its open tiles."""
_STREWN: Final = (*[STONES] * 8, *[BRUSH] * 4, BONES)
"""What lies about on open sand, as often as it stands here."""
_VILLAGE: Final = "village"
_BARE: Final = (Surface.SAND, Surface.HARDPAN, Surface.GRAVEL, Surface.SCRUB)
_BANNER_APART_PX: Final = 76
_BANNER_UP_PX: Final = 66


@dataclass(frozen=True, slots=True)
class Prop:
    """Something standing: its foot in pixels and the frame it shows unless the night changed it."""

    x: int
    y: int
    name: str
    place: Place | None = None
    light: int = 0
    """Id of the lamp that it is."""
    hangs: bool = False
    """Fixed to a wall: no shadow on the ground."""
    mirrored: bool = False
    post: bool = False
    """Stands on a post."""


@dataclass(slots=True)
class _Picks:
    """Hands out pictures so that those near each other differ."""

    used: dict[tuple[int, int], list[tuple[str, int, int]]] = field(default_factory=dict)

    def pick(self, names: Sequence[str], x: int, y: int, bits: int) -> str:
        """The name that was not used near a place in pixels, or furthest away from it."""
        column, row = x // (TILE_PX * _NEAR_TILES[0]), y // (TILE_PX * _NEAR_TILES[1])
        away: dict[str, int] = {}
        for across in (column - 1, column, column + 1):
            for down in (row - 1, row, row + 1):
                for name, at_x, at_y in self.used.get((across, down), ()):
                    apart = (at_x - x) ** 2 + (at_y - y) ** 2
                    away[name] = min(away.get(name, _FAR), apart)
        start = bits % len(names)
        best = max((*names[start:], *names[:start]), key=lambda name: away.get(name, _FAR))
        self.used.setdefault((column, row), []).append((best, x, y))
        return best


def props_of(level: Level, *, bare: bool = False) -> Iterator[Prop]:
    """All props of a level; a ``bare`` one has no wall tiles and gets rocks for its walls."""
    picks = _Picks()
    yield from _placed(level, picks)
    yield from _lamps(level)
    yield from _strewn(level, picks)
    if bare:
        yield from _rocks_for_walls(level, picks)


def _placed(level: Level, picks: _Picks) -> Iterator[Prop]:
    for place in level.places:
        x, y, bits = place.x // SUB, place.y // SUB, mixed(place.id, 41)
        match place.kind:
            case Spot.COVER:
                yield Prop(x, y + 4, picks.pick(COVERS, x, y, bits), place)
            case Spot.HIDING:
                yield from _thicket(place, x, y, bits)
            case Spot.BOULDER:
                yield Prop(x, y + 7, picks.pick(BOULDERS, x, y, bits), place)
            case Spot.MARKER:
                yield Prop(x, y + 4, "marker/unsigned", place)
            case Spot.REGISTER:
                yield Prop(x, y + 4, "register/open", place)
            case Spot.NEST:
                yield Prop(x, y + 6, picks.pick(NESTS, x, y, bits), place)
            case Spot.ITEM:
                names = ITEMS.get(place.text, ITEMS[""])
                yield Prop(x, y, names[place.id % len(names)], place)
            case Spot.GATE:
                middle, foot = x, y + place.height // SUB // 2
                for side in (-1, 1):
                    at = middle + side * _BANNER_APART_PX
                    yield Prop(at, foot - _BANNER_UP_PX, "banner/0", place=None, hangs=True)
            case _:
                continue


def _thicket(place: Place, x: int, y: int, bits: int) -> Iterator[Prop]:
    turned = bool(bits >> 8 & 1)
    for i, (kind, dx, dy) in enumerate(THICKETS[bits % len(THICKETS)]):
        name = f"{kind}/{(bits // 3 + i) % THICKET_PLANTS[kind]}"
        yield Prop(x + (-dx if turned else dx), y + dy, name, place)


def _lamps(level: Level) -> Iterator[Prop]:
    """Lamps hang where a wall is behind them and stand on a post where none is."""
    gates = level.places_of(Spot.GATE)
    for lamp in level.lights:
        x, y = lamp.x // SUB, lamp.y // SUB
        column, row = x // TILE_PX, y // TILE_PX
        inside = 0 <= column < level.width and 0 <= row < level.height
        if lamp.kind in ("torch", "fire"):
            yield Prop(x, y + 4, "torch", light=lamp.id)
        elif inside and level.walls.item(row, column):
            left = any(gate.x > lamp.x for gate in gates if abs(gate.x - lamp.x) < 6 * TILE_SUB)
            at = x + 6 if left else x - 6
            yield Prop(at, y + 4, "lantern/big", light=lamp.id, hangs=True, mirrored=left)
        else:
            yield Prop(x, y + 6, "lantern/small", light=lamp.id, post=True)


def _rocks_for_walls(level: Level, picks: _Picks) -> Iterator[Prop]:
    """A rock for every wall of a map that has no pictures of its own."""
    for row, column in np.argwhere(level.walls != Wall.NONE).tolist():
        names = HIGH_WALLS if level.walls.item(row, column) == Wall.HIGH else LOW_WALLS
        x, y = column * TILE_PX + 8, row * TILE_PX + 14
        yield Prop(x, y, picks.pick(names, x, y, mixed(column, row)))


def _strewn(level: Level, picks: _Picks) -> Iterator[Prop]:
    """Pebbles and dry tufts over the open map, and more at landmarks."""
    taken = np.zeros((level.height, level.width), bool)
    for place in level.places:
        column, row = place.x // TILE_SUB, place.y // TILE_SUB
        taken[max(0, row - 2) : row + 3, max(0, column - 2) : column + 3] = True
    free = (level.walls == Wall.NONE) & ~taken & np.isin(level.surface, [int(s) for s in _BARE])
    free &= ~level.crest_tiles
    # the picture's own randomness: the same for a map of the same size, and no rule asks it
    lots = np.random.default_rng(5).integers(0, 2**30, (level.height, level.width))
    village = np.zeros_like(free)
    for zone in level.zones_of(Area.LANDMARK):
        left, top = zone.x // TILE_SUB, zone.y // TILE_SUB
        area = np.s_[top : top + zone.height // TILE_SUB, left : left + zone.width // TILE_SUB]
        village[area] |= zone.name == _VILLAGE
        for number, (names, one_in) in enumerate(LANDMARKS.get(zone.name, ())):
            for row, column in np.argwhere(free[area]).tolist():
                bits = lots.item(top + row, left + column) + number
                if bits % one_in == 0:
                    yield _at(picks, left + column, top + row, names, bits)
                    around = slice(max(0, top + row - 2), top + row + 3)
                    free[around, max(0, left + column - 3) : left + column + 4] = False
    for row, column in np.argwhere(free & (lots % _STREWN_ONE_IN == 0)).tolist():
        bits = lots.item(row, column)
        names = STONES if village[row, column] else _STREWN[(bits >> 7) % len(_STREWN)]
        yield _at(picks, column, row, names, bits)


def _at(picks: _Picks, column: int, row: int, names: Sequence[str], bits: int) -> Prop:
    x = column * TILE_PX + 3 + (bits >> 12) % 10
    y = row * TILE_PX + 6 + (bits >> 18) % 8
    return Prop(x, y, picks.pick(names, x, y, bits >> 9))

"""Automapping rules for Tiled: what stands below a roof of rock, a rampart or a house.

    python -m tools.maps.rules

Written to ``maps/rules/``. A map maker paints only what is seen from above, with its stamp; Tiled's
AutoMap adds brink, face and foot below its southern edge, wherever there is nothing yet. Each
rule is a small picture of before and after, so the stamps keep their columns side by side. The
form is the one with layers of regions, which every Tiled from 1.2 on understands.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.content.atomic import write_atomically
from game.content.paths import maps_folder
from game.content.tile_stamps import Stamps, tile_count

PERIOD: Final = 8
"""Cliffs and ramparts repeat after so many tiles."""
_ACROSS: Final = 16
_CELL: Final = (4, 8)
"""Room for one rule, in tiles: regions that touched would be one rule."""
EMPTY: Final = 0

Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rule:
    """What must stand on some tiles (gid, or EMPTY for nothing), and what is then put on others."""

    before: dict[Spot, int]
    after: dict[Spot, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Walls:
    """Gids of the tiles of the tileset ``walls``, which is the only one of a rule map."""

    stamps: Stamps

    @classmethod
    def of(cls, maps: Path) -> "Walls":
        """Those of a folder of maps."""
        return cls(Stamps.of(maps / "tilesets", "walls"))

    def gid(self, name: str, column: int, row: int = 0) -> int:
        """The gid of one tile of a stamp."""
        return 1 + self.stamps.tile(name, column, row)

    def below(self, parts: Sequence[tuple[str, int, int]]) -> dict[Spot, int]:
        """Tiles (stamp, column, row) one below the other, from the tile below on."""
        return {(0, row): self.gid(*part) for row, part in enumerate(parts, start=1)}


def rule_maps(walls: Walls) -> dict[str, list[Rule]]:
    """All rule maps by name, in the order in which they are applied."""
    return {
        "cliff_ends": [*_cliff_ends(walls)],
        "cliffs": [*_cliffs(walls)],
        "ramparts": [*_ramparts(walls)],
        "houses": [*_houses(walls)],
    }


def _cliff_ends(walls: Walls) -> Iterator[Rule]:
    """Where rock ends to the west or the east: an end with its own brink, face and foot."""
    for side, out in (("cliff/west", -1), ("cliff/east", 1)):
        end = walls.below([(side, 0, row) for row in (0, 2, 3, 4, 5)])
        for column in range(PERIOD):
            for row in (0, 1):
                top = walls.gid("cliff/top", column, row)
                yield Rule({(0, 0): top, (0, 1): EMPTY, (out, 0): EMPTY, (out, 1): EMPTY}, end)


def _cliffs(walls: Walls) -> Iterator[Rule]:
    """Below rock: brink, three rows of face, foot."""
    for column in range(PERIOD):
        face = [("cliff/face", column, row) for row in (1, 2, 3)]
        parts = [("cliff/lip", column, 0), *face, ("cliff/foot", column, 0)]
        for row in (0, 1):
            top = walls.gid("cliff/top", column, row)
            yield Rule({(0, 0): top, (0, 1): EMPTY}, walls.below(parts))


def _ramparts(walls: Walls) -> Iterator[Rule]:
    """Below merlons: two rows of masonry, foot."""
    for column in range(PERIOD):
        parts = [("wall/face", column, 0), ("wall/face", column, 1), ("wall/foot", column, 0)]
        top = walls.gid("wall/top", column)
        yield Rule({(0, 0): top, (0, 1): EMPTY}, walls.below(parts))


def _houses(walls: Walls) -> Iterator[Rule]:
    """Below the southern edge of a flat roof: two rows of front."""
    for column in range(3):
        parts = [("house/front", column, 0), ("house/front", column, 1)]
        top = walls.gid("house/roof", column, 2)
        yield Rule({(0, 0): top, (0, 1): EMPTY}, walls.below(parts))


def rule_map_text(rules: Sequence[Rule], count: int) -> str:
    """A rule map as Tiled reads it. ``count`` is how many tiles the tileset has."""
    width = _ACROSS * _CELL[0]
    height = -(-len(rules) // _ACROSS) * _CELL[1]
    layers = {
        name: np.zeros((height, width), np.uint32)
        for name in ("regions_input", "regions_output", "input_walls", "output_walls")
    }
    for number, rule in enumerate(rules):
        left, top = number % _ACROSS * _CELL[0] + 1, number // _ACROSS * _CELL[1] + 1
        for (x, y), gid in rule.before.items():
            layers["regions_input"][top + y, left + x] = 1
            layers["input_walls"][top + y, left + x] = gid
        for (x, y), gid in rule.after.items():
            layers["regions_output"][top + y, left + x] = 1
            layers["output_walls"][top + y, left + x] = gid
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<map version="1.10" tiledversion="1.10.2" orientation="orthogonal" '
        f'renderorder="right-down" width="{width}" height="{height}" tilewidth="16" '
        f'tileheight="16" infinite="0" nextlayerid="{len(layers) + 1}" nextobjectid="1">',
        ' <tileset firstgid="1" source="../tilesets/walls.tsx"/>',
    ]
    for number, (name, gids) in enumerate(layers.items(), start=1):
        lines += _layer(number, name, gids)
    assert all(int(gids.max()) <= count for gids in layers.values())
    return "\n".join([*lines, "</map>", ""])


def _layer(number: int, name: str, gids: NDArray[np.uint32]) -> Iterator[str]:
    height, width = gids.shape
    yield f' <layer id="{number}" name="{name}" width="{width}" height="{height}">'
    if name.startswith("input"):
        # without it an empty cell of a rule means "whatever", not "nothing there yet"
        yield "  <properties>"
        yield '   <property name="StrictEmpty" type="bool" value="true"/>'
        yield "  </properties>"
    yield '  <data encoding="csv">'
    yield ",\n".join(",".join(map(str, row)) for row in gids.tolist())
    yield "</data>"
    yield " </layer>"


def files(maps: Path) -> dict[Path, str]:
    """The rule maps and their list by path."""
    count = tile_count(maps / "tilesets" / "walls.tsx")
    found = {
        maps / "rules" / f"{name}.tmx": rule_map_text(rules, count)
        for name, rules in rule_maps(Walls.of(maps)).items()
    }
    names = "\n".join(path.name for path in found)
    head = "# Automapping rules, applied in this order. Written by `python -m tools.maps.rules`."
    return {**found, maps / "rules" / "rules.txt": f"{head}\n{names}\n"}


def main() -> None:
    """Write all of them."""
    for path, text in files(maps_folder()).items():
        write_atomically(path, text)


if __name__ == "__main__":
    main()

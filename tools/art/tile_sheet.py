"""Tilesets for Tiled: stamps of 16 px tiles on one sheet, the TSX beside it, and a list of both.

A stamp is a picture of whole tiles. Its tile at (column dx, row dy) has the id
`first + dy * COLUMNS + dx` within its tileset.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from xml.sax.saxutils import quoteattr

import numpy as np

from tools.art.atlas import write_bytes, write_png
from tools.art.raster import Image, canvas

TILE: Final = 16
COLUMNS: Final = 16
TILED_VERSION: Final = "1.10"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A picture of w x h tiles; `kind` is the tile class, `values` its properties by enum type."""

    name: str
    image: Image
    note: str
    kind: str
    values: Mapping[str, tuple[str, str]]
    first: int

    @property
    def width(self) -> int:
        return int(self.image.shape[1]) // TILE

    @property
    def height(self) -> int:
        return int(self.image.shape[0]) // TILE


@dataclass(frozen=True, slots=True)
class Terrain:
    """A colour of the terrain brush, and the tile that stands for it."""

    name: str
    color: str
    tile: int


def _collision(stamp: Stamp) -> list[str]:
    """The shape that Tiled shows over a tile that stands in the way: low ones fill their foot.

    The game asks the class alone; the shapes are for the eye, and for other readers of the file.
    """
    if stamp.kind != "Wall":
        return []
    low = stamp.values.get("hides", ("", ""))[1] == "low"
    top = TILE // 2 if low else 0
    return [
        '  <objectgroup draworder="index" id="2">',
        f'   <object id="1" x="0" y="{top}" width="{TILE}" height="{TILE - top}"/>',
        "  </objectgroup>",
    ]


@dataclass(slots=True)
class TileSheet:
    """Places stamps row by row; every row is as tall as its tallest stamp."""

    name: str
    stamps: list[Stamp] = field(default_factory=list)
    terrains: list[Terrain] = field(default_factory=list)
    wang: dict[int, tuple[int, ...]] = field(default_factory=dict)
    _column: int = 0
    _row: int = 0
    _tall: int = 0

    def add(
        self, name: str, image: Image, note: str, kind: str = "", **values: tuple[str, str]
    ) -> Stamp:
        """Place a stamp. Raises ValueError if its picture is not made of whole tiles."""
        rows, columns = image.shape[0] // TILE, image.shape[1] // TILE
        if (rows * TILE, columns * TILE) != image.shape[:2] or columns > COLUMNS or not rows:
            raise ValueError(f"stamp {name!r} is {image.shape[1]}x{image.shape[0]} px")
        if self._column + columns > COLUMNS:
            self._column, self._row, self._tall = 0, self._row + self._tall, 0
        first = self._row * COLUMNS + self._column
        stamp = Stamp(name, image, note, kind, values, first)
        self.stamps.append(stamp)
        self._column += columns
        self._tall = max(self._tall, rows)
        return stamp

    @property
    def rows(self) -> int:
        return self._row + self._tall

    def sheet(self) -> Image:
        """The whole picture."""
        image = canvas(COLUMNS * TILE, self.rows * TILE)
        for stamp in self.stamps:
            x, y = stamp.first % COLUMNS * TILE, stamp.first // COLUMNS * TILE
            image[y : y + stamp.image.shape[0], x : x + stamp.image.shape[1]] = stamp.image
        return image

    def tsx(self) -> str:
        """The tileset file as Tiled saves it."""
        height = self.rows * TILE
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<tileset version="{TILED_VERSION}" tiledversion="{TILED_VERSION}.2" '
            f'name="{self.name}" tilewidth="{TILE}" tileheight="{TILE}" '
            f'tilecount="{self.rows * COLUMNS}" columns="{COLUMNS}">',
            f' <image source="{self.name}.png" width="{COLUMNS * TILE}" height="{height}"/>',
        ]
        for tile, stamp in sorted(self._classed().items()):
            lines.append(f' <tile id="{tile}" type={quoteattr(stamp.kind)}>')
            lines.append("  <properties>")
            for key, (enum, value) in stamp.values.items():
                lines.append(
                    f'   <property name="{key}" propertytype="{enum}" value={quoteattr(value)}/>'
                )
            lines += ["  </properties>", *_collision(stamp), " </tile>"]
        if self.terrains:
            lines += [" <wangsets>", f'  <wangset name="{self.name}" type="corner" tile="-1">']
            lines += [
                f'   <wangcolor name="{t.name}" color="{t.color}" tile="{t.tile}" probability="1"/>'
                for t in self.terrains
            ]
            lines += [
                f'   <wangtile tileid="{tile}" wangid="{",".join(map(str, colors))}"/>'
                for tile, colors in sorted(self.wang.items())
            ]
            lines += ["  </wangset>", " </wangsets>"]
        return "\n".join([*lines, "</tileset>", ""])

    def _classed(self) -> dict[int, Stamp]:
        """Tile id to stamp, for tiles that show something and have a class."""
        out: dict[int, Stamp] = {}
        for stamp in self.stamps:
            for dy in range(stamp.height if stamp.kind else 0):
                for dx in range(stamp.width):
                    cut = stamp.image[dy * TILE : (dy + 1) * TILE, dx * TILE : (dx + 1) * TILE]
                    if np.any(cut[..., 3]):
                        out[stamp.first + dy * COLUMNS + dx] = stamp
        return out

    def write(self, folder: Path) -> None:
        """Write NAME.png and NAME.tsx."""
        write_png(folder / f"{self.name}.png", self.sheet())
        write_bytes(folder / f"{self.name}.tsx", self.tsx().encode())

    def table(self) -> str:
        """The stamps as a Markdown table."""
        lines = ["| stamp | first id | tiles | hides | what it is |", "|---|---|---|---|---|"]
        for stamp in self.stamps:
            hides = stamp.values.get("hides", ("", "-"))[1]
            lines.append(
                f"| `{stamp.name}` | {stamp.first} | {stamp.width}x{stamp.height} | {hides} "
                f"| {stamp.note} |"
            )
        return "\n".join(lines)

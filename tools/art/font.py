"""The letters of the game: reads `font_glyphs.txt`, lays out each size as a sheet and a table."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np

from tools.art.atlas import json_lines, write_bytes, write_png
from tools.art.raster import Image, canvas

GLYPHS_FILE: Final = Path(__file__).with_name("font_glyphs.txt")
GAP_PX: Final = 1
SHEET_WIDTH_PX: Final = 128
FORMAT_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Glyph:
    """One letter: rows of `X` and `.`, the first row `up` pixels above cap height."""

    rows: tuple[str, ...]
    up: int = 0

    @property
    def width(self) -> int:
        return len(self.rows[0])


@dataclass(slots=True)
class FontSize:
    """All letters of one size; heights in pixels."""

    name: str
    cap: int
    descent: int
    line: int
    glyphs: dict[str, Glyph] = field(default_factory=dict)


class GlyphError(ValueError):
    """A mistake in the glyph file, with its line number."""


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Blocks of lines between blank ones, with the number of the block's first line."""
    block: list[str] = []
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line == "#" or line.startswith("# "):
            continue
        if line.strip():
            start = start if block else number
            block.append(line.rstrip())
        elif block:
            yield start, block
            block = []
    if block:
        yield start, block


def _glyph(number: int, header: list[str], rows: list[str]) -> tuple[str, Glyph]:
    name = " " if header[1] == "space" else header[1]
    up = int(header[3]) if len(header) == 4 and header[2] == "up" else 0
    if len(name) != 1 or not rows:
        raise GlyphError(f"line {number}: a glyph is `glyph A` and then its rows")
    if len({len(row) for row in rows}) != 1 or set("".join(rows)) - set("X."):
        raise GlyphError(f"line {number}: the rows of {name!r} need one width and only X and .")
    return name, Glyph(tuple(rows), up)


def parse_glyphs(text: str) -> list[FontSize]:
    """All sizes in the text. Raises GlyphError naming the line of a mistake."""
    sizes: list[FontSize] = []
    for number, block in _blocks(text):
        header = block[0].split()
        if header[0] == "size" and len(header) == 8:
            sizes.append(FontSize(header[1], int(header[3]), int(header[5]), int(header[7])))
        elif header[0] == "glyph" and len(header) > 1 and sizes:
            name, glyph = _glyph(number, header, block[1:])
            if name in sizes[-1].glyphs:
                raise GlyphError(f"line {number}: {name!r} is drawn twice in {sizes[-1].name}")
            sizes[-1].glyphs[name] = glyph
        else:
            raise GlyphError(f"line {number}: expected `size` or `glyph`, found {block[0]!r}")
    return sizes


def missing_box(size: FontSize) -> Glyph:
    """The box that stands for a letter nobody has drawn."""
    width = size.cap * 5 // 7
    hollow = "X" + "." * (width - 2) + "X"
    return Glyph(("X" * width, *[hollow] * (size.cap - 2), "X" * width))


def draw_sheet(size: FontSize) -> tuple[Image, dict[str, Any]]:
    """The letters in white on clear, and the table that finds them.

    The table gives each glyph as [x, y, width, height, top], top counted from cap height, downward.
    """
    places: dict[str, list[int]] = {}
    x = y = row_height = 0
    cells = [*sorted(size.glyphs.items()), ("", missing_box(size))]
    for name, glyph in cells:
        if x + glyph.width > SHEET_WIDTH_PX:
            x, y, row_height = 0, y + row_height + 1, 0
        places[name] = [x, y, glyph.width, len(glyph.rows), -glyph.up]
        x += glyph.width + 1
        row_height = max(row_height, len(glyph.rows))
    sheet = canvas(SHEET_WIDTH_PX, y + row_height)
    for name, glyph in cells:
        left, top = places[name][:2]
        ink = np.array([[mark == "X" for mark in row] for row in glyph.rows])
        sheet[top : top + ink.shape[0], left : left + ink.shape[1]][ink] = 255
    table = {
        "version": FORMAT_VERSION,
        "cap": size.cap,
        "descent": size.descent,
        "line": size.line,
        "gap": GAP_PX,
        "missing": places.pop(""),
        "glyphs": places,
    }
    return sheet, table


def load_sizes(path: Path = GLYPHS_FILE) -> list[FontSize]:
    """Every size drawn in the glyph file."""
    return parse_glyphs(path.read_text(encoding="utf-8"))


def make(assets: Path) -> None:
    """Write `font/<size>.png` and `.json` for each size below the given folder."""
    for size in load_sizes():
        sheet, table = draw_sheet(size)
        write_png(assets / "font" / f"{size.name}.png", sheet)
        write_bytes(assets / "font" / f"{size.name}.json", json_lines(table).encode())

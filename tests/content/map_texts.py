"""Small Tiled maps as text, with the tilesets they use, for the tests of maps."""

import struct
import zlib
from pathlib import Path

from game.content.project import project_text
from game.content.tmx.findings import Findings, MapError
from game.content.tmx.model import TiledMap
from game.content.tmx.reader import read_map

SURFACES = ("sand", "soft", "quicksand", "hardpan", "gravel", "rock", "road", "scrub")


def png(width: int, height: int) -> bytes:
    """A black picture of that size."""

    def part(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((width + 7) // 8 + 1) * height)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", rows) + part(b"IEND", b"")


def tileset_text(name: str, width: int, count: int, tiles: str = "") -> str:
    """A ``.tsx`` of one row of 16 px tiles."""
    return (
        f'<tileset version="1.10" name="{name}" tilewidth="16" tileheight="16" '
        f'tilecount="{count}" columns="{count}">'
        f'<image source="{name}.png" width="{width}" height="16"/>{tiles}</tileset>'
    )


def tile_text(number: int, class_name: str, name: str = "", value: str = "") -> str:
    """A ``tile`` of a tileset with one property."""
    inside = f'<properties><property name="{name}" value="{value}"/></properties>' if name else ""
    return f'<tile id="{number}" type="{class_name}">{inside}</tile>'


def make_tilesets(folder: Path) -> None:
    """Put ``ground.tsx`` (8 surfaces) and ``walls.tsx`` (low, high) and a project into a folder."""
    (folder / "ground.png").write_bytes(png(128, 16))
    (folder / "walls.png").write_bytes(png(32, 16))
    ground = "".join(
        tile_text(i, "Surface", "surface", name) for i, name in enumerate(SURFACES)
    )
    walls = tile_text(0, "Wall", "hides", "low") + tile_text(1, "Wall")
    (folder / "ground.tsx").write_text(tileset_text("ground", 128, 8, ground))
    (folder / "walls.tsx").write_text(tileset_text("walls", 32, 2, walls))
    (folder / "suna.tiled-project").write_text(project_text())


TILESETS = '<tileset firstgid="1" source="ground.tsx"/><tileset firstgid="9" source="walls.tsx"/>'
"""On one line, so that the layers begin on line 3: gids 1 to 8 are ground, 9 low, 10 high wall."""


def map_text(body: str, *, width: int = 4, height: int = 3, more: str = "", head: str = "") -> str:
    """A map; ``body`` begins on line 3. ``more`` are further attributes of the map."""
    return (
        f'{head}<map version="1.10" orientation="orthogonal" width="{width}" height="{height}" '
        f'tilewidth="16" tileheight="16" {more}>\n{TILESETS}\n{body}\n</map>\n'
    )


def layer_text(rows: str, name: str = "ground", more: str = "") -> str:
    """A CSV tile layer. ``rows`` are lines of numbers parted by spaces."""
    lines = [",".join(row.split()) for row in rows.strip().splitlines()]
    width, height = lines[0].count(",") + 1, len(lines)
    data = ",\n".join(lines)
    return (
        f'<layer id="1" name="{name}" width="{width}" height="{height}" {more}>'
        f'<data encoding="csv">\n{data}\n</data></layer>'
    )


SAND = layer_text("1 1 1 1\n1 1 1 1\n1 1 1 1")
START = '<object id="1" name="start" type="Start" x="8" y="8"><point/></object>'


def objects_text(objects: str, name: str = "places") -> str:
    """An object layer."""
    return f'<objectgroup id="2" name="{name}">{objects}</objectgroup>'


def property_text(name: str, value: str, kind: str = "string") -> str:
    """One property."""
    return f'<property name="{name}" type="{kind}" value="{value}"/>'


def object_text(number: int, class_name: str, *properties: str, inside: str = "<point/>",
                place: str = 'x="24" y="24"') -> str:
    """An object with properties."""
    block = f"<properties>{''.join(properties)}</properties>" if properties else ""
    return f'<object id="{number}" type="{class_name}" {place}>{block}{inside}</object>'


def write_map(folder: Path, text: str | bytes, name: str = "map.tmx") -> Path:
    """Put a map and its tilesets into a folder."""
    make_tilesets(folder)
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def read(folder: Path, text: str | bytes) -> TiledMap:
    """Read a map; raises MapError for errors."""
    findings = Findings()
    tiled = read_map(write_map(folder, text), findings)
    findings.raise_errors()
    return tiled


def refusal(folder: Path, text: str | bytes) -> MapError:
    """The error that reading a map ends in."""
    try:
        read(folder, text)
    except MapError as error:
        return error
    raise AssertionError("the map was taken")

"""How large a map may be: every bound of the reader, so that no file can exhaust the machine."""

from dataclasses import dataclass
from typing import Final

MOST_BYTES: Final = 16 * 1024 * 1024
MOST_TAG_BYTES: Final = 256 * 1024
MOST_DEPTH: Final = 64
MOST_ELEMENTS: Final = 200_000
MOST_KEPT: Final = 150_000
"""Elements that mean something to the reader and stay in memory until it is done."""
MOST_ATTRIBUTES: Final = 500_000
MOST_SIDE_TILES: Final = 1024
MOST_CELLS: Final = 4_000_000
MOST_LAYERS: Final = 128
MOST_TILESETS: Final = 256
MOST_OBJECTS: Final = 20_000
MOST_POINTS: Final = 1000
MOST_PROPERTIES: Final = 1000
MOST_POINTS_IN_ALL: Final = 100_000
MOST_CHUNKS: Final = 20_000
MOST_TILE_NOTES: Final = 40_000
"""Tiles of which tilesets say something, a class or a picture."""
MOST_FILES: Final = 2000
MOST_PICTURE_BYTES: Final = 128 * 1024 * 1024
MOST_PIXELS: Final = 1 << 27
"""Of all pictures together: eight of the largest."""
MOST_PROJECT_BYTES: Final = 1024 * 1024
MOST_WORLD_MAPS: Final = 256
MOST_NAME_LETTERS: Final = 255
MOST_IMAGE_SIDE_PX: Final = 4096
LEAST_TILE_PX: Final = 4
MOST_TILE_PX: Final = 512
MOST_COORDINATE_PX: Final = 1_000_000


@dataclass(slots=True)
class Budget:
    """What one map with all its files has used up so far."""

    bytes: int = 0
    picture_bytes: int = 0
    pixels: int = 0
    elements: int = 0
    kept: int = 0
    attributes: int = 0
    cells: int = 0
    layers: int = 0
    groups: int = 0
    tilesets: int = 0
    objects: int = 0
    points: int = 0
    chunks: int = 0
    tile_notes: int = 0
    files: int = 0

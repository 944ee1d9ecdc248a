"""The ground tileset: what a map maker paints with. The game bakes its own ground from the classes.

Every surface has a few full tiles, and all corner transitions to bare sand for Tiled's terrain
brush. They are painted by the same program that paints the ground in the game.
"""

import numpy as np
from numpy.typing import NDArray

from game.sim.level import Surface
from game.view.ground_paint import GroundPlan, Painting
from game.view.ground_palette import table
from tools.art.raster import Image
from tools.art.tile_sheet import TILE, Terrain, TileSheet

FULL_TILES = 4
COLORS = {
    Surface.SAND: "#69567f",
    Surface.SOFT: "#b8998c",
    Surface.QUICKSAND: "#13112a",
    Surface.HARDPAN: "#8e7485",
    Surface.GRAVEL: "#7b5454",
    Surface.ROCK: "#57384a",
    Surface.ROAD: "#dcc19b",
    Surface.SCRUB: "#48634c",
}
WIND, SEED = (4, 3), 11


def _paint(surfaces: NDArray[np.uint8], x: int, y: int, width: int, height: int) -> Image:
    plan = GroundPlan([], surfaces, np.zeros_like(surfaces), WIND, SEED)
    painting = Painting(plan, (x, y, width, height))
    for _ in painting.work():
        pass
    pixels = table()[painting.indices]
    return np.dstack([pixels, np.full(pixels.shape[:2], 255, np.uint8)])


def full_tiles(surface: Surface) -> Image:
    """A row of tiles quite covered by one surface."""
    surfaces = np.full((9, 12), surface, np.uint8)
    return _paint(surfaces, 4 * TILE, 4 * TILE, FULL_TILES * TILE, TILE)


def corner_tile(surface: Surface, corners: int) -> Image:
    """A tile whose corners are sand or `surface`; bits from top left, clockwise."""
    surfaces = np.zeros((12, 12), np.uint8)
    for bit, (rows, columns) in enumerate(
        ((slice(0, 6), slice(0, 6)), (slice(0, 6), slice(6, 12)),
         (slice(6, 12), slice(6, 12)), (slice(6, 12), slice(0, 6)))
    ):  # fmt: skip
        if corners >> bit & 1:
            surfaces[rows, columns] = surface
    return _paint(surfaces, 6 * TILE - TILE // 2, 6 * TILE - TILE // 2, TILE, TILE)


def _corner_names(corners: int) -> str:
    names = ("top left", "top right", "bottom right", "bottom left")
    return ", ".join(name for bit, name in enumerate(names) if corners >> bit & 1)


def _wang_id(colors: tuple[int, int, int, int]) -> tuple[int, ...]:
    """Tiled's order from the top, clockwise, of corner colours from the top left, clockwise."""
    top_left, top_right, bottom_right, bottom_left = colors
    return (0, top_right, 0, bottom_right, 0, bottom_left, 0, top_left)


def sheet() -> TileSheet:
    """The whole tileset."""
    out = TileSheet("ground")
    for i, surface in enumerate(Surface):
        value = ("SurfaceKind", surface.name.lower())
        name = surface.name.lower()
        full = out.add(
            name, full_tiles(surface), f"{name}, {FULL_TILES} full tiles", "Surface", surface=value
        )
        out.terrains.append(Terrain(name, COLORS[surface], full.first))
        for k in range(FULL_TILES):
            out.wang[full.first + k] = _wang_id((i + 1,) * 4)
    for i, surface in enumerate(Surface):
        if surface == Surface.SAND:
            continue
        for corners in range(1, 15):
            # Half a tile or more of it counts as the surface.
            own = corners.bit_count() >= 2
            kind = surface if own else Surface.SAND
            stamp = out.add(
                f"{surface.name.lower()}/{corners}",
                corner_tile(surface, corners),
                f"sand, {surface.name.lower()} at {_corner_names(corners)}",
                "Surface",
                surface=("SurfaceKind", kind.name.lower()),
            )
            bits = tuple(i + 1 if corners >> bit & 1 else 1 for bit in range(4))
            out.wang[stamp.first] = _wang_id((bits[0], bits[1], bits[2], bits[3]))
    return out

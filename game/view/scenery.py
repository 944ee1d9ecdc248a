"""Ground and tiles of a map: painted ground with the walls on it, and what hangs above people.

Wall tiles stand on tiles that nobody walks on, so they are laid onto the ground chunk by chunk.
"""

import time
from collections import OrderedDict
from pathlib import Path
from typing import Final

import pygame

from game.content.paths import ground_folder
from game.content.scenery import Scenery
from game.core.units import TILE_PX
from game.sim.level import Level
from game.view.camera import HEIGHT, WIDTH, View
from game.view.ground import CHUNK_PX, Ground
from game.view.ground_pack import GroundPacks
from game.view.library import Library
from game.view.lighting import Lighting, window_glow
from game.view.palette import rgb

_KEPT_CHUNKS: Final = 40
_TILES: Final = CHUNK_PX // TILE_PX
_WINDOW_PX: Final = 4
_GLOW_PX: Final = 16
_AHEAD_SHARE: Final = 9
"""One part in so many of all time goes into painting ahead: nobody runs that fast."""
_IN_VIEW_SHARE: Final = 2
"""A bare spot in view is worse than a slower picture."""
_LEAST_NS: Final = 900_000
_MOST_NS: Final = 2_500_000
"""With the last piece of work that was begun, painting stays under 4 ms a frame."""

Chunk = tuple[int, int]
Piece = tuple[pygame.Surface, tuple[int, int]]


class Land:
    """What lies still: ground, walls, and the tiles above everybody."""

    def __init__(
        self,
        library: Library,
        level: Level,
        scenery: Scenery | None,
        lighting: Lighting,
        cache_dir: Path | None,
    ) -> None:
        self.ground = Ground(
            level.crests,
            level.surface,
            level.walls,
            level.conditions.wind,
            cache_dir=cache_dir,
            shipped=GroundPacks.of(ground_folder()),
        )
        self._library, self._scenery, self._lighting = library, scenery, lighting
        self._length = 0
        self._drawn_ns = 0
        self._laid: OrderedDict[Chunk, pygame.Surface] = OrderedDict()
        self._windows: dict[int, tuple[int, int] | None] = {}
        self._tiles: dict[tuple[str, Chunk], list[Piece]] = {}
        self._blank: Final = rgb("sand3")

    def settle(self, view: View, length: int) -> None:
        """Paint what is in view now, whatever it takes: for loading screens and pictures."""
        self.ground.finish((view.x, view.y, WIDTH, HEIGHT))
        self._take_length(length)
        for chunk in _chunks(view):
            self._lay(chunk)

    def draw(self, canvas: pygame.Surface, view: View, length: int) -> None:
        """Draw ground and walls in the moon's shadows; go on painting what is missing.

        ``length`` is that of the shadows (``light.shadow_length``).
        """
        self._take_length(length)
        self.ground.want((view.x, view.y, WIDTH, HEIGHT))
        self.ground.work(self._time_to_paint(view))
        for chunk in _chunks(view):
            at = (chunk[0] * CHUNK_PX - view.x, chunk[1] * CHUNK_PX - view.y)
            laid = self._lay(chunk)
            if laid is not None:
                canvas.blit(laid, at)
                continue
            canvas.fill(self._blank, (*at, CHUNK_PX, CHUNK_PX))
            self._blit(canvas, "walls", chunk, at)

    def _time_to_paint(self, view: View) -> int:
        """Nanoseconds for painting in this frame: a share of the time since the last one."""
        now = time.perf_counter_ns()
        passed, self._drawn_ns = now - self._drawn_ns, now
        bare = any(self.ground.chunk(*chunk) is None for chunk in _chunks(view))
        share = _IN_VIEW_SHARE if bare else _AHEAD_SHARE
        return max(_LEAST_NS, min(_MOST_NS, passed // share))

    def _take_length(self, length: int) -> None:
        """When the moon changes its height, all shadows are laid anew."""
        if length != self._length:
            self._length = length
            self._laid.clear()

    def draw_over(self, canvas: pygame.Surface, view: View) -> None:
        """Draw the tiles above people."""
        for chunk in _chunks(view):
            at = (chunk[0] * CHUNK_PX - view.x, chunk[1] * CHUNK_PX - view.y)
            self._blit(canvas, "over", chunk, at)

    def _lay(self, chunk: Chunk) -> pygame.Surface | None:
        """Ground and walls of a chunk in one picture, or None while its ground is not ready."""
        laid = self._laid.get(chunk)
        if laid is not None:
            self._laid.move_to_end(chunk)
            return laid
        ground = self.ground.chunk(*chunk)
        if ground is None:
            return None
        laid = ground.copy()
        if self._pieces("walls", chunk):
            walls = pygame.Surface(laid.get_size(), pygame.SRCALPHA)
            self._blit(walls, "walls", chunk, (0, 0))
            self._lighting.wear(walls)
            laid.blit(walls, (0, 0))
        self._lighting.shade_chunk(laid, chunk, self._length)
        for image, (x, y) in self._pieces("walls", chunk):
            window = self._window(image)
            if window is not None:
                at = x + window[0] - _GLOW_PX, y + window[1] - _GLOW_PX
                laid.blit(window_glow(_GLOW_PX), at, special_flags=pygame.BLEND_RGB_ADD)
        self._laid[chunk] = laid
        if len(self._laid) > _KEPT_CHUNKS:
            self._laid.popitem(last=False)
        return laid

    def _blit(
        self, target: pygame.Surface, layer: str, chunk: Chunk, at: tuple[int, int]
    ) -> None:
        pieces = self._pieces(layer, chunk)
        if pieces:
            target.fblits([(image, (at[0] + x, at[1] + y)) for image, (x, y) in pieces])

    def _window(self, image: pygame.Surface) -> tuple[int, int] | None:
        """The middle of the lit window in a tile's picture, or None where there is none."""
        key = id(image)  # the library keeps every tile's picture, so ids stay theirs
        if key not in self._windows:
            lit = pygame.mask.from_threshold(image, rgb("lamp3"), (2, 2, 2, 255))
            count = lit.count()
            self._windows[key] = lit.centroid() if count >= _WINDOW_PX else None
        return self._windows[key]

    def _pieces(self, layer: str, chunk: Chunk) -> list[Piece]:
        """The tiles of a layer on a chunk, with their places on it."""
        key = (layer, chunk)
        found = self._tiles.get(key)
        if found is not None:
            return found
        found = self._tiles[key] = []
        if self._scenery is None:
            return found
        left, top = chunk[0] * _TILES, chunk[1] * _TILES
        for sheet in self._scenery.sheets_of(layer):
            part = sheet.tiles[max(0, top) : top + _TILES, max(0, left) : left + _TILES]
            rows, columns = part.nonzero()
            for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
                picture = self._scenery.pictures[part.item(row, column)]
                if picture is not None:
                    image = self._library.tile(picture)
                    # taller tiles stand on their lower edge, as in Tiled
                    y = (row + 1) * TILE_PX - image.get_height()
                    found.append((image, (column * TILE_PX, y)))
        return found


def _chunks(view: View) -> list[Chunk]:
    columns = range(view.x // CHUNK_PX, (view.x + WIDTH - 1) // CHUNK_PX + 1)
    rows = range(view.y // CHUNK_PX, (view.y + HEIGHT - 1) // CHUNK_PX + 1)
    return [(x, y) for y in rows for x in columns]

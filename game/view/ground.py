"""The ground on screen: painted chunk by chunk between frames and kept in a folder for next time.

A chunk is 256 x 256 px. `want` says what is in view, `work` paints as long as it may, `draw` puts
what there is on a surface.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
import zlib
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import pygame
from numpy.typing import NDArray

from game.sim.land.dune_lines import LINE_SUB_PER_PX, MAX_HEIGHT_LEVELS, Crest, Ridge, Wind, trace
from game.view.ground_noise import Box
from game.view.ground_pack import GroundPacks
from game.view.ground_paint import LEFT_PX, TILE_PX, GroundPlan, Painting
from game.view.ground_palette import table

CHUNK_PX: Final = 256
PAINT_VERSION: Final = b"ground 4"
"""Changes with the way of painting, so that older chunks on disk are painted anew."""
SLICE_NS: Final = 1_000_000
KEPT_CHUNKS: Final = 96
_TILES_AROUND: Final = 5
_REACH_PX: Final = LEFT_PX + 20 * MAX_HEIGHT_LEVELS * 3 // 2
_SUFFIX: Final = ".chunk"

Chunk = tuple[int, int]


class Ground:
    """The painted ground of one map.

    crests: as drawn; surfaces: uint8 (h, w) codes of `game.sim.level.Surface` by tile; walls:
    uint8 (h, w), 0 none, 1 low, 2 high, for the shadows they throw; wind: the prevailing wind;
    cache_dir: where chunks are kept, or None; shipped: painted chunks that came with the maps.
    """

    def __init__(
        self,
        crests: Sequence[Crest],
        surfaces: NDArray[np.uint8],
        walls: NDArray[np.uint8],
        wind: Wind,
        seed: int = 11,
        cache_dir: Path | None = None,
        shipped: GroundPacks | None = None,
    ) -> None:
        self._ridges, self._boxes = _traced(crests, wind)
        self._surfaces = np.ascontiguousarray(surfaces, np.uint8)
        self._walls = np.ascontiguousarray(walls, np.uint8)
        self._wind, self._seed = wind, seed
        self._cache_dir, self._shipped = cache_dir, shipped or GroundPacks()
        rows, columns = surfaces.shape
        self.columns = -(-columns * TILE_PX // CHUNK_PX)
        self.rows = -(-rows * TILE_PX // CHUNK_PX)
        self._ready: OrderedDict[Chunk, pygame.Surface] = OrderedDict()
        self._wanted: list[Chunk] = []
        self._job: tuple[Chunk, Painting, Iterator[None]] | None = None
        self._colors = table()

    def want(self, rect_px: Box) -> None:
        """Paint the chunks of this world rectangle (x, y, w, h) next, then those around it."""
        x, y, w, h = rect_px
        here = self._chunks_in(x, y, w, h)
        ring = self._chunks_in(x - CHUNK_PX, y - CHUNK_PX, w + 2 * CHUNK_PX, h + 2 * CHUNK_PX)
        middle = ((x + w / 2) / CHUNK_PX - 0.5, (y + h / 2) / CHUNK_PX - 0.5)
        first = set(here)

        def urgency(chunk: Chunk) -> tuple[bool, float]:
            far = (chunk[0] - middle[0]) ** 2 + (chunk[1] - middle[1]) ** 2
            return chunk not in first, far

        for chunk in here:
            if chunk in self._ready:
                self._ready.move_to_end(chunk)
        self._wanted = sorted((c for c in ring if c not in self._ready), key=urgency)
        if self._job and self._job[0] not in first and any(c in first for c in self._wanted):
            self._job = None  # what is in view goes before what lies around it

    def work(self, budget_ns: int = SLICE_NS) -> bool:
        """Paint for about `budget_ns` (a piece takes 1 or 2 ms); False when all is done."""
        end = time.perf_counter_ns() + budget_ns
        while self._step():
            if time.perf_counter_ns() >= end:
                return True
        return False

    def finish(self, rect_px: Box) -> None:
        """Paint everything of this rectangle now: for loading screens, tests and pictures."""
        x, y, w, h = rect_px
        self._wanted = [c for c in self._chunks_in(x, y, w, h) if c not in self._ready]
        while self._step():
            pass

    def chunk(self, cx: int, cy: int) -> pygame.Surface | None:
        """The painted chunk, or None as long as it is not ready."""
        return self._ready.get((cx, cy))

    def draw(self, target: pygame.Surface, camera_x: int, camera_y: int) -> None:
        """Draw what is ready, the target's upper left corner at world px (camera_x, camera_y)."""
        w, h = target.get_size()
        for cx, cy in self._chunks_in(camera_x, camera_y, w, h):
            at = (cx * CHUNK_PX - camera_x, cy * CHUNK_PX - camera_y)
            surface = self._ready.get((cx, cy))
            if surface is None:
                target.fill(tuple(self._colors[3].tolist()), (*at, CHUNK_PX, CHUNK_PX))
            else:
                target.blit(surface, at)

    def key(self, cx: int, cy: int) -> str:
        """Hash of everything that goes into a chunk; the name of its file."""
        hasher = hashlib.blake2b(PAINT_VERSION, digest_size=16)
        hasher.update(repr((cx, cy, self._wind, self._seed)).encode())
        for crest, _ in self._touching(cx, cy):
            hasher.update(repr((crest.points, crest.height, crest.horns)).encode())
        tiles = CHUNK_PX // TILE_PX
        for plane in (self._surfaces, self._walls):
            top, left = max(cy * tiles - _TILES_AROUND, 0), max(cx * tiles - _TILES_AROUND, 0)
            cut = plane[top : (cy + 1) * tiles + _TILES_AROUND, left:][
                :, : (cx + 1) * tiles + _TILES_AROUND - left
            ]
            hasher.update(repr(cut.shape).encode() + cut.tobytes())
        return hasher.hexdigest()

    def painted(self, cx: int, cy: int) -> NDArray[np.uint8]:
        """A chunk painted from scratch, as indices into `ground_palette.table`."""
        painting = self._painting(cx, cy)
        for _ in painting.work():
            pass
        return painting.indices

    def _painting(self, cx: int, cy: int) -> Painting:
        ridges = [ridge for _, ridge in self._touching(cx, cy)]
        plan = GroundPlan(ridges, self._surfaces, self._walls, self._wind, self._seed)
        return Painting(plan, (cx * CHUNK_PX, cy * CHUNK_PX, CHUNK_PX, CHUNK_PX))

    def _step(self) -> bool:
        """One piece of work. False when nothing is left to do."""
        if self._job is None:
            while self._wanted and self._wanted[0] in self._ready:
                self._wanted.pop(0)
            if not self._wanted:
                return False
            chunk = self._wanted.pop(0)
            kept = self._load(chunk)
            if kept is not None:
                self._accept(chunk, kept)
                return True
            painting = self._painting(*chunk)
            self._job = (chunk, painting, painting.work())
            return True
        chunk, painting, pieces = self._job
        if next(pieces, self) is self:
            self._job = None
            self._accept(chunk, painting.indices)
            self._save(chunk, painting.indices)
        return True

    def _accept(self, chunk: Chunk, indices: NDArray[np.uint8]) -> None:
        surface = pygame.image.frombuffer(indices.tobytes(), (CHUNK_PX, CHUNK_PX), "P")
        surface.set_palette(self._colors.tolist())
        # a surface of its own in true colours; frombuffer only borrows the bytes
        deep = pygame.display.get_surface() is not None
        self._ready[chunk] = surface.convert() if deep else surface.convert(24)
        while len(self._ready) > KEPT_CHUNKS:
            self._ready.popitem(last=False)

    def _touching(self, cx: int, cy: int) -> list[tuple[Crest, Ridge]]:
        """Crests that could reach a chunk, by the box around their ridge."""
        left, top = cx * CHUNK_PX - _REACH_PX, cy * CHUNK_PX - _REACH_PX
        right, bottom = (cx + 1) * CHUNK_PX + _REACH_PX, (cy + 1) * CHUNK_PX + _REACH_PX
        x0, x1, y0, y1 = self._boxes
        sub = LINE_SUB_PER_PX
        near = (x1 >= left * sub) & (x0 <= right * sub) & (y1 >= top * sub) & (y0 <= bottom * sub)
        return [self._ridges[i] for i in np.flatnonzero(near).tolist()]

    def _chunks_in(self, x: int, y: int, w: int, h: int) -> list[Chunk]:
        columns = range(max(x // CHUNK_PX, 0), min(-(-(x + w) // CHUNK_PX), self.columns))
        rows = range(max(y // CHUNK_PX, 0), min(-(-(y + h) // CHUNK_PX), self.rows))
        return [(cx, cy) for cy in rows for cx in columns]

    def _load(self, chunk: Chunk) -> NDArray[np.uint8] | None:
        """The kept picture of a chunk; a missing, torn or foreign file counts as none."""
        key = self.key(*chunk)
        whole = CHUNK_PX * CHUNK_PX
        for read in (self._shipped.read, self._read_kept):
            raw = read(key, whole + 1)
            indices = np.frombuffer(raw, np.uint8)
            if len(raw) == whole and int(indices.max()) < len(self._colors):
                return indices.reshape(CHUNK_PX, CHUNK_PX)
        return None

    def _read_kept(self, key: str, most: int) -> bytes:
        """A chunk from the folder of kept ones, empty where there is none."""
        if self._cache_dir is None:
            return b""
        try:
            packed = (self._cache_dir / (key + _SUFFIX)).read_bytes()
            return zlib.decompressobj().decompress(packed, most)
        except (OSError, zlib.error):
            return b""

    def _save(self, chunk: Chunk, indices: NDArray[np.uint8]) -> None:
        """Keep a chunk; a full or read-only disk only means painting it again next time."""
        if self._cache_dir is None:
            return
        path = self._cache_dir / (self.key(*chunk) + _SUFFIX)
        part = path.with_suffix(f".{os.getpid()}.part")
        try:
            self._cache_dir.mkdir(parents=True, exist_ok=True)
            part.write_bytes(zlib.compress(indices.tobytes(), 1))
            part.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)


def _traced(
    crests: Sequence[Crest], wind: Wind
) -> tuple[list[tuple[Crest, Ridge]], NDArray[np.int32]]:
    """Crests with their ridges, and the box round each: leftmost, rightmost, upper, lower."""
    both = [(crest, ridge) for crest in crests if (ridge := trace(crest, wind)) is not None]
    boxes = [(r.x.min(), r.x.max(), r.y.min(), r.y.max()) for _, r in both]
    return both, np.array(boxes, np.int32).reshape(-1, 4).T

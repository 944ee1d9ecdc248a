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
from game.view.ground_paint import LEFT_PX, TILE_PX, GroundPlan, Painting
from game.view.ground_palette import table

CHUNK_PX: Final = 256
PAINT_VERSION: Final = b"ground 1"
"""Changes with the way of painting, so that older chunks on disk are painted anew."""
SLICE_NS: Final = 2_000_000
KEPT_CHUNKS: Final = 96
_TILES_AROUND: Final = 5
_REACH_PX: Final = LEFT_PX + 20 * MAX_HEIGHT_LEVELS * 3 // 2
_SUFFIX: Final = ".ground"

Chunk = tuple[int, int]


class Ground:
    """The painted ground of one map.

    crests: as drawn; surfaces: uint8 (h, w) codes of `game.sim.level.Surface` by tile; walls:
    uint8 (h, w), 0 none, 1 low, 2 high, for the shadows they throw; wind: the prevailing wind;
    cache_dir: where chunks are kept, or None; shipped_dir: painted chunks that came with the map.
    """

    def __init__(
        self,
        crests: Sequence[Crest],
        surfaces: NDArray[np.uint8],
        walls: NDArray[np.uint8],
        wind: Wind,
        seed: int = 11,
        cache_dir: Path | None = None,
        shipped_dir: Path | None = None,
    ) -> None:
        traced = [(crest, trace(crest, wind)) for crest in crests]
        self._ridges: list[tuple[Crest, Ridge]] = [(c, r) for c, r in traced if r is not None]
        self._surfaces = np.ascontiguousarray(surfaces, np.uint8)
        self._walls = np.ascontiguousarray(walls, np.uint8)
        self._wind, self._seed = wind, seed
        self._cache_dir, self._shipped_dir = cache_dir, shipped_dir
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

    def replace_plan(
        self, crests: Sequence[Crest], surfaces: NDArray[np.uint8], walls: NDArray[np.uint8]
    ) -> None:
        """Take over an edited map of the same size: only what the edit touches is painted again."""
        before = {chunk: self.key(*chunk) for chunk in self._ready}
        traced = [(crest, trace(crest, self._wind)) for crest in crests]
        self._ridges = [(c, r) for c, r in traced if r is not None]
        self._surfaces = np.ascontiguousarray(surfaces, np.uint8)
        self._walls = np.ascontiguousarray(walls, np.uint8)
        self._job = None
        for chunk, key in before.items():
            if self.key(*chunk) != key:
                del self._ready[chunk]

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
            ridges = [ridge for _, ridge in self._touching(*chunk)]
            plan = GroundPlan(ridges, self._surfaces, self._walls, self._wind, self._seed)
            box = (chunk[0] * CHUNK_PX, chunk[1] * CHUNK_PX, CHUNK_PX, CHUNK_PX)
            painting = Painting(plan, box)
            self._job = (chunk, painting, painting.work())
            return True
        chunk, painting, pieces = self._job
        if next(pieces, self) is self:
            self._job = None
            self._accept(chunk, painting.indices)
            self._save(chunk, painting.indices)
        return True

    def _accept(self, chunk: Chunk, indices: NDArray[np.uint8]) -> None:
        pixels = self._colors[indices]
        surface = pygame.image.frombuffer(pixels.tobytes(), (CHUNK_PX, CHUNK_PX), "RGB")
        if pygame.display.get_surface() is not None:
            surface = surface.convert()
        self._ready[chunk] = surface
        while len(self._ready) > KEPT_CHUNKS:
            self._ready.popitem(last=False)

    def _touching(self, cx: int, cy: int) -> list[tuple[Crest, Ridge]]:
        """Crests that could reach a chunk, by the box around their ridge."""
        left, top = cx * CHUNK_PX - _REACH_PX, cy * CHUNK_PX - _REACH_PX
        right, bottom = (cx + 1) * CHUNK_PX + _REACH_PX, (cy + 1) * CHUNK_PX + _REACH_PX
        sub = LINE_SUB_PER_PX
        return [
            (crest, ridge)
            for crest, ridge in self._ridges
            if int(ridge.x.max()) >= left * sub
            and int(ridge.x.min()) <= right * sub
            and int(ridge.y.max()) >= top * sub
            and int(ridge.y.min()) <= bottom * sub
        ]

    def _chunks_in(self, x: int, y: int, w: int, h: int) -> list[Chunk]:
        columns = range(max(x // CHUNK_PX, 0), min(-(-(x + w) // CHUNK_PX), self.columns))
        rows = range(max(y // CHUNK_PX, 0), min(-(-(y + h) // CHUNK_PX), self.rows))
        return [(cx, cy) for cy in rows for cx in columns]

    def _load(self, chunk: Chunk) -> NDArray[np.uint8] | None:
        """The kept picture of a chunk; a missing, torn or foreign file counts as none."""
        name = self.key(*chunk) + _SUFFIX
        for folder in (self._shipped_dir, self._cache_dir):
            if folder is None:
                continue
            try:
                unpack = zlib.decompressobj()
                raw = unpack.decompress((folder / name).read_bytes(), CHUNK_PX * CHUNK_PX + 1)
            except (OSError, zlib.error):
                continue
            indices = np.frombuffer(raw, np.uint8)
            if len(raw) == CHUNK_PX * CHUNK_PX and int(indices.max()) < len(self._colors):
                return indices.reshape(CHUNK_PX, CHUNK_PX)
        return None

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

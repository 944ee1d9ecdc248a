"""The relief of a map, raised from its crests or taken from the cache where it was raised before.

Raising a large map's dunes takes most of its loading time, and most loads change no dune. The
cache is keyed by everything the relief comes from, the program text that raises it included, so
that a stale entry can never be found; a damaged one is seen by its digest and raised again.
"""

import json
from hashlib import blake2b
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from game import __version__
from game.content.atomic import write_atomically
from game.content.paths import cache_folder
from game.sim.land import dune_field, dune_gauge, dune_lines, dune_reach, dunes
from game.sim.land.dune_lines import Crest
from game.sim.land.terrain import CELLS_A_TILE
from game.sim.level import HEIGHT_CELL_PX

Raised: TypeAlias = tuple[NDArray[np.int16], NDArray[np.bool_]]
"""Heights by cell and crest tiles by tile, as in ``Level``; [row, column]."""

WORTH_KEEPING_CRESTS: Final = 16
"""Fewer crests are raised faster than a file is read."""
MOST_KEPT: Final = 24
"""Entries of the cache; the oldest make room."""
_SUFFIX: Final = ".relief"
_DIGEST_BYTES: Final = 16


def relief_of(
    crests: tuple[Crest, ...], width: int, height: int, wind: tuple[int, int]
) -> Raised:
    """Heights and crest tiles of a map; ``width`` and ``height`` in tiles."""
    if len(crests) < WORTH_KEEPING_CRESTS:
        return _raised(crests, width, height, wind)
    path = cache_folder() / "relief" / (_key(crests, width, height, wind) + _SUFFIX)
    kept = _kept(path, width, height)
    if kept is not None:
        return kept
    raised = _raised(crests, width, height, wind)
    _keep(path, raised)
    return raised


def _raised(crests: tuple[Crest, ...], width: int, height: int, wind: tuple[int, int]) -> Raised:
    heights = dunes.heights(crests, width * CELLS_A_TILE, height * CELLS_A_TILE, wind)
    return heights, dunes.crest_cells(crests, width, height, wind, heights)


def _key(crests: tuple[Crest, ...], width: int, height: int, wind: tuple[int, int]) -> str:
    drawn = sorted(([*map(list, each.points)], each.height, each.horns) for each in crests)
    said = [width, height, wind, HEIGHT_CELL_PX, drawn]
    digest = blake2b(json.dumps(said).encode(), digest_size=_DIGEST_BYTES)
    for module in (dunes, dune_field, dune_gauge, dune_reach, dune_lines):
        text = Path(module.__file__ or "")
        # a packaged build has no text; there the version stands for it
        digest.update(text.read_bytes() if text.is_file() else __version__.encode())
    return digest.hexdigest()


def _kept(path: Path, width: int, height: int) -> Raised | None:
    try:
        blob = path.read_bytes()
    except OSError:
        return None
    told, body = blob[:_DIGEST_BYTES], blob[_DIGEST_BYTES:]
    cells = width * height * CELLS_A_TILE**2
    if told != _digest(body) or len(body) != 2 * cells + (width * height + 7) // 8:
        return None
    heights = np.frombuffer(body, "<i2", cells).astype(np.int16)
    bits = np.unpackbits(np.frombuffer(body, np.uint8, offset=2 * cells), count=width * height)
    shape = height * CELLS_A_TILE, width * CELLS_A_TILE
    return heights.reshape(shape), bits.astype(bool).reshape(height, width)


def _keep(path: Path, relief: Raised) -> None:
    """Write an entry and drop the oldest; a cache that cannot be written is done without."""
    heights, crest_tiles = relief
    body = heights.astype("<i2").tobytes() + np.packbits(crest_tiles).tobytes()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, _digest(body) + body)
        kept = sorted(path.parent.glob("*" + _SUFFIX), key=lambda each: each.stat().st_mtime)
        for old in kept[:-MOST_KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def _digest(body: bytes) -> bytes:
    return blake2b(body, digest_size=_DIGEST_BYTES).digest()

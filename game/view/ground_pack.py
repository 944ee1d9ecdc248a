"""Painted ground that came with a map: files of many chunks, each under the hash of its making.

A chunk is looked for by its key alone, so it does not matter which map a file was made for, and a
map that was drawn anew simply finds nothing.
"""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

SUFFIX: Final = ".ground"
_MAGIC: Final = b"suna ground 1\n"
_COUNT: Final = struct.Struct("<I")
_ENTRY: Final = struct.Struct("<16sII")
"""Key, where the packed chunk begins in the file, and its length."""
_MOST_CHUNKS: Final = 1 << 16


@dataclass(slots=True)
class GroundPacks:
    """What a folder of packs holds; a missing, torn or foreign file counts as empty."""

    _places: dict[str, tuple[Path, int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path) -> GroundPacks:
        """Read the tables of all packs in a folder, not their chunks."""
        packs = cls()
        for path in sorted(folder.glob(f"*{SUFFIX}")):
            try:
                packs._read_table(path)
            except (OSError, struct.error):
                continue
        return packs

    def keys(self) -> Iterable[str]:
        """The hashes of all chunks, in the order of their files."""
        return self._places.keys()

    def read(self, key: str, most: int) -> bytes:
        """A chunk unpacked, at most so many bytes; empty where there is none."""
        if key not in self._places:
            return b""
        path, start, length = self._places[key]
        try:
            with path.open("rb") as file:
                file.seek(start)
                return zlib.decompressobj().decompress(file.read(length), most)
        except (OSError, zlib.error):
            return b""

    def _read_table(self, path: Path) -> None:
        with path.open("rb") as file:
            if file.read(len(_MAGIC)) != _MAGIC:
                return
            (count,) = _COUNT.unpack(file.read(_COUNT.size))
            table = file.read(min(count, _MOST_CHUNKS) * _ENTRY.size)
        for name, start, length in _ENTRY.iter_unpack(table):
            self._places[name.hex()] = (path, start, length)


def write_pack(path: Path, chunks: Mapping[str, bytes]) -> None:
    """Write chunks by their hashes into one file, whole or not at all. Raises OSError."""
    packed = {key: zlib.compress(chunks[key], 9) for key in sorted(chunks)}
    start = len(_MAGIC) + _COUNT.size + len(packed) * _ENTRY.size
    parts = [_MAGIC, _COUNT.pack(len(packed))]
    for key, data in packed.items():
        parts.append(_ENTRY.pack(bytes.fromhex(key), start, len(data)))
        start += len(data)
    part = path.with_suffix(f".{os.getpid()}.part")
    part.write_bytes(b"".join([*parts, *packed.values()]))
    part.replace(path)

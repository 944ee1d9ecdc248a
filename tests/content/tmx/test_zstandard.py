"""Tiles packed with Zstandard: by Python 3.14's own module, by the package, or by neither."""

import base64
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from game.content.tmx.data import DataError, decode
from game.content.tmx.xml import Node
from tests.content.map_texts import map_text, refusal

ONES = b"\1\0\0\0" * 12


class PackedOtherwise:
    """Unpacks as the module of Python 3.14 is called, but with zlib."""

    def __init__(self, options: Mapping[str, int]) -> None:
        assert options == {"window": 23}
        self._unpacker = zlib.decompressobj()

    @property
    def eof(self) -> bool:
        return self._unpacker.eof

    def decompress(self, blob: bytes, most: int) -> bytes:
        return self._unpacker.decompress(blob, most)


PYTHONS_OWN = SimpleNamespace(
    DecompressionParameter=SimpleNamespace(window_log_max="window"),
    ZstdDecompressor=PackedOtherwise, ZstdError=zlib.error,
)


def only(name: str, module: Any) -> Callable[[str], Any]:
    """An importer that finds nothing but this module."""

    def find(wanted: str) -> Any:
        if wanted != name:
            raise ImportError(wanted)
        return module

    return find


def unpacked(blob: bytes) -> list[int]:
    node = Node("data", {}, "map.tmx", 1, text=base64.b64encode(blob).decode())
    return [int(gid) for gid in decode(node, "base64", "zstd", 4, 3).ravel()]


def test_pythons_own_module_unpacks_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    found = only("compression.zstd", PYTHONS_OWN)
    monkeypatch.setattr("game.content.tmx.data.import_module", found)

    assert unpacked(zlib.compress(ONES)) == [1] * 12
    for damaged in (b"", zlib.compress(ONES)[:-4], b"x" + zlib.compress(ONES)):
        with pytest.raises(DataError, match="damaged"):
            unpacked(damaged)
    with pytest.raises(DataError, match="more than the 12 tiles"):
        unpacked(zlib.compress(bytes(10_000_000)))


def test_a_frame_that_wants_too_much_memory_is_refused() -> None:
    # a frame of nothing: one without a word on its window would hold too few tiles
    with pytest.raises(DataError, match="holds 0 tiles"):
        unpacked(bytes.fromhex("28b52ffd0000010000"))
    # the same with a window of 64 MiB
    with pytest.raises(DataError, match="damaged"):
        unpacked(bytes.fromhex("28b52ffd0080010000"))


def test_tiles_packed_with_zstandard_need_what_unpacks_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.content.tmx.data.import_module", only("nothing", None))
    data = '<data encoding="base64" compression="zstd">AAAA</data>'
    packed = f'<layer id="1" name="ground" width="4" height="3">{data}</layer>'

    assert "needs Python 3.14 or the package zstandard" in str(refusal(tmp_path, map_text(packed)))

"""Layer data to arrays of gids: CSV, base64 and XML tiles, never more cells than were announced."""

import base64
import binascii
import re
import zlib
from importlib import import_module
from types import ModuleType
from typing import Final

import numpy as np

from game.content.tmx.model import Gids
from game.content.tmx.xml import Node

_UNPARTED: Final = re.compile(rb"[0-9][ \t\r\n]+[0-9]")
_MOST_GID: Final = 0xFFFFFFFF
_LONGEST_GID: Final = 11
"""Digits and comma of the greatest gid."""
_ZSTD_WINDOW_LOG: Final = 23
"""What unpacking may keep in memory, 8 MiB: more than the largest layer has."""
_ANY_WINDOW: Final = 47
"""zlib's word for: a zlib or gzip header, whichever is there."""


class DataError(Exception):
    """Layer data that cannot be read: a code, and what is wrong in words."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


def decode(node: Node, encoding: str, compression: str, width: int, height: int) -> Gids:
    """The gids of a ``data`` or ``chunk`` element, [height, width]; DataError for bad ones."""
    cells = width * height
    match encoding:
        case "":
            flat = _from_cells(node, cells)
        case "csv":
            flat = _from_csv(node.text, cells)
        case "base64":
            flat = _from_base64(node.text, compression, cells)
        case _:
            raise DataError("data-encoding", f"its encoding {encoding!r} is not known")
    return flat.reshape(height, width)


def _from_cells(node: Node, cells: int) -> Gids:
    _same_count(len(node.cells) if node.cells is not None else 0, cells)
    return _bounded(np.array(node.cells if node.cells is not None else [], np.int64))


def _from_csv(text: str, cells: int) -> Gids:
    spaced = text.encode("ascii", "replace").strip()
    whole = spaced.translate(None, b" \t\r\n")
    _same_count(whole.count(b",") + 1 if whole else 0, cells)
    holes = whole[:1] == b"," or whole[-1:] == b"," or b",," in whole
    plain = len(spaced) - len(whole) == spaced.count(b",\n")  # rows in lines, as Tiled writes them
    unparted = not plain and _UNPARTED.search(spaced)
    strange = holes or unparted or whole.translate(None, b"0123456789,")
    if strange or len(whole) > cells * _LONGEST_GID:
        raise DataError("data-bad", "its numbers are damaged")
    # a single number too long for 64 bits comes out as the greatest of them, which is no gid
    return _bounded(np.fromstring(whole.decode(), dtype=np.int64, sep=","))


def _from_base64(text: str, compression: str, cells: int) -> Gids:
    try:
        blob = base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise DataError("data-bad", "its base64 is damaged") from error
    size = 4 * cells
    raw = _unpacked(blob, compression, size + 1)
    if len(raw) > size:
        raise DataError("data-count", f"it holds more than the {cells} tiles it announces")
    if len(raw) % 4:
        raise DataError("data-bad", "its last gid is cut off")
    _same_count(len(raw) // 4, cells)
    return np.frombuffer(raw, dtype="<u4").astype(np.uint32)


def _unpacked(blob: bytes, compression: str, most: int) -> bytes:
    match compression:
        case "":
            return blob[:most]
        case "zlib" | "gzip":
            unpacker = zlib.decompressobj(_ANY_WINDOW)
            try:
                raw = unpacker.decompress(blob, most)
            except zlib.error as error:
                raise DataError("data-bad", "its compressed data is damaged") from error
            if len(raw) < most and not unpacker.eof:
                raise DataError("data-bad", "its compressed data is cut off")
            return raw
        case "zstd":
            return _unpacked_zstd(blob, most)
        case _:
            raise DataError("data-compression", f"its compression {compression!r} is not known")


def _unpacked_zstd(blob: bytes, most: int) -> bytes:
    """Unpack with Python 3.14's own module or the package ``zstandard``, whichever is there."""
    for module, unpack in (("compression.zstd", _by_python), ("zstandard", _by_package)):
        try:
            library = import_module(module)
        except ImportError:
            continue
        try:
            return unpack(library, blob, most)
        except (ValueError, EOFError, OSError, MemoryError, library.ZstdError) as error:
            raise DataError("data-bad", "its compressed data is damaged") from error
    raise DataError(
        "data-zstd", "it is packed with Zstandard, which needs Python 3.14 or the package zstandard"
    )


def _by_python(library: ModuleType, blob: bytes, most: int) -> bytes:
    window = {library.DecompressionParameter.window_log_max: _ZSTD_WINDOW_LOG}
    unpacker = library.ZstdDecompressor(options=window)
    raw = bytes(unpacker.decompress(blob, most))
    if len(raw) < most and not unpacker.eof:
        raise EOFError
    return raw


def _by_package(library: ModuleType, blob: bytes, most: int) -> bytes:
    unpacker = library.ZstdDecompressor(max_window_size=1 << _ZSTD_WINDOW_LOG)
    with unpacker.stream_reader(blob) as stream:
        return bytes(stream.read(most))


def _same_count(found: int, announced: int) -> None:
    if found != announced:
        raise DataError("data-count", f"it holds {found} tiles but announces {announced}")


def _bounded(gids: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Gids:
    if gids.size and not 0 <= int(gids.min()) <= int(gids.max()) <= _MOST_GID:
        raise DataError("data-bad", "one of its gids is no gid at all")
    return gids.astype(np.uint32)

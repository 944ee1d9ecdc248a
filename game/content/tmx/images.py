"""The size of a picture from the first bytes of its file, so that nothing huge is ever decoded."""

from typing import Final
from zlib import crc32

_PNG: Final = b"\x89PNG\r\n\x1a\n"


def size_of(head: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, GIF, BMP, WebP or JPEG, or None for anything else."""
    if head[:8] == _PNG and head[12:16] == b"IHDR" and len(head) >= 24:
        return _big(head, 16, 4), _big(head, 20, 4)
    if head[:6] in (b"GIF87a", b"GIF89a") and len(head) >= 10:
        return _little(head, 6, 2), _little(head, 8, 2)
    if head[:2] == b"BM" and len(head) >= 26:
        height = int.from_bytes(head[22:26], "little", signed=True)
        return _little(head, 18, 4), abs(height)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP" and len(head) >= 30:
        return _webp(head)
    if head[:2] == b"\xff\xd8":
        return _jpeg(head)
    return None


def is_whole(blob: bytes) -> bool:
    """Whether all of a PNG is there and no part was damaged; of other pictures, always True."""
    if blob[:8] != _PNG:
        return True
    place = 8
    while place + 12 <= len(blob):
        end = place + 8 + _big(blob, place, 4)
        if crc32(memoryview(blob)[place + 4 : end]) != _big(blob, end, 4):
            return False
        if blob[place + 4 : place + 8] == b"IEND":
            return True
        place = end + 4
    return False


def _big(head: bytes, start: int, count: int) -> int:
    return int.from_bytes(head[start : start + count], "big")


def _little(head: bytes, start: int, count: int) -> int:
    return int.from_bytes(head[start : start + count], "little")


def _webp(head: bytes) -> tuple[int, int] | None:
    match head[12:16]:
        case b"VP8X":
            return _little(head, 24, 3) + 1, _little(head, 27, 3) + 1
        case b"VP8 ":
            return _little(head, 26, 2) & 0x3FFF, _little(head, 28, 2) & 0x3FFF
        case b"VP8L":
            bits = _little(head, 21, 4)
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case _:
            return None


def _jpeg(head: bytes) -> tuple[int, int] | None:
    place = 2
    while place + 9 <= len(head):
        if head[place] != 0xFF:
            return None
        marker = head[place + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return _big(head, place + 7, 2), _big(head, place + 5, 2)
        place += 2 + _big(head, place + 2, 2)
    return None

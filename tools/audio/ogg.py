"""Sounds to OGG files whose bytes repeat: fixed stream number, checksums of the pages made anew."""

import io
from functools import cache
from pathlib import Path
from typing import BinaryIO, Final

import numpy as np
import soundfile

from tools.audio.synth import RATE, Samples

BLOCK_FRAMES: Final = 65_536
"""The encoder crashes on one long write; blocks of this size are safe."""
SERIAL: Final = b"SUNA"
_POLYNOMIAL: Final = 0x04C11DB7


def encoded(sound: Samples, quality: float) -> bytes:
    """A sound as an Ogg Vorbis file; ``quality`` 0 (small) to 1 (good)."""
    buffer = io.BytesIO()
    channels = 1 if sound.ndim == 1 else sound.shape[1]
    with soundfile.SoundFile(
        buffer, "w", RATE, channels, format="OGG", subtype="VORBIS", compression_level=1 - quality
    ) as file:
        for start in range(0, len(sound), BLOCK_FRAMES):
            file.write(sound[start : start + BLOCK_FRAMES].astype(np.float32))
    return renumbered(buffer.getvalue())


def decoded(file: Path | BinaryIO) -> Samples:
    """The samples of an OGG file, shape (n,) or (n, 2)."""
    sound, rate = soundfile.read(file)
    if rate != RATE:
        raise ValueError(f"{file}: {rate} frames a second, expected {RATE}")
    return np.asarray(sound, dtype=np.float64)


def renumbered(data: bytes) -> bytes:
    """The same Ogg stream under our stream number; encoders take a random one (RFC 3533)."""
    out = bytearray(data)
    at = 0
    while at < len(out):
        if out[at : at + 4] != b"OggS":
            raise ValueError(f"no Ogg page at byte {at}")
        segments = out[at + 26]
        size = 27 + segments + sum(out[at + 27 : at + 27 + segments])
        out[at + 14 : at + 18] = SERIAL
        out[at + 22 : at + 26] = bytes(4)
        out[at + 22 : at + 26] = _checksum(out[at : at + size]).to_bytes(4, "little")
        at += size
    return bytes(out)


@cache
def _table() -> tuple[int, ...]:
    rows = []
    for byte in range(256):
        value = byte << 24
        for _ in range(8):
            value = (value << 1) ^ (_POLYNOMIAL if value & 0x80000000 else 0)
        rows.append(value & 0xFFFFFFFF)
    return tuple(rows)


def _checksum(page: bytes | bytearray) -> int:
    value, table = 0, _table()
    for byte in page:
        value = ((value << 8) & 0xFFFFFFFF) ^ table[(value >> 24) ^ byte]
    return value

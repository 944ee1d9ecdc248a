"""Damages maps, byte by byte and piece by piece, and sees that each is read and drawn, or refused.

    python -m tools.fuzz_maps --bytes 1000000      a long campaign; 1 where anything went wrong
    python -m tools.fuzz_maps FOLDER --bytes 5000  with maps of your own

Whatever comes out of a damaged file must be a ``MapError``, the same verdict from ``suna check``
as from a full load, within a second. What goes wrong is kept with its file in the folder
``--keep``. The same seed does the same damage.
"""

import argparse
import random
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Final

import numpy as np

from game.content.check import check_map
from game.content.errors import InputError
from game.content.levels import load_level
from game.content.map_rules import used_gids
from game.content.render import Rgba, draw_tiles
from game.content.tmx.by_pytmx import own_tile_facts
from game.content.tmx.findings import Finding, Findings, MapError, Severity
from game.content.tmx.images import size_of
from game.content.tmx.reader import read_map

SAMPLE: Final = Path(__file__).parent.parent / "tests" / "content" / "tmx" / "sample"
MOST_SECONDS: Final = 1.0
_TOLD_EACH: Final = 5000
_WORDS: Final = (
    b"", b"-1", b"0", b"1", b"99999999999", b"1e308", b"nan", b"inf", b"true", b"/", b"..", b"%s",
    b"4294967295", b"0.5", b"#", b"\xf0\x9f\x90\x8d", b"csv", b"zstd", b"&#0;", b"&x;", b"<a>",
    b"</map>", b"]]>", b"<!--", b"Route", b"lamp.tx", b"every.tmx", b"\\", b"C:", b"{}", b"null",
    b"2147483648", b"1" * 400, b"<group>" * 70, b'" x="', b"\x00", b"\xff\xfe", b"\xef\xbb\xbf",
)

Damage = Callable[[bytearray, random.Random], None]


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that must not happen: with which file, and what came out."""

    file: str
    blob: bytes
    what: str


class _SlowError(Exception):
    """Reading took longer than it may."""


def flip(blob: bytearray, luck: random.Random) -> None:
    """One bit of a byte."""
    blob[luck.randrange(len(blob))] ^= 1 << luck.randrange(8)


def overwrite(blob: bytearray, luck: random.Random) -> None:
    """One byte."""
    blob[luck.randrange(len(blob))] = luck.randrange(256)


def cut(blob: bytearray, luck: random.Random) -> None:
    """The end of the file."""
    del blob[luck.randrange(len(blob)) :]


def drop(blob: bytearray, luck: random.Random) -> None:
    """Some bytes in the middle."""
    start = luck.randrange(len(blob))
    del blob[start : start + luck.randrange(1, 40)]


def double(blob: bytearray, luck: random.Random) -> None:
    """Some bytes a second time, elsewhere."""
    start = luck.randrange(len(blob))
    piece = blob[start : start + luck.randrange(1, 200)]
    place = luck.randrange(len(blob))
    blob[place:place] = piece


def swap_lines(blob: bytearray, luck: random.Random) -> None:
    """Two lines change places."""
    lines = bytes(blob).split(b"\n")
    one, other = luck.randrange(len(lines)), luck.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    blob[:] = b"\n".join(lines)


def change_value(blob: bytearray, luck: random.Random) -> None:
    """What stands between two quotes becomes something else."""
    quotes = [place for place, byte in enumerate(blob) if byte == 0x22]
    if len(quotes) > 1:
        which = luck.randrange(len(quotes) - 1)
        blob[quotes[which] + 1 : quotes[which + 1]] = luck.choice(_WORDS)


def put_word(blob: bytearray, luck: random.Random) -> None:
    """Something strange, anywhere."""
    place = luck.randrange(len(blob))
    blob[place:place] = luck.choice(_WORDS)


PLAIN: Final[tuple[Damage, ...]] = (flip, overwrite)
ROUGH: Final[tuple[Damage, ...]] = (cut, drop, double, swap_lines, change_value, put_word)


def damaged(originals: dict[str, bytes], count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """So many damaged bytes or pieces, a few in one file at a time: its name and new bytes."""
    luck = random.Random(seed)
    names = sorted(originals)
    weights = [3 if name.endswith(".tmx") else 1 for name in names]
    done = 0
    while done < count:
        name = luck.choices(names, weights)[0]
        blob = bytearray(originals[name])
        for _ in range(luck.choice((1, 1, 2, 4, 8, 16, 32, 64))):
            if blob:
                luck.choice(PLAIN if luck.random() < 0.7 else ROUGH)(blob, luck)
                done += 1
        yield name, bytes(blob)


def all_cuts(originals: dict[str, bytes], step: int = 1) -> Iterator[tuple[str, bytes]]:
    """Every file cut off after every byte, or every so many."""
    for name, blob in sorted(originals.items()):
        for end in range(0, len(blob), step):
            yield name, blob[:end]


def all_flips(originals: dict[str, bytes], step: int = 1) -> Iterator[tuple[str, bytes]]:
    """Every byte of every file flipped, all of its bits or one of them, or every so many bytes."""
    for name, blob in sorted(originals.items()):
        for place in range(0, len(blob), step):
            for bits in (0xFF, 1 << place % 8):
                yield name, blob[:place] + bytes([blob[place] ^ bits]) + blob[place + 1 :]


def originals_in(folder: Path) -> dict[str, bytes]:
    """The files of a folder that a map is made of."""
    kinds = {".tmx", ".tsx", ".tx", ".png", ".tiled-project"}
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in kinds}


def judge(folder: Path, name: str, blob: bytes, maps: Sequence[Path]) -> Failure | None:
    """Read a folder's maps with one file damaged; mends the file again."""
    path = folder / name
    good = path.read_bytes()
    path.write_bytes(blob)
    try:
        for each in maps:
            with _time_limit():
                _read(each)
    except Exception:
        return Failure(name, blob, traceback.format_exc())
    finally:
        path.write_bytes(good)
    return None


def _read(path: Path) -> None:
    """Check a map and load it: both must say the same, in findings that can be shown."""
    found = check_map(path)
    refused = any(each.severity is Severity.ERROR for each in found)
    said: tuple[Finding, ...] = ()
    try:
        load_level(path)
    except MapError as error:
        said = error.findings
    assert refused == bool(said), f"check: {list(map(str, found))}, load: {list(map(str, said))}"
    _draw(path)
    for each in (*found, *said):
        line = str(each)
        assert line.isprintable(), line
        assert line.endswith(f"[{each.code}]"), line


def _draw(path: Path) -> None:
    """Draw a map that can be read at all, with pictures of nothing."""
    findings = Findings()
    try:
        tiled = read_map(path, findings)
        findings.raise_errors()
        draw_tiles(tiled, own_tile_facts(tiled, used_gids(tiled)), _nothing)
    except InputError:
        return


def _nothing(path: Path) -> Rgba:
    width, height = size_of(path.read_bytes()) or (1, 1)
    return np.zeros((height, width, 4), np.uint8)


@contextmanager
def _time_limit() -> Iterator[None]:
    if not hasattr(signal, "setitimer"):  # on Windows nobody stops it
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise _SlowError(f"over {MOST_SECONDS} s of processor time")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, 2 * MOST_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def run(source: Path, cases: Iterator[tuple[str, bytes]], most_failures: int = 20) -> list[Failure]:
    """Judge every case in a copy of the folder; what went wrong."""
    failures: list[Failure] = []
    with TemporaryDirectory() as temporary:
        folder = Path(temporary) / "maps"
        shutil.copytree(source, folder)
        maps = sorted(folder.glob("*.tmx"))
        for number, (name, blob) in enumerate(cases, 1):
            # a damaged map is no matter to the others
            read = [folder / name] if name.endswith(".tmx") else maps
            failure = judge(folder, name, blob, read)
            if failure is not None:
                failures.append(failure)
                if len(failures) >= most_failures:
                    break
            if number % _TOLD_EACH == 0:
                print(f"{number} files, {len(failures)} failures", file=sys.stderr, flush=True)
    return failures


def main() -> int:
    """Run a campaign; 1 where anything went wrong."""
    parser = argparse.ArgumentParser(description="Damage maps and see that each is refused.")
    parser.add_argument("folder", type=Path, nargs="?", default=SAMPLE)
    parser.add_argument("--bytes", type=int, default=10_000, metavar="N", help="damaged bytes")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--every", action="store_true", help="every cut and every flip instead")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where failures are kept")
    arguments = parser.parse_args()
    originals = originals_in(arguments.folder)
    began = time.perf_counter()

    def cases() -> Iterator[tuple[str, bytes]]:
        if arguments.every:
            yield from all_cuts(originals)
            yield from all_flips(originals)
        else:
            yield from damaged(originals, arguments.bytes, arguments.seed)

    failures = run(arguments.folder, cases())
    for number, failure in enumerate(failures):
        print(f"{failure.file}: {failure.what}")
        if arguments.keep is not None:
            arguments.keep.mkdir(parents=True, exist_ok=True)
            (arguments.keep / f"{number}_{failure.file}").write_bytes(failure.blob)
    print(f"{len(failures)} failures in {time.perf_counter() - began:.0f} s")
    return int(bool(failures))


if __name__ == "__main__":
    sys.exit(main())

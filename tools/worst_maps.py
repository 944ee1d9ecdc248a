"""Map files made to exhaust the reader, and how long and how much memory each of them costs it.

    python -m tools.worst_maps            one line for each file; 1 where a bound was passed

Every file is read in a process of its own. The memory is what reading added to that process.
"""

import argparse
import base64
import json
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from game.content.check import check_map
from game.content.tmx.findings import Severity

resource: Any = None
with suppress(ImportError):  # Windows keeps no such books
    import resource

MOST_SECONDS: Final = 1.0
MOST_MEGABYTES: Final = 64.0
_FULL: Final = 16 * 1024 * 1024 - 4096
"""Just under the largest file that is opened at all."""


def around(inside: str, *, side: int = 4, more: str = "") -> str:
    """A map of one plain layer, and what stands below it."""
    rows = ",".join("0" * (side * side)) if side < 100 else ""
    layer = (
        f'<layer id="1" name="ground" width="{side}" height="{side}">'
        f'<data encoding="csv">{rows}</data></layer>'
    )
    return (
        f'<map version="1.10" orientation="orthogonal" width="{side}" height="{side}" '
        f'tilewidth="16" tileheight="16" {more}>\n{layer}\n{inside}</map>'
    )


def filled(piece: str, size: int = _FULL) -> str:
    """The same piece again and again, up to so many characters."""
    return piece * (size // len(piece))


def objects(inside: str) -> str:
    """An object layer."""
    return around(f'<objectgroup id="2" name="places">{inside}</objectgroup>')


def data(text: str, more: str = 'encoding="csv"', side: int = 1024) -> str:
    """A map of one large layer whose data is this text."""
    return (
        f'<map orientation="orthogonal" width="{side}" height="{side}" tilewidth="16" '
        f'tileheight="16"><layer id="1" width="{side}" height="{side}"><data {more}>{text}</data>'
        "</layer></map>"
    )


def packed(raw: bytes, level: int = 9) -> str:
    """Bytes as packed layer data."""
    return base64.b64encode(zlib.compress(raw, level)).decode()


def nested_entities() -> str:
    lines = ['<!ENTITY a0 "lol">']
    lines += [f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10)]
    return f"<!DOCTYPE map [{''.join(lines)}]><map>&a9;</map>"


def numbered(piece: str, count: int) -> str:
    """A piece so many times, each ``#`` in it replaced by its number."""
    return "".join(piece.replace("#", str(i)) for i in range(1, count + 1))


def wrong_at_the_end(inside: str) -> str:
    """Objects within all bounds, and one that is not: it must come out after all others."""
    return objects(inside + '<object id="0" x="nan"/>')


_RICH: Final = (
    '<object id="#" name="o#" type="Rogue" x="#" y="2.5" rotation="33.3"><properties>'
    '<property name="a" type="float" value="1.5"/><property name="b" type="bool" value="true"/>'
    '<property name="c" value="#"/></properties><polyline points="0,0 5,5 9.5,3"/></object>'
)
_CELLS: Final = 1024 * 1024

WORST: Final[dict[str, Callable[[], str | bytes]]] = {
    "16 MiB of spaces": lambda: around(" " * _FULL),
    "16 MiB of nothing but tags": lambda: around(filled("<a/>")),
    "16 MiB of nested tags": lambda: around(filled("<a>")),
    "16 MiB of objects": lambda: objects(filled('<object id="1" x="1" y="2"/>')),
    "16 MiB of properties": lambda: around(
        "<properties>" + filled('<property name="a" value="b"/>') + "</properties>"),
    "150,000 pictures": lambda: around(filled('<image source="a#" trans="b"/>', 4_000_000)),
    "200,000 properties": lambda: around(
        "<properties>" + '<property name="a" value="b"/>' * 199_990 + "</properties>"),
    "200,000 elements of 5 attributes": lambda: around(
        '<x aa="1234567" bb="1234567" cc="1234567" dd="1234567" ee="1234567"/>' * 199_990
        + "<layer/>"),
    "elements of 5,000 attributes": lambda: around(
        filled("<x " + " ".join(f'a{i}=""' for i in range(5000)) + "/>")),
    "one tag of 16 MiB": lambda: around(f'<x a="{"y" * (_FULL - 1000)}"/>'),
    "20,000 rich objects, the last wrong": lambda: wrong_at_the_end(numbered(_RICH, 19_999)),
    "20,000 lines of 50 points": lambda: wrong_at_the_end(
        f'<object id="7" x="1" y="1"><polyline points="{"1.5,2.25 " * 50}"/></object>' * 19_999),
    "1000 lines of 1000 points": lambda: wrong_at_the_end(
        f'<object id="7" x="1" y="1"><polyline points="{"1.5,2.25 " * 1000}"/></object>' * 1000),
    "16 MiB of points": lambda: objects(
        f'<object id="1"><polyline points="{filled("1,1 ", 200_000)}"/></object>' * 80),
    "200,000 groups": lambda: around("<group/>" * 199_990),
    "4,000 groups in 60 levels": lambda: around(("<group>" * 60 + "</group>" * 60) * 3000),
    "16 MiB of text": lambda: around(
        f'<properties><property name="a">{"x" * _FULL}</property></properties>'),
    "16 MiB of text in pieces": lambda: around(
        f'<properties><property name="a">{filled("&#65;<b/>")}</property></properties>'),
    "16 MiB of CSV, every cell damaged": lambda: data(filled("0 ,,")),
    "16 MiB of CSV, too many cells": lambda: data(filled("1,")),
    "CSV of a million large gids": lambda: data(",".join(["4294967295"] * _CELLS)),
    "CSV of a million gids that are none": lambda: data(",".join(["99999999999999"] * _CELLS)),
    "a million XML tiles": lambda: data('<tile gid="1"/>' * 1_000_000, "", 1000),
    "a bomb of zeros": lambda: data(packed(bytes(400_000_000)),
                                    'encoding="base64" compression="zlib"'),
    "16 MiB of base64": lambda: data("A" * _FULL, 'encoding="base64"'),
    "a layer of 1,000,000 unknown tiles": lambda: data(
        base64.b64encode(b"".join(i.to_bytes(4, "little") for i in range(1, _CELLS + 1))).decode(),
        'encoding="base64"'),
    "layers of 4,000,000 cells": lambda: around(numbered(
        '<layer id="#" width="1024" height="1024"><data encoding="base64" compression="zlib">'
        f"{packed(bytes(4 * _CELLS))}</data></layer>", 3), side=1024),
    "chunks far apart": lambda: around(
        '<layer id="3"><data encoding="csv">' + "".join(
            f'<chunk x="{i * 900}" y="{i}" width="1" height="1">1</chunk>' for i in range(60_000))
        + "</data></layer>", more='infinite="1"'),
    "60,000 chunks of one tile": lambda: around(
        '<layer id="3"><data encoding="csv">' + "".join(
            f'<chunk x="{i % 250}" y="{i // 250}" width="1" height="1">1</chunk>'
            for i in range(60_000))
        + "</data></layer>", more='infinite="1"'),
    "a billion laughs": nested_entities,
    "a number of a million digits": lambda: around("", more=f'infinite="{"9" * 200_000}"'),
    "256 tilesets of a million tiles": lambda: around(numbered(
        f'<tileset firstgid="#" name="t" tilewidth="16" tileheight="16" tilecount="{10**6}" '
        'columns="1000"/>', 256)),
    "a tileset of 190,000 tiles": lambda: around(
        '<tileset firstgid="1" name="t" tilewidth="16" tileheight="16">'
        + numbered('<tile id="#"/>', 190_000) + "</tileset>"),
    "half of it UTF-16": lambda: objects(filled('<object id="1"/>', _FULL // 2)).encode("utf-16"),
}

def played(inside: str, layers: str = "") -> str:
    """A map of this game, as large as maps may be, with a Start."""
    start = '<object id="1" type="Start" x="8" y="8"><point/></object>'
    ground = (
        '<tileset firstgid="1" name="t" tilewidth="16" tileheight="16"><tile id="0" '
        'type="Surface"/><tile id="1" type="Wall"/></tileset>'
        '<layer id="1" name="ground" width="1024" height="1024"><data encoding="base64" '
        f'compression="zlib">{packed(bytes(4 * _CELLS))}</data></layer>'
    )
    return (
        '<map orientation="orthogonal" width="1024" height="1024" tilewidth="16" tileheight="16">'
        f'{ground}{layers}<objectgroup id="2" name="places">{start}{inside}</objectgroup></map>'
    )


_ZIGZAG: Final = " ".join(f"{i % 2 * 16000},{i * 16 % 16000}" for i in range(1000))
PLAYED: Final[dict[str, Callable[[], str]]] = {
    "19,000 people": lambda: played("".join(
        f'<object id="{i}" type="Rogue" x="{i * 13 % 16000}" y="{i * 7 % 16000}"><point/></object>'
        for i in range(2, 19_000))),
    "90 routes across the map and back": lambda: played("".join(
        f'<object id="{i}" type="Route" x="9" y="9"><polyline points="{_ZIGZAG}"/></object>'
        for i in range(2, 92))),
    "90 crests across the map and back": lambda: played("".join(
        f'<object id="{i}" type="Crest" x="9" y="9"><polyline points="{_ZIGZAG}"/></object>'
        for i in range(2, 92))),
    "19,000 instances of a template that is not there": lambda: played("".join(
        f'<object id="{i}" template="no.tx" x="9" y="9"/>' for i in range(2, 19_000))),
}
"""Maps that are held to the rules of this game as well."""

PROJECTS: Final[dict[str, Callable[[], str]]] = {
    "a project of 16 MiB of lists": lambda: "[" + filled("[],")[:-1] + "]",
    "a project nested without end": lambda: "[" * _FULL,
    "a project of 1 MiB of lists": lambda: "[" + filled("[],", 1_000_000)[:-1] + "]",
    "a project of 20,000 classes": lambda: json.dumps({"propertyTypes": [
        {"type": "class", "name": f"c{i}", "members": []} for i in range(18_000)]}),
    "classes in classes": lambda: json.dumps({"propertyTypes": [
        {"type": "class", "name": f"c{i}", "members": [
            {"name": f"m{j}", "type": "class", "propertyType": f"c{i + 1}"} for j in range(9)]}
        for i in range(200)]}),
}


def names() -> list[str]:
    """What there is to measure."""
    return [*WORST, *PLAYED, *PROJECTS]


def write(what: str, folder: Path) -> Path:
    """Put one of the maps, and its project, into a folder."""
    path = folder / "map.tmx"
    (folder / "some.tiled-project").write_text(PROJECTS[what]() if what in PROJECTS else "{}")
    makes = {**WORST, **PLAYED}
    made = makes[what]() if what in makes else around("<layer/>")
    path.write_bytes(made.encode() if isinstance(made, str) else made)
    return path


def measure(what: str, folder: Path) -> tuple[float, float, str]:
    """Processor seconds, megabytes and the first error of checking a map.

    It is made in one process and checked in another: this one stays small, since the most memory
    of a process counts from that of its parent.
    """
    for step in ("--write", "--one"):
        command = [sys.executable, "-m", "tools.worst_maps", step, what, "--folder", str(folder)]
        done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)
        if done.returncode:
            return 0.0, 0.0, "FAILED: " + done.stderr.strip().rpartition("\n")[2]
    seconds, megabytes, said = done.stdout.split(" ", 2)
    return float(seconds), float(megabytes), said.strip()


def one(path: Path, *, format_only: bool) -> None:
    """Check a map in this process, and print what it cost."""
    before = _most_memory()
    began = time.process_time()
    found = check_map(path, format_only=format_only, remarks=True)
    seconds = time.process_time() - began
    after = _most_memory()
    errors = [each for each in found if each.severity is Severity.ERROR]
    said = f"{len(errors)} errors, {errors[0].code}" if errors else "TAKEN"
    print(f"{seconds:.3f} {after - before:.1f} {said}")


def _most_memory() -> float:
    """The most memory that this process has held, in megabytes; 0 where nobody counts it."""
    if resource is None:
        return 0.0
    most = int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return most / 2**20 if sys.platform == "darwin" else most / 1024


def main() -> int:
    """Measure every file; 1 where one failed or passed a bound."""
    parser = argparse.ArgumentParser(description="Measure the reader at the worst of maps.")
    parser.add_argument("--only", default="", metavar="WORDS", help="files whose name has these")
    parser.add_argument("--write", metavar="NAME", help="only write this map")
    parser.add_argument("--one", metavar="NAME", help="only check the map, here and now")
    parser.add_argument("--folder", type=Path, help="where the map lies")
    arguments = parser.parse_args()
    if arguments.write is not None:
        write(arguments.write, arguments.folder)
        return 0
    if arguments.one is not None:
        one(arguments.folder / "map.tmx", format_only=arguments.one not in PLAYED)
        return 0
    bad = False
    with TemporaryDirectory() as name:
        folder = Path(name)
        for what in names():
            if arguments.only not in what:
                continue
            seconds, megabytes, said = measure(what, folder)
            over = seconds > MOST_SECONDS or megabytes > MOST_MEGABYTES or said.startswith("FAIL")
            bad = bad or over
            size = sum(each.stat().st_size for each in folder.iterdir()) / 2**20
            print(f"{'!' if over else ' '} {seconds:6.3f} s {megabytes:6.1f} MB {size:5.1f} MiB  "
                  f"{what}: {said}", flush=True)
    return int(bad)


if __name__ == "__main__":
    sys.exit(main())

"""``suna check``: everything that is wrong with maps, without a window, pytmx or pygame."""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Final

from game.content.errors import InputError
from game.content.lints import lint, remark
from game.content.map_objects import REFERENCE_HINTS
from game.content.map_rules import draft_level, used_gids
from game.content.operation_files import operation_file
from game.content.tmx.by_pytmx import own_tile_facts
from game.content.tmx.findings import (
    Finding,
    Findings,
    MapError,
    Severity,
    in_order,
    quoted,
)
from game.content.tmx.model import TiledMap
from game.content.tmx.reader import read_map
from game.content.tmx.world import SUFFIX, WorldMap, read_world

EXIT_SOUND: Final = 0
EXIT_FAULTY: Final = 1


def run(
    paths: Sequence[str | Path], as_json: bool = False, strict: bool = False,
    format_only: bool = False,
) -> int:
    """Check maps and all maps in folders, print what was found, and return the exit code.

    One line for each finding, worst first within a map, or one JSON list. A world is checked with
    all its maps; maps that are named themselves get remarks, too. The code is 1 where there are
    errors, or with ``strict`` warnings. Raises InputError where there is no map.
    """
    maps = find_maps(paths)
    named = frozenset(map(Path, paths))
    found = [
        each for path in maps
        for each in (check_world if path.suffix == SUFFIX else check_map)(
            path, format_only=format_only, remarks=path in named
        )
    ]
    if as_json:
        print(json.dumps([each.as_json() for each in found], indent=1))
    else:
        for each in found:
            print(_printable(str(each)))
        errors, warnings = (_count(found, s) for s in (Severity.ERROR, Severity.WARNING))
        told = f"{_many(len(maps), 'map')}: {_many(errors, 'error')}, {_many(warnings, 'warning')}"
        # Tiled counts whatever goes to stderr as an error: good news is no complaint
        print(told, file=sys.stderr if errors or warnings else sys.stdout)
    worst = Severity.WARNING if strict else Severity.ERROR
    return EXIT_FAULTY if any(each.severity <= worst for each in found) else EXIT_SOUND


def check_map(
    path: Path, *, format_only: bool = False, remarks: bool = False
) -> tuple[Finding, ...]:
    """Everything found in one map, worst first. ``format_only`` knows nothing of this game.

    With ``remarks`` also what is no doubt at all, such as long sight lines.
    """
    findings = Findings()
    try:
        _check(path, findings, format_only, remarks)
    except MapError as error:
        return error.findings
    return in_order(findings.found)


def check_world(
    path: Path, *, format_only: bool = False, remarks: bool = False
) -> tuple[Finding, ...]:
    """Everything found in a world and in its maps: the world's own first, worst first in each."""
    findings = Findings()
    inside: list[Finding] = []
    try:
        world = read_world(path, findings)
        known: list[WorldMap] = []
        for each in world.maps:
            of_map = Findings()
            try:
                tiled = _check(Path(each.shown), of_map, format_only, remarks)
            except MapError as error:
                inside += error.findings
                continue
            inside += in_order(of_map.found)
            size = tiled.width * tiled.tile_width, tiled.height * tiled.tile_height
            known.append(replace(each, size=size))
            if each.size not in (None, size):
                findings.warning("world-stale", each.at,
                                 f"{quoted(each.path.name)} is {size[0]}x{size[1]} pixels, but "
                                 "another size is noted", "Open the world in Tiled and save it.")
        for one, other in combinations(known, 2):
            if one.overlaps(other):
                findings.warning("world-overlap", other.at,
                                 f"{quoted(other.path.name)} lies over {quoted(one.path.name)}",
                                 "Move one of them.")
    except MapError as error:
        return error.findings
    return (*in_order(findings.found), *inside)


def _check(path: Path, findings: Findings, format_only: bool, remarks: bool) -> TiledMap:
    """Read a map and hold it to all rules. Raises MapError where it has errors."""
    tiled = read_map(path, findings, REFERENCE_HINTS)
    findings.raise_errors()
    if not format_only:
        draft = draft_level(tiled, own_tile_facts(tiled, used_gids(tiled)), findings)
        operation_file(path.parent, draft, findings)
        findings.raise_errors()
        lint(draft, findings)
        if remarks:
            remark(draft, findings)
    return tiled


def find_maps(paths: Iterable[str | Path]) -> list[Path]:
    """The maps meant by files and folders, in order; automapping rules are not maps of the game."""
    found: list[Path] = []
    for each in map(Path, paths):
        if each.is_dir():
            inside = sorted(
                path for path in each.rglob("*.tmx")
                if "rules" not in path.relative_to(each).parts
            )
            if not inside:
                raise InputError(f"{each}: no .tmx map in this folder; name one that has maps")
            found += inside
        elif each.exists():
            found.append(each)
        else:
            raise InputError(f"{each}: there is no such map or folder; check the path")
    return found


def _count(found: Sequence[Finding], severity: Severity) -> int:
    return sum(each.severity is severity for each in found)


def _many(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _printable(line: str) -> str:
    """A line that any terminal takes: file names may hold bytes that are no text."""
    encoding = sys.stdout.encoding or "utf-8"
    return line.encode(encoding, "backslashreplace").decode(encoding)

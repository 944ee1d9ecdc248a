"""Rebuild the pictures under `assets/`: `python -m tools.art [--only NAME] [--check]`.

A maker is skipped when neither the programs it uses nor its files have changed since it last ran;
what it last ran with is remembered outside the repository, in the user's cache folder.
"""

import argparse
import ast
import hashlib
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np
import PIL
from platformdirs import user_cache_path
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from tools.art import (
    closeup,
    creatures,
    font,
    people,
    portraits,
    props,
    tiles,
    ui_pieces,
    vista_scenes,
)
from tools.art.atlas import write_bytes

Maker = Callable[[Path], None]
"""Writes its pictures below the given assets folder."""

MAKERS: Final[dict[str, Maker]] = {
    "font": font.make,
    "ui": ui_pieces.make,
    "portraits": portraits.make,
    "vistas": vista_scenes.make,
    "closeup": closeup.make,
    "people": people.make,
    "creatures": creatures.make,
    "props": props.make,
    "tiles": tiles.make,
}

ART: Final = Path(__file__).parent
ROOT: Final = ART.parent.parent
ASSETS: Final = ROOT / "assets"
FOLDERS: Final = {"tiles": ART.parent.parent / "maps"}
"""Where makers write that do not write below `assets/`: a map's pictures lie in its own project."""


def sources(module: str) -> list[Path]:
    """The files a module is made of: itself and whatever of `tools` and `game` it imports."""
    found: dict[str, Path] = {}
    waiting = [module]
    while waiting:
        name = waiting.pop()
        path = ROOT.joinpath(*name.split("."))
        path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
        if name in found or not path.is_file():
            continue
        found[name] = path
        for node in ast.walk(ast.parse(path.read_bytes())):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            waiting += [n for n in names if n.split(".")[0] in ("tools", "game")]
    return sorted(found.values())


def source_hash(name: str) -> str:
    """One hash over all that one maker's pictures depend on, the libraries' versions included."""
    digest = hashlib.sha256(f"numpy {np.__version__} pillow {PIL.__version__}".encode())
    data = [path for path in sorted(ART.iterdir()) if path.suffix not in (".py", ".md", "")]
    for path in sources(MAKERS[name].__module__) + data:
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def files_hash(folder: Path, names: list[str]) -> str:
    """One hash over files by name; a missing one counts as empty."""
    digest = hashlib.sha256()
    for name in names:
        path = folder / name
        digest.update(name.encode() + b"\0" + (path.read_bytes() if path.is_file() else b""))
    return digest.hexdigest()


def build(name: str, assets: Path) -> list[str]:
    """Run one maker into an empty folder, then move its files in place; returns their names.

    Working aside keeps the old files whole when a maker fails half way.
    """
    with tempfile.TemporaryDirectory() as temporary:
        aside = Path(temporary)
        MAKERS[name](aside)
        names = sorted(p.relative_to(aside).as_posix() for p in aside.rglob("*") if p.is_file())
        for file in names:
            write_bytes(assets / file, (aside / file).read_bytes())
    return names


def differing(name: str, assets: Path) -> list[str]:
    """The files of one maker that a rebuild would change."""
    with tempfile.TemporaryDirectory() as temporary:
        aside = Path(temporary)
        MAKERS[name](aside)
        names = sorted(p.relative_to(aside).as_posix() for p in aside.rglob("*") if p.is_file())
        return [file for file in names if files_hash(aside, [file]) != files_hash(assets, [file])]


def _recall(path: Path) -> dict[str, dict[str, object]]:
    try:
        memory = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return memory if isinstance(memory, dict) else {}


def main(argv: list[str] | None = None) -> int:
    """Build or check; returns the exit code (1 if --check finds a difference)."""
    parser = argparse.ArgumentParser(prog="python -m tools.art", description=__doc__)
    parser.add_argument("--only", choices=sorted(MAKERS), action="append", metavar="NAME")
    parser.add_argument("--check", action="store_true", help="write nothing, name what differs")
    parser.add_argument("--force", action="store_true", help="rebuild even what has not changed")
    options = parser.parse_args(argv)
    names: list[str] = options.only or list(MAKERS)

    memory_path = user_cache_path("suna-night-patrol") / "art.json"
    memory = _recall(memory_path)
    wrong: list[str] = []
    columns = (TextColumn("{task.description:<22}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn()) as progress:
        task = progress.add_task("art", total=len(names))
        for name in names:
            progress.update(task, description=name)
            folder = FOLDERS.get(name, ASSETS)
            if options.check:
                wrong += [f"{folder.name}/{file}" for file in differing(name, folder)]
            else:
                before, source = memory.get(name, {}), source_hash(name)
                files = before.get("files")
                current = (
                    not options.force
                    and before.get("source") == source
                    and isinstance(files, list)
                    and before.get("result") == files_hash(folder, files)
                )
                if not current:
                    files = build(name, folder)
                    result = files_hash(folder, files)
                    memory[name] = {"source": source, "files": files, "result": result}
                    write_bytes(memory_path, json.dumps(memory, indent=1).encode())
            progress.advance(task)
        progress.update(task, description="done")
    for file in wrong:
        print(f"{file} differs from what tools/art draws: run python -m tools.art")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

"""Rebuild ``assets/sound`` and ``assets/music``: ``python -m tools.audio [--only NAME] [--check]``.

A folder's sounds are built again only when the programs changed or a file did; what it was last
built from is remembered outside the repository, in the user's cache folder. ``--measure`` prints
peak, loudness, brightness and the seam of each file, for whoever tunes without ears.
"""

import argparse
import hashlib
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from platformdirs import user_cache_path
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from tools.audio.catalogue import FOLDERS, rendered
from tools.audio.measure import measured, sameness
from tools.audio.ogg import decoded, encoded
from tools.audio.recipe import Recipe

ROOT: Final = Path(__file__).parents[2]
ASSETS: Final = ROOT / "assets"
QUALITY: Final = {"sound": 0.35, "music": 0.45}
LOOP_QUALITY: Final = 0.6
"""The coding errs at a file's ends, which is where a loop joins."""
SAME_ENOUGH: Final = 0.99
"""Two decodings this alike are the same sound, on whatever machine it was built."""


def source_hash() -> str:
    """One hash over the programs and the library that make the sounds."""
    digest = hashlib.sha256(f"numpy {np.__version__}".encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _hash_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _recall(path: Path) -> dict[str, str]:
    try:
        memory = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return memory if isinstance(memory, dict) else {}


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(path.name + ".new")
    aside.write_bytes(data)
    aside.replace(path)


class Job(NamedTuple):
    """A file, what makes it, and how finely it is coded."""

    path: Path
    recipe: Recipe
    quality: float

    @property
    def name(self) -> str:
        """The file within the assets."""
        return f"{self.path.parent.name}/{self.path.name}"

    def made(self) -> bytes:
        """The file as the programs make it now."""
        return encoded(rendered(self.recipe), self.quality)


def _jobs(only: list[str] | None) -> list[Job]:
    return [
        Job(
            ASSETS / folder / f"{name}.ogg",
            recipe,
            max(QUALITY[folder], LOOP_QUALITY if recipe.loop else 0.0),
        )
        for folder, recipes in FOLDERS.items()
        for name, recipe in recipes.items()
        if not only or name in only
    ]


def _in_turn(jobs: list[Job]) -> Iterator[Job]:
    """The jobs one after another, with a bar that tells how many are done."""
    columns = (TextColumn("{task.description:<22}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn()) as progress:
        task = progress.add_task("audio", total=len(jobs))
        for job in jobs:
            progress.update(task, description=job.path.stem)
            yield job
            progress.advance(task)
        progress.update(task, description="done")


def _measure(jobs: list[Job]) -> int:
    for job in jobs:
        print(f"{job.path.stem:22} {measured(decoded(job.path), loop=job.recipe.loop)}")
    return 0


def _check(jobs: list[Job]) -> int:
    wrong = [
        job.name
        for job in _in_turn(jobs)
        if not job.path.is_file()
        or sameness(decoded(job.path), decoded(io.BytesIO(job.made()))) < SAME_ENOUGH
    ]
    for name in wrong:
        print(f"{name} differs from what tools/audio makes: run python -m tools.audio")
    return 1 if wrong else 0


def _build(jobs: list[Job], *, force: bool) -> int:
    """Write what has changed since it was last built here, or everything."""
    memory_path = user_cache_path("suna-night-patrol") / "audio.json"
    memory, source = _recall(memory_path), source_hash()
    for job in _in_turn(jobs):
        if force or memory.get(job.name) != f"{source} {_hash_of(job.path)}":
            _write(job.path, job.made())
            memory[job.name] = f"{source} {_hash_of(job.path)}"
    _write(memory_path, json.dumps(memory, indent=1).encode())
    return 0


def main(argv: list[str] | None = None) -> int:
    """Build, check or measure; returns the exit code (1 if --check finds a difference)."""
    parser = argparse.ArgumentParser(prog="python -m tools.audio", description=__doc__)
    parser.add_argument("--only", action="append", metavar="NAME", help="a file without .ogg")
    parser.add_argument("--check", action="store_true", help="write nothing, name what differs")
    parser.add_argument("--force", action="store_true", help="rebuild even what has not changed")
    parser.add_argument("--measure", action="store_true", help="print figures of the files")
    options = parser.parse_args(argv)
    jobs = _jobs(options.only)
    if not jobs:
        print(f"no sound is called {', '.join(options.only)}", file=sys.stderr)
        return 2
    if options.measure:
        return _measure(jobs)
    return _check(jobs) if options.check else _build(jobs, force=options.force)


if __name__ == "__main__":
    sys.exit(main())

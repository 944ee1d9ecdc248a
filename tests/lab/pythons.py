"""Other Pythons on this machine, each with what the game needs, made ready where that can be done.

What is made is kept in ``.cache/pythons`` of the checkout. A machine with one Python, or without
a network, has only the running one: then that is what the tests that use this cover.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("numpy", "msgspec", "platformdirs", "pytmx")
OLDEST, NEWEST = (3, 11), (3, 14)
_ASK = "import sys; print(*sys.version_info[:2]); print(sys.executable)"
_PROBE = f"import {', '.join(NEEDED)}; assert int(numpy.__version__.split('.')[0]) >= 2"


@dataclass(frozen=True)
class Python:
    """An interpreter, and the folder of libraries that it needs beside its own, if any."""

    program: str
    version: tuple[int, int]
    libraries: Path | None = None

    def run(self, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        """Run it in the checkout, with the game and its libraries on its path."""
        folders = [str(ROOT), *([str(self.libraries)] if self.libraries else [])]
        return subprocess.run(
            [self.program, *arguments],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(folders), **environment},
            capture_output=True,
            text=True,
            check=False,
        )


THIS = Python(sys.executable, sys.version_info[:2])


def others() -> list[Python]:
    """One Python of each other version that the game supports and that could be made ready."""
    found: dict[tuple[int, int], Python] = {}
    for program in _programs():
        version = _version(program)
        if version is None or version == THIS.version or version in found:
            continue
        if OLDEST <= version <= NEWEST:
            ready = _made_ready(program, version)
            if ready is not None:
                found[version] = ready
    return [found[version] for version in sorted(found)]


def _programs() -> list[str]:
    """Interpreters by their usual names, and those that pyenv keeps."""
    names = [f"python3.{minor}" for minor in range(OLDEST[1], NEWEST[1] + 1)]
    on_path = [found for name in names if (found := shutil.which(name))]
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    return on_path + [str(path) for path in sorted(pyenv.glob("versions/3.*/bin/python3"))]


def _version(program: str) -> tuple[int, int] | None:
    done = subprocess.run([program, "-c", _ASK], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return None
    major, minor = done.stdout.split()[:2]
    return int(major), int(minor)


def _made_ready(program: str, version: tuple[int, int]) -> Python | None:
    """The interpreter as it is, with what was made earlier, or with what can be made now."""
    kept = ROOT / ".cache" / "pythons" / f"{version[0]}.{version[1]}"
    for candidate in (Python(program, version), Python(program, version, kept)):
        if candidate.run("-c", _PROBE).returncode == 0:
            return candidate
    kept.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=kept.parent) as fresh:
        target = Path(fresh) / "site"
        pip = ("-m", "pip", "install", "--quiet", "--retries", "0", "--timeout", "5")
        wheels = ("--only-binary", ":all:", "--target", str(target))
        done = Python(program, version).run(*pip, *wheels, *NEEDED)
        if done.returncode != 0:
            return None
        shutil.rmtree(kept, ignore_errors=True)
        target.replace(kept)
    return Python(program, version, kept)

"""What a set-up environment looks like on the disk, and whether the one here is good.

Every start of the game asks this, so it reads two small files and lists one folder, no more.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT = ROOT / "pyproject.toml"
VENV = ROOT / ".venv"
STAMP = VENV / "suna-stamp.json"
UNFINISHED = VENV / "suna-unfinished"


class SetupError(Exception):
    """The game cannot be set up; the text is one line with the mend."""


def fingerprint() -> str:
    """Return the hash of what the environment is made from."""
    return hashlib.sha256(PYPROJECT.read_bytes()).hexdigest()


def is_ready(extras: frozenset[str]) -> bool:
    """Say whether the environment can be used as it is, with these extras."""
    stamp = read_stamp(STAMP)
    return is_good(stamp, fingerprint(), extras, python_identity(VENV), packages_in(VENV))


def is_good(
    stamp: Mapping[str, Any],
    made_from: str,
    extras: frozenset[str],
    python: str,
    packages: frozenset[str],
) -> bool:
    """Say whether the environment is the one that the stamp speaks of, and holds enough.

    ``packages`` may hold more than the stamp does: what the user added is the user's business.
    """
    return (
        stamp.get("made_from") == made_from
        and stamp.get("python") == python != ""
        and extras <= frozenset(stamp.get("extras", ()))
        and frozenset(stamp.get("packages", ())) <= packages
    )


def read_stamp(path: Path) -> dict[str, Any]:
    """Return what the stamp says, or nothing where it is missing or spoilt."""
    try:
        stamp = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(made_from: str, extras: frozenset[str]) -> None:
    """Declare the environment good. The last thing done, and done in one step."""
    stamp = {
        "made_from": made_from,
        "python": python_identity(VENV),
        "extras": sorted(extras),
        "packages": sorted(packages_in(VENV)),
    }
    fresh = STAMP.with_suffix(".new")
    fresh.write_text(json.dumps(stamp, indent=1), encoding="utf-8")
    UNFINISHED.unlink(missing_ok=True)
    fresh.replace(STAMP)


def python_in(venv: Path) -> Path:
    """Return where the interpreter of an environment stands."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def python_identity(venv: Path) -> str:
    """Name the real interpreter behind the environment; empty where there is none any more."""
    try:
        return str(python_in(venv).resolve(strict=True))
    except OSError:
        return ""


def site_packages(venv: Path) -> Path:
    """Return the folder of the environment's libraries."""
    if os.name == "nt":
        return venv / "Lib" / "site-packages"
    return next(venv.glob("lib/python3.*/site-packages"), venv / "lib")


def packages_in(venv: Path) -> frozenset[str]:
    """Name the installed distributions with their versions, as folders on the disk."""
    try:
        names = [entry.name for entry in site_packages(venv).iterdir()]
    except OSError:
        return frozenset()
    return frozenset(name for name in names if name.endswith(".dist-info"))

"""The pytest plugin: collects test levels (TOML beside a map) in anyone's repository.

It stands apart from the package `game`, and imports it only once a level is found, so that a
repository with a `game.py` of its own is left in peace. Only a TOML file with `map` and at least
one `[[do]]` is taken for a level.
"""

import tomllib
from pathlib import Path


def is_level(path: Path) -> bool:
    """Say whether a file is a test level; a file that cannot be read or parsed is not ours."""
    if path.suffix != ".toml":
        return False
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    steps = table.get("do")
    return isinstance(table.get("map"), str) and isinstance(steps, list) and bool(steps)

"""A small map and levels on it, written into a test's own folder."""

from pathlib import Path

from game.content.new_map import run as new_map
from game.lab.level_file import TestLevel, read_level

LEAVES = """
map = "small.tmx"
story = "She walks to the way out."
[[do]]
walk = "way out"
gait = "run"
[[expect]]
event = "GoalReached"
"""


def make_map(folder: Path) -> Path:
    """The map that ``suna new-map`` gives: a patrol on its beat, two dunes, a way out."""
    path = folder / "small.tmx"
    new_map(path)
    return path


def write_level(folder: Path, text: str, name: str = "level.toml") -> Path:
    """Put a level beside the map."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def steps(folder: Path, *do: str, more: str = "") -> TestLevel:
    """A level of these steps, on a map that is given otherwise."""
    lines = ['map = "none.tmx"', 'story = "A test of steps."', more]
    lines += [f"[[do]]\n{step}" for step in do]
    lines.append('[[expect]]\nevent = "Ended"\n')
    return read_level(write_level(folder, "\n".join(lines)))

"""The pytest plugin: collects test levels (TOML beside a map) in anyone's repository.

It stands apart from the package ``game``, and imports it only once a level is run, so that a
repository with a ``game.py`` of its own is left in peace. Only a TOML file that names a map, or the
level it goes on from, and has at least one ``[[do]]`` is taken for a level.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest


class LevelFellShort(Exception):  # noqa: N818 - the level fell short, not the program
    """A level ran and something it expects did not come; the text says what and where."""


class LevelItem(pytest.Item):
    """One level as one test."""

    def runtest(self) -> None:
        """Run the level. Raises LevelFellShort, also where its file cannot be used."""
        from game.content.errors import InputError
        from game.lab.level_file import read_level
        from game.lab.runner import outcome_of

        try:
            outcome = outcome_of(read_level(self.path))
        except InputError as error:
            raise LevelFellShort(str(error)) from error
        if not outcome.passed:
            raise LevelFellShort("\n".join(outcome.failures))

    def repr_failure(
        self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None
    ) -> str:
        """Tell a level's failure in its own words; a traceback is for faults of the program."""
        if isinstance(excinfo.value, LevelFellShort):
            return str(excinfo.value)
        excinfo.traceback = excinfo.traceback.cut(path=Path(__file__))
        return str(super().repr_failure(excinfo, style="short"))

    def reportinfo(self) -> tuple[Path, int, str]:
        """Name the level where pytest names a test."""
        return self.path, 0, f"level {self.name}"


class LevelFile(pytest.File):
    """A TOML file that is a level."""

    def collect(self) -> Iterator[LevelItem]:
        """Give its one test."""
        yield LevelItem.from_parent(self, name=self.path.stem)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> LevelFile | None:
    """Take a file for a level when it is one."""
    return LevelFile.from_parent(parent, path=file_path) if is_level(file_path) else None


def is_level(path: Path) -> bool:
    """Say whether a file is a test level; a file that cannot be read or parsed is not ours."""
    if path.suffix != ".toml":
        return False
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    steps = table.get("do")
    stands_on = table.get("map", table.get("from"))
    return isinstance(stands_on, str) and isinstance(steps, list) and bool(steps)

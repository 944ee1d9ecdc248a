"""Finds and opens the files that a map is made of, and nothing outside its project's folder."""

import os
import re
import stat
from pathlib import Path
from typing import Final

from game.content.tmx.findings import At, Findings, quoted
from game.content.tmx.limits import MOST_BYTES, MOST_FILES, MOST_PICTURE_BYTES, Budget

PROJECT_SUFFIX: Final = ".tiled-project"
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_ABSOLUTE: Final = re.compile(r"/|[A-Za-z][A-Za-z0-9+.-]*:")
"""From the root, on a drive, or an address such as ``file:``."""


def find_project(map_path: Path) -> Path | None:
    """The ``.tiled-project`` that a map belongs to: the nearest one on the way up, or None."""
    for folder in map_path.parents:
        try:
            found = sorted(folder.glob("*" + PROJECT_SUFFIX))
        except OSError:
            return None
        if found:
            return found[0]
    return None


class Files:
    """The files of one map.

    They must lie in the folder of its project; a map without a project may also use what lies
    beside its own folder, since ``../tilesets`` is common.
    """

    def __init__(self, map_path: Path, findings: Findings, budget: Budget) -> None:
        self._findings = findings
        self._budget = budget
        self._names: dict[Path, frozenset[str]] = {}
        self._followed: dict[tuple[Path, str], Path | None] = {}
        self.map_path = Path(os.path.abspath(map_path))  # noqa: PTH100 - must not follow symlinks
        self.project = find_project(self.map_path)
        home = self.map_path.parent
        self._top = self.project.parent if self.project else home.parent
        self._root = Path(os.path.realpath(self._top))
        self.opened: list[Path] = []

    def follow(self, base: Path, text: str, at: At) -> Path | None:
        """The file that a reference in ``base`` means; None with an error, told once."""
        key = base.parent, text
        if key not in self._followed:
            self._followed[key] = self._follow(base, text, at)
        return self._followed[key]

    def _follow(self, base: Path, text: str, at: At) -> Path | None:
        problem = _problem_of(text)
        if problem:
            code, message = problem
            hint = "Use a path from this file, with forward slashes."
            self._findings.error(code, at, f"the path {quoted(text)} {message}", hint)
            return None
        path = Path(os.path.normpath(base.parent / text))
        try:
            real = Path(os.path.realpath(path))
        except OSError:
            real = path
        if not real.is_relative_to(self._root):
            self._findings.error(
                "path-outside", at, f"{quoted(text)} leads out of the project's folder",
                "Copy the file into the project.",
            )
            return None
        return path if self._exists(path, text, at) else None

    def beside(self, base: Path) -> list[str]:
        """The names of all files in the folder of one, sorted."""
        return sorted(self._listed(base.parent))

    def read(self, path: Path, at: At, shown: str, most: int = MOST_BYTES) -> bytes | None:
        """The bytes of a file within bounds, or None with an error. ``shown`` is how to name it."""
        blob = self._open(path, at, shown, most)
        if blob is not None:
            self._budget.bytes += len(blob)
            if self._budget.bytes > 2 * MOST_BYTES:
                self._too_large(at, f"the map with its tilesets is over {2 * MOST_BYTES >> 20} MiB")
                return None
        return blob

    def picture(self, path: Path, at: At, shown: str) -> bytes | None:
        """The bytes of a picture within bounds, or None with an error."""
        blob = self._open(path, at, shown, MOST_BYTES)
        if blob is not None:
            self._budget.picture_bytes += len(blob)
            if self._budget.picture_bytes > MOST_PICTURE_BYTES:
                self._too_large(at, f"its pictures are over {MOST_PICTURE_BYTES >> 20} MiB")
                return None
        return blob

    def _too_large(self, at: At, what: str) -> None:
        self._findings.error("file-size", at, what, "Split the map or compress it.")

    def _open(self, path: Path, at: At, shown: str, most: int) -> bytes | None:
        """The bytes of a plain file of at most that size, or None with an error."""
        self._budget.files += 1
        if self._budget.files > MOST_FILES:
            self._findings.fatal("too-many-files", at, f"more than {MOST_FILES} files are used",
                                 "Use fewer tilesets and templates.")
        try:
            if not stat.S_ISREG(path.stat().st_mode):
                self._findings.error("not-a-file", at, f"{quoted(shown)} is not a plain file",
                                     "Check the path.")
                return None
            with path.open("rb") as file:
                blob = file.read(most + 1)
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else "impossible name"
            self._findings.error(
                "file-missing", at, f"{quoted(shown)} cannot be read ({reason})",
                "Check the path.",
            )
            return None
        self.opened.append(path)
        if len(blob) > most:
            self._too_large(at, f"{quoted(shown)} is over {most >> 20} MiB")
            return None
        return blob

    def _exists(self, path: Path, text: str, at: At) -> bool:
        """Whether the file is there under exactly this name: some systems ignore letter case."""
        if not path.is_relative_to(self._top):
            return self._is_there(path, text, at)
        here = self._top
        for name in path.relative_to(self._top).parts:
            names = self._listed(here)
            here /= name
            if name in names:
                continue
            alike = [each for each in names if each.casefold() == name.casefold()]
            if alike:
                self._findings.error(
                    "path-case", at, f"{quoted(name)} of {quoted(text)} is spelt "
                    f"{quoted(min(alike))} on disk",
                    "Letter case must match: other systems would not find it.",
                )
                return False
            return self._is_there(path, text, at)
        return True

    def _is_there(self, path: Path, text: str, at: At) -> bool:
        if path.exists():
            return True
        self._findings.error("file-missing", at, f"there is no file {quoted(text)}",
                             "Check the path, or add the file.")
        return False

    def _listed(self, folder: Path) -> frozenset[str]:
        if folder not in self._names:
            try:
                self._names[folder] = frozenset(os.listdir(folder))  # noqa: PTH208 - names only
            except (OSError, ValueError):
                self._names[folder] = frozenset()
        return self._names[folder]


def shown_name(base_shown: str, text: str) -> str:
    """How to name a file that another, itself shown as ``base_shown``, refers to."""
    return Path(os.path.normpath(Path(base_shown).parent / text)).as_posix()


def _problem_of(text: str) -> tuple[str, str] | None:
    if not text:
        return "path-empty", "is empty"
    if _CONTROL.search(text):
        return "path-control", "contains control characters"
    if _ABSOLUTE.match(text):
        return "path-absolute", "is not relative"
    if "\\" in text:
        return "path-backslash", "contains a backslash"
    return None

"""What is wrong with a map, in lines that a person in Tiled can act on, collected all at once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Final, NoReturn

from game.content.errors import InputError

MOST_FINDINGS: Final = 200
"""After so many errors the rest is left unsaid: nobody reads on."""
_MOST_QUOTED: Final = 60


class Severity(IntEnum):
    """How bad a finding is; worst first."""

    ERROR = 0
    WARNING = 1
    INFO = 2


@dataclass(frozen=True, slots=True)
class At:
    """Where in a file something stands. ``cell`` is a tile (column, row)."""

    file: str
    line: int = 1
    layer: str = ""
    object: int = 0
    name: str = ""
    cell: tuple[int, int] | None = None

    def words(self) -> str:
        """The place in words, ready to stand before the message; empty for the file itself."""
        words = []
        if self.object or self.name:
            words.append(f"object {self.object} {quoted(self.name)}")
            if self.layer:
                words.append(f"on layer {quoted(self.layer)}")
        elif self.layer:
            words.append(f"layer {quoted(self.layer)}")
        if self.cell is not None:
            words.append(f"at tile ({self.cell[0]}, {self.cell[1]})")
        return " ".join(words) + ": " if words else ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong: where, what, and how to mend it."""

    at: At
    severity: Severity
    code: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        said = f"{self.at.words()}{self.message}."
        mend = f" {self.hint}" if self.hint else ""
        place = f"{self.at.file}:{self.at.line}"
        return f"{place}: {self.severity.name.lower()}: {said}{mend} [{self.code}]"

    def as_json(self) -> dict[str, object]:
        """The finding for other programs; the keys are documented in ``maps/README.md``."""
        return {
            "file": self.at.file,
            "line": self.at.line,
            "severity": self.severity.name.lower(),
            "code": self.code,
            "layer": self.at.layer,
            "object": self.at.object,
            "cell": list(self.at.cell) if self.at.cell is not None else None,
            "message": self.message,
            "hint": self.hint,
        }


class MapError(InputError):
    """A map cannot be used. ``findings`` has everything that is wrong with it, worst first."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = in_order(findings)
        super().__init__("\n".join(map(str, self.findings)))


class Findings:
    """Collects findings; reading goes on after most errors, so that all are told at once."""

    def __init__(self) -> None:
        self.found: list[Finding] = []
        self.origin = 0, 0
        """Where the first column and row of tiles lies in Tiled, where an endless map was cut."""
        self._errors = 0

    def error(self, code: str, at: At, message: str, hint: str = "") -> None:
        """Add an error; raises MapError once there are more than anybody would read."""
        self._errors += 1
        self._add(Severity.ERROR, code, at, message, hint)
        if self._errors >= MOST_FINDINGS:
            raise MapError(self.found)

    def warning(self, code: str, at: At, message: str, hint: str = "") -> None:
        """Add something that a map can be played with, but that is hardly meant."""
        self._add_mild(Severity.WARNING, code, at, message, hint)

    def info(self, code: str, at: At, message: str, hint: str = "") -> None:
        """Add something worth knowing."""
        self._add_mild(Severity.INFO, code, at, message, hint)

    def fatal(self, code: str, at: At, message: str, hint: str = "") -> NoReturn:
        """Add an error after which nothing more can be read, and raise everything found."""
        self._add(Severity.ERROR, code, at, message, hint)
        raise MapError(self.found)

    def raise_errors(self) -> None:
        """Raise MapError where there are errors; warnings pass."""
        if self._errors:
            raise MapError(self.found)

    def _add_mild(self, severity: Severity, code: str, at: At, message: str, hint: str) -> None:
        if len(self.found) < 2 * MOST_FINDINGS:
            self._add(severity, code, at, message, hint)

    def _add(self, severity: Severity, code: str, at: At, message: str, hint: str) -> None:
        if at.cell is not None and any(self.origin):
            column, row = at.cell
            at = replace(at, cell=(column + self.origin[0], row + self.origin[1]))
        self.found.append(Finding(at, severity, code, message, hint))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Worst first, then by file and line."""
    return tuple(sorted(findings, key=lambda each: (each.severity, each.at.file, each.at.line)))


def quoted(text: str) -> str:
    """Text from a file, safe to print on one line: cut short, control characters escaped."""
    if len(text) > _MOST_QUOTED:
        text = text[:_MOST_QUOTED] + "..."
    return '"' + "".join(c if c.isprintable() else repr(c)[1:-1] for c in text) + '"'

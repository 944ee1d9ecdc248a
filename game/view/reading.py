"""How words are read: at which pace letters appear, who speaks a line, and what fits a row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

import pygame

from game.core.units import TICKS_PER_SECOND
from game.sim.tale.talk_script import Block, Choice, If, Line, Script
from game.view.font import BORDER_PX, Font
from game.view.library import Library
from game.view.options import StageOptions
from game.view.palette import Rgb

OPTION_SPEAKER: Final = "Sakura"
"""Only she is ever offered a choice of words."""

_BREATH: Final = {",": 5, ";": 6, ":": 6, ".": 12, "!": 12, "?": 12, "…": 14}
"""Ticks of rest behind a sign, when something follows it."""
_SPOKEN: Final = frozenset("bcdfghjklmnpqrstvwxyzäöüß'")


@dataclass(frozen=True, slots=True)
class Reading:
    """The player's pace."""

    letters_per_second: int = 48
    """0 shows every line at once."""
    auto: bool = False
    """Go on by itself when there was time to read."""
    skip_read: bool = False
    """Run through what was read before."""
    skip_unread: bool = False
    """Skipping runs through new lines as well."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who says a line, and with which face; nobody speaks what the story tells."""

    speaker: str
    mood: str
    offered: bool = False
    """Whether this was a choice and not a line."""


@dataclass(slots=True)
class Appearing:
    """A text whose letters appear one by one."""

    text: str = ""
    ticks: int = 0
    _due: list[int] = field(default_factory=list)

    def start(self, text: str, letters_per_second: int) -> None:
        """Begin anew with nothing shown, or with everything at a pace of 0."""
        self.text, self.ticks, self._due = text, 0, []
        due = 0.0
        for place, letter in enumerate(text):
            if letters_per_second > 0:
                self._due.append(int(due) + 1)
                due += TICKS_PER_SECOND / letters_per_second
                if text[place + 1 : place + 2] in (" ", "\n"):
                    due += _BREATH.get(letter, 0)
            else:
                self._due.append(0)

    def tick(self) -> None:
        """Let a tick pass."""
        self.ticks += 1

    def complete(self) -> None:
        """Show everything now."""
        self.ticks = max(self.ticks, self._due[-1] if self._due else 0)

    @property
    def shown(self) -> int:
        """How many letters can be read."""
        return sum(due <= self.ticks for due in self._due)

    @property
    def done(self) -> bool:
        """Whether the whole text can be read."""
        return not self._due or self._due[-1] <= self.ticks

    @property
    def sounding(self) -> bool:
        """Whether a mouth would be open for the letters that appear just now."""
        shown = self.shown
        return not self.done and any(
            letter in _SPOKEN for letter in self.text[max(0, shown - 3) : shown].lower()
        )


def spoken_lines(script: Script | None) -> dict[str, Spoken]:
    """Who says what, by the ids of all lines and options of a script."""
    if script is None:
        return {}
    found: dict[str, Spoken] = {}
    for node in script.nodes.values():
        found.update(_spoken_in(node.body))
    return found


def _spoken_in(body: Block) -> Iterator[tuple[str, Spoken]]:
    for statement in body:
        match statement:
            case Line(id=line_id, speaker=speaker, mood=mood):
                yield line_id, Spoken(speaker, mood)
            case Choice(options):
                for option in options:
                    yield option.id, Spoken(OPTION_SPEAKER, "", offered=True)
                    yield from _spoken_in(option.body)
            case If(branches):
                for branch in branches:
                    yield from _spoken_in(branch.body)
            case _:
                pass


def body_font(library: Library, options: StageOptions) -> Font:
    """The letters of the size that the player chose."""
    return library.large if options.large_text else library.small


def fitting_font(library: Library, options: StageOptions, text: str, width: int) -> Font:
    """The chosen letters if the text fits the width in one row, else the small ones."""
    chosen = body_font(library, options)
    return chosen if chosen.width(text) <= width else library.small


def draw_rows(
    target: pygame.Surface,
    font: Font,
    rows: list[str],
    place: tuple[int, int],
    color: Rgb,
    shadow: Rgb,
    shown: int | None = None,
) -> None:
    """Draw rows of text from a place down, or as many of their letters as are ``shown``."""
    x, y = place
    left = sum(len(row) + 1 for row in rows) if shown is None else shown
    for number, row in enumerate(rows):
        if left <= 0:
            return
        image = font.render(row, color, shadow=shadow)
        width = font.width(row[:left]) + 2 * BORDER_PX if left < len(row) else image.get_width()
        at = x - BORDER_PX, y + number * font.line - font.ascent - BORDER_PX
        target.blit(image, at, (0, 0, width, image.get_height()))
        # a break between rows was a space or a line's end: it appears as a letter would
        left -= len(row) + 1


def key_of(library: Library, options: StageOptions, action: str) -> str | pygame.Surface:
    """What stands on the key of an action: a label, or a pad button's picture."""
    label = options.keys.get(action, _USUAL.get(action, "?"))
    return library.ui.frame(label).surface if label.startswith("pad/") else label


_USUAL: Final[Mapping[str, str]] = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "back": "Esc",
}

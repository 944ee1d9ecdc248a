"""The last screen of a night: how it ended, its figures, what dawn finds, badges, map, and hints.

The program turns its pages with ``turn`` and starts again or leaves by what ``at`` names.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol

import pygame

from game.content.paths import assets_folder
from game.sim.tale.night import Ending
from game.sim.world import World
from game.view.library import Library
from game.view.options import StageOptions
from game.view.palette import rgb
from game.view.reading import Reading, draw_rows, key_of
from game.view.results_list import Kit
from game.view.results_map import MapPage
from game.view.results_pages import (
    badge_pages,
    ending_name,
    evidence_pages,
    figures,
    hint_pages,
    telling,
)
from game.view.trails import Trails
from game.view.vistas import Vista
from game.view.widgets import INK, panel, prompt, prompt_width, rect

_SKIES: Final = {
    Ending.SLEPT_WELL: "ending_gate",
    Ending.COLD_SAND: "ending_cold",
    Ending.THE_KUNAI: "ending_cold",
    Ending.TAKEN_IN: "ending_cell",
    Ending.QUIET_GATE: "ending_dawn",
    Ending.TREASON: "ending_dawn",
}
_LATER_SKY: Final = "results"
_TEXT: Final = pygame.Rect(40, 62, 400, 176)
_PARAGRAPH_PX: Final = 6
_FOOT_Y: Final = 254


class Hit(StrEnum):
    """What a click on the results means."""

    BACK = "back"
    NEXT = "next"
    AGAIN = "again"
    TITLE = "title"


class Page(Protocol):
    """One page: it fills over `length` ticks and draws itself as far as it has filled."""

    @property
    def length(self) -> int: ...

    def draw(self, canvas: pygame.Surface, tick: int) -> None: ...


@dataclass(frozen=True, slots=True)
class _Telling:
    """A screen of the ending's telling: its rows, an empty one between paragraphs."""

    kit: Kit
    title: str
    paragraphs: list[list[str]]
    letters_per_second: int

    @property
    def length(self) -> int:
        letters = sum(len(row) + 1 for rows in self.paragraphs for row in rows)
        return letters * 60 // self.letters_per_second + 1 if self.letters_per_second else 0

    def draw(self, canvas: pygame.Surface, tick: int) -> None:
        kit, font = self.kit, self.kit.font
        large = kit.library.large
        middle = canvas.get_width() // 2
        label = kit.text("results_ending")
        kit.library.small.draw(canvas, label, middle, 20, rgb("moon1"), outline=INK, align=0.5)
        large.draw(canvas, self.title, middle, 34, rgb("lamp3"), outline=INK, align=0.5)
        aside = large.width(self.title) // 2 + 10
        for side in (-1, 1):
            for i in range(0, 56, 2):
                rect(canvas, middle + side * (aside + i), 39, 1, 1, "lamp2" if i < 24 else "lamp1")
        height = sum(len(rows) * font.line + _PARAGRAPH_PX for rows in self.paragraphs)
        alpha = 255 if kit.options.high_contrast else 214
        x, y = _TEXT.x, _TEXT.y
        if self.paragraphs:
            panel(canvas, x - 14, y - 10, _TEXT.width + 28, height + 14, alpha=alpha, corner=3)
        pace = self.letters_per_second
        left = tick * pace // 60 if pace and tick < self.length else 1_000_000
        for rows in self.paragraphs:
            draw_rows(canvas, font, rows, (x, y), rgb("sand8"), INK, max(0, left))
            left -= sum(len(row) + 1 for row in rows)
            y += len(rows) * font.line + _PARAGRAPH_PX


class ResultsView:
    """Shows one night that is over. It reads the World and never writes it."""

    def __init__(
        self,
        library: Library,
        world: World,
        history: Trails | None = None,
        options: StageOptions | None = None,
        reading: Reading | None = None,
        assets: Path | None = None,
    ) -> None:
        self.library = library
        self.options = options or StageOptions()
        history = history or Trails()
        self._folder = (assets_folder() if assets is None else assets) / "vistas"
        self._skies: dict[str, Vista] = {}
        ending = world.story.ending
        self._first_sky = _SKIES[Ending(ending)] if ending in set(Ending) else _LATER_SKY
        kit = Kit(library, self.options)
        tellings = _tellings(kit, world, reading or Reading())
        self._tellings = len(tellings)
        self.pages: list[Page] = [
            *tellings,
            *figures(kit, world, history),
            *(evidence_pages(kit, world) if world.level.conditions.story else ()),
            *badge_pages(kit, world, history),
            MapPage(kit, world, history),
            *(hint_pages(kit, world) if world.level.conditions.story else ()),
        ]
        self.page = 0
        self._ticks = [0] * len(self.pages)
        self._tick = 0
        self._spots: dict[Hit, pygame.Rect] = {}

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self.pages)

    @property
    def typing(self) -> bool:
        """Whether the page is still filling."""
        return self._ticks[self.page] < self.pages[self.page].length

    def complete(self) -> None:
        """Show the whole page at once."""
        self._ticks[self.page] = max(self._ticks[self.page], self.pages[self.page].length)

    def turn(self, step: int) -> None:
        """Go so many pages on, or back; stops at the first and the last."""
        self.page = max(0, min(self.page_count - 1, self.page + step))

    def tick(self) -> None:
        """Let a tick of the screen pass."""
        self._tick += 1
        self._ticks[self.page] += 1

    def at(self, point: tuple[int, int]) -> Hit | None:
        """What a click at a point of the canvas asks for, as last drawn."""
        return next((hit for hit, area in self._spots.items() if area.collidepoint(point)), None)

    def draw(self, canvas: pygame.Surface) -> None:
        """Fill the canvas with the page."""
        still = not self.options.flicker
        scene = self._first_sky if self.page < self._tellings else _LATER_SKY
        if scene not in self._skies:
            self._skies[scene] = Vista.load(self._folder, scene)
        self._skies[scene].draw(canvas, self._tick, still=still)
        self.pages[self.page].draw(canvas, self._ticks[self.page])
        self._draw_foot(canvas)

    def _draw_foot(self, canvas: pygame.Surface) -> None:
        """What the keys do, and which page this is."""
        strings, font, options = self.library.strings, self.library.small, self.options
        rect(canvas, 0, _FOOT_Y - 4, canvas.get_width(), 20, "ink", 150)
        number = strings.text("results_page", n=self.page + 1, all=self.page_count)
        right = canvas.get_width() - 20
        font.draw(canvas, number, right, _FOOT_Y + 1, rgb("moon1"), shadow=INK, align=1.0)
        self._spots = {}
        x = 20
        turns = ((Hit.BACK, "left", ""), (Hit.NEXT, "right", "results_turn"))
        acts = ((Hit.AGAIN, "act", "results_again"), (Hit.TITLE, "back", "results_to_title"))
        for hit, action, text_id in (*turns, *acts):
            key, text = key_of(self.library, options, action), ""
            if text_id:
                text = strings.text(text_id)
            width = prompt_width(font, key, text)
            enabled = not (hit is Hit.BACK and self.page == 0) and not (
                hit is Hit.NEXT and self.page == self.page_count - 1
            )
            color = "moon1" if enabled else "steel1"
            self._spots[hit] = pygame.Rect(x - 2, _FOOT_Y - 4, width, 18)
            x = prompt(canvas, font, x, _FOOT_Y, key, text, color) - (0 if text else 11)


def _tellings(kit: Kit, world: World, reading: Reading) -> list[_Telling]:
    """The ending's paragraphs over as many screens as they need; at least one."""
    font, title = kit.font, kit.text(ending_name(world))
    screens: list[list[list[str]]] = [[]]
    used = 0
    for paragraph in telling(kit, world):
        rows = font.wrap(paragraph, _TEXT.width)
        height = len(rows) * font.line + _PARAGRAPH_PX
        if used + height > _TEXT.height and screens[-1]:
            screens.append([])
            used = 0
        screens[-1].append(rows)
        used += height
    pace = reading.letters_per_second * 2
    return [_Telling(kit, title, screen, pace) for screen in screens]

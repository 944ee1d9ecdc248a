"""She sits by him under the stars: the wide night, her thoughts, steps if any come near.

The program shows it while she sits still in the wait, and shows the dunes again when she moves.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pygame

from game.content.paths import assets_folder
from game.core import headings
from game.core.units import TILE_SUB
from game.sim.beings import Pose
from game.sim.events import Event, NoiseMade
from game.sim.tale.night import Beat
from game.sim.world import World
from game.view.library import Library
from game.view.options import StageOptions
from game.view.palette import rgb
from game.view.reading import Appearing, Reading, body_font, draw_rows, key_of
from game.view.veils import shade
from game.view.vistas import Vista
from game.view.widgets import INK, prompt, prompt_width

COMPASS: Final = ("e", "se", "s", "sw", "w", "nw", "n", "ne")
"""The eight words for where something is, as headings grow."""

_TEXT_WIDTH_PX: Final = 380
_TEXT_FLOOR: Final = 142
"""Words stand in the sky, above their heads."""
_KEY_END_Y: Final = 257
_BETWEEN_TICKS: Final = 70
"""Silence before each thought."""
_FADE_PX: Final = 40
_STEPS_TICKS: Final = 150
_OTHERS_TILES: Final = 16


class WaitView:
    """Shows the wait; reads the World and never writes it."""

    def __init__(
        self,
        library: Library,
        options: StageOptions | None = None,
        reading: Reading | None = None,
        assets: Path | None = None,
    ) -> None:
        self.library = library
        self.options = options or StageOptions()
        self.reading = reading or Reading()
        self._folder = (assets_folder() if assets is None else assets) / "vistas"
        self._vista: Vista | None = None
        self._thoughts = _numbered(library)
        self._showing = -1
        self._appearing = Appearing()
        self._rows: list[str] = []
        self._row_px = 0
        self._steps = ""
        self._steps_ticks = 0
        self._tick = 0

    @staticmethod
    def active(world: World) -> bool:
        """Whether she sits by him just now."""
        return world.story.beat is Beat.WAIT and world.sakura.pose is Pose.SIT

    @property
    def typing(self) -> bool:
        """Whether a thought is still appearing."""
        return not self._appearing.done

    def complete(self) -> None:
        """Show the whole thought at once."""
        self._appearing.complete()

    @property
    def company(self) -> bool:
        """Whether steps were heard just now: reason to look around."""
        return self._steps_ticks > 0

    def note(self, world: World, events: Sequence[Event]) -> None:
        """Take in what a tick brought."""
        self._tick += 1
        self._steps_ticks = max(0, self._steps_ticks - 1)
        self._listen(world, events)
        if world.story.beat is not Beat.WAIT or not self._thoughts:
            return
        passed = world.tick - world.story.wait_from
        each = (world.story.wait_until - world.story.wait_from) // len(self._thoughts)
        number = min(max(0, passed) // each, len(self._thoughts) - 1)
        row_px = body_font(self.library, self.options).line
        if number != self._showing and passed >= number * each + _BETWEEN_TICKS:
            self._showing = number
            self._fold()
            self._appearing.start("\n".join(self._rows), self.reading.letters_per_second)
        elif self._showing >= 0 and row_px != self._row_px:
            self._fold()
            self._appearing.start("\n".join(self._rows), 0)
        elif not self._appearing.done:
            self._appearing.tick()

    def _fold(self) -> None:
        """Break the thought into rows of the letters that the player chose."""
        font = body_font(self.library, self.options)
        text = self.library.strings.text(self._thoughts[self._showing])
        self._rows, self._row_px = font.wrap(text, _TEXT_WIDTH_PX), font.line

    def _listen(self, world: World, events: Sequence[Event]) -> None:
        her = world.sakura
        for event in events:
            if not isinstance(event, NoiseMade) or event.who == "sakura":
                continue
            dx, dy = event.x - her.x, event.y - her.y
            away = headings.distance(dx, dy) // TILE_SUB
            if away <= min(event.tiles * 2, _OTHERS_TILES):
                way = (headings.heading_of(dx, dy) + 64) // 128 % 8
                where = self.library.strings.text(f"heading_{COMPASS[way]}")
                self._steps = self.library.strings.text("wait_steps", where=where)
                self._steps_ticks = _STEPS_TICKS

    def draw(self, canvas: pygame.Surface, world: World, alpha: float) -> None:
        """Fill the canvas with the night, and lay the thought over its foot."""
        still = not self.options.flicker
        if self._vista is None:
            self._vista = Vista.load(self._folder, "wait")
        self._vista.draw(canvas, self._tick, still=still)
        font, middle = body_font(self.library, self.options), canvas.get_width() // 2
        if self._rows:
            height = len(self._rows) * font.line
            top = _TEXT_FLOOR - height
            dark = 250 if self.options.high_contrast else 150
            width = max(font.width(row) for row in self._rows) + 2 * _FADE_PX
            plate = shade(width, height + 8, rgb("night1"), dark, _FADE_PX)
            canvas.blit(plate, (middle - width // 2, top - 6))
            left = self._appearing.shown
            for number, row in enumerate(self._rows):
                place = middle - font.width(row) // 2, top + number * font.line
                draw_rows(canvas, font, [row], place, rgb("sand8"), INK, left)
                left -= len(row) + 1
        if self._steps_ticks:
            font.draw(canvas, self._steps, middle, 14, rgb("lamp3"), outline=INK, align=0.5)
        key = key_of(self.library, self.options, "move")
        words = self.library.strings.text("wait_look")
        x = middle - prompt_width(font, key, words) // 2
        prompt(canvas, font, x, _KEY_END_Y - font.cap, key, words, "moon1")


def _numbered(library: Library) -> list[str]:
    """The thoughts are numbered with two digits."""
    names = [f"wait_{number:02}" for number in range(1, 100)]
    return [name for name in names if library.strings.has(name)]

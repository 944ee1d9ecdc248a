"""The talk on screen: who speaks before which sky, letters that appear, and the answers on offer.

It reads the World and never writes it. The program gives each tick to ``note``, asks ``typing``
before it sends a press to the night (the first press completes a line), and sends ``selected`` as
the choice.
"""

from collections.abc import Container, Sequence
from pathlib import Path
from typing import Final

import pygame

from game.content.paths import assets_folder
from game.core.units import TICKS_PER_SECOND
from game.sim import tuning
from game.sim.events import Event, TalkBegan
from game.sim.night import Beat
from game.sim.talk import LineSpoken, Silence, Talk
from game.sim.world import World
from game.view.library import Library
from game.view.options import StageOptions
from game.view.palette import rgb
from game.view.reading import (
    Appearing,
    Reading,
    Spoken,
    body_font,
    draw_rows,
    key_of,
    spoken_lines,
)
from game.view.talk_cast import Cast
from game.view.talk_choices import Choices, draw_choices
from game.view.talk_needle import Needle
from game.view.veils import GLOW_Y, horizon_glow
from game.view.vistas import Vista
from game.view.widgets import INK, dialogue_box, panel, prompt, prompt_width, rect

_ACCENTS: Final = {
    "Sakura": "pink2",
    "Stranger": "red3",
    "Sasori": "red3",
    "Guard": "lamp2",
    "Child": "heal2",
}
_BOX_X: Final = 10
_BOX_WIDTH: Final = 460
_BOX_FLOOR: Final = 262
_TEXT_X: Final = 27
_TEXT_WIDTH: Final = 426
_ROWS: Final = 2
_CHOICES_ROOM: Final = (36, 10, 408)
"""Left, top and width of the room for answers; it ends above the box."""
_DIM: Final = 132
_GREY_MINUTES: Final = 120
"""So long before the warning of dawn the horizon begins to pale."""
_GREY_STEPS: Final = 12
_COMFORT_Y: Final = 122
"""Answers stay below their eyes where they can."""
_SWAY_PX: Final = 5.0
_AUTO_TICKS: Final = 45
_AUTO_TICKS_PER_LETTER: Final = 2.4
_SKIP_TICKS: Final = 5


class TalkView:
    """Shows one night's talks. ``read`` holds the ids of lines read in earlier nights."""

    def __init__(
        self,
        library: Library,
        options: StageOptions | None = None,
        reading: Reading | None = None,
        read: Container[str] = (),
        assets: Path | None = None,
    ) -> None:
        self.library = library
        self.options = options or StageOptions()
        self.reading = reading or Reading()
        self.read = read
        folder = assets_folder() if assets is None else assets
        self._vistas = folder / "vistas"
        self._skies: dict[str, Vista] = {}
        self._cast = Cast(folder / "portraits")
        self._choices = Choices()
        self._needle = Needle()
        self._appearing = Appearing()
        self._rows: list[str] = []
        self._line = -1
        self._offered: list[str] = []
        self._known = False
        self._silence = 0
        self._rested = 0
        self._tick = 0
        self._sway = 0.0
        self._scene = ""
        self._spoken: dict[str, Spoken] = {}
        self._level_digest = ""

    # --- what the program asks and tells ------------------------------------------------------
    @property
    def typing(self) -> bool:
        """Whether a line is still appearing, or a silence before it lasts."""
        return self._silence > 0 or not self._appearing.done

    def complete(self) -> None:
        """Show the whole line at once."""
        self._silence = 0
        self._appearing.complete()

    @property
    def selected(self) -> int:
        """Number of the answer in focus, or -1 while none is on offer."""
        return self._choices.selected if self.row_count else -1

    @property
    def row_count(self) -> int:
        """How many answers can be chosen now; none while the line is still appearing."""
        return 0 if self.typing else len(self._choices.texts)

    def select(self, step: int) -> None:
        """Move the focus by so many answers, round at the ends."""
        if self.row_count:
            self._choices.select(step)

    def focus(self, number: int) -> None:
        """Put the focus on an answer by its number."""
        if 0 <= number < self.row_count:
            self._choices.selected = number

    def hover(self, point: tuple[int, int]) -> int | None:
        """Number of the answer under a point of the canvas, as last drawn."""
        return self._choices.at(point) if self.row_count else None

    @property
    def wants_next(self) -> bool:
        """Whether auto or skip-read would press now: never while an answer is asked for."""
        if self.typing or self._choices.texts:
            return False
        if self.reading.skip_read and self._known:
            return self._rested >= _SKIP_TICKS
        needed = _AUTO_TICKS + _AUTO_TICKS_PER_LETTER * len(self._appearing.text)
        return self.reading.auto and self._rested >= needed

    def covers(self, world: World) -> bool:
        """Whether the talk fills the canvas itself; else it is drawn over the caller's picture."""
        return world.story.beat in (Beat.TALK, Beat.NAMED)

    # --- a tick -------------------------------------------------------------------------------
    def note(self, world: World, events: Sequence[Event]) -> None:
        """Take in what a tick brought, and let letters appear."""
        self._tick += 1
        talk = world.talk
        if talk is None:
            return
        self._hear(world, talk, events)
        if self._silence:
            self._silence -= 1
        elif not self._appearing.done:
            self._appearing.tick()
        else:
            self._rested += 1
        self._cast.tick()
        self._needle.follow(talk.variables.get("trust", 0), talk.variables.get("wariness", 0))
        toward = {"": 0.0, "Sakura": -_SWAY_PX}.get(self._cast.speaker, _SWAY_PX)
        self._sway += (toward - self._sway) * 0.03

    def _hear(self, world: World, talk: Talk, events: Sequence[Event]) -> None:
        if talk.lines_spoken == self._line:
            self._offer(talk)
            return
        lines = [event for event in events if isinstance(event, LineSpoken)]
        if self._level_digest != world.level.digest or not self._spoken:
            self._spoken = spoken_lines(world.level.script)
            self._level_digest = world.level.digest
        if any(isinstance(event, TalkBegan) for event in events):
            self._cast.clear()
            self._scene = ""
            self._needle.rest(talk.variables.get("trust", 0), talk.variables.get("wariness", 0))
        elif not lines:
            # the night was loaded in the middle of a talk
            self._needle.rest(talk.variables.get("trust", 0), talk.variables.get("wariness", 0))
            before = [self._spoken.get(line, Spoken("", "", offered=True)) for line in talk.backlog]
            said = [(line.speaker, line.mood) for line in before if not line.offered]
            self._cast.clear()
            self._cast.recall(said[-24:])
        for line in lines:
            self._cast.hear(line.speaker, line.mood)
        waits = [event.seconds for event in events if isinstance(event, Silence)]
        self._show(talk, sum(waits) * TICKS_PER_SECOND)

    def _show(self, talk: Talk, silence_ticks: int) -> None:
        """Begin the line that the talk stands at."""
        self._line, self._rested, self._silence = talk.lines_spoken, 0, silence_ticks
        font = body_font(self.library, self.options)
        text = self.library.strings.text(talk.line, **talk.variables) if talk.line else ""
        self._rows = font.wrap(text, _TEXT_WIDTH)
        self._known = talk.line in self.read
        skipping = self.reading.skip_read and self._known
        self._silence = 0 if skipping else silence_ticks
        pace = 0 if skipping else self.reading.letters_per_second
        self._appearing.start("\n".join(self._rows), pace)
        self._offer(talk)

    def _offer(self, talk: Talk) -> None:
        if talk.offered_ids == self._offered:
            return
        self._offered = list(talk.offered_ids)
        texts = [self.library.strings.text(name, **talk.variables) for name in self._offered]
        self._choices.offer(texts, [n in talk.taken or n in self.read for n in self._offered])

    # --- a frame ------------------------------------------------------------------------------
    def draw(self, canvas: pygame.Surface, world: World, alpha: float) -> None:
        """Draw the talk over whatever stands on the canvas."""
        still = not self.options.flicker
        if self.covers(world):
            self._draw_sky(canvas, world, still=still)
        else:
            rect(canvas, 0, 0, *canvas.get_size(), "night1", _DIM)
        box = self._box()
        canvas.set_clip((0, 0, canvas.get_width(), box.top + 1))
        sounding = self._silence == 0 and self._appearing.sounding
        self._cast.draw(canvas, self._tick, sounding=sounding, still=still)
        canvas.set_clip(None)
        self._draw_box(canvas, box, still=still)
        self._draw_foot(canvas, world, box)
        if self.row_count:
            left, top, width = _CHOICES_ROOM
            room = pygame.Rect(left, top, width, box.top - 14 - top)
            font = body_font(self.library, self.options)
            self._choices.place(font, room, room.bottom - _COMFORT_Y)
            draw_choices(canvas, font, self._choices, opaque=self.options.high_contrast)

    def _draw_sky(self, canvas: pygame.Surface, world: World, *, still: bool) -> None:
        """The night behind them pales from the horizon up; dawn itself waits for a new talk."""
        left = tuning.DAWN_WARNING_MINUTES - world.minutes
        if not self._scene:
            self._scene = "talk_night" if left > 0 else "talk_dawn"
        sway = 0 if still else round(self._sway)
        self._sky(self._scene).draw(canvas, self._tick, sway_px=sway, still=still)
        grey = (_GREY_MINUTES - left) * _GREY_STEPS // _GREY_MINUTES
        if self._scene == "talk_night" and grey > 0:
            glow = horizon_glow(min(grey, _GREY_STEPS))
            canvas.blit(glow, (0, GLOW_Y), special_flags=pygame.BLEND_RGB_ADD)

    def _sky(self, scene: str) -> Vista:
        if scene not in self._skies:
            self._skies[scene] = Vista.load(self._vistas, scene)
        return self._skies[scene]

    def _box(self) -> pygame.Rect:
        """Two rows of words, or as many as the line needs: the box grows upward."""
        font = body_font(self.library, self.options)
        height = 18 + max(_ROWS, len(self._rows)) * font.line + font.cap + 13
        return pygame.Rect(_BOX_X, _BOX_FLOOR - height, _BOX_WIDTH, height)

    def _draw_box(self, canvas: pygame.Surface, box: pygame.Rect, *, still: bool) -> None:
        font = body_font(self.library, self.options)
        if self.options.high_contrast:
            panel(canvas, box.x, box.y, box.width, box.height, alpha=255, corner=3)
        speaker = "" if self._silence else self._cast.speaker
        name = self.library.strings.text(f"speaker_{speaker.lower()}") if speaker else ""
        waiting = not self.typing and not self._choices.texts
        dialogue_box(
            canvas,
            font,
            (),
            name=name,
            accent=_ACCENTS.get(speaker, "moon0"),
            name_align=0.0 if speaker == "Sakura" else 1.0,
            more=waiting and (still or self._tick % 60 < 40),
            x=box.x,
            y=box.y,
            width=box.width,
            height=box.height,
        )
        if not self._silence:
            color = "sand8" if speaker or self.options.high_contrast else "moon2"
            shown = None if self._appearing.done else self._appearing.shown
            place = _TEXT_X, box.y + 13
            draw_rows(canvas, font, self._rows, place, rgb(color), INK, shown)

    def _draw_foot(self, canvas: pygame.Surface, world: World, box: pygame.Rect) -> None:
        """What the keys do, on the left; his needle and the marks of auto and skip on the right."""
        strings, options = self.library.strings, self.options
        if self.row_count:
            acts = [("up", ""), ("down", "talk_choose"), ("act", "talk_say")]
        else:
            acts = [("act", "talk_whole" if self.typing else "talk_next")]
        acts.append(("map", "hud_backlog"))
        keys = [key_of(self.library, options, action) for action, _ in acts]
        words = [strings.text(name) if name else "" for _, name in acts]
        right = box.right - 30
        if self.covers(world):
            right = self._needle.draw(canvas, self.library, options, right, box.bottom - 21)
        marks = [
            name
            for on, name in (
                (self.reading.skip_read and self._known, "hud_skip"),
                (self.reading.auto, "hud_auto"),
            )
            if on
        ]
        font = body_font(self.library, options)
        room = right - _TEXT_X + 5 - sum(font.width(strings.text(name)) + 16 for name in marks)
        if sum(prompt_width(font, *pair) for pair in zip(keys, words, strict=True)) > room:
            font = self.library.small
        y = box.bottom - font.cap - 9
        x = _TEXT_X - 5
        for key, text in zip(keys, words, strict=True):
            x = prompt(canvas, font, x, y, key, text, "moon1") - (0 if text else 11)
        for name in marks:
            text = strings.text(name)
            right = font.draw(canvas, text, right, y + 1, rgb("lamp3"), shadow=INK, align=1.0)
            right -= font.width(text) + 10
            rect(canvas, right, y + font.cap // 2, 4, 3, "lamp2")
            right -= 8

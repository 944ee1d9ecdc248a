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
from game.sim.tale.night import Beat
from game.sim.tale.talk import LineSpoken, Silence, Talk
from game.sim.world import World
from game.view.library import Library
from game.view.options import StageOptions
from game.view.reading import (
    Appearing,
    Reading,
    Spoken,
    body_font,
    spoken_lines,
)
from game.view.talk_box import TEXT_WIDTH, Box
from game.view.talk_cast import Cast, is_him
from game.view.talk_choices import Choices, draw_choices
from game.view.talk_needle import Needle
from game.view.veils import GLOW_Y, horizon_glow
from game.view.vistas import Vista
from game.view.widgets import rect

_CHOICES_ROOM: Final = (36, 10, 408)
"""Left, top and width of the room for answers; it ends above the box."""
_DIM: Final = 132
_GREY_MINUTES: Final = 120
"""So long before the warning of dawn the horizon begins to pale."""
_GREY_STEPS: Final = 12
_COMFORT_Y: Final = 122
"""Answers stay below their eyes where they can."""
_RECALLED: Final = 24
"""Lines looked back on for who was here, and with which face."""
_SWAY_PX: Final = 5.0
_AUTO_TICKS: Final = 45
_AUTO_TICKS_PER_LETTER: Final = 2.4
_SKIP_TICKS: Final = 5


class TalkView:
    """Shows one night's talks. ``read`` holds the ids of lines read so far, in any night."""

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
        self.hurried = False
        """The key that skips is held; the program says so."""
        folder = assets_folder() if assets is None else assets
        self._vistas = folder / "vistas"
        self._skies: dict[str, Vista] = {}
        self._box = Box(library, self.options)
        self._cast = Cast(folder / "portraits")
        self._choices = Choices()
        self._needle = Needle()
        self._appearing = Appearing()
        self._rows: list[str] = []
        self._row_px = 0
        self._line = -1, ""
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
        if self._skipping:
            return self._rested >= _SKIP_TICKS
        needed = _AUTO_TICKS + _AUTO_TICKS_PER_LETTER * len(self._appearing.text)
        return self.reading.auto and self._rested >= needed

    @property
    def _skipping(self) -> bool:
        """Whether this line is run through: it was read before, unless all are to be skipped."""
        wanted = self.reading.skip_read or self.hurried
        return wanted and (self._known or self.reading.skip_unread)

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
        if self._skipping:
            self.complete()
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
        if (talk.lines_spoken, talk.line) == self._line:
            self._offer(talk)
            return
        lines = [event for event in events if isinstance(event, LineSpoken)]
        if self._level_digest != world.level.digest or not self._spoken:
            self._spoken = spoken_lines(world.level.script)
            self._level_digest = world.level.digest
        began = any(isinstance(event, TalkBegan) for event in events)
        if began or not lines:
            self._scene = ""
            self._needle.rest(talk.variables.get("trust", 0), talk.variables.get("wariness", 0))
            self._cast.clear()
        if not lines or (began and world.story.beat is Beat.NAMED):
            # loaded in the middle of a talk, or going on after the name: he has been here before
            before = [self._spoken.get(line, Spoken("", "", offered=True)) for line in talk.backlog]
            said = [
                (line.speaker, line.mood)
                for line in before
                if not line.offered and not self._is_elsewhere(world, line.speaker)
            ]
            self._cast.recall(said[-_RECALLED:])
        for line in lines:
            self._cast.hear(line.speaker, line.mood)
        waits = [event.seconds for event in events if isinstance(event, Silence)]
        self._show(talk, sum(waits) * TICKS_PER_SECOND)

    def _is_elsewhere(self, world: World, speaker: str) -> bool:
        """Whether somebody was only heard in another talk: he at no gate, they nowhere else."""
        return speaker not in ("", "Sakura") and is_him(speaker) != self.covers(world)

    def _show(self, talk: Talk, silence_ticks: int) -> None:
        """Begin the line that the talk stands at."""
        self._line, self._rested = (talk.lines_spoken, talk.line), 0
        self._fold(talk)
        self._known = talk.line in self.read
        self._silence = silence_ticks
        self._appearing.start("\n".join(self._rows), self.reading.letters_per_second)
        self._offer(talk)

    def _fold(self, talk: Talk) -> None:
        """Break the line into rows of the letters that the player chose."""
        font = body_font(self.library, self.options)
        text = self.library.strings.text(talk.line, **talk.variables) if talk.line else ""
        self._rows, self._row_px = font.wrap(text, TEXT_WIDTH), font.line

    def _offer(self, talk: Talk) -> None:
        if talk.offered_ids == self._offered:
            return
        self._offered = list(talk.offered_ids)
        texts = [self.library.strings.text(name, **talk.variables) for name in self._offered]
        self._choices.offer(texts, [n in talk.taken or n in self.read for n in self._offered])

    # --- a frame ------------------------------------------------------------------------------
    def draw(self, canvas: pygame.Surface, world: World, alpha: float) -> None:
        """Draw the talk over whatever stands on the canvas."""
        self._box.options = self.options
        if world.talk is not None and body_font(self.library, self.options).line != self._row_px:
            self._fold(world.talk)
            self._appearing.start("\n".join(self._rows), 0)
        still = not self.options.flicker
        if self.covers(world):
            self._draw_sky(canvas, world, still=still)
        else:
            rect(canvas, 0, 0, *canvas.get_size(), "night1", _DIM)
        area = self._box.area(self._rows)
        canvas.set_clip((0, 0, canvas.get_width(), area.top + 1))
        sounding = self._silence == 0 and self._appearing.sounding
        self._cast.draw(canvas, self._tick, sounding=sounding, still=still)
        canvas.set_clip(None)
        silent = self._silence > 0
        waiting = not self.typing and not self._choices.texts
        self._box.draw(
            canvas,
            self._rows,
            "" if silent else self._cast.speaker,
            0 if silent else None if self._appearing.done else self._appearing.shown,
            more=waiting and (still or self._tick % 60 < 40),
        )
        self._draw_foot(canvas, world, area)
        if self.row_count:
            left, top, width = _CHOICES_ROOM
            room = pygame.Rect(left, top, width, area.top - 14 - top)
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

    def _draw_foot(self, canvas: pygame.Surface, world: World, area: pygame.Rect) -> None:
        """What the keys do, on the left; his needle and the marks of auto and skip on the right."""
        by_mouse = "talk_act" in self.options.keys
        act, look_back = ("talk_act", "talk_map") if by_mouse else ("act", "map")
        if self.row_count:
            choose = [] if by_mouse else [("up", ""), ("down", "talk_choose")]
            acts = [*choose, (act, "talk_say")]
        else:
            acts = [(act, "talk_whole" if self.typing else "talk_next")]
            if self._known and not self._skipping:
                acts.append(("run", "talk_skip"))
        acts.append((look_back, "hud_backlog"))
        right = self._box.inner_right(area)
        if self.covers(world):
            right = self._needle.draw(canvas, self.library, self.options, right, area.bottom - 21)
        marks = ["hud_skip"] if self._skipping else []
        marks += ["hud_auto"] if self.reading.auto else []
        self._box.draw_foot(canvas, area, right, acts, marks)

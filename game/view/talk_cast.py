"""Who stands in a talk: Sakura on the left, the other one on the right, each with a living face."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pygame

from game.sim.tale.talk_script import MOODS
from game.view.atlas import Atlas
from game.view.busts import dimmed_piece, draw_bust

FLOOR_Y: Final = 208
"""Foot of every bust; the box stands before it."""
HER_X: Final = 14
OTHER_X: Final = 302

_PEOPLE: Final = {
    "Sakura": "sakura",
    "Stranger": "sasori",
    "Sasori": "sasori",
    "Guard": "guard",
    "Child": "child",
}
"""The atlas of each speaker."""
_STEP_IN_TICKS: Final = 16
_STEP_IN_PX: Final = 26
_BLINK_TICKS: Final = 9
_BLINKS: Final = {"sakura": (211, 0), "sasori": (263, 90), "guard": (197, 40), "child": (151, 60)}
"""Ticks from one blink to the next, and when the first one comes."""
_MOUTHS: Final = ("", "/talk", "/talk2", "/talk")
_MOUTH_TICKS: Final = 5


def is_him(speaker: str) -> bool:
    """Whether it is he who speaks, by whichever name."""
    return _PEOPLE.get(speaker) == "sasori"


@dataclass(slots=True)
class _Actor:
    person: str
    mood: str
    ticks: int = 0
    """Since this one came into the picture."""


@dataclass(slots=True)
class Cast:
    """The busts of one talk. Atlases are read when somebody first speaks."""

    folder: Path
    _her: _Actor = field(default_factory=lambda: _Actor("sakura", "neutral", _STEP_IN_TICKS))
    _other: _Actor | None = None
    _speaker: str = ""
    _atlases: dict[str, Atlas | None] = field(default_factory=dict)

    @property
    def speaker(self) -> str:
        """Who has the word; empty while the story tells."""
        return self._speaker

    def clear(self) -> None:
        """Nobody has said a word yet."""
        self._her = _Actor("sakura", "neutral", _STEP_IN_TICKS)
        self._other, self._speaker = None, ""

    def hear(self, speaker: str, mood: str) -> None:
        """A line is spoken."""
        self._speaker = speaker
        person = _PEOPLE.get(speaker)
        if person is None:
            return
        mood = mood or MOODS[speaker][0]
        if person == self._her.person:
            self._her.mood = mood
        elif self._other is not None and self._other.person == person:
            self._other.mood = mood
        else:
            self._other = _Actor(person, mood)

    def recall(self, spoken: Sequence[tuple[str, str]]) -> None:
        """Catch up with lines spoken before, newest last, without stepping in anew."""
        for speaker, mood in spoken:
            self.hear(speaker, mood)
        if self._other is not None:
            self._other.ticks = _STEP_IN_TICKS

    def tick(self) -> None:
        """Let a tick pass."""
        self._her.ticks += 1
        if self._other is not None:
            self._other.ticks += 1

    def draw(self, target: pygame.Surface, tick: int, *, sounding: bool, still: bool) -> None:
        """Draw both; ``sounding`` moves the speaker's mouth, ``still`` leaves out all motion."""
        talks = _PEOPLE.get(self._speaker)
        for actor, x, side in ((self._her, HER_X, -1), (self._other, OTHER_X, 1)):
            if actor is None:
                continue
            left = 1 - min(actor.ticks, _STEP_IN_TICKS) / _STEP_IN_TICKS
            aside = 0 if still else side * round(_STEP_IN_PX * left * left)
            speaking = actor.person == talks
            mouth = sounding and speaking
            self._draw_one(target, actor, x + aside, tick, speaking=speaking, mouth=mouth)

    def _draw_one(
        self,
        target: pygame.Surface,
        actor: _Actor,
        x: int,
        tick: int,
        *,
        speaking: bool,
        mouth: bool,
    ) -> None:
        atlas = self._atlas(actor.person)
        if atlas is None:
            return
        name = f"{actor.person}/{actor.mood}"
        if name not in atlas.boxes:
            name = f"{actor.person}/neutral"
        bust = atlas.frame(name).surface
        y = FLOOR_Y - bust.get_height()
        draw_bust(target, bust, x, y, speaking=speaking)
        every, first = _BLINKS[actor.person]
        pieces = ["/blink"] if (tick - first) % every < _BLINK_TICKS else []
        if mouth:
            pieces.append(_MOUTHS[tick // _MOUTH_TICKS % len(_MOUTHS)])
        for piece in pieces:
            if piece and name + piece in atlas.boxes:
                sprite = atlas.frame(name + piece)
                face = sprite.surface if speaking else dimmed_piece(sprite.surface)
                target.blit(face, (x - sprite.ax, y - sprite.ay))

    def _atlas(self, person: str) -> Atlas | None:
        """The pictures of a person; None where a game has none of them."""
        if person not in self._atlases:
            path = self.folder / f"{person}.json"
            self._atlases[person] = Atlas.load(path) if path.exists() else None
        return self._atlases[person]

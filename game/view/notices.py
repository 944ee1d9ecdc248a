"""Words that come and go: what can be heard and from where, news of the night, hints, and why.

Captions stand lower left, news and hints upper middle, the list of causes in the middle.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import pygame

from game.content.causes import why_noticed
from game.core import headings
from game.core.units import SUB, TICKS_PER_SECOND, TILE_SUB
from game.sim import events as happened
from game.sim import tuning
from game.sim.events import Event
from game.sim.level import Kind, Spot
from game.sim.tale import talking
from game.sim.world import World
from game.view import widgets
from game.view.camera import HEIGHT, WIDTH
from game.view.hints import HINT_AFTER_TICKS, HINT_KEYS, hint_for
from game.view.library import Library
from game.view.operation_words import own_words
from game.view.options import StageOptions
from game.view.pad_words import label_words
from game.view.palette import rgb
from game.view.wrapped import Wrapped

_INK: Final = rgb("ink")
_CAPTION_TICKS: Final = 110
_CAPTIONS: Final = 3
_MIDDLE_PX: Final = 200
NEWS_Y: Final = 48
"""Where news begins in the upper middle."""
_NEWS_PX: Final = {False: (WIDTH // 2, 200), True: (214, 164)}
"""Middle and width of what stands there, by the size of letters: beside the list of duties."""
_NEWS_END_Y: Final = 122
"""Where the older of two news would cover her: it then gives way."""
_NEWS_TICKS: Final = 240
_LETTER_TICKS: Final = 4
"""News stays at least so long for each letter: what is longer takes longer to read."""
_THOUGHT_END_Y: Final = 196
_THOUGHT_SHOWN_TICKS: Final = 3 * TICKS_PER_SECOND
"""The first words of a thought do not stay as long as the key that listens to it."""
_HINT_TICKS: Final = 8 * TICKS_PER_SECOND
_NO_HINT: Final = ("", -100_000)
_HINT_TIMES: Final = 2
"""Who has been told twice does not want to be told."""
_WAKING_TICKS: Final = 20 * TICKS_PER_SECOND
"""Who was driven off is told for so long nothing of those who look for her elsewhere."""
_HEARD_TILES: Final = 26
_ARROWS: Final = ("→", "→↓", "↓", "←↓", "←", "←↑", "↑", "→↑")
_WHY_ROWS: Final = 6
_WHY_PX: Final = 130
"""So high the list of causes may grow: the lower corners stay free."""
_PROGRESS: Final = (
    happened.MarkerSigned, happened.ZoneEntered, happened.Arrived, happened.BeatBegan,
    happened.SignedOut, happened.ThoughtHeard, happened.Felled, happened.ItemTaken,
    happened.Sensed, happened.BodyStep, happened.Hid, happened.GoalReached,
)
"""What counts as getting on: hints wait for so long after the last of these."""


@dataclass(frozen=True, slots=True)
class _Caption:
    text: str
    heading: int
    begun: int


@dataclass(slots=True)
class Notices:
    """Keeps and draws the words that come and go."""

    library: Library
    options: StageOptions
    captions: list[_Caption] = field(default_factory=list)
    news: list[tuple[str, int]] = field(default_factory=list)
    why: bool = False
    """Whether the list of causes is open; the program opens and closes it."""
    _moved_on: int = -1
    """When she last got on; -1 before the first tick that is seen here."""
    _hint: tuple[str, int] = _NO_HINT
    _woke: int = -_WAKING_TICKS
    """When she last woke after she was driven off."""
    _told: dict[str, int] = field(default_factory=dict)
    """How often each hint was given."""
    _sizes: tuple[Wrapped, Wrapped] = field(init=False)
    _news_sizes: tuple[Wrapped, Wrapped] = field(init=False)

    def __post_init__(self) -> None:
        fonts = self.library.small, self.library.large
        self._sizes = Wrapped(fonts[0], _MIDDLE_PX), Wrapped(fonts[1], _MIDDLE_PX)
        widths = _NEWS_PX[False][1], _NEWS_PX[True][1]
        self._news_sizes = Wrapped(fonts[0], widths[0]), Wrapped(fonts[1], widths[1])

    @property
    def _wrapped(self) -> Wrapped:
        """The size of letters that the player has chosen."""
        return self._sizes[self.options.large_text]

    @property
    def _above(self) -> Wrapped:
        """The letters of what stands in the upper middle."""
        return self._news_sizes[self.options.large_text]

    def note(self, world: World, events: Sequence[Event]) -> None:
        """Take in the facts of a tick."""
        if talking.is_on(world):
            # news is not shown over a talk: it waits
            self.news = [(text, min(world.tick, at + 1)) for text, at in self.news]
        for event in events:
            self._caption(world, event)
            self._tell(world, event)
            if isinstance(event, _PROGRESS):
                # what she was told to try has been done, or is of no more use
                self._moved_on, self._hint = world.tick, _NO_HINT
        tick = world.tick
        self.captions = [c for c in self.captions if 0 <= tick - c.begun < _CAPTION_TICKS]
        self.news = [(text, at) for text, at in self.news if 0 <= tick - at < _news_ticks(text)]
        self._moved_on = tick if self._moved_on < 0 else min(self._moved_on, tick)
        if self.why:
            self.knows("hint_why")
        if self.options.hints and tick - self._moved_on > HINT_AFTER_TICKS:
            text_id = hint_for(world)
            self._moved_on = tick
            told = self._told.get(text_id, 0)
            if text_id and told < _HINT_TIMES and not talking.is_on(world):
                self._told[text_id] = told + 1
                self._hint = (self._hint_words(text_id), tick)

    def tell(self, world: World, text_id: str, **values: object) -> None:
        """Say something of the night in the upper middle; what stands there stays longer."""
        self.say(world, self.library.strings.text(text_id, **values))

    def say(self, world: World, words: str) -> None:
        """Words for the upper middle; those that stand there already stay longer."""
        self.news = [(text, tick) for text, tick in self.news if text != words]
        self.news.append((words, world.tick))
        del self.news[:-2]

    def knows(self, hint: str) -> None:
        """Who has used a key needs nobody to tell of it."""
        self._told[hint] = _HINT_TIMES

    def areas(self, world: World) -> list[pygame.Rect]:
        """Where words stand in the middle of the picture just now."""
        found = []
        rows = sum(len(self._above.rows(text)) for text in self._shown_news())
        hint, begun = self._hint
        if hint and 0 <= world.tick - begun < _HINT_TICKS:
            rows += len(self._above.rows(hint))
        left, width = (WIDTH - _MIDDLE_PX) // 2 - 20, _MIDDLE_PX + 40
        line = self._wrapped.font.line
        if rows:
            found.append(pygame.Rect(left, NEWS_Y - 3, width, rows * line + 8))
        thought = len(self._thought_rows(world))
        if thought:
            top = _THOUGHT_END_Y - (line - 2) * thought
            found.append(pygame.Rect(left, top - 3, width, (line - 2) * thought + 6))
        return found

    def draw(self, canvas: pygame.Surface, world: World) -> None:
        """Draw what is to be read just now."""
        if self.why:
            # where the news stands she reads what gave her away
            self.draw_captions(canvas)
            self._draw_why(canvas, world)
            return
        y = NEWS_Y
        for text in self._shown_news():
            y = self._middle(canvas, text, y, "lamp3")
        hint, begun = self._hint
        if hint and 0 <= world.tick - begun < _HINT_TICKS:
            y = self._middle(canvas, hint, y, "moon2")
        self._thought(canvas, world)
        self.draw_captions(canvas)

    def draw_captions(self, canvas: pygame.Surface) -> None:
        """What can be heard and from where, lower left, if the player wants it written down."""
        if not self.options.captions:
            return
        font = self._wrapped.font
        y = 226 - font.line * len(self.captions)
        for caption in self.captions:
            arrow = "" if caption.heading < 0 else _ARROWS[(caption.heading + 64) // 128 % 8]
            text = f"{caption.text} {arrow}".strip()
            widgets.rect(canvas, 4, y - 3, font.width(text) + 8, font.cap + 6, "night1", 170)
            font.draw(canvas, text, 8, y, rgb("moon2"), shadow=_INK)
            y += font.line

    def _shown_news(self) -> list[str]:
        """The newest, and what came before as far as there is room above her."""
        texts = [text for text, _ in self.news]
        line = self._above.font.line - 1
        while len(texts) > 1:
            rows = sum(len(self._above.rows(text)) for text in texts)
            if NEWS_Y + rows * line <= _NEWS_END_Y:
                break
            del texts[0]
        return texts

    def _draw_why(self, canvas: pygame.Surface, world: World) -> None:
        font, strings = self._wrapped.font, self.library.strings
        kinds = {mind.name: str(mind.kind) for mind in world.minds}
        rows: list[str] = []
        line = font.cap + 4
        for cause in reversed(world.causes[-_WHY_ROWS:]):
            told = font.wrap(why_noticed(strings, cause, kinds.get(cause.who, "")), 300)
            if (len(rows) + len(told)) * line > _WHY_PX:
                break
            rows += told
        rows = rows or [strings.text("cause_none")]
        width, height = 320, 19 + font.cap + line * len(rows)
        x, y = (WIDTH - width) // 2, 60
        widgets.panel(canvas, x, y, width, height, alpha=236)
        y = widgets.heading(canvas, font, x + 8, y + 6, width - 16, strings.text("cause_title"))
        for row in rows:
            font.draw(canvas, row, x + 8, y + 2, rgb("sand8"), shadow=_INK)
            y += line

    def _thought_rows(self, world: World) -> Sequence[str]:
        """An offered thought is a few words for a while; who listens reads the rest."""
        story = world.story
        if not story.thought:
            return ()
        whole = self.library.strings.words(story.thought)
        if not story.listening:
            if story.thought_ticks < tuning.THOUGHT_OFFER_TICKS - _THOUGHT_SHOWN_TICKS:
                return ()
            whole = " ".join(whole.split()[:4]) + "…"
        return self._wrapped.rows(whole)

    def _thought(self, canvas: pygame.Surface, world: World) -> None:
        font, rows = self._wrapped.font, self._thought_rows(world)
        y = _THOUGHT_END_Y - (font.line - 2) * len(rows)
        color = "sand8" if world.story.listening else "moon1"
        for row in rows:
            self._wrapped.draw_row(canvas, row, WIDTH // 2, y, rgb(color))
            y += font.line - 2

    def _middle(self, canvas: pygame.Surface, text: str, y: int, color: str) -> int:
        """Text in the upper middle, outlined; returns the y below it."""
        font, middle = self._above.font, _NEWS_PX[self.options.large_text][0]
        for row in self._above.rows(text):
            self._above.draw_row(canvas, row, middle, y, rgb(color))
            y += font.line - 1
        return y + 2

    def _hear(self, world: World, text_id: str, where: tuple[int, int] | None = None) -> None:
        """Write a sound down, with its direction if it comes from somewhere; none from too far."""
        text = self.library.strings.text(text_id)
        heading = -1
        if where is not None:
            dx, dy = where[0] - world.sakura.x, where[1] - world.sakura.y
            if max(abs(dx), abs(dy)) > _HEARD_TILES * TILE_SUB:
                return
            heading = headings.heading_of(dx, dy)
        self.captions = [c for c in self.captions if c.text != text]
        self.captions.append(_Caption(text, heading, world.tick))
        del self.captions[:-_CAPTIONS]

    def _caption(self, world: World, event: Event) -> None:
        match event:
            case happened.NoiseMade(what, who, x, y, _) if who != "sakura":
                known = self.library.strings.has(f"caption_{what}")
                near = what == "fight" and _is_in_sight(world, x, y)
                text_id = f"caption_{what}" if known else "caption_other"
                self._hear(world, "caption_fight_near" if near else text_id, (x, y))
            case happened.GustComing(heading, _):
                back = (heading + headings.HALF_TURN) % headings.TURN
                text = self.library.strings.text("caption_gust")
                self.captions = [c for c in self.captions if c.text != text]
                self.captions.append(_Caption(text, back, world.tick))
            case happened.StormBegan():
                self._hear(world, "caption_storm")
            case happened.Rose(who):
                self._hear_of(world, "caption_burst", who)
            case happened.Attacked(who, _):
                mind = next((each for each in world.minds if each.name == who), None)
                if mind is not None and mind.kind is Kind.LIZARD:
                    self._hear_of(world, "caption_charge", who)
            case _:
                return

    def _hear_of(self, world: World, text_id: str, who: str) -> None:
        mind = next((each for each in world.minds if each.name == who), None)
        if mind is not None:
            self._hear(world, text_id, (mind.x, mind.y))

    def _tell(self, world: World, event: Event) -> None:
        match event:
            case happened.MarkerSigned(_, order):
                if world.level.conditions.story and self._knows(f"note_{order}"):
                    self.tell(world, f"note_{order}")  # names the marker, too
                else:
                    everyone = sum(place.kind == "marker" for place in world.level.places)
                    self.tell(world, "night_signed", n=order, all=everyone)
            case happened.Arrived(where):
                place = world.level.place(where)
                if place is not None and place.kind is Spot.NOTE and place.text:
                    self.say(world, self._with_keys(place.text))
            case happened.WordsCame(text) if text:
                self.say(world, self._with_keys(text))
            case happened.TrailLost(_, "sakura", why) if self._knows(f"trail_lost_{why}"):
                if not 0 <= world.tick - self._woke < _WAKING_TICKS:
                    self.tell(world, f"trail_lost_{why}")
            case happened.Refused(_, why) if self._knows(f"refused_{why}"):
                self.tell(world, f"refused_{why}")
            case happened.SignatureFelt(seems=whom) if whom:
                self.tell(world, "seems_familiar")
            case happened.DrivenOff():
                self._woke = world.tick
                signed = world.story.last_marker > 0
                self.tell(world, "night_driven_off" if signed else "night_driven_off_start")
            case happened.DawnNear():
                self.tell(world, "night_dawn_warning")
            case happened.StormBegan():
                self.tell(world, "night_storm")
            case happened.Unmasked(_, why):
                self.tell(world, "night_unmasked")
                if self._knows(f"unmasked_{why}"):
                    self.tell(world, f"unmasked_{why}")
            case happened.OperationEnded():
                self._tell_of_him(world, "night_healed")
            case happened.PatientDied():
                self._tell_of_him(world, "night_he_died")
            case happened.BodyReached(when) if self._knows(f"body_reached_{when}"):
                self.tell(world, f"body_reached_{when}")
            case happened.BodyStep(what):
                self._tell_of_him(world, f"body_{what}")
            case happened.Examined(what) if self._knows(f"examine_{what}"):
                self.tell(world, f"examine_{what}")
            case happened.TrailRead(whose, heading, seconds):
                self._tell_trail(world, whose, heading, seconds)
            case _:
                return

    def _tell_of_him(self, world: World, text_id: str) -> None:
        """Something about the wounded one; some have words of their own."""
        own = own_words(self.library.strings, text_id, world.level.operation)
        if self._knows(own):
            self.tell(world, own)

    def _tell_trail(self, world: World, whose: str, heading: int, seconds: int) -> None:
        strings = self.library.strings
        if whose == "sakura":
            self.tell(world, "night_trail_own")
            return
        where = ("e", "se", "s", "sw", "w", "nw", "n", "ne")[(heading + 64) // 128 % 8]
        self.tell(
            world,
            "night_trail_read",
            who=strings.text(f"who_{whose}" if self._knows(f"who_{whose}") else "who_unknown"),
            age=strings.text("night_age_fresh" if seconds < 40 else "night_age_old"),
            heading=strings.text(f"heading_{where}"),
        )

    def _with_keys(self, text: str) -> str:
        """What a map has to say; ``{sneak}`` and its like are the player's own keys."""
        words = self.library.strings
        if not words.has(text):
            return text
        keys = {name: label_words(words, key) for name, key in self.options.keys.items()}
        return words.text(text, **keys)

    def _knows(self, text_id: str) -> bool:
        return self.library.strings.has(text_id)

    def _hint_words(self, text_id: str) -> str:
        keys = self.options.keys
        key = keys.get(HINT_KEYS.get(text_id, ""), "")
        second = keys["load"] if text_id == "hint_save" else ""
        words = self.library.strings
        return words.text(text_id, key=label_words(words, key), key2=label_words(words, second))


def _news_ticks(text: str) -> int:
    """How long news stays."""
    return max(_NEWS_TICKS, _LETTER_TICKS * len(text))


def _is_in_sight(world: World, x: int, y: int) -> bool:
    """Whether a place of the map is in the picture round her."""
    dx, dy = abs(x - world.sakura.x), abs(y - world.sakura.y)
    return dx <= WIDTH * SUB // 2 and dy <= HEIGHT * SUB // 2

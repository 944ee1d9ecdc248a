"""Which picture belongs to a world as it stands: dunes, table, talk, the wait, black.

Walking, the table and the talk are states of one World. This only reads it and picks who draws.
"""

from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from enum import Enum, auto
from typing import Final

import pygame

from game.content.paths import assets_folder
from game.sim import Event, World
from game.sim.beings import Pose
from game.sim.events import DrivenOff
from game.sim.table import operating
from game.sim.table.definition import OperationDef
from game.sim.table.events import OperationDone, OperationEvent, StillBleeding
from game.sim.table.state import Doing, Operation
from game.sim.tale import talking
from game.sim.tale.night import Beat
from game.view.black_view import BlackView
from game.view.camera import HEIGHT, WIDTH
from game.view.map_view import MapView
from game.view.operation_news import TableHelp
from game.view.operation_panels import TablePrompts
from game.view.operation_scene import LIFTED_PX, OperationView
from game.view.operation_words import TableKeys, table_alarm
from game.view.options import StageOptions
from game.view.pad_words import label_words
from game.view.reading import Reading, key_of
from game.view.stage import Stage
from game.view.talk_view import TalkView
from game.view.wait_view import WaitView
from game.view.widgets import rect

_DONE_TICKS: Final = 180
"""So long the finished work is seen."""
_WAKE_TICKS: Final = 54
"""So long it takes her to open her eyes after she was driven off."""
_SINK_TICKS: Final = 24
"""In the last of these it sinks out of sight."""

Hear = Callable[[World, Sequence[Event]], None]
"""Takes what a tick brought, to let it sound."""


class Mode(Enum):
    """What the player is doing."""

    WALK = auto()
    TABLE = auto()
    TALK = auto()
    BLACK = auto()
    OVER = auto()


def mode_of(world: World) -> Mode:
    """The mode of a world."""
    if world.story.ending:
        return Mode.OVER
    if talking.is_on(world):
        return Mode.TALK
    if world.story.beat is Beat.NAMED and not world.story.after:
        return Mode.BLACK
    if world.at_table:
        return Mode.TABLE
    return Mode.WALK


class WorldPicture:
    """All the pictures of one night."""

    def __init__(
        self, stage: Stage, reading: Reading, hear: Hear, read: Container[str] = ()
    ) -> None:
        """``read`` holds the ids of lines read so far, in any night."""
        library, options = stage.library, stage.options
        self.stage, self._hear = stage, hear
        self.leaving_per_mille = 0
        """How far the hold has come with which she leaves the table; set by the program."""
        self.talk = TalkView(library, options, reading, read)
        self.map = MapView(library, stage.level, options)
        self._wait = WaitView(library, options, reading)
        self._black = BlackView(library, options)
        self._below = pygame.Surface((WIDTH, HEIGHT))
        self._operation = OperationView(
            assets_folder(), library.strings, large_text=options.large_text
        )
        if stage.level.operation is not None:
            self._operation.prepare(stage.level.operation)
        self.alone = False
        """Her hands go on by themselves; set by the program."""
        self._done_tick: int | None = None
        """When the work at the table was done: it is seen for a while yet."""
        self._woke_tick: int | None = None
        """When she woke somewhere else."""

    def choose(self, options: StageOptions, reading: Reading | None = None) -> None:
        """Follow the player's choices from the next frame on."""
        stage = self.stage
        stage.options = options
        self.talk.options = self._wait.options = self.map.options = options
        self._black.options = options
        self._operation.font = stage.library.large if options.large_text else stage.library.small
        if reading is not None:
            self.talk.reading = self._wait.reading = reading

    def note(self, world: World, events: Sequence[Event], *, aloud: bool = True) -> None:
        """Take in what a tick brought, and let it be heard."""
        self.stage.note(world, events)
        if aloud:
            self._hear(world, events)
        if any(isinstance(event, DrivenOff) for event in events):
            self._woke_tick = world.tick
        self.map.note(world, events)
        self._wait.note(world, events)
        if world.talk is not None:
            self.talk.note(world, events)
        if world.operation is not None and world.level.operation is not None:
            told = [event for event in events if isinstance(event, OperationEvent)]
            operation, definition = world.operation, world.level.operation
            self._operation.hear(told, operation, definition, alone=self.alone)
            # she looks up from the table: what is left to say is said under the sky
            lines: list[str] = []
            if any(isinstance(event, OperationDone) for event in told):
                self._done_tick = world.tick
                lines = self._operation.left(world.operation, world.level.operation)
            elif any(isinstance(event, StillBleeding) for event in told):
                lines = self._operation.bedside.faults[-1:]
            for line in lines:
                self.stage.notices.say(world, line)

    def draw(self, canvas: pygame.Surface, world: World, alpha: float) -> None:
        """Draw the world as it stands, ``alpha`` of the way from the last tick but one."""
        definition = world.level.operation
        match mode_of(world):
            case Mode.BLACK:
                self._black.draw(canvas, world, alpha)
            case Mode.TABLE if world.operation is not None and definition is not None:
                self._draw_table(canvas, world, world.operation, definition, alpha)
            case Mode.TALK:
                if not self.talk.covers(world):
                    self.stage.draw(canvas, world, alpha)
                self.talk.draw(canvas, world, alpha)
            case mode if self._still_at_table(world, mode):
                self._draw_done(canvas, world, alpha)
            case _:
                self._draw_night(canvas, world, alpha)

    def _draw_night(self, canvas: pygame.Surface, world: World, alpha: float) -> None:
        """The dunes, or the sky while she sits by him."""
        if self._wait.active(world):
            self._wait.draw(canvas, world, alpha)
            return
        self.stage.draw(canvas, world, alpha)
        self._draw_waking(canvas, world)

    def _draw_waking(self, canvas: pygame.Surface, world: World) -> None:
        """It is black when she is driven off; a little later she sees where she woke."""
        if self._woke_tick is None:
            return
        passed = world.tick - self._woke_tick
        if not 0 <= passed < _WAKE_TICKS:
            self._woke_tick = None
            return
        rect(canvas, 0, 0, WIDTH, HEIGHT, "ink", 255 * (_WAKE_TICKS - passed) // _WAKE_TICKS)

    def _still_at_table(self, world: World, mode: Mode) -> bool:
        """Whether the finished work is still looked at: until she does something else."""
        if self._done_tick is None or world.operation is None:
            return False
        passed = world.tick - self._done_tick
        by_him = world.story.beat is Beat.WAIT and world.sakura.pose in (Pose.KNEEL, Pose.SIT)
        if mode is not Mode.WALK or not (by_him and 0 <= passed < _DONE_TICKS):
            self._done_tick = None
        return self._done_tick is not None

    def _draw_done(self, canvas: pygame.Surface, world: World, alpha: float) -> None:
        """The finished work and how it was done; then she lifts her head from it."""
        operation, definition = world.operation, world.level.operation
        assert operation is not None and definition is not None and self._done_tick is not None
        passed = world.tick - self._done_tick
        after = replace(
            operation, tick=operation.tick + passed, doing=Doing.REST, flow=0, target=""
        )
        rises = max(0, passed - _DONE_TICKS + _SINK_TICKS)
        below = self._below if rises else canvas
        self._operation.draw(below, after, definition, alpha)
        if rises:
            self._draw_night(canvas, world, alpha)
            canvas.blit(below, (0, HEIGHT * rises * rises // (_SINK_TICKS * _SINK_TICKS)))

    def _draw_table(
        self,
        canvas: pygame.Surface,
        world: World,
        operation: Operation,
        definition: OperationDef,
        alpha: float,
    ) -> None:
        """Him under her hands; with her head lifted the night round them, and him at its foot."""
        night = operating.night_at_table(world)
        keys = self._table_names()
        view, prompts = self._operation, self._prompts()
        lifted = view.lift(operation, alone=self.alone)
        alarm = "" if lifted else table_alarm(world, self.stage.library.strings, keys)
        aid = TableHelp(self.stage.options.hints, self.alone, alarm, keys)
        if lifted == 0:
            view.draw(canvas, operation, definition, alpha, night, prompts, aid)
            self.stage.notices.draw_captions(canvas)
            return
        view.draw(self._below, operation, definition, alpha, night, prompts, aid)
        self.stage.draw(canvas, world, alpha)
        canvas.blit(self._below, (0, round(lifted * LIFTED_PX)))
        view.draw_near(canvas, world, round(lifted * LIFTED_PX))

    def alarming(self, world: World) -> bool:
        """Whether somebody looks for her while her eyes are on him."""
        return bool(table_alarm(world, self.stage.library.strings, TableKeys()))

    def faults(self, world: World) -> list[str]:
        """What went wrong at the table so far, a line each."""
        definition = world.level.operation
        if world.operation is None or definition is None:
            return []
        return self._operation.faults(world.operation, definition)

    def flaws(self) -> list[str]:
        """What kept each stroke at the table so far from being flawless, a line each."""
        return self._operation.flaws()

    def over_leave(self, place: tuple[int, int] | None) -> bool:
        """Whether a place on the canvas is on the words that say how to leave the table."""
        return place is not None and self._operation.leave_area.collidepoint(place)

    def _prompts(self) -> TablePrompts:
        options, strings = self.stage.options, self.stage.library.strings
        leave = self._table_key("feign")
        by_mouse = "table_feign" in options.keys
        if isinstance(leave, str) and not by_mouse:
            leave = strings.text("prompt_hold", key=leave)
        return TablePrompts(
            flow=self._table_key("act"),
            scan=self._table_key("sense"),
            wipe=self._table_key("brace"),
            look_up=self._table_key("look"),
            cut=self._table_key("strike"),
            leave=leave,
            move="" if by_mouse else self._table_key("move"),
            leaving_per_mille=self.leaving_per_mille,
        )

    def _table_names(self) -> TableKeys:
        """The same keys as words of a sentence."""

        def name(action: str) -> str:
            keys = self.stage.options.keys
            key = keys.get(f"table_{action}", keys.get(action, ""))
            return label_words(self.stage.library.strings, key)

        return TableKeys(
            name("act"), name("sense"), name("brace"), name("look"), name("strike"), name("feign")
        )

    def _table_key(self, name: str) -> str | pygame.Surface:
        """What stands on a key at the table, where the mouse has meanings of its own."""
        options = self.stage.options
        at_table = f"table_{name}"
        return key_of(self.stage.library, options, at_table if at_table in options.keys else name)

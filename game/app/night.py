"""The scene of a night: shows the picture that belongs to the world's state and feeds it commands.

Walking, the table, talk and black are states of one World; this scene only picks who turns the
devices into a Command and who draws. What the world is told goes through ``Night.tick``.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Protocol

import pygame

from game.app.actions import Action, Device
from game.app.at_table import TICKS_AT_ONCE, AtTable
from game.app.desk import Desk
from game.app.devices import Inputs
from game.app.picture import Hear, Mode, WorldPicture, mode_of
from game.app.presets import key_names, options_of, reading_of
from game.app.read_lines import ReadLines
from game.app.saves import Save, read_slot
from game.app.scenes import Change, Push, Scene
from game.app.session import Night
from game.app.steering import LEAVE_TICKS, Steering
from game.app.talk_hand import TalkHand
from game.app.watch import MapWatch
from game.app.window import CANVAS_WIDTH
from game.content.paths import settings_folder
from game.sim import Command
from game.sim.minds.challenge import asks
from game.sim.table.events import PatientLost
from game.sim.table.state import TableChoice
from game.sim.world import SnapshotError
from game.view.palette import rgb
from game.view.widgets import INK


class Opener(Protocol):
    """Makes the screens that the night leads to: pause, map, results. See ``screens``."""

    def pause(self, scene: "NightScene", why: str) -> Scene:
        """The pause menu over a night."""
        ...

    def map(self, scene: "NightScene") -> Scene:
        """The map, or what was said."""
        ...

    def lost(self, scene: "NightScene") -> Scene:
        """He died under her hands: again, or home."""
        ...

    def results(self, scene: "NightScene") -> Scene:
        """The night is over."""
        ...

    def follow(self, scene: "NightScene") -> None:
        """Look after the map's files: go on on what was saved, or say what is wrong."""
        ...


_END_TICKS: Final = 120
"""How long the last picture of a night stands before the results."""
_ANSWERS: Final = 3
_SAID_TICKS: Final = 150
_SAID_PX: Final = (CANVAS_WIDTH // 2, 44, 400)
"""Middle, top and width of what the program has to say."""
_SAID_WALKING_PX: Final = {False: (235, 8, 206), True: (214, 8, 164)}
"""While she walks it stands between the upper corners, above the news, by the size of letters."""


@dataclass(slots=True)
class NightScene:
    """A night on the screen."""

    desk: Desk
    night: Night
    opener: Opener
    hear: Hear
    steering: Steering = field(default_factory=Steering)
    mode: Mode = Mode.WALK
    picture: WorldPicture = field(init=False)
    watch: MapWatch | None = None
    """The map's files, if it is to be read again whenever Tiled saves it."""
    record_to: Path | None = None
    """Where the night is written to when it is left."""
    _owed: float = 0.0
    """Ticks of the night that are due, below one."""
    _waiting: Inputs = field(default_factory=Inputs)
    """What was pressed while no tick was due."""
    _device: Device = Device.KEYS
    _mouse: tuple[int, int] | None = None
    """Where the mouse was last seen on the canvas."""
    _over_ticks: int = 0
    talk_hand: TalkHand = field(init=False)
    table: AtTable = field(default_factory=AtTable)
    _held: bool = False
    """Something lies over the night, and its sounds wait."""
    _said: str = ""
    _said_ticks: int = 0

    def __post_init__(self) -> None:
        self.talk_hand = TalkHand(self.desk, ReadLines.load(settings_folder()))
        self.put(self.night)

    # --- the loop's side ----------------------------------------------------------------------
    def update(self, inputs: Inputs) -> Change | None:
        """One tick of the program: none or one of the night, by the game's speed."""
        self._mouse = inputs.mouse
        if inputs.device is not self._device:
            self._device = inputs.device
            self._show_keys()
        # who draws the map has another window in front and wants to see this one go on
        if (inputs.lost_focus and self.watch is None) or inputs.lost_pad:
            return self._over("pause_lost_pad" if inputs.lost_pad else "pause_lost_focus")
        if inputs.was_pressed(Action.PAUSE):
            return self._over("")
        if self._held:
            self._held = False
            self.desk.sound.pause(False)
        if inputs.was_pressed(Action.SAVE):
            self.save(self.night.quick_slot)
            self.night.stage.notices.knows("hint_save")
        if inputs.was_pressed(Action.LOAD):
            self.load_slot(self.night.quick_slot)
            return None
        looks_back = self.mode is Mode.TALK and inputs.right_click
        if inputs.was_pressed(Action.MAP) or looks_back:
            self._hold()
            return Push(self.opener.map(self))
        if self.watch is not None:
            self.opener.follow(self)
        self._owed += self.desk.settings.speed_percent / 100
        waiting = self._waiting
        inputs = replace(
            inputs,
            down=inputs.down | waiting.pressed,
            pressed=inputs.pressed | waiting.pressed,
            click=inputs.click or waiting.click,
            right_click=inputs.right_click or waiting.right_click,
        )
        if self._owed < 1:
            self._waiting = inputs
            return None
        self._owed -= 1
        self._waiting = Inputs()
        return self._tick(inputs)

    def draw(self, canvas: pygame.Surface, alpha: float) -> None:
        """The picture that belongs to the world's state."""
        share = self.desk.settings.speed_percent / 100
        self.picture.draw(canvas, self.night.world, min(1.0, self._owed + alpha * share))
        self._draw_said(canvas)

    def draws_pointer(self) -> bool:
        """At the table the hand is where the mouse is, but for the words that leave it."""
        return self.mode is Mode.TABLE and not self.picture.over_leave(self._mouse)

    def leave(self) -> None:
        """The night is left: what was played is kept."""
        self.desk.sound.quiet()
        self.talk_hand.read.keep()
        if self.mode is not Mode.OVER and self.night.recorder.commands:
            self.autosave()
        # last, for it may fail: the night itself is then kept
        if self.record_to is not None:
            self.night.recording().save(self.record_to)

    # --- what the menus ask for ---------------------------------------------------------------
    def use_settings(self) -> None:
        """Follow the player's choices."""
        settings = self.desk.settings
        self.steering.hold_sneak = settings.hold_sneak
        self.steering.toggle_run = settings.toggle_run
        self.steering.toggle_brace = settings.toggle_brace
        self.picture.choose(options_of(self.desk, self.night.preset), reading_of(settings))

    def save(self, slot: str) -> bool:
        """Keep the night in a slot, and say whether that went well."""
        try:
            self.night.save(slot)
        except OSError as error:
            self.say(self.desk.strings.text("pause_save_failed", why=error.strerror))
            return False
        self.say(self.desk.strings.text("pause_saved"))
        return True

    def autosave(self) -> None:
        """Keep the night in an automatic slot."""
        try:
            self.night.autosave()
        except OSError as error:
            self.say(self.desk.strings.text("pause_save_failed", why=error.strerror))

    def load_slot(self, slot: str) -> bool:
        """Go on from a slot of this map, or from the older save in it; False with a word if not."""
        save, trouble = read_slot(self.desk.saves, slot)
        if save is None:
            words = self.desk.strings
            text = words.text("pause_save_broken", why=trouble) if trouble else ""
            self.say(text or words.text("pause_no_save"))
            return False
        if save.header.digest != self.night.level.digest:
            self.say(self.desk.strings.text("pause_save_elsewhere"))
            return False
        return self.load(save, trouble)

    def load(self, save: Save, trouble: str = "") -> bool:
        """Go on from a save of this map; False with a word if it cannot be."""
        words = self.desk.strings
        try:
            self.night.load(save)
        except SnapshotError as error:
            self.say(words.text("pause_save_broken", why=f"{save.path.name}: {error}"))
            return False
        self.enter()
        broken = words.text("pause_save_broken", why=trouble)
        self.say(broken if trouble else words.text("pause_loaded"))
        return True

    def put(self, night: Night) -> None:
        """Go on with another night, on the map as it is now."""
        self.night = night
        reading = reading_of(self.desk.settings)
        self.picture = WorldPicture(night.stage, reading, self.hear, self.talk_hand.read)
        self.use_settings()
        self.enter()

    def go_back(self, snapshot: bytes) -> None:
        """Try again from a moment of this night."""
        self.night.go_back(snapshot)
        self.enter()

    def say(self, text: str) -> None:
        """Show a line for a while."""
        self._said, self._said_ticks = text, _SAID_TICKS

    @property
    def is_silent(self) -> bool:
        """Whether no line is shown."""
        return self._said_ticks == 0

    def enter(self) -> None:
        """The world was changed by more than a tick: begin in it with nothing held."""
        self.mode = mode_of(self.night.world)
        self.table.begin(alone=self.mode is Mode.TABLE and self.desk.settings.table_alone)
        self.steering.rest()
        self.desk.devices.let_go()
        self._owed, self._over_ticks, self._waiting = 0.0, 0, Inputs()
        self.desk.sound.quiet()
        self.night.stage.settle(self.night.world)
        self.picture.note(self.night.world, [])

    # --- one tick of the night ----------------------------------------------------------------
    def _tick(self, inputs: Inputs) -> Change | None:
        self._said_ticks = max(0, self._said_ticks - 1)
        if self.mode is Mode.OVER:
            self._over_ticks += 1
            hurried = inputs.was_pressed(Action.OK) or inputs.click
            if self._over_ticks >= _END_TICKS or hurried:
                self.desk.sound.results()
                return Push(self.opener.results(self))
            return None
        night = self.night
        change = self._pass(self._command(inputs))
        for _ in range(TICKS_AT_ONCE - 1):
            if change is not None or not self.table.alone or self.picture.alarming(night.world):
                break
            change = self._pass(Command(choice=TableChoice.ALONE), aloud=False)
        return change

    def _pass(self, command: Command, *, aloud: bool = True) -> Change | None:
        """One tick of the world, and what it leads to."""
        night = self.night
        events = night.tick(command)
        world = night.world
        self.picture.alone = self.table.alone
        self.picture.note(world, events, aloud=aloud or bool(events))
        if night.is_worth_saving():
            self.autosave()
        self._change_mode(mode_of(world))
        if any(isinstance(event, PatientLost) for event in events):
            return Push(self.opener.lost(self))
        return None

    def _over(self, why: str) -> Change:
        """The pause menu, with the id of a line that says why."""
        self._hold()
        return Push(self.opener.pause(self, why))

    def _hold(self) -> None:
        self._held = True
        self.desk.sound.pause(True)

    def _change_mode(self, mode: Mode) -> None:
        if mode is self.mode:
            return
        if self.mode in (Mode.TALK, Mode.TABLE) or mode in (Mode.TALK, Mode.TABLE):
            # what is held began in another picture and must not act in this one
            self.desk.devices.let_go()
            self.steering.feigning = self.steering.bracing = self.steering.running = False
        if self.mode is Mode.TALK:
            self.talk_hand.read.keep()
        self.mode, self._waiting = mode, Inputs()
        self.table.begin(alone=mode is Mode.TABLE and self.desk.settings.table_alone)

    def _command(self, inputs: Inputs) -> Command:
        match self.mode:
            case Mode.TALK:
                return self.talk_hand.command(inputs, self.picture.talk, self.night.world)
            case Mode.TABLE:
                return self._table_command(inputs)
            case Mode.WALK:
                return self._walk_command(inputs)
            case _:
                return Command()

    def _walk_command(self, inputs: Inputs) -> Command:
        stage = self.night.stage
        stage.aim = inputs.mouse if inputs.aiming else None
        if inputs.was_pressed(Action.WHY):
            stage.notices.why = not stage.notices.why
        if asks(self.night.world) is not None:
            return self._answer(inputs)
        stage.challenge_row = 0
        return self.steering.command(inputs, stage.her_on_canvas(self.night.world))

    def _table_command(self, inputs: Inputs) -> Command:
        """The hand; the key that leaves is held, and the picture shows how long."""
        over_leave = self.picture.over_leave(inputs.mouse)
        command = self.table.command(inputs, self.steering, over_leave)
        self.picture.leaving_per_mille = self.steering.leaving_ticks * 1000 // LEAVE_TICKS
        return command

    def _answer(self, inputs: Inputs) -> Command:
        """A friend asks: the item keys pick an answer, the act key gives it; she may walk on."""
        stage = self.night.stage
        picked = stage.challenge_row
        picked += inputs.was_pressed(Action.ITEM_NEXT) - inputs.was_pressed(Action.ITEM_BACK)
        picked -= inputs.wheel
        stage.challenge_row = picked % _ANSWERS
        gives = inputs.was_pressed(Action.ACT) or inputs.click
        quiet = replace(inputs, down=inputs.down - {Action.ITEM_BACK, Action.ITEM_NEXT, Action.ACT})
        command = self.steering.command(quiet, stage.her_on_canvas(self.night.world))
        if gives:
            self.desk.devices.let_go()
        return replace(command, choice=stage.challenge_row if gives else -1)

    # --- the picture --------------------------------------------------------------------------
    def _show_keys(self) -> None:
        """Prompts follow the device that was used last."""
        options = self.night.stage.options
        self.picture.choose(replace(options, keys=key_names(self.desk)))

    def _draw_said(self, canvas: pygame.Surface) -> None:
        if self._said_ticks:
            font = self.desk.font
            walks = self.mode is Mode.WALK
            place = _SAID_WALKING_PX[self.desk.settings.large_text] if walks else _SAID_PX
            middle, y, width = place
            for row in font.wrap(self._said, width):
                font.draw(canvas, row, middle, y, rgb("sand8"), outline=INK, align=0.5)
                y += font.line

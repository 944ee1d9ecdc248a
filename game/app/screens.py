"""The screens that a night leads to: pause and what hangs on it, the table lost, the results."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from game.app.actions import FIXED, Action, Device
from game.app.desk import Desk
from game.app.keys import ACTION_WORDS, button_label, key_label
from game.app.menu import MenuScene, Row, confirm
from game.app.night import NightScene
from game.app.page import Lines, PageScene
from game.app.picture import Mode
from game.app.preparing import Nights, Preparing
from game.app.saves import (
    AUTO_SLOTS,
    MANUAL_SLOTS,
    QUICK_PRACTICE_SLOT,
    QUICK_SLOT,
    Save,
    all_saves,
)
from game.app.scenes import Change, Pop, Push, Replace, Scene
from game.app.session import Night
from game.app.settings_menu import settings_scene
from game.app.shifts import shift_of
from game.app.table_pages import lost_rows, pause_rows
from game.app.title import TitleScene, story_map
from game.app.views import BacklogScene, MapScene, ResultsScene
from game.content.causes import why_noticed
from game.content.errors import InputError
from game.content.levels import LoadedMap
from game.content.strings import Strings
from game.view.backlog_view import BacklogView
from game.view.duties import duties, goal_heading
from game.view.operation_words import own_words

_SIGNS: Final = {
    "her": "",
    "eye": "icon/eye",
    "noise": "icon/speaker",
    "wind": "icon/wind",
    "needle": "",
    "haze": "",
    "cone": "icon/eye_seen",
    "edge": "watcher/e",
    "curious": "mark/curious",
    "search": "mark/search",
    "chase": "mark/chase",
    "wary": "mark/wary",
    "ghost": "",
    "ring": "icon/speaker",
    "prints": "icon/print",
    "compass": "icon/chakra",
    "kinds": "",
    "rim": "",
}
"""What is told of on the page of signs, and its picture if it has one."""


_MOST_FAULTS: Final = 3


class MapNights(Nights, Protocol):
    """Nights whose map can be read again while it is played."""

    def redrawn(self, desk: Desk, night: Night, loaded: LoadedMap) -> Night:
        """The night going on on the same map as its files stand now."""
        ...


@dataclass(slots=True)
class Screens:
    """Makes these screens; each call gives a fresh one."""

    desk: Desk
    nights: MapNights

    def pause(self, scene: NightScene, why: str) -> Scene:
        """The pause menu; ``why`` is the id of a line that says what paused the game."""
        words = self.desk.strings

        def rows() -> list[Row]:
            return [
                Row(words.text("pause_resume"), act=Pop),
                *pause_rows(self.desk, scene),
                Row(words.text("pause_objectives"), act=lambda: self._objectives(scene)),
                Row(words.text("pause_controls"), act=lambda: self._controls(scene)),
                Row(words.text("pause_legend"), act=lambda: self._legend(scene)),
                Row(words.text("action_why"), act=lambda: self._causes(scene)),
                Row(words.text("pause_save"), act=lambda: self._save(scene)),
                Row(words.text("pause_load"), act=lambda: self._load(scene)),
                Row(words.text("pause_retry"), act=lambda: self._retry(scene)),
                Row(words.text("pause_settings"), act=lambda: self._settings(scene)),
                Row(words.text("pause_to_title"), act=lambda: self._to_title(scene)),
            ]

        notice = words.text(why) if why else ""
        return MenuScene(self.desk, words.text("pause_title"), rows, scene, notice)

    def map(self, scene: NightScene) -> Scene:
        """The map; in a talk what was said."""
        stage = scene.night.stage
        if scene.mode is Mode.TALK:
            return BacklogScene(BacklogView(stage.library, stage.options), scene)
        return MapScene(scene.picture.map, scene)

    def lost(self, scene: NightScene) -> Scene:
        """He died under her hands, and of what; again from the first cut, or home."""
        words = self.desk.strings
        title = words.text(own_words(words, "night_he_died", scene.night.level.operation))
        told = " ".join(scene.picture.faults(scene.night.world)[-_MOST_FAULTS:])
        return MenuScene(self.desk, title, lambda: lost_rows(self.desk, scene), scene, told)

    def results(self, scene: NightScene) -> Scene:
        """What came of the night; again in one press."""
        return ResultsScene(self.desk, scene, self._title)

    def follow(self, scene: NightScene) -> None:
        """Look after the map's files: go on on what was saved, or say what is wrong."""
        watch, words = scene.watch, self.desk.strings
        if watch is None:
            return
        outcome = watch.tick()
        if isinstance(outcome, LoadedMap):
            scene.put(self.nights.redrawn(self.desk, scene.night, outcome))
            scene.say(words.text("hud_map_reloaded"))
        elif outcome is not None or (watch.trouble and scene.is_silent):
            scene.say(words.text("hud_map_broken", why=watch.trouble))

    # --- pages --------------------------------------------------------------------------------
    def _objectives(self, scene: NightScene) -> Change:
        words = self.desk.strings

        def lines() -> Lines:
            world = scene.night.world
            told = [("+" if duty.done else "-", duty.text) for duty in duties(world, words)]
            if goal_heading(world) >= 0:
                told.append(("", words.text("objective_way")))
            return told

        return Push(PageScene(self.desk, words.text("pause_objectives"), lines, scene))

    def _controls(self, scene: NightScene) -> Change:
        title = self.desk.strings.text("pause_controls")
        return Push(PageScene(self.desk, title, lambda: control_lines(self.desk), scene))

    def _legend(self, scene: NightScene) -> Change:
        words, pictures = self.desk.strings, scene.night.stage.library.ui
        lines: Lines = [
            (pictures.frame(name).surface if name else "", words.text(f"legend_{sign}"))
            for sign, name in _SIGNS.items()
        ]
        return Push(PageScene(self.desk, words.text("pause_legend"), lambda: lines, scene))

    def _causes(self, scene: NightScene) -> Change:
        words, world = self.desk.strings, scene.night.world

        def lines() -> Lines:
            kinds = {mind.name: str(mind.kind) for mind in world.minds}
            causes = reversed(world.causes)
            told = [("", why_noticed(words, each, kinds.get(each.who, ""))) for each in causes]
            return told or [("", words.text("menu_none_yet"))]

        return Push(PageScene(self.desk, words.text("action_why"), lines, scene))

    # --- saves --------------------------------------------------------------------------------
    def _save(self, scene: NightScene) -> Change:
        words = self.desk.strings

        def keep(slot: str) -> Callable[[], Change | None]:
            def act() -> Change | None:
                scene.save(slot)
                return Pop(2)

            return act

        def rows() -> list[Row]:
            slots = [
                Row(slot_name(self.desk, save, slot, ""), act=keep(slot))
                for slot, save, _ in all_saves(self.desk.saves)
                if slot in MANUAL_SLOTS
            ]
            return [*slots, Row(words.text("menu_back"), act=Pop)]

        return Push(MenuScene(self.desk, words.text("pause_save"), rows, scene))

    def _load(self, scene: NightScene) -> Change:
        words = self.desk.strings

        def rows() -> list[Row]:
            found = []
            slots = sorted(
                all_saves(self.desk.saves),
                key=lambda each: each[1].header.saved if each[1] is not None else 0.0,
                reverse=True,
            )
            for slot, save, trouble in slots:
                if save is None and not trouble:
                    continue
                act = self._loader(scene, save) if save is not None else None
                about = words.text("pause_save_broken", why=trouble) if trouble else ""
                name = slot_name(self.desk, save, slot, trouble)
                found.append(Row(name, act=act, about=about, warning=bool(trouble)))
            if not found:
                found.append(Row(words.text("pause_no_save"), enabled=False))
            return [*found, Row(words.text("menu_back"), act=Pop)]

        return Push(MenuScene(self.desk, words.text("pause_load"), rows, scene))

    def _loader(self, scene: NightScene, save: Save) -> Callable[[], Change | None]:
        def load() -> Change | None:
            if save.header.digest == scene.night.level.digest:
                scene.load(save)
                return Pop(3)
            try:
                return Replace(self.nights.saved(self.desk, save))
            except InputError as error:
                scene.say(str(error))
                return Pop(3)

        question = self.desk.strings.text("pause_confirm_load")
        return lambda: Push(confirm(self.desk, question, load, scene))

    def _retry(self, scene: NightScene) -> Change:
        def again() -> Change:
            scene.go_back(scene.night.retry)
            return Pop(2)

        time = _clock(self.desk, scene.night.retry_minutes)
        question = self.desk.strings.text("pause_confirm_retry", time=time)
        return Push(confirm(self.desk, question, again, scene))

    # --- elsewhere ----------------------------------------------------------------------------
    def _settings(self, scene: NightScene) -> Change:
        return Push(settings_scene(self.desk, scene, scene.use_settings))

    def _to_title(self, scene: NightScene) -> Change:
        kept = "pause_confirm_title_practice" if scene.night.is_practice else "pause_confirm_title"
        return Push(confirm(self.desk, self.desk.strings.text(kept), self._title, scene))

    def _title(self) -> Change:
        return Replace(TitleScene(self.desk, Preparing.done(story_map(), self.nights)))


def slot_name(desk: Desk, save: Save | None, slot: str, trouble: str) -> str:
    """How a slot stands in a list: which, what there was to do, and the night's clock."""
    words = desk.strings
    if slot in AUTO_SLOTS:
        which = words.text("pause_autosaved")
    else:
        which = "F5" if slot in (QUICK_SLOT, QUICK_PRACTICE_SLOT) else slot.rpartition("_")[2]
    if save is None:
        return f"{which}: {words.text('menu_none_yet')}" if not trouble else f"{which}: ?"
    time = _clock(desk, save.header.minutes)
    return f"{which}  {time}  {_where_words(words, save.header.where)}"


def _where_words(words: Strings, where: str) -> str:
    """What there was to do when a night was saved, or the name of a training ground."""
    for text_id in (f"{where}_saved", where, f"training_{where}_title"):
        if words.has(text_id):
            return words.text(text_id)
    seed = shift_of(where)
    return words.text("shift_saved", seed=seed) if seed is not None else where.replace("_", " ")


def control_lines(desk: Desk) -> Lines:
    """Every action with its keys, or with its buttons while a pad is used."""
    words, pad = desk.strings, desk.devices.device is Device.PAD
    lines = []
    for action in Action:
        if action in FIXED and action is not Action.PAUSE:
            continue
        if pad:
            buttons = desk.devices.pad.get(action, ())
            labels = [button_label(words, name, desk.devices.layout) for name in buttons]
        else:
            labels = [key_label(words, name) for name in desk.devices.keys.get(action, ())]
        if labels:
            lines.append((" ".join(dict.fromkeys(labels)), _action_words(desk, action)))
    if not pad:
        lines.append(("F11", words.text("settings_fullscreen")))
    return lines


def _action_words(desk: Desk, action: Action) -> str:
    """What an action is called and, where the name does not say it, what it is good for."""
    words, name = desk.strings, ACTION_WORDS[action]
    about = f"{name}_about"
    what = words.text(name)
    if not words.has(about):
        return what
    return words.text("action_with_about", what=what, about=words.text(about))


def _clock(desk: Desk, minutes: int) -> str:
    """A time of the night as it stands on the clock."""
    hour, minute = f"{minutes // 60 % 24:02}", f"{minutes % 60:02}"
    return desk.strings.text("hud_clock", hour=hour, minute=minute)

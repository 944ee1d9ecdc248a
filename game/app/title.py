"""The title: the first menu, over a picture that lives, while the story's map loads behind it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pygame

from game import __version__
from game.app.actions import Action
from game.app.desk import Desk
from game.app.devices import Inputs
from game.app.menu import FocusList, Row
from game.app.page import PageScene
from game.app.preparing import Nights, Preparing
from game.app.saves import TRAINING, all_saves, by_age
from game.app.scenes import Change, Push, Quit, Scene
from game.app.settings import Preset
from game.app.settings_menu import settings_scene
from game.app.shifts import drawn_seed, last_seed, seed_of_day, today
from game.app.waiting import WaitingScene
from game.content.errors import InputError
from game.content.paths import assets_folder, maps_folder
from game.view.title_view import TitleView

STORY_MAP = "suna.tmx"
ORDER = "order.txt"
_CREDITS = ("tale", "made", "with", "free", "thanks")


def story_map() -> Path:
    """The map of the tale."""
    return maps_folder() / STORY_MAP


def training_maps(folder: Path) -> list[Path]:
    """The maps of a folder: first as its ``order.txt`` names them, then all others by name."""
    order = folder / ORDER
    named = order.read_text(encoding="utf-8", errors="replace").split() if order.is_file() else []
    place = {name: number for number, name in enumerate(named)}
    return sorted(
        folder.glob("*.tmx"), key=lambda path: (place.get(path.stem, len(place)), path.name)
    )


class TitleScene:
    """The title screen."""

    def __init__(self, desk: Desk, preparing: Preparing) -> None:
        self.desk, self.preparing = desk, preparing
        self.view = TitleView(assets_folder())
        self._tick = 0
        self._sounds = False
        self._list = FocusList(self._first_rows())
        self._heading = ""
        """What the rows belong to, written above them; empty over the first ones."""

    def update(self, inputs: Inputs) -> Change | None:
        """Go through the rows."""
        self._tick += 1
        self._listen()
        backs = inputs.was_pressed(Action.BACK) and not inputs.was_pressed(Action.OK)
        beside = inputs.right_click and self._list.at(inputs.mouse) is None
        if self._heading and (backs or beside):
            self.desk.sound.back()
            self._back()
            return None
        if inputs.pressed or inputs.click:
            self.desk.notice = ""
        return self._list.update(inputs, self.desk.sound)

    def draw(self, canvas: pygame.Surface, alpha: float) -> None:
        """The picture, the name, the rows."""
        row = self._list.rows[self._list.focus]
        about = row.about if self._heading else self.desk.strings.text("title_fan_work")
        self._list.areas = self.view.draw(
            canvas,
            self.desk.font,
            self._tick,
            [each.picture() for each in self._list.rows],
            self._list.focus,
            (self.desk.notice or about, f"v{__version__}"),
            still=not self.desk.settings.flicker,
            above=self._heading,
        )

    def areas(self) -> list[pygame.Rect]:
        """Where the rows were drawn last."""
        return self._list.areas

    def leave(self) -> None:
        """The settings are written when they are changed; nothing else is held."""

    def _listen(self) -> None:
        """The theme sounds as soon as sound is loaded; what failed is told when a night begins."""
        if self._sounds or not self.preparing.ready:
            return
        self._sounds = True
        try:
            self.desk.hear(self.preparing.take().sound)
        except InputError as error:
            self.desk.notice = str(error).splitlines()[0]
        self.desk.sound.title()

    # --- the rows -----------------------------------------------------------------------------
    def _show(self, rows: list[Row], heading: str = "", focus: int = 0) -> None:
        if heading:
            rows = [*rows, Row(self.desk.strings.text("menu_back"), act=self._back)]
        self._list = FocusList(rows, focus)
        self._heading = self.desk.strings.text(heading) if heading else ""

    def _back(self) -> None:
        self._show(self._first_rows())

    def _first_rows(self) -> list[Row]:
        words = self.desk.strings
        rows = []
        if any(self._files()):
            rows.append(Row(words.text("menu_continue"), act=self._continue))
        rows.append(Row(words.text("menu_new_night"), act=self._choose_preset))
        if self._training_maps():
            rows.append(Row(words.text("menu_training"), act=self._choose_training))
        rows.append(Row(words.text("menu_shift"), act=self._choose_shift))
        rows.append(Row(words.text("menu_settings"), act=self._settings))
        rows.append(Row(words.text("menu_credits"), act=self._credits))
        rows.append(Row(words.text("menu_quit"), act=Quit))
        return rows

    def _files(self) -> list[Path]:
        return sorted(self.desk.saves.glob("*.night*"))

    def _training_maps(self) -> list[Path]:
        return training_maps(maps_folder() / TRAINING)

    def _continue(self) -> Change | None:
        """The newest save; the older ones in their turn if it cannot be read.

        Training or a night shift is gone on with only if there is no night of the tale.
        """
        for _, _, trouble in all_saves(self.desk.saves):
            if trouble:
                self.desk.notice = trouble
        found = sorted(by_age(self.desk.saves), key=lambda save: save.header.is_practice)
        if not found:
            words = self.desk.strings
            self.desk.notice = self.desk.notice or words.text("pause_no_save")
            return None

        def begin(nights: Nights) -> Scene:
            for save in found:
                try:
                    return nights.saved(self.desk, save)
                except InputError as error:
                    self.desk.notice = self.desk.notice or str(error)
            raise InputError(self.desk.notice)

        return self._go(begin)

    def _choose_preset(self) -> None:
        words = self.desk.strings
        rows = []
        for preset in Preset:
            name = "menu_quiet_night" if preset is Preset.QUIET else f"menu_preset_{preset}"
            about = words.text(f"{name}_about")
            rows.append(Row(words.text(name), act=self._starter(preset), about=about))
        self._show(rows, "menu_new_night", list(Preset).index(self.desk.settings.preset))

    def _starter(self, preset: Preset) -> Callable[[], Change | None]:
        def start() -> Change | None:
            self.desk.settings.preset = preset
            self.desk.keep_settings()
            return self._go(lambda nights: nights.fresh(self.desk, preset))

        return start

    def _choose_training(self) -> None:
        self._show([self._training_row(path) for path in self._training_maps()], "menu_training")

    def _training_row(self, path: Path) -> Row:
        """A map is called by its words, or by its file's name where it has none."""
        words = self.desk.strings
        name, about = f"training_{path.stem}_title", f"training_{path.stem}_text"
        return Row(
            words.text(name) if words.has(name) else path.stem.replace("_", " ").capitalize(),
            act=self._trainer(path),
            about=words.text(about) if words.has(about) else "",
        )

    def _trainer(self, path: Path) -> Callable[[], Change | None]:
        return lambda: self._go(
            lambda nights: nights.fresh(self.desk, self.desk.settings.preset, map_path=path)
        )

    def _choose_shift(self) -> None:
        day, last = today(), last_seed()
        rows = [self._shift_row("today", seed_of_day(day), day=day.isoformat())]
        rows.append(self._shift_row("other", drawn_seed()))
        if last is not None:
            rows.append(self._shift_row("last", last))
        self._show(rows, "menu_shift")

    def _shift_row(self, which: str, seed: int, **values: str) -> Row:
        words = self.desk.strings
        about = words.text(f"menu_shift_{which}_about", seed=seed, **values)
        begin = partial(self._go, lambda nights: nights.shift(self.desk, seed))
        return Row(words.text(f"menu_shift_{which}"), act=begin, about=about)

    def _settings(self) -> Change | None:
        return Push(settings_scene(self.desk, self))

    def _credits(self) -> Change:
        words = self.desk.strings
        lines = [
            (words.text(f"credits_{what}"), words.text(f"credits_{what}_text"))
            for what in _CREDITS
        ]
        return Push(PageScene(self.desk, words.text("menu_credits"), lambda: lines, self))

    def _go(self, begin: Callable[[Nights], Scene]) -> Change | None:
        """Begin as soon as everything is loaded; a night that cannot begin leaves the title."""
        return Push(WaitingScene(self.desk, self.preparing, begin, self))

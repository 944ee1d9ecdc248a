"""The settings as menus: a list of parts, each a list of values; what is changed holds at once."""

from collections.abc import Callable
from enum import StrEnum
from typing import Final, TypeVar

from game.app.binding_menu import bindings_scene
from game.app.desk import Desk
from game.app.menu import MenuScene, Row
from game.app.scenes import Change, Pop, Push, Scene
from game.app.settings import Help, Settings, TextSpeed

E = TypeVar("E", bound=StrEnum)
Changed = Callable[[], None]

_SPEED_STEP: Final = 10
_VOLUME_STEP: Final = 10
_HELP_WORDS: Final = {
    Help.AS_MEANT: "settings_as_meant",
    Help.EASIER: "settings_easier",
    Help.EASIEST: "settings_easiest",
}


def settings_scene(desk: Desk, under: Scene, changed: Changed = lambda: None) -> MenuScene:
    """The parts of the settings; ``changed`` is called after every change."""
    page = _Pages(desk, under, changed)
    words = desk.strings

    def part(title: str, content: Callable[[], list[Row]]) -> Row:
        return Row(words.text(title), act=lambda: page.open(title, content))

    def rows() -> list[Row]:
        return [
            part("settings_game", page.game),
            Row(words.text("settings_keyboard"), act=lambda: page.bindings(pad=False)),
            Row(words.text("settings_pad"), act=lambda: page.bindings(pad=True)),
            part("settings_picture", page.picture),
            part("settings_sound", page.sound),
            part("settings_text", page.text),
            part("settings_assists", page.help),
            Row(words.text("menu_back"), act=Pop),
        ]

    return MenuScene(desk, words.text("settings_title"), rows, under)


class _Pages:
    """The rows of each part. Every change is written down at once."""

    def __init__(self, desk: Desk, under: Scene, changed: Changed) -> None:
        self.desk, self.under, self.changed = desk, under, changed

    @property
    def settings(self) -> Settings:
        return self.desk.settings

    def open(self, title: str, rows: Callable[[], list[Row]]) -> Change:
        """A part on top of the list of parts."""
        words = self.desk.strings
        back = Row(words.text("menu_back"), act=Pop)
        return Push(MenuScene(self.desk, words.text(title), lambda: [*rows(), back], self.under))

    def bindings(self, *, pad: bool) -> Change:
        """The keys or the pad's buttons."""
        return Push(bindings_scene(self.desk, self.under, self._keep, pad=pad))

    def game(self) -> list[Row]:
        """Pace, holds and toggles."""
        hold, toggle = "settings_hold", "settings_toggle"
        return [
            self._number("settings_speed", "speed_percent", 50, 100, _SPEED_STEP),
            self._switch("settings_hold_sneak", "hold_sneak", off=toggle, on=hold),
            self._switch("settings_hold_run", "toggle_run", off=hold, on=toggle),
            self._switch("settings_hold_brace", "toggle_brace", off=hold, on=toggle),
            self._switch("settings_hints", "hints", about="settings_hints_about"),
        ]

    def picture(self) -> list[Row]:
        """Window, contrast, and what moves."""
        return [
            self._switch("settings_fullscreen", "fullscreen"),
            self._scale(),
            self._number("settings_brightness", "brightness_percent", 100, 200, 10),
            self._switch("settings_contrast", "high_contrast"),
            self._switch("settings_shake", "shake"),
            self._switch("settings_flicker", "flicker"),
            self._switch("settings_grain", "grain"),
        ]

    def sound(self) -> list[Row]:
        """Volumes, mono, captions."""
        return [
            self._number("settings_volume_master", "master_percent", 0, 100, _VOLUME_STEP),
            self._number("settings_volume_music", "music_percent", 0, 100, _VOLUME_STEP),
            self._number("settings_volume_effects", "sound_percent", 0, 100, _VOLUME_STEP),
            self._switch("settings_mono", "mono"),
            self._switch("settings_captions", "captions", about="settings_captions_about"),
        ]

    def text(self) -> list[Row]:
        """Size and pace of words."""
        speeds = {speed: f"settings_text_{speed}" for speed in TextSpeed}
        small, large = "settings_text_small", "settings_text_large"
        return [
            self._switch("settings_text_size", "large_text", off=small, on=large),
            self._among("settings_text_speed", "text_speed", speeds),
            self._switch("settings_auto", "auto_lines"),
            self._switch("settings_skip_read", "skip_read"),
            self._switch("settings_skip_unread", "skip_unread"),
        ]

    def help(self) -> list[Row]:
        """Rules bent for the player; they hold from the next new night on."""
        about = "settings_assist_about"
        return [
            self._among("settings_assist_alarm", "help_alarm", _HELP_WORDS, about),
            self._among("settings_assist_healing", "help_healing", _HELP_WORDS, about),
            self._among("settings_assist_healing_slow", "help_slow_bleeding", _HELP_WORDS, about),
            self._switch("settings_assist_no_fail", "no_fail", about=about),
            self._switch("settings_assist_alone", "table_alone", about="operation_alone_about"),
        ]

    # --- kinds of rows ------------------------------------------------------------------------
    def _keep(self) -> None:
        self.desk.use_settings()
        self.desk.keep_settings()
        self.changed()

    def _switch(
        self, name: str, attribute: str, off: str = "settings_off", on: str = "settings_on",
        about: str = "",
    ) -> Row:  # fmt: skip
        words = self.desk.strings

        def change(by: int) -> None:
            setattr(self.settings, attribute, not getattr(self.settings, attribute))
            self._keep()

        def value() -> str:
            return words.text(on if getattr(self.settings, attribute) else off)

        return Row(words.text(name), change=change, value=value, about=self._about(about))

    def _number(self, name: str, attribute: str, low: int, high: int, step: int) -> Row:
        words = self.desk.strings

        def change(by: int) -> None:
            now = getattr(self.settings, attribute) + by * step
            setattr(self.settings, attribute, max(low, min(high, now)))
            self._keep()

        return Row(
            words.text(name), change=change, value=lambda: f"{getattr(self.settings, attribute)} %"
        )

    def _among(self, name: str, attribute: str, texts: dict[E, str], about: str = "") -> Row:
        words, choices = self.desk.strings, list(texts)

        def change(by: int) -> None:
            at = choices.index(getattr(self.settings, attribute))
            setattr(self.settings, attribute, choices[(at + by) % len(choices)])
            self._keep()

        def value() -> str:
            return words.text(texts[getattr(self.settings, attribute)])

        return Row(words.text(name), change=change, value=value, about=self._about(about))

    def _scale(self) -> Row:
        """Only scales that a screen has room for: another would change nothing."""
        words, largest = self.desk.strings, self.desk.window.largest()

        def now() -> int:
            return min(self.settings.scale, largest)

        def change(by: int) -> None:
            self.settings.scale = (now() + by) % (largest + 1)
            self._keep()

        def value() -> str:
            scale = now()
            return f"x{scale}" if scale else words.text("settings_scale_auto")

        return Row(words.text("settings_scale"), change=change, value=value)

    def _about(self, name: str) -> str:
        return self.desk.strings.text(name) if name else ""

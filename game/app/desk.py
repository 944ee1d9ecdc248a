"""What every scene is handed: window, devices, settings, letters, words. Never global."""

from dataclasses import dataclass, field
from pathlib import Path

from game.app.devices import Devices
from game.app.settings import Settings, save_settings
from game.app.sound import Silence, Sound
from game.app.window import Window
from game.content.paths import assets_folder, saves_folder, settings_folder
from game.content.strings import Strings
from game.view.font import Font


@dataclass(slots=True)
class Desk:
    """The program's own things. Make one with ``Desk.open``."""

    window: Window
    devices: Devices
    settings: Settings
    small: Font
    large: Font
    strings: Strings
    sound: Sound = field(default_factory=Silence)
    notice: str = ""
    """One line that the title shows: what went wrong while starting."""
    _window: tuple[bool, int] = (False, 0)
    """What the settings last asked of the window."""
    saves: Path = field(default_factory=saves_folder)

    @classmethod
    def open(cls, window: Window, settings: Settings) -> "Desk":
        """Load letters and words. Raises FontError and CatalogueError."""
        fonts = assets_folder() / "font"
        desk = cls(
            window=window,
            devices=Devices(),
            settings=settings,
            small=Font.load(fonts / "small.json"),
            large=Font.load(fonts / "large.json"),
            strings=Strings.load(),
        )
        desk.use_settings()
        return desk

    @property
    def font(self) -> Font:
        """The letters in the size that the player reads."""
        return self.large if self.settings.large_text else self.small

    def use_settings(self) -> None:
        """Let devices and window follow the settings."""
        self.devices.bind(self.settings.all_keys(), self.settings.all_pad())
        wanted = (self.settings.fullscreen, self.settings.scale)
        if wanted != self._window:
            self.window.choose(*wanted)
            self._window = wanted
        self.sound.choose(self.settings)

    def toggle_fullscreen(self) -> None:
        """Between a window and the whole screen; the settings know of it and it is kept."""
        self.settings.fullscreen = not self.window.fullscreen
        self.use_settings()
        self.keep_settings()

    def hear(self, sound: Sound) -> None:
        """Take the sound that has been loaded."""
        if self.sound is not sound:
            self.sound = sound
            sound.choose(self.settings)

    def keep_settings(self) -> None:
        """Write the settings down."""
        self.notice = save_settings(self.settings, settings_folder()) or self.notice

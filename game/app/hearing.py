"""The program's sound once it is loaded: ``Audio`` behind the names that scenes use."""

from dataclasses import dataclass
from typing import Final

from game.app.settings import Settings
from game.audio.options import AudioOptions
from game.audio.player import Audio, Ui

_PERCENT: Final = 100


@dataclass(frozen=True, slots=True)
class NightSound:
    """Implements ``sound.Sound``; ``audio.note`` hears the ticks of a night."""

    audio: Audio

    def move(self) -> None:
        """The focus of a menu moved."""
        self.audio.ui(Ui.MOVE)

    def accept(self) -> None:
        """A row was chosen."""
        self.audio.ui(Ui.OK)

    def back(self) -> None:
        """A menu was left."""
        self.audio.ui(Ui.BACK)

    def letters(self) -> None:
        """Letters of a talk appear."""
        self.audio.ui(Ui.LETTERS)

    def title(self) -> None:
        """The title is on the screen."""
        self.audio.title()

    def results(self) -> None:
        """A night is over."""
        self.audio.results()

    def pause(self, on: bool) -> None:
        """Hold the sounds of the night, or let them go on."""
        self.audio.pause(on)

    def quiet(self) -> None:
        """End all that sounds."""
        self.audio.quiet()

    def choose(self, settings: Settings) -> None:
        """Follow the player's volumes."""
        self.audio.set_options(
            AudioOptions(
                music=settings.master_percent * settings.music_percent // _PERCENT,
                sound=settings.master_percent * settings.sound_percent // _PERCENT,
                mono=settings.mono,
            )
        )

    def stop(self) -> None:
        """The program ends."""
        self.audio.stop()

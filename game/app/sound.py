"""What the program asks of its sound; silent until a night's own sound is loaded."""

from typing import Protocol

from game.app.settings import Settings


class Sound(Protocol):
    """Sounds of menus and screens, and the state of all the others."""

    def move(self) -> None:
        """The focus of a menu moved."""
        ...

    def accept(self) -> None:
        """A row was chosen."""
        ...

    def back(self) -> None:
        """A menu was left."""
        ...

    def letters(self) -> None:
        """Letters of a talk appear."""
        ...

    def title(self) -> None:
        """The title is on the screen."""
        ...

    def results(self) -> None:
        """A night is over."""
        ...

    def pause(self, on: bool) -> None:
        """Hold the sounds of the night, or let them go on."""
        ...

    def quiet(self) -> None:
        """End all that sounds: a night was left or loaded."""
        ...

    def choose(self, settings: Settings) -> None:
        """Follow the player's volumes."""
        ...

    def stop(self) -> None:
        """The program ends."""
        ...


class Silence:
    """The sound that is not there yet: every call is taken, nothing is heard."""

    def move(self) -> None: ...

    def accept(self) -> None: ...

    def back(self) -> None: ...

    def letters(self) -> None: ...

    def title(self) -> None: ...

    def results(self) -> None: ...

    def pause(self, on: bool) -> None: ...

    def quiet(self) -> None: ...

    def choose(self, settings: Settings) -> None: ...

    def stop(self) -> None: ...

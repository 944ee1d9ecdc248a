"""Loads what a night needs while something else is on the screen.

The title stands within a second because it imports none of the night: simulation, maps and stage
come in on a thread of their own, which reads files and touches nothing that the screen uses.
"""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import Final, Protocol, cast

from game.app.desk import Desk
from game.app.saves import Save
from game.app.scenes import Scene
from game.app.settings import Preset
from game.app.sound import Sound

_NIGHTS: Final = "game.app.nights"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks for."""

    path: Path
    seed: int | None = None
    watch: bool = False
    start_at: str | None = None
    record: Path | None = None


class Nights(Protocol):
    """What can be begun once everything is loaded. Each may raise InputError."""

    first: Path
    """The map that was loaded."""

    @property
    def sound(self) -> Sound:
        """The program's sound."""
        ...

    def fresh(self, desk: Desk, preset: Preset, map_path: Path | None = None) -> Scene:
        """A new night, on the map that was prepared or on another."""
        ...

    def shift(self, desk: Desk, seed: int) -> Scene:
        """The night shift of a seed."""
        ...

    def wanted(self, desk: Desk, wanted: Wanted) -> Scene:
        """What the command line asks for, on the map or test level that was prepared."""
        ...

    def watched(self, desk: Desk, speed: float) -> Scene:
        """The recording that was prepared, played again at a speed."""
        ...

    def saved(self, desk: Desk, save: Save) -> Scene:
        """A night that goes on where it was saved."""
        ...


class Preparing:
    """A map, test level or recording being loaded.

    Ask ``ready``; then ``take`` gives the nights or raises what failed.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._nights: Nights | None = None
        self._failed: Exception | None = None
        self._thread: Thread | None = Thread(target=self._work, name="preparing", daemon=True)
        self._thread.start()

    @classmethod
    def done(cls, path: Path, nights: Nights) -> "Preparing":
        """What is loaded already, if it was for that path; else it is loaded now."""
        if nights.first != path:
            return cls(path)
        preparing = cls.__new__(cls)
        preparing.path, preparing._nights, preparing._failed = path, nights, None
        preparing._thread = None
        return preparing

    @property
    def ready(self) -> bool:
        """Whether loading has come to an end, good or bad."""
        return self._thread is None or not self._thread.is_alive()

    def take(self) -> Nights:
        """What was loaded; waits for it if need be. Raises InputError for a bad map."""
        if self._thread is not None:
            self._thread.join()
        if self._failed is not None:
            raise self._failed
        assert self._nights is not None
        return self._nights

    def _work(self) -> None:
        try:
            prepare = cast(Callable[[Path], Nights], import_module(_NIGHTS).prepare)
            self._nights = prepare(self.path)
            gc.freeze()  # it stays: to look through it for garbage takes 6 ms of some frame
        except Exception as error:
            # told where the result is asked for: a thread has nobody to tell
            self._failed = error

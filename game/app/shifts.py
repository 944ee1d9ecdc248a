"""Night shifts: whole rounds through country that nobody has drawn, one for each day and any more.

A shift is its seed. Its map is drawn when it is first wanted and kept, so that a saved night finds
it again; maps of another version of the game stand in a folder of their own, since there a seed may
mean other country.
"""

import secrets
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from game import __version__
from game.content.paths import shifts_folder

_PREFIX: Final = "shift_"
_DRAWN_SEEDS: Final = 1_000_000
"""Seeds by lot are short enough to be told to somebody, and lie below those of days."""


def seed_of_day(day: date) -> int:
    """The seed of the shift that everybody has on a day."""
    return day.year * 10_000 + day.month * 100 + day.day


def today() -> date:
    """The day it is for everybody, wherever they are."""
    return datetime.now(UTC).date()


def drawn_seed() -> int:
    """A seed by lot."""
    return secrets.randbelow(_DRAWN_SEEDS)


def shift_path(seed: int) -> Path:
    """Where the map of a seed is kept; it may not be there yet."""
    return shifts_folder() / __version__ / f"{_PREFIX}{seed}.tmx"


def seed_of(path: Path) -> int | None:
    """The seed of a shift's map; None for any other map."""
    ours = path.resolve().parent.parent == shifts_folder().resolve()
    return shift_of(path.stem) if ours else None


def shift_of(name: str) -> int | None:
    """The seed that the name of a shift's map tells; None for another name."""
    number = name.removeprefix(_PREFIX)
    told = name.startswith(_PREFIX) and number.isdecimal() and number.isascii()
    return int(number) if told else None


def last_seed() -> int | None:
    """The seed of the shift that was drawn last; None if there is none."""
    found = [path for path in shift_path(0).parent.glob("*.tmx") if seed_of(path) is not None]
    if not found:
        return None
    return seed_of(max(found, key=lambda path: (path.stat().st_mtime_ns, path.name)))

"""Files to definitions: maps, talk, operations, strings, and where they lie."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.content.levels import load_level, load_map
    from game.content.tmx.findings import MapError

__all__ = ["MapError", "load_level", "load_map"]


def __getattr__(name: str) -> object:
    """Bring in what is exported when it is first asked for.

    ``suna check`` answers within the time of a save; talk, operations and dunes, which it does not
    need, would take as long again to import.
    """
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("game.content.levels"), name)

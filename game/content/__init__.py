"""Files to definitions: maps, talk, operations, strings, and where they lie."""

from game.content.levels import load_level
from game.content.tmx.findings import MapError

__all__ = ["MapError", "load_level"]

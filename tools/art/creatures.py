"""Snakes and lizards: one atlas."""

from pathlib import Path


def make(out: Path) -> None:
    """Write sprites/creatures.png and .json below the assets folder."""

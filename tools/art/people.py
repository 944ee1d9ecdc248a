"""Figures of people: one atlas."""

from pathlib import Path


def make(out: Path) -> None:
    """Write sprites/people.png and .json below the assets folder."""

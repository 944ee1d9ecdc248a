"""What the command line's arguments may be: readers that say in a few words what is wrong."""

import argparse
from pathlib import Path
from typing import Final

RENDER_LAYERS: Final = (
    "tiles", "ground", "objects", "heat", "light", "noise", "routes", "sight",
)  # fmt: skip
MAP_KINDS: Final = ("starter", "dunes", "rocks", "ruins", "shift")
MOST_RENDER_TICKS: Final = 60 * 60 * 60


def seed_range(text: str) -> range:
    """Read ``A..B``; both ends count."""
    first, dots, last = text.partition("..")
    if not (dots and first.isdecimal() and last.isdecimal() and int(first) <= int(last)):
        raise argparse.ArgumentTypeError(f"{text!r} is not a range of seeds such as 1..100")
    return range(int(first), int(last) + 1)


def new_file(text: str) -> Path:
    """Read where a result is to be written; its folder must be there before hours are spent."""
    path = Path(text)
    if not path.parent.is_dir():
        raise argparse.ArgumentTypeError(f"the folder of {text!r} does not exist; make it first")
    return path


def names(text: str) -> list[str]:
    """Read ``A,B,C``; each must be there."""
    found = text.split(",")
    if not all(found):
        raise argparse.ArgumentTypeError(f"{text!r} is not a list of names such as a,b")
    return found


def play_speed(text: str) -> float:
    """Read how many times as fast a recording is shown."""
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not 0.25 <= speed <= 40:
        raise argparse.ArgumentTypeError(f"{text!r} is not a speed from 0.25 to 40")
    return speed


def tick_count(text: str) -> int:
    """Read a number of ticks, an hour at most."""
    if not text.isdecimal() or int(text) > MOST_RENDER_TICKS:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a number of ticks from 0 to {MOST_RENDER_TICKS}"
        )
    return int(text)


def job_count(text: str) -> int:
    """Read a number of processes, one at least."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of jobs from 1 on")
    return int(text)

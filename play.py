"""Sets the game up the first time, then starts it. Needs nothing but Python and a network.

    python3 play.py                  the title screen
    python3 play.py COMMAND ...      any command of the game; ``python3 play.py --help`` lists them
    python3 play.py test [ARGS]      every test of the project, through pytest; ARGS go to pytest
    python3 play.py test LEVEL.toml  the game's own ``test`` command, as soon as a level is named or
                                     one of its options (--jobs, --json, --junit, --seeds, --mutate)

The libraries go into the folder ``.venv`` beside this file, which mends itself when it is spoilt.
This file stays readable to Python 3.6, so that an old Python gets to the line that says so.
"""

import sys

if not (3, 11) <= sys.version_info[:2] < (3, 15):
    sys.exit(
        "play.py: this is Python {}.{}, and the game needs 3.11 to 3.14. "
        "Start it with one of those, for example: python3.13 play.py".format(*sys.version_info)
    )

import os
import subprocess
from pathlib import Path

from tools.first_run.state import ROOT, VENV, SetupError, is_ready, python_in

OPTIONS_OF_SUNA_TEST = frozenset({"--jobs", "--json", "--junit", "--seeds", "--mutate"})


def main(arguments: list[str]) -> int:
    """Set up what is missing and become the game. Returns only where the system has no exec."""
    whole_suite = is_whole_suite(arguments)
    try:
        prepare(frozenset({"dev", "tools"}) if whole_suite else frozenset())
    except SetupError as error:
        print(f"play.py: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nplay.py: stopped half way; the next start goes on by itself.", file=sys.stderr)
        return 130
    command = [str(python_in(VENV))]
    if whole_suite:
        asked = [absolute_if_path(argument) for argument in arguments[1:]]
        # one file goes to one processor: levels that begin in another's night share its playing
        command += ["-m", "pytest", *(asked or ["-n", "auto", "--dist", "loadfile"])]
        os.chdir(ROOT)
    else:
        # -P: a ``game.py`` in the player's current folder must not be taken for ours.
        command += ["-P", "-m", "game", *arguments]
    sys.stdout.flush()
    if os.name == "posix":
        os.execv(command[0], command)
    try:
        return subprocess.call(command)
    except KeyboardInterrupt:
        return 130


def is_whole_suite(arguments: list[str]) -> bool:
    """Tell ``play.py test`` for pytest from the game's own ``test`` command for levels."""
    if arguments[:1] != ["test"]:
        return False
    return not any(
        argument.endswith(".toml") or argument.partition("=")[0] in OPTIONS_OF_SUNA_TEST
        for argument in arguments[1:]
    )


def absolute_if_path(argument: str) -> str:
    """Make a path argument hold after the change to the project's folder."""
    path, colons, rest = argument.partition("::")
    if argument.startswith("-") or not Path(path).exists():
        return argument
    return f"{Path(path).absolute()}{colons}{rest}"


def prepare(extras: frozenset[str]) -> None:
    """Make sure ``.venv`` holds what pyproject.toml asks for, with these extras.

    Raises SetupError where that cannot be.
    """
    if is_ready(extras):
        return
    # Imported here because it costs later starts a tenth of a second that they do not need.
    from tools.first_run.environment import make

    make(extras)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

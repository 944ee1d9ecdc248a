"""The command line: one program, a table of sub-commands, and what their exit codes mean.

Exit codes: 0 done, 1 the thing checked fell short, 2 wrong use or unreadable input, told in one
line on stderr. Each handler imports what it needs when it is called, so that ``suna check`` never
pays for a window and never needs one.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn

from game import __version__
from game.arguments import (
    MAP_KINDS,
    RENDER_LAYERS,
    job_count,
    names,
    new_file,
    play_speed,
    seed_range,
    tick_count,
)

EXIT_OK: Final = 0
EXIT_UNREADABLE: Final = 2
EXIT_INTERRUPTED: Final = 130

NO_OBJECT: Final = "%objectid"


@dataclass(frozen=True, slots=True)
class SubCommand:
    """One row of the table: its name, a line of help, its arguments, and what it does."""

    name: str
    help: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


class OneLineParser(argparse.ArgumentParser):
    """An argument parser whose complaint is one line, not a page of usage."""

    def error(self, message: str) -> NoReturn:
        """Say what was wrong and where the help is, and leave with 2."""
        self.exit(EXIT_UNREADABLE, f"{self.prog}: {message} (see {self.prog} --help)\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with the given arguments, or with those of the process."""
    return run_command(sys.argv[1:] if argv is None else argv, COMMANDS, open_title)


def run_command(
    argv: Sequence[str], commands: Sequence[SubCommand], without: Callable[[], int]
) -> int:
    """Parse the arguments, run the sub-command they name or ``without``; return the exit code."""
    try:
        arguments = build_parser(commands).parse_args(argv)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else EXIT_UNREADABLE
    # Not before the arguments are understood: it loads a layer that --help does without.
    from game.content.errors import InputError

    try:
        code: int = arguments.run(arguments) if arguments.command else without()
        sys.stdout.flush()
    except InputError as error:
        print(error, file=sys.stderr)
        return EXIT_UNREADABLE
    except BrokenPipeError:
        # The reader of our output left, as ``head`` does; nothing may complain at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_OK
    except OSError as error:
        if error.filename is None:
            raise
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return EXIT_UNREADABLE
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    return code


def build_parser(commands: Sequence[SubCommand]) -> argparse.ArgumentParser:
    """Build the parser for these sub-commands; without one, ``command`` is None."""
    parser = OneLineParser(
        prog="suna",
        allow_abbrev=False,
        description="Suna Night Patrol. Without a command: the title screen.",
        epilog="Exit codes: 0 done, 1 the thing checked fell short, 2 wrong use or bad input.",
    )
    parser.add_argument("--version", action="version", version=f"Suna Night Patrol {__version__}")
    if commands:
        rows = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
        for command in commands:
            row = rows.add_parser(
                command.name, help=command.help, description=command.help, allow_abbrev=False
            )
            command.add_arguments(row)
            row.set_defaults(run=command.run)
    parser.set_defaults(command=None)
    return parser


# ---------------------------------------------------------------------------------- on screen


def open_title() -> int:
    """Show the title screen."""
    look_at_pygame()
    from game.app.main import run_title

    code: int = run_title()
    return code


def look_at_pygame() -> None:
    """Say in one line where ``pygame`` lies beside pygame-ce; refuse to start without pygame-ce."""
    from importlib import metadata, util

    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

    def installed(name: str) -> bool:
        try:
            metadata.version(name)
        except metadata.PackageNotFoundError:
            return False
        return True

    present = util.find_spec("pygame") is not None
    warning = pygame_trouble(present, installed("pygame"), installed("pygame-ce"))
    if warning:
        print(warning, file=sys.stderr)


def pygame_trouble(present: bool, plain: bool, ce: bool) -> str:
    """Judge what stands behind the module ``pygame``; return a warning, or "" when all is well.

    ``present`` says that the module is there, ``plain`` and ``ce`` which distributions claim it (in
    a packaged build neither does). Raises InputError where pygame-ce cannot be what is imported.
    """
    from game.content.errors import InputError

    pip = f"{sys.executable} -m pip"
    if plain and ce:
        return (
            "suna: pygame and pygame-ce are both installed and overwrite each other. Mend it "
            f"with: {pip} uninstall -y pygame pygame-ce && {pip} install pygame-ce"
        )
    if plain:
        raise InputError(
            "suna: pygame is installed where the game needs pygame-ce. Mend it with: "
            f"{pip} uninstall -y pygame && {pip} install pygame-ce"
        )
    if not present:
        raise InputError(f"suna: pygame-ce is missing. Mend it with: {pip} install pygame-ce")
    return ""


def play_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what ``suna play`` takes."""
    parser.add_argument("path", type=Path, metavar="MAP.tmx|LEVEL.toml")
    parser.add_argument("--seed", type=int, default=None, metavar="N")
    parser.add_argument("--watch", action="store_true", help="read the map again when Tiled saves")
    parser.add_argument("--start-at", metavar="ID", help="start at an object, by id or name")
    parser.add_argument("--record", type=Path, metavar="F", help="write the night as a replay")


def run_play(arguments: argparse.Namespace) -> int:
    """Play a map, or show a test level being played."""
    look_at_pygame()
    from game.app.main import run_play as run

    # Tiled hands its variable over as it stands where no object is selected
    start_at = None if arguments.start_at in (NO_OBJECT, "") else arguments.start_at
    return run(arguments.path, arguments.seed, arguments.watch, start_at, arguments.record)


def replay_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what ``suna replay`` takes."""
    parser.add_argument("path", type=Path, metavar="F")
    parser.add_argument("--verify", action="store_true", help="prove it without a screen")
    parser.add_argument("--speed", type=play_speed, default=1.0, metavar="X", help="times as fast")
    parser.add_argument("--diff", type=Path, metavar="G", help="find the first difference")


def run_replay(arguments: argparse.Namespace) -> int:
    """Watch a recorded night; prove or compare it without a screen; 1 if it is another."""
    from game.lab.replay import run_diff, run_verify

    if arguments.diff is not None:
        return run_diff(arguments.path, arguments.diff)
    if arguments.verify:
        return run_verify(arguments.path)
    look_at_pygame()
    from game.app.main import run_replay as run

    return run(arguments.path, arguments.speed)


# ------------------------------------------------------------------------------ without a screen


def test_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what ``suna test`` takes."""
    parser.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="levels or folders")
    parser.add_argument("--jobs", type=job_count, default=1, metavar="N", help="run N at a time")
    parser.add_argument("--json", type=new_file, metavar="F", help="write the results as JSON")
    parser.add_argument("--junit", type=new_file, metavar="F", help="write them as JUnit XML")
    parser.add_argument("--seeds", type=seed_range, metavar="A..B", help="run each with every seed")
    parser.add_argument(
        "--mutate", action="store_true", help="switch off what each proves: it must fall short"
    )


def run_test(arguments: argparse.Namespace) -> int:
    """Run test levels; 1 if any fell short."""
    if arguments.mutate:
        from game.lab.mutation import run_mutated

        return run_mutated(arguments.paths, arguments.jobs)
    from game.lab.runner import run_paths

    return run_paths(
        arguments.paths, arguments.jobs, arguments.json, arguments.junit, arguments.seeds
    )


def sweep_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what ``suna sweep`` takes."""
    parser.add_argument("path", type=Path, metavar="LEVEL")
    parser.add_argument("--seeds", type=seed_range, required=True, metavar="A..B")
    parser.add_argument("--bots", type=names, default=["straight", "cautious"], metavar="A,B")
    parser.add_argument("--jobs", type=job_count, default=1, metavar="N", help="run N at a time")
    parser.add_argument("--json", type=new_file, metavar="F", help="write every night as JSON")
    parser.add_argument(
        "--scheduler", default="", metavar="tcp://...", help="let a dask scheduler's workers play"
    )


def run_sweep(arguments: argparse.Namespace) -> int:
    """Let others play a level, many nights over, and say who noticed her and how."""
    from game.lab.sweep import run

    return run(
        arguments.path,
        arguments.seeds,
        arguments.bots,
        arguments.jobs,
        arguments.json,
        arguments.scheduler,
    )


def bench_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what ``suna bench`` takes."""
    parser.add_argument("--json", type=new_file, metavar="F", help="write the results as JSON")


def run_bench(arguments: argparse.Namespace) -> int:
    """Measure how fast the night goes by."""
    from game.lab.bench import run
    from game.view.frame_bench import measure_frames

    return run(arguments.json, (measure_frames,))


def check_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what ``suna check`` takes."""
    parser.add_argument("paths", type=Path, nargs="+", metavar="MAP|FOLDER")
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")
    parser.add_argument("--format-only", action="store_true", help="any Tiled map, no game rules")


def run_check(arguments: argparse.Namespace) -> int:
    """Say what is wrong with maps; 1 if anything is."""
    from game.content.check import run

    return run(arguments.paths, arguments.json, arguments.strict, arguments.format_only)


def render_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what ``suna render`` takes."""
    parser.add_argument("path", type=Path, metavar="MAP")
    parser.add_argument("--out", type=Path, required=True, metavar="F.png")
    parser.add_argument(
        "--layer",
        choices=RENDER_LAYERS,
        default=RENDER_LAYERS[0],
        help="tiles and objects work on any Tiled map",
    )
    parser.add_argument("--tick", type=tick_count, metavar="N", help="the moment, in 1/60 s")
    parser.add_argument(
        "--at", default="", metavar="X,Y|NAME", help="where a noise is made: a tile or an object"
    )
    parser.add_argument("--open", action="store_true", help="show the picture when it is written")


def run_render(arguments: argparse.Namespace) -> int:
    """Write a picture that explains a map."""
    look_at_pygame()
    from game.app.render import run

    code: int = run(
        arguments.path, arguments.out, arguments.layer, arguments.tick, arguments.at
    )
    if arguments.open:
        import webbrowser

        print(f"{arguments.out}: written")
        webbrowser.open(arguments.out.absolute().as_uri())
    return code


def solve_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what ``suna solve`` takes."""
    parser.add_argument("path", type=Path, metavar="MAP")
    parser.add_argument("--json", type=new_file, metavar="F", help="write the answer and the way")
    parser.add_argument("--level", type=new_file, metavar="F.toml", help="write the way as a level")
    parser.add_argument("--heat", type=Path, metavar="F.png", help="how often what is watched")


def run_solve(arguments: argparse.Namespace) -> int:
    """Say whether a map can be done unseen; 0 if so."""
    from game.lab.solver import run

    if arguments.heat is not None:
        look_at_pygame()
        from game.app import render

        render.run(arguments.path, arguments.heat, "heat")
    return run(arguments.path, arguments.json, arguments.level)


def new_map_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what ``suna new-map`` takes."""
    parser.add_argument("name", metavar="NAME", help="the map to write; .tmx is added")
    parser.add_argument("--kind", choices=MAP_KINDS, help="the starter, or a country by chance")
    parser.add_argument("--seed", type=int, metavar="N", help="what chance draws hangs on it")


def run_new_map(arguments: argparse.Namespace) -> int:
    """Write a starter map with its tilesets and project beside it."""
    from game.content.new_map import run

    # who names a seed wants chance to draw something
    kind = arguments.kind or MAP_KINDS[0 if arguments.seed is None else 1]
    return run(arguments.name, kind=kind, seed=arguments.seed or 0)


def project_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what ``suna project`` takes."""
    parser.add_argument(
        "folder", type=Path, nargs="?", metavar="FOLDER", help="of maps; otherwise the game's own"
    )
    parser.add_argument("--write", action="store_true", help="write the one for this machine")
    parser.add_argument("--shared", action="store_true", help="write those that are committed")


def run_project(arguments: argparse.Namespace) -> int:
    """Write the project file that Tiled opens, or say whether the committed one is current."""
    from game.content.project import run

    return run(write=arguments.write, shared=arguments.shared, folder=arguments.folder)


# A sub-command is a row here, a function for its arguments, and a handler that imports lazily.
COMMANDS: tuple[SubCommand, ...] = (
    SubCommand("play", "play a map or show a test level", play_arguments, run_play),
    SubCommand("replay", "watch or prove a recorded night", replay_arguments, run_replay),
    SubCommand("test", "run test levels", test_arguments, run_test),
    SubCommand("sweep", "let others play a level, many nights over", sweep_arguments, run_sweep),
    SubCommand("check", "say what is wrong with maps", check_arguments, run_check),
    SubCommand("render", "write a picture that explains a map", render_arguments, run_render),
    SubCommand("solve", "say whether a map can be done unseen", solve_arguments, run_solve),
    SubCommand("bench", "measure how fast the night goes by", bench_arguments, run_bench),
    SubCommand("new-map", "write a starter map for Tiled", new_map_arguments, run_new_map),
    SubCommand("project", "write the project for Tiled", project_arguments, run_project),
)

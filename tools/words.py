"""Checks all words of the game; with --write also numbers new lines and writes the catalogues.

python -m tools.words            one line for each problem, exit 1 if there is one
python -m tools.words --write    ids for lines without one, .po and .mo, the tables that are made
                                 from the code, then the same check
"""

import argparse
import sys
from pathlib import Path

from game.content.errors import InputError
from game.content.paths import maps_folder
from game.content.strings import text_folder
from game.content.words import catalogue_files, check_words, english, load_script, talk_files
from game.content.yarn_check import unasked
from game.content.yarn_ids import add_line_ids
from game.sim.tale.talk_script import EVENTS, FACTS
from tools import talk_deeds

_FACTS_HEAD = "| fact | meaning |\n|---|---|\n"
_EVENTS_HEAD = "| event | when |\n|---|---|\n"


def write_words(folder: Path) -> list[Path]:
    """Bring ids and catalogues up to date; returns the files that changed. Raises InputError."""
    changed = []
    for path in talk_files(folder):
        text = path.read_text(encoding="utf-8")
        if _write_if_new(path, add_line_ids(text).encode()):
            changed.append(path)
    return changed + [
        path for path, data in catalogue_files(folder).items() if _write_if_new(path, data)
    ]


def write_tables(folder: Path) -> list[Path]:
    """Bring the tables up to date that tell writers of the code. Raises InputError."""
    return [path for path, text in tables(folder).items() if _write_if_new(path, text.encode())]


def tables(folder: Path) -> dict[Path, str]:
    """The README with its table of facts, and the list of deeds that the talk speaks of."""
    readme = folder / "README.md"
    text = readme.read_text(encoding="utf-8")
    for head, names in ((_FACTS_HEAD, FACTS), (_EVENTS_HEAD, EVENTS)):
        before, _, after = text.partition(head)
        rows = "".join(f"| `{name}` | {meaning} |\n" for name, meaning in names.items())
        text = before + head + rows + after[after.index("\n\n") + 1 :]
    levels = talk_deeds.levels_of(maps_folder() / "test")
    return {
        readme: text,
        folder / talk_deeds.FILE_NAME: talk_deeds.table(load_script(folder), levels),
    }


def _write_if_new(path: Path, data: bytes) -> bool:
    """Write a file whole or not at all; False if it was like that already."""
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(path.suffix + ".part")
    part.write_bytes(data)
    part.replace(path)
    return True


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0: in order, 1: something to mend, 2: a file that cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m tools.words", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write ids and catalogues first")
    parser.add_argument("--folder", type=Path, default=None, help="another text folder")
    options = parser.parse_args(arguments)
    folder = options.folder or text_folder()
    own = folder.resolve() == text_folder().resolve()
    try:
        if options.write:
            for path in [*write_words(folder), *(write_tables(folder) if own else ())]:
                print(f"wrote {path}")
        problems = [*check_words(folder), *(unasked(load_script(folder)) if own else ())]
        words = len(english(folder).entries)
    except InputError as fault:
        print(fault, file=sys.stderr)
        return 2
    for problem in problems:
        print(problem)
    print(f"{words} texts, {len(problems)} to mend")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

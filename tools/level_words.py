"""``python -m tools.level_words``: writes the reference of the level format into its README.

Keys come from the classes that read a level, events from the dataclasses of the simulation, each
with the words that stand beside it in the code, so that nothing is said twice.
"""

import ast
import dataclasses
import inspect
import sys
from collections.abc import Iterator
from textwrap import dedent
from typing import Any, Final

from game.content.atomic import write_atomically
from game.content.paths import maps_folder
from game.lab.level_keys import Do, Expect, Habits, LevelFile
from game.lab.mutation import RULES
from game.sim.command import Button, Gait
from game.sim.events import Cause
from game.sim.vocabulary import event_types

BEGIN: Final = "<!-- from the code: `python -m tools.level_words` writes this part -->"
END: Final = "<!-- end of that part -->"
README: Final = "test/README.md"
_LISTS: Final = {"do": "[[do]]", "expect": "[[expect]]", "never": "[[never]]"}


def main() -> int:
    """Write the README of the test levels anew."""
    path = maps_folder() / README
    write_atomically(path, with_reference(path.read_text(encoding="utf-8")))
    print(path)
    return 0


def with_reference(text: str) -> str:
    """A README with the part between the two marks replaced."""
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    return f"{before}{BEGIN}\n{reference()}{END}{after}"


def reference() -> str:
    """Keys, buttons, gaits, events and rules, as Markdown."""
    gaits = ", ".join(f"`{gait.name.lower()}`" for gait in Gait)
    buttons = ", ".join(f"`{str(button.name).lower()}`" for button in Button)
    causes = "\n".join(f"- `{name}`: {words}" for name, words in _fields(Cause) if words)
    rules = ", ".join(f"`{rule}`" for rule in RULES)
    parts = [
        f"### The level\n{_keys(LevelFile)}",
        f"### `[[do]]`\n{_keys(Do)}",
        f"### What `operate` takes\n{_keys(Habits)}",
        f"### `[[expect]]` and `[[never]]`\n{_keys(Expect)}",
        f"Gaits: {gaits}.\n\nButtons: {buttons}.",
        f"### Events\n{''.join(_events())}",
        f"### What a cause says\n{causes}",
        f"### Rules that can be switched off\n{rules}",
    ]
    return "\n" + "\n\n".join(part.strip() for part in parts) + "\n"


def _keys(kind: type) -> str:
    lines = []
    for name, words in _fields(kind):
        key = "from" if kind is LevelFile and name == "start" else _LISTS.get(name, name)
        lines.append(f"- `{key}`{f': {words}' if words else ''}")
    return "\n".join(lines)


def _events() -> Iterator[str]:
    for name, kind in event_types().items():
        if kind is Cause:
            continue
        fields = ", ".join(f"`{field.name}`" for field in dataclasses.fields(kind))
        written = "" if (kind.__doc__ or "").startswith(f"{name}(") else kind.__doc__ or ""
        words = " ".join(written.split()).replace("``", "`")
        yield f"- **{name}**{f' ({fields})' if fields else ''}{f': {words}' if words else ''}\n"


def _fields(kind: type[Any]) -> list[tuple[str, str]]:
    """The fields of a class, each with the string that stands under it."""
    body = ast.parse(dedent(inspect.getsource(kind))).body[0]
    assert isinstance(body, ast.ClassDef)
    found: list[tuple[str, str]] = []
    for line in body.body:
        match line:
            case ast.AnnAssign(target=ast.Name(id=name)):
                found.append((name, ""))
            case ast.Expr(value=ast.Constant(value=str(words))) if found:
                found[-1] = (found[-1][0], " ".join(words.split()).replace("``", "`"))
            case _:
                pass
    return found


if __name__ == "__main__":
    sys.exit(main())

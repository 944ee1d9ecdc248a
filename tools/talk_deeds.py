"""Writes down which lines only a night with a certain deed can hear, and which level hears them.

`python -m tools.words --write` writes `assets/text/DEEDS.md` with it;
`tests/tools/test_talk_deeds.py` holds that it is current, and that levels reach these lines.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.lab.level_file import read_level
from game.lab.runner import find_levels
from game.sim.tale.talk_script import (
    Binary,
    Block,
    Call,
    Choice,
    Expression,
    Function,
    If,
    Jump,
    Line,
    Not,
    Operator,
    Script,
)

FILE_NAME: Final = "DEEDS.md"
TALK: Final = "talk.yarn"
_OF_THE_NIGHT: Final = (Function.NOTICED, Function.DID, Function.FACT)
_SHOWN: Final = 60
_HEAD: Final = """# What only some nights hear

Every piece of the talk that exists because of something done before it, the deed, and the level
under `maps/test` that does the deed and hears it. Written by `python -m tools.words --write`.

"""


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that stand together under one condition about the night."""

    node: str
    deed: str
    lines: tuple[Line, ...]


def pieces(script: Script) -> list[Piece]:
    """All pieces of the talk that hang on a deed, in the order of the file."""
    return [
        piece
        for node in script.nodes.values()
        if node.file == TALK
        for piece in _pieces_in(script, node.title, node.body, "")
    ]


def levels_of(folder: Path) -> dict[str, list[str]]:
    """Which levels expect a line: their names by the id of the line."""
    found: dict[str, list[str]] = {}
    for path in find_levels([folder]):
        level = read_level(path)
        for pattern in level.expects:
            wanted = dict(pattern.fields).get("id")
            if pattern.event == "LineSpoken" and isinstance(wanted, str):
                found.setdefault(wanted, []).append(level.name)
    return found


def table(script: Script, levels: dict[str, list[str]]) -> str:
    """The whole file."""
    rows = ["| deed | words | lines | level |", "|---|---|---|---|"]
    for piece in pieces(script):
        first = piece.lines[0].text
        shown = first if len(first) <= _SHOWN else first[: _SHOWN - 1].rstrip() + "…"
        heard = sorted({name for line in piece.lines for name in levels.get(line.id, ())})
        names = ", ".join(f"`{name}`" for name in heard)
        rows.append(f"| {piece.deed} | {shown} | {len(piece.lines)} | {names} |")
    return _HEAD + "\n".join(rows) + "\n"


def _pieces_in(script: Script, node: str, body: Block, deed: str) -> Iterator[Piece]:
    """Pieces of a block; ``deed`` is what the blocks around it have asked of the night."""
    if deed:
        lines = tuple(statement for statement in body if isinstance(statement, Line))
        if lines:
            yield Piece(node, deed, lines)
    for statement in body:
        match statement:
            case If(branches):
                before: list[str] = []
                for branch in branches:
                    asked = _asked(branch.condition) if branch.condition is not None else ""
                    if branch.condition is None and before:
                        asked = f"without {', '.join(before)}"
                    yield from _within(script, node, branch.body, asked or deed, asked)
                    before += [asked] if asked else []
            case Choice(options):
                for option in options:
                    asked = _asked(option.condition) if option.condition is not None else ""
                    yield from _within(script, node, option.body, asked or deed, asked)
            case _:
                pass


def _within(script: Script, node: str, body: Block, deed: str, asked: str) -> Iterator[Piece]:
    """Pieces of an arm, and of the node that it leads to if only its own deed leads there."""
    yield from _pieces_in(script, node, body, deed)
    for statement in body:
        if asked and isinstance(statement, Jump) and statement.node != "Topics":
            yield from _pieces_in(script, statement.node, script.nodes[statement.node].body, asked)


def _asked(expression: Expression) -> str:
    """The parts of a condition that ask about the night, in words; empty if there is none."""
    match expression:
        case Call(function, argument) if function in _OF_THE_NIGHT:
            return f"noticed {argument}" if function is Function.NOTICED else f"`{argument}`"
        case Not(operand):
            inner = _asked(operand)
            return f"not {inner}" if inner else ""
        case Binary(Operator.AND | Operator.OR | Operator.PLUS as operator, left, right):
            word = "and" if operator is Operator.PLUS else operator.value
            return f" {word} ".join(part for part in (_asked(left), _asked(right)) if part)
        case Binary(operator, left, right):
            inner = _asked(left)
            value = getattr(right, "value", None)
            return f"{inner} {operator.value} {value}" if inner and value is not None else inner
        case _:
            return ""

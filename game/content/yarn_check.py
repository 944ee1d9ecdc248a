"""What can be wrong with talk files that read well: where they lead and what they weigh.

Every finding is one line: `file:row: what is wrong; how to mend it`. `yarn_lines` adds what can be
wrong with the words.
"""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import pairwise

from game.content.yarn_lines import findings_in_words
from game.content.yarn_walk import calls, conditions, jumps, parts, spoken, statements
from game.sim.tale.talk_script import (
    EVENTS,
    FACTS,
    Block,
    Branch,
    Call,
    Choice,
    Event,
    Function,
    If,
    Jump,
    Line,
    Node,
    Option,
    Script,
    Set,
    Variable,
)

IN_TEXT = re.compile(r"\{\$(\w+)\}")


def broken(script: Script) -> list[str]:
    """Faults that no talk may start with: jumps to nowhere, variables nobody declared, twin ids."""
    found = []
    lines: dict[str, str] = {}
    for node in script.nodes.values():
        for jump in jumps(node.body):
            if jump.node not in script.nodes:
                found.append(
                    f'{node.file}:{jump.row}: jumps to "{jump.node}", and no node has that '
                    f"title{_or_near(jump.node, script.nodes)}"
                )
        for row, name in [*_written(node), *_read(node)]:
            if name not in script.defaults:
                found.append(
                    f"{node.file}:{row}: ${name} is not declared; add <<declare ${name} = 0>> "
                    f"to a first node{_or_near(name, script.defaults)}"
                )
        for row, call in calls(node):
            if call.function is Function.VISITED and call.argument not in script.nodes:
                found.append(
                    f'{node.file}:{row}: no node has the title in visited("{call.argument}")'
                    f"{_or_near(call.argument, script.nodes)}"
                )
        for words in spoken(node):
            place = f"{node.file}:{words.row}"
            if words.id in lines:
                found.append(
                    f"{place}: the id {words.id} is already at {lines[words.id]}; take a new one"
                )
            lines[words.id] = place
    return found


def findings(script: Script) -> list[str]:
    """All that a writer should mend, the broken first. Empty for a script in good order."""
    found = broken(script)
    if found:
        return found
    return [
        *_ends(script),
        *_unreachable(script),
        *_circles(script),
        *_idle(script),
        *_unheard(script),
        *_behind_a_jump(script),
        *findings_in_words(script),
    ]


def _or_near(name: str, known: Iterable[str]) -> str:
    """What may have been meant, to hang on a finding."""
    near = get_close_matches(name, list(known), 1)
    return f"; did you mean {near[0]}?" if near else ""


def _unreachable(script: Script) -> Iterator[str]:
    reached = [node.title for node in script.nodes.values() if node.starts]
    for title in reached:
        for jump in jumps(script.nodes[title].body):
            if jump.node not in reached:
                reached.append(jump.node)
    for node in script.nodes.values():
        if node.title not in reached:
            yield (
                f"{node.file}:{node.row}: nothing leads to {node.title}; "
                "jump to it, or tag it start if the game begins there"
            )


def _ends(script: Script) -> Iterator[str]:
    for node in script.nodes.values():
        falls = _falls_through(node.body)
        if falls and not node.ends:
            yield (
                f"{node.file}:{node.row}: {node.title} can run out without a jump; "
                "add one, or tag the node end"
            )
        if node.ends and not falls:
            yield f"{node.file}:{node.row}: {node.title} is tagged end, but always jumps on"


def _falls_through(block: Block) -> bool:
    """Whether the end of the block can be reached without a jump."""
    for statement in block:
        match statement:
            case Jump():
                return False
            case Choice(options):
                arms: list[Option | Branch] = [*options]
            case If(branches):
                arms = [*branches]
            case _:
                continue
        sure = any(arm.condition is None for arm in arms)
        if sure and not any(_falls_through(arm.body) for arm in arms):
            return False
    return True


def _circles(script: Script) -> Iterator[str]:
    """Nodes that can come back to themselves without a line or a choice on the way."""
    silent = {node.title: _silentjumps(node.body)[0] for node in script.nodes.values()}
    for node in script.nodes.values():
        reached = list(silent[node.title])
        for title in reached:
            reached += [other for other in silent[title] if other not in reached]
        if node.title in reached:
            yield (
                f"{node.file}:{node.row}: {node.title} can come back to itself without a line "
                "or a choice; put one on the way"
            )


def _silentjumps(block: Block) -> tuple[list[str], bool]:
    """Titles the block can jump to before anything is said, and whether silence can outlast it."""
    titles: list[str] = []
    for statement in block:
        match statement:
            case Line():
                return titles, False
            case Choice(options):
                if any(option.condition is None for option in options):
                    return titles, False
            case Jump(node):
                return [*titles, node], False
            case If(branches):
                arms = [_silentjumps(branch.body) for branch in branches]
                titles += [title for found, _ in arms for title in found]
                if branches[-1].condition is None and not any(outlasts for _, outlasts in arms):
                    return titles, False
            case _:
                pass
    return titles, True


def _idle(script: Script) -> Iterator[str]:
    """Variables that change nothing, because nobody writes or nobody reads them."""
    nodes = script.nodes.values()
    written = {name: (node.file, row) for node in nodes for row, name in _written(node)}
    read = {name: (node.file, row) for node in nodes for row, name in _read(node)}
    for name in script.defaults:
        file, row = read.get(name) or written.get(name) or ("", 0)
        place = f"{file}:{row}: " if file else ""
        if name not in read:
            yield f"{place}${name} is set, but no condition or line reads it; read it or drop it"
        elif name not in written:
            yield f"{place}${name} is read, but never set; set it or drop it"


def _unheard(script: Script) -> Iterator[str]:
    """Events that the game does not know."""
    for node in script.nodes.values():
        for asked in statements(node.body):
            if isinstance(asked, Event) and asked.name not in EVENTS:
                near = get_close_matches(asked.name, EVENTS, 1)
                hint = f"did you mean {near[0]}?" if near else "README.md lists those it does"
                yield f"{node.file}:{asked.row}: the game hears no event {asked.name}; {hint}"


def unasked(script: Script) -> Iterator[str]:
    """Facts and events of the game that no talk asks for: what is written and never read."""
    nodes = script.nodes.values()
    asked = {_fact_of(call) for node in nodes for _, call in calls(node)}
    for name in FACTS:
        if name not in asked:
            yield f"no condition asks for the fact {name}; ask for it, or drop it from FACTS"
    heard = {part.name for node in nodes for part in statements(node.body) if type(part) is Event}
    for name in EVENTS:
        if name not in heard:
            yield f"no talk asks for the event {name}; ask for it, or drop it from EVENTS"


def _fact_of(call: Call) -> str:
    return f"noticed_{call.argument}" if call.function is Function.NOTICED else call.argument


def _behind_a_jump(script: Script) -> Iterator[str]:
    """Words that stand where a jump above them has already left."""
    for node in script.nodes.values():
        for block in _blocks(node.body):
            for before, statement in pairwise(block):
                if isinstance(before, Jump) and isinstance(statement, Line | Choice):
                    row = statement.row if isinstance(statement, Line) else statement.options[0].row
                    yield (
                        f"{node.file}:{row}: is never reached, the jump above it leaves; "
                        "move it above the jump"
                    )


def _blocks(block: Block) -> Iterator[Block]:
    yield block
    for statement in block:
        match statement:
            case Choice(options):
                inner = [option.body for option in options]
            case If(branches):
                inner = [branch.body for branch in branches]
            case _:
                continue
        for body in inner:
            yield from _blocks(body)


def _written(node: Node) -> list[tuple[int, str]]:
    """The variables that a node sets, with the rows."""
    return [(item.row, item.variable) for item in statements(node.body) if isinstance(item, Set)]


def _read(node: Node) -> list[tuple[int, str]]:
    """Variables that conditions and words read; a sum that sets a variable does not count."""
    names = [
        (row, part.name)
        for row, condition in conditions(node)
        for part in parts(condition)
        if isinstance(part, Variable)
    ]
    return names + [
        (words.row, name) for words in spoken(node) for name in IN_TEXT.findall(words.text)
    ]

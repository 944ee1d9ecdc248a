"""What can be wrong with talk files that read well: where they lead, what they weigh, how long
their lines are. Every finding is one line: `file:row: what is wrong; how to mend it`.
"""

import re
import textwrap
from collections.abc import Iterator
from difflib import get_close_matches

from game.sim.tale.talk_script import (
    EVENTS,
    FACTS,
    Binary,
    Block,
    Branch,
    Call,
    Choice,
    Event,
    Expression,
    Function,
    If,
    Jump,
    Line,
    Node,
    Not,
    Option,
    Script,
    Set,
    Statement,
    Variable,
)

LINE_CHARACTERS_MAX = 140
LINE_ROW_CHARACTERS = 72
LINE_ROWS_MAX = 2
PARAGRAPH_WORDS_MAX = 60
OPTION_CHARACTERS_MAX = 46
OPTIONS_MAX = 7
IN_TEXT = re.compile(r"\{\$(\w+)\}")


def statements(block: Block) -> Iterator[Statement]:
    """Every statement of a block and of the blocks within it, in the order of the file."""
    for statement in block:
        yield statement
        match statement:
            case Choice(options):
                for option in options:
                    yield from statements(option.body)
            case If(branches):
                for branch in branches:
                    yield from statements(branch.body)
            case _:
                pass


def spoken(node: Node) -> Iterator[Line | Option]:
    """Everything in a node that has words: its lines and its options."""
    for statement in statements(node.body):
        match statement:
            case Line():
                yield statement
            case Choice(options):
                yield from options
            case _:
                pass


def broken(script: Script) -> list[str]:
    """Faults that no talk may start with: jumps to nowhere, variables nobody declared, twin ids."""
    found = []
    lines: dict[str, str] = {}
    for node in script.nodes.values():
        for jump in _jumps(node.body):
            if jump.node not in script.nodes:
                found.append(
                    f'{node.file}:{jump.row}: jumps to "{jump.node}", and no node has that title'
                )
        for name in [*_written(node), *_read(node)]:
            if name not in script.defaults:
                found.append(
                    f"{node.file}:{node.row}: ${name} in {node.title} is not declared; "
                    f"add <<declare ${name} = 0>> to a first node"
                )
        for call in _calls(node):
            if call.function is Function.VISITED and call.argument not in script.nodes:
                found.append(
                    f'{node.file}:{node.row}: no node has the title in visited("{call.argument}")'
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
        *_unreachable(script),
        *_ends(script),
        *_circles(script),
        *_idle(script),
        *_unheard(script),
        *_long(script),
    ]


def _unreachable(script: Script) -> Iterator[str]:
    reached = [node.title for node in script.nodes.values() if node.starts]
    for title in reached:
        for jump in _jumps(script.nodes[title].body):
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
    silent = {node.title: _silent_jumps(node.body)[0] for node in script.nodes.values()}
    for node in script.nodes.values():
        reached = list(silent[node.title])
        for title in reached:
            reached += [other for other in silent[title] if other not in reached]
        if node.title in reached:
            yield (
                f"{node.file}:{node.row}: {node.title} can come back to itself without a line "
                "or a choice; put one on the way"
            )


def _silent_jumps(block: Block) -> tuple[list[str], bool]:
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
                arms = [_silent_jumps(branch.body) for branch in branches]
                titles += [title for found, _ in arms for title in found]
                if branches[-1].condition is None and not any(outlasts for _, outlasts in arms):
                    return titles, False
            case _:
                pass
    return titles, True


def _idle(script: Script) -> Iterator[str]:
    """Variables that change nothing, because nobody writes or nobody reads them."""
    nodes = script.nodes.values()
    written = {name: node for node in nodes for name in _written(node)}
    read = {name: node for node in nodes for name in _read(node)}
    for name in script.defaults:
        node = read.get(name) or written.get(name)
        place = f"{node.file}:{node.row}: " if node is not None else ""
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
    asked = {_fact_of(call) for node in nodes for call in _calls(node)}
    for name in FACTS:
        if name not in asked:
            yield f"no condition asks for the fact {name}; ask for it, or drop it from FACTS"
    heard = {part.name for node in nodes for part in statements(node.body) if type(part) is Event}
    for name in EVENTS:
        if name not in heard:
            yield f"no talk asks for the event {name}; ask for it, or drop it from EVENTS"


def _fact_of(call: Call) -> str:
    return f"noticed_{call.argument}" if call.function is Function.NOTICED else call.argument


def _long(script: Script) -> Iterator[str]:
    for node in script.nodes.values():
        for statement in statements(node.body):
            match statement:
                case Line(text=text, row=row) if node.telling:
                    if len(text.split()) > PARAGRAPH_WORDS_MAX:
                        yield (
                            f"{node.file}:{row}: a paragraph of {len(text.split())} words; "
                            f"keep it to {PARAGRAPH_WORDS_MAX}"
                        )
                case Line(text=text, row=row):
                    rows = textwrap.wrap(text, LINE_ROW_CHARACTERS)
                    if len(text) > LINE_CHARACTERS_MAX or len(rows) > LINE_ROWS_MAX:
                        yield (
                            f"{node.file}:{row}: has {len(text)} characters in {len(rows)} rows; "
                            f"keep it to {LINE_ROWS_MAX} rows of {LINE_ROW_CHARACTERS}"
                        )
                case Choice(options):
                    if len(options) > OPTIONS_MAX:
                        yield f"{node.file}:{options[0].row}: over {OPTIONS_MAX} options at once"
                    for option in options:
                        if len(option.text) > OPTION_CHARACTERS_MAX:
                            yield (
                                f"{node.file}:{option.row}: an option of {len(option.text)} "
                                f"characters; keep it to {OPTION_CHARACTERS_MAX}"
                            )
                case _:
                    pass


def _jumps(block: Block) -> list[Jump]:
    return [statement for statement in statements(block) if isinstance(statement, Jump)]


def _written(node: Node) -> list[str]:
    return [item.variable for item in statements(node.body) if isinstance(item, Set)]


def _read(node: Node) -> list[str]:
    """Variables that conditions and words read; a sum that sets a variable does not count."""
    names = [
        part.name
        for condition in _conditions(node)
        for part in _parts(condition)
        if isinstance(part, Variable)
    ]
    return names + [name for words in spoken(node) for name in IN_TEXT.findall(words.text)]


def _calls(node: Node) -> list[Call]:
    sums = [item.value for item in statements(node.body) if isinstance(item, Set)]
    return [
        part
        for expression in [*_conditions(node), *sums]
        for part in _parts(expression)
        if isinstance(part, Call)
    ]


def _conditions(node: Node) -> Iterator[Expression]:
    for statement in statements(node.body):
        arms: tuple[Option | Branch, ...] = ()
        match statement:
            case Choice(options):
                arms = options
            case If(branches):
                arms = branches
            case _:
                pass
        for arm in arms:
            if arm.condition is not None:
                yield arm.condition


def _parts(expression: Expression) -> Iterator[Expression]:
    yield expression
    match expression:
        case Not(operand):
            yield from _parts(operand)
        case Binary(_, left, right):
            yield from _parts(left)
            yield from _parts(right)
        case _:
            pass

"""Plays a talk: a small state of plain values, and one step for each press of the player.

How fast letters appear is the view's affair; here a line is either current or past. The caller
moves the clock (each line costs ten seconds of night) and gives the facts of the night each time.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import assert_never

from game.sim.events import Event as Fact
from game.sim.tale.talk_script import (
    GAUGES,
    Binary,
    Block,
    Call,
    Choice,
    Event,
    Expression,
    Function,
    If,
    Jump,
    Line,
    Not,
    Number,
    Operator,
    Option,
    Script,
    Set,
    Variable,
    Wait,
)

NO_CHOICE = -1
GAUGE_MAX = 100
VARIABLE_LIMIT = 1_000_000
STATEMENTS_PER_STEP = 1000
"""More silent statements than this between two lines can only be jumps chasing each other."""


class TalkError(Exception):
    """The state does not fit the script, or the script runs in a silent circle."""


@dataclass(frozen=True, slots=True)
class LineSpoken(Fact):
    """A line is said, by whom and in which mood."""

    id: str
    speaker: str
    mood: str


@dataclass(frozen=True, slots=True)
class ChoicesOffered(Fact):
    """Answers are offered, by the ids of their lines, in the order of the script."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChoiceTaken(Fact):
    """One of the answers was given."""

    id: str


@dataclass(frozen=True, slots=True)
class Said(Fact):
    """The talk asks the world for something: `<<event name argument>>`."""

    name: str
    argument: str


@dataclass(frozen=True, slots=True)
class Silence(Fact):
    """The view lets this many real seconds pass before it shows the next line."""

    seconds: int


@dataclass(frozen=True, slots=True)
class TalkEnded(Fact):
    """The talk is over; ``node`` is the one it ended in."""

    node: str


TalkEvent = LineSpoken | ChoicesOffered | ChoiceTaken | Said | Silence | TalkEnded


@dataclass(slots=True)
class Talk:
    """Where a talk stands, and what this night's talks have said so far.

    `path` leads to the next statement of `node`: an index into its body, then, for each choice
    or condition stepped into, the arm taken and the index within that arm. `offered` holds the
    numbers of the options on offer within the choice at `path`, in the order they are shown.
    """

    node: str
    path: list[int] = field(default_factory=lambda: [0])
    variables: dict[str, int] = field(default_factory=dict)
    line: str = ""
    speaker: str = ""
    mood: str = ""
    line_tick: int = 0
    lines_spoken: int = 0
    offered: list[int] = field(default_factory=list)
    offered_ids: list[str] = field(default_factory=list)
    visited: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    backlog: list[str] = field(default_factory=list)
    done: bool = False


def begin(script: Script, node: str, before: Talk | None = None) -> Talk:
    """A talk standing just before the first line of `node`; `advance` speaks that line.

    With `before`, the night's earlier talk, its variables, visited nodes and backlog live on.
    Raises TalkError if the script has no such node.
    """
    if node not in script.nodes:
        raise TalkError(f'no talk begins at "{node}": the script has no node of that title')
    talk = Talk(node=node)
    known = before.variables if before else {}
    for name in sorted(script.defaults):
        talk.variables[name] = known.get(name, script.defaults[name])
    if before:
        talk.visited = list(before.visited)
        talk.taken = list(before.taken)
        talk.backlog = list(before.backlog)
        talk.lines_spoken = before.lines_spoken
    _visit(talk)
    return talk


def advance(
    talk: Talk, script: Script, facts: Mapping[str, int], choice: int = NO_CHOICE, tick: int = 0
) -> list[TalkEvent]:
    """One press of the player: the next line, or the option numbered `choice` among those offered.

    Runs on to the next line, to options, or to the end. Options that stand right behind a line
    are offered together with it. While options are offered, a press without a valid choice does
    nothing, and so does any press after the end. `tick` is noted as the moment the line appeared.
    """
    if talk.done or (talk.offered and not 0 <= choice < len(talk.offered)):
        return []
    events: list[TalkEvent] = []
    if talk.offered:
        taken = talk.offered_ids[choice]
        talk.path += [talk.offered[choice], 0]
        talk.taken.append(taken)
        talk.backlog.append(taken)
        talk.offered.clear()
        talk.offered_ids.clear()
        events.append(ChoiceTaken(taken))
    for _ in range(STATEMENTS_PER_STEP):
        if _step(talk, script, facts, tick, events):
            return events
    raise TalkError(f'node "{talk.node}" jumps in a circle without a line; put a line into it')


def tell(
    script: Script, node: str, facts: Mapping[str, int], before: Talk | None = None
) -> list[str]:
    """The ids of all lines of a telling such as `EndingTreason`, which asks the player nothing.

    `before` is the night's talk, which is not changed. Raises TalkError if a choice turns up.
    """
    talk = begin(script, node, before)
    lines: list[str] = []
    while not talk.done:
        events = advance(talk, script, facts)
        if talk.offered:
            raise TalkError(f'"{talk.node}" offers a choice, and a telling must not')
        lines += [event.id for event in events if isinstance(event, LineSpoken)]
    return lines


def _step(
    talk: Talk, script: Script, facts: Mapping[str, int], tick: int, events: list[TalkEvent]
) -> bool:
    """Do the statement at `talk.path`; True when the player has something to read or answer."""
    body = block_at(script, talk)
    index = talk.path[-1]
    if index >= len(body):
        return _leave_block(talk, events)
    match body[index]:
        case Line() as line:
            talk.path[-1] += 1
            talk.line, talk.speaker, talk.mood = line.id, line.speaker, line.mood
            talk.line_tick = tick
            talk.lines_spoken += 1
            talk.backlog.append(line.id)
            events.append(LineSpoken(line.id, line.speaker, line.mood))
            return not _options_at(talk, body, index + 1, facts)
        case Choice():
            options = _options_at(talk, body, index, facts)
            if not options:
                talk.path[-1] += 1
                return False
            talk.offered = [number for number, _ in options]
            talk.offered_ids = [option.id for _, option in options]
            events.append(ChoicesOffered(tuple(talk.offered_ids)))
            return True
        case If(branches):
            for number, branch in enumerate(branches):
                if branch.condition is None or evaluate(branch.condition, talk, facts):
                    talk.path += [number, 0]
                    return False
            talk.path[-1] += 1
        case Set(variable, value):
            talk.variables[variable] = _bounded(variable, evaluate(value, talk, facts))
            talk.path[-1] += 1
        case Jump(node):
            talk.node, talk.path = node, [0]
            _visit(talk)
        case Event(name, argument):
            events.append(Said(name, argument))
            talk.path[-1] += 1
        case Wait(seconds):
            events.append(Silence(seconds))
            talk.path[-1] += 1
        case never:
            assert_never(never)
    return False


def block_at(script: Script, talk: Talk) -> Block:
    """The innermost block that `talk.path` stands in. Raises TalkError if there is none."""
    try:
        body = script.nodes[talk.node].body
        for index, arm in list(pairwise(talk.path))[::2]:
            match body[index]:
                case Choice(options):
                    body = options[arm].body
                case If(branches):
                    body = branches[arm].body
                case _:
                    raise IndexError(index)
    except (KeyError, IndexError):
        raise TalkError(f'the talk at "{talk.node}" {talk.path} does not fit the script') from None
    return body


def evaluate(expression: Expression, talk: Talk, facts: Mapping[str, int]) -> int:
    """The value of an expression; comparisons and logic give 1 or 0."""
    match expression:
        case Number(value):
            return value
        case Variable(name):
            return talk.variables.get(name, 0)
        case Not(operand):
            return int(not evaluate(operand, talk, facts))
        case Call(function, argument):
            return _call(function, argument, talk, facts)
        case Binary(operator, left, right):
            return _combine(operator, evaluate(left, talk, facts), evaluate(right, talk, facts))
        case never:
            assert_never(never)


def _call(function: Function, argument: str, talk: Talk, facts: Mapping[str, int]) -> int:
    match function:
        case Function.NOTICED:
            return int(facts.get(f"noticed_{argument}", 0) != 0)
        case Function.DID:
            return int(facts.get(argument, 0) != 0)
        case Function.FACT:
            return facts.get(argument, 0)
        case Function.VISITED:
            return int(argument in talk.visited)
        case never:
            assert_never(never)


def _combine(operator: Operator, left: int, right: int) -> int:
    match operator:
        case Operator.OR:
            return int(bool(left or right))
        case Operator.AND:
            return int(bool(left and right))
        case Operator.EQUAL:
            return int(left == right)
        case Operator.UNEQUAL:
            return int(left != right)
        case Operator.AT_MOST:
            return int(left <= right)
        case Operator.AT_LEAST:
            return int(left >= right)
        case Operator.LESS:
            return int(left < right)
        case Operator.MORE:
            return int(left > right)
        case Operator.PLUS:
            return left + right
        case Operator.MINUS:
            return left - right
        case never:
            assert_never(never)


def _options_at(
    talk: Talk, body: Block, index: int, facts: Mapping[str, int]
) -> list[tuple[int, Option]]:
    """The options on offer at `index`, with their numbers; none where no choice stands there."""
    statement = body[index] if index < len(body) else None
    if not isinstance(statement, Choice):
        return []
    return [
        (number, option)
        for number, option in enumerate(statement.options)
        if option.condition is None or evaluate(option.condition, talk, facts)
    ]


def _leave_block(talk: Talk, events: list[TalkEvent]) -> bool:
    """Step out of a finished arm, or end the talk at the end of its node."""
    if len(talk.path) == 1:
        talk.done = True
        events.append(TalkEnded(talk.node))
        return True
    del talk.path[-2:]
    talk.path[-1] += 1
    return False


def _visit(talk: Talk) -> None:
    if talk.node not in talk.visited:
        talk.visited.append(talk.node)


def _bounded(variable: str, value: int) -> int:
    if variable in GAUGES:
        return max(0, min(GAUGE_MAX, value))
    return max(-VARIABLE_LIMIT, min(VARIABLE_LIMIT, value))

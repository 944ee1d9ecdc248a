"""Ways through what a talk is made of: its statements, words, jumps, conditions and their parts."""

from collections.abc import Iterator

from game.sim.tale.talk_script import (
    Binary,
    Block,
    Call,
    Choice,
    Expression,
    If,
    Jump,
    Line,
    Node,
    Not,
    Option,
    Set,
    Statement,
)


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


def jumps(block: Block) -> list[Jump]:
    """Every jump of a block, in the order of the file."""
    return [statement for statement in statements(block) if isinstance(statement, Jump)]


def calls(node: Node) -> Iterator[tuple[int, Call]]:
    """Everything a node asks by a function, with the row where it asks."""
    for row, expression in [*conditions(node), *_sums(node)]:
        yield from ((row, part) for part in parts(expression) if isinstance(part, Call))


def _sums(node: Node) -> Iterator[tuple[int, Expression]]:
    for statement in statements(node.body):
        if isinstance(statement, Set):
            yield statement.row, statement.value


def conditions(node: Node) -> Iterator[tuple[int, Expression]]:
    """The conditions of a node's options and arms, with their rows."""
    for statement in statements(node.body):
        match statement:
            case Choice(options):
                arms = [(option.row, option.condition) for option in options]
            case If(branches):
                arms = [(branch.row, branch.condition) for branch in branches]
            case _:
                continue
        yield from ((row, condition) for row, condition in arms if condition is not None)


def parts(expression: Expression) -> Iterator[Expression]:
    """An expression and all expressions within it."""
    yield expression
    match expression:
        case Not(operand):
            yield from parts(operand)
        case Binary(_, left, right):
            yield from parts(left)
            yield from parts(right)
        case _:
            pass

"""Reads the conditions and sums inside `<<...>>` of a talk file into expression trees."""

import re
from collections.abc import Mapping
from difflib import get_close_matches

from game.sim.tale.talk_script import (
    FACTS,
    Binary,
    Call,
    Expression,
    Function,
    Not,
    Number,
    Operator,
    Variable,
)

TOKEN = re.compile(
    r"\s*(?:(?P<number>\d{1,6})(?!\w)|\$(?P<variable>[a-z][a-z0-9_]*)"
    r"|(?P<word>[A-Za-z_]\w*)|\"(?P<string>[^\"]*)\"|(?P<sign>==|!=|<=|>=|[<>()+-]))"
)
LEVELS: tuple[tuple[Operator, ...], ...] = (
    (Operator.OR,),
    (Operator.AND,),
    (
        Operator.EQUAL,
        Operator.UNEQUAL,
        Operator.AT_MOST,
        Operator.AT_LEAST,
        Operator.LESS,
        Operator.MORE,
    ),
    (Operator.PLUS, Operator.MINUS),
)
"""Operators from the loosest to the tightest; those of one level are read from left to right."""

NESTING_LIMIT = 16
TOKEN_LIMIT = 100
CONSTANTS: Mapping[str, int] = {"true": 1, "false": 0}


class ExpressionError(Exception):
    """What is wrong with an expression and how to mend it, without the place."""


def read_expression(text: str) -> Expression:
    """The tree for `text`. Raises ExpressionError."""
    reader = _Reader(_tokens(text))
    tree = reader.operation(0, 0)
    if reader.left:
        raise ExpressionError(f'"{reader.left[0][1]}" does not fit here; join parts with and, or')
    return tree


def _tokens(text: str) -> list[tuple[str, str]]:
    """(kind, text) of each token, at most TOKEN_LIMIT."""
    tokens: list[tuple[str, str]] = []
    text = text.strip()
    at = 0
    while at < len(text):
        found = TOKEN.match(text, at)
        if found is None or found.lastgroup is None:
            raise ExpressionError(
                f'cannot read "{text[at : at + 12].strip()}"; '
                'write $names, whole numbers, and functions like did("second_sweep")'
            )
        tokens.append((found.lastgroup, found.group(found.lastgroup)))
        at = found.end()
        if len(tokens) > TOKEN_LIMIT:
            raise ExpressionError("the expression is too long; split it with <<set>> or nested ifs")
    return tokens


class _Reader:
    """Recursive descent over the tokens that are left."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.left = tokens

    def operation(self, level: int, nesting: int) -> Expression:
        if nesting > NESTING_LIMIT:
            raise ExpressionError("brackets or nots are nested too deep; split the expression")
        if level == len(LEVELS):
            return self._operand(nesting)
        tree = self.operation(level + 1, nesting)
        while (operator := self._operator(LEVELS[level])) is not None:
            tree = Binary(operator, tree, self.operation(level + 1, nesting))
        return tree

    def _operator(self, allowed: tuple[Operator, ...]) -> Operator | None:
        for operator in allowed:
            if self.left and self.left[0] in (("sign", operator.value), ("word", operator.value)):
                self.left = self.left[1:]
                return operator
        return None

    def _operand(self, nesting: int) -> Expression:
        kind, text = self._next("a value")
        match kind, text:
            case "number", _:
                return Number(int(text))
            case "variable", _:
                return Variable(text)
            case "word", "not":
                # "not" binds tighter than "and" and looser than a comparison, as in Python.
                return Not(self.operation(2, nesting + 1))
            case "word", _ if text in CONSTANTS:
                return Number(CONSTANTS[text])
            case "word", _:
                return self._call(text)
            case "sign", "(":
                tree = self.operation(0, nesting + 1)
                self._expect(")")
                return tree
        raise ExpressionError(f'"{text}" stands where a value should; write $name or a number')

    def _call(self, name: str) -> Expression:
        if name not in list(Function):
            known = ", ".join(Function)
            raise ExpressionError(
                f'there is no function "{name}"; use {known}, or $ for a variable'
            )
        function = Function(name)
        self._expect("(")
        kind, argument = self._next("a name in quotes")
        if kind != "string":
            raise ExpressionError(f'{name} needs a name in quotes, as in {name}("hair")')
        self._expect(")")
        fact = f"noticed_{argument}" if function is Function.NOTICED else argument
        if function is not Function.VISITED and fact not in FACTS:
            near = get_close_matches(fact, FACTS, 1)
            hint = f"did you mean {near[0]}?" if near else "README.md lists them"
            raise ExpressionError(f'the night has no fact "{fact}"; {hint}')
        return Call(function, argument)

    def _expect(self, sign: str) -> None:
        _, text = self._next(f'"{sign}"')
        if text != sign:
            raise ExpressionError(f'"{text}" stands where "{sign}" should')

    def _next(self, wanted: str) -> tuple[str, str]:
        if not self.left:
            raise ExpressionError(f"the expression stops where {wanted} should follow")
        token, self.left = self.left[0], self.left[1:]
        return token

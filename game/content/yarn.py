"""Reads talk files, a strict subset of Yarn Spinner 2 syntax, into a `Script`.

`assets/text/README.md` tells a writer what the subset is. What it leaves out is refused with the
file, the row and the mend, never skipped.
"""

import re
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from game.content.errors import InputError
from game.content.yarn_check import broken
from game.content.yarn_expression import ExpressionError, read_expression
from game.sim.tale.talk_script import (
    MOODS,
    SPEAKERS,
    Block,
    Branch,
    Choice,
    Event,
    Expression,
    If,
    Jump,
    Line,
    Node,
    Number,
    Option,
    Script,
    Set,
    Statement,
    Wait,
)

FILE_BYTES_MAX = 1 << 20
ROW_CHARACTERS_MAX = 500
NESTING_MAX = 12
WAIT_SECONDS_MAX = 10

HEADER = re.compile(r"(?P<key>\w+):\s*(?P<value>.*)")
COMMAND = re.compile(r"<<\s*(?P<name>\w+)\b\s*(?P<rest>.*?)\s*>>")
TAGS = re.compile(r"(?:\s+#[\w:]+)+$")
CONDITION = re.compile(r"\s*<<\s*if\s+(?P<expression>.*?)\s*>>$")
SPEECH = re.compile(r"(?P<speaker>[A-Za-z]+):\s+(?P<text>.+)")
NAME = re.compile(r"[a-z][a-z0-9_]*")
TITLE = re.compile(r"[A-Z][A-Za-z0-9]*")
NEXT_NODE = re.compile(r"title:\s*\w+\s*")
SETTING = re.compile(r"\$(?P<name>[a-z][a-z0-9_]*)\s*(?:to|=)\s*(?P<value>.+)")
NODE_TAGS = ("start", "end", "telling")


class YarnError(InputError):
    """A talk file that cannot be read: `file:row: what is wrong; how to mend it`."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of a node's body that is neither empty nor a comment."""

    number: int
    indent: int
    text: str


def read_script(paths: Iterable[Path]) -> Script:
    """All talk files as one script. Raises YarnError."""
    texts = {}
    for path in paths:
        try:
            if path.stat().st_size > FILE_BYTES_MAX:
                raise YarnError(f"{path}: over {FILE_BYTES_MAX >> 20} MiB; split the file")
            texts[path.name] = path.read_text(encoding="utf-8-sig")
        except OSError as fault:
            raise YarnError(f"{path}: cannot be read: {fault.strerror}") from None
        except UnicodeDecodeError:
            raise YarnError(f"{path}: is not UTF-8; save it as UTF-8") from None
    return parse_script(texts)


def parse_script(texts: Mapping[str, str]) -> Script:
    """The script of several texts by file name. Raises YarnError."""
    nodes: dict[str, Node] = {}
    defaults: dict[str, int] = {}
    for file, text in texts.items():
        for node in _File(file, text, defaults).nodes():
            if node.title in nodes:
                other = nodes[node.title]
                raise YarnError(
                    f'{file}:{node.row}: a node "{node.title}" is already in '
                    f"{other.file}:{other.row}; give one of them another title"
                )
            nodes[node.title] = node
    script = Script(MappingProxyType(nodes), MappingProxyType(dict(sorted(defaults.items()))))
    if faults := broken(script):
        raise YarnError(faults[0])
    return script


class _File:
    """One file being read: a cursor over its rows."""

    def __init__(self, file: str, text: str, defaults: dict[str, int]) -> None:
        self.file = file
        self.rows = text.splitlines()
        self.at = 0
        self.body: deque[_Row] = deque()
        self.defaults = defaults

    def fault(self, row: int, message: str) -> YarnError:
        return YarnError(f"{self.file}:{row}: {message}")

    def nodes(self) -> Iterable[Node]:
        while self.at < len(self.rows):
            if not self.rows[self.at].strip() or self.rows[self.at].startswith("//"):
                self.at += 1
                continue
            start = self.at + 1
            title, tags = self._header()
            self._collect_body(start)
            body = self._block(0, None, 0)
            if self.body:
                raise self.fault(self.body[0].number, "stands at no known depth; check the indent")
            starts, ends, telling = (tag in tags for tag in NODE_TAGS)
            yield Node(title, self.file, start, starts, ends, telling, body)

    def _header(self) -> tuple[str, list[str]]:
        """Title and tags; leaves the cursor behind the `---`."""
        title = ""
        tags: list[str] = []
        start = self.at + 1
        while self.at < len(self.rows):
            row, text = self.at + 1, self.rows[self.at].strip()
            self.at += 1
            if text == "---":
                if not TITLE.fullmatch(title):
                    raise self.fault(start, "a node needs a title like WakingUp above its ---")
                return title, tags
            if not text:
                continue
            found = HEADER.fullmatch(text)
            match found and found.group("key"):
                case "title":
                    title = found.group("value") if found else ""
                case "tags":
                    tags = found.group("value").split() if found else []
                    unknown = [tag for tag in tags if tag not in NODE_TAGS]
                    if unknown:
                        raise self.fault(
                            row, f'unknown tag "{unknown[0]}"; use {", ".join(NODE_TAGS)}'
                        )
                case _:
                    raise self.fault(row, "a header is title: or tags:, and --- ends the headers")
        raise self.fault(start, "the node's headers never end; add --- below them")

    def _collect_body(self, start: int) -> None:
        self.body.clear()
        while self.at < len(self.rows):
            number, text = self.at + 1, self.rows[self.at].rstrip()
            self.at += 1
            if text == "===":
                return
            if text == "---" or NEXT_NODE.fullmatch(text):
                raise self.fault(number, "the node above never ends; add === before this row")
            stripped = text.lstrip(" ")
            if len(text) > ROW_CHARACTERS_MAX:
                raise self.fault(number, f"over {ROW_CHARACTERS_MAX} characters; break it up")
            if stripped.startswith("\t"):
                raise self.fault(number, "is indented with a tab; use four spaces")
            if stripped and not stripped.startswith("//"):
                self.body.append(_Row(number, len(text) - len(stripped), stripped))
        raise self.fault(start, "the node never ends; add === below it")

    def _block(self, least: int, if_indent: int | None, nesting: int) -> Block:
        """Statements indented by `least` or more, up to the `else` or `endif` at `if_indent`."""
        if nesting > NESTING_MAX:
            raise self.fault(self.body[0].number, "is nested too deep; move it to its own node")
        statements: list[Statement] = []
        while self.body and self.body[0].indent >= least:
            row = self.body[0]
            if row.text.startswith("->"):
                statements.append(self._choice(row.indent, nesting))
            elif found := COMMAND.fullmatch(row.text):
                name, rest = found.group("name"), found.group("rest")
                if name in ("elseif", "else", "endif"):
                    if row.indent == if_indent:
                        break
                    raise self.fault(row.number, f"<<{name}>> has no <<if>> at the same indent")
                self.body.popleft()
                if name == "if":
                    statements.append(self._if(row, rest, nesting))
                elif name == "declare":
                    self._declare(row, rest)
                else:
                    statements.append(self._command(row, name, rest))
            else:
                self.body.popleft()
                statements.append(self._line(row))
        return tuple(statements)

    def _choice(self, indent: int, nesting: int) -> Choice:
        options = []
        while self.body and self.body[0].indent == indent and self.body[0].text.startswith("->"):
            row = self.body.popleft()
            text, tags = self._tags(row, row.text[2:].strip(), ("line",))
            condition = None
            if found := CONDITION.search(text):
                condition = self._expression(row, found.group("expression"))
                text = text[: found.start()]
            if not text or "<<" in text:
                raise self.fault(row.number, "an option is -> text <<if condition>> #line:id")
            body = self._block(indent + 1, None, nesting + 1)
            options.append(Option(tags["line"], text, condition, body, row.number))
        return Choice(tuple(options))

    def _if(self, row: _Row, rest: str, nesting: int) -> If:
        branches = []
        condition: Expression | None = self._expression(row, rest)
        head = row
        while True:
            body = self._block(row.indent, row.indent, nesting + 1)
            branches.append(Branch(condition, body, head.number))
            if not self.body or self.body[0].indent != row.indent:
                raise self.fault(row.number, "this <<if>> has no <<endif>> at the same indent")
            arm = head = self.body.popleft()
            found = COMMAND.fullmatch(arm.text)
            if found is None or found.group("name") == "endif":
                return If(tuple(branches))
            if condition is None:
                raise self.fault(arm.number, "only <<endif>> may follow the <<else>>")
            condition = None
            if found.group("name") == "elseif":
                condition = self._expression(arm, found.group("rest"))

    def _command(self, row: _Row, name: str, rest: str) -> Statement:
        match name:
            case "set":
                variable, value = self._setting(row, rest)
                return Set(variable, value, row.number)
            case "jump":
                if not TITLE.fullmatch(rest):
                    raise self.fault(row.number, "a jump names the title of a node")
                return Jump(rest, row.number)
            case "event":
                words = rest.split()
                if not 1 <= len(words) <= 2 or not all(map(NAME.fullmatch, words)):
                    raise self.fault(row.number, "an event is <<event name>> or with one word more")
                return Event(words[0], "".join(words[1:]), row.number)
            case "wait":
                if not rest.isdecimal() or not 1 <= int(rest) <= WAIT_SECONDS_MAX:
                    raise self.fault(row.number, f"wait for 1 to {WAIT_SECONDS_MAX} whole seconds")
                return Wait(int(rest))
        known = "if, elseif, else, endif, declare, set, jump, event, wait"
        raise self.fault(row.number, f"there is no command <<{name}>>; this subset has {known}")

    def _declare(self, row: _Row, rest: str) -> None:
        variable, value = self._setting(row, rest)
        if not isinstance(value, Number) or variable in self.defaults:
            raise self.fault(row.number, f"declare ${variable} once, with a whole number")
        self.defaults[variable] = value.value

    def _setting(self, row: _Row, rest: str) -> tuple[str, Expression]:
        found = SETTING.fullmatch(rest)
        if not found:
            raise self.fault(row.number, "write it as <<set $name to value>>")
        return found.group("name"), self._expression(row, found.group("value"))

    def _line(self, row: _Row) -> Line:
        if row.text.startswith("<<"):
            raise self.fault(row.number, "a command is << name ... >> alone on its row")
        text, tags = self._tags(row, row.text, ("line", "mood"))
        speaker = ""
        if found := SPEECH.fullmatch(text):
            speaker, text = found.group("speaker"), found.group("text")
        if speaker not in SPEAKERS:
            known = ", ".join(name for name in SPEAKERS if name)
            raise self.fault(row.number, f'nobody is called "{speaker}"; speakers are {known}')
        mood = tags.get("mood", MOODS[speaker][0])
        if mood not in MOODS[speaker]:
            raise self.fault(row.number, f'no mood "{mood}"; use {", ".join(MOODS[speaker])}')
        return Line(tags["line"], speaker, mood, text, row.number)

    def _tags(self, row: _Row, text: str, allowed: tuple[str, ...]) -> tuple[str, dict[str, str]]:
        """The text without its #key:value tags, and the tags; `line` is always among them."""
        tags: dict[str, str] = {}
        if found := TAGS.search(text):
            for tag in found.group().split():
                key, _, value = tag[1:].partition(":")
                if key not in allowed or key in tags or not NAME.fullmatch(value):
                    known = " ".join(f"#{name}:" for name in allowed)
                    raise self.fault(row.number, f'bad tag "{tag}"; each may stand once: {known}')
                tags[key] = value
            text = text[: found.start()]
        if "line" not in tags:
            raise self.fault(
                row.number,
                "has no id; run python -m tools.words --write, or end it on a #line:name_07",
            )
        return text, tags

    def _expression(self, row: _Row, text: str) -> Expression:
        try:
            return read_expression(text)
        except ExpressionError as fault:
            raise self.fault(row.number, str(fault)) from None

"""What can be wrong with the words of a talk: length, whom they name, what a telling holds."""

import textwrap
from collections.abc import Iterator

from game.content.yarn_walk import spoken, statements
from game.sim.tale.talk_script import Choice, Event, Line, Node, Script

LINE_CHARACTERS_MAX = 140
LINE_ROW_CHARACTERS = 72
LINE_ROWS_MAX = 2
PARAGRAPH_WORDS_MAX = 60
OPTION_CHARACTERS_MAX = 46
OPTIONS_MAX = 7
HIS_NAME = "Sasori"
THE_NAME = "the_name"
"""The event of the node in which the Stranger is named."""


def findings_in_words(script: Script) -> list[str]:
    """All that a writer should mend in the words themselves."""
    return [*_long(script), *_named_too_early(script), *_asked_in_a_telling(script)]


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


def _named_too_early(script: Script) -> Iterator[str]:
    """Words beside a Stranger's that give his name away before the line that names him."""
    theirs = {node.file for node in script.nodes.values() if _is_spoken_by_him(node)}
    for node in script.nodes.values():
        if node.file not in theirs or _names_him(node):
            continue
        for words in spoken(node):
            if HIS_NAME in words.text:
                yield (
                    f"{node.file}:{words.row}: names {HIS_NAME} before he has said who he is; "
                    "call him something else"
                )


def _is_spoken_by_him(node: Node) -> bool:
    return any(isinstance(words, Line) and words.speaker == "Stranger" for words in spoken(node))


def _names_him(node: Node) -> bool:
    return any(
        isinstance(asked, Event) and asked.name == THE_NAME for asked in statements(node.body)
    )


def _asked_in_a_telling(script: Script) -> Iterator[str]:
    for node in script.nodes.values():
        for statement in statements(node.body) if node.telling else ():
            if isinstance(statement, Choice):
                yield (
                    f"{node.file}:{statement.options[0].row}: {node.title} is a telling, "
                    "in which nobody chooses; drop the option, or the tag"
                )

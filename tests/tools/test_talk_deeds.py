"""What the talk remembers of the night is written down, and levels do the deeds and hear it."""

from game.content.paths import maps_folder
from game.content.strings import text_folder
from game.content.words import load_script
from game.content.yarn import parse_script
from tools import talk_deeds, words

TALK = """title: Here
tags: start end
---
Said to everyone. #line:here_01
<<if did("hurt")>>
    Said to the hurt. #line:here_02
    <<if $trust >= 40>>
        And trusted. #line:here_03
    <<endif>>
<<else>>
    Said to the whole. #line:here_04
<<endif>>
-> Ask. <<if noticed("hair")>> #line:here_05
    <<jump Hair>>
-> Leave. #line:here_06
<<declare $trust = 30>>
===
title: Hair
tags: end
---
Said of the hair. #line:hair_01
===
"""


def told(level: dict[str, list[str]]) -> list[str]:
    table = talk_deeds.table(parse_script({"talk.yarn": TALK}), level)
    return [row for row in table.splitlines() if row.startswith("| ")][1:]


def test_each_deed_stands_with_its_words_and_the_level_that_hears_them() -> None:
    assert told({"here_02": ["struck"], "here_03": ["trusted"]}) == [
        "| `hurt` | Said to the hurt. | 1 | `struck` |",
        "| `hurt` | And trusted. | 1 | `trusted` |",
        "| without `hurt` | Said to the whole. | 1 |  |",
        "| noticed hair | Said of the hair. | 1 |  |",
    ]


def test_the_tables_that_tell_writers_of_the_code_are_current() -> None:
    for path, text in words.tables(text_folder()).items():
        assert path.read_text(encoding="utf-8") == text, f"run python -m tools.words: {path.name}"


def test_levels_hear_far_more_than_twenty_lines_that_hang_on_deeds() -> None:
    levels = talk_deeds.levels_of(maps_folder() / "test")
    heard = [
        line.id
        for piece in talk_deeds.pieces(load_script(text_folder()))
        for line in piece.lines
        if line.id in levels
    ]
    assert len(set(heard)) >= 40

"""Talk files: what the subset of Yarn understands, and the one line about everything else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.errors import InputError
from game.content.yarn import YarnError, parse_script, read_script
from game.content.yarn_check import findings
from game.content.yarn_expression import ExpressionError, read_expression
from game.content.yarn_ids import add_line_ids
from game.sim.tale.talk import Talk, evaluate
from game.sim.tale.talk_script import Choice, Event, If, Jump, Line, Script, Set, Wait


def node(*rows: str, title: str = "Here", tags: str = "start end") -> str:
    return "\n".join([f"title: {title}", f"tags: {tags}", "---", *rows, "===", ""])


def parse(*rows: str, **header: str) -> Script:
    return parse_script({"a.yarn": node(*rows, **header)})


NEXT = node("B. #line:next_b", title="Next", tags="end")


def worth(text: str, variables: dict[str, int] | None = None, **facts: int) -> int:
    talk = Talk("Here", variables=variables or {}, visited=["Here"])
    return evaluate(read_expression(text), talk, facts)


def test_each_kind_of_row_becomes_its_statement() -> None:
    script = parse(
        "<<declare $trust = 30>>",
        "// a remark of the writer's",
        "Sakura: Hello. #line:here_01 #mood:dry",
        "",
        "The wind drops. #line:here_02",
        "<<set $trust to $trust - 1>>",
        "<<event water>>",
        "<<event item kunai>>",
        "<<wait 3>>",
        "<<jump Here>>",
    )
    body = script.nodes["Here"].body
    assert body[0] == Line("here_01", "Sakura", "dry", "Hello.", 6)
    assert body[1] == Line("here_02", "", "neutral", "The wind drops.", 8)
    assert isinstance(body[2], Set)
    assert body[3:] == (
        Event("water", "", 10),
        Event("item", "kunai", 11),
        Wait(3),
        Jump("Here", 13),
    )
    assert script.defaults == {"trust": 30}


def test_options_own_what_is_indented_below_them() -> None:
    body = (
        parse(
            '-> One <<if did("killed")>> #line:o_1',
            "    Sakura: First. #line:o_2",
            "    -> Inner #line:o_3",
            "        Sakura: Within. #line:o_4",
            "    Sakura: After the inner. #line:o_5",
            "-> Two #line:o_6",
            "Sakura: After both. #line:o_7",
        )
        .nodes["Here"]
        .body
    )
    choice, after = body
    assert isinstance(choice, Choice)
    assert isinstance(after, Line)
    one, two = choice.options
    assert (one.text, two.text, two.body) == ("One", "Two", ())
    assert one.condition is not None
    assert [type(part) for part in one.body] == [Line, Choice, Line]


def test_conditions_nest_and_keep_their_arms() -> None:
    (outer,) = (
        parse(
            '<<if did("killed")>>',
            '    <<if did("hurt")>>',
            "        Sakura: Ow. #line:i_1",
            "    <<endif>>",
            '<<elseif fact("grade") == 3>>',
            "    Sakura: Neat. #line:i_2",
            "<<else>>",
            "    Sakura: Well. #line:i_3",
            "<<endif>>",
        )
        .nodes["Here"]
        .body
    )
    assert isinstance(outer, If)
    assert [branch.condition is None for branch in outer.branches] == [False, False, True]
    assert isinstance(outer.branches[0].body[0], If)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 - 4", -1),
        ("$trust >= 40 and not $told == 1", 1),
        ("not true or true", 1),
        ("not (true or true)", 0),
        ("1 < 2 and 2 <= 2 and 3 > 2 and 3 != 4", 1),
        ('noticed("hair") + did("killed") + fact("ledger")', 375),
        ('visited("Here") and not visited("There")', 1),
        ("false or 7", 1),
        ("$unheard", 0),
    ],
)
def test_an_expression_is_worth_what_a_reader_expects(text: str, value: int) -> None:
    facts = {"noticed_hair": 1, "killed": 2, "ledger": 373}
    assert worth(text, {"trust": 40, "told": 0}, **facts) == value


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("", "should follow"),
        ("$trust >", "should follow"),
        ("($trust", '"\\)" should follow'),
        ("$trust 4", "does not fit"),
        ("trust > 4", r"\$ for a variable"),
        ('did("flying")', "no fact"),
        ("did(killed)", "in quotes"),
        ("1 * 2", "cannot read"),
        ("__import__", "no function"),
        ("1.5", "cannot read"),
        ("not " * 40 + "1", "too deep"),
        ("(" * 40 + "1" + ")" * 40, "too deep"),
        ("1 + " * 80 + "1", "too long"),
    ],
)
def test_an_expression_outside_the_subset_is_refused_with_a_mend(text: str, mend: str) -> None:
    with pytest.raises(ExpressionError, match=mend):
        read_expression(text)


@pytest.mark.parametrize(
    ("rows", "place", "mend"),
    [
        (["Sakura: Hello."], 4, "#line:"),
        (["Sakura: Hello. #line:a #mood:amused"], 4, "no mood"),
        (["Gaara: Hello. #line:a"], 4, "nobody is called"),
        (["Sakura: Hello. #line:a #colour:red"], 4, "bad tag"),
        (["Sakura: Hello. #line:a #line:b"], 4, "bad tag"),
        (["<<shout>>"], 4, "no command"),
        (["<<if true>>", "Sakura: Hello. #line:a"], 4, "no <<endif>>"),
        (["<<endif>>"], 4, "no <<if>>"),
        (["<<if true>>", "<<else>>", "<<else>>", "<<endif>>"], 6, "only <<endif>>"),
        (["<<if true>>", "  <<endif>>"], 5, "no <<if>> at the same indent"),
        (["<<if 1 ++>>", "<<endif>>"], 4, "stands where a value should"),
        (["<<set trust to 1>>"], 4, r"\$name"),
        (["<<declare $a = 1>>", "<<declare $a = 2>>"], 5, "once"),
        (["<<jump>>"], 4, "title of a node"),
        (["<<wait 99>>"], 4, "1 to 10"),
        (["<<event Big Bang now>>"], 4, "an event is"),
        (["-> <<jump Here>> #line:a"], 4, "option is"),
        (["\tSakura: Hello. #line:a"], 4, "tab"),
        (["Sakura: " + "a" * 600 + " #line:a"], 4, "characters"),
        (["<<event water", "Sakura: Hello. #line:a"], 4, "alone on its row"),
        (["  " * n + "-> Deeper #line:d_" + str(n) for n in range(20)], 17, "too deep"),
    ],
)
def test_a_row_outside_the_subset_names_its_place_and_mend(
    rows: list[str], place: int, mend: str
) -> None:
    with pytest.raises(YarnError, match=mend) as caught:
        parse(*rows)
    assert str(caught.value).startswith(f"a.yarn:{place}: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("title: Here\n", "add ---"),
        ("---\n===\n", "needs a title"),
        ("title: here\n---\n===\n", "needs a title"),
        ("title: Here\n---\nThe wind. #line:a\n", "add ==="),
        ("title: Here\n---\nThe wind. #line:a\ntitle: Next\n---\n===\n", "a.yarn:4: .* add ==="),
        ("title: Here\ncolour: red\n---\n===\n", "a header is"),
        ("title: Here\ntags: first\n---\n===\n", "unknown tag"),
        ("Hello!\n", "a header is"),
        (node() + node(), "another title"),
        (node("<<jump There>>"), "a.yarn:4: .* no node has that title"),
        (node("<<jump Her>>"), "did you mean Here"),
        (node("A. #line:a", "<<set $b to 1>>"), r"a.yarn:5: \$b is not declared"),
        (node("<<declare $bush = 0>>", "<<set $busch to 1>>"), "did you mean bush"),
        (node("<<if true>>", "<<elseif $b>>", "<<endif>>"), "a.yarn:5: .* not declared"),
        (node("A. #line:a", "-> Ask <<if $b>> #line:b"), "a.yarn:5: .* not declared"),
        (node('<<if visited("There")>>', "<<endif>>"), "a.yarn:4: no node has the title"),
        (node("One. #line:a", "Two. #line:a"), "already at a.yarn:4"),
    ],
)
def test_a_file_with_a_broken_frame_or_link_is_refused(text: str, mend: str) -> None:
    with pytest.raises(InputError, match=mend):
        parse_script({"a.yarn": text})


def test_files_that_cannot_be_read_are_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "latin.yarn").write_bytes(b"title: Caf\xe9\n")
    (tmp_path / "huge.yarn").write_bytes(b"/" * (1 << 21))
    for name, mend in (("latin", "UTF-8"), ("huge", "split"), ("none", "cannot be read")):
        with pytest.raises(YarnError, match=mend):
            read_script([tmp_path / f"{name}.yarn"])


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    text = node("Sakura: Hello. #line:a")
    (tmp_path / "a.yarn").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert read_script([tmp_path / "a.yarn"]) == parse_script({"a.yarn": text})


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (node("A. #line:a") + node("B. #line:b", title="Alone", tags="end"), "nothing leads to"),
        (node("A. #line:a", tags="start"), "can run out"),
        (node("A. #line:a", "<<jump Here>>"), "always jumps on"),
        (node("<<jump Here>>", tags="start"), "come back to itself"),
        (
            node("<<if true>>", "A. #line:a", "<<endif>>", "<<jump Here>>", tags="start"),
            "come back to itself",
        ),
        (node("<<declare $a = 0>>", "<<set $a to 1>>", "A. #line:a"), "no condition or line"),
        (node("<<declare $a = 0>>", "A {$a}. #line:a"), "never set"),
        (node("A. #line:a", "<<event watre>>"), "no event watre; did you mean water?"),
        (node("Sakura: " + "word " * 29 + "#line:a"), "keep it to 2 rows"),
        (node("-> " + "a" * 47 + " #line:a"), "keep it to 46"),
        (node("word " * 61 + "#line:a", tags="start end telling"), "keep it to 60"),
        (node(*(f"-> {n} #line:o_{n}" for n in range(8))), "options at once"),
        (node("<<jump Next>>", "A. #line:a", tags="start") + NEXT, "a.yarn:5: is never reached"),
        (node("-> A #line:a", tags="start end telling"), "a.yarn:4: Here is a telling"),
        (node("Stranger: Sasori. #line:a"), "a.yarn:4: names Sasori before"),
    ],
)
def test_a_talk_that_reads_well_but_leads_nowhere_is_found(text: str, finding: str) -> None:
    found = findings(parse_script({"a.yarn": text}))
    assert any(finding in line for line in found), found
    assert all(line.startswith(("a.yarn:", "$")) for line in found)


def test_a_talk_in_good_order_has_no_findings() -> None:
    text = node(
        "<<if true>>",
        "A. #line:a",
        "<<jump Next>>",
        "<<else>>",
        "<<jump Next>>",
        "<<endif>>",
        tags="start",
    ) + node("B. #line:b", title="Next", tags="end")
    assert findings(parse_script({"a.yarn": text})) == []


def test_new_lines_get_the_next_free_id_and_old_ids_stay() -> None:
    text = node(
        "Sakura: Old. #line:top_hair_02 #mood:dry",
        "Sakura: New. #mood:soft",
        "-> Pick <<if true>>",
        "    Told.",
        "<<wait 1>>",
        "// remark",
        title="TopHair",
    )
    numbered = add_line_ids(text)
    assert "Sakura: New. #line:top_hair_01 #mood:soft" in numbered
    assert "-> Pick <<if true>> #line:top_hair_03" in numbered
    assert "    Told. #line:top_hair_04" in numbered
    assert numbered.count("#line:") == 4
    assert add_line_ids(numbered) == numbered
    parse_script({"a.yarn": numbered})


ROWS = st.sampled_from(
    [
        "title: Here", "tags: start end", "---", "===", "", "// note", "<<if true>>", "<<endif>>",
        "<<else>>", "<<elseif $a>>", "    -> Deep #line:x", "-> Up #line:y", "<<declare $a = 1>>",
        "Sakura: Hi. #line:z", "    Told. #line:t", "<<set $a to (1>>", "<<jump Here>>", "\t#",
    ]
)  # fmt: skip


@given(st.lists(ROWS | st.text(max_size=12), max_size=14).map("\n".join))
def test_whatever_stands_in_a_file_it_is_read_or_refused_in_one_line(text: str) -> None:
    try:
        script = parse_script({"a.yarn": text})
    except YarnError as fault:
        assert str(fault).startswith("a.yarn:")
        assert "\n" not in str(fault)
    else:
        assert isinstance(findings(script), list)

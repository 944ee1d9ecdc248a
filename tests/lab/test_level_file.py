"""Test levels are read strictly: every slip is one line that names file, place and mend."""

from pathlib import Path

import pytest

from game.lab.level_file import LevelFileError, Pattern, read_level
from game.sim.events import GustBegan, MarkerSigned
from game.sim.vocabulary import event_types
from tests.lab.small import LEAVES, write_level


def test_a_level_is_read_with_its_defaults(tmp_path: Path) -> None:
    level = read_level(write_level(tmp_path, LEAVES))
    assert (level.name, level.seed, level.watchdog) == ("level", 7, 3600)
    assert level.map_path == tmp_path / "small.tmx"
    assert [step.walk for step in level.steps] == ["way out"]
    assert level.expects == (Pattern("GoalReached", (), 0),)


def test_fields_of_an_event_become_part_of_what_is_expected(tmp_path: Path) -> None:
    text = LEAVES + 'by = 90\ncount = 2\ntarget = "x"\n'
    text = text.replace("target", "what").replace("GoalReached", "ThoughtHeard")
    (pattern,) = read_level(write_level(tmp_path, text)).expects
    assert pattern == Pattern("ThoughtHeard", (("what", "x"),), 90, 2)


def test_a_level_that_goes_on_from_another_uses_its_map(tmp_path: Path) -> None:
    write_level(tmp_path, LEAVES)
    text = LEAVES.replace('map = "small.tmx"', 'from = "level.toml@GoalReached"')
    level = read_level(write_level(tmp_path, text, "second.toml"))
    assert level.map_path == tmp_path / "small.tmx"
    assert (level.start_level, level.start_event) == (tmp_path / "level.toml", "GoalReached")


SLIPS = {
    "not TOML": ("story = ", "not TOML"),
    "no story": (LEAVES.replace("story", "tale"), "tale"),
    "no map": (LEAVES.replace('map = "small.tmx"', ""), 'add map = "NAME.tmx"'),
    "an unknown verb": (LEAVES.replace("walk =", "wlak ="), "wlak"),
    "two verbs": (LEAVES.replace("gait =", "wait = 3\ngait ="), "[[do]] 1: one verb a step"),
    "no verb": (LEAVES.replace('walk = "way out"\ngait = "run"', "at = 3"), "found none"),
    "a word for a number": (LEAVES.replace("[[do]]", 'seed = "x"\n[[do]]', 1), "seed"),
    "nothing expected": (LEAVES.split("[[expect]]")[0] + "expect = []", "expect"),
    "no event": (LEAVES.replace("event =", "evnt ="), 'add event = "NAME"'),
    "a slip in an event": (LEAVES.replace("GoalReached", "GoalReachd"), "mean GoalReached?"),
    "an unknown field": (LEAVES + "speed = 3\n", "has no field speed; it has"),
    "from without an event": (
        LEAVES.replace('map = "small.tmx"', 'from = "level.toml"'), "LEVEL.toml@Event",
    ),
    "a word for a tick": (LEAVES + 'by = "soon"\n', "[[expect]] 1: by is 'soon'"),
    "a tick before the night": (LEAVES + "by = -1\n", "by is -1; write a whole number"),
    "a count that is none": (LEAVES + "count = true\n", "[[expect]] 1: count is True"),
    "a rule that is none": (
        LEAVES.replace("[[do]]", "rules = { mark = 3 }\n[[do]]", 1), "there is no mark; there are",
    ),
    "a rule of another kind": (
        LEAVES.replace("[[do]]", 'rules = { marks = "x" }\n[[do]]', 1),
        "rules: marks: expected `int`",
    ),
    "an item nobody has": (
        LEAVES.replace("gait =", 'item = "stone"\ngait ='), "[[do]] 1 item: invalid",
    ),
    "a hand led by nothing": (
        LEAVES.replace('walk = "way out"', 'operate = { device = "pad" }'),
        "[[do]] 1 operate.device: invalid enum value 'pad'",
    ),
    "a habit that is none": (
        LEAVES.replace('walk = "way out"', "operate = { tremble = 3 }"), "tremble",
    ),
    "a level that goes on from itself": (
        LEAVES.replace('map = "small.tmx"', 'from = "level.toml@GoalReached"'), "from itself",
    ),
    "from an unknown event": (
        LEAVES.replace('map = "small.tmx"', 'from = "level.toml@Nothing"'), "no event Nothing",
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_in_one_line_with_the_file(slip: str, tmp_path: Path) -> None:
    text, told = SLIPS[slip]
    path = write_level(tmp_path, text)
    with pytest.raises(LevelFileError) as caught:
        read_level(path)
    said = str(caught.value)
    assert said.startswith(str(path))
    assert told in said
    assert "\n" not in said


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", None])
def test_a_file_that_cannot_be_read_is_told(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "level.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(LevelFileError, match=r"level\.toml"):
        read_level(path)


def test_the_events_of_the_night_the_table_and_the_talk_can_be_named() -> None:
    names = list(event_types())
    assert {"GustBegan", "OperationDone", "LineSpoken"} <= set(names)
    assert "Event" not in names
    assert names == sorted(names)


def test_a_pattern_holds_the_fields_it_names_and_no_others() -> None:
    event = MarkerSigned("east_stone", 1)
    assert Pattern("MarkerSigned", (), 0).matches(event)
    assert Pattern("MarkerSigned", (("order", 1),), 0).matches(event)
    assert not Pattern("MarkerSigned", (("order", 2),), 0).matches(event)
    assert not Pattern("MarkerSigned", (), 0).matches(GustBegan(0))
    assert str(Pattern("MarkerSigned", (("order", 1),), 0)) == "MarkerSigned(order = 1)"

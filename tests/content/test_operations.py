"""Operation files: what the game's own says, and what is refused with which words."""

from pathlib import Path

import pytest

from game.content.errors import InputError
from game.content.operations import (
    OperationFileError,
    load_operation,
    read_operation,
    story_operation,
)
from game.core.units import SUB
from game.sim.table.definition import WoundKind

GOOD = """
name = "A scratch"
hand = [240, 200]

[[wound]]
id = "scratch"
kind = "slash"
label = "Scratch"
seconds = 5
bleeds = "0.25"
path = [[200, 180], [230, 180]]
"""


def test_the_tale_has_one_liver_three_ribs_and_three_slashes() -> None:
    wounds = story_operation().wounds

    kinds = [wound.kind for wound in wounds]
    assert kinds == [WoundKind.LIVER] + [WoundKind.RIB] * 3 + [WoundKind.SLASH] * 3
    assert sum(wound.bleeds_milli for wound in wounds) == 3500
    assert [wound.takes_seconds for wound in wounds] == [45, 12, 12, 12, 20, 20, 20]
    assert [wound.hidden for wound in wounds] == [True] * 4 + [False] * 3


def test_the_stroke_over_the_liver_is_about_200_pixels_long_and_stays_inside_it() -> None:
    liver = story_operation().wound("liver")

    assert 190 <= len(liver.marks) <= 210
    for x, y in liver.marks:
        assert _inside(liver.outline, x / SUB, y / SUB), (x / SUB, y / SUB)


def test_decimals_become_whole_numbers_without_rounding() -> None:
    scratch = read_operation(GOOD, "scratch.toml").wound("scratch")

    assert scratch.bleeds_milli == 250
    assert len(scratch.marks) == 31
    assert scratch.marks[-1] == (230 * SUB, 180 * SUB)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('kind = "slash"', 'kind = "burn"', "wound[0].kind"),
        ('kind = "slash"', 'kind = "rib"', "give it one point"),
        ("path = [[200, 180], [230, 180]]", "path = [[200, 180]]", "give it two points"),
        ("path = [[200, 180], [230, 180]]", "path = [[200, 480], [2, 3]]", "wound[0].path[0][1]"),
        ('bleeds = "0.25"', 'bleeds = "much"', "such as"),
        ('bleeds = "0.25"', 'bleeds = "0.00001"', "three decimals"),
        ('bleeds = "0.25"', "bleeds = 0.25", "wound[0].bleeds"),
        ("seconds = 5", "secnds = 5", "wound[0]"),
        ("seconds = 5", "seconds = 0", "wound[0].seconds"),
        ("hand = [240, 200]", "hand = 240", "hand"),
        ('name = "A scratch"', "name = ", "is not TOML"),
        ('id = "scratch"', 'id = "A Scratch"', "wound[0].id"),
    ],
)
def test_a_mistake_is_told_with_file_key_and_mend(old: str, new: str, words: str) -> None:
    assert old in GOOD
    with pytest.raises(OperationFileError) as caught:
        read_operation(GOOD.replace(old, new), "scratch.toml")

    told = str(caught.value)
    assert told.startswith("scratch.toml: ")
    assert words in told
    assert "\n" not in told
    assert isinstance(caught.value, InputError)


def test_two_wounds_of_one_name_are_refused() -> None:
    twice = GOOD + GOOD[GOOD.index("[[wound]]") :]

    with pytest.raises(OperationFileError, match="give each wound a name of its own"):
        read_operation(twice, "scratch.toml")


def test_a_second_liver_is_refused() -> None:
    wound = GOOD[GOOD.index("[[wound]]") :].replace("slash", "liver")
    text = GOOD[: GOOD.index("[[wound]]")] + wound + wound.replace("scratch", "other")

    with pytest.raises(OperationFileError, match="two livers"):
        read_operation(text, "scratch.toml")


def test_a_missing_a_foreign_and_a_huge_file_are_told_in_one_line(tmp_path: Path) -> None:
    foreign, huge = tmp_path / "foreign.toml", tmp_path / "huge.toml"
    foreign.write_bytes(b"\xff\xfe\x00")
    huge.write_text("#" * 70_000)

    for path in (tmp_path / "none.toml", foreign, huge):
        with pytest.raises(OperationFileError) as caught:
            load_operation(path)
        assert str(caught.value).startswith(f"{path}: ")
        assert "\n" not in str(caught.value)


def _inside(outline: tuple[tuple[int, int], ...], x: float, y: float) -> bool:
    """Even-odd rule."""
    inside = False
    for (x1, y1), (x2, y2) in zip(outline, outline[1:] + outline[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside

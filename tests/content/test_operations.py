"""Operation files: what the game's own says, and what is refused with which words."""

from pathlib import Path

import pytest

from game.content.errors import InputError
from game.content.operation_files import find_operation, operation_names
from game.content.operations import (
    OperationFileError,
    load_operation,
    operation_words,
    read_operation,
    story_operation,
)
from game.content.paths import assets_folder
from game.content.strings import Strings
from game.core.units import SUB
from game.sim.table.definition import When, WoundKind

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
        ("hand = [240, 200]", "hand = [240, 200]\nfigur = 'guard'", "unknown field"),
        ("hand = [240, 200]", "hand = [240, 200]\nfigure = 'gard'", "did you mean 'guard'"),
        ("hand = [240, 200]", "hand = [240, 200]\nlies = 'standing'", "lies"),
        ("hand = [240, 200]", "hand = [240, 200]\nblood = 0", "blood"),
        ("hand = [240, 200]", "hand = [240, 200]\nnotices = ['hair', 'hair']", "once is enough"),
        ("hand = [240, 200]", "hand = [240, 200]\nnotices = ['hat']", "examine_hat"),
        ('label = "Scratch"', 'label = "operation_wound_leg"', "operation_wound_leg"),
        ('label = "Scratch"', 'label = ""', "wound[0].label"),
        ('name = "A scratch"', 'name = "operation_name_nobody"', "assets/text/strings.toml"),
        ("seconds = 5", "seconds = 5\nhidden = true", "seen at once"),
        ("seconds = 5", "seconds = 5\naxis = [1, 0]", "only a rib rides"),
        ("seconds = 5", "seconds = 5\noutline = [[1, 2], [3, 4], [5, 1]]", "that of a liver"),
        ("[230, 180]]", "[200, 180], [230, 180]]", "path[1]: is the same point"),
        ('bleeds = "0.25"', 'kind2 = "rib"', "unknown field"),
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


@pytest.mark.parametrize(
    ("remark", "words"),
    [
        ("when = 'sneeze'\ntext = 'Ow.'", "remark[0].when"),
        ("when = 'torn'", "remark[0]"),
        ("when = 'torn'\ntext = 'guard_says_nothing_at_all'", "guard_says_nothing_at_all"),
        ("when = 'held'\ntext = 'Ow.'\nwound = 'scrach'", "did you mean 'scratch'"),
    ],
)
def test_a_mistake_in_what_he_says_is_told_as_well(remark: str, words: str) -> None:
    with pytest.raises(OperationFileError) as caught:
        read_operation(f"{GOOD}\n[[remark]]\n{remark}\n", "scratch.toml")

    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_rib_that_bleeds_is_refused() -> None:
    rib = GOOD.replace('"slash"', '"rib"').replace("[[200, 180], [230, 180]]", "[[200, 180]]")

    with pytest.raises(OperationFileError, match="a cracked rib does not"):
        read_operation(rib, "scratch.toml")


def test_all_words_of_the_games_own_operations_are_ids_and_can_be_translated() -> None:
    words = Strings.load("en_XA")
    files = sorted((assets_folder() / "operations").glob("*.toml"))
    assert [path.stem for path in files] == ["guard", "wounded"]
    for path in files:
        found = load_operation(path)
        texts = [found.name, *(wound.label for wound in found.wounds)]
        texts += [remark.text for remark in found.remarks]
        for text in texts:
            assert words.has(text)
            assert operation_words(words, text) != text


def test_plain_words_are_shown_as_they_stand() -> None:
    assert operation_words(Strings.load(), "Left hand") == "Left hand"


def test_the_guard_lies_on_his_back_and_has_words_for_every_occasion() -> None:
    guard = load_operation(assets_folder() / "operations" / "guard.toml")

    assert guard.supine
    assert {remark.when for remark in guard.remarks} == set(When)


def test_a_map_may_bring_an_operation_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "operations").mkdir()
    (tmp_path / "operations" / "scratch.toml").write_text(GOOD)

    assert find_operation("scratch", tmp_path) == tmp_path / "operations" / "scratch.toml"
    assert find_operation("guard", tmp_path) == assets_folder() / "operations" / "guard.toml"
    assert find_operation("../scratch", tmp_path) is None
    assert find_operation("nobody", tmp_path) is None
    assert operation_names(tmp_path) == ["guard", "scratch", "wounded"]


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

    missing = tmp_path / "none.toml"
    said = ((missing, "cannot be read"), (foreign, "is not text"), (huge, "over 65536 bytes"))
    for path, told in said:
        with pytest.raises(OperationFileError) as caught:
            load_operation(path)
        assert str(caught.value).startswith(f"{path}: {told}")
        assert "\n" not in str(caught.value)


def _inside(outline: tuple[tuple[int, int], ...], x: float, y: float) -> bool:
    """Even-odd rule."""
    inside = False
    for (x1, y1), (x2, y2) in zip(outline, outline[1:] + outline[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside

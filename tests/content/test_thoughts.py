"""Which thought leads to which is a file that a writer can change, and its slips are told."""

from pathlib import Path

import pytest

from game.content import load_level
from game.content.paths import assets_folder, maps_folder
from game.content.thoughts import ThoughtsError, load_thoughts, unknown_thoughts

TEXT = assets_folder() / "text"


def test_the_tale_has_its_pairs_and_a_map_without_thoughts_has_none() -> None:
    tale = load_level(maps_folder() / "suna.tmx")
    assert tale.leads_to == load_thoughts(TEXT)
    assert len(tale.leads_to) == 8
    assert load_level(maps_folder() / "test" / "beat.tmx").leads_to == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("leads_to = 3", "Expected `object`"),
        ("[leads_to]\na = 1", "Expected `str`"),
        ("[leads]\na = 'b'", "leads"),
        ("[leads_to", "Expected"),
    ],
)
def test_a_damaged_file_is_told_in_one_line_with_its_mend(
    text: str, told: str, tmp_path: Path
) -> None:
    (tmp_path / "thoughts.toml").write_text(text)
    with pytest.raises(ThoughtsError) as caught:
        load_thoughts(tmp_path)
    message = str(caught.value)
    assert message.startswith(str(tmp_path / "thoughts.toml"))
    assert told in message
    assert "write [leads_to]" in message
    assert "\n" not in message


def test_without_the_file_no_thought_leads_anywhere_and_a_folder_in_its_place_is_told(
    tmp_path: Path,
) -> None:
    assert load_thoughts(tmp_path) == {}
    (tmp_path / "thoughts.toml").mkdir()
    with pytest.raises(ThoughtsError, match="cannot be read"):
        load_thoughts(tmp_path)


def test_thoughts_without_words_and_chains_are_told() -> None:
    known = {"thought_01": "", "thought_02": "", "thought_03": ""}
    assert list(unknown_thoughts({"thought_01": "thought_02"}, known)) == []
    (told,) = unknown_thoughts({"thought_01": "thought_9"}, known)
    assert told.startswith("thoughts.toml: thought_01: no string has the id thought_9")
    (told,) = unknown_thoughts({"thought_01": "thought_02", "thought_02": "thought_03"}, known)
    assert "a pair is all" in told

"""The written reference of the level format is what the code reads."""

from game.content.paths import maps_folder
from game.lab.level_keys import VERBS
from game.sim.vocabulary import event_types
from tools.level_words import README, reference, with_reference


def test_the_readme_of_the_test_levels_is_current() -> None:
    text = (maps_folder() / README).read_text("utf-8")
    assert with_reference(text) == text, "write it again: python -m tools.level_words"


def test_every_verb_and_every_event_is_told() -> None:
    text = reference()
    assert [verb for verb in VERBS if f"`{verb}`: " not in text] == []
    told = [name for name in event_types() if f"**{name}**" in text]
    assert sorted({*told, "Cause"}) == sorted(event_types())

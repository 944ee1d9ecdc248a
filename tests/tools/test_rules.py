"""The automapping rules are those that the tool draws, and every rule adds to what it found."""

from game.content.paths import maps_folder
from tools.maps.rules import EMPTY, Walls, files, rule_maps


def test_the_committed_rules_are_those_of_the_tool() -> None:
    for path, text in files(maps_folder()).items():
        assert path.read_text(encoding="utf-8") == text, "run `python -m tools.maps.rules`"


def test_no_rule_paints_over_anything_or_beside_what_it_asked_for() -> None:
    for rules in rule_maps(Walls.of(maps_folder())).values():
        assert rules
        for rule in rules:
            assert rule.before[0, 1] == EMPTY
            assert sorted(rule.after) == [(0, row) for row in range(1, len(rule.after) + 1)]
            assert all(rule.before.get(spot, EMPTY) == EMPTY for spot in rule.after)


def test_every_column_of_every_roof_has_its_rule() -> None:
    walls = Walls.of(maps_folder())
    below = {
        rule.before[0, 0] for rules in rule_maps(walls).values() for rule in rules
    }

    assert below == {
        *(walls.gid("cliff/top", column, row) for column in range(8) for row in range(2)),
        *(walls.gid("wall/top", column) for column in range(8)),
        *(walls.gid("house/roof", column, 2) for column in range(3)),
    }

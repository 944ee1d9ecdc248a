"""Maps drawn by chance are sound, the same for the same seed, and can be done unseen."""

from pathlib import Path

import pytest

from game.arguments import MAP_KINDS
from game.cli import COMMANDS, run_command
from game.content import load_level
from game.content.check import check_map
from game.content.country import Wild
from game.content.new_map import KINDS, run
from game.content.tmx.findings import Severity
from game.lab.solver import solve


def drawn(folder: Path, kind: str, seed: int) -> Path:
    run(folder / f"{kind}_{seed}", kind=kind, seed=seed)
    return folder / f"{kind}_{seed}.tmx"


def test_the_command_line_offers_every_kind() -> None:
    assert MAP_KINDS == KINDS


@pytest.mark.parametrize("kind", list(Wild))
def test_every_kind_is_sound_whatever_the_seed(tmp_path: Path, kind: Wild) -> None:
    for seed in range(6):
        findings = check_map(drawn(tmp_path, kind, seed))

        assert [each for each in findings if each.severity < Severity.INFO] == []


def test_a_seed_draws_the_same_map_again_and_another_seed_another(tmp_path: Path) -> None:
    first, other = (drawn(tmp_path, Wild.ROCKS, seed) for seed in (7, 8))
    (tmp_path / "again").mkdir()
    again = drawn(tmp_path / "again", Wild.ROCKS, 7)

    assert load_level(again).digest == load_level(first).digest != load_level(other).digest


@pytest.mark.parametrize("kind", list(Wild))
def test_a_drawn_map_can_be_done_unseen(tmp_path: Path, kind: Wild) -> None:
    assert solve(drawn(tmp_path, kind, 1)).solvable


def test_whoever_names_a_seed_gets_a_map_by_chance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for words in (["a", "--seed", "3"], ["b", "--kind", "dunes", "--seed", "3"], ["c"]):
        assert run_command(["new-map", *words], COMMANDS, lambda: 9) == 0

    levels = [load_level(f"{name}.tmx") for name in "abc"]
    assert levels[0].digest == levels[1].digest
    assert levels[2].width < levels[0].width

"""The same night everywhere: in another process, Python or numpy, on a plainer processor."""

import json
from pathlib import Path
from typing import Any

import pytest

from game.content import load_level
from game.content.paths import maps_folder
from game.lab.bench import record_night
from game.sim.tick import step
from game.sim.world import World
from tests.lab import elsewhere
from tests.lab.pythons import THIS, Python, others

STORY_TICKS = 1800


def play(python: Python, *what: str, **environment: str) -> dict[str, Any]:
    """What that Python says of the night it played."""
    done = python.run("-m", "tests.lab.elsewhere", *what, **environment)
    assert done.returncode == 0, f"{python}\n{done.stdout}\n{done.stderr}"
    table: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return table


def without_vector_units(python: Python, names: list[str], *what: str) -> dict[str, Any]:
    """The same with those extras of the processor switched off that numpy can do without."""
    table = play(python, *what, NPY_DISABLE_CPU_FEATURES=" ".join(names))
    # numpy has renamed them before, and then says nothing: this must not go by unnoticed
    assert not names or table["vector_units"] != names, f"none of {names} went off"
    return table


@pytest.fixture(scope="module")
def here() -> list[str]:
    """Hashes of the night as this process plays it."""
    return elsewhere.hashes_of_the_night()


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A recording of how the story begins."""
    path = tmp_path_factory.mktemp("nights") / "story.suna"
    record_night(maps_folder() / "test" / "story.toml", STORY_TICKS).save(path)
    return path


def test_something_happens_in_the_night_that_is_compared(here: list[str]) -> None:
    assert len(here) == elsewhere.TICKS // elsewhere.EVERY
    assert len(dict.fromkeys(here)) == len(here)


@pytest.mark.parametrize("seed", ["0", "1", "4294967295"])
def test_another_process_with_other_hashes_plays_the_same_night(
    seed: str, here: list[str]
) -> None:
    assert play(THIS, "night", PYTHONHASHSEED=seed)["hashes"] == here


def test_without_vector_units_it_is_the_same_night(here: list[str]) -> None:
    assert without_vector_units(THIS, elsewhere.vector_units(), "night")["hashes"] == here


def test_every_python_there_is_plays_the_same_night(here: list[str], story: Path) -> None:
    for python in (THIS, *others()):
        table = play(python, "night", PYTHONHASHSEED="random")
        assert table["hashes"] == here, python
        proved = without_vector_units(python, table["vector_units"], "verify", str(story))
        assert proved["code"] == 0, python


def test_the_story_saved_and_taken_up_every_half_second_is_the_same_story() -> None:
    recording = record_night(maps_folder() / "test" / "story.toml", 600)
    level = load_level(maps_folder() / "suna.tmx")
    world = recording.begin(level)
    for number, command in enumerate(recording.commands):
        if number % 30 == 29:
            world = World.restore(world.snapshot(), level)
        if number % 60 == 0:
            assert world.digest() == recording.hashes[number // 60]
        step(world, command)
    assert world.digest() == recording.hashes[-1]

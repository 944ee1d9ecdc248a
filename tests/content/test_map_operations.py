"""A map names who lies wounded on it: found, refused by name, part of what the map is."""

from pathlib import Path

import pytest

from game.content import MapError, load_level
from game.content.check import check_map
from game.content.operations import OperationFileError
from tests.content.map_texts import (
    SAND,
    START,
    map_text,
    object_text,
    objects_text,
    property_text,
    write_map,
)

SCRATCH = """
name = "A scratch"
hand = [240, 200]
[[wound]]
id = "scratch"
kind = "slash"
label = "Scratch"
seconds = 5
path = [[200, 180], [230, 180]]
"""


def a_map(folder: Path, operation: str = "") -> Path:
    """A map with a wounded one, and beside it an operation of its own."""
    (folder / "operations").mkdir(exist_ok=True)
    (folder / "operations" / "scratch.toml").write_text(SCRATCH)
    named = [property_text("operation", operation)] if operation else []
    man = object_text(2, "Wounded", *named)
    return write_map(folder, map_text(SAND + "\n" + objects_text(START + man)))


def test_who_names_nobody_gets_the_man_of_the_tale(tmp_path: Path) -> None:
    level = load_level(a_map(tmp_path))

    assert level.operation is not None
    assert level.operation.figure == "wounded"
    assert len(level.operation.wounds) == 7


def test_a_map_gets_the_patient_it_names(tmp_path: Path) -> None:
    guard = load_level(a_map(tmp_path, "guard")).operation
    own = load_level(a_map(tmp_path, "scratch")).operation

    assert guard is not None
    assert guard.figure == "guard"
    assert own is not None
    assert [wound.id for wound in own.wounds] == ["scratch"]


def test_a_patient_nobody_knows_is_told_with_the_nearest_name(tmp_path: Path) -> None:
    path = a_map(tmp_path, "gaurd")

    with pytest.raises(MapError, match="Did you mean guard"):
        load_level(path)
    (found,) = [each for each in check_map(path) if each.code == "operation-unknown"]
    assert "gaurd" in found.message
    assert found.at.object == 2


def test_a_faulty_file_is_one_line_when_the_map_is_loaded(tmp_path: Path) -> None:
    path = a_map(tmp_path, "scratch")
    file = tmp_path / "operations" / "scratch.toml"
    file.write_text(SCRATCH.replace("slash", "slush"))

    with pytest.raises(OperationFileError) as caught:
        load_level(path)

    assert str(caught.value).startswith(f"{file}: wound[0].kind")
    assert "\n" not in str(caught.value)


def test_another_operation_makes_another_map_for_saves_and_recordings(tmp_path: Path) -> None:
    tale = load_level(a_map(tmp_path)).digest
    path = a_map(tmp_path, "scratch")
    before = load_level(path).digest
    (tmp_path / "operations" / "scratch.toml").write_text(SCRATCH.replace("= 5", "= 6"))

    assert len({tale, before, load_level(path).digest}) == 3

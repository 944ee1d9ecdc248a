"""What Tiled is told of the classes agrees with the table that the game reads maps by."""

import json
import sys
from pathlib import Path

import pytest

from game.cli import COMMANDS, build_parser
from game.content import schema
from game.content.errors import InputError
from game.content.paths import maps_folder
from game.content.project import (
    MACHINE_FILE,
    picture_name,
    project_text,
    reference_text,
    run,
    shared_files,
    template_text,
)
from game.content.tmx.classes import read_classes
from game.content.tmx.findings import At, Findings
from game.sim.level import Area, GoalKind, Kind, Spot
from tests.content.map_texts import SAND, map_text, objects_text, read


def test_the_committed_project_templates_and_manual_are_those_of_the_schema() -> None:
    for path, text in shared_files(maps_folder()).items():
        assert path.read_text(encoding="utf-8") == text, "run `suna project --shared`"


def test_every_kind_of_the_game_has_a_class() -> None:
    made = {each.makes for each in schema.CLASSES}

    assert made >= {*Kind, *Spot, *Area}
    assert set(schema.values_of(schema.Member("", "", "", "", "GoalKind"))) == set(GoalKind)


def test_the_project_says_the_same_defaults_as_the_schema() -> None:
    findings = Findings()
    classes = read_classes(project_text().encode(), At("project"), findings)

    assert findings.found == []
    for each in schema.CLASSES:
        told = {name: str(value) for name, (_, value) in classes.members(each.name).items()}
        meant = {member.name: str(member.default) for member in each.members}
        for member in each.members:
            if member.type == "object":
                meant[member.name] = told[member.name]
        assert told == meant


def test_defaults_are_among_the_words_and_bounds_of_their_member() -> None:
    for each in schema.CLASSES:
        for member in each.members:
            words = schema.values_of(member)
            assert not words or member.default in words
            if member.least is not None:
                assert isinstance(member.default, int | float)
                assert member.least <= member.default


@pytest.mark.parametrize("name", [each.name for each in schema.templated()])
def test_a_template_gives_an_object_of_its_class(tmp_path: Path, name: str) -> None:
    (tmp_path / "t.tx").write_text(template_text(schema.BY_NAME[name]))
    text = '<object id="9" template="t.tx" x="8" y="8"/>'
    found = read(tmp_path, map_text(SAND + objects_text(text))).objects()[0]

    assert found.class_name == name
    members = schema.BY_NAME[name].members
    assert sorted(found.properties) == sorted(member.name for member in members)


def test_whoever_lives_can_be_dragged_onto_a_map() -> None:
    alive = {each.name for each in schema.CLASSES if isinstance(each.makes, Kind)}
    lines = {each.name for each in schema.CLASSES if schema.Shape.LINE in each.shapes}
    templates = {each.name for each in schema.templated()}

    assert alive <= templates
    assert templates | lines == {*schema.OBJECT_CLASSES, *lines}
    assert not templates & {"Route", "Crest"}
    folder = maps_folder() / "templates"
    assert {path.name for path in folder.glob("*.tx")} == {f"{n.lower()}.tx" for n in templates}


def test_the_project_of_this_machine_calls_this_interpreter(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(write=True, folder=tmp_path) == 0

    commands = json.loads((tmp_path / MACHINE_FILE).read_text())["commands"]
    assert {each["command"] for each in commands} == {sys.executable}
    assert commands[2]["arguments"] == "-m game check %mapfile"
    shortcuts = [each["shortcut"] for each in commands]
    assert shortcuts == ["F5", "Shift+F5", "F6", "F7", "Shift+F7"]


def test_every_object_of_the_manual_has_its_picture_and_no_picture_is_left_over() -> None:
    folder = maps_folder() / "pictures"
    wanted = {picture_name(each) for each in schema.OBJECT_CLASSES.values()}

    shown = {path.name for path in folder.glob("*.png") if not path.name.startswith("tutorial_")}
    assert shown == wanted, "run `python -m tools.maps.class_pictures`"
    assert all(f"(pictures/{name})" in reference_text() for name in wanted)


def test_who_has_the_members_of_another_is_told_so() -> None:
    text = reference_text()

    assert text.count("`after_name`") == 1
    assert "members as of `Patrol`" in text


def test_no_command_of_the_desk_calls_what_the_program_lacks() -> None:
    known = {each.name for each in COMMANDS}
    commands = json.loads(project_text())["commands"]

    for each in commands:
        words = each["arguments"].split()
        assert words[0] in known
        parser = build_parser([row for row in COMMANDS if row.name == words[0]])
        told = [word.replace("%mapfile", "a.tmx") for word in words]
        assert parser.parse_args(told).command == words[0]


def test_a_folder_of_ones_own_gets_its_project_and_a_missing_one_is_told(tmp_path: Path) -> None:
    assert run(write=True, folder=tmp_path) == 0
    with pytest.raises(InputError, match="no such folder"):
        run(write=True, folder=tmp_path / "no")


def test_stale_files_are_named_and_mended(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder=tmp_path) == 1
    assert "templates/patrol.tx: differs" in capsys.readouterr().out
    assert run(shared=True, folder=tmp_path) == 0
    assert run(folder=tmp_path) == 0


def test_the_manual_around_the_reference_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Mine\n\nBefore.\n")
    run(shared=True, folder=tmp_path)
    (tmp_path / "README.md").write_text((tmp_path / "README.md").read_text() + "After.\n")
    run(shared=True, folder=tmp_path)

    text = (tmp_path / "README.md").read_text()
    assert text.startswith("# Mine\n\nBefore.\n")
    assert text.endswith("After.\n")

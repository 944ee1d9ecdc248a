"""``maps/TUTORIAL.md`` is true: done step by step it gives the level that lies beside it.

Its tables are read as they stand and done in real Tiled, where that is installed.
"""

import json
import re
from pathlib import Path

import numpy as np
import pytest

from game.cli import COMMANDS, build_parser
from game.content import load_level, schema
from game.content.check import check_map
from game.content.new_map import run as new_map
from game.content.paths import maps_folder
from game.content.tmx.findings import Findings
from game.content.tmx.model import MapObject, ObjectRef
from game.content.tmx.reader import read_map
from tests.content.tiled_desk import TILED, at_desk
from tests.content.tutorial_steps import TUTORIAL, Drawn, fills, objects, script, toml

SHIPPED = maps_folder() / "test" / "tutorial.tmx"


def shipped() -> dict[str, MapObject]:
    return {each.name: each for each in read_map(SHIPPED, Findings()).objects()}


@pytest.mark.parametrize("told", objects(), ids=lambda told: told.name)
def test_every_object_lies_where_the_tutorial_says(told: Drawn) -> None:
    found = shipped()
    each = found[told.name]
    points = each.vertices() or ((each.x, each.y),)

    assert each.class_name == told.class_name
    assert tuple((x // 256, y // 256) for x, y in points) == told.points
    assert (each.width // 256, each.height // 256) == told.size
    for name, word in told.members.items():
        value = each.properties[name].value
        if isinstance(value, ObjectRef):
            assert found[word].id == value.id
        else:
            said = {True: "on", False: "off"}[value] if isinstance(value, bool) else str(value)
            assert said == word


def test_nothing_lies_there_that_is_neither_of_the_starter_nor_told(tmp_path: Path) -> None:
    new_map(tmp_path / "first")
    starter = {each.name for each in read_map(tmp_path / "first.tmx", Findings()).objects()}

    assert {*shipped()} == (starter - {"patrol"}) | {each.name for each in objects()}


def test_the_ground_is_what_the_tutorial_says() -> None:
    level = load_level(SHIPPED)
    words = schema.values_of(schema.Member("", "", "", "", "SurfaceKind"))
    told = np.zeros(level.surface.shape, np.uint8)
    for each in fills():
        if each.layer == "ground":
            rows = slice(each.rows[0], each.rows[1] + 1)
            told[rows, each.columns[0] : each.columns[1] + 1] = words.index(each.stamp)

    assert np.array_equal(level.surface, told)
    assert {each.stamp for each in fills() if each.layer == "walls"} == {"cliff/top"}


def test_the_level_at_its_end_is_the_one_that_is_played() -> None:
    played = SHIPPED.with_suffix(".toml").read_text(encoding="utf-8")

    assert toml().replace("first.tmx", "tutorial.tmx") == played
    assert check_map(SHIPPED) == ()


def test_all_pictures_and_commands_of_the_tutorial_are_there() -> None:
    text = TUTORIAL.read_text(encoding="utf-8")
    pictures = {*re.findall(r"\]\(pictures/(.+?)\)", text)}

    assert pictures == {path.name for path in (maps_folder() / "pictures").glob("tutorial_*.png")}
    commands = re.findall(r"^    suna (.+)$", text, re.MULTILINE)
    assert len(commands) >= 5
    parser = build_parser(COMMANDS)
    for command in commands:
        assert parser.parse_args(command.split()).command == command.split()[0]


if TILED:

    def test_done_in_tiled_from_an_empty_folder_it_gives_this_very_level(tmp_path: Path) -> None:
        home, path = tmp_path / "home", tmp_path / "mymaps" / "first.tmx"
        home.mkdir()
        path.parent.mkdir()
        new_map(path.with_suffix(""))
        index = json.loads((maps_folder() / "tilesets" / "stamps.json").read_text())

        said = at_desk(home, path, script(index["tilesets"], index["columns"]))

        assert said == []
        assert check_map(path) == ()
        assert load_level(path).digest == load_level(SHIPPED).digest

"""What ``suna check`` says of maps, how it says it, and what it does without."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from game.content import load_level
from game.content.check import check_map, run
from game.content.errors import InputError
from game.content.tmx.findings import Severity
from tests.content.crafted import CRAFTED
from tests.content.crafted import make as crafted
from tests.content.map_texts import (
    START,
    layer_text,
    map_text,
    object_text,
    objects_text,
    property_text,
    tile_text,
    tileset_text,
    write_map,
)
from tests.content.test_levels import BOX, LINE, whole


def doubts(folder: Path, text: str) -> list[str]:
    return [each.code for each in check_map(write_map(folder, text))]


DOUBTED = {
    "a marker behind walls": (
        layer_text("0 10 0 0\n0 10 0 0\n0 10 0 0", "walls")
        + objects_text(object_text(3, "Marker", place='x="60" y="40"')), "unreachable"),
    "a route through a wall": (
        layer_text("0 0 10 0\n0 0 0 0\n0 0 0 0", "walls")
        + objects_text(object_text(3, "Route", inside='<polyline points="0,0 40,0"/>',
                                   place='x="8" y="8"')), "route-walls"),
    "a route that nobody walks": (objects_text(object_text(3, "Route", inside=LINE)),
                                  "route-unused"),
    "a property nobody knows": (
        objects_text(object_text(3, "Rogue", property_text("speed", "9"))), "property-unknown"),
    "an object of no class": (objects_text(object_text(3, "")), "class-none"),
    "a layer nobody knows": (layer_text("0 0 0 0\n0 0 0 0\n0 0 0 0", "grounds"), "layer-unknown"),
    "words that are missing": (objects_text(object_text(3, "Talk", inside="", place=BOX)),
                               "text-missing"),
    "a name given twice": (
        objects_text(object_text(3, "Rogue").replace("<object", '<object name="start"')),
        "name-twice"),
    "wind from behind": ("", "wind"),
    "a person to be reached behind walls": (
        layer_text("0 10 0 0\n0 10 0 0\n0 10 0 0", "walls")
        + objects_text(object_text(3, "Patrol", place='name="friend" x="60" y="40"')
                       + object_text(4, "Goal", property_text("target", "3", "object"))),
        "unreachable"),
    "a tile with a property nobody knows": (
        '<tileset firstgid="30" source="odd.tsx"/>'
        + layer_text("0 30 0 0\n0 0 0 0\n0 0 0 0", "walls"),
        "property-unknown"),
    "somebody who would follow prints on rock": (
        layer_text("6 6 6 6\n6 6 6 6\n6 6 6 6")
        + objects_text(object_text(3, "Rogue", property_text("route", "4", "object"))
                       + object_text(4, "Route", inside=LINE, place='x="8" y="8"')),
        "prints-none"),
}


@pytest.mark.parametrize("what", DOUBTED)
def test_the_check_doubts_what_the_game_would_play(tmp_path: Path, what: str) -> None:
    body, code = DOUBTED[what]
    night = property_text("wind_x", "-4", "int") if code == "wind" else ""
    text = whole(body, night=night)
    odd = tileset_text("walls", 32, 2, tile_text(0, "Wall", "hide", "x"))
    (tmp_path / "odd.tsx").write_text(odd)

    assert code in doubts(tmp_path, text)
    assert load_level(tmp_path / "map.tmx").width == 4


def test_long_lines_of_sight_are_remarked_on_where_the_map_is_named(tmp_path: Path) -> None:
    rows = "\n".join(["1 " * 20] * 3)
    watcher = object_text(3, "Patrol", place='x="312" y="24"')
    text = map_text(layer_text(rows) + objects_text(START + watcher), width=20)
    path = write_map(tmp_path, text)
    hidden = write_map(tmp_path, text.replace(
        watcher, watcher + object_text(4, "HidingPlace", place='x="150" y="40"')), "hidden.tmx")

    assert check_map(path) == ()
    assert [each.code for each in check_map(path, remarks=True)] == ["sight-long"]
    assert "19 tiles west" in str(check_map(path, remarks=True)[0])
    assert check_map(hidden, remarks=True) == ()
    assert run([path], strict=True) == 0


def test_a_plain_map_raises_no_doubt(tmp_path: Path) -> None:
    assert doubts(tmp_path, whole("")) == []


def test_check_prints_lines_or_json_and_its_exit_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_map(tmp_path, whole(objects_text(object_text(3, ""))))

    assert run([path]) == 0
    assert capsys.readouterr().out == (
        f'{path.as_posix()}:9: warning: object 3 "" on layer "places": it has no class, so it '
        "does nothing. Set its class, or delete it. [class-none]\n"
    )
    assert run([tmp_path], strict=True) == 1
    capsys.readouterr()
    assert run([path], as_json=True) == 0
    assert '"code": "class-none"' in capsys.readouterr().out
    assert run([path], strict=True, format_only=True) == 0


def test_findings_for_other_programs_say_where_and_what_and_how_to_mend_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    walls = layer_text("10 0 0 0\n0 0 0 0\n0 0 0 0", "walls")
    path = write_map(tmp_path, whole(walls))
    assert run([path], as_json=True) == 1

    assert json.loads(capsys.readouterr().out) == [{
        "file": path.as_posix(), "line": 8, "severity": "error", "code": "in-wall",
        "layer": "places", "object": 1, "cell": [0, 0], "message": "it stands in a wall",
        "hint": "Move it, or erase the wall.",
    }]


def test_maps_of_any_game_pass_the_check_of_their_format_alone(tmp_path: Path) -> None:
    for name in CRAFTED:
        path = crafted(tmp_path, name)
        assert run([path], strict=True, format_only=True) == 0
        assert run([path]) == 1


def test_check_says_so_where_there_is_no_map(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "no.tmx"):
        with pytest.raises(InputError, match="no"):
            run([path])


def test_a_check_runs_without_pytmx_and_pygame(tmp_path: Path) -> None:
    path = write_map(tmp_path, whole(""))
    program = (
        "import sys; from game.content.check import run; code = run([sys.argv[1]]); "
        "sys.exit(code or 7 * any(name in sys.modules for name in ('pytmx', 'pygame')))"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], check=False)

    assert done.returncode == 0


def test_errors_come_before_warnings(tmp_path: Path) -> None:
    found = check_map(write_map(tmp_path, whole(objects_text(
        object_text(3, "") + "\n" + object_text(4, "Rouge")
    ))))

    assert [each.severity for each in found] == [Severity.ERROR, Severity.WARNING]

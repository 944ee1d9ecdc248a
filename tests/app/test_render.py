"""``suna render``: pictures that explain a map, made without a window."""

from pathlib import Path

import numpy as np
import pygame
import pytest

from game.app.render import LAYERS, draw
from game.arguments import RENDER_LAYERS
from game.cli import COMMANDS, run_command
from game.content import load_level
from game.content.check import check_map
from game.content.new_map import run as new_map
from game.content.paths import maps_folder
from game.lab.rounds import undisturbed
from game.lab.watched import seen_by_all, shade_grid
from game.sim.level import Kind
from game.sim.minds.eyes import Zone
from game.view.map_layers import Asked, LevelLayer, draw_layer
from game.view.map_sheet import MapSheet
from tests.content.map_texts import SAND, map_text, object_text, objects_text, write_map
from tests.view.stages import library

LAMPS = maps_folder() / "training" / "lamps.tmx"
SMALL = maps_folder() / "test" / "lamp_post.tmx"


def title() -> int:
    raise AssertionError("a picture was asked for")


def suna(*words: object) -> int:
    return run_command([str(word) for word in words], COMMANDS, title)


def test_the_command_line_offers_every_layer() -> None:
    assert RENDER_LAYERS == LAYERS


@pytest.mark.parametrize("layer", LAYERS)
def test_every_layer_becomes_a_picture_as_large_as_the_map(
    own_home: Path, tmp_path: Path, layer: str
) -> None:
    out = tmp_path / "picture.png"

    assert suna("render", SMALL, "--out", out, "--layer", layer, "--tick", 60) == 0
    picture, level = pygame.image.load(out), load_level(SMALL)
    assert picture.get_width() >= level.width * 16
    assert picture.get_height() >= level.height * 16
    assert len(np.unique(pygame.surfarray.array3d(picture).reshape(-1, 3), axis=0)) >= 3
    assert [path.name for path in tmp_path.iterdir()] == ["picture.png"]


def test_tiles_and_objects_of_maps_that_know_nothing_of_this_game_are_shown(
    tmp_path: Path,
) -> None:
    foreign = '<object id="3" name="door" type="Door" x="20" y="8" width="16" height="24"/>'
    path = write_map(tmp_path, map_text(SAND + objects_text(foreign)))
    pygame.image.save(pygame.Surface((128, 16)), tmp_path / "ground.png")
    pygame.image.save(pygame.Surface((32, 16)), tmp_path / "walls.png")

    assert draw(path, "tiles").get_size() == (64, 48)
    assert draw(path, "objects").get_height() > 48


def test_the_picture_of_sight_marks_the_cells_that_are_seen() -> None:
    level = load_level(LAMPS)
    font = library().small
    plain = MapSheet.of(level, font).picture
    picture = draw_layer(level, LevelLayer.SIGHT, Asked(), font)
    zones = seen_by_all(undisturbed(level), shade_grid(undisturbed(level)))
    kinds = {mind.kind for mind in level.actors}

    assert kinds == {Kind.ROGUE}
    corner = 3
    for row, column in np.argwhere(zones == Zone.CERTAIN).tolist():
        spot = column * 16 + corner, row * 16 + corner + 1
        assert picture.get_at(spot).r > plain.get_at(spot).r + 30
    untouched = np.argwhere(zones == Zone.NONE)[::97]
    same = [
        picture.get_at((x * 16 + corner, y * 16 + corner))
        == plain.get_at((x * 16 + corner, y * 16 + corner))
        for y, x in untouched.tolist()
    ]
    assert sum(same) > len(same) * 9 // 10


def test_a_noise_can_be_made_anywhere() -> None:
    names = ("20,30", "the_water", "the_sentry")
    pictures = [pygame.image.tobytes(draw(LAMPS, "noise", at=name), "RGB") for name in names]

    assert len({*pictures, pygame.image.tobytes(draw(LAMPS, "noise"), "RGB")}) == 4


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["no.tmx", "--out", "a.png"], "no.tmx"),
        ([LAMPS, "--out", "a.gif"], ".png"),
        ([LAMPS, "--out", "no/where/a.png"], "make it first"),
        ([LAMPS, "--out", "a.png", "--layer", "noise", "--at", "99,99"], "columns go to 59"),
        ([LAMPS, "--out", "a.png", "--layer", "noise", "--at", "nobody"], '"nobody"'),
        ([LAMPS, "--out", "a.png", "--layer", "smell"], "smell"),
        ([LAMPS, "--out", "a.png", "--tick", "-3"], "ticks"),
        ([LAMPS], "--out"),
    ],
)
def test_what_cannot_be_drawn_is_said_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    words: list[object], says: str,
) -> None:
    monkeypatch.chdir(tmp_path)

    assert suna("render", *words) == 2
    complaint = capsys.readouterr().err
    assert says in complaint
    assert complaint.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_picture_too_large_to_open_is_refused_before_it_is_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_map(tmp_path, map_text("", width=1024, height=1024))

    assert suna("render", path, "--out", tmp_path / "a.png") == 2
    assert "16384x16384 pixels" in capsys.readouterr().err


def test_the_painted_ground_kept_as_a_preview_is_nothing_to_the_game(
    own_home: Path, tmp_path: Path
) -> None:
    new_map(tmp_path / "mine")
    path = tmp_path / "mine.tmx"
    before = load_level(path).digest
    assert suna("render", path, "--layer", "ground", "--out", tmp_path / "ground.png") == 0
    layer = (
        '<imagelayer id="20" name="backdrop" class="Preview">'
        '<image source="ground.png" width="768" height="512"/></imagelayer>'
    )
    path.write_text(path.read_text().replace("</map>", layer + "</map>"))

    assert check_map(path) == ()
    assert load_level(path).digest == before


def test_of_a_map_with_several_faults_the_worst_is_told_and_where_the_rest_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = objects_text(object_text(1, "Patroll") + object_text(2, "Start", place='x="-9" y="8"'))
    path = write_map(tmp_path, map_text(SAND + body))

    assert suna("render", path, "--layer", "heat", "--out", tmp_path / "a.png") == 2
    complaint = capsys.readouterr().err
    assert complaint.count("\n") == 1
    assert "suna check" in complaint

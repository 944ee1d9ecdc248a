"""Maps drawn by programs: what is drawn is what the game reads."""

from pathlib import Path

import numpy as np
import pytest

from game.content import load_level
from game.content.check import check_map
from game.content.drawing import MapDrawing
from game.content.tmx.writer import MapWriter, Ref, WrittenObject
from game.core.units import TILE_SUB
from game.sim.level import Kind, Spot, Surface, Wall
from tests.content.map_texts import make_tilesets, read


def draw() -> MapDrawing:
    drawing = MapDrawing(12, 9, storms=1, gust=90)
    ground, walls = drawing.tileset("ground.tsx", 8), drawing.tileset("walls.tsx", 2)
    surface = np.full((9, 12), ground, np.uint32)
    surface[4] = ground + 6
    drawing.tiles("ground", surface)
    standing = np.zeros((9, 12), np.uint32)
    standing[0, 0] = (walls + 1) | 0x80000000
    drawing.tiles("walls", standing)
    drawing.point("Start", "start", (2.5, 3.5), facing="east")
    route = drawing.line("Route", "beat", [(1, 1), (6.5, 1), (6.5, 6.25)], pause=2)
    drawing.point("Patrol", "guard & \"co\" <1>", (1, 1), route=route, squad=1, facing="north")
    drawing.line("Crest", "", [(3, 8), (8, 5)], height=6)
    drawing.box("Thought", "", (4, 4), (2, 1.5), text="first\nsecond")
    return drawing


def test_a_drawn_map_is_read_as_it_was_drawn(tmp_path: Path) -> None:
    make_tilesets(tmp_path)
    draw().save(tmp_path / "drawn.tmx")
    level = load_level(tmp_path / "drawn.tmx")

    assert check_map(tmp_path / "drawn.tmx") == ()
    assert (level.surface[4, 3], level.surface[5, 3]) == (Surface.ROAD, Surface.SAND)
    assert level.walls[0, 0] == Wall.HIGH
    start, patrol = level.places_of(Spot.START)[0], level.actors[0]
    assert (start.x, start.y, start.heading) == (TILE_SUB * 5 // 2, TILE_SUB * 7 // 2, 0)
    assert (patrol.kind, patrol.name, patrol.heading) == (Kind.PATROL, 'guard & "co" <1>', 768)
    route = level.route(patrol.route)
    assert route is not None
    assert route.points[2] == (TILE_SUB * 13 // 2, TILE_SUB * 25 // 4)
    assert level.zones[0].text == "first\nsecond"
    assert level.conditions.storms == 1
    assert level.conditions.gust_heading == 256


def test_drawing_twice_gives_the_same_file() -> None:
    assert draw().text() == draw().text()


@pytest.mark.parametrize(
    ("members", "complaint"),
    [
        ({"rout": 3}, "no member 'rout'"),
        ({"facing": "up"}, "facing cannot be 'up'"),
    ],
)
def test_a_program_cannot_draw_what_a_check_would_refuse(
    members: dict[str, int | str], complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        MapDrawing(4, 4).point("Rogue", "", (1, 1), **members)


def test_shapes_and_layers_are_held_to_the_schema() -> None:
    drawing = MapDrawing(4, 4)

    with pytest.raises(ValueError, match="drawn as line"):
        drawing.point("Route", "", (1, 1))
    with pytest.raises(ValueError, match="needs a size"):
        drawing.point("Talk", "", (1, 1))
    with pytest.raises(ValueError, match="no object class"):
        drawing.point("Ninja", "", (1, 1))
    with pytest.raises(ValueError, match="no tile layer"):
        drawing.tiles("roof", np.zeros((4, 4), np.uint32))
    drawing.tiles("over", np.zeros((3, 4), np.uint32))
    with pytest.raises(ValueError, match="not \\(4, 4\\)"):
        drawing.text()


def test_the_writer_knows_every_shape_and_value(tmp_path: Path) -> None:
    writer = MapWriter(2, 2, properties={"on": True, "n": 1.25, "who": Ref(1)})
    writer.add_tiles("ground", np.array([[0, 1], [2, 0xFFFFFFFF & 0x80000001]], np.uint32))
    writer.add_tileset("ground.tsx", 8)
    layer = writer.add_objects("any")
    layer.objects = [
        WrittenObject(1, "a", "", 1, 2.5, 3, 4, rotation=45),
        WrittenObject(2, "b", "", 0, 0, points=[(0, 0), (3, 0), (3, 3)], closed=True),
    ]
    found = read(tmp_path, writer.text())

    assert [str(each.shape) for each in found.objects()] == ["box", "polygon"]
    assert found.objects()[0].heading == 128
    assert {name: str(each.value) for name, each in found.properties.items()} == {
        "on": "True", "n": "1.25", "who": "ObjectRef(id=1)",
    }


def test_remarks_stand_on_the_map_in_tiled_and_are_nothing_to_the_game(tmp_path: Path) -> None:
    make_tilesets(tmp_path)
    digests = []
    for words in ("", "Here the wind comes & goes."):
        drawing = MapDrawing(8, 6)
        drawing.tileset("ground.tsx", 8)
        drawing.tiles("ground", np.ones((6, 8), np.uint32))
        drawing.point("Start", "start", (2.5, 2.5))
        if words:
            drawing.remark((1, 3), (6, 2), words)
        path = tmp_path / "a.tmx"
        drawing.save(path)
        assert check_map(path) == ()
        digests.append(load_level(path).digest)

    assert "Here the wind comes &amp; goes.</text>" in path.read_text()
    assert digests[0] == digests[1]

"""The small maps of the test levels are what their text pictures say."""

from pathlib import Path
from shutil import copyfile, copytree

import pytest

from game.content import load_level
from game.content.paths import maps_folder
from game.content.project import SHARED_FILE
from game.core.units import tile_centre
from game.sim.level import Kind, Spot, Surface, Wall
from tools.maps.sketch import Sketch, Thing, draw
from tools.maps.test_maps import TEST_MAPS


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A project folder of its own, for maps to be drawn in."""
    (tmp_path / "test").mkdir()
    copytree(maps_folder() / "tilesets", tmp_path / "tilesets")
    copyfile(maps_folder() / SHARED_FILE, tmp_path / SHARED_FILE)
    return tmp_path


def test_the_committed_maps_are_what_the_pictures_draw(home: Path) -> None:
    for name, sketch in TEST_MAPS.items():
        drawn = draw(sketch, home / "test" / f"{name}.tmx")
        assert drawn.read_text("utf-8") == (maps_folder() / "test" / drawn.name).read_text(
            "utf-8"
        ), f"draw it again: python -m tools.maps {name}"


def test_a_picture_becomes_a_map_that_says_the_same(home: Path) -> None:
    sketch = Sketch(
        """
        ..@.
        ,,r#
        .=b1
        """,
        {
            "r": Thing("Rogue", "him", {"facing": "east"}, way="1"),
            "b": Thing("HidingPlace", "bush"),
        },
    )
    level = load_level(draw(sketch, home / "test" / "tiny.tmx"))
    assert (level.width, level.height) == (4, 3)
    assert level.surface.item(1, 2) == Surface.GRAVEL
    assert [level.walls.item(1, 3), level.walls.item(2, 1)] == [Wall.HIGH, Wall.LOW]
    (him,) = level.actors
    assert (him.kind, him.name, him.x, him.y) == (
        Kind.ROGUE, "him", tile_centre(2), tile_centre(1),
    )  # fmt: skip
    route = level.route(him.route)
    assert route is not None
    assert route.points[-1] == (tile_centre(3), tile_centre(2))
    assert [place.name for place in level.places_of(Spot.HIDING)] == ["bush"]


def test_a_mark_that_means_nothing_is_refused_by_row(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="row 2: nothing is given for 'x'"):
        draw(Sketch("@..\n.x.", {}), tmp_path / "odd.tmx")

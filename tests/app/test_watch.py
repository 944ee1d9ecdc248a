"""A map that is saved in Tiled while it is played is read again; a broken one changes nothing."""

import os
import shutil
from pathlib import Path

import pytest

from game.app.nights import LoadedNights
from game.app.settings import Preset
from game.app.watch import MapWatch
from game.content.levels import load_map
from game.content.paths import maps_folder
from game.sim import World
from tests.app.screen import Screen, nights, screen


@pytest.fixture
def game(own_home: Path, tmp_path: Path) -> Screen:
    """A night on a copy of the story's map, watched."""
    found = screen(own_home)
    for name in ("tilesets", "templates"):
        shutil.copytree(maps_folder() / name, tmp_path / "maps" / name)
    path = tmp_path / "maps" / "suna.tmx"
    shutil.copy(maps_folder() / "suna.tmx", path)
    loaded = LoadedNights(path, nights().library, nights().sound, _maps={path: load_map(path)})
    world = World.new(loaded.map(path).level, 7)
    scene = loaded.scene(found.desk, loaded.night(found.desk, world, path, Preset.CHUNIN))
    scene.watch = MapWatch(loaded.files(path))
    found.stack.append(scene)
    return found


def save(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    later = path.stat().st_mtime_ns + 1_000_000_000
    os.utime(path, ns=(later, later))


def test_a_map_saved_by_tiled_is_played_on_with_her_where_she_was(game: Screen) -> None:
    night, path = game.night, game.night.map_path
    with game.holding("s"):
        game.tick(30)
    place = (night.world.sakura.x, night.world.sakura.y)
    save(path, path.read_text(encoding="utf-8"))
    game.tick(40)
    assert game.night is not night
    there = (game.night.world.sakura.x, game.night.world.sakura.y)
    assert abs(there[0] - place[0]) + abs(there[1] - place[1]) < 4096


def test_a_broken_map_is_told_and_the_night_goes_on(game: Screen) -> None:
    night = game.night
    save(night.map_path, "<map>nothing")
    game.tick(40)
    assert game.night is night
    assert night.world.tick >= 35

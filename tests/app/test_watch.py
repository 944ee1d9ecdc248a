"""A map that is saved while it is played goes on as it is drawn; a broken one changes nothing.

The tests look at the disk themselves (``MapWatch.look``) and wait for the reading, not for a clock.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pygame
import pytest

from game.app.nights import LoadedNights
from game.app.settings import Preset
from game.app.watch import LOOK_EVERY_TICKS, MapWatch
from game.content.drawing import MapDrawing
from game.content.levels import load_map
from game.content.new_map import run as new_map
from game.core.units import TILE_SUB
from game.sim import World
from game.sim.beings import Mind
from tests.app.screen import Screen, nights, screen
from tests.content.tiled_desk import TILED, at_desk

Writer = Callable[[Path, str], None]


@dataclass
class Watched:
    """A night on a map of its own, and its watch."""

    game: Screen
    path: Path

    @property
    def watch(self) -> MapWatch:
        found = self.game.scene.watch
        assert found is not None
        return found

    @property
    def world(self) -> World:
        return self.game.night.world

    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    def look(self) -> None:
        """Look until the disk is still, read what there is, and let the game take it."""
        for _ in range(4):
            self.watch.look()
            if self.watch.loading is not None:
                self.watch.loading.outcome(wait=True)
                self.game.tick(1)

    def mind(self, name: str) -> Mind:
        return next(mind for mind in self.world.minds if mind.name == name)


@pytest.fixture
def desk(own_home: Path, tmp_path: Path) -> Iterator[Watched]:
    """The game on a new map, watched."""
    found = screen(own_home)
    (tmp_path / "maps").mkdir()
    path = tmp_path / "maps" / "mine.tmx"
    new_map(path)
    loaded = LoadedNights(path, nights().library, nights().sound, _maps={path: load_map(path)})
    world = World.new(loaded.map(path).level, 7)
    scene = loaded.scene(found.desk, loaded.night(found.desk, world, path, Preset.CHUNIN))
    scene.watch = MapWatch(path, loaded.files(path))
    found.stack.append(scene)
    yield Watched(found, path)
    nights().library.forget_tiles()


def in_place(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    later = path.stat().st_mtime_ns + 1_000_000_000
    os.utime(path, ns=(later, later))


def by_rename(path: Path, text: str) -> None:
    """As Tiled saves: another file takes the place of the first."""
    beside = path.with_name("beside.tmp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def by_delete(path: Path, text: str) -> None:
    path.unlink()
    path.write_text(text, encoding="utf-8")


def with_old_time(path: Path, text: str) -> None:
    """A copy that keeps the time of another file: only inode and size tell."""
    before = path.stat().st_mtime_ns
    by_rename(path, text)
    os.utime(path, ns=(before, before))


@pytest.mark.parametrize("write", [in_place, by_rename, by_delete, with_old_time])
def test_a_saved_map_is_played_on_however_it_was_written(desk: Watched, write: Writer) -> None:
    night = desk.game.night
    write(desk.path, desk.text().replace('name="way out"', 'name="the gap"'))
    desk.look()

    assert desk.game.night is not night
    assert desk.world.level.place("the gap") is not None


def test_she_and_everybody_else_stay_where_they_are(desk: Watched) -> None:
    with desk.game.holding("d"):
        desk.game.tick(90)
    her, patrol = desk.world.sakura, desk.mind("patrol")
    before = her.x, her.y, her.heading, desk.world.tick, desk.world.clock
    was = patrol.x, patrol.y, patrol.heading, patrol.route_at
    assert desk.world.tracks.count > 0
    prints = desk.world.tracks.count
    in_place(desk.path, desk.text().replace('name="way out"', 'name="the gap"'))
    for _ in range(3):
        desk.watch.look()
    assert desk.watch.loading is not None
    desk.watch.loading.outcome(wait=True)
    desk.game.scene.opener.follow(desk.game.scene)

    her, patrol = desk.world.sakura, desk.mind("patrol")
    assert (her.x, her.y, her.heading, desk.world.tick, desk.world.clock) == before
    assert (patrol.x, patrol.y, patrol.heading, patrol.route_at) == was
    assert desk.world.tracks.count == prints
    desk.game.tick(60, draw=True)
    assert desk.world.tick == before[3] + 60


def test_who_was_moved_on_the_map_stands_there_and_newcomers_come(desk: Watched) -> None:
    desk.game.tick(60)
    text = desk.text()
    moved = text.replace(f'type="Patrol" x="{22 * 16}"', 'type="Patrol" x="480"')
    assert moved != text
    rogue = '<object id="77" name="new one" type="Rogue" x="640" y="400"><point/></object>'
    place = moved.index("</objectgroup>", moved.index('name="actors"'))
    in_place(desk.path, moved[:place] + rogue + moved[place:])
    desk.look()

    assert desk.mind("patrol").home_x == 30 * TILE_SUB
    assert desk.mind("new one").y == 25 * TILE_SUB
    desk.game.tick(120, draw=True)


def test_who_was_erased_is_gone_and_who_would_stand_in_a_wall_begins_anew(desk: Watched) -> None:
    desk.game.tick(30)
    text = desk.text()
    begin = text.index('<object id="', text.index('name="actors"'))
    end = text.index("</object>", begin) + len("</object>")
    in_place(desk.path, text[:begin] + text[end:])
    desk.look()

    assert desk.world.minds == []
    desk.game.tick(60, draw=True)


def test_a_broken_map_is_told_until_it_is_mended_and_the_night_goes_on(desk: Watched) -> None:
    night, text = desk.game.night, desk.text()
    in_place(desk.path, text.replace('type="Patrol"', 'type="Patroll"'))
    desk.look()

    assert desk.game.night is night
    assert desk.watch.trouble.startswith("mine.tmx:")
    assert "Patroll" in desk.watch.trouble
    assert not desk.game.scene.is_silent
    desk.game.tick(200)
    assert not desk.game.scene.is_silent
    assert night.world.tick >= 200
    in_place(desk.path, text)
    desk.look()
    assert desk.watch.trouble == ""
    assert desk.game.night is not night


def test_half_a_file_and_no_file_change_nothing_and_the_rest_is_found(desk: Watched) -> None:
    night, text = desk.game.night, desk.text()
    desk.path.write_text("")
    assert desk.watch.look()
    in_place(desk.path, text[: len(text) // 2])
    assert desk.watch.look()
    assert desk.watch.loading is None
    desk.path.unlink()
    desk.look()
    assert desk.game.night is night
    assert "mine.tmx" in desk.watch.trouble
    by_rename(desk.path, text.replace('name="way out"', 'name="the gap"'))
    desk.look()
    assert desk.world.level.place("the gap") is not None


@pytest.mark.parametrize(
    "name", ["tilesets/walls.tsx", "tilesets/ground.png", "suna.local.tiled-project"]
)
def test_all_that_a_map_is_made_of_is_watched(desk: Watched, name: str) -> None:
    night, file = desk.game.night, desk.path.parent / name
    later = file.stat().st_mtime_ns + 1_000_000_000
    os.utime(file, ns=(later, later))
    desk.look()

    assert desk.game.night is not night


def test_a_template_that_came_into_use_meanwhile_is_watched_too(desk: Watched) -> None:
    text = desk.text()
    one = '<object id="90" template="templates/rogue.tx" x="500" y="300"/>'
    place = text.index("</objectgroup>", text.index('name="actors"'))
    in_place(desk.path, text[:place] + one + text[place:])
    desk.look()
    night = desk.game.night
    template = desk.path.parent / "templates" / "rogue.tx"
    in_place(template, template.read_text().replace('name=""', 'name="from the template"'))
    desk.look()

    assert desk.game.night is not night
    assert desk.mind("from the template").id == 90


def test_what_a_broken_map_lacked_is_found_when_it_comes(desk: Watched) -> None:
    template = desk.path.parent / "templates" / "mine.tx"
    text = desk.text()
    one = '<object id="90" name="late" template="templates/mine.tx" x="500" y="300"/>'
    place = text.index("</objectgroup>", text.index('name="actors"'))
    in_place(desk.path, text[:place] + one + text[place:])
    desk.look()
    assert "mine.tx" in desk.watch.trouble
    shutil.copy(template.with_name("rogue.tx"), template)
    for _ in range(3):
        desk.look()

    assert desk.mind("late").id == 90


def test_a_night_is_kept_through_many_saves_and_other_sizes(desk: Watched) -> None:
    for width in (48, 60, 48):
        drawing = MapDrawing(width, 32)
        drawing.point("Start", "start", (5.5, 16.5))
        drawing.point("SandSnake", f"snake of {width}", (20.5, 20.5))
        drawing.save(desk.path)
        desk.look()
        desk.game.tick(20, draw=True)

        assert desk.world.level.width == width
    assert desk.world.tick >= 60


def test_she_goes_to_the_start_if_a_wall_was_built_where_she_stands(desk: Watched) -> None:
    with desk.game.holding("d"):
        desk.game.tick(90)
    here = desk.world.sakura.x // TILE_SUB, desk.world.sakura.y // TILE_SUB
    text = desk.text()
    head = text.index('encoding="csv">', text.index('name="walls"')) + len('encoding="csv">\n')
    rows = text[head : text.index("</data>", head)].strip().split("\n")
    cells = rows[here[1]].rstrip(",").split(",")
    first = int(text.split('firstgid="')[2].split('"')[0])
    cells[here[0]] = str(first + 365)
    rows[here[1]] = ",".join(cells) + ("," if here[1] < len(rows) - 1 else "")
    tail = text[text.index("</data>", head) :]
    in_place(desk.path, text[:head] + "\n".join(rows) + "\n" + tail)
    desk.look()

    assert desk.watch.trouble == ""
    assert desk.world.sakura.x == 5 * TILE_SUB + TILE_SUB // 2


def test_a_watched_night_goes_on_behind_the_window_of_tiled(desk: Watched) -> None:
    pygame.event.post(pygame.Event(pygame.WINDOWFOCUSLOST))
    desk.game.tick(30)
    assert desk.game.top is desk.game.scene
    assert desk.world.tick >= 29

    desk.game.scene.watch = None
    pygame.event.post(pygame.Event(pygame.WINDOWFOCUSLOST))
    desk.game.tick(2)
    assert desk.game.top is not desk.game.scene


def test_the_disk_is_looked_at_four_times_a_second(desk: Watched) -> None:
    in_place(desk.path, desk.text().replace('name="way out"', 'name="the gap"'))
    night = desk.game.night
    for _ in range(2 * LOOK_EVERY_TICKS):
        desk.game.tick(1)
        if desk.watch.loading is not None:
            desk.watch.loading.outcome(wait=True)

    assert desk.game.night is not night


if TILED:
    MOVE = """
function work(map) {
    const actors = map.layers.find(layer => layer.name === "actors");
    actors.objects[0].pos = Qt.point(480, 200);
    tiled.trigger("Save");
}
"""

    def test_who_is_moved_and_saved_in_tiled_stands_there_in_the_game(
        desk: Watched, tmp_path: Path
    ) -> None:
        desk.game.tick(30)
        her = desk.world.sakura.x, desk.world.sakura.y
        (tmp_path / "home").mkdir()
        said = at_desk(tmp_path / "home", desk.path, MOVE)
        desk.look()

        assert said == []
        patrol = desk.mind("patrol")
        assert (patrol.home_x, patrol.home_y) == (480 * 256, 200 * 256)
        assert (desk.world.sakura.x, desk.world.sakura.y) == her

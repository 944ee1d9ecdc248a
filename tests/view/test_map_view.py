"""The map opens where she is, keeps what she has felt, and moves no further than its rim."""

import numpy as np
import pygame
import pytest

from game.content import load_level
from game.content.paths import maps_folder
from game.content.strings import ENGLISH, PSEUDO
from game.core.units import TILE_SUB
from game.sim import Command, World, step
from game.sim.command import Button
from game.sim.level import Kind
from game.sim.tale.night import Beat
from game.view.map_picture import miniature
from game.view.map_view import VIEW, ZOOMS, MapView
from game.view.options import StageOptions
from game.view.palette import rgb
from game.view.trails import Trails, TrailsError
from tests.sim.nights import WALK_EAST, Person, night, pass_time, put
from tests.view.nights_told import canvas, library, pixels

WIDE = "\n".join(["." * 320, "." * 12 + "!" + "." * 307, "@" + "." * 319, *["." * 320] * 57])


def view_of(world: World) -> MapView:
    return MapView(library(), world.level, StageOptions(flicker=False))


def drawn(view: MapView, world: World) -> pygame.Surface:
    target = canvas()
    view.draw(target, world, 1.0)
    return target


def place_of(target: pygame.Surface, color: str) -> tuple[int, int]:
    mask = pygame.mask.from_threshold(target.subsurface(VIEW), rgb(color), (1, 1, 1, 255))
    x, y = mask.centroid()
    return x + VIEW.x, y + VIEW.y


def test_she_stands_on_the_map_where_she_stands_in_the_dunes() -> None:
    world = night(WIDE)
    view = view_of(world)
    put(world.sakura, 100, 30)
    west = place_of(drawn(view, world), "pink3")
    put(world.sakura, 140, 30)
    east = place_of(drawn(view, world), "pink3")
    assert east[0] - west[0] == pytest.approx(40 * view.scale, abs=2)
    assert east[1] == pytest.approx(west[1], abs=2)


def test_the_map_opens_around_her_and_keys_that_are_not_pressed_do_not_move_it() -> None:
    world = night(WIDE)
    put(world.sakura, 160, 30)
    view = view_of(world)
    view.open()
    view.zoom(1)
    view.pan(0, 0)
    x, _ = place_of(drawn(view, world), "pink3")
    assert x == pytest.approx(VIEW.centerx, abs=4)


def test_it_zooms_in_two_steps_and_ends_at_the_rim() -> None:
    world = night(WIDE)
    view = view_of(world)
    far = view.scale
    view.zoom(9)
    assert view.scale == far * 2 ** (ZOOMS - 1)
    view.pan(100_000, 0)
    rim = pixels(drawn(view, world))
    view.pan(100_000, 0)
    assert pixels(drawn(view, world)) == rim
    view.zoom(-9)
    assert view.scale == far


def test_a_signed_marker_looks_different_from_one_to_come() -> None:
    world = night(WIDE, story=True)
    view = view_of(world)
    before = pixels(drawn(view, world).subsurface(VIEW))
    world.story.markers.append(1)
    assert pixels(drawn(view, world).subsurface(VIEW)) != before


def test_a_training_ground_is_named_above_its_map_and_its_goals_lie_on_it() -> None:
    level = load_level(maps_folder() / "training" / "gaits.tmx")
    world = World.new(level, seed=7)
    step(world, Command())
    view = view_of(world)
    target = drawn(view, world)
    goal = level.place("the_split_rock")
    assert goal is not None
    x, y = (VIEW.centerx, VIEW.centery)
    x += goal.x * view.scale // TILE_SUB - level.width * view.scale // 2
    y += goal.y * view.scale // TILE_SUB - level.height * view.scale // 2
    assert target.get_at((x, y))[:3] == rgb("lamp3")[:3]

    world.goals_met.append(level.goals[0].id)
    assert drawn(view, world).get_at((x, y))[:3] != rgb("lamp3")[:3]
    assert place_of(target, "steel3") == (VIEW.x, VIEW.y), "its own name is no place on it"


def test_what_a_pulse_said_of_the_one_in_the_west_lies_on_the_map() -> None:
    world = night(WIDE, story=True)
    view = view_of(world)
    plain = pixels(drawn(view, world).subsurface(VIEW))
    world.sensing.belief = np.full((15, 80), -4096, np.int32)
    world.sensing.belief[4:8, 20:30] = 0
    clouded = drawn(view, world)
    assert pixels(clouded.subsurface(VIEW)) != plain
    x, y = place_of(clouded, "chak3")
    map_x = VIEW.centerx - 320 * view.scale // 2
    assert map_x + 75 * view.scale < x < map_x + 125 * view.scale
    assert y < VIEW.centery + 10


@pytest.mark.parametrize("locale", [ENGLISH, PSEUDO])
@pytest.mark.parametrize("large", [False, True])
def test_drawing_the_map_changes_nothing(locale: str, large: bool) -> None:
    world = night(WIDE, story=True)
    world.story.beat = Beat.PULSE
    pass_time(world, 40, Command(buttons=Button.SENSE))
    events = step(world, Command())
    view = MapView(library(locale), world.level, StageOptions(large_text=large))
    view.note(world, events)
    before = world.digest()
    for _ in range(3):
        drawn(view, world)
        view.tick()
        view.zoom(1)
    assert world.digest() == before


def test_dunes_walls_and_surfaces_show_in_miniature() -> None:
    flat = night("@.......")
    rocky = night("@..oo##.")
    assert pixels(miniature(flat.level, 2)) != pixels(miniature(rocky.level, 2))
    assert miniature(rocky.level, 3).get_size() == (24, 3)


def test_her_trail_is_kept_each_second_and_a_stay_takes_no_room() -> None:
    world = night("@" + "." * 60 + "P", P=Person(Kind.PATROL))
    trails = Trails()
    for tick in range(1200):
        step(world, WALK_EAST if tick < 300 else Command())
        trails.note(world)
    assert trails.hers[0][1] < trails.hers[-1][1]
    assert 5 < len(trails.hers) < 12
    assert trails.hers[-1][0] == 1200
    patrol = world.minds[0]
    assert trails.kinds == {patrol.id: Kind.PATROL}
    assert len(trails.theirs[patrol.id]) == 2


def test_going_back_in_the_night_forgets_the_steps_after_it() -> None:
    world = night("@" + "." * 60)
    trails = Trails()
    for _ in range(600):
        step(world, WALK_EAST)
        trails.note(world)
    trails.cut(300)
    assert trails.hers[-1][0] == 300


def test_trails_come_back_from_a_save_and_damage_is_refused() -> None:
    world = night("@..P" + "." * 60, P=Person(Kind.ROGUE))
    trails = Trails()
    for _ in range(240):
        step(world, Command())
        trails.note(world)
    packed = trails.pack()
    assert Trails.unpack(packed) == trails
    for damaged in (packed[:-3], b"", b"\x01" + packed):
        with pytest.raises(TrailsError):
            Trails.unpack(damaged)

"""The bench's worst frame is a real one: everybody, every cone, lamps, a pulse and a gust."""

from game.content.levels import load_map
from game.content.paths import maps_folder
from game.sim.land.weather import WindKind, wind_at
from game.view.camera import View
from game.view.frame_bench import PEOPLE, crowded_night


def test_the_crowd_of_the_bench_is_all_in_the_picture_and_in_the_gust() -> None:
    world = crowded_night(load_map(maps_folder() / "suna.tmx"))
    her = world.sakura
    view = View(her.x // 256 - 240, her.y // 256 - 145, world.tick, 1.0)
    shown = [mind for mind in world.minds if view.shows(mind.x // 256, mind.y // 256)]
    assert len(shown) == PEOPLE
    assert wind_at(world, her.x, her.y).kind is WindKind.GUST
    assert any(view.shows(lamp.x // 256, lamp.y // 256) for lamp in world.level.lights)

"""What a map maker is shown of rounds, sight and sound is what the night does."""

import pytest

from game.content import load_level
from game.content.paths import maps_folder
from game.core.units import tile_of
from game.lab.rounds import go_round, round_ticks, undisturbed, visits
from game.lab.watched import (
    heard_grid,
    heat,
    light_grid,
    seen_by_all,
    seen_from,
    shade_grid,
    step_tiles,
    watches,
)
from game.sim import World
from game.sim.command import Gait
from game.sim.land.light import light_at
from game.sim.level import Level
from game.sim.minds.eyes import Zone, eyes_of
from game.sim.minds.hearing import reached
from game.sim.minds.perception import sight_cells
from game.sim.moment import Noise


@pytest.fixture(scope="module", params=["gaits", "lamps"])
def level(request: pytest.FixtureRequest) -> Level:
    return load_level(maps_folder() / "training" / f"{request.param}.tmx")


def test_the_cells_shown_are_those_that_the_minds_see(level: Level) -> None:
    world = undisturbed(level)
    shades = shade_grid(world)
    for _ in range(12):
        go_round(world, 97)
        for mind in world.minds:
            (rows, columns), zones = seen_from(world, eyes_of(mind), shades)
            shown = [
                (x + columns.start, y + rows.start, Zone(zones.item(y, x)))
                for y in range(zones.shape[0]) for x in range(zones.shape[1]) if zones.item(y, x)
            ]
            assert shown == sight_cells(world, mind)


def test_light_is_that_of_the_night(level: Level) -> None:
    world = undisturbed(level)
    light = light_grid(world)

    for column, row in ((3, 8), (25, 24), (35, 26), (50, 30)):
        assert light[row, column] == light_at(world, column * 4096, row * 4096)


def test_heat_is_nowhere_more_than_always_and_certainty_no_more_than_sight(level: Level) -> None:
    found = heat(level, 600)

    assert found.looks == 30
    assert found.seen.max() <= found.looks
    assert (found.certain <= found.seen).all()
    first = seen_by_all(undisturbed(level), shade_grid(undisturbed(level)))
    assert (found.seen[first > 0] > 0).all()


def test_nobody_notices_anything_on_undisturbed_rounds(level: Level) -> None:
    world = undisturbed(level)
    go_round(world, 1200)

    assert all(mind.meter == 0 and mind.alert == 0 for mind in world.minds)
    assert any(watches(world, mind) for mind in world.minds)


def test_a_round_takes_as_long_each_time() -> None:
    level = load_level(maps_folder() / "training" / "gaits.tmx")
    found = visits(level, 9000)
    walker = next(mind for mind in level.actors if mind.name == "the_walker")
    times = [visit.tick for visit in found if visit.mind == walker.id and visit.point == 0]

    assert times[2] - times[1] == round_ticks(found, walker.id) > 600
    points = [visit.point for visit in found if visit.mind == walker.id]
    assert points[:6] == [0, 1, 2, 3, 4, 0]


def test_a_sound_is_heard_on_the_cells_shown_and_on_no_others() -> None:
    level = load_level(maps_folder() / "training" / "lamps.tmx")
    world = World.new(level)
    start = tile_of(world.sakura.x), tile_of(world.sakura.y)
    reach = step_tiles(world, Gait.RUN, start)
    grid = heard_grid(world, start, reach)
    sentry = world.minds[0]
    noise = Noise("step", 0, world.sakura.x, world.sakura.y, reach)
    for column in range(16):
        for row in range(16, 36):
            sentry.x, sentry.y = column * 4096 + 2048, row * 4096 + 2048
            assert bool(reached(world, noise, [sentry])) == bool(grid[row, column])

"""Light: the moon and its shadows, lamps and dust; one answer per tile."""

from game.core.units import tile_centre
from game.sim import tuning
from game.sim.land.light import light_at, shadow_length
from game.sim.land.weather import WindKind
from game.sim.minds.eyes import Shade, shade_of
from game.sim.world import World
from tests.sim.nights import night

YARD = """
    ............
    ....##......
    ....##......
    ............
    ............
    ........*..@
    ............
"""


def light_on(world: World, tile_x: int, tile_y: int, wind: WindKind = WindKind.STILL) -> int:
    return light_at(world, tile_centre(tile_x), tile_centre(tile_y), wind)


def test_open_sand_under_the_moon_is_half_light() -> None:
    world = night(YARD, lamp_tiles=1)
    assert shade_of(light_on(world, 1, 3)) is Shade.HALF


def test_a_wall_throws_its_shadow_away_from_the_moon_and_not_towards_it() -> None:
    world = night(YARD, lamp_tiles=1)
    assert shade_of(light_on(world, 6, 2)) is Shade.DARK
    assert shade_of(light_on(world, 3, 1)) is Shade.HALF


def test_shadows_shorten_as_the_moon_climbs() -> None:
    early, late = night(YARD, lamp_tiles=1), night(YARD, lamp_tiles=1, clock_minutes=28 * 60)
    dark = [
        sum(shade_of(light_on(w, x, y)) is Shade.DARK for x in range(12) for y in range(7))
        for w in (early, late)
    ]
    assert dark[0] > dark[1]
    assert shadow_length(20 * 60) > shadow_length(29 * 60)


def test_a_lamp_lights_its_disc_and_only_while_it_burns() -> None:
    world = night(YARD, lamp_tiles=2)
    assert shade_of(light_on(world, 8, 4)) is Shade.LIT
    assert shade_of(light_on(world, 11, 5)) is Shade.HALF
    world.doused.append(world.level.lights[0].id)
    assert light_on(world, 8, 5) <= tuning.MOON_LIGHT


def test_flying_sand_dims_everything() -> None:
    world = night(YARD, lamp_tiles=1)
    still = light_on(world, 1, 3)
    gust = light_on(world, 1, 3, WindKind.GUST)
    storm = light_on(world, 1, 3, WindKind.STORM)
    assert still > gust > storm


def test_off_the_map_there_is_plain_moonlight() -> None:
    assert light_on(night(YARD), -5, 400) == tuning.MOON_LIGHT

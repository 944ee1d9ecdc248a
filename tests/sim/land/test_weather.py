"""Wind: gusts cross the map as fronts, are told before they come, and leave the lee in peace."""

from dataclasses import replace
from itertools import pairwise

from game.core.units import TILE_SUB, seconds, tile_centre
from game.sim import tuning
from game.sim.events import GustBegan, GustComing, GustEnded, StormBegan, StormEnded
from game.sim.land.desert import Gust
from game.sim.land.weather import (
    GUST_SPREAD_HEADINGS,
    WindKind,
    arrives,
    gusts_between,
    is_lee,
    wind_at,
)
from game.sim.level import Area, Level, Zone
from game.sim.world import World
from tests.sim.nights import EAST, STAND, WALK_EAST, WEST, night, of, pass_time, put

ROW = "@" + "." * 39
MIDDLE = tile_centre(0)


def windy(seed: int = 1, first: int = 5) -> World:
    """A night in which gusts blow eastward by themselves."""
    level = night(ROW).level
    conditions = replace(level.conditions, first_gust_ticks=first, gust_heading=EAST)
    return World.new(replace(level, conditions=conditions), seed)


def blown(level: Level, ticks: int = 240) -> World:
    """A night with one eastward gust that enters the map in tick 0."""
    world = World.new(level)
    world.weather.gusts.append(Gust(0, ticks, EAST, 1))
    return world


def test_a_front_crosses_ten_tiles_in_a_second() -> None:
    level = night(ROW).level
    gust = Gust(100, 240, EAST, 1)
    ticks = [arrives(level, gust, tile_centre(x), MIDDLE) for x in (0, 10, 20, 39)]
    assert ticks[0] - 100 <= 3
    assert abs(ticks[1] - ticks[0] - seconds(1)) <= 1
    assert abs(ticks[2] - ticks[1] - seconds(1)) <= 1


def test_a_front_from_the_other_side_comes_from_there() -> None:
    level = night(ROW).level
    gust = Gust(0, 240, WEST, 1)
    assert arrives(level, gust, tile_centre(39), MIDDLE) < seconds(1) // 10
    assert arrives(level, gust, tile_centre(0), MIDDLE) > seconds(3)


def test_it_blows_from_the_front_on_for_as_long_as_the_gust_lasts() -> None:
    world = blown(night(ROW).level, ticks=60)
    here = tile_centre(10)
    front = arrives(world.level, world.weather.gusts[0], here, MIDDLE)
    kinds = []
    for tick in (front - 1, front, front + 59, front + 60):
        world.tick = tick
        kinds.append(wind_at(world, here, MIDDLE).kind)
    assert kinds == [WindKind.STILL, WindKind.GUST, WindKind.GUST, WindKind.STILL]


def test_she_is_told_of_a_gust_just_as_long_before_as_it_says() -> None:
    world = windy()
    put(world.sakura, 30, 0)
    told = -1
    for _ in range(seconds(6)):
        tick = world.tick
        happened = pass_time(world, 1)
        for coming in of(happened, GustComing):
            told = tick + coming.ticks
        if of(happened, GustBegan):
            assert tick == told
            break
    else:
        raise AssertionError("no gust came")
    assert of(pass_time(world, tuning.GUST_LENGTH_TICKS[1]), GustEnded)


def test_each_gust_is_told_once() -> None:
    world = windy()
    put(world.sakura, 30, 0)
    happened = pass_time(world, seconds(100))
    while world.weather.announced > len(of(happened, GustBegan)):
        happened += pass_time(world, 1)
    told = [event.heading for event in of(happened, GustComing)]
    assert told == [event.heading for event in of(happened, GustBegan)]
    assert len(told) > 2


def test_the_next_gust_keeps_its_distance_and_its_heading() -> None:
    world = windy()
    for _ in range(5):
        world.tick = world.weather.next_gust_tick
        pass_time(world, 1)
    gusts = world.weather.gusts
    low, high = tuning.GUST_GAP_TICKS
    gaps = [after.begins - before.begins for before, after in pairwise(gusts)]
    assert len(gaps) >= 3
    assert all(low <= gap <= high for gap in gaps)
    for gust in gusts:
        assert min(gust.heading, 1024 - gust.heading) <= GUST_SPREAD_HEADINGS


def test_a_seed_has_its_own_gusts() -> None:
    def gusts(seed: int) -> list[Gust]:
        world = windy(seed)
        pass_time(world, 10)
        return world.weather.gusts

    assert gusts(1) == gusts(1)
    assert gusts(1) != gusts(2)


def test_a_still_night_stays_still() -> None:
    world = windy(first=-1)
    pass_time(world, seconds(90))
    assert world.weather.gusts == []


def test_behind_a_dune_the_gust_is_a_breath() -> None:
    level = night(ROW).level
    heights = level.heights.copy()
    heights[:, 30:34] = 1500
    level = replace(
        level, heights=heights, conditions=replace(level.conditions, gust_heading=EAST)
    )
    world = blown(level, ticks=seconds(60))
    world.tick = seconds(10)
    assert wind_at(world, tile_centre(10), MIDDLE).kind is WindKind.GUST
    assert wind_at(world, tile_centre(18), MIDDLE).kind is WindKind.LEE
    assert wind_at(world, tile_centre(18), MIDDLE).strength < 500
    assert is_lee(level, tile_centre(18), MIDDLE)
    assert not is_lee(level, tile_centre(38), MIDDLE)


def test_off_the_map_nothing_is_sheltered() -> None:
    assert not is_lee(night(ROW).level, -TILE_SUB, MIDDLE)


def test_walking_into_the_wind_is_slower_and_before_it_quicker() -> None:
    covered = []
    for heading in (None, EAST, WEST):
        world = night(ROW)
        if heading is not None:
            world.weather.gusts.append(Gust(-1000, seconds(60), heading, 1))
        pass_time(world, seconds(2), WALK_EAST)
        covered.append(world.sakura.x)
    still, before, against = covered
    assert against < still < before


def test_gusts_are_counted_from_a_moment_on() -> None:
    world = blown(night(ROW).level)
    world.weather.gusts.append(Gust(1000, 240, EAST, 2))
    world.tick = 2000
    since = [gusts_between(world, tile_centre(5), MIDDLE, tick) for tick in (-1, 500, 1500)]
    assert since == [2, 1, 0]


def test_storm_country_raises_its_storm_when_she_walks_in_and_only_once() -> None:
    level = night(ROW).level
    zone = Zone(50, "howling flats", Area.STORM, tile_centre(2), 0, TILE_SUB * 30, TILE_SUB)
    world = World.new(
        replace(
            level, zones=(zone,), conditions=replace(level.conditions, storms=2, gust_heading=EAST)
        )
    )
    assert not of(pass_time(world, seconds(8)), StormBegan)
    happened = pass_time(world, seconds(3), WALK_EAST)
    happened += pass_time(world, tuning.STORM_TICKS * 2, STAND)
    assert len(of(happened, StormBegan)) == 1
    assert len(of(happened, StormEnded)) == 1
    assert len(world.weather.storms) == 1

"""What is carried over when a map is drawn anew under a night, and what begins anew."""

from dataclasses import replace

import pytest

from game.content import load_level
from game.content.paths import maps_folder
from game.lab.redrawn import carry_on
from game.sim import Command, World, step
from game.sim.beings import Alert
from game.sim.level import Level, Spot


@pytest.fixture(scope="module")
def level() -> Level:
    return load_level(maps_folder() / "training" / "lamps.tmx")


@pytest.fixture
def night(level: Level) -> World:
    """A night that has gone on for a while."""
    world = World.new(level, 5)
    for _ in range(40):
        step(world, Command(move=0))
    return world


def lamp(level: Level) -> int:
    return next(light.id for light in level.lights if light.name == "west_lamp")


def test_nothing_changes_where_nothing_was_changed(night: World, level: Level) -> None:
    before = night.digest()

    assert carry_on(night, replace(level)).digest() == before


def test_lamps_put_out_stay_out_and_those_erased_are_forgotten(
    night: World, level: Level
) -> None:
    night.doused = [lamp(level)]
    assert carry_on(night, replace(level)).doused == [lamp(level)]
    assert carry_on(night, replace(level, lights=())).doused == []


def test_she_stands_in_the_open_where_her_hiding_place_was_erased(
    night: World, level: Level
) -> None:
    place = next(each for each in level.places if each.kind is not Spot.START)
    night.sakura.inside = place.id
    assert carry_on(replace(night, sakura=replace(night.sakura)), replace(level)).sakura.inside
    rest = tuple(each for each in level.places if each is not place)
    assert carry_on(night, replace(level, places=rest)).sakura.inside == 0


def test_whoever_hunted_somebody_erased_calms_down(night: World, level: Level) -> None:
    hunter = night.minds[0]
    hunter.target, hunter.alert, hunter.meter, hunter.met = 4711, Alert.CHASE, 1000, [4711]

    mind = carry_on(night, replace(level)).minds[0]
    assert (mind.target, mind.alert, mind.meter, mind.met) == (0, Alert.CALM, 0, [])


def test_who_hunts_her_goes_on(night: World, level: Level) -> None:
    hunter = night.minds[0]
    hunter.alert, hunter.meter = Alert.CHASE, 1000

    assert carry_on(night, replace(level)).minds[0].alert is Alert.CHASE


def test_a_goal_met_counts_unless_it_asks_something_else(night: World, level: Level) -> None:
    first, *rest = level.goals
    night.goals_met = [first.id]
    assert carry_on(night, replace(level)).goals_met == [first.id]
    other = replace(first, target=rest[0].target)
    assert carry_on(night, replace(level, goals=(other, *rest))).goals_met == []


def test_the_hour_and_the_wind_follow_the_map(night: World, level: Level) -> None:
    tick = night.tick
    windy = replace(level.conditions, first_gust_ticks=300, clock_minutes=23 * 60)
    world = carry_on(night, replace(level, conditions=windy))

    assert world.minutes == 23 * 60
    assert world.weather.next_gust_tick == tick + 300
    for _ in range(310):
        step(world, Command())
    assert world.weather.gusts


def test_someone_wounded_comes_and_goes_with_the_map(night: World, level: Level) -> None:
    place = replace(level.places_of(Spot.START)[0], id=990, kind=Spot.WOUNDED, name="he")
    world = carry_on(night, replace(level, places=(*level.places, place)))
    assert world.patient is not None
    assert carry_on(world, replace(level)).patient is None

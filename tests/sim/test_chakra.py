"""One reserve for everything: what pulses and light feet cost, and what a pulse tells."""

from dataclasses import replace

import pytest

from game.core.headings import heading_of, turn_between
from game.core.units import TILE_SUB, seconds, tile_centre, tiles
from game.sim import tuning
from game.sim.chakra import pulse_cost, pulse_radius
from game.sim.command import Button, Command, Gait
from game.sim.events import Refused, Sensed, SignatureFelt
from game.sim.level import Kind, Place, Spot
from game.sim.world import World
from tests.sim.nights import STAND, WALK_EAST, Person, going, night, of, pass_time, put

FULL = tuning.CHAKRA_FULL * tuning.CHAKRA_MILLI
SENSE = Command(buttons=Button.SENSE)
SPREAD = tuning.PULSE_FULL_TICKS + 1


def pulse(world: World, ticks: int = SPREAD) -> list[SignatureFelt]:
    """Let a pulse grow for so long and let go; what it tells."""
    return of(pass_time(world, ticks, SENSE) + pass_time(world, 1), SignatureFelt)


def wide(*people: tuple[int, Kind], seed: int = 1) -> World:
    """A row of 300 tiles; she stands at its west end, people at some columns."""
    world = night("@" + "." * 298 + "P", seed=seed, P=Person(Kind.PATROL))
    actors = tuple(
        replace(world.level.actors[0], id=number, name=f"one_{number}", kind=kind, x=tile_centre(x))
        for number, (x, kind) in enumerate(people, start=1)
    )
    return World.new(replace(world.level, actors=actors), seed)


def with_signature(strength: int, x: int, seed: int = 1) -> World:
    level = wide(seed=seed).level
    place = Place(
        900, "far one", Spot.SIGNATURE, tile_centre(x), tile_centre(0), strength=strength
    )
    return World.new(replace(level, places=(*level.places, place)), seed)


def test_light_feet_drain_and_walking_does_not() -> None:
    light, walking = night("@" + "." * 40), night("@" + "." * 40)
    pass_time(light, seconds(5), going(WALK_EAST, Gait.LIGHT))
    pass_time(walking, seconds(5), WALK_EAST)
    assert walking.sakura.chakra == FULL
    cost = 5 * tuning.LIGHT_FOOT_PER_SECOND * tuning.CHAKRA_MILLI
    assert abs(FULL - light.sakura.chakra - cost) < cost // 20


def test_without_chakra_light_feet_are_plain_feet() -> None:
    world = night("@" + "." * 40)
    world.sakura.chakra = 0
    pass_time(world, 30, going(WALK_EAST, Gait.LIGHT))
    assert world.sakura.gait is Gait.WALK


def test_standing_still_gives_it_back_but_never_beyond_full() -> None:
    world = night("@....")
    world.sakura.chakra = FULL - 10_000
    pass_time(world, seconds(2))
    assert FULL - 10_000 < world.sakura.chakra < FULL
    pass_time(world, seconds(10))
    assert world.sakura.chakra == FULL


def test_a_thought_listened_to_gives_twice_as_much() -> None:
    gained = []
    for listening in (False, True):
        world = night("@....")
        world.sakura.chakra = 0
        if listening:
            world.story.thought, world.story.thought_ticks = "dunes", 999
        held = Command(buttons=Button.ACT) if listening else STAND
        pass_time(world, seconds(3), held)
        gained.append(world.sakura.chakra)
    assert gained[1] > gained[0] * 3 // 2


@pytest.mark.parametrize(
    ("ticks", "cost", "radius"),
    [
        (0, tuning.PULSE_TAP_COST, tuning.PULSE_TAP_RADIUS_SUB),
        (tuning.PULSE_FULL_TICKS, tuning.PULSE_FULL_COST, tuning.PULSE_FULL_RADIUS_SUB),
        (9999, tuning.PULSE_FULL_COST, tuning.PULSE_FULL_RADIUS_SUB),
    ],
)
def test_a_pulse_costs_and_reaches_what_it_has_grown_to(
    ticks: int, cost: int, radius: int
) -> None:
    assert (pulse_cost(ticks), pulse_radius(ticks)) == (cost, radius)


def test_a_full_pulse_is_paid_when_it_is_let_go() -> None:
    world = night("@....")
    pass_time(world, SPREAD, SENSE)
    assert world.sakura.chakra == FULL
    happened = pass_time(world, 1)
    assert world.sakura.chakra == FULL - tuning.PULSE_FULL_COST * tuning.CHAKRA_MILLI
    assert [event.tiles for event in of(happened, Sensed)] == [20]


def test_without_chakra_no_pulse_begins_and_she_is_told() -> None:
    world = night("@....")
    world.sakura.chakra = (tuning.PULSE_TAP_COST - 1) * tuning.CHAKRA_MILLI
    happened = pass_time(world, 30, SENSE) + pass_time(world, 5)
    assert [event.why for event in of(happened, Refused)] == ["no_chakra"]
    assert not of(happened, Sensed)


def test_a_pulse_stops_growing_where_the_chakra_ends() -> None:
    world = night("@....")
    world.sakura.chakra = 50 * tuning.CHAKRA_MILLI
    happened = pass_time(world, SPREAD, SENSE) + pass_time(world, 1)
    assert 8 < of(happened, Sensed)[0].tiles < 20
    assert world.sakura.chakra >= 0


def test_inside_the_ring_everybody_is_felt_exactly() -> None:
    world = wide((15, Kind.PATROL), (19, Kind.SNAKE))
    felt = pulse(world)
    assert [(one.who, one.exact, one.error) for one in felt] == [
        ("one_1", True, 0), ("one_2", True, 0),
    ]
    assert [one.kind for one in felt] == ["calm", "animal"]
    assert [(one.x, one.y) for one in world.sensing.felt] == [
        (mind.x, mind.y) for mind in world.minds
    ]


def test_beyond_the_ring_comes_a_bearing_with_an_error_that_it_keeps_to() -> None:
    for seed in range(20):
        world = wide((35, Kind.PATROL), seed=seed)
        (one,) = pulse(world)
        mind, her = world.minds[0], world.sakura
        exact = heading_of(mind.x - her.x, mind.y - her.y)
        assert not one.exact
        assert one.error > 0
        assert abs(turn_between(exact, one.bearing)) <= one.error


def test_people_are_not_felt_across_half_the_desert() -> None:
    assert pulse(wide((45, Kind.PATROL))) == []


def test_a_strong_signature_is_felt_from_afar_and_a_weak_one_is_not() -> None:
    assert [one.who for one in pulse(with_signature(1000, 250))] == ["far one"]
    assert pulse(with_signature(300, 250)) == []


def test_the_further_the_weaker_and_the_less_certain() -> None:
    near, far = (pulse(with_signature(1000, x))[0] for x in (25, 280))
    assert near.strength > far.strength
    assert near.error < far.error


def test_asking_twice_from_one_place_tells_nothing_new() -> None:
    world = with_signature(1000, 250)
    first, second = pulse(world)[0], pulse(world)[0]
    assert first.bearing == second.bearing


def test_places_apart_err_apart() -> None:
    bearings = []
    for column in range(0, 80, 8):
        world = with_signature(1000, 250)
        put(world.sakura, column, 0)
        bearings.append(pulse(world)[0].bearing)
    assert len(dict.fromkeys(bearings)) > 3


def test_a_tapped_pulse_errs_more_than_a_full_one() -> None:
    tapped, full = (pulse(with_signature(1000, 100), ticks)[0].error for ticks in (2, SPREAD))
    assert tapped > full


def test_outlines_fade() -> None:
    world = wide((15, Kind.PATROL))
    pulse(world)
    assert world.sensing.felt
    pass_time(world, tuning.OUTLINE_TICKS)
    assert world.sensing.felt == []


def test_the_ring_is_where_she_stood_when_she_let_go() -> None:
    world = night("@" + "." * 30)
    pass_time(world, SPREAD, going(WALK_EAST, Gait.WALK, Button.SENSE))
    x = world.sakura.x
    pass_time(world, 1)
    assert abs(world.sensing.pulse_x - x) < TILE_SUB // 4
    assert world.sensing.pulse_radius == tiles(20)

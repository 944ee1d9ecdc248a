"""Thoughts come up on lonely stretches, and who listens is led on to the next of their kind."""

from dataclasses import replace

import pytest

from game.core.units import tiles
from game.sim import events, tuning
from game.sim.command import Button, Command
from game.sim.level import Area, Zone
from game.sim.tale import reverie
from game.sim.world import World
from tests.sim.nights import night, of, pass_time

LEADS_TO = {"thought_07": "thought_08"}
LISTEN = Command(buttons=Button.ACT)
WHOLE = tuning.THOUGHT_LISTEN_TICKS + 2
BREATH = tuning.THOUGHT_LEADS_ON_TICKS + 2


def lonely(*thoughts: str) -> World:
    """She stands where these thoughts come up one after another."""
    level = night("@.....").level
    zones = tuple(
        Zone(900 + number, text, Area.THOUGHT, 0, 0, tiles(6), tiles(1), text)
        for number, text in enumerate(thoughts)
    )
    return World.new(replace(level, zones=zones, leads_to=LEADS_TO), seed=1)


def offered(happened: list[events.Event]) -> list[str]:
    return [event.what for event in of(happened, events.ThoughtOffered)]


def test_who_listens_to_the_end_is_led_on_and_who_does_not_is_not() -> None:
    world = lonely("thought_07")
    assert offered(pass_time(world, WHOLE, LISTEN)) == ["thought_07"]
    assert offered(pass_time(world, BREATH)) == ["thought_08"]
    world = lonely("thought_07")
    assert offered(pass_time(world, 2 * tuning.THOUGHT_OFFER_TICKS)) == ["thought_07"]


def test_held_on_she_drifts_from_one_thought_into_the_next() -> None:
    world = lonely("thought_07")
    pass_time(world, 2 * WHOLE + BREATH, LISTEN)
    assert world.story.thoughts == ["thought_07", "thought_08"]
    assert reverie.came_up(world) == ["thought_07", "thought_08"]


def test_a_place_waits_until_the_thought_before_has_been_followed() -> None:
    world = lonely("thought_07", "thought_13")
    pass_time(world, WHOLE, LISTEN)
    later = offered(pass_time(world, 3 * tuning.THOUGHT_OFFER_TICKS))
    assert later == ["thought_08", "thought_13"]


def test_a_thought_that_leads_nowhere_is_the_last() -> None:
    world = lonely("thought_13")
    pass_time(world, WHOLE, LISTEN)
    assert offered(pass_time(world, 3 * BREATH)) == []
    assert reverie.came_up(world) == ["thought_13"]


def test_a_night_goes_on_whose_thought_has_lost_its_second_since_it_was_saved() -> None:
    world = lonely("thought_07")
    pass_time(world, WHOLE, LISTEN)
    world = World.restore(world.snapshot(), replace(world.level, leads_to={}))
    assert offered(pass_time(world, BREATH)) == []


@pytest.mark.parametrize("listens", [True, False])
def test_what_came_up_is_counted_whether_heard_or_not(listens: bool) -> None:
    world = lonely("thought_07")
    pass_time(world, WHOLE, LISTEN if listens else Command())
    assert reverie.came_up(world) == ["thought_07", "thought_08"][: 1 + listens]

"""Whoever changes their alarm says why: a level in which somebody does not falls short."""

from pathlib import Path

import pytest

from game.lab.alarms import Alarms
from game.lab.level_file import read_level
from game.lab.runner import play
from game.sim import events
from game.sim.beings import Alert, Mind
from game.sim.events import AlertChanged, Cause
from game.sim.level import Kind
from game.sim.minds import awareness
from game.sim.moment import Moment
from game.sim.world import World
from tests.lab.small import make_map, write_level
from tests.sim.nights import Person, night

SIGHT = Cause("rogue_r", "sight", "sakura", 4, "move", 500, "walk", "sand", "still")
NO_CAUSE = Cause("rogue_r", "", "", 0, "", 0, "", "", "")


def rogue_night() -> tuple[World, Mind, Alarms]:
    world = night("R........@", R=Person(Kind.ROGUE))
    return world, world.minds[0], Alarms(world)


def told(before: str, after: str, cause: Cause = SIGHT) -> AlertChanged:
    return AlertChanged("rogue_r", before, after, "sakura", cause)


def test_a_change_that_is_told_with_its_cause_is_in_order() -> None:
    world, rogue, alarms = rogue_night()
    rogue.alert = Alert.CURIOUS
    assert alarms.untold(world, [told("calm", "curious")]) == ""
    assert alarms.untold(world, []) == "", "it was told once"


def test_two_changes_in_one_tick_are_told_one_after_the_other() -> None:
    world, rogue, alarms = rogue_night()
    rogue.alert = Alert.CHASE
    both = [told("calm", "search"), told("search", "chase")]
    assert alarms.untold(world, both) == ""
    rogue.alert = Alert.CALM
    assert "rogue_r was chase, not search" in alarms.untold(world, [told("search", "calm")])


def test_a_change_that_nobody_tells_is_found() -> None:
    world, rogue, alarms = rogue_night()
    rogue.alert = Alert.SEARCH
    somebody_else = AlertChanged("rogue_q", "calm", "search", "sakura", SIGHT)
    assert "no event says so" in alarms.untold(world, [somebody_else])


def test_a_change_without_a_cause_is_found() -> None:
    world, rogue, alarms = rogue_night()
    rogue.alert = Alert.CURIOUS
    assert "without a cause" in alarms.untold(world, [told("calm", "curious", NO_CAUSE)])


def test_who_is_felled_needs_no_other_word_for_losing_all_alarm() -> None:
    world, rogue, alarms = rogue_night()
    rogue.alert = Alert.CHASE
    assert alarms.untold(world, [told("calm", "chase")]) == ""
    rogue.alert = Alert.CALM
    assert alarms.untold(world, [events.Felled("sakura", "rogue_r", "counter")]) == ""


def test_a_level_in_which_a_change_is_not_told_falls_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_map(tmp_path)
    meets_him = 'map = "small.tmx"\nstory = "She meets him."\n[[do]]\nwalk = "patrol"\n'
    level = read_level(write_level(tmp_path, meets_him + '[[expect]]\nevent = "Challenged"\n'))
    assert play(level)[0].passed

    def silently(world: World, moment: Moment, mind: Mind, after: Alert, cause: Cause) -> None:
        mind.alert, mind.alert_ticks, mind.planned = after, 0, False

    monkeypatch.setattr(awareness, "change", silently)
    outcome, _ = play(level)
    assert "every change of alarm is told with its cause" in outcome.failures[0]

"""Her hands: what each key does beside what, and what it takes and leaves."""

from dataclasses import replace

import pytest

from game.core.units import seconds, tile_centre
from game.sim import events, tuning
from game.sim.acts import at_hand
from game.sim.beings import Item, Pose
from game.sim.command import Button, Command, Gait
from game.sim.level import Kind, Place, Spot
from game.sim.verbs import Act
from game.sim.world import World
from tests.sim.nights import (
    EAST,
    WALK_EAST,
    WEST,
    Person,
    going,
    knock_out,
    night,
    of,
    pass_time,
    put,
    tile,
    who,
)

ACT, STRIKE, THROW = (Command(buttons=key) for key in (Button.ACT, Button.STRIKE, Button.THROW))


def tap(world: World, command: Command) -> list[events.Event]:
    """Press a key and let it go."""
    return pass_time(world, 3, command) + pass_time(world, 2)


def hold(world: World, command: Command, ticks: int = tuning.HOLD_TICKS + 2) -> list[events.Event]:
    """Hold a key and let it go."""
    return pass_time(world, ticks, command) + pass_time(world, 2)


def throw(
    world: World, aim: int, tiles: int, button: Button = Button.THROW
) -> list[events.Event]:
    """Throw along a heading so far, and wait until it is down."""
    for buttons in (button, button, Button(0)):
        happened = pass_time(world, 1, Command(aim=aim, reach=tiles * 16, buttons=buttons))
    return happened + pass_time(world, seconds(1))


def with_item(what: str) -> World:
    level = night("@...").level
    place = Place(900, "found", Spot.ITEM, tile_centre(0), tile_centre(0), text=what)
    return World.new(replace(level, places=(*level.places, place)))


def test_a_tap_in_front_of_somebody_awake_only_makes_noise() -> None:
    world = night("@P...", P=Person(Kind.ROGUE, facing=WEST))
    world.sakura.heading = EAST
    happened = tap(world, STRIKE)
    assert [event.how for event in of(happened, events.Struck, who="sakura")] == ["miss"]
    assert who(world, "rogue_p").pose is not Pose.DOWN


def test_a_blow_meets_nobody_behind_her() -> None:
    world = night("P@...", P=Person(Kind.ROGUE, facing=WEST))
    world.sakura.heading = EAST
    who(world, "rogue_p").x -= 6 * 256
    assert not of(tap(world, STRIKE), events.Felled)


def test_nobody_strikes_a_child() -> None:
    world = night("@P...", P=Person(Kind.CHILD, facing=EAST))
    world.sakura.heading = EAST
    assert not of(tap(world, STRIKE), events.Felled, whom="child_p")


def test_a_held_blow_breaks_a_boulder_costs_chakra_and_leaves_a_trace() -> None:
    world = night("@&...")
    world.sakura.heading = EAST
    assert not world.terrain.walkable(1, 0)
    before = world.sakura.chakra
    happened = hold(world, STRIKE)
    assert of(happened, events.Broken)
    assert world.terrain.walkable(1, 0)
    assert before - world.sakura.chakra >= tuning.PUNCH_COST * tuning.CHAKRA_MILLI * 9 // 10
    assert [item.what for item in world.evidence] == ["broken_rock"]
    assert of(happened, events.NoiseMade, what="boulder")
    pass_time(world, seconds(2), WALK_EAST)
    assert tile(world.sakura)[0] > 1


def test_one_held_key_is_one_blow() -> None:
    world = night("@....")
    before = world.sakura.chakra
    hold(world, STRIKE, seconds(3))
    spent = (before - world.sakura.chakra) // tuning.CHAKRA_MILLI
    assert tuning.PUNCH_COST // 2 < spent <= tuning.PUNCH_COST


def test_without_chakra_she_is_told_and_nothing_breaks() -> None:
    world = night("@&...")
    world.sakura.chakra = 0
    world.sakura.heading = EAST
    happened = hold(world, STRIKE)
    assert [event.what for event in of(happened, events.Refused)] == ["punch"]
    assert world.broken == []


def test_a_pebble_comes_down_where_she_aimed_and_is_heard_there() -> None:
    world = night("@" + "." * 15)
    happened = throw(world, EAST, 6)
    assert [event.x // 4096 for event in of(happened, events.Thrown)] == [6]
    assert [event.x // 4096 for event in of(happened, events.NoiseMade, what="pebble")] == [6]
    assert world.sakura.pebbles == tuning.PEBBLES_AT_START - 1
    assert world.flying == []


def test_nothing_is_thrown_further_than_she_can_or_through_a_wall() -> None:
    far = of(throw(night("@" + "." * 20), EAST, 19), events.Thrown)
    assert far[0].x // 4096 == 9
    stopped = of(throw(night("@...#" + "." * 9), EAST, 8), events.Thrown)
    assert stopped[0].x // 4096 == 3


def test_a_pebble_puts_a_lamp_out() -> None:
    world = night("@.....*...")
    assert of(throw(world, EAST, 6), events.LampDoused)
    assert world.doused == [world.level.lights[0].id]


def test_with_empty_hands_she_is_told() -> None:
    world = night("@....")
    world.sakura.pebbles = 0
    refused = of(throw(world, EAST, 3), events.Refused)
    assert [event.why for event in refused] == ["none_left"]


def test_a_throw_can_be_called_off() -> None:
    world = night("@....")
    pass_time(world, 3, THROW)
    pass_time(world, 3, Command(buttons=Button.THROW | Button.CANCEL))
    happened = pass_time(world, 10)
    assert not of(happened, events.Thrown)
    assert world.sakura.pebbles == tuning.PEBBLES_AT_START


def test_items_are_chosen_round_and_back() -> None:
    world = night("@....")
    seen = []
    for button in (Button.ITEM_NEXT,) * 3 + (Button.ITEM_BACK,):
        tap(world, Command(buttons=button))
        seen.append(world.sakura.item)
    assert seen == [Item.KUNAI, Item.WATER, Item.PEBBLE, Item.WATER]


def test_drinking_mends_a_mark_and_never_more_than_she_had() -> None:
    world = night("@....")
    world.sakura.item, world.sakura.marks = Item.WATER, 1
    assert of(throw(world, EAST, 0), events.Drank)
    assert (world.sakura.marks, world.sakura.water) == (2, tuning.WATER_AT_START - 1)
    world.sakura.marks = tuning.MARKS
    throw(world, EAST, 0)
    assert world.sakura.marks == tuning.MARKS


@pytest.mark.parametrize(
    ("what", "field", "more"), [("kunai", "kunai", 1), ("water", "water", 1), ("", "pebbles", 2)]
)
def test_what_lies_about_is_taken_once(what: str, field: str, more: int) -> None:
    world = with_item(what)
    before = getattr(world.sakura, field)
    assert len(of(tap(world, ACT) + tap(world, ACT), events.ItemTaken)) == 1
    assert getattr(world.sakura, field) == before + more


def test_in_a_hiding_place_she_stays_until_she_comes_out() -> None:
    world = night("@%...")
    put(world.sakura, 1, 0)
    assert of(tap(world, ACT), events.Hid)
    assert world.sakura.hidden
    pass_time(world, 60, WALK_EAST)
    assert tile(world.sakura) == (1, 0)
    assert of(tap(world, ACT), events.CameOut)
    pass_time(world, 60, WALK_EAST)
    assert tile(world.sakura)[0] > 1


def test_beside_cover_she_is_hidden_only_low_and_still() -> None:
    world = night("@=...")
    pass_time(world, 30, Command(gait=Gait.SNEAK))
    assert world.sakura.hidden
    pass_time(world, 30, Command(gait=Gait.WALK))
    assert not world.sakura.hidden


def test_a_lamp_can_be_put_out_by_hand_and_lit_again() -> None:
    world = night("@*...")
    assert at_hand(world).tap is Act.DOUSE
    assert of(tap(world, ACT), events.LampDoused)
    assert at_hand(world).tap is Act.LIGHT
    tap(world, ACT)
    assert world.doused == []


def test_somebody_lying_can_be_dragged_and_let_go() -> None:
    world = night("@R........", R=Person(Kind.ROGUE))
    knock_out(world, "rogue_r")
    assert of(tap(world, ACT), events.DragBegan)
    pass_time(world, seconds(3), WALK_EAST)
    mind = who(world, "rogue_r")
    assert abs(mind.x - world.sakura.x) < 2 * 4096
    assert of(tap(world, ACT), events.DragEnded)
    dropped_x = mind.x
    pass_time(world, 60, WALK_EAST)
    assert mind.x == dropped_x


def test_dragging_is_slow_and_never_light() -> None:
    world = night("@R" + "." * 20, R=Person(Kind.ROGUE))
    knock_out(world, "rogue_r")
    tap(world, ACT)
    before = world.sakura.x
    pass_time(world, seconds(2), going(WALK_EAST, Gait.LIGHT))
    assert world.sakura.x - before <= tuning.DRAG_SPEED_SUB * seconds(2)


def test_killing_takes_a_held_key_and_counts() -> None:
    world = night("@R...", R=Person(Kind.ROGUE))
    knock_out(world, "rogue_r")
    hold(world, ACT, tuning.KILL_TICKS - 5)
    assert who(world, "rogue_r").pose is Pose.DOWN
    assert world.sakura.dragging == 0, "a hold that was given up is no tap"
    assert of(hold(world, ACT, tuning.KILL_TICKS + 1), events.Killed)
    assert world.ledger == tuning.LEDGER_AT_START + 1


def test_a_trail_says_whose_it_is_where_it_leads_and_how_old_it_is() -> None:
    world = night("@....P......1", P=Person(Kind.PATROL, route="1", pause_ticks=9999))
    pass_time(world, seconds(6))
    put(world.sakura, 7, 0)
    (read,) = of(tap(world, ACT), events.TrailRead)
    assert (read.whose, read.heading) == ("patrol", EAST)
    assert 0 <= read.seconds <= 6


def test_a_thought_on_offer_takes_the_held_key_and_leaves_the_tap() -> None:
    world = night("@%...")
    put(world.sakura, 1, 0)
    before = at_hand(world)
    world.story.thought = "dunes"
    assert at_hand(world) == replace(before, hold=Act.LISTEN)

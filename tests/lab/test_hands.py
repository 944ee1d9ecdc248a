"""Scripted hands: each word of a level presses what a player would press, and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.operations import story_operation
from game.core.units import tile_centre
from game.lab.hands import Player, as_command
from game.lab.level_file import LevelFileError
from game.sim import events
from game.sim.beings import Item, Pose
from game.sim.command import Button, Gait, pack, unpack
from game.sim.events import Event
from game.sim.level import Area, Kind, Place, Spot, Zone
from game.sim.table.definition import OperationRules
from game.sim.table.operating import table_input
from game.sim.table.operation import begin as begin_operation
from game.sim.table.state import TableInput
from game.sim.tale.night import Beat, Patient
from game.sim.tick import step
from game.sim.world import World
from tests.lab.small import steps
from tests.sim.nights import EAST, Person, night, of, tile

ROOM = """
    @..#......
    ...#..*...
    ......P...
"""


def room() -> World:
    world = night(ROOM, P=Person(Kind.GUARD))
    flag = Place(900, "flag", Spot.NOTE, tile_centre(8), tile_centre(0))
    yard = Zone(901, "yard", Area.LANDMARK, 4 * 4096, 0, 3 * 4096, 3 * 4096)
    return World.new(replace(world.level, places=(*world.level.places, flag), zones=(yard,)))


def play(world: World, folder: Path, *do: str, ticks: int = 900) -> list[Event]:
    """Let the hands do these steps to the end, or for so many ticks."""
    player = Player(steps(folder, *do))
    happened: list[Event] = []
    for _ in range(ticks):
        new = step(world, player.next(world))
        player.saw(new)
        happened += new
        if player.step >= len(do):
            return happened
    raise AssertionError(f"still at step {player.step + 1} after {ticks} ticks")


@pytest.mark.parametrize(
    ("where", "there"),
    [
        ('"flag"', (8, 0)), ("[9, 2]", (9, 2)), ('"guard_p"', (6, 2)), ('"lamp_1"', (6, 1)),
        ('"yard"', (5, 1)),
    ],
)
def test_she_finds_her_way_round_walls_to_anything_with_a_name(
    where: str, there: tuple[int, int], tmp_path: Path
) -> None:
    world = room()
    play(world, tmp_path, f"walk = {where}")
    assert tile(world.sakura) == there


@pytest.mark.parametrize(
    ("do", "gait"),
    [
        (('gait = "run"', "go = 16\nticks = 12"), Gait.RUN),
        (('gait = "run"', 'gait = "sneak"', "wait = 2"), Gait.SNEAK),
    ],
)
def test_a_gait_is_kept_until_changed(do: tuple[str, ...], gait: Gait, tmp_path: Path) -> None:
    world = room()
    play(world, tmp_path, *do)
    assert world.sakura.gait is gait


def test_a_stance_is_kept_until_it_ends(tmp_path: Path) -> None:
    world = room()
    play(world, tmp_path, "feign = true", "wait = 5")
    before = (world.sakura.feigning, world.sakura.bracing)
    play(world, tmp_path, "feign = true", "feign = false", "brace = true", "wait = 5")
    assert before == (True, False)
    assert (world.sakura.feigning, world.sakura.bracing) == (False, True)


def test_waiting_takes_so_many_ticks(tmp_path: Path) -> None:
    world = room()
    play(world, tmp_path, "wait = 25")
    assert 25 <= world.tick <= 26


def test_waiting_for_an_event_goes_on_when_it_comes(tmp_path: Path) -> None:
    world = room()
    world.weather.next_gust_tick = 40
    happened = play(world, tmp_path, 'wait = "gust"')
    assert isinstance(happened[-1], events.GustBegan) or of(happened, events.GustBegan)
    assert world.tick > 40


def test_a_step_waits_for_its_tick_and_for_what_must_come_before(tmp_path: Path) -> None:
    world = room()
    play(world, tmp_path, 'at = 70\npress = "look"')
    assert world.tick >= 70
    world = room()
    world.weather.next_gust_tick = 100
    play(world, tmp_path, 'after = "GustBegan"\nwait = 1')
    assert world.weather.gust_on_her


def test_arriving_somewhere_can_be_waited_for(tmp_path: Path) -> None:
    world = room()
    player = Player(steps(tmp_path, 'walk = "flag"', 'after = "flag"\nwait = 1'))
    for _ in range(600):
        player.saw(step(world, player.next(world)))
    assert player.step == 2


def test_a_press_is_a_tap_and_a_hold_is_held(tmp_path: Path) -> None:
    world = room()
    happened = play(world, tmp_path, 'press = "strike"', "wait = 2")
    assert world.sakura.pose is Pose.STRIKE
    play(world, tmp_path, 'hold = "sense"\nticks = 20')
    assert world.sensing.pulses == 1
    play(world, tmp_path, "sense = 30")
    assert world.sensing.pulses == 2
    assert not of(happened, events.Sensed)


def test_a_throw_takes_the_item_and_hits_the_place(tmp_path: Path) -> None:
    world = room()
    (thrown,) = of(
        play(world, tmp_path, 'throw = [2, 2]\nitem = "kunai"', "wait = 2"), events.Thrown
    )
    assert world.sakura.item is Item.KUNAI
    assert (thrown.x // 4096, thrown.y // 4096) == (2, 2)


def test_she_turns_to_a_place(tmp_path: Path) -> None:
    world = room()
    play(world, tmp_path, "face = [2, 0]")
    assert world.sakura.heading == EAST


def test_with_nothing_left_to_do_she_stands(tmp_path: Path) -> None:
    world = room()
    player = Player(steps(tmp_path, "wait = 1"))
    for _ in range(20):
        command = player.next(world)
        player.saw(step(world, command))
    assert command.move == -1
    assert command.buttons == Button(0)


@pytest.mark.parametrize(
    ("do", "told"),
    [
        ('walk = "moon"', 'nothing named "moon"'),
        ('gait = "fly"', "no gait fly; there are walk, sneak, run, light"),
        ('press = "jump"', "no button jump"),
        ("walk = [1, 2, 3]", "[column, row]"),
    ],
)
def test_a_word_that_means_nothing_here_names_the_step(
    do: str, told: str, tmp_path: Path
) -> None:
    with pytest.raises(LevelFileError) as caught:
        play(room(), tmp_path, "wait = 1", do)
    assert "[[do]] 2" in str(caught.value)
    assert told in str(caught.value)


def on_the_table() -> World:
    world = room()
    definition = story_operation()
    world.level = replace(world.level, operation=definition)
    world.operation = begin_operation(
        definition, blood=700, chakra=900, seed=1, rules=OperationRules(no_fail=True)
    )
    world.operation.shirt_open = True
    world.patient = Patient(world.sakura.x, world.sakura.y)
    world.story.beat = Beat.OPERATION
    return world


def test_the_hands_operate_on_him_to_the_end(tmp_path: Path) -> None:
    world = on_the_table()
    play(world, tmp_path, 'operate = { device = "mouse" }', ticks=12_000)
    assert world.operation is not None
    assert world.operation.over


def test_a_wound_that_he_does_not_have_cannot_be_healed(tmp_path: Path) -> None:
    with pytest.raises(LevelFileError, match="1: he has no wound tail; there are liver,"):
        play(on_the_table(), tmp_path, 'operate = { order = "liver tail" }')


@given(
    st.builds(
        TableInput,
        move=st.integers(-1, 63),
        point=st.none() | st.tuples(st.integers(0, 479), st.integers(0, 269)),
        **{
            wish: st.booleans()
            for wish in ("slow", "flow", "scan", "wipe", "look_up", "cut", "leave")
        },
    )
)
def test_every_wish_at_the_table_can_be_said_with_keys(asked: TableInput) -> None:
    assert table_input(unpack(pack(as_command(asked)))) == asked

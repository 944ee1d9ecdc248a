"""What a player asks for in one tick: any of it can be recorded, and is played as recorded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.units import tile_centre
from game.sim.command import PACKED_BYTES, Button, Command, CommandError, Gait, pack, unpack
from game.sim.tick import step
from tests.sim.nights import night

ANY = st.integers(-(10**6), 10**6)
COMMANDS = st.builds(
    Command,
    move=ANY,
    gait=st.sampled_from(Gait),
    aim=ANY,
    reach=ANY,
    point=st.none() | st.tuples(ANY, ANY),
    buttons=st.integers(0, (1 << 16) - 1).map(Button),
    choice=ANY,
)


@given(COMMANDS)
def test_any_command_can_be_packed_and_means_the_same_ever_after(command: Command) -> None:
    packed = pack(command)
    assert len(packed) == PACKED_BYTES
    once = unpack(packed)
    assert pack(once) == packed
    assert unpack(pack(once)) == once


@given(
    st.builds(
        Command,
        move=st.integers(-1, 63),
        gait=st.sampled_from(Gait),
        aim=st.integers(-1, 1023),
        reach=st.integers(0, 65535),
        point=st.none() | st.tuples(st.integers(0, 479), st.integers(0, 269)),
        buttons=st.integers(0, 1023).map(Button),
        choice=st.integers(-1, 254),
    )
)
def test_a_command_in_range_comes_back_as_it_was(command: Command) -> None:
    assert unpack(pack(command)) == command


@given(st.binary(min_size=PACKED_BYTES, max_size=PACKED_BYTES))
def test_any_bytes_of_the_right_length_are_a_command_or_are_refused(data: bytes) -> None:
    try:
        played = unpack(pack(unpack(data)))
    except CommandError:
        return
    assert unpack(pack(played)) == played


@pytest.mark.parametrize("data", [b"", bytes(PACKED_BYTES - 1), bytes(PACKED_BYTES + 1)])
def test_bytes_of_another_length_are_refused(data: bytes) -> None:
    with pytest.raises(CommandError):
        unpack(data)


def test_a_gait_that_does_not_exist_is_refused() -> None:
    packed = bytearray(pack(Command()))
    packed[1] = 200
    with pytest.raises(CommandError, match="200"):
        unpack(bytes(packed))


def test_a_heading_beyond_the_turn_goes_round() -> None:
    assert unpack(pack(Command(move=64 + 3))).move == 3
    assert unpack(pack(Command(aim=1024 + 5))).aim == 5


def test_the_empty_command_asks_for_nothing() -> None:
    world = night("@..")
    before = (world.sakura.x, world.sakura.y, world.sakura.heading)
    for _ in range(60):
        step(world, Command())
    assert (world.sakura.x, world.sakura.y, world.sakura.heading) == before


def test_the_game_runs_on_what_was_recorded() -> None:
    asked, recorded = night("@....."), night("@.....")
    for _ in range(30):
        step(asked, Command(move=64))
        step(recorded, Command(move=0))
    assert asked.digest() == recorded.digest()
    assert asked.sakura.x > tile_centre(0)

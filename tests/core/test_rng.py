"""One stream of randomness, known to the bit, whose forks do not disturb each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.rng import Rng, fork, mixed

SEEDS = st.integers(0, (1 << 64) - 1)


def test_the_stream_is_the_published_one() -> None:
    # SplitMix64 from the seed 1234567, as other implementations give it
    rng = Rng(1234567)
    assert [rng.next() for _ in range(5)] == [
        6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431,
        16408922859458223821,
    ]


def test_forks_are_the_same_in_every_version_of_the_game() -> None:
    assert fork(7, "weather").next() == 0x4E725C2D34752E9B
    assert mixed(7, -1, 3) == 0xDC60A0B18F875A46


@given(SEEDS, st.integers(-1000, 1000), st.integers(0, 1000))
def test_a_draw_lies_between_its_bounds(seed: int, low: int, span: int) -> None:
    rng = Rng(seed)
    for _ in range(20):
        assert low <= rng.between(low, low + span) <= low + span


def test_a_die_falls_on_every_side_about_as_often() -> None:
    rng = fork(1, "dice")
    rolls = [rng.between(1, 6) for _ in range(6000)]
    assert all(900 < rolls.count(side) < 1100 for side in range(1, 7))


def test_a_draw_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="above 0"):
        Rng(1).below(0)


@given(SEEDS)
def test_forks_of_other_names_and_seeds_are_other_streams(seed: int) -> None:
    first = [fork(seed, name).next() for name in ("weather", "minds", "weather ", "")]
    assert len(dict.fromkeys([*first, fork(seed ^ 1, "weather").next()])) == 5


@given(SEEDS, st.integers(0, 50))
def test_the_state_alone_says_how_a_stream_goes_on(seed: int, drawn: int) -> None:
    rng = Rng(seed)
    for _ in range(drawn):
        rng.next()
    again = Rng(rng.state)
    assert [rng.next() for _ in range(3)] == [again.next() for _ in range(3)]


@given(st.lists(st.integers(-(1 << 63), (1 << 63) - 1), min_size=2, max_size=4, unique=True))
def test_a_place_has_randomness_of_its_own(values: list[int]) -> None:
    assert mixed(*values) == mixed(*values)
    assert mixed(*values) != mixed(*reversed(values))

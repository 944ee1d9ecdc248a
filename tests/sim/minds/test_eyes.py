"""The cone: its reaches by light, stance and dust, and how long it takes to be sure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core import headings
from game.sim import tuning
from game.sim.land.weather import WindKind
from game.sim.minds.eyes import Dust, Shade, Stance, Zone, dust_between, fill_ticks, zone_at

HALF = tuning.CONE_HALF_HEADINGS


def reach(zone: Zone, shade: Shade, stance: Stance, dust: Dust) -> int:
    """Tiles straight ahead up to which at least this zone holds."""
    return max(
        (
            away
            for away in range(20)
            if zone_at(away, 0, headings.EAST, HALF, shade, stance, dust) >= zone
        ),
        default=-1,
    )


@pytest.mark.parametrize("shade, tiles", [(Shade.DARK, 6), (Shade.HALF, 8), (Shade.LIT, 10)])
def test_a_walker_is_glimpsed_further_in_the_light(shade: Shade, tiles: int) -> None:
    assert reach(Zone.GLIMPSE, shade, Stance.UPRIGHT, Dust.CLEAR) == tiles
    assert reach(Zone.CERTAIN, shade, Stance.UPRIGHT, Dust.CLEAR) == 4


def test_sneaking_shortens_both_zones_and_hiding_shortens_them_most() -> None:
    walker = reach(Zone.GLIMPSE, Shade.HALF, Stance.UPRIGHT, Dust.CLEAR)
    sneaker = reach(Zone.GLIMPSE, Shade.HALF, Stance.LOW, Dust.CLEAR)
    hidden = reach(Zone.GLIMPSE, Shade.HALF, Stance.HIDDEN, Dust.CLEAR)
    assert (walker, sneaker, hidden) == (8, 6, 2)
    assert reach(Zone.CERTAIN, Shade.HALF, Stance.LOW, Dust.CLEAR) == 3
    assert reach(Zone.CERTAIN, Shade.HALF, Stance.HIDDEN, Dust.CLEAR) == 1


def test_dust_closes_the_eyes_to_a_few_steps() -> None:
    assert reach(Zone.GLIMPSE, Shade.LIT, Stance.UPRIGHT, Dust.GUST) == 4
    assert reach(Zone.GLIMPSE, Shade.LIT, Stance.UPRIGHT, Dust.STORM) == 2


def test_the_cone_opens_seventy_degrees() -> None:
    def zone(degrees: int) -> Zone:
        dx, dy = headings.vector(degrees * 1024 // 360, 7)
        return zone_at(dx, dy, 0, HALF, Shade.LIT, Stance.UPRIGHT, Dust.CLEAR)

    assert zone(30) is not Zone.NONE
    assert zone(42) is Zone.NONE


def test_somebody_right_behind_is_felt_but_never_surely_seen() -> None:
    zone = zone_at(-1, 0, 0, HALF, Shade.HALF, Stance.UPRIGHT, Dust.CLEAR)
    assert zone is Zone.GLIMPSE
    assert zone_at(-1, -1, 0, HALF, Shade.HALF, Stance.LOW, Dust.CLEAR) is Zone.NONE


@given(
    st.integers(-12, 12), st.integers(-12, 12), st.integers(0, 63),
    st.sampled_from(list(Stance)), st.sampled_from(list(Dust)),
)
def test_more_light_never_makes_anything_harder_to_see(
    dx: int, dy: int, step: int, stance: Stance, dust: Dust
) -> None:
    zones = [zone_at(dx, dy, step * 16, HALF, shade, stance, dust) for shade in Shade]
    assert zones == sorted(zones)


def test_being_sure_takes_longer_the_further_away() -> None:
    ticks = [fill_ticks(tiles * 4096) for tiles in range(1, 12)]
    assert ticks == sorted(ticks)
    assert (fill_ticks(0), fill_ticks(4 * 4096), fill_ticks(8 * 4096)) == (18, 42, 156)


def test_dust_counts_from_the_worse_of_both_ends() -> None:
    kinds = list(WindKind)
    for here in kinds:
        for there in kinds:
            assert dust_between(here, there) is dust_between(there, here)
    assert dust_between(WindKind.STILL, WindKind.STORM) is Dust.STORM
    assert dust_between(WindKind.LEE, WindKind.STILL) is Dust.CLEAR

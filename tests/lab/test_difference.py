"""Where two nights part: the first field that is not the same, by its path."""

from hypothesis import given
from hypothesis import strategies as st

from game.lab.difference import differences, first_difference
from game.sim.world import World
from tests.sim.filled import changed, filled
from tests.sim.nights import night

LEVEL = night("@....").level
BASE = filled(World, level=LEVEL, terrain=night("@....").terrain)
CHANGES = list(changed(BASE, World))


def test_a_night_does_not_differ_from_itself() -> None:
    assert first_difference(BASE, BASE) is None
    assert first_difference(BASE, World.restore(BASE.snapshot(), LEVEL)) is None


@given(st.sampled_from(CHANGES))
def test_every_change_is_found_by_its_path(change: tuple[str, World]) -> None:
    path, other = change
    found = list(differences(BASE, other))
    assert found
    # a changed key, and a list grown or emptied, are told at the mapping or list itself
    place = path.split(" ")[0]
    assert all(each.path.startswith(place) for each in found)
    assert all(each.here != each.there for each in found)


def test_a_part_is_named_as_one_would_write_it() -> None:
    other = World.restore(BASE.snapshot(), LEVEL)
    other.minds[0].x += 1
    other.tracks.x[2] = 9
    assert [str(each) for each in differences(BASE, other)] == [
        "minds[0].x: 3 and 4", "tracks.x[2]: 1 and 9",
    ]

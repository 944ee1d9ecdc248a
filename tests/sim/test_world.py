"""A night can be told by one short digest, saved, and taken up again as if nothing had been."""

from dataclasses import replace
from hashlib import blake2b

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.units import seconds, tile_centre
from game.sim.command import Button, Command, Gait
from game.sim.events import Broken, Ended
from game.sim.level import Actor, Kind, Spot
from game.sim.tick import step
from game.sim.world import MAGIC, SNAPSHOT_VERSION, Rules, SnapshotError, World
from tests.sim.filled import changed, derived_names, filled, kept_names
from tests.sim.nights import EAST, STAND, WALK_EAST, Person, night, of, pass_time

CAMP = """
    ............
    .@...P...&..
    .....%..R...
    ..*.........
"""


def camp(seed: int = 1, rules: Rules | None = None) -> World:
    return night(CAMP, seed=seed, rules=rules, P=Person(Kind.PATROL), R=Person(Kind.ROGUE))


def test_every_single_field_of_the_night_counts() -> None:
    base = filled(World, level=camp().level, terrain=camp().terrain)
    whole = base.digest()
    seen = {whole: "the night itself"}
    for path, other in changed(base, World):
        digest = other.digest()
        assert digest not in seen, f"{path} counts no more than {seen[digest]}"
        seen[digest] = path
    # so that a change in how fields are found cannot make this test empty
    assert len(seen) > 250


def test_every_single_field_of_the_night_survives_saving() -> None:
    base = filled(World, level=camp().level, terrain=camp().terrain)
    for path, other in changed(base, World):
        again = World.restore(other.snapshot(), other.level)
        assert again.digest() == other.digest(), path


def test_only_what_can_be_worked_out_again_is_left_out_of_a_snapshot() -> None:
    # a name added here needs a line in World.restore and in the two tests below
    assert derived_names(World) == ["Tracks.by_tile", "World.level", "World.terrain"]


def test_which_prints_lie_where_is_worked_out_again() -> None:
    world = camp()
    pass_time(world, 200, WALK_EAST)
    again = World.restore(world.snapshot(), world.level)
    assert again.tracks.by_tile == world.tracks.by_tile
    assert len(world.tracks.by_tile) > 3


def test_a_broken_boulder_is_still_broken_after_a_load() -> None:
    world = camp()
    world.sakura.x, world.sakura.y = tile_centre(8), tile_centre(1)
    world.sakura.heading = EAST
    hold = Command(buttons=Button.STRIKE)
    assert of(pass_time(world, 40, hold), Broken)
    again = World.restore(world.snapshot(), world.level)
    assert again.terrain.walkable(9, 1)
    assert (again.terrain.open == world.terrain.open).all()
    assert (again.terrain.blocks == world.terrain.blocks).all()
    assert not World.new(world.level).terrain.walkable(9, 1)


def test_the_same_seed_is_the_same_night_and_another_seed_another() -> None:
    assert camp(5).digest() == camp(5).digest()
    assert camp(5).digest() != camp(6).digest()
    assert camp(5, Rules(marks=1)).digest() != camp(5).digest()


def test_everybody_stands_in_order_of_their_ids() -> None:
    level = camp().level
    turned = replace(level, actors=tuple(reversed(level.actors)))
    assert [mind.id for mind in World.new(turned).minds] == [1, 2]


def test_who_comes_later_is_not_there_yet() -> None:
    actor = Actor(9, "late", Kind.ROGUE, 0, 0, delay_ticks=5)
    world = World.new(replace(camp().level, actors=(actor,)))
    assert not world.minds[0].here


def test_a_map_without_a_start_says_what_to_add() -> None:
    level = camp().level
    places = tuple(place for place in level.places if place.kind is not Spot.START)
    with pytest.raises(ValueError, match="add an object of class Start"):
        World.new(replace(level, places=places))


def test_a_snapshot_of_another_map_is_refused() -> None:
    here = replace(camp().level, digest="ab" * 16)
    there = replace(camp().level, digest="cd" * 16)
    blob = World.new(here).snapshot()
    with pytest.raises(SnapshotError, match="another map"):
        World.restore(blob, there)
    assert World.restore(blob, here).level is here


def test_whoever_changes_what_is_kept_raises_the_version() -> None:
    # a night that was kept in another shape must be refused, not misread
    shape = blake2b("\n".join(kept_names(World)).encode(), digest_size=6).hexdigest()
    noted = (3, "8fb99f5677d7")
    assert (SNAPSHOT_VERSION, shape) == noted, "raise SNAPSHOT_VERSION and note both here"


def test_a_snapshot_of_another_version_is_refused_and_says_which() -> None:
    world = camp()
    blob = bytearray(world.snapshot())
    blob[len(MAGIC)] = 250
    with pytest.raises(SnapshotError, match="version 250"):
        World.restore(bytes(blob), world.level)


@pytest.mark.parametrize("blob", [b"", b"SUNA", b"SUNANIGHT", b"something else" * 9])
def test_what_is_no_snapshot_is_refused(blob: bytes) -> None:
    with pytest.raises(SnapshotError):
        World.restore(blob, camp().level)


CAMP_NIGHT = camp()
CAMP_BLOB = CAMP_NIGHT.snapshot()


@given(st.integers(0, len(CAMP_BLOB) - 1), st.integers(1, 255))
def test_a_snapshot_with_one_changed_byte_is_refused(at: int, change: int) -> None:
    bent = bytearray(CAMP_BLOB)
    bent[at] ^= change
    with pytest.raises(SnapshotError):
        World.restore(bytes(bent), CAMP_NIGHT.level)


@given(st.integers(0, len(CAMP_BLOB) - 1))
def test_a_snapshot_cut_short_is_refused(length: int) -> None:
    with pytest.raises(SnapshotError):
        World.restore(CAMP_BLOB[:length], CAMP_NIGHT.level)


COMMANDS = st.builds(
    Command,
    move=st.integers(-1, 63),
    gait=st.sampled_from(Gait),
    aim=st.integers(-1, 1023),
    reach=st.integers(0, 200),
    point=st.none() | st.tuples(st.integers(0, 480), st.integers(0, 270)),
    buttons=st.integers(0, 1023).map(Button),
    choice=st.integers(-1, 5),
)


@settings(max_examples=15)
@given(st.lists(st.tuples(COMMANDS, st.integers(1, 40)), min_size=1, max_size=12))
def test_whatever_keys_are_hit_the_night_goes_on_and_can_be_saved(
    held: list[tuple[Command, int]],
) -> None:
    world = camp()
    for command, ticks in held:
        pass_time(world, ticks, command)
        again = World.restore(world.snapshot(), world.level)
        assert again.digest() == world.digest()
        world = again
    assert world.terrain.walkable(world.sakura.x // 4096, world.sakura.y // 4096)


def test_a_night_that_is_over_stays_as_it_is() -> None:
    world = camp()
    world.story.ending = "slept_well"
    before = world.digest()
    assert of(pass_time(world, seconds(2), WALK_EAST), Ended) == []
    assert world.digest() == before


def test_a_tick_is_a_tick() -> None:
    world = camp()
    step(world, STAND)
    assert world.tick == 1

"""Sand remembers: who walked how, for how long, and what wind and hands take away again."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.units import seconds, tile_centre, tile_of
from game.sim import tuning
from game.sim.command import Button, Command, Gait
from game.sim.events import Swept
from game.sim.land.desert import PRINT_ROWS, Gust
from game.sim.land.tracks import ROWS_A_TILE, Print, PrintKind, left_of, prints_on
from game.sim.level import Kind
from game.sim.world import World
from tests.sim.nights import (
    EAST,
    WALK_EAST,
    WALK_WEST,
    Person,
    going,
    knock_out,
    night,
    of,
    pass_time,
)

ROW = "@" + "." * 19


def all_prints(world: World) -> list[Print]:
    level = world.level
    return [
        found
        for y in range(level.height)
        for x in range(level.width)
        for found in prints_on(world, x, y)
    ]


def walked(gait: Gait = Gait.WALK, row: str = ROW) -> World:
    world = night(row)
    pass_time(world, seconds(3), going(WALK_EAST, gait))
    return world


def test_walking_leaves_a_print_every_step_left_and_right_in_turn() -> None:
    world = walked()
    found = sorted(all_prints(world), key=lambda one: one.born)
    steps = world.sakura.walked_sub // tuning.PRINT_STEP_SUB
    assert len(found) == steps > 10
    assert all(one.heading == EAST and one.maker == 0 for one in found)
    sides = [one.y > tile_centre(0) for one in found]
    assert all(a != b for a, b in pairwise(sides))


def test_standing_leaves_none() -> None:
    world = night(ROW)
    pass_time(world, seconds(3))
    assert all_prints(world) == []


def test_rock_keeps_no_print_and_hard_ground_keeps_it_less_long_than_sand() -> None:
    assert all_prints(walked(row="@" + "o" * 19)) == []
    on_sand, on_hardpan = walked(), walked(row="@" + "_" * 19)
    for world in (on_sand, on_hardpan):
        pass_time(world, seconds(25))
    assert len(all_prints(on_sand)) > 10
    assert all(tile_of(one.x) == 0 for one in all_prints(on_hardpan))


def test_the_lighter_the_feet_the_sooner_the_prints_are_gone() -> None:
    left = {gait: len(all_prints(after(walked(gait), seconds(6)))) for gait in Gait}
    assert left[Gait.LIGHT] == 0
    assert min(left[Gait.SNEAK], left[Gait.WALK], left[Gait.RUN]) > 0
    shares = {
        gait: max(one.left_per_mille for one in all_prints(after(walked(gait), seconds(100))))
        for gait in (Gait.SNEAK, Gait.WALK, Gait.RUN)
    }
    assert shares[Gait.SNEAK] < shares[Gait.WALK] < shares[Gait.RUN]


def after(world: World, ticks: int) -> World:
    world.tick += ticks
    return world


def test_a_print_wears_away_evenly_and_is_gone_at_its_time() -> None:
    world = walked()
    one = max(all_prints(world), key=lambda found: found.born)
    world.tick = one.born
    assert only(world, one.row).left_per_mille == 1000
    world.tick = one.born + tuning.PRINT_TICKS[Gait.WALK] // 2
    assert only(world, one.row).left_per_mille == 500
    world.tick = one.born + tuning.PRINT_TICKS[Gait.WALK]
    assert all(found.row != one.row for found in all_prints(world))


def only(world: World, row: int) -> Print:
    return next(found for found in all_prints(world) if found.row == row)


def test_a_gust_wipes_most_of_a_print_and_leaves_what_is_made_after_it() -> None:
    world = walked()
    before = {one.row: one.left_per_mille for one in all_prints(world)}
    world.weather.gusts.append(Gust(world.tick - 60, 100, EAST, 1))
    world.tick += seconds(3)
    for one in all_prints(world):
        assert one.left_per_mille <= before[one.row] * 300 // 1000
    pass_time(world, seconds(1), WALK_EAST)
    assert max(one.left_per_mille for one in all_prints(world)) > 990


def test_in_the_lee_a_gust_takes_nothing() -> None:
    world = walked()
    world.tracks.sheltered[:] = True
    before = all_prints(world)
    world.weather.gusts.append(Gust(world.tick - 60, 100, EAST, 1))
    assert all_prints(world) == before


def test_sweeping_wipes_every_print_near_her_and_says_how_many() -> None:
    world = walked()
    near = [one for one in all_prints(world) if abs(tile_of(one.x) - tile_of(world.sakura.x)) <= 1]
    held = Command(buttons=Button.ACT)
    swept = of(pass_time(world, tuning.SWEEP_TICKS + 5, held), Swept)
    assert [event.prints for event in swept] == [len(near)]
    assert prints_on(world, tile_of(world.sakura.x), 0) == []
    assert all_prints(world)


def test_letting_go_too_soon_sweeps_nothing() -> None:
    world = walked()
    before = len(all_prints(world))
    pass_time(world, tuning.SWEEP_TICKS - 10, Command(buttons=Button.ACT))
    pass_time(world, 30)
    assert len(all_prints(world)) == before


def test_whoever_is_dragged_leaves_a_furrow_that_outlasts_prints() -> None:
    world = night("....R@..............", R=Person(Kind.ROGUE))
    knock_out(world, "rogue_r")
    pass_time(world, 3, Command(buttons=Button.ACT))
    pass_time(world, 3)
    assert world.sakura.dragging == 1
    pass_time(world, seconds(4), WALK_EAST)
    assert {one.kind for one in all_prints(world)} == {PrintKind.FURROW}
    world.tick += tuning.PRINT_TICKS[Gait.RUN]
    assert all_prints(world)


def test_others_leave_prints_of_their_own() -> None:
    world = night("@....P.....1", P=Person(Kind.PATROL, route="1"))
    pass_time(world, seconds(4))
    assert {one.maker for one in all_prints(world)} == {1}


def test_a_trodden_tile_keeps_only_the_newest_prints() -> None:
    world = night("@..")
    for command in (WALK_EAST, WALK_WEST) * 12:
        pass_time(world, seconds(1), command)
    assert world.tracks.count > 3 * ROWS_A_TILE
    for x in range(3):
        found = prints_on(world, x, 0)
        assert len(found) <= ROWS_A_TILE
        assert [one.born for one in found] == sorted((one.born for one in found), reverse=True)


def test_when_memory_is_full_the_oldest_prints_make_room() -> None:
    world = walked()
    first = len(all_prints(world))
    world.tracks.count = PRINT_ROWS
    pass_time(world, seconds(1), WALK_EAST)
    made = world.tracks.count - PRINT_ROWS
    assert made > 2
    assert len(all_prints(world)) == first
    again = World.restore(world.snapshot(), world.level)
    assert sorted(map(repr, all_prints(again))) == sorted(map(repr, all_prints(world)))


@settings(max_examples=30)
@given(
    st.lists(st.tuples(st.integers(0, 500), st.integers(0, 1023)), max_size=4),
    st.integers(0, 20_000),
    st.sampled_from(Gait),
)
def test_many_prints_looked_at_together_are_as_worn_as_one_by_one(
    gusts: list[tuple[int, int]], later: int, gait: Gait
) -> None:
    world = night("@........\n" + "~_,o.....\n" * 2)
    for move in (0, 16, 32, 8):
        pass_time(world, 60, Command(move=move, gait=gait))
    world.weather.gusts += [
        Gust(begins, 60, heading, number)
        for number, (begins, heading) in enumerate(sorted(gusts), 1)
    ]
    world.tick += later
    rows = np.arange(world.tracks.count, dtype=np.int64)
    together = left_of(world, rows).tolist()
    single = {one.row: one.left_per_mille for one in all_prints(world)}
    assert together == [single.get(row, 0) for row in rows.tolist()]


def test_nothing_lies_off_the_map() -> None:
    world = walked()
    assert prints_on(world, -1, 0) == []
    assert prints_on(world, 0, 99) == []

"""Who looks or listens asks those around, however many there are on the map."""

from collections import Counter
from collections.abc import Callable

import pytest

from game.core.units import TILE_SUB, tile_centre
from game.lab.bench_maps import crowd
from game.sim.beings import Mind
from game.sim.level import Kind
from game.sim.minds import hearing, perception
from game.sim.minds.buckets import Buckets
from game.sim.minds.discoveries import REACH_SUB
from game.sim.minds.looking import Figure, Sighting, see
from game.sim.moment import Moment, Noise
from game.sim.tick import step
from game.sim.world import World
from tests.sim.nights import STAND, Person, night, who

APART_TILES = 12
ROGUE, PATROL = Person(Kind.ROGUE), Person(Kind.PATROL)


def crowded(across: int) -> World:
    """So many minds by so many, each as far from the next, and she beside the first of them."""
    side = across * APART_TILES
    world = World.new(crowd(across * across, side, side))
    world.sakura.x = world.sakura.y = tile_centre(APART_TILES // 2 + 6)
    return world


class Work:
    """Counts who is handed over as near, who is looked at and who is asked to listen."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.done: Counter[str] = Counter()
        around, listens = Buckets.around, hearing._listens

        def counted_around(near: Buckets, x: int, y: int, reach: int) -> list[Mind]:
            found = around(near, x, y, reach)
            self.done["asked"] += 1
            self.done["near"] += len(found)
            return found

        def counted_see(world: World, mind: Mind, figure: Figure) -> Sighting | None:
            self.done["looked at"] += 1
            return see(world, mind, figure)

        def counted_listens(world: World, mind: Mind, noise: Noise) -> bool:
            self.done["listeners"] += 1
            return listens(world, mind, noise)

        monkeypatch.setattr(Buckets, "around", counted_around)
        monkeypatch.setattr(perception, "see", counted_see)
        monkeypatch.setattr(hearing, "_listens", counted_listens)

    def of(self, deed: Callable[[], object]) -> Counter[str]:
        self.done.clear()
        deed()
        return Counter(self.done)


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    return Work(monkeypatch)


def look_about(world: World) -> None:
    for _ in range(8):
        step(world, STAND)


def test_a_look_costs_as_much_among_many_as_among_few(work: Work) -> None:
    few, many = crowded(12), crowded(24)
    of_few, of_many = work.of(lambda: look_about(few)), work.of(lambda: look_about(many))
    assert of_many["asked"] == 4 * of_few["asked"]
    # a look reaches over 22 tiles and so into squares of 32: at most 64 tiles each way
    most = (64 // APART_TILES + 1) ** 2
    assert of_many["near"] <= most * of_many["asked"]
    assert of_many["near"] / of_many["asked"] < 1.2 * of_few["near"] / of_few["asked"]
    assert of_many["looked at"] == of_few["looked at"], "only who is near her looks at her"


def test_who_stands_closer_together_has_more_to_look_at(work: Work) -> None:
    def seen_among(count: int) -> int:
        row = "".join("R" if x % 2 and x < 2 * count else "." for x in range(40))
        world = night(f"{row}\n{row.replace('R', 'P')}\n{'.' * 39}@", R=ROGUE, P=PATROL)
        return work.of(lambda: look_about(world))["looked at"]

    assert 0 < seen_among(2) < seen_among(4) < seen_among(8)


def test_a_noise_asks_only_who_is_in_its_reach(work: Work) -> None:
    def heard(world: World) -> Counter[str]:
        moment = Moment(STAND)
        her = world.sakura
        moment.noises.append(Noise("punch", 0, her.x, her.y, 22, tremor_tiles=10))
        return work.of(lambda: hearing.listen(world, moment))

    few, many = heard(crowded(6)), heard(crowded(18))
    assert 0 < many["listeners"] == few["listeners"] < 36
    assert many["near"] < 18 * 18 // 4


def test_the_near_are_found_in_the_order_of_their_numbers() -> None:
    world = night("R.R.R.R\n.......\nP..@..P\n" + ".......\n" * 60 + "R.....R", R=ROGUE, P=PATROL)
    her, near = world.sakura, Buckets(world.minds)
    found = near.within(her.x, her.y, 4 * TILE_SUB)
    assert [mind.id for mind in found] == [1, 2, 3, 4, 5, 6]
    assert who(world, "rogue_r5") not in near.around(her.x, her.y, REACH_SUB)

"""How far sound and the like spread: always the cheapest way, whatever the ground."""

from hypothesis import given
from hypothesis import strategies as st

from game.core.flood import DIAGONAL, STRAIGHT, cost_between, flood

SIDE = 9
GROUND = st.lists(
    st.lists(st.sampled_from([0, 7, 10, 10, 10, 15, 40]), min_size=SIDE, max_size=SIDE),
    min_size=SIDE,
    max_size=SIDE,
)
SPOTS = st.tuples(st.integers(0, SIDE - 1), st.integers(0, SIDE - 1))
Costs = dict[tuple[int, int], int]


def cost_of(ground: list[list[int]], x: int, y: int) -> int:
    return ground[y][x] if 0 <= x < SIDE and 0 <= y < SIDE else 0


def slowly(ground: list[list[int]], start: tuple[int, int], budget: int) -> Costs:
    """The same by going over everything until nothing changes."""
    costs = {start: 0}
    changed = True
    while changed:
        changed = False
        for (x, y), cost in list(costs.items()):
            for dx, dy in ((a, b) for a in (-1, 0, 1) for b in (-1, 0, 1) if a or b):
                tenths = cost_of(ground, x + dx, y + dy)
                total = cost + (DIAGONAL if dx and dy else STRAIGHT) * tenths // 10
                if tenths and total <= budget and total < costs.get((x + dx, y + dy), total + 1):
                    costs[(x + dx, y + dy)] = total
                    changed = True
    return costs


@given(GROUND, SPOTS, st.integers(0, 120))
def test_every_tile_is_reached_at_the_least_cost(
    ground: list[list[int]], start: tuple[int, int], budget: int
) -> None:
    found = flood(start, budget, lambda x, y: cost_of(ground, x, y))
    assert found == slowly(ground, start, budget)


@given(GROUND, SPOTS, st.lists(SPOTS, min_size=1, max_size=3), st.integers(0, 120))
def test_looking_for_somebody_finds_them_at_the_same_cost(
    ground: list[list[int]], start: tuple[int, int], wanted: list[tuple[int, int]], budget: int
) -> None:
    def factor(x: int, y: int) -> int:
        tenths = cost_of(ground, x, y)
        return max(10, tenths) if tenths else 0

    full = flood(start, budget, factor)
    assert [cost_between(start, spot, budget, factor) for spot in wanted] == [
        full.get(spot) for spot in wanted
    ]


def test_over_open_ground_hardly_more_than_the_way_itself_is_looked_at() -> None:
    looked_at = []

    def factor(x: int, y: int) -> int:
        looked_at.append((x, y))
        return 10

    assert cost_between((0, 0), (20, 0), 1000, factor) == 20 * STRAIGHT
    assert len(looked_at) <= 20 * 8
    assert cost_between((0, 0), (20, 0), 20 * STRAIGHT - 1, factor) is None


def test_what_lets_nothing_through_is_gone_round() -> None:
    wall = [(1, y) for y in range(-3, 4)]
    found = flood((0, 0), 200, lambda x, y: 0 if (x, y) in wall else 10)
    assert (1, 0) not in found
    assert found[(2, 0)] > 6 * STRAIGHT

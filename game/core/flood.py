"""How far something spreads over a grid when each tile costs something to cross.

Costs are whole numbers; the search is Dijkstra's with ties broken by position, so the answer never
depends on the order in which anything was put in.
"""

from collections.abc import Callable
from heapq import heappop, heappush
from typing import Final

STRAIGHT: Final = 10
DIAGONAL: Final = 14
"""Cost of a step to a neighbour on open ground; sides and corners in the ratio 10 : 14."""

Tile = tuple[int, int]
Factor = Callable[[int, int], int]
"""What entering a tile costs in tenths of open ground (10 = open); 0 lets nothing through."""

_NEIGHBOURS: Final = (
    (1, 0, STRAIGHT), (0, 1, STRAIGHT), (-1, 0, STRAIGHT), (0, -1, STRAIGHT),
    (1, 1, DIAGONAL), (-1, 1, DIAGONAL), (-1, -1, DIAGONAL), (1, -1, DIAGONAL),
)


def flood(start: Tile, budget: int, factor: Factor) -> dict[Tile, int]:
    """Tiles that can be reached from ``start`` within ``budget``, with the cost of each."""
    costs: dict[Tile, int] = {}
    heap = [(0, start[1], start[0])]
    while heap:
        cost, y, x = heappop(heap)
        if (x, y) in costs:
            continue
        costs[(x, y)] = cost
        for dx, dy, step in _NEIGHBOURS:
            spot = (x + dx, y + dy)
            if spot in costs:
                continue
            tenths = factor(*spot)
            if tenths == 0:
                continue
            total = cost + step * tenths // 10
            if total <= budget:
                heappush(heap, (total, spot[1], spot[0]))
    return costs


def cost_between(start: Tile, goal: Tile, budget: int, factor: Factor) -> int | None:
    """What ``flood`` says of one tile: the cost of the cheapest way there; None beyond ``budget``.

    It looks towards the goal first, and so at few tiles (A*). No tile may cost less than open ones.
    """
    goal_x, goal_y = goal
    least = open_cost(goal_x - start[0], goal_y - start[1])
    if least > budget:
        return None
    done: dict[Tile, bool] = {}
    # by what a way must cost in all; of equals the one that is furthest on
    heap = [(least, least, start[1], start[0])]
    while heap:
        whole, left, y, x = heappop(heap)
        if (x, y) in done:
            continue
        done[(x, y)] = True
        if left == 0:
            return whole
        cost = whole - left
        for dx, dy, step in _NEIGHBOURS:
            there_x, there_y = x + dx, y + dy
            if (there_x, there_y) in done:
                continue
            least = open_cost(goal_x - there_x, goal_y - there_y)
            if cost + step + least > budget:
                continue
            tenths = factor(there_x, there_y)
            if tenths == 0:
                continue
            total = cost + step * tenths // 10 + least
            if total <= budget:
                heappush(heap, (total, least, there_y, there_x))
    return None


def open_cost(dx: int, dy: int) -> int:
    """Cost of a way over open ground to ``(dx, dy)`` tiles from here."""
    dx, dy = abs(dx), abs(dy)
    if dx > dy:
        return STRAIGHT * dx + (DIAGONAL - STRAIGHT) * dy
    return STRAIGHT * dy + (DIAGONAL - STRAIGHT) * dx

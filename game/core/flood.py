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

_NEIGHBOURS: Final = (
    (1, 0, STRAIGHT), (0, 1, STRAIGHT), (-1, 0, STRAIGHT), (0, -1, STRAIGHT),
    (1, 1, DIAGONAL), (-1, 1, DIAGONAL), (-1, -1, DIAGONAL), (1, -1, DIAGONAL),
)


def flood(
    start: tuple[int, int],
    budget: int,
    factor: Callable[[int, int], int],
    targets: frozenset[tuple[int, int]] | None = None,
) -> dict[tuple[int, int], int]:
    """Tiles that can be reached from ``start`` within ``budget``, with the cost of each.

    ``factor(x, y)`` gives what entering a tile costs in tenths of open ground (10 = open), or 0 for
    a tile that lets nothing through. With ``targets`` the search ends as soon as all are found.
    """
    costs: dict[tuple[int, int], int] = {}
    heap = [(0, start[1], start[0])]
    missing = len(targets) if targets is not None else -1
    while heap:
        cost, y, x = heappop(heap)
        if (x, y) in costs:
            continue
        costs[(x, y)] = cost
        if targets is not None and (x, y) in targets:
            missing -= 1
            if missing == 0:
                break
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

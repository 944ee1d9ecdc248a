"""Who is near whom: minds sorted into squares of eight tiles, so that nobody looks at everybody."""

from collections.abc import Iterator
from typing import Final

from game.sim.beings import Mind, Pose

BUCKET_BITS: Final = 15
"""A bucket is 2**15 sub-units wide: eight tiles."""


class Buckets:
    """The minds on the map by place; made anew each tick from their positions alone."""

    __slots__ = ("_by_place",)

    def __init__(self, minds: list[Mind]) -> None:
        by_place: dict[tuple[int, int], list[Mind]] = {}
        for mind in minds:
            if mind.pose is Pose.GONE:
                continue
            place = (mind.x >> BUCKET_BITS, mind.y >> BUCKET_BITS)
            if place in by_place:
                by_place[place].append(mind)
            else:
                by_place[place] = [mind]
        self._by_place = by_place

    def around(self, x: int, y: int, reach: int) -> Iterator[Mind]:
        """Everybody in the squares that a square of half side ``reach`` touches.

        In order of squares row by row, and of ids within each: the same on every machine.
        """
        by_place = self._by_place
        left, right = (x - reach) >> BUCKET_BITS, (x + reach) >> BUCKET_BITS
        for row in range((y - reach) >> BUCKET_BITS, ((y + reach) >> BUCKET_BITS) + 1):
            for column in range(left, right + 1):
                found = by_place.get((column, row))
                if found:
                    yield from found

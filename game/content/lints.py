"""What a map may well be loaded with, but its maker hardly meant; ``suna check`` tells of it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.content.map_rules import Draft
from game.content.tmx.findings import Findings
from game.core.routes import islands
from game.core.units import TILE_SUB, tile_of
from game.sim.level import Actor, Area, Place, Route, Spot

_MEANT_TO_BE_REACHED: Final = frozenset(
    {Spot.GATE, Spot.REGISTER, Spot.MARKER, Spot.WOUNDED, Spot.EXIT, Spot.ITEM}
)
_STEP_SUB: Final = TILE_SUB // 4
_SHORT_SUB: Final = TILE_SUB
_SPEAKING: Final = frozenset({Area.TALK, Area.THOUGHT})


def lint(draft: Draft, findings: Findings) -> None:
    """Add every doubt about a map that has no errors."""
    _unreachable(draft, findings)
    for route in draft.built.routes:
        _route_doubts(draft, route, findings)
    _loose_ends(draft, findings)


def _unreachable(draft: Draft, findings: Findings) -> None:
    starts = draft.places_of(Spot.START)
    if not starts:
        return
    start = starts[0]
    numbers = islands(draft.walls == 0)
    here = numbers.item(tile_of(start.y), tile_of(start.x))
    reach = (numbers == here) & (numbers > 0)
    goals = {each.target for each in draft.built.goals if each.target}
    for place in draft.built.places:
        wanted = place.kind in _MEANT_TO_BE_REACHED or (place.name and place.name in goals)
        if wanted and not _touches(reach, place):
            cell = tile_of(place.x), tile_of(place.y)
            findings.warning("unreachable", replace(draft.built.at[place.id], cell=cell),
                             "nobody can walk there from the Start", "Open a way, or move it.")


def _touches(reach: NDArray[np.bool_], place: Place) -> bool:
    """Whether a tile in or beside the place can be walked to: a register may stand on a wall."""
    left, right = place.x - place.width // 2, place.x + place.width // 2
    top, bottom = place.y - place.height // 2, place.y + place.height // 2
    columns = slice(max(0, tile_of(left) - 1), tile_of(right) + 2)
    rows = slice(max(0, tile_of(top) - 1), tile_of(bottom) + 2)
    return bool(reach[rows, columns].any())


def _route_doubts(draft: Draft, route: Route, findings: Findings) -> None:
    at = draft.built.at[route.id]
    left, top = (min(each) for each in zip(*route.points, strict=True))
    right, bottom = (max(each) for each in zip(*route.points, strict=True))
    if max(right - left, bottom - top) < _SHORT_SUB:
        findings.warning("route-short", at, "the route is shorter than a tile",
                         "Draw it longer, or clear the route of who walks it.")
    for x, y in _along(route):
        if draft.blocked(x, y):
            findings.warning("route-walls", replace(at, cell=(tile_of(x), tile_of(y))),
                             "the route leads through a wall", "Bend it round the wall.")
            return


def _along(route: Route) -> Iterator[tuple[int, int]]:
    """Points of the route, a quarter of a tile apart."""
    points = list(route.points)
    if route.loop:
        points.append(points[0])
    for (ax, ay), (bx, by) in pairwise(points):
        count = max(1, max(abs(bx - ax), abs(by - ay)) // _STEP_SUB)
        for step in range(count + 1):
            yield ax + (bx - ax) * step // count, ay + (by - ay) * step // count


def _loose_ends(draft: Draft, findings: Findings) -> None:
    built = draft.built
    walked = {each.route for each in built.actors}
    for route in built.routes:
        if route.id not in walked:
            findings.info("route-unused", built.at[route.id], "nobody walks this route",
                          "Point somebody's route to it, or delete it.")
    for zone in built.zones:
        if zone.kind in _SPEAKING and not zone.text:
            findings.warning("text-missing", built.at[zone.id], "it has no words",
                             "Set its text to the id of some.")
        if zone.kind is Area.TRIGGER and not zone.then:
            findings.warning("trigger-idle", built.at[zone.id], "the trigger does nothing",
                             "Set what then happens.")
    orders = sorted(each.order for each in draft.places_of(Spot.MARKER))
    if orders and orders != list(range(1, len(orders) + 1)):
        first = draft.places_of(Spot.MARKER)[0]
        findings.warning("marker-order", built.at[first.id],
                         f"the Markers are numbered {', '.join(map(str, orders))}",
                         "Number them 1, 2, 3 and so on.")
    seen: dict[str, int] = {}
    named: list[Place | Actor] = [*built.places, *built.actors]
    for each in named:
        if each.name and each.name in seen:
            findings.warning("name-twice", built.at[each.id],
                             f"object {seen[each.name]} has the same name",
                             "Levels find objects by name: give each its own.")
        seen.setdefault(each.name, each.id)

"""What a map may well be loaded with, but its maker hardly meant; ``suna check`` tells of it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from game.content.map_rules import Draft
from game.content.tmx.findings import Findings
from game.core.routes import islands
from game.core.units import TILE_PX, TILE_SUB, tile_of
from game.sim.level import Actor, Area, GoalKind, Kind, Place, Route, Spot, Surface

Box: TypeAlias = tuple[int, int, int, int]
"""Left, top, width and height in sub-units."""

_MEANT_TO_BE_REACHED: Final = frozenset(
    {Spot.GATE, Spot.REGISTER, Spot.MARKER, Spot.WOUNDED, Spot.EXIT, Spot.ITEM}
)
_STEP_SUB: Final = TILE_SUB // 4
_SHORT_SUB: Final = TILE_SUB
_SPEAKING: Final = frozenset({Area.TALK, Area.THOUGHT})
_TRACKERS: Final = frozenset({Kind.PATROL, Kind.ROGUE, Kind.AMBUSHER, Kind.CUTTER})
_KEEPING_PRINTS: Final = (Surface.SAND, Surface.SOFT, Surface.QUICKSAND, Surface.HARDPAN,
                          Surface.SCRUB)
_COVERS: Final = frozenset({Spot.COVER, Spot.HIDING, Spot.BOULDER})
_GO_THERE: Final = frozenset({GoalKind.REACH, GoalKind.HEAL})
_LONG_SIGHT_TILES: Final = 14
_WAYS: Final[Mapping[tuple[int, int], str]] = {
    (1, 0): "east", (1, 1): "southeast", (0, 1): "south", (-1, 1): "southwest",
    (-1, 0): "west", (-1, -1): "northwest", (0, -1): "north", (1, -1): "northeast",
}


def lint(draft: Draft, findings: Findings) -> None:
    """Add every doubt about a map that has no errors."""
    _unreachable(draft, findings)
    for route in draft.built.routes:
        _route_doubts(draft, route, findings)
    _loose_ends(draft, findings)
    _no_prints(draft, findings)


def remark(draft: Draft, findings: Findings) -> None:
    """Add what is no doubt at all, but worth knowing while a map is being drawn."""
    longest = max(_sight_lines(draft), default=None)
    if longest is not None and longest[0] > _LONG_SIGHT_TILES:
        tiles, who, x, y, way = longest
        findings.info("sight-long", replace(draft.built.at[who], cell=(x, y)),
                      f"from here one sees {tiles} tiles {way} with no cover beside the line",
                      "Put a bush, a rock or a crest where she should be able to hide.")


def _unreachable(draft: Draft, findings: Findings) -> None:
    starts = draft.places_of(Spot.START)
    if not starts:
        return
    start = starts[0]
    numbers = islands(draft.walls == 0)
    here = numbers.item(tile_of(start.y), tile_of(start.x))
    reach = (numbers == here) & (numbers > 0)
    goals = {each.target for each in draft.built.goals if each.target and each.kind in _GO_THERE}
    wanted: list[tuple[int, Box]] = []
    for place in draft.built.places:
        if place.kind in _MEANT_TO_BE_REACHED or (place.name and place.name in goals):
            left, top = place.x - place.width // 2, place.y - place.height // 2
            wanted.append((place.id, (left, top, place.width, place.height)))
    wanted += [(each.id, (each.x, each.y, 0, 0)) for each in draft.built.actors
               if each.name and each.name in goals]
    wanted += [(each.id, (each.x, each.y, each.width, each.height)) for each in draft.built.zones
               if each.name and each.name in goals]
    for number, box in wanted:
        if not _touches(reach, box):
            cell = tile_of(box[0] + box[2] // 2), tile_of(box[1] + box[3] // 2)
            findings.warning("unreachable", replace(draft.built.at[number], cell=cell),
                             "nobody can walk there from the Start", "Open a way, or move it.")


def _touches(reach: NDArray[np.bool_], box: Box) -> bool:
    """Whether a tile in or beside a box can be walked to: a register may stand on a wall."""
    left, top, width, height = box
    columns = slice(max(0, tile_of(left) - 1), max(0, tile_of(left + width) + 2))
    rows = slice(max(0, tile_of(top) - 1), max(0, tile_of(top + height) + 2))
    return bool(reach[rows, columns].any())


def _no_prints(draft: Draft, findings: Findings) -> None:
    walking = [each for each in draft.built.actors if each.kind in _TRACKERS and each.route]
    if walking and not np.isin(draft.surface[draft.walls == 0], _KEEPING_PRINTS).any():
        findings.warning("prints-none", draft.built.at[walking[0].id],
                         "it would follow prints, but no ground of this map keeps any",
                         "Paint some sand, or clear its route.")


def _sight_lines(draft: Draft) -> Iterator[tuple[int, int, int, int, str]]:
    """From wherever somebody stands or turns, each way: tiles without cover, whose, from where."""
    covered = _near_cover(draft)
    routes = {each.id: each.points for each in draft.built.routes}
    for actor in draft.built.actors:
        for at in ((actor.x, actor.y), *routes.get(actor.route, ())):
            x, y = tile_of(at[0]), tile_of(at[1])
            for (dx, dy), way in _WAYS.items():
                steps = 2  # what stands beside somebody hides nobody from them
                while (0 <= x + dx * steps < draft.width and 0 <= y + dy * steps < draft.height
                       and not covered[y + dy * steps, x + dx * steps]):
                    steps += 1
                yield steps - 1, actor.id, x, y, way


def _near_cover(draft: Draft) -> NDArray[np.bool_]:
    """Tiles [row, column] that hide somebody, or that lie beside one that does."""
    hides = np.zeros((draft.height + 2, draft.width + 2), np.bool_)
    inner = hides[1:-1, 1:-1]
    inner |= draft.walls != 0
    for crest in draft.built.crests:
        for (ax, ay), (bx, by) in pairwise(crest.points):
            count = max(1, max(abs(bx - ax), abs(by - ay)) // (TILE_PX // 4))
            for step in range(count + 1):
                x = (ax + (bx - ax) * step // count) // TILE_PX
                y = (ay + (by - ay) * step // count) // TILE_PX
                if 0 <= x < draft.width and 0 <= y < draft.height:
                    inner[y, x] = True
    for place in draft.built.places:
        if place.kind in _COVERS:
            inner[tile_of(place.y), tile_of(place.x)] = True
    near = hides[:, 1:-1] | hides[:, :-2] | hides[:, 2:]
    beside: NDArray[np.bool_] = near[1:-1] | near[:-2] | near[2:]
    return beside


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

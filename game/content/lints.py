"""What a map may well be loaded with, but its maker hardly meant; ``suna check`` tells of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from game.content.map_rules import Draft
from game.content.tmx.findings import Findings
from game.core.routes import islands
from game.core.units import TILE_PX, TILE_SUB, tile_of
from game.sim import tuning
from game.sim.level import Actor, Area, GoalKind, Place, Route, Spot, Surface

Box: TypeAlias = tuple[int, int, int, int]
"""Left, top, width and height in sub-units."""
Ints: TypeAlias = NDArray[np.int64]

_MEANT_TO_BE_REACHED: Final = frozenset(
    {Spot.GATE, Spot.REGISTER, Spot.MARKER, Spot.WOUNDED, Spot.EXIT, Spot.ITEM}
)
_STEP_SUB: Final = TILE_SUB // 4
_MOST_STEPS: Final = 100_000
_SHORT_SUB: Final = TILE_SUB
_SPEAKING: Final = frozenset({Area.TALK, Area.THOUGHT})
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
    walking = [each for each in draft.built.actors if each.route and tuning.KINDS[each.kind].tracks]
    if walking and not np.isin(draft.surface[draft.walls == 0], _KEEPING_PRINTS).any():
        findings.warning("prints-none", draft.built.at[walking[0].id],
                         "it would follow prints, but no ground of this map keeps any",
                         "Paint some sand, or clear its route.")


def _sight_lines(draft: Draft) -> Iterator[tuple[int, int, int, int, str]]:
    """From wherever somebody stands or turns, each way: tiles without cover, whose, from where."""
    if not draft.built.actors:
        return
    open_tiles = ~_near_cover(draft)
    routes = {each.id: each.points for each in draft.built.routes}
    spots = [(actor.id, tile_of(x), tile_of(y)) for actor in draft.built.actors
             for x, y in ((actor.x, actor.y), *routes.get(actor.route, ()))]
    who, columns, rows = (np.array(each) for each in zip(*spots, strict=True))
    for (dx, dy), way in _WAYS.items():
        # what stands beside somebody hides nobody from them: the line begins one tile on
        runs = np.pad(_runs(open_tiles, dx, dy), 2)[rows + 2 + 2 * dy, columns + 2 + 2 * dx]
        best = int(runs.argmax())
        yield int(runs[best]) + 1, int(who[best]), int(columns[best]), int(rows[best]), way


def _runs(open_tiles: NDArray[np.bool_], dx: int, dy: int) -> Ints:
    """For each tile, how many in a row are open from it on in a direction, itself among them."""
    if not dy:  # along the rows: the same along the columns of the map turned over
        return _runs(open_tiles.T, 0, dx).T
    runs = np.zeros((open_tiles.shape[0], open_tiles.shape[1] + 2), np.int64)
    rows = range(open_tiles.shape[0])
    before = np.zeros(runs.shape[1], np.int64)
    for row in reversed(rows) if dy > 0 else rows:
        runs[row, 1:-1] = (np.roll(before, -dx)[1:-1] + 1) * open_tiles[row]
        before = runs[row]
    return runs[:, 1:-1]


def _near_cover(draft: Draft) -> NDArray[np.bool_]:
    """Tiles [row, column] that hide somebody, or that lie beside one that does."""
    hides = np.zeros((draft.height + 2, draft.width + 2), np.bool_)
    inner = hides[1:-1, 1:-1]
    inner |= draft.walls != 0
    for crest in draft.built.crests:
        xs, ys = (each // TILE_PX for each in _steps_along(crest.points, TILE_PX // 4))
        there = (xs >= 0) & (xs < draft.width) & (ys >= 0) & (ys < draft.height)
        inner[ys[there], xs[there]] = True
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
    points = [*route.points, route.points[0]] if route.loop else route.points
    x, y = _steps_along(points, _STEP_SUB)
    columns, rows = x // TILE_SUB, y // TILE_SUB  # no route without errors leaves the map
    hits = np.flatnonzero(draft.walls[rows, columns])
    if hits.size:
        cell = int(columns[hits[0]]), int(rows[hits[0]])
        findings.warning("route-walls", replace(at, cell=cell),
                         "the route leads through a wall", "Bend it round the wall.")


def _steps_along(points: Sequence[tuple[int, int]], step: int) -> tuple[Ints, Ints]:
    """Points along a line, one each ``step`` or nearer; of endless lines only the beginning."""
    line = np.array(points, np.int64)
    counts = np.maximum(1, np.abs(np.diff(line, axis=0)).max(axis=1) // step) + 1
    counts = counts[np.cumsum(counts) <= _MOST_STEPS]
    starts, moves = line[: counts.size], np.diff(line, axis=0)[: counts.size]
    which = np.repeat(np.arange(counts.size), counts)
    place = np.arange(which.size) - np.repeat(np.cumsum(counts) - counts, counts)
    share = (counts - 1)[which]
    found = starts[which] + moves[which] * place[:, None] // share[:, None]
    return found[:, 0], found[:, 1]


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

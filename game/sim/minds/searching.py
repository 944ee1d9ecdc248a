"""The search after a lost chase: a few places where somebody could hide, then it is over.

A second search looks where the first did not.
"""

from typing import Final

from game.core import headings
from game.core.sight import CLEAR
from game.core.units import TILE_SUB, tile_centre, tile_of
from game.sim import events, tuning
from game.sim.beings import Alert, Mind
from game.sim.events import Cause
from game.sim.land import landmarks
from game.sim.land.light import light_at
from game.sim.land.terrain import surface_at
from game.sim.land.weather import wind_at
from game.sim.minds import awareness, walking
from game.sim.minds.awareness import Noticing, notice
from game.sim.minds.factions import hunts_her
from game.sim.minds.walking import Budget
from game.sim.moment import Moment
from game.sim.world import World

_BESIDE_SUB: Final = TILE_SUB * 3 // 2
"""Whoever is no further off than this along either axis stands beside a hiding place."""


def search(world: World, moment: Moment, mind: Mind, budget: Budget) -> None:
    """One turn of somebody who looks for her: first where she was last known, then cover."""
    if not mind.planned:
        mind.planned = True
        mind.wait_ticks = 0
        mind.places = _places_to_look(world, mind)
        moment.tell(events.SearchBegan(mind.name, len(mind.places)))
        mind.places.insert(0, _reachable(world, mind))
    if mind.wait_ticks > 0:
        mind.wait_ticks -= tuning.LOOK_EVERY_TICKS
        walking.look_about(world, mind, mind.heading, wide=3)
        return
    if not mind.places:
        cause = awareness.reason(world, mind, "time", "searched")
        awareness.calm_down(world, moment, mind, cause)
        return
    x, y = mind.places[0]
    if walking.arrived(mind, x, y) or _near_hiding(world, mind, x, y):
        mind.places.pop(0)
        mind.searched.append((x, y))
        mind.wait_ticks = tuning.SEARCH_LOOK_TICKS
        walking.stand(mind, mind.heading)
        _look_inside(world, moment, mind)
        return
    if not walking.go(world, mind, x, y, tuning.KINDS[mind.kind].search_sub, budget):
        return
    if not mind.way:
        mind.places.pop(0)


def _places_to_look(world: World, mind: Mind) -> list[tuple[int, int]]:
    """Up to ``SEARCH_PLACES`` hiding places, corners and stretches near the last known place.

    Those not yet looked into come first, the near before the far, hiding places before corners.
    """
    reach = tuning.SEARCH_REACH_TILES * TILE_SUB
    found: list[tuple[bool, int, int, tuple[int, int]]] = []
    spots = [(0, x, y) for x, y in landmarks.hiding_places(world.level)]
    spots += [(1, x, y) for x, y in _corners(world, mind.knows_x, mind.knows_y)]
    for rank, x, y in spots:
        away = max(abs(x - mind.knows_x), abs(y - mind.knows_y))
        if away <= reach:
            found.append(((x, y) in mind.searched, rank, away, (x, y)))
    found.sort()
    places = [spot for _, _, _, spot in found] + _open_ground(world, mind)
    return places[: tuning.SEARCH_PLACES]


def _open_ground(world: World, mind: Mind) -> list[tuple[int, int]]:
    """Where to cast about in a country without cover: on the way she ran, to its sides, back."""
    course = mind.prey_course if mind.prey_course >= 0 else mind.heading
    spots = []
    for turn in (0, headings.QUARTER_TURN, -headings.QUARTER_TURN, headings.HALF_TURN):
        dx, dy = headings.vector(course + turn, tuning.SEARCH_CAST_TILES * TILE_SUB)
        x, y = mind.knows_x + dx, mind.knows_y + dy
        if walking.clear_walk(world, mind.knows_x, mind.knows_y, x, y):
            spots.append((x, y))
    return spots


def _corners(world: World, x: int, y: int) -> list[tuple[int, int]]:
    """Open tiles behind walls and crests, out of sight from a place; one for each 4x4 tiles."""
    blocks = world.terrain.blocks
    height, width = blocks.shape
    here_x, here_y = tile_of(x), tile_of(y)
    reach = tuning.SEARCH_REACH_TILES
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for tile_y in range(max(1, here_y - reach), min(height - 1, here_y + reach + 1)):
        for tile_x in range(max(1, here_x - reach), min(width - 1, here_x + reach + 1)):
            cell = (tile_x // 4, tile_y // 4)
            if cell in found or not world.terrain.walkable(tile_x, tile_y):
                continue
            beside = (
                blocks.item(tile_y, tile_x - 1) != CLEAR
                or blocks.item(tile_y, tile_x + 1) != CLEAR
                or blocks.item(tile_y - 1, tile_x) != CLEAR
                or blocks.item(tile_y + 1, tile_x) != CLEAR
            )
            spot = (tile_centre(tile_x), tile_centre(tile_y))
            if beside and not world.terrain.sees(x, y, *spot, low=True):
                found[cell] = spot
    return list(found.values())


def _reachable(world: World, mind: Mind) -> tuple[int, int]:
    """The last known place, or where the mind stands if that cannot be walked to."""
    tile_x, tile_y = tile_of(mind.knows_x), tile_of(mind.knows_y)
    if not world.terrain.walkable(tile_x, tile_y):
        return mind.x, mind.y
    return mind.knows_x, mind.knows_y


def _near_hiding(world: World, mind: Mind, x: int, y: int) -> bool:
    """Hiding places are looked into from the tile beside them."""
    return (
        (x, y) in landmarks.hiding_places(world.level)
        and max(abs(mind.x - x), abs(mind.y - y)) <= _BESIDE_SUB
    )


def _look_inside(world: World, moment: Moment, mind: Mind) -> None:
    """Pull her out, if this is the place she is in."""
    her = world.sakura
    if not her.inside or not hunts_her(world, mind):
        return
    if max(abs(her.x - mind.x), abs(her.y - mind.y)) > _BESIDE_SUB:
        return
    place = next((p for p in world.level.places if p.id == her.inside), None)
    her.inside, her.hidden = 0, False
    moment.tell(events.CameOut(place.name if place else ""))
    cause = Cause(
        who=mind.name,
        sense="sight",
        whom="sakura",
        tiles=1,
        what="hiding_place",
        light=light_at(world, her.x, her.y),
        gait="hidden",
        surface=surface_at(world.level, her.x, her.y).name.lower(),
        wind=wind_at(world, her.x, her.y).kind.value,
    )
    most = tuning.METER_FULL
    notice(world, moment, mind, Noticing(0, her.x, her.y, most, most, cause, True, True))
    if mind.alert is not Alert.CHASE:
        awareness.change(world, moment, mind, Alert.CHASE, cause)

"""A Tiled map to everything but the relief of a ``Level``, held to the rules of this game."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.content import schema
from game.content.map_objects import Built, build_objects, nearest, read_members
from game.content.tmx.by_pytmx import TileFacts
from game.content.tmx.findings import At, Findings, quoted
from game.content.tmx.layers import distinct_of
from game.content.tmx.model import ObjectLayer, TiledMap, TileLayer
from game.content.tmx.numbers import heading_of_degrees, whole
from game.core.headings import TURN, heading_of, turn_between
from game.core.units import TICKS_PER_SECOND, TILE_PX, tile_of
from game.sim.level import Actor, Conditions, Place, Spot, Surface, Wall

_CLOCK: Final = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")
_NOON: Final = 12
_PICTURE_WIND: Final = heading_of(*Conditions().wind)
_WALLS: Final = {"low": Wall.LOW, "high": Wall.HIGH}
_SURFACES: Final = {each.name.lower(): each for each in Surface}
ONE_OF_EACH: Final = (Spot.GATE, Spot.REGISTER, Spot.WOUNDED)
"""What the story's map must have exactly one of, besides Start."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A level but for its relief. Grids are [row, column] in tiles."""

    width: int
    height: int
    surface: NDArray[np.uint8]
    walls: NDArray[np.uint8]
    built: Built
    conditions: Conditions

    def blocked(self, x: int, y: int) -> bool:
        """Whether a point in sub-units lies in a wall; off the map everything is."""
        column, row = tile_of(x), tile_of(y)
        if not (0 <= column < self.width and 0 <= row < self.height):
            return True
        return bool(self.walls[row, column])

    def places_of(self, kind: Spot) -> list[Place]:
        """All places of a kind, in id order."""
        return [each for each in self.built.places if each.kind is kind]


def used_gids(tiled: TiledMap) -> list[int]:
    """Every distinct raw gid of tiles and tile objects, in order."""
    found: set[int] = set()
    for layer in tiled.layers:
        if isinstance(layer, TileLayer):
            found.update(distinct_of(layer.gids.ravel()).tolist())
        elif isinstance(layer, ObjectLayer):
            found.update(each.gid for each in layer.objects if each.gid)
    return sorted(found)


def draft_level(tiled: TiledMap, facts: Mapping[int, TileFacts], findings: Findings) -> Draft:
    """Everything that the map says to the game; what is wrong goes to the findings."""
    if (tiled.tile_width, tiled.tile_height) != (TILE_PX, TILE_PX):
        findings.fatal("tile-size", tiled.at,
                       f"its tiles are {tiled.tile_width}x{tiled.tile_height} pixels, this game's "
                       f"are {TILE_PX}x{TILE_PX}", "Set it in Map > Map Properties.")
    _check_layers(tiled, findings)
    surface = _grid(tiled, "ground", facts, findings, "Surface", "surface", _SURFACES)
    walls = _grid(tiled, "walls", facts, findings, "Wall", "hides", _WALLS)
    built = build_objects(tiled, findings)
    draft = Draft(tiled.width, tiled.height, surface, walls, built, _conditions(tiled, findings))
    _check_places(draft, tiled.at, findings)
    return draft


def _check_layers(tiled: TiledMap, findings: Findings) -> None:
    names = {layer.name for layer in tiled.layers if isinstance(layer, TileLayer)}
    if "ground" not in names:
        findings.warning("layer-missing", tiled.at, 'there is no tile layer "ground"',
                         "Add one; without it everything is sand.")
    for layer in tiled.layers:
        if layer.class_name == "Preview":
            continue
        if isinstance(layer, TileLayer):
            if layer.name not in schema.TILE_LAYERS:
                findings.warning("layer-unknown", layer.at, "the game knows no such tile layer",
                                 nearest(layer.name, list(schema.TILE_LAYERS))
                                 or "Rename it to ground, walls or over, or set class Preview.")
            elif layer.passed.offset_x or layer.passed.offset_y:
                findings.error("layer-offset", layer.at, "the layer is shifted",
                               "Set its offset to 0, and that of its groups.")
        elif isinstance(layer, ObjectLayer) and layer.name not in schema.OBJECT_LAYERS:
            findings.info("layer-unknown", layer.at,
                          "the game has no layer of this name, but reads its objects",
                          nearest(layer.name, list(schema.OBJECT_LAYERS)))


def _grid(
    tiled: TiledMap, name: str, facts: Mapping[int, TileFacts], findings: Findings,
    class_name: str, key: str, meanings: Mapping[str, int],
) -> NDArray[np.uint8]:
    """What the tiles of all layers of a name mean; upper layers cover lower ones, 0 is none."""
    member = schema.BY_NAME[class_name].member(key)
    default = member.default if member is not None else None
    grid = np.zeros((tiled.height, tiled.width), np.uint8)
    for layer in tiled.layers:
        if not isinstance(layer, TileLayer) or layer.name != name:
            continue
        distinct, first, places = np.unique(
            layer.gids, return_index=True, return_inverse=True
        )
        values = np.zeros(distinct.shape, np.uint8)
        for place, gid in enumerate(distinct.tolist()):
            fact = facts.get(gid)
            if fact is None:
                continue
            _check_tile(fact, replace(layer.at, cell=_cell(first[place], tiled)), findings)
            word = fact.values.get(key, default)
            if fact.class_name == class_name and isinstance(word, str) and word in meanings:
                values[place] = meanings[word]
                continue
            at = replace(layer.at, cell=_cell(first[place], tiled))
            if fact.class_name != class_name:
                what = f"the tile there is {_of_class(fact)}, not of class {class_name}"
                findings.error("tile-class", at, what, "Use tiles made for this layer.")
            else:
                findings.error("tile-value", at,
                               f"its tile says {key} = {quoted(str(word))}, which is not known",
                               nearest(str(word), list(meanings)) or "Mend the tileset.")
        drawn = layer.gids != 0
        grid[drawn] = values[places.reshape(layer.gids.shape)][drawn]
    return grid


def _cell(place: np.int64, tiled: TiledMap) -> tuple[int, int]:
    row, column = divmod(int(place), tiled.width)
    return column, row


def _check_tile(fact: TileFacts, at: At, findings: Findings) -> None:
    """Tell of properties of a tile that its class does not have: they would mean nothing."""
    known = schema.BY_NAME.get(fact.class_name)
    for name in fact.values:
        if known is not None and known.member(name) is None:
            findings.warning("property-unknown", at,
                             f"its tile has the property {quoted(name)}, which a {known.name} has "
                             "not", nearest(name, [member.name for member in known.members])
                             or "Remove it from the tileset.")


def _of_class(fact: TileFacts) -> str:
    return f"of class {quoted(fact.class_name)}" if fact.class_name else "of no class"


def _conditions(tiled: TiledMap, findings: Findings) -> Conditions:
    night = schema.BY_NAME["Night"]
    for name, found in tiled.properties.items():
        if found.own and night.member(name) is None:
            findings.warning("property-unknown", found.at,
                             f"the map has no property {quoted(name)}",
                             nearest(name, [member.name for member in night.members])
                             or "Remove it.")
    values = {name: found.value for name, found in tiled.properties.items()}
    members = read_members(night, values, tiled.at, findings)
    wind_x, wind_y, storms = members["wind_x"], members["wind_y"], members["storms"]
    gust, first = members["gust"], members["first_gust"]
    assert isinstance(wind_x, int)
    assert isinstance(wind_y, int)
    assert isinstance(storms, int)
    assert isinstance(gust, Decimal | int)
    assert isinstance(first, Decimal | int)
    if not wind_x and not wind_y:
        findings.error("wind", tiled.at, "wind_x and wind_y are both 0", "Set at least one.")
        wind_x, wind_y = Conditions().wind
    wind = heading_of(wind_x, wind_y)
    if abs(turn_between(_PICTURE_WIND, wind)) > TURN // 8:
        findings.warning("wind", tiled.at,
                         "the wind blows over 45 degrees off (4, 3), where dunes look wrong",
                         "Gusts may come from anywhere: turn those instead.")
    return Conditions(
        (wind_x, wind_y),
        gust_heading=wind if gust < 0 else heading_of_degrees(Decimal(gust)),
        first_gust_ticks=-1 if first < 0 else whole(Decimal(first) * TICKS_PER_SECOND),
        storms=storms,
        clock_minutes=_clock(str(members["clock"]), tiled.at, findings),
        story=bool(members["story"]),
    )


def _clock(text: str, at: At, findings: Findings) -> int:
    found = _CLOCK.fullmatch(text)
    if not found:
        findings.error("clock", at, f"the clock {quoted(text)} is no time of day",
                       'Write it like "20:00".')
        return Conditions().clock_minutes
    hours, minutes = int(found[1]), int(found[2])
    if hours < _NOON:
        hours += _NOON * 2  # after midnight: still the same night
    return hours * 60 + minutes


def _check_places(draft: Draft, map_at: At, findings: Findings) -> None:
    at = draft.built.at
    starts = draft.places_of(Spot.START)
    if not starts:
        findings.error("start-missing", map_at, "there is no Start, so nobody can play it",
                       "Add a point of class Start to the layer places.")
    for extra in starts[1:]:
        findings.error("start-twice", at[extra.id], "there is more than one Start",
                       "Delete all but one.")
    standing: list[Place | Actor] = [*starts, *draft.places_of(Spot.WOUNDED), *draft.built.actors]
    for each in standing:
        if draft.blocked(each.x, each.y):
            cell = tile_of(each.x), tile_of(each.y)
            findings.error("in-wall", replace(at[each.id], cell=cell), "it stands in a wall",
                           "Move it, or erase the wall.")
    markers = draft.places_of(Spot.MARKER)
    for order, count in Counter(each.order for each in markers).items():
        if count > 1:
            twice = [each for each in markers if each.order == order][1]
            findings.error("marker-order", at[twice.id], f"two Markers have the order {order}",
                           "Number them 1, 2, 3 and so on.")
    if draft.conditions.story:
        _check_story(draft, map_at, findings)


def _check_story(draft: Draft, map_at: At, findings: Findings) -> None:
    for kind in ONE_OF_EACH:
        found = draft.places_of(kind)
        if len(found) != 1:
            how_many = f"{len(found)} objects" if found else "no object"
            findings.error(f"{kind}-missing", map_at,
                           f"the story's map has {how_many} of class {kind.title()}, it needs one",
                           "Set story to false if the tale is not told here.")
    if not draft.places_of(Spot.MARKER):
        findings.error("marker-missing", map_at, "the story's map has no Marker for the round",
                       "Add points of class Marker, with the orders 1, 2, 3 and so on.")

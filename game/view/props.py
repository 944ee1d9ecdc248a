"""Things that stand on the ground: plants, rocks, markers, lanterns, banners, and what is strewn.

Places of the level say where; a hash of the place says which of several pictures. What is strewn
has no meaning for play and never looks like cover.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from game.core.rng import mixed
from game.core.units import SUB, TILE_PX, TILE_SUB
from game.sim.land.light import shadow_length
from game.sim.land.weather import WindKind, wind_at
from game.sim.level import Area, Level, Place, Spot, Surface, Wall
from game.sim.world import World
from game.view.atlas import Atlas, Sprite
from game.view.camera import View
from game.view.drawlist import DrawList
from game.view.shapes import Shapes

_BUCKET_PX: Final = 256
_MARGIN_PX: Final = 64
_STREWN_ONE_IN: Final = 46
_THICKET: Final = (
    ("agave", 0, -7), ("shrub/green", -11, -4), ("shrub/green", 11, -3),
    ("agave", -6, 4), ("agave", 7, 6),
)
"""The plants of a hiding place: a ring dense enough to crouch in."""
_PLANTS: Final = ("shrub", "agave")
_BANNER_APART_PX: Final = 76
_BANNER_UP_PX: Final = 66


@dataclass(frozen=True, slots=True)
class Prop:
    """Something standing: its foot in pixels and the frame it shows unless the night changed it."""

    x: int
    y: int
    name: str
    place: Place | None = None
    light: int = 0
    """Id of the lamp that it is."""
    hangs: bool = False
    """Fixed to a wall: no shadow on the ground."""
    mirrored: bool = False
    post: bool = False
    """Stands on a post."""


@dataclass(slots=True)
class Props:
    """All props of a level, by where they stand."""

    atlas: Atlas
    shapes: Shapes
    buckets: dict[tuple[int, int], list[Prop]] = field(default_factory=dict)

    @classmethod
    def of(cls, level: Level, atlas: Atlas, shapes: Shapes, *, bare: bool = False) -> "Props":
        """The props that belong to a level; a ``bare`` one has no wall tiles and gets rocks."""
        props = cls(atlas, shapes)
        rocks = _rocks_for_walls(level) if bare else ()
        for prop in (*_placed(level), *_lamps(level), *_strewn(level), *rocks):
            key = (prop.x // _BUCKET_PX, prop.y // _BUCKET_PX)
            props.buckets.setdefault(key, []).append(prop)
        return props

    def add_to(self, scene: DrawList, world: World, view: View) -> None:
        """Put what is in view on the list of what stands."""
        length = shadow_length(world.minutes)
        blows = _lean_of_wind(world)
        for prop in self._near(view):
            name = _name_now(prop, world, view.tick)
            if not name:
                continue
            sprite = self.atlas.frame(name)
            if prop.post:
                name, sprite = f"{name}/post", self.shapes.on_post(name, sprite)
            if prop.mirrored:
                sprite = self.shapes.mirrored(name, sprite)
            lean = self._lean(prop, world, view.tick, blows)
            if not prop.hangs:
                shadow = f"{name}/shadow"
                if shadow in self.atlas.boxes:
                    scene.shadow(self.atlas.frame(shadow), prop.x, prop.y)
                if prop.place is None or prop.place.kind is not Spot.ITEM:
                    scene.shadow(self.shapes.shadow(name, sprite, length), prop.x, prop.y)
            scene.stand(self.shapes.bent(name, sprite, lean), prop.x, prop.y)

    def in_place(self, world: World, place_id: int, view: View) -> tuple[str, Sprite, Prop] | None:
        """The picture that stands for a place just now, for outlines and marks."""
        for prop in self._near(view):
            if prop.place is not None and prop.place.id == place_id:
                name = _name_now(prop, world, view.tick)
                return (name, self.atlas.frame(name), prop) if name else None
        return None

    def _lean(self, prop: Prop, world: World, tick: int, blows: int) -> int:
        """Pixels that the top of a plant leans: in the wind, or because she is in it."""
        if not prop.name.startswith(_PLANTS):
            return 0
        if prop.place is not None and world.sakura.inside == prop.place.id:
            return round(math.sin(tick * 0.16) * 1.6)
        if not blows:
            return round(math.sin(tick * 0.021 + prop.x * 0.3) * 0.7)
        wave = math.sin(tick * 0.19 + prop.x * 0.05 + prop.y * 0.03)
        return round(blows * (1.6 + wave))

    def _near(self, view: View) -> Iterator[Prop]:
        left, top = view.x - _MARGIN_PX, view.y - _MARGIN_PX
        right, bottom = view.x + 480 + _MARGIN_PX, view.y + 270 + _MARGIN_PX
        for row in range(top // _BUCKET_PX, bottom // _BUCKET_PX + 1):
            for column in range(left // _BUCKET_PX, right // _BUCKET_PX + 1):
                for prop in self.buckets.get((column, row), ()):
                    if left <= prop.x <= right and top <= prop.y <= bottom:
                        yield prop


def _lean_of_wind(world: World) -> int:
    """Which way plants around her lean: -1, 0 or 1 pixel a step of strength."""
    wind = wind_at(world, world.sakura.x, world.sakura.y)
    if wind.kind in (WindKind.STILL, WindKind.LEE):
        return 0
    return 1 if wind.heading < 256 or wind.heading > 768 else -1


def _name_now(prop: Prop, world: World, tick: int) -> str:
    """The frame that a prop shows in this night, empty for none."""
    if prop.light:
        return _lamp_now(prop, world, tick)
    place = prop.place
    if place is None:
        if prop.name.startswith("banner"):
            return f"banner/{(tick // 10 + prop.x) % 4}"
        return prop.name
    match place.kind:
        case Spot.MARKER:
            return "marker/signed" if place.order in world.story.markers else "marker/unsigned"
        case Spot.REGISTER:
            signed = world.story.signed_out_tick >= 0
            return "register/written" if signed else "register/open"
        case Spot.BOULDER:
            return "boulder/broken" if place.id in world.broken else "boulder/whole"
        case Spot.ITEM:
            return "" if place.id in world.taken else prop.name
        case _:
            return prop.name


def _lamp_now(prop: Prop, world: World, tick: int) -> str:
    if prop.light in world.doused:
        return "" if prop.name == "torch" else f"{prop.name}/doused"
    return f"torch/{tick // 7 % 3}" if prop.name == "torch" else f"{prop.name}/lit"


def _placed(level: Level) -> Iterator[Prop]:
    for place in level.places:
        x, y, pick = place.x // SUB, place.y // SUB, mixed(place.id, 41)
        match place.kind:
            case Spot.COVER:
                yield Prop(x, y + 4, f"shrub/green/{pick % 4}", place)
            case Spot.HIDING:
                for i, (kind, dx, dy) in enumerate(_THICKET):
                    yield Prop(x + dx, y + dy, f"{kind}/{(pick + i) % 4}", place)
            case Spot.BOULDER:
                yield Prop(x, y + 7, "boulder/whole", place)
            case Spot.MARKER:
                yield Prop(x, y + 4, "marker/unsigned", place)
            case Spot.REGISTER:
                yield Prop(x, y + 4, "register/open", place)
            case Spot.NEST:
                yield Prop(x, y + 6, "nest/full", place)
            case Spot.ITEM:
                yield Prop(x, y, _item(place), place)
            case Spot.GATE:
                middle, foot = x, y + place.height // SUB // 2
                for side in (-1, 1):
                    at = middle + side * _BANNER_APART_PX
                    yield Prop(at, foot - _BANNER_UP_PX, "banner/0", place=None, hangs=True)
            case _:
                continue


def _item(place: Place) -> str:
    match place.text:
        case "kunai":
            return "kunai"
        case "water":
            return "jar"
        case _:
            return f"pebble/{place.id % 3}"


def _lamps(level: Level) -> Iterator[Prop]:
    """Lamps hang where a wall is behind them and stand on a post where none is."""
    gates = level.places_of(Spot.GATE)
    for lamp in level.lights:
        x, y = lamp.x // SUB, lamp.y // SUB
        column, row = x // TILE_PX, y // TILE_PX
        inside = 0 <= column < level.width and 0 <= row < level.height
        if lamp.kind in ("torch", "fire"):
            yield Prop(x, y + 4, "torch", light=lamp.id)
        elif inside and level.walls.item(row, column):
            left = any(gate.x > lamp.x for gate in gates if abs(gate.x - lamp.x) < 6 * TILE_SUB)
            at = x + 6 if left else x - 6
            yield Prop(at, y + 4, "lantern/big", light=lamp.id, hangs=True, mirrored=left)
        else:
            yield Prop(x, y + 6, "lantern/small", light=lamp.id, post=True)


def _rocks_for_walls(level: Level) -> Iterator[Prop]:
    """A rock for every wall of a map that has no pictures of its own."""
    for row, column in np.argwhere(level.walls != Wall.NONE).tolist():
        high = level.walls.item(row, column) == Wall.HIGH
        name = f"rock/{(9 if high else 4) + mixed(column, row) % 2}"
        yield Prop(column * TILE_PX + 8, row * TILE_PX + 14, name)


_AT_LANDMARKS: Final = {
    "bones": (("ribs/0", 90), ("ribs/1", 70), ("skull", 80)),
    "village": (("crate", 260), ("jar", 200)),
    "gravel_pass": (("rock/3", 30), ("rock/2", 30)),
    "ruin": (("rock/3", 40), ("jar", 160), ("log", 160)),
    "fallen_columns": (("rock/3", 40), ("log", 120)),
}
"""What lies about at a landmark, and on one in how many of its open tiles."""
_BARE: Final = (Surface.SAND, Surface.HARDPAN, Surface.GRAVEL, Surface.SCRUB)


def _strewn(level: Level) -> Iterator[Prop]:
    """Pebbles and dry tufts over the open map, and more at landmarks."""
    taken = np.zeros((level.height, level.width), bool)
    for place in level.places:
        column, row = place.x // TILE_SUB, place.y // TILE_SUB
        taken[max(0, row - 2) : row + 3, max(0, column - 2) : column + 3] = True
    free = (level.walls == Wall.NONE) & ~taken & np.isin(level.surface, [int(s) for s in _BARE])
    free &= ~level.crest_tiles
    # the picture's own randomness: the same for a map of the same size, and no rule asks it
    lots = np.random.default_rng(5).integers(0, 2**30, (level.height, level.width))
    for zone in level.zones_of(Area.LANDMARK):
        for name, one_in in _AT_LANDMARKS.get(zone.name, ()):
            left, top = zone.x // TILE_SUB, zone.y // TILE_SUB
            part = free[top : top + zone.height // TILE_SUB, left : left + zone.width // TILE_SUB]
            for row, column in np.argwhere(part).tolist():
                bits = lots.item(top + row, left + column) + len(name)
                if bits % one_in == 0:
                    yield _at(left + column, top + row, name, bits)
                    around = slice(max(0, top + row - 2), top + row + 3)
                    free[around, max(0, left + column - 3) : left + column + 4] = False
    for row, column in np.argwhere(free & (lots % _STREWN_ONE_IN == 0)).tolist():
        bits = lots.item(row, column)
        name = f"shrub/dead/{bits >> 9 & 3}" if bits >> 7 & 3 == 0 else f"rock/{bits >> 9 & 3}"
        yield _at(column, row, name, bits)


def _at(column: int, row: int, name: str, bits: int) -> Prop:
    x = column * TILE_PX + 3 + (bits >> 12) % 10
    return Prop(x, row * TILE_PX + 6 + (bits >> 18) % 8, name)

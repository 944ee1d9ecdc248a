"""Things that stand on the ground, drawn as the night has left them.

Where each stands and which of several pictures it has is `prop_places.py`.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from game.sim.land.light import shadow_length
from game.sim.land.weather import WindKind, wind_at
from game.sim.level import Level, Spot
from game.sim.world import World
from game.view.atlas import Atlas, Sprite
from game.view.camera import View
from game.view.drawlist import DrawList
from game.view.prop_places import Prop, props_of
from game.view.shapes import Shapes

_BUCKET_PX: Final = 256
_MARGIN_PX: Final = 64
_PLANTS: Final = ("shrub", "agave")
_CRACK_TICKS: Final = 7
"""A boulder that is hit shows its cracks so long before it falls apart."""


@dataclass(slots=True)
class Props:
    """All props of a level, by where they stand."""

    atlas: Atlas
    shapes: Shapes
    buckets: dict[tuple[int, int], list[Prop]] = field(default_factory=dict)
    _struck: dict[int, int] = field(default_factory=dict)
    """When each boulder was first seen broken, by place; -1 for one seen whole."""

    @classmethod
    def of(cls, level: Level, atlas: Atlas, shapes: Shapes, *, bare: bool = False) -> "Props":
        """The props that belong to a level; a ``bare`` one has no wall tiles and gets rocks."""
        props = cls(atlas, shapes)
        for prop in props_of(level, bare=bare):
            key = (prop.x // _BUCKET_PX, prop.y // _BUCKET_PX)
            props.buckets.setdefault(key, []).append(prop)
        return props

    def add_to(self, scene: DrawList, world: World, view: View) -> None:
        """Put what is in view on the list of what stands."""
        length = shadow_length(world.minutes)
        blows = _lean_of_wind(world)
        for prop in self._near(view):
            name = self._name_now(prop, world, view.tick)
            if not name:
                continue
            look, sprite = self._look(prop, name)
            lean = self._lean(prop, world, view.tick, blows)
            if not prop.hangs:
                shadow = f"{name}/shadow"
                if shadow in self.atlas.boxes:
                    scene.shadow(self.atlas.frame(shadow), prop.x, prop.y)
                if prop.place is None or prop.place.kind is not Spot.ITEM:
                    scene.shadow(self.shapes.shadow(look, sprite, length), prop.x, prop.y)
            scene.stand(self.shapes.bent(look, sprite, lean), prop.x, prop.y)

    def in_place(self, world: World, place_id: int, view: View) -> tuple[str, Sprite, Prop] | None:
        """The picture that stands for a place just now, for outlines and marks."""
        for prop in self._near(view):
            if prop.place is not None and prop.place.id == place_id:
                name = self._name_now(prop, world, view.tick)
                return (*self._look(prop, name), prop) if name else None
        return None

    def _name_now(self, prop: Prop, world: World, tick: int) -> str:
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
                return "marker/signed" if place.order in world.story.markers else prop.name
            case Spot.REGISTER:
                signed = world.story.signed_out_tick >= 0
                return "register/written" if signed else prop.name
            case Spot.BOULDER:
                return f"{prop.name}/{self._boulder(place.id, world)}"
            case Spot.ITEM:
                return "" if place.id in world.taken else prop.name
            case _:
                return prop.name

    def _boulder(self, place: int, world: World) -> str:
        """How a boulder looks: for some ticks after the blow it is cracked, then rubble."""
        if place not in world.broken:
            self._struck[place] = -1
            return "whole"
        if self._struck.get(place, 0) < 0:
            self._struck[place] = world.tick
        since = world.tick - self._struck.get(place, -_CRACK_TICKS)
        return "cracked" if 0 <= since < _CRACK_TICKS else "broken"

    def _look(self, prop: Prop, name: str) -> tuple[str, Sprite]:
        """The picture of a frame as this prop has it: on a post, mirrored; and its own name."""
        sprite = self.atlas.frame(name)
        if prop.post:
            name, sprite = f"{name}|", self.shapes.on_post(name, sprite)
        if prop.mirrored:
            name, sprite = f"{name}<", self.shapes.mirrored(name, sprite)
        return name, sprite

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


def _lamp_now(prop: Prop, world: World, tick: int) -> str:
    out = prop.light in world.doused
    if prop.name == "torch":
        return "torch/out" if out else f"torch/{tick // 7 % 3}"
    return f"{prop.name}/{'doused' if out else 'lit'}"

"""Objects of a Tiled map to actors, places, routes, zones, lights and goals, by the schema."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from difflib import get_close_matches
from itertools import pairwise
from typing import Final

from game.content import schema
from game.content.schema import Class, Member, Role
from game.content.tmx.findings import At, Findings, quoted
from game.content.tmx.model import MapObject, ObjectLayer, ObjectRef, Shape, TiledMap, Value
from game.content.tmx.numbers import heading_of_degrees, whole
from game.core.headings import TURN
from game.core.units import SUB, TICKS_PER_SECOND, TILE_SUB
from game.sim.land.dune_lines import Crest, Horns
from game.sim.level import Actor, Area, Goal, GoalKind, Kind, Light, Place, Route, Spot, Zone

REFERENCE_HINTS: Final[Mapping[str, str]] = {
    "route": "Pick a Route with the arrow button, or clear it.",
    "target": "Pick what the goal means with the arrow button.",
    "what": "Pick who appears, or the Goal that opens, with the arrow button.",
}
_CREST_REACH_PX: Final = 2000
"""So far off the map a crest may go on."""
MOST_CREST_PX: Final = 1_000_000
"""The dunes of a map are raised pixel by pixel of their crests."""
_EIGHTH: Final = TURN // len(schema.FACINGS)
_LINES: Final = (Shape.POLYLINE, Shape.POLYGON)
_HORNS: Final[Mapping[str, Horns]] = {
    "both": "both", "start": "start", "end": "end", "none": "none",
}
_TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    "string": (str,), "int": (int,), "float": (Decimal, int), "bool": (bool,),
    "object": (ObjectRef,),
}


@dataclass(slots=True)
class Built:
    """What the objects of a map have become, each list in id order once ``sort`` was called.

    ``at`` remembers where each object stands in the file, by id.
    """

    crests: list[Crest] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    routes: list[Route] = field(default_factory=list)
    zones: list[Zone] = field(default_factory=list)
    lights: list[Light] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    at: dict[int, At] = field(default_factory=dict)

    def sort(self) -> None:
        """Put every list into id order; crests keep the file's, which does not matter to them."""
        self.actors.sort(key=lambda each: each.id)
        self.places.sort(key=lambda each: each.id)
        self.routes.sort(key=lambda each: each.id)
        self.zones.sort(key=lambda each: each.id)
        self.lights.sort(key=lambda each: each.id)
        self.goals.sort(key=lambda each: each.id)


def build_objects(tiled: TiledMap, findings: Findings) -> Built:
    """Everything that the object layers say; what is wrong goes to the findings."""
    builder = _Builder(tiled, findings)
    for layer in tiled.layers:
        if isinstance(layer, ObjectLayer) and layer.class_name != "Preview":
            for each in layer.objects:
                builder.add(each)
    builder.built.sort()
    return builder.built


def read_members(
    known: Class, properties: Mapping[str, Value], at: At, findings: Findings
) -> dict[str, Value]:
    """The members of a class, defaults filled in, each of its type and within its bounds."""
    return {
        member.name: _member(member, properties[member.name], at, findings)
        if member.name in properties else _default(member)
        for member in known.members
    }


def nearest(name: str, known: list[str]) -> str:
    """Words that offer the known name most like one that is not known; empty if none is."""
    lowered = {each.lower(): each for each in known}
    close = get_close_matches(name.lower(), lowered, 1, 0.6)
    return f"Did you mean {lowered[close[0]]}?" if close else ""


class _Builder:
    """Takes objects in one by one; ``built`` is what has become of them."""

    def __init__(self, tiled: TiledMap, findings: Findings) -> None:
        self.built = Built()
        self._findings = findings
        self._width = tiled.width * TILE_SUB
        self._height = tiled.height * TILE_SUB
        self._crest_px = 0
        self._by_id = {each.id: each for each in tiled.objects()}

    def add(self, each: MapObject) -> None:
        """Take one object in, or tell why not."""
        known = schema.OBJECT_CLASSES.get(each.class_name)
        if known is None or known.makes is None:
            self._unknown_class(each)
            return
        if each.id in self.built.at:
            self._error("object-twice", each, f"the id {each.id} was given twice",
                        "Cut the object and paste it again.")
            return
        self.built.at[each.id] = each.at
        values = {name: found.value for name, found in each.properties.items()}
        for name, found in each.properties.items():
            if found.own and known.member(name) is None:
                hint = nearest(name, [member.name for member in known.members])
                self._findings.warning(
                    "property-unknown", replace(each.at, line=found.at.line),
                    f"a {known.name} has no property {quoted(name)}", hint or "Remove it.",
                )
        members = read_members(known, values, each.at, self._findings)
        if self._well_shaped(each, known):
            self._make(each, known, members)

    def _make(self, each: MapObject, known: Class, members: dict[str, Value]) -> None:
        match known.makes:
            case Kind() as kind:
                self._actor(each, kind, members)
            case Spot() as spot:
                self._place(each, spot, members)
            case Area() as area:
                self._zone(each, area, members)
            case Role.CREST:
                self._crest(each, members)
            case Role.ROUTE:
                self._route(each, members)
            case Role.LIGHT:
                x, y = each.middle()
                radius = whole(_decimal(members["radius"]) * TILE_SUB)
                kind_of_light = str(members["kind"])
                self.built.lights.append(Light(each.id, each.name, x, y, radius, kind_of_light))
            case Role.GOAL:
                self._goal(each, members)
            case None:
                raise AssertionError(known.name)

    def _actor(self, each: MapObject, kind: Kind, members: dict[str, Value]) -> None:
        if not self._on_map(each, [each.middle()]):
            return
        x, y = each.middle()
        self.built.actors.append(Actor(
            each.id, each.name, kind, x, y,
            heading=_facing(members, each),
            route=self._route_of(each, members["route"]),
            squad=_int(members["squad"]),
            delay_ticks=_ticks(members["delay"]),
            sensor=bool(members["sensor"]),
            after_name=bool(members["after_name"]),
        ))

    def _route_of(self, each: MapObject, value: Value) -> int:
        route = value.id if isinstance(value, ObjectRef) else 0
        target = self._by_id.get(route)
        if target is None:
            return 0
        if target.class_name != "Route":
            self._error("route-wrong", each,
                        f'property "route" points to object {route}, which is '
                        f"{_named(target)}, not a Route", REFERENCE_HINTS["route"])
            return 0
        return route

    def _place(self, each: MapObject, spot: Spot, members: dict[str, Value]) -> None:
        if not self._on_map(each, [each.middle()]):
            return
        x, y = each.middle()
        _, _, width, height = each.bounds()
        text = str(members.get("text", ""))
        if spot is Spot.SIGNATURE:
            text = str(members["kind"])
        elif spot is Spot.WOUNDED:
            text = str(members["operation"])
        self.built.places.append(Place(
            each.id, each.name, spot, x, y,
            width=width or TILE_SUB, height=height or TILE_SUB,
            order=_int(members.get("order", 0)),
            text=text,
            strength=_int(members.get("strength", 0)),
            seems=str(members.get("seems", "")),
            heading=_facing(members, each) if "facing" in members else 0,
        ))

    def _zone(self, each: MapObject, area: Area, members: dict[str, Value]) -> None:
        if each.heading % (TURN // 4):
            self._error("zone-turned", each, "it is turned, but zones are upright boxes",
                        "Set its rotation to 0.")
        x, y, width, height = each.bounds()
        if x >= self._width or y >= self._height or x + width <= 0 or y + height <= 0:
            self._error("off-map", each, "it lies off the map", "Move it onto the map.")
            return
        when = str(members.get("when", "enter"))
        amount = _int(members.get("amount", 0))
        match area:
            case Area.WIND:
                amount = heading_of_degrees(_decimal(members["toward"]))
            case Area.STORM:
                amount = _ticks(members["start"])
            case Area.TRIGGER if when == "time":
                amount *= TICKS_PER_SECOND
            case _:
                pass
        self.built.zones.append(Zone(
            each.id, each.name, area, x, y, width, height,
            text=str(members.get("text", "")), when=when, then=str(members.get("then", "")),
            amount=amount, what=self._called(each, members),
        ))

    def _called(self, each: MapObject, members: dict[str, Value]) -> int:
        """Id of the actor who appears, or of the goal that opens, once a trigger went off."""
        then, value = str(members.get("then", "")), members.get("what")
        if then not in ("spawn", "goal"):
            return 0
        target = self._by_id.get(value.id) if isinstance(value, ObjectRef) else None
        known = schema.OBJECT_CLASSES.get(target.class_name) if target is not None else None
        makes = known.makes if known is not None else None
        if target is None or not (
            isinstance(makes, Kind) if then == "spawn" else makes is schema.Role.GOAL
        ):
            wanted = "somebody" if then == "spawn" else "a Goal"
            self._error("trigger-what", each, f"with then = {then}, its property what must point "
                        f"to {wanted}", REFERENCE_HINTS["what"])
            return 0
        return target.id

    def _crest(self, each: MapObject, members: dict[str, Value]) -> None:
        points = [((x + SUB // 2) // SUB, (y + SUB // 2) // SUB) for x, y in _line(each)]
        left, top, width, height = each.bounds()
        reach = _CREST_REACH_PX * SUB
        if (min(left, top) < -reach or left + width > self._width + reach
                or top + height > self._height + reach):
            self._error("off-map", each, f"a point of it lies over {_CREST_REACH_PX} pixels off "
                        "the map", "Let it end sooner: 150 pixels outside are enough.")
            return
        self._crest_px += sum(abs(bx - ax) + abs(by - ay) for (ax, ay), (bx, by)
                              in pairwise(points))
        if self._crest_px > MOST_CREST_PX:
            self._error("crests-too-long", each, "with it all crests together are over "
                        f"{MOST_CREST_PX} pixels long", "Draw fewer of them.")
            return
        height, horns = _int(members["height"]), _HORNS[str(members["horns"])]
        self.built.crests.append(Crest(tuple(points), height, horns))

    def _route(self, each: MapObject, members: dict[str, Value]) -> None:
        line = _line(each)
        points = [here for here, before in zip(line, [None, *line], strict=False)
                  if here != before]
        if len(points) < 2:
            self._error("route-short", each, "all points of the route are the same",
                        "Draw it longer, or clear the route of who walks it.")
            return
        if self._on_map(each, points):
            loop = bool(members["loop"]) or each.shape is Shape.POLYGON
            self.built.routes.append(Route(
                each.id, each.name, tuple(points), loop, _ticks(members["pause"])
            ))

    def _goal(self, each: MapObject, members: dict[str, Value]) -> None:
        value = members["target"]
        target = self._by_id.get(value.id) if isinstance(value, ObjectRef) else None
        if target is not None and not target.name:
            self._error("goal-unnamed", each, f"its target, object {target.id}, has no name",
                        "Give the target a name.")
        name = target.name if target is not None else ""
        kind = GoalKind(str(members["kind"]))
        if not name and kind is not GoalKind.UNSEEN_UNTIL:
            self._error("goal-target", each, f"a goal of kind {kind} needs a target",
                        REFERENCE_HINTS["target"])
        self.built.goals.append(Goal(each.id, kind, name, _int(members["amount"])))

    def _well_shaped(self, each: MapObject, known: Class) -> bool:
        line = schema.Shape.LINE in known.shapes
        if line != (each.shape in _LINES):
            wanted = "a polyline" if line else "a point or a box"
            self._error("object-shape", each, f"a {known.name} is drawn as {wanted}",
                        "Draw it again.")
            return False
        if known.shapes == (schema.Shape.BOX,) and not (each.width and each.height):
            self._error("object-shape", each, f"a {known.name} needs a width and a height",
                        "Draw it as a rectangle.")
            return False
        return True

    def _on_map(self, each: MapObject, points: list[tuple[int, int]]) -> bool:
        for x, y in points:
            if not (0 <= x < self._width and 0 <= y < self._height):
                what = "a point of it" if len(points) > 1 else "it"
                self._error("off-map", each, f"{what} lies off the map, at pixel "
                            f"({x // SUB}, {y // SUB})", "Move it onto the map.")
                return False
        return True

    def _unknown_class(self, each: MapObject) -> None:
        if each.class_name:
            self._error("class-unknown", each, f"the class {quoted(each.class_name)} is not known",
                        nearest(each.class_name, list(schema.OBJECT_CLASSES))
                        or "Choose one of those in maps/README.md.")
        elif each.shape is not Shape.TEXT:  # words are remarks to whoever draws on
            self._findings.warning("class-none", each.at, "it has no class, so it does nothing",
                                   "Set its class, or delete it.")

    def _error(self, code: str, each: MapObject, message: str, hint: str) -> None:
        self._findings.error(code, each.at, message, hint)


def _member(member: Member, value: Value, at: At, findings: Findings) -> Value:
    if type(value) not in _TYPES[member.type]:
        findings.error("property-kind", at,
                       f"property {quoted(member.name)} must be of type {member.type}",
                       "Remove it, and set it again.")
        return _default(member)
    words = schema.values_of(member)
    if words and value not in words:
        findings.error("property-value", at,
                       f"property {quoted(member.name)} cannot be {quoted(str(value))}",
                       nearest(str(value), list(words)) or f"Choose one of {', '.join(words)}.")
        return _default(member)
    if isinstance(value, int | Decimal):
        low, high = member.least, member.most
        if (low is not None and value < low) or (high is not None and value > high):
            findings.error("property-range", at,
                           f"property {quoted(member.name)} is {value}, which must be "
                           + (f"{low} to {high}" if high is not None else f"{low} or more"),
                           "Set it again.")
            return _default(member)
    return value


def _default(member: Member) -> Value:
    match member.type:
        case "object":
            return ObjectRef(0)
        case "float":
            return Decimal(str(member.default))
        case _:
            assert not isinstance(member.default, float)
            return member.default


def _facing(members: Mapping[str, Value], each: MapObject) -> int:
    turned = schema.FACINGS.index(str(members["facing"])) * _EIGHTH
    return (turned + each.heading) % TURN


def _line(each: MapObject) -> list[tuple[int, int]]:
    """The points of a polyline; of a polygon, the first one again at the end, for crests."""
    points = list(each.vertices())
    if each.shape is Shape.POLYGON and each.class_name == "Crest":
        points.append(points[0])
    return points


def _named(each: MapObject) -> str:
    return f"a {each.class_name}" if each.class_name else "of no class"


def _int(value: Value) -> int:
    assert isinstance(value, int)
    return value


def _decimal(value: Value) -> Decimal:
    assert isinstance(value, Decimal | int)
    return Decimal(value)


def _ticks(value: Value) -> int:
    return whole(_decimal(value) * TICKS_PER_SECOND)

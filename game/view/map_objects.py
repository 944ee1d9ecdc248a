"""Draws the objects of any Tiled map with their classes and names, over its tiles.

For pictures that ``suna render`` writes, not for frames of the game.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final

import pygame

from game.content import schema
from game.content.tmx.model import MapObject, ObjectRef, Shape, TiledMap
from game.core import headings
from game.core.units import SUB
from game.view.font import Font
from game.view.map_sheet import Entry, MapSheet, Sign, scale_for
from game.view.palette import Rgb, rgb

_UNKNOWN: Final = rgb("steel3")
_DIM: Final = (165, 165, 180)
_FILL_ALPHA: Final = 50
_LEAST_BRIGHT: Final = 150
"""Of 255, by which words stand out."""
_LINES: Final = (Shape.POLYLINE, Shape.POLYGON)


def draw_objects(tiled: TiledMap, tiles: pygame.Surface, font: Font) -> pygame.Surface:
    """The objects of a map over the picture of its tiles, with a legend of their classes."""
    scale = scale_for(tiled.width, tiled.height)
    size = tiled.width * scale, tiled.height * scale
    ground = pygame.Surface(tiles.get_size())
    ground.fill(rgb("night1"))
    ground.blit(tiles, (0, 0))
    picture = pygame.transform.scale(ground, size)
    picture.fill(_DIM, special_flags=pygame.BLEND_RGB_MULT)
    sheet = MapSheet(picture, scale, font, tiled.tile_width * SUB)
    objects = tiled.objects()
    for each in sorted(objects, key=lambda each: each.shape not in _LINES):
        _draw(sheet, each)
    for each in objects:
        if "route" in each.properties:
            _draw_reference(sheet, each, objects)
    for each in objects:
        _label(sheet, each)
    counts = Counter(each.class_name or "no class" for each in objects)
    entries = [
        Entry(f"{name} x{count}" if count > 1 else name, color_of(name), Sign.DOT)
        for name, count in sorted(counts.items())
    ]
    title = f"{tiled.path.stem}: {len(objects)} objects"
    return sheet.finished(title, entries or [Entry("the map has none")])


def color_of(class_name: str) -> Rgb:
    """The colour of a class, as Tiled shows it; pale grey for one that the game does not know."""
    known = schema.BY_NAME.get(class_name)
    if known is None:
        return _UNKNOWN
    digits = known.color[3:]
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def _legible(color: Rgb) -> Rgb:
    """The colour, lightened where words in it could not be read on the map at night."""
    red, green, blue = color
    bright = (red * 30 + green * 59 + blue * 11) // 100
    if bright >= _LEAST_BRIGHT:
        return color
    share = 255 - bright
    missing = _LEAST_BRIGHT - bright
    return (
        red + (255 - red) * missing // share,
        green + (255 - green) * missing // share,
        blue + (255 - blue) * missing // share,
    )


def _draw(sheet: MapSheet, each: MapObject) -> None:
    color = color_of(each.class_name)
    if each.shape in _LINES:
        points = each.vertices()
        if len(points) > 1:
            closed = each.shape is Shape.POLYGON or _loops(each)
            sheet.line(points, color, closed=closed and len(points) > 2)
        for x, y in points:
            pygame.draw.circle(sheet.picture, color, sheet.at(x, y), 3)
        return
    left, top, width, height = each.bounds()
    if width and height:
        corner, end = sheet.at(left, top), sheet.at(left + width, top + height)
        box = pygame.Rect(corner, (max(3, end[0] - corner[0]), max(3, end[1] - corner[1])))
        veil = pygame.Surface(box.size, pygame.SRCALPHA)
        veil.fill((*color, _FILL_ALPHA))
        sheet.picture.blit(veil, box)
        pygame.draw.rect(sheet.picture, color, box, 1)
        return
    x, y = each.middle()
    facing = each.properties.get("facing")
    heading = -1
    if facing is not None and facing.value in schema.FACINGS:
        eighth = headings.TURN // len(schema.FACINGS)
        turned = schema.FACINGS.index(str(facing.value)) * eighth + each.heading
        heading = turned % headings.TURN
    sheet.figure(x, y, color, heading)


def _draw_reference(sheet: MapSheet, each: MapObject, objects: Sequence[MapObject]) -> None:
    """A thin line from somebody to the nearest point of their route."""
    value = each.properties["route"].value
    target = value.id if isinstance(value, ObjectRef) else 0
    route = next((other for other in objects if other.id == target and other.points), None)
    if route is None:
        return
    x, y = each.middle()
    near = min(route.vertices(), key=lambda at: (at[0] - x) ** 2 + (at[1] - y) ** 2)
    pygame.draw.line(sheet.picture, color_of("Route"), sheet.at(x, y), sheet.at(*near), 1)


def _label(sheet: MapSheet, each: MapObject) -> None:
    name = each.name or f"{each.class_name or 'object'} {each.id}"
    x, y = each.middle()
    if each.points:
        spots = each.vertices()
        x, y = spots[len(spots) // 2]
    sheet.label(name, *sheet.at(x, y), _legible(color_of(each.class_name)))


def _loops(each: MapObject) -> bool:
    found = each.properties.get("loop")
    return each.class_name == "Route" and found is not None and found.value is True



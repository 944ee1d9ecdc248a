"""What pytmx says of the tiles that a map uses: class, properties, and where their picture is.

pytmx loses layer order, templates and bounds, so it is given only a tree of tilesets, made from
our own model: every distinct gid is registered first, then the tilesets are parsed, and no layer
code of its runs. Nothing else imports it and none of its objects leave this module.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Final, TypeAlias
from xml.etree.ElementTree import Element, SubElement

from game.content.tmx.model import GID_MASK, Image, Properties, TiledMap, Tileset

Plain: TypeAlias = str | int | bool

_OWN: Final = "own:"
"""Stands before every property's name: pytmx refuses names such as ``width`` or ``name``."""
_PLAIN_TYPES: Final = frozenset({"string", "int", "bool"})


@dataclass(frozen=True, slots=True)
class Flip:
    """How a tile is turned: mirrored at its diagonal first, then left to right, upside down."""

    horizontal: bool = False
    vertical: bool = False
    diagonal: bool = False


@dataclass(frozen=True, slots=True)
class TileFacts:
    """What is known of one raw gid.

    ``picture`` and ``area``, its part of it (x, y, width, height), are those of the first frame
    where the tile is animated.
    """

    class_name: str = ""
    values: dict[str, Plain] = field(default_factory=dict)
    picture: Path | None = None
    area: tuple[int, int, int, int] = (0, 0, 0, 0)
    flip: Flip = field(default_factory=Flip)


def tile_facts(tiled: TiledMap, gids: Iterable[int]) -> dict[int, TileFacts]:
    """What pytmx says of raw gids (flag bits and all) of a map; 0 is left out."""
    library = _library()
    parsed = library.TiledMap(image_loader=_picture, load_all=False)
    parsed.filename = ""  # pictures are found from here; ours are absolute already
    wanted = {gid: _drawn_gid(tiled, gid) for gid in gids if gid}
    registered = {
        gid: parsed.register_gid_check_flags(_known_flags(gid))
        for gid in {**wanted, **dict.fromkeys(wanted.values())}
    }
    root = Element("map", {"orientation": "orthogonal"})
    for tileset in tiled.tilesets:
        root.append(_element(tileset))
    parsed.parse_xml(root)
    return {
        gid: _facts(tiled, parsed, gid, registered[gid], drawn, registered[drawn])
        for gid, drawn in wanted.items()
    }


def read_with_pytmx_alone(path: Path) -> int:
    """Let pytmx read a whole map as it comes, without pictures; how many layers it found.

    Only a yardstick: it knows no bounds.
    """
    return len(_library().TiledMap(str(path)).layers)


def flip_of(gid: int) -> Flip:
    """The flag bits of a raw gid."""
    return Flip(bool(gid & 0x80000000), bool(gid & 0x40000000), bool(gid & 0x20000000))


def _drawn_gid(tiled: TiledMap, gid: int) -> int:
    """The gid whose picture is drawn for another: the first frame of an animated tile."""
    tileset = tiled.tileset_of(gid)
    tile = tileset.tiles.get((gid & GID_MASK) - tileset.first_gid) if tileset is not None else None
    if tileset is None or tile is None or not tile.frames:
        return gid
    return (gid & ~GID_MASK) | (tileset.first_gid + tile.frames[0].tile)


def _library() -> ModuleType:
    """pytmx, loaded when first used: it brings pygame along, which a check does without."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    return import_module("pytmx")


def _known_flags(gid: int) -> int:
    """A gid without the fourth flag, which means nothing on orthogonal maps."""
    return gid & ~0x10000000


def _picture(path: str, _colorkey: object, **_: object) -> Any:
    """In place of an image loader: remembers the place instead of opening the file."""

    def load(area: tuple[int, int, int, int] | None = None, _flags: object = None) -> Any:
        return path, area

    return load


def _element(tileset: Tileset) -> Element:
    """A tileset as pytmx reads it right: embedded, plain properties, no shapes, no frames."""
    element = Element("tileset", {
        "firstgid": str(tileset.first_gid), "name": tileset.name,
        "tilewidth": str(tileset.tile_width), "tileheight": str(tileset.tile_height),
        "spacing": str(tileset.spacing), "margin": str(tileset.margin),
        "tilecount": str(tileset.size), "columns": str(tileset.columns),
    })
    if tileset.image is not None:
        element.append(_image(tileset.image))
    for tile in tileset.tiles.values():
        child = SubElement(element, "tile", {"id": str(tile.id), "type": tile.class_name})
        child.append(_properties(tile.properties))
        if tile.image is not None:
            child.append(_image(tile.image))
    return element


def _image(image: Image) -> Element:
    size = {"width": str(image.width), "height": str(image.height)}
    return Element("image", {"source": str(image.path), **size})


def _properties(properties: Properties) -> Element:
    element = Element("properties")
    for each in properties.values():
        if each.type in _PLAIN_TYPES:
            value = str(each.value).lower() if each.type == "bool" else str(each.value)
            SubElement(element, "property",
                       {"name": _OWN + each.name, "type": each.type, "value": value})
    return element


def _facts(
    tiled: TiledMap, parsed: Any, gid: int, own: int, drawn: int, drawn_own: int
) -> TileFacts:
    known: dict[str, Any] = parsed.get_tile_properties_by_gid(own) or {}
    values: dict[str, Plain] = {
        name.removeprefix(_OWN): "" if value is None else value
        for name, value in known.items()
        if name.startswith(_OWN)
    }
    found = parsed.images[drawn_own] if drawn_own < len(parsed.images) else None
    path, area = found if found else (None, None)
    tileset = tiled.tileset_of(drawn)
    if area is None and tileset is not None:
        # a picture of its own: pytmx does not know that a tile may show only a part of it
        area = tileset.area_of((drawn & GID_MASK) - tileset.first_gid)
    picture = Path(path) if path is not None else None
    return TileFacts(known.get("type") or "", values, picture, area or (0, 0, 0, 0), flip_of(gid))


def own_tile_facts(tiled: TiledMap, gids: Iterable[int]) -> dict[int, TileFacts]:
    """The same facts from our own model alone, for checks that must start without pytmx.

    A test holds the two against each other on every kind of tileset.
    """
    return {gid: _own_facts(tiled, gid) for gid in gids if gid}


def _own_facts(tiled: TiledMap, gid: int) -> TileFacts:
    tileset = tiled.tileset_of(gid)
    if tileset is None:
        return TileFacts()
    number = (gid & GID_MASK) - tileset.first_gid
    tile = tileset.tiles.get(number)
    class_name = tile.class_name if tile is not None else ""
    values: dict[str, Plain] = {}
    if tile is not None:
        for each in tile.properties.values():
            if each.type in _PLAIN_TYPES and isinstance(each.value, str | int | bool):
                values[each.name] = each.value
    drawn = (_drawn_gid(tiled, gid) & GID_MASK) - tileset.first_gid
    picture, area = tileset.image, tileset.area_of(drawn)
    if picture is None and drawn in tileset.tiles:
        picture = tileset.tiles[drawn].image
    return TileFacts(class_name, values, picture.path if picture else None, area, flip_of(gid))

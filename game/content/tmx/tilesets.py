"""Tilesets, external or embedded, read into the model with every size held against its picture."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Final

from game.content.tmx.files import shown_name
from game.content.tmx.findings import At, quoted
from game.content.tmx.images import is_whole, size_of
from game.content.tmx.limits import (
    LEAST_TILE_PX,
    MOST_IMAGE_SIDE_PX,
    MOST_PIXELS,
    MOST_TILE_PX,
)
from game.content.tmx.model import GID_MASK, Frame, Image, Properties, Tile, Tileset
from game.content.tmx.numbers import at_least_one, attribute, count, integer, required
from game.content.tmx.source import Source
from game.content.tmx.values import read_properties, with_defaults
from game.content.tmx.xml import Node

ALIGNMENTS: Final = {
    "unspecified": (0, 2), "topleft": (0, 0), "top": (1, 0), "topright": (2, 0),
    "left": (0, 1), "center": (1, 1), "right": (2, 1),
    "bottomleft": (0, 2), "bottom": (1, 2), "bottomright": (2, 2),
}
"""Which point of a tile object its place means, in halves of its width and height."""


def read_tileset(node: Node, base: Path, source: Source) -> Tileset | None:
    """A ``tileset`` element of a map or template; ``base`` is the file it stands in."""
    first = required(node, "firstgid", 1, at_least_one, source.findings)
    text = node.get("source")
    if not text:
        return _Reader(node, base, None, source).read(first)
    path = source.files.follow(base, text, node.at)
    if path is None:
        return None
    if path.suffix.lower() not in (".tsx", ".xml"):
        source.findings.error("tileset-kind", node.at, f"{quoted(text)} is not a .tsx tileset",
                              "Export it from Tiled as .tsx.")
        return None
    shown = shown_name(node.file, text)
    root = source.tree(path, node.at, text, shown)
    if root is None:
        return None
    if root.tag != "tileset" or root.get("source"):
        what = "points to yet another tileset" if root.get("source") else "holds no tileset"
        source.findings.error("tileset-kind", root.at, f"the file {what}",
                              "Refer to the tileset itself.")
        return None
    return _Reader(root, path, path, source).read(first)


class _Reader:
    """Reads one tileset. ``base`` is the file that paths start from, ``path`` its own if any."""

    def __init__(self, node: Node, base: Path, path: Path | None, source: Source) -> None:
        self._node = node
        self._base = base
        self._path = path
        self._source = source
        self._findings = source.findings

    def read(self, first_gid: int) -> Tileset | None:
        node, findings = self._node, self._findings
        width = self._side("tilewidth")
        height = self._side("tileheight")
        spacing = attribute(node, "spacing", 0, count, findings)
        margin = attribute(node, "margin", 0, count, findings)
        if not width or not height:
            return None
        picture = node.find("image")
        image = self.image(picture) if picture is not None else None
        if picture is not None and image is None:
            return None
        columns = attribute(node, "columns", 0, count, findings)
        size = attribute(node, "tilecount", -1, count, findings)
        if image is not None:
            columns, size = self._atlas(image, (width, height), spacing, margin, columns, size)
        tiles = self._tiles(size if image is not None else None)
        if image is None:
            if size not in (-1, len(tiles)):
                findings.error("tileset-count", node.at,
                               f"the tileset announces {size} tiles but has {len(tiles)}",
                               "Save it again in Tiled.")
            size = max(tiles, default=-1) + 1
        self._check_frames(tiles, size, whole=image is not None)
        if first_gid + size > GID_MASK:
            findings.error("tileset-gids", node.at, "its tiles do not fit into gids",
                           "Renumber the tileset.")
            return None
        offset, alignment = self._offset(), self._alignment()
        if node.get("tilerendersize", "tile") != "tile":
            findings.info("tileset-size", node.at,
                          "its tiles are drawn in their own size, not in that of the grid",
                          "Set Tile Render Size to Tile Size.")
        properties = with_defaults(
            read_properties(node, self._source, self._base, node.at), node.get("class"),
            self._source,
        )
        return Tileset(
            first_gid, node.get("name"), node.at, self._path, width, height, size, columns,
            spacing, margin, offset, alignment, image, tiles, properties,
        )

    def _offset(self) -> tuple[int, int]:
        """How far off their place its tiles are drawn, in pixels."""
        shift = self._node.find("tileoffset")
        if shift is None:
            return 0, 0
        return (
            attribute(shift, "x", 0, integer, self._findings),
            attribute(shift, "y", 0, integer, self._findings),
        )

    def _alignment(self) -> str:
        """Which point of a tile object its place means: a name of ``ALIGNMENTS``."""
        alignment = self._node.get("objectalignment", "unspecified")
        if alignment in ALIGNMENTS:
            return alignment
        self._findings.error("tileset-alignment", self._node.at,
                             f"the object alignment {quoted(alignment)} is not known",
                             "Choose one in the tileset's properties.")
        return "unspecified"

    def image(self, node: Node) -> Image | None:
        """The picture of an ``image`` element, its size read from the file's own header."""
        text = node.get("source")
        if not text:
            self._findings.error("image-embedded", node.at, "the picture is not in a file",
                                 "Save it as a PNG and choose that.")
            return None
        path = self._source.files.follow(self._base, text, node.at)
        size = None if path is None else self._size_of(path, node, text)
        if path is None or size is None:
            return None
        said = (
            attribute(node, "width", size[0], count, self._findings),
            attribute(node, "height", size[1], count, self._findings),
        )
        if said != size:
            self._findings.error(
                "image-stale", node.at,
                f"{quoted(text)} is {size[0]}x{size[1]} pixels, but {said[0]}x{said[1]} is noted",
                "Open the tileset in Tiled and save it.",
            )
            return None
        return Image(path, *size, node.get("trans"))

    def _size_of(self, path: Path, node: Node, text: str) -> tuple[int, int] | None:
        """The size of a sound picture, looked up once for each; None with an error."""
        known = self._source.picture_sizes
        if path in known:
            return known[path]
        known[path] = None
        blob = self._source.files.picture(path, node.at, text)
        if blob is None:
            return None
        size = size_of(blob)
        if size is None:
            self._findings.error("image-kind", node.at,
                                 f"{quoted(text)} is not a PNG, GIF, BMP, WebP or JPEG picture",
                                 "Save it as a PNG.")
        elif not is_whole(blob):
            self._findings.error("image-damaged", node.at, f"{quoted(text)} is cut off or damaged",
                                 "Save the picture again.")
        elif not all(1 <= side <= MOST_IMAGE_SIDE_PX for side in size):
            self._findings.error(
                "image-size", node.at,
                f"{quoted(text)} is {size[0]}x{size[1]} pixels, the most is "
                f"{MOST_IMAGE_SIDE_PX}x{MOST_IMAGE_SIDE_PX}",
                "Split the picture.",
            )
        else:
            known[path] = size
            self._source.budget.pixels += size[0] * size[1]
            if self._source.budget.pixels > MOST_PIXELS:
                self._findings.fatal("image-size", node.at,
                                     f"all pictures together have over {MOST_PIXELS} pixels",
                                     "Use fewer or smaller ones.")
        return known[path]

    def _side(self, name: str) -> int:
        side = required(self._node, name, 0, count, self._findings)
        if name in self._node.attributes and not LEAST_TILE_PX <= side <= MOST_TILE_PX:
            # a collection without tiles, as Tiled makes it new, says 0
            empty = side == 0 and not self._node.all("tile") and not self._node.find("image")
            if not empty:
                self._findings.error(
                    "tile-size", self._node.at, f"its {name} is {side}, which must be "
                    f"{LEAST_TILE_PX} to {MOST_TILE_PX}", "Set the tile size in Tiled.",
                )
            return 1 if empty else 0
        return side

    def _atlas(
        self, image: Image, tile: tuple[int, int], spacing: int, margin: int,
        columns: int, size: int,
    ) -> tuple[int, int]:
        """Columns and number of tiles as the picture gives them; what the file says must agree."""
        across = max(0, (image.width - margin + spacing) // (tile[0] + spacing))
        down = max(0, (image.height - margin + spacing) // (tile[1] + spacing))
        if columns not in (0, across):
            self._findings.error("tileset-count", self._node.at,
                                 f"it says {columns} columns, but its picture has {across}",
                                 "Open the tileset in Tiled and save it.")
        if size not in (-1, across * down):
            self._findings.error("tileset-count", self._node.at,
                                 f"it says {size} tiles, but its picture has {across * down}",
                                 "Open the tileset in Tiled and save it.")
        return across, across * down

    def _tiles(self, size: int | None) -> dict[int, Tile]:
        tiles: dict[int, Tile] = {}
        for node in self._node.all("tile"):
            number = required(node, "id", 0, count, self._findings)
            if size is not None and number >= size:
                self._findings.error("tile-id", node.at,
                                     f"tile {number} is not in the picture, which has {size}",
                                     "Remove it, or mend the picture.")
            elif number in tiles:
                self._findings.error("tile-id", node.at, f"tile {number} stands here twice",
                                     "Remove one of them.")
            elif number < GID_MASK:
                tiles[number] = self._tile(node, number)
            else:
                self._findings.error("tile-id", node.at, f"tile id {number} is too large",
                                     "Renumber the tileset.")
        return tiles

    def _tile(self, node: Node, number: int) -> Tile:
        class_name = node.get("type") or node.get("class")
        properties = self._properties(node, class_name)
        picture = node.find("image")
        image = self.image(picture) if picture is not None else None
        area = None
        if image is not None:
            x, y, w, h = (
                attribute(node, name, default, count, self._findings)
                for name, default in (
                    ("x", 0), ("y", 0), ("width", image.width), ("height", image.height),
                )
            )
            area = x, y, w, h
            if not (0 < w <= image.width - x and 0 < h <= image.height - y):
                self._findings.error("tile-area", node.at,
                                     f"the part of its picture that tile {number} shows is not "
                                     "inside the picture", "Set it again in Tiled.")
        animation = node.find("animation")
        frames = () if animation is None else tuple(
            Frame(
                required(frame, "tileid", 0, count, self._findings),
                required(frame, "duration", 0, count, self._findings),
            )
            for frame in animation.all("frame")
        )
        return Tile(number, class_name, properties, image, area, frames)

    def _properties(self, node: Node, class_name: str) -> Properties:
        own = read_properties(node, self._source, self._base, node.at)
        return with_defaults(own, class_name, self._source)

    def _check_frames(self, tiles: dict[int, Tile], size: int, *, whole: bool) -> None:
        for tile in tiles.values():
            for frame in tile.frames:
                if (frame.tile >= size) if whole else (frame.tile not in tiles):
                    self._findings.error(
                        "tile-frame", self._node.at,
                        f"the animation of tile {tile.id} shows tile {frame.tile}, which is not "
                        "in the tileset", "Mend it in the animation editor.",
                    )
            if tile.frames and not any(frame.duration_ms for frame in tile.frames):
                self._findings.error("tile-frame", self._node.at,
                                     f"no frame of the animation of tile {tile.id} lasts any time",
                                     "Mend it in the animation editor.")


def read_image(node: Node, base: Path, source: Source) -> Image | None:
    """The picture of an image layer; None where it has none or, told, a bad one."""
    return _Reader(node, base, None, source).image(node)


def check_ranges(tilesets: list[Tileset], source: Source) -> None:
    """Tell of tilesets whose gids overlap."""
    ordered = sorted(tilesets, key=lambda each: each.first_gid)
    for one, other in pairwise(ordered):
        if one.first_gid + one.size > other.first_gid:
            source.findings.error(
                "tileset-overlap", other.at,
                f"the gids of tilesets {quoted(one.name)} and {quoted(other.name)} overlap",
                "Remove one of them from the map and add it again.",
            )


def renumbered(tileset: Tileset, first_gid: int, at: At) -> Tileset:
    """The same tileset under another first gid."""
    return replace(tileset, first_gid=first_gid, at=at)

"""Reads a Tiled map file into the model: the way in for every map, whatever game it is for."""

import gc
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from game.content.tmx.classes import Classes, read_classes
from game.content.tmx.files import Files
from game.content.tmx.findings import At, Findings, quoted
from game.content.tmx.layers import LayerReader, check_gids
from game.content.tmx.limits import (
    LEAST_TILE_PX,
    MOST_PROJECT_BYTES,
    MOST_SIDE_TILES,
    MOST_TILE_PX,
    Budget,
)
from game.content.tmx.model import (
    ClassValue,
    Layer,
    ObjectLayer,
    ObjectRef,
    Properties,
    TiledMap,
    TileLayer,
    Tileset,
    Value,
)
from game.content.tmx.numbers import at_least_one, attribute, boolean, required
from game.content.tmx.objects import ObjectReader
from game.content.tmx.source import Source
from game.content.tmx.tilesets import check_ranges, read_tileset
from game.content.tmx.values import read_properties, with_defaults
from game.content.tmx.xml import Node
from game.core.units import SUB

NO_HINTS: Final[Mapping[str, str]] = MappingProxyType({})


def read_map(path: Path, findings: Findings, hints: Mapping[str, str] = NO_HINTS) -> TiledMap:
    """The map in a file. What is wrong goes to ``findings``.

    ``hints`` says, by property name, what to pick where an object property points nowhere.
    Raises MapError where nothing can be made of the file; otherwise the caller asks ``findings``.
    """
    with _without_collector():
        return _read_map(path, findings, hints)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Reading makes many small things and no cycles: to look for some takes half of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read_map(path: Path, findings: Findings, hints: Mapping[str, str]) -> TiledMap:
    shown = path.as_posix()
    at = At(shown)
    budget = Budget()
    files = Files(path, findings, budget)
    source = Source(files, findings, budget, Classes())
    if path.suffix == ".world":
        findings.fatal("not-a-map", at, "this is a world of several maps", "Name one of them.")
    root = source.tree(files.map_path, at, shown, shown)
    if root is None:
        findings.raise_errors()
        raise AssertionError("a missing tree is always told")
    source.classes = _classes(files, at, findings)
    return _Reader(root, shown, source, hints).read()


def _classes(files: Files, at: At, findings: Findings) -> Classes:
    if files.project is None:
        return Classes()
    shown = files.project.name
    blob = files.read(files.project, at, shown, MOST_PROJECT_BYTES)
    return Classes() if blob is None else read_classes(blob, At(shown), findings)


class _Reader:
    """Reads one map from its root element; ``hints`` as in ``read_map``."""

    def __init__(
        self, root: Node, shown: str, source: Source, hints: Mapping[str, str]
    ) -> None:
        self._root = root
        self._at = root.at
        self._shown = shown
        self._source = source
        self._findings = source.findings
        self._base = source.files.map_path
        self._hints = hints

    def read(self) -> TiledMap:
        root, findings = self._root, self._findings
        if root.tag != "map":
            findings.fatal("not-a-map", self._at, f"this is a <{root.tag}>, not a Tiled map",
                           "Choose a .tmx file.")
        self._check_kind()
        infinite = attribute(root, "infinite", False, boolean, findings)
        side = (self._side("width"), self._side("height"))
        tile = (self._tile_side("tilewidth"), self._tile_side("tileheight"))
        findings.raise_errors()
        tilesets = self._tilesets()
        objects = ObjectReader(root, self._base, tilesets, self._source)
        layers = LayerReader(
            self._base, None if infinite else side, tile, objects, self._source
        )
        layers.read(root)
        check_ranges(objects.tilesets, self._source)
        if infinite:
            left, top, *side_found = layers.crop()
            side = side_found[0], side_found[1]
            self._check_cropped(side)
            findings.origin = left, top
            away = -left * tile[0] * SUB, -top * tile[1] * SUB
            layers.layers = [_moved(layer, *away) for layer in layers.layers]
        check_gids(layers.layers, objects.tilesets, self._source)
        properties = with_defaults(
            read_properties(root, self._source, self._base, self._at), root.get("class"),
            self._source,
        )
        found = TiledMap(
            self._base, self._shown, self._at, *side, *tile, root.get("class"), properties,
            tuple(objects.tilesets), tuple(layers.layers), root.get("backgroundcolor"),
            tuple(self._source.files.opened),
        )
        self._check_references(found, layers.group_properties)
        return found

    def _check_kind(self) -> None:
        orientation = self._root.get("orientation", "orthogonal")
        if orientation != "orthogonal":
            self._findings.fatal("orientation", self._at,
                                 f"the map is {quoted(orientation)}, not orthogonal",
                                 "Set Map > Map Properties > Orientation to Orthogonal.")
        order = self._root.get("renderorder", "right-down")
        if order not in ("right-down", "right-up", "left-down", "left-up"):
            self._findings.error("render-order", self._at,
                                 f"the render order {quoted(order)} is not known",
                                 "Choose one in Map > Map Properties.")

    def _side(self, name: str) -> int:
        side = required(self._root, name, 1, at_least_one, self._findings)
        if side > MOST_SIDE_TILES:
            self._findings.error("too-large", self._at,
                                 f"its {name} is {side} tiles, the most is {MOST_SIDE_TILES}",
                                 "Split the map.")
        return side

    def _tile_side(self, name: str) -> int:
        side = required(self._root, name, 16, at_least_one, self._findings)
        if not LEAST_TILE_PX <= side <= MOST_TILE_PX:
            self._findings.error(
                "tile-size", self._at,
                f"its {name} is {side}, which must be {LEAST_TILE_PX} to {MOST_TILE_PX}",
                "Set it in Map > Map Properties.",
            )
        return side

    def _check_cropped(self, side: tuple[int, int]) -> None:
        if not all(side):
            self._findings.fatal("map-empty", self._at, "nothing is drawn on this infinite map",
                                 "Draw some tiles.")
        if max(side) > MOST_SIDE_TILES:
            self._findings.fatal(
                "too-large", self._at,
                f"what is drawn spans {side[0]}x{side[1]} tiles, the most is "
                f"{MOST_SIDE_TILES}x{MOST_SIDE_TILES}", "Erase tiles drawn far away.",
            )

    def _tilesets(self) -> list[Tileset]:
        nodes = self._root.all("tileset")
        found = [read_tileset(node, self._base, self._source) for node in nodes]
        if None in found:
            self._findings.raise_errors()  # without its tilesets every tile would seem unknown
        return [each for each in found if each is not None]

    def _check_references(
        self, tiled: TiledMap, of_groups: list[tuple[At, Properties]]
    ) -> None:
        seen = Counter(each.id for each in tiled.objects())
        self._check_properties(tiled.properties, self._at, seen)
        for at, properties in of_groups:
            self._check_properties(properties, at, seen)
        for layer in tiled.layers:
            self._check_properties(layer.properties, layer.at, seen)
        for each in tiled.objects():
            self._check_properties(each.properties, each.at, seen)

    def _check_properties(self, properties: Properties, at: At, seen: Counter[int]) -> None:
        for each in properties.values():
            for number in _references(each.value):
                if not number or seen[number] == 1:
                    continue
                code, hint = "object-missing", "Pick an object with the arrow button, or clear it."
                if each.name in self._hints:
                    code, hint = f"{each.name}-missing", self._hints[each.name]
                what = "is not on this map" if not seen[number] else "is there more than once"
                if seen[number]:
                    code, hint = "object-twice", "Delete one of them and draw it again."
                self._findings.error(
                    code, replace(at, line=each.at.line if each.own else at.line),
                    f"property {quoted(each.name)} points to object {number}, which {what}", hint,
                )


def _references(value: Value) -> list[int]:
    match value:
        case ObjectRef():
            return [value.id]
        case ClassValue():
            return [each for member in value.members.values() for each in _references(member)]
        case tuple():
            return [each for item in value for each in _references(item)]
        case _:
            return []


def _moved(layer: Layer, dx: int, dy: int) -> Layer:
    """Objects and pictures follow when an infinite map is cropped; its tiles were cut to fit."""
    match layer:
        case TileLayer():
            return layer
        case ObjectLayer():
            return replace(layer, objects=tuple(each.moved(dx, dy) for each in layer.objects))
        case _:
            passed = layer.passed
            return replace(layer, passed=replace(
                passed, offset_x=passed.offset_x + dx, offset_y=passed.offset_y + dy
            ))

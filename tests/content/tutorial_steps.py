"""What ``maps/TUTORIAL.md`` tells to draw: its tables as values, and as a script for Tiled."""

import json
import re
from dataclasses import dataclass, field

from game.content import schema
from game.content.paths import maps_folder

TUTORIAL = maps_folder() / "TUTORIAL.md"
CLASSES = ("ground", "walls")
_ROW = re.compile(r"^\| (.+) \|$", re.MULTILINE)
_AREA = re.compile(r"(\d+)-(\d+)")
_POINT = re.compile(r"(\d+),(\d+)")
_SIZE = re.compile(r"(\d+) by (\d+)")
_MEMBER = re.compile(r"`(\w+)` (.+?)(?=, `|$)")


@dataclass(frozen=True)
class Fill:
    """A rectangle of tiles: layer, stamp, first and last column, first and last row."""

    layer: str
    stamp: str
    columns: tuple[int, int]
    rows: tuple[int, int]


@dataclass(frozen=True)
class Drawn:
    """An object as its table says it: places in pixels, members as words."""

    class_name: str
    name: str
    layer: str
    points: tuple[tuple[int, int], ...]
    size: tuple[int, int] = (0, 0)
    members: dict[str, str] = field(default_factory=dict)


def rows() -> list[list[str]]:
    """All rows of all tables of the tutorial, as cells."""
    found = _ROW.findall(TUTORIAL.read_text(encoding="utf-8"))
    return [[cell.strip() for cell in row.split(" | ")] for row in found]


def fills() -> list[Fill]:
    """Every rectangle of tiles, in the order of the tutorial."""
    found = []
    for row in rows():
        if len(row) == 4 and row[0].strip("`") in CLASSES:
            columns, lines = (_AREA.fullmatch(cell) for cell in row[2:])
            assert columns and lines, row
            found.append(Fill(
                row[0].strip("`"), row[1].strip("`"),
                (int(columns[1]), int(columns[2])), (int(lines[1]), int(lines[2])),
            ))
    return found


def objects() -> list[Drawn]:
    """Every object, in the order of the tutorial."""
    found = []
    for row in rows():
        name = row[0].strip("`")
        if len(row) in (4, 5) and name in schema.OBJECT_CLASSES and row[0].startswith("`"):
            where, members = row[3].rstrip("| "), row[4].rstrip("|") if len(row) > 4 else ""
            size = _SIZE.search(where)
            found.append(Drawn(
                name, row[1].strip("`"), row[2].strip("`"),
                tuple((int(x), int(y)) for x, y in _POINT.findall(where)),
                (int(size[1]), int(size[2])) if size else (0, 0),
                dict(_MEMBER.findall(members.strip())),
            ))
    return found


def toml() -> str:
    """The test level that the tutorial ends with."""
    text = TUTORIAL.read_text(encoding="utf-8")
    return text.split("```toml\n")[1].split("```")[0]


def script(stamps: dict[str, dict[str, dict[str, int]]], columns: int) -> str:
    """All steps as a script that does them in Tiled. ``stamps`` are those of ``stamps.json``."""
    steps: dict[str, object] = {"columns": columns, "fills": [], "objects": []}
    steps["fills"] = [
        {"layer": each.layer, "first": stamps[each.layer][each.stamp]["first"],
         "wide": stamps[each.layer][each.stamp]["width"] if each.layer == "walls" else 1,
         "high": stamps[each.layer][each.stamp]["height"],
         "x": each.columns, "y": each.rows}
        for each in fills()
    ]
    steps["objects"] = [
        {"kind": each.class_name, "name": each.name, "layer": each.layer,
         "points": each.points, "size": each.size, "members": _typed(each)}
        for each in objects()
    ]
    return f"const STEPS = {json.dumps(steps)};\n{_SCRIPT}"


def _typed(each: Drawn) -> dict[str, object]:
    known = schema.OBJECT_CLASSES[each.class_name]
    typed: dict[str, object] = {}
    for name, word in each.members.items():
        member = known.member(name)
        assert member is not None, (each.name, name)
        match member.type:
            case "object":
                typed[name] = {"to": word}
            case "int" | "float":
                typed[name] = int(word)
            case "bool":
                typed[name] = {"on": True, "off": False}[word]
            case _:
                typed[name] = word
    return typed


_SCRIPT = """
function layerOf(map, name) { return map.layers.find(layer => layer.name === name); }

function named(map, name) {
    for (const layer of map.layers)
        if (layer.isObjectLayer)
            for (const object of layer.objects) if (object.name === name) return object;
    throw new Error("no object " + name);
}

function fill(map, step) {
    const tileset = map.tilesets.find(each => each.name === step.layer);
    const edit = layerOf(map, step.layer).edit();
    for (let y = step.y[0]; y <= step.y[1]; y++)
        for (let x = step.x[0]; x <= step.x[1]; x++) {
            const column = (x - step.x[0]) % step.wide, row = (y - step.y[0]) % step.high;
            edit.setTile(x, y, tileset.tile(step.first + row * STEPS.columns + column));
        }
    edit.apply();
}

function setClass(object, name) {
    if ("className" in object) object.className = name; else object.type = name;
}

function drawObject(map, step) {
    const [x, y] = step.points[0];
    let object = null;
    if (step.name === "walker") {  // the friend becomes a foe
        object = named(map, "patrol");
        object.name = step.name;
    } else {
        object = new MapObject(step.name);
        object.pos = Qt.point(x, y);
        if (step.points.length > 1) {
            object.shape = MapObject.Polyline;
            object.polygon = step.points.map(point => Qt.point(point[0] - x, point[1] - y));
        } else if (step.size[0]) {
            object.width = step.size[0];
            object.height = step.size[1];
        } else {
            object.shape = MapObject.Point;
        }
        layerOf(map, step.layer).addObject(object);
    }
    setClass(object, step.kind);
    return object;
}

function work(map) {
    for (const step of STEPS.fills) fill(map, step);
    map.autoMap(FileInfo.path(map.fileName) + "/rules/rules.txt");
    const drawn = STEPS.objects.map(step => [drawObject(map, step), step]);
    for (const [object, step] of drawn)
        for (const [name, value] of Object.entries(step.members))
            object.setProperty(name, value.to ? named(map, value.to) : value);
    tiled.trigger("Save");
}
"""

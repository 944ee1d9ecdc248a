"""Properties: typed values, what classes fill in, and which of several sources wins."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Final

from game.content.tmx.findings import At, quoted
from game.content.tmx.model import ClassValue, ObjectRef, Properties, Property, Value
from game.content.tmx.numbers import boolean, count, decimal, integer
from game.content.tmx.source import Source
from game.content.tmx.xml import Node

_COLOR: Final = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{8})")


def read_properties(node: Node, source: Source, base: Path, at: At) -> Properties:
    """The properties written at an element. ``base`` is the file that file paths start from."""
    found: Properties = {}
    for block in node.all("properties"):
        for each in block.all("property"):
            here = At(each.file, each.line, at.layer, at.object, at.name)
            name = each.get("name")
            if not name:
                source.findings.error("property-unnamed", here, "a property has no name",
                                      "Remove it and add it again.")
                continue
            if name in found:
                source.findings.error("property-twice", here,
                                      f"property {quoted(name)} stands here twice",
                                      "Remove one of them.")
                continue
            kind = each.get("type", "string") or "string"
            value = _value(each, kind, name, source, base, here)
            if value is not None:
                found[name] = Property(name, kind, value, here)
    return found


def merged(*sources: Properties) -> Properties:
    """Properties of several sources, the first to name one wins; later ones are not ``own``."""
    result: Properties = dict(sources[0])
    for properties in sources[1:]:
        for name, each in properties.items():
            if name not in result:
                result[name] = replace(each, own=False) if each.own else each
    return result


def own_part(properties: Properties) -> Properties:
    """Without what classes filled in: of a tile, what its objects inherit."""
    return {name: each for name, each in properties.items() if each.own}


def with_defaults(properties: Properties, class_name: str, source: Source) -> Properties:
    """Properties with the defaults of their class, and of their values' classes, filled in."""
    defaults = source.classes.defaults(class_name)
    full = {**defaults, **properties} if defaults else properties
    for name, each in full.items():
        if isinstance(each.value, ClassValue):
            full[name] = replace(each, value=_filled(each.value, source))
    return full


def _filled(value: Value, source: Source) -> Value:
    if not isinstance(value, ClassValue):
        return value
    members: dict[str, Value] = {
        name: default for name, (_, default) in source.classes.members(value.name).items()
    }
    members.update({name: _filled(each, source) for name, each in value.members.items()})
    return ClassValue(value.name, members)


def _value(
    node: Node, kind: str, name: str, source: Source, base: Path, at: At
) -> Value | None:
    if kind == "class":
        return ClassValue(
            node.get("propertytype"),
            {each.name: each.value for each in read_properties(node, source, base, at).values()},
        )
    if kind == "list":
        items = [
            _value(each, each.get("type", "string") or "string", name, source, base,
                   replace(at, line=each.line))
            for each in node.all("item")
        ]
        return tuple(each for each in items if each is not None)
    text = node.attributes.get("value", node.text)
    try:
        return typed(kind, text)
    except ValueError as error:
        source.findings.error("property-value", at,
                              f"property {quoted(name)}: {quoted(text)} {error}",
                              "Set it again in Tiled.")
    except KeyError:
        source.findings.error("property-type", at,
                              f"property {quoted(name)} has the unknown type {quoted(kind)}",
                              "Use string, int, float, bool, color, file, object or a class.")
    return None


def typed(kind: str, text: str) -> Value:
    """A value of a type that Tiled knows; ValueError where it does not fit, KeyError for others."""
    match kind:
        case "string" | "file":
            return text
        case "int":
            return integer(text.strip())
        case "float":
            return decimal(text.strip())
        case "bool":
            return boolean(text.strip())
        case "object":
            return ObjectRef(count(text.strip() or "0"))
        case "color":
            if text and not is_color(text):
                raise ValueError("is not a colour")
            return text
        case _:
            raise KeyError(kind)


def is_color(text: str) -> bool:
    """Whether a text is a colour as Tiled writes them: #rrggbb or #aarrggbb."""
    return _COLOR.fullmatch(text) is not None

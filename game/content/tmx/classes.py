"""Reads the classes of a ``.tiled-project``: their members' defaults are not written into maps."""

import json
from dataclasses import dataclass, field
from typing import Final

from game.content.tmx.findings import At, Findings
from game.content.tmx.model import ClassValue, ObjectRef, Properties, Property, Value
from game.content.tmx.numbers import decimal

_PLAIN: Final[dict[str, str | int | bool]] = {
    "string": "", "file": "", "color": "", "int": 0, "bool": False,
}
MOST_NESTED: Final = 16

Members = dict[str, tuple[str, Value]]


@dataclass(slots=True)
class Classes:
    """The classes of a project by name, with the type and default of each member."""

    by_name: dict[str, Members] = field(default_factory=dict)
    at: At = field(default_factory=lambda: At(""))
    """The project file."""
    _defaults: dict[str, Properties] = field(default_factory=dict)

    def members(self, class_name: str) -> Members:
        """Type and default by member name; empty for a class that the project does not know."""
        return self.by_name.get(class_name, {})

    def defaults(self, class_name: str) -> Properties:
        """The same as properties that nobody wrote; made once, so leave them as they are."""
        if class_name not in self._defaults:
            self._defaults[class_name] = {
                name: Property(name, kind, value, self.at, own=False)
                for name, (kind, value) in self.members(class_name).items()
            }
        return self._defaults[class_name]


def read_classes(blob: bytes, at: At, findings: Findings) -> Classes:
    """The classes of a project file; what is wrong with it goes to the findings."""
    try:
        data = json.loads(blob, parse_float=str)
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        findings.error("project", At(at.file, line), "the project file is not sound JSON",
                       "Save the project again in Tiled.")
        return Classes()
    types = data.get("propertyTypes", []) if isinstance(data, dict) else None
    if not isinstance(types, list):
        findings.error("project", at, "the project file has no list of property types",
                       "Save the project again in Tiled.")
        return Classes()
    named = {
        each["name"]: each
        for each in types
        if isinstance(each, dict) and isinstance(each.get("name"), str)
    }
    reader = _Reader(named, at, findings)
    members = {
        name: reader.members(name, 0) for name, each in named.items()
        if each.get("type") == "class"
    }
    return Classes(members, at)


class _Reader:
    """Turns members into defaults; a class inside a class brings its own."""

    def __init__(self, named: dict[str, dict[str, object]], at: At, findings: Findings) -> None:
        self._named = named
        self._at = at
        self._findings = findings
        self._done: dict[str, Members] = {}

    def members(self, name: str, depth: int) -> Members:
        if name in self._done:
            return self._done[name]
        if depth > MOST_NESTED:
            self._wrong(name, "contains itself")
            return {}
        members = self._named.get(name, {}).get("members", [])
        if not isinstance(members, list):
            self._wrong(name, "has no list of members")
            members = []
        found: Members = {}
        for member in members:
            if not isinstance(member, dict) or not isinstance(member.get("name"), str):
                self._wrong(name, "has a member without a name")
                continue
            kind = str(member.get("type", "string"))
            try:
                found[member["name"]] = kind, self._default(kind, member, depth)
            except (ValueError, TypeError):
                self._wrong(name, f"has a default that does not fit its member {member['name']}")
        self._done[name] = found
        return found

    def _default(self, kind: str, member: dict[str, object], depth: int) -> Value:
        value = member.get("value")
        if kind == "class":
            return self._nested(str(member.get("propertyType", "")), value, depth + 1)
        if kind == "float":
            return decimal(str(value if value is not None else 0))
        if kind == "object":
            return ObjectRef(value if isinstance(value, int) and value > 0 else 0)
        if kind == "list":
            return self._listed(value, depth + 1)
        if kind not in _PLAIN:
            raise ValueError(kind)
        plain = _PLAIN[kind]
        if value is None:
            return plain
        if isinstance(value, bool) != isinstance(plain, bool):
            raise TypeError(kind)
        if isinstance(value, int) and isinstance(plain, int):
            return value
        # an enum kept as a number, or flags: the member's type is int then
        if isinstance(value, str) and isinstance(plain, str):
            return value
        raise TypeError(kind)

    def _nested(self, inner: str, changed: object, depth: int) -> Value:
        """The members of a class inside a class; ``changed`` are those that were set there."""
        known = self.members(inner, depth)
        members = {name: each for name, (_, each) in known.items()}
        if isinstance(changed, dict):
            for name, (kind, default) in known.items():
                if name in changed:
                    other = {"value": changed[name], "type": kind}
                    if isinstance(default, ClassValue):
                        other["propertyType"] = default.name
                    members[name] = self._default(kind, other, depth)
        return ClassValue(inner, members)

    def _listed(self, items: object, depth: int) -> Value:
        if not isinstance(items, list) or depth > MOST_NESTED:
            return ()
        return tuple(
            self._default(str(item.get("type", "string")), item, depth)
            for item in items if isinstance(item, dict)
        )

    def _wrong(self, name: str, what: str) -> None:
        self._findings.error("project", self._at, f"class {name!r} of the project {what}",
                             "Mend it in View > Custom Types Editor.")

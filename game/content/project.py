"""Writes what Tiled and map makers read of the schema: project file, templates and reference.

The files in ``maps/`` are committed and a test holds them against this module. ``suna project
--write`` adds a project file for one machine, whose commands call the interpreter that runs it.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from game.content import schema
from game.content.atomic import write_atomically
from game.content.errors import InputError
from game.content.paths import maps_folder
from game.content.schema import Choice, Class, Member, Shape, Use
from game.core.units import TILE_PX

SHARED_FILE: Final = "suna.tiled-project"
MACHINE_FILE: Final = "suna.local.tiled-project"
BEGIN: Final = "<!-- from game/content/schema.py: `suna project --shared` writes this part -->"
END: Final = "<!-- end of that part -->"

_BOXED: Final = frozenset({"HidingPlace", "Boulder", "Exit"})
"""Places that fill a tile or more: their templates are boxes to be drawn larger."""
_ZONE_PX: Final = 4 * TILE_PX

# Tiled puts its variables in quotes by itself: more of them would tear a path with spaces apart
_COMMANDS: Final = (
    ("Play this map, from the selected object", "play %mapfile --start-at %objectid", "F5"),
    ("Watch: play, and follow every save", "play %mapfile --watch", "Shift+F5"),
    ("Check this map", "check %mapfile", "F6"),
    ("Can it be done unseen?", "solve %mapfile", "F7"),
    ("How often is each tile watched?",
     "render %mapfile --layer heat --out %mapfile.heat.png --open", "Shift+F7"),
)


def run(*, write: bool = False, shared: bool = False, folder: Path | None = None) -> int:
    """``suna project``: write what was asked for, or tell whether the shared files are current.

    ``write`` makes the project for this machine, ``shared`` the committed files. Exit code 1 where
    nothing was asked for and a shared file differs from the schema. ``folder`` is one of maps;
    otherwise the game's own. Raises InputError where it does not exist.
    """
    folder = folder or maps_folder()
    if not folder.is_dir():
        raise InputError(f"{folder}: there is no such folder; `suna new-map` makes one for a map")
    if shared:
        for path, text in shared_files(folder).items():
            path.parent.mkdir(exist_ok=True)
            write_atomically(path, text)
    if write:
        path = write_for_this_machine(folder)
        print(f"{path}: open this project in Tiled; its commands run {sys.executable}")
    if shared or write:
        return 0
    stale = [path for path, text in shared_files(folder).items() if _read(path) != text]
    for path in stale:
        print(f"{path}: differs from the schema; `suna project --shared` writes it")
    return 1 if stale else 0


def write_for_this_machine(folder: Path) -> Path:
    """Write the project whose commands call this interpreter into a folder; its path."""
    path = folder / MACHINE_FILE
    write_atomically(path, project_text(machine=True))
    return path


def shared_files(folder: Path) -> dict[Path, str]:
    """The committed files by path, as the schema wants them."""
    readme = folder / "README.md"
    files = {folder / SHARED_FILE: project_text(), readme: _with_reference(_read(readme))}
    for each in schema.templated():
        files[folder / "templates" / template_name(each)] = template_text(each)
    return files


def project_text(*, machine: bool = False) -> str:
    """The project file; with ``machine``, its commands call this interpreter."""
    types: list[dict[str, object]] = []
    for choice in schema.CHOICES:
        types.append(_enum(choice, len(types) + 1))
    for each in schema.CLASSES:
        types.append(_class(each, len(types) + 1))
    project = {
        "automappingRulesFile": "rules/rules.txt",
        "commands": [_command(*each, machine=machine) for each in _COMMANDS],
        "compatibilityVersion": 1100,
        "extensionsPath": "extensions",
        "folders": ["."],
        "properties": [],
        "propertyTypes": types,
    }
    return json.dumps(project, indent=4) + "\n"


def template_name(each: Class) -> str:
    """File name of a class's template."""
    return f"{each.name.lower()}.tx"


def template_text(each: Class) -> str:
    """An object of the class with all its defaults, ready to be dragged onto a map."""
    head = f'<object name="" type="{each.name}"'
    zone = Shape.POINT not in each.shapes
    boxed = zone or each.name in _BOXED
    side = _ZONE_PX if zone else TILE_PX
    size = f'width="{side}" height="{side}"'
    drawn = f" {head} {size}/>" if boxed else f" {head}>\n  <point/>\n </object>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<template>\n{drawn}\n</template>\n'


def reference_text() -> str:
    """All classes, members and words, as a page for map makers; a picture for each object."""
    lines = []
    for use, title in (
        (Use.OBJECT, "Objects"), (Use.TILE, "Tiles"), (Use.MAP, "The map"), (Use.LAYER, "Layers"),
    ):
        lines += [f"### {title}", ""]
        told: dict[tuple[Member, ...], str] = {}
        for each in schema.CLASSES:
            if each.use is use:
                lines += _class_lines(each, told)
        lines.append("")
    lines += ["### Words", ""]
    for choice in schema.CHOICES:
        words = ", ".join(f"`{word}`" if word else "nothing" for word in choice.values)
        lines.append(f"- **{choice.name}** ({choice.says}): {words}")
    return "\n".join(lines)


def picture_name(each: Class) -> str:
    """File name of a class's picture in ``maps/pictures``."""
    return f"{each.name.lower()}.png"


def _class_lines(each: Class, told: dict[tuple[Member, ...], str]) -> Iterator[str]:
    """A class of the reference; ``told`` remembers who has which members already."""
    drawn = f" ({' or '.join(each.shapes)}, layer `{each.layer}`)" if each.layer else ""
    yield f"- **{each.name}**{drawn}: {each.says}"
    if each.use is Use.OBJECT:
        yield ""
        yield f"  ![{each.name} in Tiled and in the game](pictures/{picture_name(each)})"
        yield ""
    if len(each.members) > 1 and each.members in told:
        yield f"  - members as of `{told[each.members]}`"
        return
    told[each.members] = each.name
    for member in each.members:
        default = f'"{member.default}"' if isinstance(member.default, str) else str(member.default)
        if isinstance(member.default, bool):
            default = default.lower()
        kind = member.choice or member.type
        yield f"  - `{member.name}` ({kind}, {_bounds(member)}{default}): {member.says}"


def _bounds(member: Member) -> str:
    if member.least is None:
        return ""
    return f"{member.least} to {member.most}, " if member.most is not None else "0 or more, "


def _command(name: str, arguments: str, shortcut: str, *, machine: bool) -> dict[str, object]:
    folder = str(maps_folder().parent) if machine else "%projectpath"
    return {
        "arguments": f"-m game {arguments}" if machine else arguments,
        "command": sys.executable if machine else "suna",
        "enabled": True,
        "name": name,
        "saveBeforeExecute": True,
        "shortcut": shortcut,
        "showOutput": True,
        "workingDirectory": folder,
    }


def _enum(choice: Choice, number: int) -> dict[str, object]:
    return {
        "id": number,
        "name": choice.name,
        "storageType": "string",
        "type": "enum",
        "values": list(choice.values),
        "valuesAsFlags": False,
    }


def _class(each: Class, number: int) -> dict[str, object]:
    return {
        "color": each.color,
        "drawFill": True,
        "id": number,
        "members": [_member(m) for m in sorted(each.members, key=lambda m: m.name)],
        "name": each.name,
        "type": "class",
        "useAs": [str(each.use)],
    }


def _member(member: Member) -> Mapping[str, object]:
    written: dict[str, object] = {"name": member.name}
    if member.choice:
        written["propertyType"] = member.choice
    return {**written, "type": member.type, "value": member.default}


def _with_reference(readme: str) -> str:
    """The README with its reference part replaced; whoever wrote the rest keeps it."""
    before, begin, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    if not begin:
        before = readme.rstrip("\n") + "\n\n" if readme else "# Maps\n\n"
        after = "\n"
    return f"{before}{BEGIN}\n{reference_text()}\n{END}{after}"


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""

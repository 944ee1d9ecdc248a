"""The way from a map file to a ``Level``: read, normalise, ask pytmx, check, raise the dunes."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from game.content.map_objects import REFERENCE_HINTS
from game.content.map_rules import Draft, draft_level, used_gids
from game.content.operation_files import operation_file
from game.content.operations import load_operation
from game.content.relief import relief_of
from game.content.scenery import Scenery, scenery_of
from game.content.strings import text_folder
from game.content.thoughts import load_thoughts
from game.content.tmx.by_pytmx import tile_facts
from game.content.tmx.findings import Findings, MapError
from game.content.tmx.reader import read_map
from game.content.words import load_script
from game.core import codec
from game.sim.land.light import prepare
from game.sim.level import Area, Level, Spot
from game.sim.table.definition import OperationDef

__all__ = ["LoadedMap", "MapError", "load_level", "load_map"]

DIGEST_FORMAT: Final = "level 1"
"""Part of every digest; raise it when the same map comes to play differently."""


@dataclass(frozen=True, slots=True)
class LoadedMap:
    """A map as those need it who also draw it."""

    level: Level
    scenery: Scenery


def load_level(path: str | Path) -> Level:
    """The level in a Tiled map file.

    Raises MapError with everything that is wrong with the map; warnings do not keep it from
    being played, ``suna check`` shows them. Raises OperationFileError where its patient is wrong.
    """
    return load_map(path).level


def load_map(path: str | Path) -> LoadedMap:
    """The level in a Tiled map file and the pictures of its tiles. Raises MapError."""
    path = Path(path)
    findings = Findings()
    tiled = read_map(path, findings, REFERENCE_HINTS)
    findings.raise_errors()
    facts = tile_facts(tiled, used_gids(tiled))
    draft = draft_level(tiled, facts, findings)
    findings.raise_errors()
    patient = operation_file(path.parent, draft, findings)
    findings.raise_errors()
    operation = load_operation(patient) if patient is not None else None
    return LoadedMap(finish(path.stem, draft, operation), scenery_of(tiled, facts))


def finish(name: str, draft: Draft, operation: OperationDef | None = None) -> Level:
    """A level from everything but its relief."""
    built, wind = draft.built, draft.conditions.wind
    heights, crest_tiles = relief_of(tuple(built.crests), draft.width, draft.height, wind)
    for grid in (draft.surface, draft.walls, heights, crest_tiles):
        grid.setflags(write=False)
    level = Level(
        name, draft.width, draft.height, draft.surface, draft.walls,
        tuple(built.crests), crest_tiles, heights,
        actors=tuple(built.actors),
        places=tuple(built.places),
        routes=tuple(built.routes),
        zones=tuple(built.zones),
        lights=tuple(built.lights),
        goals=tuple(built.goals),
        conditions=draft.conditions,
        script=load_script(text_folder()) if _talks(draft) else None,
        leads_to=load_thoughts(text_folder()) if _thinks(draft) else {},
        operation=operation,
        digest=digest_of(draft, operation),
    )
    prepare(level)
    return level


def _talks(draft: Draft) -> bool:
    """Whether anybody can talk here: in the tale, to the wounded, or in a zone made for it."""
    zones = any(each.kind is Area.TALK for each in draft.built.zones)
    return draft.conditions.story or zones or bool(draft.places_of(Spot.WOUNDED))


def _thinks(draft: Draft) -> bool:
    """Whether thoughts come up here."""
    return any(each.kind is Area.THOUGHT for each in draft.built.zones)


def digest_of(draft: Draft, operation: OperationDef | None = None) -> str:
    """Hex digest of everything that can change how a map plays, in one canonical encoding.

    Pictures, colours, layer order and how the file is written do not count: a map that Tiled
    saves again with nothing changed keeps its digest. Neither do talk, thoughts and the tale's
    operation, which come with the game and not with the map; an operation that the map names does.
    """
    built = draft.built
    crests = sorted(_plain(built.crests))
    said = [
        DIGEST_FORMAT, draft.width, draft.height, crests,
        _plain(built.actors), _plain(built.places), _plain(built.routes), _plain(built.zones),
        _plain(built.lights), _plain(built.goals), _plain([draft.conditions]),
    ]
    digest = blake2b(json.dumps(said, separators=(",", ":")).encode(), digest_size=16)
    if operation is not None and any(each.text for each in draft.places_of(Spot.WOUNDED)):
        digest.update(codec.encode(operation))
    digest.update(draft.surface.tobytes())
    digest.update(draft.walls.tobytes())
    return digest.hexdigest()


def _plain(things: Sequence[Any]) -> list[tuple[object, ...]]:
    """The fields of dataclasses whose values are plain: ``astuple`` would copy each of those."""
    names = [field.name for field in fields(things[0])] if things else []
    return [tuple(getattr(each, name) for name in names) for each in things]

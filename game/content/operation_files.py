"""Where the operations of a map lie: found by name, without reading what is in them."""

import re
from pathlib import Path
from typing import Final

from game.content.map_objects import nearest
from game.content.map_rules import Draft
from game.content.paths import assets_folder
from game.content.tmx.findings import Findings, quoted
from game.sim.level import Spot

STORY_OPERATION: Final = "wounded"
"""The man of the tale."""
BESIDE_MAPS: Final = "operations"
"""The folder beside a map in which its own operations lie."""

_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,30}")


def own_folder() -> Path:
    """The folder of the operations that come with the game."""
    return assets_folder() / "operations"


def find_operation(name: str, folder: Path) -> Path | None:
    """The file that a map in a folder means by a name; None if there is none.

    It is looked for in ``operations`` beside the map, then among the game's own.
    """
    if not _NAME.fullmatch(name):
        return None
    places = [place / f"{name}.toml" for place in (folder / BESIDE_MAPS, own_folder())]
    return next((path for path in places if path.is_file()), None)


def operation_names(folder: Path) -> list[str]:
    """All names that a map in a folder can mean."""
    found = [*own_folder().glob("*.toml"), *(folder / BESIDE_MAPS).glob("*.toml")]
    return sorted({path.stem for path in found})


def operation_file(folder: Path, draft: Draft, findings: Findings) -> Path | None:
    """The operation of whoever lies wounded on a map; a wrong name goes to the findings."""
    found = None
    for place in draft.places_of(Spot.WOUNDED):
        name = place.text or STORY_OPERATION
        found = find_operation(name, folder)
        if found is None:
            hint = nearest(name, operation_names(folder))
            findings.error("operation-unknown", draft.built.at[place.id],
                           f"there is no operation {quoted(name)}",
                           hint or f"There are {', '.join(operation_names(folder))}.")
    return found

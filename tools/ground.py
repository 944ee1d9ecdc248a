"""Paints the ground of the maps that come with the game, so that nobody waits for it.

    python -m tools.ground            write maps/ground/*.ground anew where a map has changed
    python -m tools.ground --check    only say which are behind; exit 1 if any is
"""

import argparse
import sys
from pathlib import Path

from game.content import load_level
from game.content.paths import ground_folder, maps_folder
from game.sim import Level
from game.view.ground import CHUNK_PX, Ground
from game.view.ground_pack import SUFFIX, GroundPacks, write_pack


def maps_with_ground() -> list[Path]:
    """The maps that people play: the story's and the training grounds."""
    folder = maps_folder()
    return [folder / "suna.tmx", *sorted((folder / "training").glob("*.tmx"))]


def keys_of(level: Level) -> dict[str, tuple[int, int]]:
    """The squares of a map by the hashes of what goes into them."""
    ground = Ground(level.crests, level.surface, level.walls, level.conditions.wind)
    return {
        ground.key(x, y): (x, y) for y in range(ground.rows) for x in range(ground.columns)
    }


def painted(level: Level) -> dict[str, bytes]:
    """All squares of a map, painted, by their hashes."""
    ground = Ground(level.crests, level.surface, level.walls, level.conditions.wind)
    return {
        key: ground.painted(x, y).tobytes() for key, (x, y) in keys_of(level).items()
    }


def main(arguments: list[str] | None = None) -> int:
    """Write what is behind, or tell."""
    parser = argparse.ArgumentParser(prog="python -m tools.ground", description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say which are behind")
    only_check = parser.parse_args(arguments).check
    folder = ground_folder()
    folder.mkdir(exist_ok=True)
    behind = 0
    kept = set(GroundPacks.of(folder).keys())
    for path in maps_with_ground():
        level = load_level(path)
        if kept.issuperset(keys_of(level)):
            continue
        behind += 1
        if only_check:
            print(f"{path}: its painted ground is not up to date; run python -m tools.ground")
            continue
        target = folder / (path.stem + SUFFIX)
        write_pack(target, painted(level))
        print(f"{target}: {target.stat().st_size // 1024} KiB in squares of {CHUNK_PX} px")
    return int(only_check and behind > 0)


if __name__ == "__main__":
    sys.exit(main())

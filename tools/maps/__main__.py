"""``python -m tools.maps [NAME...]``: draw the maps that came with the game, or those named."""

import sys
from collections.abc import Sequence

from game.content.paths import maps_folder
from tools.maps import sketch, story_map, training_maps
from tools.maps.night_maps import NIGHT_MAPS
from tools.maps.test_maps import TEST_MAPS

STORY: str = "suna"
SMALL_MAPS = {**TEST_MAPS, **NIGHT_MAPS}


def main(names: Sequence[str]) -> int:
    """Draw maps and say where they are; 2 for a name that none has."""
    known = (STORY, *training_maps.TRAINING_MAPS, *SMALL_MAPS)
    for name in names or known:
        if name not in known:
            print(f"there is no map {name}; there are {', '.join(known)}", file=sys.stderr)
            return 2
        if name == STORY:
            print(story_map.draw(maps_folder()))
        elif name in training_maps.TRAINING_MAPS:
            print(training_maps.draw(name, maps_folder()))
        else:
            print(sketch.draw(SMALL_MAPS[name], maps_folder() / "test" / f"{name}.tmx"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

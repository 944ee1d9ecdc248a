"""``python -m tools.maps``: draw the maps that came with the game."""

import sys

from game.content.paths import maps_folder
from tools.maps import story_map


def main() -> int:
    """Draw all maps and say where they are."""
    print(story_map.draw(maps_folder()))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The small maps under ``maps/test``, drawn as text: one stage for each handful of rules.

What the characters mean stands in ``sketch``. To change a map, change its picture and run
``python -m tools.maps NAME``; the levels beside it say what is to happen there.
"""

from typing import Final

from tools.maps.sketch import Sketch
from tools.maps.test_maps_watch import WATCH_MAPS
from tools.maps.test_maps_world import WORLD_MAPS

TEST_MAPS: Final[dict[str, Sketch]] = {**WATCH_MAPS, **WORLD_MAPS}

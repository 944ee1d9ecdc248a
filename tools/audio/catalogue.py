"""Every sound and every piece of music, by folder and file name."""

from typing import Final

from tools.audio import chakra, fight, ground, music, signs, weather
from tools.audio.recipe import GOES_ON, LEVEL_DB, Recipe
from tools.audio.synth import Samples, levelled

FOLDERS: Final[dict[str, dict[str, Recipe]]] = {
    "sound": {
        **ground.SOUNDS, **weather.SOUNDS, **fight.SOUNDS, **chakra.SOUNDS, **signs.SOUNDS,
    },
    "music": music.PIECES,
}


def rendered(recipe: Recipe) -> Samples:
    """A recipe's samples at the level of its class, as they are written."""
    whole = recipe.loudness in GOES_ON
    return levelled(recipe.make(), LEVEL_DB[recipe.loudness], whole=whole)

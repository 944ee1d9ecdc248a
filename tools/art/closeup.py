"""The close-up of the operation: each patient by moonlight and by green light, and her hands.

Written below `assets/closeup/`: for each figure of `closeup_figures` a folder with `base.png`,
`green.png` and `shirt.png` (480x270), and for all of them the atlas `parts` with scan, hands, sand
and sweat. Wounds are not here: the game paints them from the operation's own paths.
The game lays them in this order: base; green through the light around each working hand; wounds;
shirt until it is cut; hands, and their green light while it flows; sand, sweat.
A hand's foot point is where it works.
"""

from pathlib import Path
from typing import Final

import numpy as np

from tools.art import closeup_hands as hands
from tools.art import closeup_wounds as wounds
from tools.art.atlas import AtlasWriter, write_png
from tools.art.closeup_body import Form, body_form, clothes_mask, draw_body
from tools.art.closeup_figures import FIGURES, Figure
from tools.art.closeup_shirt import shirt
from tools.art.dither import quantise
from tools.art.raster import Image

HEAL_LIGHT: Final = np.array(
    [
        [int(h[i : i + 2], 16) for i in (0, 2, 4)]
        for h in ("08161f", "0a2a2e", "0c4a3c", "12744a", "1fa560", "42d97c", "86f79a", "d6ffc4")
    ],
    np.float32,
)


def green_version(picture: Image, form: Form, figure: Figure) -> Image:
    """The picture lit by healing hands: brightness becomes a step of the green ramp.

    Adding green light to skin would turn it white; mapping keeps its shape. Blood stays red.
    """
    colors = picture[..., :3].astype(np.float64)
    brightness = colors @ np.array((0.30, 0.55, 0.15)) / 255
    facing = np.where(form.body, form.normals[..., 2], 0.55)
    clothed = clothes_mask(figure)
    facing = np.where(clothed, facing * 0.35, facing)
    tone = np.clip(brightness * 8.6 + np.clip(facing, 0, 1) * 1.1 - 0.2, 0, 7)
    green = HEAL_LIGHT[quantise(tone, 8, 0.4)]
    bloody = (colors[..., 0] > colors[..., 1] * 2.1) & (colors[..., 0] > 60)
    share = np.where(bloody, 0.12, np.where(form.body & ~clothed, 0.94, 0.55))[..., None]
    result = picture.copy()
    result[..., :3] = (colors * (1 - share) + green * share).astype(np.uint8)
    return result


def parts() -> AtlasWriter:
    """What is the same whoever lies there."""
    atlas = AtlasWriter()
    ribs, left, top = hands.cut(wounds.ribcage())
    atlas.add("scan/ribs", ribs, -left, -top)
    for side in hands.SIDES:
        for gesture in hands.GESTURES:
            image, x, y = hands.draw_hand(gesture, side)
            part, left, top = hands.cut(image)
            atlas.add(f"hand_{side}/{gesture}", part, x - left, y - top)
            light, left, top = hands.cut(hands.green_light(image, y))
            atlas.add(f"hand_{side}/{gesture}/light", light, x - left, y - top)
    for size in range(3):
        atlas.add(f"sand/specks_{size}", wounds.sand_specks(size), 14, 9)
        atlas.add(f"sweat/drop_{size}", wounds.sweat_drop(size), 7, 13)
    return atlas


def make(assets: Path) -> None:
    """Write the close-up below `closeup/`."""
    folder = assets / "closeup"
    for name, figure in FIGURES.items():
        form = body_form(figure)
        base = draw_body(form, figure)
        write_png(folder / name / "base.png", base)
        write_png(folder / name / "green.png", green_version(base, form, figure))
        write_png(folder / name / "shirt.png", shirt(figure))
    parts().write(folder, "parts")

"""The close-up of the operation: base, the same under green light, and all that moves on it.

Written below `assets/closeup/`: `base.png` and `green.png` (480x270), the atlas `parts` with wounds
by state, scan, hands, drips, sand, sweat and the round light, and `geometry.json`.
The game lays them in this order: base; green through the light's alpha around each working hand;
scan parts through the same alpha; wounds; blood, sand; hands, and their green light while it flows.
Frames of wounds and scan have the foot point that puts them in place when drawn at (0, 0); a hand's
foot point is where it works.
"""

import json
from pathlib import Path
from typing import Any, Final

import numpy as np

from tools.art import closeup_hands as hands
from tools.art import closeup_wounds as wounds
from tools.art.atlas import AtlasWriter, write_bytes, write_png
from tools.art.closeup_body import HEIGHT, WIDTH, Form, body_form, clothes_mask, draw_body
from tools.art.closeup_shirt import shirt
from tools.art.dither import quantise
from tools.art.raster import Image

LIGHT_RADIUS: Final = 96
FORMAT_VERSION: Final = 1

HEAL_LIGHT: Final = np.array(
    [
        [int(h[i : i + 2], 16) for i in (0, 2, 4)]
        for h in ("08161f", "0a2a2e", "0c4a3c", "12744a", "1fa560", "42d97c", "86f79a", "d6ffc4")
    ],
    np.float32,
)


def green_version(picture: Image, form: Form) -> Image:
    """The picture lit by healing hands: brightness becomes a step of the green ramp.

    Adding green light to skin would turn it white; mapping keeps its shape. Blood stays red.
    """
    colors = picture[..., :3].astype(np.float64)
    brightness = colors @ np.array((0.30, 0.55, 0.15)) / 255
    facing = np.where(form.body, form.normals[..., 2], 0.55)
    clothed = clothes_mask()
    facing = np.where(clothed, facing * 0.35, facing)
    tone = np.clip(brightness * 8.6 + np.clip(facing, 0, 1) * 1.1 - 0.2, 0, 7)
    green = HEAL_LIGHT[quantise(tone, 8, 0.4)]
    bloody = (colors[..., 0] > colors[..., 1] * 2.1) & (colors[..., 0] > 60)
    share = np.where(bloody, 0.12, np.where(form.body & ~clothed, 0.94, 0.55))[..., None]
    result = picture.copy()
    result[..., :3] = (colors * (1 - share) + green * share).astype(np.uint8)
    return result


def _add_placed(atlas: AtlasWriter, name: str, image: Image) -> None:
    """Add a part drawn on a picture of full size so that drawing it at (0, 0) puts it in place."""
    part, left, top = hands.cut(image)
    atlas.add(name, part, -left, -top)


def parts() -> AtlasWriter:
    """All parts of the close-up."""
    atlas = AtlasWriter()
    for name in wounds.SLASHES:
        for state in wounds.SLASH_STATES:
            _add_placed(atlas, f"{name}/{state}", wounds.slash(name, state))
    _add_placed(atlas, "shirt", shirt())
    _add_placed(atlas, "scan/ribs", wounds.ribcage())
    _add_placed(atlas, "scan/ribs_whole", wounds.ribcage(whole=True))
    for state in wounds.LIVER_STATES:
        _add_placed(atlas, f"liver/{state}", wounds.liver(state))
    for name in wounds.RIBS:
        for state in wounds.RIB_STATES:
            _add_placed(atlas, f"{name}/{state}", wounds.rib(name, state))
    for side in hands.SIDES:
        for gesture in hands.GESTURES:
            image, x, y = hands.draw_hand(gesture, side)
            part, left, top = hands.cut(image)
            atlas.add(f"hand_{side}/{gesture}", part, x - left, y - top)
            light, left, top = hands.cut(hands.green_light(image, y))
            atlas.add(f"hand_{side}/{gesture}/light", light, x - left, y - top)
    for frame in range(4):
        atlas.add(f"blood/drop_{frame}", wounds.blood_drop(frame), 4, 2)
    for size in range(3):
        pool = wounds.blood_pool(size)
        atlas.add(f"blood/pool_{size}", pool, pool.shape[1] // 2, pool.shape[0] // 2)
        atlas.add(f"sand/specks_{size}", wounds.sand_specks(size), 14, 9)
        atlas.add(f"sweat/drop_{size}", wounds.sweat_drop(size), 7, 13)
    atlas.add("light", wounds.light_mask(LIGHT_RADIUS), LIGHT_RADIUS, LIGHT_RADIUS)
    atlas.add("glow", wounds.light_mask(40, "heal2"), 40, 40)
    return atlas


def geometry() -> dict[str, Any]:
    """Where things are, in whole pixels of the picture."""
    return {
        "version": FORMAT_VERSION,
        "size": [WIDTH, HEIGHT],
        "slashes": {name: [list(spot) for spot in path] for name, path in wounds.SLASHES.items()},
        "liver": {
            "outline": [list(spot) for spot in wounds.LIVER_OUTLINE],
            "path": [list(spot) for spot in wounds.LIVER_PATH],
        },
        "ribs": {
            name: {"spot": list(spot), "axis": list(axis)}
            for name, (spot, axis) in wounds.RIBS.items()
        },
    }


def make(assets: Path) -> None:
    """Write the close-up below `closeup/`."""
    folder = assets / "closeup"
    form = body_form()
    base = draw_body(form)
    write_png(folder / "base.png", base)
    write_png(folder / "green.png", green_version(base, form))
    parts().write(folder, "parts")
    text = json.dumps(geometry(), indent=1)
    write_bytes(folder / "geometry.json", (text + "\n").encode())

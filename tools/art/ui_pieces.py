"""The atlas of the HUD's ready pictures: signs, pad buttons, alarm marks, faces."""

from pathlib import Path

from tools.art.atlas import AtlasWriter
from tools.art.hud_faces import MOODS, hud_face
from tools.art.icons import MARKS, THINGS, icon, watcher_marks
from tools.art.pad_icons import pad_buttons
from tools.art.raster import Image


def pieces() -> dict[str, Image]:
    """Every picture of the atlas by name: `icon/eye`, `pad/a`, `mark/chase`, `watcher/ne`,
    `face/calm`."""
    named = {f"icon/{name}": icon(text) for name, text in THINGS.items()}
    named |= {f"mark/{name}": icon(text) for name, text in MARKS.items()}
    named |= {f"pad/{name}": image for name, image in pad_buttons().items()}
    named |= {f"face/{mood}": hud_face(mood) for mood in MOODS}
    return named | {f"watcher/{name}": image for name, image in watcher_marks().items()}


def make(assets: Path) -> None:
    """Write `sprites/ui.png` and `.json` below the given folder; marks stand on their foot."""
    atlas = AtlasWriter()
    for name, image in pieces().items():
        height, width = image.shape[:2]
        on_foot = name.startswith("mark/")
        middle = width // 2 if on_foot or name.startswith("watcher/") else 0
        foot = height if on_foot else height // 2 if name.startswith("watcher/") else 0
        atlas.add(name, image, middle, foot)
    atlas.write(assets / "sprites", "ui")

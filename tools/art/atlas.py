"""Write an atlas: many small pictures in one PNG, and a JSON that says where each lies.

The JSON is the contract with `game/view/atlas.py`:
`frames[name] = {x, y, w, h, ax, ay}` with the foot point (ax, ay) inside the frame, and
`animations[name] = {frames, stride_px, ticks}`: with a stride the frame follows the distance
walked, one full cycle each `stride_px` pixels, otherwise each frame lasts `ticks` ticks. `tint` is
the light that everything on the sheet is seen in: three factors of 255 for red, green, blue.
"""

import io
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
from PIL import Image as PilImage

from tools.art.palette import Rgb
from tools.art.raster import Image, canvas, solid

VERSION: Final = 1
SHEET_WIDTH: Final = 1024


@dataclass(frozen=True, slots=True)
class Cell:
    """One picture with its foot point."""

    image: Image
    ax: int
    ay: int


@dataclass(frozen=True, slots=True)
class Animation:
    """Frames by name in order; either stride_px (by distance) or ticks (by time) is above zero."""

    frames: tuple[str, ...]
    stride_px: int = 0
    ticks: int = 0


@dataclass(slots=True)
class AtlasWriter:
    """Collects frames and animations in the order they are added."""

    cells: dict[str, Cell] = field(default_factory=dict)
    animations: dict[str, Animation] = field(default_factory=dict)
    tint: Rgb = (255, 255, 255)
    """What the sheet is multiplied with when it is loaded; the file keeps the palette's colours."""

    def add(self, name: str, image: Image, ax: int, ay: int) -> None:
        """Add one picture. Raises ValueError if the name is taken."""
        if name in self.cells:
            raise ValueError(f"frame {name!r} is drawn twice")
        self.cells[name] = Cell(image, ax, ay)

    def animate(
        self,
        name: str,
        images: list[Image],
        ax: int,
        ay: int,
        *,
        stride_px: int = 0,
        ticks: int = 0,
    ) -> None:
        """Add the frames `name/0` .. and the animation over them; all share size and foot point.

        Margins that are clear in every frame are cut off, the same in each frame.
        """
        if (stride_px > 0) == (ticks > 0):
            raise ValueError(f"animation {name!r} needs either a stride or ticks per frame")
        left, top, right, bottom = _common_box(images)
        names = []
        for i, image in enumerate(images):
            names.append(f"{name}/{i}")
            self.add(names[-1], image[top:bottom, left:right], ax - left, ay - top)
        self.animations[name] = Animation(tuple(names), stride_px, ticks)

    def build(self, image_name: str) -> tuple[Image, dict[str, Any]]:
        """Place all pictures on one sheet; equal pictures share a place. Returns sheet and JSON."""
        unique: dict[bytes, tuple[Image, int]] = {}
        key_of: dict[str, bytes] = {}
        for name, cell in self.cells.items():
            shape = cell.image.shape
            key = f"{shape[0]}x{shape[1]}:".encode() + cell.image.tobytes()
            key_of[name] = key
            unique.setdefault(key, (cell.image, len(unique)))
        # Tallest first makes even shelves; the order of adding settles ties.
        order = sorted(unique.items(), key=lambda item: (-item[1][0].shape[0], item[1][1]))
        places: dict[bytes, tuple[int, int]] = {}
        x = y = shelf = 0
        for key, (image, _) in order:
            height, width = image.shape[:2]
            if x + width > SHEET_WIDTH:
                x, y, shelf = 0, y + shelf, 0
            places[key] = (x, y)
            x, shelf = x + width, max(shelf, height)
        sheet = canvas(SHEET_WIDTH, y + shelf)
        for key, (image, _) in order:
            x, y = places[key]
            sheet[y : y + image.shape[0], x : x + image.shape[1]] = image
        frames = {}
        for name, cell in self.cells.items():
            x, y = places[key_of[name]]
            height, width = cell.image.shape[:2]
            frames[name] = {"x": x, "y": y, "w": width, "h": height, "ax": cell.ax, "ay": cell.ay}
        animations = {
            name: {"frames": list(a.frames), "stride_px": a.stride_px, "ticks": a.ticks}
            for name, a in self.animations.items()
        }
        document = {
            "version": VERSION,
            "image": image_name,
            "tint": list(self.tint),
            "frames": frames,
            "animations": animations,
        }
        return sheet, document

    def write(self, out: Path, name: str) -> None:
        """Write `out/name.png` and `out/name.json`."""
        sheet, document = self.build(f"{name}.png")
        write_png(out / f"{name}.png", sheet)
        write_bytes(out / f"{name}.json", json_lines(document).encode())


def _common_box(images: list[Image]) -> tuple[int, int, int, int]:
    """The smallest box (left, top, right, bottom) that holds what is solid in any of the images."""
    used = solid(images[0]).copy()
    for image in images[1:]:
        if image.shape != images[0].shape:
            raise ValueError("the frames of one animation must have one size")
        used |= solid(image)
    rows, cols = np.flatnonzero(used.any(1)), np.flatnonzero(used.any(0))
    return int(cols[0]), int(rows[0]), int(cols[-1]) + 1, int(rows[-1]) + 1


def json_lines(document: Mapping[str, Any]) -> str:
    """JSON with one line per frame and animation, so that a change shows as a small diff."""
    parts = []
    for key, value in document.items():
        if isinstance(value, dict):
            inner = ",\n".join(f"  {json.dumps(k)}: {json.dumps(v)}" for k, v in value.items())
            parts.append(f"{json.dumps(key)}: {{\n{inner}\n }}")
        else:
            parts.append(f"{json.dumps(key)}: {json.dumps(value)}")
    return "{\n " + ",\n ".join(parts) + "\n}\n"


def write_png(path: Path, image: Image) -> None:
    """Write an RGB or RGBA uint8 image; the same pixels give the same bytes."""
    clean = image
    if image.shape[2] == 4:
        clean = image.copy()
        clean[~solid(image)] = 0
    buffer = io.BytesIO()
    PilImage.fromarray(clean).save(buffer, "PNG", optimize=True)
    write_bytes(path, buffer.getvalue())


def write_bytes(path: Path, data: bytes) -> None:
    """Replace a file in one step, so that a reader never sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise

"""The busts of the talk: every feeling of every person, with a blink and two mouths each.

`assets/portraits/<person>.json` lists the frames: `<person>/<feeling>` is a whole bust of 164x192,
`.../blink`, `.../talk` and `.../talk2` are small pieces to lay over it: drawn at the same place
with their foot point they land on the face.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from tools.art import portrait_others, portrait_sakura, portrait_sasori
from tools.art.atlas import AtlasWriter
from tools.art.edges import named
from tools.art.features import Look
from tools.art.palette import Rgb
from tools.art.raster import Image
from tools.art.vector import Sketch, moon_rim

SCALE: Final = 1.28
NIGHT: Final[Rgb] = (242, 237, 255)
"""Busts are seen in the blue of the night."""
FACE_BOX: Final = (40, 50, 96, 102)
"""Where feelings change the picture: left, top, right, bottom in drawing units, facing right."""

Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Person:
    """How to draw one bust, layer by layer; `mirror` makes it face left."""

    looks: Mapping[str, Look]
    behind: Callable[[Sketch], None]
    features: Callable[[Sketch, Look], None]
    before: Callable[[Sketch], None]
    colors: list[str]
    mirror: bool = False
    mouths: tuple[str, str] = ("wide", "small")


PEOPLE: Final[dict[str, Person]] = {
    "sakura": Person(
        portrait_sakura.LOOKS,
        portrait_sakura.draw_behind,
        portrait_sakura.draw_features,
        portrait_sakura.draw_before,
        portrait_sakura.COLORS,
    ),
    "sasori": Person(
        portrait_sasori.LOOKS,
        portrait_sasori.draw_behind,
        portrait_sasori.draw_features,
        portrait_sasori.draw_before,
        portrait_sasori.COLORS,
        mirror=True,
        mouths=("wide", "small"),
    ),
    "guard": Person(
        portrait_others.GUARD_LOOKS,
        portrait_others.guard_behind,
        portrait_others.guard_features,
        portrait_others.guard_before,
        portrait_others.GUARD_COLORS,
        mirror=True,
    ),
    "child": Person(
        portrait_others.CHILD_LOOKS,
        portrait_others.child_behind,
        portrait_others.child_features,
        portrait_others.child_before,
        portrait_others.CHILD_COLORS,
        mirror=True,
    ),
}


class Sitting:
    """One person before the painter: the layers that never change are drawn once."""

    def __init__(self, person: Person) -> None:
        self.person = person
        behind, before = self._sketch(), self._sketch()
        person.behind(behind)
        person.before(before)
        self.behind, self.before = behind.snapshot(), before.snapshot()
        first = next(iter(person.looks.values()))
        plain = self._sketch_of(first).pixels(person.colors)
        self.bust = named(moon_rim(plain), plain)

    def _sketch(self) -> Sketch:
        size = portrait_sakura.WIDTH, portrait_sakura.HEIGHT
        return Sketch(*size, scale=SCALE, mirror=self.person.mirror)

    def _sketch_of(self, look: Look) -> Sketch:
        sketch = self._sketch()
        sketch.lay(self.behind)
        self.person.features(sketch, look)
        sketch.lay(self.before)
        return sketch

    def face_box(self) -> Box:
        """FACE_BOX in pixels of this bust."""
        left, top, right, bottom = (round(edge * SCALE) for edge in FACE_BOX)
        width = self.bust.shape[1]
        return (
            (width - right, top, width - left, bottom)
            if self.person.mirror
            else (left, top, right, bottom)
        )

    def face(self, look: Look) -> Image:
        """Just the pixels inside the face box."""
        return self._sketch_of(look).pixels(self.person.colors, self.face_box())

    def whole(self, face: Image) -> Image:
        """The bust with that face in its box."""
        left, top, right, bottom = self.face_box()
        bust = self.bust.copy()
        bust[top:bottom, left:right] = face
        return bust


def overlay(changed: Image, plain: Image) -> tuple[Image, int, int]:
    """The part of a face that differs from the plain one, and where it lies in the face box."""
    differs = (changed != plain).any(-1)
    rows, cols = np.flatnonzero(differs.any(1)), np.flatnonzero(differs.any(0))
    if not len(rows):
        return changed[:1, :1], 0, 0
    part = np.s_[rows[0] : rows[-1] + 1, cols[0] : cols[-1] + 1]
    piece = changed[part].copy()
    piece[~differs[part]] = 0
    return piece, int(cols[0]), int(rows[0])


def person_atlas(name: str) -> AtlasWriter:
    """All frames of one person."""
    person = PEOPLE[name]
    sitting = Sitting(person)
    left, top = sitting.face_box()[:2]
    atlas = AtlasWriter(tint=NIGHT)
    for feeling, look in person.looks.items():
        plain = sitting.face(look)
        atlas.add(f"{name}/{feeling}", sitting.whole(plain), 0, 0)
        wide, small = person.mouths
        for suffix, other in (
            ("blink", look.shut()),
            ("talk", look.saying(wide)),
            ("talk2", look.saying(small)),
        ):
            piece, x, y = overlay(sitting.face(other), plain)
            atlas.add(f"{name}/{feeling}/{suffix}", piece, -left - x, -top - y)
    return atlas


def make(assets: Path) -> None:
    """Write one atlas for each person below `portraits/`."""
    for name in PEOPLE:
        person_atlas(name).write(assets / "portraits", name)

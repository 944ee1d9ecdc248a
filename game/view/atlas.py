"""Sprites by name: one picture file and the JSON beside it that says where each frame lies.

The files are written by `tools/art` in the palette's colours, and seen in the light that they name.
An animation's frame follows either the distance walked, so
that feet stay where they are set down, or the time.
"""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Final

import msgspec
import pygame

VERSION: Final = 1

ROUND: Final = (
    "right",
    "down_right",
    "down",
    "down_left",
    "left",
    "up_left",
    "up",
    "up_right",
)
"""The eight directions as headings grow: from east, clockwise, 128 of 1024 each."""


Factor = Annotated[int, msgspec.Meta(ge=0, le=255)]
"""One of three factors of 255 that a sheet is multiplied with."""


class AtlasError(Exception):
    """A missing or unreadable atlas, or a name it does not hold; one line for people."""


class FrameBox(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A frame's rectangle on the sheet and its foot point inside the rectangle, in pixels."""

    x: int
    y: int
    w: int
    h: int
    ax: int
    ay: int


class Animation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Frame names in order, and either the pixels walked per cycle or the ticks per frame."""

    frames: list[str]
    stride_px: int = 0
    ticks: int = 0


class _Document(msgspec.Struct, frozen=True):
    version: int
    image: str
    frames: dict[str, FrameBox]
    animations: dict[str, Animation]
    tint: tuple[Factor, Factor, Factor] = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Sprite:
    """One frame; draw it so that (ax, ay) of the surface lies on the foot point on the ground."""

    surface: pygame.Surface
    ax: int
    ay: int


def direction_of(heading: int) -> str:
    """The name of the nearest of the eight directions; heading 0..1023 from east, clockwise."""
    return ROUND[((heading + 64) // 128) % 8]


def nearby_directions(direction: str) -> tuple[str, ...]:
    """All eight directions, nearest first; of two equally near the sideways one comes first."""
    at = ROUND.index(direction)
    order = []
    for step in range(5):
        pair = {ROUND[(at + step) % 8], ROUND[(at - step) % 8]}
        order += sorted(pair, key=lambda name: (name not in ("right", "left"), ROUND.index(name)))
    return tuple(order)


@dataclass(slots=True)
class Atlas:
    """All frames and animations of one sheet. Frames share the sheet's pixels."""

    source: Path
    sheet: pygame.Surface
    boxes: dict[str, FrameBox]
    animations: dict[str, Animation]
    _sprites: dict[str, Sprite] = field(default_factory=dict)
    _resolved: dict[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> "Atlas":
        """Read `NAME.json` and its picture. Raises AtlasError naming the file and the fault.

        Pixels are turned into the display's format only when there is a display.
        """
        try:
            document = msgspec.json.decode(path.read_bytes(), type=_Document)
        except OSError as error:
            raise AtlasError(f"{path}: cannot be read: {error.strerror}") from error
        except msgspec.DecodeError as error:
            raise AtlasError(f"{path}: {error}; rebuild it with python -m tools.art") from error
        if document.version != VERSION:
            raise AtlasError(
                f"{path}: version {document.version}, this game reads {VERSION}; "
                "rebuild it with python -m tools.art"
            )
        picture = path.parent / document.image
        try:
            sheet = pygame.image.load(picture)
        except (OSError, pygame.error) as error:
            raise AtlasError(f"{picture}: cannot be read: {error}") from error
        if pygame.display.get_init() and pygame.display.get_surface() is not None:
            sheet = sheet.convert_alpha()
        sheet.fill(document.tint, special_flags=pygame.BLEND_RGB_MULT)
        area = sheet.get_rect()
        for name, box in document.frames.items():
            if box.w < 1 or box.h < 1 or not area.contains((box.x, box.y, box.w, box.h)):
                raise AtlasError(f"{path}: frame {name!r} lies outside {document.image}")
        for name, animation in document.animations.items():
            if not animation.frames:
                raise AtlasError(f"{path}: animation {name!r} has no frames")
            if (animation.stride_px > 0) == (animation.ticks > 0):
                raise AtlasError(f"{path}: animation {name!r} needs either stride_px or ticks")
            for frame in animation.frames:
                if frame not in document.frames:
                    raise AtlasError(f"{path}: animation {name!r} lacks its frame {frame!r}")
        return cls(path, sheet, document.frames, document.animations)

    def frame(self, name: str) -> Sprite:
        """The sprite of that frame. Raises AtlasError with the nearest name if there is none."""
        sprite = self._sprites.get(name)
        if sprite is None:
            box = self.boxes.get(name)
            if box is None:
                raise self._missing("frame", name, self.boxes)
            surface = self.sheet.subsurface((box.x, box.y, box.w, box.h))
            sprite = self._sprites[name] = Sprite(surface, box.ax, box.ay)
        return sprite

    def resolve(self, name: str) -> str:
        """The animation that stands in for a name: itself, or the nearest direction that exists.

        `rogue_a/walk/down_left` gives `rogue_a/walk/left` where no diagonal was drawn. Raises
        AtlasError with the nearest name if nothing fits.
        """
        found = self._resolved.get(name)
        if found is not None:
            return found
        found = name if name in self.animations else None
        stem, _, direction = name.rpartition("/")
        if found is None and direction in ROUND:
            near = (f"{stem}/{other}" for other in nearby_directions(direction))
            found = next((other for other in near if other in self.animations), None)
        if found is None:
            raise self._missing("animation", name, self.animations)
        self._resolved[name] = found
        return found

    def has(self, name: str) -> bool:
        """Whether an animation of that name, or of a near direction, exists."""
        try:
            self.resolve(name)
        except AtlasError:
            return False
        return True

    def animation(self, name: str) -> Animation:
        """The animation of that name, or of the nearest direction; AtlasError if there is none."""
        return self.animations[self.resolve(name)]

    def pick(self, name: str, distance_px: float, ticks: int, *, loop: bool = True) -> str:
        """The frame name to show after so many pixels walked and ticks passed.

        distance_px counts for animations with a stride, ticks for the others; both since any fixed
        start. With loop=False an act by time stops on its last frame.
        """
        animation = self.animation(name)
        count = len(animation.frames)
        if animation.stride_px > 0:
            index = int(distance_px * count // animation.stride_px)
        else:
            index = ticks // animation.ticks
            if not loop:
                index = min(index, count - 1)
        return animation.frames[index % count]

    def _missing(self, kind: str, name: str, names: Iterable[str]) -> AtlasError:
        near = difflib.get_close_matches(name, list(names), n=1, cutoff=0.0)
        hint = f"; the nearest is {near[0]!r}" if near else ""
        return AtlasError(f"{self.source}: no {kind} {name!r}{hint}")

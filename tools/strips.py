"""Draws every animation as a strip of its frames, one sheet for each figure.

    python -m tools.strips              all of them, into assets/screens/strips/
    python -m tools.strips sakura       some of them

Beside each gait that goes right stands its trace: what touches the ground, frame under frame, moved
as far as the body has come. A foot that does not slide makes an upright bar.
"""

import argparse
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame
from PIL import Image
from rich.progress import track

from game.content.paths import assets_folder
from game.view.atlas import ROUND, Animation, Atlas
from game.view.font import Font
from game.view.palette import rgb
from tools.art.atlas import write_bytes

FOLDER: Final = Path("screens") / "strips"
WIDE_PX: Final = 1400
GAP_PX: Final = 6
LINE_PX: Final = 13
FEET_PX: Final = 3
"""So many of the lowest rows of a frame are taken for what touches the ground."""
CYCLES: Final = 2


def figures(atlas: Atlas) -> dict[str, dict[str, list[str]]]:
    """The animations of an atlas: figure, act, and the full names in the order of directions."""
    found: dict[str, dict[str, list[str]]] = {}
    for name in atlas.animations:
        who, act, _ = name.split("/")
        found.setdefault(who, {}).setdefault(act, []).append(name)
    for acts in found.values():
        for names in acts.values():
            names.sort(key=lambda name: ROUND.index(name.rpartition("/")[2]))
    return found


def strip(atlas: Atlas, name: str) -> pygame.Surface:
    """All frames of an animation side by side."""
    sprites = [atlas.frame(frame) for frame in atlas.animations[name].frames]
    width = max(sprite.surface.get_width() for sprite in sprites) + 1
    height = max(sprite.surface.get_height() for sprite in sprites)
    image = pygame.Surface((width * len(sprites), height), pygame.SRCALPHA)
    for i, sprite in enumerate(sprites):
        image.blit(sprite.surface, (i * width, 0))
    return image


def trace(atlas: Atlas, animation: Animation) -> pygame.Surface:
    """The feet of a gait to the right, frame under frame, at the places where they touch."""
    sprites = [atlas.frame(frame) for frame in animation.frames] * CYCLES
    step = animation.stride_px / len(animation.frames)
    sprite = sprites[0]
    width, height = sprite.surface.get_size()
    ground = max(0, min(height - FEET_PX, sprite.ay - FEET_PX + 1))
    size = width + round(step * len(sprites)) + 1, (FEET_PX + 1) * len(sprites)
    image = pygame.Surface(size, pygame.SRCALPHA)
    for i, each in enumerate(sprites):
        feet = each.surface.subsurface((0, ground, width, FEET_PX))
        image.blit(feet, (round(step * i), (FEET_PX + 1) * i))
    return image


def pictures(atlas: Atlas, names: list[str]) -> Iterator[pygame.Surface]:
    """The strips of an act, and its trace if it is a gait."""
    for name in names:
        yield strip(atlas, name)
        animation = atlas.animations[name]
        if animation.stride_px and name.endswith("/right"):
            yield trace(atlas, animation)


def sheet(atlas: Atlas, font: Font, acts: dict[str, list[str]]) -> pygame.Surface:
    """Everything one figure does, act under act."""
    placed: list[tuple[pygame.Surface, tuple[int, int]]] = []
    y = GAP_PX
    for act, names in acts.items():
        animation = atlas.animations[names[0]]
        pace = f"{animation.stride_px} px" if animation.stride_px else f"{animation.ticks} ticks"
        each = "a cycle" if animation.stride_px else "a frame"
        placed.append((font.render(f"{act}: {pace} {each}", rgb("sand8")), (GAP_PX, y)))
        y += LINE_PX + 2
        x, tall = GAP_PX, 0
        for image in pictures(atlas, names):
            if x > GAP_PX and x + image.get_width() > WIDE_PX:
                x, y, tall = GAP_PX, y + tall + GAP_PX, 0
            placed.append((image, (x, y)))
            x, tall = x + image.get_width() + GAP_PX, max(tall, image.get_height())
        y += tall + GAP_PX
    wide = max(x + image.get_width() for image, (x, _) in placed) + GAP_PX
    result = pygame.Surface((wide, y))
    result.fill(rgb("sand3"))
    result.fblits(placed)
    return result


def save(image: pygame.Surface, path: Path) -> None:
    """Write a PNG of few colours; the same picture gives the same bytes."""
    picture = Image.frombytes("RGB", image.get_size(), pygame.image.tobytes(image, "RGB"))
    buffer = io.BytesIO()
    picture.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
        buffer, "PNG", optimize=True
    )
    write_bytes(path, buffer.getvalue())


def main(arguments: list[str] | None = None) -> int:
    """Draw the sheets of those that were asked for."""
    parser = argparse.ArgumentParser(prog="python -m tools.strips", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="FIGURE")
    parser.add_argument("-o", "--out", type=Path, default=assets_folder() / FOLDER)
    chosen = parser.parse_args(arguments)
    sprites = assets_folder() / "sprites"
    font = Font.load(assets_folder() / "font" / "small.json")
    known = {
        who: (atlas, acts)
        for atlas in (Atlas.load(sprites / "people.json"), Atlas.load(sprites / "creatures.json"))
        for who, acts in figures(atlas).items()
    }
    unknown = [name for name in chosen.names if name not in known]
    if unknown:
        print(f"nobody is called {unknown[0]!r}; there are {', '.join(known)}", file=sys.stderr)
        return 2
    for who in track(chosen.names or list(known), description="strips"):
        atlas, acts = known[who]
        save(sheet(atlas, font, acts), chosen.out / f"{who}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Everything that is wrong with him, and how it looks while it heals: slashes, liver, ribs, drips.

Positions are pixels of the 480x270 picture, the same as in `assets/operations/wounded.toml`.
"""

from typing import Final

import numpy as np

from tools.art.dither import banded
from tools.art.noise import grid, hash01
from tools.art.palette import rgb, rgba
from tools.art.raster import Image, canvas
from tools.art.vector import Points, Sketch, colors_of, smooth

WIDTH: Final = 480
HEIGHT: Final = 270

Spots = tuple[tuple[int, int], ...]

SLASHES: Final[dict[str, Spots]] = {
    "slash_1": ((206, 168), (228, 156), (254, 142), (282, 128)),
    "slash_2": ((196, 192), (222, 180), (252, 164), (286, 150)),
    "slash_3": ((204, 214), (230, 202), (258, 188), (284, 176)),
}
LIVER_OUTLINE: Final[Spots] = (
    (182, 150),
    (200, 142),
    (226, 142),
    (252, 148),
    (240, 160),
    (216, 172),
    (196, 182),
    (182, 176),
    (178, 162),
)
LIVER_PATH: Final[Spots] = (
    (190, 148),
    (240, 148),
    (238, 156),
    (186, 156),
    (184, 164),
    (226, 164),
    (210, 172),
    (186, 172),
)
RIBS: Final[dict[str, tuple[tuple[int, int], tuple[int, int]]]] = {
    "rib_4": ((284, 116), (5, -2)),
    "rib_5": ((288, 130), (5, -1)),
    "rib_6": ((290, 144), (5, 1)),
}
"""Where each rib is cracked, and the direction in which it rides with the breath."""

SLASH_STATES: Final = ("open", "clamped", "knitted", "closed")
LIVER_STATES: Final = ("bleeding", "ruptured", "healed")
RIB_STATES: Final = ("cracked", "set")
WOUND_COLORS: Final = [*colors_of("blood", "skin"), "pink3", "ink", "steel2", "steel3", "heal3"]


def _new() -> Sketch:
    return Sketch(WIDTH, HEIGHT, samples=4)


def _moved(points: Spots, dx: float, dy: float) -> Points:
    return [(x + dx, y + dy) for x, y in points]


def _along(points: Spots, share: float) -> tuple[float, float]:
    spots = smooth(points, 101)
    x, y = spots[round(share * 100)]
    return float(x), float(y)


def _draw_open(sketch: Sketch, path: Spots, seed: int) -> None:
    """A gaping cut: dark lips, wet red, a bright core, blood running down."""
    sketch.taper(path, "blood0", [0.5, 7.6, 8.0, 0.5])
    sketch.taper(path, "blood1", [0.3, 5.2, 5.6, 0.3])
    sketch.taper(_moved(path, -0.4, -0.8), "blood2", [0.2, 2.2, 2.4, 0.2])
    sketch.taper(_moved(path[1:3], -0.8, -1.6), "pink3", [0.2, 0.9, 0.2])
    for i, share in enumerate((0.2, 0.42, 0.6, 0.8)):
        x, y = _along(path, share)
        length = 6 + (seed * 7 + i * 10) % 13
        sketch.taper(
            [(x - 1, y + 2), (x - 2, y + 2 + length * 0.5), (x - 1.4, y + 2 + length)],
            "blood1",
            [2.0, 1.5, 0.8],
        )
        sketch.ellipse(x - 1.4, y + 2 + length, 1.2, 1.5, "blood1")
        sketch.ellipse(x - 1.8, y + 1.6 + length, 0.5, 0.6, "blood2")


def _draw_clamped(sketch: Sketch, path: Spots) -> None:
    """Held together: the lips meet, little blood, three clips of chakra steel across."""
    sketch.taper(path, "blood0", [0.4, 4.4, 4.6, 0.4])
    sketch.taper(path, "blood1", [0.3, 2.4, 2.6, 0.3])
    sketch.taper(_moved(path, -0.2, -0.6), "blood2", [0.1, 0.8, 0.8, 0.1])
    for share in (0.22, 0.5, 0.78):
        x, y = _along(path, share)
        sketch.taper([(x - 2.4, y - 4.4), (x + 2.4, y + 4.4)], "ink", [2.6, 2.6])
        sketch.taper([(x - 2.2, y - 4.0), (x + 2.2, y + 4.0)], "steel2", [1.5, 1.5])
        sketch.ellipse(x - 1.6, y - 3.2, 0.7, 0.7, "steel3")


def _draw_knitted(sketch: Sketch, path: Spots) -> None:
    """Flesh has grown together under a seam of fine stitches."""
    sketch.taper(path, "skin0", [0.3, 2.6, 2.8, 0.3])
    sketch.taper(path, "blood1", [0.2, 1.4, 1.5, 0.2])
    for i in range(9):
        x, y = _along(path, 0.08 + i * 0.105)
        sketch.taper([(x - 1.4, y - 3.0), (x + 1.4, y + 3.0)], "heal3", [0.9, 0.9])


def _draw_closed(sketch: Sketch, path: Spots) -> None:
    """A pale line that will be gone by summer."""
    sketch.taper(_moved(path, 0.3, 1.0), "skin1", [0.2, 1.3, 1.4, 0.2])
    sketch.taper(path, "skin4", [0.2, 1.3, 1.4, 0.2])


def slash(name: str, state: str) -> Image:
    """One cut in one state, alone on a picture of full size."""
    path = SLASHES[name]
    sketch = _new()
    if state == "open":
        _draw_open(sketch, path, int(name[-1]))
    elif state == "clamped":
        _draw_clamped(sketch, path)
    elif state == "knitted":
        _draw_knitted(sketch, path)
    else:
        _draw_closed(sketch, path)
    image = sketch.pixels(WOUND_COLORS)
    if state == "closed":
        image[..., 3] = image[..., 3] // 255 * 170
    return image


def liver(state: str) -> Image:
    """The liver as the scan shows it through the skin."""
    sketch = _new()
    body, dark, edge = {
        "bleeding": ("blood2", "blood1", "lamp2"),
        "ruptured": ("blood1", "blood0", "blood2"),
        "healed": ("red3", "red2", "heal3"),
    }[state]
    shape = sketch.fill(LIVER_OUTLINE, body, edge, 1.6)
    lower = [(178, 162), (196, 170), (226, 164), (252, 148), (240, 164), (196, 186), (176, 180)]
    sketch.fill(lower, dark, clip=shape)
    sketch.taper([(224, 144), (222, 156), (214, 170)], dark, [0.8, 1.8, 0.8], clip=shape)
    if state != "healed":
        tear = [(192, 152), (202, 160), (208, 158), (218, 166)]
        sketch.taper(tear, "blood0", [0.8, 4.4, 3.4, 0.5])
        sketch.taper(tear, "ink", [0.3, 1.8, 1.4, 0.3])
        for x, y in ((200, 166), (207, 170), (196, 160)):
            sketch.ellipse(x, y, 1.6, 1.6, "blood2")
    if state == "ruptured":
        for tear in (
            [(204, 146), (212, 154), (228, 152), (238, 158)],
            [(184, 160), (194, 172), (204, 174)],
        ):
            sketch.taper(tear, "ink", [0.5, 2.8, 2.4, 0.4])
        for x, y, size in ((190, 186, 3.4), (204, 182, 2.8), (226, 172, 2.6), (240, 166, 2.0)):
            sketch.ellipse(x, y, size, size * 0.8, "blood1")
            sketch.ellipse(x - 0.6, y - 0.6, size * 0.4, size * 0.3, "blood2")
    image = sketch.pixels()
    image[..., 3] = image[..., 3] // 255 * 190
    return image


def _rib_points(index: int, side: int) -> list[tuple[float, float]]:
    """Rib `index` 0..5 from the breastbone outwards; 2, 3, 4 pass the three cracks on the right."""
    y = 76 + index * 13.6
    return [
        (240 + side * 5, y + 6 + index * 2.0),
        (240 + side * 26, y - 2 + index * 0.6),
        (240 + side * 45, y + 12.8 + index * 0.2),
        (240 + side * (63 - index * 0.8), y + 34),
    ]


def _rib_through(spot: tuple[int, int]) -> list[tuple[float, float]]:
    """A rib whose curve passes through its crack."""
    x, y = spot
    return [(245, y - 2), (262, y - 11), (x - 6.0, y - 5), (x + 4.0, y + 4.5), (302, y + 25)]


def ribcage(*, whole: bool = False) -> Image:
    """Ribs and breastbone as the scan shows them: the sound ones, or the whole cage.

    Under the whole cage nobody can tell which ribs will prove to be cracked.
    """
    sketch = _new()
    for name in RIBS if whole else ():
        sketch.taper(_rib_through(RIBS[name][0]), "heal3", [1.8, 2.8, 3.2, 3.0, 1.4])
    for index in range(6):
        sketch.taper(_rib_points(index, -1), "heal3", [2.2, 3.2, 3.2, 1.6])
    for index in (0, 1):
        sketch.taper(_rib_points(index, 1), "heal3", [2.2, 3.2, 3.2, 1.6])
    sketch.taper(_rib_points(5, 1), "heal3", [2.0, 2.8, 2.6, 1.4])
    sketch.taper([(240, 56), (240, 90), (240, 130)], "heal3", [6, 5, 2.5])
    image = sketch.pixels()
    image[..., 3] = image[..., 3] // 255 * 150
    return image


def rib(name: str, state: str) -> Image:
    """One of the three hurt ribs: a hairline crack across it, or knit again."""
    spot, _ = RIBS[name]
    x, y = spot
    sketch = _new()
    color, shade = ("lamp3", "lamp2") if state == "cracked" else ("heal3", "heal2")
    points = _rib_through(spot)
    sketch.taper([(px, py + 0.9) for px, py in points], shade, [2.2, 3.2, 3.8, 3.6, 1.6])
    sketch.taper(points, color, [1.8, 2.6, 3.0, 2.8, 1.2])
    if state == "cracked":
        line = [(x + 2.4, y - 5.4), (x - 0.4, y - 1.8), (x + 1.6, y - 0.2), (x - 1.8, y + 4.6)]
        sketch.taper(line, "ink", [1.0, 1.3, 1.3, 0.9])
    else:
        sketch.ellipse(x - 0.4, y - 0.4, 3.4, 2.6, "heal2")
        sketch.ellipse(x - 0.8, y - 0.8, 2.2, 1.7, "heal3")
    image = sketch.pixels()
    image[..., 3] = image[..., 3] // 255 * 200
    return image


def blood_drop(frame: int) -> Image:
    """A drop that wells up, runs and lands; frames 0..3, 9x16."""
    sketch = Sketch(9, 16, samples=8)
    length = (0.0, 3.0, 8.0, 8.0)[frame]
    if frame < 3:
        sketch.taper([(4.5, 2), (4.2, 2.4 + length)], "blood1", [2.4, 1.4])
        sketch.ellipse(4.4, 3 + length, 1.7, 2.0, "blood1")
        sketch.ellipse(4.0, 2.6 + length, 0.7, 0.8, "blood2")
    else:
        sketch.ellipse(4.5, 13.5, 4.0, 1.8, "blood1")
        sketch.ellipse(3.6, 13.0, 1.4, 0.7, "blood2")
    return sketch.pixels()


def blood_pool(size: int) -> Image:
    """Blood that has spread on the skin; sizes 0..2."""
    width, height = ((16, 8), (26, 12), (38, 16))[size]
    sketch = Sketch(width, height, samples=8)
    sketch.ellipse(width / 2, height / 2, width / 2 - 1, height / 2 - 1, "blood0")
    sketch.ellipse(width / 2 - 1, height / 2 - 0.8, width / 2 - 3, height / 2 - 2.4, "blood1")
    sketch.ellipse(width * 0.36, height * 0.36, width * 0.12, height * 0.10, "blood2")
    return sketch.pixels()


def sand_specks(kind: int) -> Image:
    """Grains that a gust has blown into a wound; kinds 0..2, 28x18."""
    x, y = grid(28, 18)
    near = 1 - np.hypot((x - 13.5) / 14, (y - 8.5) / 9)
    dice = hash01(x, y, 70 + kind)
    image = canvas(28, 18)
    image[(dice > 0.93 - near * 0.10) & (near > 0)] = rgba("sand6")
    image[(dice > 0.97 - near * 0.04) & (near > 0)] = rgba("sand8")
    image[(dice < 0.03 + near * 0.03) & (near > 0)] = rgba("sand3")
    return image


def sweat_drop(frame: int) -> Image:
    """A drop of sweat before her own eyes; frames 0..2, 14x26, half clear."""
    sketch = Sketch(14, 26, samples=8)
    top = (10, 5, 1)[frame]
    drop = sketch.fill([(7, top, 1), (11.4, 17), (7, 24), (2.6, 17)], "moon1", "moon0", 1.0)
    sketch.fill([(7, top), (12, 17), (8, 24), (9, 16)], "moon0", clip=drop)
    sketch.ellipse(5.4, 16, 1.2, 2.0, "moon2")
    image = sketch.pixels()
    image[..., 3] = image[..., 3] // 255 * 150
    return image


def light_mask(radius: int, color: str = "steel3") -> Image:
    """A round light in dithered bands as an alpha channel, (2 radius) square."""
    x, y = grid(2 * radius, 2 * radius, -radius + 0.5, -radius + 0.5)
    strength = np.clip(1 - np.hypot(x, y) / radius, 0, 1) ** 1.05
    image = canvas(2 * radius, 2 * radius)
    image[..., :3] = rgb(color) if color != "steel3" else (255, 255, 255)
    image[..., 3] = (banded(np.clip(strength * 1.45, 0, 1), 7) * 255).astype(np.uint8)
    return image

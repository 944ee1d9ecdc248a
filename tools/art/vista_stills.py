"""The wide pictures that rest: the wait beside him, the results, the endings."""

from collections.abc import Callable
from typing import Final

import numpy as np

from tools.art import vista
from tools.art.dither import banded
from tools.art.lying_figure import asleep
from tools.art.noise import grid
from tools.art.palette import ramp, rgb, rgba
from tools.art.raster import canvas, dot, grid_sprite, outline, paste, tint
from tools.art.title_figure import WIND_FRAMES, sitting
from tools.art.vector import Sketch, colors_of
from tools.art.vista_cell import ending_cell
from tools.art.vista_dunes import Dune
from tools.art.vista_layers import DAWN_AIR, HEIGHT, NIGHT_AIR, WIDTH, Scene, dunes_of, with_moon


def wait() -> Scene:
    """The wait: a huge sky, one low dune, she sits beside him, a kunai in the sand."""
    scene = Scene()
    sky, stars = vista.sky(WIDTH, HEIGHT, 230, 14, stars=1.7, lift=-0.7, milky_way=1.35)
    scene.stars = stars
    scene.add("sky", with_moon(sky, 78, 60, 20), 0)
    scene.add("clouds", vista.clouds(480, 60, 44, "night4", 0.6), 30, y=120, drift=70)
    dunes = (
        Dune(120, 192, 200, 200, 0.8, 3.0, 1.4, 5, 216, 0.28),
        Dune(400, 196, 220, 160, 0.8, 3.2, 1.3, 8, 222, 0.22),
        Dune(250, 214, 330, 330, 0.9, 4.2, 1.0, 12, 268, 0.04, 0.7),
    )
    land = vista.flatten(
        [
            canvas(WIDTH, HEIGHT),
            vista.haze(WIDTH, HEIGHT, 194, 11, NIGHT_AIR, 5),
            dunes_of(dunes, NIGHT_AIR, WIDTH, 0),
        ]
    )
    x, y = grid(132, 13)
    shade = canvas(132, 13)
    shade[((x - 66) / 66) ** 2 + ((y - 6.5) / 6.5) ** 2 < 1] = rgba("sand0", 150)
    paste(land, shade, 262, 232)
    paste(land, asleep(), 260, 197)
    paste(land, shade[:, :76], 194, 225)
    for i, name in enumerate(("steel3", "steel3", "steel2", "stone4", "stone3", "stone3", "lamp2")):
        dot(land, 254 + i // 3, 236 - i, name)
    scene.add("land", land, 160)
    scene.figure("figure", [sitting(i) for i in range(WIND_FRAMES)], 186, 128, "land", 160, 14)
    return scene


def results() -> Scene:
    """A quiet sky with low dunes; dim in the middle, so that figures and badges read."""
    scene = Scene()
    sky, stars = vista.sky(WIDTH, HEIGHT, 236, 6, stars=0.8, lift=-1.2)
    scene.stars = [spot for spot in stars if spot[1] < 40]
    scene.add("sky", with_moon(sky, 50, 36, 13), 0)
    dunes = (
        Dune(90, 226, 200, 220, 0.8, 2.6, 1.2, 5, 246, 0.2),
        Dune(360, 230, 220, 200, 0.8, 2.8, 1.1, 8, 252, 0.14),
        Dune(210, 244, 240, 260, 0.8, 3.4, 0.8, 12, 284),
    )
    scene.add("land", dunes_of(dunes, NIGHT_AIR, WIDTH, 0), 160)
    return scene


TINY_KEY: Final = {
    "k": "ink",
    "t": "tan2",
    "T": "tan3",
    "f": "skin2",
    "v": "vest1",
    "V": "vest2",
    "n": "night2",
    "p": "pink2",
    "P": "pink3",
    "r": "red2",
    "b": "tan1",
}
TINY_GUARD: Final = (
    ".tT..",
    "tTTt.",
    "tfft.",
    ".tt..",
    "vVVv.",
    "vVVv.",
    "vvvv.",
    ".nn..",
    ".nn..",
    ".nn..",
)
TINY_WALKER: Final = (
    (".ppp.", "pPPp.", "pPppp", ".pppp", ".vvpp", "rvvr.", ".vv..", ".bb..", ".bb..", "b..b."),
    (".ppp.", "pPPp.", "pPpp.", ".pppp", ".vvpp", "rvvrp", ".vv..", ".bb..", ".bb..", ".bb.."),
)


def ending_gate() -> Scene:
    """Before the village at the end of the night: the cliff near, its windows lit, warm sand."""
    scene = Scene()
    sky, stars = vista.sky(WIDTH, HEIGHT, 200, 5, stars=0.7, lift=0.2)
    scene.stars = stars
    scene.add("sky", with_moon(sky, 60, 44, 16), 0)
    wall, light = vista.village(WIDTH, HEIGHT, 120, 470, 40, 218, 11, near=2)
    glow_x, glow_y = grid(WIDTH, HEIGHT)
    gate_x = 120 + 350 * 0.47
    pool = np.clip(1 - np.hypot(glow_x - gate_x, (glow_y - 216) * 2.1) / 120, 0, 1) ** 1.2
    warm = canvas(WIDTH, HEIGHT)
    warm[..., :3] = rgb("lamp1")
    warm[..., 3] = (banded(pool, 6, 1.0) * 120).astype(np.uint8)
    dunes = (
        Dune(300, 215, 600, 600, 0.8, 3.4, 2.6, 3, 226, 0.16),
        Dune(60, 206, 200, 180, 0.8, 3.6, 1.3, 5, 232, 0.12),
        Dune(420, 212, 160, 160, 0.8, 3.8, 1.2, 8, 246, 0.06),
        Dune(30, 228, 160, 330, 0.85, 4.6, 0.8, 12, 300, 0, 0.8),
    )
    sand = dunes_of(dunes, NIGHT_AIR, WIDTH, 0)
    guard = outline(grid_sprite(TINY_GUARD, TINY_KEY))
    for x in (gate_x - 26, gate_x + 15):
        paste(sand, guard, x, 208)
    scene.add("land", vista.flatten([canvas(WIDTH, HEIGHT), wall, light, sand, warm]), 160)
    return scene


def ending_dawn() -> Scene:
    """Morning over empty dunes: footprints lead away from the viewer."""
    scene = Scene()
    sky, _ = vista.sky(
        WIDTH, HEIGHT, 196, 8, colors=vista.DAWN_SKY, stars=0.15, lift=1.3, milky_way=0
    )
    scene.add("sky", sky, 0)
    scene.add("clouds", vista.clouds(480, 90, 51, "sand6", 0.9), 30, y=84, drift=60)
    dunes = (
        Dune(380, 176, 220, 160, 0.8, 4.6, 2.4, 5, 208, 0.34),
        Dune(130, 182, 190, 220, 0.8, 4.9, 2.2, 8, 218, 0.24),
        Dune(420, 204, 240, 160, 0.7, 5.3, 1.9, 18, 250, 0.08),
        Dune(210, 208, 330, 330, 0.9, 5.8, 1.5, 12, 310, 0, 0.8),
    )
    land = vista.flatten(
        [
            canvas(WIDTH, HEIGHT),
            vista.haze(WIDTH, HEIGHT, 180, 14, DAWN_AIR, 5),
            dunes_of(dunes, DAWN_AIR, WIDTH, 0),
        ]
    )
    for i in range(26):
        far = i / 25
        x, y = 120 + 86 * far**0.8 + (2 if i % 2 else -2) * (1 - far), 268 - 58 * far
        for dx in range(3 if far < 0.5 else 2):
            dot(land, x + dx, y, "sand3")
        dot(land, x, y + 1, "sand7")
    scene.add("land", land, 160)
    walker = [outline(grid_sprite(rows, TINY_KEY)) for rows in TINY_WALKER]
    scene.figure("walker", walker, 203, 198, "land", 160, 26)
    return scene


def ending_cold() -> Scene:
    """The coldest hour: no moon, a single kunai upright in the sand."""
    scene = Scene()
    sky, stars = vista.sky(WIDTH, HEIGHT, 214, 19, stars=1.3, lift=-1.6, milky_way=0.8)
    scene.stars = stars
    scene.add("sky", sky, 0)
    dunes = (
        Dune(110, 196, 200, 200, 0.8, 2.2, 1.0, 5, 222, 0.16),
        Dune(380, 200, 220, 180, 0.8, 2.4, 0.9, 8, 228, 0.10),
        Dune(236, 216, 300, 320, 0.9, 3.0, 0.6, 12, 290, 0, 0.8),
    )
    land = dunes_of(dunes, NIGHT_AIR, WIDTH, 0)
    sketch = Sketch(20, 44)
    sketch.ellipse(10, 4.5, 3.2, 3.2, "steel1", "ink", 1.0)
    sketch.ellipse(10, 4.5, 1.4, 1.4, "night1")
    sketch.fill([(8.6, 8, 1), (11.4, 8, 1), (11.4, 19, 1), (8.6, 19, 1)], "stone3", "ink", 1.0)
    blade = sketch.fill(
        [(10, 19, 1), (14.6, 25, 1), (11.6, 43, 1), (8.4, 43, 1), (5.4, 25, 1)],
        "steel2",
        "ink",
        1.0,
    )
    sketch.fill([(10, 19, 1), (5.4, 25, 1), (8.4, 43, 1), (10, 43, 1)], "steel3", clip=blade)
    paste(
        land,
        tint(sketch.pixels(colors_of("steel", "stone", "ink", "night")), (0.8, 0.8, 0.98)),
        296,
        189,
    )
    sand_x, sand_y = grid(44, 9)
    heap = ((sand_x - 22) / 22) ** 2 + ((sand_y - 5) / 4.6) ** 2 < 1
    mound = vista.tone_layer(4.6 - sand_x / 14, heap, ramp("sand"), 0.5)
    paste(land, mound, 286, 224)
    scene.add("land", land, 160)
    return scene


SCENES: Final[dict[str, Callable[[], Scene]]] = {
    "wait": wait,
    "results": results,
    "ending_gate": ending_gate,
    "ending_dawn": ending_dawn,
    "ending_cold": ending_cold,
    "ending_cell": ending_cell,
}

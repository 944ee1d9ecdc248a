"""The wide pictures that live: the title in many layers, the talk in two moods of the night."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from tools.art import vista, vista_stills
from tools.art.logo import logo
from tools.art.noise import fbm, grid
from tools.art.palette import ramp, rgb, rgba
from tools.art.props_plants import agave, shrub
from tools.art.raster import Image, canvas, paste, tint
from tools.art.title_figure import WIND_FRAMES, standing
from tools.art.vista_dunes import Dune
from tools.art.vista_layers import (
    DAWN_AIR,
    HEIGHT,
    MARGIN,
    NIGHT_AIR,
    WIDE,
    WIDTH,
    Scene,
    dunes_of,
    layer_of,
    with_moon,
)


def tuft(width: int, height: int, seed: int) -> Image:
    """A plant of the foreground in its own shadow: agaves, and dry brush every third time."""
    dry = seed % 3 == 0
    plant = shrub(seed, width, height, 60, dead=True) if dry else agave(seed, width, height)
    return tint(plant, (0.62, 0.60, 0.82))


def _foreground(width: int, seed: int, tufts: Sequence[tuple[int, int]]) -> Image:
    """The dark ridge nearest to the viewer, with grass on it."""
    x, y = grid(width, HEIGHT)
    line_x = np.linspace(0, width, 7)
    line_y = np.array([258, 252, 262, 267, 262, 254, 244], float)
    top = np.interp(x[0], line_x, line_y) + (fbm(x[0] / 20, x[0] * 0, seed, 2) - 0.5) * 5
    tone = np.clip(0.6 + (fbm(x / 30, y / 6, 9, 2) - 0.5) * 1.4, 0, 2)
    layer = vista.tone_layer(tone, y >= top[None], ramp("sand"), 0.5)
    edge = (y >= top[None]) & (y < top[None] + 1)
    layer[edge, :3] = rgb("sand3")
    for place, kind in tufts:
        plant = tuft(36, 24, kind)
        down = int(top[min(place, width - 1)]) + 3 - plant.shape[0]
        paste(layer, plant, place - plant.shape[1] // 2, down)
    return layer


TITLE_FAR: Final = (
    Dune(478, 184, 170, 60, -0.9, 3.3, 1.7, 3, 206, 0.25),
    Dune(214, 180, 190, 210, 0.8, 3.5, 1.6, 5, 210, 0.22),
    Dune(402, 190, 150, 170, 0.7, 3.8, 1.5, 18, 224, 0.10),
)
TITLE_MIDDLE: Final = (
    Dune(268, 204, 190, 150, 0.7, 4.1, 1.2, 8, 240, 0.04),
    Dune(470, 206, 170, 120, -0.5, 4.3, 1.1, 19, 262),
    Dune(356, 228, 210, 190, 0.8, 4.6, 0.9, 29, 290),
)
TITLE_NEAR: Final = (Dune(84, 196, 200, 300, 0.85, 5.2, 0.5, 12, 300, 0, 0.8),)
TITLE_MESAS: Final = (
    (0, 158),
    (54, 156),
    (68, 146),
    (108, 145),
    (128, 158),
    (174, 164),
    (224, 164),
    (254, 154),
    (274, 150),
    (286, 163),
    (324, 168),
    (528, 170),
)


def title() -> Scene:
    """The living title: every distance is a layer of its own, she stands on the near crest."""
    scene = Scene()
    sky, stars = vista.sky(WIDE, HEIGHT, 190, 3)
    scene.stars = [(x - MARGIN, y) for x, y in stars if 0 <= x - MARGIN < WIDTH]
    scene.add("sky", sky, 0)
    face = vista.moon(50)
    half = face.shape[1] // 2
    scene.add("moon", layer_of(face, 92 + MARGIN - half, 92 - half), 20)
    scene.add("clouds", vista.clouds(480, 90, 21, "night4", 0.8), 30, y=62, drift=150)
    scene.add("mesas", vista.mesas(WIDE, HEIGHT, TITLE_MESAS, 7), 60)
    wall, light = vista.village(WIDE, HEIGHT, 318 + MARGIN, 470 + MARGIN, 118, 192)
    scene.add("village", wall, 90)
    scene.add("lights", light, 90)
    scene.add("haze", vista.haze(WIDE, HEIGHT, 182, 12, NIGHT_AIR, 3), 110)
    scene.add("dunes_far", dunes_of(TITLE_FAR, NIGHT_AIR), 160)
    scene.add("dunes_middle", dunes_of(TITLE_MIDDLE, NIGHT_AIR), 320)
    near = dunes_of(TITLE_NEAR, NIGHT_AIR)
    shadow = canvas(46, 7)
    x, y = grid(46, 7)
    shadow[((x - 22.5) / 23) ** 2 + ((y - 3) / 3.4) ** 2 < 1] = rgba("sand0", 150)
    paste(near, shadow, 72 + MARGIN, 196)
    scene.add("dune_near", near, 560)
    scene.add("sand", vista.blown_sand(480, 92, 21), 700, y=170, drift=3600)
    scene.add("foreground", _foreground(WIDE, 3, ((48, 4), (416, 6), (462, 8), (492, 3))), 1000)
    frames = [standing(i) for i in range(WIND_FRAMES)]
    scene.figure("figure", frames, 42, 95, "dune_near", 560, 11)
    scene.pictures["logo"] = logo()
    return scene


def _talk(dawn: bool) -> Scene:
    """Dunes and sky behind the talk, calm in the middle where the choices stand."""
    scene = Scene()
    colors = vista.DAWN_SKY if dawn else vista.NIGHT_SKY
    air = DAWN_AIR if dawn else NIGHT_AIR
    sky, stars = vista.sky(
        WIDTH,
        HEIGHT,
        196,
        9,
        colors=colors,
        stars=0.35 if dawn else 1.0,
        lift=0.6 if dawn else -0.2,
        milky_way=0.3 if dawn else 1.0,
    )
    scene.stars = stars
    scene.add("sky", with_moon(sky, 236, 100 if dawn else 84, 26, 0.6 if dawn else 1.0), 0)
    scene.add(
        "clouds", vista.clouds(480, 80, 33, "sand4" if dawn else "night4", 0.8), 30, y=70, drift=90
    )
    skyline = (
        (0, 166),
        (60, 162),
        (84, 154),
        (130, 153),
        (150, 166),
        (300, 168),
        (380, 158),
        (480, 164),
    )
    mesas = vista.mesas(WIDTH, HEIGHT, skyline, 17)
    lift = 0.5 if dawn else 0.0
    dunes = (
        Dune(120, 178, 180, 190, 0.8, 3.3 + lift, 1.6 + lift, 5, 208, 0.26),
        Dune(330, 182, 200, 180, 0.8, 3.5 + lift, 1.5 + lift, 8, 212, 0.20),
        Dune(214, 194, 180, 230, 0.8, 4.0 + lift, 1.2 + lift, 18, 244, 0.06),
        Dune(430, 206, 190, 120, 0.7, 4.4 + lift, 1.0 + lift, 29, 262),
        Dune(70, 214, 160, 260, 0.85, 4.9 + lift, 0.7 + lift, 12, 300, 0, 0.8),
    )
    land = [mesas, vista.haze(WIDTH, HEIGHT, 176, 13, air, 5), dunes_of(dunes, air, WIDTH, 0)]
    scene.add("land", vista.flatten([canvas(WIDTH, HEIGHT), *land]), 160)
    scene.add("sand", vista.blown_sand(480, 80, 25, 8), 400, y=186, drift=1800)
    return scene


SCENES: Final[dict[str, Callable[[], Scene]]] = {
    "title": title,
    "talk_night": lambda: _talk(dawn=False),
    "talk_dawn": lambda: _talk(dawn=True),
    **vista_stills.SCENES,
}


def make(assets: Path) -> None:
    """Write every scene below `vistas/`."""
    for name, draw in SCENES.items():
        draw().write(assets, name)

"""Instruments of the HUD: compass, noise graph, heart trace, flow band, trust needle, wound tags.

Like `widgets`, each draws on a 480x270 canvas from plain arguments. Headings are the game's 1024
steps a turn, 0 east, clockwise; strengths are per mille.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np
import pygame
from numpy.typing import NDArray

from game.view.font import Font
from game.view.palette import rgb
from game.view.widgets import PER_MILLE, panel, rect

HEADINGS: Final = 1024
_TALLEST_BAR_PX: Final = 10
_ARC_STEP: Final = 8
"""Arcs are drawn at every eighth heading (under 3 degrees), so that few pictures are kept."""

CHAKRA_ARC: Final = ("chak0", "chak1", "chak2", "chak3")
LAMP_ARC: Final = ("lamp0", "lamp1", "lamp2", "lamp3")


@dataclass(frozen=True, slots=True)
class Arc:
    """A direction known with an error: a fuzzy sector on the compass.

    half_width is the error in headings, strength 0..1000 how bright it is.
    """

    heading: int
    half_width: int
    strength: int = PER_MILLE
    ramp: tuple[str, str, str, str] = CHAKRA_ARC


@lru_cache(maxsize=4)
def _polar(radius: int) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Distance, heading and dither threshold of each pixel of a disc's square."""
    y, x = np.mgrid[-radius : radius + 1, -radius : radius + 1].astype(np.float64)
    heading = np.arctan2(y, x) * HEADINGS / (2 * np.pi)
    order = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]])
    side = 2 * radius + 1
    threshold = (np.tile(order, (side // 4 + 1, side // 4 + 1))[:side, :side] + 0.5) / 16
    return np.hypot(x, y), heading, threshold


@lru_cache(maxsize=64)
def _disc(radius: int, arcs: tuple[Arc, ...]) -> pygame.Surface:
    """The compass without its needle."""
    distance, heading, threshold = _polar(radius)
    side = 2 * radius + 1
    pixels = np.zeros((side, side, 4), np.uint8)
    pixels[distance <= radius] = (*rgb("night1"), 210)
    for arc in arcs:
        off = np.abs((heading - arc.heading + HEADINGS / 2) % HEADINGS - HEADINGS / 2)
        across = np.clip(1 - off / max(arc.half_width, 1), 0, 1) ** 0.8
        along = np.clip((distance - radius * 0.3) / (radius * 0.5), 0, 1)
        tone = across * along * 4 * arc.strength / PER_MILLE
        step = np.floor(tone + threshold).astype(int) * (distance < radius - 2)
        for i, name in enumerate(arc.ramp, 1):
            pixels[step == i] = (*rgb(name), 255)
    y, x = np.mgrid[-radius : radius + 1, -radius : radius + 1]
    edge = (distance <= radius - 1) & (distance > radius - 2.1)
    pixels[(distance <= radius) & (distance > radius - 1.1)] = (*rgb("ink"), 255)
    pixels[edge] = (*rgb("night4"), 255)
    pixels[edge & (x + y < -radius * 0.3)] = (*rgb("moon0"), 255)
    for eighth in range(8):
        angle = eighth * math.pi / 4
        cardinal = eighth % 2 == 0
        for i in range(4 if cardinal else 2):
            px = radius + round(math.cos(angle) * (radius - 4 - i))
            py = radius + round(math.sin(angle) * (radius - 4 - i))
            pixels[py, px] = (*rgb("steel2" if cardinal else "moon0"), 255)
    return pygame.image.frombytes(pixels.tobytes(), (side, side), "RGBA")


def compass(
    target: pygame.Surface,
    font: Font,
    center_x: int,
    center_y: int,
    radius: int,
    arcs: Sequence[Arc],
    facing: int,
    *,
    north: str,
) -> None:
    """A round compass, ``north`` up: a fuzzy arc for each sensed thing, her facing as needle."""
    snapped = tuple(
        Arc(
            arc.heading // _ARC_STEP * _ARC_STEP % HEADINGS,
            arc.half_width // _ARC_STEP * _ARC_STEP,
            arc.strength // 50 * 50,
            arc.ramp,
        )
        for arc in arcs
    )
    target.blit(_disc(radius, snapped), (center_x - radius, center_y - radius))
    angle = facing * 2 * math.pi / HEADINGS
    for i in range(2, radius * 42 // 100):
        spot = center_x + round(math.cos(angle) * i), center_y + round(math.sin(angle) * i)
        target.set_at(spot, rgb("pink3"))
    for dx, dy in ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)):
        target.set_at((center_x + dx, center_y + dy), rgb("steel3"))
    font.draw(
        target, north, center_x, center_y - radius - 1, rgb("sand8"), outline=rgb("ink"), align=0.5
    )


def noise_graph(
    target: pygame.Surface, x: int, y: int, levels: Sequence[int], *, loud: int
) -> None:
    """The sound she made of late, oldest first, as bars about a middle line at y.

    A level of ten or more is as high as a bar gets; those of ``loud`` and more stand out by colour
    and by a cap.
    """
    for i, level in enumerate(levels):
        tall = max(1, min(level, _TALLEST_BAR_PX))
        is_loud = level >= loud
        color = "pink2" if is_loud else "moon1" if level * 2 >= loud else "moon0"
        rect(target, x + i * 3, y - tall // 2, 2, tall, color)
        if is_loud:
            rect(target, x + i * 3, y - tall // 2 - 2, 2, 1, "lamp3")
    rect(target, x, y, len(levels) * 3, 1, "night4", 150)


_BEAT: Final = (0, 0, 0, -1, -2, -2, -1, 0, 0, 2, -14, -6, 9, 3, 0, 0, 0, -1, -3, -4, -3, -1)
"""One heart beat in pixels, downward positive, one step a pixel."""


def heart_trace(
    target: pygame.Surface,
    x: int,
    y: int,
    width: int,
    height: int,
    *,
    step: int,
    period: int,
    strength: int,
    flat: bool = False,
) -> None:
    """A running heart line on a grid: `step` pixels drawn so far, one beat each `period` pixels.

    strength 0..1000 scales the beats; a flat line is drawn for a heart that has stopped.
    """
    rect(target, x, y, width, height, "ink")
    for i in range(0, width, 10):
        rect(target, x + i, y, 1, height, "night2")
    for i in range(0, height, 8):
        rect(target, x, y + i, width, 1, "night2")
    middle = y + height * 58 // 100
    reach = height * 42 // 100
    shown = width - 8
    previous = middle
    for i in range(shown):
        phase = (step - shown + i) % max(period, len(_BEAT))
        beat = 0 if flat or phase >= len(_BEAT) else _BEAT[phase]
        spot = middle + max(-reach, min(reach, beat * strength // PER_MILLE))
        color = "heal3" if i > shown - 8 else "heal2" if i > shown // 2 else "heal1"
        upper, lower = min(previous, spot), max(previous, spot)
        rect(target, x + i, upper, 1, lower - upper + 1, color)
        previous = spot
    rect(target, x + shown, previous - 1, 2, 3, "heal3")


def flow_band(
    target: pygame.Surface,
    x: int,
    y: int,
    width: int,
    *,
    flow: int,
    good: tuple[int, int],
    tear: int,
) -> None:
    """The flow of her chakra, 0..1000: a green band where it heals, red where it tears.

    The needle shows the flow; the green band is also ribbed, so that it is told by its pattern.
    """
    low, high = (edge * width // PER_MILLE for edge in good)
    ripped = tear * width // PER_MILLE
    slack = max(2, (high - low) // 2)
    rect(target, x - 1, y - 1, width + 2, 7, "ink")
    for i in range(width):
        if low <= i < high:
            color = "heal2" if i % 2 else "heal1"
        elif i >= ripped:
            color = "blood1" if i % 4 else "blood2"
        elif low - slack <= i < high + slack:
            color = "lamp1"
        else:
            color = "blood0" if i < low else "lamp0"
        rect(target, x + i, y, 1, 5, color)
    needle = x + max(0, min(flow, PER_MILLE)) * (width - 1) // PER_MILLE
    rect(target, needle - 1, y - 3, 3, 11, "ink")
    rect(target, needle, y - 3, 1, 11, "moon2")
    rect(target, needle - 2, y - 4, 5, 2, "moon2")


def trust_needle(target: pygame.Surface, x: int, y: int, trust: int) -> None:
    """A compass needle between two marks: wary (a bar, left) and open (a ring, right).

    trust runs from -1000 to 1000; the piece is 41 px wide and 16 high.
    """
    center_x, base_y, radius = x + 20, y + 15, 14
    for degrees in range(200, 341, 10):
        angle = math.radians(degrees)
        spot = center_x + round(math.cos(angle) * radius), base_y + round(math.sin(angle) * radius)
        target.set_at(spot, rgb("moon0" if degrees % 20 else "moon1"))
    rect(target, x, y + 6, 3, 6, "ink")
    rect(target, x + 1, y + 5, 1, 8, "lamp2")
    for dx, dy in ((0, -2), (1, -1), (2, 0), (1, 1), (0, 2), (-1, 1), (-2, 0), (-1, -1)):
        target.set_at((x + 38 + dx, y + 9 + dy), rgb("chak3"))
    angle = math.radians(270 + max(-PER_MILLE, min(trust, PER_MILLE)) * 62 / PER_MILLE)
    for i in range(radius - 2):
        spot = center_x + round(math.cos(angle) * i), base_y + round(math.sin(angle) * i)
        target.set_at(spot, rgb("sand8" if i > 5 else "steel2"))
    rect(target, center_x - 1, base_y - 1, 3, 2, "steel3")


def wound_tag(
    target: pygame.Surface,
    font: Font,
    spot: tuple[int, int],
    tag: tuple[int, int],
    title: str,
    note: str,
    *,
    color: str,
    progress: int,
    touched: bool = False,
) -> None:
    """A ring at a wound (closing with progress 0..1000), a leader line, and a plate with two lines.

    tag is where the line meets the plate; the plate lies on the far side of the wound. While the
    wound is ``touched`` the ring is empty: the hand has a cross of its own.
    """
    x, y = spot
    tag_x, tag_y = tag
    length = max(abs(tag_x - x), abs(tag_y - y), 1)
    for i in range(8, length + 1):
        px, py = x + (tag_x - x) * i // length, y + (tag_y - y) * i // length
        rect(target, px, py + 1, 1, 1, "ink", 150)
        target.set_at((px, py), rgb(color))
    pygame.draw.circle(target, rgb("ink"), spot, 8, 1)
    pygame.draw.circle(target, rgb("night3"), spot, 7, 1)
    for i in range(max(0, min(progress, PER_MILLE)) * 44 // PER_MILLE):
        angle = -math.pi / 2 + i * 2 * math.pi / 44
        target.set_at((x + round(math.cos(angle) * 6), y + round(math.sin(angle) * 6)), rgb(color))
    if not touched:
        rect(target, x - 1, y, 3, 1, "moon2")
        rect(target, x, y - 1, 1, 3, "moon2")
    width = max(font.width(title), font.width(note)) + 12
    height = 2 * font.cap + 11
    left = tag_x - width if tag_x < x else tag_x
    top = tag_y - height // 2
    panel(target, left, top, width, height, alpha=230, edge=color, top=color)
    font.draw(target, title, left + 6, top + 4, rgb("sand8"))
    font.draw(target, note, left + 6, top + font.cap + 7, rgb(color))

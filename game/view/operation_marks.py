"""Light, sand, sweat and signs over the close-up: what is felt rather than seen."""

import math
from functools import lru_cache
from typing import Final

import numpy as np
import pygame

from game.content.strings import Strings
from game.sim.table import tuning
from game.sim.table.operation import Operation, TableNight
from game.sim.table.state import Depth, Doing
from game.sim.table.strokes import flow_band
from game.view.closeup import CloseUp
from game.view.font import Font
from game.view.palette import Rgb, rgb
from game.view.widgets import INK

_MOTES: Final = 26
_GRAINS: Final = 150
_SWEAT_STEPS: Final = 8
_DROPS: Final = 12


def draw_motes(canvas: pygame.Surface, touch: tuple[int, int], strength: int, tick: int) -> None:
    """Sparks of green that rise around the hand."""
    for number in range(_MOTES * strength // 1000):
        life = 40 + number * 13 % 30
        age = (tick + number * 37) % life
        angle = number * 2.399 + (tick + number * 37) // life
        reach = 16 + number * 29 % 38
        x = touch[0] + int(math.cos(angle) * reach)
        y = touch[1] - 4 + int(math.sin(angle) * reach * 0.8) - age // 3
        length = 1 + number % 4 * (life - age) // life
        for step in range(length):
            spot = (x, y + step)
            if canvas.get_rect().collidepoint(spot):
                canvas.set_at(spot, rgb("heal3" if step == 0 else "heal2"))


def draw_feeling(
    canvas: pygame.Surface,
    font: Font,
    strings: Strings,
    op: Operation,
    touch: tuple[int, int],
    right: int,
) -> None:
    """What the scan feels: rings that close and quicken with the tone, and a word for the depth,
    which ends before ``right``.

    A soft hurt ripples in whole rings, a hard one in broken ones.
    """
    x, y = touch
    rings = 1 + op.tone * 2 // 1000
    pace = 60 - op.tone * 44 // 1000
    for ring in range(rings):
        share = ((op.tick + ring * pace // rings) % pace) / pace
        radius = round(8 + (52 - op.tone * 22 / 1000) * share)
        color = rgb("heal3" if op.tone > 0 else "heal2")
        dash, drawn = (10, 5) if op.depth is Depth.HARD else (12, 11)
        steps = int(2 * math.pi * radius)
        for step in range(steps):
            if step % dash < drawn:
                _dot(canvas, x, y + 1, radius, step * 2 * math.pi / steps, INK)
        for step in range(steps):
            if step % dash < drawn:
                _dot(canvas, x, y, radius, step * 2 * math.pi / steps, color)
    for bar in range(8):
        lit = op.tone * 8 > bar * 1000
        height = 2 + bar
        left = x + 16 + bar * 3
        canvas.fill(INK, (left - 1, y - 19 - height, 4, height + 2))
        canvas.fill(rgb("heal3" if lit else "night4"), (left, y - 18 - height, 2, height))
    if op.light > 0:
        word = "operation_feel_hard" if op.depth is Depth.HARD else "operation_feel_soft"
        text = strings.text(word)
        left = min(x + 16, right - font.width(text))
        font.draw(canvas, text, left, y - 34, rgb("heal3"), outline=INK)


def draw_cursor(canvas: pygame.Surface, op: Operation, touch: tuple[int, int]) -> None:
    """Exactly where the hand works: a cross, in a ring that is whole when the flow is good."""
    if op.doing in (Doing.LOOK, Doing.WIPE):
        return
    x, y = touch
    low, high = flow_band(op.rules.tolerance_per_mille)
    good, tears = low <= op.flow <= high, op.flow > tuning.FLOW_TEARS and op.target != ""
    color = rgb("blood2" if tears else "heal3" if good else "lamp2" if op.flow else "moon1")
    for number in range(24):
        if not good and number % 4 >= 2:
            continue
        _dot(canvas, x, y, 5, number * 2 * math.pi / 24, color)
    canvas.fill(INK, (x - 2, y - 1, 5, 3))
    canvas.fill(INK, (x - 1, y - 2, 3, 5))
    canvas.fill(rgb("moon2"), (x - 1, y, 3, 1))
    canvas.fill(rgb("moon2"), (x, y - 1, 1, 3))
    if tears:
        for dx, dy in ((-8, -8), (8, -8), (-8, 8), (8, 8)):
            pygame.draw.line(canvas, color, (x + dx, y + dy), (x + dx // 2, y + dy // 2))


def _dot(canvas: pygame.Surface, x: int, y: int, radius: int, angle: float, color: Rgb) -> None:
    spot = (x + round(math.cos(angle) * radius), y + round(math.sin(angle) * radius))
    if canvas.get_rect().collidepoint(spot):
        canvas.set_at(spot, color)


def draw_grains(canvas: pygame.Surface, night: TableNight, tick: int) -> None:
    """A gust over the table: streaks and grains, thinner in a lee."""
    strength = night.gust_strength if not night.in_lee else night.gust_strength // 5
    width, height = canvas.get_size()
    for number in range(_GRAINS * strength // 1000):
        speed = 3 + number % 4
        x = (number * 131 + tick * speed) % (width + 40) - 20
        y = (number * 71 + tick * speed // 3 + number * number % 13) % height
        length = 1 + (number % 5 == 0) * (4 + number % 9)
        color = rgb("sand7" if number % 3 else "sand8")
        pygame.draw.line(canvas, color, (x, y), (x + length, y + length // 4))


def draw_sweat(canvas: pygame.Surface, closeup: CloseUp, op: Operation) -> None:
    """Sweat in her eyes: everything doubles, first at the rim, then all over; drops run down."""
    if op.sweat == 0:
        return
    step = 1 + op.sweat * (_SWEAT_STEPS - 1) // 1000
    veil = pygame.Surface(canvas.get_size(), pygame.SRCALPHA)
    veil.blit(canvas, (0, 0))
    veil.blit(_rim(*canvas.get_size(), step), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    sway = 2 if op.tick // 30 % 2 else 3
    canvas.blit(veil, (sway, 1))
    canvas.blit(veil, (-sway, 2))
    _draw_drops(canvas, closeup, op)


def _draw_drops(canvas: pygame.Surface, closeup: CloseUp, op: Operation) -> None:
    """Drops before her eyes, near the rim; they swell, then run."""
    width, height = canvas.get_size()
    for number in range(_DROPS * op.sweat // 1000):
        from_rim = 14 + number * 37 % 92
        x = from_rim if number % 2 == 0 else width - from_rim
        run = (op.tick * (1 + number % 3) // 4 + number * 53) % (height + 60)
        closeup.draw_part(canvas, f"sweat/drop_{min(2, run // 40)}", x, run - 20)


@lru_cache(maxsize=_SWEAT_STEPS + 1)
def _rim(width: int, height: int, step: int) -> pygame.Surface:
    """White with alpha that grows towards the rim, dithered in bands."""
    x, y = np.mgrid[0:width, 0:height].astype(np.float64)
    away = np.hypot((x - width / 2) / (width / 2), (y - height / 2) / (height / 2))
    tone = np.clip(away - 1.05 + step / _SWEAT_STEPS * 0.95, 0, 0.8)
    mask = pygame.Surface((width, height), pygame.SRCALPHA)
    mask.fill((205, 215, 255, 0))
    alpha = pygame.surfarray.pixels_alpha(mask)
    alpha[:] = (np.floor(tone * 6) / 6 * 200).astype(np.uint8)
    del alpha
    return mask

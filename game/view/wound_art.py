"""How wounds look on him: gashes that knit spot by spot, liver and ribs seen through the skin.

Each state is painted once from the wound's own path; here the states are put together for the spots
that are done and those that are not. Made anew only when a wound has changed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import pygame
from numpy.typing import NDArray

from game.core.units import SUB
from game.sim.table import tuning
from game.sim.table.definition import OperationDef, WoundDef, WoundKind, sway_sub
from game.sim.table.operation import Operation, Stage
from game.sim.table.wounds import Wound, choose_target
from game.view.closeup import SIZE, CloseUp
from game.view.palette import rgb
from game.view.pen import SAMPLES, Pen, per_pixel, surface_of
from game.view.wound_paint import (
    CLOSED_ALPHA,
    LIVER_ALPHA,
    RIB_ALPHA,
    CutState,
    paint_cut,
    paint_liver,
    paint_rent,
    paint_rib,
)

_MARGIN_PX: Final = 28
_RIB_MARGIN_PX: Final = 34
_ORGAN_MARGIN_PX: Final = 12
_SAND_EVERY_PX: Final = 18
_HEALED_ALPHA: Final = 110

Pixels = NDArray[Any]


@dataclass(slots=True)
class _Gash:
    """A slash's pictures as arrays, and which spot of it each pixel belongs to."""

    area: pygame.Rect
    spot: Pixels
    grain: Pixels
    """Noise 0..1 by which a half-knitted spot closes pixel by pixel."""
    wound: WoundDef
    _states: dict[CutState, Pixels] = field(default_factory=dict)

    def state(self, name: CutState) -> Pixels:
        """The slash in one of its states, painted when it is first needed."""
        found = self._states.get(name)
        if found is None:
            pen = Pen(self.area)
            paint_cut(pen, self.wound.path, name, self.wound.path[0][0])
            found = self._states[name] = pen.pixels(CLOSED_ALPHA if name == "closed" else 255)
        return found


@dataclass(slots=True)
class WoundArt:
    """Draws the wounds of one definition."""

    definition: OperationDef
    closeup: CloseUp
    shirt: pygame.Surface = field(init=False)
    """The shirt with a rent over each slash."""
    _gashes: dict[str, _Gash] = field(default_factory=dict)
    _painted: dict[str, pygame.Surface] = field(default_factory=dict)
    _made: dict[str, tuple[tuple[int, ...], pygame.Surface]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Paint what has to be there at once: the rents, and the slashes as they are found."""
        self.shirt = self.closeup.figure(self.definition.figure).shirt.copy()
        for wound_def in self.definition.wounds:
            if wound_def.kind is WoundKind.SLASH:
                _tear(self.shirt, wound_def)
                self._gash(wound_def).state("open")

    def draw_skin(self, canvas: pygame.Surface, op: Operation) -> None:
        """The slashes: open, clamped, knitted, closed, fouled."""
        for wound, wound_def in zip(op.wounds, self.definition.wounds, strict=True):
            if wound.kind is WoundKind.SLASH:
                gash = self._gash(wound_def)
                canvas.blit(self._slash(wound, gash), gash.area)
                if wound.sand > 0:
                    self._draw_sand(canvas, wound_def)

    def draw_deep(self, canvas: pygame.Surface, op: Operation) -> None:
        """What she has felt under the skin: liver and ribs, once they are found."""
        for wound, wound_def in zip(op.wounds, self.definition.wounds, strict=True):
            if not wound.found:
                continue
            match wound.kind:
                case WoundKind.LIVER:
                    self._draw_liver(canvas, wound, wound_def)
                case WoundKind.RIB:
                    self._draw_rib(canvas, wound, wound_def, op.tick)
                case WoundKind.SLASH:
                    pass

    def draw_path(self, canvas: pygame.Surface, op: Operation) -> None:
        """What is left to do and what is done along a wound, over the hand: the one at work, or
        the one that her chakra would take hold of here."""
        hand, width = (op.touch_x, op.touch_y), op.rules.tolerance_per_mille
        under = op.target or choose_target(op.wounds, self.definition, "", hand, op.tick, width)
        if not under:
            return
        wound, wound_def = op.wound(under), self.definition.wound(under)
        if len(wound.spots) == 1:
            return
        last = len(wound_def.marks) - 1
        for number, work in enumerate(wound.spots):
            mark = min(number * tuning.SPOT_PX, last)
            x, y = (part // SUB for part in wound_def.marks[mark])
            if work < tuning.SPOT_DONE:
                canvas.fill(rgb("ink"), (x, y + 1, 2, 1))
                canvas.fill(rgb("lamp3" if work > 0 else "sand7"), (x, y, 2, 1))
            elif wound.kind is WoundKind.LIVER:
                for step in wound_def.marks[mark : min(mark + tuning.SPOT_PX, last) + 1]:
                    canvas.set_at((step[0] // SUB, step[1] // SUB), rgb("heal2"))

    def _gash(self, wound_def: WoundDef) -> _Gash:
        gash = self._gashes.get(wound_def.id)
        if gash is None:
            gash = self._gashes[wound_def.id] = _measure(wound_def)
        return gash

    def _slash(self, wound: Wound, gash: _Gash) -> pygame.Surface:
        quarters = (work * 4 // tuning.SPOT_DONE for work in wound.spots)
        look = (*quarters, int(wound.stage))
        made = self._made.get(wound.id)
        if made is None or made[0] != look:
            made = self._made[wound.id] = (look, _put_together(wound, gash))
        return made[1]

    def _draw_liver(self, canvas: pygame.Surface, wound: Wound, wound_def: WoundDef) -> None:
        state = "healed" if wound.done else "ruptured" if wound.ruptured else "bleeding"
        outline = wound_def.outline or _round(wound_def.path)
        area = _around(outline, _MARGIN_PX)

        def paint() -> pygame.Surface:
            pen = Pen(area)
            paint_liver(pen, outline, state)
            return surface_of(pen.pixels(_HEALED_ALPHA if wound.done else LIVER_ALPHA))

        canvas.blit(self._kept(f"{wound.id}/{state}", paint), area)

    def _draw_rib(
        self, canvas: pygame.Surface, wound: Wound, wound_def: WoundDef, tick: int
    ) -> None:
        sway_x, sway_y = (part // SUB for part in sway_sub(wound_def, tick))
        state = "set" if wound.done else "cracked"
        spot = wound_def.path[0]
        area = _around([spot, (SIZE[0] // 2, spot[1])], _RIB_MARGIN_PX)

        def paint() -> pygame.Surface:
            pen = Pen(area)
            paint_rib(pen, spot, SIZE[0] / 2, state)
            return surface_of(pen.pixels(RIB_ALPHA))

        canvas.blit(self._kept(f"{wound.id}/{state}", paint), area.move(sway_x, sway_y))
        if wound.stage is Stage.CRACKED:
            # the ends stand apart until they are in line
            x, y = spot
            canvas.fill(rgb("blood2"), (x + sway_x - 1, y + sway_y - 4, 2, 2))
            canvas.fill(rgb("blood2"), (x + sway_x + 1, y + sway_y + 3, 2, 2))

    def _kept(self, name: str, paint: Callable[[], pygame.Surface]) -> pygame.Surface:
        """A picture that is painted when it is first needed."""
        found = self._painted.get(name)
        if found is None:
            found = self._painted[name] = paint()
        return found

    def _draw_sand(self, canvas: pygame.Surface, wound_def: WoundDef) -> None:
        marks = wound_def.marks[_SAND_EVERY_PX // 2 :: _SAND_EVERY_PX]
        for number, (x, y) in enumerate(marks):
            self.closeup.draw_part(canvas, f"sand/specks_{number % 3}", x // SUB, y // SUB)


def _measure(wound: WoundDef) -> _Gash:
    """Find which spot of a slash each pixel belongs to."""
    marks = np.array(wound.marks, np.float32)[tuning.SPOT_PX // 2 :: tuning.SPOT_PX] / SUB
    area = _around(wound.path, _MARGIN_PX)
    x, y = np.mgrid[area.left : area.right, area.top : area.bottom]
    square = (x[..., None] - marks[:, 0]) ** 2 + (y[..., None] - marks[:, 1]) ** 2
    spot = square.argmin(axis=2)
    grain = ((x * 7919 + y * 104729 + x * y * 31) % 97) / 97
    return _Gash(area, np.clip(spot, 0, wound.spots - 1), grain, wound)


def _tear(shirt: pygame.Surface, wound: WoundDef) -> None:
    """Let the blade that made a slash have gone through the shirt, where there is any."""
    area = _around(wound.path, _MARGIN_PX)
    pen = Pen(area)
    opened = paint_rent(pen, wound.path)
    cloth = shirt.subsurface(area)
    soaked = pen.pixels()
    colors = pygame.surfarray.pixels3d(cloth)
    where = (soaked[..., 3] > 0) & (pygame.surfarray.array_alpha(cloth) > 0)
    colors[where] = soaked[where][:, :3]
    del colors
    shown = pygame.surfarray.pixels_alpha(cloth)
    shown[per_pixel(opened) * 2 > SAMPLES * SAMPLES] = 0
    del shown


def _round(path: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """An outline for an organ that has none: an oval round its tear."""
    (left, top), (right, bottom) = np.min(path, axis=0), np.max(path, axis=0)
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    turn = np.linspace(0, 2 * np.pi, 12, endpoint=False)
    across, down = (right - left) / 2 + _ORGAN_MARGIN_PX, (bottom - top) / 2 + _ORGAN_MARGIN_PX
    return [
        (int(middle_x + across * np.cos(angle)), int(middle_y + down * np.sin(angle)))
        for angle in turn
    ]


def _around(points: Sequence[tuple[int, int]], margin: int) -> pygame.Rect:
    """The part of the picture round some points."""
    low, high = np.min(points, axis=0) - margin, np.max(points, axis=0) + margin
    return pygame.Rect(*low, *(high - low + 1)).clip((0, 0, *SIZE))


def _put_together(wound: Wound, gash: _Gash) -> pygame.Surface:
    """Each spot from the picture of its own state; half-done spots close in grains."""
    if wound.stage is Stage.CLOSED:
        pixels = gash.state("closed")
    else:
        done = np.array(wound.spots, np.float64)[gash.spot] / tuning.SPOT_DONE
        open_state: CutState = "open" if wound.stage is Stage.BLEEDING else "clamped"
        knitted = (done >= 1) | (gash.grain < done * 0.6)
        pixels = gash.state(open_state)
        if knitted.any():
            pixels = np.where(knitted[..., None], gash.state("knitted"), pixels)
    return surface_of(pixels)

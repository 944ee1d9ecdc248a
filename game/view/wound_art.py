"""How wounds look on him: gashes that knit spot by spot, liver and ribs seen through the skin.

The pictures are parts of the close-up, one for each state; here they are put together for the
spots that are done and those that are not. Made anew only when a wound has changed.
"""

from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import pygame
from numpy.typing import NDArray

from game.core.units import SUB
from game.sim.table import tuning
from game.sim.table.definition import OperationDef, WoundDef, WoundKind, sway_sub
from game.sim.table.operation import Operation, Stage
from game.sim.table.wounds import Wound
from game.view.closeup import SIZE, CloseUp
from game.view.palette import rgb

_SLASH_STATES: Final = ("open", "clamped", "knitted", "closed")
_MARGIN_PX: Final = 24
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
    states: dict[str, Pixels]


@dataclass(slots=True)
class WoundArt:
    """Draws the wounds of one definition."""

    definition: OperationDef
    closeup: CloseUp
    _gashes: dict[str, _Gash] = field(default_factory=dict)
    _made: dict[str, tuple[tuple[int, ...], pygame.Surface]] = field(default_factory=dict)

    def draw_skin(self, canvas: pygame.Surface, op: Operation) -> None:
        """The slashes: open, clamped, knitted, closed, fouled."""
        for wound, wound_def in zip(op.wounds, self.definition.wounds, strict=True):
            if wound.kind is WoundKind.SLASH:
                gash = self._gash(wound_def)
                canvas.blit(self._slash(wound, gash), gash.area)
                if wound.sand > 0:
                    self._draw_sand(canvas, wound, wound_def)

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
        """What is left to do and what is done along the wound at work, over the hand."""
        if not op.target:
            return
        wound, wound_def = op.wound(op.target), self.definition.wound(op.target)
        if len(wound.spots) == 1:
            return
        last = len(wound_def.marks) - 1
        for number, work in enumerate(wound.spots):
            mark = min(number * tuning.SPOT_PX, last)
            x, y = (part // SUB for part in wound_def.marks[mark])
            if work < tuning.SPOT_DONE:
                canvas.fill(rgb("ink"), (x, y + 1, 2, 1))
                canvas.fill(rgb("lamp3" if work > 0 else "red3"), (x, y, 2, 1))
            elif wound.kind is WoundKind.LIVER:
                for step in wound_def.marks[mark : min(mark + tuning.SPOT_PX, last) + 1]:
                    canvas.set_at((step[0] // SUB, step[1] // SUB), rgb("heal2"))

    def _gash(self, wound_def: WoundDef) -> _Gash:
        gash = self._gashes.get(wound_def.id)
        if gash is None:
            gash = self._gashes[wound_def.id] = _measure(wound_def, self.closeup)
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
        name = f"liver/{state}"
        if name not in self.closeup.parts.boxes:
            pygame.draw.polygon(canvas, rgb("lamp2"), wound_def.outline or wound_def.path, 1)
            return
        sprite = self.closeup.parts.frame(name)
        image = sprite.surface
        if wound.done:
            image = image.copy()
            image.fill((255, 255, 255, _HEALED_ALPHA), special_flags=pygame.BLEND_RGBA_MULT)
        canvas.blit(image, (-sprite.ax, -sprite.ay))

    def _draw_rib(
        self, canvas: pygame.Surface, wound: Wound, wound_def: WoundDef, tick: int
    ) -> None:
        sway_x, sway_y = (part // SUB for part in sway_sub(wound_def, tick))
        name = f"{wound.id}/{'set' if wound.done else 'cracked'}"
        if name in self.closeup.parts.boxes:
            self.closeup.draw_part(canvas, name, sway_x, sway_y)
        if wound.stage is Stage.CRACKED:
            # the ends stand apart until they are in line
            x, y = (part // SUB for part in wound_def.marks[0])
            canvas.fill(rgb("blood2"), (x + sway_x - 1, y + sway_y - 4, 2, 2))
            canvas.fill(rgb("blood2"), (x + sway_x + 1, y + sway_y + 3, 2, 2))

    def _draw_sand(self, canvas: pygame.Surface, wound: Wound, wound_def: WoundDef) -> None:
        marks = wound_def.marks[_SAND_EVERY_PX // 2 :: _SAND_EVERY_PX]
        for number, (x, y) in enumerate(marks):
            self.closeup.draw_part(canvas, f"sand/specks_{number % 3}", x // SUB, y // SUB)


def _measure(wound: WoundDef, closeup: CloseUp) -> _Gash:
    """Cut the pictures of a slash to one area. What the close-up has no picture of is a line."""
    marks = np.array(wound.marks, np.float64) / SUB
    low, high = marks.min(axis=0) - _MARGIN_PX, marks.max(axis=0) + _MARGIN_PX
    area = pygame.Rect(*low, *(high - low)).clip((0, 0, *SIZE))
    x, y = np.mgrid[area.left : area.right, area.top : area.bottom]
    square = (x[..., None] - marks[:, 0]) ** 2 + (y[..., None] - marks[:, 1]) ** 2
    spot = square.argmin(axis=2) // tuning.SPOT_PX
    grain = ((x * 7919 + y * 104729 + x * y * 31) % 97) / 97
    states = {state: _cut_out(wound, closeup, area, state) for state in _SLASH_STATES}
    return _Gash(area, np.clip(spot, 0, wound.spots - 1), grain, states)


def _cut_out(wound: WoundDef, closeup: CloseUp, area: pygame.Rect, state: str) -> Pixels:
    layer = pygame.Surface(area.size, pygame.SRCALPHA)
    name = f"{wound.id}/{state}"
    if name in closeup.parts.boxes:
        closeup.draw_part(layer, name, -area.x, -area.y)
    else:
        color = "sand6" if state in ("knitted", "closed") else "blood2"
        path = [(x - area.x, y - area.y) for x, y in wound.path]
        pygame.draw.lines(layer, rgb(color), False, path, 1 if state == "closed" else 3)
    return np.dstack([pygame.surfarray.array3d(layer), pygame.surfarray.array_alpha(layer)])


def _put_together(wound: Wound, gash: _Gash) -> pygame.Surface:
    """Each spot from the picture of its own state; half-done spots close in grains."""
    if wound.stage is Stage.CLOSED:
        pixels = gash.states["closed"]
    else:
        done = np.array(wound.spots, np.float64)[gash.spot] / tuning.SPOT_DONE
        open_state = "open" if wound.stage is Stage.BLEEDING else "clamped"
        knitted = (done >= 1) | (gash.grain < done * 0.6)
        pixels = np.where(knitted[..., None], gash.states["knitted"], gash.states[open_state])
    width, height = pixels.shape[:2]
    data = np.ascontiguousarray(pixels.transpose(1, 0, 2)).tobytes()
    return pygame.image.frombytes(data, (width, height), "RGBA")

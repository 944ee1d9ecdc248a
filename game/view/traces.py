"""What the sand remembers, drawn: prints and furrows as far as anything of them is left, and blood.

The rows in view are looked up a few times a second; between that only their places move.
"""

from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pygame

from game.core.units import SUB
from game.sim.land.desert import PRINT_ROWS
from game.sim.land.tracks import PrintKind, left_of
from game.sim.table import duel
from game.sim.world import World
from game.view.atlas import Atlas
from game.view.camera import HEIGHT, WIDTH, View
from game.view.drawlist import Blit
from game.view.people import is_there

_LOOK_EVERY_TICKS: Final = 8
_MARGIN_PX: Final = 48
_LEVELS: Final = 5
_BY_KIND: Final = {
    PrintKind.WALK: "walk", PrintKind.SNEAK: "sneak", PrintKind.RUN: "run",
    PrintKind.LIGHT: "sneak",
}
_BLOOD: Final = (
    (-4, 1, 2), (3, 2, 2), (-9, 2, 1), (9, 3, 1), (-1, 5, 2), (5, 6, 1), (15, 5, 0), (-13, 5, 0),
)
"""Where his blood lies: offsets in pixels and which stain."""


@dataclass(slots=True)
class Traces:
    """Draws the ground's memory; keeps the blits of the last look."""

    atlas: Atlas
    _faded: dict[tuple[str, int], tuple[pygame.Surface, int, int]] = field(default_factory=dict)
    _blits: list[Blit] = field(default_factory=list)
    _looked: tuple[int, int, int, int] = (-1000, 0, 0, 0)
    """Tick, count of prints, and corner of the last look."""

    def draw(self, canvas: pygame.Surface, world: World, view: View) -> None:
        """Draw what lies in view."""
        tick, count, x, y = self._looked
        stale = (
            not 0 <= world.tick - tick < _LOOK_EVERY_TICKS
            or count > world.tracks.count
            or abs(x - view.x) > _MARGIN_PX
            or abs(y - view.y) > _MARGIN_PX
        )
        if stale:
            self._blits = self._look(world, view)
            self._looked = (world.tick, world.tracks.count, view.x, view.y)
        canvas.fblits([(image, (x - view.x, y - view.y)) for image, (x, y) in self._blits])
        self._draw_blood(canvas, world, view)

    def _look(self, world: World, view: View) -> list[Blit]:
        """Pictures and map places of everything near the view that has not faded."""
        tracks = world.tracks
        if not tracks.count:
            return []
        known = slice(0, min(tracks.count, PRINT_ROWS))
        x, y = tracks.x[known], tracks.y[known]
        left, top = (view.x - _MARGIN_PX) * SUB, (view.y - _MARGIN_PX) * SUB
        right = left + (WIDTH + 2 * _MARGIN_PX) * SUB
        bottom = top + (HEIGHT + 2 * _MARGIN_PX) * SUB
        near = (x >= left) & (x < right) & (y >= top) & (y < bottom) & (tracks.keeps[known] > 0)
        rows = np.flatnonzero(near)
        if not rows.size:
            return []
        faint = left_of(world, rows) * _LEVELS // 1000
        blits = []
        order = np.argsort(tracks.born[rows], kind="stable")
        for row, strength in zip(rows[order].tolist(), faint[order].tolist(), strict=True):
            if strength < 0 or (strength == 0 and not self._still_there(world, row)):
                continue
            kind = PrintKind(tracks.kind.item(row))
            heading = tracks.heading.item(row)
            image, ax, ay = self._print(kind, heading, strength)
            place = tracks.x.item(row) // SUB - ax, tracks.y.item(row) // SUB - ay
            blits.append((image, place))
        return blits

    def _still_there(self, world: World, row: int) -> bool:
        tracks = world.tracks
        return world.tick - tracks.born.item(row) < tracks.keeps.item(row)

    def _print(
        self, kind: PrintKind, heading: int, strength: int
    ) -> tuple[pygame.Surface, int, int]:
        """The picture of a print, faded to a level, with its foot point."""
        if kind is PrintKind.FURROW:
            name = f"furrow/{(heading + 64) // 128 % 4}"
        else:
            name = f"footprint/{_BY_KIND[kind]}/{(heading + 64) // 128 % 8}"
        key = (name, min(strength, _LEVELS - 1))
        found = self._faded.get(key)
        if found is None:
            sprite = self.atlas.frame(name)
            image = sprite.surface.copy()
            alpha = 70 + 185 * (key[1] + 1) // _LEVELS
            image.fill((255, 255, 255, min(255, alpha)), special_flags=pygame.BLEND_RGBA_MULT)
            found = self._faded[key] = (image, sprite.ax, sprite.ay)
        return found

    def _draw_blood(self, canvas: pygame.Surface, world: World, view: View) -> None:
        patient = world.patient
        if patient is None or not is_there(world, patient) or duel.is_on(world):
            return
        home = patient.x_home // SUB, patient.y_home // SUB
        if not view.shows(*home, _MARGIN_PX):
            return
        for dx, dy, which in _BLOOD:
            sprite = self.atlas.frame(f"blood/{which}")
            at = view.on_canvas(home[0] + dx, home[1] + dy)
            canvas.blit(sprite.surface, (at[0] - sprite.ax, at[1] - sprite.ay))



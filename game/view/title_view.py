"""The title: a living night with sand on the wind, the name of the game, and the first menu."""

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pygame

from game.view.font import Font
from game.view.menu_view import RowPicture
from game.view.palette import rgb
from game.view.vistas import Vista
from game.view.widgets import INK, menu_row

_LOGO_AT: Final = (201, 14)
_MENU_X: Final = 300
_MENU_Y: Final = 160
_ROW_PX: Final = 15
_FOOT_Y: Final = 258
_LEFT_NOTE_PX: Final = 222
"""Words at the left of the foot stay clear of the rows."""
_GRAINS: Final = 70
_SWAY_TICKS: Final = 1500


class TitleView:
    """Loads the title's pictures once and draws them as often as asked."""

    def __init__(self, assets: Path) -> None:
        """Raises VistaError."""
        self._vista = Vista.load(assets / "vistas", "title")
        logo = pygame.image.load(assets / "vistas" / "title_logo.png")
        self._logo = logo.convert_alpha() if pygame.display.get_surface() else logo
        # Cosmetic chance only: nothing of a night hangs on it.
        chance = random.Random(372)
        self._grains = [
            (chance.randrange(520), 150 + chance.randrange(115), 1 + chance.randrange(3))
            for _ in range(_GRAINS)
        ]

    def draw(
        self,
        canvas: pygame.Surface,
        font: Font,
        tick: int,
        rows: Sequence[RowPicture],
        focus: int,
        notes: tuple[str, str],
        *,
        still: bool = False,
        above: str = "",
    ) -> list[pygame.Rect]:
        """Draw a frame. ``notes`` stand at the foot, left and right.

        Returns the rows' areas, empty for those there is no room for just now.
        """
        self._vista.draw(canvas, tick, still=still)
        if not still:
            self._draw_sand(canvas, tick)
        canvas.blit(self._logo, _LOGO_AT)
        if above:
            font.draw(canvas, above, _MENU_X, _MENU_Y - 16, rgb("sand7"), outline=INK, align=0.5)
        row_px = max(_ROW_PX, font.cap + 6)
        room = (canvas.get_height() - 3 - font.cap - _MENU_Y) // row_px + 1
        first = max(0, min(focus - room // 2, len(rows) - room))
        areas = [pygame.Rect(0, 0, 0, 0) for _ in rows]
        for number, row in enumerate(rows[first : first + room], first):
            areas[number] = menu_row(
                canvas, font, _MENU_X, _MENU_Y + (number - first) * row_px, row.label,
                focused=number == focus, enabled=row.enabled,
            )  # fmt: skip
        left, right = notes
        font.draw(canvas, right, 474, _FOOT_Y, rgb("moon0"), outline=INK, align=1.0)
        for number, line in enumerate(reversed(font.wrap(left, _LEFT_NOTE_PX)) if left else ()):
            font.draw(canvas, line, 8, _FOOT_Y - number * font.line, rgb("lamp3"), outline=INK)
        return areas

    def _draw_sand(self, canvas: pygame.Surface, tick: int) -> None:
        """Grains on the wind, the near ones faster and longer."""
        for x, y, near in self._grains:
            place = (x + tick * near * 3 // 4) % 520 - 20
            drop = (place // 26) % 3
            color = rgb("sand6" if near == 3 else "sand5" if near == 2 else "sand4")
            canvas.fill(color, (place, y + drop, near + (near > 1), 1))

"""Contact sheets: many pictures of the game, in their order, on few large ones."""

from pathlib import Path

import pygame

_COLUMNS = 5
_ROWS = 5
PICTURE_SIZE = (480, 270)


class Sheets:
    """Frames gathered on numbered contact sheets."""

    def __init__(self, folder: Path, *, frames: bool) -> None:
        self._folder, self._frames = folder, frames
        self._sheet = self._blank()
        self._count = 0
        folder.mkdir(parents=True, exist_ok=True)

    def add(self, canvas: pygame.Surface, tick: int) -> None:
        """Take one frame."""
        if self._frames:
            pygame.image.save(canvas, self._folder / f"frame_{tick:06d}.png")
        cell = self._count % (_COLUMNS * _ROWS)
        row, column = divmod(cell, _COLUMNS)
        self._sheet.blit(canvas, (column * PICTURE_SIZE[0], row * PICTURE_SIZE[1]))
        self._count += 1
        if self._count % (_COLUMNS * _ROWS) == 0:
            self._write()

    def close(self) -> None:
        """Write the last sheet, if it was begun."""
        if self._count % (_COLUMNS * _ROWS):
            self._write()

    def _write(self) -> None:
        number = (self._count - 1) // (_COLUMNS * _ROWS)
        pygame.image.save(self._sheet, self._folder / f"sheet_{number:03d}.png")
        self._sheet = self._blank()

    @staticmethod
    def _blank() -> pygame.Surface:
        return pygame.Surface((PICTURE_SIZE[0] * _COLUMNS, PICTURE_SIZE[1] * _ROWS))

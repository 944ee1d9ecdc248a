"""The window: a 480x270 canvas, brought to the screen by whole-number scaling wherever it can be.

Where whole numbers would leave more than a fifth empty, or the window is smaller than the canvas,
the canvas is scaled by the next whole number and smoothed down once. The plain surface of the
display is used and no renderer: at 1920x1080 it takes about a millisecond, on any machine.
"""

import os
import warnings
from typing import Final

import pygame

CANVAS_WIDTH: Final = 480
CANVAS_HEIGHT: Final = 270
_FILL_BELOW: Final = 0.8
"""A whole-number picture smaller than this share of the largest that fits is filled up."""
_BARS: Final = (6, 5, 16)


class Window:
    """The window and the canvas. Nothing else asks pygame for the display."""

    def __init__(self, title: str, scale: int = 0, fullscreen: bool = False) -> None:
        """``scale`` and ``fullscreen`` as in ``choose``; 0 leaves the desktop room to spare."""
        # without a GPU the plain surface is shown several times faster than through a renderer
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
        self.canvas = pygame.Surface((CANVAS_WIDTH, CANVAS_HEIGHT))
        self._fullscreen = fullscreen
        self._scale = scale
        self._place: tuple[int, int] | None = None
        """Where the window stood before the whole screen was used."""
        pygame.display.set_caption(title)
        self.screen = self._open()
        self.canvas = self.canvas.convert()

    @property
    def fullscreen(self) -> bool:
        """Whether the whole screen is used."""
        return self._fullscreen

    def choose(self, fullscreen: bool, scale: int) -> None:
        """Use the whole screen or a window of this scale; 0 takes the largest that fits.

        A scale that no screen has room for is taken as the largest that one has.
        """
        if (fullscreen, scale) == (self._fullscreen, self._scale):
            return
        self._fullscreen, self._scale = fullscreen, scale
        self.screen = self._open()

    def show_pointer(self, on: bool) -> None:
        """The mouse's arrow is seen while the mouse is used, and only then."""
        if pygame.mouse.get_visible() != on:
            pygame.mouse.set_visible(on)

    def area(self) -> pygame.Rect:
        """Where the canvas lies in the window."""
        width, height = self.screen.get_size()
        whole = min(width // CANVAS_WIDTH, height // CANVAS_HEIGHT)
        most = min(width / CANVAS_WIDTH, height / CANVAS_HEIGHT)
        factor = whole if whole >= most * _FILL_BELOW else most
        size = (max(1, int(CANVAS_WIDTH * factor)), max(1, int(CANVAS_HEIGHT * factor)))
        area = pygame.Rect((0, 0), size)
        area.center = (width // 2, height // 2)
        return area

    def on_canvas(self, point: tuple[int, int]) -> tuple[int, int] | None:
        """A point of the window on the canvas, or None beside it."""
        area = self.area()
        if not area.collidepoint(point):
            return None
        return (
            (point[0] - area.x) * CANVAS_WIDTH // area.width,
            (point[1] - area.y) * CANVAS_HEIGHT // area.height,
        )

    def show(self) -> None:
        """Bring the canvas to the screen."""
        self.screen = pygame.display.get_surface() or self.screen
        area = self.area()
        if area.size != self.screen.get_size():
            self.screen.fill(_BARS)
        if area.width % CANVAS_WIDTH == 0:
            whole = area.width // CANVAS_WIDTH
            pygame.transform.scale_by(self.canvas, whole, self.screen.subsurface(area))
        else:
            larger = pygame.transform.scale_by(self.canvas, area.width // CANVAS_WIDTH + 1)
            self.screen.blit(pygame.transform.smoothscale(larger, area.size), area)
        pygame.display.flip()

    def _open(self) -> pygame.Surface:
        if self._fullscreen:
            self._make_way()
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        scale = min(self._scale or self._fitting(), self.largest())
        size = (CANVAS_WIDTH * scale, CANVAS_HEIGHT * scale)
        with warnings.catch_warnings():
            # a desktop may give another size than asked for: the picture fits any
            warnings.simplefilter("ignore", RuntimeWarning)
            screen = pygame.display.set_mode(size, pygame.RESIZABLE)
            if screen.get_size() != size:
                # without a window manager it keeps the whole screen's size until asked again
                screen = pygame.display.set_mode(size, pygame.RESIZABLE)
        if self._place is not None:
            pygame.display.set_window_position(self._place)
            self._place = None
        return screen

    def _make_way(self) -> None:
        """Put a window into the corner before it grows: with no manager nobody else moves it.

        With several screens it stays on the one where it is, which is its manager's business.
        """
        if pygame.display.get_surface() and len(pygame.display.get_desktop_sizes()) == 1:
            self._place = pygame.display.get_window_position()
            pygame.display.set_window_position((0, 0))

    @staticmethod
    def largest() -> int:
        """The largest scale that one of the screens has room for."""
        sizes = pygame.display.get_desktop_sizes()
        return max([1, *(min(w // CANVAS_WIDTH, h // CANVAS_HEIGHT) for w, h in sizes)])

    @staticmethod
    def _fitting() -> int:
        """The largest scale that leaves room for the desktop around the window."""
        sizes = pygame.display.get_desktop_sizes()
        width, height = sizes[0] if sizes else (CANVAS_WIDTH * 2, CANVAS_HEIGHT * 2)
        return max(1, min((width - 32) // CANVAS_WIDTH, (height - 96) // CANVAS_HEIGHT))

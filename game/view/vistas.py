"""The wide pictures behind title, talk, wait and endings, in layers that move a little apart."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec
import pygame

from game.view.palette import rgb

VERSION: Final = 1
TICKS_PER_MINUTE: Final = 3600
MAX_SWAY_PX: Final = 24
"""Layers are this much wider than the screen on each side; a wider sway would show their ends."""

_TWINKLE_TICKS: Final = 260
_DIM_TICKS: Final = 26
_DEPTH_SCALE: Final = 1000


class VistaError(ValueError):
    """A wide picture that cannot be read; one line that names the file."""


class _LayerEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    image: str
    x: int
    y: int
    depth_per_mille: int
    drift_px_per_minute: int


class _FigureEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    frames: list[str]
    x: int
    y: int
    after_layer: str
    depth_per_mille: int
    ticks: int


class _Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: int
    layers: list[_LayerEntry]
    figures: list[_FigureEntry]
    stars: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Layer:
    entry: _LayerEntry
    image: pygame.Surface


@dataclass(frozen=True, slots=True)
class _Figure:
    entry: _FigureEntry
    frames: list[pygame.Surface]


@dataclass(frozen=True, slots=True)
class Vista:
    """One scene's layers, back to front. Make one with `Vista.load`."""

    layers: list[_Layer]
    figures: list[_Figure]
    stars: list[tuple[int, int]]

    @classmethod
    def load(cls, folder: Path, scene: str) -> "Vista":
        """Read `folder/scene.json` and its pictures. Raises VistaError."""
        path = folder / f"{scene}.json"
        try:
            document = msgspec.json.decode(path.read_bytes(), type=_Document)
            if document.version != VERSION:
                raise VistaError(f"{path}: version {document.version}, expected {VERSION}")
            layers = [_Layer(entry, _picture(folder / entry.image)) for entry in document.layers]
            figures = [
                _Figure(entry, [_picture(folder / frame) for frame in entry.frames])
                for entry in document.figures
            ]
        except (OSError, pygame.error, msgspec.DecodeError) as error:
            raise VistaError(
                f"{path}: cannot be read: {error}; rebuild it with python -m tools.art"
            ) from error
        return cls(layers, figures, document.stars)

    def draw(
        self,
        target: pygame.Surface,
        tick: int,
        *,
        sway_px: int = 0,
        still: bool = False,
        without: Collection[int] = (),
    ) -> None:
        """Fill the canvas with the scene as it looks at a tick.

        sway_px shifts the view to the right by up to MAX_SWAY_PX, near layers more than far ones;
        still stops twinkling, drift and wind; without names figures to leave out by their number.
        """
        sway = max(-MAX_SWAY_PX, min(sway_px, MAX_SWAY_PX))
        time = 0 if still else tick
        for place, layer in enumerate(self.layers):
            entry = layer.entry
            shift = -sway * entry.depth_per_mille // _DEPTH_SCALE
            if entry.drift_px_per_minute:
                _draw_repeated(target, layer, shift, time)
            else:
                target.blit(layer.image, (entry.x + shift, entry.y))
            if place == 0 and not still:
                self._draw_twinkle(target, tick)
            for number, figure in enumerate(self.figures):
                if figure.entry.after_layer == entry.name and number not in without:
                    frame = figure.frames[time // figure.entry.ticks % len(figure.frames)]
                    offset = -sway * figure.entry.depth_per_mille // _DEPTH_SCALE
                    target.blit(frame, (figure.entry.x + offset, figure.entry.y))

    def _draw_twinkle(self, target: pygame.Surface, tick: int) -> None:
        """Now and then a bright star loses its rays for a moment, each at its own time."""
        for number, (x, y) in enumerate(self.stars):
            if (tick + number * 71) % _TWINKLE_TICKS < _DIM_TICKS:
                for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                    target.set_at((x + dx, y + dy), rgb("night2"))
                target.set_at((x, y), rgb("moon0"))


def _draw_repeated(target: pygame.Surface, layer: _Layer, shift: int, tick: int) -> None:
    """A layer that has no ends: side by side as often as the screen is wide."""
    width = layer.image.get_width()
    drifted = layer.entry.drift_px_per_minute * tick // TICKS_PER_MINUTE
    x = (layer.entry.x + shift + drifted) % width - width
    while x < target.get_width():
        target.blit(layer.image, (x, layer.entry.y))
        x += width


def _picture(path: Path) -> pygame.Surface:
    """The picture, in the screen's own format when there is a screen."""
    image = pygame.image.load(path)
    return image.convert_alpha() if pygame.display.get_surface() else image

"""What a wide picture consists of: layers back to front, figures, stars; and how it is written.

`assets/vistas/<scene>.json` lists the layers: `image`, `x`, `y`, `depth_per_mille` (how far it
follows a shift of the view: 0 the sky, 1000 the nearest), `drift_px_per_minute` (for a layer that
repeats to the right). `stars` are places to twinkle. `figures` stand in front of the layer
`after_layer`, with their frames and the ticks of each.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from tools.art import vista
from tools.art.atlas import write_bytes, write_png
from tools.art.raster import Image, canvas, paste
from tools.art.vista_dunes import Dune, draw_dune

WIDTH: Final = 480
HEIGHT: Final = 270
MARGIN: Final = 24
"""Moving layers are wider than the screen by this on each side."""

WIDE: Final = WIDTH + 2 * MARGIN
FORMAT_VERSION: Final = 1
NIGHT_AIR: Final = vista.NIGHT_SKY[7]
DAWN_AIR: Final = vista.DAWN_SKY[6]


@dataclass(slots=True)
class Scene:
    """The layers and figures of one wide picture, back to front."""

    layers: list[tuple[str, Image, dict[str, Any]]] = field(default_factory=list)
    stars: list[tuple[int, int]] = field(default_factory=list)
    figures: list[dict[str, Any]] = field(default_factory=list)
    pictures: dict[str, Image] = field(default_factory=dict)

    def add(self, name: str, image: Image, depth: int, *, y: int = 0, drift: int = 0) -> None:
        """A layer; one wider than the screen starts left of it by the margin."""
        x = -MARGIN if image.shape[1] == WIDE else 0
        extra = {"x": x, "y": y, "depth_per_mille": depth, "drift_px_per_minute": drift}
        self.layers.append((name, image, extra))

    def figure(
        self, name: str, frames: Sequence[Image], x: int, y: int, after: str, depth: int, ticks: int
    ) -> None:
        """An animated figure that stands in front of the layer `after`."""
        files = []
        for i, image in enumerate(frames):
            files.append(f"{name}_{i}")
            self.pictures[files[-1]] = image
        entry = {"frames": files, "x": x, "y": y, "after_layer": after}
        self.figures.append(entry | {"depth_per_mille": depth, "ticks": ticks})

    def write(self, assets: Path, scene: str) -> None:
        """Write the pictures and the JSON of this scene."""
        folder = assets / "vistas"
        layers = []
        for name, image, extra in self.layers:
            write_png(folder / f"{scene}_{name}.png", image)
            layers.append({"name": name, "image": f"{scene}_{name}.png"} | extra)
        for name, image in self.pictures.items():
            write_png(folder / f"{scene}_{name}.png", image)
        figures = [
            figure | {"frames": [f"{scene}_{name}.png" for name in figure["frames"]]}
            for figure in self.figures
        ]
        document = {
            "version": FORMAT_VERSION,
            "layers": layers,
            "figures": figures,
            "stars": self.stars,
        }
        write_bytes(folder / f"{scene}.json", (json.dumps(document, indent=1) + "\n").encode())


def dunes_of(
    dunes: Sequence[Dune], air: NDArray[np.float32], width: int = WIDE, x0: int = -MARGIN
) -> Image:
    return vista.flatten([draw_dune(width, HEIGHT, dune, air, x0) for dune in dunes])


def layer_of(image: Image, x: int, y: int, width: int = WIDE) -> Image:
    """The picture alone on a layer of full size."""
    layer = canvas(width, HEIGHT)
    paste(layer, image, x, y)
    return layer


def with_moon(sky: Image, x: int, y: int, radius: int, halo: float = 1.0) -> Image:
    """A copy of the sky with the moon at (x, y) of the layer."""
    face = vista.moon(radius, halo=halo)
    return vista.flatten(
        [sky, layer_of(face, x - face.shape[1] // 2, y - face.shape[0] // 2, sky.shape[1])]
    )

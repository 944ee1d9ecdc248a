"""What a face does: eyes, brows and mouths, and the table of what each feeling looks like.

Faces are drawn looking right, near eye on the left; the other direction is drawn mirrored.
"""

from dataclasses import dataclass, replace
from typing import Final

from tools.art.vector import Point, Sketch

IrisColors = tuple[str, str, str, str]
"""Shadow, body, light, spark."""


@dataclass(frozen=True, slots=True)
class Eye:
    """Where an eye sits and how it is coloured; `outer` is -1 if its outer corner is left."""

    x: float
    y: float
    width: float
    height: float
    outer: int
    iris: IrisColors
    white: str
    skin: str = "skin3"
    crease: str = "skin1"


@dataclass(frozen=True, slots=True)
class Look:
    """One feeling: lids 0 open to 1 shut, gaze in shares of the eye, brows and mouth by name."""

    brows: str
    mouth: str
    lid: float = 0.14
    gaze_x: float = 0.09
    gaze_y: float = 0.0
    iris_size: float = 1.0
    lower_lid: float = 0.0

    def shut(self) -> "Look":
        """The same with closed eyes."""
        return replace(self, lid=1.0)

    def saying(self, mouth: str) -> "Look":
        """The same with another mouth."""
        return replace(self, mouth=mouth)


def draw_eye(sketch: Sketch, eye: Eye, look: Look) -> None:
    """One eye: white, iris in four steps, shadow of the lid, lashes, the fold above."""
    if look.lid >= 0.95:
        _draw_shut_eye(sketch, eye)
        return
    left, right = eye.x - eye.width / 2, eye.x + eye.width / 2
    width, height, x, y = eye.width, eye.height, eye.x, eye.y
    top = y - height * 0.52 * (1 - look.lid * 0.95)
    bottom = y + height * (0.46 - 0.16 * look.lower_lid)
    white = sketch.fill(
        [
            (left, y + height * 0.10, 1),
            (left + width * 0.20, top + height * 0.18),
            (x - width * 0.06, top),
            (right - width * 0.20, top + height * 0.16),
            (right, y + height * 0.06, 1),
            (right - width * 0.16, bottom - height * 0.06),
            (x, bottom),
            (left + width * 0.16, bottom - height * 0.04),
        ],
        eye.white,
    )
    iris_x = x + width * look.gaze_x
    iris_y = y + height * (look.gaze_y - 0.01)
    radius_x, radius_y = width * 0.31 * look.iris_size, height * 0.50 * look.iris_size
    shadow, body, light, spark = eye.iris
    for dy, rx, ry, color in (
        (0.0, radius_x + 0.7, radius_y + 0.5, "ink"),
        (0.0, radius_x, radius_y, body),
        (-0.52 * radius_y, radius_x, radius_y * 0.62, shadow),
        (0.52 * radius_y, radius_x * 0.70, radius_y * 0.40, light),
        (0.72 * radius_y, radius_x * 0.42, radius_y * 0.18, spark),
        (0.0, radius_x * 0.42, radius_y * 0.46, "ink"),
    ):
        sketch.ellipse(iris_x, iris_y + dy, rx, ry, color, clip=white)
    sketch.taper(
        [
            (left, y - height * 0.02),
            (left + width * 0.25, top + height * 0.22),
            (x, top + height * 0.10),
            (right - width * 0.25, top + height * 0.20),
            (right, y),
        ],
        "moon1" if eye.white == "moon2" else "steel1",
        [1, 2.2, 2.4, 2.2, 1],
        clip=white,
    )
    lid_y = iris_y - radius_y * 0.55
    sketch.ellipse(iris_x, lid_y, radius_x * 0.98, radius_y * 0.42, shadow, clip=white)
    glint_x, glint_y = iris_x - radius_x * 0.38, iris_y - radius_y * 0.38
    sketch.ellipse(glint_x, glint_y, radius_x * 0.34, radius_y * 0.24, "moon2", clip=white)
    glint_x, glint_y = iris_x + radius_x * 0.42, iris_y + radius_y * 0.46
    sketch.ellipse(glint_x, glint_y, radius_x * 0.18, radius_y * 0.13, "moon2", clip=white)
    _draw_lashes(sketch, eye, top, bottom)


def _draw_lashes(sketch: Sketch, eye: Eye, top: float, bottom: float) -> None:
    x, y, width, height, side = eye.x, eye.y, eye.width, eye.height, eye.outer
    outer, inner = x + side * width / 2, x - side * width / 2
    sketch.taper(
        [
            (inner - side * 0.2, y + height * 0.10),
            (inner + side * width * 0.2, top + height * 0.12),
            (x, top - height * 0.05),
            (outer - side * width * 0.20, top + height * 0.08),
            (outer + side * 0.4, y + height * 0.02),
            (outer + side * width * 0.10, y - height * 0.02),
        ],
        "ink",
        [0.8, 1.8, 2.5, 2.7, 2.4, 0.5],
    )
    sketch.taper(
        [
            (outer - side * width * 0.02, y + height * 0.08),
            (outer - side * width * 0.16, bottom - height * 0.02),
            (x, bottom + 0.3),
        ],
        "ink",
        [1.3, 0.9, 0.4],
    )
    sketch.taper(
        [
            (x + side * width * 0.02, top - height * 0.30),
            (outer - side * width * 0.10, top - height * 0.14),
            (outer + side * width * 0.04, y - height * 0.22),
        ],
        eye.crease,
        [0.3, 0.9, 0.5],
    )


def _draw_shut_eye(sketch: Sketch, eye: Eye) -> None:
    """A closed lid: the lashes hang on a low curve, the fold stays above."""
    x, y, width, height, side = eye.x, eye.y, eye.width, eye.height, eye.outer
    outer, inner = x + side * width / 2, x - side * width / 2
    lash_y = y + height * 0.26
    sketch.taper(
        [
            (inner + side * 0.4, lash_y - height * 0.14),
            (x - side * width * 0.18, lash_y + height * 0.05),
            (x + side * width * 0.16, lash_y + height * 0.05),
            (outer - side * 0.2, lash_y - height * 0.12),
            (outer + side * width * 0.09, lash_y - height * 0.14),
        ],
        "ink",
        [0.7, 1.7, 2.1, 1.9, 0.5],
    )
    for share in (0.18, 0.36):
        at = x + side * width * share
        sketch.taper([(at, lash_y + 0.6), (at + side * 0.9, lash_y + 2.4)], "ink", [1.0, 0.4])
    sketch.taper(
        [
            (x - side * width * 0.2, y - height * 0.24),
            (outer - side * width * 0.2, y - height * 0.20),
            (outer, y + height * 0.02),
        ],
        eye.crease,
        [0.3, 1.0, 0.4],
    )


BrowPair = tuple[tuple[Point, Point, Point], tuple[Point, Point, Point]]
"""Near brow from its outer end inwards, far brow from its inner end outwards."""

BROWS: Final[dict[str, BrowPair]] = {
    "calm": (((47.5, 60.5), (55, 57.0), (65, 58.8)), ((76, 58.8), (83, 56.8), (89.5, 60.2))),
    "raised": (((47.2, 58.6), (54.5, 54.2), (65, 56.2)), ((76, 56.2), (83, 54.0), (89.6, 57.8))),
    "one_up": (((47.5, 60.4), (55, 58.0), (65.4, 60.2)), ((75.8, 58.2), (83, 54.2), (89.6, 57.0))),
    "worried": (((47.5, 61.6), (55, 57.8), (65, 55.6)), ((76, 55.8), (83, 57.6), (89.5, 61.2))),
    "firm": (((47.5, 58.2), (55, 57.4), (66, 61.2)), ((75.4, 61.2), (83, 57.4), (89.5, 58.2))),
    "angry": (((47.2, 57.2), (55, 57.4), (66.6, 62.8)), ((75.0, 62.8), (83, 57.6), (89.8, 56.6))),
    "low": (((47.6, 62.4), (55, 59.8), (65, 60.8)), ((76, 60.8), (83, 59.4), (89.4, 62.2))),
    "tired": (((47.6, 62.8), (55, 59.4), (65, 59.4)), ((76, 59.4), (83, 59.0), (89.4, 62.6))),
}


def draw_brows(sketch: Sketch, name: str, color: str, thick: float = 1.9, dy: float = 0) -> None:
    """Both brows, thickest in the middle; dy moves them down."""
    near, far = BROWS[name]
    sketch.taper([(x, y + dy) for x, y in near], color, [0.5, thick, thick * 0.7])
    sketch.taper([(x, y + dy) for x, y in far], color, [thick * 0.7, thick * 0.95, 0.5])


@dataclass(frozen=True, slots=True)
class MouthColors:
    """Line, inside, lip and the shadow under the lip."""

    line: str = "skin0"
    inside: str = "red0"
    lip: str = "skin1"
    under: str = "skin1"
    tooth: str = "moon2"


LINE_MOUTHS: Final[dict[str, tuple[Point, ...]]] = {
    "flat": ((67.6, 90.2), (71.6, 89.8), (76.2, 90.2)),
    "smile": ((66.8, 89.4), (71.4, 91.0), (76.8, 88.6)),
    "faint": ((67.4, 89.8), (71.6, 90.5), (76.4, 89.2)),
    "wry": ((67.8, 90.8), (72.4, 90.6), (77.0, 88.0)),
    "down": ((67.4, 91.4), (71.6, 89.6), (76.0, 91.2)),
    "tight": ((68.8, 90.0), (71.8, 89.5), (75.2, 90.0)),
    "wave": ((67.0, 91.0), (70.2, 89.8), (73.2, 90.6), (76.8, 89.4)),
}

OPEN_MOUTHS: Final[dict[str, tuple[float, float]]] = {
    "small": (2.7, 1.3),
    "wide": (4.3, 2.4),
    "round": (2.5, 2.7),
    "slit": (3.6, 0.9),
    "gasp": (3.1, 3.3),
}
"""Half width and half height."""


def draw_mouth(sketch: Sketch, name: str, colors: MouthColors) -> None:
    """A closed mouth is a line, an open one a dark shape with its upper teeth."""
    if name in LINE_MOUTHS:
        points = LINE_MOUTHS[name]
        sketch.taper(points, colors.line, [0.5, 1.4, 1.3, 0.5])
        if name in ("wry", "smile"):
            x, y = points[-1][:2]
            sketch.taper([(x - 0.2, y - 0.8), (x + 0.9, y + 0.2)], colors.lip, [0.5, 0.9])
    else:
        half_width, half_height = OPEN_MOUTHS[name]
        x, y = 71.9, 90.4
        shape = sketch.fill(
            [
                (x - half_width, y - half_height * 0.5, 1),
                (x - half_width * 0.3, y - half_height * 0.9),
                (x + half_width * 0.4, y - half_height * 0.9),
                (x + half_width, y - half_height * 0.6, 1),
                (x + half_width * 0.55, y + half_height * 0.75),
                (x - half_width * 0.45, y + half_height * 0.85),
            ],
            colors.inside,
            colors.line,
            0.9,
        )
        if name == "wide":
            tongue = half_width * 0.6, half_height * 0.5
            sketch.ellipse(x, y + half_height * 0.7, *tongue, "red2", clip=shape)
            teeth = [
                (x - half_width, y - half_height, 1.0),
                (x + half_width, y - half_height, 1.0),
                (x + half_width * 0.7, y - half_height * 0.45, 1.0),
                (x - half_width * 0.7, y - half_height * 0.45, 1.0),
            ]
            sketch.fill(teeth, colors.tooth, clip=shape)
    low = 94.6 if name in LINE_MOUTHS else 95.2
    sketch.taper([(69.4, low), (73.4, low - 0.2)], colors.under, [0.3, 0.9, 0.3])

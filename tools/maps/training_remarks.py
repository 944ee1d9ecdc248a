"""What stands on the training grounds in Tiled for whoever draws on: why things lie there.

Each remark is a place in tiles and words. They are text objects without a class: Tiled shows them
on the map, the game does not read them.
"""

from typing import Final

from game.content.drawing import MapDrawing
from tools.maps.land import Point

_SIZE: Final = (11.0, 4.0)

REMARKS: Final[dict[str, tuple[tuple[Point, str], ...]]] = {
    "gaits": (
        (
            (1, 34),
            "One idea to a map: the Thought zone says it where she starts, and a Note says "
            "one thing at each place where it matters.",
        ),
        (
            (21, 8),
            "Two Rogues on one round, half of it apart: each has a Route of its own that "
            "begins at another point. Lengthen one and the gap between them wanders.",
        ),
        (
            (21, 30),
            "The crest hides whoever is not beside it: walkers on either side of it do not "
            "see across. Height 6, and 180 pixels long.",
        ),
        (
            (46, 21),
            "Low stones hide a croucher only. Her gait decides: this way is for sneaking.",
        ),
    ),
    "healing": (
        (
            (33, 6.8),
            "A Wounded with an operation makes a level of the table: operation names a file "
            "of assets/operations. story is off, so nobody tells the tale here.",
        ),
        (
            (24, 26),
            "The road is drawn so that nobody asks where to go; nothing depends on it.",
        ),
        (
            (41, 13),
            "A Goal of kind heal with the Wounded as its target: both need no more.",
        ),
    ),
    "lamps": (
        (
            (24, 9),
            "The sentry has no Route: he stays, and looks about. A thing to be moved is worth "
            "more than a thing to be passed: what he hears and misses moves him.",
        ),
        (
            (20, 33),
            "Gravel is loud, sand is not: throw on it, do not walk on it.",
        ),
        (
            (37, 22.5),
            "Two Lights of radius 4 do not touch, so that one put out makes a way. suna "
            "render --layer light shows it.",
        ),
        (
            (8, 29.5),
            "What the lesson needs lies on the way to it: pebbles before the lamps.",
        ),
    ),
    "lure": (
        (
            (14, 14),
            "An Ambusher lies within four tiles of the way: near enough to be baited by "
            "somebody careless, too far to notice somebody careful.",
        ),
        (
            (38, 24),
            "The second lies on the other side, so that what was learned is asked once more.",
        ),
        (
            (24, 17),
            "The ruin between them is a place to stop and think: a Note is its name, and a "
            "Goal of kind reach its target.",
        ),
    ),
    "prints": (
        (
            (31.5, 27),
            "A beat to and fro: loop off, and a long pause at its ends. He follows what he "
            "comes upon, so his beat must lie across her way.",
        ),
        (
            (18, 6.8),
            "Rock keeps no prints. It lies where the beat is nearest, or nobody would take "
            "it.",
        ),
        (
            (40, 8),
            "first_gust 14 and gust 37 on the map itself: the wind of this lesson is the "
            "map's, not the seed's. No storms.",
        ),
        (
            (19, 33),
            "In the lee of a dune prints keep longest: behind a crest, away from the wind.",
        ),
    ),
    "sensing": (
        (
            (33, 37),
            "A SandSnake is felt as an animal, and itself feels steps on anything but rock.",
        ),
        (
            (40, 6.8),
            "One walks, one lies still, one is a beast: each is felt differently. Two of a "
            "kind would be a riddle without an answer.",
        ),
        (
            (15, 26.5),
            "Stones to sit between: a pulse takes time, so the place for it is drawn as one.",
        ),
        (
            (44, 33),
            "A Goal of kind sense: the target must come inside the ring, so she has to go "
            "near.",
        ),
    ),
}


def write(drawing: MapDrawing, name: str) -> None:
    """Write the remarks of a ground onto its map."""
    for at, text in REMARKS[name]:
        drawing.remark(at, _SIZE, text)

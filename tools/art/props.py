"""The props atlas: everything that stands or lies about, `sprites/props.png` and `.json`.

The foot point of a standing thing is the middle of its lower edge; marks on the ground have it in
their middle. Standing things have a `NAME/shadow` with the same foot point, to be drawn first.
"""

from pathlib import Path

import numpy as np

from tools.art import props_bones, props_plants, props_stone, props_things, props_traces
from tools.art.atlas import AtlasWriter
from tools.art.palette import rgb
from tools.art.raster import Image, solid

ROCKS = (
    (14, 9, 7), (15, 10, 8), (16, 11, 8), (18, 12, 9), (20, 13, 12),
    (22, 15, 12), (24, 17, 13), (28, 17, 18), (30, 18, 15), (34, 22, 20), (40, 24, 24),
    (46, 28, 22), (54, 30, 30), (36, 20, 34),
)  # fmt: skip
STONES = ((6, 4, 3), (8, 6, 4), (9, 7, 5), (11, 8, 6), (12, 8, 5), (13, 9, 6), (10, 6, 6))
LIT_SHARE, LIT_LEFT = 0.10, 0.42
"""A good rock has so much of it in the moon, and the middle of that so far to the left."""
SHRUBS, AGAVES, BONES = 12, 6, 4
BANNER_FRAMES = 4
PUFF_FRAMES = 6
BURST_FRAMES = 7
SWAY_TICKS, FLAME_TICKS, DUST_TICKS = 10, 7, 5


def _stand(atlas: AtlasWriter, name: str, image: Image, footing: float = 0.9) -> None:
    """Add a standing thing and its shadow; footing is the shadow's width as a share of its own."""
    height, width = image.shape[:2]
    atlas.add(name, image, width // 2, height - 2)
    wide = max(6, int(width * footing * 1.15))
    deep = max(3, int(wide * 0.36))
    dark = props_traces.shadow(wide, deep)
    atlas.add(f"{name}/shadow", dark, int(wide * 0.38), int(deep * 0.62))


def _mark(atlas: AtlasWriter, name: str, image: Image) -> None:
    """Add something flat on the ground."""
    atlas.add(name, image, image.shape[1] // 2, image.shape[0] // 2)


def _lit_rock(width: int, depth: int, height: int, first_seed: int) -> Image:
    """The first rock from a seed on whose facets show where the moon stands."""
    for seed in range(first_seed, first_seed + 40):
        image = props_stone.rock(width, depth, height, seed)
        light = sum((image[..., :3] == rgb(name)).all(-1) for name in ("stone4", "stone5"))
        columns = np.nonzero(light)[1]
        share = columns.size / max(1, int(solid(image).sum()))
        if share >= LIT_SHARE and columns.mean() <= LIT_LEFT * image.shape[1]:
            return image
    return props_stone.rock(width, depth, height, first_seed)


def _stones(atlas: AtlasWriter) -> None:
    for i, size in enumerate(ROCKS):
        _stand(atlas, f"rock/{i}", _lit_rock(*size, 20 + 40 * i))
    for i, size in enumerate((*STONES, *STONES)):
        _stand(atlas, f"stone/{i}", _lit_rock(*size, 900 + 40 * i))
    for i in range(len(props_stone.BOULDERS)):
        for state in ("whole", "cracked", "broken"):
            _stand(atlas, f"boulder/{i}/{state}", props_stone.boulder(i, state))
    for i, (w, d, h, seed) in enumerate(((12, 8, 7, 62), (9, 7, 5, 64), (6, 5, 4, 67))):
        _mark(atlas, f"boulder/piece/{i}", props_stone.rock(w, d, h, seed))
    for i in range(3):
        _stand(atlas, f"drum/{i}", props_things.drum(i + 3))
        _stand(atlas, f"bricks/{i}", props_things.bricks(i + 5))
    for i, (count, reach) in enumerate(((5, 24), (3, 18), (4, 21))):
        bones = props_bones.ribs(count, reach)
        atlas.add(f"ribs/{i}", bones, bones.shape[1] // 2, bones.shape[0] - 12)
    _stand(atlas, "skull", props_bones.skull())
    for i in range(BONES):
        _stand(atlas, f"bone/{i}", props_bones.bone(i + 2), 0.7)


def _plants(atlas: AtlasWriter) -> None:
    for i in range(2 * SHRUBS):
        wide = ((28, 22), (22, 17), (25, 19))[i % 3]
        dead = i % 2 == 1
        kind = "dead" if dead else "green"
        image = props_plants.shrub(i + 3, *wide, 40, dead=dead)
        _stand(atlas, f"shrub/{kind}/{i // 2}", image, 0.8)
    for i in range(AGAVES):
        size = (22, 16) if i % 2 == 0 else (28, 20)
        _stand(atlas, f"agave/{i}", props_plants.agave(i + 1, *size), 0.8)


def _things(atlas: AtlasWriter) -> None:
    make = props_things
    for lit, state in ((True, "lit"), (False, "doused")):
        atlas.add(f"lantern/big/{state}", make.lantern_big(lit=lit), 1, 18)
        _stand(atlas, f"lantern/small/{state}", make.lantern_small(lit=lit))
    torches = make.torches()
    width, height = torches[0].shape[1], torches[0].shape[0]
    atlas.animate("torch", torches, width // 2, height - 2, ticks=FLAME_TICKS)
    out = make.torch_out()
    atlas.add("torch/out", out, out.shape[1] // 2, out.shape[0] - 2)
    banners = [make.banner(i * 6.2832 / BANNER_FRAMES) for i in range(BANNER_FRAMES)]
    atlas.animate("banner", banners, banners[0].shape[1] // 2, 1, ticks=SWAY_TICKS)
    for written, state in ((False, "open"), (True, "written")):
        _stand(atlas, f"register/{state}", make.desk(written=written))
    for signed, state in ((False, "unsigned"), (True, "signed")):
        _stand(atlas, f"marker/{state}", make.marker(signed=signed))
    for eggs in (3, 4, 5):
        _stand(atlas, f"nest/{eggs}", make.nest(eggs=eggs))
    _stand(atlas, "crate", make.crate())
    _stand(atlas, "jar", make.jar())
    for i, length in enumerate((38, 30)):
        _stand(atlas, f"log/{i}", make.log_seat(length, 91 + i))
    _mark(atlas, "kunai", make.kunai())
    for i in range(3):
        _mark(atlas, f"pebble/{i}", make.pebble(i))


def _traces(atlas: AtlasWriter) -> None:
    for gait in ("walk", "run", "sneak"):
        for heading in range(props_traces.HEADINGS):
            _mark(atlas, f"footprint/{gait}/{heading}", props_traces.footprint(heading, gait))
    for heading in range(4):
        _mark(atlas, f"furrow/{heading}", props_traces.furrow(heading))
    for i, size in enumerate((7, 10, 14)):
        _mark(atlas, f"blood/{i}", props_traces.blood(30 + i, size))
    for i in range(2):
        atlas.add(f"spark/{i}", props_traces.spark(i), 6, 38)
    bursts = [props_traces.burst(i, BURST_FRAMES) for i in range(BURST_FRAMES)]
    atlas.animate("burst", bursts, 22, 29, ticks=DUST_TICKS)
    for name, size in (("small", 12), ("large", 26)):
        frames = [props_traces.puff(i, PUFF_FRAMES, size, 50 + size) for i in range(PUFF_FRAMES)]
        atlas.animate(f"dust/{name}", frames, size // 2, int(size * 0.72), ticks=DUST_TICKS)


def make(assets: Path) -> None:
    """Write the atlas below the assets folder."""
    atlas = AtlasWriter()
    _stones(atlas)
    _plants(atlas)
    _things(atlas)
    _traces(atlas)
    atlas.write(assets / "sprites", "props")

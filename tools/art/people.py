"""All people in one atlas, `sprites/people.png`: lead, guards, rogues, children, the wounded."""

from pathlib import Path
from typing import Final

import numpy as np

from tools.art import people_cast as cast
from tools.art import people_gaits as gaits
from tools.art import people_poses as poses
from tools.art.atlas import AtlasWriter
from tools.art.noise import fbm
from tools.art.palette import rgba
from tools.art.people_gaits import Motion
from tools.art.people_rig import ADULT, Figure, Pose, add_chakra, draw, finished, lay
from tools.art.people_view import FOOT_X, FOOT_Y, VIEWS
from tools.art.raster import Image, ellipse

SAKURA_MOTIONS: Final[dict[str, Motion]] = {
    "idle": poses.IDLE,
    "walk": gaits.WALK,
    "run": gaits.RUN,
    "sneak": gaits.SNEAK,
    "light": gaits.LIGHT,
    "feign": gaits.FEIGN,
    "feign_idle": poses.FEIGN_IDLE,
    "low": poses.LOW,
    "kneel": poses.KNEEL,
    "sweep": poses.SWEEP,
    "sense": poses.SENSE,
    "windup": poses.WINDUP,
    "charged": poses.CHARGED,
    "strike": poses.STRIKE,
    "punch": poses.PUNCH,
    "aim_kunai": poses.aim("kunai"),
    "aim_pebble": poses.aim("pebble"),
    "throw": poses.THROW,
    "drag": gaits.DRAG,
    "hurt": poses.HURT,
    "sit": poses.SIT,
} | {
    f"{act}_{name}": blown(side)
    for name, side in (("right", 1), ("left", -1))
    for act, blown in (
        ("idle_wind", poses.idle_in_wind),
        ("walk_wind", gaits.walk_in_wind),
        ("brace", poses.brace),
    )
}
CHILD_MOTIONS: Final[dict[str, Motion]] = {
    "idle": poses.IDLE,
    "walk": gaits.WALK,
    "run": gaits.RUN,
    "look": poses.LOOK,
}
FIGHTER_MOTIONS: Final[dict[str, Motion]] = CHILD_MOTIONS | {
    "peer": poses.PEER,
    "wonder": gaits.WONDER,
    "search": poses.SEARCH,
    "prowl": gaits.PROWL,
    "ready": poses.READY,
    "lunge": gaits.LUNGE,
    "strike": poses.CUT,
    "hurt": poses.HURT,
}
AMBUSHER_MOTIONS: Final[dict[str, Motion]] = FIGHTER_MOTIONS | {"emerge": poses.EMERGE}
SASORI_MOTIONS: Final[dict[str, Motion]] = {
    "sit": poses.SIT,
    "bound": poses.BOUND,
    "bound_walk": gaits.BOUND_WALK,
}
DUEL_MOTIONS: Final[dict[str, Motion]] = {
    "ready": poses.READY,
    "strike": poses.CUT,
    "parry": poses.PARRY,
    "fall": poses.FALL,
}
"""Only seen from the side: his enemies stand left and right of him."""
NIGHT: Final = (230, 224, 255)
"""Everybody is seen in the blue of the night."""
LYING_HALF: Final = 16
"""From the feet of someone lying to the middle of the body, which is the foot point then."""

OTHERS: Final[dict[str, tuple[Figure, dict[str, Motion]]]] = {
    "patrol": (cast.PATROL, FIGHTER_MOTIONS),
    "guard": (cast.GUARD, FIGHTER_MOTIONS),
    "rogue_a": (cast.ROGUE_A, FIGHTER_MOTIONS),
    "rogue_b": (cast.ROGUE_B, AMBUSHER_MOTIONS),
    "rogue_c": (cast.ROGUE_C, AMBUSHER_MOTIONS),
    "cutter_a": (cast.CUTTER_A, FIGHTER_MOTIONS),
    "cutter_b": (cast.CUTTER_B, FIGHTER_MOTIONS),
    "child_a": (cast.CHILD_A, CHILD_MOTIONS),
    "child_b": (cast.CHILD_B, CHILD_MOTIONS),
}


def frames(figure: Figure, motion: Motion, direction: str) -> list[Image]:
    """The finished frames of one motion seen from one side, on the common canvas."""
    result = []
    for beat, pose in enumerate(motion.poses):
        raw, joints = draw(figure, direction, pose)
        image = finished(raw)
        add_chakra(image, pose, joints, beat)
        result.append(image)
    return result


def _add_motions(
    atlas: AtlasWriter,
    name: str,
    figure: Figure,
    motions: dict[str, Motion],
    directions: tuple[str, ...] = tuple(VIEWS),
) -> None:
    scale = figure.build.hip_z / ADULT.hip_z
    for act, adult in motions.items():
        motion = adult if scale >= 1 else adult.scaled(scale)
        for direction in directions:
            atlas.animate(
                f"{name}/{act}/{direction}",
                frames(figure, motion, direction),
                FOOT_X,
                FOOT_Y,
                stride_px=motion.stride_for(direction),
                ticks=motion.ticks,
            )


def lying(figure: Figure, view: str, pose: Pose, head_left: bool) -> Image:
    """A figure on the ground; seen `down` it lies on its back, seen `up` on its face."""
    raw, _ = draw(figure, view, pose)
    return finished(lay(raw, head_left))


def _blood(image: Image, spread: float, seed: int) -> None:
    """A dark stain on the sand below the trunk of someone lying."""
    height, width = image.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float64)
    solid_x = np.flatnonzero(image[..., 3].any(0))
    solid_y = np.flatnonzero(image[..., 3].any(1))
    cx = float(solid_x[0] + solid_x[-1]) / 2 - 1.5
    cy = float(solid_y[-1]) - 3
    edge = np.hypot((x - cx) / (8 * spread), (y - cy) / (4.4 * spread))
    edge += (fbm(x / 4, y / 3, seed, 2) - 0.5) * 0.8
    free = image[..., 3] == 0
    image[free & (edge < 1)] = rgba("blood0")
    image[free & (edge < 0.62)] = rgba("blood1")


def _add_lying(
    atlas: AtlasWriter, name: str, figure: Figure, view: str, pose: Pose, blood: float = 0.0
) -> None:
    for direction, head_left in (("right", False), ("left", True)):
        image = lying(figure, view, pose, head_left)
        rows = np.flatnonzero(image[..., 3].any(1))
        if blood:
            _blood(image, blood, 4)
        foot_x = image.shape[1] - FOOT_Y + LYING_HALF if not head_left else FOOT_Y - LYING_HALF
        atlas.animate(f"{name}/{direction}", [image], foot_x, int(rows[-1]) - 4, ticks=60)


def build() -> AtlasWriter:
    """Draw everyone; no files."""
    atlas = AtlasWriter(tint=NIGHT)
    _add_motions(atlas, "sakura", cast.SAKURA, SAKURA_MOTIONS)
    for name, (figure, motions) in OTHERS.items():
        _add_motions(atlas, name, figure, motions)
        _add_lying(atlas, f"{name}/down", figure, "up", poses.SPRAWLED)
    _add_motions(atlas, "sasori", cast.SASORI_MENDED, SASORI_MOTIONS)
    _add_motions(atlas, "sasori", cast.SASORI, DUEL_MOTIONS, ("right", "left"))
    _add_lying(atlas, "sasori/prone", cast.SASORI, "up", poses.FALLEN, blood=0.7)
    _add_lying(
        atlas, "sasori/supine", cast.SASORI_WOUNDED, "down", poses.HOLDING_HIS_SIDE, blood=1.0
    )
    _add_lying(atlas, "sasori/healed", cast.SASORI_ASLEEP, "down", poses.LYING_STILL)
    atlas.add("shadow/person", ellipse(16, 6), 8, 3)
    atlas.add("shadow/child", ellipse(12, 5), 6, 2)
    atlas.add("shadow/lying", ellipse(34, 10), 17, 5)
    return atlas


def make(out: Path) -> None:
    """Write sprites/people.png and .json below the assets folder."""
    build().write(out / "sprites", "people")

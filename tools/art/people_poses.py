"""The movements of people: tables of poses, each a whole cycle or act.

Planted feet move back by the same amount in every frame, so that a figure whose frame follows the
distance walked never slides. Contact frames are low, passing frames a pixel higher.
"""

from dataclasses import dataclass, replace
from typing import Final

from tools.art.people_rig import GROUND, Pose, Spot


@dataclass(frozen=True, slots=True)
class Motion:
    """Poses in order; `stride_px` is what one cycle covers sideways, 0 for acts by time."""

    poses: tuple[Pose, ...]
    stride_px: int = 0
    ticks: int = 0

    def stride_for(self, direction: str) -> int:
        """The ground one cycle covers in a direction; up and down steps are drawn shorter."""
        if direction in ("up", "down"):
            return round(self.stride_px * GROUND)
        return self.stride_px

    def scaled(self, factor: float) -> "Motion":
        """The same movement for smaller legs and arms."""

        def smaller(spot: Spot) -> Spot:
            return spot[0] * factor, spot[1] * factor, spot[2] * factor

        poses = tuple(
            replace(
                pose,
                right_foot=smaller(pose.right_foot),
                left_foot=smaller(pose.left_foot),
                right_hand=smaller(pose.right_hand),
                left_hand=smaller(pose.left_hand),
                crouch=pose.crouch * factor,
                lean=pose.lean * factor,
                advance=pose.advance * factor,
            )
            for pose in self.poses
        )
        return Motion(poses, round(self.stride_px * factor), self.ticks)


FRAMES: Final = 8


def _gait(
    stride: float,
    planted: int,
    lift: float,
    *,
    crouch: float = 0.0,
    lean: float = 0.0,
    rise: tuple[int, ...] = (0, 1, 1, 0),
    swing: float = 0.7,
    base: Pose | None = None,
    arms: bool = True,
) -> tuple[Pose, ...]:
    """Eight frames of two legs half a cycle apart; each foot is planted for `planted` frames."""
    step = stride / FRAMES
    reach = step * (planted - 1) / 2
    path: list[Spot] = [(reach - step * i, 0.0, 0.0) for i in range(planted)]
    swinging = FRAMES - planted
    for i in range(swinging):
        t = (i + 0.7) / (swinging + 0.4)
        ease = t * t * (3 - 2 * t)
        height = lift * (1 - (2 * t - 1) ** 2) ** 0.7
        path.append((-reach - step * 0.4 * (1 - t) + (2 * reach + step * 0.4) * ease, 0.0, height))
    start = base or Pose()
    poses = []
    for i in range(FRAMES):
        right, left = path[i], path[(i + FRAMES // 2) % FRAMES]
        pose = replace(
            start,
            right_foot=right,
            left_foot=left,
            crouch=crouch,
            lean=lean,
            rise=rise[i % len(rise)],
        )
        if arms:
            pose = replace(
                pose,
                right_hand=(0.4 - right[0] * swing, 0.4, -5.8 + abs(right[0]) * 0.12),
                left_hand=(0.4 - left[0] * swing, 0.4, -5.8 + abs(left[0]) * 0.12),
            )
        poses.append(pose)
    return tuple(poses)


_STAND: Final = Pose()
_BREATHE: Final = replace(_STAND, rise=0, right_hand=(0.3, 0.6, -5.6), left_hand=(0.3, 0.6, -5.6))

IDLE: Final = Motion((_STAND, _STAND, _BREATHE, replace(_BREATHE, rise=1), _BREATHE), ticks=24)
WALK: Final = Motion(_gait(22, 4, 2.6), stride_px=22)
RUN: Final = Motion(
    _gait(
        40,
        3,
        5.0,
        crouch=1.0,
        lean=3.6,
        rise=(0, 0, 1, 2),
        arms=False,
        base=Pose(right_hand=(-5.2, 0.6, -2.6), left_hand=(-5.2, 0.6, -3.2)),
    ),
    stride_px=40,
)
SNEAK: Final = Motion(
    _gait(
        16,
        5,
        1.8,
        crouch=3.6,
        lean=3.0,
        rise=(0, 0, 0, 0),
        arms=False,
        base=Pose(right_hand=(2.6, 0.8, -3.8), left_hand=(1.0, 1.0, -4.4)),
    ),
    stride_px=16,
)
LIGHT: Final = Motion(
    tuple(
        replace(pose, glow=("feet",))
        for pose in _gait(
            22,
            4,
            3.2,
            rise=(1, 2, 2, 1),
            arms=False,
            base=Pose(right_hand=(0.0, 2.2, -4.4), left_hand=(0.0, 2.2, -4.4)),
        )
    ),
    stride_px=22,
)
FEIGN: Final = Motion(
    tuple(
        replace(pose, hide_right_hand=True, hide_left_hand=True)
        for pose in _gait(
            22,
            4,
            2.2,
            lean=-1.4,
            arms=False,
            base=Pose(right_hand=(0.8, -1.8, -4.8), left_hand=(0.8, -1.8, -4.8)),
        )
    ),
    stride_px=22,
)
_POCKETS: Final = Pose(
    lean=-1.4,
    right_hand=(0.8, -1.8, -4.8),
    left_hand=(0.8, -1.8, -4.8),
    hide_right_hand=True,
    hide_left_hand=True,
)
FEIGN_IDLE: Final = Motion(
    (_POCKETS, _POCKETS, replace(_POCKETS, rise=1), replace(_POCKETS, lean=-2.0)), ticks=30
)
_BRACED: Final = Pose(
    right_foot=(3.0, 1.2, 0),
    left_foot=(-3.4, 1.2, 0),
    crouch=2.0,
    lean=2.6,
    right_hand=(4.4, -4.4, 3.4),
    left_hand=(-1.0, 1.0, -4.4),
)
BRACE: Final = Motion(
    (
        replace(_BRACED, wind=1),
        replace(_BRACED, wind=2, crouch=2.4),
        replace(_BRACED, wind=3),
        replace(_BRACED, wind=2),
    ),
    ticks=7,
)
_KNEELING: Final = Pose(
    right_foot=(-4.6, 0.4, -0.6),
    left_foot=(2.6, 0.8, 0),
    crouch=5.0,
    lean=1.2,
    right_hand=(2.2, 0.0, -4.6),
    left_hand=(3.0, 0.0, -3.8),
)
KNEEL: Final = Motion(
    (
        replace(_STAND, crouch=2.0, lean=1.0),
        _KNEELING,
        _KNEELING,
        replace(_KNEELING, rise=1),
        _KNEELING,
    ),
    ticks=14,
)
_SENSING: Final = replace(
    _KNEELING, lean=3.0, right_hand=(3.4, -1.0, -7.6), left_hand=(3.2, -4.2, -1.4), head=(0, 1)
)
SENSE: Final = Motion(
    tuple(replace(_SENSING, glow=("right_hand",), rise=i // 2 % 2) for i in range(4)), ticks=10
)
_WINDUP: Final = Pose(
    right_foot=(-3.4, 0.6, 0),
    left_foot=(2.6, 0.4, 0),
    crouch=1.6,
    lean=-1.0,
    right_hand=(-3.6, 0.8, -1.6),
    left_hand=(3.4, -1.0, -1.6),
)
_BLOW: Final = Pose(
    right_foot=(4.4, 0.2, 0),
    left_foot=(-5.0, 0.6, 0),
    crouch=2.0,
    lean=4.0,
    right_hand=(7.6, -2.4, -1.6),
    left_hand=(-2.4, 0.8, -2.6),
    advance=4.0,
)
STRIKE: Final = Motion(
    (
        replace(_WINDUP, lean=0.4, crouch=0.6),
        _WINDUP,
        replace(_WINDUP, lean=1.6, right_hand=(1.0, 0.6, -1.2), advance=2.0),
        _BLOW,
        replace(_BLOW, lean=3.6, advance=5.0),
        replace(_BLOW, lean=1.8, right_hand=(2.6, 0.2, -3.4), crouch=1.0, advance=2.0),
    ),
    ticks=4,
)
PUNCH: Final = Motion(
    tuple(replace(pose, glow=("right_hand",)) for pose in STRIKE.poses[:5]) + STRIKE.poses[5:],
    ticks=4,
)
THROW: Final = Motion(
    (
        replace(_WINDUP, right_hand=(-1.4, 0.6, 2.4), held="kunai"),
        replace(_WINDUP, right_hand=(-3.0, 1.0, 3.0), lean=-1.6, held="kunai"),
        replace(_BLOW, right_hand=(5.0, -1.0, 1.8), lean=2.4, held="kunai", advance=1.0),
        replace(_BLOW, right_hand=(5.8, -2.0, -1.6), lean=3.0, advance=2.0),
        replace(_STAND, right_hand=(2.0, 0.0, -4.6), lean=0.8),
    ),
    ticks=4,
)
DRAG: Final = Motion(
    _gait(
        12,
        5,
        1.4,
        crouch=2.4,
        lean=3.4,
        rise=(0, 0, 1, 0),
        arms=False,
        base=Pose(right_hand=(-5.4, -2.4, -3.2), left_hand=(-5.4, -2.4, -3.2)),
    ),
    stride_px=12,
)
_REELING: Final = Pose(
    right_foot=(2.4, 0.6, 0),
    left_foot=(-2.4, 0.6, 0),
    crouch=1.4,
    lean=-2.6,
    head=(0, 1),
    right_hand=(2.4, 2.0, -2.4),
    left_hand=(3.2, -2.2, -3.0),
)
HURT: Final = Motion(
    (_REELING, replace(_REELING, lean=-1.6, crouch=2.0), replace(_REELING, lean=1.4)), ticks=6
)
_SITTING: Final = Pose(
    right_foot=(5.0, 0.6, 0),
    left_foot=(5.6, 0.4, 0),
    crouch=8.2,
    lean=0.6,
    right_hand=(4.4, -1.4, -2.4),
    left_hand=(4.4, -1.4, -2.4),
)
SIT: Final = Motion(
    (_SITTING, _SITTING, replace(_SITTING, rise=1), replace(_SITTING, rise=1)), ticks=26
)
_LOOKING: Final = replace(_STAND, lean=0.6)
_SHADING_EYES: Final = replace(_LOOKING, right_hand=(3.4, -2.6, 2.6))
SEARCH: Final = Motion(
    (
        _STAND,
        replace(_LOOKING, turn=-1),
        replace(_LOOKING, turn=-2, rise=1),
        replace(_LOOKING, turn=-1),
        _STAND,
        replace(_SHADING_EYES, turn=1),
        replace(_SHADING_EYES, turn=2, rise=1),
        replace(_SHADING_EYES, turn=1),
    ),
    ticks=18,
)
FALLEN: Final = Pose(
    right_foot=(0.0, 0.8, 0),
    left_foot=(0.0, 0.2, 1.0),
    right_hand=(0.0, 3.6, -2.0),
    left_hand=(0.0, 1.6, -4.6),
)
HOLDING_HIS_SIDE: Final = Pose(
    right_foot=(0.0, 0.4, 0),
    left_foot=(0.0, 0.6, 1.4),
    right_hand=(2.2, -3.4, -4.4),
    left_hand=(0.0, 2.0, -5.0),
)
LYING_STILL: Final = Pose(right_hand=(0.0, 0.8, -5.6), left_hand=(2.2, -3.0, -3.4))
SPRAWLED: Final = Pose(
    right_foot=(0.0, 1.0, 0),
    left_foot=(0.0, 0.4, 1.4),
    right_hand=(0.0, 2.6, -5.0),
    left_hand=(0.0, 1.8, -4.2),
)
WIND_IDLE: Final = Motion(
    tuple(
        replace(_STAND, wind=1 + i % 3, left_hand=(2.6, -3.4, 1.4) if i > 2 else _STAND.left_hand)
        for i in range(6)
    ),
    ticks=8,
)
WIND_WALK: Final = Motion(
    tuple(replace(pose, wind=1 + i % 3) for i, pose in enumerate(_gait(22, 4, 2.6, lean=1.6))),
    stride_px=22,
)

"""How people go: cycles of two legs whose frames follow the distance walked.

Planted feet move back by the same amount in every frame, so that nobody slides. Contact frames are
low, passing frames a pixel higher. Alarm shows in the carriage: who wonders peers ahead, who
searches stoops, who hunts leans into the run.
"""

import math
from dataclasses import dataclass, replace
from typing import Final

from tools.art.people_rig import Pose
from tools.art.people_view import VIEWS, Spot


@dataclass(frozen=True, slots=True)
class Motion:
    """Poses in order; `stride_px` is what one cycle covers sideways, 0 for acts by time."""

    poses: tuple[Pose, ...]
    stride_px: int = 0
    ticks: int = 0

    def stride_for(self, direction: str) -> int:
        """The ground one cycle covers in a direction; up and down steps are drawn shorter."""
        return round(self.stride_px * math.hypot(*VIEWS[direction].forward))

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


def gait(
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


WALK: Final = Motion(gait(22, 4, 2.6), stride_px=22)
RUN: Final = Motion(
    tuple(
        replace(pose, wind=1 + i % 3, head=(0, 0))
        for i, pose in enumerate(
            gait(
                40,
                3,
                5.0,
                crouch=1.2,
                lean=4.4,
                rise=(0, 0, 1, 2),
                arms=False,
                base=Pose(right_hand=(-5.4, 0.8, -2.2), left_hand=(-5.4, 0.8, -2.8)),
            )
        )
    ),
    stride_px=40,
)
SNEAK: Final = Motion(
    gait(
        16,
        5,
        1.8,
        crouch=3.8,
        lean=3.4,
        rise=(0, 0, 0, 0),
        arms=False,
        base=Pose(right_hand=(2.6, 0.8, -3.8), left_hand=(1.0, 1.0, -4.4)),
    ),
    stride_px=16,
)
LIGHT: Final = Motion(
    tuple(
        replace(pose, glow=("feet",))
        for pose in gait(
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
POCKETS: Final = Pose(
    lean=-1.6,
    right_hand=(0.8, -1.8, -4.8),
    left_hand=(0.8, -1.8, -4.8),
    hide_right_hand=True,
    hide_left_hand=True,
)
"""Hands in the pockets, the weight on the heels."""
FEIGN: Final = Motion(gait(22, 4, 2.2, lean=-1.6, arms=False, base=POCKETS), stride_px=22)
DRAG: Final = Motion(
    gait(
        12,
        5,
        1.4,
        crouch=2.6,
        lean=4.4,
        rise=(0, 0, 1, 0),
        arms=False,
        base=Pose(right_hand=(-5.6, -2.4, -2.8), left_hand=(-5.6, -2.4, -2.8), head=(0, 1)),
    ),
    stride_px=12,
)


def walk_in_wind(side: int) -> Motion:
    """A walk with hair and cloth blown to one side of the screen, 1 right or -1 left."""
    poses = gait(22, 4, 2.6, lean=1.6)
    return Motion(
        tuple(replace(pose, wind=1 + i % 3, blown=side) for i, pose in enumerate(poses)),
        stride_px=22,
    )


WONDER: Final = Motion(
    tuple(
        replace(pose, right_hand=(3.2, -3.0, 8.0))
        for pose in gait(20, 4, 2.2, lean=2.0)
    ),
    stride_px=20,
)
"""Somebody curious comes to see, a hand over the eyes."""
PROWL: Final = Motion(
    gait(
        18,
        5,
        2.2,
        crouch=3.0,
        lean=4.8,
        rise=(0, 0, 1, 0),
        arms=False,
        base=Pose(right_hand=(2.8, 2.4, -4.2), left_hand=(3.6, 2.0, -3.4), head=(0, 1)),
    ),
    stride_px=18,
)
"""Somebody searches: bent over the ground, arms out."""
LUNGE: Final = Motion(
    gait(
        40,
        3,
        5.0,
        crouch=1.6,
        lean=3.0,
        rise=(0, 0, 1, 2),
        arms=False,
        base=Pose(right_hand=(-3.4, 1.2, 3.8), left_hand=(3.6, -1.0, -1.6), held="kunai"),
    ),
    stride_px=40,
)
"""The last steps before a blow, the arm drawn back."""
BOUND_WALK: Final = Motion(
    gait(
        16,
        5,
        1.6,
        lean=1.8,
        rise=(0, 0, 1, 0),
        arms=False,
        base=Pose(
            right_hand=(-2.6, -3.4, -5.2),
            left_hand=(-2.6, -3.4, -5.2),
            head=(0, 1),
            hide_right_hand=True,
            hide_left_hand=True,
            held="rope",
        ),
    ),
    stride_px=16,
)
"""A prisoner with his hands tied behind his back, short steps, head down."""

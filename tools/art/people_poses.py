"""What people do in one place: tables of poses over time, each a whole act.

A blow has its weight in three parts: the body winds up while the key is held, snaps at once when
the act begins, swings past and comes back. Whoever is hit goes back first and folds afterwards.
"""

from dataclasses import replace
from typing import Final

from tools.art.people_gaits import POCKETS, Motion
from tools.art.people_rig import Pose

STAND: Final = Pose(right_foot=(0.4, 0.0, 0.0), left_foot=(-0.4, 0.0, 0.0))
_BREATHE: Final = replace(STAND, right_hand=(0.3, 0.6, -5.6), left_hand=(0.3, 0.6, -5.6))

IDLE: Final = Motion((STAND, STAND, _BREATHE, replace(_BREATHE, rise=1), _BREATHE), ticks=24)
FEIGN_IDLE: Final = Motion(
    (
        POCKETS,
        POCKETS,
        replace(POCKETS, rise=1, head=(0, -1)),
        replace(POCKETS, lean=-2.4, head=(0, -1)),
    ),
    ticks=30,
)
_BRACED: Final = Pose(
    right_foot=(3.0, 1.0, 0),
    left_foot=(-3.8, 1.0, 0),
    crouch=2.2,
    lean=3.4,
    right_hand=(4.4, -4.4, 3.4),
    left_hand=(-1.0, 1.0, -4.4),
)


def brace(side: int) -> Motion:
    """Squinting into the wind behind a raised arm; hair blown right (1) or left (-1)."""
    return Motion(
        tuple(
            replace(_BRACED, wind=wind, crouch=crouch, blown=side)
            for wind, crouch in ((1, 2.2), (2, 2.8), (3, 2.2), (2, 1.8))
        ),
        ticks=7,
    )


def idle_in_wind(side: int) -> Motion:
    """Standing, hair and cloth blown; now and then a hand tucks the hair back."""
    tucks = replace(STAND, left_hand=(2.6, -3.4, 1.4), head=(0, 0))
    return Motion(
        tuple(
            replace(tucks if i in (4, 5) else STAND, wind=1 + i % 3, blown=side) for i in range(9)
        ),
        ticks=8,
    )


_KNEELING: Final = Pose(
    right_foot=(-4.6, 0.2, -0.6),
    left_foot=(2.6, 0.4, 0),
    crouch=5.2,
    lean=1.4,
    right_hand=(2.2, 0.0, -4.6),
    left_hand=(3.0, 0.0, -3.8),
)
KNEEL: Final = Motion(
    (
        replace(STAND, crouch=2.4, lean=2.0),
        replace(_KNEELING, crouch=6.0, lean=2.4),
        _KNEELING,
        replace(_KNEELING, rise=1),
        _KNEELING,
    ),
    ticks=7,
)
SWEEP: Final = Motion(
    tuple(
        replace(
            _KNEELING, lean=4.4, head=(aside, 1), right_hand=(4.6, side, -7.0), crouch=5.6
        )
        for side, aside in ((3.2, 0), (1.0, 0), (-2.4, 0), (-4.0, 0), (-2.4, 0), (1.0, 0))
    ),
    ticks=7,
)
"""Prints are brushed away with one hand, to and fro."""
LOW: Final = Motion(
    tuple(
        replace(
            _KNEELING, crouch=crouch, lean=4.6, head=(0, 1), right_hand=(3.6, -0.6, -6.0)
        )
        for crouch in (6.4, 6.4, 6.0, 6.4)
    ),
    ticks=26,
)
"""Still beside cover, as small as can be."""
_SENSING: Final = replace(
    _KNEELING, lean=3.0, right_hand=(3.4, -1.0, -7.6), left_hand=(3.2, -4.2, -1.4), head=(0, 1)
)
SENSE: Final = Motion(
    tuple(replace(_SENSING, glow=("right_hand",), rise=i // 2 % 2) for i in range(4)), ticks=10
)
_WOUND_UP: Final = Pose(
    right_foot=(-4.4, 0.6, 0),
    left_foot=(3.2, 0.4, 0),
    crouch=2.8,
    lean=-2.2,
    right_hand=(-5.2, 1.2, -0.8),
    left_hand=(4.4, -1.0, -1.4),
    advance=-1.5,
)
_COILING: Final = (replace(STAND, crouch=1.2, lean=-0.8, right_hand=(-2.0, 0.8, -2.4)), _WOUND_UP)
WINDUP: Final = Motion((*_COILING, replace(_WOUND_UP, crouch=3.2), _WOUND_UP), ticks=5)
"""The fist is drawn back while the key is held."""
CHARGED: Final = Motion(
    tuple(
        replace(_WOUND_UP, crouch=crouch, rise=rise, glow=("right_hand",))
        for crouch, rise in ((3.2, 0), (3.6, 0), (3.2, 0), (3.6, 1))
    ),
    ticks=5,
)
"""Held so long that the chakra shows: what comes is the punch."""
_BLOW: Final = Pose(
    right_foot=(5.0, 0.2, 0),
    left_foot=(-5.8, 0.6, 0),
    crouch=2.4,
    lean=5.0,
    right_hand=(8.0, -2.4, -1.2),
    left_hand=(-4.0, 1.0, -2.2),
    advance=5.0,
)
STRIKE: Final = Motion(
    (
        replace(_BLOW, lean=3.0, right_hand=(5.0, -0.6, -0.8), crouch=1.6, advance=3.0),
        _BLOW,
        replace(_BLOW, lean=5.6, crouch=3.0, advance=6.0),
        replace(_BLOW, lean=3.4, right_hand=(5.0, -4.4, -3.4), crouch=2.0, advance=4.0),
        replace(STAND, lean=1.4, right_hand=(2.0, -1.0, -4.6), crouch=0.8, advance=1.0),
    ),
    ticks=3,
)
_DEEP: Final = replace(_BLOW, crouch=4.4, lean=6.4, right_hand=(7.4, -2.0, -4.4), advance=7.0)
PUNCH: Final = Motion(
    (
        replace(_BLOW, glow=("right_hand",), advance=6.0),
        replace(_DEEP, glow=("right_hand",)),
        replace(_DEEP, crouch=4.8, glow=("right_hand",)),
        replace(_DEEP, crouch=4.2),
        replace(_BLOW, lean=3.0, right_hand=(3.4, -1.6, -4.4), advance=3.6),
        replace(STAND, lean=1.2, crouch=0.8, advance=1.0),
    ),
    ticks=5,
)


def aim(thing: str) -> Motion:
    """An arm drawn back with something to throw, the other pointing at the mark."""
    cocked = replace(
        _WOUND_UP, crouch=1.6, right_hand=(-3.4, 2.4, 4.0), left_hand=(5.0, -1.0, -0.6), held=thing
    )
    raising = replace(STAND, crouch=0.8, right_hand=(-1.6, 1.4, -0.4), held=thing)
    return Motion((raising, cocked, replace(cocked, rise=1), cocked), ticks=6)


_THROWN: Final = replace(_BLOW, left_hand=(-3.4, 1.0, -2.6))
THROW: Final = Motion(
    (
        replace(_THROWN, right_hand=(4.6, -0.6, 3.6), lean=2.4, crouch=1.2, advance=1.5),
        replace(_THROWN, right_hand=(7.2, -1.6, 0.2), lean=4.4, advance=3.0),
        replace(_THROWN, right_hand=(4.6, -4.2, -4.6), lean=5.0, crouch=3.0, advance=3.5),
        replace(_THROWN, right_hand=(2.4, -2.4, -5.0), lean=2.6, crouch=1.4, advance=2.0),
        replace(STAND, right_hand=(1.4, -0.8, -5.0), lean=0.8),
    ),
    ticks=3,
)
_STRUCK: Final = Pose(
    right_foot=(3.0, 0.6, 0.8),
    left_foot=(-2.4, 0.6, 0),
    lean=-4.0,
    head=(0, -1),
    right_hand=(-1.4, 3.6, 0.6),
    left_hand=(-1.0, 3.6, 0.2),
    advance=-3.0,
    rise=1,
)
_FOLDED: Final = Pose(
    right_foot=(2.6, 0.6, 0),
    left_foot=(-2.6, 0.6, 0),
    crouch=3.4,
    lean=3.2,
    head=(0, 1),
    right_hand=(2.4, -2.0, -4.0),
    left_hand=(3.2, -2.2, -4.2),
    advance=-4.0,
)
HURT: Final = Motion(
    (
        _STRUCK,
        replace(_STRUCK, lean=-4.8, advance=-5.0, right_foot=(3.4, 0.6, 0), rise=0),
        _FOLDED,
        replace(_FOLDED, crouch=2.4, lean=2.2, advance=-2.5),
        replace(STAND, crouch=0.8, lean=1.0, advance=-1.0),
    ),
    ticks=4,
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

LOOK: Final = Motion(
    tuple(
        replace(STAND, turn=turn, rise=rise)
        for turn, rise in ((0, 0), (-1, 0), (-2, 1), (-1, 0), (0, 0), (1, 0), (2, 1), (1, 0))
    ),
    ticks=18,
)
"""A watch kept: upright, the head going round."""
_PEERING: Final = replace(
    STAND, right_foot=(2.4, 0.0, 0), left_foot=(-2.0, 0.0, 0), lean=2.8, crouch=0.4,
    right_hand=(3.2, -3.0, 8.0),
)  # fmt: skip
PEER: Final = Motion(
    (
        replace(_PEERING, rise=1),
        _PEERING,
        replace(_PEERING, lean=3.8),
        replace(_PEERING, lean=4.4, crouch=1.0),
        replace(_PEERING, lean=3.8),
        _PEERING,
    ),
    ticks=14,
)
"""Something was noticed: bent forward, a hand over the eyes."""
_STOOPED: Final = Pose(
    right_foot=(2.8, 0.6, 0),
    left_foot=(-2.8, 0.6, 0),
    crouch=3.2,
    lean=5.0,
    head=(0, 1),
    right_hand=(2.4, 2.8, -4.4),
    left_hand=(3.4, 2.4, -3.8),
)
SEARCH: Final = Motion(
    tuple(
        replace(_STOOPED, turn=turn, crouch=2.8 + 0.4 * abs(turn))
        for turn in (0, -1, -2, -1, 0, 1, 2)
    ),
    ticks=14,
)
"""Bent over the ground, looking left and right."""
READY: Final = Motion(
    tuple(
        replace(
            STAND,
            right_foot=(-3.8, 0.8, 0),
            left_foot=(3.6, 0.6, 0),
            crouch=crouch,
            lean=2.8,
            right_hand=(1.4, 1.8, 0.6),
            left_hand=(4.6, 0.6, -1.6),
            held="kunai",
        )
        for crouch in (2.4, 2.8, 3.0, 2.8)
    ),
    ticks=9,
)
"""Face to face with an enemy: low, weapon up."""
CUT: Final = Motion(
    (
        replace(_BLOW, lean=3.0, right_hand=(4.0, -0.6, 4.0), advance=2.0, held="kunai"),
        replace(_BLOW, right_hand=(7.6, -1.6, -0.6), held="kunai"),
        replace(_BLOW, lean=6.0, crouch=3.6, right_hand=(5.4, -3.6, -5.0), held="kunai"),
        replace(_BLOW, lean=4.0, crouch=2.4, right_hand=(3.4, -3.0, -5.0), advance=3.0),
        replace(STAND, lean=1.6, crouch=1.0, right_hand=(1.6, -0.8, -4.8), advance=1.0),
    ),
    ticks=4,
)
"""The blow of everybody else, from above through and down."""
EMERGE: Final = Motion(
    (
        replace(STAND, crouch=7.0, lean=3.0, right_hand=(2.0, 1.6, -2.0)),
        replace(STAND, crouch=3.0, right_hand=(0.6, 2.2, 3.0), left_hand=(0.6, 2.2, 3.0)),
        Pose(
            right_foot=(2.6, 0.6, 3.4),
            left_foot=(-2.2, 0.6, 4.2),
            rise=3,
            right_hand=(-1.6, 2.2, 4.4),
            left_hand=(1.0, 2.6, 3.0),
            held="kunai",
        ),
        replace(READY.poses[0], crouch=4.2, lean=3.6),
    ),
    ticks=5,
)
"""Out of the sand: gathered, arms up, off the ground, down into the knees."""
PARRY: Final = Motion(
    (
        replace(READY.poses[0], right_hand=(5.0, -2.6, 1.8), lean=-0.6, advance=-1.5),
        replace(READY.poses[0], right_hand=(4.2, -3.0, 1.2), lean=-2.0, crouch=3.4, advance=-3.0),
        replace(READY.poses[0], lean=0.8, advance=-1.5),
    ),
    ticks=6,
)
"""A blow is turned aside, a step back."""
FALL: Final = Motion(
    (
        _STRUCK,
        replace(_STRUCK, lean=-2.0, crouch=2.0, rise=0, head=(0, 0)),
        replace(_FOLDED, crouch=5.0, lean=4.0, advance=0.0),
        replace(_KNEELING, crouch=6.4, lean=6.4, head=(0, 2), right_hand=(3.0, -1.0, -6.6)),
    ),
    ticks=6,
)
"""He goes down: thrown back, to his knees, forward."""
BOUND: Final = Motion(
    tuple(
        replace(
            STAND,
            lean=1.4,
            rise=rise,
            head=(0, 1),
            right_hand=(-2.6, -3.4, -5.2),
            left_hand=(-2.6, -3.4, -5.2),
            hide_right_hand=True,
            hide_left_hand=True,
            held="rope",
        )
        for rise in (0, 0, 1, 0)
    ),
    ticks=26,
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

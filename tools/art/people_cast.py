"""Who is who: each figure's grids, the colours behind its marks, and what it carries."""

import math
from dataclasses import replace
from typing import Final

from tools.art import people_grids as grids
from tools.art import people_grids_rogues as rogues
from tools.art.palette import COLORS
from tools.art.people_rig import Build, Cloth, Figure, Joints, Pose, View
from tools.art.raster import Image, dot, limb

_COMMON: Final = {
    "a": "skin0",
    "b": "skin1",
    "c": "skin2",
    "d": "skin3",
    "e": "skin4",
    "k": "steel1",
    "l": "steel2",
    "m": "steel3",
    "n": "moon2",
    "g": "steel0",
    "h": "night3",
    "#": "ink",
    "w": "steel3",
    "i": "stone1",
    "I": "stone0",
    "o": "stone1",
    "p": "stone2",
    "q": "stone3",
    "r": "stone4",
    "y": "lamp3",
    "z": "red3",
    "*": "blood0",
    "!": "blood1",
    "?": "blood2",
}


def key_of(head: str, coat: str, cloth: str, **others: str) -> dict[str, str]:
    """The colours behind grid marks: head marks 0-4, coat marks P-T, cloth marks U-X.

    Each is a list of colour names in words, dark to light; others set single marks.
    """
    key = dict(_COMMON)
    for marks, names in (("01234", head), ("PQRST", coat), ("UVWX", cloth)):
        key.update(zip(marks, names.split(), strict=False))
    key.update({mark.removeprefix("_"): name for mark, name in others.items()})
    unknown = sorted(set(key.values()) - set(COLORS))
    if unknown:
        raise ValueError(f"no such colour: {', '.join(unknown)}")
    return key


INDIGO: Final[Cloth] = ("sand1", "sand2", "sand3")
DARK_BOOTS: Final[Cloth] = ("night1", "night2", "night4")
VEST: Final = "vest0 vest1 vest2 vest3 vest4"


def _pouch(image: Image, view: View, pose: Pose, joints: Joints, behind: bool) -> None:
    """The kunai pouch on her right thigh."""
    if behind or view.name in ("left", "up_left", "down_left"):
        return
    x, y = joints.waist
    spot = {"down": (-5, 2), "up": (3, 2), "right": (-1, 2)}.get(view.name)
    if spot is None:
        spot = (-4, 2) if view.name == "down_right" else (2, 2)
    left, top = round(x) + spot[0], round(y) + spot[1]
    for dy, row in enumerate(("ppo", "qrp", "pqo")):
        for dx, mark in enumerate(row):
            dot(image, left + dx, top + dy, _COMMON[mark])


def wind_side(view: View) -> int:
    """Where wind carries loose things on the screen: against her facing, else to the right."""
    return 1 if abs(view.forward[0]) < 0.5 else (-1 if view.forward[0] > 0 else 1)


def _streaming_hair(image: Image, view: View, pose: Pose, joints: Joints, behind: bool) -> None:
    """Locks that the wind pulls out behind her."""
    if not pose.wind or not behind:
        return
    x, y = joints.head
    side = wind_side(view)
    profile = abs(view.forward[0]) > 0.5
    root = x + (2 if profile else 4) * side
    for i, (dy, length, colors) in enumerate(
        (
            (5.4, 7.5, ("pink0", "pink1", "pink2")),
            (0.6, 8.0, ("pink1", "pink2", "pink3")),
            (3.2, 10.0, ("pink1", "pink2", "pink3")),
        )
    ):
        swing = math.sin((pose.wind + i * 0.9) * 2.1) * 0.9
        middle = (root + side * (3 + length * 0.35), y + dy + swing * 0.5)
        end = (root + side * (3 + length * 0.72), y + dy - 0.6 - swing)
        tip = (root + side * (3 + length), y + dy - 0.4 - swing * 0.4)
        limb(image, [(root, y + dy), middle], colors, 1.9)
        limb(image, [middle, end], colors, 1.4)
        limb(image, [end, tip], colors, 0.7)


def _sash_end(image: Image, view: View, pose: Pose, joints: Joints, behind: bool) -> None:
    """The loose end of her red sash; it hangs, or flies in the wind."""
    if behind or view.name == "up":
        return
    x, y = joints.waist
    if pose.wind:
        away, sway = wind_side(view), pose.wind % 2
        for i, name in enumerate(("red2", "red3", "red2", "red2", "red1")):
            dot(image, round(x) + (4 + i) * away, y + (i + sway) // 2 - 1, name)
            dot(image, round(x) + (4 + i) * away, y + (i + sway) // 2, "red1")
        return
    side = -1 if view.mirrored_from else 1
    for i, name in enumerate(("red2", "red3", "red2", "red1")):
        dot(image, round(x) + 2 * side, y + i, name)


def _sakura_extras(image: Image, view: View, pose: Pose, joints: Joints, behind: bool) -> None:
    _streaming_hair(image, view, pose, joints, behind)
    _pouch(image, view, pose, joints, behind)
    _sash_end(image, view, pose, joints, behind)
    _weapon(image, view, pose, joints, behind)


def _weapon(image: Image, view: View, pose: Pose, joints: Joints, behind: bool) -> None:
    """A kunai in the right hand, when the pose holds one."""
    if pose.held != "kunai" or behind == joints.front["right_hand"]:
        return
    x, y = joints.right_hand
    fx, fy = view.forward
    for i in range(1, 6):
        name = ("steel1", "steel2", "steel3", "steel3", "moon2")[i - 1]
        dot(image, round(x + fx * i + 0.5), round(y + fy * i - 0.5), name)


SAKURA: Final = Figure(
    heads={
        "down": grids.SAKURA_HEAD_DOWN,
        "right": grids.SAKURA_HEAD_RIGHT,
        "up": grids.SAKURA_HEAD_UP,
        "down_right": grids.SAKURA_HEAD_DOWN_RIGHT,
        "up_right": grids.SAKURA_HEAD_UP_RIGHT,
    },
    trunks={
        "down": grids.SAKURA_TRUNK_DOWN,
        "right": grids.SAKURA_TRUNK_RIGHT,
        "up": grids.SAKURA_TRUNK_UP,
        "down_right": grids.SAKURA_TRUNK_DOWN_RIGHT,
        "up_right": grids.SAKURA_TRUNK_UP_RIGHT,
    },
    key=key_of("pink0 pink1 pink2 pink3 pink4", VEST, "red0 red1 red2 red3", i="heal1", I="heal0"),
    legs=("tan1", "tan2", "tan3"),
    boots=DARK_BOOTS,
    sleeves=("red1", "red2", "red3"),
    extras=_sakura_extras,
)

PATROL: Final = Figure(
    heads={
        "down": grids.PATROL_HEAD_DOWN,
        "right": grids.PATROL_HEAD_RIGHT,
        "up": grids.PATROL_HEAD_UP,
    },
    trunks={
        "down": grids.PATROL_TRUNK_DOWN,
        "right": grids.PATROL_TRUNK_RIGHT,
        "up": grids.PATROL_TRUNK_UP,
    },
    key=key_of("sand3 sand4 sand5 sand6 sand7", VEST, "sand0 sand1 sand2 sand3"),
    legs=INDIGO,
    boots=DARK_BOOTS,
    sleeves=("sand1", "sand2", "sand3"),
    extras=_weapon,
)

ROGUE_A: Final = Figure(
    heads={
        "down": grids.HOOD_HEAD_DOWN,
        "right": grids.HOOD_HEAD_RIGHT,
        "up": grids.HOOD_HEAD_UP,
    },
    trunks={
        "down": grids.HOOD_TRUNK_DOWN,
        "right": grids.HOOD_TRUNK_RIGHT,
        "up": grids.HOOD_TRUNK_UP,
    },
    key=key_of("night1 night2 night3 night4 moon0", VEST, "red0 red1 red2 red3"),
    legs=("night1", "night2", "night3"),
    boots=("night1", "night1", "night3"),
    sleeves=("night1", "night2", "night3"),
    extras=_weapon,
)


def _spear(image: Image, view: View, pose: Pose, joints: Joints, behind: bool) -> None:
    """A gate guard's spear, upright in the right hand, level in a blow."""
    hidden = view.name in ("up", "left")
    if behind != hidden:
        return
    x, y = round(joints.right_hand[0]), round(joints.right_hand[1])
    if pose.lean > 2 and abs(view.forward[0]) > 0.9:
        ahead = 1 if view.forward[0] > 0 else -1
        for i in range(-9, 13):
            dot(image, x + i * ahead, y, "stone4" if i % 5 else "stone3")
        for i, name in enumerate(("steel1", "steel2", "steel3", "moon2")):
            dot(image, x + (13 + i) * ahead, y, name)
            if i < 2:
                dot(image, x + (13 + i) * ahead, y - 1, "steel2")
        return
    for i in range(-22, 8):
        dot(image, x, y + i, "stone4" if i < -6 else "stone3")
    for dy, left, mid in ((-26, "", "moon2"), (-25, "steel3", "steel2"), (-24, "steel2", "steel1")):
        dot(image, x, y + dy, mid)
        if left:
            dot(image, x - 1, y + dy, left)
    for dx, dy, name in ((0, -23, "steel1"), (0, -22, "red2"), (1, -21, "red3"), (1, -20, "red2")):
        dot(image, x + dx, y + dy, name)


def _cleaver(image: Image, view: View, pose: Pose, joints: Joints, behind: bool) -> None:
    """A broad chopping blade in the right hand."""
    shown_behind = view.name in ("up", "left")
    if behind != shown_behind:
        return
    x, y = round(joints.right_hand[0]), round(joints.right_hand[1])
    side = -1 if view.name in ("down", "left") else 1
    up = pose.right_hand[2] > -2.6
    rows = (
        "steel2 steel3 steel3",
        "steel1 steel2 steel3",
        "steel1 steel2 steel2",
        "steel0 steel1 .",
    )
    for i, row in enumerate(rows):
        for j, name in enumerate(row.split()):
            if name == ".":
                continue
            dy = -5 + i if up else 6 - i
            dot(image, x + (j if side > 0 else 1 - j), y + dy, name)
    dot(image, x + (side < 0), y + (-1 if up else 2), "stone2")


def _hook(image: Image, view: View, pose: Pose, joints: Joints, behind: bool) -> None:
    """A long knife with a hooked end in the right hand."""
    shown_behind = view.name in ("up", "left")
    if behind != shown_behind:
        return
    x, y = round(joints.right_hand[0]), round(joints.right_hand[1])
    side = -1 if view.name in ("down", "left") else 1
    if pose.lean > 2 and abs(view.forward[0]) > 0.9:
        for i, name in enumerate(("stone2", "steel1", "steel2", "steel2", "steel3", "steel3")):
            dot(image, x + (1 + i) * side, y, name)
        dot(image, x + 6 * side, y + 1, "moon2")
        return
    for i, name in enumerate(("stone2", "steel1", "steel2", "steel2", "steel3", "steel3", "moon2")):
        dot(image, x, y + 2 + i, name)
    dot(image, x + side, y + 8, "steel3")
    dot(image, x + 2 * side, y + 7, "steel2")


def _scarf(image: Image, view: View, pose: Pose, joints: Joints, behind: bool) -> None:
    """Two loose ends of a long scarf behind the back."""
    _weapon(image, view, pose, joints, behind)
    if view.name not in ("down", "up") or behind != (view.name == "down"):
        return
    x, y = joints.head
    sway = round((pose.right_foot[0] - pose.left_foot[0]) / 4)
    start = (x + 4.5, y + 6)
    limb(image, [start, (x + 8 + sway, y + 11), (x + 7, y + 17)], ("vest0", "vest1", "vest2"), 1.2)


SMALL: Final = Build(
    hip_z=6.2,
    hip_s=1.6,
    shoulder_z=9.4,
    shoulder_s=4.4,
    thigh=3.1,
    shin=3.2,
    upper_arm=2.0,
    forearm=2.0,
    leg_radius=1.25,
    arm_radius=0.95,
    neck_z=11,
)
BROAD: Final = Build(shoulder_s=8.6, hip_s=2.8, leg_radius=2.0, arm_radius=1.6)
THIN: Final = Build(hip_z=11.5, shoulder_z=17.0, shoulder_s=5.4, thigh=5.8, shin=5.8, neck_z=19)

GUARD: Final = Figure(
    heads=PATROL.heads,
    trunks=PATROL.trunks,
    key=key_of("stone1 stone2 stone3 stone4 stone5", VEST, "sand0 sand1 sand2 sand3"),
    legs=("stone0", "stone1", "stone2"),
    boots=DARK_BOOTS,
    sleeves=("stone0", "stone1", "stone2"),
    extras=_spear,
)

ROGUE_B: Final = Figure(
    heads={
        "down": rogues.HAT_HEAD_DOWN,
        "right": rogues.HAT_HEAD_RIGHT,
        "up": rogues.HAT_HEAD_UP,
    },
    trunks={
        "down": rogues.PONCHO_TRUNK_DOWN,
        "right": rogues.PONCHO_TRUNK_RIGHT,
        "up": rogues.PONCHO_TRUNK_UP,
    },
    key=key_of("stone1 stone3 stone4 stone5 sand7", VEST, "stone0 stone1 stone2 tan1"),
    legs=("stone0", "tan0", "tan1"),
    boots=("stone0", "stone1", "stone2"),
    sleeves=("stone0", "stone1", "stone2"),
    extras=_weapon,
)

ROGUE_C: Final = Figure(
    heads={
        "down": rogues.SPIKE_HEAD_DOWN,
        "right": rogues.SPIKE_HEAD_RIGHT,
        "up": rogues.SPIKE_HEAD_UP,
    },
    trunks={
        "down": rogues.STRAP_TRUNK_DOWN,
        "right": rogues.STRAP_TRUNK_RIGHT,
        "up": rogues.STRAP_TRUNK_UP,
    },
    key=key_of(
        "steel0 steel1 steel2 steel3 moon2", "ink night1 night2 night4", "vest0 vest1 vest2 vest3"
    ),
    legs=("night1", "night2", "night4"),
    boots=("stone0", "stone1", "stone2"),
    sleeves=("skin0", "skin1", "skin2"),
    forearms=("steel0", "steel1", "steel2"),
    build=Build(shoulder_s=5.7),
    extras=_scarf,
)

CUTTER_A: Final = Figure(
    heads={
        "down": rogues.BUTCHER_HEAD_DOWN,
        "right": rogues.BUTCHER_HEAD_RIGHT,
        "up": rogues.BUTCHER_HEAD_UP,
    },
    trunks={
        "down": rogues.BUTCHER_TRUNK_DOWN,
        "right": rogues.BUTCHER_TRUNK_RIGHT,
        "up": rogues.BUTCHER_TRUNK_UP,
    },
    key=key_of(
        "stone0 sand3 sand4 sand5 sand6",
        VEST,
        "ink night2 night3 night4",
        d="skin2",
        c="skin1",
        b="skin0",
        a="stone0",
        y="steel1",
    ),
    legs=("ink", "night1", "night2"),
    boots=("stone0", "stone1", "stone2"),
    sleeves=("skin0", "skin1", "skin2"),
    skin=("skin0", "skin1", "skin2"),
    build=BROAD,
    extras=_cleaver,
)

CUTTER_B: Final = Figure(
    heads={
        "down": rogues.SACK_HEAD_DOWN,
        "right": rogues.SACK_HEAD_RIGHT,
        "up": rogues.SACK_HEAD_UP,
    },
    trunks={
        "down": rogues.COAT_TRUNK_DOWN,
        "right": rogues.COAT_TRUNK_RIGHT,
        "up": rogues.COAT_TRUNK_UP,
    },
    key=key_of("stone2 tan1 tan1 tan2 tan3", VEST, "stone0 stone1 stone2 stone3", y="steel1"),
    legs=("ink", "stone0", "stone1"),
    boots=("ink", "stone0", "stone1"),
    sleeves=("stone0", "stone1", "stone2"),
    forearms=("tan1", "tan2", "tan3"),
    build=THIN,
    extras=_hook,
)

CHILD_A: Final = Figure(
    heads={
        "down": rogues.CROP_HEAD_DOWN,
        "right": rogues.CROP_HEAD_RIGHT,
        "up": rogues.CROP_HEAD_UP,
    },
    trunks={
        "down": rogues.TUNIC_TRUNK_DOWN,
        "right": rogues.TUNIC_TRUNK_RIGHT,
        "up": rogues.TUNIC_TRUNK_UP,
    },
    key=key_of("stone0 stone1 stone2 stone3", VEST, "vest1 vest2 vest3 vest4"),
    legs=("tan0", "tan1", "tan2"),
    boots=("stone0", "stone1", "stone2"),
    sleeves=("vest1", "vest2", "vest3"),
    build=SMALL,
)

CHILD_B: Final = Figure(
    heads={
        "down": rogues.TAILS_HEAD_DOWN,
        "right": rogues.TAILS_HEAD_RIGHT,
        "up": rogues.TAILS_HEAD_UP,
    },
    trunks=CHILD_A.trunks,
    key=key_of("stone1 stone2 stone4 stone5", VEST, "steel0 steel1 steel2 steel3"),
    legs=("sand1", "sand2", "sand3"),
    boots=("stone0", "stone1", "stone2"),
    sleeves=("steel0", "steel1", "steel2"),
    build=SMALL,
)

SASORI: Final = Figure(
    heads={
        "down": rogues.SHAGGY_HEAD_DOWN,
        "right": rogues.SHAGGY_HEAD_RIGHT,
        "up": rogues.SHAGGY_HEAD_UP,
    },
    trunks={
        "down": rogues.TATTERED_TRUNK_DOWN,
        "right": rogues.TATTERED_TRUNK_RIGHT,
        "up": rogues.TATTERED_TRUNK_UP,
    },
    key=key_of("red0 red1 red2 red3 red4", "sand0 sand2 sand3 sand4", "red0 red1 red2 red3"),
    legs=("tan0", "tan1", "tan2"),
    boots=DARK_BOOTS,
    sleeves=("sand1", "sand2", "sand3"),
)

_SHUT_EYES: Final = {"w": "skin3", "I": "skin3", "i": "skin3"}
SASORI_WOUNDED: Final = replace(
    SASORI,
    trunks={**SASORI.trunks, "down": rogues.WOUNDED_TRUNK_DOWN},
    key={**SASORI.key, **_SHUT_EYES},
)
SASORI_HEALED: Final = replace(
    SASORI,
    trunks={**SASORI.trunks, "down": rogues.HEALED_TRUNK_DOWN},
    key={**SASORI.key, **_SHUT_EYES},
)

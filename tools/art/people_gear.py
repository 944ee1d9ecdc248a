"""What people carry and wear loose: pouch, sash, streaming hair, weapons, a scarf.

Each function draws before or behind the body: it is called with behind=True first.
"""

import math

from tools.art.people_rig import Joints, Pose, View
from tools.art.raster import Image, dot, limb


def pouch(image: Image, view: View, pose: Pose, joints: Joints, behind: bool) -> None:
    """The kunai pouch on her right thigh."""
    if behind or view.name in ("left", "up_left", "down_left"):
        return
    x, y = joints.waist
    spot = {"down": (-5, 2), "up": (3, 2), "right": (-1, 2)}.get(view.name)
    if spot is None:
        spot = (-4, 2) if view.name == "down_right" else (2, 2)
    left, top = round(x) + spot[0], round(y) + spot[1]
    for dy, row in enumerate(("221", "342", "231")):
        for dx, step in enumerate(row):
            dot(image, left + dx, top + dy, f"stone{step}")


def wind_side(view: View) -> int:
    """Where wind carries loose things on the screen: against her facing, else to the right."""
    return 1 if abs(view.forward[0]) < 0.5 else (-1 if view.forward[0] > 0 else 1)


def streaming_hair(image: Image, view: View, pose: Pose, joints: Joints, behind: bool) -> None:
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


def sash_end(image: Image, view: View, pose: Pose, joints: Joints, behind: bool) -> None:
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


def sakura_extras(image: Image, view: View, pose: Pose, joints: Joints, behind: bool) -> None:
    streaming_hair(image, view, pose, joints, behind)
    pouch(image, view, pose, joints, behind)
    sash_end(image, view, pose, joints, behind)
    weapon(image, view, pose, joints, behind)


def weapon(image: Image, view: View, pose: Pose, joints: Joints, behind: bool) -> None:
    """A kunai in the right hand, when the pose holds one."""
    if pose.held != "kunai" or behind == joints.front["right_hand"]:
        return
    x, y = joints.right_hand
    fx, fy = view.forward
    for i in range(1, 6):
        name = ("steel1", "steel2", "steel3", "steel3", "moon2")[i - 1]
        dot(image, round(x + fx * i + 0.5), round(y + fy * i - 0.5), name)


def spear(image: Image, view: View, pose: Pose, joints: Joints, behind: bool) -> None:
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


def cleaver(image: Image, view: View, pose: Pose, joints: Joints, behind: bool) -> None:
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


def hook(image: Image, view: View, pose: Pose, joints: Joints, behind: bool) -> None:
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


def scarf(image: Image, view: View, pose: Pose, joints: Joints, behind: bool) -> None:
    """Two loose ends of a long scarf behind the back."""
    weapon(image, view, pose, joints, behind)
    if view.name not in ("down", "up") or behind != (view.name == "down"):
        return
    x, y = joints.head
    sway = round((pose.right_foot[0] - pose.left_foot[0]) / 4)
    start = (x + 4.5, y + 6)
    limb(image, [start, (x + 8 + sway, y + 11), (x + 7, y + 17)], ("vest0", "vest1", "vest2"), 1.2)

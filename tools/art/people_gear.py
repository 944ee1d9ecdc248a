"""What people carry and wear loose: pouch, sash, streaming hair, weapons, a scarf.

Each function draws before or behind the body: it is called with behind=True first.
"""

import math

from tools.art.people_rig import Joints, Pose
from tools.art.people_view import View
from tools.art.raster import Image, dot, dots, limb


def pouch(image: Image, view: View, pose: Pose, joints: Joints, behind: bool) -> None:
    """The kunai pouch on her right thigh."""
    sits_turned_away = pose.crouch > 6 and view.forward[1] < 0
    if behind or sits_turned_away or view.name in ("left", "up_left", "down_left"):
        return
    x, y = joints.waist
    spot = {"down": (-5, 2), "up": (3, 2), "right": (-1, 2)}.get(view.name)
    if spot is None:
        spot = (-4, 2) if view.name == "down_right" else (2, 2)
    left, top = round(x) + spot[0], round(y) + spot[1]
    for dy, row in enumerate(("221", "342", "231")):
        for dx, step in enumerate(row):
            dot(image, left + dx, top + dy, f"stone{step}")


def wind_side(view: View, pose: Pose) -> int:
    """Where loose things fly on the screen, 1 right or -1 left: as the wind blows, else behind.

    0 when they fly straight away from the onlooker or towards them.
    """
    if pose.blown:
        return pose.blown
    return 0 if abs(view.forward[0]) < 0.5 else (-1 if view.forward[0] > 0 else 1)


def streaming_hair(image: Image, view: View, pose: Pose, joints: Joints, behind: bool) -> None:
    """Locks that the wind pulls out behind her."""
    side = wind_side(view, pose)
    ahead = side * view.forward[0] > 0
    if not pose.wind or not side or behind == ahead:
        return
    x, y = joints.head
    profile = abs(view.forward[0]) > 0.5
    root = x + (2 if profile else 4) * side
    if ahead:  # the wind is at her back: locks fly past her cheek
        y += 3
    locks = [
        (5.4, 7.5, ("pink0", "pink1", "pink2")),
        (0.6, 8.0, ("pink1", "pink2", "pink3")),
        (3.2, 10.0, ("pink1", "pink2", "pink3")),
    ]
    for i, (dy, length, colors) in enumerate(locks[:1] if ahead and profile else locks):
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
    away = wind_side(view, pose)
    if pose.wind and away:
        sway = pose.wind % 2
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
    """What the pose holds in the right hand: a kunai, pointing ahead, or a pebble."""
    if pose.held not in ("kunai", "pebble") or behind == joints.front["right_hand"]:
        return
    x, y = joints.right_hand
    if pose.held == "pebble":
        stone = ((0, -2, "stone5"), (1, -2, "stone4"), (0, -1, "stone3"), (1, -1, "stone2"))
        dots(image, round(x), round(y), stone)
        return
    fx, fy = view.forward
    for i in range(1, 6):
        name = ("steel1", "steel2", "steel3", "steel3", "moon2")[i - 1]
        dot(image, round(x + fx * i + 0.5), round(y + fy * i - 0.5), name)


def spear(image: Image, view: View, pose: Pose, joints: Joints, behind: bool) -> None:
    """A gate guard's spear, upright in the right hand, level when it is meant."""
    hidden = view.name in ("up", "left", "up_left", "up_right")
    if behind != hidden:
        return
    x, y = round(joints.right_hand[0]), round(joints.right_hand[1])
    fx, fy = view.forward
    if pose.held:
        for i in range(-9, 13):
            dot(image, round(x + i * fx), round(y + i * fy), "stone4" if i % 5 else "stone3")
        for i, name in enumerate(("steel1", "steel2", "steel3", "moon2")):
            dot(image, round(x + (13 + i) * fx), round(y + (13 + i) * fy), name)
            if i < 2:
                dot(image, round(x + (13 + i) * fx), round(y + (13 + i) * fy) - 1, "steel2")
        return
    x += round(fx * 4)
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
    if pose.held:
        fx, fy = view.forward
        for i, name in enumerate(("stone2", "steel1", "steel2", "steel2", "steel3", "steel3")):
            dot(image, round(x + (1 + i) * fx), round(y + (1 + i) * fy), name)
        dot(image, round(x + 6 * fx), round(y + 6 * fy) + 1, "moon2")
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


def sasori_extras(image: Image, view: View, pose: Pose, joints: Joints, behind: bool) -> None:
    """A kunai while he fights, later the rope that ties his arms to his body."""
    weapon(image, view, pose, joints, behind)
    if pose.held != "rope" or behind:
        return
    x, y = round(joints.waist[0]), round(joints.waist[1]) - pose.rise
    fx = view.forward[0]
    half = 5 if abs(fx) < 0.5 else 4
    for turn, up in enumerate((7, 4)):
        for i in range(-half, half + 1):
            name = "sand7" if (i + turn) % 3 else "stone4"
            dot(image, x + i, y - up + (abs(i) > half - 2), name)
    knot = x - round(fx * 4) if abs(fx) > 0.5 else x
    if view.forward[1] <= 0:
        tied = ((0, -3, "sand7"), (0, -2, "stone4"), (1, -2, "sand7"), (0, -1, "sand7"))
        dots(image, knot, y, tied)

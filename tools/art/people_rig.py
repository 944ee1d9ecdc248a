"""How a person is put together: typed head and trunk, jointed limbs, one pose seen from any side.

A pose is given in the body's own space: f forward, s to the right hand, z up from the ground, all
in pixels. A view projects it to the screen, so one walk cycle serves every direction. Heads and
trunks are typed grids, because a face cannot be computed.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from tools.art.edges import finish
from tools.art.people_view import (
    CANVAS_H,
    CANVAS_W,
    FOOT_X,
    FOOT_Y,
    VIEWS,
    Point,
    Spot,
    View,
    turned,
)
from tools.art.raster import Image, canvas, dot, grid_sprite, limb, paste, shift

Grid = list[str]
Cloth = tuple[str, str, str]
"""Colours of a limb: dark, mid, light."""


@dataclass(frozen=True, slots=True)
class Build:
    """Joint heights and lengths in pixels."""

    hip_z: float = 10.5
    hip_s: float = 2.9
    shoulder_z: float = 15.6
    shoulder_s: float = 6.0
    thigh: float = 5.2
    shin: float = 5.4
    upper_arm: float = 3.2
    forearm: float = 3.4
    leg_radius: float = 1.9
    arm_radius: float = 1.15
    neck_z: int = 18


ADULT: Final = Build()


@dataclass(frozen=True, slots=True)
class Figure:
    """One person: grids per view name, the colours of grid marks, the colours of the limbs.

    `heads` and `trunks` hold `down`, `down_right`, `right`, `up_right`, `up`; the rest is mirrored.
    """

    heads: Mapping[str, Grid]
    trunks: Mapping[str, Grid]
    key: Mapping[str, str]
    legs: Cloth
    boots: Cloth
    sleeves: Cloth
    skin: Cloth = ("skin1", "skin2", "skin3")
    forearms: Cloth | None = None
    toes: str = "skin1"
    build: Build = ADULT
    extras: "Extras | None" = None


@dataclass(frozen=True, slots=True)
class Pose:
    """One frame. Feet are ankle places (f, s, z) from under the hip; hands from the shoulder.

    A hand's z is negative downwards. `crouch` lowers hip and trunk, `rise` lifts the upper body,
    `lean` moves the head forward, `head` shifts it on the screen, `turn` looks aside (eighths).
    """

    right_foot: Spot = (0.5, 0.0, 0.0)
    left_foot: Spot = (-0.3, 0.0, 0.0)
    right_hand: Spot = (0.3, 0.3, -6.0)
    left_hand: Spot = (0.3, 0.3, -6.0)
    crouch: float = 0.0
    rise: int = 0
    lean: float = 0.0
    head: tuple[int, int] = (0, 0)
    turn: int = 0
    hide_right_hand: bool = False
    hide_left_hand: bool = False
    glow: tuple[str, ...] = ()
    """Of `right_hand`, `left_hand`, `feet`, `ground`: where chakra shows."""
    wind: int = 0
    """Which flutter of hair and cloth, 0 for still air."""
    blown: int = 0
    """Where on the screen the wind blows them: 1 right, -1 left, 0 straight behind."""
    held: str = ""
    """What is in the right hand, drawn by the figure's extras."""
    advance: float = 0.0
    """Pixels the whole figure lunges forward from its foot point."""


@dataclass(slots=True)
class Joints:
    """Canvas places that extras (weapons, hair, chakra) hang on."""

    right_hand: Point
    left_hand: Point
    right_foot: Point
    left_foot: Point
    head: Point
    waist: Point
    front: dict[str, bool] = field(default_factory=dict)


Extras = Callable[[Image, View, Pose, Joints, bool], None]
"""Draws what a figure carries; called with behind=True before the body, then with False after."""


def bend(start: Point, end: Point, upper: float, lower: float, side: int) -> Point:
    """The middle joint of two bones from start to end in the (f, z) plane.

    side 1 bends forward (a knee), -1 backward (an elbow). Bones too short are stretched.
    """
    df, dz = end[0] - start[0], end[1] - start[1]
    distance = max(math.hypot(df, dz), 1e-6)
    reach = min(distance, upper + lower - 1e-3)
    along = (upper * upper - lower * lower + reach * reach) / (2 * reach)
    across = math.sqrt(max(upper * upper - along * along, 0.0))
    uf, uz = df / distance, dz / distance
    return start[0] + uf * along - uz * across * side, start[1] + uz * along + uf * across * side


def darker(cloth: Cloth) -> Cloth:
    """A limb on the far side: everything one step darker."""
    return cloth[0], cloth[0], cloth[1]


def _leg(image: Image, figure: Figure, view: View, pose: Pose, which: int) -> Point:
    build = figure.build
    foot = pose.right_foot if which > 0 else pose.left_foot
    s = which * (build.hip_s + foot[1])
    hip_z = build.hip_z - pose.crouch
    sideways = abs(view.forward[0]) > 0.5
    # From the front a lifted foot that is behind would rise twice, once for each reason.
    ankle_f, ankle_z = foot[0], foot[2] * (1.0 if sideways else 0.5) + 1.3
    knee_f, knee_z = bend((0.0, hip_z), (ankle_f, ankle_z), build.thigh, build.shin, 1)
    hip = view.project((0.0, which * build.hip_s, hip_z))
    knee = view.project((knee_f, s, max(knee_z, 1.0)))
    ankle = view.project((ankle_f, s, ankle_z))
    behind = view.depth((ankle_f, s, 0)) < -1.2 or (foot[2] > 1.0 and not sideways)
    cloth = darker(figure.legs) if behind else figure.legs
    boots = darker(figure.boots) if behind else figure.boots
    limb(image, [hip, knee, ankle], cloth, build.leg_radius)
    top = (knee[0] * 0.42 + ankle[0] * 0.58, knee[1] * 0.42 + ankle[1] * 0.58)
    limb(image, [top, ankle], boots, build.leg_radius - 0.25)
    return _boot(image, view, ankle, boots, figure.toes)


def _boot(image: Image, view: View, ankle: Point, boots: Cloth, toes: str) -> Point:
    """A foot under an ankle, toes ahead; returns the middle of its sole."""
    dark, mid, _ = boots
    sole_y = round(ankle[1] + 1.3)
    fx, fy = view.forward
    if abs(fx) > 0.5:
        ahead = 1 if fx > 0 else -1
        heel = round(ankle[0]) - ahead * 2
        for i in range(6):
            dot(image, heel + i * ahead, sole_y, dark if i < 5 else toes)
        for i in range(5):
            dot(image, heel + i * ahead, sole_y - 1, mid if 0 < i < 4 else dark)
    else:
        left = math.floor(ankle[0] + 0.5) - 2
        for i in range(4):
            toe = toes if fy > 0 and 0 < i < 3 else dark
            dot(image, left + i, sole_y, toe)
            dot(image, left + i, sole_y - 1, mid if 0 < i < 3 else dark)
    return ankle[0], float(sole_y)


def _arm_spots(figure: Figure, pose: Pose, which: int) -> tuple[Spot, Spot, Spot]:
    build = figure.build
    hand = pose.right_hand if which > 0 else pose.left_hand
    z = build.shoulder_z - pose.crouch + pose.rise
    lean = pose.lean * 0.7
    shoulder = (lean, which * build.shoulder_s, z)
    end_f, end_z = lean + hand[0], z + hand[2]
    elbow_f, elbow_z = bend((lean, z), (end_f, end_z), build.upper_arm, build.forearm, -1)
    s = which * (build.shoulder_s + hand[1])
    elbow = (elbow_f, which * (build.shoulder_s + max(hand[1], 0) * 0.6 + 0.2), elbow_z)
    return shoulder, elbow, (end_f, s, end_z)


def _arm(image: Image, figure: Figure, view: View, pose: Pose, which: int, front: bool) -> Point:
    shoulder, elbow, hand = (view.project(spot) for spot in _arm_spots(figure, pose, which))
    sleeve = figure.sleeves if front or abs(view.forward[0]) < 0.5 else darker(figure.sleeves)
    limb(image, [shoulder, elbow], sleeve, figure.build.arm_radius)
    wrist = (elbow[0] * 0.3 + hand[0] * 0.7, elbow[1] * 0.3 + hand[1] * 0.7)
    limb(image, [elbow, wrist], figure.forearms or sleeve, figure.build.arm_radius)
    hidden = pose.hide_right_hand if which > 0 else pose.hide_left_hand
    if not hidden:
        x, y = math.floor(hand[0] + 0.25), math.floor(hand[1] + 0.25)
        towards_us = (pose.right_hand if which > 0 else pose.left_hand)[0] * view.forward[1]
        _hand(image, x, y, figure.skin, fist=towards_us > 4.0)
    return hand


def _hand(image: Image, x: int, y: int, skin: Cloth, *, fist: bool) -> None:
    """A hand of two by two pixels; a fist that comes at the onlooker is larger."""
    dark, mid, light = skin
    for dx, dy, name in ((0, 0, light), (1, 0, mid), (0, 1, mid), (1, 1, dark)):
        dot(image, x + dx, y + dy, name)
    if fist:
        for i in range(-1, 4):
            dot(image, x + i - 1, y - 2, "ink")
            dot(image, x + i - 1, y + 2, "ink")
        for dx, dy, name in (
            (-1, -1, light), (0, -1, light), (1, -1, mid), (-1, 0, light), (-1, 1, mid),
            (2, -1, dark), (2, 0, dark), (2, 1, dark),
        ):  # fmt: skip
            dot(image, x + dx, y + dy, name)


def _lean_trunk(trunk: Image, shift_px: float) -> Image:
    """Slant a trunk so that its top row lies shift_px further right than its bottom row."""
    rows, width = trunk.shape[:2]
    margin = 6
    result = canvas(width + 2 * margin, rows)
    for y in range(rows):
        dx = margin + round(shift_px * max(0.0, (8 - y) / 8))
        result[y, dx : dx + width] = trunk[y]
    return result


_STUFFS: Final = ("01234", "abcde", "PQRST", "UVWX")
"""Marks of one stuff, dark to light."""


def _grid_for(grids: Mapping[str, Grid], view: View) -> Grid:
    """The grid of a view."""
    return mirrored(grids[view.mirrored_from]) if view.mirrored_from else grids[view.name]


def mirrored(grid: Grid) -> Grid:
    """A drawing that faces the other way in the same moon.

    Shapes change sides; within a stretch of one stuff light and dark stay where they were.
    """
    result = []
    for row in grid:
        turned = row[::-1]
        start = 0
        pieces = []
        while start < len(turned):
            stuff = next((marks for marks in _STUFFS if turned[start] in marks), turned[start])
            end = start + 1
            while end < len(turned) and turned[end] in stuff:
                end += 1
            pieces.append(turned[start:end][::-1])
            start = end
        result.append("".join(pieces))
    return result


def _upper_body(figure: Figure, view: View, pose: Pose) -> tuple[Image, Image, Point]:
    """Trunk and head on canvases of their own, and the middle of the head."""
    trunk = grid_sprite(_grid_for(figure.trunks, view), figure.key)
    sideways = pose.lean * view.forward[0]
    trunk = _lean_trunk(trunk, sideways)
    top = FOOT_Y - figure.build.neck_z - pose.rise + round(pose.crouch)
    body = canvas(CANVAS_W, CANVAS_H)
    paste(body, trunk, FOOT_X - trunk.shape[1] // 2, top)
    grid = _grid_for(figure.heads, turned(view, pose.turn))
    head = grid_sprite(grid, figure.key)
    # A head that leans towards the onlooker sinks, one that leans away hides the neck.
    sink = round(pose.lean * 0.45 * max(view.forward[1] * 1.2, 0.35))
    x = FOOT_X - head.shape[1] // 2 + round(sideways) + pose.head[0]
    y = top - len(grid) + max(0, sink + pose.head[1])  # a head never leaves its neck
    above = canvas(CANVAS_W, CANVAS_H)
    paste(above, head, x, y)
    return body, above, (x + head.shape[1] / 2 - 0.5, y + len(grid) / 2)


def draw(figure: Figure, view_name: str, pose: Pose) -> tuple[Image, Joints]:
    """One unfinished frame (no rim, no outline) on the common canvas, and where its joints are."""
    view = VIEWS[view_name]
    image = canvas(CANVAS_W, CANVAS_H)
    body, head, head_at = _upper_body(figure, view, pose)
    behind, before = canvas(CANVAS_W, CANVAS_H), canvas(CANVAS_W, CANVAS_H)

    legs = sorted((1, -1), key=lambda side: (_foot_depth(figure, view, pose, side), side))
    feet: dict[int, Point] = {}
    leg_layer = canvas(CANVAS_W, CANVAS_H)
    for side in legs:
        feet[side] = _leg(leg_layer, figure, view, pose, side)

    hands: dict[int, Point] = {}
    in_front: dict[int, bool] = {}
    for side in (1, -1):
        spot = _arm_spots(figure, pose, side)[2]
        depth = view.depth(spot) if abs(view.forward[0]) > 0.5 else spot[0] * view.forward[1]
        in_front[side] = depth > 1.0
        hands[side] = _arm(
            before if in_front[side] else behind, figure, view, pose, side, in_front[side]
        )
    waist = (FOOT_X - 0.5, FOOT_Y - figure.build.hip_z + pose.crouch)
    joints = Joints(hands[1], hands[-1], feet[1], feet[-1], head_at, waist)
    joints.front = {"right_hand": in_front[1], "left_hand": in_front[-1]}
    if figure.extras:
        figure.extras(image, view, pose, joints, True)
    paste(image, behind, 0, 0)
    paste(image, leg_layer, 0, 0)
    paste(image, body, 0, 0)
    # Arms go over the head in profile, where the shoulder is nearest to the onlooker, in a lunge,
    # where the fist is, and when a hand is raised before the face.
    raised = (in_front[1] and pose.right_hand[2] > 0) or (in_front[-1] and pose.left_hand[2] > 0)
    if abs(view.forward[0]) > 0.9 or pose.advance > 0 or raised:
        paste(image, head, 0, 0)
        paste(image, before, 0, 0)
    else:
        paste(image, before, 0, 0)
        paste(image, head, 0, 0)
    if figure.extras:
        figure.extras(image, view, pose, joints, False)
    if pose.advance:
        _lunge(image, view, pose.advance, joints)
    return image, joints


def _lunge(image: Image, view: View, advance: float, joints: Joints) -> None:
    """Move everything drawn so far forward."""
    dx, dy = round(advance * view.forward[0]), round(advance * view.forward[1])
    image[:] = shift(image, dx, dy)
    for name in ("right_hand", "left_hand", "right_foot", "left_foot", "head", "waist"):
        x, y = getattr(joints, name)
        setattr(joints, name, (x + dx, y + dy))


def _foot_depth(figure: Figure, view: View, pose: Pose, side: int) -> float:
    foot = pose.right_foot if side > 0 else pose.left_foot
    return view.depth((foot[0], side * (figure.build.hip_s + foot[1]), 0))


CHAKRA_MARKS: Final = ((0, -2), (-2, 0), (3, 1), (1, 3), (-1, -1), (2, -1))


def add_chakra(image: Image, pose: Pose, joints: Joints, beat: int) -> None:
    """Small cyan sparks where a pose lets chakra show; drawn after the outline."""
    for place in pose.glow:
        if place == "feet":
            spots = [joints.right_foot, joints.left_foot]
            for x, y in spots:
                for dx, name in (
                    (-2, "chak1"),
                    (-1, "chak2"),
                    (0, "chak3"),
                    (1, "chak2"),
                    (2, "chak1"),
                ):
                    dot(image, round(x) + dx, round(y) + 1, name)
            continue
        x, y = joints.right_hand if place == "right_hand" else joints.left_hand
        for i, (dx, dy) in enumerate(CHAKRA_MARKS):
            name = ("chak4", "chak3", "chak2")[(i + beat) % 3]
            dot(image, round(x) + dx, round(y) + dy, name)


def lay(image: Image, head_left: bool = True, squash: int = 3) -> Image:
    """A standing figure laid on the ground: turned a quarter and flattened by a few rows."""
    turned = np.rot90(image, 1 if head_left else -1).copy()
    used = np.flatnonzero((turned[..., 3] > 0).any(1))
    top, bottom = int(used[0]), int(used[-1])
    drop = {top + round((i + 0.5) * (bottom - top) / squash) for i in range(squash)}
    keep = [y for y in range(turned.shape[0]) if y not in drop]
    return turned[keep]


def finished(image: Image) -> Image:
    """Rim and outline without growing the canvas."""
    return finish(image)[1:-1, 1:-1]

"""Whoever she drags follows her hands, and leaves a furrow; whom she has bound walks after her."""

from typing import Final

from game.core import headings
from game.core.units import SUB
from game.sim import events
from game.sim.beings import Pose
from game.sim.moment import Moment
from game.sim.table import body, helpless
from game.sim.world import World

_BEHIND_SUB: Final = 12 * SUB


def drop(world: World, moment: Moment) -> None:
    """Let go of whom she drags."""
    her = world.sakura
    if her.dragging == helpless.HIM:
        moment.tell(events.BodyStep("sheltered" if body.is_sheltered(world) else "moved"))
    moment.tell(events.DragEnded(world.name_of(her.dragging)))
    her.dragging = 0


def pull_along(world: World) -> None:
    """Bring whom she drags to her hands, and whom she leads after her."""
    her = world.sakura
    helpless.lead(world)
    if not her.dragging or not her.speed:
        return
    back = (her.course + headings.HALF_TURN) % headings.TURN
    behind_x, behind_y = headings.vector(back, _BEHIND_SUB)
    if her.dragging == helpless.HIM:
        body.pull(world, her.x + behind_x, her.y + behind_y)
        return
    mind = world.mind(her.dragging)
    if mind is None or mind.pose not in (Pose.DOWN, Pose.DEAD):
        her.dragging = 0
    else:
        mind.x, mind.y = her.x + behind_x, her.y + behind_y

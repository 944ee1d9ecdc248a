"""What somebody at the keys can know of the others: who is on the picture, and who was there.

Nothing here looks behind the picture's edge, under the sand or into a mind: only at places, faces,
and the next leg of a walk, which the game shows of whoever is watched.
"""

from dataclasses import dataclass, field
from typing import Final

from game.core.headings import distance, heading_of, vector
from game.core.units import seconds
from game.sim.beings import Alert, Mind, Pose
from game.sim.level import Kind
from game.sim.minds.perception import heeds_her
from game.sim.world import World

PICTURE_HALF_SUB: Final = (240 * 256, 135 * 256)
"""From her to the sides of the picture, and to its upper and lower edge."""
REMEMBERED_TICKS: Final = seconds(20)
_BLIND_KINDS: Final = (Kind.CHILD, Kind.GUARD)


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody as they were when last on the picture. Places in sub-units."""

    id: int
    kind: Kind
    x: int
    y: int
    heading: int
    speed: int
    """Sub-units a tick along ``way``; 0 for who stands."""
    way: tuple[tuple[int, int], ...]
    buried: bool
    alarmed: bool
    tick: int

    def after(self, ticks: int) -> tuple[int, int, int, int]:
        """Place, heading, and for how long they will have stood there by then."""
        x, y, heading = self.x, self.y, self.heading
        left = self.speed * ticks
        for goal_x, goal_y in self.way:
            away = distance(goal_x - x, goal_y - y)
            if away > 0:
                heading = heading_of(goal_x - x, goal_y - y)
            if left < away:
                step_x, step_y = vector(heading, left)
                return x + step_x, y + step_y, heading, 0
            left -= away
            x, y = goal_x, goal_y
        return x, y, heading, left // self.speed if self.speed else ticks


@dataclass(slots=True)
class Lookout:
    """Keeps who was seen, for as long as a person would still reckon with them."""

    seen: dict[int, Seen] = field(default_factory=dict)

    def look(self, world: World) -> list[Seen]:
        """Look at the picture once; those to reckon with, in order of id."""
        outlined = {item.id for item in world.sensing.felt if item.exact}
        for mind in world.minds:
            if mind.kind in _BLIND_KINDS:
                continue
            shown = _on_picture(world, mind) and not _under_sand(mind)
            if shown or mind.id in outlined:
                if mind.awake and heeds_her(world, mind):
                    self.seen[mind.id] = _as_seen(world, mind)
                else:
                    self.seen.pop(mind.id, None)
            elif mind.id in self.seen and self._forgets(world, self.seen[mind.id]):
                del self.seen[mind.id]
        return [self.seen[who] for who in sorted(self.seen)]

    def _forgets(self, world: World, old: Seen) -> bool:
        """What lies in the sand stays there; whoever walks will be elsewhere."""
        return not old.buried and world.tick - old.tick > REMEMBERED_TICKS


def _on_picture(world: World, mind: Mind) -> bool:
    half_x, half_y = PICTURE_HALF_SUB
    her = world.sakura
    return abs(mind.x - her.x) <= half_x and abs(mind.y - her.y) <= half_y and mind.here


def _under_sand(mind: Mind) -> bool:
    """An ambusher in the sand shows nothing; a snake's dust can be made out."""
    return mind.pose is Pose.BURIED and mind.kind is not Kind.SNAKE


def _as_seen(world: World, mind: Mind) -> Seen:
    walks = bool(mind.way) and mind.speed > 0
    return Seen(
        mind.id,
        mind.kind,
        mind.x,
        mind.y,
        mind.heading,
        mind.speed if walks else 0,
        tuple(mind.way) if walks else (),
        mind.pose is Pose.BURIED,
        mind.alert >= Alert.SEARCH,
        world.tick,
    )

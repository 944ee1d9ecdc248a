"""What a map makes happen by itself: triggers that go off once, words that a zone brings up."""

from collections.abc import Iterator

from game.core import headings
from game.core.units import TILE_SUB
from game.sim import events
from game.sim.beings import Pose
from game.sim.land import landmarks, weather
from game.sim.level import Area, Goal, Zone
from game.sim.moment import Moment
from game.sim.tale import talking
from game.sim.world import World


def pull(world: World, moment: Moment) -> None:
    """Let everything go off whose time has come, in id order."""
    for zone in landmarks.zones(world.level, Area.TALK):
        if zone.id not in world.fired and zone.holds(world.sakura.x, world.sakura.y):
            world.fired.append(zone.id)
            _say(world, moment, zone.text)
    for zone in landmarks.zones(world.level, Area.TRIGGER):
        if zone.id not in world.fired and _goes_off(world, moment, zone):
            world.fired.append(zone.id)
            moment.tell(events.Triggered(zone.name, zone.then))
            _happen(world, moment, zone)


def open_goals(world: World) -> Iterator[Goal]:
    """The goals that she knows of: all but those whose trigger has not gone off."""
    shut = [
        zone.what
        for zone in landmarks.zones(world.level, Area.TRIGGER)
        if zone.then == "goal" and zone.id not in world.fired
    ]
    return (goal for goal in world.level.goals if goal.id not in shut)


def _goes_off(world: World, moment: Moment, zone: Zone) -> bool:
    her = world.sakura
    match zone.when:
        case "enter":
            return zone.holds(her.x, her.y)
        case "seen":
            spotted = any(isinstance(event, events.Spotted) for event in moment.events)
            return spotted and zone.holds(her.x, her.y)
        case "sensed":
            return any(
                isinstance(event, events.Sensed) and _within(zone, her.x, her.y, event.tiles)
                for event in moment.events
            )
        case "healed":
            return world.patient is not None and world.patient.healed
        case _:
            return world.tick >= zone.amount


def _within(zone: Zone, x: int, y: int, tiles: int) -> bool:
    """Whether the nearest point of a zone lies within so many tiles of a place."""
    near_x = min(max(x, zone.x), zone.x + zone.width)
    near_y = min(max(y, zone.y), zone.y + zone.height)
    return headings.distance(near_x - x, near_y - y) <= tiles * TILE_SUB


def _happen(world: World, moment: Moment, zone: Zone) -> None:
    match zone.then:
        case "talk":
            _say(world, moment, zone.text)
        case "gust":
            weather.call_gust(world)
        case "spawn":
            mind = world.mind(zone.what)
            if mind is not None and mind.pose is Pose.GONE:
                mind.pose = Pose.STAND
                moment.tell(events.Appeared(mind.name))
        case _:
            return


def _say(world: World, moment: Moment, text: str) -> None:
    """Begin the talk of that name, or let the words come up."""
    if not talking.start(world, moment, text):
        moment.tell(events.WordsCame(text))

"""Thoughts that come up on lonely stretches: offered, heard or let pass, and what each leads to.

Holding act listens; who has heard a thought to its end is offered the one it leads to.
"""

from collections.abc import Mapping
from typing import Final

from game.sim import events, tuning
from game.sim.command import Button
from game.sim.land import landmarks
from game.sim.level import Area, Level, Zone
from game.sim.moment import Moment
from game.sim.world import World

LEADS_TO: Final[Mapping[str, str]] = {
    "thought_01": "thought_02",
    "thought_03": "thought_04",
    "thought_05": "thought_06",
    "thought_07": "thought_08",
    "thought_09": "thought_10",
    "thought_11": "thought_12",
    "thought_14": "thought_15",
    "thought_16": "thought_17",
}
"""The second thought of a pair has no place of its own: it comes to whoever drifts on."""


def drift(world: World, moment: Moment) -> None:
    """Carry the thought on offer on by a tick, or let one come up where she walks."""
    if world.story.thought:
        _attend(world, moment)
    elif not _drift_on(world, moment):
        _look_for_one(world, moment)


def offer(world: World, moment: Moment, what: str) -> None:
    """A thought comes up."""
    world.story.thought = what
    world.story.thought_ticks = tuning.THOUGHT_OFFER_TICKS
    world.story.listened_ticks = 0
    moment.tell(events.ThoughtOffered(what))


def all_thoughts(level: Level) -> list[str]:
    """Every thought that can come up on a map, in the order of its places."""
    return _with_their_second(landmarks.zones(level, Area.THOUGHT))


def came_up(world: World) -> list[str]:
    """Every thought that came to her, heard or not."""
    places = landmarks.zones(world.level, Area.THOUGHT)
    firsts = [_words(zone) for zone in places if zone.id in world.story.offered]
    heard = world.story.thoughts
    return firsts + [LEADS_TO[what] for what in firsts if what in heard and what in LEADS_TO]


def _attend(world: World, moment: Moment) -> None:
    """She listens on, or the offer grows old."""
    story = world.story
    story.listening = moment.command.held(Button.ACT)
    if not story.listening:
        story.thought_ticks -= 1
        if story.thought_ticks <= 0:
            _drop(world)
        return
    story.listened_ticks += 1
    if story.listened_ticks < tuning.THOUGHT_LISTEN_TICKS:
        return
    story.thoughts.append(story.thought)
    moment.tell(events.ThoughtHeard(story.thought))
    leads_on = story.thought in LEADS_TO
    _drop(world)
    story.thought_ticks = tuning.THOUGHT_LEADS_ON_TICKS if leads_on else 0


def _drift_on(world: World, moment: Moment) -> bool:
    """A breath after a thought was heard, the one it leads to comes up by itself."""
    story = world.story
    if story.thought_ticks <= 0:
        return False
    story.thought_ticks -= 1
    if story.thought_ticks == 0:
        offer(world, moment, LEADS_TO[story.thoughts[-1]])
    return True


def _look_for_one(world: World, moment: Moment) -> None:
    her, story = world.sakura, world.story
    for zone in landmarks.zones(world.level, Area.THOUGHT):
        if zone.id not in story.offered and zone.holds(her.x, her.y):
            story.offered.append(zone.id)
            offer(world, moment, _words(zone))
            return


def _drop(world: World) -> None:
    story = world.story
    story.thought, story.thought_ticks, story.listening = "", 0, False
    world.sakura.spent |= int(Button.ACT)


def _with_their_second(places: tuple[Zone, ...]) -> list[str]:
    firsts = [_words(zone) for zone in places]
    return firsts + [LEADS_TO[what] for what in firsts if what in LEADS_TO]


def _words(zone: Zone) -> str:
    """The id of a place's thought."""
    return zone.text or zone.name

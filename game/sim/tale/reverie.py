"""Thoughts that come up on lonely stretches: offered, heard or let pass, and what each leads to.

Holding act listens; who has heard a thought to its end is offered the one it leads to, which has no
place of its own. ``Level.leads_to`` says which that is.
"""

from game.sim import events, tuning
from game.sim.command import Button
from game.sim.land import landmarks
from game.sim.level import Area, Level, Zone
from game.sim.moment import Moment
from game.sim.world import World


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
    firsts = [_words(zone) for zone in landmarks.zones(level, Area.THOUGHT)]
    return firsts + [level.leads_to[what] for what in firsts if what in level.leads_to]


def came_up(world: World) -> list[str]:
    """Every thought that came to her, heard or not."""
    places, leads_to = landmarks.zones(world.level, Area.THOUGHT), world.level.leads_to
    firsts = [_words(zone) for zone in places if zone.id in world.story.offered]
    heard = [what for what in firsts if what in world.story.thoughts]
    return firsts + [leads_to[what] for what in heard if what in leads_to]


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
    leads_on = story.thought in world.level.leads_to
    _drop(world)
    story.thought_ticks = tuning.THOUGHT_LEADS_ON_TICKS if leads_on else 0


def _drift_on(world: World, moment: Moment) -> bool:
    """A breath after a thought was heard, the one it leads to comes up by itself."""
    story = world.story
    if story.thought_ticks <= 0:
        return False
    story.thought_ticks -= 1
    after = world.level.leads_to.get(story.thoughts[-1], "")
    if story.thought_ticks == 0 and after:  # it may be led on no more since the night was saved
        offer(world, moment, after)
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


def _words(zone: Zone) -> str:
    """The id of a place's thought."""
    return zone.text or zone.name

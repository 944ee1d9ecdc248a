"""One tick of the night, read from top to bottom."""

from game.sim import acts, chakra, clock, dragging, motion
from game.sim.command import Command, pack, unpack
from game.sim.events import Event
from game.sim.land import tracks, weather
from game.sim.minds import awareness, decisions, hearing, perception
from game.sim.moment import begin
from game.sim.table import duel, helpless, operating
from game.sim.tale import story, talking
from game.sim.world import World


def step(world: World, command: Command) -> list[Event]:
    """Advance the world by 1/60 s under a command; what happened comes back as events.

    The same world and command always give the same result, on every machine. A night that is
    over stays as it is; while words are on the screen the night holds its breath.
    """
    if world.story.ending:
        return []
    moment = begin(world.sakura, unpack(pack(command)))
    if talking.is_on(world):
        talking.talk(world, moment)
        story.advance(world, moment)
        world.tick += 1
        return moment.events
    weather.blow(world, moment)
    motion.move_her(world, moment)
    motion.move_minds(world, moment)
    dragging.pull_along(world)
    tracks.press(world, moment)
    perception.perceive(world, moment)
    awareness.settle(world, moment)
    decisions.decide(world, moment)
    duel.fight(world, moment)
    helpless.endure(world, moment)
    operating.operate(world, moment)
    acts.act(world, moment)
    hearing.listen(world, moment)
    chakra.flow(world, moment)
    story.advance(world, moment)
    clock.advance(world, moment)
    world.tick += 1
    return moment.events

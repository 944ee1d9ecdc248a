"""Words: begins a node of the level's script and plays it by her presses and choices."""

from game.sim import clock, events
from game.sim.command import Button
from game.sim.moment import Moment, use_up
from game.sim.tale import facts
from game.sim.tale.talk import LineSpoken, Said, advance, begin
from game.sim.world import World


def is_on(world: World) -> bool:
    """Whether somebody is speaking just now."""
    return world.talk is not None and not world.talk.done


def start(world: World, moment: Moment, node: str) -> bool:
    """Begin a node and speak its first line; False if this map has no such words."""
    script = world.level.script
    if script is None or node not in script.nodes:
        return False
    world.talk = begin(script, node, world.talk)
    world.story.talks.append(node)
    world.sakura.speed = 0
    moment.tell(events.TalkBegan(node))
    _press(world, moment, -1)
    return True


def talk(world: World, moment: Moment) -> None:
    """Go on by a press of the act key or by a choice."""
    if world.talk is None or world.talk.done:
        return
    if moment.command.choice >= 0:
        _press(world, moment, moment.command.choice)
    elif moment.pressed & Button.ACT:
        # the same press must not begin something else when it is let go
        use_up(world.sakura, Button.ACT)
        _press(world, moment, -1)


def _press(world: World, moment: Moment, choice: int) -> None:
    script = world.level.script
    if script is None or world.talk is None:
        return
    for event in advance(world.talk, script, facts.of_the_night(world), choice, world.tick):
        moment.tell(event)
        match event:
            case LineSpoken():
                clock.line_spoken(world, moment)
            case Said(name, _):
                moment.said.append(name)
            case _:
                pass

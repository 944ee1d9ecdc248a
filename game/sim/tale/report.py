"""What she says at the gate, held against what the gate can know by then.

A tale that fits explains things away: a beast that was struck explains blood, rogues that were
felled explain blood and who was found lying. A tale that something speaks against is one more
thing to weigh.
"""

from typing import Final

from game.sim.level import Kind
from game.sim.moment import Moment
from game.sim.tale import evidence, facts
from game.sim.world import World

ROGUES: Final = (Kind.ROGUE, Kind.AMBUSHER, Kind.CUTTER)
_SPEAKS_AGAINST_QUIET: Final = ("seen_west", "body_found")


def weigh_words(world: World, moment: Moment) -> None:
    """What her report does to what can be found."""
    match world.story.report:
        case "quiet":
            if any(item.what in _SPEAKS_AGAINST_QUIET for item in world.evidence):
                _catch(world, moment)
        case "rogues":
            if _met_rogues(world):
                _explain(world, moment, "blood", *_found_rogues(world))
            else:
                _catch(world, moment)
        case "beasts":
            if world.story.facts.get("beasts_struck", 0):
                _explain(world, moment, "blood")
            else:
                _catch(world, moment)
        case "truth":
            evidence.leave(world, moment, "confessed", world.sakura.x, world.sakura.y, "gate")
        case _:
            pass


def _catch(world: World, moment: Moment) -> None:
    facts.count(world, "lie_caught")
    evidence.leave(world, moment, "lie", world.sakura.x, world.sakura.y, "gate")


def _explain(world: World, moment: Moment, *found: str) -> None:
    """Take the weight off things by their kind, or by the name of who was found."""
    for item in world.evidence:
        if item.weight and (item.what in found or item.by in found):
            evidence.explain(moment, item)
            facts.count(world, "explained")


def _met_rogues(world: World) -> bool:
    """Whether she left a rogue lying tonight, asleep or dead."""
    return any(mind.kind in ROGUES and mind.felled_by == 0 for mind in world.minds)


def _found_rogues(world: World) -> list[str]:
    return [mind.name for mind in world.minds if mind.kind in ROGUES]

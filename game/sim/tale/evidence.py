"""What the village could find at dawn: a list of facts with places, weighed at the gate."""

from typing import Final

from game.sim import events, tuning
from game.sim.moment import Moment
from game.sim.tale.night import Evidence
from game.sim.world import World

_ONCE: Final = (
    "seen_west", "prints", "blood", "par_missed", "he_is_found", "unmasked", "lie", "confessed",
)  # fmt: skip
"""Kinds that count a single time, however often they are met."""


def leave(world: World, moment: Moment, what: str, x: int, y: int, by: str = "") -> None:
    """Add one thing to what can be found; ``what`` is a key of ``tuning.EVIDENCE_WEIGHT``."""
    if what in _ONCE and any(item.what == what for item in world.evidence):
        return
    if any(item.what == what and item.by == by and by for item in world.evidence):
        return
    weight = tuning.EVIDENCE_WEIGHT[what]
    world.evidence.append(Evidence(what, x, y, world.tick, by, weight))
    moment.tell(events.EvidenceLeft(what, weight))


def explain(moment: Moment, item: Evidence) -> None:
    """Take the weight off a thing: what she said of it at the gate is believed."""
    moment.tell(events.EvidenceExplained(item.what, item.weight))
    item.weight = 0


def total(world: World) -> int:
    """The weight of all that can be found."""
    return sum(item.weight for item in world.evidence)

"""Which badges a night has earned: each stands for itself, and none asks for another."""

from dataclasses import dataclass
from typing import Final

from game.core.units import PER_MILLE
from game.sim import clock, tuning
from game.sim.level import Spot
from game.sim.table.body import NOTICEABLE
from game.sim.table.state import Fact
from game.sim.table.wounds import Grade
from game.sim.tale import facts, reverie
from game.sim.world import World
from game.view.trails import Trails

_SLIPS: Final = (Fact.RUPTURED, Fact.TORN, Fact.NICKED, Fact.FOULED)


@dataclass(frozen=True, slots=True)
class Badge:
    """A badge by its name: its words are ``badge_<name>`` and ``badge_<name>_about``."""

    name: str
    won: bool


def badges(world: World, history: Trails) -> list[Badge]:
    """All badges that this map can give, in the order they are shown."""
    told, story, patient = facts.of_the_night(world), world.story, world.patient
    nobody_fell = not told.get("knocked_out", 0) and not told.get("beasts_struck", 0)
    found = [
        Badge("unseen", not seen(world, history)),
        Badge("untouched", not told.get("hurt", 0)),
        Badge("no_kill", world.ledger == tuning.LEDGER_AT_START),
        Badge("hands_off", nobody_fell and world.ledger == tuning.LEDGER_AT_START),
        Badge("bait", told.get("bait_countered", 0) > 0),
        Badge("mother", told.get("mother_backed", 0) > 0),
        Badge("wind", told.get("trail_wiped", 0) > 0),
    ]
    if not world.level.conditions.story:
        return found
    markers = len(world.level.places_of(Spot.MARKER))
    round_done = len(story.markers) == markers and story.signed_out_tick >= 0
    found.append(Badge("on_time", round_done and clock.minutes_over_par(world) == 0))
    came = reverie.came_up(world)
    found.append(Badge("thoughts", bool(came) and all(each in story.thoughts for each in came)))
    went, operation = story.body_tick >= 0, world.operation
    clean = operation is not None and not any(slip in operation.facts for slip in _SLIPS)
    healed = patient is not None and patient.healed
    grade = operation.grade if operation is not None else None
    return [
        *found,
        Badge("no_prints", went and not any(item.what == "prints" for item in world.evidence)),
        Badge("thrifty", told.get("chakra_left", 0) >= PER_MILLE),
        Badge("swept", patient is not None and patient.swept),
        Badge("noticed", patient is not None and all(w in patient.examined for w in NOTICEABLE)),
        Badge("flawless", healed and grade is not None and grade is Grade.PERFECT),
        Badge("clean_hand", healed and clean),
        Badge("promise", story.promise_kept),
    ]


def seen(world: World, history: Trails) -> int:
    """How often somebody was certain of her, as far as the night remembers."""
    causes = sum(cause.whom == "sakura" and cause.sense == "sight" for cause in world.causes)
    return max(len(history.alarms), min(causes, 1))

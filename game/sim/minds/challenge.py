"""Her own ask what she does here: six seconds to greet, to pass as on duty, to lie, or to be still.

What is believed hangs on her clothes, her place and the marker book, never on luck.
"""

from enum import IntEnum
from typing import Final

from game.core import headings
from game.core.units import TILE_SUB
from game.sim import events, harm, tuning
from game.sim.beings import Alert, Mind
from game.sim.level import Kind
from game.sim.minds import awareness, walking
from game.sim.minds.factions import is_west
from game.sim.minds.walking import Budget
from game.sim.moment import Moment
from game.sim.world import World


class Answer(IntEnum):
    """What she can say; the first three are the rows of the choice."""

    GREET = 0
    DUTY = 1
    LIE = 2
    SILENCE = 3


_BOOK_FOR_WEST: Final = 4
"""So many markers signed make a reason to look further out believable."""


def asks(world: World) -> Mind | None:
    """Who waits for her answer just now, or None."""
    return next((mind for mind in world.minds if mind.asking_ticks > 0), None)


def recognise(world: World, moment: Moment, mind: Mind, budget: Budget) -> bool:
    """Go up to her whom a friend has surely seen, and ask. False if there is nothing to ask."""
    if mind.kind is not Kind.PATROL or mind.hostile or world.unmasked or mind.target != 0:
        return False
    if mind.meter < tuning.RECOGNISED_AT or mind.sense != "sight":
        return False
    her = world.sakura
    away = headings.distance(her.x - mind.x, her.y - mind.y)
    if mind.sees_target and away <= tuning.CHALLENGE_TILES * TILE_SUB:
        _ask(world, moment, mind)
        return True
    walking.go(world, mind, mind.knows_x, mind.knows_y, tuning.RUNNER_SUB, budget)
    return True


def wait_for_answer(world: World, moment: Moment, mind: Mind) -> None:
    """Each tick of a challenge: take her answer, or her silence when the time is up."""
    her = world.sakura
    walking.stand(mind, walking.face_of(mind, her.x, her.y))
    mind.asking_ticks -= 1
    mind.alert_ticks = 0
    chosen = moment.command.choice
    away = headings.distance(her.x - mind.x, her.y - mind.y)
    if 0 <= chosen < Answer.SILENCE:
        _answer(world, moment, mind, Answer(chosen))
    elif mind.asking_ticks <= 0 or away > tuning.CHALLENGE_LEFT_TILES * TILE_SUB:
        _answer(world, moment, mind, Answer.SILENCE)


def believed(world: World, mind: Mind, answer: Answer) -> bool:
    """Whether an answer holds against her clothes, her place and the marker book."""
    her = world.sakura
    signed = len(world.story.markers)
    if her.sleeves_bloody or her.dragging:
        return False
    if is_west(world, her.x):
        return answer in (Answer.DUTY, Answer.LIE) and (
            signed >= _BOOK_FOR_WEST and not mind.wary
        )
    if answer is Answer.DUTY and world.level.conditions.story:
        return signed > 0 or world.story.signed_out_tick >= 0
    return answer is not Answer.SILENCE or not mind.wary


def _ask(world: World, moment: Moment, mind: Mind) -> None:
    if asks(world) is not None:
        return
    mind.asking_ticks = tuning.CHALLENGE_TICKS
    moment.tell(events.Challenged(mind.name))


def _answer(world: World, moment: Moment, mind: Mind, answer: Answer) -> None:
    mind.asking_ticks = 0
    holds = believed(world, mind, answer)
    moment.tell(events.Answered(mind.name, answer.name.lower(), holds))
    for other in world.minds:
        if other is mind or (mind.squad and other.squad == mind.squad):
            other.challenge_tick = world.tick
    if holds:
        mind.wary = mind.wary or answer is Answer.SILENCE
        cause = awareness.reason(world, mind, "answer", answer.name.lower())
        awareness.calm_down(world, moment, mind, cause)
        return
    why = _why(world, answer)
    harm.turn_against_her(world, moment, mind, why)
    mind.meter = tuning.METER_FULL
    cause = awareness.reason(world, mind, "answer", why)
    awareness.change(world, moment, mind, Alert.CHASE, cause)


def _why(world: World, answer: Answer) -> str:
    her = world.sakura
    if her.sleeves_bloody:
        return "blood"
    if her.dragging:
        return "burden"
    if answer is Answer.SILENCE:
        return "silence"
    return "west" if is_west(world, her.x) else "book"

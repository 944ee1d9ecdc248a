"""The way home, the report at the gate, and how a night ends: by what she did and what was left."""

from typing import Final

from game.core import headings
from game.core.units import TILE_SUB
from game.sim import chakra, clock, events, tuning
from game.sim.level import Goal, GoalKind, Kind
from game.sim.moment import Moment
from game.sim.tale import evidence, report, talking
from game.sim.tale.night import AfterName, Beat, Ending
from game.sim.tale.trail import trail_unbroken
from game.sim.world import World

MARKERS: Final = 5
_FOUND_TILES: Final = 8
"""Who comes to fetch her at dawn looks about so far."""


def watch(world: World, moment: Moment) -> None:
    """What can end the night on the way: dawn, and being brought in."""
    story = world.story
    if story.beat is Beat.OVER or story.ending:
        return
    if any(isinstance(event, events.DrivenOff) for event in moment.events) and _beaten_by_suna(
        world, moment
    ):
        end(world, moment, Ending.TAKEN_IN)
        return
    if clock.is_dawn(world) and story.beat < Beat.REPORT and not talking.is_on(world):
        _fetch(world, moment)


def begin_report(world: World, moment: Moment) -> None:
    """She stands at the register again."""
    story = world.story
    if len(story.markers) < MARKERS and not _has_been_to_him(world):
        moment.tell(events.Refused("report", "round_unfinished"))
        return
    _weigh(world, moment)
    story.beat = Beat.REPORT
    moment.tell(events.BeatBegan("report"))
    if not talking.start(world, moment, "Report"):
        hear_report(world, moment, "report_done")


def hear_report(world: World, moment: Moment, said: str) -> None:
    """Take down what she says at the gate; ``report_done`` and its kin end the night."""
    story = world.story
    match said:
        case "report_done":
            end(world, moment, ending_of(world))
        case "report_arrest" | "report_run":
            story.facts["ran"] = int(said == "report_run")
            end(world, moment, ending_of(world))
        case "report_prisoner":
            end(world, moment, Ending.TAKEN_IN)
        case _:
            story.report = said.removeprefix("report_")
            report.weigh_words(world, moment)


def ending_of(world: World) -> Ending:
    """Which ending the night has earned; exact conditions, in the order they are asked."""
    story, patient = world.story, world.patient
    if patient is None or not _has_been_to_him(world):  # whoever turned back never knew
        return Ending.SLEPT_WELL
    if story.after == AfterName.STRIKE:
        return Ending.THE_KUNAI
    if patient.dead or not patient.healed:  # left behind, he bled to death
        return Ending.COLD_SAND
    if patient.bound:
        return Ending.TAKEN_IN
    if evidence.total(world) >= tuning.ARREST_AT:
        return Ending.TREASON
    return Ending.QUIET_GATE


def end(world: World, moment: Moment, ending: Ending) -> None:
    """The night is over."""
    story = world.story
    if story.ending:
        return
    story.ending = ending
    story.beat = Beat.OVER
    moment.tell(events.Reported(story.report, evidence.total(world)))
    moment.tell(events.Ended(ending))


def goal_met(world: World, goal: Goal) -> bool:
    """Whether a goal of a map without the tale is met now."""
    her, level = world.sakura, world.level
    match goal.kind:
        case GoalKind.REACH:
            place = level.place(goal.target)
            if place is not None:
                return headings.distance(place.x - her.x, place.y - her.y) <= TILE_SUB
            return any(
                zone.name == goal.target and zone.holds(her.x, her.y) for zone in level.zones
            )
        case GoalKind.SENSE:
            return any(
                felt.exact and goal.target in ("", chakra.name_of(world, felt))
                for felt in world.sensing.felt
            )
        case GoalKind.HEAL:
            return world.patient is not None and world.patient.healed
        case GoalKind.UNSEEN_UNTIL:
            return _has_lasted(world, goal.amount) and not world.causes
        case GoalKind.SPARE:
            return _has_lasted(world, goal.amount) and world.ledger == tuning.LEDGER_AT_START


def _has_lasted(world: World, minutes: int) -> bool:
    """Whether so many minutes of the clock have gone by since the level began."""
    return world.minutes - world.level.conditions.clock_minutes >= minutes


def _weigh(world: World, moment: Moment) -> None:
    """What the gate can see for itself is added to what others found.

    Whom she left asleep in the sand is found as soon as it is light.
    """
    her, patient = world.sakura, world.patient
    if _has_been_to_him(world):
        if trail_unbroken(world) and patient is not None:
            evidence.leave(world, moment, "prints", patient.x, patient.y)
        if her.sleeves_bloody:
            evidence.leave(world, moment, "blood", her.x, her.y, "gate")
        if patient is not None and world.story.beat is Beat.WAIT:
            evidence.leave(world, moment, "he_is_found", patient.x, patient.y, "relief")
    if clock.minutes_over_par(world) > tuning.PAR_SLACK_MINUTES:
        evidence.leave(world, moment, "par_missed", her.x, her.y, "gate")


def _fetch(world: World, moment: Moment) -> None:
    """Dawn: they come for her, and see what there is to see, him too if she is still with him."""
    her, patient = world.sakura, world.patient
    _weigh(world, moment)
    if patient is not None and _has_been_to_him(world) and not (patient.gone or patient.dead):
        away = headings.distance(patient.x - her.x, patient.y - her.y)
        if away <= _FOUND_TILES * TILE_SUB:
            evidence.leave(world, moment, "he_is_found", patient.x, patient.y, "relief")
    end(world, moment, ending_of(world))


def _beaten_by_suna(world: World, moment: Moment) -> bool:
    """Whether the last mark was taken by one of her own: a traitor is not let go again."""
    blows = [event.who for event in moment.events if isinstance(event, events.Hurt)]
    return any(
        mind.kind is Kind.PATROL and mind.name == by for by in blows for mind in world.minds
    )


def _has_been_to_him(world: World) -> bool:
    return world.story.body_tick >= 0



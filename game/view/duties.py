"""What she is to do just now, in words and as a place: the list at the upper right, the compass."""

from dataclasses import dataclass

from game.content.strings import Strings
from game.core import headings
from game.sim import tuning
from game.sim.level import GoalKind, Place, Spot
from game.sim.tale import triggers
from game.sim.tale.night import Beat
from game.sim.world import World


@dataclass(frozen=True, slots=True)
class Duty:
    """One line of the list."""

    text: str
    done: bool = False
    current: bool = True


def duties(world: World, strings: Strings) -> list[Duty]:
    """What there is to do, in a few lines."""
    if not world.level.conditions.story:
        return _goals(world, strings)
    story = world.story
    lines = []
    if story.beat in (Beat.ROUND, Beat.PULSE) or (story.beat is Beat.HOME and story.ignored_pulse):
        everyone = len(world.level.places_of(Spot.MARKER))
        nth = min(everyone, len(story.markers) + 1)
        if story.beat is Beat.PULSE:
            # the call comes first; the rest of the round is what she may do instead
            felt = story.felt_tick >= 0
            lines.append(Duty(strings.text("objective_west" if felt else "objective_pulse")))
            rest = strings.text("objective_round_rest", n=nth, all=everyone)
            lines.append(Duty(rest, current=False))
        else:
            lines.append(Duty(strings.text("objective_round", n=nth, all=everyone)))
    elif story.beat is not Beat.OVER:
        lines.append(Duty(strings.text(_text_of(world))))
    if world.minutes >= tuning.DAWN_WARNING_MINUTES:
        lines.append(Duty(strings.text("objective_dawn"), current=False))
    return lines


def open_places(world: World) -> list[Place]:
    """Where the goals of a map without the tale are that are still to be met."""
    if world.level.conditions.story:
        return []
    wanted = [goal for goal in triggers.open_goals(world) if goal.id not in world.goals_met]
    places = [world.level.place(goal.target) for goal in wanted if goal.target]
    way_out = _way_out(world)
    return [place for place in (*places, way_out) if place is not None]


def goal_heading(world: World) -> int:
    """Heading from her to the place that her duty names; -1 if it names none."""
    place = _goal_place(world)
    if place is None:
        return -1
    her = world.sakura
    if headings.distance(place.x - her.x, place.y - her.y) < tuning.REACH_SUB:
        return -1
    return headings.heading_of(place.x - her.x, place.y - her.y)


def _text_of(world: World) -> str:
    beat = world.story.beat
    if beat is Beat.WEST:
        felt = world.story.pulse_tick
        late = felt >= 0 and world.tick - felt > tuning.LATE_TICKS
        return "objective_west_late" if late else "objective_west"
    if beat is Beat.HOME and world.patient is not None and world.patient.bound:
        return "objective_home_bound"
    if beat is Beat.HOME and world.story.facts.get("after_hint"):
        return "objective_home_hint"
    return f"objective_{beat.name.lower()}"


def _goals(world: World, strings: Strings) -> list[Duty]:
    lines = []
    for goal in triggers.open_goals(world):
        text_id = f"goal_{goal.kind}"
        what = goal.target.replace("_", " ") or str(goal.amount)
        if goal.kind is GoalKind.UNSEEN_UNTIL:
            what = f"{goal.amount // 60 % 24:02}:{goal.amount % 60:02}"
        lines.append(Duty(strings.text(text_id, what=what), done=goal.id in world.goals_met))
    way_out = _way_out(world)
    if way_out is not None:
        lines.append(Duty(strings.text("goal_leave", what=way_out.name.replace("_", " "))))
    return lines


def _way_out(world: World) -> Place | None:
    """The exit that is left to go to, once all goals are met."""
    if len(world.goals_met) < len(world.level.goals):
        return None
    return next(iter(world.level.places_of(Spot.EXIT)), None)


def _goal_place(world: World) -> Place | None:
    level, story = world.level, world.story
    if not level.conditions.story:
        return next(iter(open_places(world)), None)
    match story.beat:
        case Beat.LANE | Beat.HOME | Beat.REPORT:
            return next(iter(level.places_of(Spot.REGISTER)), None)
        case Beat.PULSE:
            # where the call comes from is hers to find out: the compass shows what she has felt
            return None
        case Beat.ROUND:
            wanted = len(story.markers) + 1
            markers = level.places_of(Spot.MARKER)
            register = next(iter(level.places_of(Spot.REGISTER)), None)
            return next((each for each in markers if each.order == wanted), register)
        case _:
            return None

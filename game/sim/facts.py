"""What the talk may know of the night, as named numbers; ``talk_script.FACTS`` explains each."""

from game.sim import clock, events, evidence, landmarks, tuning
from game.sim.beings import Pose
from game.sim.body import NOTICEABLE
from game.sim.level import Area, Kind
from game.sim.moment import Moment
from game.sim.night import Beat
from game.sim.operation_state import Fact
from game.sim.world import World


def of_the_night(world: World) -> dict[str, int]:
    """All facts as they stand now; what is not in it reads 0."""
    facts = dict(world.story.facts)
    patient = world.patient
    if patient is not None:
        facts.update({f"noticed_{what}": int(what in patient.examined) for what in NOTICEABLE})
        facts["moved_to_cover"] = int(patient.moved_sub > 0)
        facts["he_died"] = int(patient.dead)
        facts["he_is_bound"] = int(patient.bound)
        facts["found_him"] = int(world.story.beat >= Beat.OPERATION or patient.stage > 0)
    cutters = [mind for mind in world.minds if mind.kind is Kind.CUTTER]
    facts["cutters_alive"] = sum(mind.pose not in (Pose.DEAD, Pose.DOWN) for mind in cutters)
    facts["cutters_felled"] = sum(mind.pose is Pose.DOWN for mind in cutters)
    facts["cutters_killed"] = sum(mind.pose is Pose.DEAD for mind in cutters)
    facts["ledger"] = world.ledger
    facts["killed"] = world.ledger - tuning.LEDGER_AT_START
    facts["evidence"] = evidence.total(world)
    facts["blood_seen"] = int(world.sakura.sleeves_bloody)
    facts["seen_west"] = int(any(item.what == "seen_west" for item in world.evidence))
    facts["prints_home"] = int(any(item.what == "prints" for item in world.evidence))
    facts["minutes_over"] = clock.minutes_over_par(world)
    facts["markers"] = len(world.story.markers)
    facts["pulse_heard"] = int(world.story.felt_tick >= 0)
    facts["off_round"] = int(is_off_round(world))
    operation = world.operation
    if operation is not None:
        facts["grade"] = int(operation.grade or 0)
        facts["ruptured"] = int(Fact.RUPTURED in operation.facts)
        facts["sand_in_wound"] = int(Fact.FOULED in operation.facts)
    return facts


def remember(world: World, moment: Moment) -> None:
    """Count what this tick's events add to the facts."""
    for event in moment.events:
        match event:
            case events.Felled(who="sakura"):
                count(world, "knocked_out")
            case events.Hurt():
                count(world, "hurt")
            case events.Killed(who="sakura", whom=whom) if _is_beast(world, whom):
                count(world, "beasts_killed")
            case events.Spotted(who=who) | events.Glimpsed(who=who) if _is_cutter(world, who):
                world.story.facts["cutters_met"] = 1
            case events.TurnedWest():
                world.story.facts["went_west"] = 1
            case events.Answered(how=how):
                count(world, "challenges")
                count(world, "lied", int(how == "lie"))
            case _:
                pass


def count(world: World, name: str, amount: int = 1) -> None:
    """Add to a fact that is counted as it happens."""
    world.story.facts[name] = world.story.facts.get(name, 0) + amount


def is_off_round(world: World) -> bool:
    """Whether she stands where her round does not lead."""
    her = world.sakura
    return any(zone.holds(her.x, her.y) for zone in landmarks.zones(world.level, Area.WEST))


def _is_cutter(world: World, name: str) -> bool:
    return any(mind.name == name and mind.kind is Kind.CUTTER for mind in world.minds)


def _is_beast(world: World, name: str) -> bool:
    return any(
        mind.name == name and mind.kind in (Kind.SNAKE, Kind.LIZARD) for mind in world.minds
    )

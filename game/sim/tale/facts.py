"""What the talk may know of the night, as named numbers; ``talk_script.FACTS`` explains each."""

from game.core import headings
from game.core.units import TICKS_PER_SECOND, TILE_SUB
from game.sim import clock, events, tuning
from game.sim.beings import Mind, Pose
from game.sim.land import landmarks
from game.sim.level import Area, Kind
from game.sim.minds.factions import CREATURES
from game.sim.moment import Moment
from game.sim.table.body import NOTICEABLE, is_sheltered
from game.sim.table.definition import WoundKind
from game.sim.table.state import Fact
from game.sim.tale import evidence
from game.sim.tale.trail import trail_unbroken
from game.sim.world import World


def of_the_night(world: World) -> dict[str, int]:
    """All facts as they stand now; what is not in it reads 0."""
    facts = dict(world.story.facts)
    patient = world.patient
    if patient is not None:
        facts.update({f"noticed_{what}": int(what in patient.examined) for what in NOTICEABLE})
        facts["moved_to_cover"] = int(is_sheltered(world))
        facts["he_died"] = int(patient.dead)
        facts["he_lives"] = int(patient.healed and not patient.dead)
        facts["he_is_bound"] = int(patient.bound)
        facts["he_is_gone"] = int(patient.gone)
        facts["found_him"] = int("seconds_late" in facts)
    cutters = [mind for mind in world.minds if mind.kind is Kind.CUTTER]
    facts["cutters_felled"] = sum(_was_felled(mind) for mind in cutters)
    facts["cutters_killed"] = sum(mind.pose is Pose.DEAD for mind in cutters)
    facts["knocked_out"] = sum(_was_felled(mind) for mind in world.minds)
    facts["ledger"] = world.ledger
    facts["killed"] = world.ledger - tuning.LEDGER_AT_START
    facts["evidence"] = evidence.total(world)
    facts["blood_seen"] = int(world.sakura.sleeves_bloody)
    facts["seen_west"] = int(any(item.what == "seen_west" for item in world.evidence))
    facts["prints_home"] = int(any(item.what == "prints" for item in world.evidence))
    facts["he_is_found"] = int(any(item.what == "he_is_found" for item in world.evidence))
    facts["minutes_over"] = clock.minutes_over_par(world)
    facts["markers"] = len(world.story.markers)
    facts["saw_him"] = int(world.story.body_tick >= 0)
    facts["pulse_heard"] = int(world.story.felt_tick >= 0)
    facts["unmasked"] = int(any(item.what == "unmasked" for item in world.evidence))
    operation = world.operation
    if operation is not None:
        facts["grade"] = int(operation.grade or 0)
        facts["ruptured"] = int(Fact.RUPTURED in operation.facts)
        facts["sand_in_wound"] = int(Fact.FOULED in operation.facts)
        facts["table_seconds"] = operation.tick // TICKS_PER_SECOND
        facts["ribs_left"] = sum(
            wound.kind is WoundKind.RIB and not wound.done for wound in operation.wounds
        )
    return facts


def remember(world: World, moment: Moment) -> None:
    """Count what this tick's events add to the facts."""
    for event in moment.events:
        match event:
            case events.Felled(who="sakura", whom=whom) | events.Killed(
                who="sakura", whom=whom
            ) if _kind(world, whom) in CREATURES:
                count(world, "beasts_struck")
                count(world, "beasts_killed", int(isinstance(event, events.Killed)))
            case events.Hurt():
                count(world, "hurt")
            case events.Drank():
                count(world, "drank")
            case events.Broken():
                count(world, "rocks_broken")
            case events.BodyStep(what="swept_company"):
                world.story.facts["company"] = 1
            case events.BodyStep(what="knelt"):
                world.story.facts.setdefault("prints_lead", int(trail_unbroken(world)))
            case events.Spotted(cause=cause) | events.Glimpsed(cause=cause) if (
                cause.whom == "sakura" and _kind(world, cause.who) is Kind.CUTTER
            ):
                world.story.facts["cutters_met"] = 1
            case events.Rose(who=who) if world.sakura.feigning:
                count(world, "ambushes_drawn")
            case events.Struck(who="sakura", whom=whom, how="counter") if (
                _kind(world, whom) is Kind.AMBUSHER and world.story.facts.get("ambushes_drawn")
            ):
                count(world, "bait_countered")
            case events.AlertChanged(who=who, before="curious", after="calm", whom="sakura") if (
                _kind(world, who) is Kind.LIZARD
            ):
                count(world, "mother_backed")
            case events.TrailLost(whose="sakura", why="wind"):
                count(world, "trail_wiped")
            case events.TurnedWest():
                world.story.facts["went_west"] = 1
            case events.PatientDied(where=where):
                world.story.facts["finished_off"] = int(where == "blade")
                world.story.facts["died_alone"] = int(_has_left_him(world))
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


def _has_left_him(world: World) -> bool:
    """Whether she has knelt by him and is out of reach of him now."""
    her, patient = world.sakura, world.patient
    if patient is None or "seconds_late" not in world.story.facts:
        return False
    away = headings.distance(patient.x - her.x, patient.y - her.y)
    return away > tuning.BODY_SEEN_TILES * TILE_SUB


def _kind(world: World, name: str) -> Kind | None:
    return next((mind.kind for mind in world.minds if mind.name == name), None)


def _was_felled(mind: Mind) -> bool:
    """Whether this one was knocked out by her tonight and lives."""
    return mind.felled_by == 0 and mind.pose is not Pose.DEAD

"""Which movement each one on the sand shows: from pose, alarm, gait and wind to a name.

A name here and a direction make an animation of the atlas. Alarm changes the carriage, so that it
can be told by shape: the curious peer ahead, searchers stoop, hunters lean into the run.
"""

from typing import Final

from game.core import headings
from game.core.units import TILE_SUB
from game.sim import tuning
from game.sim.beings import Alert, Item, Mind, Pose, Sakura
from game.sim.command import Button, Gait
from game.sim.land.weather import WindKind, wind_at
from game.sim.level import Kind
from game.sim.table import duel
from game.sim.tale.night import Beat, Patient
from game.sim.world import World

ONCE: Final = frozenset((
    "strike", "punch", "throw", "hurt", "kneel", "windup", "aim_kunai", "aim_pebble", "emerge",
    "parry", "fall", "burst", "sink", "threat", "gather", "brake",
))  # fmt: skip
"""Movements that stop on their last picture; the others go round."""
LYING: Final = frozenset(("down", "prone", "supine", "healed"))
FIGHTING: Final = frozenset(("ready", "strike", "parry", "fall"))
"""What he does in the fight, with an enemy to his left and one to his right."""

_GAITS: Final = {
    Gait.WALK: "walk", Gait.SNEAK: "sneak", Gait.RUN: "run", Gait.LIGHT: "light",
}
_HER_POSES: Final = {
    Pose.KNEEL: "kneel", Pose.SIT: "sit", Pose.SENSE: "sense", Pose.STRIKE: "strike",
    Pose.PUNCH: "punch", Pose.THROW: "throw", Pose.SWEEP: "sweep", Pose.HURT: "hurt",
}
_STANDING: Final = {
    Alert.CALM: "idle", Alert.CURIOUS: "peer", Alert.SEARCH: "search", Alert.CHASE: "ready",
}
_WALKING: Final = {
    Alert.CALM: "walk", Alert.CURIOUS: "wonder", Alert.SEARCH: "prowl", Alert.CHASE: "prowl",
}
_CHARGED_TICKS: Final = tuning.HOLD_TICKS // 2
"""Held so long a strike shows that it is going to be the punch."""
_SWING_TICKS: Final = 20
_BURST_TICKS: Final = 25
_SINK_TICKS: Final = 30
_SPREAD_TICKS: Final = 36
_GATHER_TICKS: Final = 14
_BRAKE_TICKS: Final = 24
_FALL_TICKS: Final = 24
_PARRY_TICKS: Final = 18
_ANSWER_TICKS: Final = (46, 66)
_FIGHT_TILES: Final = 4


def act_of_her(world: World, her: Sakura) -> str:
    """What she does just now."""
    if her.inside:
        return "sneak"
    standing = her.pose in (Pose.STAND, Pose.MOVE, Pose.BRACE, Pose.DRAG)
    if world.sensing.growing_ticks and her.pose in (Pose.STAND, Pose.SENSE):
        return "sense"
    if her.dragging and standing:
        return "drag"
    if her.pose is Pose.BRACE:
        return f"brace_{_blown(world, her)}"
    if not standing:
        return _HER_POSES.get(her.pose, "idle")
    if not her.speed:
        return _about_to(her) or _at_rest(world, her)
    if her.feigning:
        return "feign"
    act = _GAITS[her.gait]
    return f"walk_wind_{_blown(world, her)}" if act == "walk" and _windy(world, her) else act


def _about_to(her: Sakura) -> str:
    """What she winds up for while a key is held, or nothing."""
    if her.buttons & Button.STRIKE:
        held = her.held_ticks.get(int(Button.STRIKE), 0)
        return "charged" if held > _CHARGED_TICKS else "windup"
    if her.buttons & Button.THROW:
        return "aim_kunai" if her.item is Item.KUNAI else "aim_pebble"
    return ""


def _at_rest(world: World, her: Sakura) -> str:
    if her.feigning:
        return "feign_idle"
    if her.gait is Gait.SNEAK:
        return "low" if her.hidden else "sneak"
    return f"idle_wind_{_blown(world, her)}" if _windy(world, her) else "idle"


def _windy(world: World, her: Sakura) -> bool:
    return wind_at(world, her.x, her.y).kind in (WindKind.GUST, WindKind.STORM)


def _blown(world: World, her: Sakura) -> str:
    """Which way on the screen her hair flies."""
    east, _ = headings.vector(wind_at(world, her.x, her.y).heading, 256)
    return "right" if east >= 0 else "left"


def act_of_mind(world: World, mind: Mind) -> str:
    """What somebody else does just now; empty for who cannot be seen."""
    match mind.kind:
        case Kind.SNAKE:
            return _snake(mind)
        case Kind.LIZARD:
            return _lizard(mind)
        case Kind.CHILD:
            return _child(mind)
        case _:
            return _person(world, mind)


def _person(world: World, mind: Mind) -> str:
    if mind.kind is Kind.CUTTER and fights_him(world, mind):
        strikes = _blow_age(world) < _SWING_TICKS and _its_turn(world, mind)
        return "strike" if strikes else "ready"
    match mind.pose:
        case Pose.MOVE:
            return "run" if _fast(mind) else _WALKING[mind.alert]
        case Pose.LOOK_ABOUT:
            return "look" if mind.alert is Alert.CALM else _STANDING[mind.alert]
        case Pose.WINDUP | Pose.CHARGE:
            return "lunge" if mind.way and mind.speed else "ready"
        case Pose.RISE if mind.kind is Kind.AMBUSHER:
            return "emerge"
        case Pose.DOWN | Pose.DEAD:
            return "down"
        case Pose.BURIED | Pose.GONE:
            return ""
        case _:
            if mind.attack_ticks > tuning.ATTACK_AGAIN_TICKS - _SWING_TICKS:
                return "strike"
            return _STANDING[mind.alert]


def _child(mind: Mind) -> str:
    match mind.pose:
        case Pose.MOVE:
            return "run" if _fast(mind) else "walk"
        case Pose.DOWN | Pose.DEAD:
            return "down"
        case Pose.BURIED | Pose.GONE:
            return ""
        case _:
            looks = mind.pose is Pose.LOOK_ABOUT or mind.alert is not Alert.CALM
            return "look" if looks else "idle"


def _fast(mind: Mind) -> bool:
    return mind.speed >= tuning.KINDS[mind.kind].chase_sub * 3 // 4


def _snake(mind: Mind) -> str:
    match mind.pose:
        case Pose.BURIED:
            if mind.speed and mind.way:
                return "crawl"
            return "peek" if mind.alert is not Alert.CALM else ""
        case Pose.CHARGE:
            begun = tuning.SNAKE_BURST_TICKS - mind.pose_ticks
            return "burst" if begun <= _BURST_TICKS else "crawl"
        case Pose.SPENT:
            return "sink" if mind.pose_ticks <= _SINK_TICKS else "spent"
        case Pose.DOWN | Pose.DEAD:
            return "spent"
        case Pose.GONE:
            return ""
        case _:
            return "crawl"


def _lizard(mind: Mind) -> str:
    match mind.pose:
        case Pose.MOVE:
            return "walk"
        case Pose.THREAT:
            if mind.pose_ticks <= _GATHER_TICKS:
                return "gather"
            begun = tuning.LIZARD_THREAT_TICKS - mind.pose_ticks
            return "threat" if begun < _SPREAD_TICKS else "hiss"
        case Pose.CHARGE:
            return "charge"
        case Pose.SPENT:
            begun = tuning.LIZARD_RECOVER_TICKS - mind.pose_ticks
            return "brake" if 0 <= begun < _BRAKE_TICKS else "recover"
        case Pose.DOWN | Pose.DEAD:
            return "recover"
        case Pose.BURIED | Pose.GONE:
            return ""
        case _:
            return "idle"


def fights_him(world: World, mind: Mind) -> bool:
    """Whether a cutter is at the man in the west just now."""
    patient = world.patient
    if patient is None or not duel.is_on(world) or world.story.beat is not Beat.WEST:
        return False
    near = _FIGHT_TILES * TILE_SUB
    by_him = abs(mind.x - patient.x) <= near and abs(mind.y - patient.y) <= near
    standing = mind.pose is Pose.STAND or mind.pose is Pose.LOOK_ABOUT
    return by_him and standing and mind.alert is Alert.CALM


def faces(world: World, mind: Mind) -> int:
    """The heading that somebody's picture faces: his enemy's eyes do not leave him."""
    patient = world.patient
    if mind.kind is Kind.CUTTER and patient is not None and fights_him(world, mind):
        return headings.heading_of(patient.x - mind.x, patient.y - mind.y)
    return mind.heading


def opponent(world: World) -> Mind | None:
    """Whose turn it is at him, while they fight."""
    at_him = [each for each in world.minds if each.kind is Kind.CUTTER and fights_him(world, each)]
    if not at_him:
        return None
    left = world.story.pulse_tick + tuning.DUEL_END_TICKS - world.tick
    return at_him[left // duel.BLOW_EVERY_TICKS % len(at_him)]


def _its_turn(world: World, mind: Mind) -> bool:
    other = opponent(world)
    return other is not None and other.id == mind.id


def _blow_age(world: World) -> int:
    """Ticks since the last blow of the fight."""
    left = world.story.pulse_tick + tuning.DUEL_END_TICKS - world.tick
    return -left % duel.BLOW_EVERY_TICKS


def blades_meet(world: World) -> bool:
    """Whether sparks fly between him and his enemy just now."""
    return duel.is_on(world) and _blow_age(world) in range(4, 12)


def act_of_him(world: World, patient: Patient, *, walking: bool = False) -> str:
    """What the man in the west does; ``walking`` says whether he is led along just now."""
    lying = "supine" if patient.supine else "prone"
    if patient.dead:
        return lying
    story = world.story
    if duel.is_on(world) and story.beat < Beat.BODY:
        age = _blow_age(world)
        if age < _PARRY_TICKS:
            return "parry"
        return "strike" if age in range(*_ANSWER_TICKS) else "ready"
    if patient.bound:
        return "bound_walk" if walking else "bound"
    if patient.healed:
        return "sit" if story.beat >= Beat.TALK else "healed"
    fallen = world.tick - story.pulse_tick - tuning.DUEL_END_TICKS
    if story.pulse_tick >= 0 and 0 <= fallen < _FALL_TICKS and story.beat < Beat.BODY:
        return "fall"
    return lying

"""What the night does to a man who cannot help himself: he bleeds, is heard, is found, is led away.

Those who left him for dead pay him no heed as long as he lies as they left him. Hands laid on him
change that: he moans. Who has felt for company beforehand knows to hush him, and he is heard only
close by; who has not lets everybody in reach of a call know that he lives. Whoever then comes and
stands over him, and is no friend, stabs until he is driven off or the man is dead.
"""

from typing import Final

from game.core import headings
from game.core.units import PER_MILLE, TILE_SUB
from game.sim import events, harm, tuning
from game.sim.beings import Alert, Mind, Pose
from game.sim.level import Kind
from game.sim.minds.factions import is_suna
from game.sim.moment import Moment, Noise
from game.sim.tale.night import Patient
from game.sim.world import World

HIM: Final = -1
"""His number where others have the id of a mind."""


def bleed(world: World, moment: Moment) -> None:
    """He loses blood from the end of the fight until her hands are on him."""
    patient, story = world.patient, world.story
    if patient is None or patient.dead or patient.healed or world.at_table:
        return
    if story.pulse_tick < 0 or world.tick - story.pulse_tick < tuning.DUEL_END_TICKS:
        return
    lose(world, moment, patient, tuning.BLEED_MILLI_PER_TICK, "sand")


def lose(world: World, moment: Moment, patient: Patient, milli: int, where: str) -> None:
    """Take blood from him; what kills him is told as ``where``. In a quiet night nothing does."""
    patient.blood_milli -= milli
    if world.rules.quiet_night:
        patient.blood_milli = max(PER_MILLE, patient.blood_milli)
    elif patient.blood_milli <= 0:
        patient.blood_milli, patient.dead = 0, True
        moment.tell(events.PatientDied(where))


def moan(world: World, moment: Moment, patient: Patient, *, hushed: bool = True) -> None:
    """He is heard; her hand is over his mouth if she can and has felt for company since she came.

    From now on nobody takes him for dead who sees him.
    """
    knows = world.sensing.pulse_tick >= world.story.body_tick
    reach = tuning.MOAN_HUSHED_TILES if hushed and knows else tuning.MOAN_TILES
    moment.noises.append(Noise("moan", HIM, patient.x, patient.y, reach))
    disturb(world)


def leave_for_dead(world: World) -> None:
    """The fight is over: the cutters know where he lies, and care no more."""
    for mind in world.minds:
        if mind.kind is Kind.CUTTER and HIM not in mind.met:
            mind.met.append(HIM)


def disturb(world: World) -> None:
    """He lies no longer as the cutters left him."""
    for mind in world.minds:
        if mind.kind is Kind.CUTTER and HIM in mind.met:
            mind.met.remove(HIM)


def endure(world: World, moment: Moment) -> None:
    """What others do to him once they have found him."""
    patient = world.patient
    if patient is None or patient.dead or patient.gone:
        return
    if patient.bound:
        _betray(world, moment)
        if any(isinstance(event, events.DrivenOff) for event in moment.events):
            patient.bound, patient.gone = False, True
            moment.tell(events.HeLeft())
    if not world.at_table:
        _endanger(world, moment, patient)


def hunted(world: World, patient: Patient) -> bool:
    """Whether somebody hunts her, or searches near him: then he does not stir."""
    reach = tuning.WAIT_HUNT_TILES * TILE_SUB
    for mind in world.minds:
        if not mind.awake or not tuning.KINDS[mind.kind].human:
            continue
        near = abs(mind.x - patient.x) <= reach and abs(mind.y - patient.y) <= reach
        if mind.sees_target and mind.target == 0:
            return True
        if mind.alert is Alert.CHASE and mind.target == 0:
            return True
        if near and mind.alert >= Alert.SEARCH:
            return True
    return False


def lead(world: World) -> None:
    """Bound, he walks after her over the ground that she has walked."""
    patient, her = world.patient, world.sakura
    if patient is None or not patient.bound:
        return
    last = patient.steps[-1] if patient.steps else (patient.x, patient.y)
    if headings.distance(her.x - last[0], her.y - last[1]) >= tuning.LEAD_EVERY_SUB:
        patient.steps.append((her.x, her.y))
    if headings.distance(her.x - patient.x, her.y - patient.y) <= tuning.ROPE_SUB:
        return
    left = tuning.LEAD_SPEED_SUB
    while patient.steps and left > 0:
        to_x, to_y = patient.steps[0][0] - patient.x, patient.steps[0][1] - patient.y
        away = headings.distance(to_x, to_y)
        if away > left:
            step_x, step_y = headings.vector(headings.heading_of(to_x, to_y), left)
            patient.x, patient.y = patient.x + step_x, patient.y + step_y
            return
        patient.x, patient.y = patient.steps.pop(0)
        left -= away


def _endanger(world: World, moment: Moment, patient: Patient) -> None:
    """Enemies who have found him and stand over him stab him; her hands on him keep them off."""
    foe = _standing_over(world, patient)
    patient.foe_ticks = patient.foe_ticks + 1 if foe is not None else 0
    if foe is None:
        return
    if not world.rules.quiet_night:  # it stays until it is done
        foe.wait_ticks, foe.alert_ticks = tuning.SEARCH_LOOK_TICKS, 0
    if patient.foe_ticks < tuning.FINISH_HIM_TICKS:
        return
    patient.foe_ticks = 0
    moment.tell(events.Struck(foe.name, world.name_of(HIM), "blow"))
    harm.make_noise(moment, "fight", foe)
    lose(world, moment, patient, tuning.STAB_BLOOD * PER_MILLE, "blade")


def _betray(world: World, moment: Moment) -> None:
    """One of her own who sees her lead him asks no question: she is a traitor."""
    for event in moment.events:
        if isinstance(event, events.BodyFound) and event.whom == world.name_of(HIM):
            mind = next((m for m in world.minds if m.name == event.who), None)
            if mind is not None and is_suna(mind):
                harm.turn_against_her(world, moment, mind, "prisoner")


def _standing_over(world: World, patient: Patient) -> Mind | None:
    reach = tuning.ATTACK_REACH_SUB
    searching = Alert.SEARCH
    for mind in world.minds:
        if mind.alert < searching or not mind.awake or HIM not in mind.met:
            continue
        if is_suna(mind) or mind.sees_target or mind.pose is Pose.WINDUP:
            continue
        if headings.distance(mind.x - patient.x, mind.y - patient.y) <= reach:
            return mind
    return None

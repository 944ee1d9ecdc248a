"""The man in the sand, before the operation: kneel, rouse, turn, look, cut, or drag him to cover.

On a map without the tale he can be reached from the start; in it not before the west.
Nothing is prescribed: she may cut as soon as he lies on his back, and each thing she does costs
his time. Standing, a tap kneels and a hold takes hold of him; kneeling, a tap rouses or looks, a
hold turns him over, a strike cuts the shirt and the work begins. A move stands her up again.

Turning takes ``EASE_TURN_TICKS``: let go before, he falls back, which costs blood and is heard.
Who hears him, and what kneeling without a second sweep has to do with it: ``helpless``.
"""

from dataclasses import replace
from enum import IntEnum
from typing import Final

from game.core import headings
from game.core.rng import mixed
from game.core.units import PER_MILLE, TILE_SUB
from game.sim import events, tuning
from game.sim.beings import Pose
from game.sim.command import Button
from game.sim.land.weather import is_lee
from game.sim.moment import Moment, given_up, use_up
from game.sim.motion import slide
from game.sim.table import helpless
from game.sim.table.definition import OperationRules
from game.sim.table.helpless import HIM
from game.sim.table.operation import begin as begin_operation
from game.sim.table.state import FINE
from game.sim.tale.night import Beat, Patient
from game.sim.verbs import Act
from game.sim.world import World

NOTICEABLE: Final = ("hair", "lashes", "clothes", "protector", "slashes", "face")
"""What she can notice about the man of the tale, in the order her eyes go."""


class Stage(IntEnum):
    """What was done for him; each step includes those before it."""

    LYING = 0
    ROUSED = 1
    TURNED = 2


def reachable(world: World) -> Patient | None:
    """Him, if she is near enough to lay hands on him before the operation."""
    patient, her = world.patient, world.sakura
    if patient is None or patient.dead or patient.healed or patient.gone:
        return None
    if world.level.conditions.story and world.story.beat not in (Beat.BODY, Beat.WEST):
        return None
    near = headings.distance(patient.x - her.x, patient.y - her.y) <= tuning.REACH_SUB
    return patient if near else None


def choices(world: World) -> tuple[Act | None, Act | None] | None:
    """What a tap and a hold of the act key would do beside him; None away from him."""
    patient = reachable(world)
    if patient is None:
        return None
    if world.sakura.pose is not Pose.KNEEL:
        return Act.KNEEL, Act.DRAG_HIM
    if not patient.supine:
        tap = Act.ROUSE if patient.stage < Stage.ROUSED else None
        return tap, Act.TURN
    unseen = any(what not in patient.examined for what in _noticeable(world))
    return (Act.EXAMINE if unseen else None), None


def attend(world: World, moment: Moment) -> bool:
    """Do what her keys ask for beside him; True if they were meant for him."""
    her, patient = world.sakura, reachable(world)
    if patient is None or her.dragging:
        return False
    tapped = bool(moment.tapped & Button.ACT) and not given_up(moment, Button.ACT)
    held = bool(moment.long_held & Button.ACT)
    _catch_breath(world, moment)
    if her.pose is not Pose.KNEEL:
        if tapped:
            _kneel(world, moment, patient)
        elif held:
            use_up(her, Button.ACT)
            her.dragging = HIM
            helpless.disturb(world)
            moment.tell(events.DragBegan("wounded"))
        return tapped or held
    her.pose_ticks = 2
    if not patient.supine and given_up(moment, Button.ACT):
        _drop(world, moment, patient)
    if moment.command.move >= 0 and not held:
        her.pose, her.pose_ticks = Pose.STAND, 0
        return True
    if moment.tapped & Button.STRIKE and patient.supine:
        _cut(world, moment, patient)
    elif not patient.supine:
        _rouse_or_turn(world, moment, patient, tapped)
    elif tapped:
        _look(world, moment, patient)
    return True


def pull(world: World, x: int, y: int) -> None:
    """He is dragged along to a place; it costs him blood by the tile."""
    patient = world.patient
    if patient is None:
        return
    moved_x, moved_y = slide(world, patient.x, patient.y, x - patient.x, y - patient.y)
    covered = headings.distance(moved_x - patient.x, moved_y - patient.y)
    patient.x, patient.y = moved_x, moved_y
    before = patient.moved_sub // TILE_SUB
    patient.moved_sub += covered
    tiles = patient.moved_sub // TILE_SUB - before
    if not patient.healed:
        lost = tiles * tuning.DRAG_BLOOD_PER_TILE * PER_MILLE
        patient.blood_milli = max(PER_MILLE, patient.blood_milli - lost)


def is_sheltered(world: World) -> bool:
    """Whether he was dragged to where no gust reaches him."""
    patient = world.patient
    if patient is None or patient.moved_sub < TILE_SUB:
        return False
    return is_lee(world.level, patient.x, patient.y)


def sweep_again(world: World, moment: Moment) -> None:
    """A pulse beside him, before she kneels, tells whether anybody is near."""
    patient = world.patient
    if patient is None or world.story.beat is not Beat.BODY or "seconds_late" in world.story.facts:
        return
    if not any(isinstance(event, events.Sensed) for event in moment.events):
        return
    patient.swept = True
    felt = (world.mind(felt.id) for felt in world.sensing.felt if felt.exact)
    company = any(mind is not None and tuning.KINDS[mind.kind].human for mind in felt)
    moment.tell(events.BodyStep("swept_company" if company else "swept"))


def _kneel(world: World, moment: Moment, patient: Patient) -> None:
    her = world.sakura
    her.pose, her.pose_ticks, her.speed = Pose.KNEEL, 2, 0
    her.heading = headings.heading_of(patient.x - her.x, patient.y - her.y)
    facts = world.story.facts
    if world.level.conditions.story and "seconds_late" not in facts:
        late = world.tick - world.story.pulse_tick - tuning.DUEL_END_TICKS
        facts["seconds_late"] = max(0, late // 60)
        facts["second_sweep"] = int(patient.swept)
        facts["chakra_left"] = her.chakra // tuning.CHAKRA_MILLI
    moment.tell(events.BodyStep("knelt"))


def _catch_breath(world: World, moment: Moment) -> None:
    """Too drained to heal him, she sits by him for a while if she stands still."""
    her, facts = world.sakura, world.story.facts
    if her.chakra >= tuning.ENOUGH_TO_HEAL * tuning.CHAKRA_MILLI:
        return
    if her.still_ticks < tuning.SIT_DOWN_TICKS or her.pose not in (Pose.STAND, Pose.SIT):
        return
    her.pose = Pose.SIT
    if "sat_for_chakra" not in facts:
        facts["sat_for_chakra"] = 1
        moment.tell(events.BodyStep("sat"))


def _rouse_or_turn(world: World, moment: Moment, patient: Patient, tapped: bool) -> None:
    her = world.sakura
    held_ticks = her.held_ticks.get(int(Button.ACT), 0)
    if tapped and patient.stage < Stage.ROUSED:
        patient.stage = Stage.ROUSED
        moment.tell(events.BodyStep("roused"))
        helpless.moan(world, moment, patient)
    elif moment.long_held & Button.ACT and held_ticks >= tuning.EASE_TURN_TICKS:
        use_up(her, Button.ACT)
        patient.supine = True
        patient.stage = Stage.TURNED
        moment.tell(events.BodyStep("turned"))
        helpless.moan(world, moment, patient)


def _drop(world: World, moment: Moment, patient: Patient) -> None:
    """Half turned, he falls back onto his wounds."""
    facts = world.story.facts
    facts["rough_turn"] = facts.get("rough_turn", 0) + 1
    moment.tell(events.BodyStep("dropped"))
    helpless.moan(world, moment, patient, hushed=False)
    helpless.lose(world, moment, patient, tuning.ROUGH_TURN_BLOOD * PER_MILLE, "sand")


def _look(world: World, moment: Moment, patient: Patient) -> None:
    if world.tick < patient.look_tick:
        return
    for what in _noticeable(world):
        if what not in patient.examined:
            patient.examined.append(what)
            patient.look_tick = world.tick + tuning.LOOK_AT_HIM_TICKS
            moment.tell(events.Examined(what))
            return


def _cut(world: World, moment: Moment, patient: Patient) -> None:
    """The shirt is opened with one flick, or an operation she left is taken up again."""
    definition, her = world.level.operation, world.sakura
    if definition is None:
        return
    if world.operation is None:
        moment.tell(events.BodyStep("cut"))
        rules = OperationRules(
            tolerance_per_mille=world.rules.tolerance_per_mille,
            speed_per_mille=world.rules.table_speed_per_mille,
            no_fail=world.rules.table_no_fail or world.rules.quiet_night,
        )
        rules = replace(rules, hints=rules.is_bent)
        world.operation = begin_operation(
            definition,
            blood=patient.blood_milli // PER_MILLE,
            chakra=her.chakra // tuning.CHAKRA_MILLI,
            seed=mixed(world.seed, 11),
            rules=rules,
        )
        world.operation.shirt_open = True
    else:
        world.operation.blood_fine = patient.blood_milli * FINE // PER_MILLE
    use_up(her, Button.STRIKE)
    world.story.beat = Beat.OPERATION
    if world.level.conditions.story:
        moment.tell(events.BeatBegan("operation"))
    moment.tell(events.OperationBegan())


def _noticeable(world: World) -> tuple[str, ...]:
    """What there is to notice about whoever lies here."""
    definition = world.level.operation
    return definition.notices if definition is not None else ()

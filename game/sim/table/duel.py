"""The fight in the west: from afar only a signature that flutters; who comes in time sees it.

Nobody is moved before she is near: the cutters come onto the map beside him when she could see
them, and fight him until she has reached them or his time is up. Then they go their way, or at her.
"""

from typing import Final

from game.core import headings
from game.core.units import TILE_SUB, tile_of
from game.sim import events, tuning
from game.sim.beings import Alert, Mind, Pose
from game.sim.land import landmarks
from game.sim.level import Kind, Spot
from game.sim.minds import walking
from game.sim.moment import Moment
from game.sim.table import helpless
from game.sim.tale.night import Beat, Patient
from game.sim.world import World

_ARM_SUB: Final = tuning.ATTACK_REACH_SUB
BLOW_EVERY_TICKS: Final = 100
"""So often one of the two strikes at him."""


def is_on(world: World) -> bool:
    """Whether they are at each other just now."""
    began = world.story.pulse_tick
    return began >= 0 and world.tick - began < tuning.DUEL_END_TICKS


def fight(world: World, moment: Moment) -> None:
    """One tick of it, if she is near enough to see."""
    patient, her = world.patient, world.sakura
    if patient is None or world.story.beat is not Beat.WEST or not is_on(world):
        return
    away = headings.distance(patient.x - her.x, patient.y - her.y)
    if away > tuning.FIGHT_SEEN_TILES * TILE_SUB:
        return
    left = world.story.pulse_tick + tuning.DUEL_END_TICKS - world.tick
    side = 1
    for mind in world.minds:
        if mind.kind is not Kind.CUTTER:
            continue
        side = -side
        if mind.pose is Pose.GONE:
            _step_in(world, mind, patient, side)
        if mind.awake and mind.alert is Alert.CALM:
            mind.wait_ticks = left
            if left % BLOW_EVERY_TICKS == 0:
                moment.tell(events.Struck(mind.name, world.name_of(helpless.HIM), "miss"))


def end(world: World, moment: Moment) -> None:
    """He lies in the sand, and the cutters think him dead."""
    helpless.leave_for_dead(world)
    for mind in world.minds:
        if mind.kind is Kind.CUTTER:
            mind.wait_ticks = 0
    moment.tell(events.DuelEnded())


def _step_in(world: World, mind: Mind, patient: Patient, side: int) -> None:
    """Put a cutter where the map has the fight, within arm's reach of him, on his own side."""
    spots = landmarks.places(world.level, Spot.DUEL)
    x, y = (spots[0].x, spots[0].y) if spots else (patient.x, patient.y)
    x += side * _ARM_SUB
    if world.terrain.walkable(tile_of(x), tile_of(y)):
        mind.x, mind.y = x, y
    mind.pose, mind.delay_ticks, mind.wary = Pose.STAND, 0, True
    mind.heading = mind.home_heading = walking.face_of(mind, patient.x, patient.y)
    mind.met.append(helpless.HIM)

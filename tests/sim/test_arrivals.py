"""Who comes later: the cutters some time after the pulse, more patrols after the name."""

from game.core.units import seconds
from game.sim.beings import Pose
from game.sim.events import BodyFound, EvidenceLeft
from game.sim.level import Kind
from game.sim.tale.night import Beat, Patient
from game.sim.world import World
from tests.sim.nights import WEST, Person, night, of, pass_time, tile, who

LAND = """
    .....................
    1C................2..
    .....................
    ...................@.
"""


def out_of_sight(world: World) -> World:
    """She is nowhere to be seen, and nothing of the tale runs by itself."""
    world.sakura.inside = 999
    return world


def test_cutters_come_when_their_delay_after_the_pulse_has_run_and_walk_their_way() -> None:
    cutter = Person(Kind.CUTTER, route="2", delay_ticks=seconds(2), pause_ticks=0)
    world = out_of_sight(night(LAND, C=cutter))
    pass_time(world, seconds(4))
    assert who(world, "cutter_c").pose is Pose.GONE
    world.story.pulse_tick = world.tick
    pass_time(world, seconds(2) - 5)
    assert who(world, "cutter_c").pose is Pose.GONE
    pass_time(world, seconds(4))
    assert who(world, "cutter_c").pose is not Pose.GONE
    assert who(world, "cutter_c").wary
    assert tile(who(world, "cutter_c"))[0] > 3


def test_more_patrols_walk_only_after_the_name_was_said() -> None:
    world = out_of_sight(night(LAND, C=Person(Kind.PATROL, after_name=True)))
    pass_time(world, seconds(3))
    assert who(world, "patrol_c").pose is Pose.GONE
    world.story.beat = Beat.HOME
    pass_time(world, seconds(1))
    assert who(world, "patrol_c").pose is not Pose.GONE


def test_a_patrol_that_finds_the_wounded_man_is_evidence() -> None:
    world = out_of_sight(
        night(
            """
            ......P...
            .........@
            """,
            P=Person(Kind.PATROL, facing=WEST),
        )
    )
    patrol = who(world, "patrol_p")
    world.patient = Patient(patrol.x - 3 * 4096, patrol.y)
    events = pass_time(world, 10)
    assert of(events, BodyFound, who="patrol_p", whom="wounded")
    assert of(events, EvidenceLeft, what="he_is_found")

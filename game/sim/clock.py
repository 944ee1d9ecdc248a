"""The night's clock: fast while she walks, slow at the table, ten seconds for a line of talk."""

from game.sim import events, tuning
from game.sim.moment import Moment
from game.sim.tale.night import Beat
from game.sim.world import World


def advance(world: World, moment: Moment) -> None:
    """Let one tick of the night pass; say when dawn is near."""
    before = world.minutes
    world.clock += tuning.CLOCK_OPERATING if world.at_table else tuning.CLOCK_WALKING
    _tell_dawn(world, moment, before)


def line_spoken(world: World, moment: Moment) -> None:
    """A line of talk takes its time, however fast it is read."""
    before = world.minutes
    world.clock += tuning.LINE_SECONDS * tuning.CLOCK_UNIT
    _tell_dawn(world, moment, before)


def pass_minutes(world: World, moment: Moment, minutes: int) -> None:
    """So much of the night is gone at once."""
    before = world.minutes
    world.clock += minutes * 60 * tuning.CLOCK_UNIT
    _tell_dawn(world, moment, before)


def is_dawn(world: World) -> bool:
    """Whether the night is over by the clock."""
    return world.minutes >= tuning.DAWN_MINUTES


def minutes_over_par(world: World) -> int:
    """Minutes by which her round has outlasted its par time."""
    if world.story.beat is Beat.LANE or world.story.signed_out_tick < 0:
        return 0
    return max(0, world.minutes - world.level.conditions.clock_minutes - tuning.PAR_MINUTES)


def _tell_dawn(world: World, moment: Moment, before: int) -> None:
    if before < tuning.DAWN_WARNING_MINUTES <= world.minutes:
        moment.tell(events.DawnNear())

"""Hints: which of them helps where she stands, and the key that it names."""

from typing import Final

from game.core.units import TICKS_PER_SECOND, TILE_SUB
from game.sim import tuning
from game.sim.beings import Mind, Pose
from game.sim.land.weather import WindKind, wind_at
from game.sim.level import Kind
from game.sim.minds import challenge
from game.sim.tale.night import Beat
from game.sim.world import World

HINT_AFTER_TICKS: Final = 20 * TICKS_PER_SECOND
"""So long nothing must have come of anything before a hint comes."""
HINT_KEYS: Final = {
    "hint_act": "act", "hint_brace": "brace", "hint_counter": "strike", "hint_drag": "act",
    "hint_feign": "feign", "hint_light": "light", "hint_look": "look", "hint_map": "map",
    "hint_move": "move", "hint_pebble": "throw", "hint_punch": "strike", "hint_run": "run",
    "hint_save": "save", "hint_sense": "sense", "hint_sneak": "sneak", "hint_strike": "strike",
    "hint_thought": "act", "hint_wait": "act", "hint_why": "why",
}
"""The action whose key stands in a hint's words."""
_NEAR_TILES: Final = 14


def hint_for(world: World) -> str:
    """The id of the hint that helps where she stands, empty for none."""
    near = [mind for mind in world.minds if mind.here and _is_near(world, mind)]
    return (
        _of_the_moment(world)
        or _of_what_lurks(world, near)
        or _of_the_air(world)
        or _of_people(world, near)
        or _of_the_tale(world)
    )


def _of_the_moment(world: World) -> str:
    """What cannot wait: her first step, a question asked, a hunt, a thought on offer."""
    if not world.sakura.walked_sub:
        return "hint_move"
    if challenge.asks(world) is not None:
        return "hint_challenge"
    hunted = any(mind.alert > 0 and not mind.target and mind.here for mind in world.minds)
    if hunted and world.causes:
        return _in_turn(world, "hint_sneak", "hint_why")
    if world.story.thought and not world.story.listening:
        return "hint_thought"
    return ""


def _of_what_lurks(world: World, near: list[Mind]) -> str:
    if any(mind.kind is Kind.SNAKE for mind in near):
        return _in_turn(world, "hint_snake", "hint_light")
    if any(mind.kind is Kind.LIZARD for mind in near):
        return "hint_lizard"
    if any(mind.kind is Kind.AMBUSHER and mind.pose is Pose.BURIED for mind in near):
        return _in_turn(world, "hint_feign", "hint_counter")
    return ""


def _of_the_air(world: World) -> str:
    match wind_at(world, world.sakura.x, world.sakura.y).kind:
        case WindKind.STORM:
            return "hint_storm"
        case WindKind.GUST:
            return "hint_brace"
        case _:
            return ""


def _of_people(world: World, near: list[Mind]) -> str:
    if world.story.beat is Beat.WEST and any(mind.kind is Kind.CUTTER for mind in near):
        return "hint_cutters"
    if any(mind.pose is Pose.DOWN for mind in near):
        return "hint_drag"
    if any(tuning.KINDS[mind.kind].eyes and mind.kind is not Kind.CHILD for mind in near):
        return _in_turn(world, "hint_sneak", "hint_look", "hint_pebble", "hint_strike")
    return ""


def _of_the_tale(world: World) -> str:
    match world.story.beat:
        case Beat.LANE if world.level.conditions.story:
            return "hint_act"
        case Beat.PULSE if world.story.felt_tick < 0:
            return "hint_sense"
        case Beat.PULSE | Beat.WEST:
            return "hint_sense_again"
        case Beat.BODY:
            return _beside_him(world)
        case Beat.WAIT:
            return "hint_wait"
        case Beat.HOME:
            return "hint_home"
        case _:
            return _in_turn(
                world, "hint_map", "hint_prints", "hint_run", "hint_lee", "hint_punch", "hint_save"
            )


def _beside_him(world: World) -> str:
    if world.sakura.pose is Pose.KNEEL:
        return "hint_examine"
    swept = world.patient is not None and world.patient.swept
    return "hint_move_him" if swept else "hint_sweep"


def _in_turn(world: World, *hints: str) -> str:
    """One of several that would all help: another each time."""
    return hints[world.tick // HINT_AFTER_TICKS % len(hints)]


def _is_near(world: World, mind: Mind) -> bool:
    across, down = mind.x - world.sakura.x, mind.y - world.sakura.y
    return abs(across) + abs(down) < _NEAR_TILES * TILE_SUB

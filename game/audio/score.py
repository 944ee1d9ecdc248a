"""Which music belongs to the moment: the beat of the tale sets the mood, alarms bend it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, assert_never

from game.audio.table import Music
from game.sim.beings import Alert
from game.sim.minds.factions import hunts_her
from game.sim.tale import talking
from game.sim.tale.night import Beat
from game.sim.world import World

PERCENT: Final = 100
_RISE: Final = 0.02
"""Step a tick upwards: an alarm is there within a second."""
_FALL: Final = 0.005
_CUT: Final = 0.08


def mood_of(world: World) -> str:
    """Part of the night, as ``[music.moods]`` names it."""
    if world.story.ending:
        return "over"
    match world.story.beat:
        case Beat.LANE | Beat.ROUND | Beat.PULSE | Beat.WEST | Beat.BODY:
            return "operation" if world.at_table else "night"
        case Beat.OPERATION:
            return "operation"
        case Beat.WAIT:
            return "wait"
        case Beat.TALK:
            return "talk"
        case Beat.NAMED:
            return "named" if talking.is_on(world) or world.story.after else "black"
        case Beat.HOME | Beat.REPORT:
            return "home"
        case Beat.OVER:
            return "over"
        case never:
            assert_never(never)


def alarm_of(world: World) -> str:
    """The highest alarm that is about her, as ``[music.alarms]`` names it."""
    highest = Alert.CALM
    for mind in world.minds:
        if mind.awake and mind.target == 0 and mind.alert > highest and hunts_her(world, mind):
            highest = mind.alert
    return highest.name.lower()


def wanted(music: Music, mood: str, alarm: str) -> dict[str, float]:
    """How loud each layer ought to be, 0..1."""
    own = music.moods.get(mood, {})
    bent = music.alarms.get(alarm, {}) if mood not in ("black", "over") else {}
    base = bent.get("base", PERCENT)
    levels = {name: level * base / PERCENT / PERCENT for name, level in own.items()}
    for name, level in bent.items():
        if name != "base":
            levels[name] = max(levels.get(name, 0.0), level / PERCENT)
    return levels


@dataclass(slots=True)
class Layers:
    """The layers as they sound just now; each tick they go towards what is wanted."""

    now: dict[str, float] = field(default_factory=dict)

    def follow(self, goal: Mapping[str, float], *, cut: bool = False) -> dict[str, float]:
        """One tick of cross-fade; ``cut`` lets go of the old at once."""
        for name in dict.fromkeys((*self.now, *goal)):
            level, end = self.now.get(name, 0.0), goal.get(name, 0.0)
            if level < end:
                level = min(end, level + _RISE)
            else:
                level = max(end, level - (_CUT if cut else _FALL))
            self.now[name] = level
        return self.now

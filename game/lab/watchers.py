"""Who looks where in an undisturbed night: walked once, and no further than it repeats.

A round that has come back to where it was goes on as before. So has whoever stands and looks about
in the same moment of the turning to and fro. Children and those who lie in wait heed others, and
whoever is still to come waits for the clock: they are followed to the end.
"""

from dataclasses import dataclass, field, fields
from typing import Final

from game.lab.rounds import go_round, undisturbed
from game.lab.watched import Grid, seen_from, shade_grid, watches
from game.sim import tuning
from game.sim.beings import Mind
from game.sim.land.light import shadow_length
from game.sim.level import Kind, Level
from game.sim.minds.eyes import Eyes, eyes_of
from game.sim.minds.walking import LOOKING_ABOUT_TICKS
from game.sim.world import World

EVERY_TICKS: Final = 6
"""Eyes are noted in every sixth tick."""
_OF_FEET: Final = ("walked_sub", "step_sub", "left_foot")
"""What only prints and pictures ask for."""
_STATE: Final = tuple(each.name for each in fields(Mind) if each.name not in _OF_FEET)
_HEED_OTHERS: Final = (Kind.CHILD, Kind.AMBUSHER)


@dataclass(slots=True)
class _Watcher:
    """What is known of one mind: its eyes, every so many ticks, until it repeats itself."""

    mind: Mind
    eyes: list[Eyes | None] = field(default_factory=list)
    """None while it does not watch."""
    begins: int = 0
    period: int = 0
    """From ``begins`` on its eyes repeat in so many ticks; 0 as long as that is not known."""
    stood: int = -1
    """When it stood last."""
    _moving: dict[tuple[str, int], int] = field(default_factory=dict)
    _standing: dict[tuple[str, int], int] = field(default_factory=dict)
    point: int = 0
    """Of its round, that it is on the way to."""

    def at(self, tick: int) -> Eyes | None:
        """Its eyes in a tick, which must be noted or repeated."""
        if self.period and tick >= self.begins:
            tick = self.begins + (tick - self.begins) % self.period
        return self.eyes[tick // EVERY_TICKS]

    def look(self, world: World, same: dict[Eyes, Eyes]) -> None:
        """Write down its eyes in this tick."""
        eyes = eyes_of(self.mind) if watches(world, self.mind) else None
        self.eyes.append(same.setdefault(eyes, eyes) if eyes is not None else None)

    def compare(self, tick: int) -> None:
        """Whether it has been in this state before, and will go on as it did then."""
        mind = self.mind
        self.point = mind.route_at
        if mind.kind in _HEED_OTHERS or mind.delay_ticks > 0:
            return
        state = repr([getattr(mind, name) for name in _STATE])
        moving = self._moving.setdefault((state, tick % EVERY_TICKS), tick)
        standing = self._standing.setdefault((state, tick % LOOKING_ABOUT_TICKS), tick)
        begins = moving if moving > self.stood else standing
        if begins < tick:
            self.begins, self.period = begins, tick - begins


class Watchers:
    """Everybody with eyes on a level."""

    def __init__(self, level: Level) -> None:
        self.level = level
        self.world = undisturbed(level)
        """The night as far as it had to be walked."""
        self._clock = self.world.clock
        self._lit = undisturbed(level)
        self._shades: dict[int, Grid] = {}
        seeing = [mind for mind in self.world.minds if tuning.KINDS[mind.kind].eyes]
        self._watchers = [_Watcher(mind) for mind in seeing]
        self._unknown = self._watchers
        """Those who have not repeated themselves yet."""
        self._same: dict[Eyes, Eyes] = {}

    def eyes_at(self, tick: int) -> list[Eyes]:
        """The eyes of all who watch, so many ticks after the start: a multiple of six."""
        while self._unknown and self.world.tick <= tick:
            self._walk_on()
        found = [each.at(tick) for each in self._watchers]
        return [eyes for eyes in found if eyes is not None]

    def _walk_on(self) -> None:
        """Look at everybody who is not known yet, and let a tick pass."""
        world, tick = self.world, self.world.tick
        if tick % EVERY_TICKS == 0:
            for each in self._unknown:
                each.look(world, self._same)
        turned = tick % LOOKING_ABOUT_TICKS == 0
        repeated = False
        for each in self._unknown:
            mind = each.mind
            if not mind.speed:
                each.stood = tick
            if mind.route_at != each.point or (turned and not mind.route):
                each.compare(tick)
                repeated |= each.period > 0
        if repeated:
            self._unknown = [each for each in self._unknown if not each.period]
        go_round(world)

    def minutes_at(self, tick: int) -> int:
        """Clock of the night in a tick, in whole minutes after midnight of the first day."""
        return (self._clock + tick * tuning.CLOCK_WALKING) // (60 * tuning.CLOCK_UNIT)

    def seen_from(self, eyes: Eyes, tick: int) -> tuple[tuple[slice, slice], Grid]:
        """``Zone`` of every tile round an eye in the light of a tick; which rows and columns."""
        return seen_from(self._lit, eyes, self._shades_at(tick))

    def _shades_at(self, tick: int) -> Grid:
        """Light and dark, anew for each height of the moon."""
        length = shadow_length(self.minutes_at(tick))
        if length not in self._shades:
            self._lit.clock = self._clock + tick * tuning.CLOCK_WALKING
            self._shades[length] = shade_grid(self._lit)
        return self._shades[length]

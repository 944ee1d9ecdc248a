"""Where everybody was in the last two ticks, so that pictures between ticks move smoothly.

It also counts how long each one has been doing what it does, as acts are drawn from their start,
how long ago somebody was hit, and how far the man in the west was led: the sim counts neither.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from game.core import headings
from game.core.units import SUB, TILE_SUB
from game.sim import events as happened
from game.sim.events import Event
from game.sim.world import World
from game.view.acts import act_of_her, act_of_him, act_of_mind

HER: Final = 0
HIM: Final = -1
FLINCH_TICKS: Final = 18
"""So long somebody staggers who was hit and keeps on their feet."""
_JUMP_PX: Final = 24.0
"""Who moved further than this in a tick was put elsewhere: nothing lies between."""

_SEEN_SUB: Final = 32 * TILE_SUB
"""Further from her nobody is in the picture, however far she looks."""

Point = tuple[float, float]


@dataclass(slots=True)
class Between:
    """Places in pixels by number: 0 is Sakura, -1 the man in the west, others are minds."""

    before: dict[int, Point] = field(default_factory=dict)
    now: dict[int, Point] = field(default_factory=dict)
    acts: dict[int, tuple[str, int]] = field(default_factory=dict)
    """What each one does and the tick in which it began."""
    blows: dict[int, int] = field(default_factory=dict)
    """When each mind was hit last."""
    led_px: float = 0.0
    """How far he was led or dragged."""
    led_heading: int = 0
    """Which way he went last."""

    def note(self, world: World) -> None:
        """Take down where everybody is after a tick."""
        self.before, places = self.now, {HER: (world.sakura.x / SUB, world.sakura.y / SUB)}
        left, top = world.sakura.x - _SEEN_SUB, world.sakura.y - _SEEN_SUB
        for mind in world.minds:
            places[mind.id] = (mind.x / SUB, mind.y / SUB)
            if 0 <= mind.x - left <= 2 * _SEEN_SUB and 0 <= mind.y - top <= 2 * _SEEN_SUB:
                self._begin(mind.id, act_of_mind(world, mind), world.tick)
        self._begin(HER, act_of_her(world, world.sakura), world.tick)
        if world.patient is not None:
            places[HIM] = (world.patient.x / SUB, world.patient.y / SUB)
            self._follow(places[HIM])
            act = act_of_him(world, world.patient, walking=self.led(places[HIM]))
            self._begin(HIM, act, world.tick)
        self.now = places

    def note_blows(self, world: World, events: Sequence[Event]) -> None:
        """Take down who was hit in a tick."""
        for event in events:
            if isinstance(event, happened.Struck) and event.how != "miss":
                mind = next((each for each in world.minds if each.name == event.whom), None)
                if mind is not None:
                    self.blows[mind.id] = world.tick

    def staggers(self, number: int, tick: int) -> int | None:
        """Ticks since a mind was hit, or None for one that stands firm."""
        passed = tick - self.blows.get(number, tick - FLINCH_TICKS)
        return passed if 0 <= passed < FLINCH_TICKS else None

    def place(self, number: int, alpha: float) -> Point:
        """Where somebody is drawn, ``alpha`` of the way from the last tick but one to the last."""
        x, y = self.now[number]
        old = self.before.get(number)
        if old is None or abs(x - old[0]) + abs(y - old[1]) > _JUMP_PX:
            return x, y
        return old[0] + (x - old[0]) * alpha, old[1] + (y - old[1]) * alpha

    def since(self, number: int, tick: int) -> int:
        """Ticks for which somebody has been doing what they do."""
        return tick - self.acts.get(number, ("", tick))[1]

    def led(self, place: Point | None = None) -> bool:
        """Whether he was moved in the last tick."""
        at, old = place or self.now.get(HIM), self.before.get(HIM)
        return at is not None and old is not None and at != old

    def forget(self) -> None:
        """The night goes on somewhere else: nothing glides there."""
        self.before.clear()
        self.now.clear()
        self.acts.clear()
        self.blows.clear()

    def _begin(self, number: int, act: str, tick: int) -> None:
        if self.acts.get(number, ("", 0))[0] != act:
            self.acts[number] = (act, tick)

    def _follow(self, place: Point) -> None:
        old = self.before.get(HIM)
        if old is None or old == place:
            return
        dx, dy = place[0] - old[0], place[1] - old[1]
        if abs(dx) + abs(dy) <= _JUMP_PX:
            self.led_px += (dx * dx + dy * dy) ** 0.5
            self.led_heading = headings.heading_of(round(dx * SUB), round(dy * SUB))

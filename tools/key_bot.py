"""A bot at the keyboard: a test level's steps as keys that a person could hold, tick by tick.

It reads the world to find the way and never writes it. ``play_by_keys`` presses what it wishes.
"""

import math
from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Final

from game.app.actions import DEFAULT_KEYS, Action
from game.app.night import NightScene
from game.app.picture import Mode
from game.core.units import SUB
from game.lab.hands import Player
from game.lab.level_file import LevelFileError, TestLevel
from game.lab.level_keys import Do, Habits
from game.lab.table_hand import Device, TableHand
from game.sim.command import MOVE_HEADINGS, Gait
from game.sim.events import Event
from game.sim.table.state import TableInput
from game.sim.world import World

Keys = frozenset[str]
Wishes = Generator[Keys, None, None]

NO_KEYS: Final[Keys] = frozenset()
_THERE_PX: Final = 5
_ON_LINE_PX: Final = 2
_REROUTE_TICKS: Final = 120
_READ_TICKS: Final = 24
_BUTTON_ACTIONS: Final = {
    "act": Action.ACT, "strike": Action.STRIKE, "sense": Action.SENSE, "look": Action.LOOK,
    "brace": Action.BRACE, "throw": Action.THROW, "item_next": Action.ITEM_NEXT,
    "item_back": Action.ITEM_BACK, "cancel": Action.FEIGN,
}  # fmt: skip


def _key(action: Action) -> str:
    return DEFAULT_KEYS[action][0]


@dataclass
class Bot:
    """Follows a test level's steps at the keyboard. Ask ``next`` once a tick for the keys."""

    level: TestLevel
    scene: NightScene
    eyes: Player = field(init=False)
    """Finds places and ways as a level's own player does."""
    step: int = 0
    gait: Gait = Gait.WALK
    _wishes: Wishes | None = None

    def __post_init__(self) -> None:
        self.eyes = Player(self.level)

    @property
    def world(self) -> World:
        """The night in play: another one after a load."""
        return self.scene.night.world

    @property
    def done(self) -> bool:
        """Whether all steps were made."""
        return self.step >= len(self.level.steps)

    def saw(self, events: list[Event]) -> None:
        """Take note of what happened in the last tick."""
        self.eyes.saw(events)

    def next(self) -> Keys:
        """The keys that are to be down in the coming tick."""
        while not self.done:
            if self._wishes is None:
                print(f"{self.world.tick:6} step {self.step + 1}: {_words(self._now)}", flush=True)
                self._wishes = self._perform(self._now)
            wish = next(self._wishes, None)
            if wish is not None:
                return wish
            self._wishes = None
            self.step += 1
        return NO_KEYS

    @property
    def _now(self) -> Do:
        return self.level.steps[self.step]

    def _perform(self, do: Do) -> Wishes:
        if do.gait:
            self.gait = Gait[do.gait.upper()]
        if do.walk is not None:
            yield from self._walk(do.walk)
        elif do.wait is not None:
            yield from self._wait(do.wait)
        elif do.press is not None:
            yield from self._tap(_key(_BUTTON_ACTIONS[do.press]))
        elif do.hold is not None:
            yield from self._held(_key(_BUTTON_ACTIONS[do.hold]), do.ticks)
        elif do.sense is not None:
            yield from self._held(_key(Action.SENSE), do.sense)
        elif do.talk is not None:
            yield from self._talk(do.talk)
        elif do.operate is not None:
            yield from self._operate(do.operate)
        else:
            raise LevelFileError(f"{self.level.path}: no keys are known for {_words(do)}")

    def _tap(self, key: str) -> Wishes:
        yield frozenset({key})
        yield frozenset({key})
        yield NO_KEYS
        yield NO_KEYS

    def _held(self, key: str, ticks: int) -> Wishes:
        for _ in range(ticks):
            yield frozenset({key})
        yield NO_KEYS
        yield NO_KEYS

    def _wait(self, wait: int | str) -> Wishes:
        if isinstance(wait, int):
            for _ in range(wait):
                yield NO_KEYS
            return
        before = self.eyes.seen.count(wait)
        while self.eyes.seen.count(wait) == before:
            yield NO_KEYS

    def _walk(self, where: str | list[int]) -> Wishes:
        goal = self.eyes.place(self.world, where)
        way: list[tuple[int, int]] = []
        ticks = 0
        while not self._near(goal):
            if self.scene.mode is Mode.TALK:
                yield from self._talk([])
            yield from self._take_gait()
            if ticks % _REROUTE_TICKS == 0 or not way:
                way = self.eyes.way(self.world, goal)
            while len(way) > 1 and self._near(way[0]):
                way.pop(0)
            ticks += 1
            yield self._towards(way[0]) | self._gait_keys()
        yield NO_KEYS

    def _near(self, point: tuple[int, int]) -> bool:
        her = self.world.sakura
        return math.hypot(point[0] - her.x, point[1] - her.y) <= _THERE_PX * SUB

    def _towards(self, point: tuple[int, int]) -> Keys:
        her = self.world.sakura
        return eight_ways(point[0] - her.x, point[1] - her.y, _ON_LINE_PX * SUB)

    def _take_gait(self) -> Wishes:
        """Sneak and light foot are toggles: press once if they are not as they should be."""
        steering = self.scene.steering
        if steering.sneaking != (self.gait is Gait.SNEAK):
            yield from self._tap(_key(Action.SNEAK))
        if steering.light_foot != (self.gait is Gait.LIGHT):
            yield from self._tap(_key(Action.LIGHT_FOOT))

    def _gait_keys(self) -> Keys:
        return frozenset({_key(Action.RUN)}) if self.gait is Gait.RUN else NO_KEYS

    def _talk(self, wanted: list[str]) -> Wishes:
        view = self.scene.picture.talk
        while self.scene.mode is Mode.TALK and self.world.talk is not None:
            talk = self.world.talk
            while view.typing and self.scene.mode is Mode.TALK:
                yield NO_KEYS
            for _ in range(_READ_TICKS):
                yield NO_KEYS
            if talk.offered:
                rows = [row for row, name in enumerate(talk.offered_ids) if name in wanted]
                row = rows[0] if rows else 0
                while view.selected != row:
                    yield from self._tap("down")
            if self.scene.mode is Mode.TALK:
                yield from self._tap(_key(Action.ACT))

    def _operate(self, habits: Habits) -> Wishes:
        hand = TableHand(tremor_px=habits.tremor, device=Device.KEYS)
        definition = self.world.level.operation
        while self.scene.mode is Mode.TABLE and definition is not None:
            operation = self.world.operation
            assert operation is not None
            yield table_keys(hand.next(operation, definition))


def eight_ways(dx: float, dy: float, dead: float) -> Keys:
    """The arrow keys' own directions: of eight the nearest."""
    keys: set[str] = set()
    if abs(dx) > dead and abs(dx) > abs(dy) * 0.41:
        keys.add(_key(Action.RIGHT if dx > 0 else Action.LEFT))
    if abs(dy) > dead and abs(dy) > abs(dx) * 0.41:
        keys.add(_key(Action.DOWN if dy > 0 else Action.UP))
    return frozenset(keys)


def table_keys(asked: TableInput) -> Keys:
    """The keys that mean at the table what a scripted hand asks for."""
    keys: set[str] = set()
    if asked.move >= 0:
        turn = asked.move * math.tau / MOVE_HEADINGS
        keys |= eight_ways(math.cos(turn), math.sin(turn), 0.05)
    for wanted, action in (
        (asked.flow, Action.ACT), (asked.scan, Action.SENSE), (asked.wipe, Action.BRACE),
        (asked.look_up, Action.LOOK), (asked.cut, Action.STRIKE), (asked.leave, Action.FEIGN),
        (asked.slow, Action.SNEAK),
    ):  # fmt: skip
        if wanted:
            keys.add(_key(action))
    return frozenset(keys)


def _words(do: Do) -> str:
    verbs = ("walk", "wait", "press", "hold", "sense", "talk", "operate")
    asked = [(verb, getattr(do, verb)) for verb in verbs]
    return " ".join(f"{verb} {what}" for verb, what in asked if what is not None)

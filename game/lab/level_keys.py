"""The keys that a test level may have, each with the words that map makers read about it.

``tools.level_words`` writes these words into ``maps/test/README.md``; ``level_file`` reads by them.
"""

from typing import Final

import msgspec

from game.lab.table_hand import FLOW_GOAL, Device
from game.sim.beings import Item

Value = int | str | bool
Wanted = Value | list[str] | dict[str, Value]
"""What a field of an event must be: a value, names in their order, or fields of the cause."""

VERBS: Final = (
    "walk", "follow", "wait", "press", "hold", "sense", "throw", "face", "go", "choose", "talk",
    "operate", "feign", "brace", "reload", "retry", "gait",
)


class Habits(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How a scripted hand heals; see ``table_hand.TableHand``."""

    tremor: int = 0
    """Pixels that it drifts off at most, to either side."""
    lag: int = 0
    """Ticks that it sees late."""
    device: Device = Device.MOUSE
    """mouse or keys."""
    order: str = ""
    """Ids of the wounds to heal, parted by spaces; what is left out is left alone."""
    flow: int = FLOW_GOAL
    """How strong a flow it holds, 0 to 1000."""
    wipes: bool = True
    """Wipe the sweat off."""
    alone: bool = False
    """Her hands do it by themselves, and all the rest counts for nothing."""


class Do(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing she does; steps run one after another. Exactly one verb each."""

    at: int = 0
    """Not before this tick."""
    after: str = ""
    """Not before this event or arrival has happened."""
    walk: str | list[int] | None = None
    """Name of an object of the map, or [column, row] in tiles: she finds her way there."""
    backwards: bool = False
    """Walk with her face to where she comes from."""
    follow: str | None = None
    """Go after somebody by name until they are within arm's reach."""
    gait: str = ""
    """sneak, walk, run or light: kept until changed."""
    wait: int | str | None = None
    """Ticks, or the name of an event to wait for."""
    press: str | None = None
    """Tap a button."""
    hold: str | None = None
    """Hold a button for ``ticks``."""
    ticks: int = 30
    """How long ``hold`` and ``go`` last."""
    sense: int | None = None
    """Let the pulse grow for so many ticks."""
    throw: str | list[int] | None = None
    """Throw what is in her hand at a place."""
    item: Item | None = None
    """Take this item in hand first: pebble, kunai or water."""
    face: str | list[int] | None = None
    """Turn to a place."""
    go: int | None = None
    """Walk along a heading 0..63 for ``ticks``."""
    choose: int | None = None
    """Pick a choice by its row; at the table 1 to 3 widen the windows, 4 to 6 slow the bleeding, 7
    and 8 let him be lost or not."""
    talk: list[str] | None = None
    """Speak on to the end; of each choice takes the first that is named here, else the first."""
    operate: Habits | None = None
    """Heal him with a scripted hand: a table of its habits, or ``{}``."""
    feign: bool | None = None
    """Begin or cease to stroll with her hands in her pockets."""
    brace: bool | None = None
    """Begin or cease to lean into the wind."""
    reload: bool | None = None
    """Keep the night as it is, and go on in what was kept."""
    retry: str | None = None
    """Name of an event: go back to where it last happened, as a player does who tries again."""


class Expect(msgspec.Struct, frozen=True, forbid_unknown_fields=False, kw_only=True):
    """An event that must come by a tick (or must never come); further keys are its fields."""

    event: str
    """Its name."""
    by: int = 0
    """Not later than this tick of the night; for ``never``: until then. 0: to the end."""
    count: int = 1
    """How many of them are expected."""


class LevelFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A whole test level."""

    story: str
    """What happens, in a sentence for people."""
    map: str = ""
    """The map, by its path from the level."""
    seed: int = 7
    """What wind and errors of sensing are drawn from."""
    watchdog: int = 3600
    """So many ticks, and the level is over."""
    proves: str = ""
    """The rule without which it must fall short."""
    do: list[Do]
    """What she does, in this order."""
    expect: list[dict[str, Wanted]]
    """What must come of it; at least one."""
    never: list[dict[str, Wanted]] = []
    """What must not."""
    start: str = ""
    """``level.toml@Event``: begin where another level reached an event (written as ``from``)."""
    rules: dict[str, Value] = {}
    """How forgiving the night is: fields of ``Rules`` in ``game/sim/world.py``."""

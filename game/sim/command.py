"""What a player asks for in one tick: a small value, quantised before the game uses it.

The game always runs on ``unpack(pack(command))``, so what was recorded is what was played.
"""

from dataclasses import dataclass
from enum import IntEnum, IntFlag
from functools import lru_cache
from struct import Struct, error
from typing import Final

from game.core.headings import TURN

MOVE_HEADINGS: Final = 64
"""A move is one of so many headings."""
HEADINGS_PER_MOVE: Final = TURN // MOVE_HEADINGS
_NONE_BYTE: Final = 0xFF
_NONE_SHORT: Final = -32768
_LAYOUT: Final = Struct("<BBhHhhHB")
PACKED_BYTES: Final = _LAYOUT.size


class Gait(IntEnum):
    """How she goes; a toggle of the player's, held until changed."""

    WALK = 0
    SNEAK = 1
    RUN = 2
    LIGHT = 3


class Button(IntFlag):
    """Keys that are down in this tick."""

    SENSE = 1
    ACT = 2
    STRIKE = 4
    THROW = 8
    BRACE = 16
    LOOK = 32
    FEIGN = 64
    ITEM_NEXT = 128
    ITEM_BACK = 256
    CANCEL = 512


NO_BUTTONS: Final = Button(0)


class CommandError(ValueError):
    """Bytes that are not a packed command."""


@dataclass(frozen=True, slots=True)
class Command:
    """One tick of input; ``Command()`` asks for nothing."""

    move: int = -1
    """Move heading 0..63 (0 = east, clockwise), or -1 to stand."""
    gait: Gait = Gait.WALK
    aim: int = -1
    """Heading 0..1023 of the aim or the look, or -1 for straight ahead."""
    reach: int = 0
    """How far the aim reaches, in pixels, 0..65535."""
    point: tuple[int, int] | None = None
    """A place on the operation's 480x270 grid, if a mouse points there."""
    buttons: Button = NO_BUTTONS
    choice: int = -1
    """Row of the choice that was picked, or -1; at the table ``table.state.TableChoice``."""

    def held(self, button: Button) -> bool:
        """Whether a button is down."""
        # the numbers' own "and": that of flags takes ten times as long and is asked every tick
        return int.__and__(self.buttons, button) != 0


def move_along(heading: int) -> int:
    """The move, 0..63, that comes nearest to a heading of the whole turn."""
    return (heading + HEADINGS_PER_MOVE // 2) // HEADINGS_PER_MOVE % MOVE_HEADINGS


def pack(command: Command) -> bytes:
    """A command as ``PACKED_BYTES`` bytes; numbers out of range are brought into it."""
    point = command.point
    return _LAYOUT.pack(
        _NONE_BYTE if command.move < 0 else command.move % MOVE_HEADINGS,
        command.gait,
        _NONE_SHORT if command.aim < 0 else command.aim % TURN,
        max(0, min(0xFFFF, command.reach)),
        _NONE_SHORT if point is None else max(-1024, min(1024, point[0])),
        _NONE_SHORT if point is None else max(-1024, min(1024, point[1])),
        int(command.buttons) & 0x3FF,
        _NONE_BYTE if command.choice < 0 else min(command.choice, _NONE_BYTE - 1),
    )


@lru_cache(maxsize=256)
def unpack(data: bytes) -> Command:
    """The command that ``pack`` wrote. Raises CommandError on anything else.

    Hands repeat themselves from tick to tick, so the last commands are kept.
    """
    try:
        move, gait, aim, reach, x, y, buttons, choice = _LAYOUT.unpack(data)
        return Command(
            move=-1 if move == _NONE_BYTE else move % MOVE_HEADINGS,
            gait=Gait(gait),
            aim=-1 if aim == _NONE_SHORT else aim % TURN,
            reach=reach,
            point=None if _NONE_SHORT in (x, y) else (x, y),
            buttons=Button(buttons & 0x3FF),
            choice=-1 if choice == _NONE_BYTE else choice,
        )
    except (error, ValueError) as reason:
        raise CommandError(f"not a command: {reason}") from reason

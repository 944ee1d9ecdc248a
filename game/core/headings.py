"""Directions as integers: 1024 headings to the turn, 0 = east, clockwise on screen (y grows down).

Sines come from a table of whole numbers, so that a direction means the same on every machine.
"""

from math import isqrt
from typing import Final

TURN: Final = 1024
HALF_TURN: Final = TURN // 2
QUARTER_TURN: Final = TURN // 4
ONE: Final = 65536
"""The value of sine and cosine that stands for 1."""

EAST: Final = 0
SOUTH: Final = QUARTER_TURN
WEST: Final = HALF_TURN
NORTH: Final = HALF_TURN + QUARTER_TURN

# round(sin(i / 1024 turn) * 65536) for the first quarter; tests hold it against its own identities.
_QUARTER: Final[tuple[int, ...]] = (
    0, 402, 804, 1206, 1608, 2010, 2412, 2814, 3216, 3617, 4019, 4420, 4821, 5222, 5623, 6023,
    6424, 6824, 7224, 7623, 8022, 8421, 8820, 9218, 9616, 10014, 10411, 10808, 11204, 11600,
    11996, 12391, 12785, 13180, 13573, 13966, 14359, 14751, 15143, 15534, 15924, 16314, 16703,
    17091, 17479, 17867, 18253, 18639, 19024, 19409, 19792, 20175, 20557, 20939, 21320, 21699,
    22078, 22457, 22834, 23210, 23586, 23961, 24335, 24708, 25080, 25451, 25821, 26190, 26558,
    26925, 27291, 27656, 28020, 28383, 28745, 29106, 29466, 29824, 30182, 30538, 30893, 31248,
    31600, 31952, 32303, 32652, 33000, 33347, 33692, 34037, 34380, 34721, 35062, 35401, 35738,
    36075, 36410, 36744, 37076, 37407, 37736, 38064, 38391, 38716, 39040, 39362, 39683, 40002,
    40320, 40636, 40951, 41264, 41576, 41886, 42194, 42501, 42806, 43110, 43412, 43713, 44011,
    44308, 44604, 44898, 45190, 45480, 45769, 46056, 46341, 46624, 46906, 47186, 47464, 47741,
    48015, 48288, 48559, 48828, 49095, 49361, 49624, 49886, 50146, 50404, 50660, 50914, 51166,
    51417, 51665, 51911, 52156, 52398, 52639, 52878, 53114, 53349, 53581, 53812, 54040, 54267,
    54491, 54714, 54934, 55152, 55368, 55582, 55794, 56004, 56212, 56418, 56621, 56823, 57022,
    57219, 57414, 57607, 57798, 57986, 58172, 58356, 58538, 58718, 58896, 59071, 59244, 59415,
    59583, 59750, 59914, 60075, 60235, 60392, 60547, 60700, 60851, 60999, 61145, 61288, 61429,
    61568, 61705, 61839, 61971, 62101, 62228, 62353, 62476, 62596, 62714, 62830, 62943, 63054,
    63162, 63268, 63372, 63473, 63572, 63668, 63763, 63854, 63944, 64031, 64115, 64197, 64277,
    64354, 64429, 64501, 64571, 64639, 64704, 64766, 64827, 64884, 64940, 64993, 65043, 65091,
    65137, 65180, 65220, 65259, 65294, 65328, 65358, 65387, 65413, 65436, 65457, 65476, 65492,
    65505, 65516, 65525, 65531, 65535, 65536,
)


_HALF: Final = _QUARTER[:-1] + _QUARTER[:0:-1]
_SINES: Final[tuple[int, ...]] = _HALF + tuple(-sine for sine in _HALF)
"""The sine of every heading: the quarter there, back, and both again below zero."""
_SHARES: Final = 512


def _first_guesses() -> tuple[int, ...]:
    """For each share k / 512 that dy may have in dx + dy: the last heading whose share is not more.

    So fine that the next share is never more than one heading further on.
    """
    guesses, low = [], 0
    for share in range(_SHARES + 1):
        while low < QUARTER_TURN - 1 and (
            _QUARTER[low + 1] * _SHARES
            <= share * (_QUARTER[low + 1] + _QUARTER[QUARTER_TURN - low - 1])
        ):
            low += 1
        guesses.append(low)
    return tuple(guesses)


_FIRST_GUESS: Final = _first_guesses()


def sin(heading: int) -> int:
    """Sine of a heading, -65536..65536."""
    return _SINES[heading % TURN]


def cos(heading: int) -> int:
    """Cosine of a heading, -65536..65536."""
    return _SINES[(heading + QUARTER_TURN) % TURN]


def vector(heading: int, length: int) -> tuple[int, int]:
    """Whole-number vector of a length along a heading, rounded to nearest."""
    return (
        (_SINES[(heading + QUARTER_TURN) % TURN] * length + ONE // 2) // ONE,
        (_SINES[heading % TURN] * length + ONE // 2) // ONE,
    )


def heading_of(dx: int, dy: int) -> int:
    """Heading of a vector, 0..1023, nearest table entry; the null vector points east."""
    if dx == 0 and dy == 0:
        return EAST
    across, along = abs(dy), abs(dx)
    # tan grows over the quarter: find the last heading whose tangent is not above dy/dx. The share
    # of dy in dx + dy grows with it, and a table of shares says where to begin: never too far on,
    # and short by a step at most
    low = _FIRST_GUESS[across * _SHARES // (across + along)]
    short = _QUARTER[low + 1] * along - across * _QUARTER[QUARTER_TURN - low - 1]
    while short <= 0 and low < QUARTER_TURN - 1:
        low += 1
        short = _QUARTER[low + 1] * along - across * _QUARTER[QUARTER_TURN - low - 1]
    beyond = across * _QUARTER[QUARTER_TURN - low] - _QUARTER[low] * along
    quarter = low + 1 if short < beyond else low
    if dx >= 0:
        return quarter if dy >= 0 else (TURN - quarter) % TURN
    return HALF_TURN - quarter if dy >= 0 else HALF_TURN + quarter


def turn_between(a: int, b: int) -> int:
    """Signed shortest turn from heading a to heading b, -512..511 (positive = clockwise)."""
    return (b - a + HALF_TURN) % TURN - HALF_TURN


def turned_towards(heading: int, goal: int, most: int) -> int:
    """Heading turned towards a goal by at most ``most`` steps."""
    turn = turn_between(heading, goal)
    return (heading + max(-most, min(most, turn))) % TURN


def distance(dx: int, dy: int) -> int:
    """Length of a vector, rounded down."""
    return isqrt(dx * dx + dy * dy)

"""How far the night has come: her round, what she has felt, what was left behind. Plain values."""

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

import numpy as np
from numpy.typing import NDArray

from game.sim import tuning


class Beat(IntEnum):
    """Where the tale stands, in its order."""

    LANE = 0
    ROUND = 1
    PULSE = 2
    """The fourth marker is signed and a signature flutters in the west."""
    WEST = 3
    BODY = 4
    OPERATION = 5
    WAIT = 6
    TALK = 7
    NAMED = 8
    HOME = 9
    REPORT = 10
    OVER = 11


class Ending(StrEnum):
    """How a night can end."""

    SLEPT_WELL = "slept_well"
    COLD_SAND = "cold_sand"
    THE_KUNAI = "the_kunai"
    TAKEN_IN = "taken_in"
    QUIET_GATE = "quiet_gate"
    TREASON = "treason"


class AfterName(StrEnum):
    """What she does once she knows who he is."""

    LISTEN = "listen"
    STRIKE = "strike"
    WALK_AWAY = "walk_away"
    TAKE_IN = "take_in"


@dataclass(slots=True)
class Evidence:
    """One thing the village could find at dawn."""

    what: str
    """A key of ``tuning.EVIDENCE_WEIGHT``."""
    x: int
    y: int
    tick: int
    by: str
    """Name of who saw or could find it; empty for the sand itself."""
    weight: int


@dataclass(slots=True)
class Patient:
    """The man in the sand. Positions in sub-units, blood in thousandths of a point of 1000."""

    x: int
    y: int
    blood_milli: int = tuning.BLOOD_AFTER_DUEL_MILLI
    stage: int = 0
    """How much was done: see ``table.body.Stage``."""
    supine: bool = False
    examined: list[str] = field(default_factory=list)
    swept: bool = False
    """Whether she felt for others before she knelt: the second sweep."""
    look_tick: int = 0
    """Tick from which she can take in the next thing about him."""
    foe_ticks: int = 0
    """How long an enemy has been standing over him."""
    steps: list[tuple[int, int]] = field(default_factory=list)
    """Bound, he walks where she walked: her places that he has still to pass."""
    moved_sub: int = 0
    """How far he was dragged."""
    healed: bool = False
    dead: bool = False
    grade: str = ""
    bound: bool = False
    gone: bool = False
    x_home: int = 0
    y_home: int = 0


@dataclass(slots=True)
class Felt:
    """One signature as a pulse showed it: inside the ring exact, beyond it with error."""

    id: int
    """Mind id, or the negative id of a signature's place."""
    x: int
    y: int
    bearing: int
    error: int
    """Headings that the bearing may be off."""
    strength: int
    kind: str
    """calm, moving, fluctuating or animal."""
    seems: str
    exact: bool
    until: int
    """Tick in which the outline fades."""


@dataclass(slots=True)
class Sensing:
    """What she has felt so far."""

    growing_ticks: int = 0
    """Ticks that the present pulse has grown; 0 when none does."""
    pulse_tick: int = -1
    pulse_x: int = 0
    pulse_y: int = 0
    pulse_radius: int = 0
    felt: list[Felt] = field(default_factory=list)
    pulses: int = 0
    belief: NDArray[np.int32] = field(default_factory=lambda: np.zeros((0, 0), np.int32))
    """Log-likelihood (1/256 nat) per cell of where the fluttering one is; empty before a pulse."""
    blocks: list[int] = field(default_factory=list)
    """Sensing blocks already counted in the belief: the same place tells nothing new."""


@dataclass(slots=True)
class Story:
    """How far the tale has come."""

    beat: Beat = Beat.LANE
    markers: list[int] = field(default_factory=list)
    """Orders of the markers signed, in the order signed."""
    signed_out_tick: int = -1
    pulse_tick: int = -1
    """Tick in which the fight in the west began, for all that is timed by it."""
    called_tick: int = -1
    """Tick in which the fourth marker was signed."""
    felt_tick: int = -1
    """Tick in which she first felt the one in the west."""
    named_tick: int = -1
    body_tick: int = -1
    wait_from: int = -1
    """Tick in which he began to sleep off the operation."""
    wait_until: int = -1
    after: str = ""
    promise_kept: bool = False
    ignored_pulse: bool = False
    report: str = ""
    ending: str = ""
    driven_off: int = 0
    visited: list[int] = field(default_factory=list)
    """Ids of the zones and places already entered."""
    tile: int = -1
    """Tile she stood on when the places round her were last looked at."""
    thoughts: list[str] = field(default_factory=list)
    thought: str = ""
    """Id of the thought that is offered just now."""
    thought_ticks: int = 0
    listened_ticks: int = 0
    listening: bool = False
    offered: list[int] = field(default_factory=list)
    """Ids of the stretches whose thought has come up."""
    last_marker: int = 0
    """Order of the last marker she stood at."""
    facts: dict[str, int] = field(default_factory=dict)
    """What was done, for the talk: name to number."""
    talks: list[str] = field(default_factory=list)
    """Nodes of talk already held."""

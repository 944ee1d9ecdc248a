"""What can happen at the operation, as frozen facts with their cause; nothing reads them back."""

from dataclasses import dataclass

from game.sim.events import Event
from game.sim.table.wounds import Flaw, Grade, Stage


@dataclass(frozen=True, slots=True)
class ShirtOpened(Event):
    """The kunai opened what was left of his shirt."""

    cause: str = "cut"


@dataclass(frozen=True, slots=True)
class StrokeBegun(Event):
    """Her chakra took hold of a wound."""

    wound: str
    cause: str


@dataclass(frozen=True, slots=True)
class StrokeGraded(Event):
    """A wound is done, and how well. Error in thousandths of a pixel, pace in thousandths of a
    pixel a second, flow as the share of ticks in the band, per mille; ``flaw`` is what kept it
    from a better grade."""

    wound: str
    grade: Grade
    path_error_milli: int
    pace: int
    flow: int
    flaw: Flaw
    cause: str


@dataclass(frozen=True, slots=True)
class WoundFound(Event):
    """The listening hand knows where a hidden hurt is."""

    wound: str
    cause: str


@dataclass(frozen=True, slots=True)
class WoundState(Event):
    """A wound has come to another stage, for better or worse."""

    wound: str
    stage: Stage
    cause: str


@dataclass(frozen=True, slots=True)
class LiverRuptured(Event):
    """The liver gave way: it bleeds three times as fast and half its healing is undone."""

    cause: str


@dataclass(frozen=True, slots=True)
class Torn(Event):
    """Flesh gave way under her: ``wound`` names it, or is ``skin``."""

    wound: str
    cause: str


@dataclass(frozen=True, slots=True)
class SandInWound(Event):
    """A wound is fouled, by a gust or by cloth, and wants rinsing before it knits."""

    wound: str
    cause: str


@dataclass(frozen=True, slots=True)
class Rinsed(Event):
    """A fouled wound is clean again."""

    wound: str
    cause: str = "flow"


@dataclass(frozen=True, slots=True)
class Sweat(Event):
    """Sweat runs into her eyes."""

    cause: str = "strain"


@dataclass(frozen=True, slots=True)
class Wiped(Event):
    """She wiped her brow."""

    cause: str = "wipe"


@dataclass(frozen=True, slots=True)
class OutOfChakra(Event):
    """There is nothing left to heal with."""

    cause: str


@dataclass(frozen=True, slots=True)
class VitalsWarning(Event):
    """His blood fell under a mark: ``blood`` is what is left, 0..1000."""

    blood: int
    cause: str


@dataclass(frozen=True, slots=True)
class Closed(Event):
    """All slashes are closed."""

    cause: str = "the last slash is closed"


@dataclass(frozen=True, slots=True)
class StillBleeding(Event):
    """She tried to stop, and he would have bled to death: nothing was ended."""

    cause: str


@dataclass(frozen=True, slots=True)
class PatientLost(Event):
    """He died under her hands."""

    cause: str


@dataclass(frozen=True, slots=True)
class OperationDone(Event):
    """It is over and he lives."""

    grade: Grade
    cause: str


OperationEvent = (
    ShirtOpened
    | StrokeBegun
    | StrokeGraded
    | WoundFound
    | WoundState
    | LiverRuptured
    | Torn
    | SandInWound
    | Rinsed
    | Sweat
    | Wiped
    | OutOfChakra
    | VitalsWarning
    | Closed
    | StillBleeding
    | PatientLost
    | OperationDone
)

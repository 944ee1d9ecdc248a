"""What lives for one tick only: the command, the keys' edges, the sounds and the facts."""

from dataclasses import dataclass, field
from typing import Final

from game.sim import tuning
from game.sim.beings import Sakura
from game.sim.command import NO_BUTTONS, Button, Command
from game.sim.events import Event
from game.sim.minds.buckets import Buckets

_NUMBERS: Final = tuple(int(button) for button in Button)

_NOBODY_NEAR: Final = Buckets([])


@dataclass(frozen=True, slots=True)
class Noise:
    """A sound in this tick. ``maker`` is 0 for Sakura, else a mind's id; ``tiles`` its reach."""

    what: str
    maker: int
    x: int
    y: int
    tiles: int
    tremor_tiles: int = 0
    """How far it is felt through the sand."""


@dataclass(slots=True)
class Moment:
    """One tick in the making; thrown away after it."""

    command: Command
    pressed: int = 0
    """Buttons that went down in this tick, as one number: masks of ``Button``."""
    tapped: int = 0
    """Buttons that came up in this tick before their hold did anything."""
    let_go_after: dict[int, int] = field(default_factory=dict)
    """Ticks that each button of ``tapped`` (by its number) had been down."""
    long_held: int = 0
    """Buttons that have been down for ``HOLD_TICKS`` and still mean their longer form."""
    events: list[Event] = field(default_factory=list)
    noises: list[Noise] = field(default_factory=list)
    heard: int = 0
    """How many of the noises have already reached ears."""
    near: Buckets = _NOBODY_NEAR
    """Who is near whom once everybody has taken their step."""
    said: list[str] = field(default_factory=list)
    """What a talk asked the night to do."""

    def tell(self, event: Event) -> None:
        """Add a fact."""
        self.events.append(event)

    @property
    def keys_rest(self) -> bool:
        """Whether no button is down and none came up: her hands do nothing new."""
        return not self.tapped and self.command.buttons is NO_BUTTONS


def begin(her: Sakura, command: Command) -> Moment:
    """The moment that a command opens; keeps her record of held buttons up to date."""
    moment = Moment(command)
    her.buttons = command.buttons
    # plain numbers: this runs each tick, and flags take ten times as long to combine
    down = int(command.buttons)
    if not down and not her.held_ticks:
        return moment
    for number in _NUMBERS:
        before = her.held_ticks.get(number, 0)
        if down & number:
            if before == 0:
                moment.pressed |= number
                her.spent &= ~number
            her.held_ticks[number] = before + 1
            if before + 1 >= tuning.HOLD_TICKS and not her.spent & number:
                moment.long_held |= number
        elif before:
            if not her.spent & number:
                moment.tapped |= number
                moment.let_go_after[number] = before
            del her.held_ticks[number]
            her.spent &= ~number
    return moment


def given_up(moment: Moment, button: Button) -> bool:
    """Whether a hold was let go before it did anything: too long for a tap, too short to count."""
    return moment.let_go_after.get(int(button), 0) >= tuning.HOLD_TICKS


def use_up(her: Sakura, button: Button) -> None:
    """A hold has done its longer form: it does nothing more until the button is let go."""
    her.spent |= int(button)

"""What the player has asked for at the table: help, and that her hands go on by themselves.

Everything reaches the night as a Command, so that a recording holds it.
"""

from dataclasses import dataclass, field

from game.app.devices import Inputs
from game.app.steering import Steering
from game.sim import Command
from game.sim.table.state import TableChoice

TICKS_AT_ONCE = 16
"""So many ticks pass in one of the program while her hands go on by themselves."""


@dataclass(slots=True)
class AtTable:
    """One sitting at the table."""

    alone: bool = False
    """Her hands go on by themselves, and time goes faster, until something is pressed."""
    asks: list[TableChoice] = field(default_factory=list)
    """Help that was asked for in the pause, due from the next tick on."""

    def begin(self, *, alone: bool) -> None:
        """She comes to the table, or leaves it."""
        self.alone = alone
        self.asks.clear()

    def command(self, inputs: Inputs, steering: Steering, over_leave: bool) -> Command:
        """The command of a tick; whatever is pressed takes over from hands that go on alone."""
        if self.asks:
            return Command(choice=self.asks.pop(0))
        if self.alone and not (inputs.pressed or inputs.click or inputs.right_click):
            return Command(choice=TableChoice.ALONE)
        self.alone = False
        return steering.at_table(inputs, over_leave)

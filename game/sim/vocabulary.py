"""All kinds of events there are: what test levels and the table of sounds may name."""

from game.sim import events
from game.sim.events import Event
from game.sim.table import events as at_table
from game.sim.tale import talk


def event_types() -> dict[str, type[Event]]:
    """The kinds of events of the night, the table and the talk by name, in order of name."""
    found = {
        kind.__name__: kind
        for module in (events, at_table, talk)
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Event) and kind is not Event
    }
    return dict(sorted(found.items()))

"""Holds everybody's alarm against what was told: none changes without an event that says why.

Every level that is played is held to it, so each new rule of the minds is, too.
"""

from collections.abc import Iterable

from game.sim import Event, World, events
from game.sim.beings import Alert, Mind


class Alarms:
    """What everybody's alarm was when it was last looked at, by id."""

    __slots__ = ("_before",)

    def __init__(self, world: World) -> None:
        self._before = {mind.id: mind.alert for mind in world.minds}

    def untold(self, world: World, happened: Iterable[Event]) -> str:
        """What changed in this tick and was not told, in words; empty if nothing did."""
        before = self._before
        changed = [mind for mind in world.minds if before[mind.id] is not mind.alert]
        if not changed:
            return ""
        told = list(happened)
        words = [_untold(mind, before[mind.id], told) for mind in changed]
        for mind in changed:
            before[mind.id] = mind.alert
        return "; ".join(filter(None, words))


def _untold(mind: Mind, before: Alert, happened: list[Event]) -> str:
    """Why the events do not tell how this mind came to its alarm; empty if they do."""
    rung = before.name.lower()
    for event in happened:
        match event:
            case events.AlertChanged(who, came_from, after, _, cause) if who == mind.name:
                if came_from != rung:
                    return f"{who} was {rung}, not {came_from}, before it became {after}"
                if not (cause.who == who and cause.sense and cause.what + cause.whom):
                    return f"{who} became {after} without a cause"
                rung = after
            case events.Felled(_, whom, _) if whom == mind.name:
                rung = Alert.CALM.name.lower()
            case _:
                pass
    after = mind.alert.name.lower()
    return "" if rung == after else f"{mind.name} became {after} from {rung}, and no event says so"

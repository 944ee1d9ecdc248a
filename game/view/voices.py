"""What is said aloud or under the breath in the night: who says which words, and how often.

The words are picked in turn, never by the night's randomness.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from game.content.strings import Strings
from game.core.units import SUB, TICKS_PER_SECOND
from game.sim import events as happened
from game.sim.beings import Alert, Mind, Pose
from game.sim.events import Event
from game.sim.level import Kind
from game.sim.minds.factions import CREATURES
from game.sim.tale import talking
from game.sim.world import World

BARK_TICKS: Final = 170
_TOLD_AWAY_PX: Final = 320
"""What is said further from her than this is not heard."""
_MUTTER_AGAIN_TICKS: Final = 14 * TICKS_PER_SECOND
_IDLE_TICKS: Final = 11 * TICKS_PER_SECOND
_SPEAKERS: Final = {
    Kind.PATROL: "patrol", Kind.GUARD: "patrol", Kind.ROGUE: "rogue", Kind.CUTTER: "cutter",
    Kind.AMBUSHER: "rogue",
}
_IDLE: Final = {
    Kind.PATROL: "bark_patrol_friendly", Kind.ROGUE: "bark_rogue_friendly",
    Kind.CUTTER: "bark_cutter_friendly", Kind.CHILD: "bark_child", Kind.GUARD: "bark_guard",
}
_MUTTERS: Final[dict[type[Event], str]] = {
    happened.SignedOut: "register", happened.MarkerSigned: "marker", happened.Sensed: "sense",
    happened.GustBegan: "gust", happened.StormBegan: "storm", happened.DawnNear: "late",
    happened.Rose: "ambush", happened.TremorFelt: "snake", happened.Threatened: "lizard",
    happened.Felled: "knocked_out", happened.Killed: "killed", happened.Hurt: "hurt",
    happened.Broken: "punch", happened.DragBegan: "drag", happened.Swept: "sweep",
    happened.Drank: "drink", happened.LostHer: "lost_them", happened.DrivenOff: "driven_off",
    happened.PulseCalled: "pulse", happened.TurnedWest: "west",
}
"""Her words are ``mutter_<what>_<number>``."""
_OF_THE_TALE: Final = (happened.PulseCalled, happened.TurnedWest, happened.DawnNear)
"""What she says to these is not kept back because she has just said something else."""


@dataclass(frozen=True, slots=True)
class Bark:
    """Words over somebody's head since a tick."""

    text: str
    begun: int


@dataclass(slots=True)
class Voices:
    """Who says what just now, by number; 0 is Sakura."""

    strings: Strings
    barks: dict[int, Bark] = field(default_factory=dict)
    _told: dict[str, int] = field(default_factory=dict)
    _muttered: int = -_MUTTER_AGAIN_TICKS

    def note(self, world: World, events: Sequence[Event]) -> None:
        """Take in a tick: somebody may have something to say about it."""
        if talking.is_on(world):
            # what is said in passing is for afterwards: over a talk it could not be read
            self.barks = {
                number: replace(bark, begun=min(world.tick, bark.begun + 1))
                for number, bark in self.barks.items()
            }
        for event in events:
            self._remark(world, event)
            mutter = _mutter_about(world, event)
            if mutter:
                self._mutter(world, mutter, at_once=isinstance(event, _OF_THE_TALE))
        if world.tick and world.tick % _IDLE_TICKS == 0 and not talking.is_on(world):
            self._chat(world)
        self.barks = {
            number: bark
            for number, bark in self.barks.items()
            if 0 <= world.tick - bark.begun <= BARK_TICKS
        }

    def say(self, world: World, number: int, stem: str, **values: object) -> None:
        """Somebody says the next of the ways in which the words of a stem can be said.

        What is said once a night is put another way in the next: its seed says where to begin.
        """
        ways = self.strings.variants(stem)
        if ways:
            nth = self._told[stem] = self._told.get(stem, number + world.seed) + 1
            text = self.strings.text(ways[nth % len(ways)], **values)
            self.barks[number] = Bark(text, world.tick)

    def _remark(self, world: World, event: Event) -> None:
        match event:
            case happened.AlertChanged(who, _, "chase", whom, _) if whom != "sakura":
                self._bark(world, who, "feud")
            case happened.AlertChanged(who, before, after, _, _):
                self._bark(world, who, _louder(before, after))
            case happened.LostHer(who, _, _):
                self._bark(world, who, "lost")
            case happened.StoodInWait(who, "sakura"):
                self._bark(world, who, "wait")
            case happened.BodyFound(who, _):
                self._bark(world, who, "found_body")
            case happened.PartnerMissed(who, _):
                self._bark(world, who, "partner_missing")
            case happened.SearchEnded(who):
                self._bark(world, who, "wary")
            case happened.Rose(who):
                self._bark(world, who, "spring")
            case happened.Challenged(who):
                mind = _named(world, who)
                if mind is not None:
                    self.say(world, mind.id, "challenge_asks")
            case happened.Answered(who, how, believed):
                self.say(world, 0, f"challenge_{how}")
                mind = _named(world, who)
                if mind is not None and believed:
                    self.say(world, mind.id, "challenge_believed")
            case _:
                return

    def _bark(self, world: World, who: str, what: str) -> None:
        mind = _named(world, who)
        if mind is None or not what or not _within_earshot(world, mind):
            return
        speaker = "ambusher" if what == "spring" else _SPEAKERS.get(mind.kind, "")
        self.say(world, mind.id, f"bark_{speaker}_{what}")

    def _chat(self, world: World) -> None:
        """The nearest of those who feel safe passes the time; careless on purpose, she does."""
        if world.sakura.feigning:
            self._mutter(world, "feign")
            return
        calm = [
            mind
            for mind in world.minds
            if mind.awake
            and mind.alert is Alert.CALM
            and not mind.meter
            and mind.pose is not Pose.BURIED
            and mind.kind in _IDLE
            and _within_earshot(world, mind)
            and mind.id not in self.barks
        ]
        if calm:
            her = world.sakura
            near = min(calm, key=lambda mind: abs(mind.x - her.x) + abs(mind.y - her.y))
            stem = _IDLE[near.kind]
            if near.kind in (Kind.PATROL, Kind.ROGUE, Kind.CUTTER) and near.wary:
                stem = stem.replace("friendly", "wary")
            self.say(world, near.id, stem)

    def _mutter(self, world: World, what: str, *, at_once: bool = False) -> None:
        if not at_once and 0 <= world.tick - self._muttered < _MUTTER_AGAIN_TICKS:
            return
        self._muttered = world.tick
        self.say(world, 0, f"mutter_{what}", ledger=world.ledger)


def _mutter_about(world: World, event: Event) -> str:
    """What she mutters about, empty for nothing."""
    match event:
        case happened.Felled(by, _, _) | happened.Killed(by, _, _) if by != "sakura":
            return ""
        case happened.Felled(_, whom, _) | happened.Killed(_, whom, _):
            mind = _named(world, whom)
            if mind is None:
                return ""  # over him there is nothing to mutter
            return "beast" if mind.kind in CREATURES else _MUTTERS[type(event)]
        case happened.Threatened(_, whom) if whom != "sakura":
            return ""
        case happened.Refused(_, why):
            return "chakra" if why == "no_chakra" else ""
        case happened.BeatBegan(beat):
            sad = world.patient is not None and world.patient.dead
            return "home" if beat == "home" and not sad else ""
        case _:
            return _MUTTERS.get(type(event), "")


def _within_earshot(world: World, mind: Mind) -> bool:
    away = abs(mind.x - world.sakura.x) + abs(mind.y - world.sakura.y)
    return away <= _TOLD_AWAY_PX * SUB


def _named(world: World, name: str) -> Mind | None:
    return next((mind for mind in world.minds if mind.name == name), None)


def _louder(before: str, after: str) -> str:
    """The new rung of the ladder if it is a higher one, else nothing."""
    ranks = [alert.name.lower() for alert in Alert]
    before, after = before.lower(), after.lower()
    if after not in ranks or before not in ranks or ranks.index(after) <= ranks.index(before):
        return ""
    return after


"""Facts of one tick: what happened, to whom, and why. Frozen; nothing is ever fed back.

Their names and fields are the vocabulary of the test levels. People are named by the names their
map objects carry; ``sakura`` is she. Distances are in whole tiles unless a field says otherwise,
places are ``x, y`` in sub-units.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in this tick."""


# --- ground and weather ----------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class GustComing(Event):
    """A gust can be seen and heard coming; it reaches her in ``ticks``."""

    heading: int
    ticks: int


@dataclass(frozen=True, slots=True)
class GustBegan(Event):
    """The front of a gust has reached her."""

    heading: int


@dataclass(frozen=True, slots=True)
class GustEnded(Event):
    """The gust has passed her."""


@dataclass(frozen=True, slots=True)
class StormBegan(Event):
    """A storm's edge has reached her."""


@dataclass(frozen=True, slots=True)
class StormEnded(Event):
    """The storm has passed her."""


@dataclass(frozen=True, slots=True)
class ZoneEntered(Event):
    """She walked into a named stretch of the map for the first time."""

    where: str


@dataclass(frozen=True, slots=True)
class Arrived(Event):
    """She came to a named place."""

    where: str


@dataclass(frozen=True, slots=True)
class NoiseMade(Event):
    """A sound; ``tiles`` is how far it carries over flat sand in still air."""

    what: str
    who: str
    x: int
    y: int
    tiles: int


@dataclass(frozen=True, slots=True)
class LampDoused(Event):
    """A light was put out."""

    what: str


# --- what minds notice -----------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Cause(Event):
    """Why a mind took notice of somebody, in figures that can be told in words."""

    who: str
    """The one who noticed."""
    sense: str
    """sight, glimpse, hearing, tremor, trail, body, partner, lamp, word, pulse, hurt; and for what
    ends an alarm also time, answer."""
    whom: str
    """The one noticed."""
    tiles: int
    what: str
    """The sound, the print's kind, the messenger: whatever belongs to the sense."""
    light: int
    """Light on the one noticed, per mille."""
    gait: str
    surface: str
    wind: str
    """still, gust, storm or lee."""


@dataclass(frozen=True, slots=True)
class AlertChanged(Event):
    """A mind went up or down the ladder. Who is felled loses all alarm with ``Felled`` alone."""

    who: str
    before: str
    after: str
    whom: str
    cause: Cause


@dataclass(frozen=True, slots=True)
class Spotted(Event):
    """A mind is certain of her: the chase begins."""

    who: str
    tiles: int
    cause: Cause


@dataclass(frozen=True, slots=True)
class Glimpsed(Event):
    """A mind saw something move, too far off or too dark to be sure."""

    who: str
    tiles: int
    cause: Cause


@dataclass(frozen=True, slots=True)
class Heard(Event):
    """A mind heard something."""

    who: str
    tiles: int
    cause: Cause


@dataclass(frozen=True, slots=True)
class TremorFelt(Event):
    """A snake felt steps through the sand."""

    who: str
    tiles: int
    cause: Cause


@dataclass(frozen=True, slots=True)
class TrailFound(Event):
    """A mind began to follow prints."""

    who: str
    whose: str


@dataclass(frozen=True, slots=True)
class TrailLost(Event):
    """The prints that a mind followed end: ``why`` is wind, rock, swept, old or cast."""

    who: str
    whose: str
    why: str


@dataclass(frozen=True, slots=True)
class LostHer(Event):
    """A chase lost sight of her; the place where she was last seen is all it has."""

    who: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class StoodInWait(Event):
    """A chaser who was led round and round stopped, and waits for the hunted to come round."""

    who: str
    whom: str


@dataclass(frozen=True, slots=True)
class SearchBegan(Event):
    """A mind will look into so many hiding places."""

    who: str
    places: int


@dataclass(frozen=True, slots=True)
class SearchEnded(Event):
    """A mind gave up looking; it stays wary."""

    who: str


@dataclass(frozen=True, slots=True)
class Shouted(Event):
    """A mind called out; those who heard know where she was seen."""

    who: str
    heard_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RunnerSent(Event):
    """A mind that lost her runs to tell a partner, or the ``gate``; it can be stopped."""

    who: str
    to: str


@dataclass(frozen=True, slots=True)
class NewsBrought(Event):
    """A runner told somebody."""

    who: str
    to: str


@dataclass(frozen=True, slots=True)
class BodyFound(Event):
    """A mind found somebody lying."""

    who: str
    whom: str


@dataclass(frozen=True, slots=True)
class PartnerMissed(Event):
    """A mind noticed that its partner is not there."""

    who: str
    whom: str


@dataclass(frozen=True, slots=True)
class Challenged(Event):
    """One of her own asks what she is doing here."""

    who: str


@dataclass(frozen=True, slots=True)
class Answered(Event):
    """She answered a challenge, or let it pass; ``how`` is greet, duty, lie or silence."""

    who: str
    how: str
    believed: bool


@dataclass(frozen=True, slots=True)
class Unmasked(Event):
    """One of her own has become her enemy."""

    who: str
    why: str


@dataclass(frozen=True, slots=True)
class Rose(Event):
    """An ambusher comes out of the sand."""

    who: str


@dataclass(frozen=True, slots=True)
class Threatened(Event):
    """A mother lizard shows her throat: back off slowly."""

    who: str
    whom: str


# --- hands and harm --------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Attacked(Event):
    """A blow is coming: the moment to counter."""

    who: str
    whom: str


@dataclass(frozen=True, slots=True)
class Struck(Event):
    """A blow: ``how`` is takedown, counter, punch, kunai, blow, bite, charge, miss."""

    who: str
    whom: str
    how: str


@dataclass(frozen=True, slots=True)
class Felled(Event):
    """Somebody is knocked out."""

    who: str
    whom: str
    how: str


@dataclass(frozen=True, slots=True)
class Woke(Event):
    """Somebody who was knocked out is up again."""

    who: str


@dataclass(frozen=True, slots=True)
class Killed(Event):
    """Somebody is dead; ``ledger`` is the count after it."""

    who: str
    whom: str
    ledger: int


@dataclass(frozen=True, slots=True)
class Hurt(Event):
    """She took a hit."""

    who: str
    marks_left: int


@dataclass(frozen=True, slots=True)
class DrivenOff(Event):
    """She was beaten back and wakes at a marker, with part of the night gone."""

    where: str


@dataclass(frozen=True, slots=True)
class Thrown(Event):
    """She threw something; it lands at ``x, y``."""

    what: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Broken(Event):
    """A boulder went to pieces."""

    what: str


@dataclass(frozen=True, slots=True)
class DragBegan(Event):
    """She took hold of somebody lying."""

    whom: str


@dataclass(frozen=True, slots=True)
class DragEnded(Event):
    """She let go of whom she dragged."""

    whom: str


@dataclass(frozen=True, slots=True)
class Hid(Event):
    """She went into a hiding place."""

    where: str


@dataclass(frozen=True, slots=True)
class CameOut(Event):
    """She left a hiding place."""

    where: str


@dataclass(frozen=True, slots=True)
class Swept(Event):
    """She wiped prints away."""

    prints: int


@dataclass(frozen=True, slots=True)
class TrailRead(Event):
    """She looked at a print: whose kind, which way, how old."""

    whose: str
    heading: int
    seconds: int


@dataclass(frozen=True, slots=True)
class ItemTaken(Event):
    """She picked something up."""

    what: str


@dataclass(frozen=True, slots=True)
class Drank(Event):
    """She drank; a hurt is a little less."""


@dataclass(frozen=True, slots=True)
class Refused(Event):
    """What was asked for cannot be done now; ``why`` is a string id to show."""

    what: str
    why: str


# --- chakra and signatures -------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Sensed(Event):
    """A pulse was read: its reach and how many were felt."""

    tiles: int
    inside: int
    beyond: int


@dataclass(frozen=True, slots=True)
class SignatureFelt(Event):
    """One signature in a pulse; ``kind`` calm, moving, fluctuating, animal; ``seems`` a guess."""

    who: str
    kind: str
    seems: str
    bearing: int
    error: int
    strength: int
    exact: bool


@dataclass(frozen=True, slots=True)
class PulseNoticed(Event):
    """A sensor among them felt her chakra spread."""

    who: str


@dataclass(frozen=True, slots=True)
class ThoughtOffered(Event):
    """A thought comes up; holding act listens to it."""

    what: str


@dataclass(frozen=True, slots=True)
class ThoughtHeard(Event):
    """She listened to a thought to its end."""

    what: str


# --- the tale --------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class BeatBegan(Event):
    """The tale went on to its next part."""

    beat: str


@dataclass(frozen=True, slots=True)
class SignedOut(Event):
    """She signed the register at the gate."""


@dataclass(frozen=True, slots=True)
class MarkerSigned(Event):
    """She signed the book at a marker of her round."""

    where: str
    order: int


@dataclass(frozen=True, slots=True)
class PulseCalled(Event):
    """Far in the west something flutters: the moment to spread her chakra."""


@dataclass(frozen=True, slots=True)
class TurnedWest(Event):
    """She left her round for the signature."""


@dataclass(frozen=True, slots=True)
class DuelEnded(Event):
    """The fight in the west is over and he lies in the sand."""


@dataclass(frozen=True, slots=True)
class BodyReached(Event):
    """She stands a few steps from the man; ``when`` is fight, early, on_time, late, cold."""

    when: str


@dataclass(frozen=True, slots=True)
class BodyStep(Event):
    """What she did for him before the operation: swept, knelt, roused, turned, cut, moved."""

    what: str


@dataclass(frozen=True, slots=True)
class Examined(Event):
    """She noticed something about him."""

    what: str


@dataclass(frozen=True, slots=True)
class OperationBegan(Event):
    """Her hands are on him."""


@dataclass(frozen=True, slots=True)
class OperationEnded(Event):
    """Her hands are off him; ``grade`` is what he owes them."""

    grade: str


@dataclass(frozen=True, slots=True)
class PatientDied(Event):
    """He is dead; ``where`` is sand or table."""

    where: str


@dataclass(frozen=True, slots=True)
class WaitBegan(Event):
    """She sits by him."""


@dataclass(frozen=True, slots=True)
class HeWakes(Event):
    """His eyes open."""


@dataclass(frozen=True, slots=True)
class TalkBegan(Event):
    """Somebody speaks."""

    node: str


@dataclass(frozen=True, slots=True)
class NameSpoken(Event):
    """The last line: cut to black."""


@dataclass(frozen=True, slots=True)
class AfterChosen(Event):
    """What she does with the name."""

    what: str


@dataclass(frozen=True, slots=True)
class HeLeft(Event):
    """He is on his way, and gone."""


@dataclass(frozen=True, slots=True)
class EvidenceLeft(Event):
    """One more thing that the village could find at dawn."""

    what: str
    weight: int


@dataclass(frozen=True, slots=True)
class EvidenceExplained(Event):
    """What she said at the gate accounts for a thing; it weighs ``weight`` less."""

    what: str
    weight: int


@dataclass(frozen=True, slots=True)
class DawnNear(Event):
    """The sky greys: an hour and a half is left."""


@dataclass(frozen=True, slots=True)
class Reported(Event):
    """She stood at the register again and said something."""

    what: str
    evidence: int


@dataclass(frozen=True, slots=True)
class Triggered(Event):
    """A trigger of the map went off, and ``then`` happens: talk, goal, gust or spawn."""

    name: str
    then: str


@dataclass(frozen=True, slots=True)
class Appeared(Event):
    """Somebody whom a trigger called is on the map from now on."""

    who: str


@dataclass(frozen=True, slots=True)
class WordsCame(Event):
    """Words of the map came up: an id of the game's texts, or the words themselves."""

    text: str


@dataclass(frozen=True, slots=True)
class GoalReached(Event):
    """A goal of a map without the story is met."""

    what: str


@dataclass(frozen=True, slots=True)
class Ended(Event):
    """The night is over."""

    ending: str

"""Sakura and everybody else out there: what is known of a body and of a mind, as plain values."""

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Final

from game.core.headings import SOUTH
from game.sim import tuning
from game.sim.command import NO_BUTTONS, Button, Gait
from game.sim.level import Kind


class Alert(IntEnum):
    """The ladder of a mind, lowest first."""

    CALM = 0
    CURIOUS = 1
    SEARCH = 2
    CHASE = 3


class Pose(StrEnum):
    """What a body is doing, for rules and pictures alike."""

    STAND = "stand"
    MOVE = "move"
    BRACE = "brace"
    KNEEL = "kneel"
    SIT = "sit"
    SENSE = "sense"
    STRIKE = "strike"
    PUNCH = "punch"
    THROW = "throw"
    DRAG = "drag"
    SWEEP = "sweep"
    HURT = "hurt"
    WINDUP = "windup"
    LOOK_ABOUT = "look_about"
    BURIED = "buried"
    RISE = "rise"
    THREAT = "threat"
    CHARGE = "charge"
    SPENT = "spent"
    DOWN = "down"
    DEAD = "dead"
    GONE = "gone"
    """Not on the map: not yet come, or left it."""


_SENSELESS: Final = (Pose.GONE, Pose.DEAD, Pose.DOWN)


class Item(StrEnum):
    """What she carries and can use."""

    PEBBLE = "pebble"
    KUNAI = "kunai"
    WATER = "water"


ITEMS: Final = (Item.PEBBLE, Item.KUNAI, Item.WATER)


@dataclass(slots=True)
class Sakura:
    """The player's body. Positions in sub-units, headings 0..1023, chakra in thousandths."""

    x: int
    y: int
    heading: int = SOUTH
    """Where she faces; walking backwards keeps it while the feet go the other way."""
    speed: int = 0
    """Sub-units moved a tick along ``course``."""
    course: int = SOUTH
    """Heading that the feet go."""
    gait: Gait = Gait.WALK
    pose: Pose = Pose.STAND
    pose_ticks: int = 0
    """Ticks left of a pose that runs out by itself."""
    bracing: bool = False
    feigning: bool = False
    hidden: bool = False
    """Keeping low and still beside cover."""
    inside: int = 0
    """Id of the hiding place she is in, 0 for none."""
    chakra: int = tuning.CHAKRA_FULL * tuning.CHAKRA_MILLI
    marks: int = tuning.MARKS
    grace_ticks: int = 0
    still_ticks: int = 0
    step_sub: int = 0
    """Ground covered since the last print."""
    sound_sub: int = 0
    """Ground covered since the last step that could be heard."""
    left_foot: bool = False
    walked_sub: int = 0
    """Ground covered in all; pictures of walking follow it."""
    buttons: Button = NO_BUTTONS
    """Buttons that were down in the last tick."""
    held_ticks: dict[int, int] = field(default_factory=dict)
    """Ticks that each held button (by its number) has been down."""
    spent: int = 0
    """Buttons whose hold has already done its longer form, as one number."""
    dragging: int = 0
    """Id of the one she drags; -1 is the wounded man; 0 nobody."""
    item: Item = Item.PEBBLE
    pebbles: int = tuning.PEBBLES_AT_START
    kunai: int = tuning.KUNAI_AT_START
    water: int = tuning.WATER_AT_START
    sleeves_bloody: bool = False
    counter_ticks: int = 0
    """Ticks in which an attack on her is turned against the attacker."""


@dataclass(slots=True)
class Flying:
    """Something thrown, on its way. Places in sub-units."""

    what: Item
    x: int
    y: int
    from_x: int
    from_y: int
    thrown_tick: int
    lands_tick: int


@dataclass(slots=True)
class Mind:
    """Somebody else: body and mind. Positions in sub-units, meter per mille."""

    id: int
    name: str
    kind: Kind
    x: int
    y: int
    heading: int
    home_x: int
    home_y: int
    home_heading: int
    route: int = 0
    route_at: int = 0
    route_back: bool = False
    squad: int = 0
    sensor: bool = False
    after_name: bool = False
    delay_ticks: int = 0
    pose: Pose = Pose.STAND
    pose_ticks: int = 0
    walked_sub: int = 0
    step_sub: int = 0
    left_foot: bool = False
    speed: int = 0
    """Sub-units a tick that it means to move along ``way``."""
    face: int = -1
    """Heading it turns to while it stands, or -1 to keep the one it has."""

    alert: Alert = Alert.CALM
    wary: bool = False
    meter: int = 0
    unnoticed_ticks: int = 0
    """Ticks since anything last fed the meter."""
    alert_ticks: int = 0
    """Ticks spent on this rung of the ladder."""
    knows_x: int = -1
    knows_y: int = -1
    """Where she is believed to be; -1 for no idea."""
    target: int = 0
    """Who is hunted: 0 Sakura, else the id of another mind."""
    sees_target: bool = False
    unseen_ticks: int = 0
    """Ticks of a chase since the target was last seen."""
    way: list[tuple[int, int]] = field(default_factory=list)
    """Waypoints still ahead, in sub-units."""
    wait_ticks: int = 0
    places: list[tuple[int, int]] = field(default_factory=list)
    """Hiding places still to be searched, in sub-units."""
    searched: list[tuple[int, int]] = field(default_factory=list)
    """Hiding places already looked into this night."""
    trail_maker: int = -1
    """Whose trail is being followed: 0 Sakura, else an id; -1 none."""
    trail_tick: int = -1
    """Tick in which the print last stood on was made."""
    trail_back: bool = False
    """Whether the prints of that trail point to where it is older: somebody walked backwards."""
    trail_cast_ticks: int = 0
    attack_ticks: int = 0
    """Ticks until it may attack again."""
    down_ticks: int = 0
    """Ticks until somebody knocked out wakes."""
    hostile: bool = False
    """Whether she has become an enemy to this one (Suna's own once she is unmasked)."""
    told: bool = False
    """Whether this one has heard of her from somebody."""
    lost_her: bool = False
    """Whether it has hunted her, lost her, and nobody knows yet."""
    carries_news: bool = False
    """Running to tell somebody."""
    met: list[int] = field(default_factory=list)
    """Ids of the downed that were already found by this one."""
    partner_ticks: int = -1
    """Ticks since a partner was last near; -1 while none was, or once it was missed."""
    partner_x: int = -1
    partner_y: int = -1
    challenge_tick: int = -1_000_000
    """Tick of the last challenge by this one."""
    certain: bool = False
    """Whether it saw its target in the certain zone when it last looked."""
    sense: str = ""
    """Sense by which the target was last noticed."""
    planned: bool = False
    """Whether it has chosen what to do on this rung of the ladder."""
    tile: int = -1
    """Tile whose prints it has already looked at."""
    prey_course: int = -1
    """Heading that the hunted was last seen to run; -1 if they stood."""
    circle_x: int = 0
    circle_y: int = 0
    """The spot that a chase has been staying about."""
    circle_ticks: int = 0
    """For how long it has."""
    waits_ahead: bool = False
    """Whether it stopped in a chase to let the hunted come round."""
    trail_x: int = -1
    trail_y: int = -1
    hurts: int = 0
    """Blows taken."""
    felled_by: int = -1
    """Who knocked it out last: 0 Sakura, else an id; -1 nobody."""
    asking_ticks: int = 0
    """Ticks left for her to answer a challenge."""
    call_ticks: int = 0
    """Ticks until it calls out again."""
    tells: int = 0
    """Id of the one it runs to with news; 0 for the gate."""

    @property
    def here(self) -> bool:
        """Whether this one is on the map and alive."""
        return self.pose not in (Pose.GONE, Pose.DEAD)

    @property
    def awake(self) -> bool:
        """Whether this one can sense and act."""
        return self.pose not in _SENSELESS

"""What a tap or a hold of the act key can mean; prompts on screen are named after these."""

from enum import StrEnum


class Act(StrEnum):
    """One meaning of the act key."""

    TALK = "talk"
    REGISTER = "register"
    MARKER = "marker"
    TAKE = "take"
    DRAG = "drag"
    DROP = "drop"
    KILL = "kill"
    HIDE = "hide"
    COME_OUT = "come_out"
    DOUSE = "douse"
    LIGHT = "light"
    READ_TRAIL = "read_trail"
    SWEEP = "sweep"
    KNEEL = "kneel"
    DRAG_HIM = "drag_him"
    ROUSE = "rouse"
    TURN = "turn"
    EXAMINE = "examine"
    LISTEN = "listen"

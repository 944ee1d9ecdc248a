"""From the player's choices to what others take: rules of a night, options of the picture, keys."""

from typing import Final

from game.app.actions import Action, Device
from game.app.desk import Desk
from game.app.keys import label_of
from game.app.settings import Help, Preset, Settings, TextSpeed
from game.sim import Rules
from game.sim.table.tuning import HELP_SPEED_PER_MILLE, HELP_WIDTH_PER_MILLE
from game.view.options import Cones, StageOptions
from game.view.reading import Reading

_RULES: Final = {
    Preset.GENIN: Rules(fill_per_mille=600, marks=5),
    Preset.CHUNIN: Rules(),
    Preset.JONIN: Rules(fill_per_mille=1400, marks=2),
    Preset.QUIET: Rules(fill_per_mille=600, marks=5, quiet_night=True, table_no_fail=True),
}
_CONES: Final = {Preset.CHUNIN.value: Cones.CURIOUS, Preset.JONIN.value: Cones.SENSED}
_FILL_PER_MILLE: Final = {Help.AS_MEANT: 1000, Help.EASIER: 700, Help.EASIEST: 450}
_WIDTH_PER_MILLE: Final = dict(zip(Help, HELP_WIDTH_PER_MILLE, strict=True))
_BLEEDING_PER_MILLE: Final = dict(zip(Help, HELP_SPEED_PER_MILLE, strict=True))
_LETTERS_PER_SECOND: Final = {
    TextSpeed.SLOW: 28, TextSpeed.NORMAL: 48, TextSpeed.FAST: 96, TextSpeed.INSTANT: 0,
}  # fmt: skip
_KEYS: Final = {
    "act": Action.ACT, "sense": Action.SENSE, "sneak": Action.SNEAK, "run": Action.RUN,
    "light": Action.LIGHT_FOOT, "strike": Action.STRIKE, "throw": Action.THROW,
    "brace": Action.BRACE, "look": Action.LOOK, "feign": Action.FEIGN, "why": Action.WHY,
    "map": Action.MAP, "save": Action.SAVE, "load": Action.LOAD, "pause": Action.PAUSE,
    "item_back": Action.ITEM_BACK, "item_next": Action.ITEM_NEXT, "ok": Action.OK,
    "back": Action.BACK, "up": Action.FOCUS_UP, "down": Action.FOCUS_DOWN,
    "left": Action.FOCUS_LEFT, "right": Action.FOCUS_RIGHT,
}  # fmt: skip
"""The view's names of actions."""
_MOUSE_ALONE: Final = {
    "table_act": "operation_mouse_left", "table_sense": "operation_mouse_right",
    "table_brace": "operation_mouse_middle", "table_look": "operation_mouse_both",
    "table_strike": "operation_mouse_wheel", "table_feign": "operation_leave_here",
    "talk_act": "key_mouse_left", "talk_map": "key_mouse_right",
    "talk_scroll": "operation_mouse_wheel",
}  # fmt: skip
"""What the mouse does alone at the table and in a talk, by the id of its words."""


def rules_of(settings: Settings, preset: Preset) -> Rules:
    """The rules of a new night: the preset, bent by the help that was asked for."""
    base = _RULES[preset]
    return Rules(
        fill_per_mille=base.fill_per_mille * _FILL_PER_MILLE[settings.help_alarm] // 1000,
        marks=base.marks,
        quiet_night=base.quiet_night or settings.no_fail,
        tolerance_per_mille=_WIDTH_PER_MILLE[settings.help_healing],
        table_speed_per_mille=_BLEEDING_PER_MILLE[settings.help_slow_bleeding],
        table_no_fail=base.table_no_fail or settings.no_fail,
    )


def options_of(desk: Desk, preset: str) -> StageOptions:
    """How a night is to be shown, with the names of the keys of the device last used."""
    settings = desk.settings
    return StageOptions(
        cones=_CONES.get(preset, Cones.ALWAYS),
        captions=settings.captions,
        hints=settings.hints,
        shake=settings.shake,
        flicker=settings.flicker,
        grain=settings.grain,
        brightness_per_mille=settings.brightness_percent * 10,
        large_text=settings.large_text,
        high_contrast=settings.high_contrast,
        keys=key_names(desk),
    )


def key_names(desk: Desk) -> dict[str, str]:
    """What stands on the keys, by the view's names; a pad's begin with ``pad/``."""
    names = {name: label_of(desk, action) for name, action in _KEYS.items()}
    if desk.devices.device is Device.MOUSE:
        names |= {name: desk.strings.text(text) for name, text in _MOUSE_ALONE.items()}
    return {"move": label_of(desk, Action.UP, all_moves=True), **names}


def reading_of(settings: Settings) -> Reading:
    """The player's pace of reading."""
    return Reading(
        letters_per_second=_LETTERS_PER_SECOND[settings.text_speed],
        auto=settings.auto_lines,
        skip_read=settings.skip_read,
        skip_unread=settings.skip_unread,
    )

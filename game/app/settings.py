"""What the player has chosen, in one file: read strictly, written atomically, defaults here."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import msgspec

from game.app.actions import DEFAULT_KEYS, DEFAULT_PAD, FIXED, PAD_NAMES, Action
from game.app.devices import is_key
from game.app.files import write_atomically

FILE_NAME: Final = "settings.json"
FORMAT: Final = 1

Percent = Annotated[int, msgspec.Meta(ge=0, le=100)]
Speed = Annotated[int, msgspec.Meta(ge=50, le=100)]
Brightness = Annotated[int, msgspec.Meta(ge=100, le=200)]
Scale = Annotated[int, msgspec.Meta(ge=0, le=16)]


class Preset(StrEnum):
    """How hard a new night is."""

    GENIN = "genin"
    CHUNIN = "chunin"
    JONIN = "jonin"
    QUIET = "quiet"


class Help(StrEnum):
    """How far a rule is bent for the player."""

    AS_MEANT = "as_meant"
    EASIER = "easier"
    EASIEST = "easiest"


class TextSpeed(StrEnum):
    """How fast the letters of a talk appear."""

    SLOW = "slow"
    NORMAL = "normal"
    FAST = "fast"
    INSTANT = "instant"


class Settings(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=False):
    """All choices, with what they are before anybody chooses."""

    format: int = FORMAT
    preset: Preset = Preset.CHUNIN
    speed_percent: Speed = 100
    hold_sneak: bool = False
    toggle_run: bool = False
    toggle_brace: bool = False
    fullscreen: bool = False
    scale: Scale = 0
    """Whole-number size of the window; 0 takes the largest that fits."""
    brightness_percent: Brightness = 100
    high_contrast: bool = False
    shake: bool = True
    flicker: bool = True
    grain: bool = True
    master_percent: Percent = 100
    music_percent: Percent = 70
    sound_percent: Percent = 100
    mono: bool = False
    captions: bool = True
    large_text: bool = False
    text_speed: TextSpeed = TextSpeed.NORMAL
    auto_lines: bool = False
    skip_read: bool = False
    skip_unread: bool = False
    hints: bool = True
    help_alarm: Help = Help.AS_MEANT
    help_healing: Help = Help.AS_MEANT
    help_slow_bleeding: Help = Help.AS_MEANT
    no_fail: bool = False
    table_alone: bool = False
    """At the table her hands begin by themselves."""
    keys: dict[Action, list[str]] = {}
    """Only the actions whose keys were chosen anew."""
    pad: dict[Action, list[str]] = {}

    def all_keys(self) -> dict[Action, tuple[str, ...]]:
        """The keys of every action."""
        return _merged(DEFAULT_KEYS, self.keys)

    def all_pad(self) -> dict[Action, tuple[str, ...]]:
        """The pad's buttons of every action."""
        return _merged(DEFAULT_PAD, self.pad)


def _merged(
    defaults: dict[Action, tuple[str, ...]], chosen: dict[Action, list[str]]
) -> dict[Action, tuple[str, ...]]:
    own = {action: tuple(names) for action, names in chosen.items() if action not in FIXED}
    return {**defaults, **own}


def conflicts(bindings: dict[Action, tuple[str, ...]]) -> dict[str, list[Action]]:
    """Keys or buttons that mean more than one thing in play, by name."""
    users: dict[str, list[Action]] = {}
    for action, names in bindings.items():
        if action not in FIXED:
            for name in names:
                users.setdefault(name, []).append(action)
    return {name: actions for name, actions in users.items() if len(actions) > 1}


def load_settings(folder: Path) -> tuple[Settings, str]:
    """The settings in a folder, and one line for the log if they could not be read.

    A file that cannot be read is set aside as ``settings.json.broken`` and the defaults stand.
    """
    path = folder / FILE_NAME
    try:
        settings = msgspec.json.decode(path.read_bytes(), type=Settings)
        _check(settings)
    except FileNotFoundError:
        return Settings(), ""
    except OSError as error:
        return Settings(), f"{path}: cannot be read: {error.strerror}; the defaults are used"
    except (msgspec.MsgspecError, ValueError) as error:
        beside = path.with_suffix(".json.broken")
        try:
            path.replace(beside)
        except OSError:
            beside = path
        return Settings(), f"{path}: {error}; the defaults are used, the old file is {beside.name}"
    return settings, ""


def save_settings(settings: Settings, folder: Path) -> str:
    """Write the settings; one line if that failed."""
    path = folder / FILE_NAME
    text = msgspec.json.format(msgspec.json.encode(settings), indent=1)
    try:
        write_atomically(path, text)
    except OSError as error:
        return f"{path}: cannot be written: {error.strerror}"
    return ""


def _check(settings: Settings) -> None:
    """Raise ValueError for what the types cannot say."""
    if settings.format != FORMAT:
        raise ValueError(f"format {settings.format}, this game reads {FORMAT}")
    for action, names in settings.pad.items():
        for name in names:
            if name not in PAD_NAMES:
                raise ValueError(f'pad.{action}: there is no button "{name}"')
    for action, names in settings.keys.items():
        for name in names:
            if not is_key(name):
                raise ValueError(f'keys.{action}: there is no key "{name}"')

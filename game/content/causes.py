"""Tells in words why somebody took notice: "rogue, 6 tiles: heard a step. You ran on gravel..."."""

from game.content.strings import Strings
from game.sim.events import Cause
from game.sim.minds.eyes import shade_of


def why_noticed(strings: Strings, cause: Cause, kind: str) -> str:
    """A cause in a sentence or two; ``kind`` is that of the noticer, as in ``level.Kind``.

    How she went is told only where it was her going that was noticed, not for what she threw.
    """
    return strings.text(
        _template(strings, cause),
        who=_word(strings, "who", kind, "who_unknown"),
        tiles=strings.count("cause_tiles", cause.tiles),
        what=_word(strings, "sound", cause.what, "sound_other"),
        gait=_word(strings, "gait", cause.gait, "gait_walk"),
        surface=_word(strings, "surface", cause.surface, "surface_sand"),
        light=strings.text(f"light_{shade_of(cause.light).name.lower()}"),
        wind=_word(strings, "wind", cause.wind, "wind_still"),
    )


def _template(strings: Strings, cause: Cause) -> str:
    if cause.sense == "trail" and cause.what == "furrow":
        return "cause_furrow"
    plain = f"cause_{cause.sense}_plain"
    heard_else = cause.sense in ("hearing", "tremor") and cause.what != "step"
    if (heard_else or not cause.gait) and strings.has(plain):
        return plain
    return f"cause_{cause.sense}"


def _word(strings: Strings, family: str, name: str, otherwise: str) -> str:
    text_id = f"{family}_{name}"
    return strings.text(text_id if strings.has(text_id) else otherwise)

"""What tells the player something: alarms, menus, lines of talk, the book, and the tale's turns."""

from functools import partial
from typing import Final

from tools.audio.recipe import Recipe, sign, touch
from tools.audio.synth import (
    Samples,
    band,
    bell,
    drum,
    envelope,
    fading,
    glide,
    grains,
    hiss,
    mixed,
    string,
    swell,
)

D2, D3, EB3, A3, C4, D4, EB4, G4, A4, D5 = (
    73.42, 146.83, 155.56, 220.0, 261.63, 293.66, 311.13, 392.0, 440.0, 587.33,
)


# --- alarms --------------------------------------------------------------------------------------
def curious() -> Samples:
    """Somebody wonders: one string that bends upwards, like a question."""
    ask = glide(envelope(0.5, (0, 300), (0.16, 300), (0.4, 470)), 0.5) * fading(0.5, 0.14, 0.01)
    return mixed(0.7, (0, 0.5 * ask), (0, string(D4, 0.6, 0.7, 0.1)))


def search() -> Samples:
    """Somebody comes looking: two strings a sour step apart."""
    return mixed(
        1.1,
        (0, string(D3, 1.0, 0.7, 0.25)),
        (0.16, string(EB3, 0.9, 0.8, 0.25)),
        (0.16, 0.5 * drum(72, 0.5, 0.07, 0.1, "search")),
    )


def chase() -> Samples:
    """They are sure: struck strings, a drum, and steel."""
    chord = string(D3, 1.3, 0.95, 0.3) + string(EB4, 1.3, 0.95, 0.2) + string(A3, 1.3, 0.9, 0.2)
    return mixed(
        1.4,
        (0, 0.6 * chord),
        (0, drum(60, 0.7, 0.1, 0.3, "chase a")),
        (0.14, 0.9 * drum(60, 0.7, 0.1, 0.3, "chase b")),
        (0, 0.3 * hiss("chase", 0.7, band(2400, 6000)) * fading(0.7, 0.06)),
    )


def lost() -> Samples:
    """They have lost her: the tension lets go, downwards."""
    return mixed(
        1.3,
        (0, string(EB4, 1.0, 0.4, 0.2)),
        (0.18, 0.9 * string(D4, 1.0, 0.35, 0.25)),
        (0.4, 0.8 * string(A3, 0.9, 0.3, 0.3)),
    )


def unmasked() -> Samples:
    """One of her own is her enemy now."""
    return mixed(
        1.6,
        (0, string(EB3, 1.5, 0.8, 0.5)),
        (0.02, string(D2, 1.5, 0.8, 0.6)),
        (0.0, 0.5 * string(A4 * 0.94, 1.2, 0.6, 0.2)),
    )


def body_found() -> Samples:
    """Somebody found what she left lying."""
    return mixed(
        1.1, (0, drum(66, 0.8, 0.12, 0.2, "found")), (0.12, bell(EB4, 0.9, 1.41, 2.0, 0.2))
    )


# --- menus and lines -----------------------------------------------------------------------------
def tick(hertz: float, half_life: float = 0.012) -> Samples:
    """A small wooden tick."""
    return bell(hertz, 0.12, 1.5, 0.8, half_life)


def two_ticks(first: float, second: float) -> Samples:
    """Two wooden ticks: upwards says yes, downwards goes back."""
    return mixed(0.22, (0, tick(first, 0.02)), (0.06, tick(second, 0.03)))


def line_tick() -> Samples:
    """A line of talk appears: a nail on a soundbox."""
    return bell(698.5, 0.09, 0.5, 0.6, 0.01)


def choice() -> Samples:
    """Words are hers to choose: an open string, softly."""
    return string(A3, 0.7, 0.35, 0.12) + 0.5 * string(D4, 0.7, 0.3, 0.12)


def pen() -> Samples:
    """A pen over paper: three strokes of a name."""
    strokes = envelope(
        0.9, (0, 0), (0.05, 1), (0.2, 0.3), (0.25, 0), (0.33, 1), (0.5, 0.5), (0.55, 0),
        (0.62, 0.9), (0.85, 0.2), (0.9, 0),
    )
    paper = hiss("pen", 0.9, band(2200, 6000, 1.5)) * strokes * swell(0.9, 22, 0.6, 1.0)
    return paper + grains("pen", 0.9, 60, band(1800, 5000), 0.003, strokes)


def marker_signed() -> Samples:
    """One more marker behind her: the pen's last stroke, and a stone bell."""
    stroke = hiss("marker", 0.3, band(2200, 6000)) * envelope(0.3, (0, 0), (0.05, 1), (0.3, 0))
    ring = bell(D4, 1.4, 1.5, 0.7, 0.25) + 0.5 * bell(A4, 1.4, 1.5, 0.5, 0.2)
    return mixed(1.5, (0, 0.5 * stroke), (0.16, ring))


# --- the tale ------------------------------------------------------------------------------------
def thought() -> Samples:
    """A thought comes up: two soft harmonics."""
    return mixed(1.3, (0, bell(A4, 1.2, 1.0, 0.2, 0.25)), (0.2, bell(D5, 1.0, 1.0, 0.2, 0.25)))


def thought_heard() -> Samples:
    """Listened to the end."""
    return mixed(
        1.4,
        (0, bell(D5, 1.2, 1.0, 0.2, 0.2)),
        (0.15, bell(A4, 1.2, 1.0, 0.2, 0.22)),
        (0.32, bell(D4, 1.0, 1.0, 0.2, 0.3)),
    )


def called() -> Samples:
    """Far in the west something flutters."""
    flutter = glide(A4 * (1 + 0.04 * swell(2.2, 22, -1, 1)), 2.2) * swell(2.2, 22, 0.2, 1.0)
    level = envelope(2.2, (0, 0), (0.5, 1), (1.0, 0.5), (1.3, 0.9), (2.2, 0))
    low = glide(D3, 2.2) * level
    return 0.7 * flutter * level + 0.4 * low


def duel_over() -> Samples:
    """Far off, something falls silent."""
    return drum(44, 1.8, 0.4, 0.0, "duel") + 0.8 * glide(
        envelope(1.8, (0, 233), (1.8, 146)), 1.8
    ) * fading(1.8, 0.3, 0.1)


def noticed() -> Samples:
    """She has seen something about him."""
    return bell(G4, 0.8, 2.0, 0.4, 0.14)


def breath() -> Samples:
    """His eyes open: one drawn breath."""
    return hiss("breath", 1.2, band(500, 2400, 1.6)) * envelope(
        1.2, (0, 0), (0.45, 1), (0.55, 0.15), (0.75, 0.5), (1.2, 0)
    )


def name() -> Samples:
    """The name: one low struck string, and the whole night under it."""
    low = string(D2, 6.0, 0.55, 1.6, "name") + 0.5 * string(D2 / 2, 6.0, 0.4, 1.8, "name low")
    stroke = drum(48, 1.2, 0.2, 0.1, "name")
    return mixed(6.0, (0, low), (0, 0.7 * stroke))


def dawn() -> Samples:
    """The sky greys: an hour and a half is left."""
    return mixed(
        3.0,
        (0, string(D3, 2.8, 0.3, 0.8)),
        (0.5, string(A3, 2.4, 0.3, 0.7)),
        (1.0, string(C4, 2.0, 0.3, 0.7)),
    )


def results() -> Samples:
    """The night is told: a slow spread chord."""
    notes = (D2, D3, A3, C4, D4, G4)
    return mixed(
        4.0, *((0.16 * n, string(hertz, 3.0, 0.45, 0.9)) for n, hertz in enumerate(notes))
    )


def goal() -> Samples:
    """What the map asked for is done."""
    notes = ((0, D4), (0.12, G4), (0.24, A4))
    return mixed(1.2, *((at, string(hertz, 0.9, 0.6, 0.3)) for at, hertz in notes))


SOUNDS: Final[dict[str, Recipe]] = {
    "alarm_curious": sign(curious),
    "alarm_search": sign(search),
    "alarm_chase": sign(chase),
    "alarm_lost": sign(lost),
    "unmasked": sign(unmasked),
    "body_found": sign(body_found),
    "ui_move": touch(partial(tick, 880.0)),
    "ui_ok": touch(partial(two_ticks, 880.0, 1174.7)),
    "ui_back": touch(partial(two_ticks, 880.0, 659.3)),
    "line_tick": touch(line_tick),
    "choice": touch(choice),
    "pen": touch(pen),
    "marker_signed": sign(marker_signed),
    "thought": sign(thought),
    "thought_heard": sign(thought_heard),
    "pulse_called": sign(called),
    "duel_over": sign(duel_over),
    "noticed": sign(noticed),
    "breath": touch(breath),
    "name": sign(name),
    "dawn": sign(dawn),
    "results": sign(results),
    "goal": sign(goal),
}

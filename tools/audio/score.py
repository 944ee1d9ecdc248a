"""Writing music down: notes by name and beat, played by small instruments into loops or pieces.

A part is text: ``beat note [length [level]]`` separated by ``|``. The scale of the night is
D, E flat, G, A, C: five tones with one that rubs.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from tools.audio.synth import (
    RATE,
    Samples,
    band,
    bell,
    drum,
    envelope,
    fading,
    glide,
    hiss,
    placed,
    put_round,
    string,
    swell,
)

BEAT_SECONDS: Final = 0.8
_STEPS: Final = {"C": 0, "D": 2, "Eb": 3, "F": 5, "G": 7, "A": 9, "Bb": 10}
Instrument = Callable[[float, float], Samples]
"""Pitch in Hz and length in seconds to one channel of sound."""


@dataclass(frozen=True, slots=True)
class Note:
    """One note of a part."""

    beat: float
    hertz: float
    beats: float
    level: float


def pitch(name: str) -> float:
    """Hz of a note such as ``Eb4``; A4 is 440."""
    steps = _STEPS[name[:-1]] + 12 * (int(name[-1]) - 4) - 9
    return float(440.0 * 2 ** (steps / 12))


def part(text: str, beats: float = 2.0, shift: float = 0.0) -> list[Note]:
    """The notes of a written part; ``beats`` is the length of notes that give none."""
    notes = []
    for entry in text.split("|"):
        words = entry.split()
        if words:
            length = float(words[2]) if len(words) > 2 else beats
            level = float(words[3]) if len(words) > 3 else 1.0
            notes.append(Note(float(words[0]) + shift, pitch(words[1]), length, level))
    return notes


def play(
    out: Samples, notes: list[Note], instrument: Instrument, level: float, side: float = 0.0
) -> None:
    """Add a part to a piece of two channels; tails come round to its beginning."""
    for note in notes:
        sound = instrument(note.hertz, note.beats * BEAT_SECONDS) * (note.level * level)
        put_round(out, placed(sound, side), round(note.beat * BEAT_SECONDS * RATE))


def stage(beats: int) -> Samples:
    """An empty piece of so many beats, two channels."""
    return np.zeros((round(beats * BEAT_SECONDS * RATE), 2))


# --- instruments ---------------------------------------------------------------------------------
def plucked(hertz: float, seconds: float) -> Samples:
    """A dry string over a small wooden body."""
    return _unit(string(hertz, max(1.6, seconds), 0.55, 0.42, "plucked"))


def soft_plucked(hertz: float, seconds: float) -> Samples:
    """The same string under a fingertip."""
    return _unit(string(hertz, max(1.8, seconds), 0.3, 0.5, "soft"))


def low_plucked(hertz: float, seconds: float) -> Samples:
    """A thick string that rings long."""
    return _unit(string(hertz, max(3.2, seconds), 0.4, 0.9, "low"))


def muted(hertz: float, seconds: float) -> Samples:
    """A string held with the side of the hand."""
    return _unit(string(hertz, 0.5, 0.5, 0.05, "muted"))


def reed(hertz: float, seconds: float) -> Samples:
    """A breathing pipe: slow to speak, a waver that comes late, air beside the tone."""
    t = np.arange(round(seconds * RATE)) / RATE
    late = np.clip((t - 0.4) / 0.6, 0, 1)
    waver = hertz * (1 + 0.006 * late * np.sin(2 * np.pi * 4.6 * t))
    scoop = 1 - 0.03 * np.exp2(-t / 0.05)
    sung = waver * scoop
    tone = glide(sung, seconds) + 0.28 * glide(sung * 2, seconds) + 0.12 * glide(sung * 3, seconds)
    air = hiss(f"reed {hertz:.0f} {seconds:.2f}", seconds, band(hertz * 0.95, hertz * 2.4, 3))
    rise = min(0.14, seconds * 0.3)
    level = envelope(
        seconds, (0, 0), (rise, 0.8), (seconds * 0.55, 1.0), (seconds * 0.8, 0.7), (seconds, 0)
    )
    return (tone + 0.13 * air) * level


def glass(hertz: float, seconds: float) -> Samples:
    """A soft bell."""
    return bell(hertz, max(2.0, seconds), 1.0, 0.35, 0.5)


def held(hertz: float, seconds: float) -> Samples:
    """A quiet chord tone that swells and goes."""
    tone = glide(hertz, seconds) + 0.35 * glide(hertz * 2.003, seconds)
    tone = tone + 0.15 * glide(hertz * 3.001, seconds)
    return tone * envelope(seconds, (0, 0), (seconds * 0.4, 1), (seconds * 0.6, 1), (seconds, 0))


def dum(hertz: float, seconds: float) -> Samples:
    """The middle of a frame drum."""
    return drum(hertz, 0.7, 0.09, 0.12, "dum")


def tek(hertz: float, seconds: float) -> Samples:
    """The rim of a frame drum."""
    return hiss("tek", 0.12, band(1400, 4200, 2)) * fading(0.12, 0.018, 0.001) + 0.4 * bell(
        hertz, 0.12, 2.3, 1.0, 0.015
    )


def drone(out: Samples, hertz: float, level: float, cycles: int, phase: float = 0.0) -> None:
    """A tone under the whole loop, tuned by a hair so that whole periods fit, breathing."""
    seconds = len(out) / RATE
    fit = round(hertz * seconds) / seconds
    beside = round(hertz * 1.004 * seconds) / seconds
    for side, own in ((-0.4, fit), (0.4, beside)):
        # small speakers give nothing below 150 Hz: the overtones must carry the tone
        tone = 0.7 * glide(own, seconds) + 0.6 * glide(own * 2, seconds)
        tone = tone + 0.4 * glide(own * 3, seconds)
        tone = tone + 0.3 * glide(own * 4, seconds) * swell(seconds, cycles + 1, 0, 1)
        out += placed(tone * swell(seconds, cycles, 0.45, 1.0, phase) * level, side)


def _unit(sound: Samples) -> Samples:
    return sound / max(1e-9, float(np.max(np.abs(sound))))

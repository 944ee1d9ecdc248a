"""The music of the night: one piece in layers of equal length, and the theme of the title.

All layers are 24 beats of 0.8 s in the same scale, so any of them can fade into any other at any
moment. The title is its own piece: it states the melody that the layers only hint at.
"""

from typing import Final

import numpy as np

from tools.audio.recipe import Loudness, Recipe
from tools.audio.score import (
    BEAT_SECONDS,
    Instrument,
    Note,
    drone,
    dum,
    glass,
    held,
    low_plucked,
    muted,
    part,
    play,
    plucked,
    reed,
    soft_plucked,
    stage,
    tek,
)
from tools.audio.synth import RATE, Samples, band, envelope, noise_loop, placed, room, swell

BEATS: Final = 24
TITLE_BEATS: Final = 64
_ROOM_SECONDS: Final = 1.4


def calm() -> Samples:
    """A drone, and a string that says little."""
    out = stage(BEATS)
    drone(out, 73.42, 0.16, 2)
    drone(out, 110.0, 0.07, 3, 0.4)
    notes = part(
        "0 D4 4 | 1.5 A3 3 .7 | 5 C4 2 .8 | 6 A3 4 .9 | 9.5 G3 3 .6 | 12 Eb4 2 .9 | 13 D4 4 .8 |"
        "16 A3 3 .6 | 18 G3 2 .8 | 18.75 A3 3 .6 | 21 D3 4 .9"
    )
    play(out, notes, soft_plucked, 0.32, -0.15)
    play(out, part("4 D5 4 .5 | 15 A4 4 .4 | 22.5 Eb5 4 .25"), glass, 0.10, 0.45)
    return room(out, _ROOM_SECONDS, 0.25, loop=True)


def tension() -> Samples:
    """A muted string that cannot sit still, and a tone that rubs."""
    out = stage(BEATS)
    steps = ["D3", "D3", "Eb3", "D3", "D3", "G3", "D3", "Eb3", "D3", "D3", "C3", "D3"]
    pulse = " | ".join(
        f"{n * 0.5} {steps[n % len(steps)]} 0.5 {1.0 if n % 3 == 0 else 0.55}"
        for n in range(BEATS * 2)
    )
    play(out, part(pulse), muted, 0.34, 0.2)
    play(out, part("0 Eb4 7 | 8 D4 7 .9 | 16 Eb4 7 | 4 A4 6 .4 | 18 Eb5 5 .3"), held, 0.06, -0.3)
    play(out, part("0 D2 | 8 D2 | 16 D2 | 20 Eb2"), low_plucked, 0.3)
    play(out, part("0 D2 1 .8 | 6.5 D2 1 .5 | 12 D2 1 .8 | 18.5 D2 1 .5"), dum, 0.35)
    return room(out, _ROOM_SECONDS, 0.15, loop=True)


def chase() -> Samples:
    """Frame drums in a run, and a low string that drives."""
    out = stage(BEATS)
    bars = ("D..tD.t.D..tD.tt", "D..tD.t.D.tDt.Dt", "D.tDt.D.D..tD.tt")
    low, rim = [], []
    for bar in range(BEATS // 4):
        for place, stroke in enumerate(bars[bar % len(bars)]):
            beat = bar * 4 + place * 0.25
            loud = 1.0 if place % 4 == 0 else 0.7
            if stroke == "D":
                low.append(Note(beat, 70.0 if place else 62.0, 1, loud))
            elif stroke == "t":
                rim.append(Note(beat, 620.0, 1, loud))
    play(out, low, dum, 0.6, -0.1)
    play(out, rim, tek, 0.16, 0.35)
    riff = ("D3", "D3", "Eb3", "D3", "G3", "D3", "A3", "Eb3")
    line = " | ".join(f"{n * 0.5} {riff[n % 8]} 0.5 {1 if n % 4 == 0 else 0.6}" for n in range(48))
    play(out, part(line), muted, 0.3, 0.1)
    play(out, part("0 D2 | 4 D2 | 8 Eb2 | 12 D2 | 16 G2 | 20 Eb2 | 22 C2"), low_plucked, 0.4)
    return room(out, _ROOM_SECONDS, 0.10, loop=True)


def operation() -> Samples:
    """Slow as breath: a heart's pace under held tones and glass."""
    out = stage(BEATS)
    drone(out, 73.42, 0.07, 3)
    thumps = " | ".join(f"{n * 2} D2 1 .9 | {n * 2 + 0.4} D2 1 .45" for n in range(12))
    play(out, part(thumps), dum, 0.22)
    chords = "0 D3 9 | 0 A3 9 .8 | 8 C4 9 .8 | 8 G3 9 | 16 Eb3 9 .7 | 16 A3 9 .8 | 4 D4 8 .5"
    play(out, part(chords), held, 0.08, -0.2)
    play(out, part("2 A4 3 | 6 G4 3 .7 | 10 D5 3 .6 | 13 C5 3 .8 | 19 A4 3 .7"), glass, 0.14, 0.3)
    return room(out, _ROOM_SECONDS, 0.3, loop=True)


def talk() -> Samples:
    """Two plucked voices: his low and unhurried, hers above it with an answer."""
    out = stage(BEATS)
    drone(out, 73.42, 0.05, 2)
    his = (
        "0 D3 2 | 1 A2 2 .7 | 1.75 C3 3 .9 | 8 G2 2 | 9 A2 1 .8 | 9.5 C3 3 .7 |"
        "16 Eb3 2 | 17 D3 4"
    )
    hers = (
        "4 A4 1 | 4.5 G4 1 .8 | 5 A4 2 | 6.5 D4 3 .7 | 12 C5 1 .8 | 12.5 A4 1 | 13 G4 2 .8 |"
        "14.5 A4 3 .6 | 19.5 D5 1 .7 | 20 C5 1 .8 | 20.5 A4 3 | 22.5 G4 2 .5"
    )
    play(out, part(his), low_plucked, 0.36, -0.4)
    play(out, part(hers), plucked, 0.22, 0.4)
    return room(out, _ROOM_SECONDS, 0.22, loop=True)


def named() -> Samples:
    """After the name: a drone that rubs against itself, and one low string."""
    out = stage(BEATS)
    drone(out, 36.71, 0.16, 1)
    drone(out, 73.42, 0.18, 2, 0.1)
    drone(out, 77.78, 0.05, 3, 0.9)
    drone(out, 110.0, 0.05, 2, 0.2)
    play(out, part("0 D2 8 | 13 Eb2 6 .5"), low_plucked, 0.3)
    play(out, part("6 Eb5 5 .6 | 17 D5 5 .5"), glass, 0.06, 0.5)
    return room(out, _ROOM_SECONDS, 0.3, loop=True)


def home() -> Samples:
    """The way back: the rubbing tone is gone, a walking string, a far pipe."""
    out = stage(BEATS)
    drone(out, 73.42, 0.10, 2)
    walk = ("D3", "A3", "F3", "A3", "C3", "G3", "F3", "G3", "D3", "A3", "G3", "F3")
    line = " | ".join(
        f"{n} {walk[n % 12]} 1.5 {0.9 if n % 4 == 0 else 0.6}" for n in range(BEATS)
    )
    play(out, part(line), soft_plucked, 0.26, -0.2)
    tune = (
        "2 D4 3 | 5 F4 1.5 .9 | 6.5 G4 1 .8 | 7.5 F4 4 |"
        "14 A4 3 .9 | 17 G4 1.5 .8 | 18.5 F4 4 .9"
    )
    play(out, part(tune), reed, 0.11, 0.3)
    play(out, part("0 D2 | 12 C2 .5 | 20 A2 2 .5"), low_plucked, 0.25)
    return room(out, _ROOM_SECONDS, 0.25, loop=True)


def title() -> Samples:
    """The theme: wind, a struck string, the pipe's long tune, the string's reply, and out."""
    seconds = TITLE_BEATS * BEAT_SECONDS
    out = stage(TITLE_BEATS)
    wind = noise_loop("title wind", seconds, band(120, 420, 1.3)) * swell(seconds, 5, 0.3, 1.0)
    whistle = noise_loop("title high", seconds, band(700, 760, 6)) * swell(seconds, 3, 0.0, 0.3)
    out += placed(0.028 * (wind + whistle), 0.0)
    drone(out, 73.42, 0.10, 5)
    drone(out, 110.0, 0.04, 7, 0.3)
    low = "2 D2 8 | 14 D2 6 .7 | 22 G2 6 .7 | 30 D2 6 .9 | 38 Eb2 6 .8 | 46 D2 8 | 56 D2 8 .9"
    play(out, part(low), low_plucked, 0.4)
    _both(
        out,
        "6 D4 3 | 9 Eb4 1 .9 | 10 D4 1.5 .8 | 11.5 A3 4 | 16 C4 2 .8 | 18 D4 1 .9 | 19 G3 5 .9 |"
        "30 A4 3 | 33 G4 1 .9 | 34 A4 1 | 35 C5 2.5 | 37.5 A4 1 .8 | 38.5 G4 1 .8 | 39.5 Eb4 4.5 |"
        "46 D4 2 | 48 Eb4 1 .8 | 49 G4 1.5 .9 | 50.5 D4 6",
        reed,
        0.15,
    )
    answers = (
        "24 D4 .5 | 24.5 A4 1 .8 | 25.5 G4 1 .8 | 26.5 Eb4 .75 .9 | 27.25 D4 2 | 28.5 A3 2 .7 |"
        "32 D4 1 .5 | 33 A3 1 .4 | 36 C4 1 .5 | 37 G3 1 .4 | 40 G3 1 .5 | 41 Eb4 1 .5 |"
        "42 D4 .5 .6 | 42.5 C4 .5 .6 | 43 A3 2 .7 | 44.5 G3 2 .6 | 53 A3 1 .6 | 54 D4 1 .7 |"
        "55 Eb4 1 .5 | 56 D4 3 .8"
    )
    play(out, part(answers), plucked, 0.26, -0.3)
    steps = " | ".join(f"{30 + n} D2 1 {0.8 if n % 4 == 0 else 0.4}" for n in range(16))
    play(out, part(steps), dum, 0.22)
    out = room(out, _ROOM_SECONDS, 0.3, loop=True)
    level = envelope(seconds, (0, 0), (2.5, 1), (seconds - 5, 1), (seconds, 0))
    return np.asarray(out * level[:, None], dtype=np.float64)


def _both(out: Samples, text: str, instrument: Instrument, level: float) -> None:
    """A part in the middle, with a very soft shadow of itself an octave lower."""
    notes = part(text)
    play(out, notes, instrument, level, 0.1)
    lower = [Note(note.beat, note.hertz / 2, note.beats, note.level) for note in notes]
    play(out, lower, instrument, level * 0.25, -0.2)


LOOP_FRAMES: Final = round(BEATS * BEAT_SECONDS * RATE)
"""Length of every layer."""
LAYERS: Final[dict[str, Recipe]] = {
    maker.__name__: Recipe(maker, Loudness.MUSIC, loop=True)
    for maker in (calm, tension, chase, operation, talk, named, home)
}
PIECES: Final[dict[str, Recipe]] = {**LAYERS, "title": Recipe(title, Loudness.MUSIC)}

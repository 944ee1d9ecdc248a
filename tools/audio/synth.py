"""The workshop of all sounds: envelopes, shaped noise, FM, plucked strings, rooms and levels.

A sound is a float array of frames at ``RATE``: shape (n,) for one channel, (n, 2) for two. Noise
comes from generators named by text, so that every build hears the same grains. A *loop* is made of
whole periods, or of noise shaped in the frequency domain, which is periodic by itself: both join
without a seam.
"""

import zlib
from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

RATE: Final = 44_100
Samples = NDArray[np.float64]
Shape = Callable[[Samples], Samples]
"""Gain for each frequency in Hz."""


def frames(seconds: float) -> int:
    """Frames in so many seconds."""
    return round(seconds * RATE)


def times(seconds: float) -> Samples:
    """The time of each frame, in seconds."""
    return np.arange(frames(seconds), dtype=np.float64) / RATE


def white(name: str, count: int) -> Samples:
    """Even noise in -1..1; the same for the same name."""
    return np.random.default_rng(zlib.crc32(name.encode())).random(count) * 2.0 - 1.0


def luck(name: str, count: int) -> Samples:
    """Numbers in 0..1; the same for the same name."""
    return np.random.default_rng(zlib.crc32(name.encode()) + 1).random(count)


# --- envelopes ---------------------------------------------------------------------------------
def envelope(seconds: float, *points: tuple[float, float]) -> Samples:
    """Straight lines through (seconds, level) points."""
    at, level = zip(*points, strict=True)
    return np.asarray(np.interp(times(seconds), at, level), dtype=np.float64)


def fading(seconds: float, half_life: float, attack: float = 0.002) -> Samples:
    """A short rise, then half as loud after each ``half_life`` seconds; the end is silent."""
    t = times(seconds)
    rise = np.minimum(1.0, t / attack)
    last = np.minimum(1.0, (seconds - t) / min(0.02, seconds / 4))
    return rise * np.exp2(-t / half_life) * last


def swell(seconds: float, cycles: int, low: float, high: float, phase: float = 0.0) -> Samples:
    """A level that rises and falls so many whole times: it fits a loop."""
    t = times(seconds) / seconds
    wave = 0.5 - 0.5 * np.cos(2 * np.pi * (cycles * t + phase))
    return low + (high - low) * wave


# --- noise -------------------------------------------------------------------------------------
def band(low: float, high: float, slope: float = 2.0) -> Shape:
    """Passes ``low``..``high`` Hz; beyond them the gain falls with the power ``slope``."""

    def gain(hertz: Samples) -> Samples:
        safe = np.maximum(hertz, 1.0)
        return np.minimum(1.0, (safe / low) ** slope) * np.minimum(1.0, (high / safe) ** slope)

    return gain


def noise_loop(name: str, seconds: float, shape: Shape) -> Samples:
    """Noise with a given spectrum and random phases, periodic in its own length; RMS is 1."""
    count = frames(seconds)
    hertz = _hertz(count)
    turns = luck(name, len(hertz))
    spectrum = shape(hertz) * np.exp(2j * np.pi * turns)
    spectrum[0] = 0.0
    wave = np.fft.irfft(spectrum, count)
    return np.asarray(wave / np.sqrt(np.mean(wave**2)), dtype=np.float64)


def filtered(sound: Samples, shape: Shape) -> Samples:
    """A one-channel sound through a filter without delay; its ends are kept apart by silence."""
    padded = len(sound) + frames(0.05)
    spectrum = np.fft.rfft(sound, padded) * shape(_hertz(padded))
    return np.asarray(np.fft.irfft(spectrum, padded)[: len(sound)], dtype=np.float64)


def _hertz(count: int) -> Samples:
    """The frequencies that the spectrum of so many frames is told in."""
    return np.asarray(np.fft.rfftfreq(count, 1 / RATE), dtype=np.float64)


def hiss(name: str, seconds: float, shape: Shape) -> Samples:
    """A stretch of shaped noise, RMS 1, to be given an envelope."""
    return noise_loop(name, seconds, shape)


def grains(
    name: str, seconds: float, count: int, shape: Shape, half_life: float, level: Samples
) -> Samples:
    """Many tiny clicks of shaped noise, as of sand or gravel, thrown where ``level`` is high."""
    total = frames(seconds)
    sound = np.zeros(total)
    chance = np.cumsum(level + 1e-9)
    spots = np.searchsorted(chance / chance[-1], luck(name, count))
    sizes = luck(name + " sizes", count) ** 2
    length = frames(half_life * 6)
    fade = np.exp2(-np.arange(length) / (half_life * RATE))
    grit = white(name + " grit", length + count)
    for number, (spot, size) in enumerate(zip(spots, sizes, strict=True)):
        stop = min(total, int(spot) + length)
        sound[spot:stop] += (size * fade * grit[number : number + length])[: stop - spot]
    return filtered(sound, shape)


# --- tones -------------------------------------------------------------------------------------
def glide(hertz: Samples | float, seconds: float) -> Samples:
    """A sine whose pitch may change from frame to frame."""
    pitch = np.broadcast_to(np.asarray(hertz, dtype=np.float64), (frames(seconds),))
    return np.sin(2 * np.pi * np.cumsum(pitch) / RATE)


def bell(hertz: float, seconds: float, ratio: float, index: float, half_life: float) -> Samples:
    """Two sines, one bending the other: bells, glass, wood, by ratio and depth."""
    t = times(seconds)
    bend = index * np.exp2(-t / (half_life * 0.6)) * np.sin(2 * np.pi * hertz * ratio * t)
    return np.sin(2 * np.pi * hertz * t + bend) * fading(seconds, half_life)


def bent(hertz: float, seconds: float, ratio: int, index: float) -> Samples:
    """A steady pitch bent by a whole multiple of itself: bright, and it fits a loop."""
    turn = 2 * np.pi * hertz * times(seconds)
    return np.sin(turn + index * np.sin(ratio * turn))


def harmonics(hertz: float, seconds: float, levels: Sequence[float]) -> Samples:
    """A steady tone of whole multiples of a pitch."""
    t = times(seconds)
    tone = np.zeros(len(t))
    for number, level in enumerate(levels, start=1):
        tone += level * np.sin(2 * np.pi * hertz * number * t)
    return tone


def string(
    hertz: float, seconds: float, bright: float = 0.5, half_life: float = 0.8, name: str = "pluck"
) -> Samples:
    """A plucked string after Karplus and Strong (1983), tuned between frames by interpolation.

    ``bright`` 0..1 is how hard and how near the bridge it is plucked. The delay line is computed
    one period at a time, for each period needs only the one before it.
    """
    total = frames(seconds)
    damping = 0.25 * (1.0 - 0.7 * bright)
    delay = RATE / hertz - 1.0
    period = int(delay)
    part = delay - period
    taps = np.convolve([1 - part, part], [damping, 1 - 2 * damping, damping])
    loss = 0.5 ** (1 / (half_life * hertz))
    start = white(f"{name} {hertz:.1f}", period + 4)
    cutoff = band(hertz * 0.5, 500.0 + 5000.0 * bright**2, 1.5)
    start = filtered(start, cutoff)
    start -= start.mean()
    line = np.zeros(total + 2 * period + 8)
    line[: len(start)] = start / max(1e-9, float(np.max(np.abs(start))))
    at = len(start)
    while at < total + period:
        block = min(period, len(line) - at)
        back = at - period
        piece = np.zeros(block)
        for tap, weight in enumerate(taps):
            piece += weight * line[back - tap : back - tap + block]
        line[at : at + block] = loss * piece
        at += block
    sound = line[period : period + total]
    edge = np.minimum(1.0, times(seconds) / 0.001) * np.minimum(
        1.0, (seconds - times(seconds)) / 0.05
    )
    return np.asarray(sound * edge, dtype=np.float64)


def drum(hertz: float, seconds: float, half_life: float, snap: float, name: str) -> Samples:
    """A skin: a sine that falls a little in pitch, and a slap of noise."""
    t = times(seconds)
    body = glide(hertz * (1 + 0.6 * np.exp2(-t / 0.015)), seconds) * fading(seconds, half_life)
    slap = hiss(name, seconds, band(900, 4000)) * fading(seconds, 0.012, 0.0005)
    return body + snap * slap


# --- putting together ----------------------------------------------------------------------------
def mixed(seconds: float, *parts: tuple[float, Samples]) -> Samples:
    """Sounds begun at their seconds; what hangs over the end is cut."""
    out = np.zeros(frames(seconds))
    for at, part in parts:
        start = frames(at)
        stop = min(len(out), start + len(part))
        out[start:stop] += part[: stop - start]
    return out


def put_round(loop: Samples, part: Samples, at_frame: int) -> None:
    """Add a part to a loop in place; what hangs over the end comes in again at the beginning."""
    where = (at_frame + np.arange(len(part))) % len(loop)
    np.add.at(loop, where, part)


def placed(sound: Samples, side: float) -> Samples:
    """One channel as two, at ``side`` -1 (left) to 1 (right), equally loud everywhere."""
    angle = (side + 1) * np.pi / 4
    return np.stack([sound * np.cos(angle), sound * np.sin(angle)], axis=1)


def room(sound: Samples, seconds: float, wet: float, *, loop: bool = False) -> Samples:
    """Two channels with the short, dry echo of open sand; a loop's echo comes round again."""
    two = placed(sound, 0.0) if sound.ndim == 1 else sound
    t = times(seconds)
    out = np.empty_like(two)
    for side in range(2):
        answer = white(f"room {side}", len(t)) * np.exp2(-t / (seconds / 6))
        answer = filtered(answer, band(180, 2600, 1.0))
        answer /= np.sqrt(np.sum(answer**2))
        size = len(two) if loop else len(two) + len(t)
        if loop and len(answer) > len(two):
            raise ValueError("the echo is longer than the loop")
        echo = np.fft.irfft(np.fft.rfft(two[:, side], size) * np.fft.rfft(answer, size), size)
        out[:, side] = two[:, side] + wet * echo[: len(two)]
    return out


# --- levels --------------------------------------------------------------------------------------
def loudest(sound: Samples, window_seconds: float = 0.1) -> float:
    """RMS of the loudest stretch of a sound, all channels together."""
    power = np.mean(np.atleast_2d(sound.T) ** 2, axis=0)
    window = min(len(power), frames(window_seconds))
    total = np.concatenate([[0.0], np.cumsum(power)])
    return float(np.sqrt(np.max(total[window:] - total[:-window]) / window))


def decibels(level: float) -> float:
    """A level against full scale."""
    return float(20 * np.log10(max(level, 1e-9)))


PEAK: Final = 0.7
"""No sample is louder, so that a few sounds at once do not clip."""


def levelled(sound: Samples, rms_db: float, *, whole: bool = False) -> Samples:
    """As loud as asked in its loudest tenth of a second, or as a whole; higher peaks bend."""
    level = float(np.sqrt(np.mean(sound**2))) if whole else loudest(sound)
    gain = 10 ** (rms_db / 20) / max(1e-9, level)
    out = sound * gain
    knee = 0.7 * PEAK
    over = np.abs(out) > knee
    bent = knee + (PEAK - knee) * np.tanh((np.abs(out) - knee) / (PEAK - knee))
    return np.where(over, np.sign(out) * bent, out)

"""Listening with numbers: how loud, how bright, how like another, and how well a loop joins."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from tools.audio.synth import RATE, Samples, decibels, loudest

CLICK_OF_PEAK: Final = 0.01
"""A break this small against the peak drowns in the tone itself."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Figures of a sound; levels in decibels against full scale."""

    seconds: float
    peak: float
    """Largest sample, 1 is full scale."""
    rms_db: float
    """Of the loudest tenth of a second."""
    whole_db: float
    centroid_hz: float
    """Middle of the spectrum by energy: how bright it is."""
    seam: float
    """See ``seam``; 0 for what is no loop."""

    def __str__(self) -> str:
        return (
            f"{self.seconds:6.2f} s  peak {self.peak:.2f}  rms {self.rms_db:6.1f} dB"
            f"  whole {self.whole_db:6.1f} dB  centroid {self.centroid_hz:6.0f} Hz"
            f"  seam {self.seam:.2f}"
        )


def measured(sound: Samples, *, loop: bool = False) -> Measured:
    """Measure one sound of one or two channels."""
    middle = sound if sound.ndim == 1 else sound.mean(axis=1)
    power = np.abs(np.fft.rfft(middle)) ** 2
    hertz = np.fft.rfftfreq(len(middle), 1 / RATE)
    return Measured(
        seconds=len(middle) / RATE,
        peak=float(np.max(np.abs(sound))),
        rms_db=decibels(loudest(sound)),
        whole_db=decibels(float(np.sqrt(np.mean(sound**2)))),
        centroid_hz=float(np.sum(power * hertz) / max(1e-12, float(np.sum(power)))),
        seam=seam(sound) if loop else 0.0,
    )


def seam(sound: Samples) -> float:
    """How much a loop breaks where it joins: the largest second difference across the join, against
    the largest anywhere else or a hundredth of the peak. Above 1 it may be heard as a click."""
    two = sound if sound.ndim == 2 else sound[:, None]
    joined = np.concatenate([two[-64:], two[:64]])
    across = float(np.max(np.abs(np.diff(joined, 2, axis=0))[54:72]))
    inside = float(np.max(np.abs(np.diff(two, 2, axis=0))))
    return across / max(inside, CLICK_OF_PEAK * float(np.max(np.abs(two))), 1e-12)


def sameness(one: Samples, other: Samples) -> float:
    """1 for the same waveform, 0 for nothing in common or another length: a correlation."""
    if one.shape != other.shape:
        return 0.0
    size = float(np.sqrt(np.sum(one**2) * np.sum(other**2)))
    return float(np.sum(one * other)) / max(1e-12, size)

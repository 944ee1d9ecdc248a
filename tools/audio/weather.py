"""The air: the bed of the night, gusts that are heard before they come, and the storm."""

from typing import Final

from tools.audio.recipe import Recipe, deed, loop
from tools.audio.synth import Samples, band, envelope, glide, hiss, noise_loop, swell

BED_SECONDS: Final = 12.0
GUST_SECONDS: Final = 6.0
STORM_SECONDS: Final = 9.0
COMING_SECONDS: Final = 2.2


def wind_bed() -> Samples:
    """Almost nothing: air over open sand, breathing slowly, with a far thin whistle."""
    low = noise_loop("bed low", BED_SECONDS, band(90, 340, 1.2)) * swell(BED_SECONDS, 2, 0.6, 1.0)
    mid = noise_loop("bed mid", BED_SECONDS, band(380, 900)) * swell(BED_SECONDS, 3, 0.1, 0.5, 0.3)
    thin = noise_loop("bed thin", BED_SECONDS, band(1180, 1240, 6)) * swell(
        BED_SECONDS, 2, 0.0, 0.10, 0.6
    )
    return low + mid + thin


def gust() -> Samples:
    """A gust over her: a body of air, a whistle that wanders, sand against cloth."""
    air = noise_loop("gust", GUST_SECONDS, band(140, 620, 1.3)) * swell(GUST_SECONDS, 2, 0.7, 1.0)
    first = noise_loop("gust a", GUST_SECONDS, band(640, 760, 5)) * swell(GUST_SECONDS, 3, 0.0, 0.5)
    second = noise_loop("gust b", GUST_SECONDS, band(880, 1010, 5)) * swell(
        GUST_SECONDS, 3, 0.0, 0.4, 0.5
    )
    sand = noise_loop("gust sand", GUST_SECONDS, band(2600, 6500)) * swell(
        GUST_SECONDS, 5, 0.05, 0.28, 0.2
    )
    return air + first + second + sand


def storm() -> Samples:
    """The storm: a roar that shakes, howls, and a wall of grains."""
    roar = noise_loop("storm", STORM_SECONDS, band(55, 420, 1.1)) * swell(STORM_SECONDS, 4, 0.7, 1)
    howl = noise_loop("storm howl", STORM_SECONDS, band(430, 560, 4)) * swell(
        STORM_SECONDS, 3, 0.1, 0.6
    )
    high = noise_loop("storm high", STORM_SECONDS, band(820, 980, 4)) * swell(
        STORM_SECONDS, 5, 0.0, 0.35, 0.4
    )
    sand = noise_loop("storm sand", STORM_SECONDS, band(1900, 7000, 1.2)) * swell(
        STORM_SECONDS, 7, 0.2, 0.45, 0.1
    )
    return roar + howl + high + sand


def gust_coming() -> Samples:
    """A low hum over the dunes that rises until the front is there."""
    rise = envelope(COMING_SECONDS, (0, 0), (1.6, 0.8), (2.0, 1.0), (COMING_SECONDS, 0))
    pitch = envelope(COMING_SECONDS, (0, 58), (1.2, 66), (2.0, 96), (COMING_SECONDS, 98))
    hum = glide(pitch, COMING_SECONDS) + 0.5 * glide(pitch * 2.01, COMING_SECONDS)
    air = hiss("coming", COMING_SECONDS, band(110, 480, 1.4)) * rise
    sand = hiss("coming sand", COMING_SECONDS, band(1500, 4000)) * rise**4
    return 0.8 * hum * rise**1.5 + 0.5 * air * rise + 0.15 * sand


SOUNDS: Final[dict[str, Recipe]] = {
    "wind_bed": loop(wind_bed),
    "gust": loop(gust),
    "storm": loop(storm),
    "gust_coming": deed(gust_coming),
}

"""Feet and sand: steps on every surface, what is dragged, swept, thrown and what lies under it."""

from dataclasses import dataclass
from functools import partial
from typing import Final

from tools.audio.recipe import Recipe, deed, loop, touch
from tools.audio.synth import (
    Samples,
    band,
    bell,
    drum,
    envelope,
    fading,
    filtered,
    glide,
    grains,
    hiss,
    luck,
    mixed,
    noise_loop,
    swell,
)

VARIANTS: Final = 4


@dataclass(frozen=True, slots=True)
class Footing:
    """How a surface answers a foot."""

    low_hz: float
    high_hz: float
    seconds: float
    """How long the sand goes on moving."""
    grains: int
    """Single grains or stones that are heard."""
    thud_hz: float
    thud: float
    """How much of the step is the knock of the heel."""


FOOTINGS: Final[dict[str, Footing]] = {
    "sand": Footing(500, 2600, 0.16, 50, 75, 0.35),
    "soft": Footing(220, 1300, 0.24, 30, 60, 0.30),
    "hardpan": Footing(300, 1800, 0.09, 12, 110, 0.80),
    "gravel": Footing(1200, 6000, 0.20, 90, 90, 0.30),
    "rock": Footing(700, 3600, 0.07, 6, 160, 0.90),
    "scrub": Footing(1500, 5200, 0.22, 28, 80, 0.30),
}


def step(surface: str, hard: bool, variant: int) -> Samples:
    """One foot set down: the heel's knock, the crunch, and grains that settle after it."""
    footing = FOOTINGS[surface]
    name = f"step {surface} {hard} {variant}"
    off = 0.9 + 0.2 * float(luck(name, 1)[0])
    length = footing.seconds * (0.9 if hard else 1.1) * off + 0.04
    shape = band(footing.low_hz * off, footing.high_hz * off * (1.25 if hard else 0.85), 1.5)
    press = envelope(length, (0, 0), (0.012, 1), (0.05, 0.35), (length * 0.7, 0.1), (length, 0))
    if not hard:
        press = envelope(length, (0, 0), (0.03, 1), (0.08, 0.45), (length, 0))
    crunch = hiss(name, length, shape) * press * 0.35
    count = round(footing.grains * (1.3 if hard else 1.0))
    stones = grains(name, length, count, shape, 0.004, press)
    thud = glide(footing.thud_hz * off, length) * fading(length, 0.018, 0.004)
    if surface in ("rock", "hardpan"):
        knock = bell(footing.thud_hz * 5.3 * off, length, 2.7, 2.0, 0.008)
        thud = thud + knock * (0.25 if hard else 0.08)
    return crunch + stones + thud * footing.thud * (1.3 if hard else 0.7)


def light_step(variant: int) -> Samples:
    """A foot that chakra carries: a breath of air and no grain."""
    name = f"light {variant}"
    pitch = 1400 * (0.95 + 0.1 * float(luck(name, 1)[0]))
    air = hiss(name, 0.16, band(1800, 4200)) * envelope(0.16, (0, 0), (0.05, 1), (0.16, 0))
    return air + 0.12 * glide(pitch, 0.16) * fading(0.16, 0.04, 0.02)


def prints_swept() -> Samples:
    """Two strokes of a hand over sand."""
    strokes = envelope(
        0.9, (0, 0), (0.12, 1), (0.32, 0.15), (0.42, 0.05), (0.55, 0.9), (0.75, 0.2), (0.9, 0)
    )
    sand = hiss("swept", 0.9, band(700, 3200, 1.5)) * strokes
    return sand * 0.6 + grains("swept", 0.9, 160, band(900, 4200), 0.004, strokes)


def drag() -> Samples:
    """Cloth and a body's weight over sand, in slow pulls."""
    pull = swell(3.0, 4, 0.25, 1.0)
    sand = noise_loop("drag", 3.0, band(250, 1100, 1.5)) * pull
    return sand + 0.35 * noise_loop("drag cloth", 3.0, band(1400, 3600)) * pull**2


def snake_rustle() -> Samples:
    """Something long that travels under sand."""
    writhe = swell(2.0, 6, 0.15, 1.0) * swell(2.0, 1, 0.6, 1.0)
    low = noise_loop("snake low", 2.0, band(90, 320, 1.5))
    return 0.7 * low * swell(2.0, 3, 0.4, 1.0) + writhe * noise_loop(
        "snake", 2.0, band(900, 2800, 1.5)
    )


def burst() -> Samples:
    """Sand thrown up by something that breaks out of it."""
    blow = envelope(1.1, (0, 0), (0.02, 1), (0.18, 0.5), (1.1, 0))
    sand = hiss("burst", 1.1, band(160, 2400, 1.2)) * blow
    fall = envelope(1.1, (0, 0), (0.25, 0.2), (0.45, 1), (1.1, 0))
    rain = grains("burst rain", 1.1, 260, band(900, 4000), 0.005, fall)
    return sand + 0.5 * rain + glide(envelope(1.1, (0, 90), (0.3, 40), (1.1, 35)), 1.1) * fading(
        1.1, 0.12
    )


def rise() -> Samples:
    """A man gets up out of the sand: it pours off him."""
    pour = envelope(0.8, (0, 0), (0.1, 1), (0.35, 0.5), (0.8, 0))
    sand = hiss("rise", 0.8, band(350, 2600, 1.4)) * pour
    return sand + grains("rise", 0.8, 200, band(800, 4000), 0.004, pour)


def throw(name: str, low: float, high: float) -> Samples:
    """An arm through the air, and what leaves the hand."""
    sweep = envelope(0.28, (0, 0), (0.07, 1), (0.13, 0.3), (0.28, 0))
    air = hiss(name, 0.28, band(low, high, 2.5)) * sweep
    return air + 0.3 * hiss(name + " late", 0.28, band(high, high * 1.8)) * envelope(
        0.28, (0, 0), (0.1, 0), (0.15, 1), (0.28, 0)
    )


def kunai_land() -> Samples:
    """Steel into the ground: a tick, a short ring, a little sand."""
    ring = bell(2350, 0.5, 1.53, 1.4, 0.07) + 0.5 * bell(3710, 0.5, 1.41, 0.8, 0.05)
    sand = hiss("kunai", 0.5, band(600, 2400)) * fading(0.5, 0.03)
    return mixed(0.5, (0, ring * 0.6), (0, sand * 0.5))


def pebble_land() -> Samples:
    """A stone that hops twice."""
    hops = [(0.0, 1.0), (0.13, 0.5), (0.21, 0.25)]
    parts = []
    for number, (at, level) in enumerate(hops):
        knock = bell(880 + 140 * number, 0.2, 2.13, 2.2, 0.012) * level
        dust = hiss(f"pebble {number}", 0.2, band(800, 3000)) * fading(0.2, 0.02) * level * 0.4
        parts.append((at, knock + dust))
    return mixed(0.42, *parts)


def boulder() -> Samples:
    """A rock goes to pieces: crack, thunder, and stones that roll out."""
    crack = filtered(hiss("crack", 1.9, band(500, 5000, 1.0)), band(300, 6000)) * fading(
        1.9, 0.03, 0.0005
    )
    thunder = hiss("boulder low", 1.9, band(40, 260, 1.5)) * fading(1.9, 0.25, 0.004)
    roll = envelope(1.9, (0, 0.6), (0.3, 1), (1.0, 0.4), (1.9, 0))
    stones = grains("boulder stones", 1.9, 170, band(350, 2600, 1.5), 0.014, roll)
    return crack + 1.3 * thunder + 1.1 * stones


def fall() -> Samples:
    """A body falls onto sand."""
    thump = drum(62, 0.6, 0.07, 0.15, "fall skin")
    sand = hiss("fall", 0.6, band(250, 1600, 1.5)) * envelope(
        0.6, (0, 0), (0.015, 1), (0.15, 0.3), (0.6, 0)
    )
    return thump + 0.6 * sand


def rustle(name: str, seconds: float, pulls: int) -> Samples:
    """Cloth that moves in so many short pulls."""
    level = swell(seconds, pulls, 0.1, 1.0) * envelope(
        seconds, (0, 0), (0.05, 1), (seconds * 0.6, 0.7), (seconds, 0)
    )
    return hiss(name, seconds, band(1300, 4600, 1.5)) * level + 0.3 * hiss(
        name + " body", seconds, band(240, 700)
    ) * level


def kneel() -> Samples:
    """Knees into sand, and cloth."""
    return mixed(
        0.7,
        (0.0, 0.5 * rustle("kneel cloth", 0.4, 1)),
        (0.16, step("soft", True, 7)),
        (0.30, 0.8 * step("sand", True, 8)),
    )


SOUNDS: Final[dict[str, Recipe]] = {
    **{
        f"step_{surface}_{'hard' if hard else 'easy'}_{number}": touch(
            partial(step, surface, hard, number)
        )
        for surface in FOOTINGS
        for hard in (False, True)
        for number in range(1, VARIANTS + 1)
    },
    **{
        f"step_light_{number}": touch(partial(light_step, number))
        for number in range(1, VARIANTS + 1)
    },
    "prints_swept": touch(prints_swept),
    "drag": loop(drag),
    "snake_rustle": loop(snake_rustle),
    "snake_burst": deed(burst),
    "rise": deed(rise),
    "kunai_throw": deed(partial(throw, "kunai throw", 1500, 3600)),
    "pebble_throw": deed(partial(throw, "pebble throw", 500, 1500)),
    "kunai_land": deed(kunai_land),
    "pebble_land": deed(pebble_land),
    "boulder": deed(boulder),
    "fall": deed(fall),
    "cloth": touch(partial(rustle, "cloth", 0.5, 2)),
    "hide": touch(partial(rustle, "hide", 0.7, 3)),
    "kneel": touch(kneel),
}

"""Chakra that is heard: the pulse she spreads, what answers it, and her hands at the table."""

from functools import partial
from typing import Final

from tools.audio.ground import rustle
from tools.audio.recipe import Recipe, deed, loop, sign, touch
from tools.audio.synth import (
    Samples,
    band,
    bell,
    bent,
    drum,
    envelope,
    fading,
    filtered,
    glide,
    grains,
    harmonics,
    hiss,
    mixed,
    noise_loop,
    swell,
)

SCAN_SECONDS: Final = 0.5
HEAL_SECONDS: Final = 1.0
PULSE_SECONDS: Final = 1.0
SCAN_HZ: Final = (220, 248, 276, 330, 368, 440, 496, 552)
"""Whole periods in half a second; neighbours sound well together while one turns into the other.

All tones here are quietest where they join: the coding errs most at a file's ends."""
HEAL_HZ: Final = (147, 165, 196, 220, 262)
PULSE_HZ: Final = (110, 147, 196, 220)


def pulse(hertz: int) -> Samples:
    """Her reach grows: a hum with a slow beat, higher the further it has spread."""
    tone = harmonics(hertz, PULSE_SECONDS, (1.0, 0.4, 0.15, 0.1))
    beat = -harmonics(hertz + 3, PULSE_SECONDS, (0.9, 0.36))
    air = noise_loop(f"pulse {hertz}", PULSE_SECONDS, band(hertz * 4, hertz * 9))
    return tone + beat + 0.12 * air


def pulse_read() -> Samples:
    """The ring is let go and runs out over the sand."""
    out = glide(envelope(1.2, (0, 440), (0.1, 880), (1.2, 660)), 1.2) * fading(1.2, 0.2, 0.01)
    ring = bell(293.7, 1.2, 2.0, 1.2, 0.3)
    air = hiss("read", 1.2, band(900, 3800, 1.5)) * envelope(1.2, (0, 0), (0.15, 1), (1.2, 0)) ** 2
    return out + 0.6 * ring + 0.4 * air


def ping_calm() -> Samples:
    """Somebody at ease: one round tone."""
    return bell(587.3, 0.8, 1.0, 0.6, 0.14)


def ping_moving() -> Samples:
    """Somebody under way: two tones upwards."""
    return mixed(
        0.8, (0, bell(587.3, 0.5, 1.0, 0.8, 0.08)), (0.12, bell(784.0, 0.6, 1.0, 0.8, 0.1))
    )


def ping_fluctuating() -> Samples:
    """Somebody hurt or fighting: a tone that flutters and sinks."""
    flutter = 1 + 0.05 * swell(1.1, 13, -1, 1)
    fall = envelope(1.1, (0, 622.3), (0.3, 622.3), (1.1, 523))
    return glide(fall * flutter, 1.1) * swell(1.1, 13, 0.35, 1.0) * fading(1.1, 0.3, 0.02)


def ping_animal() -> Samples:
    """Something that is not a person: low and rough."""
    rough = bell(155.6, 0.7, 0.5, 2.5, 0.12)
    return rough + 0.3 * bell(233.0, 0.7, 1.41, 1.5, 0.08)


def pulse_noticed() -> Samples:
    """Somebody out there felt it too: her own ping, turned sour."""
    return mixed(
        1.0, (0, bell(587.3, 0.9, 1.0, 0.6, 0.12)), (0.1, 0.9 * bell(622.3, 0.9, 1.51, 1.5, 0.2))
    )


def refused() -> Samples:
    """It cannot be done: two dull taps."""
    return mixed(
        0.3, (0, bell(174.6, 0.2, 0.5, 1.2, 0.03)), (0.1, bell(164.8, 0.2, 0.5, 1.2, 0.03))
    )


def out_of_chakra() -> Samples:
    """The flow runs dry."""
    pitch = envelope(1.1, (0, 262), (1.1, 98))
    return (glide(pitch, 1.1) + 0.4 * glide(pitch * 2, 1.1)) * fading(1.1, 0.3, 0.02)


# --- at the table --------------------------------------------------------------------------------
def heal(hertz: int) -> Samples:
    """Chakra that flows into him: warm, with a shimmer; higher when there is more of it."""
    tone = harmonics(hertz, HEAL_SECONDS, (1.0, 0.5, 0.22, 0.12, 0.05))
    shimmer = harmonics(hertz * 4 + 2, HEAL_SECONDS, (0.12,)) * swell(HEAL_SECONDS, 5, 0.2, 1.0)
    water = noise_loop(f"heal {hertz}", HEAL_SECONDS, band(hertz * 3, hertz * 8, 2))
    return tone * swell(HEAL_SECONDS, 3, 0.35, 1.0) + shimmer + 0.15 * water


def scan(depth: str, hertz: int) -> Samples:
    """The listening hand. Nothing: a thin line. Soft: round, throbbing. Hard: bright, ticking."""
    match depth:
        case "soft":
            tone = harmonics(hertz, SCAN_SECONDS, (1.0, 0.7, 0.35, 0.15))
            return tone * swell(SCAN_SECONDS, 2, 0.15, 1.0)
        case "hard":
            tone = bent(hertz, SCAN_SECONDS, 5, 1.6)
            tone += harmonics(hertz, SCAN_SECONDS, (0.4, 0, 0.3, 0, 0.25))
            return tone * swell(SCAN_SECONDS, 6, 0.15, 1.0) ** 2
        case _:
            air = noise_loop(f"scan {hertz}", SCAN_SECONDS, band(hertz * 0.9, hertz * 1.1, 6))
            line = harmonics(hertz, SCAN_SECONDS, (1.0, 0.08)) + 0.12 * air
            return line * swell(SCAN_SECONDS, 1, 0.1, 1.0) ** 0.5


def shirt_cut() -> Samples:
    """One flick of steel through cloth."""
    rip = envelope(0.45, (0, 0), (0.02, 0.7), (0.2, 1), (0.26, 0), (0.45, 0))
    threads = grains("shirt", 0.45, 140, band(1600, 6000), 0.003, rip)
    return (
        threads
        + 0.4 * hiss("shirt", 0.45, band(1800, 5200, 1.5)) * rip
        + 0.2 * bell(2637, 0.45, 1.4, 0.8, 0.06)
    )


def found() -> Samples:
    """The hand knows now."""
    return mixed(0.9, (0, bell(440, 0.8, 2, 0.6, 0.12)), (0.1, bell(659.3, 0.8, 2, 0.6, 0.16)))


def closed() -> Samples:
    """A wound is shut: three tones that settle."""
    notes = ((0, 392.0), (0.12, 523.3), (0.26, 587.3))
    return mixed(1.4, *((at, bell(hertz, 1.1, 1.0, 0.5, 0.22)) for at, hertz in notes))


def torn() -> Samples:
    """Flesh gives way a little."""
    wet = grains("torn", 0.4, 60, band(300, 1700), 0.008, envelope(0.4, (0, 1), (0.4, 0)))
    return wet + 0.7 * bell(138.6, 0.4, 1.41, 2.5, 0.07)


def rupture() -> Samples:
    """The liver gives way: a deep wet burst, and a tone that is wrong."""
    deep = drum(46, 1.6, 0.2, 0.2, "rupture")
    wet = grains("rupture", 1.6, 160, band(180, 1100), 0.014, envelope(1.6, (0, 1), (1.0, 0)))
    wrong = (glide(155.6, 1.6) + glide(164.8, 1.6) + glide(233.1, 1.6)) * fading(1.6, 0.4, 0.02)
    return deep + 0.8 * wet + 0.3 * wrong


def grit() -> Samples:
    """Sand falls where it should not."""
    level = envelope(0.6, (0, 0), (0.08, 1), (0.6, 0))
    return grains("grit", 0.6, 110, band(2200, 6500), 0.003, level)


def rinsed() -> Samples:
    """A wound runs clean."""
    level = envelope(0.7, (0, 0), (0.1, 1), (0.7, 0))
    return grains("rinse", 0.7, 70, band(700, 2600), 0.008, level) + 0.2 * glide(
        envelope(0.7, (0, 330), (0.7, 440)), 0.7
    ) * level


def sweat() -> Samples:
    """Sweat in her eyes: a dull pressure and a drop."""
    drop = glide(envelope(0.14, (0, 900), (0.14, 500)), 0.14) * fading(0.14, 0.03)
    dull = harmonics(92, 0.8, (0.6, 0.4, 0.3)) * envelope(0.8, (0, 0), (0.2, 1), (0.8, 0))
    return mixed(0.8, (0, 0.6 * dull), (0.12, 0.5 * drop))


def wipe() -> Samples:
    """The back of a hand over a brow."""
    return hiss("wipe", 0.5, band(700, 2600, 1.5)) * envelope(
        0.5, (0, 0), (0.12, 1), (0.3, 0.4), (0.5, 0)
    )


def heartbeat() -> Samples:
    """His heart, under her hand; with a knock above it that small speakers can give."""
    first = drum(58, 0.3, 0.05, 0.0, "heart a") + 0.55 * drum(196, 0.3, 0.03, 0.0, "heart c")
    second = drum(70, 0.3, 0.035, 0.0, "heart b") + 0.5 * drum(233, 0.3, 0.02, 0.0, "heart d")
    return filtered(mixed(0.42, (0, first), (0.15, 0.6 * second)), band(25, 500, 3))


def blood_low() -> Samples:
    """His blood fell under a mark: two low strokes."""
    stroke = bell(116.5, 0.7, 1.0, 1.4, 0.14)
    return mixed(1.1, (0, stroke), (0.28, stroke * 0.8))


def patient_died() -> Samples:
    """A heart that misses its beat; then a long low string of air."""
    last = heartbeat()
    air = harmonics(73.4, 2.6, (0.6, 0.5, 0.3, 0.25)) * envelope(
        2.6, (0, 0), (0.9, 0), (1.4, 1), (2.6, 0)
    )
    return mixed(2.6, (0, last), (0.0, 0.6 * air))


SOUNDS: Final[dict[str, Recipe]] = {
    **{f"pulse_{n}": loop(partial(pulse, hertz)) for n, hertz in enumerate(PULSE_HZ, 1)},
    **{f"heal_{n}": loop(partial(heal, hertz)) for n, hertz in enumerate(HEAL_HZ, 1)},
    **{
        f"scan_{depth}_{n}": loop(partial(scan, depth, hertz))
        for depth in ("nothing", "soft", "hard")
        for n, hertz in enumerate(SCAN_HZ, 1)
    },
    "pulse_read": sign(pulse_read),
    "ping_calm": sign(ping_calm),
    "ping_moving": sign(ping_moving),
    "ping_fluctuating": sign(ping_fluctuating),
    "ping_animal": sign(ping_animal),
    "pulse_noticed": sign(pulse_noticed),
    "refused": sign(refused),
    "out_of_chakra": sign(out_of_chakra),
    "shirt_cut": deed(shirt_cut),
    "wound_found": sign(found),
    "wound_closed": sign(closed),
    "torn": deed(torn),
    "rupture": deed(rupture),
    "grit": touch(grit),
    "rinsed": touch(rinsed),
    "sweat": sign(sweat),
    "sweat_wipe": touch(wipe),
    "heartbeat": touch(heartbeat),
    "blood_low": sign(blood_low),
    "patient_died": sign(patient_died),
    "rouse": touch(partial(rustle, "rouse", 0.45, 3)),
    "turn_over": touch(partial(rustle, "turn over", 0.9, 2)),
}

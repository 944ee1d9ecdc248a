"""Blows and beasts, lamps and voices without words: what people do to each other."""

from typing import Final

from tools.audio.recipe import Recipe, deed, sign, touch
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
    swell,
)


def strike() -> Samples:
    """A quick hand through the air."""
    return hiss("strike", 0.22, band(700, 2600, 2)) * envelope(
        0.22, (0, 0), (0.06, 1), (0.1, 0.3), (0.22, 0)
    )


def hit() -> Samples:
    """A blow that lands on cloth and flesh."""
    slap = hiss("hit", 0.3, band(300, 1900, 1.4)) * fading(0.3, 0.022, 0.001)
    return drum(105, 0.3, 0.045, 0.2, "hit skin") + 0.8 * slap


def takedown() -> Samples:
    """One dull, short knock: she is good at this."""
    return drum(88, 0.35, 0.05, 0.05, "takedown") + 0.35 * hiss(
        "takedown", 0.35, band(400, 1400)
    ) * fading(0.35, 0.03)


def counter() -> Samples:
    """Caught and turned: a bright catch, then the blow."""
    catch = bell(1320, 0.3, 1.5, 1.8, 0.03)
    return mixed(0.5, (0, 0.5 * catch), (0.05, hit()))


def punch() -> Samples:
    """Chakra behind a fist: it draws in, then the ground answers."""
    draw = glide(envelope(0.2, (0, 200), (0.2, 900)), 0.2) * envelope(
        0.2, (0, 0), (0.18, 0.5), (0.2, 0)
    )
    deep = glide(envelope(0.9, (0, 120), (0.15, 48), (0.9, 40)), 0.9) * fading(0.9, 0.16, 0.001)
    crack = hiss("punch", 0.9, band(250, 3800, 1.2)) * fading(0.9, 0.035, 0.0005)
    return mixed(1.15, (0, 0.3 * draw), (0.18, 1.2 * deep + 0.7 * crack))


def hurt() -> Samples:
    """She is hit: a blow close to the ear, and a short dull ring."""
    ring = glide(620.0, 0.7) * fading(0.7, 0.12, 0.01)
    return mixed(0.7, (0, hit()), (0.02, 0.22 * ring), (0.0, drum(58, 0.6, 0.1, 0, "hurt")))


def driven_off() -> Samples:
    """Everything sinks away."""
    pitch = envelope(1.8, (0, 220), (1.8, 62))
    return glide(pitch, 1.8) * fading(1.8, 0.45, 0.01) + 0.4 * hiss(
        "driven", 1.8, band(120, 500)
    ) * envelope(1.8, (0, 0), (0.5, 1), (1.8, 0))


def killed() -> Samples:
    """A count goes up by one: a low wood block and nothing after it."""
    return bell(196, 0.9, 0.5, 1.0, 0.12) + 0.7 * drum(55, 0.9, 0.18, 0, "killed")


def attack_coming() -> Samples:
    """Steel drawn back: the moment to counter."""
    edge = glide(envelope(0.3, (0, 2100), (0.3, 3000)), 0.3) * envelope(
        0.3, (0, 0), (0.16, 1), (0.3, 0)
    )
    return 0.5 * edge + 0.6 * hiss("attack", 0.3, band(2600, 5200)) * envelope(
        0.3, (0, 0), (0.2, 1), (0.3, 0)
    )


def horn(*notes: tuple[float, float, float]) -> Samples:
    """A reed whistle, as patrols carry: notes as (seconds, Hz, length)."""
    end = max(at + length for at, _, length in notes) + 0.1
    parts = []
    for at, hertz, length in notes:
        level = envelope(length, (0, 0), (0.03, 1), (length - 0.06, 0.8), (length, 0))
        waver = hertz * (1 + 0.006 * (swell(length, max(1, round(length * 7)), -1, 1)))
        reed = glide(waver, length) + 0.45 * glide(waver * 2, length) + 0.3 * glide(
            waver * 3, length
        )
        breath = 0.1 * hiss(f"horn {hertz}", length, band(hertz, hertz * 3))
        parts.append((at, (reed + breath) * level))
    return mixed(end, *parts)


def shout() -> Samples:
    """A call across the sand."""
    return horn((0.0, 587.3, 0.14), (0.17, 784.0, 0.34))


def challenge() -> Samples:
    """One of her own wants to know."""
    return horn((0.0, 440.0, 0.12), (0.2, 440.0, 0.2))


def lizard_hiss() -> Samples:
    """A mother shows her throat: air through teeth over a low rattle."""
    breath = envelope(1.3, (0, 0), (0.25, 1), (0.8, 0.8), (1.3, 0))
    air = hiss("lizard", 1.3, band(2200, 6000, 1.5)) * breath
    rattle = hiss("lizard low", 1.3, band(110, 420, 1.5)) * swell(1.3, 30, 0.0, 1.0) * breath
    return air * 0.7 + 0.9 * rattle


def lizard_charge() -> Samples:
    """Great feet that come on fast."""
    parts = [
        (0.11 * n, drum(52 + 4 * (n % 2), 0.3, 0.06, 0.12, f"charge {n}") * (0.6 + 0.05 * n))
        for n in range(8)
    ]
    sand = hiss("charge sand", 1.2, band(300, 1800, 1.4)) * envelope(
        1.2, (0, 0), (0.2, 0.6), (0.9, 1), (1.2, 0)
    )
    return mixed(1.2, (0.0, 0.5 * sand), *parts)


def lamp_doused() -> Samples:
    """A flame goes out under a hand."""
    out = hiss("lamp", 0.5, band(900, 4200, 1.5)) * envelope(0.5, (0, 0), (0.02, 1), (0.5, 0)) ** 2
    return out + mixed(0.5, (0.0, 0.4 * drum(140, 0.4, 0.03, 0.0, "lamp")))


def drink() -> Samples:
    """Water from a bottle: three swallows."""
    parts = []
    for n in range(3):
        pitch = envelope(0.16, (0, 260 + 30 * n), (0.08, 520 + 40 * n), (0.16, 380))
        parts.append((0.22 * n, glide(pitch, 0.16) * envelope(0.16, (0, 0), (0.05, 1), (0.16, 0))))
    splash = grains("drink", 0.75, 30, band(700, 2600), 0.006, envelope(0.75, (0, 1), (0.75, 0)))
    return mixed(0.75, *parts, (0.0, 0.5 * splash))


def item() -> Samples:
    """Something goes into the pouch."""
    return mixed(
        0.3,
        (0.0, 0.7 * hiss("item", 0.2, band(1200, 3800)) * fading(0.2, 0.04)),
        (0.07, bell(1560, 0.2, 1.4, 1.0, 0.025)),
    )


SOUNDS: Final[dict[str, Recipe]] = {
    "strike": deed(strike),
    "hit": deed(hit),
    "takedown": deed(takedown),
    "counter": deed(counter),
    "punch": deed(punch),
    "hurt": deed(hurt),
    "driven_off": deed(driven_off),
    "killed": deed(killed),
    "attack_coming": sign(attack_coming),
    "shout": sign(shout),
    "challenge": sign(challenge),
    "lizard_hiss": deed(lizard_hiss),
    "lizard_charge": deed(lizard_charge),
    "lamp_doused": touch(lamp_doused),
    "drink": touch(drink),
    "item": touch(item),
}
